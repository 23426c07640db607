"""Purges where pictures are in S3 too, and on the disks of several hosts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from imgorigin.address import parse
from imgorigin.stores.base import Blob
from tests.contracts.s3 import S3Server
from tests.origin import Origin, running_origin

FOX = "/demo/red-fox_64x48.png"
KEY = parse(FOX).key


@pytest.fixture
async def origin(moto: S3Server, prefix: str, tmp_path: Path) -> AsyncIterator[Origin]:
    url = moto.url(prefix)
    s3 = f"s3://{url.bucket}/{url.prefix}?endpoint={url.endpoint}&region=us-east-1"
    async with running_origin(tmp_path / "data", s3=s3, s3_timeout=60) as origin:
        yield origin


def objects(moto: S3Server, prefix: str) -> set[str]:
    found = moto.client.list_objects_v2(Bucket=moto.url(prefix).bucket, Prefix=f"{prefix}/")
    return {item["Key"].removeprefix(f"{prefix}/") for item in found.get("Contents", [])}


async def test_a_purge_reaches_every_tier(origin: Origin, moto: S3Server, prefix: str) -> None:
    first = await origin.get(FOX)
    assert KEY in objects(moto, prefix)
    assert await origin.parts.purger.purge("demo", "red-fox") == 1
    assert KEY not in objects(moto, prefix)
    assert not (origin.parts.store.disk.root / KEY).exists()
    again = await origin.get(FOX)
    assert again.headers["cache-status"] == "imgorigin; fwd=uri-miss; stored"
    assert again.content == first.content
    assert origin.painter.paints.total() == 1


async def test_what_one_tier_alone_has_goes_too(origin: Origin, moto: S3Server, prefix: str) -> None:
    store = origin.parts.store
    assert store.s3
    await store.s3.put("images/demo/red-fox.webp", Blob(b"evicted from the disk"))
    await store.disk.put("private/demo/red-fox.webp", Blob(b"gone from S3 by other hands"))
    await store.memory.put("revalidated/demo/red-fox.webp", Blob(b"neither"))
    stays = "images/demo/red-foxes.png"
    await store.put(stays, Blob(b"another"))
    assert await origin.parts.purger.purge("demo", "red-fox") == 3
    assert await store.keys_anywhere("") == {stays} == objects(moto, prefix)


async def test_a_deleted_picture_leaves_no_master_in_s3(origin: Origin, moto: S3Server, prefix: str) -> None:
    for path in (FOX, "/demo/red-fox_200x60.png"):
        await origin.get(path)
    assert len(objects(moto, prefix)) == 4
    bound = await origin.parts.bindings.asset(parse(FOX))
    assert bound
    await origin.parts.purger.delete(bound.scope, [bound.content_id])
    assert objects(moto, prefix) == set()


async def test_a_host_with_s3_behind_it_forgets_its_own_once_more(origin: Origin) -> None:
    """A fetch by another of its processes may have brought an old file back."""
    await origin.get(FOX)
    await origin.parts.purger.purge("demo", "red-fox")
    await origin.parts.store.disk.put(KEY, Blob(b"old"))
    await origin.parts.newsreader.poll()
    assert await origin.parts.store.keys_here("images/") == set()
