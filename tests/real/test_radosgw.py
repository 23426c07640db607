"""The S3 store against a real Ceph."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import pytest

from imgorigin.errors import StoreUnavailable
from imgorigin.stores.base import Blob, Store
from imgorigin.stores.s3 import S3Store, S3Url
from tests.contracts.s3 import BUCKET, S3Server
from tests.contracts.stores import KEY, LONG_AGO, RACERS, StoreContract, listed
from tests.real.radosgw import radosgw


@pytest.fixture(scope="session")
def ceph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with radosgw(tmp_path_factory.mktemp("ceph")) as server:
        yield server


@pytest.fixture
def url(ceph: S3Server) -> S3Url:
    """A part of the bucket that no other test knows."""
    return ceph.url(uuid.uuid4().hex)


@pytest.fixture
async def s3(url: S3Url) -> AsyncIterator[S3Store]:
    async with S3Store(url, timeout=60, page_size=3) as store:
        yield store


class TestContract(StoreContract):
    @pytest.fixture
    def store(self, s3: S3Store) -> Store:
        return s3


async def test_one_of_twelve_hosts_wins(url: S3Url) -> None:
    """Each with connections of its own, all putting at once, many times over."""
    async with AsyncExitStack() as hosts:
        stores = [await hosts.enter_async_context(S3Store(url, timeout=60)) for _ in range(RACERS)]
        for turn in range(10):
            blobs = [Blob(bytes([i]) * (10_000 + i), LONG_AGO + i) for i in range(RACERS)]
            key = f"images/demo/{turn}.png"
            racers = zip(stores, blobs, strict=True)
            held = await asyncio.gather(*(store.put(key, blob) for store, blob in racers))
            assert held == [await stores[0].get(key)] * RACERS
            assert held[0] in blobs


async def test_a_damaged_object_is_removed(s3: S3Store, url: S3Url, ceph: S3Server) -> None:
    facts = {"sha256": "0" * 64, "modified": str(LONG_AGO)}
    ceph.client.put_object(Bucket=BUCKET, Key=url.prefix + KEY, Body=b"torn", Metadata=facts)
    assert await s3.get(KEY) is None
    assert await listed(s3, "") == []


async def test_an_object_of_other_hands_is_checked_by_its_etag(
    s3: S3Store, url: S3Url, ceph: S3Server
) -> None:
    ceph.client.put_object(Bucket=BUCKET, Key=url.prefix + KEY, Body=b"by hand")
    got = await s3.get(KEY)
    assert got
    assert got.data == b"by hand"


@pytest.mark.parametrize(
    ("variable", "told"), [("AWS_SECRET_ACCESS_KEY", "secret key"), ("AWS_ACCESS_KEY_ID", "access key")]
)
async def test_wrong_credentials(
    url: S3Url, monkeypatch: pytest.MonkeyPatch, variable: str, told: str
) -> None:
    monkeypatch.setenv(variable, "wrong")
    async with S3Store(url, timeout=60) as store:
        for call in (store.get(KEY), store.put(KEY, Blob(b"")), store.delete(KEY), listed(store, "")):
            with pytest.raises(StoreUnavailable, match=told):
                await call


async def test_a_bucket_that_is_not_there(ceph: S3Server) -> None:
    async with S3Store(S3Url("missing", endpoint=ceph.endpoint), timeout=60) as store:
        for call in (store.get(KEY), store.put(KEY, Blob(b"")), store.delete(KEY), listed(store, "")):
            with pytest.raises(StoreUnavailable, match="no such bucket"):
                await call


async def test_the_longest_key(s3: S3Store, url: S3Url) -> None:
    key = "a" * (1024 - len(url.prefix))
    await s3.put(key, Blob(b"x", LONG_AGO))
    assert await s3.get(key) == Blob(b"x", LONG_AGO)
    with pytest.raises(StoreUnavailable, match="1024 bytes"):
        await s3.put(key + "a", Blob(b"x"))
