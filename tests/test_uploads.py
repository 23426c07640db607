"""From a file that is sent to what the store and the catalog hold."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from imgorigin.address import Size
from imgorigin.catalog.catalog import Catalog
from imgorigin.errors import (
    CatalogUnavailable,
    ImgoriginError,
    InvalidRequest,
    NotFound,
    StoreUnavailable,
    TooLarge,
    UnsupportedType,
)
from imgorigin.imaging.inspect import Bounds
from imgorigin.stores.base import Blob
from imgorigin.stores.memory import MemoryStore
from imgorigin.uploads import Intake
from tests.imaging.files import encoded, opened, photo

BOUNDS = Bounds(bytes=100_000, pixels=100_000)


@dataclass
class House:
    store: MemoryStore
    catalog: Catalog
    intake: Intake

    async def keys(self) -> list[str]:
        return [key async for key in self.store.keys("")]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    store, catalog = MemoryStore(10**8), Catalog.open("", tmp_path)
    await catalog.start()
    yield House(store, catalog, Intake(store, catalog.uploads, BOUNDS))
    await catalog.close()


async def in_pieces(data: bytes, size: int = 100) -> AsyncIterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]
    yield b""


async def test_an_upload_is_stored_and_noted(house: House) -> None:
    sent = encoded(photo(), "JPEG")
    upload = await house.intake.take(in_pieces(sent), name=r"C:\Users\me\Red Fox.JPG", created_by="key:abc")
    assert (upload.media_type, upload.width, upload.height) == ("image/jpeg", 60, 40)
    assert (upload.name, upload.created_by) == ("Red Fox.JPG", "key:abc")
    assert upload.facts["shape"] == "landscape"
    assert await house.keys() == [f"uploads/{upload.sha256}"]
    blob = await house.store.get(f"uploads/{upload.sha256}")
    assert blob
    assert hashlib.sha256(blob.data).hexdigest() == upload.sha256
    assert upload.bytes == len(blob.data)
    assert opened(blob.data).format == "PNG"
    assert await house.intake.get(upload.sha256) == upload


async def test_the_same_pixels_are_kept_once(house: House) -> None:
    first = await house.intake.take(encoded(photo()), name="first.png")
    again = await house.intake.take(encoded(photo(), compress_level=0), name="second.png")
    assert again == first
    assert len(await house.keys()) == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", InvalidRequest),
        (b"<html>claimed to be a PNG</html>", UnsupportedType),
        (encoded(photo())[:-30], InvalidRequest),
        (encoded(photo(400, 400)), TooLarge),
        (encoded(photo()) + bytes(100_000), TooLarge),
    ],
)
async def test_nothing_is_left_of_a_refused_one(
    data: bytes, error: type[ImgoriginError], house: House
) -> None:
    for source in (data, in_pieces(data)):
        with pytest.raises(error) as raised:
            await house.intake.take(source, name="photo.png")
        assert 400 <= raised.value.status < 500
    assert await house.keys() == []
    with pytest.raises(NotFound):
        await house.intake.get(hashlib.sha256(data).hexdigest())


async def test_a_stream_is_read_no_further_than_it_is_taken(house: House) -> None:
    count = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal count
        while True:
            count += 1
            yield bytes(10_000)

    with pytest.raises(TooLarge, match="100000 bytes"):
        await house.intake.take(endless())
    assert count == 11


async def test_a_store_that_fails_leaves_nothing_noted(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(key: str, blob: Blob) -> Blob:
        raise StoreUnavailable("The disk is full.")

    sha256 = (await house.intake.take(encoded(photo()))).sha256
    monkeypatch.setattr(house.store, "put", broken)
    with pytest.raises(StoreUnavailable) as raised:
        await house.intake.take(encoded(photo(90, 90)))
    assert raised.value.status == 503
    assert await house.keys() == [f"uploads/{sha256}"]


async def test_a_catalog_that_fails_is_told_and_the_next_try_goes_well(house: House, tmp_path: Path) -> None:
    nowhere = Catalog.open("", tmp_path / "nowhere")
    with pytest.raises(CatalogUnavailable) as raised:
        await Intake(house.store, nowhere.uploads, BOUNDS).take(encoded(photo()))
    assert raised.value.status == 503
    await nowhere.close()
    assert (await house.intake.take(encoded(photo()))).width == 60


async def test_an_upload_is_a_master_as_long_as_the_store_has_it(house: House) -> None:
    upload = await house.intake.take(encoded(photo()))
    master = await house.intake.master(upload)
    assert master.recipe.canvas == Size(60, 40)
    assert master.recipe.images == (upload.sha256,)
    assert opened(master.data).tobytes() == photo().tobytes()
    await house.store.delete(f"uploads/{upload.sha256}")
    with pytest.raises(NotFound, match=upload.sha256):
        await house.intake.master(upload)
