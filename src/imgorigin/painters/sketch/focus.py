"""Where the eye is to go in a picture: what a crop is centred on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from imgorigin.painters.retouch import shapes
from imgorigin.painters.retouch.step import Step
from imgorigin.painters.sketch.stage import Sight, Stage
from imgorigin.painters.sketch.svg import Point

MIDDLE: Final = (0.5, 0.5)


def focus_of(stage: Stage) -> Point:
    """In shares of width and height: of the subjects (of the first alone, if a square cannot hold them all),
    else of what the place has to show, else of the whole picture."""
    if stage.sights:
        x, y = _middle(_shown(stage))
    elif stage.attention:
        x, y = stage.attention
    else:
        return MIDDLE
    return _within(x / stage.w), _within(y / stage.h)


def followed(focus: Point, steps: Sequence[Step], size: Point, canvas: Point) -> list[float]:
    """The focus of a picture of that size after its finishing steps, on the canvas it is shown on."""
    (x, y), (width, height), whole = focus, size, False
    for step in steps:
        (x, y), (width, height) = shapes.followed((x, y), step, width, height)
        whole = whole or shapes.is_circle(step)
    choose = min if whole else max
    scale = choose(canvas[0] / width, canvas[1] / height)
    shown = (
        0.5 + (share - 0.5) * side * scale / across
        for share, side, across in zip((x, y), (width, height), canvas, strict=True)
    )
    return [round(_within(share), 3) for share in shown]


def _shown(stage: Stage) -> list[Sight]:
    """The subjects to be kept in view."""
    sights = [_cut(sight, stage) for sight in stage.sights]
    lead = stage.scene.subjects[0].noun if stage.scene.subjects else ""
    if _width(sights) <= min(stage.w, stage.h):
        return sights
    return [sight for sight in sights if sight.noun == lead] or sights


def _cut(sight: Sight, stage: Stage) -> Sight:
    """What of it is inside the picture."""
    left, right = (min(max(x, 0.0), stage.w) for x in (sight.left, sight.right))
    top, foot = (min(max(y, 0.0), stage.h) for y in (sight.top, sight.foot))
    return Sight(sight.noun, left, top, right, foot, sight.face)


def _width(sights: Sequence[Sight]) -> float:
    return max(sight.right for sight in sights) - min(sight.left for sight in sights)


def _middle(sights: Sequence[Sight]) -> Point:
    left, right = min(sight.left for sight in sights), max(sight.right for sight in sights)
    top, foot = min(sight.top for sight in sights), max(sight.foot for sight in sights)
    return (left + right) / 2, top + (foot - top) * min(sight.face for sight in sights)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
