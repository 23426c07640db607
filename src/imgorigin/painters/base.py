"""The seam between the service and whatever paints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from imgorigin.recipe import Model, Recipe

MasterFormat = Literal["svg", "png"]


@dataclass(frozen=True, slots=True)
class Painting:
    """What a painter hands back.

    `data` is the master: a PNG of the recipe's canvas size, or an SVG drawing whose viewBox has the
    canvas's proportions. Both lose nothing; a drawing is cut sharp at any size.

    `facts` are JSON values about the picture. Known keys, all optional: `alt` and `title` (plain language),
    `focus` (what to keep in a crop, as [x, y] in parts of width and height; else a glance finds it),
    `unknown` (words of the prompt the painter could make nothing of), `not_done` (instructions likewise).
    """

    data: bytes
    format: MasterFormat
    facts: Mapping[str, Any] = field(default_factory=dict)


class Painter(Protocol):
    """Paints one recipe a call; may be called concurrently."""

    @property
    def model(self) -> Model: ...

    @property
    def restarts(self) -> int:
        """How many processes had to be replaced."""
        ...

    async def start(self) -> None:
        """Be ready before the first recipe comes. Raises PainterUnavailable."""
        ...

    async def check(self) -> None:
        """Raises PainterUnavailable if a recipe could not be painted now."""
        ...

    async def paint(self, recipe: Recipe) -> Painting:
        """Raises PaintFailed or NotUnderstood for a recipe it cannot paint, PainterUnavailable if the fault
        is its own, ShuttingDown if it was closed before it was done."""
        ...

    async def close(self) -> None:
        """Finish what is being painted, and stop. If the caller is cancelled, stop at once."""
        ...
