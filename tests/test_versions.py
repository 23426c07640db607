"""Versions of pictures, from the catalog to the bytes that are served."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import httpx
import pytest

from imgorigin.address import parse
from imgorigin.app import application
from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.assets import Description
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Bound
from imgorigin.catalog.tables import now
from imgorigin.catalog.uploads import Upload
from imgorigin.errors import Conflict, Forbidden, InvalidRequest, NotFound, Unauthorized, Unsupported
from imgorigin.imaging.master import master_key
from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.parts import Parts, build
from imgorigin.settings import Settings
from imgorigin.versions import OWED, History
from tests.callers import key
from tests.origin import Origin, running_origin

FOX: Final = parse("/demo/red-fox_64x48.png")
SHAPES: Final = [
    "/demo/red-fox_64x48.png",
    "/demo/red-fox_128x96.png",
    "/demo/red-fox_32x80.webp",
    "/demo/red-fox_64x48@2x.jpg",
    "/demo/red-fox_64x48.png/make-it-night.png",
    "/demo/red-fox_64x48.png/make-it-night.png/add-snow_32x32.webp",
]


async def shown(origin: Origin, paths: list[str] = SHAPES) -> list[bytes]:
    answers = [await origin.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [200] * len(paths)
    return [answer.content for answer in answers]


def fixed(version: int) -> list[str]:
    """The addresses of one version of the fox."""
    return [path.replace("red-fox", f"red-fox~v{version}", 1) for path in SHAPES]


async def test_a_reroll_changes_every_size_format_and_edit_and_an_undo_brings_all_of_it_back(
    origin: Origin,
) -> None:
    before = await shown(origin)
    asset = await origin.parts.rerolls.reroll(FOX)
    assert (asset.version, asset.previous_version) == (1, 0)
    after = await shown(origin)
    assert all(new != old for new, old in zip(after, before, strict=True))
    assert await shown(origin, fixed(0)) == before
    assert await shown(origin, fixed(1)) == after
    assert (await origin.parts.versions.undo(FOX, OPERATOR)).version == 0
    assert await shown(origin) == before
    assert (await origin.parts.versions.undo(FOX, OPERATOR)).version == 1
    assert await shown(origin) == after
    assert (await origin.parts.versions.pin(FOX, 0, OPERATOR)).version == 0
    assert await shown(origin) == before
    assert await shown(origin, fixed(1)) == after


async def test_whoever_is_killed_before_the_purge_has_it_done_at_the_next_start(tmp_path: Path) -> None:
    async def killed(project: str, slug: str) -> None:
        raise asyncio.CancelledError

    async with running_origin(tmp_path) as origin:
        before = await shown(origin)
        dying = replace(origin.parts.versions, purge=killed)
        recipe = (await origin.parts.bindings.shown(FOX)).recipe
        assert recipe
        with pytest.raises(asyncio.CancelledError):
            await dying.add(FOX, replace(recipe, seed=7), OPERATOR)
        assert await shown(origin) == before
    async with running_origin(tmp_path) as origin:
        async with asyncio.timeout(30):
            while origin.parts.store.stat(FOX.key):
                await asyncio.sleep(0.02)
        assert await shown(origin) == await shown(origin, fixed(1)) != before
        await origin.parts.versions.catch_up()
        assert await shown(origin, fixed(0)) == before
        assert await origin.parts.catalog.news.of(OWED, until=now()) == ()


async def test_files_of_fixed_versions_are_not_made_anew(origin: Origin) -> None:
    await shown(origin, [FOX.path, FOX.at(0).path])
    stamp = origin.parts.store.stat(FOX.at(0).key)
    assert stamp
    await origin.parts.rerolls.reroll(FOX)
    assert origin.parts.store.stat(FOX.at(0).key) == stamp
    assert not origin.parts.store.stat(FOX.key)


async def test_the_new_picture_is_there_before_the_old_one_goes(origin: Origin) -> None:
    before = await shown(origin)
    paints = origin.painter.paints.total()
    origin.painter.gate.clear()
    rerolling = asyncio.create_task(origin.parts.rerolls.reroll(FOX))
    await until_painting(origin, more_than=paints)
    assert await shown(origin) == before
    origin.painter.gate.set()
    asset = await rerolling
    (version,) = [one for one in (await history(origin)).versions if one.version == asset.version]
    assert version.recipe
    assert await origin.parts.store.get(master_key(version.recipe))


async def test_a_failed_reroll_changes_nothing(origin: Origin) -> None:
    before = await shown(origin)
    origin.painter.failures = [Unsupported("The brush is broken.")]
    with pytest.raises(Unsupported, match="brush"):
        await origin.parts.rerolls.reroll(FOX)
    assert len((await history(origin)).versions) == 1
    assert await shown(origin) == before


async def test_what_is_said_of_a_picture_is_of_the_version_that_is_shown(origin: Origin) -> None:
    origin.painter.facts = {"title": "Dawn", "alt": "A fox at dawn.", "tags": ["fox", "dawn"]}
    await origin.get(FOX.path)
    origin.painter.facts = {"title": "Noon", "alt": "A fox at noon.", "tags": ["fox", "noon"]}
    asset = await origin.parts.rerolls.reroll(FOX)
    assert (asset.title, asset.alt, set(asset.tags)) == ("Noon", "A fox at noon.", {"fox", "noon"})
    assert (await origin.get(f"{FOX.path}.json")).json()["alt"] == "A fox at noon."
    search = origin.parts.catalog.search
    found = [(await search.page(asset.scope, f"tags:{tag}", limit=9)).total for tag in ("noon", "dawn")]
    assert found == [1, 0]
    asset = await origin.parts.versions.undo(FOX, OPERATOR)
    assert (asset.title, set(asset.tags)) == ("Dawn", {"fox", "dawn"})


async def test_what_somebody_wrote_of_a_picture_stays(origin: Origin) -> None:
    origin.painter.facts = {"title": "Dawn", "alt": "A fox at dawn.", "tags": ["fox"]}
    await origin.get(FOX.path)
    found = await origin.parts.catalog.assets.find("demo", "red-fox")
    assert isinstance(found, Bound)
    asset = found.asset
    await origin.parts.catalog.assets.describe(asset.scope, asset.content_id, Description(alt="Our Rosie."))
    await origin.parts.catalog.tags.add(asset.scope, [asset.content_id], ["rosie"])
    origin.painter.facts = {"title": "Noon", "alt": "A fox at noon.", "tags": ["noon"]}
    asset = await origin.parts.rerolls.reroll(FOX)
    assert (asset.title, asset.alt, set(asset.tags)) == ("Noon", "Our Rosie.", {"fox", "rosie"})


async def test_who_stops_waiting_stops_no_reroll(origin: Origin) -> None:
    await shown(origin)
    paints = origin.painter.paints.total()
    origin.painter.gate.clear()
    rerolling = asyncio.create_task(origin.parts.rerolls.reroll(FOX))
    await until_painting(origin, more_than=paints)
    rerolling.cancel()
    origin.painter.gate.set()
    await origin.parts.rerolls.close()
    assert (await history(origin)).asset.version == 1


async def test_rerolls_at_once_get_numbers_of_their_own(origin: Origin) -> None:
    await shown(origin)
    made = await asyncio.gather(*(origin.parts.rerolls.reroll(FOX) for _ in range(6)))
    assert sorted(asset.version for asset in made) == [1, 2, 3, 4, 5, 6]
    told = await history(origin)
    assert [one.version for one in told.versions] == [0, 1, 2, 3, 4, 5, 6]
    assert len({one.recipe.seed for one in told.versions if one.recipe}) == 7
    (last,) = await shown(origin, [FOX.path])
    assert await shown(origin, [FOX.at(told.asset.version).path]) == [last]


async def test_what_was_never_asked_for_is_bound_and_painted_first(origin: Origin) -> None:
    asset = await origin.parts.rerolls.reroll(FOX, seed=7)
    assert (asset.version, asset.seed) == (1, 7)
    assert origin.painter.paints["red fox"] == 2
    old, new = await shown(origin, [FOX.at(0).path, FOX.path])
    assert old != new
    assert origin.painter.paints["red fox"] == 2


async def test_a_version_named_in_the_address_says_nothing(origin: Origin) -> None:
    await origin.parts.rerolls.reroll(FOX.at(0), seed=7)
    assert (await origin.parts.versions.pin(FOX.at(5), 0, OPERATOR)).version == 0


async def test_each_change_is_noted(origin: Origin) -> None:
    someone = Caller(client="192.0.2.1", key=key("manage", account=(await project(origin)).account_id))
    await origin.parts.rerolls.reroll(FOX, someone, seed=7)
    await origin.parts.versions.pin(FOX, 0, someone)
    await origin.parts.versions.undo(FOX, OPERATOR)
    found = await history(origin)
    page = await origin.parts.catalog.audit.page(
        found.asset.account_id, limit=10, subjects=[found.asset.content_id]
    )
    told = [(deed.action, deed.who, deed.detail["version"]) for deed in page.items]
    who = "key:imgorigin_abcdef"
    assert told == [("undo", "cli", 1), ("pin", who, 0), ("reroll", who, 1)]
    assert page.items[-1].detail == {"slug": "red-fox", "version": 1, "seed": 7}


async def test_mistakes_are_told(origin: Origin) -> None:
    versions, rerolls = origin.parts.versions, origin.parts.rerolls
    with pytest.raises(NotFound, match="never painted"):
        await versions.history(FOX)
    await shown(origin)
    with pytest.raises(Conflict, match="nothing to undo"):
        await versions.undo(FOX, OPERATOR)
    with pytest.raises(NotFound, match="no version 3 of 'red-fox' in demo"):
        await versions.pin(FOX, 3, OPERATOR)
    seed = (await history(origin)).asset.seed
    with pytest.raises(InvalidRequest, match="seed"):
        await rerolls.reroll(FOX, seed=seed)
    with pytest.raises(InvalidRequest, match="seed"):
        await rerolls.reroll(FOX, seed=2**31)
    with pytest.raises(Unsupported, match="Reroll the picture that is edited"):
        await rerolls.reroll(parse(SHAPES[-1]))
    assert len((await history(origin)).versions) == 1


async def test_who_may_not_paint_may_not_reroll(tmp_path: Path) -> None:
    (tmp_path / "projects.toml").write_text('[demo]\npaint = "keyed"\n[ice]\npaint = "frozen"\n')
    async with running_origin(tmp_path) as origin:
        account = (await project(origin)).account_id
        reader = Caller(client="192.0.2.1", key=key("read", account=account))
        with pytest.raises(Forbidden):
            await origin.parts.rerolls.reroll(FOX, reader)
        with pytest.raises(Unauthorized):
            await origin.parts.rerolls.reroll(FOX, Caller(client="192.0.2.1"))
        manager = Caller(client="192.0.2.1", key=key("manage", account=account))
        with pytest.raises(NotFound, match="frozen"):
            await origin.parts.rerolls.reroll(parse("/ice/red-fox.png"), manager)
        with pytest.raises(Conflict, match="is frozen"):
            await origin.parts.rerolls.reroll(parse("/ice/red-fox.png"))
        assert origin.painter.paints.total() == 0


async def test_in_a_frozen_project_what_is_shown_stays(tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        before = await shown(origin)
        await origin.parts.rerolls.reroll(FOX)
        await origin.parts.versions.pin(FOX, 0, OPERATOR)
        await shown(origin)
        await origin.parts.catalog.projects.set((await project(origin)).id, {"paint": "frozen"})
        for change in (
            origin.parts.versions.undo(FOX, OPERATOR),
            origin.parts.versions.pin(FOX, 1, OPERATOR),
        ):
            with pytest.raises(Conflict, match="is frozen"):
                await change
        assert await shown(origin) == before


async def test_an_upload_cannot_be_rerolled(origin: Origin) -> None:
    upload = Upload(sha256="a" * 64, media_type="image/png", bytes=1, width=60, height=40)
    await origin.parts.catalog.uploads.keep(upload)
    logo = parse("/demo/logo_60x40.png")
    await origin.parts.bindings.bind_upload(logo, upload, {}, OPERATOR)
    with pytest.raises(Unsupported, match="was uploaded"):
        await origin.parts.rerolls.reroll(logo)
    (only,) = (await origin.parts.versions.history(logo)).versions
    assert only.recipe is None


async def test_an_edit_by_a_trained_model_has_versions_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "projects.toml").write_text('[demo]\nmodel = "photo"\n')
    trained = FakePainter(replace(MODEL, name="photo", trained=True))
    async with running_origin(tmp_path, trained) as origin:
        fox, night = SHAPES[0], SHAPES[4]
        before = await shown(origin, [fox, night])
        await origin.parts.rerolls.reroll(parse(night), seed=7)
        again, other = await shown(origin, [fox, night])
        assert again == before[0]
        assert other != before[1]
        assert await shown(origin, [parse(night).at(0).path]) == before[1:]
        await origin.parts.rerolls.reroll(FOX)  # its source: the edit is made of that, by its own seed
        edit = (await origin.parts.bindings.shown(parse(night))).recipe
        assert edit
        assert edit.seed == 7
        assert edit.source == (await origin.parts.bindings.shown(FOX)).recipe


@pytest.mark.parametrize("revalidate", [False, True])
async def test_a_client_that_asks_again_is_told_of_the_new_version(tmp_path: Path, revalidate: bool) -> None:
    (tmp_path / "projects.toml").write_text(f"[demo]\nrevalidate = {str(revalidate).lower()}\n")
    async with running_origin(tmp_path) as origin:
        first = await origin.get(FOX.path)
        kept = "public, no-cache" if revalidate else "public, max-age=31536000, immutable"
        assert first.headers["cache-control"] == kept
        etag = first.headers["etag"]
        assert (await origin.get(FOX.path, if_none_match=etag)).status_code == 304
        await origin.parts.rerolls.reroll(FOX)
        anew = await origin.get(FOX.path, if_none_match=etag)
        assert anew.status_code == 200
        assert anew.content != first.content
        fixed_one = await origin.get(FOX.at(0).path)
        assert fixed_one.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert fixed_one.content == first.content


async def test_versions_of_one_size_made_in_one_second_have_etags_of_their_own(origin: Origin) -> None:
    """Flat colours, most of them as large as others."""
    shown: dict[str, bytes] = {}
    for seed in range(0x100001, 0x100009):
        await origin.parts.rerolls.reroll(FOX, seed=seed)
        answer = await origin.get(FOX.path)
        shown[answer.headers["etag"]] = answer.content
        for etag, content in shown.items():
            status = (await origin.get(FOX.path, if_none_match=etag)).status_code
            assert status == (304 if content == answer.content else 200)
        file = (origin.parts.store.disk.root / FOX.key).stat()  # which nginx makes its ETag of
        assert f'"{int(file.st_mtime):x}-{file.st_size:x}"' == answer.headers["etag"]
    assert len(set(map(len, shown.values()))) < 8
    assert len(set(shown.values())) == len(shown) == 8


async def test_when_all_files_are_lost_every_version_is_painted_as_it_was(tmp_path: Path) -> None:
    """By the painter that comes with the server, in its own process."""
    async with sketching(tmp_path) as (parts, client):
        await asked(client, SHAPES)
        await parts.rerolls.reroll(FOX)
        before = await asked(client, [*SHAPES, *fixed(0), *fixed(1)])
        assert before[FOX.path] != before[FOX.at(0).path]
    shutil.rmtree(tmp_path / "store")
    async with sketching(tmp_path) as (_, client):
        assert await asked(client, list(before)) == before


@asynccontextmanager
async def sketching(data: Path) -> AsyncIterator[tuple[Parts, httpx.AsyncClient]]:
    parts = build(Settings(data=data, access_log="none"))
    transport = httpx.ASGITransport(application(parts))
    async with parts.running(), httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        yield parts, client


async def asked(client: httpx.AsyncClient, paths: list[str]) -> dict[str, bytes]:
    answers = {path: await client.get(path) for path in paths}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {path: answer.content for path, answer in answers.items()}


async def until_painting(origin: Origin, *, more_than: int) -> None:
    async with asyncio.timeout(20):
        while origin.painter.paints.total() <= more_than:
            await asyncio.sleep(0.001)


async def history(origin: Origin) -> History:
    return await origin.parts.versions.history(FOX)


async def project(origin: Origin) -> ProjectRow:
    return await origin.parts.projects.get("demo")
