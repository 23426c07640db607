"""Words that wait for the thing they are said of: "three tiny wooden" boats."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imgorigin.painters.sketch import appearance, grammar, lexicon
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.traits import has_skin, is_being, is_person, kind_of
from imgorigin.painters.sketch.vocabulary import is_plural


@dataclass(slots=True)
class Waiting:
    """What has been said of a thing before its name; colour and material as word and `#rrggbb`.

    `counted` is how the words count it and `count` how many that is. `pied` is "black and white", which is
    an animal's coat and any other thing's photograph.
    """

    color: tuple[str, str] | None = None
    material: tuple[str, str] | None = None
    size: str = ""
    count: int = 0
    counted: str = ""
    pose: str = ""
    looks: tuple[str, ...] = ()
    pied: bool = False

    def add_number(self, term: str, count: int) -> None:
        """A number more: of "a dozen of three" the first is said, and the larger painted."""
        if term in grammar.GROUPS_OF:
            self.counted = f"a {term}"
        elif not self.counted and count > 1:
            number = grammar.IN_WORDS[count - 1] if term.isdecimal() and count <= grammar.MOST else term
            self.counted = grammar.PHRASED.get(number, number)
        self.count = max(count, self.count)

    @property
    def traits(self) -> tuple[str, ...]:
        """Those of the looks that only people have."""
        return tuple(look for look in self.looks if look in appearance.TRAITS)

    def is_coat_of(self, subject: Subject) -> bool:
        """Whether "black and white" is what an animal looks like."""
        return self.pied and kind_of(subject.name).startswith("animal")

    def said_of(self, subject: Subject, term: str) -> Subject:
        """The thing that the term names, with its colour, size, looks, pose and number."""
        subject = self._in_color(subject, term)
        if self.size:
            subject = replace(subject, size=self.size)
        if self.looks and is_being(subject.name):
            suits = (look for look in self.looks if is_person(subject.name) or look not in self.traits)
            fits = (look for look in suits if is_person(subject.name) != (look in grammar.COATS))
            subject = replace(subject, looks=(*subject.looks, *fits))
        if self.pose and is_being(subject.name):
            subject = replace(subject, pose=self.pose)
        return self._in_number(subject, term)

    def said_of_hair(self, hair: Subject) -> Subject:
        """Hair, "curly" and "blonde" said before it."""
        noun = "hair" if hair.noun == "haired" else hair.noun
        hair = replace(hair, noun=noun)
        for trait in self.traits:
            if color := appearance.HAIR_OF.get(trait):
                hair = replace(hair, color=color, color_name=trait)
            if trait in appearance.HAIRDOS:
                hair = replace(hair, noun=f"{trait} hair")
        return hair

    def _in_color(self, subject: Subject, term: str) -> Subject:
        if self.is_coat_of(subject):
            return replace(subject, color=lexicon.COLORS["black"], color_name="black and white")
        if self.color and self.color[0] in appearance.SKIN_OF and has_skin(subject.name):
            return replace(subject, looks=(self.color[0],))
        if self.color:
            return replace(subject, color=self.color[1], color_name=self.color[0])
        if natural := grammar.NATURAL.get(term) or grammar.NATURAL.get(subject.noun):
            return replace(subject, color=natural)
        if self.material and not is_being(subject.name):
            return replace(subject, color=self.material[1], color_name=self.material[0])
        return subject

    def _in_number(self, subject: Subject, term: str) -> Subject:
        plural = is_plural(term, subject.name)
        sure = self.counted in grammar.SURE or self.counted.endswith(" of")
        if self.count > 1 and (sure or plural):
            return replace(subject, count=min(self.count, grammar.MOST), counted=self.counted)
        if plural:
            few = 2 if subject.name in grammar.PAIRED else grammar.A_FEW
            return replace(subject, count=few, counted="some")
        return subject
