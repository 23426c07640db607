"""Pictures that are sent to us: bounded while they come, looked at apart, kept by the hash of their pixels.

read -> inspect -> store -> note. What is refused leaves nothing behind; what is stored and could not be
noted is found again by the next try.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterable
from typing import Final

import structlog

from imgorigin.address import Size
from imgorigin.catalog.uploads import Upload, Uploads
from imgorigin.errors import NotFound
from imgorigin.imaging.apart import Inspector
from imgorigin.imaging.inspect import Bounds, check_length
from imgorigin.imaging.master import Master
from imgorigin.imaging.uploaded import master_of_upload, upload_key
from imgorigin.stores.base import Blob, Store

MOST_OF_NAME: Final = 255

log = structlog.get_logger(__name__)


class Intake:
    """Takes uploads in, and gives them out again."""

    def __init__(self, store: Store, uploads: Uploads, bounds: Bounds) -> None:
        self.bounds = bounds
        self._store = store
        self._uploads = uploads
        self._inspector = Inspector(bounds)

    async def take(
        self, source: bytes | AsyncIterable[bytes], *, name: str = "", created_by: str = ""
    ) -> Upload:
        """Keep a file that was sent, `name` being what its sender calls it. Returns what is known of it: if
        the same pixels were sent before, what was known then.

        Raises TooLarge, UnsupportedType, InvalidRequest for a file that is not taken; Busy, StoreUnavailable,
        CatalogUnavailable if it could not be.
        """
        data = await self._whole(source)
        found = await self._inspector.inspect(data)
        sha256 = await asyncio.to_thread(lambda: hashlib.sha256(found.data).hexdigest())
        await self._store.put(upload_key(sha256), Blob(found.data))
        upload = Upload(
            sha256=sha256,
            media_type=found.media_type,
            bytes=len(found.data),
            width=found.width,
            height=found.height,
            name=_base_name(name),
            facts=found.facts,
            created_by=created_by,
        )
        kept = await self._uploads.keep(upload)
        log.info("upload kept", sha256=sha256, type=found.media_type, bytes=len(data))
        return kept

    async def get(self, sha256: str) -> Upload:
        """Raises NotFound, CatalogUnavailable."""
        if upload := await self._uploads.get(sha256):
            return upload
        raise _lost(sha256)

    async def master(self, upload: Upload) -> Master:
        """Its pixels as a master, to be cut by `rendition` and labelled by `upload_packet`. Raises NotFound
        if the store has lost them, StoreUnavailable."""
        blob = await self._store.get(upload_key(upload.sha256))
        if not blob:
            raise _lost(upload.sha256)
        return master_of_upload(upload.sha256, blob.data, Size(upload.width, upload.height), upload.facts)

    async def _whole(self, source: bytes | AsyncIterable[bytes]) -> bytes:
        """Stops reading at the first byte too many."""
        if isinstance(source, bytes):
            return source
        data = bytearray()
        async for chunk in source:
            data += chunk
            if data:
                check_length(len(data), self.bounds)
        return bytes(data)


def _base_name(name: str) -> str:
    """Without the folders that some clients send along."""
    return re.split(r"[\\/]", name)[-1][:MOST_OF_NAME]


def _lost(sha256: str) -> NotFound:
    return NotFound(f"There is no uploaded picture {sha256}.")
