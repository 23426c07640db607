"""One picture of a model, painted without a server, before the eyes of whoever asked for it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from imgorigin.capability import check
from imgorigin.crew import painters_of
from imgorigin.painters.base import NOTHING, Painter, Painting
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.recipe import Recipe
from imgorigin.settings import Settings


def model_painter(settings: Settings) -> Painter | None:
    """Of the first model that is set, on the first device, not started yet; None if that is the sketch
    painter. Raises SettingsError."""
    if not settings.model or settings.model[0] == SKETCH.name:
        return None
    device = settings.device.partition(",")[0]
    alone = settings.model_copy(update={"model": settings.model[:1], "device": device, "workers": 1})
    return painters_of(alone, at_once=True)[0]


async def painted(painter: Painter, recipe: Recipe) -> Painting:
    """The painter is started for this one recipe, and stopped. Raises as `Painter.start` and `paint` do, and
    Unsupported or InvalidRequest for what its model cannot do."""
    check(recipe, painter.models)
    try:
        with Steps(recipe.model) as steps:
            await painter.start()
            return await painter.paint(recipe, NOTHING, steps)
    finally:
        with contextlib.suppress(TimeoutError):  # what is still at work is wanted no more
            async with asyncio.timeout(0):
                await painter.close()


class Steps:
    """Implements Onlooker: a bar at a terminal, and nothing elsewhere."""

    def __init__(self, model: str) -> None:
        console = Console(stderr=True)
        columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
        self._bars = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._model = model
        self._task: TaskID = self._bars.add_task(f"loading {model}", total=None)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bars.stop()

    def loading(self) -> None:
        self._bars.update(self._task, description=f"loading {self._model}")

    def began(self) -> None:
        self._bars.update(self._task, description="painting")

    def step(self, done: int, steps: int) -> None:
        self._bars.update(self._task, completed=done, total=steps)

    def preview(self, png: bytes) -> None:
        pass

    @property
    def is_watched(self) -> bool:
        return False
