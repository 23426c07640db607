"""What a style is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles.raster import Raster, rasterized
from imgorigin.painters.sketch.svg import Drawing


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished drawing, `w` x `h` units large, and the scene it shows."""

    drawing: str
    w: float
    h: float
    scene: Scene

    def stream(self, name: str) -> Stream:
        return Stream(self.scene.seed, "style", name)

    def overlay(self) -> Drawing:
        """A drawing to lay over (or under) this one, its definitions named apart."""
        return Drawing("s")

    def raster(self, cell: float) -> Raster:
        """Its colours, one for about every `cell` units."""
        return rasterized(
            self.drawing, self.w, self.h, max(8, round(self.w / cell)), max(8, round(self.h / cell))
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A way to draw whatever there is.

    `dress` makes the finished drawing anew; `paint` paints a scene instead of its place. `phrase` begins
    the alt text ("A watercolor of"), `label` ends the title ("Fox, watercolor"); the plain style has
    neither. Its words stand in the lexicon's STYLES, under its name.
    """

    name: str
    phrase: str = ""
    label: str = ""
    dress: Callable[[Sheet], str] | None = None
    paint: Callable[[Stage], None] | None = None
