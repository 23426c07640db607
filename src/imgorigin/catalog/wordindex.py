"""The index of the words of assets: FTS5 in SQLite, a tsvector under GIN in PostgreSQL.

Both hold the same list of words of each asset (see `words.document`): what is in it, of whom it is and how it
is tagged are words too, so that a whole search is one question to the index. In the order of titles no index
answers: those go through the titles and ask it about each, or find all that match and look titles up.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, Protocol

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog.engine import POSTGRESQL, SQLITE
from imgorigin.catalog.expression import Expression
from imgorigin.catalog.fts5 import Fts5
from imgorigin.catalog.tsvector import Tsvector
from imgorigin.catalog.wordquery import Span
from imgorigin.catalog.words import Documents


class WordIndex(Protocol):
    @property
    def asking(self) -> int:
        """How many matches are found in the time that it takes to ask about one asset."""
        ...

    async def first(
        self, connection: AsyncConnection, scope: str, expression: Expression, span: Span
    ) -> Sequence[int]:
        """The numbers of assets that have the word `scope` and match, in order."""
        ...

    def each(self, number: ColumnElement[int], scope: str, expression: Expression) -> ColumnElement[bool]:
        """Whether an asset of the scope matches: asked about each that nothing else has ruled out."""
        ...

    def among(
        self, number: ColumnElement[int], scope: str, expression: Expression, *, leading: bool
    ) -> ColumnElement[bool]:
        """The same: all that match are found first. They lead to their rows, whatever the scope of others; or
        each row that comes, of the scope, is looked up among them."""
        ...

    async def put(self, connection: AsyncConnection, documents: Documents) -> None:
        """Whatever was there of these assets goes."""
        ...

    async def drop(self, connection: AsyncConnection, numbers: Collection[int]) -> None: ...


INDEXES: Final[dict[str, WordIndex]] = {SQLITE: Fts5(), POSTGRESQL: Tsvector()}
