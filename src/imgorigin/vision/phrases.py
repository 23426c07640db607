"""A prompt -> the phrases that tell what is to be seen, in ASCII: "A photo of a red fox, sleeping in the
snow, highly detailed, 8k" is [red fox] [sleeping] in [snow]. Pure.

There is no grammar here, and no model: prepositions and commas separate, tables know what says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from anyascii import anyascii

from imgorigin.vision import vocabulary as v
from imgorigin.vision.vocabulary import ENGLISH, LANGUAGES, Language

MOST_CHARACTERS: Final = 2_000
"""Of a prompt that are read: who has not said by then what it is about, will not."""
LONGEST_WORD: Final = 40
"""Characters of a word. Scripts without spaces, and scripts of programs, have longer ones."""

_NEGATIVE = re.compile(r"\bnegative[ _]prompt\b.*", re.DOTALL | re.IGNORECASE)
_NOISE = re.compile(
    r"https?://\S+|www\.\S+"
    r"|<[^<>]*:[^<>]*>"  # <lora:name:0.8>
    r"|(?<!\w)--?[a-z]+(?:\s+[\d.:/]+)?(?=\s|$)"  # --ar 16:9 --v 6
    r"|\b\d{2,5}\s*[x×]\s*\d{2,5}\b(?:\s*(?:px|pixels))?"
    r"|\b\d{1,2}:\d{1,2}\b(?:\s*aspect(?:\s*ratio)?)?|\baspect ratio\b"
    r"|\bf/\d+(?:\.\d+)?|\b\d+(?:\.\d+)?\s?(?:mm|mp|dpi|fps|px|iso)\b|\biso\s?\d+|:\d+(?:\.\d+)?(?=[)\],\s]|$)"
    r"|\bshot (?:on|with|by) [^,.;]*|\b(?:art )?by (?:artist )?(?:greg|artgerm|wlop|alphonse|beeple)[^,.;]*"
    r"|\btrending on [^,.;]*|\b(?:unreal|octane) (?:engine|render)\s?\d*"
    r"|\bdepth of field\b|\brule of thirds\b"
    r"|\b(?:highly|ultra|extremely|insanely|intricately|hyper)[ -](?:detailed|realistic)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:in the (?:style|manner) of|inspired by) (?:an? |the )?((?:[\w-]+\s?){1,3})", re.IGNORECASE
)
_JOINED = re.compile(r"\b(?:" + "|".join(v.JOINED) + r")\b")
_CLAUSE = re.compile(r"(?<!\d)[.,]|[.,](?!\d)|[;:!?\n()\[\]{}|/*~^=<>]+|\s[-–—]+\s|--+")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HAN_OR_KANA = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)")
_ELISION = re.compile(r"\b([dlnsjmtc]|qu)['’]", re.IGNORECASE)
"""French and Italian: "d'un"."""
_PARTICLES = re.compile("[的了着之]")
_SIZE = re.compile(r"\d{2,}x\d{2,}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together, and the link before them. `rank` is 0 in what is said first, more the less
    it matters; `is_place` tells where or when; `is_owned` belongs to the phrase before it ("of")."""

    words: tuple[str, ...]
    link: str = ""
    rank: int = 0
    is_place: bool = False
    is_owned: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """`styles` are ways of drawing, as an address names them."""

    phrases: tuple[Phrase, ...]
    styles: tuple[str, ...] = ()


def read(prompt: str) -> Reading:
    """Deterministic. No phrases where there is no word in it."""
    text = latin(prompt[:MOST_CHARACTERS])
    styles: list[str] = [
        "-".join([*words, "style"]) for found in _AFTER.findall(text) if (words := _WORD.findall(found)[:2])
    ]
    words = _AFTER.sub(" ", text).split()
    start, style = _without_lead(words)
    text = " ".join(words[start:])
    styles += [style] if style else []
    language = _language(text)
    phrases: list[Phrase] = []
    clauses = [clause for part in _CLAUSE.split(text) if (clause := _WORD.findall(part))]
    for number, clause in enumerate(_whole(clauses, language)):
        rest, named = _styled(clause)
        styles += [named] if named else []
        if rest and rest[0] not in v.DENIALS:
            phrases += _phrases(rest, number, language)
    if not phrases and not styles:
        phrases = [Phrase(tuple(word for clause in clauses for word in clause)[:6])] if clauses else []
    return Reading(tuple(phrases), tuple(dict.fromkeys(styles)))


def said(prompt: str) -> str:
    """The prompt in its own script and case, without how it asks and without clauses that say nothing: "a red
    fox sleeping in a snowy forest". All of it where nothing would be left."""
    text = _NOISE.sub(" , ", _NEGATIVE.sub("", prompt[:MOST_CHARACTERS]))
    words = text.split()
    start, style = _without_lead([word.lower() for word in words])
    is_foreign = start and words[start - 1].lower() in v.FOREIGN_OF
    text = " ".join(words if style or is_foreign else words[start:])
    parts = [" ".join(part.split()) for part in re.split(r"[,;\n]|(?<=[.!?])\s", text)]
    kept = [part for part in parts if any(char.isalnum() for char in part) and not _is_filler(part)]
    return ", ".join(kept).replace(".,", ".") or " ".join(prompt[:MOST_CHARACTERS].split())


def _is_filler(clause: str) -> bool:
    words = _WORD.findall(latin(clause))
    if not words:
        return clause.isascii()
    return words[0] in v.DENIALS or not any(_phrases(words, 1, ENGLISH))


def latin(text: str) -> str:
    """In small ASCII letters, without what only programs read."""
    text = unicodedata.normalize("NFKC", text).replace("×", "x")
    text = _NOISE.sub(" , ", _NEGATIVE.sub("", text))
    text = _ELISION.sub(r"\1 ", _PARTICLES.sub(" ", text)).replace("'", "").replace("’", "")
    text = re.sub(r"(?<=\d)/(?=\d)", "-", text)
    spelled = "".join(_spelled(run) for run in _HAN_OR_KANA.split(text)).lower()
    return _JOINED.sub(lambda match: match[0].replace(" ", "-"), spelled)


def _spelled(run: str) -> str:
    """In ASCII. Of Han and kana, which know no spaces, a run is one word of its syllables; an emoji is its
    name."""
    if _HAN_OR_KANA.fullmatch(run):
        return " " + "-".join(filter(str.isalnum, map(anyascii, run))) + " "
    return "".join(
        f" {anyascii(char).strip(':').replace('_', ' ')} "
        if unicodedata.category(char) == "So"
        else anyascii(char)
        for char in run
    )


def _language(text: str) -> Language:
    """That of which it has the most small words; English if it is no other."""
    found = _WORD.findall(text)
    return max(LANGUAGES.values(), key=lambda one: sum(word in one.function_words for word in found))


def _without_lead(words: Sequence[str]) -> tuple[int, str]:
    """Where the words after "Please create a stunning photo of" begin, and the style that those name."""
    at = 0
    while at < len(words) and words[at].strip(",:") in v.LEADS | v.WEAK:
        at += 1
    for end in range(at, min(at + 6, len(words) - 1)):
        medium = words[end].strip(",")
        medium = medium if medium in v.MEDIA else medium.removesuffix("s")
        if medium in v.MEDIA and (start := _after_medium(words, end + 1)):
            named, unknown = _style_in([*(word.strip(",") for word in words[at:end]), medium])
            if not unknown:
                return start, named
    is_order = set(words[:at]) & v.COMMANDS and words[at - 1] in v.DETERMINERS | v.WEAK
    return (at if is_order and at < len(words) else 0), ""


def _after_medium(words: Sequence[str], at: int) -> int:
    """Where what it shows begins, in "of ..." or "for a website showing ..."; 0 if nowhere."""
    if at + 1 < len(words) and words[at].strip(":") in v.OF:
        return at + 1
    if at < len(words) and words[at] in ("for", "to"):
        said = (
            place for place in range(at + 1, min(at + 8, len(words) - 1)) if words[place] in v.OF - {"of"}
        )
        return next(said, -1) + 1
    return 0


def _style_in(words: Sequence[str]) -> tuple[str, list[str]]:
    """The style that words name, and those of them that are neither style nor filler."""
    rest = [
        word
        for word in words
        if word not in v.MEDIA | v.WEAK | v.LEADS | _ABOUT_PICTURES and word not in ("style", "styled", "art")
    ]
    named = v.STYLE_OF.get(" ".join(words)) or v.STYLE_OF.get(" ".join(rest))
    if named:
        return named, []
    found = [v.STYLE_OF[word] for word in rest if word in v.STYLE_OF]
    return (found[0] if found else ""), [word for word in rest if word not in v.STYLE_OF]


_ABOUT_PICTURES: Final = frozenset(
    "close-up closeup up close wide angle wide-angle full body shot full-body stock product portrait hero "
    "header color colour detailed digital cg concept dramatic studio high low long medium editorial "
    "lifestyle documentary candid food nature landscape".split()
)


def _styled(clause: Sequence[str]) -> tuple[list[str], str]:
    """A clause without the style that it is, or ends in; and that style."""
    words = list(clause)
    is_marked = bool({"style", "styled", "art", "aesthetic", "illustration", "painting"} & set(words))
    named, unknown = _style_in([word for word in words if word not in ("in", "a", "an")])
    if named and not unknown:
        return [], named
    for length in (4, 3, 2):
        tail = words[-length:]
        if len(words) > length and tail[0] in ("in", "as") and (length == 2 or is_marked):
            named, unknown = _style_in([word for word in tail[1:] if word not in ("a", "an", "the")])
            if named and not unknown:
                return words[:-length], named
    return words, ""


def _whole(clauses: Sequence[list[str]], language: Language) -> Iterator[list[str]]:
    """Clauses, with "a small, fluffy cat" put together again."""
    waiting: list[str] = []
    for clause in clauses:
        both = [*waiting, *clause]
        if (waiting or clause[0] in language.articles) and len(clause) <= 3 and is_adjective(clause[-1]):
            waiting = both
            continue
        yield both
        waiting = []
    if waiting:
        yield waiting


def is_adjective(word: str) -> bool:
    return word in v.ADJECTIVES or (word.endswith(v.ADJECTIVE_ENDINGS) and word not in v.PLACES)


def _phrases(clause: Sequence[str], rank: int, language: Language) -> Iterator[Phrase]:
    """The phrases of a clause that say anything."""
    has_owner = False
    for phrase in _cut(clause, rank, language):
        kept = [
            v.GIRLS_AND_BOYS.get(word, word) for word in phrase.words if not _says_nothing(word, language)
        ]
        words = _without_both([word[:LONGEST_WORD].strip("-") for word in kept], language)
        is_told = bool(words) and not (len(words) == 1 and words[0] in v.EMPTY)
        if is_told and (phrase.rank or phrase.link):
            is_told = words[-1] not in v.CAMERA and not all(
                one in v.CAMERA or one.isdecimal() for one in words
            )
        if is_told:
            is_place = phrase.is_place or words[-1] in v.PLACES
            is_lone = phrase.is_owned and not has_owner
            link = "" if is_lone else phrase.link
            yield replace(
                phrase, words=words, link=link, is_place=is_place, is_owned=phrase.is_owned and has_owner
            )
        has_owner = is_told


def _without_both(words: Sequence[str], language: Language) -> tuple[str, ...]:
    """Without an "and" at either end."""
    told = [at for at, word in enumerate(words) if word not in language.both]
    return tuple(words[told[0] : told[-1] + 1]) if told else ()


def _says_nothing(word: str, language: Language) -> bool:
    if word in v.WEAK or word in language.articles or _SIZE.fullmatch(word):
        return True
    return language is ENGLISH and len(word) > 4 and word.endswith("ly") and word not in v.NO_ADVERBS


def _cut(clause: Sequence[str], rank: int, language: Language) -> Iterator[Phrase]:
    """Every word of a clause, cut where a link, a relative or a verb begins."""
    phrase, more = Phrase((), rank=rank), 0
    for at, word in enumerate(clause):
        after = clause[at + 1] if at + 1 < len(clause) else ""
        if language is ENGLISH and word in v.PROSE and (at or rank):
            break
        started = _started(word, after, phrase, language)
        if started is None:
            phrase = replace(phrase, words=(*phrase.words, word))
            continue
        if phrase.words:
            yield phrase
        more += word in v.BREAKS
        phrase = replace(started, rank=rank + more)
    if phrase.words:
        yield phrase


def _started(word: str, after: str, phrase: Phrase, language: Language) -> Phrase | None:
    """The phrase that begins with this word; None where it goes on."""
    if word in language.owned:
        return Phrase((), link=word, is_owned=bool(phrase.words))
    if word in language.places:
        return Phrase((), link=word, is_place=True)
    if word in language.links:
        return Phrase((), link=word)
    if language is ENGLISH and word in v.BREAKS:
        return Phrase(())
    if word in language.both and phrase.words:
        return None if is_adjective(phrase.words[-1]) else Phrase((), link=word)
    if phrase.words and _is_verb(word, after, language):
        return Phrase((word,))
    return None


def _is_verb(word: str, after: str, language: Language) -> bool:
    """Whether it tells what the words before it do: "fox sleeping under", but "sleeping fox"."""
    if language is not ENGLISH or not word.endswith("ing") or word in v.NOUNS_IN_ING or len(word) < 5:
        return False
    return not after or word in v.VERBS or after in language.function_words or after in v.BREAKS
