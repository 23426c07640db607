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
from imgorigin.web.dialects.openai.errors import FileTooLarge, MissingFile
from imgorigin.web.dialects.openai.fields import MOST_IMAGES, Editing, Generation, Varying, Wish
from imgorigin.web.dialects.openai.order import Order, check_prompt
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
    check_prompt(wish)
    return Order(kind="image_generation", wish=wish)


async def edit(asked: Asked) -> Order:
    """Raises InvalidRequest, UnsupportedType, TooLarge."""
    most = asked.desk.intake.bounds.bytes * (MOST_IMAGES + 1)
    async with form(asked.request, most, files=MOST_IMAGES + 1, field=MOST_OF_PROMPT) as sent:
        wish = _wish(sent, Editing)
        check_prompt(wish)
        images = await _images(asked, sent, MOST_IMAGES)
        mask = await _mask(asked, sent, images[0])
    return Order(kind="image_edit", wish=wish, images=images, mask=mask)


async def variation(asked: Asked) -> Order:
    """Raises InvalidRequest, UnsupportedType, TooLarge."""
    async with form(asked.request, asked.desk.intake.bounds.bytes) as sent:
        wish = _wish(sent, Varying)
        images = await _images(asked, sent, 1)
    return Order(kind="image_variation", wish=wish, images=images)


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
        raise MissingFile("image", "it is missing", "a PNG, JPEG or WebP, in a multipart form")
    if len(files) > most:
        raise InvalidRequest("image", f"{len(files)} of them", f"{most} at the most")
    return tuple([await _kept(asked, file, "image", TAKEN) for file in files])


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
    if kind_of(head) not in taken:
        names = "a PNG" if taken == (PNG,) else "a PNG, JPEG or WebP"
        raise UnsupportedType(f"{field}: it is no picture of a kind that is taken. Allowed: {names}.")
    try:
        return await asked.desk.intake.take(
            chunks(file), name=file.filename or "", created_by=asked.caller.who
        )
    except TooLarge as error:
        raise FileTooLarge(f"{field}: {error.detail}") from None
    except InvalidRequest as error:  # of a file: which one that is, is known here
        raise InvalidRequest(field, error.problem, error.allowed) from None
