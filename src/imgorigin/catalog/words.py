"""Text as it is searched: folded, and cut into words. Both databases are given words, never text, so that
they mean the same by one. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

Documents = Mapping[int, Sequence[str]]
"""The words of assets, by number."""

MOST_WORDS: Final = 4_000
"""Of one asset. What comes after is not found."""
MOST_REPEATS: Final = 200
"""Of one word in one asset: PostgreSQL remembers no more than 255 places of it."""

BOUNDARY: Final = "\ue000"
"""A word that nobody can ask for, between two texts: no phrase reaches from one into the other."""

_ACCENTS: Final = range(0x0300, 0x0370)
_SINGLE: Final = (
    range(0x2E80, 0x3007),  # radicals, ideographic signs
    range(0x3040, 0x3100),  # kana
    range(0x31F0, 0x3200),
    range(0x3400, 0x4DC0),  # Han
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x32000),
)
"""Scripts written without spaces: each of their letters is a word, several side by side a phrase."""


def fold(text: str) -> str:
    """Without case, accents and forms of width: `Éclair`, `ECLAIR` and `eclair` are one. Idempotent."""
    while True:
        plain = unicodedata.normalize("NFKD", text.casefold())
        folded = unicodedata.normalize("NFC", "".join(char for char in plain if ord(char) not in _ACCENTS))
        if folded == text:
            return folded
        text = folded


def words(text: str) -> list[str]:
    """Its letters, marks and digits, folded; whatever else there is separates. A pictograph is a word."""
    found: list[str] = []
    run = ""
    for char in fold(text):
        category = unicodedata.category(char)
        if category[0] in "LNM" and not _is_single(char):
            run += char
            continue
        if run:
            found.append(run)
            run = ""
        if category == "So" or category[0] in "LNM":
            found.append(char)
    return [*found, run] if run else found


def document(facets: Iterable[str], texts: Iterable[str]) -> list[str]:
    """What is indexed of an asset: its facets, then the words of each of its texts, apart from each other."""
    found = list(facets)
    seen: dict[str, int] = {}
    for text in texts:
        found.append(BOUNDARY)
        for word in words(text):
            seen[word] = seen.get(word, 0) + 1
            if seen[word] <= MOST_REPEATS:
                found.append(word)
    return found[:MOST_WORDS]


def facet(name: str, value: str | int) -> str:
    """A word for what an asset is, which no text contains: `("format", "png")`. One word in any tokenizer:
    all that could separate is moved out of ASCII."""
    return f"{name}{BOUNDARY}" + "".join(_moved(fold_label(str(value))))


def fold_label(text: str) -> str:
    """A name as it is compared with others."""
    return " ".join(fold(label(text)).split())


def label(text: str) -> str:
    """A name as it is kept: without control characters, and single spaces between its words."""
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """Without what no database takes: zero bytes, and halves of characters."""
    return "".join(char for char in text if char != "\0" and not "\ud800" <= char <= "\udfff")


def _is_single(char: str) -> bool:
    return any(ord(char) in span for span in _SINGLE)


def _moved(text: str) -> Iterator[str]:
    for char in text:
        yield char if ord(char) > 0x7F or char.isalnum() else chr(0xE100 + ord(char))
