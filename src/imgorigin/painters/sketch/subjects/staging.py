"""Where the subjects of a picture go, and how large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import GRID, Icon, icon_of
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, kind_of, traits
from imgorigin.painters.sketch.svg import num, trace

_ASIDE: Final = 0.3
"""Where, of the width, fliers go when someone stands below."""
_HEADROOM: Final = 24
"""Units that a flier keeps from the upper edge."""
_GAP: Final = 0.05
"""Between subjects in a row, in sizes of the place's spot."""
_ROOM: Final = 0.88
"""Share of the picture's width they may take together."""
_SMALLEST: Final = 0.3
"""Size of the smallest of several, beside the largest."""
_ALONE: Final = (0.85, 1.3)
"""A subject alone is shown no smaller or larger than this, whatever its size."""
_HELD: Final = {"open-book": (0.40, 0.17), "balloon": (0.5, 0.62), "umbrella": (0.62, 0.2)}
"""What is held: its size in the holder's, and how far up the holder its foot is."""
_RIDER: Final = (0.78, 0.52)
"""A rider's size in the mount's, and how far up the mount the rider sits."""
_FLOCKS: Final = {"hot-air-balloon": ("#3d7dd8", "#f0b429", "#2a9d8f", "#c2559b", "#e5533d")}
"""What is seldom alone in the sky, and its colours."""
_AFAR: Final = ((0.24, 0.36, 0.24), (0.70, 0.50, 0.32), (0.87, 0.10, 0.20), (0.10, -0.12, 0.36))
"""Its companions: x as a share of the width, height above it and size in sizes."""
_CHEST: Final = 0.16
"""How much higher people hold things."""
_AS_HELD: Final = {"open-book": "held-book"}
"""What looks different in someone's hands."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The room a place has for subjects. `size` is the height of a dog, in units.

    `ground` is where feet stand, `air` the middle of what flies, `water` where boats float; a place that
    has none of the latter puts those subjects on the ground. `x` is a share of the width. `shadow` is that
    of a subject on the ground, `waves` break at a subject's bow. `tall` bounds a subject's height.
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


@dataclass(frozen=True, slots=True)
class Standing:
    """A subject with its looks, and the place in the row that it was given."""

    subject: Subject
    icon: Icon
    size: float

    @property
    def width(self) -> float:
        return self.icon.width / GRID * self.size


def put_subjects(stage: Stage, spot: Spot, subjects: Sequence[Subject] | None = None) -> None:
    """The subjects of the scene (or those given), each where its kind belongs: in the air, on the water, on
    the ground."""
    subjects = stage.scene.subjects if subjects is None else subjects
    if len(subjects) > 1 and stage.has("riding") and _can_ride(subjects[0], subjects[1]):
        _ride(stage, subjects[0], subjects[1], spot)
        subjects = subjects[2:]
    flying = [subject for subject in subjects if spot.air is not None and _stance(subject) == "air"]
    floating = [subject for subject in subjects if spot.water is not None and _stance(subject) == "water"]
    busts = [subject for subject in subjects if spot.busts and _stance(subject) == "bust"]
    elsewhere = (*flying, *floating, *busts)
    grounded = [subject for subject in subjects if subject not in elsewhere]
    if flying and spot.air is not None:
        _fly(stage, flying, replace(spot, x=_ASIDE) if grounded else spot, spot.air)
    if floating and spot.water is not None:
        _stand(stage, floating, replace(spot, ground=spot.water, shadow=False), waves=spot.waves)
    _stand(stage, grounded, spot)
    for index, subject in enumerate(busts):
        _bust(stage, subject, index, len(busts), bool(grounded))


def _stance(subject: Subject) -> str:
    return traits(subject.name).stance


def _row(stage: Stage, subjects: list[Subject], spot: Spot) -> list[Standing]:
    """Subjects in relation to each other, all together no wider than the picture has room for."""
    sizes = [traits(subject.name).size for subject in subjects]
    largest = max(sizes)
    scale = spot.size * min(_ALONE[1], max(_ALONE[0], largest))
    row = []
    for subject, size in zip(subjects, sizes, strict=True):
        icon = icon_of(subject, stage.scene.seed)
        own = scale * max(_SMALLEST, size / largest) * subject.scale
        row.append(Standing(subject, icon, min(own, spot.tall * max(1, subject.scale) * GRID / icon.height)))
    total = sum(one.width for one in row) + _GAP * spot.size * (len(row) - 1)
    shrink = min(1.0, stage.w * _ROOM / total)
    row = [replace(one, size=one.size * shrink) for one in row]
    return _in_order(row)


def _in_order(row: list[Standing]) -> list[Standing]:
    """The first subject in the middle; the second before it, to the left, for that is where icons face."""
    return [*row[1:2], *row[:1], *row[2:]]


def _middles(stage: Stage, row: list[Standing], spot: Spot) -> list[float]:
    """The x of each of a row's subjects, the row as a whole about the spot."""
    gap = _GAP * spot.size
    x = stage.w * spot.x - (sum(one.width for one in row) + gap * (len(row) - 1)) / 2
    middles = []
    for one in row:
        middles.append(x + one.width / 2)
        x += one.width + gap
    return middles


def _stand(stage: Stage, subjects: list[Subject], spot: Spot, *, waves: bool = False) -> None:
    if not subjects:
        return
    row = _row(stage, subjects, spot)
    with stage.layer("subjects"):
        for one, middle in zip(row, _middles(stage, row, spot), strict=True):
            draw_icon(stage, one.icon, middle, spot.ground, one.size, shadow=spot.shadow)
            if waves:
                _bow_wave(stage, middle, spot.ground, one.width)
            if one.subject.holding:
                _hold(stage, one, one.subject.holding, middle, spot.ground)


def _can_ride(rider: Subject, mount: Subject) -> bool:
    return is_being(rider.name) and kind_of(mount.name).startswith(("animal", "transport"))


def _ride(stage: Stage, rider: Subject, mount: Subject, spot: Spot) -> None:
    """A rider behind the back of a mount, which hides the legs."""
    (carrier,) = _row(stage, [mount], spot)
    icon, size = icon_of(rider, stage.scene.seed), carrier.size * _RIDER[0]
    x = stage.w * spot.x
    back = spot.ground - carrier.icon.height / GRID * carrier.size * _RIDER[1]
    with stage.layer("subjects"):
        draw_icon(stage, icon, x + carrier.width * 0.06, back, size, shadow=False)
        draw_icon(stage, carrier.icon, x, spot.ground, carrier.size, shadow=spot.shadow)


def _fly(stage: Stage, subjects: list[Subject], spot: Spot, height: float) -> None:
    row = _row(stage, subjects, spot)
    with stage.layer("fliers") as rng:
        for one, middle in zip(row, _middles(stage, row, spot), strict=True):
            tall = one.icon.height / GRID * one.size
            foot = max(tall + _HEADROOM, height + tall / 2 + rng.spread(0.06) * one.size)
            draw_icon(stage, one.icon, middle, foot, one.size, shadow=False)
    if subjects[0].name in _FLOCKS:
        _companions(stage, subjects[0], height, spot.size)


def _companions(stage: Stage, leader: Subject, height: float, size: float) -> None:
    """Others of a kind that is seldom alone, farther away and each of its own colour."""
    with stage.layer("companions") as rng:
        colors = rng.shuffled(_FLOCKS[leader.name])
        for index, (across, up, share) in enumerate(_AFAR):
            icon = icon_of(replace(leader, color=colors[index % len(colors)]), stage.scene.seed)
            x = stage.w * (across + rng.spread(0.03))
            y = max(size * share + _HEADROOM, height - up * size + share * size / 2)
            draw_icon(stage, icon, x, y, size * share, shadow=False)


def _bust(stage: Stage, subject: Subject, index: int, count: int, company: bool) -> None:
    """A figure that the lower edge of the picture cuts off, as in a portrait."""
    icon = icon_of(subject, stage.scene.seed)
    size = min(stage.h * 0.70, stage.w * (0.8 / count if not company else 0.5 / count), 720) * subject.scale
    middle = stage.w * ((index + 0.5) / count if not company else 0.24)
    with stage.layer("bust"):
        draw_icon(stage, icon, middle, stage.h + size * 0.01, size, shadow=False)


def _hold(stage: Stage, holder: Standing, held: Subject, x: float, y: float) -> None:
    if held.name == "umbrella" and holder.icon.height > GRID:
        return
    share, up = _HELD.get(held.name, (0.4, 0.4))
    icon = icon_of(replace(held, name=_AS_HELD.get(held.name, held.name)), stage.scene.seed)
    up += _CHEST if is_person(holder.subject.name) else 0
    foot = y - holder.icon.height / GRID * holder.size * up
    draw_icon(stage, icon, x, foot, holder.size * share, shadow=False)


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
) -> None:
    """An icon standing on y with its middle at x; `size` is the side of its grid.

    `shade` is how much of the stage's light it takes on.
    """
    scale = size / GRID
    if shadow:
        ink = palette.mix(palette.BLACK, stage.light.near, 0.5)
        r = icon.width * scale / 2
        stage.draw.glow(x, y - r * 0.02, r * 1.08, ink, 0.42, ry=r * 0.14, body=0.5)
    markup = (
        palette.recolored(icon.markup, lambda color: stage.lit(color, shade)) if stage.shade else icon.markup
    )
    across = -scale if flip else scale
    stage.draw.add(
        f'<g transform="translate({num(x)} {num(y)}) scale({across:.4f} {scale:.4f}) '
        f'translate({-icon.middle:.2f} {-icon.foot:.2f})">{markup}</g>'
    )
