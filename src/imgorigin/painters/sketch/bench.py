"""The sketch painter as a painter process runs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imgorigin.painters.base import Bench, Job, Painting
from imgorigin.painters.retouch.painting import repainted
from imgorigin.painters.single import OneByOne
from imgorigin.painters.sketch.painting import painting_of


def open_bench(config: Mapping[str, Any]) -> Bench:
    """It needs no configuration."""
    return OneByOne(painted)


def painted(job: Job) -> Painting:
    """A drawing; or, where it is given the pixels of another painter's picture, these retouched."""
    return repainted(job) if job.inputs.images else painting_of(job.recipe)
