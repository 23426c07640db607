"""Edits of what a landscape has by itself: clouds, the sun, trees."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imgorigin.painters.retouch.step import NotPossible
from imgorigin.painters.sketch.edits.request import BACKGROUND, Request, is_more
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene, Subject

_CLOUDS: Final = frozenset({"cloud", "clouds"})
_SUN: Final = frozenset({"sun"})
_TREES: Final = frozenset({"tree", "trees", "pines"})
_WOODED: Final = frozenset({"forest"})
"""Places of trees, which have room for more of them."""
_MOST: Final = 6
"""Subjects that trees still join."""
_A_FEW: Final = Subject("deciduous-tree", "tree", count=2, counted="some", relation="behind", other=0)


def with_nature(scene: Scene, request: Request) -> Scene | None:
    """None if the request is about none of these, or about more than these."""
    adds, removes = is_more(request) and not request.removes, request.removes
    if request.has(BACKGROUND) or not (adds or removes) or PLACES[scene.place].indoors:
        return None
    if request.has(_CLOUDS):
        return _switched(scene, "clouds" if adds else "no clouds", "no clouds" if adds else "clouds")
    if request.has(_SUN):
        return _with_sun(scene) if adds else _switched(scene, "no sun", "")
    return _with_trees(scene, request, adds=adds) if request.has(_TREES) else None


def _switched(scene: Scene, on: str, off: str) -> Scene:
    conditions = scene.conditions - {"cloudy"} if on == "no clouds" else scene.conditions
    return replace(scene, details=scene.details - {off} | {on}, conditions=conditions)


def _with_sun(scene: Scene) -> Scene:
    shining = scene.time if scene.time not in ("night", "neon") else "day"
    wet = {"rain", "fog", "cloudy", "aurora", "fireworks"}
    return replace(scene, time=shining, details=scene.details - {"no sun"}, conditions=scene.conditions - wet)


def _with_trees(scene: Scene, request: Request, *, adds: bool) -> Scene | None:
    if any(one.name.endswith("-tree") for one in scene.subjects):
        return None
    if not adds:
        raise NotPossible('the trees belong to the place: "move it to a field" leaves them')
    if request.icons and not set(request.icons) <= {"deciduous-tree", "evergreen-tree"}:
        return None
    if scene.place in _WOODED:
        return replace(scene, details=scene.details | {"more trees"})
    if len(scene.subjects) >= _MOST or "trees" not in request.words:
        return None
    few = _A_FEW if scene.subjects else replace(_A_FEW, relation="", other=-1)
    return replace(scene, subjects=(*scene.subjects, few))
