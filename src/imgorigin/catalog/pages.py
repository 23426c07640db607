"""Pages by keyset: each begins behind the last row of the one before, wherever rows are added meanwhile."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from imgorigin.catalog.words import clean
from imgorigin.errors import InvalidRequest

T = TypeVar("T")

LARGEST_PAGE: Final = 500
MOST_COUNTED: Final = 128
"""A search counts no further; what is beyond is estimated."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`total` is of all pages, as it was when the first was asked for. `next_cursor` is None on the last.
    Whatever is not found by words has an exact total."""

    items: tuple[T, ...]
    total: int
    next_cursor: str | None = None
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Total:
    count: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins: behind `after`, the values that the rows are sorted by."""

    after: tuple[Any, ...]
    total: Total

    def write(self, *question: object) -> str:
        """Opaque. It belongs to this question: what is asked, in what order."""
        data = json.dumps(
            [_mark(question), self.total.count, self.total.is_exact, *self.after], separators=(",", ":")
        )
        return base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, *question: object, types: tuple[type, ...]) -> Cursor:
        """`types` are those of the values. Raises InvalidRequest for what `write` has not written for this
        question."""
        try:
            mark, total, is_exact, *after = json.loads(_decoded(text))
        except (ValueError, TypeError):
            mark, total, is_exact, after = "", 0, True, []
        fits = tuple(type(value) for value in after) == types and (type(total), type(is_exact)) == (int, bool)
        if mark != _mark(question) or not fits or any(_is_foul(value) for value in (*after, total)):
            raise InvalidRequest(
                "next_cursor", "not a cursor of this search", "the next_cursor of the page before, unchanged"
            )
        return cls(tuple(after), Total(total, is_exact))


def check_limit(limit: int, field: str = "limit") -> None:
    """Raises InvalidRequest."""
    if not 1 <= limit <= LARGEST_PAGE:
        raise InvalidRequest(field, str(limit), f"1 to {LARGEST_PAGE}")


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _mark(question: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(question).encode(errors="replace")).hexdigest()[:12]


def _is_foul(value: object) -> bool:
    """What no database takes."""
    return clean(value) != value if isinstance(value, str) else isinstance(value, int) and abs(value) >= 2**63
