"""What one plays on, and what one looks through."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import darker
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    METAL,
    Drawn,
    block,
    moved,
    oval,
    shape,
    stroke,
    tones,
)


def guitar(color: str) -> str:
    """An acoustic one, standing."""
    wood = tones(color)
    strings = "".join(f"M{15.1 + 0.6 * n:.1f} 1.8V25" for n in range(4))
    body = (
        "M16 12.6c2.6 0 4.8 1.4 5 3.8.1 1.4-.7 2.2-.7 3.2 0 1.6 2.7 2.5 2.7 5.6 0 3.4-3 5.2-7 "
        "5.2s-7-1.8-7-5.2"
        "c0-3.1 2.7-4 2.7-5.6 0-1-.8-1.8-.7-3.2.2-2.4 2.4-3.8 5-3.8z"
    )
    return (
        shape(body, wood.shade)
        + f'<g transform="translate(16 21.5) scale(.9 .93) translate(-16 -21.5)">{shape(body, wood.base)}</g>'
        + shape(
            "M12 17c.2-1.8 1.5-2.9 3.2-3.2-1.6 1.2-2 3.4-1.8 5.4-1.6 1.2-3 2.8-3 5.4-.2-3.6 "
            "2.5-4.3 2.4-5.8-.1-.6-.9-.9-.8-1.8z",
            wood.light,
        )
        + oval(16, 19.6, 2.3, 2.3, wood.shine)
        + oval(16, 19.6, 1.9, 1.9, "#2e1c14")
        + block(14.7, 3.6, 2.6, 15.6, "#4a3024", corner=0.2)
        + stroke("".join(f"M14.8 {y:g}h2.4" for y in (6, 8, 10, 12, 14, 16)), "#b9a58a", 0.22)
        + shape("M14.2.2h3.6l.5 4h-4.6z", "#6b4430")
        + "".join(oval(x, y, 0.5, 0.4, METAL) for x in (13.6, 18.4) for y in (1.1, 2.2, 3.3))
        + block(13.4, 24.6, 5.2, 1.1, "#4a3024", corner=0.3)
        + stroke(strings, "#f0e9da", 0.14)
    )


def microscope(color: str) -> str:
    """A laboratory's, its eyepiece to the right."""
    body, dark = tones(color), "#333a4a"
    tube = (
        block(-2.2, -11.6, 4.4, 3, dark, corner=0.7)
        + block(-1.6, -9, 3.2, 2.4, METAL)
        + block(-2.7, -7, 5.4, 11, body.light, corner=1)
        + block(0.7, -7, 2, 11, body.base, corner=0.9)
        + stroke("M-1.5-5.4v6.6", "#ffffff", 0.7, 0.8)
        + block(-2, 4, 4, 2.2, dark, corner=0.4)
        + block(-1.2, 6.2, 2.4, 2.8, METAL, corner=0.3)
        + block(0.2, 6.2, 1, 2.8, darker(METAL, 0.2), corner=0.3)
    )
    return (
        shape(
            "M17.6 7.2c7.2 1.2 11 6 10.6 12-.3 4.2-2.2 7.2-5.2 9.2h-5.6c4-2 6.6-5 6.8-9 .2-4-2.4-7-7.2-8z",
            body.base,
        )
        + shape(
            "M26.4 12.4c1.4 2 2 4.3 1.8 6.8-.3 4.2-2.2 7.2-5.2 9.2h-2.6c4.6-3.6 6.8-9.6 6-16z", body.shade
        )
        + shape("M4.2 30.4c0-2 1-3 3-3h17.6c2 0 3 1 3 3z", dark)
        + shape("M4.6 28.8c.4-1 1.2-1.4 2.6-1.4h17.6c1.4 0 2.2.4 2.6 1.4z", "#4b556b")
        + block(6, 22.4, 14, 1.8, dark, corner=0.6)
        + block(8.4, 21.6, 7, 0.9, "#9fdcf0", corner=0.3)
        + block(10.4, 24.2, 3.2, 3.2, METAL, corner=0.4)
        + oval(22.6, 22.8, 2, 2, dark)
        + oval(22.6, 22.8, 1.2, 1.2, METAL)
        + moved(tube, 14.6, 12.4, turn=16)
    )


INSTRUMENTS: Final = {
    "acoustic-guitar": Drawn(guitar, ("#d98f45", "#c8703a", "#e0a85a"), (9, 0.2, 23, FOOT)),
    "microscope": Drawn(microscope, ("#e8ebf0", "#5f8fd0"), (4.2, 0.6, 28.2, FOOT)),
}
