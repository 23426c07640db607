"""Whether an edit can be seen: a word may be understood and yet change no picture of this scene."""

from __future__ import annotations

from typing import Final

from imgorigin.address import Size
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.scene import Scene

USUAL: Final = Size(1600, 900)


def is_seen(before: Scene, after: Scene, canvas: Size) -> bool:
    """Finishing steps are always seen; of the rest the drawings tell."""
    return before.finish != after.finish or _picture(before, canvas) != _picture(after, canvas)


def _picture(scene: Scene, canvas: Size) -> str:
    """The drawing without the words about it."""
    return drawn(scene, canvas.width, canvas.height).partition("</desc>")[2]
