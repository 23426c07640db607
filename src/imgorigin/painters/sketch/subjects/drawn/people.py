"""People on their feet. The icons have only heads of those whom no trade dresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.palette import darker, mix
from imgorigin.painters.sketch.subjects.drawn.base import block, oval, shape, stroke
from imgorigin.painters.sketch.subjects.drawn.things import canopy

BOX: Final = (9.5, 1.5, 22.5, 30.4)
BOX_WITH_UMBRELLA: Final = (8, -10, 30, 30.4)

COMPLEXIONS: Final = (
    ("#ffd7c2", "#2b211f"),
    ("#ffd7c2", "#b97a3f"),
    ("#f0c09a", "#593b39"),
    ("#c68d7b", "#4a2f2b"),
    ("#9a6249", "#2b1d1a"),
    ("#573739", "#1c1616"),
)
"""Skin and hair."""
_DARKEST: Final = COMPLEXIONS[-1][0]
TOPS: Final = ("#e07a5f", "#3d7dd8", "#2a9d8f", "#e9b44c", "#8a6fb0", "#d1495b", "#5b8e5a")
COATS: Final = ("#2f3e55", "#3b4a4f", "#5a3f4f", "#3d4f3f")
TROUSERS: Final = ("#33415c", "#4a4e69", "#2f3e46", "#6b4f3f")

_HAIR_STYLES: Final = {
    "short": (
        "M13 5.3C12.7 2.6 14 1.6 16 1.6s3.4 1 3.1 3.7"
        "c-.5-1.3-1.2-1.7-1.9-1.9-1.2.6-2.7.6-3.7.3-.3.5-.4 1-.5 1.6z"
    ),
    "bob": (
        "M12.7 8.2c-.7-4.8.4-6.8 3.3-6.8s4 2 3.3 6.8c-.7.2-1.2 0-1.5-.4.6-1.6.6-3 "
        ".1-4.1-1.3.6-3.2.7-4.4.2-.4 1.2-.3 2.6.3 3.9-.3.4-.7.5-1.1.4z"
    ),
    "long": (
        "M12.3 11.3c-.6-6.6-.5-9.9 3.7-9.9s4.3 3.3 3.7 9.9"
        "c-.8.3-1.6.1-2-.4.7-3.1.7-5.2.2-7.2-1.3.6-3 .7-4.2.2-.5 2-.2 4.3.4 7-.4.5-1.1.7-1.8.4z"
    ),
    "bun": (
        "M13 5.6C12.6 2.7 14 1.7 16 1.7s3.4 1 3 3.9"
        "c-.4-1.1-.9-1.6-1.6-1.9-1 .4-2.2.4-3 0-.7.3-1.1.9-1.4 1.9zM14.6 1.3"
        "a1.5 1.4 0 1 1 2.8 0 1.5 1.2 0 0 1-2.8 0z"
    ),
    "none": "",
}
_STYLES: Final = {
    "man": ("short",),
    "boy": ("short",),
    "woman": ("bob", "long", "bun"),
    "girl": ("long", "bun"),
    "older-person": ("bun", "short"),
}
_ANY_STYLE: Final = ("short", "bob", "bun", "long")
FIGURES: Final = frozenset({"person", "child", *_STYLES})


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one person from another."""

    skin: str
    hair: str
    style: str
    top: str
    trousers: str
    dress: bool
    coat: str


def look_of(name: str, color: str, rng: Stream) -> Look:
    """A person of that name, dressed in `color` if it is one."""
    skin, hair = rng.pick(COMPLEXIONS)
    top, trousers = rng.pick(TOPS), rng.pick(TROUSERS)
    style, dress = rng.pick(_STYLES.get(name, _ANY_STYLE)), rng.chance(0.45)
    return Look(
        skin=skin,
        hair="#c9cdd4" if name == "older-person" else hair,
        style=style,
        top=color or top,
        trousers=trousers,
        dress=dress and name in ("woman", "girl"),
        coat=color or rng.pick(COATS),
    )


def figure(look: Look, umbrella: str = "") -> str:
    """Standing, seen from the front; under an open umbrella of that colour if one is given."""
    arm = "M12.6 10.8Q11.3 14.2 11.5 17.6"
    other = "M19.4 10.8Q21.4 13.6 20.5 15.6L19.9 13.6" if umbrella else "M19.4 10.8Q20.7 14.2 20.5 17.6"
    hand = (19.9, 13.4) if umbrella else (20.5, 18.2)
    if umbrella:
        look = replace(look, top=look.coat, dress=False)
    sleeve = darker(look.top, 0.14)
    coat = shape("M12.7 17.6h6.6l.9 7.4q-4.2 1-8.4 0z", darker(look.top, 0.08)) if umbrella else ""
    return (
        (stroke("M19.9 14.8V-8", "#3b3b46", 0.6) if umbrella else "")
        + _lower_body(look)
        + oval(11.5, 18.2, 0.95, 0.95, look.skin)
        + stroke(arm, sleeve, 2)
        + shape("M12.5 10.4Q13 9 14.7 8.9h2.6Q19 9 19.5 10.4L19.2 19.6h-6.4z", look.top)
        + coat
        + block(15, 6.6, 2, 3, darker(look.skin, 0.14), corner=1)
        + _head(look)
        + stroke(other, sleeve, 2)
        + oval(*hand, 0.95, 0.95, look.skin)
        + (canopy(umbrella, 19, 1.4, 11) if umbrella else "")
    )


def _lower_body(look: Look) -> str:
    skin, shoe = look.skin, "#2b2d3a"
    shoes = shape("M12.5 30.4v-.7q0-1 1.2-1h1.6v1.7zM19.5 30.4v-.7q0-1-1.2-1h-1.6v1.7z", shoe)
    if look.dress:
        legs = block(13.7, 22, 1.5, 7.4, skin) + block(16.8, 22, 1.5, 7.4, skin)
        return legs + shoes + shape("M12.9 18.5h6.2l2 7.2q-5.1 1.2-10.2 0z", darker(look.top, 0.06))
    return shape("M12.9 18.5h6.2l-.3 11h-2.3l-.5-7.5-.5 7.5h-2.3z", look.trousers) + shoes


def _head(look: Look) -> str:
    ink = mix(look.skin, "#20141c", 0.82)
    hair = _HAIR_STYLES[look.style]
    back = shape("M12.7 5c0 3-.4 5-.5 6.5h7.6c-.1-1.5-.5-3.5-.5-6.5z", darker(look.hair, 0.15))
    return (
        (back if look.style == "long" else "")
        + oval(16, 5.1, 2.75, 3.1, look.skin)
        + oval(15, 5.3, 0.27, 0.36, ink)
        + oval(17, 5.3, 0.27, 0.36, ink)
        + stroke("M15.2 6.7q.8.6 1.6 0", ink, 0.26)
        + oval(14.1, 6.2, 0.42, 0.3, mix(look.skin, "#e0664f", 0.3))
        + oval(17.9, 6.2, 0.42, 0.3, mix(look.skin, "#e0664f", 0.3))
        + (shape(hair, look.hair) if hair else "")
    )


# -------------------------------------------------------------------------------------- complexions

_ICON_SKIN: Final = {"#ffc83d": 0.0, "#fdbb11": 0.1, "#fcb100": 0.1, "#ed9200": 0.24}
"""The yellows of faces in the icons, and how much darker than the face each is."""
_ICON_HAIR: Final = frozenset({"#f1a11e", "#d37034", "#ff8101"})
_ICON_LIPS: Final = "#990839"


def complexion(markup: str, skin: str, hair: str) -> str:
    """An icon's yellow people as a person of flesh and blood."""
    for yellow, shade in _ICON_SKIN.items():
        markup = markup.replace(yellow, mix(skin, "#6b2a1a", shade))
    for yellow in sorted(_ICON_HAIR):
        markup = markup.replace(yellow, hair)
    return markup.replace(_ICON_LIPS, mix("#990839", skin, 0.25) if skin != _DARKEST else "#290118")
