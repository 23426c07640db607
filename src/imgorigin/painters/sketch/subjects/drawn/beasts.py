"""Large animals on their four legs: of farm, forest, desert and savanna. They face left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, mix, toned
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, oval, shape, stroke

_INK: Final = "#2a2430"
_HOOF: Final = "#4a3b38"


def _visible(color: str) -> str:
    return lighter(color, 0.13) if lab(color).lightness < 0.36 else color


def _eye(x: float, y: float, r: float = 0.7) -> str:
    return oval(x, y, r, r * 1.15, _INK) + oval(x - r * 0.3, y - r * 0.4, r * 0.36, r * 0.42, "#ffffff")


def _leg(x: float, top: float, color: str, *, wide: float = 2.6, hoof: str = _HOOF, bent: float = 0) -> str:
    """A leg with its knee and hoof, its middle at x; `bent` moves what is below the knee."""
    half, knee = wide / 2, top + (FOOT - top) * 0.5
    foot, ankle = x + bent, wide * 0.33
    return shape(
        f"M{x - half * 1.15:.2f} {top:g}L{x - half * 0.75 + bent * 0.2:.2f} {knee:.2f}"
        f"L{foot - ankle:.2f} {FOOT - 1.6:.2f}H{foot + ankle:.2f}"
        f"L{x + half * 0.85 + bent * 0.2:.2f} {knee:.2f}L{x + half * 1.15:.2f} {top:g}z",
        color,
    ) + shape(
        f"M{foot - ankle:.2f} {FOOT - 1.7:.2f}H{foot + ankle:.2f}l.3 1.7h{-ankle * 2 - 0.9:.2f}z",
        hoof,
    )


def horse(color: str) -> str:
    fur = _visible(color)
    far, shade = toned(fur, -0.12, 1.02), toned(fur, -0.06, 1.02)
    hair = "#f3ead8" if 0.5 < lab(fur).lightness < 0.62 and lab(fur).chroma > 0.1 else toned(fur, -0.24, 0.7)
    return (
        shape(
            "M26.2 12.8c3.4.4 4.8 3.4 4.2 7.2-.3 2.2-.2 3.8.6 5.4-2.6-.4-4-2.2-4-5.4 0-2.4-.6-4-1.8-5z", hair
        )
        + _leg(13.6, 19, far, bent=0.5)
        + _leg(22.6, 19, far, bent=-0.6)
        + shape("M12.6 4.2C16.4 4.4 19 7.6 20 12.8l-5 1.6z", hair)
        + shape(
            "M8.2 3.6l.9-2.2c.2-.5.7-.5.9 0l.7 1.9c3.2.8 4.7 3.6 5.5 7.6 3 .9 6.6-.3 9.4.5 2.4.7 3.3 "
            "2.8 2.8 5.3"
            "-.3 1.5-.9 2.8-1 4.2l-3.4 1.2c-.9-1.2-1.3-1.9-1.7-3-2.6.9-5.3 1.3-8.4.9-3.2-.6-5-2.9-4.7-6.2"
            ".2-1.9.1-3.2-.3-4.6-1 1.1-2 1.9-3.3 2.9-.9.6-2 .8-2.8.2-1-.6-1.3-1.8-.7-2.9 1.7-2 2.6-4.4 "
            "6.1-5.8z",
            fur,
        )
        + shape("M2.9 9.3c1.2.3 2.3 1.1 2.9 2.7-.9.7-2.1.9-3 .3-1-.6-1.3-1.8-.7-2.9z", shade)
        + shape("M22.3 18.1c-2.6.9-5.3 1.3-8.4.9l1 1.2c3 .2 5.6-.3 7.9-1.2z", shade)
        + _leg(11.4, 17.6, fur)
        + _leg(25.2, 18.4, fur, wide=3, bent=0.5)
        + shape("M21.7 16.2c.2 2.2.9 3.8 1.9 5h3.5c-.2-2.4 1.6-4.4 1.4-6.6z", fur)
        + shape("M10.7 3c3.4.9 5.2 4.2 6.2 8-1.2-.8-2.1-.9-3-.8-.2-3-1.1-5-3.6-6.6z", hair)
        + shape("M7.3 4.4c.5-1.6 1.9-2.2 3.8-1.5-.6 1.3-1.7 2.4-3.3 2.9z", hair)
        + _eye(7.7, 6.6, 0.65)
        + oval(3.3, 10.6, 0.35, 0.5, toned(shade, -0.2))
        + stroke("M3.5 12.7c.9-.1 1.6-.5 2.1-1.1", toned(shade, -0.16), 0.35)
    )


def cow(color: str) -> str:
    """White with patches of the colour; a brown one is brown all over but for its muzzle."""
    brown = lab(color).chroma > 0.05
    fur = color if brown else "#f7f3ee"
    patch = lighter(color, 0.45) if brown else _visible(color)
    far, shade, pink = toned(fur, -0.13, 1.02), toned(fur, -0.06, 1.02), "#f0b3ac"
    patches = (
        "M13.4 11.8c2.6-.5 5.2-.2 6.4 1 .3 2.4-.9 4.6-3.2 5-2.6.2-4-2.6-3.2-6zM24 12.2c2.2.1 3.9 1.3 4 3.8"
        "-.2 1.5-.6 2.8-.7 4.2-2.4.2-4.6-2.2-4.7-4.6-.1-1.5.5-2.7 1.4-3.4z"
    )
    return (
        stroke("M27.6 13.6c2 1.6 2.2 4.6 1.6 8.4", shade, 0.9)
        + oval(29, 23.2, 0.9, 1.7, patch)
        + _leg(14.2, 20, far, wide=3)
        + _leg(23, 20, far, wide=3)
        + shape("M17.4 21.6c.3 1.9 1.5 2.9 3 2.9s2.7-1.1 2.8-3.1z", pink)
        + shape(
            "M10.6 11.8c5.6-.9 11.6-.2 15.4.3 1.5.3 2.2 1.7 2.1 3.7-.1 2.5-.8 4-.9 6.2l-3.2 1"
            "c-1.3-.5-2-1.1-2.6-2"
            "-3 .9-5.6 1.1-8.2.7-3.6-.6-6-3.5-5.8-6.5z",
            fur,
        )
        + (shape(patches, patch) if not brown else "")
        + _leg(11, 19.6, fur, wide=3)
        + _leg(25.6, 19.6, fur, wide=3.2)
        + shape(
            "M10.6 5.3C9.6 4.5 9.4 3 10.1 1.9c.1 1.2.7 1.9 1.9 2.3zM5.2 5.1C4.6 4.1 4.7 2.8 5.6 1.9c0 "
            "1.1.3 1.7 1.2 2.2z",
            "#e3cfa6",
        )
        + shape(
            "M11.6 5.8c1.9-1 3.7-.8 4.8.3-.8 1.5-2.8 2.2-4.7 1.6zM4.4 5.6c-1.3-.7-2.6-.4-3.3.6.7 1.2 "
            "2.1 1.6 3.3 1z",
            patch,
        )
        + shape(
            "M8 3.7c3.4 0 5.2 1.8 5 5 .5 1.6 1.3 2.9 1.3 4.9 0 1.8-1.6 3-3.7 "
            "3.3-3.9.2-6.7-1.4-7.5-4.3-.3-1.7.3-2.8.8-4.4C4 5.2 5.4 3.7 8 3.7z",
            fur,
        )
        + shape("M9.2 3.8c2.6.3 4 2.1 3.8 4.9.3 1.1-.6 2.1-1.7 1.9-1.8-.4-2.5-3.6-2.1-6.8z", patch)
        + shape(
            "M3.1 12c.6-1.5 2.4-2.2 4.6-2 2.6 0 4.5.9 4.5 2.6 0 2.2-1.7 3.6-4.3 3.6-3 .1-5.3-1.7-4.8-4.2z",
            pink,
        )
        + oval(5.4, 12.5, 0.5, 0.7, toned(pink, -0.18))
        + oval(9.4, 12.5, 0.5, 0.7, toned(pink, -0.18))
        + stroke("M5.8 14.8c1.3.6 2.6.5 3.8-.1", toned(pink, -0.2), 0.35)
        + _eye(5.4, 7.8)
        + _eye(10.6, 7.8)
    )


def deer(color: str) -> str:
    """A stag with its antlers."""
    fur = _visible(color)
    far, pale, horn = toned(fur, -0.11, 1.02), lighter(fur, 0.55), "#8a6544"
    antler = "M0 0C-.6-2.6-3.6-3.2-4-7M-1.3-2.3C-3.6-2.4-5.2-3-5.6-5M-3-4C-2-4.8-1.6-5.8-1.7-7.2"
    return (
        f'<g transform="translate(11.4 5.4) scale(-.9 .9)">{stroke(antler, toned(horn, -0.07), 0.85)}</g>'
        + shape("M26.4 13.4c1.8-.6 3.3.1 3.5 1.6-.6 1.3-2 1.7-3.3 1.2z", pale)
        + _leg(13.6, 19, far, wide=2.2, bent=0.4)
        + _leg(22.6, 19, far, wide=2.2, bent=-0.3)
        + shape(
            "M10.6 5.6c2.2.9 3.3 3.3 4 6.3 3.2.8 7-.3 10.4.5 2.2.6 3 2.3 2.7 4.4-.3 1.5-.9 2.5-1 4.2l-3.1.9"
            "c-1-1-1.4-1.8-1.7-2.7-2.8.8-5 1-7.7.6-3.3-.5-5-2.7-4.7-5.8.2-1.9.2-3.1-.3-4.5z",
            fur,
        )
        + shape("M9.2 9.6l2.6.3c1 3 .9 5.8.4 8.6-1.9-.8-2.9-2.5-2.7-4.7.2-1.6.1-2.9-.3-4.2z", pale)
        + shape("M22 19.2c-2.8.8-5 1-7.7.6l.7.9c2.7.3 5-.1 7.2-.8z", pale)
        + _leg(11.6, 17.6, fur, wide=2.3)
        + _leg(25, 18.6, fur, wide=2.5, bent=0.4)
        + shape("M21.7 16.6c.2 2 .9 3.4 1.9 4.6h3c-.1-2.2 1.3-4 1.2-6z", fur)
        + _leg_spots(pale)
        + shape("M12.2 5.8c1.6-1.2 3.2-1.3 4.2-.6-.5 1.6-2.2 2.5-4.3 2.3z", far)
        + shape("M12.7 6c1-.7 2-.8 2.8-.5-.5.9-1.6 1.4-2.9 1.3z", mix("#f3b8ae", fur, 0.3))
        + shape(
            "M5.6 5.4c1.9-1.3 4.6-1.4 6.3-.1 1.3 1.3 1.2 3.9-.4 5.2-1.6 1.1-3.4.7-5 "
            "1.5-1.3.6-2.9.9-3.7.2-.8-.9-.4-2.1.6-2.9 1-.9 1.3-2.7 2.2-3.9z",
            fur,
        )
        + shape("M3.4 9.3c1.3.3 2.5 1.1 3.1 2.7-1.3.6-2.9.9-3.7.2-.8-.9-.4-2.1.6-2.9z", pale)
        + oval(2.9, 10, 0.75, 0.65, _INK)
        + _eye(7.7, 7.2, 0.68)
        + f'<g transform="translate(9 5.2) scale(.9)">{stroke(antler, horn, 0.95)}</g>'
    )


def _leg_spots(color: str) -> str:
    return "".join(
        oval(x, y, 0.6, 0.5, color)
        for x, y in ((18.4, 14.2), (20.6, 15.6), (22.6, 13.8), (24.4, 15.4), (17.2, 16))
    )


def elephant(color: str) -> str:
    skin = _visible(color)
    far, shade, light = toned(skin, -0.12, 1.02), toned(skin, -0.055, 1.02), lighter(skin, 0.14)
    nails = "".join(oval(x, 29.9, 0.7, 0.5, lighter(skin, 0.45)) for x in (12.2, 13.9, 24.2, 25.9))
    return (
        stroke("M28.8 13.5c1.6 1.8 1.9 4.2 1.3 7", skin, 0.9)
        + oval(30.2, 21.2, 0.7, 1.4, far)
        + shape("M14.6 20.5l1.2 8.4c0 .9-.2 1.5-.4 1.5h3.8c.4 0 .6-.6.5-1.5l.7-8.4z", far)
        + shape("M20.2 20.5l1 8.4c0 .9-.2 1.5-.4 1.5h3c.4 0 .6-.6.5-1.5l.7-8.4z", far)
        + shape(
            "M12 5.6c3.6-.9 7.6-1 11-.2 4.3 1.2 6.6 4.8 6.5 9.6-.2 3-.9 4.6-1.1 7l-.5 7c-.1.9-.5 "
            "1.4-1.2 1.4h-3.4"
            "c-.7 0-1.1-.5-1.1-1.3l-.9-7c-1.9.6-4 .7-6.3.2l.5 6.8c0 .8-.4 1.3-1.1 1.3H11c-.7 "
            "0-1.1-.5-1.1-1.3l-.4-7.5"
            "c-1.6-2.2-1.9-4.8-1.5-7.6z",
            skin,
        )
        + shape("M21.3 22.1c-1.9.6-4 .7-6.3.2l.1 1.3c2.3.4 4.4.2 6.4-.5z", shade)
        + shape(
            "M10.9 4c3 0 5.2 2.2 5.2 5.7 0 3.4-1.9 6.3-4.9 6.9-1.3.3-2.7.1-3.5-.6-.5 2.5-.2 5.2.4 "
            "7.8.3 1.6-.7 3.2-2.5 3.4"
            "-1.9.2-3.1-.8-3.3-2.5 0-.8.5-1.3 1.2-1.2.6.1.7.6.9 1.1.3.5 1 .4 "
            "1-.3-.9-4.2-1.9-8.4-1.3-13.1C4.4 6.9 6.9 4 10.9 4z",
            skin,
        )
        + stroke("M4.3 16.6l2.5.2M4.5 18.6l2.6.1M4.9 20.6l2.6 0", shade, 0.4)
        + shape("M5.7 14.8c.5 2.6-.3 4.7-2.9 5.7-.6.2-.8-.3-.4-.7 1.3-1.3 1.3-2.9.8-4.7z", "#fbf6ea")
        + shape(
            "M11.9 6.2c3.7-2.3 8.3-1.3 9.2 2.4.9 4-1.4 8.4-4.9 "
            "9.2-2.4.4-4.3-1.5-4.9-4.5-.4-2.5-.3-5.3.6-7.1z",
            far,
        )
        + shape(
            "M12.7 6.5c3.3-1.9 7-.9 7.7 2.2.8 3.6-1.2 7.4-4.2 8.1-2 .4-3.6-1.3-4.1-3.9-.4-2.3-.1-4.8.6-6.4z",
            mix(light, "#f0b8b0", 0.22),
        )
        + _eye(8.1, 9.4, 0.75)
        + stroke("M7.2 7.9c.5-.4 1.2-.4 1.8-.1", shade, 0.4)
        + nails
    )


def camel(color: str) -> str:
    fur = _visible(color)
    far, shade, light = toned(fur, -0.11, 1.02), toned(fur, -0.06, 1.02), lighter(fur, 0.2)
    pad = toned(fur, -0.18)
    return (
        stroke("M28 15.5c1.5 1.3 1.9 3.3 1.5 5.7", fur, 0.8)
        + oval(29.5, 22, 0.7, 1.3, pad)
        + _leg(14.6, 20, far, wide=2.3, hoof=pad, bent=0.3)
        + _leg(23, 20, far, wide=2.3, hoof=pad, bent=-0.3)
        + shape(
            "M7.7 6.2c1.7.6 2.2 2.3 2.2 4.4 0 2.6.9 4 2.9 3.7 2-.4 2.8-2.2 3.9-4.2 1-1.9 2.2-4.4 3.9-4.4"
            "s2.7 2.5 3.7 4.6c.9 1.8 2.3 2.5 3.3 3.7 1.1 1.4 1 3.3.5 4.9-.4 1.4-.6 2.2-.7 3.3l-3 .6"
            "c-.9-.9-1.3-1.5-1.6-2.3"
            "-2.7.8-5.2.9-8.3.5-5.6-.5-8.6-3-8.9-7.8-.1-2.1.4-3.3 0-4.7z",
            fur,
        )
        + shape(
            "M20.6 5.7c1.7 0 2.7 2.5 3.7 4.6.9 1.8 2.3 2.5 3.3 "
            "3.7-2.4-.2-4.4-.9-5.6-2.7-1.1-1.7-1.6-3.7-1.4-5.6z",
            shade,
        )
        + shape("M17.3 9c.9-1.7 1.9-3.3 3.3-3.3.6 0 1.1.3 1.5.8-1.9.3-3.2 1.4-4.8 2.5z", light)
        + shape("M22.8 20.5c-2.7.8-5.2.9-8.3.5l.7 1c2.9.3 5.5.1 7.9-.6z", shade)
        + _leg(12.2, 19, fur, wide=2.5, hoof=pad)
        + _leg(25.4, 19, fur, wide=2.7, hoof=pad, bent=0.3)
        + shape("M22.3 17.6c.1 2 .8 3.6 1.9 4.9h3c-.1-2.3 1.2-3.9 1-6z", fur)
        + shape("M8.3 4c.5-1.3 1.5-1.7 2.3-1.3.1 1.2-.6 2.2-1.9 2.5z", far)
        + shape(
            "M3.6 3.9c1.6-1.2 3.9-1.4 5.4-.3 1.4 1 1.4 3.3.1 4.5-1.2 1.1-3 .6-4.4 "
            "1.1-1.2.5-2.7.7-3.4-.1-.8-.9-.5-2.2.4-3 .7-.6 1-1.5 1.9-2.2z",
            fur,
        )
        + shape("M1.8 6.1c1.3.1 2.5.9 3.1 3.1-1.3.4-2.8.6-3.5-.2-.8-.9-.5-2.2.4-2.9z", light)
        + oval(2.2, 6.9, 0.35, 0.5, pad)
        + stroke("M1.7 8.5c1 .3 1.9.1 2.8-.4", pad, 0.35)
        + _eye(6, 5.2, 0.65)
        + stroke("M5 4.3c.6-.6 1.3-.6 2-.2", pad, 0.4)
        + shape("M8.2 2.8c.5-.9 1.5-.9 2 0-.4.9-1.2 1.4-2 1.2z", toned(fur, -0.16))
    )


BEASTS: Final = {
    "horse": Drawn(horse, ("#9a5f3f", "#6b4636", "#c99a66", "#e6dfd3"), (1.8, 1, 31.2, FOOT)),
    "cow": Drawn(cow, ("#3f3a42", "#4a3d3a"), (1, 1.8, 30.1, FOOT)),
    "deer": Drawn(deer, ("#b9794a", "#a5683f"), (2, -1.4, 30, FOOT)),
    "elephant": Drawn(elephant, ("#8d97a8", "#9a9ba6"), (2, 3.8, 31, FOOT)),
    "camel": Drawn(camel, ("#d9a866", "#c99455"), (0.9, 2.1, 30.3, FOOT)),
}
