"""Benches of tiny pipelines, jobs for them, and someone who watches."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyvips

from imgorigin.address import Size
from imgorigin.painters.base import Inputs, Job, Painting
from imgorigin.painters.diffusers.bench import open_bench
from imgorigin.painters.diffusers.engine import Engine
from imgorigin.painters.diffusers.pixels import png
from imgorigin.recipe import Recipe

CANVAS = Size(64, 64)


@dataclass
class Onlooker:
    """Implements Watch: keeps what it is told, wants all jobs but the `unwanted`, and looks at previews of
    those `watched`."""

    steps: list[tuple[int, int]] = field(default_factory=list)
    previews: list[tuple[int, bytes]] = field(default_factory=list)
    unwanted: set[int] = field(default_factory=set)
    watched: set[int] = field(default_factory=set)
    loads: list[str] = field(default_factory=list)

    def step(self, done: int, steps: int) -> None:
        self.steps.append((done, steps))

    def preview(self, index: int, png: bytes) -> None:
        self.previews.append((index, png))

    def loading(self) -> None:
        self.loads.append("loading")

    def loaded(self) -> None:
        self.loads.append("loaded")

    def is_wanted(self, index: int) -> bool:
        return index not in self.unwanted

    def is_watched(self, index: int) -> bool:
        return index in self.watched


def bench(*folders: Path, card: dict[str, Any] | None = None, **config: Any) -> Engine:
    """A bench of these folders, each a model named for it, of two steps; `card` is said of all of them."""
    usual = {"steps": {"default": 2, "least": 1, "most": 50}}
    cards = [{"slug": one.name, "folder": str(one), **usual, **(card or {})} for one in folders]
    made = open_bench({"cards": cards, "device": "cpu", **config})
    assert isinstance(made, Engine)
    return made


def recipe(model: str, prompt: str = "a red fox", **more: Any) -> Recipe:
    usual: dict[str, Any] = {"prompt": prompt, "model": model, "revision": "1", "seed": 7, "canvas": CANVAS}
    return Recipe(**usual | more)


def job(model: str, prompt: str = "a red fox", *images: bytes, mask: bytes | None = None, **more: Any) -> Job:
    """`images` are uploads, unless the recipe has a source."""
    if "source" not in more:
        more["images"] = tuple(f"{at:064x}" for at in range(len(images)))
    more["mask"] = "m" * 64 if mask else ""
    return Job(recipe(model, prompt, **more), Inputs(images, mask))


def edit(model: str, instruction: str, image: bytes, **more: Any) -> Job:
    return job(model, "a red fox", image, source=recipe(model), instruction=instruction, **more)


def painted(of: Engine, *jobs: Job, watch: Onlooker | None = None) -> list[Painting]:
    """The paintings in the jobs' order. Raises what the first that failed did."""
    finishers = dict(of.paint(jobs, watch or Onlooker()))
    assert sorted(finishers) == list(range(len(jobs)))
    return [finishers[at]() for at in range(len(jobs))]


def outcomes(of: Engine, *jobs: Job, watch: Onlooker | None = None) -> list[Painting | Exception]:
    """As `painted`, with exceptions in the places of what failed."""
    found: dict[int, Painting | Exception] = {}
    for at, finish in of.paint(jobs, watch or Onlooker()):
        assert at not in found
        try:
            found[at] = finish()
        except Exception as error:
            found[at] = error
    return [found[at] for at in range(len(jobs))]


def pixels(painting: Painting | bytes) -> pyvips.Image:
    data = painting if isinstance(painting, bytes) else painting.data
    return pyvips.Image.new_from_buffer(data, "")


def difference(one: Painting | bytes, other: Painting | bytes) -> float:
    """The largest between two pixels, in levels of 255."""
    found: Any = (pixels(one).cast("short") - pixels(other).cast("short")).abs().max()
    return float(found)


def photo(width: int = 64, height: int = 64) -> bytes:
    """A PNG with colours and edges everywhere, and no two sides alike."""
    grid = pyvips.Image.xyz(width, height)
    red, green = grid[0] * (255 / width), grid[1] * (255 / height)
    blue = ((grid[0] / 9 + grid[1] / 7) * 40 % 200) + 20
    image = red.bandjoin(green).bandjoin(blue).cast("uchar").copy(interpretation="srgb")
    return png(image.copy_memory())
