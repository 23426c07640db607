"""What every painter does, whatever it paints with.

A test module derives a class from PainterContract and gives it a fixture `painter` that is started; it is
closed at the end by whoever made it.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import pyvips

from imgorigin.address import Size
from imgorigin.errors import ShuttingDown
from imgorigin.painters.base import Painter, Painting
from imgorigin.recipe import Model, Recipe


class Looker:
    """Implements Onlooker: keeps what it is told."""

    def __init__(self) -> None:
        self.begun = 0
        self.steps: list[tuple[int, int]] = []

    def loading(self) -> None:
        pass

    def began(self) -> None:
        self.begun += 1

    def step(self, done: int, steps: int) -> None:
        self.steps.append((done, steps))

    def preview(self, png: bytes) -> None:
        pass

    @property
    def is_watched(self) -> bool:
        return True


def model_of(painter: Painter) -> Model:
    return next(iter(painter.models.values()))


def recipe(painter: Painter, prompt: str = "a red fox", **more: Any) -> Recipe:
    model = model_of(painter)
    usual: dict[str, Any] = {
        "prompt": prompt,
        "model": model.name,
        "revision": model.revision,
        "seed": 7,
        "canvas": model.canvas(Size(64, 64)),
        "steps": model.steps,
        "guidance": model.guidance,
    }
    return Recipe(**usual | more)


def opened(painting: Painting) -> pyvips.Image:
    return pyvips.Image.new_from_buffer(painting.data, "")


class PainterContract:
    async def test_a_painting_is_a_picture_of_the_canvas(self, painter: Painter) -> None:
        for size in (Size(64, 64), Size(128, 64), Size(64, 128)):
            canvas = model_of(painter).canvas(size)
            painting = await painter.paint(recipe(painter, canvas=canvas))
            image = opened(painting)
            if painting.format == "png":
                assert painting.data.startswith(b"\x89PNG")
                assert (image.width, image.height) == (canvas.width, canvas.height)
            else:
                assert abs(image.width / image.height - canvas.ratio) < 0.02

    async def test_the_same_recipe_is_the_same_picture(self, painter: Painter) -> None:
        first, second = [await painter.paint(recipe(painter)) for _ in range(2)]
        assert first == second

    async def test_another_seed_is_another_picture(self, painter: Painter) -> None:
        first, second = [await painter.paint(recipe(painter, seed=seed)) for seed in (7, 8)]
        assert first.data != second.data

    async def test_several_at_once_are_painted_each_for_itself(self, painter: Painter) -> None:
        asked = [recipe(painter, seed=seed) for seed in (1, 2, 3)]
        together = await asyncio.gather(*map(painter.paint, asked))
        assert len({painting.data for painting in together}) == 3
        alone = await painter.paint(asked[1])
        assert _difference(together[1], alone) <= 1, "one level: rounding"

    async def test_who_looks_on_is_told(self, painter: Painter) -> None:
        looker = Looker()
        await painter.paint(recipe(painter), watch=looker)
        assert looker.begun >= 1
        assert all(0 <= done <= steps for done, steps in looker.steps)
        assert looker.steps == sorted(looker.steps)

    async def test_who_gives_up_stops_nobody_else(self, painter: Painter) -> None:
        given_up = asyncio.create_task(painter.paint(recipe(painter, seed=1)))
        kept = asyncio.create_task(painter.paint(recipe(painter, seed=2)))
        await asyncio.sleep(0)
        given_up.cancel()
        await asyncio.gather(given_up, return_exceptions=True)
        assert (await kept).data
        assert (await painter.paint(recipe(painter, seed=1))).data

    async def test_it_is_well_until_it_is_closed_and_then_paints_no_more(self, painter: Painter) -> None:
        await painter.start()
        await painter.check()
        assert painter.restarts == 0
        await painter.close()
        await painter.close()
        with pytest.raises(ShuttingDown):
            await painter.paint(recipe(painter))


def _difference(one: Painting, other: Painting) -> float:
    """The largest between two pixels, in levels of 255."""
    found: Any = (opened(one).cast("short") - opened(other).cast("short")).abs().max()
    return float(found)
