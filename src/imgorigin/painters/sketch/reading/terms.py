"""A text in any language we know -> its terms in English, the longest that mean something."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from imgorigin.painters.sketch.languages import in_english
from imgorigin.painters.sketch.reading.senses import in_context
from imgorigin.painters.sketch.vocabulary import LONGEST_TERM, Meaning, meaning, tokens


def terms_of(text: str) -> list[tuple[str, Meaning | None]]:
    """The terms of a text in any language we know, in English."""
    words = in_context(tokens(text))
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
