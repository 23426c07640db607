"""What is to be seen, as plain data: the words' meaning, and no coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from imgorigin.painters.retouch.step import Step


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing or being. `name` is its icon or drawing, `noun` what the words call it.

    `count` is how many of them there are. `relation` says where it is seen from the scene's subject number
    `other` ("on"); -1 is none. `scale` is what edits have made of its size.
    """

    name: str
    noun: str
    color: str = ""
    color_name: str = ""
    holding: Subject | None = None
    count: int = 1
    relation: str = ""
    other: int = -1
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture in words we know.

    `place`, `time`, `conditions`, `details`, `moods` and `styles` are names of the lexicon. `color` is one
    that no subject has taken, `backdrop` that of "on a blue background"; both are `#rrggbb` or empty.
    `seed` decides everything the words leave open; no edit changes it, so that the picture stays the same
    picture. `sky` is a colour the sky was given, `finish` what is done to the finished picture, in order.
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
    sky: str = ""
    finish: tuple[Step, ...] = ()
