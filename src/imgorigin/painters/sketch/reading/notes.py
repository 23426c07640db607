"""What the words of a prompt say, taken down one by one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from imgorigin.painters.sketch import appearance, grammar, lexicon
from imgorigin.painters.sketch.reading.denial import Denial
from imgorigin.painters.sketch.reading.things import Things
from imgorigin.painters.sketch.reading.waiting import Waiting
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.traits import is_person, kind_of
from imgorigin.painters.sketch.vocabulary import Meaning, meaning, singular

_COLORED: Final = frozenset({"place", "time", "condition"})
"""Families of words that a colour before them is taken to belong to: "blue lake", but "red vintage car"."""
_JOINING: Final = frozenset({"and", "or", "plus"})
_CROWDS: Final = frozenset(
    word.replace("_", " ") for words in grammar.CAST_WORDS.values() for word in words.split()
)
_LIMBS: Final = frozenset({"hands", "hand", "arms", "legs", "feet"})
"""Nothing is made of these where nobody is named whose they are."""
_PIED: Final = frozenset({"black and white", "black white"})


@dataclass(slots=True)
class Notes:
    """`tags` by family, the `things` named, `hints` at things and the `acts` of people ("running"), colours
    that belong to none of them (`loose`, as word and `#rrggbb`), and the words we do not know.

    `follows_subject` says that the last word was a thing, or none that takes a colour from it.
    """

    tags: dict[str, list[str]] = field(default_factory=dict)
    things: Things = field(default_factory=Things)
    hints: list[Subject] = field(default_factory=list)
    acts: list[Subject] = field(default_factory=list)
    loose: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    backdrop: str = ""
    waiting: Waiting = field(default_factory=Waiting)
    denial: Denial = field(default_factory=Denial)
    limbs: list[str] = field(default_factory=list)
    follows_subject: bool = False

    @property
    def subjects(self) -> list[Subject]:
        return self.things.subjects

    def take(self, term: str, found: Meaning | None) -> None:
        """The next term of the prompt, and what it means."""
        if term in grammar.YOUNG and not self.waiting.size:
            self.waiting.size = "young"
        tags = dict(found.tags) if found else {}
        if self.denial.hears(term, found):
            self._deny(term, tags)
        elif found is None:
            self.unknown.append(term)
        elif term in _JOINING:
            self.things.joined = True
        elif found.color:
            self._let_go()
            self.waiting.color = (term, found.color)
            self._tag(found)
        elif "trait" in tags:
            self._expect(term, found)
        elif "garment" in tags and self.things.may_wear(tags["garment"]):
            self._wear(term, tags["garment"])
        elif found.subject and not self._is_aside(tags, found.subject):
            self._name(term, found.subject)
        elif found.hint:
            name, color = self.waiting.color or ("", "")
            self.hints.append(Subject(found.hint, term, color=color, color_name=name))
        else:
            self._take_tags(term, found, tags)

    def finish(self) -> None:
        """After the last term: what is left waiting finds its thing, or becomes one."""
        self._someone()
        if not self.things.describe(self.waiting.traits):
            self._untold()
        if not self.subjects and self.acts and "place" not in self.tags:
            self.subjects.append(self.acts[0])
        if not any(is_person(one.name) for one in self.subjects):
            self.unknown += self.limbs
        self.things.turn_about()
        if self.waiting.color:
            self._end_with(*self.waiting.color)
            self.waiting.color = None

    # ---------------------------------------------------------------------------------------- words

    def _is_aside(self, tags: dict[str, str], name: str) -> bool:
        """What is a thing only where there is no other: "running", "a window"; and a house's roof."""
        if "part" in tags and kind_of(name).startswith("place"):
            return any(kind_of(one.name).startswith("place") for one in self.subjects)
        return "pose" in tags or ("part" in tags and bool(self.subjects or self.tags.get("place")))

    def _take_tags(self, term: str, found: Meaning, tags: dict[str, str]) -> None:
        if thing := self.things.thing_here(tags):
            self._name("bouquet of flowers" if thing == "bouquet" else term, thing)
            return
        if "place" in tags:
            self._untold()
        if self.waiting.color and ("place", "studio") in found.tags:
            self.backdrop, self.waiting.color = self.waiting.color[1], None
        if not _COLORED.isdisjoint(tags):
            self._let_go()
            self.follows_subject = False
            if not term.endswith(("y", "ed")):
                self.things.relation = ""
        self._take_grammar(term, tags, found.subject)
        self._tag(found)
        self.waiting.pied = term in _PIED or (self.waiting.pied and not tags)

    def _take_grammar(self, term: str, tags: dict[str, str], act: str) -> None:
        """What the word says of a thing; `act` is the icon of someone who does it."""
        if relation := tags.get("relation"):
            self._someone()
            self.things.relate(relation)
        if (count := tags.get("count")) and not self.things.in_number(int(count)):
            self.waiting.add_number(term, int(count))
        if tags.get("size"):
            self.waiting.size = term
        if material := tags.get("material"):
            self.waiting.material = (term, material)
        if look := tags.get("look"):
            self.waiting.looks = (*self.waiting.looks, look)
        if pose := tags.get("pose"):
            if not self.things.pose(pose):
                self.waiting.pose = pose
            if act:
                self.acts.append(Subject(act, term))
        if cast := tags.get("cast"):
            self._cast(term, cast)
        if "part" in tags:
            self.waiting.color, self.things.relation = None, ""
            self.limbs += [term] if term in _LIMBS else []
        if "side" in tags:
            self.things.relation = ""

    def _tag(self, found: Meaning) -> None:
        for family, name in found.tags:
            names = self.tags.setdefault(family, [])
            if name not in names:
                names.append(name)

    # --------------------------------------------------------------------------------------- things

    def _name(self, term: str, name: str, people: int = 0, counted: str = "") -> None:
        """Take down a thing, or that many people, with what was said before its name."""
        if not is_person(name):
            self._untold()
        waiting, self.waiting = self.waiting, Waiting()
        subject = waiting.said_of(Subject(name, singular(term)), term)
        if waiting.is_coat_of(subject):
            self.tags["mood"] = [mood for mood in self.tags.get("mood", ()) if mood != "bw"]
        if people:
            subject = replace(subject, noun=term, count=people, counted=counted)
        self.follows_subject = True
        self.things.add(subject, term)

    def _cast(self, term: str, cast: str) -> None:
        """Several people; how many and who they are, the words say or the cast has it."""
        count, counted = self.waiting.count, self.waiting.counted
        if self.subjects and self.subjects[-1].noun in _CROWDS and count <= 1:
            return
        count = count if count > 1 else len(grammar.CAST[cast])
        if self.things.grows(cast, self.waiting.count or count):
            self.waiting = Waiting()
            return
        if cast == "family" and self._follows_animal():
            self.subjects[-1] = replace(self.subjects[-1], count=count, counted="a family of")
            return
        self._name(term, "person", people=min(count, grammar.MOST), counted=counted)

    def _follows_animal(self) -> bool:
        """As in "a duck family"."""
        fresh = self.follows_subject and not (self.things.relation or self.things.joined)
        return fresh and bool(self.subjects) and kind_of(self.subjects[-1].name).startswith("animal")

    def _wear(self, term: str, kind: str) -> None:
        """The garment, in the colour said before it, is what those before it have on."""
        waiting, self.waiting = self.waiting, Waiting()
        self.things.relate("")
        if not self.things.heads:
            self.waiting.looks = waiting.looks
            return
        name, color = waiting.color or ("", "")
        worn = Subject(kind, term, color=color, color_name=name)
        self.things.wear(waiting.said_of_hair(worn) if kind == "hair" else worn)

    # ------------------------------------------------------------------------ what people look like

    def _expect(self, term: str, found: Meaning) -> None:
        """A word for the looks of the person who is named next, or for what its hint is."""
        self.waiting.looks = (*self.waiting.looks, term)
        if found.hint:
            self.hints.append(Subject(found.hint, term))

    def _someone(self) -> None:
        """A word that is someone by itself, if nobody has been named after it."""
        if not appearance.ALONE.isdisjoint(self.waiting.looks):
            self._name("woman", "woman")

    def _untold(self) -> None:
        """Words for people's looks after which nobody came: nothing is made of them."""
        traits, looks = self.waiting.traits, self.waiting.looks
        self.waiting.looks = tuple(look for look in looks if look not in traits)
        untold = (trait for trait in traits if trait not in appearance.SEXES)
        for trait in untold:
            found = meaning(trait)
            if not (found and found.hint):
                self.unknown.append(trait)

    def _deny(self, term: str, tags: dict[str, str]) -> None:
        """What is not there: what someone has not on, or what is not to be drawn."""
        self.things.relate("")
        if garment := tags.get("garment"):
            self.things.describe((f"without {garment}",))

    # -------------------------------------------------------------------------------------- colours

    def _let_go(self) -> None:
        """Before a colour or a place: the colour that waits is that of no thing."""
        if self.waiting.color:
            self.loose.append(self.waiting.color)
        self.waiting.color = None
        self.waiting.material = None

    def _end_with(self, name: str, color: str) -> None:
        """A colour at the end belongs to the thing before it ("headphones in white"), or is a thing."""
        thing = lexicon.THINGS_NAMED_LIKE_COLORS.get(name)
        if self.subjects and self.follows_subject and not self.subjects[-1].color:
            self.subjects[-1] = replace(self.subjects[-1], color=color, color_name=name)
        elif thing and not self.subjects and "place" not in self.tags and "pattern" not in self.tags:
            self.subjects.append(Subject(thing, name))
        else:
            self._let_go()
