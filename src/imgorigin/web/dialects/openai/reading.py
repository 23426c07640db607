"""Requests for pictures on their way in: JSON, and forms with files."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final, TypeVar

from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile

from imgorigin.catalog.uploads import Upload
from imgorigin.errors import InvalidRequest, TooLarge, UnsupportedType
from imgorigin.imaging.masks import from_alpha
from imgorigin.imaging.sniff import JPEG, PNG, WEBP, kind_of
from imgorigin.web.dialects.forms import chunks, form
from imgorigin.web.dialects.openai.desk import Asked
from imgorigin.web.dialects.openai.errors import FileTooLarge, MissingFile, WrongFile
from imgorigin.web.dialects.openai.fields import MOST_IMAGES, Editing, Generation, Varying, Wish
from imgorigin.web.dialects.openai.order import Order, check_words
from imgorigin.web.dialects.reading import wrong

AnyWish = TypeVar("AnyWish", bound=Wish)

HEAD: Final = 4_096
"""Bytes that a file is known by."""
TAKEN: Final = (PNG, JPEG, WEBP)
IMAGES: Final = ("image", "image[]")
MASK: Final = "mask"
MOST_OF_PROMPT: Final = 256 * 1024
"""Bytes of a field of a form, before its characters are counted."""


async def generation(asked: Asked) -> Order:
    """Raises InvalidRequest, UnsupportedType, TooLarge."""
    wish = await asked.body(Generation)
    check_words(wish)
    return Order(kind="image_generation", wish=wish)


async def edit(asked: Asked) -> Order:
    """Raises InvalidRequest, UnsupportedType, TooLarge."""
    _check_files(asked)
    most = asked.desk.intake.bounds.bytes * (MOST_IMAGES + 1)
    async with form(asked.request, most, files=MOST_IMAGES + 1, field=MOST_OF_PROMPT) as sent:
        wish = _wish(sent, Editing)
        check_words(wish)
        images = await _images(asked, sent, MOST_IMAGES)
        mask = await _mask(asked, sent, images[0])
    return Order(kind="image_edit", wish=wish, images=images, mask=mask)


async def variation(asked: Asked) -> Order:
    """Raises InvalidRequest, UnsupportedType, TooLarge."""
    _check_files(asked)
    async with form(asked.request, asked.desk.intake.bounds.bytes) as sent:
        wish = _wish(sent, Varying)
        images = await _images(asked, sent, 1)
    return Order(kind="image_variation", wish=wish, images=images)


def _check_files(asked: Asked) -> None:
    """A form of another kind, or nothing, is what clients send that have no file to send. Raises
    MissingFile."""
    sent = asked.request.headers
    is_empty = not sent.get("content-type") and sent.get("content-length", "0") == "0"
    if is_empty or sent.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise _no_file()


def _no_file() -> MissingFile:
    return MissingFile("image", "it is missing", "a PNG, JPEG or WebP, in a multipart form")


def _wish(sent: FormData, model: type[AnyWish]) -> AnyWish:
    """The fields that are no files; one that is empty counts as left out."""
    given = {name: value for name, value in sent.items() if isinstance(value, str) and value}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise wrong(error, "body") from None


async def _images(asked: Asked, sent: FormData, most: int) -> tuple[Upload, ...]:
    files = [file for name in IMAGES for file in sent.getlist(name) if isinstance(file, UploadFile)]
    if not files:
        raise _no_file()
    if len(files) > most:
        raise InvalidRequest("image", f"{len(files)} of them", f"{most} at the most")
    kept = tuple([await _kept(asked, file, "image", TAKEN) for file in files])
    least = asked.desk.limits.min_side
    for one in kept:
        if min(one.width, one.height) < least:
            raise InvalidRequest("image", f"{one.width}x{one.height} pixels", f"{least} or more each way")
    return kept


async def _mask(asked: Asked, sent: FormData, image: Upload) -> str:
    """The SHA-256 of what is kept: light where that which was sent is transparent. Empty for none."""
    file = sent.get(MASK)
    if not isinstance(file, UploadFile):
        return ""
    kept = await _kept(asked, file, MASK, (PNG,))
    if (kept.width, kept.height) != (image.width, image.height):
        raise InvalidRequest(
            MASK, f"{kept.width}x{kept.height} pixels", f"the size of the image: {image.width}x{image.height}"
        )
    master = await asked.desk.intake.master(kept)
    light = await asyncio.to_thread(from_alpha, master.data)
    return (await asked.desk.intake.take(light, name="mask.png", created_by=asked.caller.who)).sha256


async def _kept(asked: Asked, file: UploadFile, field: str, taken: Sequence[object]) -> Upload:
    head = await file.read(HEAD)
    await file.seek(0)
    names = "a PNG" if taken == (PNG,) else "a PNG, JPEG or WebP"
    if head and not _is_of(head, taken):
        raise WrongFile(field, names)
    try:
        return await asked.desk.intake.take(
            chunks(file), name=file.filename or "", created_by=asked.caller.who
        )
    except TooLarge as error:
        raise FileTooLarge(f"{field}: {error.detail}") from None
    except InvalidRequest as error:  # of a file: which one that is, is known here
        raise InvalidRequest(field, error.problem, f"{names} that is whole") from None


def _is_of(head: bytes, taken: Sequence[object]) -> bool:
    try:
        return kind_of(head) in taken
    except UnsupportedType:
        return False
