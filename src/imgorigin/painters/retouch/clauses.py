"""An instruction -> clauses, each of one wish. Pure.

"make it night, add snow and a red border" -> "make it night" | "add snow" | "add a red border".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from imgorigin.painters.colors import COLORS
from imgorigin.painters.retouch.words import ADDING, CHANGING, REMOVING, TEXT, VERBS, WHERE

MAX_CHARACTERS: Final = 2000
MAX_CLAUSES: Final = 20
"""What is read of an instruction; the rest of a longer one is taken for repetition."""

_QUOTED: Final = re.compile(
    r"[\"“”„«](?P<double>[^\"“”«»]+)[\"“”»]|(?<!\w)['‘’](?P<single>[^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?!\w)"
)
_IN_WORD: Final = r"[^\s\d!-/:-@\[-`{-~\u2010-\u2027\u3000-\u3003，！？；\ue000\ue001°]"
"""Anything but spaces, digits and punctuation: marks and joiners are parts of words."""
_PIECE: Final = re.compile(
    rf"\ue000\d+\ue001|\d+(?:[.,]\d+)?|{_IN_WORD}+(?:['’]{_IN_WORD}+)*|[,;\n、。，；]|[.!?！？](?=\s|$)|[^\s]"
)
_BREAKS: Final = frozenset({*",;.!?\n、。，；！？", "then", "also", "afterwards"})
_JOINS: Final = frozenset({"and", "&", "plus"})
_COURTESY: Final = frozenset("please thanks thank you kindly now ok okay hi hello hey it the a".split())
_VERB: Final = ADDING | CHANGING | REMOVING
_IN_TEXT: Final = frozenset(
    "the at in on to of near a an picture image very big large huge small tiny bold letters text font edge "
    "saying says that reads with words word side".split()
)
_PLACES: Final = {word: name for name, words in WHERE.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Clause:
    """`text` is the clause as it was written, `words` are its own in lower case, led by the verb of the
    clause before it where it has none. `letters` are what it wants written on the picture."""

    text: str
    words: tuple[str, ...]
    letters: str = ""
    verb: str = ""
    is_led: bool = False

    @property
    def alone(self) -> Clause:
        """The clause without the verb of the one before it."""
        return replace(self, words=self.words[1:], verb="", is_led=False) if self.is_led else self


@dataclass(frozen=True, slots=True)
class _Token:
    raw: str
    quoted: str = ""

    @property
    def word(self) -> str:
        return self.raw.lower().replace("’", "'")


def clauses(instruction: str) -> list[Clause]:
    """In the order in which they are written."""
    found: list[Clause] = []
    for tokens in _split(_tokens(instruction[:MAX_CHARACTERS])):
        clause = _clause(tokens)
        if _COURTESY.issuperset(clause.words) and not clause.letters:
            continue
        if found and not clause.letters:
            clause = _led_by(found[-1].verb, clause)
        if found and not found[-1].verb and _VERB.issuperset(clause.words) and not clause.letters:
            before = found.pop()
            words = (*clause.words, *before.words)
            clause = replace(clause, text=f"{before.text} {clause.text}", words=words)
        found.append(clause)
    return found[:MAX_CLAUSES]


def _tokens(text: str) -> list[_Token]:
    quotes: list[str] = []

    def away(match: re.Match[str]) -> str:
        quotes.append((match["double"] or match["single"]).strip())
        return f" \ue000{len(quotes) - 1}\ue001 "

    text = unicodedata.normalize("NFKC", _QUOTED.sub(away, text.replace("\ue000", "").replace("\ue001", "")))
    text = re.sub(r"\bblack\s*(?:and|&)\s*white\b", "grayscale", text, flags=re.IGNORECASE)
    return [
        _Token(piece, quotes[int(piece[1:-1])]) if piece.startswith("\ue000") else _Token(piece)
        for piece in _PIECE.findall(text)
    ]


def _split(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Cut at commas, "and", "then", and before a verb that something stands before.

    What is to be written ("text salt and pepper") is not cut at its own words.
    """
    current: list[_Token] = []
    writing = False
    for token, after in pairwise([*tokens, _Token("")]):
        joins = token.word in _JOINS and bool(current) and (not writing or after.word in VERBS)
        parts = token.word in _BREAKS or joins
        if parts or (_begins(token, current) and not writing):
            if current:
                yield current
            current, writing = [], False
        if not parts:
            current.append(token)
            announced = _announces(token, current) and not any(one.quoted for one in current)
            writing = (writing or announced) and not token.quoted
    if current:
        yield current


def _begins(token: _Token, current: list[_Token]) -> bool:
    """Whether a token is a verb with enough before it to be a clause: not "please make", not "to make"."""
    said = [one for one in current if one.word not in ("please", "to", "now", "can", "you", "and", "just")]
    if token.word not in VERBS or not said or current[-1].word in ("to", "the", "a", "an", "with", "of"):
        return False
    return len(said) > 1 or said[-1].word not in _VERB


def _announces(token: _Token, current: list[_Token]) -> bool:
    return token.word in TEXT and not any(one.word in REMOVING for one in current)


def _clause(tokens: list[_Token]) -> Clause:
    text = " ".join(f"'{one.quoted}'" if one.quoted else one.raw for one in tokens)
    verb = next((one.word for one in tokens if one.word in _VERB), "")
    letters = next((one.quoted for one in tokens if one.quoted), "")
    at = next((index for index, one in enumerate(tokens) if _announces(one, tokens[: index + 1])), None)
    if letters:
        words = [one.word for one in tokens if not one.quoted]
    elif at is not None and tokens[at + 1 :]:
        letters, words = _captured(tokens[:at], tokens[at], tokens[at + 1 :])
    else:
        words = [one.word for one in tokens]
    return Clause(text, tuple(words), letters, verb)


def _captured(before: list[_Token], announcer: _Token, after: list[_Token]) -> tuple[str, list[str]]:
    """What is written after "text": less the words at either end that say where and how."""
    start, end = 0, len(after)
    while start < end and after[start].word in _IN_TEXT | _PLACES.keys():
        start += 1
    if not any(one.word in TEXT or one.word in _PLACES for one in after[:start]):
        start = 0
    end = start + _length(after[start:])
    if start == end:
        start, end = 0, len(after)
    words = [one.word for one in (*before, announcer, *after[:start], *after[end:])]
    return _spelled([one.raw for one in after[start:end]]), words


def _length(tokens: list[_Token]) -> int:
    """How many tokens are the text itself, and not " ... at the bottom in big red letters" behind it."""
    for at in range(1, len(tokens)):
        rest = [one.word for one in tokens[at:]]
        telling = [word for word in rest if word in _PLACES or word in COLORS or word in ("letters", "font")]
        if (
            rest[0] in ("at", "in", "on", "to", "near")
            and telling
            and all(word in _IN_TEXT or word in _PLACES or word in COLORS for word in rest)
        ):
            return at
    return len(tokens)


def _spelled(pieces: list[str]) -> str:
    """Pieces as a line. One that came through an address has lost its capitals and signs."""
    text = re.sub(r"(\d)\s*(?:%|percent\b)", r"\1%", " ".join(pieces))
    text = re.sub(r"\s+([!?.:%…])", r"\1", text)
    return text[:1].upper() + text[1:] if text == text.lower() else text


def _led_by(verb: str, clause: Clause) -> Clause:
    """A clause without a verb means the one before it: "add a cat and a dog"."""
    if clause.verb or not verb:
        return clause
    return replace(clause, words=(verb, *clause.words), verb=verb, is_led=True)
