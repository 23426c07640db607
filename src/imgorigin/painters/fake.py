"""A painter for tests: paints flat colours, counts, and waits or fails when told to."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any, Final

from imgorigin.errors import ShuttingDown
from imgorigin.painters.base import NOBODY, NOTHING, Inputs, Onlooker, Painting
from imgorigin.recipe import Model, Recipe

MODEL: Final = Model("fake", "1", native_area=256 * 256, divisor=8, max_ratio=4)


class FakePainter:
    """Implements Painter. `paints` counts by prompt, `inputs` are those of the last paint of a prompt, and
    `given_up` the prompts of cancelled ones. `gate` holds every painting back while it is cleared, after
    `step` (done, steps) and `preview` are told. An exception put into `failures` is raised by the next
    painting. `facts` are told of each."""

    def __init__(self, model: Model = MODEL) -> None:
        self.model = model
        self.models = {model.name: model}
        self.paints: Counter[str] = Counter()
        self.inputs: dict[str, Inputs] = {}
        self.given_up: list[str] = []
        self.step: tuple[int, int] | None = None
        self.preview = b""
        self.gate = asyncio.Event()
        self.gate.set()
        self.failures: list[Exception] = []
        self.facts: dict[str, Any] = {}
        self.restarts = 0
        self.is_closed = False

    async def start(self) -> None:
        pass

    async def check(self) -> None:
        pass

    async def paint(self, recipe: Recipe, inputs: Inputs = NOTHING, watch: Onlooker = NOBODY) -> Painting:
        if self.is_closed:
            raise ShuttingDown
        told = ", ".join((recipe.prompt, *recipe.instructions))
        self.paints[recipe.prompt] += 1
        self.inputs[told] = inputs
        watch.began()
        if self.step:
            watch.step(*self.step)
        if self.preview:
            watch.preview(self.preview)
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.given_up.append(told)
            raise
        if self.failures:
            raise self.failures.pop(0)
        width, height = recipe.canvas.width, recipe.canvas.height
        drawing = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}"><rect width="100%" height="100%"'
            f' fill="#{recipe.seed & 0xFFFFFF:06x}"/></svg>'
        )
        return Painting(drawing.encode(), "svg", {"alt": f"A flat colour for {recipe.prompt}.", **self.facts})

    async def close(self) -> None:
        self.is_closed = True
