"""Where the subjects of a picture go: into the air, on the water, on the ground, or to its lower edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import UNIT, Stage
from imgorigin.painters.sketch.subjects.composing import Composition, compositions
from imgorigin.painters.sketch.subjects.folk import is_figure
from imgorigin.painters.sketch.subjects.groups import Piece
from imgorigin.painters.sketch.subjects.icons import bust_of, icon_of
from imgorigin.painters.sketch.subjects.onstage import draw_bow_wave, draw_group, draw_icon, note
from imgorigin.painters.sketch.subjects.sizing import HEADROOM, evened, in_row
from imgorigin.painters.sketch.subjects.spot import Spot, aside, framed, off_the_sun
from imgorigin.painters.sketch.subjects.traits import is_person, kind_of, traits

_TABLETOPS: Final = frozenset({"table", "office", "cafe"})
"""Places whose spot is on a table: people stand before it."""
_PORTRAITS: Final = frozenset({"studio", "space", "office", "cafe"})
"""Places where people of a trade are shown as head and shoulders."""
_FLOCKS: Final = {"hot-air-balloon": ("#3d7dd8", "#f0b429", "#2a9d8f", "#c2559b", "#e5533d")}
"""What is seldom alone in the sky, and its colours."""
_AFAR: Final = ((0.24, 0.36, 0.24), (0.70, 0.50, 0.32), (0.87, 0.10, 0.20), (0.10, -0.12, 0.36))
"""Its companions: x as a share of the width, height above it and size in sizes."""
_STILL: Final = frozenset({"arch-bridge", "suspension-bridge"})
"""What stands in the water rather than moves on it."""
_FROM_THE_EDGE: Final = "branch"
"""What reaches in from the right edge."""


def put_subjects(stage: Stage, spot: Spot, subjects: Sequence[Subject] | None = None) -> None:
    """The subjects of the scene (or those given), each where its kind belongs: in the air, on the water, on
    the ground; those related to each other together."""
    subjects = stage.scene.subjects if subjects is None else subjects
    subjects = [_in_flight(one, spot) for one in subjects]
    if subjects and all(_is_bust(stage, spot, one, subjects) for one in subjects):
        for index, subject in enumerate(subjects):
            _draw_bust(stage, subject, index, len(subjects))
        return
    airy = frozenset(index for index, one in enumerate(subjects) if _is_airy(one, spot))
    _put(stage, spot, evened(compositions(subjects, stage.scene.seed, airy)))


def _put(stage: Stage, spot: Spot, found: Sequence[Composition]) -> None:
    """From back to front: what flies, what floats, who stands, and who stands before a table."""
    flying = [one for one in found if spot.air is not None and traits(one.root.name).stance == "air"]
    floating = [one for one in found if spot.water is not None and traits(one.root.name).stance == "water"]
    standing = [one for one in found if one not in flying and one not in floating]
    before = [one for one in standing if stage.scene.place in _TABLETOPS and is_person(one.root.name)]
    grounded = [one for one in standing if one not in before]
    if flying and spot.air is not None:
        aloft = aside(spot, flying) if standing else off_the_sun(stage, framed(stage, spot, flying))
        _fly(stage, flying, aloft, spot.air)
    if floating and spot.water is not None:
        afloat = replace(spot, ground=spot.water, shadow=False)
        _stand(stage, floating, framed(stage, afloat, floating), waves=spot.waves)
    _stand(stage, grounded, framed(stage, spot, grounded) if not (flying or floating) else spot)
    front = stage.h - 0.02 * min(stage.h, UNIT)
    _stand(stage, before, replace(spot, ground=front, size=620, tall=min(stage.h * 0.8, 860)))


# ----------------------------------------------------------------------------------- where they belong


def _is_airy(subject: Subject, spot: Spot) -> bool:
    """Whether several of it keep apart: in the air, and under water, where no waves break."""
    submerged = spot.water is not None and not spot.waves and traits(subject.name).stance == "water"
    return submerged or (spot.air is not None and traits(subject.name).stance == "air")


def _in_flight(subject: Subject, spot: Spot) -> Subject:
    """A flock of birds flies."""
    flies = "flock" in subject.counted or subject.pose == "flying"
    if flies and kind_of(subject.name).startswith("animal-bird") and spot.air is not None:
        return replace(subject, name="flying-bird")
    return subject


def _is_bust(stage: Stage, spot: Spot, subject: Subject, company: Sequence[Subject]) -> bool:
    """Whether someone is shown as in a portrait: asked for, or of a trade and doing nothing."""
    busy = subject.pose or subject.holding or subject.count > 1 or subject.relation in ("on", "riding")
    if not spot.busts or not is_person(subject.name) or busy or len(company) > 3:
        return False
    if stage.has("portrait"):
        return True
    return traits(subject.name).stance == "bust" and (
        stage.scene.place in _PORTRAITS or not is_figure(subject.name)
    )


# --------------------------------------------------------------------------------------- drawn there


def _stand(stage: Stage, found: list[Composition], spot: Spot, *, waves: bool = False) -> None:
    if not found:
        return
    with stage.layer("subjects"):
        for _, group in in_row(stage, found, spot):
            draw_group(stage, group, spot.ground, shadow=spot.shadow)
            for piece in group.pieces if waves else ():
                if traits(piece.subject.name).stance == "water" and piece.subject.name not in _STILL:
                    draw_bow_wave(stage, piece.x, spot.ground + piece.y, piece.width)


def _fly(stage: Stage, found: list[Composition], spot: Spot, height: float) -> None:
    row = in_row(stage, found, spot)
    with stage.layer("fliers") as rng:
        for one, group in row:
            foot = height + group.height / 2 + rng.spread(0.06) * min(group.height, spot.size)
            foot = max(group.height + HEADROOM, foot)
            shift = stage.w - group.right if one.root.name == _FROM_THE_EDGE else 0
            draw_group(stage, group.moved(shift, 0), foot, shadow=False)
    first = found[0].root
    if first.name in _FLOCKS and first.count == 1:
        _draw_companions(stage, first, height, spot.size)


def _draw_companions(stage: Stage, leader: Subject, height: float, size: float) -> None:
    """Others of a kind that is seldom alone, farther away and each of its own colour."""
    with stage.layer("companions") as rng:
        colors = rng.shuffled(_FLOCKS[leader.name])
        for index, (across, up, share) in enumerate(_AFAR):
            icon = icon_of(replace(leader, color=colors[index % len(colors)]), stage.scene.seed)
            x = stage.w * (across + rng.spread(0.03))
            y = max(size * share + HEADROOM, height - up * size + share * size / 2)
            draw_icon(stage, icon, x, y, size * share, shadow=False)


def _draw_bust(stage: Stage, subject: Subject, index: int, count: int) -> None:
    """A figure that the lower edge of the picture cuts off, as in a portrait."""
    icon = bust_of(subject, stage.scene.seed, index)
    size = min(stage.h * 0.78, stage.w * 0.86 / count, 800)
    middle = stage.w / 2 + (index - (count - 1) / 2) * min(stage.w / count, size * 1.05)
    note(stage, Piece(subject, icon, middle, stage.h + size * 0.01, size))
    with stage.layer("bust"):
        draw_icon(stage, icon, middle, stage.h + size * 0.01, size, shadow=False)


__all__ = ["Spot", "put_subjects"]
