"""Several hosts on one PostgreSQL, each with a disk of its own: what one purges the others forget."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from imgorigin import news
from imgorigin.address import parse
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.news import Item
from imgorigin.errors import SettingsError, StoreUnavailable
from imgorigin.news import FILE, Bookmark, Newsreader
from imgorigin.recipe import variation
from tests.catalog.conftest import TEMPLATE
from tests.contracts.postgresql import PostgreSQL
from tests.origin import running_origin

FOX = "/demo/red-fox_64x48.png"
MADE = "imgorigin; fwd=uri-miss; stored"


@pytest.fixture
async def url(server: PostgreSQL) -> AsyncIterator[str]:
    async with server.database(TEMPLATE) as url:
        yield url


async def test_another_host_forgets_what_was_purged_and_shows_the_new_version(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "POLL_SECONDS", 3600)  # only when we say so
    async with (
        running_origin(tmp_path / "one", catalog=url) as one,
        running_origin(tmp_path / "two", catalog=url) as two,
    ):
        old = [await host.get(path) for host in (one, two) for path in (FOX, FOX.replace("png", "webp"))]
        assert {answer.status_code for answer in old} == {200}
        found = await one.parts.catalog.assets.find("demo", "red-fox")
        asset, recipe = found.asset, found.recipe  # type: ignore[union-attr]
        assert recipe
        await one.parts.catalog.versions.add(asset.scope, asset.content_id, variation(recipe, 1))
        assert await one.parts.purger.purge("demo", "red-fox") == 2
        new = await one.get(FOX)
        assert new.content != old[0].content
        assert (await two.get(FOX)).content == old[0].content
        await two.parts.newsreader.poll()
        await one.parts.newsreader.poll()
        assert (await two.get(FOX)).content == new.content
        assert not two.parts.store.disk.stat(parse(FOX.replace("png", "webp")).key)
        assert (await one.get(FOX)).headers["cache-status"] == "imgorigin; hit; detail=memory"
        await two.parts.newsreader.poll()  # heard once
        assert (await two.get(FOX)).headers["cache-status"] == "imgorigin; hit; detail=memory"


async def test_a_host_that_was_off_hears_of_it_when_it_starts(url: str, tmp_path: Path) -> None:
    async with running_origin(tmp_path / "two", catalog=url) as two:
        await two.get(FOX)
    async with running_origin(tmp_path / "one", catalog=url) as one:
        await one.parts.purger.purge("demo", "red-fox")
    async with running_origin(tmp_path / "two", catalog=url) as two:
        async with asyncio.timeout(20):
            while two.parts.store.disk.stat(parse(FOX).key):
                await asyncio.sleep(0.05)
        assert (await two.get(FOX)).headers["cache-status"] == MADE
        assert two.painter.paints.total() == 0  # its master is there


class Handled:
    """A handler that notes what it is told, and fails for the subjects in `fails`."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.fails: set[Any] = set()

    async def __call__(self, detail: Any) -> None:
        if detail["at"] in self.fails:
            raise StoreUnavailable("The disk cannot be written.")
        self.told.append(detail["at"])


async def tell(catalog: Catalog, *numbers: int, host: str = "other") -> None:
    for at in numbers:
        await catalog.news.tell("purge", "acme/fox", {"at": at}, host=host)


async def test_every_item_is_heard_once_and_none_is_lost(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled = Handled()
    reader = Newsreader(catalog.news, Bookmark(tmp_path), {"purge": handled})
    await tell(catalog, 1, 2)
    await catalog.news.tell("of a later release", "x", {}, host="other")
    await tell(catalog, 3, host=Bookmark(tmp_path).host)
    for _ in range(2):
        await reader.poll()
    assert handled.told == [1, 2]
    assert Bookmark(tmp_path).read == 0  # one with a lesser id may still come
    monkeypatch.setattr(news, "OVERLAP_SECONDS", 0)
    await tell(catalog, 4)
    await reader.poll()
    assert handled.told == [1, 2, 4]
    assert Bookmark(tmp_path).read >= 4
    handled.told.clear()
    await tell(catalog, 5)
    await Newsreader(catalog.news, Bookmark(tmp_path), {"purge": handled}).poll()
    assert handled.told == [5]


async def test_one_that_is_committed_late_is_heard(catalog: Catalog, tmp_path: Path) -> None:
    class Late(type(catalog.news)):  # type: ignore[misc]
        hidden: int

        async def after(self, number: int, *, limit: int = 1000) -> tuple[Item, ...]:
            return tuple(item for item in await super().after(number, limit=limit) if item.id != Late.hidden)

    handled = Handled()
    await tell(catalog, 1, 2, 3)
    Late.hidden = (await catalog.news.after(0))[1].id
    reader = Newsreader(Late(catalog.database), Bookmark(tmp_path), {"purge": handled})
    await reader.poll()
    assert handled.told == [1, 3]
    Late.hidden = 0
    await reader.poll()
    assert handled.told == [1, 3, 2]


async def test_what_could_not_be_done_is_tried_again(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "OVERLAP_SECONDS", 0)
    handled = Handled()
    handled.fails = {2}
    reader = Newsreader(catalog.news, Bookmark(tmp_path), {"purge": handled})
    await tell(catalog, 1, 2, 3)
    for _ in range(3):
        await reader.poll()
    assert handled.told == [1, 3]
    assert Bookmark(tmp_path).read == (await catalog.news.after(0))[0].id
    handled.fails = set()
    await reader.poll()
    assert handled.told == [1, 3, 2]


async def test_after_a_restore_the_ids_of_before_mean_nothing(catalog: Catalog, tmp_path: Path) -> None:
    Bookmark(tmp_path).move(1_000_000)
    handled = Handled()
    reader = Newsreader(catalog.news, Bookmark(tmp_path), {"purge": handled})
    await tell(catalog, 1)
    await reader.poll()
    assert handled.told == [1]


def test_a_host_has_one_name_and_a_copy_of_its_folder_another(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    one = Bookmark(tmp_path / "one")
    assert one.host == Bookmark(tmp_path / "one").host
    one.move(7)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    two = Bookmark(tmp_path / "two")
    assert (one.read, two.read) == (7, 7)
    assert one.host != two.host
    assert [file.name for file in (tmp_path / "one").iterdir()] == [FILE]


def test_a_bookmark_that_is_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    with pytest.raises(SettingsError, match="Remove it"):
        _ = Bookmark(tmp_path).host
