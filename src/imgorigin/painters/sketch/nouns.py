"""Subjects as English nouns: articles, numbers, adjectives, and what they hold, wear and do."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import grammar
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.traits import is_person
from imgorigin.painters.sketch.vocabulary import singular

_UNCOUNTED: Final = frozenset(
    "coffee tea bread money fire luggage mail music popcorn rice pasta sushi spaghetti curry soup food wine "
    "beer ice butter salt cheese bacon champagne lightning furniture clothing graffiti homework yoga hair "
    "juice milk lemonade broccoli basil parsley mint thyme rosemary sage dill bamboo corn garlic ginger "
    "lavender cooking baking sewing knitting gardening ramen equipment makeup art wheat toast".split()
)
_PLURALS: Final = frozenset("headphones headset noodles french-fries chopsticks books jeans shorts".split())
"""Icons that are several things, whatever the word."""
_LIKE_YOU: Final = ("uni", "eu", "use", "one")
"""Beginnings that take "a" for all their vowel."""
_ODD_PLURALS: Final = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "mouse": "mice",
    "goose": "geese",
    "wolf": "wolves",
    "leaf": "leaves",
    "loaf": "loaves",
    "bookshelf": "bookshelves",
    "shelf": "shelves",
    "sheep": "sheep",
    "fish": "fish",
    "deer": "deer",
    "businessman": "businessmen",
    "businesswoman": "businesswomen",
}
_DOING: Final = frozenset(
    {"walking", "running", "waving", "dancing", "jumping", "cheering", "working", "shaking hands"}
)
"""Poses that are seen."""
_SELVES: Final = frozenset({"people", "friends", "kids", "children", "parents", "grandparents", "colleagues"})
"""Casts whose names are plurals."""
_WITH: Final = frozenset({"hair", "beard", "glasses"})
"""What one is with; clothes one is in."""


def thing(subject: Subject) -> str:
    """Without an article: "three red cars", "old man in a suit walking"."""
    noun = " ".join(
        part for part in (_number(subject), *adjectives(subject), _noun_in_number(subject)) if part
    )
    worn = [_wearing(one, subject) for one in subject.wearing]
    doing = [subject.pose] if _is_seen(subject) else []
    return " ".join([noun, *worn, *doing, *_holding(subject)])


def _is_seen(subject: Subject) -> bool:
    """Whether the pose is one the picture shows."""
    acts = subject.pose.startswith("doing ") or subject.pose in SYMBOLS
    return is_person(subject.name) and (subject.pose in _DOING or acts)


def with_article(subject: Subject) -> str:
    """As a sentence has it: "a red car", "three kittens", "an owl", "headphones"."""
    text = thing(subject)
    if subject.count > 1 and not _is_one(subject):
        return text
    noun = noun_of(subject)
    if subject.name in _PLURALS or _is_plural(noun) or is_uncounted(noun):
        return text
    return f"{'an' if _takes_an(text) else 'a'} {text}"


def adjectives(subject: Subject) -> list[str]:
    size = "" if subject.size in ("young", "baby") else subject.size
    young = "baby" if subject.size == "baby" else ""
    return [word for word in (size, *subject.looks, subject.color_name, young) if word]


def noun_of(subject: Subject) -> str:
    """As the words call it; as the icon is called where they are an idea, a pictograph or no English."""
    if (
        subject.noun in SYMBOLS
        or not subject.noun.replace(" ", "").isascii()
        or not subject.noun[:1].isalpha()
    ):
        return subject.name.replace("-", " ")
    return subject.noun if subject.count > 1 and _is_cast(subject) else singular(subject.noun)


def plural(noun: str) -> str:
    """In English."""
    *before, last = noun.split(" ")
    if last in _ODD_PLURALS:
        many = _ODD_PLURALS[last]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh", "z")) or last in ("potato", "tomato", "mango", "hero"):
        many = last + "es"
    else:
        many = last + "s"
    if len(before) > 1 and before[1] == "of":
        return " ".join([plural(before[0]), *before[1:], last])
    return " ".join([*before, many])


def is_uncounted(noun: str) -> bool:
    return noun.rsplit(maxsplit=1)[-1] in _UNCOUNTED and " of " not in noun


def _number(subject: Subject) -> str:
    return "" if subject.counted in ("", "some") or subject.count < 2 else subject.counted


def _noun_in_number(subject: Subject) -> str:
    noun = noun_of(subject)
    if subject.count < 2 or _is_cast(subject):
        return noun
    return plural(noun)


def _is_cast(subject: Subject) -> bool:
    return any(subject.noun in words.replace("_", " ").split() for words in grammar.CAST_WORDS.values())


def _is_one(subject: Subject) -> bool:
    """Several people as one: "a family", but "friends", "two people"."""
    if subject.counted:
        return False
    return _is_cast(subject) and subject.noun not in _SELVES and not _is_plural(subject.noun)


def _wearing(one: Subject, wearer: Subject) -> str:
    several = wearer.count > 1 and not _is_one(wearer)
    link = "with" if one.name in _WITH else "in"
    noun = " ".join(part for part in (one.color_name, one.noun) if part)
    noun = noun.replace("bearded", "beard").replace("haired", "hair")
    if several and one.name not in ("hair", "glasses"):
        return f"{link} {noun if _is_plural(noun) else plural(noun)}"
    bare = one.name == "hair" or _is_plural(noun)
    article = "" if bare else ("an " if _takes_an(noun) else "a ")
    return f"{link} {article}{noun}"


def _holding(subject: Subject) -> list[str]:
    held = subject.holding
    if not held:
        return []
    if subject.pose == "working":
        return ["on" if held.name in ("laptop", "desktop-computer") else "with", with_article(held)]
    reading = held.name in ("open-book", "newspaper", "books") and "read" in (subject.pose or "read")
    return ["reading" if reading else "with", with_article(held)]


def _takes_an(text: str) -> bool:
    return text[0] in "aeiou" and not text.startswith(_LIKE_YOU)


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "bus", "lens"))
