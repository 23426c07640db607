"""A station seen from across the track: its house, and a roof over the platform."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.buildings import Look, cottage
from imgorigin.painters.sketch.elements.tones import outdoors, snow_color
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import box, disc, polyline

_HIGH: Final = 64
"""Of the platform above the rails."""
_ROOF: Final = 350
"""Of the roof above the platform: over a train's."""
_APART: Final = 250
"""Between the posts of the roof."""


def halt(stage: Stage, y: float) -> None:
    """Behind a train whose wheels run on y, from the left edge to beyond the middle."""
    deck, right = y - _HIGH, stage.w * 0.64
    with stage.layer("halt") as rng:
        wide = min(400.0, stage.w * 0.34)
        cottage(
            stage,
            rng,
            max(40.0, stage.w * 0.07),
            deck - 2,
            w=wide,
            look=Look("#e9d2b0", "#9c4a3a", 0.04),
        )
    with stage.layer("platform"):
        _deck(stage, deck, y)
    with stage.layer("roof"):
        _roof(stage, right, deck)


def edge(stage: Stage, y: float) -> None:
    """The platform on this side, from y down to the lower edge."""
    draw, top = stage.draw, _paving(stage)
    draw.rect(-10, y, stage.w + 20, stage.h - y + 10, draw.gradient(palette.darker(top, 0.08), top))
    draw.rect(-10, y, stage.w + 20, 12, palette.lighter(top, 0.4))
    draw.rect(-10, y + 34, stage.w + 20, 16, outdoors(stage, "#f2c94c"))
    joints = "".join(
        f"M{stage.w / 2 + at:.1f} {y + 50:.1f}L{stage.w / 2 + at * 1.8:.1f} {stage.h + 10:.1f}"
        for at in range(-int(stage.w / 260) * 130, int(stage.w / 2), 130)
    )
    draw.line(joints, palette.darker(top, 0.2), 2.5, opacity=0.6)


def _paving(stage: Stage) -> str:
    top = palette.lighter(outdoors(stage, "#c9bfb0"), 0.22)
    return palette.mix(top, snow_color(stage), 0.75) if stage.has("snow") else top


def _deck(stage: Stage, deck: float, y: float) -> None:
    draw, stone, top = stage.draw, outdoors(stage, "#c9bfb0"), _paving(stage)
    draw.rect(-10, deck - 8, stage.w + 20, 18, top)
    draw.rect(-10, deck + 10, stage.w + 20, y - deck, draw.gradient(palette.darker(stone, 0.12), stone))
    draw.rect(-10, deck + 3, stage.w + 20, 6, outdoors(stage, "#f2c94c"))


def _roof(stage: Stage, right: float, deck: float) -> None:
    """On iron posts, a clock under it."""
    draw, top = stage.draw, deck - _ROOF
    iron, tiles = outdoors(stage, "#33485a"), outdoors(stage, "#4f7f78")
    cover = palette.mix(tiles, snow_color(stage), 0.85) if stage.has("snow") else tiles
    posts = [right - 46 - _APART * index for index in range(int(right / _APART) + 1)]
    draw.path("".join(box(x - 6, top, 12, _ROOF) + box(x - 11, deck - 30, 22, 24) for x in posts), iron)
    arms = "".join(
        f"M{x - 58:.1f} {top + 6:.1f}Q{x:.1f} {top + 14:.1f} {x:.1f} {top + 74:.1f}" for x in posts
    )
    arms += "".join(
        f"M{x + 58:.1f} {top + 6:.1f}Q{x:.1f} {top + 14:.1f} {x:.1f} {top + 74:.1f}" for x in posts
    )
    draw.line(arms, iron, 7)
    draw.polygon([(-10, top - 46), (right - 50, top - 46), (right + 24, top), (-10, top)], cover)
    draw.rect(-10, top, right + 34, 14, palette.darker(tiles, 0.25))
    fringe = "".join(
        polyline([(x, top + 13), (x + 20, top + 13), (x + 10, top + 27)]) + "Z"
        for x in range(-10, int(right) + 4, 20)
    )
    draw.path(fringe, palette.darker(tiles, 0.25))
    x, y = posts[0] - _APART / 2, top + 66
    draw.rect(x - 3, top + 10, 6, 30, iron)
    draw.path(disc(x, y, 34), iron)
    draw.path(disc(x, y, 28), "#fff6dc")
    draw.line(f"M{x:.1f} {y:.1f}v-19m0 19l13 8", "#3b3340", 4)
    for post in posts if stage.light.lamps else ():
        draw.glow(post, top + 40, 150, "#ffd98a", 0.5)
