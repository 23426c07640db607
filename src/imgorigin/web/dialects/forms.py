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
    with _told_as_ours(files, field):
        read = await reading.form(max_files=files, max_fields=MOST_FIELDS, max_part_size=field)
    try:
        yield read
    finally:
        await read.close()


async def chunks(file: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await file.read(CHUNK):
        yield chunk


@contextlib.contextmanager
def _told_as_ours(files: int, field: int) -> Iterator[None]:
    try:
        yield
    except MultiPartException as error:
        raise _no_form(error.message, files, field) from None
    except HTTPException as error:
        raise _no_form(error.detail, files, field) from None


def _no_form(reason: str, files: int, field: int) -> InvalidRequest:
    many = "one file" if files == 1 else f"{files} files"
    bounds = f"{many}, {MOST_FIELDS} fields and {field // 1024} KB in each of them at the most"
    return InvalidRequest(
        "body", f"it is no form that is taken: {reason.rstrip('.')}", f"a multipart form of {bounds}"
    )
