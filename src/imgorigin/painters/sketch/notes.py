"""What the words of a prompt say, taken down one by one: things, and how each stands to the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from imgorigin.painters.sketch import grammar, lexicon
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.grips import is_handy
from imgorigin.painters.sketch.subjects.measures import VESSELS
from imgorigin.painters.sketch.subjects.traits import is_being, is_person, kind_of
from imgorigin.painters.sketch.ties import STAYING, company_of, contains, is_target, merged, takes
from imgorigin.painters.sketch.vocabulary import Meaning, is_plural, singular

_COLORED: Final = frozenset({"place", "time", "condition"})
"""Families of words that a colour before them is taken to belong to: "blue lake", but "red vintage car"."""
_JOINING: Final = frozenset({"and", "or", "plus"})
_UNDER_THINGS: Final = frozenset({"under", "around", "beside", "behind", "before", "leaning"})
"""What a table must be a thing for: on one is a place."""
_CROWDS: Final = frozenset(
    word.replace("_", " ") for words in grammar.CAST_WORDS.values() for word in words.split()
)
_ON_ANIMALS: Final = frozenset({"scarf", "hat", "top-hat", "cap", "beanie", "hard-hat", "crown"})
_PIED: Final = frozenset({"black and white", "black white"})


@dataclass(slots=True)
class _Waiting:
    """Words that belong to the next thing: "three tiny wooden" boats."""

    color: tuple[str, str] | None = None
    material: tuple[str, str] | None = None
    size: str = ""
    count: int = 0
    counted: str = ""
    pose: str = ""
    looks: tuple[str, ...] = ()
    pied: bool = False


@dataclass(slots=True)
class Notes:
    """`tags` by family, the things named and those only hinted at, colours that belong to none of them."""

    tags: dict[str, list[str]] = field(default_factory=dict)
    subjects: list[Subject] = field(default_factory=list)
    hints: list[Subject] = field(default_factory=list)
    loose: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    backdrop: str = ""
    acts: list[Subject] = field(default_factory=list)
    waiting: _Waiting = field(default_factory=_Waiting)
    heads: list[int] = field(default_factory=list)
    relation: str = ""
    joined: bool = False
    follows_subject: bool = False

    def take(self, term: str, found: Meaning | None) -> None:
        """The next term of the prompt, and what it means."""
        self._name_age(term)
        if found is None:
            self.unknown.append(term)
        elif term in _JOINING:
            self.joined = True
        elif found.color:
            self._let_go()
            self.waiting.color = (term, found.color)
            self._tag(found)
        elif self._is_garment(found):
            self._wear(term, found)
        elif found.subject and not self._is_aside(dict(found.tags)):
            self._name(term, found)
        elif found.hint:
            name, color = self.waiting.color or ("", "")
            self.hints.append(Subject(found.hint, term, color=color, color_name=name))
        else:
            self._take_tags(term, found)

    def _is_aside(self, tags: dict[str, str]) -> bool:
        """What is a thing only where there is no other: "running", "a window"."""
        return "pose" in tags or ("part" in tags and bool(self.subjects))

    def finish(self) -> None:
        """A colour at the end belongs to the thing before it ("headphones in white"), or is a thing."""
        if not self.subjects and self.acts and "place" not in self.tags:
            self.subjects.append(self.acts[0])
        if self.relation in ("on", "in", "above", "behind", "under"):
            self._turn_about(self.relation)
        if not self.waiting.color:
            return
        name, color = self.waiting.color
        thing = lexicon.THINGS_NAMED_LIKE_COLORS.get(name)
        if self.subjects and self.follows_subject and not self.subjects[-1].color:
            self.subjects[-1] = replace(self.subjects[-1], color=color, color_name=name)
        elif thing and not self.subjects and "place" not in self.tags and "pattern" not in self.tags:
            self.subjects.append(Subject(thing, name))
        else:
            self._let_go()
        self.waiting.color = None

    def _turn_about(self, relation: str) -> None:
        """ "A cake with a cherry on top": the cherry is on the cake."""
        last = len(self.subjects) - 1
        for index, one in enumerate(self.subjects):
            if one.relation == "with" and one.other == last:
                self.subjects[index] = replace(one, relation="", other=-1)
                self.subjects[last] = replace(self.subjects[last], relation=relation, other=index)

    # -------------------------------------------------------------------------------- single words

    def _take_tags(self, term: str, found: Meaning) -> None:
        tags = dict(found.tags)
        if thing := self._thing_here(tags):
            self._name("bouquet of flowers" if thing == "bouquet" else term, Meaning(subject=thing))
            return
        if self.waiting.color and ("place", "studio") in found.tags:
            self.backdrop, self.waiting.color = self.waiting.color[1], None
        if any(family in _COLORED for family in tags):
            self._let_go()
            self.follows_subject = False
            if not term.endswith(("y", "ed")):
                self.relation = ""
        self._take_grammar(term, tags, found)
        self._tag(found)
        self.waiting.pied = term in _PIED or (self.waiting.pied and not tags)

    def _take_grammar(self, term: str, tags: dict[str, str], found: Meaning) -> None:
        if relation := tags.get("relation"):
            self.relation, self.joined = relation, False
        if count := tags.get("count"):
            self._count(term, int(count))
        if size := tags.get("size"):
            self.waiting.size = term if size else ""
        if material := tags.get("material"):
            self.waiting.material = (term, material)
        if look := tags.get("look"):
            self.waiting.looks = (*self.waiting.looks, look)
        if pose := tags.get("pose"):
            self._pose(term, pose, found)
        if cast := tags.get("cast"):
            self._cast(term, cast)
        if "part" in tags:
            self.waiting.color, self.relation = None, ""

    def _thing_here(self, tags: dict[str, str]) -> str:
        """The thing that a word for a place or a season is here: "under a table", "holding flowers"."""
        if not self.heads:
            return ""
        if tags.get("place") in ("table", "dining") and self.relation in _UNDER_THINGS:
            return "table"
        before = self.subjects[self.heads[-1]].name
        if tags.get("condition") == "flowers" and not tags.get("place"):
            held = self.relation == "holding" or (self.relation == "with" and is_person(before))
            filled = self.relation in ("of", "with") and before in VESSELS
            return "bouquet" if held or filled else ""
        return ""

    def _count(self, term: str, count: int) -> None:
        if term in grammar.GROUPS_OF:
            self.waiting.counted = f"a {term}"
        elif not self.waiting.counted and count > 1:
            number = grammar.IN_WORDS[count - 1] if term.isdecimal() and count <= grammar.MOST else term
            self.waiting.counted = grammar.PHRASED.get(number, number)
        self.waiting.count = max(count, self.waiting.count)

    def _pose(self, term: str, pose: str, found: Meaning) -> None:
        beings = [index for index in self.heads if is_being(self.subjects[index].name)]
        if not beings and self.subjects and self.subjects[-1].other < 0 and not self.joined:
            beings = [index for index in (len(self.subjects) - 1,) if is_being(self.subjects[index].name)]
        for index in beings if not self.joined else ():
            self.subjects[index] = replace(self.subjects[index], pose=pose)
        if not beings or self.joined:
            self.waiting.pose = pose
        if found.subject:
            self.acts.append(Subject(found.subject, term))

    def _cast(self, term: str, cast: str) -> None:
        """Several people; how many and who they are, the words say or the cast has it."""
        kept = self.waiting
        count = kept.count if kept.count > 1 else len(grammar.CAST[cast])
        if self.subjects and self.subjects[-1].noun in _CROWDS and kept.count <= 1:
            return
        counted = kept.counted
        if cast == "family" and self._follows_animal():
            self.subjects[-1] = replace(self.subjects[-1], count=count, counted="a family of")
            return
        self._name(term, Meaning(subject="person"), people=min(count, grammar.MOST), counted=counted)

    def _follows_animal(self) -> bool:
        """As in "a duck family"."""
        fresh = self.follows_subject and not (self.relation or self.joined)
        return fresh and bool(self.subjects) and kind_of(self.subjects[-1].name).startswith("animal")

    def _name_age(self, term: str) -> None:
        if term in grammar.YOUNG and not self.waiting.size:
            self.waiting.size = "young"

    # -------------------------------------------------------------------------------------- things

    def _name(self, term: str, found: Meaning, people: int = 0, counted: str = "") -> None:
        """Take down a thing, and where it is seen from those before it."""
        subject = self._qualified(Subject(found.subject, singular(term)), term)
        if people:
            subject = replace(subject, noun=term, count=people, counted=counted)
        self.follows_subject = True
        if self._is_its_age(subject):
            gone = self.subjects.pop()
            self.heads = [index for index in self.heads if index < len(self.subjects)]
            subject = replace(subject, size=subject.size or "baby", color=subject.color or gone.color)
        if self._does(subject, term):
            return
        relation, self.relation = self.relation, ""
        joined, self.joined = self.joined, False
        if self._is_known(subject, apart=joined or bool(relation)):
            return
        if not relation and not joined:
            relation = self._implied_relation(subject)
        if relation and self.heads:
            self._relate(relation, subject)
        else:
            self.subjects.append(subject)
            place = len(self.subjects) - 1
            follows = self.heads and self.heads[-1] == place - 1 and is_target(self.subjects, place - 1)
            self.heads = [place] if follows else [*self.heads, place]

    def _does(self, act: Subject, term: str) -> bool:
        """ "A woman doing yoga": the act is how she is drawn, not someone else."""
        if act.noun not in SYMBOLS or self.relation or self.joined or not self.heads:
            return False
        who = self.subjects[self.heads[-1]]
        if not (is_person(who.name) and is_person(act.name)) or who.pose or who.count > 1:
            return False
        doing = term if term.endswith("ing") else f"doing {term}"
        self.subjects[self.heads[-1]] = replace(who, name=act.name, pose=doing)
        return True

    def _implied_relation(self, subject: Subject) -> str:
        """Without a word for it: "person umbrella rain", "working at a laptop"."""
        if not self.heads:
            return ""
        before = self.subjects[self.heads[-1]]
        if before.pose == "working" and is_handy(subject.name):
            return "holding"
        return "with" if subject.name in lexicon.HOLDABLE else ""

    def _is_its_age(self, subject: Subject) -> bool:
        """ "baby" before an animal."""
        return bool(
            self.subjects and self.subjects[-1].name == "baby" and kind_of(subject.name).startswith("animal")
        )

    def _is_known(self, subject: Subject, *, apart: bool) -> bool:
        """Whether the thing has been named before; the plainest word for it counts."""
        for index, known in enumerate(self.subjects):
            if known.name == subject.name and not (apart and is_being(subject.name)):
                if apart and (known.color != subject.color or known.size != subject.size) and known.color:
                    return False
                if known.noun in SYMBOLS:
                    self.subjects[index] = replace(known, noun=subject.noun)
                return True
        return False

    def _relate(self, relation: str, subject: Subject) -> None:
        """`subject` is what those before it are beside, on, under, with ..."""
        holders = [index for index in self.heads if takes(self.subjects[index], relation, subject)]
        if relation == "of" and self.subjects[self.heads[-1]].name == "bouquet":
            return
        if holders:
            for index in holders:
                self.subjects[index] = replace(self.subjects[index], holding=subject)
            self.heads = holders
            return
        last = self.heads[-1]
        if one := merged(self.subjects[last], relation, subject):
            self.subjects[last] = one
            return
        self.subjects.append(subject)
        target = len(self.subjects) - 1
        if subject.noun in SYMBOLS:
            relation = "with"
        if relation in ("of", "with") and contains(self.subjects[self.heads[-1]], subject):
            self.subjects[target] = replace(subject, relation="in", other=self.heads[-1])
            return
        company = company_of(self.subjects, self.heads, relation, subject)
        if company is not None:
            self.subjects[target] = replace(subject, relation="on", other=company)
            return
        for index in self.heads if relation != "of" else ():
            if self.subjects[index].other < 0:
                self.subjects[index] = replace(
                    self.subjects[index],
                    relation="with" if relation in ("holding", "wearing") else relation,
                    other=target,
                )
        self.heads = [*self.heads, target] if relation in STAYING else [target]

    # ------------------------------------------------------------------------- what belongs to them

    def _qualified(self, subject: Subject, term: str) -> Subject:
        """A thing with its colour, size and number."""
        kept, self.waiting = self.waiting, _Waiting()
        if kept.pied and kind_of(subject.name).startswith("animal"):
            self.tags["mood"] = [mood for mood in self.tags.get("mood", ()) if mood != "bw"]
            subject = replace(subject, color=lexicon.COLORS["black"], color_name="black and white")
        elif kept.color:
            subject = replace(subject, color=kept.color[1], color_name=kept.color[0])
        elif term in grammar.NATURAL or subject.noun in grammar.NATURAL:
            subject = replace(subject, color=grammar.NATURAL.get(term) or grammar.NATURAL[subject.noun])
        elif kept.material and not is_being(subject.name):
            subject = replace(subject, color=kept.material[1], color_name=kept.material[0])
        if kept.size:
            subject = replace(subject, size=kept.size)
        if kept.looks and is_person(subject.name):
            subject = replace(subject, looks=kept.looks)
        if kept.pose and is_being(subject.name):
            subject = replace(subject, pose=kept.pose)
        sure = kept.counted in grammar.SURE or kept.counted.endswith(" of")
        if kept.count > 1 and (sure or is_plural(term, subject.name)):
            count = min(kept.count, grammar.MOST)
            return replace(subject, count=count, counted=kept.counted)
        if is_plural(term, subject.name):
            few = 2 if subject.name in grammar.PAIRED else grammar.A_FEW
            return replace(subject, count=few, counted="some")
        return subject

    def _is_garment(self, found: Meaning) -> bool:
        if not any(family == "garment" for family, _ in found.tags):
            return False
        if not self.heads:
            return ("garment", "hair") in found.tags or ("garment", "beard") in found.tags
        wearer = self.subjects[self.heads[-1]]
        if self.joined:
            return is_being(wearer.name) and bool(wearer.wearing or wearer.holding)
        on_animal = dict(found.tags)["garment"] in _ON_ANIMALS
        return self.relation in ("in", "with", "wearing") and (
            is_person(wearer.name) or (is_being(wearer.name) and on_animal)
        )

    def _wear(self, term: str, found: Meaning) -> None:
        self.joined = False
        kept, self.waiting, self.relation = self.waiting, _Waiting(), ""
        if not self.heads:
            self.waiting.looks = kept.looks
            return
        name, color = kept.color or ("", "")
        kind = dict(found.tags)["garment"]
        noun = "hair" if kind == "hair" and name else term
        worn = Subject(kind, noun, color=color, color_name=name)
        for index in self.heads:
            if is_being(self.subjects[index].name):
                wearer = self.subjects[index]
                self.subjects[index] = replace(wearer, wearing=(*wearer.wearing, worn))

    def _let_go(self) -> None:
        if self.waiting.color:
            self.loose.append(self.waiting.color)
        self.waiting.color = None
        self.waiting.material = None

    def _tag(self, found: Meaning) -> None:
        for family, name in found.tags:
            names = self.tags.setdefault(family, [])
            if name not in names:
                names.append(name)
