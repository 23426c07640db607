"""A short idea -> a whole prompt, and fields -> a prompt: by rules, the same for the same words. Pure.

What the user says stays, word for word and first. Only what nothing is said of yet is added: the medium, how
it is seen, the light, the colours, the detail. So nothing is contradicted, and a prompt that is whole
already, such as one that was made here, stays as it is. Where a tone, or a later field, says the contrary of
what was said before it, that holds; what is left out is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from imgorigin.prompting import vocabulary as v
from imgorigin.vision.vocabulary import LANGUAGES

LONGEST: Final = 2_000
"""Characters of a prompt."""
MOST_TOLD: Final = 200
"""Characters of words that are told to be left out."""
FIELDS: Final = ("subject", "setting", "mood", "art_style", "lighting", "camera", "extras")
"""In the order in which they are said."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE: Final = re.compile(r"[,;.!?\n、。，]")
_PARTS: Final = re.compile(r"[,;\n]")
_TERMS: Final = re.compile(r"[,;\n]|\s+and\s+|\s*/\s*")


@dataclass(frozen=True, slots=True)
class Written:
    """`left_out` are words of the user that say the contrary of others, or that there is no room for:
    `tone: photorealistic`."""

    prompt: str
    left_out: tuple[str, ...] = ()


def enhance(prompt: str, tone: str = "") -> Written:
    """`tone` are words such as "anime, cozy". Words of another language than English get the tone alone: what
    they speak of is not known here."""
    text, left_out = tidy(prompt), list[str]()
    for term in filter(None, map(tidy, _TERMS.split(tone))):
        if is_said(term, text):
            continue
        is_medium = bool(v.SPEAKS_OF["medium"].search(term))
        longer = joined(text, _style(term) if is_medium else _mood(_fresh(term, text)))
        if longer == text or contradicts(term, text):
            left_out.append(_told("tone", term))
        else:
            text = longer
    if text and is_english(text):
        for wanted in _ADDED:
            if wanted.aspect not in speaks_of(text) and (phrase := wanted.phrase(text)):
                text = joined(text, phrase)
    return Written(text, tuple(left_out))


def build(fields: Mapping[str, str]) -> Written:
    """Of FIELDS; those that are empty or not there are passed over. What two of them say is said once."""
    text, left_out = "", list[str]()
    for name in FIELDS:
        terms = list(filter(None, map(tidy, _PARTS.split(fields.get(name, "")))))
        spoken = _SPOKEN.get(name, _as_it_is)
        wanted = [term for term in terms if not contradicts(spoken(term), text)]
        left_out += [_told(name, term) for term in terms if term not in wanted]
        words = ", ".join(wanted)
        if words and not is_said(words, text):
            phrase = spoken(words)
            is_tied = bool(text) and name == "setting" and phrase.split()[0].casefold() in v.PREPOSITIONS
            longer = joined(text, phrase, " " if is_tied else ", ")
            left_out += [_told(name, words)] if longer == text else []
            text = longer
    return Written(text, tuple(left_out))


def contradicts(term: str, text: str) -> bool:
    """Whether it names another medium than the text, or the contrary of what that says."""
    if (theirs := _families(term)) and (ours := _families(text)):
        return not theirs == ours == {"photo"}
    return any(
        _named(sides, text) and _named(sides, term) and not _named(sides, text) & _named(sides, term)
        for sides in v.SIDES
    )


def joined(text: str, phrase: str, by: str = ", ") -> str:
    """The phrase behind the text, unless that is too long then."""
    longer = f"{text}{by}{phrase}" if text else phrase
    return longer if len(longer) <= LONGEST else text


def tidy(text: str) -> str:
    """With single spaces, and without punctuation at its end."""
    return " ".join(text.split()).rstrip(" ,;:.!?")


def words_of(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def is_said(phrase: str, text: str) -> bool:
    """Whether every word of it stands there."""
    return words_of(phrase) <= words_of(text)


def is_english(text: str) -> bool:
    """As far as the letters and the small words of its first clause tell."""
    text = _CLAUSE.split(text, maxsplit=1)[0]
    letters = [char for char in text if char.isalpha()]
    if 2 * sum(char.isascii() for char in letters) < len(letters):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    small = {name: sum(word in one.function_words for word in words) for name, one in LANGUAGES.items()}
    return small["en"] >= max(small.values())


def speaks_of(text: str) -> frozenset[v.Aspect]:
    text = v.IS_ELSE.sub("", text)
    return frozenset(aspect for aspect, cues in v.SPEAKS_OF.items() if cues.search(text))


def _told(field: str, words: str) -> str:
    return f"{field}: {words if len(words) <= MOST_TOLD else f'{words[:MOST_TOLD]}…'}"


def _families(text: str) -> frozenset[v.Family]:
    return frozenset(family for family, cues in v.IS_OF.items() if cues.search(text))


def _named(sides: Sequence[re.Pattern[str]], text: str) -> frozenset[int]:
    """Which of them."""
    return frozenset(at for at, cues in enumerate(sides) if cues.search(text))


def _fresh(term: str, text: str) -> str:
    """Of a subject that was named, what is new: of "cute cat", said of a cat, "cute"."""
    *others, head = term.split()
    is_named = others and head.casefold() in words_of(text) and _kind(head)
    return " ".join(others) if is_named and is_english(text) else term


def _family(text: str) -> v.Family:
    found = {family: match.start() for family, cues in v.IS_OF.items() if (match := cues.search(text))}
    return min(found, key=lambda family: found[family]) if found else "photo"


def _kind(text: str) -> str:
    """Of the subject: the first that is named."""
    found = {kind: match.start() for kind, cues in v.SHOWS.items() if (match := cues.search(text))}
    return min(found, key=lambda kind: found[kind]) if found else ""


def _medium(text: str) -> str:
    return v.MEDIUM_OF.get(_kind(text), v.USUAL_MEDIUM)


def _composition(text: str) -> str:
    if _family(text) == "graphic":
        return v.GRAPHIC_COMPOSITION
    return v.COMPOSITION_OF.get(_kind(text), v.USUAL_COMPOSITION)


def _light(text: str) -> str:
    """None where nothing is there to be lit."""
    if v.IS_ABSTRACT.search(text):
        return ""
    if _family(text) == "graphic":
        return "even light"
    if mood := v.NAMES_MOOD.search(text):
        return v.MOODS[mood[0].lower()][0]
    return v.LIGHT_OF.get(_kind(text), v.USUAL_LIGHT)


def _palette(text: str) -> str:
    if mood := v.NAMES_MOOD.search(text):
        return v.MOODS[mood[0].lower()][1]
    return v.PALETTE_OF[_family(text)]


def _detail(text: str) -> str:
    return v.DETAIL_OF[_family(text)]


@dataclass(frozen=True, slots=True)
class _Added:
    aspect: v.Aspect
    phrase: Callable[[str], str]


_ADDED: Final[Sequence[_Added]] = (
    _Added("medium", _medium),
    _Added("composition", _composition),
    _Added("light", _light),
    _Added("palette", _palette),
    _Added("detail", _detail),
)
"""Neither a mood nor a setting: those are the user's to choose."""


def _as_it_is(words: str) -> str:
    return words


def _setting(words: str) -> str:
    """Where the subject is: of "a snowy forest", "in a snowy forest"; of "the beach", "on the beach"."""
    first, *others = words.casefold().split()
    if first not in v.ARTICLES or not others:
        return words
    return f"on {words}" if words_of(others[-1]) & v.SURFACES else f"in {words}"


def _mood(words: str) -> str:
    is_one = len(words.split()) == 1 and v.SPEAKS_OF["mood"].fullmatch(words)
    if not is_one or words.casefold() in ("mood", "atmosphere", "vibe"):
        return words
    return f"{words} atmosphere" if words.casefold().startswith("mood") else f"{words} mood"


def _style(words: str) -> str:
    if whole := v.STYLE_OF.get(words.casefold()):
        return whole
    return words if words_of(words) & v.WHOLE else f"{words} style"


def _lighting(words: str) -> str:
    return words if re.search(r"light|lit\b|glow|shadow|sun", words, re.IGNORECASE) else f"{words} lighting"


_SPOKEN: Final[Mapping[str, Callable[[str], str]]] = {
    "setting": _setting,
    "mood": _mood,
    "art_style": _style,
    "lighting": _lighting,
}
"""How a field becomes a phrase. Any other is one."""
