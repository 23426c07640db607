"""Words -> Scene. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch import grammar, lexicon
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.ideas import AT_WORK, IDEAS, Idea
from imgorigin.painters.sketch.languages import in_english
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.notes import Notes
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.styles import STYLES
from imgorigin.painters.sketch.subjects.traits import is_being, is_crew, is_person, kind_of, traits
from imgorigin.painters.sketch.vocabulary import LONGEST_TERM, Meaning, meaning, singular, tokens

MAX_SUBJECTS: Final = 4
MAX_UNKNOWN: Final = 50

_OUT_OF_DOORS_BY_NATURE: Final = frozenset({"aurora", "snow", "autumn", "fog", "rainbow", "fireworks"})
_PLACE_OF_CONDITION: Final = {"blossom": "park", "flowers": "field", "rainbow": "field", "fireworks": "city"}
_AFTER_DARK: Final = frozenset({"aurora", "fireworks"})
_AT_WORK: Final = frozenset({"office", "table"})
_WORK_ON: Final = frozenset({"laptop", "desktop-computer", "notebook", "open-book", "books", "memo", "pen"})
_PLAINEST: Final = "mesh"
"""The pattern that gives way to others: a gradient of orbs is orbs."""
_AFOOT: Final = frozenset("mechanic construction-worker cook farmer firefighter police-officer".split())
"""Trades that are not worked at a desk."""
_SHAKING: Final = "shaking hands"
_TOGETHER: Final = {("waterfall", "jungle"): "tropical"}
"""Details of the first place where the second is named too."""
_OPEN_COUNTRY: Final = frozenset({"mountains", "field", "forest", "hilltop"})
"""Where a train has its track."""
_SIGHTS: Final = frozenset("eiffel-tower tokyo-tower statue-of-liberty ferris-wheel fountain".split())
"""What one sees in a city from its parks, not among the roofs."""
_BRINGS: Final = {"snowman": "snow", "snowman-without-snow": "snow"}
"""Weather that a thing is not without."""
_ANYWHERE: Final = frozenset({"studio", "table", "sky"})
"""Homes that give way to those of what is beside."""
_OUTDOOR_POSES: Final = frozenset({"walking", "running", "jumping", "playing", "waving"})


def read(prompt: str, seed: int) -> Scene:
    """What the words say, and of what they leave open, what the seed decides."""
    notes = Notes()
    for term, found in terms_of(prompt):
        notes.take(term, found)
    notes.finish()
    return _Reader(notes, seed).scene()


def style_named(text: str) -> str:
    """The style that a text names, empty for none: "in watercolor", or a word that stands for one where
    nothing but a style can be meant ("sketch")."""
    for term, found in terms_of(text):
        names = [name for family, name in found.tags if family == "style"] if found else []
        for name in (*names, lexicon.STYLES_BY_OTHER_NAMES.get(term, "")):
            if name in STYLES:
                return name
    return ""


def terms_of(text: str) -> list[tuple[str, Meaning | None]]:
    """The terms of a text in any language we know, in English."""
    words = tokens(text)
    terms = list(scan(words))
    if all(found for _, found in terms):
        return terms
    known = sum(len(term.split()) * (0.5 if found.hint else 1) for term, found in terms if found)
    english = in_english(words, known)
    return terms if english is None else [pair for term in english for pair in scan(term.split(" "))]


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


class _Reader:
    """From notes to a scene."""

    def __init__(self, notes: Notes, seed: int) -> None:
        self.notes = notes
        self.seed = seed
        self.details = set(notes.tags.get("detail", ()))
        self.conditions = set(notes.tags.get("condition", ())) - {"clear"}
        self.moods = frozenset(notes.tags.get("mood", ()))

    def scene(self) -> Scene:
        subjects = self._subjects()
        self.conditions |= {_BRINGS[one.name] for one in subjects if one.name in _BRINGS}
        place = self._place(subjects)
        subjects = _not_shown_anyway(subjects, place)
        loose = self.notes.loose
        if place == "abstract":
            loose = [*loose, *((one.color_name, one.color) for one in subjects if one.color)]
            subjects = ()
        if place != "concept" and any(map(_idea_of, subjects)):
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
        named = self._concrete(self.notes.subjects)
        if not named and "launch" in self.details and "place" not in self.notes.tags:
            named = [Subject("rocket", "rocket")]
        if not named and any(one.name == "handshake" for one in self.notes.acts):
            named = [Subject("handshake", "handshake")]
        if not named and "place" not in self.notes.tags and "pattern" not in self.notes.tags:
            named = self.notes.hints[:1]
        if self._is_staffed():
            named = _without(named, lambda one: one.noun in self._crowd_words())
        subjects = _with_tools(_within(named[:MAX_SUBJECTS]))
        if subjects and is_being(subjects[0].name):
            if "reading" in self.details and not subjects[0].holding:
                subjects[0] = replace(subjects[0], holding=Subject("open-book", "book"))
            if "play" in self.details and len(subjects) == 1 and not is_person(subjects[0].name):
                subjects.append(Subject("soccer-ball", "soccer ball"))
        return tuple(self._met(self._at_work(one)) for one in subjects)

    def _met(self, subject: Subject) -> Subject:
        """A handshake somewhere is that of two people."""
        if subject.name == "handshake" and set(self.notes.tags.get("place", ())) - {"studio"}:
            self.details.discard("people")
            return Subject("office-worker", "business partner", count=2, counted="two", pose=_SHAKING)
        if subject.pose == _SHAKING and is_person(subject.name) and subject.count > 2:
            return self._met(Subject("handshake", "handshake"))
        return subject

    def _crowd_words(self) -> set[str]:
        names = self.notes.tags.get("cast", ())
        return {word.replace("_", " ") for name in names for word in grammar.CAST_WORDS[name].split()}

    def _is_staffed(self) -> bool:
        """Whether the people are those an office has anyway."""
        if any(one.pose == _SHAKING for one in self.notes.subjects):
            return False
        if "people" not in self.details or "cast" not in self.notes.tags:
            return False
        elsewhere = set(self.notes.tags.get("place", ())) - {"office"}
        if "office" in self.notes.tags.get("place", ()):
            return not elsewhere
        staff = {"team", "colleagues"} & set(self.notes.tags["cast"])
        return bool(staff) and not elsewhere

    def _at_work(self, subject: Subject) -> Subject:
        """People who work, or are at a table, sit at one."""
        if not is_person(subject.name) or (subject.count > 3 and not _is_at_desk(subject)):
            return subject
        if subject.name in _AFOOT and not subject.holding:
            return replace(subject, pose="" if subject.pose == "working" else subject.pose)
        at_table = _AT_WORK & set(self.notes.tags.get("place", ())) and subject.pose in ("sitting", "")
        tool = subject.holding and subject.holding.name in _WORK_ON
        if (
            tool
            and subject.pose == ""
            and subject.count == 1
            and not {"place", "time", "condition"} & self.notes.tags.keys()
        ):
            return replace(subject, pose="working") if len(self.notes.subjects) == 1 else subject
        if _is_at_desk(subject) or (at_table and (tool or subject.pose == "sitting")):
            held = subject.holding or Subject("laptop", "laptop")
            return replace(subject, pose="working", holding=held)
        return subject

    def _concrete(self, named: list[Subject]) -> list[Subject]:
        """Things rather than ideas: an idea gives way to any thing, place or pattern that is named too."""
        things = [one for one in named if _idea_of(one) is None]
        settings = set(self.notes.tags.get("place", ())) - {"studio"}
        if not things and settings and any(singular(one.noun) in AT_WORK for one in named):
            return [Subject("person", "person", pose="working", holding=Subject("laptop", "laptop"))]
        if not things and not settings and "pattern" not in self.notes.tags and "people" not in self.details:
            return [replace(one, noun=singular(one.noun)) for one in named]
        ideas = (one for one in named if _idea_of(one))
        self.notes.loose += [(one.color_name, one.color) for one in ideas if one.color]
        return things

    # ---------------------------------------------------------------------------------------- place

    def _place(self, subjects: tuple[Subject, ...]) -> str:
        if subjects and (idea := _idea_of(subjects[-1])):
            return idea.place
        named = self._named_places(subjects)
        if subjects and (self.notes.backdrop or "minimal" in self.moods):
            return "studio"
        if self.notes.backdrop and not subjects:
            return "abstract"
        if named:
            return named[0]
        return self._implied_place(subjects)

    def _named_places(self, subjects: tuple[Subject, ...]) -> list[str]:
        """Those of the words' places that such things can be in, the one to paint first."""
        said = self.notes.tags.get("place") or self.notes.tags.get("setting") or []
        named = [name for name in PLACES if name in said]
        if "lake" in named and len(named) > 1:
            named.remove("lake")
            self.details.add("water")
        if {"mountains", "field"} <= set(named):
            named.remove("field")
        rails = any(traits(one.name).home == "railway" for one in subjects)
        if rails and named and named[0] in _OPEN_COUNTRY:
            named.insert(0, "railway")
        if "mountains" in named[1:]:
            self.details.add("alpine")
        if "studio" in named and (len(named) > 1 or not subjects) and not self.notes.backdrop:
            named.remove("studio")
        if "sky" in named and any(traits(one.name).stance != "air" for one in subjects):
            named.remove("sky")
        if "abstract" in named and any(subject.noun not in SYMBOLS for subject in subjects):
            named.remove("abstract")
        named[:1] = [_where_they_stand(one, subjects) for one in named[:1]]
        self.details |= {_TOGETHER[pair] for pair in _TOGETHER if pair[0] in named[:1] and pair[1] in named}
        if "table" in named and any(is_person(one.name) for one in subjects):
            named.remove("table")
        return named

    def _implied_place(self, subjects: tuple[Subject, ...]) -> str:
        if "launch" in self.details:
            return "space"
        if subjects:
            alone = len(subjects) == 1 and not self.conditions and "time" not in self.notes.tags
            if alone and lexicon.SHOWING_THINGS & set(self.notes.tags.get("style", ())):
                return "studio"
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
        homes = [traits(subject.name).home for subject in _from_the_ground(subjects)]
        outside = self.conditions or set(self.notes.tags.get("time", ())) - {"neon"}
        if homes[0] == "studio" and outside:
            return "field"
        if any(subject.pose == "working" for subject in subjects):
            return "office" if any(is_crew(one) for one in subjects) else "room"
        if homes == ["field"] and not outside and any(one.name == "suit" for one in subjects[0].wearing):
            return "office"
        if homes[0] in ("studio", "table") and "people" in self.details and "cast" not in self.notes.tags:
            return "office"
        if "room" in homes and (homes[0] == "room" or "table" in homes):
            return "room"
        active = any(one.pose in _OUTDOOR_POSES and is_person(one.name) for one in subjects)
        if homes[0] == "studio" and active:
            return "field"
        if len(subjects) > 1 or subjects[0].count > 2:
            related = next((home for home in homes if home not in _ANYWHERE), homes[0])
            return (
                related
                if homes[0] in _ANYWHERE - {"table"} or any(is_being(one.name) for one in subjects)
                else homes[0]
            )
        return homes[0]

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
        if "blossom" in self.conditions:
            return Stream(self.seed, "time").pick(("day", "day", "dawn"))
        return Stream(self.seed, "time").pick(PLACES[place].times)

    def _tints(self, color: str, place: str, subjects: tuple[Subject, ...]) -> bool:
        """Whether a colour of no thing is the picture's: "purple mountains", not "blue sky"."""
        if color in lexicon.ENVIRONMENT_COLORS or place in lexicon.PLACES_WITH_A_COLOR:
            return False
        return "flowers" not in self.conditions and not any(subject.color for subject in subjects)

    def _pattern(self) -> str:
        named = sorted(self.notes.tags.get("pattern", ()), key=lambda name: name == _PLAINEST)
        return named[0] if named else Stream(self.seed, "pattern").pick(tuple(lexicon.PATTERNS))


def _without(subjects: list[Subject], unwanted: Callable[[Subject], bool]) -> list[Subject]:
    """The others, still pointing at each other."""
    kept = [index for index, one in enumerate(subjects) if not unwanted(one)]
    moved = {old: new for new, old in enumerate(kept)}
    return [_pointing(subjects[index], moved.get(subjects[index].other, -1)) for index in kept]


def _within(subjects: list[Subject]) -> list[Subject]:
    """Subjects without relations to those that were left out."""
    return [_pointing(one, one.other if one.other < len(subjects) else -1) for one in subjects]


def _not_shown_anyway(subjects: tuple[Subject, ...], place: str) -> tuple[Subject, ...]:
    """Without what the place is full of anyway, if it is all there is: "a harbour with fishing boats"."""
    own = PLACES[place].contents.split(",")
    plain = all(one.noun in own and not (one.color or one.size or one.holding) for one in subjects)
    return () if subjects and plain else subjects


def _walks(subject: Subject) -> bool:
    """Who is seen in a city from its streets, not from afar."""
    land = kind_of(subject.name).startswith(("person", "animal-mammal", "transport-ground"))
    return land and traits(subject.name).stance != "water"


def _where_they_stand(place: str, subjects: tuple[Subject, ...]) -> str:
    """The place as those see it who are there: a city from its streets, the sea from its coast."""
    if place == "city" and any(_walks(one) and one.pose != _SHAKING for one in subjects):
        return "street"
    if place == "city" and any(one.name in _SIGHTS for one in subjects):
        return "park"
    if place == "sea" and subjects and _is_built(subjects[0]):
        return "cliffs"
    return place


def _is_built(subject: Subject) -> bool:
    """What stands on the land, even "by the sea"."""
    return kind_of(subject.name).startswith("place-building") or traits(subject.name).home in (
        "hilltop",
        "cliffs",
    )


def _pointing(subject: Subject, other: int) -> Subject:
    return replace(subject, other=other, relation=subject.relation if other >= 0 else "")


def _from_the_ground(subjects: tuple[Subject, ...]) -> list[Subject]:
    """What carries the first subject, what carries that, ..., then the others."""
    chain, index = [0], subjects[0].other
    while index >= 0 and index not in chain and subjects[chain[-1]].relation not in ("chasing", "facing"):
        chain.append(index)
        index = subjects[index].other
    rest = [index for index in range(len(subjects)) if index not in chain]
    return [subjects[index] for index in (*reversed(chain), *rest)]


def _is_at_desk(subject: Subject) -> bool:
    """Whether they work: as the words say, or as several do whose trade it is."""
    of_trade = subject.name == "technologist" and subject.count > 1
    return subject.pose == "working" or (of_trade and not subject.pose)


def _with_tools(subjects: list[Subject]) -> list[Subject]:
    """Those who work on laptops have them before them: these are no things of their own."""
    tools: list[Subject] = []
    seated = []
    for one in subjects:
        tool = subjects[one.other] if one.pose == "working" and one.other >= 0 else None
        if tool and is_person(one.name) and not one.holding and tool.name in _WORK_ON:
            tools.append(tool)
            held = replace(tool, noun=singular(tool.noun), count=1, counted="")
            one = replace(one, holding=held, relation="", other=-1)  # noqa: PLW2901
        seated.append(one)
    return _without(seated, lambda one: any(one is tool for tool in tools))


def _idea_of(subject: Subject) -> Idea | None:
    """What the word stands for by itself; several people are people, whatever they do."""
    if subject.count > 1 and is_person(subject.name):
        return None
    return IDEAS.get(singular(subject.noun))
