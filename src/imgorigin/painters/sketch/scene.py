"""What is to be seen, as plain data: the words' meaning, and no coordinates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing or being. `name` is its icon or drawing, `noun` what the words call it."""

    name: str
    noun: str
    color: str = ""
    color_name: str = ""
    holding: Subject | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture in words we know.

    `place`, `time`, `conditions`, `details`, `moods` and `styles` are names of the lexicon. `color` is one
    that no subject has taken, `backdrop` that of "on a blue background"; both are `#rrggbb` or empty.
    `seed` decides everything the words leave open. An edit changes time, conditions, moods and colours:
    nothing else, so that the picture stays the same picture.
    """

    seed: int
    place: str
    time: str = "day"
    conditions: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()
    moods: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    subjects: tuple[Subject, ...] = ()
    color: str = ""
    color_name: str = ""
    tint: str = ""
    backdrop: str = ""
    pattern: str = ""
    unknown: tuple[str, ...] = ()
