"""Forms with files on their way in."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from imgorigin.errors import InvalidRequest, UnsupportedType
from imgorigin.web.dialects.reading import bounded
from imgorigin.web.openapi import MULTIPART

ROOM: Final = 1_000_000
"""Bytes of a form beside its files."""
MOST_FIELDS: Final = 300
MOST_OF_FIELD: Final = 64 * 1024
CHUNK: Final = 256 * 1024


@contextlib.asynccontextmanager
async def form(
    request: Request, most: int, *, files: int = 1, field: int = MOST_OF_FIELD
) -> AsyncIterator[FormData]:
    """Never more of it in memory than a part. `most` are the bytes of all its files together, `files` how
    many there may be, `field` the bytes of a field. Raises InvalidRequest, TooLarge, UnsupportedType."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != MULTIPART:
        raise UnsupportedType(f"The body is {kind or 'of no type that is told'}. Allowed: {MULTIPART}.")
    reading = Request(request.scope, bounded(request, most + ROOM))
    with _told_as_ours():
        read = await reading.form(max_files=files, max_fields=MOST_FIELDS, max_part_size=field)
    try:
        yield read
    finally:
        await read.close()


async def chunks(file: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await file.read(CHUNK):
        yield chunk


@contextlib.contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except MultiPartException as error:
        raise InvalidRequest("body", f"it is no form: {error.message}", "a multipart form") from None
    except HTTPException as error:
        raise InvalidRequest("body", f"it is no form: {error.detail}", "a multipart form") from None
