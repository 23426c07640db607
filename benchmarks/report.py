"""Tables, medians, and programs that have to be there."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec


@dataclass
class Table:
    """A table in Markdown, with a line of what was measured above it."""

    title: str
    about: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)

    def add(self, *cells: object) -> None:
        self.rows.append([str(cell) for cell in cells])

    def __str__(self) -> str:
        rule = ["---", *("---:" for _ in self.columns[1:])]
        lines = ["| " + " | ".join(row) + " |" for row in (self.columns, rule, *self.rows)]
        return "\n".join([f"**{self.title}.** {self.about}", "", *lines])


class Missing(Exception):
    """A program that a benchmark needs is not installed."""


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if not found:
        raise Missing(f"{name} is not installed (apt-get install {package})")
    return found


def packages(*names: str, extra: str) -> None:
    """Raises Missing without these, which an extra of ours brings."""
    if missing := [name for name in names if not find_spec(name)]:
        raise Missing(f"{' and '.join(missing)} not installed (pip install 'imgorigin[{extra}]')")


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.2f} s"
