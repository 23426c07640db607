"""The sketch painter as a painter process runs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imgorigin.painters.base import Bench
from imgorigin.painters.single import OneByOne
from imgorigin.painters.sketch import paint


def open_bench(config: Mapping[str, Any]) -> Bench:
    """It needs no configuration."""
    return OneByOne(lambda job: paint(job.recipe))
