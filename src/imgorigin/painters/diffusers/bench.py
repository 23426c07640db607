"""The way into the room: a configuration -> a bench. Imports nothing heavy before it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from imgorigin.errors import PainterUnavailable, installing
from imgorigin.painters.base import Bench
from imgorigin.painters.diffusers.spec import Settings


def open_bench(config: dict[str, Any]) -> Bench:
    """`config` as `spec.Settings.of` reads it. Raises PainterUnavailable without the extra `diffusers`, and
    for a device that is not there."""
    try:
        engine = import_module("imgorigin.painters.diffusers.engine")
    except ImportError as error:
        raise PainterUnavailable(
            f"Painting with models needs more than is installed ({error}): {installing('diffusers')}"
        ) from error
    bench: Bench = engine.Engine(Settings.of(config))
    return bench
