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
from imgorigin.painters.retouch.step import Step

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


OPERATIONS: Final[dict[str, Operation]] = {
    "cutout": cutout,
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
