"""`imgorigin backup` and `imgorigin restore` as a person types them."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path

import pytest

from imgorigin.address import parse
from imgorigin.catalog.catalog import Catalog
from imgorigin.purger import Doomed
from imgorigin.stores.base import Blob
from tests.cli.test_cli import imgorigin as typed
from tests.cli.typed import Typed
from tests.contracts.catalog import bound, new, project
from tests.origin import running_origin
from tests.served import served

FIRST = "[demo]\n"


async def _fill(data: Path) -> None:
    catalog = Catalog.open("", data)
    await catalog.start()
    await bound(catalog, new((await project(catalog)).scope))
    await catalog.close()


async def _made(data: Path) -> None:
    catalog = Catalog.open("", data)
    await catalog.start()
    await catalog.close()


async def _slug(data: Path) -> str:
    catalog = Catalog.open("", data)
    acme = await catalog.projects.by_name("acme")
    (asset,) = (await catalog.search.listing(acme.scope, limit=9)).items
    await catalog.close()
    return asset.slug


def test_a_backup_goes_into_a_folder_that_was_not_there(tmp_path: Path) -> None:
    data, again, file = tmp_path / "data", tmp_path / "new" / "again", tmp_path / "catalog.jsonl.gz"
    data.mkdir()
    (data / "projects.toml").write_text(FIRST)
    asyncio.run(_fill(data))
    done = typed("backup", str(file), "--data", str(data))
    assert done.stdout == f"1 picture, 1 project and 0 keys written to {file}\n", done.stderr
    done = typed("restore", str(file), "--data", str(again))
    assert done.stdout == f"1 picture, 1 project and 0 keys restored from {file}\n", done.stderr
    assert (again / "projects.toml").read_text() == FIRST
    assert asyncio.run(_slug(again)) == "red-fox"


def test_a_backup_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "catalog.jsonl.gz"
    asyncio.run(_fill(tmp_path))
    assert typed("backup", str(file), "--data", str(tmp_path)).returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_a_backup_has_none_of_stays_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    asyncio.run(_made(tmp_path / "data"))
    file, again = tmp_path / "catalog.jsonl.gz", tmp_path / "again"
    assert typed("backup", str(file), "--data", str(tmp_path / "data")).returncode == 0
    again.mkdir()
    (again / "projects.toml").write_text(FIRST)
    done = typed("restore", str(file), "--data", str(again))
    assert done.stdout == f"0 pictures, 0 projects and 0 keys restored from {file}\n"
    assert (
        done.stderr == f"{again / 'projects.toml'} stays: the backup has none. The next start goes by it.\n"
    )
    (deed,) = json.loads(typed("audit", "--json", "--data", str(again)).stdout)
    assert (deed["who"], deed["action"], deed["subject"]) == ("cli", "restore", file.name)


async def test_a_server_goes_on_while_its_catalog_is_written_and_put_back(
    tmp_path: Path, catalog_options: list[str]
) -> None:
    data, file = tmp_path / "data", tmp_path / "catalog.jsonl.gz"

    async def verb(*arguments: str) -> str:
        done = await asyncio.to_thread(typed, *arguments, "--data", str(data), *catalog_options)
        assert done.returncode == 0, done.stderr
        return done.stdout

    async with served(data, *catalog_options) as server:
        picture = await server.get("/demo/red-fox_64x64.png")
        key = (data / "admin-key.txt").read_text().strip()
        assert await verb("backup", str(file)) == f"1 picture, 1 project and 1 key written to {file}\n"
        await verb("projects", "create", "later")
        await verb("keys", "revoke", key)
        assert (await server.get("/later/cat_64x64.png")).status_code == 200
        assert await verb("restore", str(file)) == f"1 picture, 1 project and 1 key restored from {file}\n"
        async with asyncio.timeout(30):
            while (await server.get("/later/dog_64x64.png")).status_code != 404:
                await asyncio.sleep(0.1)
        assert (await server.get("/demo/red-fox_64x64.png")).content == picture.content
        assert (await server.get("/demo/red-fox_32x32.png")).status_code == 200
        assert (await server.get("/demo/blue-fox_64x64.png")).status_code == 200
    (told,) = json.loads(await verb("keys", "list", "--json"))
    assert (told["name"], told["state"]) == ("admin", "good")
    (project_there,) = json.loads(await verb("projects", "list", "--json"))
    assert (project_there["name"], project_there["image_count"]) == ("demo", 2)


async def test_files_that_were_cut_since_a_backup_go_when_it_is_restored(
    imgorigin: Typed, tmp_path: Path
) -> None:
    fox, owl, old = (f"/demo/{words}_64x48.png" for words in ("red-fox", "owl", "old"))
    file = str(tmp_path / "catalog.jsonl.gz")
    async with running_origin(tmp_path) as origin:
        store = origin.parts.store
        first = await origin.get(fox)
        await store.put(parse(old).key, Blob(b"x", modified=1_600_000_000))
        assert (await asyncio.to_thread(imgorigin, "backup", file)).returncode == 0
        await origin.parts.rerolls.reroll(parse(fox), seed=7)
        assert (await origin.get(fox)).content != first.content
        await origin.get(owl)
        done = await asyncio.to_thread(imgorigin, "restore", file)
        assert done.returncode == 0, done.stderr
        assert "2 files that were cut since the backup are removed" in done.stderr
        assert [key async for key in store.disk.keys("images/")] == [parse(old).key]
        await asyncio.sleep(0.2)  # what is in memory is held against the disk as often
        assert (await origin.get(fox)).content == first.content
        (told,) = await origin.parts.catalog.news.after(0)
        assert Doomed.from_dict(told.detail).has(parse(owl).key)


async def test_what_another_project_of_that_name_had_is_removed_too(imgorigin: Typed, tmp_path: Path) -> None:
    """The backup of one server, restored on another."""
    other, file = tmp_path / "other", str(tmp_path / "catalog.jsonl.gz")
    async with running_origin(other):
        done = await asyncio.to_thread(imgorigin, "backup", file, "--data", str(other))
        assert done.returncode == 0, done.stderr
    async with running_origin(tmp_path) as origin:
        await origin.parts.store.put(parse("/demo/old.png").key, Blob(b"x", modified=1_600_000_000))
        done = await asyncio.to_thread(imgorigin, "restore", file)
        assert done.returncode == 0, done.stderr
        assert [key async for key in origin.parts.store.disk.keys("images/")] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["backup", "x.gz", "--data", "nowhere"], "is no data folder of a server"),
        (["backup", "nowhere/x.gz", "--data", "sound"], "cannot be written: No such file"),
        (["restore", "nowhere.gz", "--data", "."], "nowhere.gz: No such file or directory."),
        (["restore", "/dev/null", "--data", "."], "/dev/null is no backup of a catalog."),
        (["restore", "/dev/null", "--data", "/dev/null/x"], "/dev/null/x: Not a directory."),
        (
            ["restore", "projects.toml", "--data", "."],
            "projects.toml is no backup, or is cut off: Not a gzipped",
        ),
        (["restore", "/dev/null", "--data", "damaged"], "damaged/catalog.sqlite. file is not a database."),
        (["backup", "x.gz", "--data", "."], "projects.toml in . is no text"),
        (["backup", "x.gz", "--data", "damaged"], "damaged/catalog.sqlite. file is not a database."),
        (["backup", "x.gz", "--catalog", "mysql://x:secret@y"], "no URL of the form"),
        (
            ["backup", "x.gz", "--catalog", "postgresql://x:secret@127.0.0.1:1/y"],
            "postgresql://x:***@127.0.0.1:1/y",
        ),
    ],
)
def test_mistakes_are_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "projects.toml").write_bytes(b"\xff")
    (tmp_path / "damaged").mkdir()
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / "catalog.sqlite").touch()
    (tmp_path / "damaged" / "catalog.sqlite").write_text("nonsense, and more than a header of it" * 9)
    done = typed(*arguments)
    assert done.returncode == 1
    assert told in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr
