"""Notes -> the subjects of the scene: which of the things named are painted, and as whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch import grammar
from imgorigin.painters.sketch.ideas import AT_WORK, IDEAS, Idea, is_on_screens
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading.draft import Draft
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.traits import is_being, is_person
from imgorigin.painters.sketch.vocabulary import singular

MAX_SUBJECTS: Final = 4
SHAKING: Final = "shaking hands"
"""The pose of two people who do."""

_AT_TABLES: Final = frozenset({"office", "table"})
_WORK_ON: Final = frozenset({"laptop", "desktop-computer", "notebook", "open-book", "books", "memo", "pen"})
_AFOOT: Final = frozenset("mechanic construction-worker cook farmer firefighter police-officer".split())
"""Trades that are not worked at a desk."""
_SCREENS: Final = frozenset({"laptop", "desktop-computer", "tablet", "mobile-phone", "held-laptop"})
_AGENTS: Final = {
    "programmer": ("technologist", "computer programmer"),
    "developer": ("technologist", "software developer"),
    "investor": ("office-worker", "business investor"),
    "leader": ("office-worker", "business leader"),
    "realtor": ("office-worker", "estate agent"),
    "customer": ("person", "shopper"),
    "client": ("person", "visitor"),
    "courier": ("person", "delivery worker"),
}
"""Ideas that are people too, and what they are called as such."""
_LAPTOP: Final = Subject("laptop", "laptop")
_HANDSHAKE: Final = Subject("handshake", "handshake")
_PARTNERS: Final = Subject("office-worker", "business partner", count=2, counted="two", pose=SHAKING)


def subjects_of(draft: Draft) -> tuple[Subject, ...]:
    """What the scene shows, the first the most important, each pointing at the one it is seen from."""
    named = _concrete(draft) or _unnamed(draft)
    if _is_staffed(draft):
        named = _without(named, lambda one: one.noun in _crowd_words(draft))
    subjects = _doing(draft, _with_tools(_within(named[:MAX_SUBJECTS])))
    return tuple(_met(draft, _at_work(draft, one)) for one in subjects)


def idea_of(subject: Subject) -> Idea | None:
    """What the word stands for by itself; several people are people, whatever they do."""
    if subject.count > 1 and is_person(subject.name):
        return None
    return IDEAS.get(singular(subject.noun))


def not_shown_anyway(subjects: tuple[Subject, ...], place: str) -> tuple[Subject, ...]:
    """Without what the place is full of anyway, if it is all there is: "a harbour with fishing boats"."""
    own = PLACES[place].contents.split(",")
    plain = all(one.noun in own and not (one.color or one.size or one.holding) for one in subjects)
    return () if subjects and plain else subjects


# ------------------------------------------------------------------------------------ things and ideas


def _concrete(draft: Draft) -> list[Subject]:
    """Things rather than ideas: an idea gives way to any thing, place or pattern that is named too."""
    named = draft.notes.subjects
    if draft.says("place", "time", "pose") or len(named) > 1:
        named = [_as_someone(one) for one in named]
    things = [one for one in named if idea_of(one) is None]
    if any(is_on_screens(singular(one.noun)) for one in named) and all(
        one.name in _SCREENS for one in things
    ):
        things = []
    settings = set(draft.said("place")) - {"studio"}
    if not things and settings and any(singular(one.noun) in AT_WORK for one in named):
        return [Subject("person", "person", pose="working", holding=_LAPTOP)]
    if not things and not settings and not draft.says("pattern") and "people" not in draft.details:
        return [replace(one, noun=singular(one.noun)) for one in named]
    ideas = (one for one in named if idea_of(one))
    draft.loose += [(one.color_name, one.color) for one in ideas if one.color]
    return things


def _as_someone(subject: Subject) -> Subject:
    """Someone, where a word for an idea is one for a person too: "a programmer at a desk"."""
    name, noun = _AGENTS.get(singular(subject.noun), ("", ""))
    return replace(subject, name=name, noun=noun) if name else subject


def _unnamed(draft: Draft) -> list[Subject]:
    """What the other words imply where they name no thing: "launch" a rocket."""
    if "launch" in draft.details and not draft.says("place"):
        return [Subject("rocket", "rocket")]
    if any(one.name == "handshake" for one in draft.notes.acts):
        return [_HANDSHAKE]
    return [] if draft.says("place", "pattern") else draft.notes.hints[:1]


def _doing(draft: Draft, subjects: list[Subject]) -> list[Subject]:
    """With the book that someone reads, the ball that an animal plays with."""
    if not subjects or not is_being(subjects[0].name):
        return subjects
    first, *others = subjects
    if "reading" in draft.details and not first.holding:
        first = replace(first, holding=Subject("open-book", "book"))
    if "play" in draft.details and not others and not is_person(first.name):
        others = [Subject("soccer-ball", "soccer ball")]
    return [first, *others]


def _met(draft: Draft, subject: Subject) -> Subject:
    """A handshake somewhere is that of two people."""
    if subject.name == "handshake" and set(draft.said("place")) - {"studio"}:
        draft.details.discard("people")
        return _PARTNERS
    if subject.pose == SHAKING and is_person(subject.name) and subject.count > 2:
        return _met(draft, _HANDSHAKE)
    return subject


# ------------------------------------------------------------------------------------- people at work


def _is_staffed(draft: Draft) -> bool:
    """Whether the people are those an office has anyway."""
    if any(one.pose == SHAKING for one in draft.notes.subjects):
        return False
    if "people" not in draft.details or not draft.says("cast"):
        return False
    places = set(draft.said("place"))
    staff = {"team", "colleagues"} & set(draft.said("cast"))
    return places == {"office"} or (not places and bool(staff))


def _crowd_words(draft: Draft) -> set[str]:
    words = (word for name in draft.said("cast") for word in grammar.CAST_WORDS[name].split())
    return {word.replace("_", " ") for word in words}


def _at_work(draft: Draft, subject: Subject) -> Subject:
    """People who work, or are at a table, sit at one."""
    if not is_person(subject.name) or (subject.count > 3 and not _is_at_desk(subject)):
        return subject
    if subject.name in _AFOOT and not subject.holding:
        return replace(subject, pose="" if subject.pose == "working" else subject.pose)
    tool = subject.holding is not None and subject.holding.name in _WORK_ON
    elsewhere = draft.says("place", "time", "condition")
    if tool and subject.pose == "" and subject.count == 1 and not elsewhere:
        return replace(subject, pose="working") if len(draft.notes.subjects) == 1 else subject
    at_table = not _AT_TABLES.isdisjoint(draft.said("place"))
    seated = at_table and (
        subject.pose == "sitting" or (subject.pose == "" and (tool or subject.name == "technologist"))
    )
    if _is_at_desk(subject) or seated:
        return replace(subject, pose="working", holding=subject.holding or _LAPTOP)
    return subject


def _is_at_desk(subject: Subject) -> bool:
    """Whether they work: as the words say, or as several do whose trade it is."""
    of_trade = subject.name == "technologist" and subject.count > 1
    return subject.pose == "working" or (of_trade and not subject.pose)


def _with_tools(subjects: list[Subject]) -> list[Subject]:
    """Those who work on laptops have them before them: these are no things of their own."""
    tools: list[Subject] = []
    seated = []
    for one in subjects:
        tool = subjects[one.other] if one.pose == "working" and one.other >= 0 else None
        if tool and is_person(one.name) and not one.holding and tool.name in _WORK_ON:
            tools.append(tool)
            held = replace(tool, noun=singular(tool.noun), count=1, counted="")
            seated.append(replace(one, holding=held, relation="", other=-1))
        else:
            seated.append(one)
    return _without(seated, lambda one: any(one is tool for tool in tools))


# ------------------------------------------------------------------------------- who points at whom


def _without(subjects: list[Subject], unwanted: Callable[[Subject], bool]) -> list[Subject]:
    """The others, still pointing at each other."""
    kept = [index for index, one in enumerate(subjects) if not unwanted(one)]
    moved = {old: new for new, old in enumerate(kept)}
    return [_pointing(subjects[index], moved.get(subjects[index].other, -1)) for index in kept]


def _within(subjects: list[Subject]) -> list[Subject]:
    """Subjects without relations to those that were left out."""
    return [_pointing(one, one.other if one.other < len(subjects) else -1) for one in subjects]


def _pointing(subject: Subject, other: int) -> Subject:
    return replace(subject, other=other, relation=subject.relation if other >= 0 else "")
