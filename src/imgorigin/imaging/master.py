"""The master of a picture, as one blob: what every rendition of it is cut from, and the facts about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import pyvips

from imgorigin.errors import PaintFailed
from imgorigin.imaging.placeholder import glance
from imgorigin.painters.base import MasterFormat, Painting
from imgorigin.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Master:
    """`data` is an SVG drawing or a PNG, lossless both; `facts` are JSON values: the recipe, what the painter
    told (alt, title, unknown, not_done) and what a glance showed (thumbhash, dominantColor, focus). What the
    painter tells of itself is not looked for: it knows better where its subject stands."""

    format: MasterFormat
    data: bytes
    facts: Mapping[str, Any]

    @classmethod
    def of(cls, painting: Painting, recipe: Recipe) -> Self:
        """Look at a fresh painting and note what every rendition and its JSON will want to know. Blocks.
        Raises PaintFailed for what is no picture."""
        try:
            seen = glance(painting.data)
        except pyvips.Error as error:
            raise PaintFailed("The painter handed back what is no picture.") from error
        facts = {**seen, **painting.facts, "recipe": recipe.to_dict()}
        return cls(painting.format, painting.data, facts)

    @property
    def recipe(self) -> Recipe:
        return Recipe.from_dict(self.facts["recipe"])

    def to_bytes(self) -> bytes:
        """One line of JSON, then the data: `head -1` of the file tells what it is."""
        head = json.dumps({"format": self.format, **self.facts}, ensure_ascii=False, sort_keys=True)
        return head.encode() + b"\n" + self.data

    @classmethod
    def from_bytes(cls, blob: bytes) -> Self:
        head, _, data = blob.partition(b"\n")
        facts = json.loads(head)
        return cls(facts.pop("format"), data, facts)


def master_key(recipe: Recipe) -> str:
    """Where a recipe's master lies in a store."""
    return f"masters/{recipe.key[:2]}/{recipe.key}"
