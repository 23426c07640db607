"""A scene in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from imgorigin.painters.sketch.reading.notes import Notes


@dataclass(slots=True)
class Draft:
    """The notes, and what has been concluded from them so far: the subjects bring weather ("snowman"), the
    place brings details ("tropical"), the ideas that give way leave their colours behind, among the `loose`.
    """

    notes: Notes
    details: set[str] = field(init=False)
    conditions: set[str] = field(init=False)
    moods: frozenset[str] = field(init=False)
    loose: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.details = set(self.said("detail"))
        self.conditions = set(self.said("condition")) - {"clear"}
        self.moods = frozenset(self.said("mood"))
        self.loose = list(self.notes.loose)

    def said(self, family: str) -> Sequence[str]:
        """What the words say of a time, a place ..., in their order."""
        return self.notes.tags.get(family, ())

    def says(self, *families: str) -> bool:
        """Whether the words speak of any of these at all."""
        return not self.notes.tags.keys().isdisjoint(families)
