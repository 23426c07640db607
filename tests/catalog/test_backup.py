"""Backups, from each database into each, while both are used."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from imgorigin.address import parse
from imgorigin.catalog import backup
from imgorigin.catalog.assets import NewAsset
from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.deliveries import Message
from imgorigin.catalog.job_rows import BatchRow, JobRow
from imgorigin.catalog.jobs import Announcer, Submission
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.tables import metadata
from imgorigin.catalog.uploads import Upload
from imgorigin.catalog.usage import Amounts
from imgorigin.errors import SettingsError
from tests.catalog.conftest import Place, Source, copied
from tests.contracts.catalog import ODD, bound, filled, new, project, recipe, slugs
from tests.origin import running_origin


@pytest.fixture(params=["into sqlite", "into postgresql"])
def other_source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.getfixturevalue(
        {"into sqlite": "sqlite_template", "into postgresql": "server"}[request.param]
    )
    return found


@pytest.fixture
async def other(other_source: Source, tmp_path: Path) -> AsyncIterator[Catalog]:
    (tmp_path / "other").mkdir()
    async with copied(other_source, tmp_path / "other") as place:
        catalog = Catalog.open(place.url, place.data)
        yield catalog
        await catalog.close()


def unfinished(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


async def everything(catalog: Catalog) -> dict[str, list[Any]]:
    async with catalog.database.read() as connection:
        return {
            table.name: [
                tuple(row)
                for row in await connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in metadata.sorted_tables
        }


async def a_little_of_all(catalog: Catalog) -> NewAsset:
    acme = await project(catalog, paint="signed", signing_secrets=("s",), gpu_seconds_per_month=0.5)
    made = await filled(catalog, acme.scope, 3, tags=["x", ODD], title=ODD, custom_metadata={ODD: 1})
    await catalog.versions.add(acme.scope, made[0].content_id, recipe("blue fox", 9))
    await catalog.redirects.rename(acme.scope, made[1].content_id, acme.id, "fuchs")
    await catalog.assets.delete(acme.scope, [made[2].content_id])
    await catalog.uploads.keep(Upload(sha256="ab", media_type="image/png", bytes=1, width=2, height=3))
    await catalog.usage.add(["key:a"], "2026-01", Amounts(paints=1, gpu_seconds=0.1))
    await catalog.audit.note(Deed(account_id=acme.account_id, who="cli", action="create"))
    await catalog.keys.create(acme.account_id, "ci", "read")
    await catalog.news.tell("purge", "acme/fox", {"slug": "fox"}, host="a")
    await catalog.expiry.close([made[0]])
    await catalog.duties.take("sweep", "a", 60)
    await _a_job(catalog, acme)
    return new(acme.scope, "after", tags=["new"])


async def _a_job(catalog: Catalog, acme: ProjectRow) -> None:
    """In a batch that was cancelled, so that its webhook is to be told."""
    asked = Submission(
        account_id=acme.account_id,
        project_id=acme.id,
        kind="image",
        requests=({"prompt": ODD},),
        models=("sketch",),
        lane=2,
        webhook="https://x.example",
        idempotency_key="k",
        as_batch=True,
    )

    def told(row: JobRow | BatchRow) -> Message:
        return Message(
            account_id=row.account_id, key_id=None, subject=row.id, event="e", url="", payload={ODD: 1}
        )

    batch = await catalog.jobs.submit(asked)
    await catalog.jobs.cancel_batch(acme.scope, batch, Announcer(told, told))


async def test_all_comes_back_in_the_place_of_what_was_there(
    catalog: Catalog, other: Catalog, tmp_path: Path
) -> None:
    after = await a_little_of_all(catalog)
    before = await everything(catalog)
    assert all(before.values())
    file = tmp_path / "backup.gz"
    written = await backup.write(catalog.database, file, {"projects.toml": "[demo]\n"})
    await project(other, "to-go")
    read = await backup.restore(other.database, file)
    assert read == written
    assert await everything(other) == before
    assert slugs((await other.search.page(after.scope, "blue", limit=9)).items) == ["fox-0"]
    assert (await other.search.page(after.scope, "tags:x eclair", limit=9)).total == 2
    made = await bound(other, after)  # and numbers go on
    assert made.number > max(row[0] for row in before["assets"])
    await project(other, "another")
    assert unfinished(tmp_path) == []


async def test_a_backup_of_an_older_release_lacks_columns(
    catalog: Catalog, other: Catalog, tmp_path: Path
) -> None:
    acme = await project(catalog)
    await catalog.keys.create(acme.account_id, "ci", "read", paints_per_minute=3)
    file = tmp_path / "backup.gz"
    await backup.write(catalog.database, file, {})
    lines = [json.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()]
    table = next(line for line in lines if isinstance(line, dict) and line.get("table") == "keys")
    at = table["columns"].index("paints_per_minute")
    del table["columns"][at:], lines[lines.index(table) + 1][at:]
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    await backup.restore(other.database, file)
    (key,) = await other.keys.all(acme.account_id)
    assert (key.name, key.paints_per_minute, key.gpu_seconds_per_month) == ("ci", None, None)


async def test_a_backup_is_of_one_moment_while_pictures_are_added(
    catalog: Catalog, other: Catalog, tmp_path: Path
) -> None:
    acme = await project(catalog)
    await filled(catalog, acme.scope, 5)
    stop = asyncio.Event()

    async def add() -> int:
        at = 0
        while not stop.is_set():
            await bound(catalog, new(acme.scope, f"late-{at}", tags=["x"]))
            at += 1
        return at

    adding = asyncio.create_task(add())
    for at in range(3):
        await backup.write(catalog.database, tmp_path / f"{at}.gz", {})
    stop.set()
    assert await adding > 0
    for at in range(3):
        await backup.restore(other.database, tmp_path / f"{at}.gz")
        rows = await everything(other)
        number = len(rows["assets"])
        assert number == len(rows["versions"]) == (await other.projects.by_name("acme")).image_count
        assert (await other.search.page(acme.scope, "late OR fox", limit=1)).total == number


@pytest.mark.parametrize(
    "damage",
    [
        *(
            "no gzip",
            "other",
            "empty",
            "cut",
            "newer table",
            "newer column",
            "rotten",
            "a row",
            "a short row",
        ),
        *("first lines", "no end", "a row less", "more after the end"),
    ],
)
async def test_what_is_no_backup_changes_nothing(place: Place, catalog: Catalog, damage: str) -> None:
    await a_little_of_all(catalog)
    before = await everything(catalog)
    file = place.data / "backup.gz"
    await backup.write(catalog.database, file, {})
    sound = file.read_bytes()
    lines = gzip.decompress(sound).decode().splitlines()
    table = json.dumps({"table": "wings", "columns": []})
    column = json.dumps({"table": "accounts", "columns": ["id", "wings"]})
    *body, end = lines
    file.write_bytes(
        {
            "no gzip": b"nonsense",
            "other": gzip.compress(b'{"format": "other"}\n'),
            "empty": gzip.compress(b""),
            "cut": sound[: len(sound) // 2],
            "rotten": sound[:-40] + bytes(32) + sound[-8:],
            "a row": gzip.compress("\n".join([lines[0], "[1]"]).encode()),
            "a short row": gzip.compress("\n".join([*body, body[1], "[1]", end]).encode()),
            "newer table": gzip.compress("\n".join([*body, table, end]).encode()),
            "newer column": gzip.compress("\n".join([*body, column, end]).encode()),
            "first lines": gzip.compress("\n".join(body[:12]).encode()),
            "no end": gzip.compress("\n".join(body).encode()),
            "a row less": gzip.compress("\n".join([*body[:-1], end]).encode()),
            "more after the end": gzip.compress("\n".join([*lines, end]).encode()),
        }[damage]
    )
    with pytest.raises(SettingsError, match=r"backup\.gz is (no backup|of a newer|damaged|cut off)"):
        await backup.restore(catalog.database, file)
    assert await everything(catalog) == before


async def test_a_server_that_paints_meanwhile_is_whole_in_another_place(place: Place, tmp_path: Path) -> None:
    """Every version that the backup has is painted there as it was here."""
    file, answers = tmp_path / "catalog.jsonl.gz", dict[str, bytes]()
    async with running_origin(place.data, catalog=place.url) as origin:

        async def asked() -> None:
            for at in range(12):
                fox = f"/demo/fox-{at}_64x48.png"
                for path in (fox, f"{fox}/at-night.webp"):
                    answers[path] = (await origin.get(path)).content
                await origin.parts.rerolls.reroll(parse(fox))
                answers[parse(fox).at(1).path] = (await origin.get(parse(fox).at(1).path)).content

        asking = asyncio.create_task(asked())
        async with asyncio.timeout(60):
            while len(answers) < 6:
                await asyncio.sleep(0.01)
        await backup.write(origin.parts.catalog.database, file, {})
        assert not asking.done()
        await asking
    (tmp_path / "there").mkdir()
    async with running_origin(tmp_path / "there") as origin:
        catalog = origin.parts.catalog
        await backup.restore(catalog.database, file)
        rows = await everything(catalog)
        demo = await catalog.projects.by_name("demo")
        slugs_there = {row.slug for row in (await catalog.search.listing(demo.scope, limit=100)).items}
        assert demo.image_count == len(rows["assets"]) == len(slugs_there) >= 2
        checked = 0
        for path, content in answers.items():
            address = parse(path)
            version = address.picture.version or 0
            if address.edits or version >= len(await catalog.versions.recipes("demo", address.slug)):
                continue  # what an edit shows depends on the version that was shown at that moment
            assert (await origin.get(address.at(version).path)).content == content
            checked += 1
        assert checked >= 3
