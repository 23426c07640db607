"""Edits of time, weather, season, mood and style."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imgorigin.painters.retouch.step import NotPossible
from imgorigin.painters.retouch.words import REMOVING
from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.edits.request import Request
from imgorigin.painters.sketch.reading import style_named
from imgorigin.painters.sketch.scene import Scene

_LEADING: Final = frozenset("a an the it this picture image as into in like look style of by please".split())
_LONGEST_STYLE: Final = 3
"""Words of a style's name."""
_SEASONS: Final = frozenset({"snow", "autumn", "flowers", "blossom"})
_WET: Final = frozenset({"rain", "fog", "cloudy"})
_OF_THE_NIGHT: Final = frozenset({"aurora", "fireworks"})
_OPPOSED: Final = (
    frozenset({"warm", "cool"}),
    frozenset({"bw", "sepia", "vivid", "pastel", "muted"}),
    frozenset({"dark", "pastel"}),
    frozenset({"dark", "vivid"}),
)
"""Moods that exclude each other: the later one counts."""


def restyled(scene: Scene, request: Request) -> Scene | None:
    """In the style that the words name and nothing else, by any name of it: "make it flat", "as a sketch".
    None if they say more."""
    said = [word for word in request.phrase.split() if word not in _LEADING]
    if request.removes or request.adds or not said:
        return None
    if (request.tags("mood") or request.tags("time")) and "as" not in request.words:
        return None
    style = style_named(" ".join(said))
    if not style or len(said) > _LONGEST_STYLE or request.color[1]:
        return None
    return replace(scene, styles=frozenset({style}))


def relit(scene: Scene, request: Request) -> Scene | None:
    """None if the request says nothing of light, weather, mood or style."""
    added, removed = _conditions(request)
    times, moods, styles = request.tags("time"), request.tags("mood"), request.tags("style")
    if not (added or removed or times or moods or styles):
        return None
    if request.removes and removed and not (removed & scene.conditions or added or times or moods or styles):
        raise NotPossible(f"there is no {' or '.join(sorted(removed))} in the picture")
    if request.removes and moods + styles and not added and not times:
        return replace(scene, moods=scene.moods - {*moods}, styles=scene.styles - {*styles})
    scene = _with_weather(_with_time(scene, times, added), added, removed)
    if styles:
        scene = replace(scene, styles=frozenset(styles[:1]))
    return replace(scene, moods=_with_moods(scene.moods, moods))


def _conditions(request: Request) -> tuple[frozenset[str], frozenset[str]]:
    """Weather and seasons to add and to remove. "Remove the snow and add fog" are two clauses by now, but
    "snow without fog" is one."""
    added, removed, removing = set[str](), set[str](), request.removes and request.words[0] in REMOVING
    for term, found in request.terms:
        removing = removing or any(word in REMOVING for word in term.split())
        for family, name in found.tags if found else ():
            if family == "condition" and removing and name != "clear":
                removed.add(name)
            elif family == "condition" and not (removing and name == "clear"):
                added.add(name)
        if "summer" in term.split():
            removed |= _SEASONS
    return frozenset(added), frozenset(removed)


def _with_time(scene: Scene, named: list[str], added: frozenset[str]) -> Scene:
    asked = [time for time in lexicon.TIMES if time in named]
    if added & _OF_THE_NIGHT and scene.time != "neon":
        return replace(scene, time="night")
    if not asked:
        return scene
    time = "neon" if asked[0] == "night" and "future" in scene.details else asked[0]
    gone = frozenset() if time in ("night", "neon") else _OF_THE_NIGHT
    return replace(scene, time=time, conditions=scene.conditions - gone)


def _with_weather(scene: Scene, added: frozenset[str], removed: frozenset[str]) -> Scene:
    conditions = scene.conditions - removed
    if "clear" in added:
        conditions -= _WET
        added -= {"clear"}
    if added & _SEASONS:
        conditions -= _SEASONS
    if added & _WET:
        conditions -= _OF_THE_NIGHT
    return replace(scene, conditions=conditions | added)


def _with_moods(moods: frozenset[str], asked: list[str]) -> frozenset[str]:
    for mood in sorted(asked):
        for group in _OPPOSED:
            if mood in group:
                moods -= group
        moods |= {mood}
    return moods
