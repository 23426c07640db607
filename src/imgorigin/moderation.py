"""Words that this server makes no pictures of: a file of words, phrases and regular expressions.

    # a comment
    some word
    a whole phrase
    /a(nother)? regular expression/

Words are matched whole, whatever their case and accents, and with the usual digits in the place of letters;
a phrase is its words one behind the other, whatever stands between them but letters. Expressions are
searched for in the text without case and accents.

Anybody may send a text, and every request waits for its answer: expressions are matched by RE2 in time that
grows with the length of the text and no faster (https://github.com/google/re2/wiki/Syntax). It has no
look-around and no back-references, and its \\b, \\w, \\d and \\s know ASCII only; \\pL is any letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import re2

from imgorigin.errors import ContentRefused, SettingsError

_WORD: Final = re.compile(r"[\w@$!|+]+")
_STAND_INS: Final = tuple(str.maketrans("03457@$+1!|", "oeastast" + 3 * letter) for letter in "il")
"""What is written for a letter: p0rn, $ex. The one is an i or an l."""
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no spaces between words: a phrase of these is looked for anywhere."""
_EDGE: Final = re.compile(r"(?<!\\)(?:\\\\)*\\[bB]")
"""Where an expression asks for the edge of a word."""
_MEMORY: Final = 1 << 20
"""Bytes for one compiled expression: it bounds how much longer than its text a search may take."""


@dataclass(frozen=True, slots=True)
class Blocklist:
    """`phrases` are of plain words, each in a row; `expressions` are compiled by RE2."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    expressions: tuple[Any, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Self:
        """Raises SettingsError, naming the line."""
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise SettingsError(f"The blocklist {path} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise SettingsError(f"The blocklist {path} cannot be read: it is not UTF-8.") from error
        return cls.of(lines, str(path))

    @classmethod
    def of(cls, lines: Iterable[str], name: str = "the blocklist") -> Self:
        phrases, expressions = set(), []
        for number, line in enumerate(map(str.strip, lines), 1):
            if line.startswith("/") and line.endswith("/") and len(line) > 2:
                expressions.append(_compiled(line[1:-1], f"{name}, line {number}"))
            elif line and not line.startswith("#") and (words := _words(plain(line))):
                phrases.add(words)
        return cls(frozenset(phrases), tuple(expressions))

    def check(self, texts: Iterable[str]) -> None:
        """Raises ContentRefused; it does not say for which word."""
        if any(self._has(plain(text)) for text in texts if text):
            raise ContentRefused("The words of this picture are on the blocklist of this server.")

    def _has(self, text: str) -> bool:
        words, valid = _words(text), text.encode(errors="replace").decode()
        return (
            any(_UNSPACED.search(phrase[0]) and "".join(phrase) in text for phrase in self.phrases)
            or any(_stands_in(phrase, form) for form in _forms(words) for phrase in self.phrases)
            or any(expression.search(valid) for expression in self.expressions)
        )


def plain(text: str) -> str:
    """Without case, accents and the forms of compatibility (ﬁ, full width)."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _words(text: str) -> tuple[str, ...]:
    found = (word.strip("!|+_") for word in _WORD.findall(text.replace("_", " ")))
    return tuple(word for word in found if word)


def _forms(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """As they are, and with letters where digits and signs stand for them. Numbers stay numbers."""
    spelt = (
        tuple(word if word.isdecimal() else word.translate(letters) for word in words)
        for letters in _STAND_INS
    )
    return {words, *spelt}


def _stands_in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    length = len(phrase)
    return any(words[at : at + length] == phrase for at in range(len(words) - length + 1))


def _compiled(expression: str, where: str) -> Any:
    if _EDGE.search(expression) and not expression.isascii():
        raise SettingsError(
            f"{where}: \\b sees edges of words in ASCII letters only, and would overlook this one. "
            "Leave it out, or write (^|\\PL) and (\\PL|$)."
        )
    options = re2.Options()
    options.case_sensitive, options.log_errors, options.max_mem = False, False, _MEMORY
    try:
        return re2.compile(expression, options)
    except (re2.error, UnicodeEncodeError) as error:
        told = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise SettingsError(
            f"{where} is no regular expression that can be searched for in bounded time: {told}. The "
            "syntax is RE2's, without look-around and back-references: https://github.com/google/re2/wiki/Syntax"
        ) from error
