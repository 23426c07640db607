"""Notes and place -> the time of day."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading.draft import Draft

_AFTER_DARK: Final = frozenset({"aurora", "fireworks"})


def time_of(draft: Draft, place: str, seed: int) -> str:
    """The time the words name or imply; of those that suit the place, the seed's choice."""
    named = next((name for name in lexicon.TIMES if name in draft.said("time")), "")
    return _named(draft, named) if named else _implied(draft, place, seed)


def _named(draft: Draft, time: str) -> str:
    if time == "day" and draft.conditions & _AFTER_DARK:
        time = "night"
    return "neon" if time == "night" and "future" in draft.details else time


def _implied(draft: Draft, place: str, seed: int) -> str:
    if "future" in draft.details and place in ("city", "street"):
        return "neon"
    if draft.conditions & _AFTER_DARK or place == "space":
        return "night"
    if "dark" in draft.moods and not PLACES[place].indoors:
        return "night"
    if "autumn" in draft.conditions:
        return "golden"
    suitable = ("day", "day", "dawn") if "blossom" in draft.conditions else PLACES[place].times
    return Stream(seed, "time").pick(suitable)
