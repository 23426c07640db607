"""The stage a place is painted on: a drawing, the scene, its light, and a random stream for each layer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.light import Light, light_of
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.svg import Drawing

UNIT: Final = 1000.0
"""The shorter side of every picture, in units of the drawing."""


_PANORAMA: Final = 2800
"""Units of the longer side from which there are twice as many of them as pixels, about."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a subject is seen. `face` is the share of its height, from the top, that one looks at."""

    noun: str
    left: float
    top: float
    right: float
    foot: float
    face: float = 0.5


class Stage:
    """What painting a place needs. Sizes are in units: the shorter side is UNIT, the longer up to 8 UNIT.
    They are whole tenths, as coordinates are written: what reaches to an edge reaches it exactly.

    `shade` is the share of the light's ambient colour that things take on; interiors lessen it. `coarse`: a
    unit is so small that details of one need not be drawn. `sights` are the subjects drawn so far;
    `attention` is where a place without any asks one to look. `calm` is the side of the picture that is
    left to text: if left or right, the stage is wider than the picture, its middle what is seen beside that.
    """

    def __init__(self, scene: Scene, pixels: tuple[int, int], *, shade: float = 1.0, calm: str = "") -> None:
        self.scene = scene
        self.calm = calm
        self.pixels = pixels
        self.w, self.h = (round(side * UNIT / min(pixels), 1) for side in pixels)
        self.light: Light = light_of(scene)
        self.shade = self.light.strength * shade
        self.coarse = max(self.w, self.h) > _PANORAMA
        self.draw = Drawing(coarse=self.coarse)
        self.sights: list[Sight] = []
        self.attention: tuple[float, float] | None = None

    @contextmanager
    def layer(self, name: str) -> Iterator[Stream]:
        """A group of the drawing, and the randomness it is drawn with.

        Weather, time and mood must not change how many numbers a layer takes from its stream: then an
        edited picture keeps its shapes. What only some light draws gets a layer of its own.
        """
        with self.draw.group(f'class="{name}"'):
            yield self.stream(name)

    def stream(self, name: str) -> Stream:
        return Stream(self.scene.seed, name)

    def attend(self, x: float, y: float) -> None:
        """The place's main thing is there. The last word counts: a peak's after the sun's."""
        self.attention = (x, y)

    @cached_property
    def sun_x(self) -> float:
        """Where the light comes from. Left or right of the middle, which is the subject's."""
        rng = self.stream("sun")
        side = rng.pick((-1, 1))
        return self.w * (0.5 + side * rng.between(0.08, 0.24))

    def horizon(self, share: float, deepest: float = 700) -> float:
        """A horizon `share` of the way down, with no more than `deepest` units of land below it."""
        return max(self.h * share, self.h - deepest)

    def has(self, *names: str) -> bool:
        """Whether any of these conditions or details is in the scene."""
        return any(name in self.scene.conditions or name in self.scene.details for name in names)

    def lit(self, color: str, share: float = 1.0) -> str:
        """A thing's own colour as it looks in this light."""
        return palette.mix(color, self.light.ambient, min(1.0, self.shade * share))

    def sky_at(self, height: float) -> str:
        """The sky's colour, 0 at the zenith, 1 at the horizon."""
        return palette.between(self.light.sky, height)
