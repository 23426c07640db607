"""The whole catalog in one file, of one moment, while it is served; and back, into either database.

A backup is gzipped JSON, a value a line: what it is, then for each table its name and columns, then its rows;
at the end, how many rows of each there are. What is derived of them, the index of words, is made anew.
"""

from __future__ import annotations

import gzip
import json
import os
import secrets
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from sqlalchemy import BigInteger, Table, column, func, select, table, text, type_coerce
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.catalog import documents, schema
from imgorigin.catalog.engine import POSTGRESQL, Database
from imgorigin.catalog.tables import Moment, assets, metadata, projects
from imgorigin.errors import SettingsError

FORMAT: Final = "imgorigin-catalog"
END: Final = "end"
"""What the last line is known by."""
BATCH: Final = 1_000
"""Rows in memory at once."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written, or read: rows by table, the files that went with them, and the Unix second it was
    begun in (0: not known). `others` are projects that it put in the place of other ones of their name."""

    rows: Mapping[str, int]
    files: Mapping[str, str]
    made: int
    others: tuple[str, ...] = ()


async def write(database: Database, path: Path, files: Mapping[str, str]) -> Backup:
    """Write the catalog as it is now, and `files` (texts, by name) beside it. The file is there once it is
    whole. Raises CatalogUnavailable, OSError."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    made = int(time.time())
    try:
        with _made(temporary) as file, gzip.open(file, "wt", encoding="utf-8", compresslevel=3) as out:
            counted = await _dump(database, out, {"files": dict(files), "made": made})
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return Backup(counted, files, made)


def _made(path: Path) -> IO[bytes]:
    """For its owner alone: secrets that URLs are signed with are written to it."""
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")  # noqa: PTH123


async def restore(database: Database, path: Path) -> Backup:
    """Put what a backup holds in the place of all that is there, at once: until it is whole, everybody sees
    what was there before, and whoever writes meanwhile waits or is told to come again. The tables are brought
    up to date first. Raises SettingsError, and leaves the rows as they were, for what is no backup, no whole
    one, or one of a newer release; CatalogUnavailable, OSError."""
    await schema.upgrade(database)
    with gzip.open(path, "rt", encoding="utf-8") as source:
        lines = _lines(source, path)
        head = _head(next(lines, None), path)
        async with database.write() as connection:
            before = await _projects(connection)
            await _empty(connection)
            counted = await _load(connection, _whole(lines, path), path)
            await _derive(connection)
            now = await _projects(connection)
    others = tuple(sorted(name for name in now.keys() & before.keys() if now[name] != before[name]))
    return Backup(counted, head["files"], _moment(head.get("made")), others)


async def _projects(connection: AsyncConnection) -> dict[str, str]:
    """Who each is, by name."""
    found = await connection.execute(select(projects.c.name, projects.c.public_id))
    return {row.name: row.public_id for row in found}


async def _dump(database: Database, out: IO[str], more: Mapping[str, Any]) -> dict[str, int]:
    """`more` is to be in the head."""
    counted: dict[str, int] = {}
    async with database.snapshot() as connection:
        _put(out, {"format": FORMAT, "revision": await schema.revision(connection), **more})
        for each in metadata.sorted_tables:
            _put(out, {"table": each.name, "columns": each.c.keys()})
            counted[each.name] = 0
            async for rows in (await connection.stream(_plain(each))).partitions(BATCH):
                for row in rows:
                    _put(out, list(row))
                counted[each.name] += len(rows)
    _put(out, {END: counted})
    return counted


def _plain(each: Table) -> Any:
    """Its rows as JSON has them: times as the numbers they are."""
    columns = [type_coerce(one, BigInteger) if isinstance(one.type, Moment) else one for one in each.c]
    return select(*columns).order_by(*each.primary_key.columns)


def _put(out: IO[str], value: Any) -> None:
    out.write(json.dumps(value, separators=(",", ":")) + "\n")


def _lines(source: IO[str], path: Path) -> Iterator[Any]:
    try:
        for line in source:
            yield json.loads(line)
    except (ValueError, EOFError, RecursionError, gzip.BadGzipFile, zlib.error) as error:
        raise SettingsError(f"{path} is no backup, or is cut off: {error}.") from error


def _head(head: Any, path: Path) -> Mapping[str, Any]:
    if not (isinstance(head, dict) and head.get("format") == FORMAT and isinstance(head.get("files"), dict)):
        raise SettingsError(f"{path} is no backup of a catalog.")
    return head


def _whole(lines: Iterator[Any], path: Path) -> Iterator[Any]:
    """Those before the end. Raises SettingsError, once they are read, if it is missing, or tells of other
    numbers of rows than came."""
    counted, name = dict[str, int](), ""
    for line in lines:
        if isinstance(line, dict) and END in line:
            if line[END] != counted or any(True for _ in lines):
                raise SettingsError(
                    f"{path} is damaged: its rows are not those that its end tells of. Nothing is restored."
                )
            return
        if isinstance(line, dict):
            name = str(line.get("table"))
        counted[name] = counted.get(name, 0) + (not isinstance(line, dict))
        yield line
    raise SettingsError(
        f"{path} is cut off, or was made before backups had an end: its last line, the number of rows of "
        "each table, is missing. Nothing is restored."
    )


def _moment(told: object) -> int:
    return told if isinstance(told, int) and told > 0 else 0


async def _empty(connection: AsyncConnection) -> None:
    await connection.execute(text("DELETE FROM asset_words"))
    for each in reversed(metadata.sorted_tables):
        await connection.execute(each.delete())


async def _load(connection: AsyncConnection, lines: Iterator[Any], path: Path) -> dict[str, int]:
    counted: dict[str, int] = {}
    for name, columns, rows in _batches(lines, path):
        # Without types: the values are what the databases keep, not what the program sees.
        target = table(name, *map(column, columns))
        try:
            await connection.execute(target.insert(), [dict(zip(columns, row, strict=True)) for row in rows])
        except (IntegrityError, DataError, ValueError) as error:  # edited by hand, or by something else
            raise SettingsError(f"{path} is damaged: its rows of {name!r} do not fit the catalog.") from error
        counted[name] = counted.get(name, 0) + len(rows)
    return counted


def _batches(lines: Iterator[Any], path: Path) -> Iterator[tuple[str, Sequence[str], list[list[Any]]]]:
    """Rows of one table each, with its name and columns. Raises SettingsError for tables or columns of a
    release to come; those of one that was lack some, which take their defaults."""
    name, columns = "", list[str]()
    rows: list[list[Any]] = []
    for line in lines:
        if isinstance(line, dict):
            if rows:
                yield name, columns, rows
            name, columns, rows = str(line.get("table")), list(line.get("columns", ())), []
            known = metadata.tables.get(name)
            if known is None or not set(columns) <= set(known.c.keys()):
                raise SettingsError(f"{path} is of a newer release: this one knows no such table {name!r}.")
        elif not (name and isinstance(line, list)):
            raise SettingsError(f"{path} is damaged: {str(line)[:40]!r} is no row of a table.")
        else:
            rows.append(line)
            if len(rows) == BATCH:
                yield name, columns, rows
                rows = []
    if rows:
        yield name, columns, rows


async def _derive(connection: AsyncConnection) -> None:
    """The index of words; and in PostgreSQL, where numbering goes on."""
    last = 0
    while True:
        query = select(assets.c.number).where(assets.c.number > last).order_by(assets.c.number).limit(BATCH)
        numbers = (await connection.scalars(query)).all()
        if not numbers:
            break
        await documents.index(connection, numbers)
        last = numbers[-1]
    if connection.dialect.name != POSTGRESQL:
        return
    for each in metadata.sorted_tables:
        if (number := each.autoincrement_column) is not None:
            highest = select(func.coalesce(func.max(number), 0) + 1).scalar_subquery()
            sequence = func.pg_get_serial_sequence(each.name, number.name)
            await connection.execute(select(func.setval(sequence, highest, False)))
