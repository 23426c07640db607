"""The round numbers of the page about the painter are about right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from imgorigin.painters.sketch.ideas import IDEAS
from imgorigin.painters.sketch.languages import LANGUAGES
from imgorigin.painters.sketch.naming import NAMES
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.styles import STYLES
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from scripts.gallery import groups

_ROOT = Path(__file__).parents[3]
_PAGE = " ".join((_ROOT / "docs" / "sketch.md").read_text().split())
_CHANGES = " ".join((_ROOT / "CHANGELOG.md").read_text().split())
_NUMERALS = {"fifteen": 15, "seventeen": 17}
_OFF = 0.1


@pytest.mark.parametrize(
    ("text", "said", "counted"),
    [
        (_PAGE, r"some ([\d,]+) icons", len(pack().icons)),
        (_PAGE, r"icons and ([\d,]+) drawings of its own", len(DRAWN)),
        (_PAGE, r"by some ([\d,]+) words", len({*pack().words, *NAMES})),
        (_PAGE, r"some ([\d,]+) more, as an illustration", len(IDEAS)),
        (_CHANGES, r"some ([\d,]+) places", len(PLACES)),
        (_CHANGES, r"places, ([\d,]+) drawings of its own", len(DRAWN)),
        (_CHANGES, r"drawings of its own beside ([\d,]+) icons", len(pack().icons)),
        (_CHANGES, r"([\d,]+) abstract words", len(IDEAS)),
    ],
)
def test_a_round_number_is_about_right(text: str, said: str, counted: int) -> None:
    found = re.search(said, text)
    assert found, said
    number = int(found[1].replace(",", ""))
    assert abs(number - counted) < _OFF * counted, (number, counted)


@pytest.mark.parametrize(
    ("text", "said", "counted"),
    [
        (_PAGE, r"(\w+) styles, below", len(STYLES) - 1),
        (_CHANGES, r"(\w+) styles;", len(STYLES) - 1),
        (_CHANGES, r"(\w+) languages beside English", len(LANGUAGES)),
        (_PAGE, r"lists (\w+) prompts", sum(len(prompts) for _, prompts in groups())),
    ],
)
def test_a_small_number_is_right(text: str, said: str, counted: int) -> None:
    found = re.search(said, text)
    assert found, said
    number = _NUMERALS.get(found[1]) or int(found[1])
    assert number == counted
