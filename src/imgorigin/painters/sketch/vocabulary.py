"""All words we know, in one place to look them up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from imgorigin.painters.sketch import appearance, grammar, lexicon
from imgorigin.painters.sketch.ideas import IDEAS
from imgorigin.painters.sketch.naming import NAMES, SYMBOLS
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.subjects.traits import is_person

LONGEST_TERM: Final = 3
"""Words of the longest term looked for: "hot air balloon"."""
LONGEST_EMOJI: Final = 5
"""Characters of the longest sequence, joiners and variation selectors left out."""

_PLURALS: Final = (("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""))
"""Endings of the things that only a dictionary names: "winding" is no wind."""
_ENDINGS: Final = (
    *_PLURALS,
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
)
_IRREGULAR: Final = {
    "men": "man",
    "women": "woman",
    "businessmen": "businessman",
    "policemen": "policeman",
    "mice": "mouse",
    "geese": "goose",
    "wolves": "wolf",
    "leaves": "leaf",
    "loaves": "loaf",
    "children": "child",
    "babies": "baby",
    "butterflies": "butterfly",
}
_SAME_IN_PLURAL: Final = frozenset("sheep fish deer reindeer salmon trout moose bison".split())
_DOING: Final = frozenset({"garment", "pose", "part"})
"""Families of words that are things too, if nobody wears or does them: "a red dress", "running"."""
_COMPARATIVES: Final = (("ier", "y"), ("er", ""), ("er", "e"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a term says. `tags` are (family, name): ("time", "night"). A `hint` is a thing it may mean.

    A meaning that says nothing is a word we know and need not draw.
    """

    tags: tuple[tuple[str, str], ...] = ()
    subject: str = ""
    color: str = ""
    hint: str = ""


def meaning(term: str) -> Meaning | None:
    """Of a term as written, or of its singular or stem where only that is known."""
    if term.isdecimal():
        return Meaning(tags=(("count", term if len(term) < 4 and int(term) > 0 else "1"),))
    if icon := pack().emoji.get(term):
        return Meaning(subject=NAMES.get(icon.replace("-", " "), icon))
    words, tables = pack(), _tables()
    if _is_qualified(term):
        return None
    plurals = set(_forms(term, _PLURALS))
    for form in _forms(term, _ENDINGS):
        if form in tables:
            return _thing_too(tables[form], form)
        if icon := NAMES.get(form) or (words.words.get(form) if form in plurals else ""):
            return Meaning(subject=icon)
    for form in _forms(term, _PLURALS):
        if icon := words.hints.get(form):
            return Meaning(hint=icon)
    return None


def _is_qualified(term: str) -> bool:
    """ "Old man", "young woman": someone of whom the first word says more than a dictionary's entry would."""
    first, _, rest = term.partition(" ")
    told = _tables().get(first)
    if not rest or term in NAMES or told is None:
        return False
    families = {family for family, _ in told.tags}
    name = NAMES.get(rest) or pack().words.get(rest) or ""
    return bool(name) and ("look" in families or ("trait" in families and is_person(name)))


def _thing_too(found: Meaning, form: str) -> Meaning:
    """A word for what one wears, does or looks like, with the thing it names where nobody does."""
    if any(family == "trait" for family, _ in found.tags):
        return replace(found, hint=pack().hints.get(form) or "")
    if not any(family in _DOING for family, _ in found.tags):
        return found
    return replace(found, subject=NAMES.get(form) or pack().words.get(form) or "")


def is_plural(term: str, icon: str) -> bool:
    """Whether the term for that icon is a plural of which the icon shows one."""
    last = term.rsplit(" ", 1)[-1]
    if term in SYMBOLS or (icon.endswith("s") and not icon.endswith(("ss", "us"))):
        return False
    if last in _IRREGULAR or last in _SAME_IN_PLURAL:
        return last in _IRREGULAR
    if not last.endswith("s") or last.endswith(("ss", "us", "is")):
        return False
    known = (form for form in _forms(term, _PLURALS) if form != term)
    return any(icon in _icons_named(form) for form in known)


def _icons_named(form: str) -> tuple[str | None, ...]:
    """What a word for a thing may mean: "orange" is a colour first."""
    return NAMES.get(form, pack().words.get(form)), lexicon.THINGS_NAMED_LIKE_COLORS.get(form)


def singular(term: str) -> str:
    """The form of a thing's name that is listed: "students" -> "student", but "headphones"."""
    known = [form for form in _forms(term, _ENDINGS) if form in NAMES or form in pack().words]
    icon = NAMES.get(term, pack().words.get(term, ""))
    if icon and is_plural(term, icon):
        forms = _forms(term, _PLURALS)
        return next((form for form in forms if form != term and icon in _icons_named(form)), term)
    return next(iter(known), term)


def comparative(term: str) -> Meaning | None:
    """Of a word in a comparison: "warmer", "rainier"."""
    for form in _forms(term, _COMPARATIVES):
        if found := _tables().get(form):
            return found
    return None


def _forms(term: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield term
    *before, last = term.split(" ")
    if last in _IRREGULAR:
        yield " ".join([*before, _IRREGULAR[last]])
    for ending, instead in endings:
        if term.endswith(ending) and len(term) > len(ending) + 2:
            yield term[: -len(ending)] + instead


@dataclass(slots=True)
class _Entry:
    tags: list[tuple[str, str]] = field(default_factory=list)
    color: str = ""


@cache
def _tables() -> Mapping[str, Meaning]:
    """The lexicon's tables and the names of places, by term."""
    entries: dict[str, _Entry] = {}
    families: dict[str, Mapping[str, str]] = {
        "place": {place.name: place.words for place in PLACES.values()},
        "setting": lexicon.SETTINGS,
        "time": lexicon.TIMES,
        "condition": lexicon.CONDITIONS,
        "detail": lexicon.DETAILS,
        "mood": lexicon.MOODS,
        "calm": lexicon.CALM,
        "side": lexicon.SIDES,
        "style": lexicon.STYLES,
        "pattern": lexicon.PATTERNS,
        "relation": grammar.RELATIONS,
        "count": grammar.NUMBERS,
        "size": grammar.SIZES,
        "pose": grammar.POSES,
        "look": grammar.LOOKS,
        "cast": grammar.CAST_WORDS,
        "trait": {trait: trait.replace(" ", "_") for trait in sorted(appearance.TRAITS)},
        "negation": {"no": grammar.NEGATIONS},
        "garment": grammar.GARMENTS,
        "part": {"part": " ".join(sorted(grammar.PARTS))},
    }
    for family, names in families.items():
        for name, terms in names.items():
            for term in terms.split():
                entries.setdefault(term.replace("_", " "), _Entry()).tags.append((family, name))
    for term, color in grammar.MATERIALS.items():
        entries.setdefault(term, _Entry()).tags.append(("material", color))
    for term, color in lexicon.COLORS.items():
        entries.setdefault(term, _Entry()).color = color
    for word in {*lexicon.STOP_WORDS, *grammar.NO_EFFECT} - IDEAS.keys():
        entries.setdefault(word.replace("_", " "), _Entry())
    return {term: Meaning(tags=tuple(entry.tags), color=entry.color) for term, entry in entries.items()}


# -------------------------------------------------------------------------------------------- tokens

MAX_CHARACTERS: Final = 4000
MAX_WORDS: Final = 300
"""What is read of a prompt; the rest of a longer one is taken for repetition."""


def tokens(text: str) -> list[str]:
    """Words of any script in lower case, and pictographs one by one (joined ones together)."""
    found: list[str] = []
    chars = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS]).lower()
    for sort, run in groupby(filter(itemgetter(0), map(_sorted, chars)), key=itemgetter(0)):
        piece = "".join(char for _, char in run)
        if sort == "word":
            found.append(piece)
        elif sort == "pictograph":
            found += _emoji(piece)
    return found[:MAX_WORDS]


def _sorted(char: str) -> tuple[str, str]:
    """("word", char), ("pictograph", char) or ("gap", char); ("", char) if it counts for nothing."""
    category = unicodedata.category(char)
    if char in "'’" or category in ("Cf", "Sk") or "\ufe00" <= char <= "\ufe0f":
        return "", char
    if category[0] in "LMN":
        return "word", char
    return "pictograph" if category == "So" else "gap", char


def _emoji(run: str) -> Iterator[str]:
    """A run of pictographs, cut into the longest sequences that we have an icon of."""
    known = pack().emoji
    while run:
        length = next((n for n in range(LONGEST_EMOJI, 1, -1) if run[:n] in known), 1)
        yield run[:length]
        run = run[length:]
