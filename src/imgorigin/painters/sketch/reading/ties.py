"""What a relation between two things makes of them: who holds, contains or keeps company. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.grips import is_handy
from imgorigin.painters.sketch.subjects.measures import VESSELS
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, kind_of

STAYING: Final = frozenset({"beside", "with", "facing"})
"""Relations after which the next one still speaks of those before: "a girl with a dog under a tree"."""

_ONE_DRAWING: Final = {
    ("birthday-cake", "candle"): "birthday-cake",
    ("layer-cake", "candle"): "birthday-cake",
    ("chocolate-cake", "candle"): "birthday-cake",
    ("bowl", "steaming-bowl"): "steaming-bowl",
    ("bowl", "green-salad"): "green-salad",
    ("bowl", "pot-of-food"): "pot-of-food",
    ("pancakes", "cherries"): "pancakes",
    ("pancakes", "strawberry"): "pancakes",
    ("pancakes", "blueberries"): "pancakes",
    ("bread", "avocado"): "avocado-toast",
}
"""Two things, as the words have them one after the other, that are drawn as one."""


def merged(before: Subject, relation: str, after: Subject) -> Subject | None:
    """The one thing that two are, "a bowl of ramen"; None if they are two."""
    name = _ONE_DRAWING.get((before.name, after.name), "")
    if not name or relation not in ("of", "with", "in", "on"):
        return None
    noun = after.noun if name == after.name else before.noun
    return replace(before, name=name, noun=noun, color=before.color or after.color)


def takes(holder: Subject, relation: str, thing: Subject) -> bool:
    """Whether a being holds it: people what they are said to hold, and the handy they are with."""
    if holder.holding or not is_being(holder.name):
        return False
    if is_person(holder.name) or holder.name == "robot":
        shared = holder.count > 1 and kind_of(thing.name).startswith(("sport", "game"))
        handed = relation == "with" and is_handy(thing.name) and not shared
        return relation == "holding" or handed or (relation == "under" and thing.name == "umbrella")
    light = thing.name in lexicon.HOLDABLE - {"umbrella"} or kind_of(thing.name).startswith("plant-flower")
    return relation in ("holding", "with") and light


def contains(vessel: Subject, thing: Subject) -> bool:
    """Whether "of" and "with" mean that it is in it: "a bowl of oranges"."""
    return vessel.name in VESSELS and not is_person(thing.name)


def is_target(subjects: Sequence[Subject], index: int) -> bool:
    """Whether another is on it, under it ..., so that what follows is a new beginning."""
    return any(one.other == index and one.relation not in STAYING for one in subjects)


def company_of(
    subjects: Sequence[Subject], heads: Sequence[int], relation: str, subject: Subject
) -> int | None:
    """ "A cat on a sofa next to a dog": the sofa, for the dog is on it too."""
    if relation not in ("beside", "with") or not is_being(subject.name):
        return None
    seats = (one.other for one in subjects if one.relation == "on" and is_being(one.name))
    return next((seat for seat in seats if seat in heads), None)
