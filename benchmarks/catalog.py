"""Lists, searches and tags of a catalog of a million pictures: the first page, and the last.

`python -m benchmarks.catalog [COUNT]` for another number, `[COUNT] [FOLDER]` to fill catalogs there and keep
them: the next time they are asked only.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table as Table_
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks import servers
from benchmarks.report import Table, median, milliseconds
from imgorigin.catalog import counts
from imgorigin.catalog.assets import titled
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.engine import POSTGRESQL, open_database
from imgorigin.catalog.pages import Cursor, Page, Total
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.search import SortBy
from imgorigin.catalog.tables import asset_tags, assets, now, tags, versions
from imgorigin.catalog.wordindex import INDEXES
from imgorigin.catalog.words import document, facet

PICTURES: Final = 1_000_000
PROJECTS: Final = 10
TAGS: Final = 1_000
WORDS: Final = 20_000
BATCH: Final = 10_000
ROUNDS: Final = 15
PAGE: Final = 20
INDEX: Final = "ix_asset_words_block"

Ask = Callable[[str], Awaitable[Page[Any]]]


@dataclass(frozen=True, slots=True)
class Question:
    """Asked by cursor: empty for the first page; `last` is the one of the last page."""

    name: str
    ask: Ask
    last: str


def run(pictures: int = PICTURES, kept: Path | None = None) -> list[Table]:
    table = Table(
        f"A catalog of {pictures:,} pictures",
        f"Pages of {PAGE}, medians of {ROUNDS}; of {PROJECTS} projects one has half of the pictures.",
        ["Page", "SQLite, first", "SQLite, last", "PostgreSQL, first", "PostgreSQL, last"],
    )
    with tempfile.TemporaryDirectory(prefix="catalog-") as made:
        folder = kept or Path(made)
        columns = [asyncio.run(_measured("", folder, pictures))]
        with servers.postgresql(folder / "postgresql") as url:
            columns.append(asyncio.run(_measured(url, folder, pictures)))
    for name in columns[0]:
        table.add(name, *(milliseconds(seconds) for column in columns for seconds in column[name]))
    return [table]


async def _measured(url: str, folder: Path, pictures: int) -> dict[str, tuple[float, float]]:
    """Seconds of the first page and of the last, by what is asked."""
    database = open_database(url, folder, timeout=None)
    catalog = Catalog(database)
    await catalog.start()
    scope = await filled(catalog, pictures)
    found = {}
    async for question in _questions(catalog, scope):
        found[question.name] = (await _timed(question.ask, ""), await _timed(question.ask, question.last))
        print(
            f"# {database.dialect}: {question.name}",
            *map(milliseconds, found[question.name]),
            file=sys.stderr,
        )
    await catalog.close()
    return found


async def _timed(ask: Ask, cursor: str) -> float:
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        await ask(cursor)
        seconds.append(time.perf_counter() - started)
    return median(seconds)


async def _questions(catalog: Catalog, scope: Scope) -> AsyncIterator[Question]:
    whole = Scope(scope.account_id)

    def listing(of: Scope, words: str = "") -> Ask:
        return lambda cursor: catalog.search.listing(of, limit=PAGE, offset=int(cursor or 0), text=words)

    for name, of in {"a project": scope, "all": whole}.items():
        total = (await listing(of)("")).total
        yield Question(f"list of {name}", listing(of), str(total - PAGE))
    yield Question("list of all, to the middle", listing(whole), str(total // 2))
    yield Question("list by words", listing(scope, f"{word(0)} {word(60)}"), "0")
    for tag in ("t0", "t7", "t500"):
        yield await _tagged(catalog, scope, tag)
    for name, expression in EXPRESSIONS.items():
        yield await _search(catalog, scope, name, expression, "created")
    yield await _search(catalog, whole, "another project", "project:p7", "created")
    for name in ("everything", "frequent word", "usual word", "rare word"):
        yield await _search(catalog, scope, name, EXPRESSIONS[name], "title")


async def _tagged(catalog: Catalog, scope: Scope, tag: str) -> Question:
    first = await catalog.search.page(scope, f"tags:{tag}", limit=PAGE + 1, direction="asc")
    last = Cursor((first.items[-1].number,), Total(first.total)).write(scope, "tag", tag)
    return Question(
        f"tag of {tag}",
        lambda cursor: catalog.tags.tagged(scope, tag, limit=PAGE, cursor=cursor),
        last if len(first.items) > PAGE else "",
    )


async def _search(catalog: Catalog, scope: Scope, name: str, expression: str, sort_by: SortBy) -> Question:
    """Its last page is found from the other end."""
    search = partial(catalog.search.page, scope, expression, sort_by=sort_by)
    first = await search(limit=PAGE + 1, direction="asc")
    last = ""
    if len(first.items) > PAGE:
        end = first.items[-1]
        after = (end.number,) if sort_by == "created" else (titled(end.title), end.number)
        last = Cursor(after, Total(first.total, first.is_exact)).write(scope, expression, sort_by, "desc")
    return Question(
        f"search, {name}" + (", by title" if sort_by == "title" else ""),
        lambda cursor: search(limit=PAGE, cursor=cursor),
        last,
    )


def word(rank: int) -> str:
    """A made-up word; how frequent it is falls with its rank, as that of words does."""
    syllables = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")
    text = ""
    while True:
        rank, at = divmod(rank, len(syllables))
        text += syllables[at]
        if not rank:
            return text
        rank -= 1


EXPRESSIONS: Final = {
    "everything": "",
    "frequent word": word(0),
    "usual word": word(60),
    "rare word": word(5_000),
    "frequent and rare": f"{word(0)} {word(5_001)}",
    "two usual words": f"{word(60)} {word(70)}",
    "either of two": f"{word(60)} OR {word(5_000)}",
    "phrase": f'"{word(0)} {word(1)}"',
    "one without another": f"{word(0)} NOT {word(1)}",
    "all but one": f"NOT {word(0)}",
    "tag and format": "tags:t3 format:png",
    "tag or word": f"tags:t900 OR {word(5_000)}",
    "kind and model": "kind:edited model:sketch",
}


async def filled(catalog: Catalog, pictures: int) -> Scope:
    """The scope of the project that has half of them."""
    owner = (await catalog.accounts.ensure()).id
    rows = [await catalog.projects.ensure(owner, f"p{at}", ProjectSettings()) for at in range(PROJECTS)]
    there = (await catalog.search.listing(Scope(owner), limit=1)).total
    if not there:
        await fill(catalog, owner, rows, pictures)
    elif there != pictures:
        raise SystemExit(f"The catalog that is kept there has {there:,} pictures, not {pictures:,}.")
    return rows[0].scope


async def fill(catalog: Catalog, owner: int, rows: list[ProjectRow], pictures: int) -> None:
    """Made-up pictures, past all checks."""
    rng = random.Random(1)
    is_postgresql = catalog.database.dialect == POSTGRESQL
    async with catalog.database.write() as connection:
        if is_postgresql:  # an index is made faster than it grows
            await connection.execute(text(f"DROP INDEX {INDEX}"))
        await connection.execute(
            insert(tags),
            [{"id": at + 1, "account_id": owner, "folded": f"t{at}", "name": f"t{at}"} for at in range(TAGS)],
        )
    for first in range(1, pictures + 1, BATCH):
        batch = range(first, min(first + BATCH, pictures + 1))
        async with catalog.database.write() as connection:
            await _put(connection, batch, [rows[_project(rng)] for _ in batch], rng)
    async with catalog.database.write() as connection:
        await _settle(connection)
        if is_postgresql:
            await connection.execute(
                text(
                    f"CREATE INDEX {INDEX} ON asset_words"
                    " USING gin (document, (ARRAY[number >> 12])) WITH (fastupdate = off)"
                )
            )
    async with catalog.database.writers.execution_options(
        isolation_level="AUTOCOMMIT"
    ).connect() as connection:
        if is_postgresql:
            await connection.execute(text("VACUUM ANALYZE"))


def _project(rng: random.Random) -> int:
    return 0 if rng.random() < 0.5 else rng.randrange(1, PROJECTS)


async def _put(
    connection: AsyncConnection, numbers: range, owners: list[ProjectRow], rng: random.Random
) -> None:
    found: dict[Table_, list[tuple[Any, ...]]] = {assets: [], versions: [], asset_tags: []}
    documents: dict[int, list[str]] = {}
    moment = int(now().timestamp() * 1000)
    for number, owner in zip(numbers, owners, strict=True):
        words = [word(_rank(rng)) for _ in range(12)]
        chosen = {_rank(rng, TAGS) for _ in range(3)}
        prompt, title, alt = " ".join(words), " ".join(words[:3]), " ".join(words[3:9])
        form = rng.choice(("png", "jpg", "webp"))
        kind = "edited" if rng.random() < 0.1 else "generated"
        slug = f"{'-'.join(words[:3])}-{number}"
        address = f"/{owner.name}/{slug}_800x600.{form}"
        found[assets].append((
            number, f"{number:032x}", owner.account_id, owner.id, slug, address, kind,
            prompt, title, title, alt, "", "{}", 800, 600, form, "sketch", number, None, 0, 0, 0.0,
            moment, "", None,
        ))  # fmt: skip
        recipe = (
            f'{{"canvas":[1024,768],"model":"sketch","prompt":"{prompt}","revision":"1","seed":{number}}}'
        )
        found[versions].append((number, 0, f"{number:064x}", recipe, moment, ""))
        found[asset_tags] += [(number, tag + 1, owner.id) for tag in sorted(chosen)]
        facets = [owner.scope.word, Scope(owner.account_id).word, facet("project", owner.name)]
        facets += [facet("format", form), facet("kind", kind), facet("model", "sketch")]
        facets += [facet("tags", f"t{tag}") for tag in chosen]
        documents[number] = document(facets, (prompt, title, alt, ""))
    for table, rows in found.items():
        await _copy(connection, table, rows)
    await INDEXES[connection.dialect.name].put(connection, documents)


def _rank(rng: random.Random, most: int = WORDS) -> int:
    return min(int(most ** rng.random()) - 1, most - 1)


async def _copy(connection: AsyncConnection, table: Table_, rows: list[tuple[Any, ...]]) -> None:
    if connection.dialect.name == POSTGRESQL:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.copy_records_to_table(
            table.name, records=rows, columns=[column.name for column in table.c]
        )
    else:
        marks = ", ".join("?" * len(table.c))
        await connection.exec_driver_sql(f"INSERT INTO {table.name} VALUES ({marks})", rows)


async def _settle(connection: AsyncConnection) -> None:
    """What is counted along otherwise."""
    for statement in (
        f"INSERT INTO counts SELECT project_id, number / {counts.BLOCK}, count(*) FROM assets GROUP BY 1, 2",
        f"INSERT INTO counts SELECT -account_id, number / {counts.BLOCK}, count(*) FROM assets GROUP BY 1, 2",
        "INSERT INTO tag_counts SELECT tag, project_id, count(*) FROM asset_tags GROUP BY 1, 2",
    ):
        await connection.execute(text(statement))


if __name__ == "__main__":
    for shown in run(*(read(text) for read, text in zip((int, Path), sys.argv[1:], strict=False))):
        print(shown)
