"""`imgorigin backup` and `imgorigin restore` as a person types them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from imgorigin.catalog.catalog import Catalog
from tests.cli.test_cli import imgorigin
from tests.contracts.catalog import bound, new, project

FIRST = "[demo]\n"


async def _fill(data: Path) -> None:
    catalog = Catalog.open("", data)
    await catalog.start()
    await bound(catalog, new((await project(catalog)).scope))
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
    done = imgorigin("backup", str(file), "--data", str(data))
    assert done.stdout == f"1 picture, 1 project and 0 keys written to {file}\n", done.stderr
    done = imgorigin("restore", str(file), "--data", str(again))
    assert done.stdout == f"1 picture, 1 project and 0 keys restored from {file}\n", done.stderr
    assert (again / "projects.toml").read_text() == FIRST
    assert asyncio.run(_slug(again)) == "red-fox"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["backup", "x.gz", "--data", "nowhere"], "is no data folder of a server"),
        (["backup", "nowhere/x.gz", "--data", "."], "cannot be written: No such file"),
        (["restore", "nowhere.gz", "--data", "."], "nowhere.gz: No such file or directory."),
        (["restore", "/dev/null", "--data", "."], "/dev/null is no backup of a catalog."),
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
    done = imgorigin(*arguments)
    assert done.returncode == 1
    assert told in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr
