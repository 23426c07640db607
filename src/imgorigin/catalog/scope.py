"""Of whom is asked: an account, one of its projects, or the holder of a key."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement

from imgorigin.catalog.tables import assets
from imgorigin.catalog.words import facet


@dataclass(frozen=True, slots=True)
class Scope:
    """Nothing outside it is ever shown or changed. With an `owner` (see Key) it has of jobs and batches only
    those that were asked for with that one's key; pictures belong to all of the project."""

    account_id: int
    project_id: int | None = None
    owner: str = ""

    @property
    def counted(self) -> int:
        """Its `scope` in the table of counts."""
        return -self.account_id if self.project_id is None else self.project_id

    @property
    def word(self) -> str:
        """What all its assets have in the index of words."""
        if self.project_id is None:
            return facet("account", self.account_id)
        return facet("in", self.project_id)

    @property
    def holds(self) -> ColumnElement[bool]:
        """Whether an asset is in it."""
        if self.project_id is None:
            return assets.c.account_id == self.account_id
        return assets.c.project_id == self.project_id
