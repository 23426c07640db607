"""Words of strangers, models among them: cleaned and bounded, never trusted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

MOST_TITLE: Final = 120
MOST_ALT: Final = 300
MOST_CAPTION: Final = 1_000
MOST_TAG: Final = 40
MOST_TAGS: Final = 12

_JOINERS: Final = frozenset("\u200c\u200d")
"""Within words of some scripts, and within emoji."""
_MARKS: Final = 4
"""Marks that one letter may bear: more are drawn over the lines above and below."""


def line(text: str, most: int) -> str:
    """One line of printable characters, `most` at the most, cut between words."""
    kept: list[str] = []
    marks = 0
    for char in text[: 4 * most]:
        category = unicodedata.category(char)
        marks = marks + 1 if category == "Mn" else 0
        if char not in _JOINERS and category[0] in "CZ":
            kept.append("" if category == "Cf" else " ")
        elif marks <= _MARKS:
            kept.append(char)
    found = " ".join("".join(kept).split())
    return found if len(found) <= most else found[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def sentence(text: str, most: int) -> str:
    """A line with a capital and a full stop; empty for an empty one."""
    found = capital(line(text, most))
    return found if not found or found[-1] in ".!?…。" else f"{found}."


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def tags(found: Iterable[str], most: int = MOST_TAGS) -> tuple[str, ...]:
    """In small letters, each once; what is too long for a tag is none."""
    cleaned = (line(tag.strip().lstrip("#"), 2 * MOST_TAG).lower() for tag in found)
    kept = [tag for tag in cleaned if 0 < len(tag) <= MOST_TAG and any(char.isalnum() for char in tag)]
    return tuple(dict.fromkeys(kept))[:most]
