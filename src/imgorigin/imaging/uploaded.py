"""An upload as a master: cut, encoded and labelled on the same way as what was painted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from imgorigin.address import Limits, Size
from imgorigin.imaging.master import Master
from imgorigin.recipe import Recipe

UPLOADS: Final = "uploads/"
"""Where they lie in a store."""
UPLOADED: Final = "upload"
"""Stands where the name of a model would. No painter has it."""


def upload_key(sha256: str) -> str:
    """Where an upload's pixels lie in a store."""
    return UPLOADS + sha256


def recipe_of_upload(sha256: str, size: Size) -> Recipe:
    """What stands for an upload where a recipe must. It is never painted, and its key is that of nothing."""
    return Recipe(prompt="", model=UPLOADED, revision="", seed=0, canvas=size, images=(sha256,))


def master_of_upload(sha256: str, data: bytes, size: Size, facts: Mapping[str, Any]) -> Master:
    """`data`, `size` and `facts` as inspection left them. It is not to be stored: the upload is."""
    return Master("png", data, {**facts, "recipe": recipe_of_upload(sha256, size).to_dict()})


def is_as_it_came(recipe: Recipe) -> bool:
    """Whether it stands for an upload that nothing was done to."""
    return recipe.model == UPLOADED


def natural_size(size: Size, limits: Limits) -> Size:
    """The size to show an upload at where none is asked for: its own, or the largest of its shape that may be
    served. A small one is enlarged only as far as the least side that may be."""
    most = min(1.0, limits.max_side / max(size.width, size.height), (limits.max_pixels / size.pixels) ** 0.5)

    def bounded(side: int) -> int:
        return min(max(int(side * most), limits.min_side), limits.max_side)

    return Size(bounded(size.width), bounded(size.height))
