"""A blueprint: white lines on blue, a grid, and the frame and title block of a technical drawing."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.styles.base import Sheet, Style
from imgorigin.painters.sketch.styles.outline import Box
from imgorigin.painters.sketch.styles.shapes import Shape, shapes_of
from imgorigin.painters.sketch.styles.strokes import Hand, outlined
from imgorigin.painters.sketch.svg import Drawing, box, trace

_BLUE: Final = "#17479e"
_DEEP: Final = "#0f3583"
_PALE: Final = "#bfe3ff"
_GRID: Final = 25.0
_MARGIN: Final = 26.0
_MEASURED: Final = 20_000
"""Square units from which a subject gets its measures."""


def dress(sheet: Sheet) -> str:
    drawn = outlined(sheet, Hand(_fill, _line, lambda shape: "", weight=1.15))
    return f'<rect width="{sheet.w:.1f}" height="{sheet.h:.1f}" fill="{_BLUE}"/>{drawn}{_paper(sheet)}'


def _fill(shape: Shape) -> str:
    """The paper's blue, a little deeper for what is dark."""
    return palette.mix(_BLUE, _DEEP, min(1.0, max(0.0, 1.05 - shape.lightness)))


def _line(shape: Shape) -> str:
    return palette.WHITE if shape.is_icon else palette.mix(_PALE, _BLUE, 0.28 * shape.lightness)


def _paper(sheet: Sheet) -> str:
    draw, w, h, m = sheet.overlay(), sheet.w, sheet.h, _MARGIN
    for step, opacity in ((_GRID, 0.10), (_GRID * 5, 0.16)):
        upright = "".join(trace(("M", i * step, 0), ("V", h)) for i in range(1, int(w / step) + 1))
        level = "".join(trace(("M", 0, i * step), ("H", w)) for i in range(1, int(h / step) + 1))
        draw.line(upright + level, _PALE, 1.2, opacity=opacity, cap="butt")
    draw.line(box(m, m, w - 2 * m, h - 2 * m), _PALE, 2.6, opacity=0.9)
    draw.line(box(m * 0.6, m * 0.6, w - 1.2 * m, h - 1.2 * m), _PALE, 1, opacity=0.6)
    _measures(draw, _subject(sheet))
    if w > 700 and h > 700:
        _title_block(draw, w, h)
    return draw.text()


def _title_block(draw: Drawing, w: float, h: float) -> None:
    """The box in the lower right corner: ruled lines, and strokes where words would stand."""
    left, top, right, bottom = w - _MARGIN - 230, h - _MARGIN - 92, w - _MARGIN, h - _MARGIN
    draw.rect(left, top, right - left, bottom - top, _BLUE)
    rules = box(left, top, right - left, bottom - top)
    rules += trace(("M", left, top + 34), ("H", right), ("M", left + 150, top + 34), ("V", bottom))
    rules += trace(("M", left, top + 63), ("H", right))
    draw.line(rules, _PALE, 2)
    words = ((16, 17, 110), (16, 48, 84), (16, 78, 60), (164, 48, 44), (164, 78, 30))
    text = "".join(trace(("M", left + x, top + y), ("h", length)) for x, y, length in words)
    draw.line(text, _PALE, 5, opacity=0.85)


def _measures(draw: Drawing, subject: Box | None) -> None:
    """Arrows along the width and the height of what the picture is about."""
    if not subject or subject.area < _MEASURED:
        return
    x, y = subject.right + 34, subject.bottom + 26
    lines = trace(("M", x, subject.top), ("V", subject.bottom), ("M", subject.left, y), ("H", subject.right))
    for end in (subject.top, subject.bottom):
        lines += trace(("M", x - 12, end), ("h", 24))
    for end in (subject.left, subject.right):
        lines += trace(("M", end, y - 12), ("v", 24))
    draw.line(lines, "#ffe9a8", 2.2, opacity=0.9)


def _subject(sheet: Sheet) -> Box | None:
    """The box around the subjects on the ground."""
    boxes = [shape.box for shape in shapes_of(sheet.drawing) if shape.is_icon and shape.layer == "subjects"]
    if not boxes:
        return None
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right, bottom) if bottom < sheet.h - 60 and right < sheet.w - 60 else None


BLUEPRINT = Style("blueprint", phrase="A blueprint of", label="blueprint", dress=dress)
