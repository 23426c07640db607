"""Pictures that are kept for a time: for how long, what is said of them, and how they end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from imgorigin.address import IMAGES, REVALIDATED, Size, parse
from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Bound
from imgorigin.catalog.tables import assets
from imgorigin.commissions import Commission
from imgorigin.errors import Conflict, Expired, SettingsError, StoreUnavailable
from imgorigin.plans import Plans, PlanTable
from imgorigin.retention import Retention
from imgorigin.settings import load
from imgorigin.sweeper import Sweeper
from tests.callers import NOW, project
from tests.origin import Origin, running_origin

FOX = "/demo/red-fox_64x48.png"
LATER = NOW + timedelta(days=40_000)


@pytest.fixture
async def origin(tmp_path: Path) -> AsyncIterator[Origin]:
    """In which pictures of addresses are kept for a week."""
    async with running_origin(tmp_path, retention={"web": 7}) as origin:
        yield origin


@pytest.mark.parametrize(
    ("of_project", "of_plan", "by_dialect", "dialect", "days"),
    [
        (None, 0, {}, "", None),
        (None, 0, {"openai": 9}, "", None),
        (None, 0, {"openai": 9}, "openai", 9),
        (None, 0, {"web": 9}, "", 9),
        (None, 30, {"web": 90}, "", 30),
        (5, 30, {"web": 90}, "", 5),
        (5, 3, {"web": 90}, "imagineo", 3),
        (5, 30, {"web": 0}, "", 5),
        (5, 0, {"web": 1}, "", 1),
    ],
)
def test_the_shortest_time_that_anything_says_holds(
    of_project: int | None, of_plan: int, by_dialect: Any, dialect: str, days: int | None
) -> None:
    plans = Plans({"free": PlanTable(retention_days=of_plan)}, "free")
    retention = Retention(plans, by_dialect)
    row: ProjectRow = project(retention_days=of_project)
    caller = Caller(dialect=dialect)
    assert retention.days(row, caller) == days
    assert retention.until(row, caller, NOW) == (NOW + timedelta(days=days) if days else None)


@pytest.mark.parametrize("table", ['{"openapi": 3}', '{"openai": -1}', '{"openai": 36501}', "7"])
def test_a_period_that_is_none_is_told(table: str) -> None:
    assert load({}, {"IMGORIGIN_RETENTION": '{"openai": 30}'}).retention == {"openai": 30}
    with pytest.raises(SettingsError, match="retention"):
        load({}, {"IMGORIGIN_RETENTION": table})


async def test_a_picture_that_is_kept_for_a_time_is_nowhere_kept_for_good(origin: Origin) -> None:
    for cache in ("fwd=uri-miss", "hit"):
        answer = await origin.get(FOX)
        assert answer.headers["cache-control"] == "public, no-cache"
        assert cache in answer.headers["cache-status"]
    unchanged = await origin.get(FOX, if_none_match=answer.headers["etag"])
    assert (unchanged.status_code, unchanged.headers["cache-control"]) == (304, "public, no-cache")
    assert (await origin.client.head(FOX)).headers["cache-control"] == "public, no-cache"
    assert await files(origin) == {REVALIDATED, "masters"}
    told = await origin.get(f"{FOX}.json")
    expires = datetime.fromisoformat(told.json()["expires"])
    assert timedelta(days=6) < expires - datetime.now(UTC) <= timedelta(days=7)
    assert told.headers["cache-control"] == "public, no-cache"


async def test_versions_and_edits_of_it_are_no_more_lasting(origin: Origin) -> None:
    await origin.get(FOX)
    await origin.parts.rerolls.reroll(parse(FOX))
    for path in ("/demo/red-fox~v0_64x48.png", f"{FOX}/at-night.png"):
        assert (await origin.get(path)).headers["cache-control"] == "public, no-cache"


async def test_an_edit_is_kept_for_no_longer_than_its_picture(tmp_path: Path) -> None:
    async with running_origin(tmp_path, retention={"inliner": 3}) as origin:
        inliner = replace(OPERATOR, dialect="inliner")
        await origin.parts.service.picture(parse(FOX), caller=inliner)
        await origin.get(f"{FOX}/at-night.png")
        fox, edit = await bound(origin, "red-fox"), await bound(origin, "red-fox/at-night")
        assert fox.asset.expires
        assert edit.asset.expires == fox.asset.expires
        other = await origin.get("/demo/owl_64x48.png")
        assert other.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_it_goes_from_every_tier_and_its_addresses_answer_410_for_good(origin: Origin) -> None:
    owl = "/demo/owl_64x48.png"
    for path in (FOX, "/demo/red-fox.webp", f"{FOX}/at-night.png", owl):
        assert (await origin.get(path)).status_code == 200
    await end(origin, "red-fox")
    assert (await origin.get("/demo/red-fox.jpg")).status_code == 410  # before it is swept
    assert await origin.parts.sweeper.sweep() == 1
    left = {key for key in await origin.parts.store.keys_anywhere("") if not key.startswith("masters/")}
    assert left == {parse(owl).key_on(REVALIDATED)}
    painted = origin.painter.paints.copy()
    for path in (
        FOX,
        "/demo/red-fox_32x32.png",
        f"{FOX}/at-night.png",
        f"{FOX}/with-a-hat.png",
        f"{FOX}.json",
    ):
        answer = await origin.get(path)
        assert (answer.status_code, answer.headers["cache-control"]) == (410, "no-store")
        assert answer.json()["type"] == "urn:imgorigin:problem:gone"
    assert (await origin.get("/demo/red-fox~v0.png")).status_code == 410
    assert (await origin.client.head(FOX)).status_code == 410
    assert origin.painter.paints == painted
    assert await origin.parts.sweeper.sweep() == 0
    (deed,) = (await origin.parts.catalog.audit.page(1, limit=10)).items
    assert (deed.who, deed.action, deed.detail) == ("retention", "expire", {"slug": "red-fox"})


async def test_an_address_it_had_before_is_gone_too_and_neither_is_taken_again(origin: Origin) -> None:
    await origin.get(FOX)
    catalog, fox = origin.parts.catalog, (await bound(origin, "red-fox")).asset
    await catalog.redirects.rename(fox.scope, fox.content_id, fox.project_id, "fox")
    await origin.parts.purger.purge("demo", "red-fox")
    await end(origin, "fox")
    await origin.parts.sweeper.sweep()
    await origin.get("/demo/owl_64x48.png")
    owl = (await bound(origin, "owl")).asset
    for slug in ("fox", "red-fox"):
        assert (await origin.get(f"/demo/{slug}_64x48.png")).status_code == 410
        with pytest.raises(Conflict):
            await catalog.redirects.rename(owl.scope, owl.content_id, owl.project_id, slug)
    assert await catalog.assets.taken(fox.project_id, ["fox", "red-fox", "wolf"]) == {
        "fox": "",
        "red-fox": "",
    }


async def test_what_could_not_be_deleted_is_swept_the_next_time(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    await origin.get(FOX)
    await end(origin, "red-fox")

    async def down(key: str) -> None:
        raise StoreUnavailable

    with monkeypatch.context() as broken:
        broken.setattr(origin.parts.store, "delete", down)
        with pytest.raises(StoreUnavailable):
            await origin.parts.sweeper.sweep()
    assert (await origin.get("/demo/red-fox.jpg")).status_code == 410
    assert await origin.parts.sweeper.sweep() == 1
    assert await files(origin) == set()


async def test_one_of_several_hosts_sweeps(origin: Origin) -> None:
    catalog, deletes = origin.parts.catalog, origin.parts.purger.delete
    await origin.get(FOX)
    await origin.parts.sweeper.sweep()
    other = Sweeper(catalog, deletes, host="other", clock=lambda: LATER)
    assert await other.sweep() == 0
    assert len(await catalog.expiry.due(LATER, limit=9)) == 1


async def test_a_duty_is_taken_over_from_a_host_that_is_gone(origin: Origin) -> None:
    duties = origin.parts.catalog.duties
    assert await duties.take("tidy", "a", 60)
    assert await duties.take("tidy", "a", 60)
    assert not await duties.take("tidy", "b", 60)
    assert await duties.take("tidy", "a", -1)
    assert await duties.take("tidy", "b", 60)
    assert not await duties.take("tidy", "a", 60)


async def test_pictures_of_a_project_that_turns_stay_where_none_is_kept_for_good(origin: Origin) -> None:
    await origin.get(FOX)
    row = (await origin.parts.catalog.projects.all())[0]
    private = await origin.parts.catalog.projects.set(row.id, {"private": True})
    await origin.parts.purger.reshelve(private)
    assert await files(origin) == {"private", "masters"}
    public = await origin.parts.catalog.projects.set(row.id, {"private": False})
    for _ in range(2):
        await origin.parts.purger.reshelve(public)
        assert await files(origin) == {REVALIDATED, "masters"}


async def test_pictures_made_before_are_kept_for_good(tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        await origin.get(FOX)
        row = (await origin.parts.catalog.projects.all())[0]
        origin.parts.projects.learn(await origin.parts.catalog.projects.set(row.id, {"retention_days": 1}))
        await origin.get("/demo/owl_64x48.png")
        assert await origin.parts.catalog.expiry.due(LATER, limit=9) == ((await bound(origin, "owl")).asset,)
        assert await files(origin) == {IMAGES, REVALIDATED, "masters"}


@pytest.mark.parametrize(("by", "days"), [("imagineo", 30), ("openai", None), ("imageai", 7)])
async def test_a_picture_is_kept_for_whoever_asks_that_has_it_kept_for_longest(
    tmp_path: Path, by: str, days: int | None
) -> None:
    retention = {"imageai": 7, "imagineo": 30, "web": 0}
    async with running_origin(tmp_path, retention=retention) as origin:
        row = (await origin.parts.catalog.projects.all())[0]
        asked = Commission(prompt="a red fox", size=Size(64, 48))
        first = await origin.parts.commissions.accept(
            row, asked, Caller(client="192.0.2.1", dialect="imageai")
        )
        again = await origin.parts.commissions.accept(row, asked, Caller(client="192.0.2.1", dialect=by))
        shorter = await origin.parts.commissions.accept(
            row, asked, Caller(client="192.0.2.1", dialect="imageai")
        )
        assert first.address == again.address
        assert shorter.asset.expires == again.asset.expires
        if days is None:
            assert again.asset.expires is None
        else:
            assert again.asset.expires
            assert round((again.asset.expires - datetime.now(UTC)) / timedelta(days=1)) == days


async def files(origin: Origin) -> set[str]:
    """Where there are any."""
    return {key.partition("/")[0] for key in await origin.parts.store.keys_anywhere("")}


async def bound(origin: Origin, slug: str) -> Bound:
    found = await origin.parts.catalog.assets.find("demo", slug)
    assert isinstance(found, Bound)
    return found


async def end(origin: Origin, slug: str) -> None:
    """The time of a picture is over."""
    async with origin.parts.catalog.database.write() as connection:
        await connection.execute(
            update(assets).where(assets.c.slug == slug).values(expires=NOW.replace(year=2020))
        )
    with pytest.raises(Expired):
        await bound(origin, slug)


async def test_pictures_that_have_an_end_are_not_taken_for_misplaced(origin: Origin) -> None:
    """Else each start would tell the CDN to drop the whole project."""
    parts = origin.parts
    await origin.get(FOX)
    await origin.get(f"{FOX}/at-night.png")
    row = await parts.projects.get("demo")
    assert not await parts.purger.has_misplaced(row)
    assert await parts.purger.reshelve(row) == 0
    assert await files(origin) == {REVALIDATED, "masters"}
    assert not await parts.catalog.news.after(0)
