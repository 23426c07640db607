"""Words -> Scene. Pure.

    terms     a text -> terms in English          notes      terms -> notes, word by word
    senses    words of several senses
    draft     notes, and what follows from them   subjects   which of the things named are painted
    places    where that is                       times      and when
    emblems   what stands for a place

What the words leave open the seed decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading.draft import Draft
from imgorigin.painters.sketch.reading.emblems import EMBLEMS, SIGNS
from imgorigin.painters.sketch.reading.notes import Notes
from imgorigin.painters.sketch.reading.places import place_of
from imgorigin.painters.sketch.reading.subjects import idea_of, not_shown_anyway, subjects_of
from imgorigin.painters.sketch.reading.terms import terms_of
from imgorigin.painters.sketch.reading.times import time_of
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.styles import STYLES
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.vocabulary import Meaning, singular

MAX_UNKNOWN: Final = 50
_SHORTEST: Final = 2
"""Terms of a prompt that ends with its style."""

_PLAINEST: Final = "mesh"
"""The pattern that gives way to others: a gradient of orbs is orbs."""
_FURNITURE: Final = "furniture"
_BRINGS: Final = {"snowman": "snow", "snowman-without-snow": "snow"}
"""Weather that a thing is not without."""


def read(prompt: str, seed: int) -> Scene:
    """What the words say, and of what they leave open, what the seed decides."""
    notes = Notes()
    terms = terms_of(prompt)
    style = _style_at_end(terms)
    for term, found in terms[:-1] if style else terms:
        notes.take(term, found)
    notes.finish()
    if style and style != lexicon.ABSTRACT_STYLE:
        notes.tags.setdefault("style", []).append(style)
    scene = _as_sign(_scene_of(Draft(notes), seed), terms)
    return abstracted(scene) if style == lexicon.ABSTRACT_STYLE else _with_tubes(scene, terms)


def _as_sign(scene: Scene, terms: list[tuple[str, Meaning | None]]) -> Scene:
    """What stands for a place, where the words ask for a logo of it."""
    if scene.subjects or scene.place == "concept" or SIGNS.isdisjoint(term for term, _ in terms):
        return scene
    named = [name for _, found in terms if found for family, name in found.tags if family == "place"]
    wanted = next((EMBLEMS[name] for name in named if name in EMBLEMS), "")
    if not wanted:
        return scene
    return replace(scene, place="studio", subjects=read(wanted, scene.seed).subjects)


def abstracted(scene: Scene) -> Scene:
    """The scene as abstract art: its colours, and none of its things."""
    color = scene.color or next((icon_of(one, scene.seed).color for one in scene.subjects), "")
    return replace(scene, place="abstract", subjects=(), color=color)


def _style_at_end(terms: list[tuple[str, Meaning | None]]) -> str:
    """The style that the last word names if it stands right behind a thing or a place: "a castle, poster",
    not "a woman before a painting"."""
    if len(terms) < _SHORTEST or terms[-1][0] not in lexicon.STYLES_AT_THE_END:
        return ""
    before = terms[-2][1]
    if before is None or not (before.subject or {"place", "time", "condition"} & {*dict(before.tags)}):
        return ""
    return lexicon.STYLES_BY_OTHER_NAMES.get(terms[-1][0], terms[-1][0])


def _with_tubes(scene: Scene, terms: list[tuple[str, Meaning | None]]) -> Scene:
    """ "Neon" behind what is no street: the style, for no such light falls there."""
    lit = scene.time == "neon" and len(terms) >= _SHORTEST and terms[-1][0] == "neon"
    if not lit or scene.styles or not (PLACES[scene.place].indoors or scene.place == "concept"):
        return scene
    return replace(scene, time="night", styles=frozenset({"neon"}))


def style_named(text: str) -> str:
    """The style that a text names, empty for none: "in watercolor", or a word that stands for one where
    nothing but a style can be meant ("sketch")."""
    for term, found in terms_of(text):
        names = [name for family, name in found.tags if family == "style"] if found else []
        for name in (*names, lexicon.STYLES_BY_OTHER_NAMES.get(term, "")):
            if name in STYLES:
                return name
    return ""


def _scene_of(draft: Draft, seed: int) -> Scene:
    subjects = subjects_of(draft)
    draft.conditions |= {_BRINGS[one.name] for one in subjects if one.name in _BRINGS}
    place = place_of(draft, subjects)
    subjects = not_shown_anyway(subjects, place)
    if place == "abstract":
        draft.loose += [(one.color_name, one.color) for one in subjects if one.color]
    if place == "abstract" or (place != "concept" and any(map(idea_of, subjects))):
        subjects = ()
    styles = frozenset(draft.said("style"))
    color_name, color = draft.loose[0] if draft.loose else ("", "")
    unknown = dict.fromkeys(
        [*draft.notes.unknown, *_there_anyway(draft, place), *sorted(styles - set(STYLES))]
    )
    return Scene(
        seed=seed,
        place=place,
        time=time_of(draft, place, seed),
        conditions=frozenset(draft.conditions),
        details=frozenset(draft.details),
        moods=draft.moods,
        styles=styles,
        subjects=subjects,
        color=color,
        color_name=color_name,
        tint=color if _tints(draft, color_name, place, subjects) else "",
        backdrop=draft.notes.backdrop,
        pattern=_pattern(draft, seed),
        unknown=tuple(unknown)[:MAX_UNKNOWN],
        calm=next(iter(draft.said("side")), "left") if draft.says("calm") else "",
    )


def _tints(draft: Draft, color: str, place: str, subjects: tuple[Subject, ...]) -> bool:
    """Whether a colour of no thing is the picture's: "purple mountains", not "blue sky"."""
    if color in lexicon.ENVIRONMENT_COLORS or place in lexicon.PLACES_WITH_A_COLOR:
        return False
    return "flowers" not in draft.conditions and not any(subject.color for subject in subjects)


def _there_anyway(draft: Draft, place: str) -> list[str]:
    """What the words deny and the place shows nevertheless: "a room without furniture"."""
    own = {*PLACES[place].contents.split(","), *([_FURNITURE] if PLACES[place].indoors else [])}
    return [f"no {term}" for term in draft.notes.denial.denied if not own.isdisjoint((term, singular(term)))]


def _pattern(draft: Draft, seed: int) -> str:
    named = sorted(draft.said("pattern"), key=lambda name: name == _PLAINEST)
    return named[0] if named else Stream(seed, "pattern").pick(tuple(lexicon.PATTERNS))
