"""What a place is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imgorigin.painters.sketch.stage import Stage


@dataclass(frozen=True, slots=True)
class Place:
    """A place pictures are set in.

    `words` name it, those of one term joined by `_`. `phrase` says where a subject is ("in a forest"),
    `alone` what one sees without any. `times` is what the seed picks from when the words name no time.
    `contents`, divided by commas, are things of which it is full anyway, in the singular. No weather falls
    `indoors`. `shade` is the share of the light's colour that reaches what is there. With `company`,
    something stands out even if the words name nothing: colleagues, fish, the mug of a café.
    """

    name: str
    paint: Callable[[Stage], None]
    words: str
    phrase: str
    alone: str
    contents: str = ""
    times: tuple[str, ...] = ("day",)
    indoors: bool = False
    shade: float = 1.0
    company: bool = False
