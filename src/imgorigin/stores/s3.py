"""Blobs in S3, or anything that speaks it: AWS, MinIO, Ceph, R2.

The first write wins by a conditional put (`If-None-Match: *`). Every call runs under a time limit of its
own, for botocore's do not cover a server that accepts and then says nothing; after a failure the store
answers at once that it is unavailable until a trial call gets through (see breaker.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import parse_qs, urlsplit

import aiohttp
import structlog
from aiobotocore.config import AioConfig
from aiobotocore.session import AioSession
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError

from imgorigin.errors import SettingsError, StoreUnavailable
from imgorigin.stores.base import Blob, BlobStream, DamagedBlob, sha256_hex
from imgorigin.stores.breaker import Breaker

CHUNK_BYTES: Final = 256 * 1024

BYTES_A_SECOND: Final = 1_000_000
"""The slowest upload that is still waited for."""

PAUSES: Final = (0.0, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait after each try of a put that the store neither takes nor shows us the winner of."""

MAX_KEY_BYTES: Final = 1024
"""The protocol's bound, which servers report each in their own way."""

FAILURES: Final = (BotoCoreError, aiohttp.ClientError, OSError)
"""What a server that is down, frozen (TimeoutError is an OSError) or no S3 at all ends in."""

YOUNG: Final = 2.0
"""Seconds from the one an object is stamped with to when nothing is stamped with that any more, on any host:
their clocks may differ by one."""

LATEST: Final = 2**33
"""The latest `modified` that is believed, in the year 2242: a disk and an HTTP date have to hold it too."""

REASONS: Final = {
    "AccessDenied": "denies access. It has to allow GetObject, PutObject, DeleteObject and ListBucket.",
    "InvalidAccessKeyId": "does not know the access key.",
    "SignatureDoesNotMatch": "does not accept the secret key.",
    "RequestTimeTooSkewed": "finds our clock wrong.",
    "NoSuchBucket": "has no such bucket.",
    "NotImplemented": "cannot put conditionally (If-None-Match), which the first write needs to win.",
}

_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,62}")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class S3Url:
    """`s3://bucket/prefix?endpoint=https://host:9000&region=eu-central-1`. Credentials are taken from where
    every AWS tool takes them: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, profiles, instance roles; so is the
    region where the URL has none."""

    bucket: str
    prefix: str = ""
    endpoint: str | None = None
    region: str | None = None

    @classmethod
    def parse(cls, url: str) -> Self:
        """Raises SettingsError."""
        if re.search(r"//[^/?]*@", url):  # not repeated: it may be a secret
            raise SettingsError(
                "An S3 URL holds no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
            )
        try:
            parts = urlsplit(url)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme != "s3" or not parts.netloc or parts.fragment:
            raise SettingsError(f"{url!r} is not of the form s3://bucket/prefix?endpoint=https://host")
        if not _BUCKET.fullmatch(parts.netloc):
            raise SettingsError(
                f"{url!r}: {parts.netloc!r} cannot be a bucket: 3 to 63 letters, digits, dots and hyphens."
            )
        query = parse_qs(parts.query, keep_blank_values=True)
        if unknown := set(query) - {"endpoint", "region"}:
            raise SettingsError(
                f"{url!r}: unknown {', '.join(sorted(unknown))}. Allowed behind the ?: endpoint, region."
            )
        for name, values in query.items():
            if len(values) > 1 or not values[0]:
                raise SettingsError(f"{url!r}: {name} needs one value.")
        options = {name: values[0] for name, values in query.items()}
        endpoint = options.get("endpoint")
        if endpoint and not re.match(r"https?://[^/]", endpoint):
            raise SettingsError(f"{url!r}: endpoint {endpoint!r} has to begin with http:// or https://.")
        prefix = parts.path.strip("/")
        return cls(parts.netloc, f"{prefix}/" if prefix else "", endpoint, options.get("region"))


class S3Store:
    """An async context manager: connections are kept from entering to leaving.

    A call, and each chunk of a download, may take `timeout` seconds; an upload another for each megabyte.
    Keys come `page_size` at a time.
    """

    name = "s3"

    def __init__(
        self, url: S3Url, *, timeout: float = 5.0, page_size: int = 1000, breaker: Breaker | None = None
    ) -> None:
        self._url = url
        self._timeout = timeout
        self._page_size = page_size
        self._breaker = breaker or Breaker()
        self._exit = contextlib.AsyncExitStack()
        self._client: Any = None

    async def __aenter__(self) -> Self:
        """Raises SettingsError. Speaks to no server, unless to look for an instance's credentials."""
        config = AioConfig(
            connect_timeout=1,
            retries={"total_max_attempts": 2, "mode": "standard"},
            s3={"addressing_style": "path" if self._url.endpoint else "auto"},
            max_pool_connections=50,
            # Not all that speak S3 know these, and each blob carries its SHA-256 anyway.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        try:
            session: Any = AioSession()  # type: ignore[no-untyped-call]
            client = session.create_client(
                "s3", endpoint_url=self._url.endpoint, region_name=self._url.region, config=config
            )
            self._client = await self._exit.enter_async_context(client)
        except (BotoCoreError, ValueError) as error:
            raise SettingsError(f"S3 cannot be set up: {error}") from error
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._exit.aclose()

    async def get(self, key: str) -> Blob | None:
        async with self.stream(key) as stream:
            if not stream:
                return None
            try:
                data = b"".join([chunk async for chunk in stream.chunks])
            except DamagedBlob:
                return None
            return Blob(data, stream.modified, self.name)

    @contextlib.asynccontextmanager
    async def stream(self, key: str) -> AsyncIterator[BlobStream | None]:
        """The blob as it comes, each chunk within the time limit; None if there is none. An object that
        carries no SHA-256 of ours, copied in by other hands, is checked by its ETag."""
        answer = await self._open(key)
        if answer is None:
            yield None
            return
        async with answer["Body"] as body:
            check = _Check(answer["Metadata"].get("sha256"), answer.get("ETag", ""))
            yield BlobStream(self._chunks(key, body, check), _modified(answer))

    async def _open(self, key: str) -> Any:
        at = self._at(key)
        async with self._call():
            try:
                return await self._client.get_object(**at)
            except ClientError as error:
                if _code(error) == "NoSuchKey":
                    return None
                raise

    async def _chunks(self, key: str, body: Any, check: _Check) -> AsyncIterator[bytes]:
        while True:
            async with self._call():
                chunk = await body.read(CHUNK_BYTES)
            if not chunk:
                break
            check.update(chunk)
            yield chunk
        if check.passes():
            return
        if not check.is_ours:  # not ours to remove
            raise StoreUnavailable(f"{key} in S3 carries no checksum.")
        log.warning("damaged object removed", key=key)
        await self._remove(key)
        raise DamagedBlob(key)

    async def put(self, key: str, blob: Blob) -> Blob:
        at, sha256 = self._at(key), await asyncio.to_thread(sha256_hex, blob.data)
        facts = {"sha256": sha256, "modified": str(blob.modified)}
        for pause in PAUSES:
            async with self._call(len(blob.data)):
                try:
                    await self._client.put_object(**at, Body=blob.data, Metadata=facts, IfNoneMatch="*")
                    return blob
                except ClientError as error:
                    # 412: there is one. 409: another's write or delete is under way; try again, says AWS.
                    if _status(error) not in (409, 412):
                        raise
            if held := await self.get(key):
                return held
            await asyncio.sleep(pause)
        raise StoreUnavailable(f"The S3 store does not keep {key}.")

    async def delete(self, key: str) -> None:
        """Once it is no longer young: what follows it may be put by another host, and is to have another
        `modified`."""
        modified = await self._modified(key)
        if modified is None:
            return
        age = time.time() - modified
        if 0 <= age < YOUNG:
            await asyncio.sleep(YOUNG - age)
        await self._remove(key)

    async def _modified(self, key: str) -> int | None:
        """None if there is nothing. By its first byte: a refusal of HEAD does not say why."""
        at = self._at(key)
        async with self._call():
            try:
                answer = await self._client.get_object(**at, Range="bytes=0-0")
            except ClientError as error:
                if _code(error) == "NoSuchKey":
                    return None
                if _code(error) == "InvalidRange":  # it is empty, and so is what could be taken for it
                    return 0
                raise
            async with answer["Body"] as body:
                await body.read()
        return _modified(answer)

    async def _remove(self, key: str) -> None:
        at = self._at(key)
        async with self._call():
            try:
                await self._client.delete_object(**at)
            except ClientError as error:
                if _code(error) != "NoSuchKey":  # which AWS does not mind, and others do
                    raise

    async def keys(self, prefix: str, since: int = 0) -> AsyncIterator[str]:
        at = self._at(prefix)
        token: dict[str, str] = {}
        while True:
            async with self._call():
                page = await self._client.list_objects_v2(
                    Bucket=at["Bucket"], Prefix=at["Key"], MaxKeys=self._page_size, **token
                )
            for item in page.get("Contents", []):
                if not since or item["LastModified"].timestamp() >= since:
                    yield item["Key"].removeprefix(self._url.prefix)
            if not page.get("IsTruncated"):
                return
            token = {"ContinuationToken": page["NextContinuationToken"]}

    def _at(self, key: str) -> dict[str, str]:
        name = self._url.prefix + key
        if len(name.encode()) > MAX_KEY_BYTES:
            raise StoreUnavailable(f"S3 has no room for names longer than {MAX_KEY_BYTES} bytes.")
        return {"Bucket": self._url.bucket, "Key": name}

    @contextlib.asynccontextmanager
    async def _call(self, size: int = 0) -> AsyncIterator[None]:
        """A call that sends `size` bytes, within its time limit, if the store is not known to be down; its
        errors mapped to ours."""
        try:
            with self._breaker.guard(*FAILURES):
                async with asyncio.timeout(self._timeout + size / BYTES_A_SECOND):
                    yield
        except (NoCredentialsError, PartialCredentialsError) as error:
            raise StoreUnavailable("The S3 store was given no credentials to be asked with.") from error
        except FAILURES as error:
            log.error("S3 store failed", error=str(error) or type(error).__name__)
            raise StoreUnavailable("The S3 store is not answering.") from error
        except ClientError as error:
            log.error("S3 store refused", error=str(error))
            reason = REASONS.get(_code(error), f"answered {_code(error)}.")
            raise StoreUnavailable(f"The S3 store {reason}") from error


def _modified(answer: Any) -> int:
    told = answer["Metadata"].get("modified", "")
    if told.isdecimal() and len(told) <= len(str(LATEST)) and int(told) <= LATEST:
        return int(told)
    if "LastModified" not in answer:
        raise StoreUnavailable("What answers is no S3 server.")
    return int(answer["LastModified"].timestamp())


class _Check:
    """Whether what came is what was put: by its SHA-256, or else by its ETag, which is the MD5 of an object
    uploaded in one part."""

    def __init__(self, sha256: str | None, etag: str) -> None:
        self.is_ours = sha256 is not None
        self._expected = sha256 or etag.strip('"')
        self._digest = hashlib.sha256() if sha256 else hashlib.md5(usedforsecurity=False)

    def update(self, chunk: bytes) -> None:
        self._digest.update(chunk)

    def passes(self) -> bool:
        return self._digest.hexdigest() == self._expected


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _status(error: ClientError) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
