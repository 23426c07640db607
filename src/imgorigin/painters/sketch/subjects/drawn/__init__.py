"""Subjects drawn by us rather than by the icons of the pack.

To add one: a function from a colour to markup, and a row in DRAWN. Its words go into `naming.py`, its
traits, if it has any of its own, into `subjects/traits.py`.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import Drawn
from imgorigin.painters.sketch.subjects.drawn.symbols import SYMBOLS
from imgorigin.painters.sketch.subjects.drawn.things import THINGS

DRAWN: Final[dict[str, Drawn]] = {**THINGS, **SYMBOLS}
