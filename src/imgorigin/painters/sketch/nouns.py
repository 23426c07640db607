"""Subjects as English nouns: articles, numbers, adjectives, and what they hold, wear and do."""

from __future__ import annotations

import re
from typing import Final

from imgorigin.painters.sketch import grammar
from imgorigin.painters.sketch.lexicon import COLORS
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.traits import has_skin, is_person
from imgorigin.painters.sketch.vocabulary import singular

_UNCOUNTED: Final = frozenset(
    "coffee tea bread money fire luggage mail music popcorn rice pasta sushi spaghetti curry soup food wine "
    "beer ice butter salt cheese bacon champagne lightning furniture clothing graffiti homework yoga hair "
    "juice milk lemonade broccoli basil parsley mint thyme rosemary sage dill bamboo corn garlic ginger "
    "lavender cooking baking sewing knitting gardening ramen equipment makeup art wheat toast".split()
)
_PLURALS: Final = frozenset("headphones headset noodles french-fries chopsticks books jeans shorts".split())
"""Icons that are several things, whatever the word."""
_ALWAYS_SEVERAL: Final = frozenset(
    "glasses sunglasses eyeglasses spectacles shades jeans shorts trousers pants scissors headphones "
    "earphones earbuds binoculars pliers tongs".split()
)
"""Nouns without a singular: "a pair of glasses"."""
_LIKE_YOU: Final = ("uni", "eu", "use", "one")
"""Beginnings that take "a" for all their vowel."""
_SILENT_H: Final = ("hour", "honest", "heir", "honor", "honour")
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
_JOINED: Final = frozenset({"haired", "skinned", "shaven", "headed"})
"""Ends of adjectives that are two words."""
_PLAIN: Final = {
    "locked": "padlock",
    "locked-with-key": "padlock with a key",
    "locked-with-pen": "padlock with a pen",
    "hourglass-done": "hourglass",
    "e-mail": "email",
    "magnifying-glass-tilted-left": "magnifying glass",
    "check-badge": "check mark",
    "growth-bars": "growth chart",
    "chart-increasing": "rising chart",
    "chart-decreasing": "falling chart",
    "1st-place-medal": "gold medal",
    "ballot-box-with-ballot": "ballot box",
    "building-construction": "building site",
    "globe-with-meridians": "globe",
    "high-voltage": "lightning bolt",
    "mobile-phone": "phone",
    "money-with-wings": "flying banknotes",
    "smiling-face-with-sunglasses": "smiling face",
    "glowing-star": "star",
    "red-heart": "heart",
    "jack-o-lantern": "pumpkin",
    "office-worker": "business person",
    "technologist": "programmer",
    "automobile": "car",
    "spiral-calendar": "calendar",
    "waving-hand": "waving hand",
    "snowman-without-snow": "snowman",
    "teacup-without-handle": "cup of tea",
    "bottle-with-popping-cork": "bottle of champagne",
    "cup-with-straw": "drink",
    "person-in-lotus-position": "person meditating",
    "person-lifting-weights": "person lifting weights",
    "globe-showing-europe-africa": "globe",
    "house-with-panels": "house with solar panels",
    "steaming-bowl": "bowl of noodles",
    "pot-of-food": "pot of food",
    "hammer-and-wrench": "hammer and a wrench",
}
"""What pictures are called whose names are none that one says."""
_DOING: Final = frozenset(
    {"walking", "running", "kicking", "waving", "dancing", "jumping", "cheering", "working", "shaking hands"}
)
"""Poses that are seen."""
_PROPER_NAMES: Final = {
    "eiffel tower": "Eiffel Tower",
    "tokyo tower": "Tokyo Tower",
    "statue of liberty": "Statue of Liberty",
    "golden gate bridge": "Golden Gate Bridge",
    "golden gate": "Golden Gate",
    "parthenon": "Parthenon",
    "acropolis": "Acropolis",
}
"""Sights of which there is one."""
_NAMED: Final = re.compile(rf"\b(?:an? |the )?({'|'.join(_PROPER_NAMES)})\b")
_NATIONS: Final = (
    "african american asian indian chinese japanese korean vietnamese thai taiwanese european scandinavian "
    "swedish norwegian danish dutch irish scottish british english "
    "french german italian spanish greek turkish "
    "russian polish mexican brazilian colombian peruvian latina latino latinx hispanic arab arabic arabian "
    "persian iranian egyptian moroccan mediterranean filipino filipina nigerian kenyan ghanaian ethiopian "
    "somali senegalese jamaican haitian pakistani bangladeshi nepali caucasian christmas easter halloween"
).split()
_NATIONS_IN: Final = re.compile(rf"\b({'|'.join(_NATIONS)})\b")
_SELVES: Final = frozenset({"people", "friends", "kids", "children", "parents", "grandparents", "colleagues"})
"""Casts whose names are plurals."""
_WITHOUT: Final = "without "
_WITH: Final = frozenset({"hair", "beard", "glasses"})
"""What one is with; clothes one is in."""


def thing(subject: Subject) -> str:
    """Without an article: "three red cars", "old man in a suit walking"."""
    noun = " ".join(
        part for part in (_number(subject), *adjectives(subject), _noun_in_number(subject)) if part
    )
    doing = [subject.pose] if _is_seen(subject) else []
    return " ".join([noun, *_worn(subject), *_lacked(subject), *doing, *_holding(subject)])


def _worn(subject: Subject) -> list[str]:
    """Each after its "in" or "with", said once: "in a red dress and a blue hat"."""
    said: dict[str, list[str]] = {}
    for one in subject.wearing:
        link, noun = _wearing(one, subject)
        said.setdefault(link, []).append(noun)
    if subject.color_name and has_skin(subject.name):
        said["in"] = [subject.color_name, *said.get("in", [])]
    return [f"{link} {in_a_list(nouns)}" for link, nouns in said.items()]


def _lacked(subject: Subject) -> list[str]:
    """ "Without a beard"."""
    nouns = [look.removeprefix(_WITHOUT) for look in subject.looks if look.startswith(_WITHOUT)]
    bare = [noun if noun == "hair" or _is_plural(noun) else f"a {noun}" for noun in nouns]
    return [f"without {' or '.join(bare)}"] if bare else []


def in_a_list(items: list[str]) -> str:
    """ "A cat", "a cat and a dog", "a cat, a dog and an owl"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _is_seen(subject: Subject) -> bool:
    """Whether the pose is one the picture shows."""
    acts = subject.pose.startswith("doing ") or subject.pose in SYMBOLS
    asleep = subject.name == "baby" and subject.pose == "sleeping"
    return asleep or (is_person(subject.name) and (subject.pose in _DOING or acts))


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
    looks = (_hyphened(look) for look in subject.looks if not look.startswith(_WITHOUT))
    color = "" if has_skin(subject.name) else subject.color_name
    return [word for word in (size, *looks, color, young) if word]


def _hyphened(look: str) -> str:
    """ "Red-haired", but "East Asian"."""
    first, _, last = look.rpartition(" ")
    return f"{first}-{last}" if first and last in _JOINED else look


def noun_of(subject: Subject) -> str:
    """As the words call it; as the icon is called where they are an idea, a pictograph or no English."""
    if (
        subject.noun in SYMBOLS
        or not subject.noun.replace(" ", "").isascii()
        or not subject.noun[:1].isalpha()
    ):
        return called(subject.name)
    return _own_color(subject) if _is_recolored(subject) else _in_its_number(subject)


def called(name: str) -> str:
    """An icon or drawing in words."""
    return _PLAIN.get(name, name.replace("-", " "))


def _is_recolored(subject: Subject) -> bool:
    """Whether the noun says a colour that it is not: a "red fox" that is blue."""
    first, _, rest = subject.noun.partition(" ")
    return bool(rest) and bool(subject.color_name) and first in COLORS


def _own_color(subject: Subject) -> str:
    return singular(subject.noun).partition(" ")[2]


def _in_its_number(subject: Subject) -> str:
    return subject.noun if subject.count > 1 and _is_cast(subject) else singular(subject.noun)


def plural(noun: str) -> str:
    """In English."""
    *before, last = noun.split(" ")
    if last in _ALWAYS_SEVERAL:
        return noun
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
    if subject.noun == "family" and not subject.counted and subject.count != len(grammar.CAST["family"]):
        return f"family of {grammar.IN_WORDS[subject.count - 1]}"
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


def _wearing(one: Subject, wearer: Subject) -> tuple[str, str]:
    """The word before it, and what it is: ("in", "a red dress")."""
    several = wearer.count > 1 and not _is_one(wearer)
    link = "with" if one.name in _WITH else "in"
    noun = " ".join(part for part in (one.color_name, one.noun) if part)
    if several and one.name not in ("hair", "glasses"):
        return link, noun if _is_plural(noun) else plural(noun)
    bare = one.name == "hair" or _is_plural(noun)
    article = "" if bare else ("an " if _takes_an(noun) else "a ")
    return link, f"{article}{noun}"


def _holding(subject: Subject) -> list[str]:
    held = subject.holding
    if not held:
        return []
    if subject.pose == "kicking":
        return [with_article(held)]
    if subject.pose == "working":
        return ["on" if held.name in ("laptop", "desktop-computer") else "with", with_article(held)]
    reading = held.name in ("open-book", "newspaper", "books") and "read" in (subject.pose or "read")
    return ["reading" if reading else "with", with_article(held)]


def proper(text: str) -> str:
    """With the capitals that names have: "a Japanese temple", "the Eiffel Tower"."""
    text = _NAMED.sub(lambda found: f"the {_PROPER_NAMES[found[1]]}", text)
    return _NATIONS_IN.sub(lambda found: found[0].title(), text)


def _takes_an(text: str) -> bool:
    return text.startswith(_SILENT_H) or (text[0] in "aeiou" and not text.startswith(_LIKE_YOU))


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "bus", "lens"))
