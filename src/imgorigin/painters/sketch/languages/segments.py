"""Words of scripts that leave no spaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

LONGEST_WORD: Final = 10
"""Characters of the longest word looked for."""


def segments(text: str, is_word: Callable[[str], bool]) -> list[str]:
    """A run of characters cut into words, so that as little as possible is unknown and the words are as few
    as possible; what is unknown stays in one piece, and of cuts as good the one with the longest word first
    counts."""
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(text) + 1):
        strange, words, _ = best[end - 1]
        options = [(strange + 1, words + 1, 1)]
        for length in range(1, min(LONGEST_WORD, end) + 1):
            if is_word(text[end - length : end]):
                strange, words, _ = best[end - length]
                options.append((strange, words + 1, length))
        best.append(min(options, key=lambda one: (one[0], one[1], -one[2])))
    return _joined(text, best, is_word)


def _joined(text: str, best: list[tuple[int, int, int]], is_word: Callable[[str], bool]) -> list[str]:
    found: list[str] = []
    end = len(text)
    while end:
        length = best[end][2]
        found.append(text[end - length : end])
        end -= length
    pieces: list[str] = []
    for piece in reversed(found):
        if pieces and not is_word(piece) and not is_word(pieces[-1]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
