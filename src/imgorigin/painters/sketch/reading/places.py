"""Notes and subjects -> the place: what the words name, if such things can be there, or what they imply."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import lexicon
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading.draft import Draft
from imgorigin.painters.sketch.reading.subjects import SHAKING, idea_of
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.traits import is_being, is_crew, is_person, kind_of, traits

_OUT_OF_DOORS_BY_NATURE: Final = frozenset({"aurora", "snow", "autumn", "fog", "rainbow", "fireworks"})
_PLACE_OF_CONDITION: Final = {"blossom": "park", "flowers": "field", "rainbow": "field", "fireworks": "city"}
_TOGETHER: Final = {("waterfall", "jungle"): "tropical"}
"""Details of the first place where the second is named too."""
_OPEN_COUNTRY: Final = frozenset({"mountains", "field", "forest", "hilltop"})
"""Where a train has its track."""
_SIGHTS: Final = frozenset("eiffel-tower tokyo-tower statue-of-liberty ferris-wheel fountain".split())
"""What one sees in a city from its parks, not among the roofs."""
_ANYWHERE: Final = frozenset({"studio", "table", "sky"})
"""Homes that give way to those of what is beside."""
_OUTDOOR_POSES: Final = frozenset({"walking", "running", "jumping", "playing", "waving"})


def place_of(draft: Draft, subjects: tuple[Subject, ...]) -> str:
    """Where the picture is; what a second place named makes of it is added to the draft's details."""
    if subjects and (idea := idea_of(subjects[-1])):
        return idea.place
    named = _named(draft, subjects)
    minimal = "minimal" in draft.moods and not any(PLACES[name].indoors for name in named)
    if subjects and (draft.notes.backdrop or minimal):
        return "studio"
    if draft.notes.backdrop:
        return "abstract"
    return named[0] if named else _implied(draft, subjects)


# ---------------------------------------------------------------------------------- the words name it


def _named(draft: Draft, subjects: tuple[Subject, ...]) -> list[str]:
    """Those of the words' places that such things can be in, the one to paint first."""
    said = draft.said("place") or draft.said("setting")
    named = _merged(draft, [name for name in PLACES if name in said])
    on_rails = any(traits(one.name).home == "railway" for one in subjects)
    if on_rails and named and named[0] in _OPEN_COUNTRY:
        named.insert(0, "railway")
    if "mountains" in named[1:]:
        draft.details.add("alpine")
    gone = _impossible(draft, named, subjects)
    named = [name for name in named if name not in gone]
    named[:1] = [_where_they_stand(name, subjects) for name in named[:1]]
    draft.details |= {
        detail for (one, other), detail in _TOGETHER.items() if named[:1] == [one] and other in named
    }
    if "table" in named and any(is_person(one.name) for one in subjects):
        named.remove("table")
    return named


def _merged(draft: Draft, named: list[str]) -> list[str]:
    """Landscapes that are one: mountains have their fields, and anything may have its lake."""
    if "lake" in named and len(named) > 1:
        named = [name for name in named if name != "lake"]
        draft.details.add("water")
    if "mountains" in named:
        named = [name for name in named if name != "field"]
    return named


def _impossible(draft: Draft, named: list[str], subjects: tuple[Subject, ...]) -> set[str]:
    """Of the places named, those that are no place for such subjects, or not beside such others."""
    gone = set()
    if (len(named) > 1 or not subjects) and not draft.notes.backdrop:
        gone.add("studio")
    if any(traits(one.name).stance != "air" for one in subjects):
        gone.add("sky")
    if any(one.noun not in SYMBOLS for one in subjects):
        gone.add("abstract")
    return gone


def _where_they_stand(place: str, subjects: tuple[Subject, ...]) -> str:
    """The place as those see it who are there: a city from its streets, the sea from its coast."""
    if place == "city" and any(_walks(one) and one.pose != SHAKING for one in subjects):
        return "street"
    if place == "city" and any(one.name in _SIGHTS for one in subjects):
        return "park"
    if place == "sea" and subjects and _is_built(subjects[0]):
        return "cliffs"
    return place


def _walks(subject: Subject) -> bool:
    """Who is seen in a city from its streets, not from afar."""
    land = kind_of(subject.name).startswith(("person", "animal-mammal", "transport-ground"))
    return land and traits(subject.name).stance != "water"


def _is_built(subject: Subject) -> bool:
    """What stands on the land, even "by the sea"."""
    ashore = traits(subject.name).home in ("hilltop", "cliffs")
    return ashore or kind_of(subject.name).startswith("place-building")


# -------------------------------------------------------------------------------- the words imply it


def _implied(draft: Draft, subjects: tuple[Subject, ...]) -> str:
    if "launch" in draft.details:
        return "space"
    if subjects:
        alone = len(subjects) == 1 and not draft.conditions and not draft.says("time")
        shown = alone and not lexicon.SHOWING_THINGS.isdisjoint(draft.said("style"))
        return "studio" if shown else _home(draft, subjects)
    if "people" in draft.details:
        return "office"
    for condition, place in _PLACE_OF_CONDITION.items():
        if condition in draft.conditions:
            return place
    outside = draft.says("time") or draft.conditions & _OUT_OF_DOORS_BY_NATURE
    if draft.says("pattern") or not outside:
        return "abstract"
    return "city" if "future" in draft.details else "mountains"


def _home(draft: Draft, subjects: tuple[Subject, ...]) -> str:
    """Where such things are; out of doors if there is weather, in an office if there are people."""
    homes = [traits(subject.name).home for subject in _from_the_ground(subjects)]
    outside = bool(draft.conditions or set(draft.said("time")) - {"neon"})
    if not draft.conditions and any(subject.pose == "working" for subject in subjects):
        return "office" if any(is_crew(one) for one in subjects) else "room"
    if homes[0] == "studio" and outside:
        return "field"
    if any(subject.pose == "working" for subject in subjects):
        return "office" if any(is_crew(one) for one in subjects) else "room"
    if homes == ["field"] and not outside and any(one.name == "suit" for one in subjects[0].wearing):
        return "office"
    if homes[0] in ("studio", "table") and "people" in draft.details and not draft.says("cast"):
        return "office"
    if "room" in homes and (homes[0] == "room" or "table" in homes):
        return "room"
    if homes[0] == "studio" and any(one.pose in _OUTDOOR_POSES and is_person(one.name) for one in subjects):
        return "field"
    return _shared(homes, subjects)


def _shared(homes: list[str], subjects: tuple[Subject, ...]) -> str:
    """The first home, unless that is anywhere and something beside it has one of its own."""
    several = len(subjects) > 1 or subjects[0].count > 2
    on_table = homes[0] not in _ANYWHERE - {"table"}
    if not several or (on_table and not any(is_being(one.name) for one in subjects)):
        return homes[0]
    return next((home for home in homes if home not in _ANYWHERE), homes[0])


def _from_the_ground(subjects: tuple[Subject, ...]) -> list[Subject]:
    """What carries the first subject, what carries that, ..., then the others."""
    chain, index = [0], subjects[0].other
    while index >= 0 and index not in chain and subjects[chain[-1]].relation not in ("chasing", "facing"):
        chain.append(index)
        index = subjects[index].other
    rest = [index for index in range(len(subjects)) if index not in chain]
    return [subjects[index] for index in (*reversed(chain), *rest)]
