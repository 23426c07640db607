"""The shape of a picture: turned, flipped, cut. A result may have another size than the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pyvips

from imgorigin.painters.retouch.step import NotPossible, Step

Point = tuple[float, float]

LEAST_SIDE = 16
"""Pixels. Of less, some operations leave nothing."""
_ZOOM = 1.5
FILLED = 0.86
"""Of a picture's sides, by what is to fill it."""
_CLOSEST = 2.0
"""The most that a crop to another shape enlarges what is left."""
_RATIO = {"square": (1, 1), "circle": (1, 1)}


def workable(image: pyvips.Image) -> pyvips.Image:
    """The picture, each side enlarged to what any operation can work on."""
    across, down = (max(1.0, LEAST_SIDE / side) for side in (image.width, image.height))
    return image if across == down == 1 else image.resize(across, vscale=down, kernel="linear")


def turn_of(step: Step) -> float:
    """Degrees clockwise, 0 up to 360."""
    if step.name == "upside down":
        return 180
    turns = 90.0 if not {"half"} & set(step.where) else 180.0
    degrees = step.number or turns
    counter = "counter" in step.where or ("left" in step.where and "right" not in step.where)
    return (-degrees if counter else degrees) % 360


def rotate(image: pyvips.Image, step: Step) -> pyvips.Image:
    """By quarter turns as it is; by other angles enlarged until no corner is empty."""
    degrees = turn_of(step)
    if not degrees:
        raise NotPossible("a whole turn leaves it as it is")
    quarters = {0: "d0", 90: "d90", 180: "d180", 270: "d270"}
    if degrees in quarters:
        return image.rot(quarters[int(degrees)])
    scale = covering_scale(image.width, image.height, degrees)
    turned = image.similarity(angle=degrees, scale=scale, interpolate=pyvips.Interpolate.new("bicubic"))
    left, top = (turned.width - image.width) // 2, (turned.height - image.height) // 2
    return turned.crop(left, top, image.width, image.height).cast("uchar")


def covering_scale(width: float, height: float, degrees: float) -> float:
    """How much a turned picture has to grow to cover the frame that it had."""
    angle = math.radians(degrees)
    longer, shorter = max(width, height), min(width, height)
    return abs(math.cos(angle)) + abs(math.sin(angle)) * longer / shorter + 0.004


def flip(image: pyvips.Image, step: Step) -> pyvips.Image:
    return image.flipver() if is_upside_down(step) else image.fliphor()


def is_upside_down(step: Step) -> bool:
    """Whether a flip swaps top and bottom; the usual one swaps left and right."""
    return "vertical" in step.where and "horizontal" not in step.where


def is_zoom_out(step: Step) -> bool:
    """Whether a zoom is to show more of what there is."""
    return step.name == "zoom" and "out" in step.where


def window_of(step: Step, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of what a crop or zoom keeps."""
    where = set(step.where)
    if step.name == "zoom":
        kept = 1 / _zoom(step)
        wide, tall = width * kept, height * kept
    elif where & _RATIO.keys():
        wide = tall = min(width, height)
    elif step.unit == "ratio":
        wide, tall = min(width, height * step.number), min(height, width / step.number)
    elif (
        where & {"half", "third", "quarter"} or step.unit == "%" or where & {"left", "right", "top", "bottom"}
    ):
        part = _part(step)
        across, along = where & {"left", "right"}, where & {"top", "bottom"}
        wide = width * part if across or not along else width
        tall = height * part if along or not across else height
    else:
        wide, tall = width * 0.8, height * 0.8
    x, y = step.at
    left = 0.0 if "left" in where else width - wide if "right" in where else x * width - wide / 2
    top = 0.0 if "top" in where else height - tall if "bottom" in where else y * height - tall / 2
    return min(max(0.0, left), width - wide), min(max(0.0, top), height - tall), wide, tall


def filling(wide: float, tall: float, width: float, height: float) -> float:
    """By what a thing is to be enlarged to fill a picture, with a margin around it."""
    return FILLED * min(width / wide, height / tall)


def aimed(steps: Sequence[Step], focus: Point, size: tuple[float, float]) -> list[Step]:
    """The steps on a picture of that size, those that cut it to a shape centred on what one looks at.

    The picture keeps its size: a crop to a shape, cut again to fill the frame, is a zoom. A circle alone
    stays whole, and what is around it empty.
    """
    done = []
    for step in steps:
        one = step
        if step.name == "crop" and keeps_its_shape(step):
            one = replace(step, at=focus) if is_circle(step) else _filling(step, focus, size)
        focus, size = followed(focus, one, *size)
        done.append(one)
    return done


def _filling(step: Step, focus: Point, size: tuple[float, float]) -> Step:
    """The zoom that shows what a crop to a shape keeps, as far as a frame of that size is filled by it."""
    _, _, wide, tall = window_of(step, *size)
    factor = (wide / tall) / (size[0] / size[1])
    return Step("zoom", number=min(_CLOSEST, max(factor, 1 / factor)), unit="x", at=focus)


def keeps_its_shape(step: Step) -> bool:
    """Whether a crop is to a shape of its own, around what one looks at."""
    return step.unit == "ratio" or bool(_RATIO.keys() & set(step.where))


def is_circle(step: Step) -> bool:
    return "circle" in step.where and step.name == "crop"


def followed(focus: Point, step: Step, width: float, height: float) -> tuple[Point, tuple[float, float]]:
    """Where a point of a picture (in shares of its sides) is after a step, and the size the picture has then.
    For a point that was cut away, the middle."""
    x, y = focus
    if step.name == "flip":
        return ((x, 1 - y) if is_upside_down(step) else (1 - x, y)), (width, height)
    if step.name in ("rotate", "upside down"):
        return _turned(focus, turn_of(step), width, height)
    if step.name == "fill":
        return (0.5, 0.5), (width, height)
    if step.name not in ("crop", "zoom"):
        return focus, (width, height)
    left, top, wide, tall = window_of(step, width, height)
    size = (width, height) if step.name == "zoom" else (wide, tall)
    x, y = (x * width - left) / wide, (y * height - top) / tall
    return (x, y) if 0 <= x <= 1 and 0 <= y <= 1 else (0.5, 0.5), size


def _turned(focus: Point, degrees: float, width: float, height: float) -> tuple[Point, tuple[float, float]]:
    angle, quarter = math.radians(degrees), degrees % 180 == 90
    scale = covering_scale(width, height, degrees) if degrees % 90 else 1.0
    x, y = (focus[0] - 0.5) * width * scale, (focus[1] - 0.5) * height * scale
    across = x * math.cos(angle) - y * math.sin(angle)
    down = x * math.sin(angle) + y * math.cos(angle)
    wide, tall = (height, width) if quarter else (width, height)
    return (_clamped(0.5 + across / wide), _clamped(0.5 + down / tall)), (wide, tall)


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share))


def crop(image: pyvips.Image, step: Step) -> pyvips.Image:
    left, top, wide, tall = (round(value) for value in window_of(step, image.width, image.height))
    wide, tall = max(1, min(wide, image.width - left)), max(1, min(tall, image.height - top))
    return image.crop(left, top, wide, tall)


def zoom(image: pyvips.Image, step: Step) -> pyvips.Image:
    """Closer, in the same size."""
    if is_zoom_out(step):
        raise NotPossible("there is nothing around the picture to be shown")
    part = crop(image, step)
    scaled = part.thumbnail_image(image.width, height=image.height, size="force")
    return scaled.cast("uchar")


def _zoom(step: Step) -> float:
    if step.unit == "%" or step.number > 10:
        factor = step.number / 100 if step.number > 100 else 1 + step.number / 100
    else:
        factor = step.number or 1 + (_ZOOM - 1) * step.amount
    return min(8.0, max(1.0, factor))


def _part(step: Step) -> float:
    named = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4}
    given = min(step.number, 100) / 100 if step.number and step.unit == "%" else 0
    return given or next((share for name, share in named.items() if name in step.where), 1 / 2)


def placed(image: pyvips.Image, width: int, height: int, *, whole: bool = False) -> pyvips.Image:
    """The picture in a frame of that size: covering it and cut; or `whole`, the rest transparent."""
    if (image.width, image.height) == (width, height):
        return image
    choose = min if whole else max
    scale = choose(width / image.width, height / image.height)
    wide, tall = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    scaled = image.thumbnail_image(wide, height=tall, size="force")
    if not whole:
        return scaled.crop((wide - width) // 2, (tall - height) // 2, width, height)
    alpha = scaled if scaled.hasalpha() else scaled.addalpha()
    return alpha.gravity("centre", width, height, extend="background", background=[0, 0, 0, 0])
