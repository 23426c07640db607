"""A cup that is won, a brain, and the pieces of a game of chess."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, toned
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    Drawn,
    block,
    both_sides,
    oval,
    shape,
    stroke,
    tones,
)

_WOOD: Final = tones("#5f3f32")


def trophy(color: str) -> str:
    """A cup with two handles and a star, on its plinth."""
    gold, deep = tones(color), toned(color, -0.16, 1.02)
    mid = toned(color, -0.08, 1.02)
    star = "M15.2 7.2l1.4 3 3.3.4-2.4 2.3.6 3.3-2.9-1.6-2.9 1.6.6-3.3-2.4-2.3 3.3-.4z"
    return (
        both_sides(stroke("M8 5.8H4.6c-.9 0-1.4.5-1.3 1.5.4 4 2.9 6.7 7 7.3", mid, 1.7))
        + both_sides(stroke("M8 5.4H4.6c-.7 0-1.2.4-1.1 1.2", gold.light, 0.5))
        + shape("M14.2 18.5h3.6l.7 5.1h-5z", mid)
        + shape("M16.4 18.5h1.4l.7 5.1h-2.1z", deep)
        + oval(16, 19.4, 2.6, 0.9, gold.base)
        + shape("M7.3 3.2h17.4c.2 9-2.3 15.9-8.7 15.9S7.1 12.2 7.3 3.2z", gold.base)
        + shape("M19.8 3.2h4.9c.2 9-2.3 15.9-8.7 15.9 3.4-2.8 4.2-8.9 3.8-15.9z", mid)
        + shape("M9 4.6h2.6c0 5 .7 9.3 2.4 12.4C10.6 14.9 9 10.5 9 4.6z", gold.shine, 0.75)
        + block(6.6, 2.4, 18.8, 1.6, gold.light, corner=0.8)
        + f'<g transform="translate(.8 -.6)">{shape(star, lighter(color, 0.5))}</g>'
        + block(11, 23, 10, 1.7, gold.base, corner=0.6)
        + block(17.6, 23, 3.4, 1.7, mid, corner=0.6)
        + shape("M9.6 24.6h12.8l1 5.8H8.6z", _WOOD.base)
        + shape("M19.4 24.6h3l1 5.8h-3.4z", _WOOD.shade)
        + block(8, 29.2, 16, 1.2, _WOOD.deep, corner=0.3)
        + block(12.4, 25.9, 7.2, 2.3, gold.light, corner=0.3)
        + stroke("M13.6 27h4.8", deep, 0.45)
    )


def brain(color: str) -> str:
    """From the left, with its cerebellum and stem; on a small foot of its own it stands."""
    tone, fold, deep = tones(color), toned(color, -0.13, 1.02), toned(color, -0.2)
    bumps = (
        (7, 16, 5, 4.6),
        (7.6, 11, 4.4, 4.2),
        (12, 7, 4.8, 4.2),
        (18, 5.8, 4.8, 3.8),
        (23.4, 8.6, 4.6, 4.4),
        (26.6, 14, 4.2, 4.8),
        (24.4, 19, 4.8, 3.8),
        (17.6, 19.4, 6, 4.2),
        (11.6, 19.6, 4.6, 3.8),
        (16, 13, 9, 7.6),
    )
    folds = (
        "M2.3 13.6c2.2-.2 3.6.8 4.4 2.9M6.6 6.9c-.5 2.2.4 3.9 2.6 4.7 2.4.8 2.8 2.6 2 4.4"
        "M13.4 3.3c-.3 2.2.4 3.8 2.2 4.9 1.6 1 1.8 2.4 1 4M20.6 2.3c.8 1.7.4 3.3-1.2 4.5"
        "M27.3 5.8c-2.2.3-3.5 1.6-3.7 3.6-.2 1.8-1.4 2.8-3.2 2.7M30.6 12.2c-2.2-.2-3.8.8-4.7 2.8"
        "M5 20.4c3.2.3 5-.8 5.7-2.8M9.4 20.2c4.2.3 6.6-1.4 8.4-3.4 2-2.2 4.4-2.2 6.2-.9"
        "M15.4 23.3c.2-2.2 1.6-3.3 3.8-3.3 1.8 0 2.9-.6 3.5-1.8M26.9 21.9c-.6-1.5-.1-2.8 1.6-3.7"
    )
    return (
        shape("M17.4 22c1.8 2 2.7 4.4 2.8 8.4h4.4c-.1-4-.4-6.7-1.4-9z", fold)
        + shape("M21.4 22.6c.8 2.2 1.1 4.6 1.1 7.8h2.1c-.1-4-.4-6.7-1.4-9z", deep)
        + oval(26, 23.2, 4.4, 3.2, fold)
        + stroke("M22.6 22.8c2-1 4.6-1 6.8 0M22.8 24.4c2-.8 4.2-.8 6 0", deep, 0.5)
        + "".join(oval(x, y, rx, ry, tone.base) for x, y, rx, ry in bumps)
        + stroke(folds, deep, 0.75)
        + stroke("M9.4 5.6c1.2-1 2.6-1.5 4-1.5M4.4 11.6c.2-1.3.8-2.3 1.7-3", tone.shine, 0.8, 0.9)
        + stroke("M17.6 3.4c1.5-.2 2.8 0 4 .6", tone.shine, 0.8, 0.9)
    )


def _base(color: str) -> str:
    """What every piece stands on."""
    tone = tones(color)
    return (
        shape(
            "M8 30.4c-.6 0-.9-.4-.9-1 0-1.6.9-2.7 2.5-3.2h12.8c1.6.5 2.5 1.6 2.5 3.2 0 .6-.3 1-.9 1z",
            tone.base,
        )
        + shape("M20 26.2h2.4c1.6.5 2.5 1.6 2.5 3.2 0 .6-.3 1-.9 1h-5z", tone.shade)
        + stroke("M9.6 28.6h9", tone.light, 0.5)
        + block(9.4, 24.6, 13.2, 1.9, tone.light, corner=0.9)
        + block(18.4, 24.6, 4.2, 1.9, tone.base, corner=0.9)
    )


def pawn(color: str) -> str:
    tone = tones(color)
    return (
        _base(color)
        + shape("M13.6 13.6h4.8c.2 4.8 1.8 8 3.8 11H9.8c2-3 3.6-6.2 3.8-11z", tone.base)
        + shape("M16.6 13.6h1.8c.2 4.8 1.8 8 3.8 11h-4.4c-.8-3.4-1.2-7-1.2-11z", tone.shade)
        + oval(16, 8.6, 4.9, 4.9, tone.base)
        + shape("M18.6 4.4c2.2 1.4 3.2 4 2.2 6.6-.8 2-2.6 2.9-4.2 2.5 2.6-1.9 3.2-5.6 2-9.1z", tone.shade)
        + oval(14.2, 6.8, 1.3, 1.6, tone.shine, turn=30)
        + block(11.2, 12.6, 9.6, 1.8, tone.light, corner=0.9)
        + block(17.4, 12.6, 3.4, 1.8, tone.base, corner=0.9)
    )


def king(color: str) -> str:
    tone = tones(color)
    return (
        _base(color)
        + shape("M12.6 13.4h6.8c0 5 1.3 8.2 3.2 11.2H9.4c1.9-3 3.2-6.2 3.2-11.2z", tone.base)
        + shape("M16.8 13.4h2.6c0 5 1.3 8.2 3.2 11.2H18c-.8-3.5-1.2-7.1-1.2-11.2z", tone.shade)
        + block(15.2, -1.2, 1.6, 6, tone.light, corner=0.4)
        + block(13.4, 0.4, 5.2, 1.6, tone.light, corner=0.4)
        + shape("M10.2 6.2c3-2.6 8.6-2.6 11.6 0L19.6 12h-7.2z", tone.base)
        + shape("M17.6 4.4c1.6.2 3.1.8 4.2 1.8L19.6 12h-2.7z", tone.shade)
        + stroke("M12.2 6.6l1 4", tone.shine, 0.7)
        + block(10.8, 11.6, 10.4, 1.9, tone.light, corner=0.9)
        + block(17.6, 11.6, 3.6, 1.9, tone.base, corner=0.9)
    )


def knight(color: str) -> str:
    """A horse's head and neck, facing left."""
    tone = tones(color)
    return (
        _base(color)
        + shape(
            "M10 24.6c.2-4.2 3.8-6.2 4.2-9.4-1.6 1-3 1.3-4.3 1.3-.8 1.3-2 1.9-3.1 "
            "1.2-1.2-.7-1.3-2.1-.6-3.3 1.8-2.9 2.4-6.7 5.2-8.8L11.6 2.4c1.5.2 2.7.9 3.5 2C21 4.6 24 "
            "9.8 23.6 16c-.2 3.4-1.2 5.8-1.2 8.6z",
            tone.base,
        )
        + shape(
            "M15.1 4.4C21 4.6 24 9.8 23.6 16c-.2 3.4-1.2 5.8-1.2 8.6h-4.2c2.2-6 3.2-14.4-3.1-20.2z",
            tone.shade,
        )
        + stroke(
            "M18.6 7.2l2.2-.9M20.2 10l2.3-.5M20.9 13.4l2.6.1M20.8 17l2.3.5M20.2 20.6l2.3.7", tone.base, 0.6
        )
        + oval(12.2, 8.8, 0.8, 0.9, tone.shine if lab(color).lightness < 0.6 else tone.deep)
        + oval(7.9, 15.2, 0.4, 0.5, tone.deep)
        + stroke("M9.6 16.4c1.9-.1 3.3-1.1 4-2.6", tone.deep, 0.5)
        + stroke("M12.4 4.4l.8 1.3", tone.light, 0.6)
    )


PRIZES: Final = {
    "trophy": Drawn(trophy, ("#f5b92e",), (2.4, 2.4, 29.6, FOOT)),
    "brain": Drawn(brain, ("#f08aa8",), (2, 2, 30.8, FOOT)),
    "chess-pawn": Drawn(pawn, ("#3a3640", "#efe6d2"), (7.1, 3.7, 24.9, FOOT)),
    "chess-king": Drawn(king, ("#3a3640", "#efe6d2"), (7.1, -1.2, 24.9, FOOT)),
    "chess-knight": Drawn(knight, ("#3a3640", "#efe6d2"), (6, 2.4, 24.9, FOOT)),
}
