"""Babies: sitting, and asleep under a blanket."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker, lighter
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, block, oval, shape, stroke
from imgorigin.painters.sketch.subjects.drawn.heads import Face, head
from imgorigin.painters.sketch.subjects.drawn.looks import Look
from imgorigin.painters.sketch.subjects.drawn.people import Figure

_HEAD: Final = 0.74


def baby(look: Look, pose: str) -> Figure:
    """On its bottom, looking at us; or asleep."""
    return _asleep(look) if pose == "sleeping" else _sitting(look)


def _face(look: Look, *, asleep: bool = False) -> str:
    bare = look.style in ("thin", "buzz")
    face = Face(
        look.skin, look.hair, "tuft" if not bare else look.style, hat=look.hat, hat_color=look.hat_color
    )
    return head(face, asleep=asleep)


def _sitting(look: Look) -> Figure:
    suit, shade = look.top, darker(look.top, 0.12)
    arms = (
        stroke("M12.6 21.400Q9.600 22.600 9.200 25.200", shade, 2.9)
        + oval(9.2, 25.6, 1.35, 1.35, look.skin)
        + stroke("M19.400 21.400Q22.400 22.600 22.800 25.200", shade, 2.9)
        + oval(22.8, 25.6, 1.35, 1.35, look.skin)
    )
    legs = "".join(
        stroke(f"M{16 + side * 2.4:g} 27.600Q{16 + side * 5:g} 27 {16 + side * 6.4:g} 28.600", suit, 3.8)
        + oval(16 + side * 7, 28.5, 1.6, 1.9, lighter(suit, 0.5))
        for side in (-1, 1)
    )
    body = (
        shape(
            "M16 18.600C20 18.600 21.800 22 22 25.600 22.100 28.800 20.400 30.400 16 30.400S9.900"
            " 28.800 10 25.600"
            "C10.200 22 12 18.600 16 18.600z",
            suit,
        )
        + oval(16, 24.6, 2.6, 2.9, lighter(suit, 0.4))
        + oval(16, 19.8, 3.2, 1.2, lighter(suit, 0.6))
    )
    top = f'<g transform="translate(16 13.4) scale({_HEAD})">{_face(look)}</g>'
    return Figure(arms + body + legs + top, (7, 4.6, 25, FOOT), (22.8, 25.6), (16, 25), None)


def _asleep(look: Look) -> Figure:
    cloth = look.top
    pillow = shape(
        "M.6 27.600C0 22.800 2 20.800 7 21.200S15.600 21.800 15.400 26V30.400H3Q.9 30.400.6 27.600z",
        "#f4f1ea",
    )
    cover = (
        shape(
            "M12.600 30.400V22.600C15 18.600 22 18.400 26.600 21.200 30.600 23.600 31.600 27.400"
            " 31.200 30.400z",
            cloth,
        )
        + shape(
            "M12.600 30.400V22.600C13.600 21 15 20 16.600 19.500Q14.800 24 16.200 30.400z",
            lighter(cloth, 0.5),
        )
        + "".join(
            oval(x, y, 0.7, 0.7, lighter(cloth, 0.5))
            for x, y in ((20, 22.600), (24.600, 24), (21, 26.800), (27.200, 27.600))
        )
    )
    face, size = _face(look, asleep=True), round(_HEAD * 0.92, 2)
    top = f'<g transform="translate(9.2 23) rotate(-14) scale({size})">{face}</g>'
    bed = block(0, 29.6, 32, 1, darker(cloth, 0.2), corner=0.5)
    return Figure(pillow + top + cover + bed, (0, 14.6, 32, FOOT), (18, 22), (18, 22), None)
