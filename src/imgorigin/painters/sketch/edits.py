"""Edits: an instruction changes the light, the weather, the season, a mood or a colour of a scene.

Never its seed, place or subjects: the picture stays the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from imgorigin.errors import NotUnderstood
from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.reading import scan
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.vocabulary import Meaning, comparative, meaning, tokens

_REMOVING: Final = frozenset("remove without no stop less clear away erase delete dry melt".split())
_SEASONS: Final = frozenset({"snow", "autumn", "flowers"})
_WET: Final = frozenset({"rain", "fog", "cloudy"})
_OF_THE_NIGHT: Final = frozenset({"aurora", "fireworks"})
_OPPOSED: Final = (
    frozenset({"warm", "cool"}),
    frozenset({"bw", "sepia", "vivid", "pastel", "muted"}),
    frozenset({"dark", "pastel"}),
    frozenset({"dark", "vivid"}),
)
"""Moods that exclude each other: the later one counts."""

UNDERSTOOD: Final = (
    "the time of day (make it night, golden hour), the weather (make it rainy, add snow, northern lights), "
    "the season (autumn, spring), moods (warmer, pastel, black and white) and colours (make the car red)"
)


def edited(scene: Scene, instructions: Iterable[str]) -> tuple[Scene, tuple[str, ...]]:
    """The scene after all instructions, and those no part of which was understood.

    Raises NotUnderstood if that is every one of them.
    """
    done, not_done = 0, []
    for instruction in instructions:
        changed = _changed(scene, instruction)
        if changed is None:
            not_done.append(instruction)
        else:
            scene, done = changed, done + 1
    if not_done and not done:
        quoted = ", ".join(repr(instruction[:100]) for instruction in not_done)
        raise NotUnderstood(f"This painter can make nothing of {quoted}. It understands {UNDERSTOOD}.")
    return scene, tuple(not_done)


@dataclass(slots=True)
class _Wish:
    """What an instruction asks for."""

    add: dict[str, set[str]] = field(default_factory=dict)
    remove: set[str] = field(default_factory=set)
    color: tuple[str, str] | None = None
    subjects: set[str] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        return not (self.add or self.remove or self.color)


def _changed(scene: Scene, instruction: str) -> Scene | None:
    wish = _wish(scene, instruction)
    if wish.is_empty:
        return None
    scene = _with_weather(_with_time(scene, wish), wish)
    scene = replace(scene, moods=_with_moods(scene.moods, wish))
    return _with_color(scene, *wish.color, wish) if wish.color else scene


def _wish(scene: Scene, instruction: str) -> _Wish:
    wish, removing = _Wish(), False
    words = tokens(instruction)
    named = {subject.name for subject in _all_subjects(scene)}
    for term, found in scan(words, _meaning_in_edits):
        removing = removing or any(word in _REMOVING for word in term.split())
        if found is None:
            continue
        if found.color:
            wish.color = (term, found.color)
        if found.subject in named:
            wish.subjects.add(found.subject)
        for family, name in found.tags:
            if family in ("time", "condition", "mood"):
                if removing and family == "condition" and name != "clear":
                    wish.remove.add(name)
                elif not removing or name != "clear":
                    wish.add.setdefault(family, set()).add(name)
        if "summer" in term.split():
            wish.remove |= _SEASONS
        removing = removing and term in (*_REMOVING, *lexicon.STOP_WORDS)
    return wish


def _meaning_in_edits(term: str) -> Meaning | None:
    return meaning(term) or comparative(term)


def _all_subjects(scene: Scene) -> list[Subject]:
    held = [subject.holding for subject in scene.subjects if subject.holding]
    return [*scene.subjects, *held]


def _with_time(scene: Scene, wish: _Wish) -> Scene:
    asked = [time for time in lexicon.TIMES if time in wish.add.get("time", ())]
    after_dark = bool(wish.add.get("condition", set()) & _OF_THE_NIGHT)
    if after_dark and scene.time != "neon":
        return replace(scene, time="night")
    if not asked:
        return scene
    time = "neon" if asked[0] == "night" and "future" in scene.details else asked[0]
    gone = frozenset() if time in ("night", "neon") else _OF_THE_NIGHT
    return replace(scene, time=time, conditions=scene.conditions - gone)


def _with_weather(scene: Scene, wish: _Wish) -> Scene:
    added = frozenset(wish.add.get("condition", ()))
    conditions = scene.conditions - wish.remove
    if "clear" in added:
        conditions -= _WET
        added -= {"clear"}
    if added & _SEASONS:
        conditions -= _SEASONS
    if added & _WET:
        conditions -= _OF_THE_NIGHT
    return replace(scene, conditions=conditions | added)


def _with_moods(moods: frozenset[str], wish: _Wish) -> frozenset[str]:
    for mood in sorted(wish.add.get("mood", ())):
        for group in _OPPOSED:
            if mood in group:
                moods -= group
        moods |= {mood}
    return moods


def _with_color(scene: Scene, name: str, color: str, wish: _Wish) -> Scene:
    """A named subject's colour; else that of the wall, the pattern or the whole picture."""
    if wish.subjects:
        subjects = tuple(_painted(subject, name, color, wish.subjects) for subject in scene.subjects)
        return replace(scene, subjects=subjects)
    if scene.backdrop:
        return replace(scene, backdrop=color)
    if scene.place in lexicon.PLACES_WITH_A_COLOR:
        return replace(scene, color=color, color_name=name)
    return replace(scene, tint=color)


def _painted(subject: Subject, name: str, color: str, names: set[str]) -> Subject:
    if subject.name in names:
        subject = replace(subject, color=color, color_name=name)
    if subject.holding and subject.holding.name in names:
        subject = replace(subject, holding=replace(subject.holding, color=color, color_name=name))
    return subject
