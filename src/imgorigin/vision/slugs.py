"""The words of an address, from a long prompt or a title: three to seven that tell, in the order in which
they are said, as an editor would name the file. Pure and deterministic: the same prompt has the same slug."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from imgorigin.address import RESERVED
from imgorigin.errors import Conflict
from imgorigin.vision.phrases import Phrase, Reading, is_adjective, read
from imgorigin.vision.vocabulary import ADJECTIVES, COLOURS, EMPTY, NOUNS_IN_ING

LONGEST: Final = 100
"""Characters of a slug that clients accept."""
READABLE: Final = 60
"""Characters of one that a person still reads at a glance."""
SHORTEST: Final = 8
"""Characters that a caller may bound it to."""
NUMBERED: Final = 20
NAMELESS: Final = "picture"
KINDS: Final = ("picture", "image", "visual", "scene")
"""What can be added to any name."""
ALTERNATIVES: Final = 5
MOST_CLAUSES: Final = 6
"""After which a place is not looked for: a long text tells of others."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much is told. `telling` counts words other than links."""

    telling: int = 6
    letters: int = READABLE
    enough: int = 4
    links: bool = True


_USUAL: Final = _Measure()
_OTHERS: Final = (
    _Measure(telling=4, letters=40, enough=3),
    _Measure(telling=5, links=False),
    _Measure(telling=8, letters=72, enough=8),
    _Measure(telling=3, letters=30, enough=2, links=False),
)


def slug_of(prompt: str, longest: int = LONGEST) -> str:
    """`[a-z0-9-]`, a canonical word of an address, of `longest` characters at the most; never empty."""
    return _fitted(_name(read(prompt), _USUAL), longest)


def alternatives(prompt: str, longest: int = LONGEST) -> list[str]:
    """Others than `slug_of`, best first, at least three."""
    reading, first = read(prompt), slug_of(prompt, longest)
    found = [_fitted(name, longest) for name in _others(reading, first) if name]
    found += [_with_tail(first, str(number), longest) for number in (2, 3, 4)]
    return [slug for slug in dict.fromkeys(found) if slug != first][:ALTERNATIVES]


def candidates(prompt: str, longest: int = LONGEST, mark: str = "") -> list[str]:
    """Every slug that `recommended` may choose, best first: what to ask the catalog about. The last ones end
    in digits of `mark`, a digest of more than the prompt, if there is one."""
    first = slug_of(prompt, longest)
    digest = mark or hashlib.sha256(_same(prompt).encode()).hexdigest()
    numbered = [_with_tail(first, str(number), longest) for number in range(2, NUMBERED + 1)]
    marked = [_with_tail(first, digest[:length], longest) for length in (6, 12)]
    return list(dict.fromkeys([first, *alternatives(prompt, longest), *numbered, *marked]))


def recommended(prompt: str, taken: Mapping[str, str], longest: int = LONGEST) -> str:
    """A slug that is bound to this very prompt, else one that is free. `taken` are those of `candidates` that
    are not free, and the prompt each is bound to. Raises Conflict where all are taken by others."""
    found = candidates(prompt, longest)
    same = (slug for slug in found if slug in taken and _same(taken[slug]) == _same(prompt) != "")
    free = (slug for slug in found if slug not in taken)
    if slug := next(same, None) or next(free, None):
        return slug
    raise Conflict(f"Every name like {found[0]!r} is taken. Say more of the picture, or name its slug.")


def tags_of(prompt: str, most: int = 10) -> list[str]:
    """Single terms in small letters, what matters most first."""
    reading = read(prompt)
    ranked = sorted(reading.phrases, key=lambda phrase: phrase.rank)
    heads = [phrase.words[-1] for phrase in ranked]
    others = [word for phrase in ranked for word in phrase.words[:-1]]
    styles = [style.replace("-", " ") for style in reading.styles]
    told = [word for word in (*heads, *styles, *others) if _is_tag(word)]
    return list(dict.fromkeys(told))[:most]


def _is_tag(word: str) -> bool:
    is_verb = word.endswith("ing") and word not in NOUNS_IN_ING
    says_nothing = word in EMPTY or word in _BOTH or (word in ADJECTIVES and word not in COLOURS)
    return len(word) > 2 and not (word.isdecimal() or is_verb or says_nothing)


def _same(prompt: str) -> str:
    """Prompts that differ in white space only are the same."""
    return " ".join(prompt.split())


# --------------------------------------------------------------------------------------------- choosing


def _name(reading: Reading, measure: _Measure) -> str:
    """The subject, where it is, what else there is, how it is drawn: as much as there is room for."""
    units = list(_units(reading.phrases))
    chosen: dict[int, list[Phrase]] = {}
    for at in _by_weight(units):
        if units[at][0].rank and _telling(chosen.values()) >= measure.enough:
            continue
        for form in _forms(units[at], is_subject=at == 0):
            if _fits({**chosen, at: form}, measure):
                chosen[at] = form
                break
    words = _spoken(_in_order(chosen), links=measure.links)
    for style in reading.styles[:1]:
        if len("-".join([*words, style])) <= measure.letters and not set(style.split("-")) <= set(words):
            words.append(style)
    return "-".join(words)


def _units(phrases: Iterable[Phrase]) -> Iterator[list[Phrase]]:
    """Phrases with those that belong to them: "cup" and "of coffee"."""
    unit: list[Phrase] = []
    for phrase in phrases:
        if unit and not (phrase.is_owned and phrase.rank == unit[-1].rank):
            yield unit
            unit = []
        unit.append(phrase)
    if unit:
        yield unit


def _by_weight(units: Sequence[Sequence[Phrase]]) -> list[int]:
    """The subject first, then the first place that is told of, then the rest as it comes."""
    places = [at for at, unit in enumerate(units) if at and unit[0].is_place and unit[0].rank <= MOST_CLAUSES]
    said = sorted(range(1, len(units)), key=lambda at: units[at][0].rank)
    first = said[:1] if said and units[said[0]][0].rank == 0 else []
    return list(dict.fromkeys([*range(min(1, len(units))), *places[:1], *first, *said]))


def _forms(unit: list[Phrase], *, is_subject: bool) -> Iterator[list[Phrase]]:
    """The unit, then shorter ones: the subject keeps its first and last words, others what comes last."""
    for most in (5, 4, 3, 2) if is_subject else (4, 3, 2):
        yield [_trimmed(phrase, most) for phrase in unit]
    yield [_trimmed(unit[0], 2)]
    if is_subject:
        yield [_trimmed(unit[0], 1)]


def _trimmed(phrase: Phrase, most: int) -> Phrase:
    words = phrase.words
    if len(words) <= most:
        return phrase
    kept = (
        (words[0], *words[len(words) - most + 1 :]) if most > 2 and is_adjective(words[0]) else words[-most:]
    )
    return replace(phrase, words=kept[1:] if kept[0] in _BOTH else kept)


def _telling(units: Iterable[Sequence[Phrase]]) -> int:
    return sum(word not in _BOTH for unit in units for phrase in unit for word in phrase.words)


def _fits(chosen: Mapping[int, Sequence[Phrase]], measure: _Measure) -> bool:
    phrases = _in_order(chosen)
    letters = len("-".join(_spoken(phrases, links=measure.links)))
    return _telling([phrases]) <= measure.telling and letters <= measure.letters


def _in_order(chosen: Mapping[int, Sequence[Phrase]]) -> list[Phrase]:
    """As it is said; "and" is not, where what was before it is not."""
    return [
        replace(phrase, link="") if phrase.link in _BOTH and at - 1 not in chosen else phrase
        for at in sorted(chosen)
        for phrase in chosen[at]
    ]


def _spoken(phrases: Sequence[Phrase], *, links: bool) -> list[str]:
    words: list[str] = []
    for phrase in phrases:
        new = [word for word in phrase.words if word not in words or word in _BOTH]
        if links and words and new and phrase.link:
            words.append(phrase.link)
        words += new
    return words


# --------------------------------------------------------------------------------------------- others


def _others(reading: Reading, first: str) -> Iterator[str]:
    """Names that tell less, more, or something else; then the first with a word that fits any picture."""
    for measure in _OTHERS[:2]:
        yield _name(reading, measure)
    yield _turned(reading)
    for measure in _OTHERS[2:]:
        yield _name(reading, measure)
    yield from (f"{first}-{kind}" for kind in KINDS if kind not in first.split("-"))


def _turned(reading: Reading) -> str:
    """The place before the subject: "snowy-forest-red-fox"."""
    units = list(_units(reading.phrases))
    place = next((unit for unit in units[1:] if unit[0].is_place), None)
    if not place or len(place[0].words) not in (2, 3) or place[0].link not in _WHERE:
        return ""
    return "-".join(_spoken([*place, *next(_forms(units[0], is_subject=True))], links=False))


def _fitted(name: str, longest: int) -> str:
    """Of its length, and never what the server keeps for itself."""
    slug = _cut(name or NAMELESS, max(SHORTEST, min(longest, LONGEST)))
    return f"{slug}-{NAMELESS}" if slug in RESERVED else slug


def _with_tail(slug: str, tail: str, longest: int) -> str:
    longest = max(SHORTEST, min(longest, LONGEST))
    room = longest - len(tail) - 1
    return f"{_cut(slug, room)}-{tail}" if room > 0 else tail[:longest]


def _cut(slug: str, longest: int) -> str:
    """Between words, if that leaves any; never behind a link."""
    words = slug.split("-")
    while len(words) > 1 and (len("-".join(words)) > longest or words[-1] in _DANGLING):
        words.pop()
    return words[0][:longest] if len(words) == 1 else "-".join(words)


_BOTH: Final = frozenset("and or und oder et ou y ili".split())
_WHERE: Final = frozenset(["", "in", "on", "at", "inside", "near", "through", "by"])
_DANGLING: Final = frozenset("a an and the of on in with at under over to for from by or beside near".split())
