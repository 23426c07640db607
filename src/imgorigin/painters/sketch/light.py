"""Light: the colours that a time of day and a sky give to everything under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.scene import Scene


@dataclass(frozen=True, slots=True)
class Light:
    """`sky` runs from the zenith to the horizon. `far` and `near` are land against it, `ground` is grass.
    `ambient` tints what is lit by it, `strength` says how much. `height` of the sun (or moon) is a share of
    the way down to the horizon, `disc` its radius in units. `lamps`: windows and street lamps are lit.
    """

    sky: tuple[str, ...]
    sun: str
    far: str
    near: str
    ground: str
    ambient: str
    strength: float
    height: float
    disc: float
    dark: bool = False
    lamps: bool = False
    low: bool = False
    overcast: bool = False

    @property
    def horizon(self) -> str:
        return self.sky[-1]


LIGHTS: Final = {
    "day": Light(
        sky=("#3d93e0", "#7dbef0", "#c4e4f7", "#eef7f6"),
        sun="#fffbe6",
        far="#a3c4dc",
        near="#2f6f62",
        ground="#6bb04f",
        ambient="#ffffff",
        strength=0,
        height=0.26,
        disc=46,
    ),
    "dawn": Light(
        sky=("#5a7fb8", "#a6a0cf", "#efbfc4", "#ffe6cf"),
        sun="#fff4dc",
        far="#b5a0c6",
        near="#3c5170",
        ground="#5f8a6e",
        ambient="#ffd9c9",
        strength=0.10,
        height=0.70,
        disc=58,
        low=True,
    ),
    "golden": Light(
        sky=("#86a8d6", "#d9bcc4", "#fbb98a", "#ffd98f", "#fff0c2"),
        sun="#fff8de",
        far="#e2a184",
        near="#4a5254",
        ground="#a0b457",
        ambient="#ffc98a",
        strength=0.14,
        height=0.60,
        disc=60,
        low=True,
    ),
    "sunset": Light(
        sky=("#2a2560", "#74397f", "#dd5a6c", "#ff9d62", "#ffd795"),
        sun="#fff0c4",
        far="#b8557d",
        near="#241537",
        ground="#4d3048",
        ambient="#e0667a",
        strength=0.20,
        height=0.80,
        disc=76,
        low=True,
        lamps=True,
    ),
    "night": Light(
        sky=("#070c26", "#10204f", "#23427d", "#4d6fa8"),
        sun="#f6f1dc",
        far="#37558c",
        near="#070d20",
        ground="#13294a",
        ambient="#1a2c66",
        strength=0.34,
        height=0.26,
        disc=46,
        dark=True,
        lamps=True,
    ),
    "neon": Light(
        sky=("#090420", "#2a0b57", "#7c1c86", "#e0457f", "#ff9a76"),
        sun="#ffe3d0",
        far="#6c2a8f",
        near="#0d0626",
        ground="#1a0f3a",
        ambient="#4b1c86",
        strength=0.25,
        height=0.50,
        disc=112,
        dark=True,
        lamps=True,
    ),
}

WINTRY: Final = replace(
    LIGHTS["day"],
    sky=("#5c92cf", "#9cc3e6", "#cfe2f1", "#f1f5f6"),
    sun="#fffdf2",
    far="#93b1cf",
    near="#3f5d75",
    ground="#eef3f8",
    ambient="#dcebf7",
    strength=0.08,
)
OVERCAST: Final = replace(
    LIGHTS["day"],
    sky=("#4b5d70", "#74889a", "#a3b3bf", "#cdd6da"),
    sun="#f2f2ea",
    far="#94a5b3",
    near="#2b3a48",
    ground="#5a7163",
    ambient="#7d92a3",
    strength=0.18,
    lamps=True,
    overcast=True,
)

OVERCAST_CONDITIONS: Final = frozenset({"rain", "fog", "cloudy"})
_CLOUD_COVER: Final = 0.42
"""How much an overcast sky takes from the colours of a sunset or a night."""


def light_of(scene: Scene) -> Light:
    """The light of a scene: its time of day, changed by its weather, under a sky of the colour asked for."""
    light = _weathered(scene)
    return replace(light, sky=_sky_of(scene.sky, light)) if scene.sky else light


def _weathered(scene: Scene) -> Light:
    light = LIGHTS[scene.time]
    overcast = bool(scene.conditions & OVERCAST_CONDITIONS)
    if scene.time == "day":
        if overcast:
            return OVERCAST
        return WINTRY if "snow" in scene.conditions else light
    return _clouded(light) if overcast else light


def _sky_of(color: str, light: Light) -> tuple[str, ...]:
    """The light's sky in another colour, as light and dark as it was."""
    key = palette.lab(color)
    lightness = (key.lightness + palette.lab(light.sky[len(light.sky) // 2]).lightness) / 2
    last = len(light.sky) - 1
    shades = (palette.lab(shade).lightness for shade in light.sky)
    return tuple(
        palette.from_lab(
            lightness * 0.55 + shade * 0.45, key.a * (1 - 0.55 * at / last), key.b * (1 - 0.55 * at / last)
        )
        for at, shade in enumerate(shades)
    )


def _clouded(light: Light) -> Light:
    """The same time of day under clouds: everything greyer, by its own lightness."""

    def gray(color: str) -> str:
        lightness, a, b = palette.lab(color)
        return palette.from_lab(
            lightness * 0.94 + 0.01,
            a * (1 - _CLOUD_COVER) - 0.004,
            b * (1 - _CLOUD_COVER) - 0.012,
        )

    return replace(
        light,
        sky=tuple(map(gray, light.sky)),
        far=gray(light.far),
        near=gray(light.near),
        ground=gray(light.ground),
        ambient=gray(light.ambient),
        overcast=True,
        lamps=True,
    )


# --------------------------------------------------------------------------------------------- moods


@dataclass(frozen=True, slots=True)
class Grade:
    """What a mood does to every colour of the finished drawing."""

    lift: float = 0.0
    chroma: float = 1.0
    tint: str = palette.WHITE
    share: float = 0.0


GRADES: Final = {
    "pastel": Grade(0.04, 0.72, "#fff1f4", 0.18),
    "vivid": Grade(0.0, 1.25),
    "dark": Grade(-0.05, 0.9, "#0b0d18", 0.12),
    "warm": Grade(0.0, 1.05, "#ffb057", 0.07),
    "cool": Grade(0.0, 0.95, "#7fb2e6", 0.06),
    "muted": Grade(0.01, 0.6, "#d8c7a3", 0.14),
    "sepia": Grade(0.02, 0.0, "#cf7410", 0.2),
    "bw": Grade(0.0, 0.0, "#808080", 0.0),
}
"""In the order in which they are applied."""

_TINT: Final = 0.30
"""Share of a colour that the words give to the whole picture ("purple mountains")."""


def graded(drawing: str, scene: Scene) -> str:
    """SVG text with the scene's tint and moods laid over its colours."""
    grades = [grade for mood, grade in GRADES.items() if mood in scene.moods]
    if scene.tint:
        grades.insert(0, Grade(tint=scene.tint, share=_TINT))
    if not grades:
        return drawing

    def change(color: str) -> str:
        for grade in grades:
            color = palette.toned(color, grade.lift, grade.chroma)
            color = palette.mix(color, grade.tint, grade.share) if grade.share else color
        return color

    return palette.recolored(drawing, change)
