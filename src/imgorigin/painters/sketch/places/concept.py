"""An idea, as landing pages show it: soft ground, one motif in the middle, cards and icons around it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.calm import beside
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.motifs import MOTIFS
from imgorigin.painters.sketch.elements.motifs.board import (
    Board,
    Scheme,
    badge,
    bar,
    card,
    lines,
    slice_of,
    tick,
)
from imgorigin.painters.sketch.ideas import IDEAS, Idea
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.svg import Drawing, disc, smooth, trace

_HUES: Final = (
    (268, -1.9, 2.6),
    (285, -2.6, -1.3),
    (250, -2.9, -1.2),
    (190, 2.7, 1.2),
    (160, -1.6, 1.5),
    (25, 1.1, 3.6),
    (345, 1.3, -1.6),
)
"""OKLab hues of a main colour, in degrees, and how far its accents are turned from it, in radians."""
_COOL: Final = range(170, 320)
"""Hues, in degrees, of which a dark ground looks clean; others would be muddy."""
_ANY: Final = ("innovation", "analytics", "strategy", "growth", "integration")
"""What is shown where no idea is named."""
_PLAIN: Final = Idea("concept", ("plinth",), "", ("sparkles", "star", "light-bulb", "check-badge"))
"""How a thing that is no idea is shown."""
_WITH_BADGES: Final = frozenset({"hub", "world", "cycle", "plinth"})
"""Motifs that show the icons around the word by themselves."""
_PALE: Final = frozenset({"cloud", "speech-balloon", "thought-balloon"})
"""Icons that would be lost on a white card: they take the main colour."""
_INKY: Final = frozenset({"chess-pawn", "chess-king", "chess-knight"})
"""And those that would be lost on a dark ground; a processor's own face is of the main colour."""
_HALF: Final = 450
"""Half the width of a motif; beyond it is room for cards."""
_STEP: Final = 330
"""From one column of cards to the next."""


def paint(stage: Stage) -> None:
    subjects = stage.scene.subjects
    if not subjects:
        word = stage.stream("idea").pick(_ANY)
        subjects = (Subject(IDEAS[word].hero, word),)
    idea = IDEAS.get(subjects[-1].noun, _PLAIN)
    motif = stage.stream("which").pick(idea.motifs)
    named = [Subject(one.name, "") for one in subjects[:-1]]
    seed, scheme = stage.scene.seed, _scheme(stage, subjects[-1].color)
    lead = subjects[-1]
    if (motif == "chip" and lead.name in _PALE) or (scheme.dark and lead.name in _INKY):
        lead = replace(lead, color=palette.lighter(scheme.main, 0.92))
    hero, *around = (
        icon_of(replace(one, color=one.color or (scheme.main if one.name in _PALE else "")), seed)
        for one in (lead, *named, *(Subject(name, "") for name in idea.around))
    )
    board = Board(stage, scheme, stage.stream("motif"), hero, tuple(around))
    _ground(stage, scheme)
    with stage.layer("surroundings") as rng:
        _surround(board, rng, badges=motif not in _WITH_BADGES)
    size = 1.0 if max(stage.w, stage.h) > 1250 else 0.94
    with (
        stage.layer("motif"),
        stage.draw.group(f'transform="translate({stage.w / 2:.0f} {stage.h / 2:.0f}) scale({size})"'),
    ):
        MOTIFS[motif](board)


def _surround(board: Board, rng: Stream, *, badges: bool) -> None:
    """Badges and cards by turns, none like its neighbours."""
    cards, first = cycle(rng.shuffled(_CARDS)), rng.whole(0, 1)
    icons = cycle(rng.shuffled(board.around))
    for index, (x, y) in enumerate(_places(board.stage)):
        place = f"translate({x + rng.spread(14):.0f} {y + rng.spread(22):.0f})"
        with board.draw.group(f'transform="{place}"'):
            if badges and (index + index // 2 + first) % 2:
                badge(board, 0, 0, 88, next(icons))
            else:
                next(cards)(board.draw, board.scheme, rng)


def _scheme(stage: Stage, own: str) -> Scheme:
    """Colours about the one the words name, or one of the seed's; on dark ground at night."""
    rng, light = stage.stream("scheme"), stage.light
    hue, to_accent, to_second = rng.pick(_HUES)
    dark_by_chance = rng.chance(0.22)
    own = own or stage.scene.color or stage.scene.backdrop
    key = palette.lab(own or palette.from_hue(0.6, 0.17, math.radians(hue)))
    chroma = min(0.19, key.chroma) if own else 0.17

    def tone(lightness: float, share: float, turn: float = 0.0) -> str:
        return palette.from_hue(lightness, chroma * share, key.hue + turn)

    dark = light.dark or "dark" in stage.scene.moods or (dark_by_chance and stage.scene.time == "day")
    hue_at_night = key.hue if int(math.degrees(key.hue) % 360) in _COOL else math.radians(285)
    turn = hue_at_night - key.hue
    top, end = tone(0.975, 0.08), tone(0.90, 0.28, 0.2)
    if dark:
        top, end = tone(0.20, 0.28, turn), tone(0.31, 0.45, turn + 0.2)
    if light.low:
        top, end = palette.mix(top, light.horizon, 0.4), palette.mix(end, light.sky[-2], 0.3)
    return Scheme(
        paper=(top, end),
        blob=tone(0.36, 0.5, turn - 0.2) if dark else tone(0.86, 0.4, -0.25),
        card="#f6f7ff" if dark else "#ffffff",
        ink=tone(0.84, 0.16),
        pale=tone(0.92, 0.22),
        main=tone(0.60, 1.0),
        deep=tone(0.16, 0.4) if dark else tone(0.30, 0.65),
        accent=palette.from_hue(0.78, 0.155, key.hue + to_accent),
        second=palette.from_hue(0.72, 0.125, key.hue + to_second),
        dark=dark,
    )


# -------------------------------------------------------------------------------------------- ground


def _ground(stage: Stage, scheme: Scheme) -> None:
    draw, x, y = stage.draw, stage.w / 2, stage.h / 2
    with stage.layer("ground"):
        draw.rect(0, 0, stage.w, stage.h, draw.gradient(*scheme.paper, towards=(0.4, 1)))
    with stage.layer("blobs") as rng:
        turn = rng.between(0, math.tau)
        reach = min(stage.w, stage.h * 1.5) * 0.5
        draw.path(
            _blob(rng, x, y, reach * 0.98, min(stage.h, stage.w * 1.4) * 0.46), scheme.blob, opacity=0.5
        )
        for index in range(3):
            angle = turn + index * math.tau / 3
            bx, by = x + stage.w * 0.5 * math.cos(angle), y + stage.h * 0.5 * math.sin(angle)
            draw.path(
                _blob(rng, bx, by, 250, 220), (scheme.main, scheme.accent, scheme.second)[index], opacity=0.12
            )
    with stage.layer("sparks") as rng:
        for index in range(int(stage.w * stage.h / 90000)):
            _spark(
                draw,
                rng,
                rng.between(0, stage.w),
                rng.between(0, stage.h),
                (scheme.main, scheme.accent, scheme.second)[index % 3],
            )


def _blob(rng: Stream, x: float, y: float, rx: float, ry: float) -> str:
    """A soft closed shape."""
    reach = [rng.between(0.82, 1.06) for _ in range(8)]
    points = [
        (x + rx * r * math.cos(math.tau * i / 8), y + ry * r * math.sin(math.tau * i / 8))
        for i, r in enumerate(reach)
    ]
    closed = [*points[-2:], *points, *points[:2]]
    curve = smooth(closed).split("C")
    return f"M{curve[1].split()[-2]} {curve[1].split()[-1]}C" + "C".join(curve[2:-1]) + "z"


def _spark(draw: Drawing, rng: Stream, x: float, y: float, color: str) -> None:
    kind, r = rng.whole(0, 3), rng.between(7, 15)
    if kind == 0:
        draw.circle(x, y, r * 0.7, color, opacity=0.5)
    elif kind == 1:
        draw.line(disc(x, y, r), color, 5, opacity=0.45)
    elif kind == 2:
        draw.line(trace(("M", x - r, y), ("h", 2 * r), ("M", x, y - r), ("v", 2 * r)), color, 5, opacity=0.45)
    else:
        draw.line(trace(("M", x - r, y + r), ("l", r, -2 * r), ("l", r, 2 * r), "z"), color, 5, opacity=0.4)


# --------------------------------------------------------------------------------------- surroundings


def _places(stage: Stage) -> Iterator[tuple[float, float]]:
    """Where cards go: in columns beside the motif, or in rows above and below it; two and one by turns."""
    x, y = stage.w / 2, stage.h / 2
    wide = stage.w >= stage.h
    spare = (beside(stage) if wide else y) - _HALF
    count = min(3, int(spare / _STEP + 0.55))
    sides = [side for side in (-1, 1) if {-1: "left", 1: "right"}[side] != stage.calm]
    for step in range(count):
        away = _HALF + min(spare / count, 1.5 * _STEP) * (step + 0.5)
        for side in sides:
            lean = 0.22 if side > 0 else 0.26
            for across in (-lean, lean) if step % 2 == 0 else (0.0,):
                if wide:
                    yield x + side * away, y + across * stage.h
                else:
                    yield x + across * stage.w, y + side * away


def _bars_card(draw: Drawing, scheme: Scheme, rng: Stream) -> None:
    card(draw, scheme, (-125, -95, 250, 190))
    for index in range(5):
        bar(draw, (-98 + index * 42, 68, 28, rng.between(36, 128)), (scheme.second, scheme.main)[index % 2])


def _curve_card(draw: Drawing, scheme: Scheme, rng: Stream) -> None:
    card(draw, scheme, (-130, -90, 260, 180))
    points = [(-104 + index * 52.0, 40 - 16 * index + rng.spread(22)) for index in range(5)]
    draw.path(f"{smooth(points)}V66H-104z", draw.gradient((scheme.accent, 0.4), (scheme.accent, 0.03)))
    draw.line(smooth(points), scheme.accent, 9)
    lines(draw, -104, -64, (100,), scheme.ink, thick=14)


def _ring_card(draw: Drawing, scheme: Scheme, rng: Stream) -> None:
    card(draw, scheme, (-110, -110, 220, 220))
    share = rng.between(0.45, 0.85)
    draw.path(slice_of(0, 0, 76, 0, 0.9999, hole=50), scheme.pale)
    draw.path(slice_of(0, 0, 76, 0, share, hole=50), scheme.main)
    tick(draw, 0, 0, 28, scheme.second)


def _list_card(draw: Drawing, scheme: Scheme, rng: Stream) -> None:
    card(draw, scheme, (-130, -100, 260, 200))
    for row in range(3):
        tick(draw, -90, -56 + row * 56, 19, (scheme.main, scheme.second, scheme.accent)[row])
        draw.rect(-56, -64 + row * 56, rng.between(90, 150), 15, scheme.ink, corner=7)


_CARDS: Final = (_bars_card, _curve_card, _ring_card, _list_card)


CONCEPT = Place(
    name="concept",
    paint=paint,
    words="infographic infographics business_concept business_illustration",
    phrase="as a concept",
    alone="a business illustration",
    times=("day",),
    indoors=True,
    shade=0,
    company=True,
)
