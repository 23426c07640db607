"""A finishing step, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One operation on a finished picture: a row of `words.OPERATIONS` by name, and how.

    `amount` multiplies the usual strength ("slightly" 0.5). `number` is one that the words give, 0 for none,
    in `unit`: "%", "px", "degrees", "x", "ratio" (width by height) or "" (bare). `where` is a side, a shape
    or a direction; `at` is what a crop is centred on where no side is named, in shares of width and height.
    """

    name: str
    amount: float = 1.0
    number: float = 0.0
    unit: str = ""
    color: str = ""
    text: str = ""
    where: tuple[str, ...] = ()
    at: tuple[float, float] = (0.5, 0.5)

    def share(self, usual: float, most: float = 1.0) -> float:
        """The strength, 0 .. `most`: the percentage given, or the usual one by `amount`."""
        given = self.number / 100 if self.number and self.unit in ("", "%") else usual * self.amount
        return min(most, max(0.0, given))


class NotPossible(Exception):
    """A step that is understood and cannot be carried out on this picture. The text says why, to a person."""
