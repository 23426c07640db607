"""A concert: coloured beams over a stage between curtains, and the crowd before it."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import put
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import box, disc, trace

_SHOWS: Final = (
    ("#2a0f4a", "#ff4fa3", "#4fc3ff", "#a3273f"),
    ("#0f1d4a", "#35d0ff", "#b06bff", "#23356e"),
    ("#3a1030", "#ffb347", "#ff5d7a", "#8f1f36"),
    ("#0c2f3a", "#3fe0b0", "#ffd166", "#1d5563"),
)
"""The dark, two colours of light and that of the curtain."""
_HEARD: Final = frozenset({"musical-notes", "musical-note"})
"""What a stage has no need to show."""
_USUAL: Final = (Subject("guitar", "guitar"), Subject("studio-microphone", "microphone"))


def paint(stage: Stage) -> None:
    dark, first, second, cloth = stage.stream("show").pick(_SHOWS)
    first = stage.scene.color or first
    draw, x = stage.draw, stage.w / 2
    floor = stage.horizon(0.66, deepest=420)
    front = floor + (stage.h - floor) * 0.46
    with stage.layer("backdrop"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(dark, palette.mix(dark, first, 0.38)))
        draw.glow(x, floor - 120, max(700.0, stage.w * 0.36), first, 0.55, ry=460)
    _screen(stage, x, floor, first, second)
    with stage.layer("boards"):
        draw.polygon(
            [(0, floor), (stage.w, floor), (stage.w, front), (0, front)],
            draw.gradient(palette.mix(dark, second, 0.35), palette.mix(dark, "#c98f5a", 0.45)),
        )
        draw.rect(0, front, stage.w, stage.h - front, palette.darker(dark, 0.4))
        draw.rect(0, front - 6, stage.w, 16, palette.lighter(first, 0.2), opacity=0.8)
    with stage.layer("band"):
        for side in (-1, 1):
            _speakers(stage, x + side * min(stage.w * 0.36, 620), floor + 46)
        if stage.w > 1250:
            put(stage, "long-drum", x - 330, floor + 60, 190)
            put(stage, "musical-keyboard", x + 330, floor + 60, 190)
    _beams(stage, floor, first, second)
    players = [one for one in stage.scene.subjects if one.name not in _HEARD]
    put_subjects(stage, Spot(ground=front - 34, size=400, tall=floor * 0.72), players or _USUAL)
    _curtains(stage, front, cloth)
    _crowd(stage, palette.darker(dark, 0.72))


def _screen(stage: Stage, x: float, floor: float, first: str, second: str) -> None:
    """A wall of lights behind the band."""
    draw = stage.draw
    wide, high = min(stage.w * 0.62, 1100.0), min(floor * 0.56, 420.0)
    left, top = x - wide / 2, floor - high - 60
    with stage.layer("screen") as rng:
        draw.rect(left - 14, top - 14, wide + 28, high + 28, "#0a0a18", corner=14)
        draw.rect(
            left,
            top,
            wide,
            high,
            draw.gradient(
                palette.mix(first, "#120b2a", 0.45), palette.mix(second, "#120b2a", 0.45), towards=(1, 1)
            ),
            corner=6,
        )
        with draw.clipped(box(left, top, wide, high)):
            for ring in range(5):
                draw.line(disc(x, floor - 60, 90 + ring * 105), (first, second)[ring % 2], 22, opacity=0.5)
            draw.path(
                "".join(
                    disc(left + rng.between() * wide, top + rng.between() * high, rng.between(2, 6))
                    for _ in range(60)
                ),
                palette.WHITE,
                opacity=0.8,
            )


def _beams(stage: Stage, floor: float, first: str, second: str) -> None:
    """Lamps on a truss, and their light."""
    draw = stage.draw
    rig = max(40.0, floor - 900)
    count = max(5, round(stage.w / 260))
    with stage.layer("beams") as rng:
        draw.rect(0, rig - 26, stage.w, 12, "#0b0b18")
        draw.rect(0, rig + 8, stage.w, 8, "#0b0b18")
        zigzag = "".join(
            trace(("M", left, rig - 20), ("l", 32, 32), ("l", 32, -32)) for left in range(0, int(stage.w), 64)
        )
        draw.line(zigzag, "#0b0b18", 5)
        for index in range(count):
            x, lean = stage.w * (index + 0.5) / count, rng.spread(0.42)
            color = palette.lighter((first, second)[index % 2], 0.25)
            reach, wide = floor - rig + 120, 90.0
            foot = x + math.tan(lean) * reach
            cone = [
                (x - 12, rig + 30),
                (x + 12, rig + 30),
                (foot + wide, rig + reach),
                (foot - wide, rig + reach),
            ]
            draw.polygon(cone, draw.gradient((color, 0.62), (color, 0.0)))
            draw.rect(x - 20, rig + 8, 40, 34, "#14142a", corner=8)
            draw.ellipse(x, rig + 42, 18, 7, palette.lighter(color, 0.6))
        draw.polygon(
            [
                (stage.w / 2 - 20, rig),
                (stage.w / 2 + 20, rig),
                (stage.w / 2 + 250, floor + 120),
                (stage.w / 2 - 250, floor + 120),
            ],
            draw.gradient(("#fff6df", 0.5), ("#fff6df", 0.08)),
        )
        draw.ellipse(stage.w / 2, floor + 120, 260, 44, "#fff6df", opacity=0.28)


def _speakers(stage: Stage, x: float, y: float) -> None:
    draw = stage.draw
    for level in range(2):
        top = y - 170 * (level + 1)
        draw.rect(x - 70, top, 140, 166, "#15151f", corner=10)
        draw.circle(x, top + 102, 48, "#2b2b3a")
        draw.circle(x, top + 102, 26, "#0c0c14")
        draw.circle(x, top + 32, 20, "#2b2b3a")


def _curtains(stage: Stage, front: float, cloth: str) -> None:
    """Drawn back to both sides, with a valance above."""
    draw = stage.draw
    wide = min(stage.w * 0.14, 330.0)
    with stage.layer("curtains"):
        for side in (-1, 1):
            edge = 0.0 if side < 0 else stage.w
            shape = trace(
                ("M", edge, 0),
                ("H", edge - side * wide),
                (
                    "C",
                    edge - side * wide * 0.9,
                    front * 0.5,
                    edge - side * wide * 0.4,
                    front * 0.7,
                    edge - side * wide * 0.62,
                    front + 30,
                ),
                ("H", edge),
                "z",
            )
            draw.path(shape, draw.gradient(palette.lighter(cloth, 0.12), cloth, palette.darker(cloth, 0.35)))
            folds = "".join(
                trace(
                    ("M", edge - side * wide * share, 0),
                    (
                        "C",
                        edge - side * wide * share * 0.9,
                        front * 0.5,
                        edge - side * wide * share * 0.5,
                        front * 0.7,
                        edge - side * wide * share * 0.62,
                        front + 20,
                    ),
                )
                for share in (0.2, 0.42, 0.62, 0.82)
            )
            draw.line(folds, palette.darker(cloth, 0.5), 9, opacity=0.45)
        swags = "".join(
            trace(("M", left, 0), ("q", 100, 120, 200, 0), "z") for left in range(-40, int(stage.w) + 40, 200)
        )
        draw.path(swags, draw.gradient(cloth, palette.darker(cloth, 0.3)))


def _crowd(stage: Stage, color: str) -> None:
    """Heads and raised hands, cut off by the lower edge; the farther row is paler."""
    for row, (y, tone) in enumerate(((stage.h - 96, palette.lighter(color, 0.12)), (stage.h - 34, color))):
        with stage.layer(f"crowd-{row}") as rng:
            shape, arms = "", ""
            for index in range(int(stage.w / 74) + 2):
                x, top = index * 74 - 20 + rng.spread(16), y + rng.spread(18)
                shape += _head(x, top, rng)
                up, lean = rng.chance(0.34), rng.spread(22)
                if up:
                    arms += trace(("M", x + 24, top + 60), ("q", 16, -50, 18 + lean, -130 - lean))
            stage.draw.path(shape, tone)
            stage.draw.line(arms, tone, 19)


def _head(x: float, y: float, rng: Stream) -> str:
    r = rng.between(23, 29)
    return disc(x, y, r) + trace(("M", x - 44, y + 140), ("q", 0, -104, 44, -104), ("q", 44, 0, 44, 104), "z")


STAGE_SHOW = Place(
    name="stage_show",
    paint=paint,
    words="stage concert concerts concert_hall concert_stage theater theatre spotlight spotlights gig "
    "rock_concert music_festival festival keynote nightclub live_music opera",
    phrase="on a stage",
    alone="a concert stage before a crowd",
    indoors=True,
    shade=0,
    company=True,
)
