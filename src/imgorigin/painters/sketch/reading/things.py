"""The things that the words name, one after the other, and how each stands to those before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from imgorigin.painters.sketch import grammar, lexicon
from imgorigin.painters.sketch.ideas import is_on_screens
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.reading.ties import STAYING, company_of, contains, is_target, merged, takes
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.grips import is_handy
from imgorigin.painters.sketch.subjects.measures import VESSELS
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, kind_of

_UNDER_THINGS: Final = frozenset({"under", "around", "beside", "behind", "before", "leaning"})
"""What a table must be a thing for: on one is a place."""
_FAMILIES: Final = frozenset({"family", "parents", "couple"})
_ON_ANIMALS: Final = frozenset({"scarf", "hat", "top-hat", "cap", "beanie", "hard-hat", "crown"})


@dataclass(slots=True)
class Things:
    """`subjects` in the words' order, each pointing at the one it is seen from.

    `heads` are those that the next relation speaks of: of "a girl with a dog under" both. `relation` and
    `joined` are what has been said since the last thing: "under", "and".
    """

    subjects: list[Subject] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relation: str = ""
    joined: bool = False

    @property
    def spoken_of(self) -> Subject | None:
        """The thing that the next relation speaks of, the last of them."""
        return self.subjects[self.heads[-1]] if self.heads else None

    def relate(self, relation: str) -> None:
        self.relation, self.joined = relation, False

    def add(self, subject: Subject, term: str) -> None:
        """The next thing, named by the term: related to those before it, one of them again, or new."""
        if self._is_its_age(subject):
            gone = self.subjects.pop()
            self.heads = [index for index in self.heads if index < len(self.subjects)]
            subject = replace(subject, size=subject.size or "baby", color=subject.color or gone.color)
        if self._is_their_hair(subject):
            self.subjects.pop()
            self.heads = [index for index in self.heads if index < len(self.subjects)]
            subject = replace(subject, looks=(*subject.looks, "ginger"))
        if self._does(subject, term):
            return
        if self.relation == "with" and subject.name == "child" and self.grows("children", subject.count):
            return
        relation, joined = self.relation, self.joined
        self.relate("")
        if self._is_known(subject, apart=joined or bool(relation)):
            return
        if not relation and not joined:
            relation = self._implied_relation(subject)
        if relation and self.heads:
            self._related(relation, subject)
        else:
            self.subjects.append(subject)
            place = len(self.subjects) - 1
            follows = self.heads and self.heads[-1] == place - 1 and is_target(self.subjects, place - 1)
            self.heads = [place] if follows else [*self.heads, place]

    # ---------------------------------------------------------------------- said of those before it

    def pose(self, pose: str) -> bool:
        """Those before the word do so; False if there is nobody, and it waits for who comes."""
        if self.joined:
            return False
        beings = [index for index in self.heads if is_being(self.subjects[index].name)]
        if not beings and self.subjects and self.subjects[-1].other < 0:
            beings = [index for index in (len(self.subjects) - 1,) if is_being(self.subjects[index].name)]
        for index in beings:
            self.subjects[index] = replace(self.subjects[index], pose=pose)
        return bool(beings)

    def may_wear(self, garment: str) -> bool:
        """Whether the word is of clothes that someone has on, not of things: "a man in a suit"."""
        wearer = self.spoken_of
        if not wearer:
            return garment in ("hair", "beard")
        if garment == "wheelchair":
            return is_person(wearer.name) and self.relation in ("in", "on", "with", "holding")
        if garment in ("hair", "beard") and not self.relation:
            return is_person(wearer.name)
        if self.joined:
            return is_being(wearer.name) and bool(wearer.wearing or wearer.holding)
        dressed = is_person(wearer.name) or (is_being(wearer.name) and garment in _ON_ANIMALS)
        return dressed and self.relation in ("in", "with", "wearing")

    def describe(self, looks: tuple[str, ...]) -> bool:
        """The people before the words look so, "a man, bald"; False if there are none."""
        people = [index for index in self.heads if is_person(self.subjects[index].name)]
        for index in people:
            one = self.subjects[index]
            self.subjects[index] = replace(one, looks=(*one.looks, *looks))
        return bool(people)

    def grows(self, cast: str, count: int) -> bool:
        """Whether the children of a cast belong to a family that has been named: they are counted with it."""
        who = self.spoken_of
        if not who or who.noun not in _FAMILIES or cast not in ("kids", "children"):
            return False
        parents = replace(who, noun="family", count=min(grammar.MOST, 2 + count), counted="")
        self.subjects[self.heads[-1]] = parents
        self.relate("")
        return True

    def in_number(self, count: int) -> bool:
        """ "A family of five": so many they are."""
        who = self.spoken_of
        if not who or who.noun != "family" or self.relation != "of":
            return False
        self.subjects[self.heads[-1]] = replace(who, count=min(grammar.MOST, max(2, count)))
        self.relate("")
        return True

    def wear(self, worn: Subject) -> None:
        for index in self.heads:
            wearer = self.subjects[index]
            if is_being(wearer.name):
                self.subjects[index] = replace(wearer, wearing=(*wearer.wearing, worn))

    def thing_here(self, tags: dict[str, str]) -> str:
        """The thing that a word for a place or a season is here: "under a table", "holding flowers"."""
        before = self.spoken_of
        if not before:
            return ""
        if tags.get("place") in ("table", "dining") and self.relation in _UNDER_THINGS:
            return "table"
        if tags.get("condition") == "flowers" and not tags.get("place"):
            held = self.relation == "holding" or (self.relation == "with" and is_person(before.name))
            filled = self.relation in ("of", "with") and before.name in VESSELS
            return "bouquet" if held or filled else ""
        return ""

    def turn_about(self) -> None:
        """A relation with nothing after it: of "a cake with a cherry on top" the cherry is on the cake."""
        if self.relation not in ("on", "in", "above", "behind", "under"):
            return
        last = len(self.subjects) - 1
        for index, one in enumerate(self.subjects):
            if one.relation == "with" and one.other == last:
                self.subjects[index] = replace(one, relation="", other=-1)
                self.subjects[last] = replace(self.subjects[last], relation=self.relation, other=index)

    # ------------------------------------------------------------------------------ not a new thing

    def _is_its_age(self, subject: Subject) -> bool:
        """ "baby" before an animal."""
        before = self.subjects[-1] if self.subjects else None
        if not before or self.relation or self.joined:
            return False
        animal = kind_of(subject.name).startswith("animal")
        return animal and before.name == "baby"

    def _is_their_hair(self, subject: Subject) -> bool:
        """ "Ginger" before a person."""
        before = self.subjects[-1].noun if self.subjects else ""
        return before == "ginger" and is_person(subject.name) and not (self.relation or self.joined)

    def _does(self, act: Subject, term: str) -> bool:
        """ "A woman doing yoga": the act is how she is drawn, not someone else."""
        who = self.spoken_of
        if act.noun not in SYMBOLS or self.relation or self.joined or not who:
            return False
        if not (is_person(who.name) and is_person(act.name)) or who.pose or who.count > 1:
            return False
        doing = term if term.split(maxsplit=1)[0].endswith("ing") else f"doing {term}"
        self.subjects[self.heads[-1]] = replace(who, name=act.name, pose=doing)
        return True

    def _is_known(self, subject: Subject, *, apart: bool) -> bool:
        """Whether the thing has been named before; the plainest word for it counts."""
        for index, known in enumerate(self.subjects):
            if known.name == subject.name and not (apart and is_being(subject.name)):
                if apart and (known.color != subject.color or known.size != subject.size) and known.color:
                    return False
                if known.noun in SYMBOLS and not is_on_screens(known.noun):
                    self.subjects[index] = replace(known, noun=subject.noun)
                return True
        return False

    # ------------------------------------------------------------------------------------ relations

    def _implied_relation(self, subject: Subject) -> str:
        """Without a word for it: "person umbrella rain", "working at a laptop"."""
        before = self.spoken_of
        if not before:
            return ""
        if before.pose == "working" and is_handy(subject.name):
            return "holding"
        return "with" if subject.name in lexicon.HOLDABLE else ""

    def _related(self, relation: str, subject: Subject) -> None:
        """`subject` is what those before it are beside, on, under, with ..."""
        last = self.heads[-1]
        if relation == "of" and self.subjects[last].name == "bouquet":
            if subject.color and not self.subjects[last].color:
                self.subjects[last] = replace(self.subjects[last], color=subject.color)
            return
        if self._is_taken(relation, subject):
            return
        if one := merged(self.subjects[last], relation, subject):
            self.subjects[last] = one
            return
        if subject.noun in SYMBOLS:
            relation = "with"
        inside = relation in ("of", "with") and contains(self.subjects[last], subject)
        company = company_of(self.subjects, self.heads, relation, subject)
        if inside:
            self.subjects.append(replace(subject, relation="in", other=last))
        elif company is not None:
            self.subjects.append(replace(subject, relation="on", other=company))
        else:
            self._point(relation, subject)

    def _is_taken(self, relation: str, subject: Subject) -> bool:
        """Whether those before hold it; then it is no thing of its own."""
        holders = [index for index in self.heads if takes(self.subjects[index], relation, subject)]
        for index in holders:
            self.subjects[index] = replace(self.subjects[index], holding=subject)
        self.heads = holders or self.heads
        return bool(holders)

    def _point(self, relation: str, subject: Subject) -> None:
        """Those before it point at the new thing, each at the first that it was said to be seen from."""
        self.subjects.append(subject)
        target = len(self.subjects) - 1
        as_seen = "with" if relation in ("holding", "wearing") else relation
        for index in self.heads if relation != "of" else ():
            if self.subjects[index].other < 0:
                self.subjects[index] = replace(self.subjects[index], relation=as_seen, other=target)
        self.heads = [*self.heads, target] if relation in STAYING else [target]
