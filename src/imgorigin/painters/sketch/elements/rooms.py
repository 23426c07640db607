"""What every room has: walls, a floor, a ceiling where the picture is tall, and furniture along the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import window
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import trace

HIGHEST: Final = 960
"""Units of wall above a floor; what a tall picture has above that is ceiling."""
NIGHT: Final = "#10163a"
_GAP: Final = 46
_OVERHANG: Final = 70
"""How far a piece of furniture may run out of the picture."""


@dataclass(frozen=True, slots=True)
class Room:
    """`wall` is its colour in this light, `trim` that of frames and skirting. The wall stands on `floor` and
    begins at `top`. `narrow` rooms have no place beside what is in their middle."""

    wall: str
    trim: str
    floor: float
    top: float
    narrow: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Something `width` units wide that stands at the wall: `paint` is given its middle."""

    width: float
    paint: Callable[[Stage, Stream, Room, float], None]


def walls(
    stage: Stage,
    color: str,
    *,
    trim: str = "#fbf7f0",
    share: float = 0.74,
    deepest: float = 430,
    skirting: float = 18,
) -> Room:
    """Wall, skirting and ceiling; darker and bluer at night. The floor is for the place to paint."""
    draw, floor = stage.draw, stage.horizon(share, deepest=deepest)
    lit, frame = stage.lit(color), stage.lit(trim)
    if stage.light.dark:
        lit = palette.mix(lit, NIGHT, 0.34)
        frame = palette.mix(frame, NIGHT, 0.2)
    room = Room(lit, frame, floor, max(0.0, floor - HIGHEST), stage.w < 1250)
    with stage.layer("wall"):
        draw.rect(0, 0, stage.w, floor + 1, draw.gradient(palette.lighter(lit, 0.2), lit))
        if room.top:
            _ceiling(stage, room)
        if skirting:
            draw.rect(0, floor - skirting, stage.w, skirting, room.trim)
    return room


def _ceiling(stage: Stage, room: Room) -> None:
    draw, tone = stage.draw, palette.lighter(room.wall, 0.55)
    draw.rect(0, 0, stage.w, room.top, draw.gradient(palette.darker(tone, 0.16), tone))
    beam, x = palette.darker(tone, 0.1), stage.w / 2
    for index in range(-2, 3):
        near, far = index * stage.w * 0.36, index * stage.w * 0.2
        draw.polygon(
            [(x + near - 26, 0), (x + near + 26, 0), (x + far + 14, room.top), (x + far - 14, room.top)], beam
        )
    draw.rect(0, room.top - 10, stage.w, 20, room.trim)


def flanks(
    stage: Stage, room: Room, reach: float, pieces: Sequence[Piece], *, first: Piece | None = None
) -> None:
    """Pieces left and right of what is `reach` units wide each way; `first` comes first on one side."""
    with stage.layer("furniture") as rng:
        favoured, used = rng.pick((-1, 1)), list[Piece]()
        for side in (-1, 1):
            order, spare = rng.shuffled(pieces), stage.w / 2 - reach
            order.sort(key=used.__contains__)
            lead = [first] if first and side == favoured else []
            chosen = _fitting([*lead, *(order * 8)], spare)
            used += chosen
            gap = max(0.0, spare - sum(piece.width for piece in chosen)) / (len(chosen) + 0.5)
            x = stage.w / 2 + side * (reach + min(gap, 130) * 0.6)
            for piece in chosen:
                piece.paint(stage, rng, room, x + side * piece.width / 2)
                x += side * (piece.width + min(gap, 150))


def _fitting(pieces: Sequence[Piece], spare: float) -> list[Piece]:
    """The first of the pieces that fit side by side, no piece twice in a row."""
    chosen: list[Piece] = []
    for piece in pieces:
        if piece.width <= spare + _OVERHANG and (not chosen or chosen[-1] != piece):
            chosen.append(piece)
            spare -= piece.width + _GAP
    return chosen


def row(stage: Stage, name: str, pieces: Sequence[Piece], room: Room, *, more: Sequence[Piece] = ()) -> None:
    """Pieces side by side over the whole width in an order of the seed's; where they leave room, `more`."""
    with stage.layer(name) as rng:
        total, chosen = 0.0, list[Piece]()
        for piece in [*pieces, *(list(more or pieces) * 12)]:
            if total < stage.w - 60:
                chosen.append(piece)
                total += piece.width
        x = (stage.w - total) / 2
        for piece in _mixed(rng.shuffled(chosen)):
            piece.paint(stage, rng, room, x + piece.width / 2)
            x += piece.width


def _mixed(pieces: list[Piece]) -> list[Piece]:
    """No piece beside its like, as far as others can stand between."""
    mixed: list[Piece] = []
    while pieces:
        other = next((piece for piece in pieces if not mixed or piece != mixed[-1]), pieces[0])
        pieces.remove(other)
        mixed.append(other)
    return mixed


@contextmanager
def mirrored(stage: Stage, *, really: bool) -> Iterator[None]:
    """What is drawn inside, left and right exchanged: half of the seeds see a room from its other side."""
    with stage.draw.group(f'transform="matrix(-1 0 0 1 {stage.w:.1f} 0)"' if really else ""):
        yield


# -------------------------------------------------------------------------------------------- floors


def tiled_floor(stage: Stage, y: float, color: str, other: str) -> None:
    """Square tiles that run to a vanishing point above the floor."""
    draw, depth, x = stage.draw, stage.h - y, stage.w / 2
    with stage.layer("floor"):
        draw.rect(0, y, stage.w, depth, draw.gradient(palette.mix(color, other, 0.25), color))
        seams = ""
        reach = int(stage.w / 150) + 3
        for index in range(-reach, reach + 1):
            seams += trace(("M", x + index * 110, y), ("L", x + index * 250, stage.h))
        for line in range(1, 6):
            seams += trace(("M", 0, y + depth * (line / 5) ** 1.7), ("H", stage.w))
        draw.line(seams, other, 3, opacity=0.55)


def plain_floor(stage: Stage, y: float, color: str, *, gloss: float = 0.0) -> None:
    """Concrete, carpet or rubber; with `gloss`, the wall's light on it."""
    draw = stage.draw
    with stage.layer("floor"):
        draw.rect(0, y, stage.w, stage.h - y, draw.gradient(palette.darker(color, 0.14), color))
        if gloss:
            shine = draw.gradient((palette.WHITE, gloss), (palette.WHITE, 0))
            draw.rect(0, y, stage.w, (stage.h - y) * 0.7, shine)


# ------------------------------------------------------------------------------------------- windows


def curtained(
    stage: Stage, room: Room, x: float, w: float, h: float, *, sill: float = 170, color: str, view: str
) -> None:
    """A window about x between curtains, its sill that high above the floor."""
    top = room.floor - sill - h
    window(stage, x - w / 2, top, w, h, frame=room.trim, view=view)
    draw, cloth = stage.draw, stage.lit(color)
    foot = room.floor - max(30.0, sill - 110)
    for side in (-1, 1):
        edge, inner = x + side * (w / 2 + 70), x + side * (w / 2 - 34)
        fold = palette.darker(cloth, 0.14)
        shape = trace(
            ("M", edge, top - 34),
            ("L", inner, top - 34),
            ("C", inner, top + h * 0.5, x + side * (w / 2 + 6), top + h * 0.6, x + side * (w / 2 + 4), foot),
            ("L", edge, foot),
            "z",
        )
        draw.path(shape, draw.gradient(palette.lighter(cloth, 0.16), cloth))
        seams = "".join(trace(("M", edge - side * dx, top - 30), ("V", foot)) for dx in (22, 44))
        draw.line(seams, fold, 4, opacity=0.6)
    draw.rect(x - w / 2 - 96, top - 44, w + 192, 12, palette.darker(cloth, 0.5), corner=6)


def lamplit(stage: Stage, x: float, y: float, r: float, strength: float = 0.5, *, flat: float = 1) -> None:
    """The light of a lamp on the wall, stronger after dark; `flat` of a row of lamps: height to width."""
    stage.draw.glow(x, y, r, "#ffdf9e", strength if stage.light.lamps else strength * 0.45, ry=r * flat)


def shade_under(stage: Stage, x: float, y: float, half: float) -> None:
    """The soft shadow of a piece that stands on y."""
    stage.draw.glow(x, y, half * 1.06, palette.BLACK, 0.34, ry=max(10.0, half * 0.07), body=0.5)
