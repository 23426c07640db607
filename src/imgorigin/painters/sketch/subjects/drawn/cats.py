"""Cats: walking, sitting and asleep. They look at us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, mix, toned
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    Drawn,
    both_sides,
    moved,
    oval,
    shape,
    stroke,
)

_INK: Final = "#2a2430"
_PINK: Final = "#ec8f96"


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of a cat: its fur and that of its far legs, stripes, chest and muzzle, paws, eyes."""

    fur: str
    far: str
    stripes: str
    pale: str
    paw: str
    eyes: str


def tabby(color: str) -> Coat:
    """Striped in its own colour; a black or a white one all but plain."""
    lightness = lab(color).lightness
    fur = lighter(color, 0.1) if lightness < 0.36 else color
    deep = 0.03 if lightness < 0.4 or lightness > 0.88 else 0.1
    eyes = "#e8c23a" if lightness < 0.5 else _INK
    far = toned(fur, -0.12, 1.02)
    return Coat(fur, far, toned(fur, -deep, 1.02), lighter(fur, 0.1 if lightness < 0.4 else 0.55), fur, eyes)


def pied(color: str) -> Coat:
    """White on chest, face and paws."""
    coat = tabby(color)
    return replace(coat, stripes=coat.fur, pale="#fbf7f0", paw="#fbf7f0", eyes="#7fb35a")


def _eye(coat: Coat, asleep: bool) -> str:
    """The left one."""
    if asleep:
        lid = _INK if coat.eyes == _INK else lighter(coat.fur, 0.5)
        return stroke("M-3.7 .2q1.2 1.2 2.5.1", lid, 0.5)
    if coat.eyes == _INK:
        return oval(-2.5, 0.1, 0.85, 1.1, _INK) + oval(-2.7, -0.3, 0.3, 0.36, "#ffffff")
    return (
        oval(-2.5, 0.1, 1.1, 1.15, coat.eyes)
        + oval(-2.5, 0.1, 0.5, 1, _INK)
        + oval(-2.7, -0.4, 0.26, 0.3, "#ffffff")
    )


def _head(coat: Coat, *, asleep: bool = False) -> str:
    """About the origin, some 12 wide."""
    ear = shape("M-5.5-1.5L-5.8-6.7c0-.7.7-1 1.2-.6L-.7-4.4z", coat.fur) + shape(
        "M-4.8-2.9l-.1-2.7c0-.3.3-.4.5-.2l2 1.6z", mix(_PINK, coat.fur, 0.45)
    )
    whiskers = stroke("M-3.9 2.4l-3.6-.5M-3.9 3.1l-3.4.7", lighter(coat.pale, 0.4), 0.2)
    return (
        both_sides(ear, about=0)
        + shape(
            "M0-4.7c3.6 0 6.2 2 6.2 5.1 0 3.2-2.9 4.9-6.2 4.9S-6.2 3.6-6.2.4c0-3.1 2.6-5.1 6.2-5.1z", coat.fur
        )
        + stroke("M0-4.4v1.9M-1.7-4.2l.2 1.3M1.7-4.2l-.2 1.3M-5.9-.4l1.2.3M5.9-.4l-1.2.3", coat.stripes, 0.7)
        + shape(
            "M0 .6c1.3 0 3.5 1 3.5 2.8C3.5 4.7 1.8 5.3 0 5.3s-3.5-.6-3.5-1.9C-3.5 1.6-1.3.6 0 .6z", coat.pale
        )
        + both_sides(_eye(coat, asleep) + whiskers, about=0)
        + shape("M-.9 1.7h1.8c.3 0 .4.3.2.5L.2 3.1c-.1.1-.3.1-.4 0l-.9-.9c-.2-.2-.1-.5.2-.5z", _PINK)
        + stroke("M0 3.2v.3M-1.3 3.7q.7.7 1.3-.2.6.9 1.3.2", toned(coat.pale, -0.35), 0.35)
    )


def walking(coat: Coat) -> str:
    stripes = "M17 14.6l-.4 3M20 14.8l-.3 3.4M23 15l-.2 3.3M25.9 16.5l-1.1 2.8"
    return (
        shape("M13.4 21l1.3 7.4c-.9.3-1.3 1-1.3 2h3.5c.2-.7.2-1.4.1-2.1l.5-7.3z", coat.far)
        + shape("M20.5 20.5l1 4.1-.8 3.8c-.9.3-1.3 1-1.3 2h3.4c.5-2.2 1.3-3.8 1.2-5.7v-4z", coat.far)
        + stroke("M26.2 18c3.2-.7 4.4-3.3 3.3-6.6-.8-2.3-.4-4.2 1.2-5.4", coat.fur, 1.9)
        + shape(
            "M9.5 15c3.5-.8 9-.6 14.7-.5 2.6.1 3.8 2 3.6 4.3-.2 2-.8 3.1-.5 4.6.3 2-.5 4.2-1 7h-3.4"
            "c0-1.1.4-1.8 1.3-2.1.4-2.1.4-3.2-.4-4.2-1-1.1-1.6-1.6-1.9-2.5-2.6.7-4.6.9-7.6.9l-1 5.7"
            "c.2.7.2 1.4 0 2.2H9.9c0-1.1.4-1.8 1.3-2.1l-1-6.2c-1.2-1.4-1.9-4.8-.7-7.1z",
            coat.fur,
        )
        + stroke(stripes, coat.stripes, 0.9)
        + shape("M9.7 16c1.3 1.2 2.9 3 2.5 5.7-.2.8-1.2.8-1.9.1-1.2-1.4-1.5-4-.6-5.8z", coat.pale)
        + _paws(coat, 9.9, 22.9)
        + moved(_head(coat), 9.4, 10.6)
    )


def _paws(coat: Coat, *at: float) -> str:
    return "".join(
        shape(f"M{x} 30.4c0-1.1.4-1.8 1.3-2.1.8-.3 1.6-.2 2.1 0 .2.7.2 1.4 0 2.1z", coat.paw) for x in at
    )


def sitting(coat: Coat) -> str:
    shade = toned(coat.fur, -0.06, 1.02)
    haunch = oval(9.9, 26.6, 3.7, 3.8, shade)
    foreleg = shape("M12.3 19.5l.2 8.5c-.9.3-1.2 1-1.2 2.4h4.1c.2-.8.2-1.7 0-2.4v-8.5z", coat.fur)
    paw = shape("M11.3 30.4c0-1.4.3-2.1 1.2-2.4.9-.3 2.1-.3 2.9 0 .2.7.2 1.6 0 2.4z", coat.paw)
    return (
        stroke("M22.5 28.9c3.9.7 6.4-1 6.3-4.4-.1-2.4-1.3-3.4-1.2-5.4", coat.fur, 2)
        + shape(
            "M16 12.5c5.4 0 8.8 8.4 8.8 13.3 0 3.4-2.6 4.6-5.2 4.6h-7.2c-2.6 0-5.2-1.2-5.2-4.6 0-4.9 "
            "3.4-13.3 8.8-13.3z",
            coat.fur,
        )
        + both_sides(haunch + stroke("M9.2 20.7l1.7.5M8.5 22.9l1.7.4", coat.stripes, 0.8))
        + both_sides(foreleg)
        + shape(
            "M16 14c2.8 0 4.2 2.5 4 5.2-.2 2.6-1.8 4.3-4 5.3-2.2-1-3.8-2.7-4-5.3-.2-2.7 1.2-5.2 4-5.2z",
            coat.pale,
        )
        + both_sides(paw)
        + stroke("M16 25v5.2", shade, 0.4)
        + moved(_head(coat), 16, 9.2, scale=1.12)
    )


def asleep(coat: Coat) -> str:
    """Curled up, its head on its paws and its tail about it."""
    shade = toned(coat.fur, -0.07, 1.02)
    return (
        shape(
            "M6 30.4c-2.4-5.4 2.6-12.2 11-12.4 8-.2 13.2 4.6 13 9.4 0 2-1.4 3-3.6 3z",
            toned(coat.fur, -0.025, 1.02),
        )
        + stroke("M15.6 18.4l.4 2.8M19 18.4l.1 3.1M22.4 19.2l-.5 2.9M25.5 20.8l-1.1 2.6", coat.stripes, 0.95)
        + shape("M19.5 30.4c-.8-4 1.4-7 4.7-7 3.2 0 5.1 2.4 4.7 5.2-.2 1.2-1 1.8-2.4 1.8z", shade)
        + stroke("M28 28.6c-5 .6-9 .6-14 .2", toned(coat.fur, 0.025), 2.3)
        + oval(6.6, 29.1, 2.4, 1.3, coat.paw)
        + moved(_head(coat, asleep=True), 9.4, 24.2, turn=-6)
    )


_COATS: Final[dict[str, Callable[[str], Coat]]] = {"": tabby, " pied": pied}
_COLORS: Final = {
    "cat": ("#eda35a", "#9a9aa4", "#e6dccd", "#b98154"),
    "cat pied": ("#4a4652", "#e09a52", "#8b8b95"),
    "black-cat": ("#34323f",),
    "black-cat pied": ("#34323f",),
}
_POSES: Final[dict[str, tuple[Callable[[Coat], str], tuple[float, float, float, float]]]] = {
    "": (walking, (2, 3.2, 31.4, FOOT)),
    " sitting": (sitting, (6.2, 0.9, 29.8, FOOT)),
    " sleeping": (asleep, (1.8, 16.6, 30, FOOT)),
}


def _drawn(name: str, coat: str, pose: str) -> Drawn:
    made, (draw, box) = _COATS[coat], _POSES[pose]
    return Drawn(lambda color: draw(made(color)), _COLORS[name + coat], box)


CATS: Final = {
    name + coat + pose: _drawn(name, coat, pose)
    for name in ("cat", "black-cat")
    for coat in _COATS
    for pose in _POSES
}
"""By coat and pose: "cat", "cat sleeping", "cat pied sitting"."""
