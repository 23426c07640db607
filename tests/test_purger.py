"""Purges: what goes, what stays, and that the next request has it made anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from imgorigin.address import IMAGES, PRIVATE, REVALIDATED, SHELVES, Address, parse
from imgorigin.caller import OPERATOR
from imgorigin.catalog.records import Bound
from imgorigin.catalog.uploads import Upload
from imgorigin.errors import NotFound, StoreUnavailable
from imgorigin.imaging.uploaded import upload_key
from imgorigin.news import Newsreader
from imgorigin.purger import Doomed, Gone, Purger, address_of
from imgorigin.recipe import variation
from imgorigin.stores.base import Blob, sha256_hex
from tests.imaging.files import encoded, photo
from tests.origin import Origin, running_origin

FOX = "/demo/red-fox_64x48.png"
HIT, MADE = "imgorigin; hit; detail=memory", "imgorigin; fwd=uri-miss; stored"


@pytest.fixture
async def origin(tmp_path: Path) -> AsyncIterator[Origin]:
    async with running_origin(tmp_path) as origin:
        yield origin


class Listener:
    """A CDN."""

    def __init__(self) -> None:
        self.told: list[Gone] = []

    def tell(self, gone: Gone) -> None:
        self.told.append(gone)


def purger_of(origin: Origin, cdn: Listener) -> Purger:
    parts = origin.parts
    return Purger(parts.store, parts.catalog, parts.painters.models, cdn, host="this")


async def put(origin: Origin, path: str, shelf: str = IMAGES) -> str:
    key = parse(path).key_on(shelf)
    await origin.parts.store.put(key, Blob(path.encode()))
    return key


async def here(origin: Origin, prefix: str = "") -> set[str]:
    return await origin.parts.store.keys_anywhere(prefix)


async def fox(origin: Origin, slug: str = "red-fox") -> Bound:
    found = await origin.parts.catalog.assets.find("demo", slug)
    assert isinstance(found, Bound)
    return found


async def test_every_size_format_edit_and_shelf_goes_and_nothing_else(origin: Origin) -> None:
    gone = {
        await put(origin, path, shelf)
        for path in (FOX, "/demo/red-fox.webp", "/demo/red-fox_64x48.png/at-night.png")
        for shelf in SHELVES
    }
    stay = {
        await put(origin, path)
        for path in (
            "/demo/red-fox~v2.png",
            "/demo/red-fox~v2.png/at-night.png",
            "/demo/red-foxes_64x48.png",
            "/demo/red-fox-at-night.png",
            "/demo/red.png",
            "/other/red-fox_64x48.png",
        )
    }
    assert await origin.parts.purger.purge("demo", "red-fox") == len(gone) == 9
    assert await here(origin) == stay
    assert await origin.parts.purger.purge("demo", "red-fox", whole=True) == 2
    assert await here(origin) == {key for key in stay if "~v2" not in key}


async def test_an_edit_goes_alone(origin: Origin) -> None:
    gone = {
        await put(origin, f"/demo/{path}")
        for path in ("fox_64x48.png/hat.png", "fox~v1.webp/hat_64x48.png", "fox.png/hat.png/night.png")
    }
    stay = {
        await put(origin, f"/demo/{path}") for path in ("fox.png", "fox.png/night.png", "fox.png/hat~v0.png")
    }
    assert await origin.parts.purger.purge("demo", "fox/hat") == len(gone)
    assert await here(origin) == stay


async def test_what_is_no_rendition_of_ours_is_left_alone(origin: Origin) -> None:
    strays = ["images/demo/red-fox_64x48.png.bak", "images/demo/Red-Fox_64x48.png", "images/demo/red-fox"]
    for key in strays:
        await origin.parts.store.disk.put(key, Blob(b"by hand"))
        assert address_of(key) is None
    assert await origin.parts.purger.purge("demo", "red-fox", whole=True) == 0
    assert await here(origin) == set(strays)


async def test_the_next_request_cuts_it_anew_from_its_master(origin: Origin) -> None:
    first = await origin.get(FOX)
    assert (await origin.get(FOX)).headers["cache-status"] == HIT
    assert await origin.parts.purger.purge("demo", "red-fox") == 1
    again = await origin.get(FOX)
    assert again.headers["cache-status"] == MADE
    assert again.content == first.content
    assert origin.painter.paints == {"red fox": 1}


async def test_a_whole_picture_is_painted_anew_by_the_recipe_it_is_bound_to(origin: Origin) -> None:
    paths = [FOX, "/demo/red-fox_200x60.png", f"{FOX}/at-night_48x64.png"]
    asset = (await fox_after(origin, paths)).asset
    shown = [(await origin.get(path)).content for path in paths]
    rerolled = variation((await fox(origin)).recipe or pytest.fail("no recipe"), 1)
    await origin.parts.catalog.versions.add(asset.scope, asset.content_id, rerolled)
    await origin.parts.purger.purge("demo", "red-fox")
    assert [(await origin.get(path)).content for path in paths] != shown
    assert len(await here(origin, "masters/")) > 4  # of both versions, on two canvases, and of the edit
    await origin.parts.purger.purge("demo", "red-fox", whole=True)
    assert await here(origin) == set()
    await origin.parts.catalog.versions.pin(asset.scope, asset.content_id, 0)
    before = origin.painter.paints.total()
    assert [(await origin.get(path)).content for path in paths] == shown
    assert origin.painter.paints.total() > before


async def fox_after(origin: Origin, paths: list[str]) -> Bound:
    for path in paths:
        assert (await origin.get(path)).status_code == 200
    return await fox(origin)


async def test_a_deleted_picture_leaves_nothing_but_what_others_use(origin: Origin) -> None:
    catalog, store = origin.parts.catalog, origin.parts.store
    bound = await fox_after(origin, [FOX, "/demo/red-fox_200x60.png", "/demo/owl_64x48.png"])
    owl = {key for key in await here(origin) if "owl" in key}
    assert await origin.parts.purger.delete(bound.asset.scope, [bound.asset.content_id]) == (bound.asset,)
    assert await catalog.assets.find("demo", "red-fox") is None
    left = await here(origin)
    assert owl < left
    assert len([key for key in left if key.startswith("masters/")]) == 1
    with pytest.raises(NotFound):
        await origin.parts.purger.delete(bound.asset.scope, [bound.asset.content_id])
    assert await here(origin) == left
    assert await store.get(next(iter(owl)))


async def test_a_cdn_is_told_every_path_of_what_is_deleted(origin: Origin) -> None:
    cdn = Listener()
    bound = await fox_after(origin, [FOX, "/demo/red-fox~v0_32x32.webp"])
    await purger_of(origin, cdn).delete(bound.asset.scope, [bound.asset.content_id])
    (told,) = cdn.told
    assert told.paths == (FOX, "/demo/red-fox~v0_32x32.webp")
    assert told.surrogate_keys == ("demo/red-fox",)


async def test_an_upload_goes_with_the_last_picture_that_shows_it(origin: Origin) -> None:
    parts = origin.parts
    data = encoded(photo())
    upload = Upload(
        sha256=sha256_hex(data),
        media_type="image/png",
        bytes=len(data),
        width=60,
        height=40,
        facts={"focus": [0.5, 0.5]},
    )
    await parts.catalog.uploads.keep(upload)
    await parts.store.put(upload_key(upload.sha256), Blob(data))
    first, second = [
        (await parts.bindings.bind_upload(parse(f"/demo/{name}.png"), upload, {}, OPERATOR)).asset
        for name in ("photo", "the-same")
    ]
    for name in ("photo", "the-same"):
        assert (await origin.get(f"/demo/{name}_32x32.png")).status_code == 200
    await parts.purger.delete(first.scope, [first.content_id])
    assert await here(origin) == {upload_key(upload.sha256), "images/demo/the-same_32x32.png"}
    assert (await origin.get("/demo/the-same_16x16.png")).status_code == 200
    await parts.purger.delete(second.scope, [second.content_id])
    assert await here(origin) == set()
    assert await parts.catalog.uploads.get(upload.sha256) is None


async def test_nothing_is_deleted_while_its_files_cannot_be(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound = await fox_after(origin, [FOX])

    async def down(key: str) -> None:
        raise StoreUnavailable("The S3 store is not answering.")

    with monkeypatch.context() as broken:
        broken.setattr(origin.parts.store, "delete", down)
        with pytest.raises(StoreUnavailable):
            await origin.parts.purger.delete(bound.asset.scope, [bound.asset.content_id])
    assert await fox(origin) == bound
    await origin.parts.purger.delete(bound.asset.scope, [bound.asset.content_id])
    assert await here(origin) == set()


async def test_a_project_goes_whole_but_for_its_masters(origin: Origin) -> None:
    await origin.get(FOX)
    for shelf in SHELVES:
        await put(origin, "/demo/owl~v1.png", shelf)
    other = await put(origin, "/demo2/owl.png")
    assert await origin.parts.purger.purge_project("demo") == 4
    left = await here(origin)
    assert other in left
    assert [key.partition("/")[0] for key in sorted(left)] == ["images", "masters"]


async def test_one_address_is_purged_alone(origin: Origin) -> None:
    await put(origin, FOX)
    await put(origin, FOX, PRIVATE)
    stays = await put(origin, "/demo/red-fox_64x48@2x.png")
    assert await origin.parts.purger.purge_address(parse(FOX)) == 2
    assert await origin.parts.purger.purge_address(parse(FOX)) == 0
    assert await here(origin) == {stays}


@pytest.mark.parametrize(
    ("settings", "shelf", "shelf_of_versions"),
    [
        ({"private": True}, PRIVATE, PRIVATE),
        ({"revalidate": True}, REVALIDATED, IMAGES),
        ({}, IMAGES, IMAGES),
    ],
)
@pytest.mark.parametrize("before", SHELVES)
async def test_pictures_move_with_their_bytes_and_dates_when_their_project_turns(
    origin: Origin, settings: dict[str, bool], shelf: str, shelf_of_versions: str, before: str
) -> None:
    catalog, store = origin.parts.catalog, origin.parts.store
    project = (await catalog.projects.all())[0]
    assert project.name == "demo"
    project = await catalog.projects.set(project.id, settings) if settings else project
    pictures = {FOX: shelf, f"{FOX}/night.png": shelf, "/demo/red-fox~v1.png": shelf_of_versions}
    for path in pictures:
        await store.put(parse(path).key_on(before), Blob(path.encode(), 1_000_000_000))
    await origin.parts.purger.reshelve(project)
    expected = {parse(path).key_on(to): path for path, to in pictures.items()}
    if before == REVALIDATED == shelf:  # where no fixed version ever lies
        expected = {parse(path).key_on(before): path for path in pictures}
    assert await here(origin) == set(expected)
    for key, path in expected.items():
        assert await store.get(key) == Blob(path.encode(), 1_000_000_000)


async def test_caches_in_front_are_told_what_went(origin: Origin) -> None:
    cdn = Listener()
    purger = purger_of(origin, cdn)
    await put(origin, FOX)
    await put(origin, f"{FOX}/in-tokyo-東京.png")
    await purger.purge("demo", "red-fox")
    await purger.purge("demo", "狐/at-night")
    await purger.purge_project("demo")
    await purger.purge_address(parse(FOX))
    assert cdn.told == [
        Gone(
            "demo",
            "red-fox",
            (FOX, f"{FOX}/in-tokyo-%E6%9D%B1%E4%BA%AC.png"),
            ("demo/red-fox",),
        ),
        Gone("demo", "狐/at-night", (), ("demo/%E7%8B%90",)),
        Gone("demo", "", (), ("demo",)),
        Gone("demo", "red-fox", (), ("demo/red-fox",)),
    ]


async def test_a_host_of_its_own_disk_forgets_what_another_purged(origin: Origin, tmp_path: Path) -> None:
    told = [item.detail for item in await origin.parts.catalog.news.after(0)]
    assert told == []
    await purger_of(origin, Listener()).purge("demo", "red-fox")
    (item,) = await origin.parts.catalog.news.after(0)
    assert Doomed.from_dict(item.detail) == Doomed(project="demo", slug="red-fox", fixed=False)
    stays = await put(origin, "/demo/red-fox~v1.png")
    await put(origin, FOX)
    await origin.parts.purger.forget(item.detail)
    assert await here(origin) == {stays}
    assert isinstance(origin.parts.newsreader, Newsreader)


def test_keys_of_addresses() -> None:
    address = parse("/demo/a_64x48.png/b~v1.jpg")
    assert [address_of(address.key_on(shelf)) for shelf in SHELVES] == [address] * 3
    assert isinstance(address, Address)
    assert address_of(upload_key("0" * 64)) is None
