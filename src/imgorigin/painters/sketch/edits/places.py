"""Edits of where it is: another place, a plain backdrop, the colour of a sky or a wall."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imgorigin.painters.retouch.step import NotPossible
from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.edits.request import BACKGROUND, MOVING, SKY, Request, is_more
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene

_PLAIN: Final = frozenset({"plain", "solid", "studio", "simple", "clean", "neutral"})
_WALLS: Final = frozenset({"wall", "walls"})
_SEASONS: Final = frozenset({"summer"})
"""Words that imply a place in a prompt, and none in an edit."""
_DARK: Final = frozenset({"space"})


def with_place(scene: Scene, request: Request) -> Scene | None:
    """None if the request is not about the place."""
    if request.removes:
        return None
    if request.color[1]:
        return _colored(scene, request)
    if moved := _moved(scene, request):
        return _uncut(moved)
    if request.has(BACKGROUND) and request.has(_PLAIN) and scene.subjects:
        return _uncut(replace(scene, place="studio", backdrop="", color=""))
    return None


def _uncut(scene: Scene) -> Scene:
    """With a background, even if an edit before took the old one away."""
    return replace(scene, finish=tuple(step for step in scene.finish if step.name != "cutout"))


def _moved(scene: Scene, request: Request) -> Scene | None:
    """To a place that is named as one: "on the beach", "move it to the beach", "forest background"."""
    named = _places(request)
    there = {subject.name for subject in scene.subjects}
    adds = any(name not in there for name in request.icons)
    moves = request.has(MOVING - {"put", "place", "set"}) or request.has(BACKGROUND)
    if not named or (adds and not moves):
        return None
    if is_more(request) and not moves and "on" not in request.words and "in" not in request.words:
        raise NotPossible('that is a place of its own: "move it to the ..." goes there')
    place = next(name for name in PLACES if name in named)
    time = "night" if place in _DARK else scene.time
    return replace(scene, place=place, time=time, backdrop="", tint="")


def _places(request: Request) -> set[str]:
    """The places the words name, not those that a word for a season or a weather implies."""
    named = {
        name
        for term, found in request.terms
        for family, name in (found.tags if found else ())
        if family == "place" and name not in ("studio", "abstract") and term not in _SEASONS
    }
    weather = request.tags("time") or request.tags("condition")
    return named - {"sky"} if request.has(SKY) and weather else named


def _colored(scene: Scene, request: Request) -> Scene | None:
    """The colour of the sky, the wall, the backdrop or, where none is named, of the whole picture."""
    name, color = request.color
    if request.has(SKY):
        if PLACES[scene.place].indoors:
            raise NotPossible("there is no sky in the picture")
        return replace(scene, sky=color)
    if request.has(_WALLS) and scene.place in lexicon.PLACES_WITH_A_COLOR and not scene.backdrop:
        return replace(scene, color=color, color_name=name)
    if request.has(BACKGROUND) and scene.subjects:
        return _uncut(replace(scene, place="studio", backdrop=color))
    if scene.backdrop:
        return replace(scene, backdrop=color)
    if scene.place in lexicon.PLACES_WITH_A_COLOR:
        return replace(scene, color=color, color_name=name)
    if request.has(BACKGROUND):
        return replace(scene, sky=color)
    if strange := request.strange():
        raise NotPossible(f"there is no {strange} that could be painted")
    return replace(scene, tint=color)
