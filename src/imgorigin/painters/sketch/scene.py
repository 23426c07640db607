"""What is to be seen, as plain data: the words' meaning, and no coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from imgorigin.painters.retouch.step import Step


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing or being, or several of a kind.

    `name` is its icon or drawing, `noun` what the words call it (in the singular). `counted` is how the words
    count it ("three", "a flock of"; "some" for a bare plural) and `count` how many are painted. `size`,
    `pose` and `looks` are words too: "tiny", "walking", "old". `relation` says where it is seen from the
    scene's subject number `other`: "on", "beside"; -1 is none. `scale` is what edits have made of its size.
    """

    name: str
    noun: str
    color: str = ""
    color_name: str = ""
    holding: Subject | None = None
    wearing: tuple[Subject, ...] = ()
    count: int = 1
    counted: str = ""
    size: str = ""
    pose: str = ""
    looks: tuple[str, ...] = ()
    relation: str = ""
    other: int = -1
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture in words we know.

    `place`, `time`, `conditions`, `details`, `moods` and `styles` are names of the lexicon. `color` is one
    that no subject has taken, `backdrop` that of "on a blue background"; both are `#rrggbb` or empty.
    `seed` decides everything the words leave open; no edit changes it, so that the picture stays the same
    picture. `sky` is a colour the sky was given, `calm` the side that is left to text ("left", "right" or
    "top"; empty for none), `finish` what is done to the finished picture, in order.
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
    calm: str = ""
    finish: tuple[Step, ...] = ()
