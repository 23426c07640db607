"""What verbs print: a table at a terminal, lines of columns with tabs between them elsewhere, or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from imgorigin.errors import CatalogUnavailable, ImgoriginError

AsJson = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]
NOTHING: Final = "-"


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    if not sys.stdout.isatty():
        for row in (headings, *rows):
            typer.echo("\t".join(map(printable, row)))
        return
    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(escape(printable(cell)) for cell in row))
    Console(highlight=False).print(table)


def show_json(value: Any) -> None:
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_plain))


def printable(text: str) -> str:
    """In one line, and without what a terminal would obey: names come from clients, too."""
    return "".join(char if char.isprintable() else " " for char in text)


def counted(number: str, words: str) -> str:
    """`words` of several, which begin with what is counted: `2 paints a minute`, `1 paint a minute`."""
    return f"{number} {words.replace('s ', ' ', 1) if number == '1' else words}"


def told(error: ImgoriginError) -> str:
    """All that whoever runs the server may know of it; in lines, if it is several things."""
    if isinstance(error, CatalogUnavailable) and error.reason:
        return f"{error.detail} {printable(error.reason).strip().rstrip('.')}."
    return error.detail


def moment(at: datetime | None) -> str:
    """To the minute, UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M") if at else NOTHING


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
