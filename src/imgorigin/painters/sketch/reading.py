"""Words -> Scene. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.styles import STYLES
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, kind_of, traits
from imgorigin.painters.sketch.vocabulary import LONGEST_TERM, Meaning, meaning, tokens

MAX_SUBJECTS: Final = 3
MAX_UNKNOWN: Final = 50

_OUT_OF_DOORS_BY_NATURE: Final = frozenset({"aurora", "snow", "autumn", "fog", "rainbow", "fireworks"})
_PLACE_OF_CONDITION: Final = {"flowers": "field", "rainbow": "field", "fireworks": "city"}
_COLORED: Final = frozenset({"place", "time", "condition"})
"""Families of words that a colour before them is taken to belong to: "blue lake", but "red vintage car"."""
_AFTER_DARK: Final = frozenset({"aurora", "fireworks"})


def read(prompt: str, seed: int) -> Scene:
    """What the words say, and of what they leave open, what the seed decides."""
    notes = _Notes()
    for term, found in scan(tokens(prompt)):
        notes.take(term, found)
    notes.finish()
    return _Reader(notes, seed).scene()


def style_named(text: str) -> str:
    """The style that a text names, empty for none: "in watercolor", or a word that stands for one where
    nothing but a style can be meant ("sketch")."""
    for term, found in scan(tokens(text)):
        names = [name for family, name in found.tags if family == "style"] if found else []
        for name in (*names, lexicon.STYLES_BY_OTHER_NAMES.get(term, "")):
            if name in STYLES:
                return name
    return ""


def scan(
    words: list[str], meaning_of: Callable[[str], Meaning | None] = meaning
) -> Iterator[tuple[str, Meaning | None]]:
    """The terms of a text, the longest first, each with its meaning; None for a word we do not know."""
    start = 0
    while start < len(words):
        for length in range(min(LONGEST_TERM, len(words) - start), 0, -1):
            term = " ".join(words[start : start + length])
            found = meaning_of(term)
            if found and (length == 1 or not found.hint):
                break
        else:
            length, found = 1, None
        yield term, found
        start += length


@dataclass(slots=True)
class _Notes:
    """What was found, word by word. A colour waits for the thing it belongs to: "a red vintage car"."""

    tags: dict[str, list[str]] = field(default_factory=dict)
    subjects: list[Subject] = field(default_factory=list)
    hints: list[Subject] = field(default_factory=list)
    loose: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    backdrop: str = ""
    waiting: tuple[str, str] | None = None
    follows_subject: bool = False

    def take(self, term: str, found: Meaning | None) -> None:
        if found is None:
            self.unknown.append(term)
        elif found.color:
            self._let_go()
            self.waiting = (term, found.color)
            self._tag(found)
        elif found.subject:
            self._name(term, found.subject)
        elif found.hint:
            name, color = self.waiting or ("", "")
            self.hints.append(Subject(found.hint, term, color=color, color_name=name))
        elif found.tags:
            if self.waiting and ("place", "studio") in found.tags:
                self.backdrop, self.waiting = self.waiting[1], None
            if any(family in _COLORED for family, _ in found.tags):
                self._let_go()
                self.follows_subject = False
            self._tag(found)

    def finish(self) -> None:
        """A colour at the end belongs to the thing before it ("headphones in white"), or is a thing."""
        if not self.waiting:
            return
        name, color = self.waiting
        thing = lexicon.THINGS_NAMED_LIKE_COLORS.get(name)
        if self.subjects and self.follows_subject and not self.subjects[-1].color:
            self.subjects[-1] = replace(self.subjects[-1], color=color, color_name=name)
        elif thing and not self.subjects and "place" not in self.tags:
            self.subjects.append(Subject(thing, name))
        else:
            self._let_go()
        self.waiting = None

    def _name(self, term: str, icon: str) -> None:
        """Take down a thing. The plainest word for a thing counts; "baby" before an animal is its age."""
        subject = self._colored(Subject(icon, term))
        self.follows_subject = True
        if self.subjects and self.subjects[-1].name == "baby" and kind_of(icon).startswith("animal"):
            self.subjects.pop()
        known = next((other for other in self.subjects if other.name == icon), None)
        if known is None:
            self.subjects.append(subject)
        elif known.noun in SYMBOLS:
            self.subjects[self.subjects.index(known)] = replace(known, noun=term)

    def _colored(self, subject: Subject) -> Subject:
        if self.waiting:
            name, color = self.waiting
            subject = replace(subject, color=color, color_name=name)
            self.waiting = None
        return subject

    def _let_go(self) -> None:
        if self.waiting:
            self.loose.append(self.waiting)
            self.waiting = None

    def _tag(self, found: Meaning) -> None:
        for family, name in found.tags:
            names = self.tags.setdefault(family, [])
            if name not in names:
                names.append(name)


class _Reader:
    """From notes to a scene."""

    def __init__(self, notes: _Notes, seed: int) -> None:
        self.notes = notes
        self.seed = seed
        self.details = set(notes.tags.get("detail", ()))
        self.conditions = set(notes.tags.get("condition", ())) - {"clear"}
        self.moods = frozenset(notes.tags.get("mood", ()))

    def scene(self) -> Scene:
        subjects = self._subjects()
        place = self._place(subjects)
        loose = self.notes.loose
        if place == "abstract":
            loose = [*loose, *((one.color_name, one.color) for one in subjects if one.color)]
            subjects = ()
        styles = frozenset(self.notes.tags.get("style", ()))
        color_name, color = loose[0] if loose else ("", "")
        unknown = dict.fromkeys([*self.notes.unknown, *sorted(styles - set(STYLES))])
        return Scene(
            seed=self.seed,
            place=place,
            time=self._time(place),
            conditions=frozenset(self.conditions),
            details=frozenset(self.details),
            moods=self.moods,
            styles=styles,
            subjects=subjects,
            color=color,
            color_name=color_name,
            tint=color if self._tints(color_name, place, subjects) else "",
            backdrop=self.notes.backdrop,
            pattern=self._pattern(),
            unknown=tuple(unknown)[:MAX_UNKNOWN],
        )

    # ------------------------------------------------------------------------------------- subjects

    def _subjects(self) -> tuple[Subject, ...]:
        named = list(self.notes.subjects)
        if not named and "place" not in self.notes.tags and "pattern" not in self.notes.tags:
            named = self.notes.hints[:1]
        subjects = _holding(named)[:MAX_SUBJECTS]
        if subjects and is_being(subjects[0].name):
            if "reading" in self.details and not subjects[0].holding:
                subjects[0] = replace(subjects[0], holding=Subject("open-book", "book"))
            if "play" in self.details and len(subjects) == 1:
                subjects.append(Subject("soccer-ball", "soccer ball"))
        return tuple(subjects)

    # ---------------------------------------------------------------------------------------- place

    def _place(self, subjects: tuple[Subject, ...]) -> str:
        named = [name for name in PLACES if name in self.notes.tags.get("place", ())]
        if "lake" in named and len(named) > 1:
            named.remove("lake")
            self.details.add("water")
        if {"mountains", "field"} <= set(named):
            named.remove("field")
        if "studio" in named and (len(named) > 1 or not subjects) and not self.notes.backdrop:
            named.remove("studio")
        if "sky" in named and any(traits(one.name).stance != "air" for one in subjects):
            named.remove("sky")
        if "abstract" in named and any(subject.noun not in SYMBOLS for subject in subjects):
            named.remove("abstract")
        if subjects and (self.notes.backdrop or "minimal" in self.moods):
            return "studio"
        if self.notes.backdrop and not subjects:
            return "abstract"
        if named:
            return named[0]
        return self._implied_place(subjects)

    def _implied_place(self, subjects: tuple[Subject, ...]) -> str:
        if "launch" in self.details:
            return "space"
        if subjects:
            return self._home(subjects)
        if "people" in self.details:
            return "office"
        for condition, place in _PLACE_OF_CONDITION.items():
            if condition in self.conditions:
                return place
        if "pattern" in self.notes.tags:
            return "abstract"
        if "time" in self.notes.tags or self.conditions & _OUT_OF_DOORS_BY_NATURE:
            return "city" if "future" in self.details else "mountains"
        return "abstract"

    def _home(self, subjects: tuple[Subject, ...]) -> str:
        """Where such things are; out of doors if there is weather, in an office if there are people."""
        homes = [traits(subject.name).home for subject in subjects]
        outside = self.conditions or set(self.notes.tags.get("time", ())) - {"neon"}
        if homes[0] == "studio" and outside:
            return "field"
        if homes[0] in ("studio", "table") and "people" in self.details:
            return "office"
        return "room" if "room" in homes and "table" in homes else homes[0]

    # ----------------------------------------------------------------------------------------- time

    def _time(self, place: str) -> str:
        named = [name for name in lexicon.TIMES if name in self.notes.tags.get("time", ())]
        future = "future" in self.details
        if named:
            first = named[0] if named[0] != "day" or not self.conditions & _AFTER_DARK else "night"
            return "neon" if future and first in ("night", "neon") else first
        if future and place in ("city", "street"):
            return "neon"
        if self.conditions & _AFTER_DARK or place == "space":
            return "night"
        if "dark" in self.moods and not PLACES[place].indoors:
            return "night"
        if "autumn" in self.conditions:
            return "golden"
        return Stream(self.seed, "time").pick(PLACES[place].times)

    def _tints(self, color: str, place: str, subjects: tuple[Subject, ...]) -> bool:
        """Whether a colour of no thing is the picture's: "purple mountains", not "blue sky"."""
        if color in lexicon.ENVIRONMENT_COLORS or place in lexicon.PLACES_WITH_A_COLOR:
            return False
        return "flowers" not in self.conditions and not any(subject.color for subject in subjects)

    def _pattern(self) -> str:
        named = self.notes.tags.get("pattern", ())
        return named[0] if named else Stream(self.seed, "pattern").pick(tuple(lexicon.PATTERNS))


def _holding(subjects: list[Subject]) -> list[Subject]:
    """Beings take what stands after them, if it can be held: "a woman with a red umbrella"."""
    kept: list[Subject] = []
    for subject in subjects:
        hands = is_person if subject.name == "umbrella" else is_being
        free = [index for index, one in enumerate(kept) if hands(one.name) and not one.holding]
        if subject.name in lexicon.HOLDABLE and free:
            kept[free[-1]] = replace(kept[free[-1]], holding=subject)
        else:
            kept.append(subject)
    return kept
