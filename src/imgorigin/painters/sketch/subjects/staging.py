"""Where the subjects of a picture go, and how large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import UNIT, Sight, Stage
from imgorigin.painters.sketch.subjects.composing import Composition, compositions
from imgorigin.painters.sketch.subjects.drawn.base import LIT, WINDOW
from imgorigin.painters.sketch.subjects.folk import is_figure
from imgorigin.painters.sketch.subjects.groups import Group, Piece, scale_of, size_of
from imgorigin.painters.sketch.subjects.icon import GRID, Icon
from imgorigin.painters.sketch.subjects.icons import bust_of, icon_of
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, kind_of, traits
from imgorigin.painters.sketch.svg import num, trace

_ASIDE: Final = 0.3
"""Where, of the width, fliers go when someone stands below."""
_DAZZLED: Final = 0.12
"""How near the sun, in widths of the picture, a flier is not well seen."""
_SMALLEST: Final = 0.34
"""Height of the smallest flier, in sizes of the spot."""
_HEADROOM: Final = 24
"""Units that a flier keeps from the upper edge."""
_GAP: Final = 0.07
"""Between subjects in a row, in sizes of a dog."""
_ROOM: Final = 0.88
"""Share of the picture's width they may take together."""
_EDGE: Final = 0.04
"""Share of the width that one who stands aside keeps from the edge."""
_ALONE: Final = (0.85, 1.3)
"""The first subject is shown no smaller or larger than this, in sizes of the spot, whatever its size."""
_TOGETHER: Final = 1.2
"""Subjects that are one composition are no smaller than this as a whole, in sizes of the spot."""
_MOST: Final = 2.8
"""How many times as high as the smallest anything may be beside it."""
_SAID: Final = (0.6, 1.35)
"""And this is the most that "tiny" and "giant" make of it."""
_WIDE: Final = 2.3
"""The ratio from which a picture is a banner, and its subject leaves a calm side for text."""
_IN_BANNER: Final = 1.25
"""How much larger than elsewhere subjects are in a banner."""
_SQUARE: Final = 1.15
"""The ratio below which a picture is as high as it is wide, or higher; a square is often an icon."""
_IN_SQUARE: Final = 1.15
_UPRIGHT: Final = 1.1
_UPRIGHT_FIGURE: Final = 1.28
"""In a picture no wider than that times its height, someone alone is so much larger: it is a portrait."""
_LANDSCAPE: Final = 1.45
_IN_LANDSCAPE: Final = 1.2
"""How much larger a being is that a landscape is the picture of, so that it is not lost in it."""
_THIRDS: Final = (0.645, 0.71)
"""Where, of the width, one subject stands in a landscape and in a banner: icons face to the left."""
_CENTRED: Final = frozenset(
    "studio room cafe office table space underwater library laboratory home_office kitchen bathroom "
    "bedroom "
    "classroom clinic shop gym stage_show data_centre gallery warehouse".split()
)
"""Places arranged about their middle."""
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
_FACES: Final = (0.32, 0.42)
"""How far down the faces of people and animals are looked at, in shares of their heights."""
_FROM_THE_EDGE: Final = "branch"
"""What reaches in from the right edge."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The room a place has for subjects. `size` is the height of a dog, in units.

    `ground` is where feet stand, `air` the middle of what flies, `water` where boats float; a place that
    has none of the latter puts those subjects on the ground. `x` is a share of the width. `shadow` is that
    of a subject on the ground, `waves` break at a subject's bow. `tall` bounds a subject's height. Subjects
    that are `centred` stay in the middle of a wide picture.
    """

    ground: float
    size: float
    air: float | None = None
    water: float | None = None
    x: float = 0.5
    shadow: bool = True
    waves: bool = True
    busts: bool = True
    tall: float = 900
    centred: bool = False


def put_subjects(stage: Stage, spot: Spot, subjects: Sequence[Subject] | None = None) -> None:
    """The subjects of the scene (or those given), each where its kind belongs: in the air, on the water, on
    the ground; those related to each other together."""
    subjects = stage.scene.subjects if subjects is None else subjects
    subjects = [_in_flight(one, spot) for one in subjects]
    busts = [one for one in subjects if spot.busts and _is_bust(stage, one, subjects)]
    if busts and len(busts) == len(subjects):
        for index, subject in enumerate(busts):
            _bust(stage, subject, index, len(busts))
        return
    airy = frozenset(index for index, one in enumerate(subjects) if _is_airy(one, spot))
    found = _evened(compositions(subjects, stage.scene.seed, airy))
    flying = [one for one in found if spot.air is not None and _stance(one.root) == "air"]
    floating = [one for one in found if spot.water is not None and _stance(one.root) == "water"]
    standing = [one for one in found if one not in flying and one not in floating]
    before = [one for one in standing if stage.scene.place in _TABLETOPS and is_person(one.root.name)]
    grounded = [one for one in standing if one not in before]
    if flying and spot.air is not None:
        aloft = _aside(spot, flying) if standing else _off_the_sun(stage, _composed(stage, spot, flying))
        _fly(stage, flying, aloft, spot.air)
    if floating and spot.water is not None:
        afloat = replace(spot, ground=spot.water, shadow=False)
        _stand(stage, floating, _composed(stage, afloat, floating), waves=spot.waves)
    _stand(stage, grounded, _composed(stage, spot, grounded) if not (flying or floating) else spot)
    front = stage.h - 0.02 * min(stage.h, UNIT)
    _stand(stage, before, replace(spot, ground=front, size=620, tall=min(stage.h * 0.8, 860)))


def _aside(spot: Spot, flying: Sequence[Composition]) -> Spot:
    """Room for fliers above those who stand: a butterfly is no eagle."""
    largest = max(size_of(one.root) for one in flying)
    return replace(spot, x=_ASIDE, tall=min(spot.tall, spot.size * max(_SMALLEST, largest)))


def _off_the_sun(stage: Stage, spot: Spot) -> Spot:
    """On the other side of the middle, where the sun would be behind it."""
    hidden = abs(stage.sun_x / stage.w - spot.x) < _DAZZLED
    return replace(spot, x=1 - spot.x) if hidden and spot.x != 0.5 and not stage.light.overcast else spot


def _stance(subject: Subject) -> str:
    return traits(subject.name).stance


def _is_airy(subject: Subject, spot: Spot) -> bool:
    """Whether several of it keep apart: in the air, and under water, where no waves break."""
    submerged = spot.water is not None and not spot.waves and _stance(subject) == "water"
    return submerged or (spot.air is not None and _stance(subject) == "air")


def _evened(found: list[Composition]) -> list[Composition]:
    """None so large beside the others that they would be dots."""
    most = _MOST * min(one.group.height for one in found) if found else 0
    return [replace(one, group=one.group.scaled(min(1.0, most / one.group.height))) for one in found]


def _in_flight(subject: Subject, spot: Spot) -> Subject:
    """A flock of birds flies."""
    flies = "flock" in subject.counted or subject.pose == "flying"
    if flies and kind_of(subject.name).startswith("animal-bird") and spot.air is not None:
        return replace(subject, name="flying-bird")
    return subject


def _is_bust(stage: Stage, subject: Subject, company: Sequence[Subject]) -> bool:
    """Whether someone is shown as in a portrait: asked for, or of a trade and doing nothing."""
    busy = subject.pose or subject.holding or subject.count > 1 or subject.relation in ("on", "riding")
    if not is_person(subject.name) or busy or len(company) > 3:
        return False
    if stage.has("portrait"):
        return True
    return _stance(subject) == "bust" and (stage.scene.place in _PORTRAITS or not is_figure(subject.name))


# -------------------------------------------------------------------------------------- composition


def _composed(stage: Stage, spot: Spot, found: Sequence[Composition]) -> Spot:
    """The spot, moved to leave a calm side in a wide picture, and larger in a tall one."""
    ratio = stage.w / stage.h
    if stage.scene.place == "studio" or spot.x != 0.5 or spot.centred:
        return spot
    if ratio >= _WIDE:
        spot = replace(spot, size=spot.size * _IN_BANNER)
    if ratio < _SQUARE:
        spot = replace(spot, size=spot.size * min(1.35, _IN_SQUARE + max(0, 1 / ratio - 1) * 0.4))
    alone = len(found) == 1 and len(found[0].group.pieces) <= 3
    if alone and ratio <= _UPRIGHT and is_person(found[0].root.name):
        return replace(spot, size=spot.size * _UPRIGHT_FIGURE, tall=spot.tall * _UPRIGHT_FIGURE)
    if not alone or stage.scene.place in _CENTRED:
        return spot
    if ratio >= _WIDE or (stage.has("hero") and ratio >= 1.2):
        return replace(spot, x=_THIRDS[1])
    if ratio < _LANDSCAPE:
        return spot
    lead = found[0].root
    larger = _IN_LANDSCAPE if is_being(lead.name) and _stance(lead) != "air" else 1.0
    return replace(spot, x=_THIRDS[0], size=spot.size * larger, tall=spot.tall * larger)


def _scale(stage: Stage, found: Sequence[Composition], spot: Spot) -> float:
    """Units of the picture to a dog's size: the first subject as large as the spot wants it, if all have
    room."""
    first = found[0].root
    main = next((one for one in found[0].group.pieces if one.subject.noun != first.noun), None)
    related = len(found) == 1 and main is not None
    together = len(found) > 1 or main or len(found[0].group.pieces) > 1
    said = min(_SAID[1], max(_SAID[0], scale_of(first)))
    if together:
        lead = stage.scene.subjects[0] if stage.scene.subjects else first
        scale = spot.size * min(_ALONE[1], max(_ALONE[0], size_of(lead))) / size_of(lead)
    else:
        own = traits(first.name).size
        scale = spot.size * min(_ALONE[1], max(_ALONE[0], own)) * said / found[0].group.pieces[0].size
    width = sum(one.group.width for one in found) + _GAP * (len(found) - 1)
    room = stage.w * min(_ROOM, 2 * (min(spot.x, 1 - spot.x) - _EDGE) if spot.x != 0.5 else _ROOM)
    height = max(one.group.height for one in found)
    tall = spot.tall
    if related:
        scale = max(scale, spot.size * _TOGETHER / max(height, width * 0.7))
        if stage.scene.place not in _CENTRED:
            tall = max(tall, min(stage.h * 0.82, tall * 1.4, spot.ground - _HEADROOM))
    return min(scale, room / width, tall / height)


def _in_order(found: list[Composition]) -> list[Composition]:
    """The first in the middle; the second before it, to the left, for that is where icons face."""
    return [*found[1:2], *found[:1], *found[2:]]


def _row(stage: Stage, found: list[Composition], spot: Spot) -> list[tuple[Composition, Group]]:
    """The compositions in units of the picture, as a row about the spot."""
    scale = _scale(stage, found, spot)
    row = [(one, one.group.scaled(scale)) for one in _in_order(found)]
    gap = _GAP * scale
    x = stage.w * spot.x - (sum(group.width for _, group in row) + gap * (len(row) - 1)) / 2
    placed = []
    for one, group in row:
        placed.append((one, group.moved(x - group.left, 0)))
        x += group.width + gap
    return placed


def _stand(stage: Stage, found: list[Composition], spot: Spot, *, waves: bool = False) -> None:
    if not found:
        return
    with stage.layer("subjects"):
        for _, group in _row(stage, found, spot):
            _draw(stage, group, spot.ground, shadow=spot.shadow)
            for piece in group.pieces if waves else ():
                if _stance(piece.subject) == "water" and piece.subject.name not in _STILL:
                    _bow_wave(stage, piece.x, spot.ground + piece.y, piece.width)


def _draw(stage: Stage, group: Group, ground: float, *, shadow: bool) -> None:
    for piece in group.pieces:
        _note(stage, piece, ground)
        draw_icon(
            stage,
            piece.icon,
            piece.x,
            ground + piece.y,
            piece.size,
            shadow=shadow and piece.shadow,
            flip=piece.flip,
            turn=piece.turn,
        )


def _note(stage: Stage, piece: Piece, ground: float = 0) -> None:
    """Tell the stage where a subject is seen."""
    name, half, foot = piece.subject.name, piece.width / 2, ground + piece.y
    animal = kind_of(name).startswith("animal")
    face = _FACES[0] if is_person(name) else _FACES[1] if animal else 0.5
    stage.sights.append(
        Sight(piece.subject.noun, piece.x - half, foot - piece.height, piece.x + half, foot, face)
    )


def _fly(stage: Stage, found: list[Composition], spot: Spot, height: float) -> None:
    row = _row(stage, found, spot)
    with stage.layer("fliers") as rng:
        for one, group in row:
            foot = height + group.height / 2 + rng.spread(0.06) * min(group.height, spot.size)
            foot = max(group.height + _HEADROOM, foot)
            aside = stage.w - group.right if one.root.name == _FROM_THE_EDGE else 0
            _draw(stage, group.moved(aside, 0), foot, shadow=False)
    first = found[0].root
    if first.name in _FLOCKS and first.count == 1:
        _companions(stage, first, height, spot.size)


def _companions(stage: Stage, leader: Subject, height: float, size: float) -> None:
    """Others of a kind that is seldom alone, farther away and each of its own colour."""
    with stage.layer("companions") as rng:
        colors = rng.shuffled(_FLOCKS[leader.name])
        for index, (across, up, share) in enumerate(_AFAR):
            icon = icon_of(replace(leader, color=colors[index % len(colors)]), stage.scene.seed)
            x = stage.w * (across + rng.spread(0.03))
            y = max(size * share + _HEADROOM, height - up * size + share * size / 2)
            draw_icon(stage, icon, x, y, size * share, shadow=False)


def _bust(stage: Stage, subject: Subject, index: int, count: int) -> None:
    """A figure that the lower edge of the picture cuts off, as in a portrait."""
    icon = bust_of(subject, stage.scene.seed, index)
    size = min(stage.h * 0.78, stage.w * 0.86 / count, 800)
    middle = stage.w / 2 + (index - (count - 1) / 2) * min(stage.w / count, size * 1.05)
    _note(stage, Piece(subject, icon, middle, stage.h + size * 0.01, size))
    with stage.layer("bust"):
        draw_icon(stage, icon, middle, stage.h + size * 0.01, size, shadow=False)


def _bow_wave(stage: Stage, x: float, y: float, width: float) -> None:
    """Water in front of what floats on it."""
    light = stage.light
    for index in range(3):
        reach = width * (0.62 - 0.1 * index)
        rise, step = width * 0.03, reach / 6
        top = y - width * (0.11 - 0.05 * index)
        crest = trace(("q", step, -rise, 2 * step, 0), ("t", 2 * step, 0)) * 3
        color = palette.mix(light.horizon, light.near, 0.16 + 0.08 * index)
        shape = trace(("M", x - reach, top), crest, ("v", rise * 2), ("h", -2 * reach), "z")
        stage.draw.path(shape, color, opacity=0.9)


def draw_icon(
    stage: Stage,
    icon: Icon,
    x: float,
    y: float,
    size: float,
    *,
    shadow: bool = True,
    flip: bool = False,
    shade: float = 0.65,
    turn: float = 0,
) -> None:
    """An icon standing on y with its middle at x; `size` is the side of its grid.

    `shade` is how much of the stage's light it takes on; `turn` is in degrees about its foot.
    """
    scale = size / GRID
    if shadow:
        ink = palette.mix(palette.BLACK, stage.light.near, 0.5)
        r = icon.width * scale / 2
        stage.draw.glow(x, y - r * 0.02, r * 1.08, ink, 0.42, ry=r * 0.14, body=0.5)
    markup = palette.recolored(icon.markup, _in_light(stage, shade)) if stage.shade else icon.markup
    across = -scale if flip else scale
    turned = f" rotate({num(turn)})" if turn else ""
    stage.draw.add(
        f'<g transform="translate({num(x)} {num(y)}){turned} scale({across:.4f} {scale:.4f}) '
        f'translate({-icon.middle:.2f} {-icon.foot:.2f})">{markup}</g>'
    )


def _in_light(stage: Stage, shade: float) -> Callable[[str], str]:
    """How colours look on the stage; windows shine where the lamps are lit."""
    panes = {**dict(zip(WINDOW, LIT, strict=True)), **dict(zip(LIT, LIT, strict=True))}
    shining = panes if stage.light.lamps else {}
    return lambda color: shining.get(color) or stage.lit(color, shade)
