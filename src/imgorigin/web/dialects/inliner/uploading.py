"""Pictures that are sent."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from imgorigin.address import Address, Segment, Size, canonical_words, parse
from imgorigin.catalog.assets import Description
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset, Bound
from imgorigin.catalog.uploads import Upload as Kept
from imgorigin.catalog.words import fold_label
from imgorigin.errors import Conflict, Forbidden, InvalidRequest, NotFound, UnsupportedType
from imgorigin.imaging.sniff import GIF, TAKEN, kind_of
from imgorigin.imaging.uploaded import natural_size
from imgorigin.policy import check_keeps
from imgorigin.vision.seeing import Hints
from imgorigin.web.dialects.forms import chunks, form
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.shapes_of_making import Content, Upload, Uploaded
from imgorigin.web.dialects.reading import wrong
from imgorigin.web.dialects.replies import reply
from imgorigin.web.openapi import MULTIPART, Body, Parameter

FORMATS: Final = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/avif": "avif"}
"""By media type: what is taken, and as what it is served."""
HEAD: Final = 4_096
"""Bytes that a file is known by."""
DIGITS: Final = 12
"""Of the SHA-256, in the name of an upload that was given none."""
NAMES: Final = 20
"""That are tried, where the one that is wished for is taken."""
TAGS: Final = ("tags[]", "tags")
FILE: Final = "file"
_FIELDS: Final = {"title": "title", "caption": "description"}
"""Of a picture, as this call has them."""


async def upload(asked: Asked) -> Response:
    """The same pixels under the same name are the same picture, and what is said of it now counts; another
    picture under a name that is taken gets a number behind it. What is unsaid is told from looking at it."""
    async with form(asked.request, asked.desk.intake.bounds.bytes) as given:
        sent, file = _read(asked.request, given)
        project = await asked.project(sent.project)
        if project.settings.paint == "frozen":
            raise Forbidden(f"The project {project.name!r} is frozen: it takes nothing new.")
        check_keeps(project, asked.caller)
        await _check_kind(file)
        name = file.filename or ""
        kept = await asked.desk.intake.take(chunks(file), name=name, created_by=asked.caller.who)
    facts, source = await _facts(asked, sent, kept, name)
    bound = await _bound(asked, project, sent, kept, facts)
    asset, message = bound.asset, f"Uploaded. Its description is of: {source}."
    await asked.note("upload", asset, file=kept.name, described_by=source)
    if not bound.is_new:
        message = await _told_again(asked, asset, sent)
    path = f"{asset.project}/{asset.slug}.{asset.format}"
    return reply(
        Uploaded(
            message=message,
            image_id=asset.content_id,
            image_url=asked.url(parse(asset.address).path),
            content=Content(content_id=asset.content_id, prompt=path, media_asset_id=kept.sha256),
        )
    )


async def _told_again(asked: Asked, asset: Asset, sent: Upload) -> str:
    """Of a picture that is here: what is said of it now counts, where the key may change that. Gives what
    came of it, for a person."""
    said = {"title": sent.title, "caption": sent.description}
    new: dict[str, Any] = {
        field: text for field, text in said.items() if text not in (None, getattr(asset, field))
    }
    folded = {fold_label(tag) for tag in asset.tags}
    tags = [tag for tag in sent.tags if fold_label(tag) not in folded]
    if not (new or tags):
        return "Uploaded before: it is the same picture under the same name."
    names = ", ".join([*(_FIELDS[field] for field in new), *(["tags"] if tags else [])])
    try:
        asked.may("manage")
    except Forbidden:
        return (
            f"Uploaded before, under the same name. What it is told by stays ({names}): a key of the scope "
            f"manage changes it, by PATCH /content/details/{asset.content_id}."
        )
    if new:
        alt = sent.description or sent.title
        await asked.catalog.assets.describe(asset.scope, asset.content_id, Description(**new, alt=alt))
        await asked.note("describe", asset, **new)
    if tags:
        await asked.catalog.tags.add(asset.scope, [asset.content_id], tags)
        await asked.note("tag", asset, tags=tags)
    return f"Uploaded before, under the same name. Set now: {names}."


def _read(request: Request, form: FormData) -> tuple[Upload, UploadFile]:
    """Tags may stand in the query too. Raises InvalidRequest."""
    file = form.get(FILE)
    if not isinstance(file, UploadFile):
        problem = "it is missing" if file is None else "it has no filename"
        raise InvalidRequest(FILE, problem, "a file, in a form of the type multipart/form-data")
    texts = {name: value for name, value in form.items() if isinstance(value, str) and value.strip()}
    tags = [tag for name in TAGS for tag in (*form.getlist(name), *request.query_params.getlist(name))]
    given = texts | {FILE: b"", TAGS[0]: [tag for tag in tags if isinstance(tag, str) and tag.strip()]}
    try:
        return Upload.model_validate(given), file
    except ValidationError as error:
        raise wrong(error, "body") from None


async def _check_kind(file: UploadFile) -> None:
    """Before it is read. Raises UnsupportedType."""
    head = await file.read(HEAD)
    await file.seek(0)
    if head and kind_of(head) is GIF:
        raise UnsupportedType(f"This is a GIF, which this call does not take. Taken are {TAKEN}.")


async def _facts(asked: Asked, sent: Upload, kept: Kept, name: str) -> tuple[dict[str, Any], str]:
    """What is said of it, and by whom: `sender`, or who saw it (see vision.seeing.Source)."""
    said: dict[str, Any] = {"title": sent.title, "caption": sent.description, "tags": sent.tags}
    said["alt"] = sent.description or sent.title
    given = {field: value for field, value in said.items() if value}
    if len(given) == len(said):
        return given, "sender"
    picture = (await asked.desk.intake.master(kept)).data
    metadata: Mapping[str, Any] = kept.facts.get("metadata", {})
    seen = await asked.desk.eyes.see(picture, Hints(name, metadata))
    told = {"title": seen.title, "caption": seen.caption, "tags": seen.tags, "alt": seen.alt}
    return {**told, **given}, seen.source


async def _bound(
    asked: Asked, project: ProjectRow, sent: Upload, kept: Kept, facts: Mapping[str, Any]
) -> Bound:
    """Raises Conflict if all names are taken, InvalidRequest for one that cannot be."""
    words = canonical_words(sent.prompt or f"uploaded-{kept.sha256[:DIGITS]}")
    if not words:
        raise InvalidRequest("prompt", f"{(sent.prompt or '')[:60]!r} has no words", "words such as red-fox")
    size = natural_size(Size(kept.width, kept.height), asked.desk.limits)
    form = FORMATS.get(kept.media_type, "png")
    for number in range(1, NAMES + 1):
        slug = words if number == 1 else f"{words}-{number}"
        address = parse(Address(project.name, Segment(slug, form)).path)
        told = {**facts, "prompt": address.last.prompt}
        with contextlib.suppress(Conflict):
            return await asked.desk.bindings.bind_upload(address, kept, told, asked.caller, size)
    raise Conflict(
        f"Every name like {words!r} is taken in the project {project.name!r}. Send another prompt."
    )


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/content/upload", "inliner_upload", "Send a picture", upload,
        group="Making pictures", scope="paint", body=Body(Upload, MULTIPART), gives=Uploaded,
        headers=(Parameter("tags[]", "query", list[str], "As in the form"),),
        fails=(NotFound, Conflict), refusal={"success": False},
        description="Tags may stand in the query as well, as `tags[]`. Where the name is taken by another "
        "picture, it gets a number: the answer has the path.",
    ),
)  # fmt: skip
