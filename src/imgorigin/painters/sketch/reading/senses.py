"""Words of several senses: the term that is meant beside such other words. A table, and its one reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

_SENSES: Final = """
mouse            computer_mouse   keyboard desk laptop computer monitor mousepad usb wireless gaming pc
mice             computer_mouse   keyboard desk laptop computer monitor mousepad usb wireless gaming pc
board            chopping_board   bread cheese knife wooden wood kitchen food vegetables meat cutting
bank             riverbank        river stream lake creek of_a_river
banks            riverbank        river stream lake creek
screen           laptop           laptop notebook
screen           mobile_phone     phone smartphone mobile
pitch            stadium          football soccer
pot              cooking_pot      cooking kitchen soup stove
glass            drinking_glass   juice water lemonade iced
keys             piano            piano
trunk            tree             tree
bark             tree             tree
file             folder           document
files            folder           documents cloud computer
microphone       studio_microphone podcast podcasting recording radio
knife            kitchen_knife    vegetables vegetable cutting board meat kitchen chef cook
nail             nail_polish      polish salon manicure
nails            nail_polish      polish salon manicure
"""
"""A word, what it is then (its words joined by `_`), and the words of which one stands beside it."""


def _rows() -> Iterator[tuple[str, str, frozenset[str]]]:
    for line in _SENSES.strip().splitlines():
        word, meant, *others = line.split()
        yield word, meant.replace("_", " "), frozenset(others)


_ROWS: Final = tuple(_rows())


def in_context(words: Sequence[str]) -> list[str]:
    """The words, those of several senses replaced by those of the one that is meant."""
    present = frozenset(words)
    meant: dict[str, str] = {}
    for word, term, others in _ROWS:
        if word in present and not others.isdisjoint(present):
            meant.setdefault(word, term)
    return [piece for word in words for piece in meant.get(word, word).split()] if meant else list(words)
