"""Icons, and groups of them, drawn on the stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.water import depths_of
from imgorigin.painters.sketch.stage import Sight, Stage
from imgorigin.painters.sketch.subjects.drawn.base import LIT, WINDOW
from imgorigin.painters.sketch.subjects.groups import Group, Piece
from imgorigin.painters.sketch.subjects.icon import GRID, Icon
from imgorigin.painters.sketch.subjects.traits import is_person, kind_of
from imgorigin.painters.sketch.svg import num, trace

_FACES: Final = (0.32, 0.42)
"""How far down the faces of people and animals are looked at, in shares of their heights."""


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


def draw_group(stage: Stage, group: Group, ground: float, *, shadow: bool) -> None:
    """The pieces of a group whose y = 0 is the ground."""
    for piece in group.pieces:
        note(stage, piece, ground)
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


def note(stage: Stage, piece: Piece, ground: float = 0) -> None:
    """Tell the stage where a subject is seen."""
    name, half, foot = piece.subject.name, piece.width / 2, ground + piece.y
    animal = kind_of(name).startswith("animal")
    face = _FACES[0] if is_person(name) else _FACES[1] if animal else 0.5
    stage.sights.append(
        Sight(piece.subject.noun, piece.x - half, foot - piece.height, piece.x + half, foot, face)
    )


def draw_bow_wave(stage: Stage, x: float, y: float, width: float) -> None:
    """Water in front of what floats on it, `width` wide at y."""
    water = depths_of(stage.light)[1]
    for index in range(3):
        reach = width * (0.62 - 0.1 * index)
        rise, step = width * 0.03, reach / 6
        top = y - width * (0.11 - 0.05 * index)
        crest = trace(("q", step, -rise, 2 * step, 0), ("t", 2 * step, 0)) * 3
        color = palette.lighter(water, 0.4 - 0.12 * index)
        shape = trace(("M", x - reach, top), crest, ("v", rise * 2), ("h", -2 * reach), "z")
        stage.draw.path(shape, color, opacity=0.9)
