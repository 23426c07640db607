"""Edits in other languages: their words in English, their marks, numbers and quotes as they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from imgorigin.painters.retouch import words as retouch
from imgorigin.painters.sketch.languages import language_of
from imgorigin.painters.sketch.languages.arranging import arranged
from imgorigin.painters.sketch.languages.language import Language
from imgorigin.painters.sketch.vocabulary import tokens

_APART: Final = re.compile(
    r"""([\"“”„«][^\"“”«»]+[\"“”»]|「[^」]+」|(?<!\w)['‘][^'’]+['’](?!\w)|[,;.!?:%#°()\n、。，；！？])"""
)
"""Quotes and marks."""
_QUOTED: Final = re.compile(r"「([^」]+)」")


def instruction_in_english(text: str, is_english: Callable[[str], bool]) -> str:
    """The same text where English, of which `is_english` tells the words, knows it best."""
    pieces = _APART.split(text)
    words = [word for piece in pieces[::2] for word in tokens(piece)]
    known = sum(map(is_english, words))
    if known == len(words) or (language := language_of(words, known)) is None:
        return text
    pieces[::2] = [_piece_in_english(piece, language) for piece in pieces[::2]]
    return "".join(_QUOTED.sub(r'"\1"', piece) for piece in pieces)


def _piece_in_english(piece: str, language: Language) -> str:
    if not (words := tokens(piece)):
        return piece
    text = " ".join(_led_by_verb(_in_order(words, language)))
    return f"{' ' * piece[:1].isspace()}{text}{' ' * piece[-1:].isspace()}"


def _in_order(words: list[str], language: Language) -> list[str]:
    """Terms of a clause; what follows a word such as "text" is left as it was written."""
    for at in range(len(words)):
        found = language.items(words[: at + 1])
        if found and found[-1].term in retouch.TEXT:
            return [*(item.term for item in arranged(found, language)), *words[at + 1 :]]
    return [item.term for item in arranged(language.items(words), language)]


def _led_by_verb(terms: list[str]) -> list[str]:
    """ "Cat remove" -> "remove cat", in each part between "and"s."""
    if "and" in terms:
        at = terms.index("and")
        return [*_led_by_verb(terms[:at]), "and", *_led_by_verb(terms[at + 1 :])]
    verbs = [term for term in terms if term in retouch.VERBS]
    return [*verbs, *(term for term in terms if term not in retouch.VERBS)]
