"""Items of an isometric picture as tables: each a list of blocks, from the back to the front.

A part is a line of text. `i j z w d h colour` is a block at i, j, z with its size along i, along j and
upwards; `L i j z w h colour` a panel that faces the lower left, `R i j z d h colour` one that faces the
lower right, `T i j z w d colour` a flat tile. Several colours with `|` between them are a choice, made once
for all parts that offer the same one; a number behind `*` makes a colour lighter (darker, if below 0).
"""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.styles.items import Item
from imgorigin.painters.sketch.styles.solids import Ground

Part = tuple[str, tuple[float, ...], str, float]
"""Its kind, its numbers, its colours, and how much lighter it is."""


def built(*lines: str, on: tuple[Item, ...] = ()) -> Item:
    """The item of these parts, and of one of the items that may stand `on` it.

    What stands at the left wall of a room is turned about, so that it faces the room.
    """
    parts = [_part(line) for line in lines]

    def item(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
        picks: dict[str, str] = {}
        turned = i < 1.5 < j
        for kind, numbers, colors, lift in parts:
            if colors not in picks:
                picks[colors] = ground.stage.lit(rng.pick(colors.split("|")))
            color = picks[colors]
            color = palette.lighter(color, lift) if lift > 0 else palette.darker(color, -lift)
            _draw(ground, kind, _turned(numbers) if turned else numbers, color, (i, j), turned=turned)
        if on:
            rng.pick(on)(ground, rng, i, j, tall)

    return item


def _part(line: str) -> Part:
    kind, *rest = line.split() if line[0].isalpha() else ["B", *line.split()]
    colors, _, lift = rest[-1].partition("*")
    return kind, tuple(float(number) for number in rest[:-1]), colors, float(lift or 0)


def _turned(numbers: tuple[float, ...]) -> tuple[float, ...]:
    """i and j exchanged, and what is measured along them."""
    if len(numbers) == 6:
        i, j, z, w, d, h = numbers
        return j, i, z, d, w, h
    i, j, z, *size = numbers
    return j, i, z, *size


def _draw(
    ground: Ground,
    kind: str,
    numbers: tuple[float, ...],
    color: str,
    at: tuple[float, float],
    *,
    turned: bool,
) -> None:
    i, j, z, *size = numbers
    i, j = i + at[0], j + at[1]
    if kind == "B":
        ground.block((i, j), (size[0], size[1], size[2]), color, z=z)
    elif kind == "T":
        w, d = reversed(size) if turned else size
        ground.tile(i, j, w, d, color, z=z)
    elif (kind == "L") != turned:
        ground.panel_left(i, j, size[0], size[1], color, z=z)
    else:
        ground.panel_right(i, j, size[0], size[1], palette.darker(color, 0.12), z=z)
