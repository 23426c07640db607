"""Heads: faces, hair, hats. Drawn about the face's middle, some 16 units wide and 20 high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.palette import darker, lab, lighter, mix
from imgorigin.painters.sketch.subjects.drawn.base import block, oval, shape, stroke

CHIN: Final = 8.0
_INK: Final = "#20141c"
_FACE: Final = "M-7-1.6C-7-6.6-4-8.2 0-8.2S7-6.6 7-1.6C7 4.2 4.4 8 0 8S-7 4.2-7-1.6z"
_CAP: Final = "M-7.5 0C-8.4-7.6-4.6-10.4 0-10.4S8.4-7.6 7.5 0"
"""The outline of hair about a skull, from ear to ear."""


@dataclass(frozen=True, slots=True)
class Hair:
    """What of a hair style is behind the head, and what before the face."""

    front: str
    back: str = ""


HAIR: Final = {
    "short": Hair(
        "M-7.4 0C-8.4-7.4-5.4-10.6-.2-10.7 5.4-10.9 8.3-7.4 7.4 0 6.9-1.5 6.7-3 5.9-4.4 3-3.9-1.2-4.5-3.4-6.4"
        "-4.2-5-5.9-4.3-6.4-3.2-6.9-2.1-7-1.1-7.4 0z"
    ),
    "swept": Hair(
        "M-7.4 0C-8.2-5-7-8.4-4.4-9.8-1-12.2 6.6-12 8-7.6 8.5-5 8-2.4 7.4 0 7-1.8 6.6-3.2 5.6-4.2 2.4-3.6"
        ".2-5 -1.4-6.6-3-4.8-5-4.4-6-4.2-6.8-3-7-1.4-7.4 0z"
    ),
    "buzz": Hair(_CAP + "C7-2.6 6.2-4.8 4.6-5.6 2-6.4-2-6.4-4.6-5.6-6.2-4.8-7-2.6-7.5 0z"),
    "curly": Hair(
        "M-7.3-.6C-9.6-1.6-9.6-4.8-7.6-5.6-8-8.4-5-10-3.4-9.2-2.4-11.6 1.4-11.8 2.6-9.8 4.8-11 7.6-9 7-6.4 "
        "9.6-5.6 9.6-1.8 7.3-.6 7-2 6.6-3.2 5.8-3.8 4.6-2.8 3-3 2.2-4.2 1-3-1-3-2-4.2-3-3-4.6-2.8-5.8-3.8"
        "-6.6-3-7-2-7.3-.6z"
    ),
    "curls": Hair(
        "M-7.3-.6C-9.6-1.6-9.6-4.8-7.6-5.6-8-8.4-5-10-3.4-9.2-2.4-11.6 1.4-11.8 2.6-9.8 4.8-11 7.6-9 7-6.4 "
        "9.6-5.6 9.6-1.8 7.3-.6 7-2 6.6-3.2 5.8-3.8 4.6-2.8 3-3 2.2-4.2 1-3-1-3-2-4.2-3-3-4.6-2.8-5.8-3.8"
        "-6.6-3-7-2-7.3-.6z",
        "M0-13C5-14.600 10.600-11.400 11.200-6.400"
        " 14.200-4.200 14 .4 12.200 2.200 13.600 6"
        " 11.400 9.200 8.600 9.400 6.600 11.400 3.400 10.800"
        " 2.400 9H-2.400C-3.400 10.800-6.600 11.400-8.600 9.400-11.400 9.200"
        "-13.600 6-12.200 2.200-14 .4-14.200-4.200-11.200-6.400-10.600-11.400"
        "-5-14.600 0-13z",
    ),
    "afro": Hair(
        "M-7.2-1.4C-8-6.8-4.8-9.6 0-9.6S8-6.8 7.2-1.4C6.4-3.6 5.2-5 3.4-5.4 1-5.9-1-5.9-3.4-5.4-5.2-5-6.4-3.6"
        "-7.2-1.4z",
        "M0-13.4C7.6-13.4 11.6-8.4 11-2 10.6 3 7.6 5.4 4.6 5h-9.2C-7.6 5.4-10.6 3-11-2-11.6-8.4-7.6-13.4 "
        "0-13.4z",
    ),
    "bob": Hair(
        "M-7.4 1C-8.4-7-4.8-10.2 0-10.2S8.4-7 7.4 1C7-1.6 6.2-3.6 4.6-4.8 1.4-3-3.6-3-5.4-4.2-6.6-2.8-7-1"
        "-7.4 1z",
        "M-8.6 5.8C-10-5.6-6.8-10.8 0-10.8S10-5.6 8.6 5.8C7.8 8 5.6 7.8 4.8 6h-9.6C-5.6 7.8-7.8 8-8.6 5.8z",
    ),
    "long": Hair(
        "M-7.5 2C-8.4-7-4.8-10.2 0-10.2S8.4-7 7.5 2C7.2-1.8 5.6-4.4 2.4-6.2 0-3.6-4-2.6-6-2.6-6.8-1.4-7.2.2"
        "-7.5 2z",
        "M-8.8 13.6C-10.6 5-10.4-10.8 0-10.8S10.6 5 8.8 13.6C7 15.4 4.6 15 4 13.2V2h-8v11.2C-4.6 15-7 15.4"
        "-8.8 13.6z",
    ),
    "bun": Hair(
        "M-7.3-.4C-8.2-7.2-4.6-10 0-10S8.2-7.2 7.3-.4C6.6-4 4.2-6.2 0-6.2S-6.6-4-7.3-.4z",
        "M-3.6-11.8a3.6 3.4 0 1 1 7.2 0 3.6 3.4 0 1 1-7.2 0z",
    ),
    "ponytail": Hair(
        "M-7.3-.4C-8.2-7.2-4.6-10.2 0-10.2S8.2-7.2 7.3-.4C6.4-3.6 4.6-5.6 1.8-6.4-.4-4.2-4-3.4-6-3.4-6.7-2.4"
        "-7-1.4-7.3-.4z",
        "M4-9.4C9-12 12.6-8.6 12-3 11.6.8 12.4 4 10.4 7.4 8.6 5.6 8.8 2.6 8.6 0 8.4-3 7-5 4-6z",
    ),
    "pigtails": Hair(
        "M-7.3 0C-8.2-7.2-4.6-10.2 0-10.2S8.2-7.2 7.3 0C6.6-2.4 5.4-4 3.6-4.8 1-3.4-1-3.4-3.6-4.8-5.4-4-6.6"
        "-2.4-7.3 0z",
        "M-7-3.6C-11.6-5.4-13.4-1-12.4 2.4-12 4.4-12.2 6-11.2 7.6-8.8 6-7.4 2.4-7-.4zM7-3.6C11.6-5.4 13.4-1 "
        "12.4 2.4 12 4.4 12.2 6 11.2 7.6 8.8 6 7.4 2.4 7-.4z",
    ),
    "tuft": Hair(
        "M-3.4-7.6C-3-9.400-1.400-9.800-.4-9.300-.6-10.600.8-11.600 2-11-.2-10.600 1.400-9.600"
        " 3.400-7.600Q0-8.800-3.400-7.600z"
    ),
    "thin": Hair(
        "M-7.4 1.2C-8.6-2.4-8-5.4-6.2-6.6-5.8-4.6-6.6-1.4-7.4 1.2zM7.4 1.2C8.6-2.4 8-5.4 6.2-6.6 5.8-4.6 6.6"
        "-1.4 7.4 1.2z"
    ),
}
"""By name. `thin` leaves the crown bare."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a head needs to know of a person. `turn` -1 looks to the left, 0 at us."""

    skin: str
    hair: str
    style: str
    turn: float = 0
    beard: bool = False
    lips: bool = False
    glasses: bool = False
    hat: str = ""
    hat_color: str = ""


def head(face: Face, *, asleep: bool = False) -> str:
    """A head without its neck."""
    hair = HAIR[face.style]
    loose = bool(hair.back) and face.hat not in _OVER_HAIR and not (face.hat and face.style == "bun")
    behind = shape(hair.back, darker(face.hair, 0.12)) if loose else ""
    ears = "".join(
        oval(x, 0.9, 1.5, 1.9, mix(face.skin, "#8a3b2a", 0.14))
        for x in (-7 - face.turn * 0.6, 7 - face.turn * 0.6)
    )
    beard = (
        shape(
            "M-7-.6C-7.2 5.8-4.4 9.6 0 9.6S7.2 5.8 7-.6C6.4 2 5 3 3 2.7Q0 2-3 2.7C-5 3-6.4 2-7-.6z",
            mix(face.hair, face.skin, 0.08),
        )
        if face.beard
        else ""
    )
    features = f'<g transform="translate({2.0 * face.turn:.1f} 0)">{_features(face, asleep=asleep)}</g>'
    top = hat(face.hat, face.hat_color) if face.hat else ""
    fringe = shape(hair.front, face.hair) if face.hat not in _WRAPPED else ""
    veil = veil_behind(face.hat_color) if face.hat == "veil" else ""
    return veil + behind + ears + shape(_FACE, face.skin) + beard + features + fringe + top


def _features(face: Face, *, asleep: bool = False) -> str:
    dark = lab(face.skin).lightness < 0.55
    ink = mix(face.skin, _INK, 0.88)
    shade = mix(face.skin, "#7a2f22", 0.34)
    brow = mix(face.hair, _INK, 0.35) if lab(face.hair).lightness > 0.35 else face.hair
    mouth = (
        mix("#b3344a", face.skin, 0.18) if face.lips else (shade if dark else mix(face.skin, "#7a1f22", 0.66))
    )
    eyes = "".join(
        oval(x, 0.3, 0.92, 1.2, ink)
        + oval(x + 0.3, -0.15, 0.3, 0.34, "#ffffff")
        + oval(x * 1.62, 3.3, 1.5, 0.95, mix(face.skin, "#e8604c", 0.14 if dark else 0.26))
        + stroke(f"M{x - 1.3:.1f}-2.4q1.3-.8 2.6 0", brow, 0.62)
        for x in (-2.8, 2.8)
    )
    if asleep:
        eyes = stroke("M-4.200.6q1.400 1.300 2.800 0M1.400.6q1.400 1.300 2.800 0", ink, 0.7)
    glasses = (
        "".join(
            f'<circle cx="{x}" cy=".4" r="2.2" fill="#ffffff" fill-opacity=".25" stroke="#2e3140" '
            f'stroke-width=".55"/>'
            for x in (-2.8, 2.8)
        )
        + stroke("M-.7.2h1.4M-5-.1l-1.8-.5M5-.1l1.8-.5", "#2e3140", 0.5)
        if face.glasses
        else ""
    )
    smile = (
        shape("M-2.1 4Q0 4.5 2.1 4 1.8 6.3 0 6.3T-2.1 4z", mouth)
        + shape("M-1.6 4.2Q0 4.6 1.6 4.2L1.3 4.9Q0 5.2-1.3 4.9z", "#ffffff")
        if not face.lips
        else shape("M-2.5 3.8Q-1 4 0 4.4 1 4 2.5 3.8 1.9 6.5 0 6.5T-2.5 3.8z", mouth)
        + shape("M-1.8 4.2Q0 4.9 1.8 4.2L1.3 5Q0 5.4-1.3 5z", "#ffffff")
    )
    return eyes + stroke("M.1.9q.9 1.2-.3 1.6", shade, 0.55) + smile + glasses


_WRAPPED: Final = frozenset({"hijab", "turban"})
"""What hides all hair above the face."""
_OVER_HAIR: Final = frozenset({"visor", "helm", "hijab"})
"""What hides the hair behind the head."""


def hat(kind: str, color: str) -> str:
    """A hat on a head of that size."""
    return _HATS[kind](color)


def scarf(color: str, wide: float) -> str:
    """About a neck whose middle is the origin: a band, and an end that hangs down."""
    half, deep = wide / 2, max(2.2, wide * 0.24)
    low = deep * 0.5
    end = (
        f"M{half * 0.1:.2f} 0h{deep * 1.1:.2f}l{deep * 0.3:.2f} {deep * 2.3:.2f}"
        f"l-{deep * 1.2:.2f} {deep * 0.2:.2f}z"
    )
    band = (
        f"M{-half:.2f} {-low * 0.9:.2f}Q0 {low:.2f} {half:.2f} {-low * 0.9:.2f}"
        f"q{deep * 0.5:.2f} {deep * 0.6:.2f} -{deep * 0.1:.2f} {deep:.2f}"
        f"Q0 {deep * 1.5:.2f} {-half + deep * 0.1:.2f} {deep - low * 0.9:.2f}"
        f"q-{deep * 0.6:.2f}-{deep * 0.4:.2f} -{deep * 0.1:.2f}-{deep:.2f}z"
    )
    stripe = f"M{half * 0.1 + deep * 0.3:.2f} {deep * 1.9:.2f}l{deep * 0.95:.2f}-{deep * 0.12:.2f}"
    return (
        shape(end, darker(color, 0.16))
        + stroke(stripe, lighter(color, 0.5), deep * 0.22)
        + shape(band, color)
        + stroke(
            f"M{-half * 0.5:.2f} {deep * 0.2:.2f}q{half * 0.4:.2f} {deep * 0.4:.2f} {half * 0.8:.2f} "
            f"{deep * 0.3:.2f}",
            lighter(color, 0.3),
            deep * 0.16,
        )
    )


def _brimmed(color: str) -> str:
    return (
        shape("M-6.6-5C-6.4-11.4-4.4-13.4 0-13.4S6.4-11.4 6.6-5z", color)
        + shape("M-6.6-6.6Q0-5 6.6-6.6V-4.8Q0-3.2-6.6-4.8z", darker(color, 0.38))
        + shape("M-11.4-3.6Q-6-5.6 0-5.4T11.4-3.6Q6-2 0-2T-11.4-3.6z", darker(color, 0.08))
    )


def _top_hat(color: str) -> str:
    return (
        shape("M-5.6-5V-15Q0-16.6 5.6-15V-5z", color)
        + block(-5.6, -8.4, 11.2, 2.6, "#c8413b")
        + shape("M-9.6-4.6Q0-6.8 9.6-4.6 6-2.6 0-2.6T-9.6-4.6z", darker(color, 0.1))
    )


def _peaked(color: str) -> str:
    """A cap, its peak to the left."""
    return shape("M-7.6-3.4C-7.6-9.4-4.4-11.6 0-11.6S7.8-9.4 7.8-3.4Q0-5.4-7.6-3.4z", color) + shape(
        "M3-4.4C-3-6-9-5-11.6-2.6-8-1.6-2-2.2 3-3.4z", darker(color, 0.22)
    )


def _beanie(color: str) -> str:
    return (
        oval(0, -13.2, 2, 1.9, lighter(color, 0.45))
        + shape("M-7.7-4C-8-10.2-4.6-12.6 0-12.6S8-10.2 7.7-4z", color)
        + block(-8.1, -5.8, 16.2, 3.2, lighter(color, 0.22), corner=1.4)
    )


def _toque(color: str) -> str:
    return (
        shape("M-6.4-7C-10.6-8.6-9.6-14.6-5.2-14.2-4-17.4 4-17.4 5.2-14.2 9.6-14.6 10.6-8.6 6.4-7z", color)
        + block(-6.6, -8.6, 13.2, 4.6, darker(color, 0.06), corner=0.8)
        + stroke("M-3-11v-2M3-11v-2", darker(color, 0.16), 0.5)
    )


def _hard_hat(color: str) -> str:
    return (
        shape("M-7.7-3.8C-7.9-9.6-4.6-12 0-12S7.9-9.6 7.7-3.8z", color)
        + block(-1.5, -12.6, 3, 8.6, lighter(color, 0.35), corner=1)
        + block(-9.2, -4.8, 18.4, 1.9, darker(color, 0.14), corner=0.9)
    )


def _officer(color: str) -> str:
    return (
        shape("M-9.2-9.4Q0-14.2 9.2-9.4L7.2-5.4H-7.2z", color)
        + block(-7.2, -6.4, 14.4, 2.2, darker(color, 0.4))
        + oval(0, -8.4, 1.3, 1.5, "#f2c14e")
        + shape("M-7-4.2Q0-6 7-4.2 4-2.4 0-2.4T-7-4.2z", "#1d2230")
    )


def _crown(color: str) -> str:
    return (
        shape("M-6.6-6.4L-7.4-13.4-3.6-10 0-15 3.6-10 7.4-13.4 6.6-6.4Q0-8 -6.6-6.4z", color)
        + oval(0, -9.2, 0.9, 1, "#d1495b")
        + oval(-3.9, -8.8, 0.7, 0.8, "#3d8be0")
        + oval(3.9, -8.8, 0.7, 0.8, "#3d8be0")
    )


def _visor(color: str) -> str:
    """A helmet with a clear front."""
    ring = (
        f'<circle cx="0" cy="-.8" r="10.4" fill="#9fd4ee" fill-opacity=".22" stroke="{color}" '
        f'stroke-width="3"/><circle cx="0" cy="-.8" r="11.9" fill="none" stroke="{darker(color, 0.14)}" '
        f'stroke-width=".5"/>'
    )
    return ring + stroke("M-6.4-5.6Q-4.8-8-2-9", "#ffffff", 1.2, 0.8)


def _helm(color: str) -> str:
    """A knight's, its visor raised."""
    return (
        shape(
            "M-1-12C0-17.6 6-19 10-15.4 12-13 12-9.6 10.6-7 10-10.4 6-12.6 1.2-11.4z",
            "#c8413b",
        )
        + shape(
            "M-8.2 4.6C-9.2-8-5.4-12.4 0-12.4S9.2-8 8.2 4.6Q7.4 6.6 5.6 6.8V-1.8Q0-4.2-5.6-1.8"
            "V6.8Q-7.4 6.6-8.2 4.6z",
            color,
        )
        + shape("M-8.4-3.4Q0-8 8.4-3.4L8.2-6.6Q5.6-11 0-11T-8.2-6.6z", lighter(color, 0.24))
        + stroke("M-5.4-7.2h2.8M-1.4-7.6h2.8M2.6-7.2h2.8", darker(color, 0.4), 0.7)
        + shape("M5.6-1.8V6.8Q7.4 6.6 8.2 4.6 8.5 1 8.1-2.6z", darker(color, 0.16))
    )


def _hijab(color: str) -> str:
    """Round the face and over the shoulders."""
    cloth = (
        "M0-11.400C7-11.400 9.400-6.600 9.200 0 9 4.600 9.800 8.600 11.200 12.400Q0"
        " 17.600-11.200 12.400C-9.800 8.600-9 4.600-9.200 0"
        "-9.400-6.600-7-11.400 0-11.400zM0-6.200C-4.400-6.200-5.900-4-5.900-.6-5.900 4.400-3.400"
        " 7.700 0 7.700S5.900 4.400 5.900-.6"
        "C5.900-4 4.400-6.200 0-6.200z"
    )
    return (
        f'<path fill-rule="evenodd" d="{cloth}" fill="{color}"/>'
        + stroke("M-5.800 3.600Q-4 9.400 3 10.600M5.900 2.400Q5.600 8 9.600 11.800", darker(color, 0.16), 0.8)
        + stroke("M-6.400-6.600Q-3.600-9.600.6-9.800", lighter(color, 0.3), 0.8)
    )


def _turban(color: str) -> str:
    fold = darker(color, 0.14)
    return shape(
        "M-8-2.600C-10.600-9.600-6-14.600 0-14.600S10.600-9.600 8-2.600Q4.600-6 0-6.400-4.600-6-8-2.600z",
        color,
    ) + stroke(
        "M-8.600-6Q-3-10.400 4.800-13.200M-8.400-4Q-2-8 8-10.400M8.400-4.400Q3-7.600-5-12.600", fold, 0.7
    )


def veil_behind(color: str) -> str:
    """The part of a bride's veil that is behind her head."""
    return shape(
        "M0-11.800C8.600-11.800 10.600-4 11.600 6L13.600 19Q0 22-13.600 19L-11.600 6"
        "C-10.600-4-8.600-11.800 0-11.800z",
        color,
        0.88,
    )


def _veil(color: str) -> str:
    """The wreath that holds it."""
    flowers = "".join(
        oval(x, y, 1.3, 1.3, color) + oval(x, y, 0.5, 0.5, "#f2c14e")
        for x, y in ((-6, -7.4), (-3.2, -9.4), (0, -10.1), (3.2, -9.4), (6, -7.4))
    )
    return stroke("M-7.200-6Q0-13 7.200-6", "#7fa86b", 0.9) + flowers


def _tricorne(color: str) -> str:
    """A pirate's, and a patch over an eye."""
    patch = stroke("M-7-2.400L6.800.6", "#1d1a22", 0.7) + oval(2.8, 0.3, 2, 1.9, "#1d1a22")
    skull = oval(0, -9.2, 1.7, 1.6, "#f4f1ea") + block(-0.9, -8.2, 1.8, 1.6, "#f4f1ea", corner=0.4)
    eyes = oval(-0.6, -9.2, 0.42, 0.45, color) + oval(0.6, -9.2, 0.42, 0.45, color)
    return (
        patch
        + shape("M-6.800-4.600C-6.600-13 6.600-13 6.800-4.600z", darker(color, 0.2))
        + shape(
            "M-12.400-7.600Q-6-6.600-3.400-12.600 0-15 3.400-12.600 6-6.600 12.400-7.600 8.600-2.600"
            " 0-2.800-8.600-2.600-12.400-7.600z",
            color,
        )
        + stroke("M-12-7.300Q-8.400-2.900 0-3.100 8.400-2.900 12-7.300", "#d9b24a", 0.6)
        + skull
        + eyes
    )


_HATS: Final = {
    "hijab": _hijab,
    "turban": _turban,
    "veil": _veil,
    "tricorne": _tricorne,
    "helm": _helm,
    "crown": _crown,
    "visor": _visor,
    "hat": _brimmed,
    "top": _top_hat,
    "cap": _peaked,
    "beanie": _beanie,
    "toque": _toque,
    "hard": _hard_hat,
    "officer": _officer,
}
