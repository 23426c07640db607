"""Roses: one on its stem, and a bunch of them wrapped in paper."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, mix, toned
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, moved, oval, shape, stroke

_STEM: Final = "#3f7d44"
_PALE: Final = 0.85
"""Lightness above which the heart of a rose is warmer than its petals, not grey."""
_LEAF: Final = ("#4f9a52", "#3a7f46", "#7cbc72")


def _leaf(x: float, y: float, turn: float, size: float = 1) -> str:
    """Pointing up from (x, y), with its midrib."""
    base, shade, light = _LEAF
    drawing = (
        shape("M0 0C-3.4-1.8-3.6-5.4 0-9 3.6-5.4 3.4-1.8 0 0z", base)
        + shape("M0 0C3.4-1.8 3.6-5.4 0-9z", shade)
        + stroke("M0-.4v-7", light, 0.35)
    )
    return moved(drawing, x, y, scale=size, turn=turn)


def _bloom(color: str) -> str:
    """A rose's head from the side, some 13 wide, about the origin: petals fold about a spiral."""
    warm = 1.7 if lab(color).lightness > _PALE else 1.02
    deep, dark = toned(color, -0.12, warm), toned(color, -0.19, warm)
    lit, rim = lighter(color, 0.14), lighter(color, 0.34)
    return (
        shape("M-5.6-2C-6.2-5.6-3-7.4 0-7.2S6.2-5.6 5.6-2 3 5 0 5-5-1.6-5.6-2z", deep)
        + oval(0, -4, 4.2, 3, dark)
        + shape("M-4.2-4.4C-3.6-7.2 3.6-7.2 4.2-4.4 3.4-2 1.6-1.2 0-1.2S-3.4-2-4.2-4.4z", deep)
        + stroke(
            "M-2.9-4.6c.6-1.6 4.4-1.9 5.4-.2M2.5-4.8c-.2 1.8-3.4 2.2-4 .7-.2-1.1 1.7-1.7 2.7-.9", rim, 0.55
        )
        + shape(
            "M-6.2-3.2C-5.6-4.4-4.6-4.6-4.2-4-2.6-1.6.6-1 3 .8 2.6 4.2 1 5.8-.6 6-4 5.6-7.2.8-6.2-3.2z", color
        )
        + shape(
            "M6.2-3.2C5.6-4.4 4.6-4.6 4.2-4 3.2-1.6-.2.4-1.6 2.2-1.6 4.6-.4 5.8.8 6 4 5.6 7.2.8 6.2-3.2z", lit
        )
        + shape("M6.2-3.2C7 .6 4.2 5.6.8 6c1.8-2 3.8-4.8 4.4-8.9z", color)
        + stroke(
            "M-6-3.1c.5-.9 1.3-1.1 1.7-.6C-3.4-2.2-1.6-1.4.2-.6M6-3.1c-.5-.9-1.3-1.1-1.7-.6C3.4-1.9 0 "
            ".2-1.5 2.1",
            rim,
            0.5,
        )
    )


def _sepals() -> str:
    return shape("M-3.4 4.2C-1.6 5.2 1.6 5.2 3.4 4.2 3 6.6 1.4 7.6 0 7.6S-3 6.6-3.4 4.2z", _LEAF[1])


def rose(color: str) -> str:
    """On a thorny stem, standing."""
    return (
        stroke("M16 14c-.6 5 .4 10.6 0 16", _STEM, 1.1)
        + shape("M15.4 19.2l-1.8-.7 1.9-.8zM16.4 25.6l1.7-.7-1.7-.8z", _STEM)
        + _leaf(15.8, 24.4, -58)
        + _leaf(16.2, 21.4, 60, 0.9)
        + _leaf(15.9, 28.8, 48, 0.7)
        + moved(_sepals() + _bloom(color), 16, 8.8, scale=1.12)
    )


def bouquet(color: str) -> str:
    """Seven roses in paper, standing."""
    paper, ribbon = "#f6ead8", mix(color, "#7a2f4a", 0.45)
    sprigs = "".join(
        stroke(f"M16 18L{x} {y}", _LEAF[2], 0.35)
        + "".join(oval(x + dx, y + dy, 0.75, 0.75, "#fffdf6") for dx, dy in ((0, 0), (1.3, 0.9), (-1.1, 1)))
        for x, y in ((3.8, 5.6), (11, 1.4), (21.4, 1.4), (28.2, 5.6))
    )
    leaves = "".join(_leaf(16, 17, turn, 1.45) for turn in (-72, -48, -16, 16, 48, 72))
    blooms = "".join(
        moved(_bloom(tone), x, y, scale=size)
        for x, y, size, tone in (
            (10, 5.4, 0.62, toned(color, -0.05)),
            (22, 5.4, 0.62, toned(color, -0.05)),
            (16, 4.2, 0.66, color),
            (6.6, 10.4, 0.64, color),
            (25.4, 10.4, 0.64, color),
            (12, 11, 0.74, lighter(color, 0.08)),
            (20.2, 11, 0.74, color),
        )
    )
    return (
        shape(
            "M16 21.5L4.6 12.2c-.6-.5-1.2-.1-1 .6L12.8 24zM16 21.5l11.4-9.3c.6-.5 1.2-.1 1 .6L19.2 24z",
            mix(paper, "#8a6a4a", 0.2),
        )
        + leaves
        + sprigs
        + blooms
        + shape("M2.8 13.6c5 1.6 9 3.4 13.2 3.4s8.2-1.8 13.2-3.4L19 24.4l2 6H11l2-6z", paper)
        + shape("M29.2 13.6L19 24.4l2 6h-4.4l-.2-6 2-7.6c3.4-.6 6.8-2 10.8-3.2z", mix(paper, "#8a6a4a", 0.14))
        + shape("M2.8 13.6L16 23.8 13 24.4z", mix(paper, "#ffffff", 0.55))
        + shape("M12.4 23.4h7.2l.2 2.2h-7.6z", ribbon)
        + shape(
            "M16 24.4c-1.8-2.8-4.8-2.6-5.2-.9-.4 1.7 2.4 2.4 5.2.9zM16 24.4c1.8-2.8 4.8-2.6 5.2-.9.4 "
            "1.7-2.4 2.4-5.2.9z",
            lighter(ribbon, 0.14),
        )
        + stroke("M15.6 24.8l-1.8 4M16.4 24.8l1.8 4", lighter(ribbon, 0.14), 0.8)
        + oval(16, 24.4, 0.9, 0.8, ribbon)
    )


FLOWERS: Final = {
    "rose": Drawn(rose, ("#d8263f", "#e8607f", "#f0b84a"), (7.8, 0.6, 24, FOOT)),
    "bouquet": Drawn(bouquet, ("#d93a52", "#ef8fa6", "#f2b36a", "#f6e6d4"), (2.4, 0, 29.6, FOOT)),
}
