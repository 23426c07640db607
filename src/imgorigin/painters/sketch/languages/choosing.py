"""Which language a text is in: by its script, then by how many of its words each language knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

from imgorigin.painters.sketch.languages.language import Language
from imgorigin.painters.sketch.languages.loading import loaded

LANGUAGES: Final = {
    "de": "latin",
    "fr": "latin",
    "es": "latin",
    "pt": "latin",
    "it": "latin",
    "nl": "latin",
    "pl": "latin",
    "cs": "latin",
    "sv": "latin",
    "tr": "latin",
    "uk": "cyrillic",
    "ru": "cyrillic",
    "ja": "cjk",
    "zh": "cjk",
    "ko": "hangul",
}
"""Code -> script. Of languages that know as much, the first counts."""

MAX_WORDS: Final = 40
"""Read of a text to know its language."""
_FINALISTS: Final = 4
"""Languages of a script that are looked into thoroughly, for stems and parts of words."""
_LEAST: Final = 0.5
"""Of a word in Latin letters: a keyword, or what may be a part of a word, is not enough to be a language."""
_SCRIPTS: Final = {
    "LATIN": "latin",
    "CYRILLIC": "cyrillic",
    "CJK": "cjk",
    "HIRAGANA": "cjk",
    "KATAKANA": "cjk",
    "HANGUL": "hangul",
    "ARABIC": "arabic",
    "DEVANAGARI": "devanagari",
}


def language_of(words: Sequence[str], known: float) -> Language | None:
    """None for a text in English, which knows `known` of the words, or in no language we know."""
    sample = words[:MAX_WORDS]
    scripts = [script for word in sample if (script := script_of(word))]
    if not scripts:
        return None
    script = max(dict.fromkeys(scripts), key=scripts.count)
    own = [word for word in sample if script_of(word) == script]
    there = [_language(code) for code, written in LANGUAGES.items() if written == script]
    likely = sorted(there, key=lambda one: -one.score(own, thorough=False))[:_FINALISTS]
    scores = {one.code: one.score(own, thorough=True) for one in likely}
    best = max((one for one in there if one.code in scores), key=lambda one: scores[one.code], default=None)
    enough = max(known * len(sample) / len(words), _LEAST) if script == "latin" else 0.0
    return best if best and scores[best.code] > enough else None


def script_of(word: str) -> str:
    """Of its first letter; empty for numbers, pictographs and scripts without a language here."""
    first = next((char for char in word if unicodedata.category(char)[0] == "L"), "")
    return _SCRIPTS.get(unicodedata.name(first, "").split(" ")[0], "") if first else ""


@cache
def _language(code: str) -> Language:
    return loaded(code, LANGUAGES[code])
