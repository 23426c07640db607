"""The table of operations: step name -> what it does to pixels. To add one: a row here, a row in `words`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pyvips

from imgorigin.painters.retouch import frames, shapes, softness, tones
from imgorigin.painters.retouch.air import AIR
from imgorigin.painters.retouch.cutout import cut_out, subject_mask
from imgorigin.painters.retouch.lettering import written
from imgorigin.painters.retouch.pixels import canvas_svg, drawn_over, plain
from imgorigin.painters.retouch.step import NotPossible, Step

OPAQUE: Final = 255
FAINT: Final = 8
"""Levels of alpha that nobody sees."""
MOST_ENLARGED: Final = 2.0
"""Times: beyond, pixels are seen."""

Operation = Callable[[pyvips.Image, Step], pyvips.Image]


def write(image: pyvips.Image, step: Step) -> pyvips.Image:
    markup = written(step, image.width, image.height)
    return drawn_over(image, canvas_svg(image.width, image.height, markup))


def crop(image: pyvips.Image, step: Step) -> pyvips.Image:
    cut = shapes.crop(image, step)
    return frames.circle(cut) if shapes.is_circle(step) else cut


def cutout(image: pyvips.Image, step: Step) -> pyvips.Image:
    return cut_out(image, subject_mask(image))


def blur_background(image: pyvips.Image, step: Step) -> pyvips.Image:
    return softness.blur_background(image, step, subject_mask(image))


def fill(image: pyvips.Image, step: Step) -> pyvips.Image:
    """What is not transparent, in the middle and as large as fits."""
    if not image.hasalpha() or image[3].min() == OPAQUE:
        raise NotPossible("nothing of the picture is transparent")
    left, top, wide, tall = image[3].find_trim(background=[0], threshold=FAINT)
    if not (wide and tall):
        raise NotPossible("nothing of the picture is to be seen")
    scale = min(shapes.filling(wide, tall, image.width, image.height), MOST_ENLARGED)
    cut = image.crop(left, top, wide, tall).premultiply().resize(scale).unpremultiply().cast("uchar")
    x, y = (image.width - cut.width) // 2, (image.height - cut.height) // 2
    return cut.embed(x, y, image.width, image.height)


OPERATIONS: Final[dict[str, Operation]] = {
    "cutout": cutout,
    "fill": fill,
    "blur background": blur_background,
    "text": write,
    "upside down": shapes.rotate,
    "rotate": shapes.rotate,
    "flip": shapes.flip,
    "crop": crop,
    "zoom": shapes.zoom,
    "rounded": frames.rounded,
    "border": frames.border,
    "shadow": frames.shadow,
    "vignette": tones.vignette,
    **dict.fromkeys(tones.TONES, tones.tone),
    "posterise": tones.posterise,
    "pixelate": softness.pixelate,
    "sharpen": softness.sharpen,
    "blur": softness.blur,
    **AIR,
}


def done(image: pyvips.Image, step: Step) -> pyvips.Image:
    """The picture after one step, in memory. Raises NotPossible."""
    return OPERATIONS[step.name](plain(image), step).copy_memory()
