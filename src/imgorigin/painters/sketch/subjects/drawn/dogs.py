"""Dogs: standing, running, sitting and asleep. Like the icons, they face left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, mix
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, moved, oval, shape, stroke
from imgorigin.painters.sketch.subjects.drawn.dog_coats import COATS, INK, Coat, darker

_COLLAR: Final = "#d8433f"


# ---------------------------------------------------------------------------------------------- head


def _face(coat: Coat, *, asleep: bool = False) -> str:
    """Skull, muzzle and ear; awake, with its tongue out."""
    rim = darker(coat.fur, 0.14)
    skull = (
        "M15 8.8c.2-3.6-2.2-6.2-5.6-6.2-2.2 0-3.7 1.2-4.3 3.1-1.5.3-3 .8-3.5 1.6-.6 1.1-.1 2.7 1.2 3.3"
        " 1.4.7 2.9.8 4.4.7 1 1.3 2.3 2 3.8 2 2.2 0 3.9-1.9 4-4.5z"
    )
    blaze = (
        "M1.6 7.3c.6-.9 2.1-1.3 3.6-1.6.9 1 1.9 1.5 2.9 2 .8.9.6 2.5-.5 "
        "3.5-1.6.2-3.3.1-4.8-.6-1.3-.6-1.8-2.2-1.2-3.3z"
    )
    ear = (
        shape("M9.6 4.6L10.4-.4c.1-.5.7-.6 1-.2l3 4.2c-.8 1.5-3 2.2-4.8 1z", coat.ear)
        + shape("M10.6 3.8l.5-2.6 1.7 2.5c-.6.5-1.5.5-2.2.1z", mix(coat.ear, "#f3b8ae", 0.55))
        if coat.pricked
        else shape(
            "M10.4 3.1c2-.8 4.2.2 4.9 2.3.7 2.1.6 4.6-.8 5.9-1 .8-2.3.2-2.9-1.3-.7-1.7-.5-3.3-1.1-4.7"
            "-.4-.9-.6-1.7-.1-2.2z",
            coat.ear,
        )
    )
    eye = (
        stroke("M6 6.3q1 1 2.1.2", INK if lab(coat.fur).lightness > 0.5 else coat.pale, 0.45)
        if asleep
        else oval(7, 6.5, 0.85, 1, INK)
        + oval(6.7, 6.1, 0.3, 0.34, "#ffffff")
        + shape("M4.1 10.9c.7.2 1.4.2 2.1.1.1 1.2-.2 2-.9 2-.8 0-1.3-.8-1.2-2.1z", "#ef7f86")
    )
    return (
        shape(skull, coat.fur)
        + shape(blaze, coat.pale)
        + stroke("M3.4 10.7c1.5.3 2.9.1 4-.7", darker(coat.pale, 0.45), 0.4)
        + shape("M1.1 7.3c.4-.9 1.6-1.3 2.4-.9.5.4.3 1.3-.3 1.7-.7.4-1.7.4-2.1-.8z", INK)
        + oval(1.9, 7, 0.3, 0.2, "#8d8694")
        + eye
        + stroke("M6.2 4.7c.4-.4.9-.5 1.5-.4", rim, 0.4)
        + ear
    )


def _head(coat: Coat) -> str:
    """Face, neck and collar; the neck's foot is at (14, 13) and joins whatever body is under it."""
    return (
        shape(
            "M8.2 10.4c3.4.9 5.6-.6 6.5-4.4 1.7 2.3 2 5.2 3.7 8l-5 4.2-6.2-1.6c.5-2.2.9-4.2 1-6.2z", coat.fur
        )
        + shape(
            "M7.7 13.6c2.4.4 4.6 2.6 4.4 6.8-.1 1.2-1.2 1.4-2.2.7C8 20 6.5 18.5 6.3 16.9c.2-1.3.7-2.4 "
            "1.4-3.3z",
            coat.pale,
        )
        + _face(coat)
        + stroke("M8.2 14.3c2.6 1.2 5.4.8 7.9-1.5", _COLLAR, 1.25)
        + oval(8.6, 15.5, 0.8, 0.8, "#f0b93a")
    )


def _spots(coat: Coat, *at: tuple[float, float, float]) -> str:
    return "".join(oval(x, y, r, r * 0.86, coat.spots) for x, y, r in at) if coat.spots else ""


# --------------------------------------------------------------------------------------------- poses


def standing(coat: Coat) -> str:
    far, fur, shade = coat.far, coat.fur, darker(coat.fur, 0.12)
    return (
        shape("M11.8 20l.9 8.2c-.9.3-1.4 1-1.4 2.2h4c.2-.8.2-1.6 0-2.4l.5-8z", far)
        + shape(
            "M19.2 19c.2 2.8 1.6 4 1.5 5.6l-.9 3.6c-.9.3-1.4 1-1.4 2.2h4c.6-2.4 1.5-4.2 1.3-6.4l-.5-5z", far
        )
        + stroke("M25.8 15.6c2.6-1.4 4-3.8 3.6-7", fur, 2.1)
        + shape(
            "M9 13.5c3.6 1 9.5-.2 14.7.1 2.7.2 4.2 2.3 4.1 4.7-.1 2.2-.8 3.4-.6 5 .2 2.1-1 4.3-1.4 7.1h-4"
            "c0-1.2.5-1.9 1.4-2.2.8-2.4.9-3.4.1-4.3-1.2-1.3-2.2-2-2.6-3.2-2.2-.3-3.6 1.2-6.2 1.6L13.7 28"
            "c.3.8.3 1.6.1 2.4h-4c0-1.2.5-1.9 1.4-2.2l-1.3-6.3c-1.5-1-2.3-2.7-2.3-4.5 0-1.5.5-2.8 1.4-3.9z",
            fur,
        )
        + shape("M20.7 20.7c-2.2-.3-3.6 1.2-6.2 1.6l-.2 1.1c3-.2 4.5-1.7 7.1-1.4z", shade, 0.8)
        + (
            shape(
                "M13.5 13.9c3.6-.2 6.9-.5 10.2-.3 2.7.2 4.2 2.3 4.1 4.7-.1 1-.3 1.8-.4 "
                "2.5-2-1.6-3.1-2-5.7-1.9-3.7.2-6.9-.9-8.2-5z",
                coat.saddle,
            )
            if coat.saddle
            else ""
        )
        + _paws(coat, (9.8, 0), (21.8, 0))
        + _spots(
            coat,
            (16.6, 16.6, 0.9),
            (18.8, 19.2, 1.2),
            (20.6, 15.4, 0.9),
            (24.6, 17.4, 1.3),
            (23.4, 21.4, 0.8),
            (12.8, 19.6, 0.7),
            (26.2, 20.8, 0.7),
            (12, 24.4, 0.6),
            (24.8, 25, 0.7),
        )
        + _head(coat)
        + _spots(coat, (9, 4.4, 0.6))
    )


def _paws(coat: Coat, *at: tuple[float, float]) -> str:
    return "".join(
        shape(f"M{x:g} {FOOT - y:g}c0-1.2.5-1.9 1.4-2.2 1-.3 2.1-.2 2.6 0 .3.7.2 1.4 0 2.2z", coat.paw)
        for x, y in at
    )


def running(coat: Coat) -> str:
    """At full stretch, a hind paw just leaving the ground."""
    far, fur, shade = coat.far, coat.fur, darker(coat.fur, 0.12)
    return (
        shape(
            "M11.5 19.5c-2.4 2.4-4.6 3.6-7.2 3.6-1.3 0-2.3-.1-3.4.6-.5.5-.4 1.3.2 1.6 4.6.6 9.6-.2 13.4-3.6z",
            far,
        )
        + shape(
            "M20 20c-.6 2.3-.5 3.9.8 5.3 1.2 1.1 2.4 1.3 4.2 1.3.6.5 1.3.3 "
            "1.6-.4.2-.8-.3-1.5-1.3-1.8-1-.3-1.6-.7-1.8-1.6l1.5-2.8z",
            far,
        )
        + stroke("M26.4 14.8c2.2.2 4.2-.8 5.6-3", fur, 2.1)
        + shape(
            "M8.4 15.5c4.6.6 9.6-2.2 14.8-1.9C26.4 13.8 28 16 27.8 18.8 28 20.6 29.8 21.8 31 23.6"
            " 32.2 25.4 32.4 27.6 32 30.1c-.9.4-2 .2-2.6-.7.3-.7.1-1.2-.5-1.7C27 26.2 23 25.6 21 21.4"
            "c-3.4-.6-5.6 1.5-9.3 1.8-3.2.2-5.3-1.9-5.3-4.4 0-1.3.9-2.3 2-3.3z",
            fur,
        )
        + shape(
            "M6.5 17.5c-.1 3.3-1 5.9-2.7 8.1-1 1.1-1.9 1.6-1.9 2.9 0 1 .5 1.7 1.3 1.9 1 .1 2-.2 "
            "2.3-1.1.4-1.7 3.4-3.4 6-7.3z",
            fur,
        )
        + shape("M21 21.4c-3.4-.6-5.6 1.5-9.3 1.8l.2 1c3.6-.2 6.2-2.2 9.8-1.7z", shade, 0.8)
        + (
            shape(
                "M12.8 15.2c3.4-.6 6.9-1.8 10.4-1.6 3.2.2 5 2.6 4.6 5.2-.1.6-.2 1.2-.2 "
                "1.7-2-1.2-3.6-1.6-6-1.4-3.8.3-7.8-.5-8.8-3.9z",
                coat.saddle,
            )
            if coat.saddle
            else ""
        )
        + shape(
            "M2.7 26.8c-.5.5-.8 1-.8 1.7 0 1 .5 1.7 1.3 1.9 1 .1 2-.2 "
            "2.3-1.1.1-.4.3-.7.6-1.1-.7-.9-2.2-1.5-3.4-1.4z",
            coat.paw,
        )
        + shape(
            "M29.4 29.4c.6.9 1.7 1.1 2.6.7.2-1.2.2-2.4-.1-3.5-1-.2-2.4.3-3.3 1 .8.6 1.1 1.1.8 1.8z", coat.paw
        )
        + _spots(
            coat,
            (15.4, 17, 1),
            (18.4, 19.6, 1.1),
            (20.8, 16, 0.9),
            (24.4, 17.6, 1.3),
            (23.8, 21.2, 0.8),
            (14.6, 20.6, 0.7),
            (27.4, 23.6, 0.7),
        )
        + moved(_head(coat), -0.6, 2.6, turn=-4)
    )


def sitting(coat: Coat) -> str:
    far, fur, shade = coat.far, coat.fur, darker(coat.fur, 0.13)
    return (
        stroke("M23.6 28.6c2.6.6 4.8-.4 5.8-2.8", fur, 2.1)
        + shape("M13.2 19l.6 9.2c-.9.3-1.4 1-1.4 2.2h4c.3-.8.2-1.6 0-2.4l1-9z", far)
        + shape(
            "M9.4 13.2c2.8-1 7.6-2.2 9.8-.4 2.9 2.5 4.5 6.3 5.2 11 .9 3.7-.2 6.6-3.4 6.6h-7.2"
            "c-2.4-.3-3-2.6-2.9-5.4-.2-1.6-.8-2.3-1.4-3.8-1-2.7-1.5-5.5-.1-8z",
            fur,
        )
        + shape("M24.4 23.8c.9 3.7-.2 6.6-3.4 6.6h-6.6c-.9-3.7 1.2-8 4.8-8 2.2 0 3.9.9 4.9 2.2z", shade)
        + shape("M15.8 30.4c-1-3.6.7-7.2 3.9-7.2 2.9 0 4.7 2.6 4 5.6-.4 1.1-1.3 1.6-2.5 1.6z", fur)
        + (
            shape("M15.4 12.9c4 2.3 7.4 6 8.9 10.7-2-1-4.6-1.2-6.4-3.4-1.7-2.1-3-4.5-2.5-7.3z", coat.saddle)
            if coat.saddle
            else ""
        )
        + shape("M9.4 19.5l1 8.7c-.9.3-1.4 1-1.4 2.2h4c.3-.8.2-1.6 0-2.4l1.3-8z", fur)
        + _paws(coat, (9, 0))
        + shape("M13.9 30.4c0-1.1.7-1.9 1.9-2 1.7-.2 3.8.3 4.5 2z", coat.paw)
        + _spots(
            coat,
            (16.4, 17.4, 1),
            (19.4, 20.6, 1.1),
            (14, 21, 0.7),
            (20.6, 25.8, 1),
            (18, 27, 0.6),
            (22.6, 27.4, 0.6),
            (11.6, 25.2, 0.6),
        )
        + moved(_head(coat), 1.4, 0.4)
        + _spots(coat, (10.4, 4.8, 0.6))
    )


def asleep(coat: Coat) -> str:
    """Lying with its chin on the ground."""
    fur, shade = coat.fur, darker(coat.fur, 0.13)
    return (
        stroke("M28.5 28.2c2.4.6 3.6-.6 3.4-2.8", fur, 2.1)
        + shape("M8 30.4c-1.2-6.4 3.6-11.4 10.6-11.6 7-.2 11.6 4 11.4 8.6-.1 2-1.4 3-3.6 3z", fur)
        + (
            shape("M13.8 20c5-2.2 12.6-1.4 15.2 3.6-4.6.4-10.6.6-15.2-3.6z", coat.saddle)
            if coat.saddle
            else ""
        )
        + shape("M18.6 30.4c-1-4 1.3-7.2 4.9-7.2 3.4 0 5.4 2.4 5.1 5.2-.2 1.3-1 2-2.5 2z", shade)
        + shape("M19.6 30.4c-.8-3.6 1.2-6.3 4.2-6.3 2.9 0 4.6 2 4.3 4.5-.2 1.2-.9 1.8-2.2 1.8z", fur)
        + shape("M15.6 30.4c0-1.2.8-1.9 2-2 1.7-.2 3.7.3 4.4 2z", coat.paw)
        + shape("M2.4 30.4c0-1.1.8-1.8 2-1.9l9-.9v2.8z", coat.paw)
        + _spots(coat, (19.4, 21.2, 1), (25.4, 21.8, 0.9), (24, 26.6, 0.9), (17, 25.4, 0.8), (28, 25.4, 0.6))
        + moved(_face(coat, asleep=True), -0.6, 17)
    )


_POSES: Final = {
    "": (standing, (1, 2.6, 30.5, FOOT)),
    " running": (running, (0.4, 4.2, 33, FOOT)),
    " sitting": (sitting, (2.4, 2.9, 30.4, FOOT)),
    " sleeping": (asleep, (0.5, 18.8, 33, FOOT)),
}
_PRICKED: Final = (" husky", " corgi")
_EARS: Final = 3.0
"""How much higher a dog is whose ears stand."""


def _drawn(coat: str, pose: str) -> Drawn:
    made, colors = COATS[coat]
    draw, (left, top, right, foot) = _POSES[pose]
    box = (left, top - _EARS * (coat in _PRICKED), right, foot)
    return Drawn(lambda color: draw(made(color)), colors, box)


DOGS: Final = {f"dog{coat}{pose}": _drawn(coat, pose) for coat in COATS for pose in _POSES}
"""By coat and pose: "dog", "dog running", "dog spotted sitting"."""
