"""A photographer's backdrop: one colour, chosen so that the subject stands out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import lexicon, palette
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import traits
from imgorigin.painters.sketch.svg import box, dome, trace

_ARCH: Final = 340
"""Half the width of the arch behind the subject."""
_DISC: Final = 370
"""Radius of the disc behind a subject of the backdrop's colour."""
_TALL: Final = 1.25
"""Height to width from which a picture is laid out for a phone."""
_SHADE: Final = "#1b1d2a"
_DARK_WALL: Final = "#262833"
_NEON_WALL: Final = "#22123f"
_NUDGE: Final = 0.035
_STEPS: Final = (0.12, 0.18, 0.24, 0.3, 0.36, 0.42, 0.48)
"""Differences of lightness tried for what is behind the subject."""
_PALEST: Final = 0.95
"""Lightness beyond which a tone shows no hue."""
_COOL: Final = "#5f86c4"
_GRAY: Final = 0.03
"""Chroma below which a backdrop is gray."""
_STANDING_OUT: Final = 0.2
"""Least difference between the subject's colour and the backdrop's."""
_ON_DARK: Final = 1.5
"""How much farther from it what is behind a dark subject on a dark wall has to be: darks look alike."""
_NEON: Final = ((44, 0.10, "#ff3fd0"), (24, 0.18, "#ff3fd0"), (9, 0.95, "#ff8de6"), (3, 1.0, "#ffffff"))
"""Strokes of a neon tube: width, opacity, colour."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """`color` of the wall, and two accents that go with it. `given`: the words ask for that colour.

    `halo` is the colour of a disc behind a subject that looks too much like the wall; empty if none does.
    """

    color: str
    accent: str
    second: str
    given: bool
    halo: str = ""


def paint(stage: Stage) -> None:
    tall = stage.h > _TALL * stage.w
    upright = tall and _is_portrait(stage)
    floor = stage.h if upright else stage.h * 0.66 if tall else stage.horizon(0.74, deepest=420)
    drop = backdrop_of(stage)
    shown = bool(lexicon.SHOWING_THINGS & stage.scene.styles)
    if "minimal" in stage.scene.moods and drop.given and not shown:
        _seamless(stage)
        return
    plain = "minimal" in stage.scene.moods or drop.given or shown
    _walls(stage, drop, floor)
    if plain:
        _spotlight(stage, drop, floor)
    else:
        _arch(stage, drop, floor)
        _confetti(stage, drop, floor)
        if stage.scene.time == "neon":
            _neon_tube(stage, floor)
        if not _is_portrait(stage):
            _plinth(stage, drop, floor)
    if shown:
        middle = min(stage.h, 1200) * 0.33
        put_subjects(stage, Spot(ground=stage.h / 2 + middle, size=800, tall=middle * 2))
        return
    size = 720 if tall else 640 if plain else 560
    put_subjects(stage, Spot(ground=floor + 62, size=size, tall=floor * 0.9))


def _seamless(stage: Stage) -> None:
    """A plain background of the very colour that is asked for, as shops have it: neither floor nor light,
    the subject in the middle."""
    wanted = palette.lab(stage.scene.backdrop)
    is_white = wanted.lightness > _PALEST and wanted.chroma < _GRAY
    with stage.layer("backdrop"):
        stage.draw.rect(0, 0, stage.w, stage.h, "#ffffff" if is_white else stage.scene.backdrop)
    middle = min(stage.h, 1200) * 0.34
    put_subjects(stage, Spot(ground=stage.h / 2 + middle, size=800, tall=middle * 2))


def _is_portrait(stage: Stage) -> bool:
    return stage.has("portrait") or any(
        traits(subject.name).stance == "bust" for subject in stage.scene.subjects
    )


def backdrop_of(stage: Stage) -> Backdrop:
    """The colours that the scene asks for, or that go with its first subject, which must stand out."""
    scene, rng = stage.scene, stage.stream("backdrop")
    dark = "dark" in scene.moods
    turn = rng.between(2.4, 3.9)
    free = rng.between(0, 6.28)
    subject = icon_of(scene.subjects[0], scene.seed).color if scene.subjects else "#4a7bd0"
    key = palette.lab(subject)
    hue = turn + (key.hue if key.chroma > 0.05 else free)
    color = scene.color or palette.from_hue(0.86, 0.062, hue)
    wished = scene.backdrop or (_NEON_WALL if scene.time == "neon" else _DARK_WALL if dark else "")
    color, halo = wished or color, ""
    if palette.difference(color, subject) < _STANDING_OUT:
        if wished:
            color, halo = _nudged(color, subject), _halo_color(color, subject)
        else:
            color = _apart(subject, hue)
    deep = palette.lab(color).lightness < 0.5
    accent = halo or (palette.lighter(color, 0.14) if deep else palette.from_hue(0.78, 0.09, hue + 0.5))
    return Backdrop(color, accent, palette.from_hue(0.74, 0.12, hue + 2.2), bool(scene.backdrop), halo)


def _apart(subject: str, hue: float) -> str:
    """A backdrop of another colour than a subject that it would swallow."""
    light = palette.lab(subject).lightness
    muddy = 60 < math.degrees(hue) % 360 < 140
    return palette.from_hue(0.70 if light > 0.6 else 0.88, 0.075, hue + (math.pi / 2 if muddy else 0))


def _nudged(color: str, subject: str) -> str:
    """The backdrop the words ask for, a little away from a subject of the same colour."""
    return palette.toned(color, -_NUDGE if palette.lab(subject).lightness > 0.5 else _NUDGE)


def _halo_color(color: str, subject: str) -> str:
    """A tone of the backdrop that the subject stands out from; grays are cooled."""
    wall, thing = palette.lab(color), palette.lab(subject)
    base = palette.mix(color, _COOL, 0.34) if wall.chroma < _GRAY else color
    rising = [step for step in _STEPS if wall.lightness + step < _PALEST]
    falling = [-step for step in _STEPS]
    steps = [*rising, *falling] if wall.lightness > thing.lightness or thing.lightness < 0.5 else falling
    tones = [palette.toned(base, step) for step in steps]
    least = _STANDING_OUT * (_ON_DARK if wall.lightness < 0.5 else 0.85)
    clear = (tone for tone in tones if palette.difference(tone, subject) >= least)
    return next(clear, tones[-1])


def _walls(stage: Stage, drop: Backdrop, floor: float) -> None:
    draw, color = stage.draw, drop.color
    with stage.layer("backdrop"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(palette.lighter(color, 0.28), color))
        ground = draw.gradient(palette.mix(color, _SHADE, 0.10), palette.lighter(color, 0.1))
        draw.rect(0, floor, stage.w, stage.h - floor, ground)
        bend = draw.gradient((color, 0), (palette.mix(color, _SHADE, 0.10), 1))
        draw.rect(0, floor - 60, stage.w, 61, bend)


def _spotlight(stage: Stage, drop: Backdrop, floor: float) -> None:
    """Light on a plain wall; where the subject would be lost in it, on a disc."""
    x, r = stage.w / 2, min(_DISC, stage.w * 0.44)
    half = r * 0.8
    with stage.layer("spotlight"):
        if drop.halo:
            fill = stage.draw.gradient(palette.lighter(drop.halo, 0.2), drop.halo)
            stage.draw.path(trace(("M", x - half, floor), ("A", r, r, 0, 1, 1, x + half, floor), "z"), fill)
        else:
            deep = palette.lab(drop.color).lightness < 0.5
            stage.draw.glow(x, floor - 160, 620, palette.lighter(drop.color, 0.5), 0.3 if deep else 0.45)


def _arch(stage: Stage, drop: Backdrop, floor: float) -> None:
    """An arch behind the subject; or a disc like a rising sun, or three panels side by side."""
    draw, x = stage.draw, stage.w / 2
    fill = draw.gradient(palette.lighter(drop.accent, 0.25), drop.accent)
    kind = stage.stream("arch").pick(("arch", "disc", "panels")) if stage.scene.time != "neon" else "arch"
    with stage.layer("arch"):
        if kind == "disc":
            draw.circle(x, floor - _ARCH * 0.95, _ARCH * 1.06, fill)
        elif kind == "panels":
            for side, high in ((-1, 1.25), (1, 1.55)):
                left = x + side * _ARCH * 0.62 - _ARCH * 0.5
                tone = palette.mix(drop.accent, drop.color, 0.45)
                draw.rect(
                    left,
                    floor - _ARCH * high,
                    _ARCH,
                    _ARCH * high,
                    draw.gradient(palette.lighter(tone, 0.2), tone),
                    corner=18,
                )
            draw.path(
                dome(x, floor - _ARCH * 1.2, _ARCH * 0.6)
                + box(x - _ARCH * 0.6, floor - _ARCH * 1.2 - 1, _ARCH * 1.2, _ARCH * 1.2 + 1),
                fill,
            )
        else:
            draw.path(_arch_shape(stage, floor) + "Z", fill)


def _arch_shape(stage: Stage, floor: float) -> str:
    x, spring = stage.w / 2, floor - _ARCH * 0.95
    return trace(
        ("M", x - _ARCH, floor), ("V", spring), ("A", _ARCH, _ARCH, 0, 0, 1, x + _ARCH, spring), ("V", floor)
    )


def _confetti(stage: Stage, drop: Backdrop, floor: float) -> None:
    """Dots, half-moons and triangles left and right of the arch."""
    colors = (palette.lighter(drop.color, 0.55), drop.accent, drop.second)
    side = stage.w / 2 - _ARCH
    high = min(floor, 1200)
    with stage.layer("confetti") as rng:
        for index in range(min(60, int(max(0, 2 * side) / 85))):
            away = _ARCH * 1.12 + rng.between(0.06, 0.94) * max(60, side - 40)
            x = stage.w / 2 + (away if index % 2 else -away)
            y, r, kind = floor - high * rng.between(0.26, 0.92), rng.between(16, 46), rng.between()
            color = rng.pick(colors)
            if kind < 0.4:
                stage.draw.circle(x, y, r * 0.6, color)
            elif kind < 0.7:
                stage.draw.path(trace(("M", x - r, y), ("a", r, r, 0, 0, 1, 2 * r, 0), "z"), color)
            else:
                stage.draw.path(trace(("M", x, y), ("l", r, r * 0.6), ("l", -r / 2, r * 0.7), "z"), color)


def _plinth(stage: Stage, drop: Backdrop, floor: float) -> None:
    x, shade = stage.w / 2, palette.mix(drop.color, _SHADE, 0.16)
    top = palette.lighter(drop.color, 0.2 if palette.lab(drop.color).lightness < 0.5 else 0.5)
    top = palette.mix(top, drop.halo, 0.5) if drop.halo else top
    with stage.layer("plinth"):
        stage.draw.ellipse(x, floor + 78, 460, 55, shade)
        stage.draw.ellipse(x, floor + 57, 460, 55, top)


def _neon_tube(stage: Stage, floor: float) -> None:
    with stage.layer("neon"):
        for width, opacity, color in _NEON:
            stage.draw.line(_arch_shape(stage, floor), color, width, opacity=opacity)
        stage.draw.glow(stage.w / 2, floor - _ARCH * 0.7, _ARCH * 2.6, "#7a3cff", 0.45)


STUDIO = Place(
    name="studio",
    paint=paint,
    words="studio background backdrop portrait headshot mockup logo icon product_photo product_shot "
    "packshot avatar sticker mascot",
    phrase="before a plain backdrop",
    alone="a plain backdrop",
    indoors=True,
    shade=0,
)
