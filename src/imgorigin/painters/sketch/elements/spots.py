"""Where subjects go in a room: things on a table, beings behind a counter or on the floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.rooms import shade_under
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot
from imgorigin.painters.sketch.subjects.traits import is_being, kind_of, traits


def on_something(stage: Stage, spot: Spot, wood: str) -> Spot:
    """The spot, or if the first subject is a thing that belongs on a table, the top of a low one there."""
    if not stage.scene.subjects or not is_small_thing(stage.scene.subjects[0]):
        return spot
    draw, x, y, tone = stage.draw, stage.w * spot.x, spot.ground + 24, stage.lit(wood)
    half = min(330.0, stage.w * 0.42)
    with stage.layer("low-table"):
        shade_under(stage, x, y, half)
        for dx in (-half * 0.8, half * 0.8 - 18):
            draw.rect(x + dx, y - 110, 18, 110, palette.darker(tone, 0.3), corner=4)
        draw.ellipse(x, y - 104, half, 46, palette.darker(tone, 0.25))
        draw.ellipse(x, y - 122, half, 46, draw.gradient(palette.lighter(tone, 0.35), tone, towards=(0.4, 1)))
    return replace(spot, ground=y - 110, size=spot.size * 0.8)


def parted(subjects: Sequence[Subject]) -> tuple[list[Subject], list[Subject]]:
    """Beings, who stand behind a counter or beside a table, and things, which stand on it."""
    return [one for one in subjects if is_being(one.name)], [
        one for one in subjects if not is_being(one.name)
    ]


def is_small_thing(subject: Subject) -> bool:
    """One that would look lost, or odd, on the floor."""
    kind, own = kind_of(subject.name), traits(subject.name)
    grown = is_being(subject.name) or kind.startswith(("transport", "place", "sport"))
    return not grown and own.stance == "ground" and own.home in ("table", "studio")
