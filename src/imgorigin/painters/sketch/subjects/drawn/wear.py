"""What one wears and carries."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import difference, lab, mix
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GOLD,
    Drawn,
    block,
    both_sides,
    moved,
    shape,
    stroke,
    tones,
)

_SOLE: Final = "#f4f5f7"
_LEATHER: Final = tones("#8a5a3b")


def _sole(color: str) -> str:
    """The colour of a sole: white, but under a white shoe gray."""
    return "#c3c9d4" if difference(color, _SOLE) < 0.12 else _SOLE


def sneakers(color: str) -> str:
    """A pair, one behind the other."""
    return moved(_sneaker(color, far=True), 9, -2.2) + _sneaker(color)


def _sneaker(color: str, *, far: bool = False) -> str:
    tone, sole = tones(mix(color, "#20243a", 0.16) if far else color), tones(_sole(color))
    accent = "#e5533d" if lab(color).chroma < 0.06 else "#ffffff"
    return (
        shape(
            "M16.6 11.4c1.6 0 2.6 1.2 3.8 1.6 2 .6 4-.6 5.4-2 1-.9 2.4-.3 2.6 1l1.2 14.4H2c-.9 "
            "0-1.4-.6-1.3-1.6"
            ".3-2.7 2-4 4.8-4.6 3.6-.8 6-2.4 8-6.2.7-1.4 1.5-2.6 3.1-2.6z",
            tone.base,
        )
        + shape(
            "M23 12.9c1.1-.4 2.1-1.1 2.8-1.9 1-.9 2.4-.3 2.6 1l1.2 14.4h-5.2c1-4.6.4-9.4-1.4-13.5z",
            tone.shade,
        )
        + shape(
            "M.7 24.8c.3-2.7 2-4 4.8-4.6 1.4-.3 2.6-.7 3.7-1.3.7 2.4.5 5-.6 7.5H2c-.9 0-1.4-.6-1.3-1.6z",
            tone.light,
        )
        + shape("M12 17.4l3.2-5.1c.4-.6.9-.9 1.4-.9 1.6 0 2.6 1.2 3.8 1.6l-4.8 7.4z", tone.shine)
        + stroke(
            "M12.6 16.8l3.6 2.2M14 14.6l3.6 2.2M15.6 12.6l3 1.8",
            sole.light if lab(color).lightness < 0.8 else tone.deep,
            0.75,
        )
        + stroke("M13.4 23.6c3.4-.2 6.2-1.6 8.4-4.2 1.4-1.6 3.2-2.4 5.8-2.4", accent, 1.5)
        + stroke("M4.6 23c1.6-.9 3-1.3 4.4-1.3", tone.shine, 0.5)
        + shape("M.5 25.8h29.3l.4 2.6c.2 1.2-.5 2-1.7 2H3.6C1.6 30.4.4 28.6.5 25.8z", sole.base)
        + shape("M1 28.2h29.2v.2c.2 1.2-.5 2-1.7 2H3.6c-1.3 0-2.2-.9-2.6-2.2z", sole.shade)
        + stroke("M3 27h24.6", sole.shade, 0.3)
    )


def boots(color: str) -> str:
    """A pair of laced ankle boots."""
    return moved(_boot(mix(color, "#20243a", 0.2)), 8.6, -1.6) + _boot(color)


def _boot(color: str) -> str:
    tone = tones(color)
    return (
        shape("M9.2 5.8h11.4v12.4c0 2.6.6 5 1.2 9H.8c-.6-3.2.6-5 3.4-6 3-1 5-2.4 5-5.6z", tone.base)
        + shape("M16.8 5.8h3.8v12.4c0 2.6.6 5 1.2 9h-5.6c1.2-6 1.4-14 .6-21.4z", tone.shade)
        + shape(
            "M.6 24.4c.3-1.6 1.5-2.6 3.6-3.2 1.2-.4 2.2-.8 3-1.4.8 2.4.7 4.8-.2 7.4H.8c-.2-1-.3-1.9-.2-2.8z",
            tone.light,
        )
        + block(8.6, 4.6, 12.6, 2.6, tone.light, corner=1.2)
        + stroke("M9.8 10h3.6M9.8 12.8h3.6M9.4 15.6h3.8M8.4 18.2l3.8.8", "#f2d9a0", 0.75)
        + stroke("M9.3 8.4v7.4c0 2-.8 3.4-2.2 4.4", tone.deep, 0.35)
        + shape("M.6 27h21.4l.4 3.4h-5.4l-1-1.4-2.2 1.4H2c-1 0-1.6-1.4-1.4-3.4z", tones("#4a3428").base)
        + stroke("M1 27.6h20.6", "#7d5a40", 0.6)
    )


def high_heels(color: str) -> str:
    """A pair of pumps, toes to the left."""
    return moved(
        _pump(mix(color, "#6b6478" if lab(color).lightness < 0.4 else "#20143a", 0.24)), 8.6, -1.8
    ) + _pump(color)


def _pump(color: str) -> str:
    tone = tones(color)
    return (
        shape("M22.4 20.8c2.2.8 3.4 4.4 4 9.6h1.6c-.4-4.6-.3-10.4.2-15.8z", tone.deep)
        + shape("M9 24c3.4-1.4 6-3.6 8-6 2.5-3 5.6-6 9-6 1 0 1.6.8 1.8 1.8l-4.8 4.8-7 5.4z", tone.deep)
        + shape(
            "M1 29.4C3 27 6 25.6 9 24q4 1.4 8-3c3-3.5 5-7.5 9-9 1.6 0 2.4 1 2.2 2.6L27 20.4c-5 "
            ".4-9 3.2-12.4 7.2-1.6 2-3 2.8-5 2.8H2.2c-1.2 0-1.6-.5-1.2-1z",
            tone.base,
        )
        + shape(
            "M27.9 13c.3.4.4 1 .3 1.6L27 20.4c-5 .4-9 3.2-12.4 7.2-1.6 2-3 2.8-5 2.8H7c5-2.6 "
            "6.6-6.6 10.6-9 3.8-2.2 7.6-3.4 10.3-8.4z",
            tone.shade,
        )
        + stroke("M3.6 28.5c1.7-1.3 3.4-2.2 5.2-3.1", tone.shine, 0.8)
        + stroke("M2 30.3h8c2-.2 3.4-1.2 4.6-2.7", "#c8413b" if lab(color).chroma < 0.06 else tone.deep, 0.5)
    )


def backpack(color: str) -> str:
    """With a front pocket and leather straps."""
    cloth = tones(color)
    return (
        stroke("M12 5.4V4a4 3.4 0 0 1 8 0v1.4", cloth.deep, 1.5)
        + both_sides(block(2.4, 16, 4.6, 11.4, cloth.shade, corner=2))
        + shape(
            "M5 14C5 8 9.4 4.4 16 4.4S27 8 27 14v13c0 2.2-1.2 3.4-3.4 3.4H8.4C6.2 30.4 5 29.2 5 27z",
            cloth.base,
        )
        + shape("M22 5.8c3.2 1.5 5 4.4 5 8.2v13c0 2.2-1.2 3.4-3.4 3.4H20c2.8-8 3.2-17 2-24.6z", cloth.shade)
        + stroke("M7.4 12.4c.6-3 2.4-5 5.2-5.8", cloth.shine, 0.9)
        + shape("M5 14.2h22v1.6c-2 3-20 3-22 0z", cloth.light)
        + block(8.2, 18.6, 15.6, 9.4, cloth.light, corner=2)
        + shape("M19.8 18.6h2a2 2 0 0 1 2 2V26a2 2 0 0 1-2 2h-2z", cloth.base)
        + stroke("M9.4 21.2h13.2", cloth.deep, 0.5)
        + block(10.4, 12.8, 1.8, 7.8, _LEATHER.base, corner=0.5)
        + block(19.8, 12.8, 1.8, 7.8, _LEATHER.base, corner=0.5)
        + block(10, 17.4, 2.6, 2, GOLD, corner=0.4)
        + block(19.4, 17.4, 2.6, 2, GOLD, corner=0.4)
        + stroke("M21.4 21.4v1.6", GOLD, 0.7)
    )


def handbag(color: str) -> str:
    """Structured, with two handles and a golden clasp."""
    hide = tones(color)
    return (
        stroke("M10.4 14V9.6a5.6 6 0 0 1 11.2 0V14", hide.deep, 1.3)
        + shape(
            "M4.4 13h23.2c1 0 1.5.5 1.6 1.4l1.8 13.2c.2 1.8-.8 2.8-2.6 2.8H3.6C1.8 30.4.8 29.4 1 "
            "27.6l1.8-13.2c.1-.9.6-1.4 1.6-1.4z",
            hide.base,
        )
        + shape(
            "M24.6 13h3c1 0 1.5.5 1.6 1.4l1.8 13.2c.2 1.8-.8 2.8-2.6 2.8h-4.8c1.6-5.6 1.8-11.8 1-17.4z",
            hide.shade,
        )
        + shape("M3.6 13h24.8c.4 4.6-3.4 7.2-8.4 7.4h-8c-5-.2-8.8-2.8-8.4-7.4z", hide.light)
        + stroke("M3.7 14c.2 4 3.8 6.2 8.3 6.4h8c4.5-.2 8.1-2.4 8.3-6.4", hide.shade, 0.4)
        + stroke("M9.6 14.6V9.6a6.4 6.6 0 0 1 12.8 0v5", hide.base, 1.5)
        + block(8.6, 13.6, 2, 2.6, GOLD, corner=0.5)
        + block(21.4, 13.6, 2, 2.6, GOLD, corner=0.5)
        + block(14, 18.4, 4, 4, GOLD, corner=0.8)
        + block(14.6, 19, 1.4, 2.8, "#f4dc9a", corner=0.4)
        + stroke("M3.4 26.4l.6-4.4", hide.shine, 0.8)
        + stroke("M4.6 28.8h22.8", hide.shade, 0.4)
    )


def t_shirt(color: str) -> str:
    """Plain, as on a hanger."""
    cloth = tones(color)
    return (
        shape(
            "M11 2.8c1.4 1.6 3 2.4 5 2.4s3.6-.8 5-2.4l4.6 1.6c1 .4 1.6 1 2.2 2l3.8 7-5.4 "
            "3.2-1.8-2.4v16.2H7.6V14.2l-1.8 2.4L.4 13.4l3.8-7c.6-1 1.2-1.6 2.2-2z",
            cloth.base,
        )
        + shape(
            "M21 2.8l4.6 1.6c1 .4 1.6 1 2.2 2l3.8 7-5.4 3.2-1.8-2.4v16.2h-4.6c1.6-8.6 2.2-18.4 1.2-27.6z",
            cloth.shade,
        )
        + shape("M24.4 14.2l-.2-4.2 2.4 6.2-.4.4z", cloth.deep)
        + stroke("M7.6 14.2l.3-4.6", cloth.deep, 0.5)
        + stroke("M24.4 14.2l-.3-4.6", cloth.deep, 0.5)
        + shape(
            "M10.2 3.1L11 2.8c1.4 1.6 3 2.4 5 2.4s3.6-.8 5-2.4l.8.3c-1.2 2.6-3.2 3.9-5.8 3.9"
            "s-4.6-1.3-5.8-3.9z",
            cloth.light,
        )
        + stroke("M11 3.2c1.3 1.7 3 2.6 5 2.6s3.7-.9 5-2.6", cloth.shade, 0.35)
        + stroke("M1.6 12l4.4 2.7M30.4 12L26 14.7M8 28.6h16", cloth.shade, 0.35)
        + stroke("M5.4 8.2c.4-.8.8-1.4 1.4-1.7M10 12v10", cloth.shine, 0.8, 0.8)
        + stroke("M19 28c.3-3 .2-6-.4-8.6M13.4 28c-.2-2-.1-4 .3-5.6", cloth.shade, 0.4)
    )


def sunglasses(color: str) -> str:
    """Seen from the front, the sky in their lenses."""
    frame = tones(color)
    lens = "M3.4 15.6c0-1 .6-1.4 1.5-1.4h7.6c1.1 0 1.6.5 1.6 1.6 0 4.6-2 8-5.2 8-3.4 0-5.5-3.4-5.5-8.2z"
    pane = (
        shape(
            "M1.6 14.2c0-1.4.8-2 2.2-2h9.6c1.7 0 2.5.7 2.6 2.3v1c0 6-2.6 10.2-7.2 10.2-4.7 0-7.2-4.2-7.2-10z",
            frame.base,
        )
        + shape("M16 15.5c0 6-2.6 10.2-7.2 10.2-1.6 0-2.9-.5-4-1.3 5.8-.4 9.4-3.6 10.2-9.9z", frame.shade)
        + shape(lens, "#2c3a5f")
        + shape("M3.5 17.6c3.4 1.4 7 1.2 10.4-.2-.4 3.7-2.3 6.4-5 6.4-2.9 0-4.9-2.5-5.4-6.2z", "#e08a7a")
        + shape("M3.7 18.8c3.2 1.3 6.6 1.2 10-.1-.6 3-2.4 5.1-4.8 5.1-2.6 0-4.5-2-5.2-5z", "#f2b48a")
        + shape("M6 14.2h2.2l-3.8 5.2c-.4-.8-.6-1.7-.8-2.7zM9.6 14.2h1l-5 7.2-.6-.8z", "#ffffff", 0.4)
        + stroke("M3.2 13h9", frame.shine, 0.5)
    )
    return (
        both_sides(stroke("M2.4 13.4L.6 12.6", frame.deep, 1.4))
        + both_sides(pane)
        + stroke("M14.8 14.6q1.2-1.2 2.4 0", frame.deep, 1.3)
    )


def wedding_rings(color: str) -> str:
    """A pair of gold bands, one with a stone."""
    gold = tones(color)

    def band(x: float, y: float, r: float) -> str:
        circle = f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0 {r} {r} 0 1 0-{2 * r} 0z"
        return (
            stroke(circle, gold.shade, 2.6)
            + stroke(circle, gold.base, 1.8)
            + stroke(
                f"M{x - r * 0.94:.2f} {y - r * 0.34:.2f}A{r} {r} 0 0 1 {x - r * 0.3:.2f} {y - r * 0.95:.2f}",
                gold.shine,
                0.9,
            )
            + stroke(
                f"M{x + r * 0.5:.2f} {y + r * 0.87:.2f}A{r} {r} 0 0 0 {x + r * 0.95:.2f} {y + r * 0.3:.2f}",
                gold.light,
                0.6,
            )
        )

    return (
        band(11, 20.8, 8.3)
        + band(21, 21.5, 7.6)
        + stroke("M19.3 20.8a8.3 8.3 0 0 1-3 6.4", gold.base, 1.8)
        + shape("M8.6 11.4l2.4 2 2.4-2z", gold.deep)
        + shape("M6.6 6.6l2-2.6h4.8l2 2.6L11 12.2z", "#9fe0f5")
        + shape("M9.4 6.6L11 4l1.6 2.6L11 12.2z", "#e6f9ff")
        + shape("M12.6 6.6h2.8L11 12.2z", "#62bfe0")
        + stroke("M17 2.6v2.4M15.8 3.8h2.4M4.4 8.6v1.6M3.6 9.4h1.6", "#ffffff", 0.5)
    )


def ring(color: str) -> str:
    """A band with a brilliant."""
    metal = tones(color)
    circle = "M7.4 21.2a8.6 8.6 0 1 0 17.2 0 8.6 8.6 0 1 0-17.2 0z"
    return (
        stroke(circle, metal.deep, 2.6)
        + stroke(circle, metal.base, 1.9)
        + stroke("M8 18.8a8.4 8.4 0 0 1 3.4-5M20.4 28.6a8.6 8.6 0 0 0 3.6-4", metal.shine, 0.9)
        + shape("M12.2 11.2L16 14.8l3.8-3.6z", metal.deep)
        + shape("M9.6 6.2l3-3.8h6.8l3 3.8L16 13.6z", "#8fd8f2")
        + shape("M12.6 2.4h6.8l1.2 3.8h-9.2z", "#c4eefb")
        + shape("M13.4 6.2L16 2.4l2.6 3.8L16 13.6z", "#eefbff")
        + shape("M18.6 6.2h3.8L16 13.6z", "#56b6dc")
    )


WEAR: Final = {
    "running-shoe": Drawn(sneakers, ("#e5533d", "#3d7dd8", "#2a9d8f", "#f2b632"), (0.4, 8.2, 39.4, FOOT)),
    "hiking-boot": Drawn(boots, ("#a8693a", "#6b4430", "#7d3a2f"), (0.4, 3, 31, FOOT)),
    "high-heeled-shoe": Drawn(high_heels, ("#d1263f", "#2a2a33", "#d6339a"), (0.8, 10, 36.9, FOOT)),
    "backpack": Drawn(backpack, ("#2f6f8f", "#d8503f", "#5b7f5a", "#e0a03a"), (2.4, 0.4, 29.6, FOOT)),
    "handbag": Drawn(handbag, ("#b5683a", "#c8413b", "#3f5f7d"), (0.9, 2.8, 31.1, FOOT)),
    "t-shirt": Drawn(t_shirt, ("#3d7dd8", "#e5533d", "#2a9d8f", "#f2b632"), (0.4, 2.8, 31.6, FOOT)),
    "sunglasses": Drawn(sunglasses, ("#2a2a33", "#7a4a30", "#e5533d"), (0.2, 12, 31.8, 25.8)),
    "wedding-rings": Drawn(wedding_rings, ("#e0b04a",), (1.6, 2.6, 29.6, FOOT)),
    "ring": Drawn(ring, ("#dcb04e", "#c4c9d0"), (6.2, 2.4, 25.8, 31)),
}
