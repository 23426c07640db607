"""Finishing steps on a drawing: as long as they can be drawn it stays one, sharp at any size; then pixels."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import pyvips

from imgorigin.painters.base import MasterFormat
from imgorigin.painters.retouch import frames, shapes
from imgorigin.painters.retouch.lettering import written
from imgorigin.painters.retouch.operations import done
from imgorigin.painters.retouch.softness import blur_background
from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.retouch.tones import TONES, toned_color
from imgorigin.painters.sketch.focus import followed
from imgorigin.painters.sketch.layers import around_subjects, subjects_of
from imgorigin.painters.sketch.palette import recolored
from imgorigin.painters.sketch.picture import pictured
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.stage import UNIT
from imgorigin.painters.sketch.svg import box, disc, num

_BASE: Final = frozenset({"cutout", "blur background"})
"""What is done to the scene's layers, before everything that is done to the whole."""
_MEASURED: Final = 256
"""Pixels of the shorter side of the picture in which a subject is looked for."""
_FAINT: Final = 8
"""Levels of alpha that nobody sees."""
PIXEL: Final = "pixel"
CELLS: Final = 90
"""Rows of cells of pixel art, as its style has them."""
_TURNS: Final = frozenset({"rotate", "upside down"})
_SHADOWS: Final = 9
"""Rounded boxes that a soft shadow is made of."""


@dataclass(frozen=True, slots=True)
class Page:
    """A drawing being finished: `body` fills width x height units, `pixel` of which are one of the canvas.
    `corner` is the radius its corners were cut with; `cut` that only subjects are left; `whole` that it is to
    be shown uncut; `names` how many ids were given out."""

    body: str
    width: float
    height: float
    pixel: float
    corner: float = 0.0
    cut: bool = False
    whole: bool = False
    names: int = 0

    @property
    def side(self) -> float:
        return min(self.width, self.height)


@dataclass(frozen=True, slots=True)
class Finished:
    """A drawing or a PNG, the steps that could not be done, with the reason, and where to look."""

    data: bytes
    form: MasterFormat
    problems: list[str]
    focus: list[float]


def finished(scene: Scene, width: int, height: int) -> Finished:
    """A scene's picture with its finishing steps: a drawing, or a PNG if one of them needs pixels."""
    is_celled = PIXEL in scene.styles and any(step.name == "cutout" for step in scene.finish)
    if is_celled:  # its cells are of the whole picture, in which no subject is to be told from the rest
        scene = replace(scene, styles=scene.styles - {PIXEL})
    steps = [step for step in scene.finish if step.name not in _BASE]
    quarters = sum(shapes.turn_of(step) % 180 == 90 for step in steps if step.name in _TURNS)
    size = (height, width) if quarters % 2 else (width, height)
    picture = pictured(scene, *size)
    steps = shapes.aimed(steps, picture.focus, size)
    data, form, problems = _carried_out(picture.svg, scene, steps, size, (width, height))
    if is_celled:
        data, form = _celled(data, width, height), "png"
    return Finished(data, form, problems, followed(picture.focus, steps, size, (width, height)))


def _carried_out(
    svg: str, scene: Scene, steps: list[Step], size: tuple[int, int], canvas: tuple[int, int]
) -> tuple[bytes, MasterFormat, list[str]]:
    """The drawing, of that size, with the steps done to it and to its layers, on the canvas."""
    head, body = _parts(svg)
    pixel = UNIT / min(size)
    page = Page(body, round(size[0] * pixel, 1), round(size[1] * pixel, 1), pixel)
    problems: list[str] = []
    base = {step.name: step for step in scene.finish if step.name in _BASE}
    if base and not subjects_of(body):
        problems += [f"{name}: the picture has no subject to set apart from its background" for name in base]
        base = {}
    if "cutout" in base:
        is_filled = any(step.name == "fill" for step in steps)
        page = replace(page, body=subjects_of(body, companions=not is_filled), cut=True)
    elif "blur background" in base:
        image = _with_depth(page, base["blur background"])
        return _as_png(image, steps, canvas, page.whole, problems)
    for at, step in enumerate(steps):
        if step.name == "fill" and not page.cut:  # what is wrong was said of the cut
            continue
        operation = _operation(page, step)
        if operation is None:
            return _as_png(_pixels(page), steps[at:], canvas, page.whole, problems)
        page = operation(page, step)
    return _document(head, _placed(page, *canvas), *canvas), "svg", problems


def _operation(page: Page, step: Step) -> Callable[[Page, Step], Page] | None:
    """How a step is drawn; None if it takes pixels."""
    if page.cut and step.name == "shadow":
        return None
    return _tone if step.name in TONES else _DRAWN.get(step.name)


# --------------------------------------------------------------------------------------------- pixels


def _as_png(
    image: pyvips.Image, steps: list[Step], size: tuple[int, int], whole: bool, problems: list[str]
) -> tuple[bytes, MasterFormat, list[str]]:
    for step in steps:
        try:
            image = done(image, step)
            whole = whole or shapes.is_circle(step)
        except NotPossible as reason:
            problems.append(f"{step.name}: {reason}")
    image = shapes.placed(image, *size, whole=whole)
    return image.write_to_buffer(".png", compression=3, keep="none"), "png", problems


def _celled(drawing: bytes, width: int, height: int) -> bytes:
    """As pixel art: square cells, of which each is there or is not."""
    image = pyvips.Image.thumbnail_buffer(drawing, width, height=height, size="force")
    if not image.hasalpha():
        image = image.addalpha()
    cell = min(width, height) / CELLS
    small = image.premultiply().resize(1 / cell, kernel="linear").unpremultiply().cast("uchar")
    solid = (small[3] >= 128).ifthenelse(255, 0).cast("uchar")
    small = small.extract_band(0, n=3).bandjoin(solid)
    large = small.resize(width / small.width, vscale=height / small.height, kernel="nearest")
    data: bytes = large.copy(interpretation="srgb").write_to_buffer(".png", compression=3, keep="none")
    return data


def _pixels(page: Page) -> pyvips.Image:
    width, height = round(page.width / page.pixel), round(page.height / page.pixel)
    svg = _document(_HEAD, page, width, height)
    image = pyvips.Image.thumbnail_buffer(svg, width, height=height, size="force")
    return image if page.cut or page.corner or page.whole else image.flatten()


def _with_depth(page: Page, step: Step) -> pyvips.Image:
    """The surroundings out of focus behind the sharp subjects."""
    around = _pixels(replace(page, body=around_subjects(page.body)))
    subjects = _pixels(replace(page, body=subjects_of(page.body), cut=True))
    nothing = around.extract_band(0).new_from_image(1).cast("uchar")
    soft = blur_background(around, step, nothing)
    return soft.composite2(subjects, "over").extract_band(0, n=3).cast("uchar").copy(interpretation="srgb")


# -------------------------------------------------------------------------------------------- drawing

_HEAD: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="1" height="1" viewBox="0 0 1 1" preserveAspectRatio="none"><title/><desc/>'
)


def _parts(svg: str) -> tuple[str, str]:
    """Everything up to the description, and the drawing behind it."""
    end = svg.index("</desc>") + len("</desc>")
    return svg[:end], svg[end : -len("</svg>")]


def _document(head: str, page: Page, width: int, height: int) -> bytes:
    start, rest = head.index("<svg"), head[head.index(">", head.index("<svg")) + 1 :]
    opening = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {page.width:.2f} {page.height:.2f}" '
        'preserveAspectRatio="none" role="img">'
    )
    return f"{head[:start]}{opening}{rest}{page.body}</svg>".encode()


def _tone(page: Page, step: Step) -> Page:
    tone = TONES[step.name](step)
    return replace(page, body=recolored(page.body, lambda color: toned_color(color, tone)))


def _flip(page: Page, step: Step) -> Page:
    if shapes.is_upside_down(step):
        return _moved(page, f"translate(0 {num(page.height)}) scale(1 -1)")
    return _moved(page, f"translate({num(page.width)} 0) scale(-1 1)")


def _rotate(page: Page, step: Step) -> Page:
    degrees = shapes.turn_of(step)
    width, height = page.width, page.height
    if degrees % 180 == 90:
        shift = f"translate({num(height)} 0)" if degrees == 90 else f"translate(0 {num(width)})"
        return replace(_moved(page, f"{shift} rotate({num(degrees)})"), width=height, height=width)
    scale = shapes.covering_scale(width, height, degrees) if degrees % 180 else 1.0
    middle = f"{num(width / 2)} {num(height / 2)}"
    back = f"{num(-width / 2)} {num(-height / 2)}"
    return _moved(page, f"translate({middle}) rotate({num(degrees)}) scale({scale:.4f}) translate({back})")


def _crop(page: Page, step: Step) -> Page:
    left, top, width, height = shapes.window_of(step, page.width, page.height)
    page = replace(_moved(page, f"translate({num(-left)} {num(-top)})"), width=width, height=height)
    return replace(_clipped(page, width / 2), whole=True) if shapes.is_circle(step) else page


def _zoom(page: Page, step: Step) -> Page:
    left, top, width, _ = shapes.window_of(step, page.width, page.height)
    return _moved(page, f"scale({page.width / width:.4f}) translate({num(-left)} {num(-top)})")


def _fill(page: Page, step: Step) -> Page:
    """The subjects in the middle, as large as fits. What of them reaches beyond the edges is cut off."""
    scale = _MEASURED / page.side
    seen = _pixels(replace(page, pixel=1 / scale)).extract_band(3)
    left, top, wide, tall = (side / scale for side in seen.find_trim(background=[0], threshold=_FAINT))
    if not (wide and tall):
        return page
    larger = shapes.filling(wide, tall, page.width, page.height)
    x, y = page.width / 2 - larger * (left + wide / 2), page.height / 2 - larger * (top + tall / 2)
    return _moved(_clipped(page, 0), f"translate({num(x)} {num(y)}) scale({larger:.4f})")


def _text(page: Page, step: Step) -> Page:
    markup = written(step, page.width, page.height, name=f"text{page.names}")
    return replace(page, body=page.body + markup, names=page.names + 1)


def _border(page: Page, step: Step) -> Page:
    """Along the edges; round where the corners are."""
    wide = frames.border_width(step, page.side, page.pixel)
    corner = max(0.0, page.corner - wide / 2)
    line = (
        f'<rect x="{num(wide / 2)}" y="{num(wide / 2)}" width="{num(page.width - wide)}" '
        f'height="{num(page.height - wide)}" rx="{num(corner)}" fill="none" '
        f'stroke="{step.color or "#ffffff"}" stroke-width="{num(wide)}"/>'
    )
    return replace(page, body=page.body + line)


def _rounded(page: Page, step: Step) -> Page:
    return _clipped(page, frames.corner_radius(step, page.side, page.pixel))


def _shadow(page: Page, step: Step) -> Page:
    """The picture a little smaller, above boxes that grow and add up to a soft shadow."""
    margin = page.side * frames.MARGIN
    page = _clipped(page, page.corner)
    across, down = 1 - 2 * margin / page.width, 1 - 2 * margin / page.height
    faint = min(0.9, frames.SHADOW_OPACITY * step.amount) / _SHADOWS
    boxes = ""
    for index in range(_SHADOWS):
        grown = margin * (0.72 * index / (_SHADOWS - 1) - 0.06)
        boxes += (
            f'<rect x="{num(margin - grown)}" y="{num(margin - grown + page.side * 0.018)}" '
            f'width="{num(page.width - 2 * (margin - grown))}" '
            f'height="{num(page.height - 2 * (margin - grown))}" '
            f'rx="{num(page.corner * down + grown + 4)}" fill="{step.color or "#0a0a18"}" '
            f'fill-opacity="{faint:.3f}"/>'
        )
    lying = _moved(page, f"translate({num(margin)} {num(margin)}) scale({across:.4f} {down:.4f})")
    return replace(lying, body=boxes + lying.body, corner=page.side * 0.001)


def _vignette(page: Page, step: Step) -> Page:
    ink, deep = step.color or "#07070f", step.share(0.55, most=0.95)
    stops = "".join(
        f'<stop offset="{at}" stop-color="{ink}" stop-opacity="{deep * share:.3f}"/>'
        for at, share in ((0.42, 0), (0.6, 0.13), (0.75, 0.45), (0.9, 0.84), (1, 1))
    )
    name = f"vignette{page.names}"
    shade = (
        f'<defs><radialGradient id="{name}" r="0.7072">{stops}</radialGradient></defs>'
        f'<rect width="{num(page.width)}" height="{num(page.height)}" rx="{num(page.corner)}" '
        f'fill="url(#{name})"/>'
    )
    return replace(page, body=page.body + shade, names=page.names + 1)


_DRAWN: Final[dict[str, Callable[[Page, Step], Page]]] = {
    "flip": _flip,
    "fill": _fill,
    "rotate": _rotate,
    "upside down": _rotate,
    "crop": _crop,
    "zoom": _zoom,
    "text": _text,
    "border": _border,
    "rounded": _rounded,
    "shadow": _shadow,
    "vignette": _vignette,
}
"""Steps that are drawn, besides tones. Any other step makes the picture pixels."""


def _moved(page: Page, transform: str) -> Page:
    return replace(page, body=f'<g transform="{transform}">{page.body}</g>')


def _clipped(page: Page, corner: float) -> Page:
    """Cut at the page's edges, its corners round."""
    shape = box(0, 0, page.width, page.height)
    if corner >= page.side / 2 - 0.5 and math.isclose(page.width, page.height, rel_tol=0.01):
        shape = disc(page.width / 2, page.height / 2, page.side / 2)
    elif corner:
        shape = _rounded_box(page.width, page.height, corner)
    name = f"edge{page.names}"
    body = f'<clipPath id="{name}"><path d="{shape}"/></clipPath><g clip-path="url(#{name})">{page.body}</g>'
    return replace(page, body=body, corner=corner, names=page.names + 1)


def _rounded_box(width: float, height: float, r: float) -> str:
    arc = f"a{num(r)} {num(r)} 0 0 1 "
    across, down = num(width - 2 * r), num(height - 2 * r)
    return (
        f"M{num(r)} 0h{across}{arc}{num(r)} {num(r)}v{down}{arc}{num(-r)} {num(r)}"
        f"h-{across}{arc}{num(-r)} {num(-r)}v-{down}{arc}{num(r)} {num(-r)}z"
    )


def _placed(page: Page, width: int, height: int) -> Page:
    """The page on the canvas: covering it, or whole in its middle."""
    wide, tall = width * UNIT / min(width, height), height * UNIT / min(width, height)
    if math.isclose(page.width / page.height, wide / tall, rel_tol=2e-3):
        return page
    choose = min if page.whole else max
    scale = choose(wide / page.width, tall / page.height)
    left, top = (wide - page.width * scale) / 2, (tall - page.height * scale) / 2
    page = _clipped(page, page.corner) if page.whole else page
    moved = _moved(page, f"translate({num(left)} {num(top)}) scale({scale:.4f})")
    return replace(moved, width=wide, height=tall)
