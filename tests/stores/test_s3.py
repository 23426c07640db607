from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from imgorigin.errors import StoreUnavailable
from imgorigin.stores.base import Blob, sha256_hex
from imgorigin.stores.breaker import Breaker
from imgorigin.stores.s3 import PAUSES, S3Store, S3Url
from tests.contracts.s3 import BUCKET, S3Server
from tests.contracts.stores import KEY, LONG_AGO, listed
from tests.stores.clock import Clock
from tests.stores.proxy import Proxy

BLOB = Blob(os.urandom(300_000), LONG_AGO)
OTHER = Blob(b"other", LONG_AGO + 1)
SOON = 1.0
"""Seconds: the time limit of calls that are meant to run into it."""

CALLS: dict[str, Callable[[S3Store], Awaitable[object]]] = {
    "get": lambda store: store.get(KEY),
    "put": lambda store: store.put(KEY, BLOB),
    "delete": lambda store: store.delete(KEY),
    "keys": lambda store: listed(store, ""),
}


def answer(status: str, code: str = "", body: bytes = b"", **headers: str) -> bytes:
    if code:
        body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>-</Message></Error>".encode()
    fields = {"Content-Length": str(len(body)), "Connection": "close", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class TestDamage:
    @pytest.fixture
    def damaged(self, s3: S3Store, moto: S3Server, prefix: str) -> S3Store:
        facts = {"sha256": sha256_hex(BLOB.data), "modified": str(LONG_AGO)}
        moto.client.put_object(Bucket=BUCKET, Key=f"{prefix}/{KEY}", Body=BLOB.data[:-1], Metadata=facts)
        return s3

    async def test_a_damaged_object_is_removed_and_reported_as_missing(self, damaged: S3Store) -> None:
        assert await damaged.get(KEY) is None
        assert await listed(damaged, "") == []

    async def test_a_damaged_object_does_not_win_against_a_writer(self, damaged: S3Store) -> None:
        assert await damaged.put(KEY, OTHER) == OTHER
        assert await damaged.get(KEY) == OTHER

    @pytest.mark.parametrize("told", ["9" * 10, "9" * 30, "-1", "", "soon"])
    async def test_a_date_that_cannot_be_is_not_believed(
        self, s3: S3Store, moto: S3Server, prefix: str, told: str
    ) -> None:
        at = {"Bucket": BUCKET, "Key": f"{prefix}/{KEY}"}
        facts = {"sha256": sha256_hex(BLOB.data), "modified": told}
        moto.client.put_object(**at, Body=BLOB.data, Metadata=facts)
        made = int(moto.client.head_object(**at)["LastModified"].timestamp())
        assert await s3.get(KEY) == Blob(BLOB.data, made)

    async def test_an_object_of_other_hands_is_served_if_its_etag_vouches_for_it(
        self, s3: S3Store, moto: S3Server, prefix: str
    ) -> None:
        at = {"Bucket": BUCKET, "Key": f"{prefix}/{KEY}"}
        moto.client.put_object(**at, Body=b"by hand")
        made = int(moto.client.head_object(**at)["LastModified"].timestamp())
        assert await s3.get(KEY) == Blob(b"by hand", made)
        assert await s3.put(KEY, OTHER) == Blob(b"by hand", made)

    async def test_otherwise_it_is_neither_served_nor_removed(
        self, s3: S3Store, moto: S3Server, prefix: str
    ) -> None:
        at = {"Bucket": BUCKET, "Key": f"{prefix}/{KEY}"}
        upload = moto.client.create_multipart_upload(**at)["UploadId"]
        part = moto.client.upload_part(**at, UploadId=upload, PartNumber=1, Body=b"by hand")
        parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
        moto.client.complete_multipart_upload(**at, UploadId=upload, MultipartUpload=parts)
        with pytest.raises(StoreUnavailable, match="carries no checksum"):
            await s3.get(KEY)
        assert await listed(s3, "") == [KEY]


@pytest.fixture
async def store(moto: S3Server, prefix: str, proxy: Proxy) -> AsyncIterator[S3Store]:
    """By way of the proxy, with time enough."""
    async with S3Store(moto.url(prefix, endpoint=proxy.endpoint), timeout=60) as store:
        yield store


class TestAnswers:
    """What AWS, MinIO, R2 and whatever else stands at the endpoint say, and moto does not."""

    async def test_a_conflict_is_tried_again(self, store: S3Store, proxy: Proxy) -> None:
        """AWS: another's write to the key is under way, and may fail yet."""
        conflict = answer("409 Conflict", "ConditionalRequestConflict")
        missing = answer("404 Not Found", "NoSuchKey")
        proxy.answer(conflict, missing, conflict, missing)
        assert await store.put(KEY, BLOB) == BLOB
        assert await store.get(KEY) == BLOB

    async def test_a_conflict_that_another_won(self, store: S3Store, proxy: Proxy) -> None:
        await store.put(KEY, BLOB)
        proxy.answer(answer("409 Conflict", "ConditionalRequestConflict"))
        assert await store.put(KEY, OTHER) == BLOB

    async def test_a_store_that_never_makes_up_its_mind(self, store: S3Store, proxy: Proxy) -> None:
        conflict = answer("409 Conflict", "ConditionalRequestConflict")
        missing = answer("404 Not Found", "NoSuchKey")
        proxy.answer(*[conflict, missing] * len(PAUSES))
        with pytest.raises(StoreUnavailable, match="does not keep"):
            await store.put(KEY, BLOB)

    @pytest.mark.parametrize(
        "refusal",
        [
            ("403 Forbidden", "AccessDenied", "ListBucket"),
            ("403 Forbidden", "InvalidAccessKeyId", "access key"),
            ("403 Forbidden", "SignatureDoesNotMatch", "secret key"),
            ("403 Forbidden", "RequestTimeTooSkewed", "clock"),
            ("404 Not Found", "NoSuchBucket", "no such bucket"),
            ("400 Bad Request", "InvalidRequest", "InvalidRequest"),
            ("507 Insufficient Storage", "XMinioStorageFull", "XMinioStorageFull"),
        ],
    )
    async def test_a_refusal_says_why_and_stops_nobody_else(
        self, store: S3Store, proxy: Proxy, refusal: tuple[str, str, str]
    ) -> None:
        status, code, told = refusal
        for call in CALLS.values():
            proxy.answer(*[answer(status, code)] * 2)  # botocore tries some twice
            with pytest.raises(StoreUnavailable, match=told):
                await call(store)
            proxy.forget_answers()
            await call(store)

    async def test_no_conditional_puts(self, store: S3Store, proxy: Proxy) -> None:
        proxy.answer(answer("501 Not Implemented", "NotImplemented"))
        with pytest.raises(StoreUnavailable, match="If-None-Match"):
            await store.put(KEY, BLOB)

    async def test_deleting_nothing_where_that_is_an_error(self, store: S3Store, proxy: Proxy) -> None:
        proxy.answer(answer("404 Not Found", "NoSuchKey"))
        await store.delete(KEY)

    async def test_metadata_in_capitals(self, store: S3Store, proxy: Proxy) -> None:
        headers = {"X-Amz-Meta-Sha256": sha256_hex(b"data"), "X-Amz-Meta-Modified": str(LONG_AGO)}
        proxy.answer(answer("200 OK", body=b"data", **headers))
        assert await store.get(KEY) == Blob(b"data", LONG_AGO)

    @pytest.mark.parametrize(
        "page",
        [
            answer("200 OK", body=b"<html>Welcome</html>", Last_Modified="Sun, 09 Sep 2001 01:46:41 GMT"),
            answer("404 Not Found", body=b"<html>no such page</html>"),
            answer("404 Not Found"),
            answer("502 Bad Gateway", body=b"<html>nginx</html>"),
            b"SSH-2.0-OpenSSH_9.2\r\n",
        ],
    )
    async def test_what_is_no_s3_at_all_is_not_an_empty_store(
        self, store: S3Store, proxy: Proxy, page: bytes
    ) -> None:
        proxy.answer(page, page)
        with pytest.raises(StoreUnavailable):
            await store.get(KEY)

    async def test_a_body_cut_short_is_not_served(self, store: S3Store, proxy: Proxy) -> None:
        proxy.answer(answer("200 OK", body=b"da", **{"Content-Length": "4"}))
        with pytest.raises(StoreUnavailable):
            await store.get(KEY)

    async def test_a_key_longer_than_s3_allows(self, store: S3Store, prefix: str) -> None:
        longest = f"{'é' * 10}{'a' * (1024 - 20 - len(prefix) - 1)}"
        await store.put(longest, BLOB)
        assert await store.get(longest) == BLOB
        for call in (store.get(longest + "a"), store.put(longest + "a", BLOB)):
            with pytest.raises(StoreUnavailable, match="1024 bytes"):
                await call

    async def test_a_bucket_that_is_not_there(self, moto: S3Server) -> None:
        async with S3Store(S3Url("missing", endpoint=moto.endpoint), timeout=60) as store:
            for call in CALLS.values():
                with pytest.raises(StoreUnavailable, match="no such bucket"):
                    await call(store)


class TestServerThatIsDown:
    """`store` has little patience, `patient` has enough; they share a breaker."""

    @pytest.fixture
    def clock(self) -> Clock:
        return Clock()

    @pytest.fixture
    def breaker(self, clock: Clock) -> Breaker:
        return Breaker(retry_after=1.0, clock=clock)

    @pytest.fixture
    def url(self, moto: S3Server, prefix: str, proxy: Proxy) -> S3Url:
        """Where a blob was put while all was well."""
        facts = {"sha256": sha256_hex(BLOB.data), "modified": str(BLOB.modified)}
        moto.client.put_object(Bucket=BUCKET, Key=f"{prefix}/{KEY}", Body=BLOB.data, Metadata=facts)
        return moto.url(prefix, endpoint=proxy.endpoint)

    @pytest.fixture
    async def store(self, url: S3Url, breaker: Breaker) -> AsyncIterator[S3Store]:
        async with S3Store(url, timeout=SOON, breaker=breaker) as store:
            yield store

    @pytest.fixture
    async def patient(self, url: S3Url, breaker: Breaker) -> AsyncIterator[S3Store]:
        async with S3Store(url, timeout=60, breaker=breaker) as store:
            yield store

    @pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
    async def test_every_call_to_a_dead_server_fails(
        self, patient: S3Store, proxy: Proxy, call: Callable[[S3Store], Awaitable[object]]
    ) -> None:
        await proxy.refuse()
        await fails(call(patient))

    @pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
    async def test_every_call_to_a_frozen_server_ends(
        self, store: S3Store, proxy: Proxy, call: Callable[[S3Store], Awaitable[object]]
    ) -> None:
        proxy.freeze()
        await fails(call(store))
        assert proxy.frozen == 1

    @pytest.mark.parametrize("after", [10, 1_000, 200_000])  # in the head, behind it, in the body
    async def test_a_read_from_a_server_that_freezes_halfway_ends(
        self, store: S3Store, proxy: Proxy, after: int
    ) -> None:
        proxy.freeze(after=after)
        await fails(store.get(KEY))
        assert proxy.frozen == 1

    async def test_a_download_may_take_its_time_as_long_as_it_keeps_coming(
        self, url: S3Url, proxy: Proxy, moto: S3Server
    ) -> None:
        large = Blob(os.urandom(4_000_000), LONG_AGO)
        async with S3Store(url, timeout=2.0) as store:
            await store.put("large", large)
            proxy.stall(0.9, 0.9, 0.9)
            assert await store.get("large") == large

    async def test_calls_fail_at_once_until_a_trial_and_recover_by_themselves(
        self, store: S3Store, patient: S3Store, proxy: Proxy, clock: Clock
    ) -> None:
        proxy.freeze()
        await fails(store.get(KEY))
        clock.now += 0.9
        for call in CALLS.values():
            await fails(call(patient))
        assert proxy.frozen == 1  # none of them got through

        clock.now += 0.1
        trial = asyncio.create_task(fails(store.get(KEY)))
        await proxy.until_frozen(2)
        for call in CALLS.values():
            await fails(call(patient))
        await trial
        assert proxy.frozen == 2

        clock.now += 1
        proxy.thaw()
        assert await patient.get(KEY) == BLOB
        assert await asyncio.gather(*(patient.get(KEY) for _ in range(3))) == [BLOB] * 3

    async def test_of_many_that_come_when_a_trial_is_due_one_is_let_through(
        self, patient: S3Store, proxy: Proxy, clock: Clock
    ) -> None:
        await proxy.refuse()
        await fails(patient.get(KEY))
        clock.now += 1
        await proxy.listen()
        got = await asyncio.gather(*(patient.get(KEY) for _ in range(12)), return_exceptions=True)
        assert [blob for blob in got if blob == BLOB] == [BLOB]
        assert sum(isinstance(error, StoreUnavailable) for error in got) == 11
        assert await patient.get(KEY) == BLOB

    async def test_a_caller_that_leaves_during_the_trial_blocks_nobody(
        self, store: S3Store, patient: S3Store, proxy: Proxy, clock: Clock
    ) -> None:
        proxy.freeze()
        await fails(store.get(KEY))
        clock.now += 1
        trial = asyncio.create_task(patient.get(KEY))
        await proxy.until_frozen(2)
        trial.cancel()
        await asyncio.wait([trial])
        proxy.thaw()
        assert await patient.get(KEY) == BLOB

    async def test_callers_that_leave_free_their_connections(self, patient: S3Store, proxy: Proxy) -> None:
        for count, after in enumerate((0, 10, 200_000) * 20, start=1):  # of 50 connections at the most
            proxy.freeze(after=after)
            leaving = asyncio.create_task(patient.get(KEY))
            await proxy.until_frozen(count)
            leaving.cancel()
            await asyncio.wait([leaving])
        proxy.thaw()
        assert await patient.get(KEY) == BLOB


async def fails(call: Awaitable[object]) -> None:
    async with asyncio.timeout(30):  # it did not hang
        with pytest.raises(StoreUnavailable):
            await call
