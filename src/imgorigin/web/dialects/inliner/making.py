"""Pictures that are painted: by a prompt, by their address, or as an edit of another."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import AsyncIterator, Iterable
from typing import Any, Final

from starlette.responses import Response

from imgorigin.address import Address, Segment, canonical_words, parse
from imgorigin.bindings import Binding, Shown
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset
from imgorigin.errors import (
    Busy,
    Conflict,
    ImgoriginError,
    InvalidRequest,
    MovedPermanently,
    NotFound,
    NotUnderstood,
    PaintFailed,
    TooManyRequests,
)
from imgorigin.queue import Lane
from imgorigin.vision import slugs
from imgorigin.web.dialects import models
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.naming import address_for, recommended
from imgorigin.web.dialects.inliner.shapes_of_making import (
    Coming,
    Edited,
    Editing,
    Generate,
    Generated,
    Generating,
    MediaAsset,
    Ready,
    RequestQuery,
)
from imgorigin.web.dialects.replies import reply
from imgorigin.web.openapi import Header, Parameter, Reply
from imgorigin.web.respond import MEDIA_TYPES
from imgorigin.web.waiting import held

GENERATE_SECONDS: Final = 25.0
"""For which who has a picture made is held: below the patience of clients and of proxies."""
POLL_SECONDS: Final = 1.0
"""For which who polls is held unless it asks for more: a quick picture costs one request."""
LEAST_POLL: Final = 0.25
"""Also if none is asked for: what fails at once is told, not left to be polled for."""
LONGEST_POLL: Final = 60.0
POLL_AFTER: Final = "3"
"""Seconds. As the SDKs do."""
TRIES: Final = 5
"""At a slug that is free, of which somebody else may be quicker."""
LONGEST_EDIT: Final = 100
"""Bytes of an instruction that is its own slug. Longer ones have one of SHORT_EDIT and their digest."""
SHORT_EDIT: Final = 80
REQUEST_JSON: Final = "/content/request-json/"

_WAIT: Final = re.compile(r"(?:^|[,;\s])wait=([0-9]{1,4})(?:$|[,;\s])")


async def generate(asked: Asked) -> Response:
    """The whole prompt is bound to the path for good, then painted."""
    sent = await asked.body(Generate)
    project = await asked.project(sent.project)
    address, binding = await _bound(asked, project, sent, _model(asked, project, sent))
    async with _unless_refused(asked, binding):
        return await _picture(asked, address, GENERATE_SECONDS, prompt=address.path.lstrip("/"))


async def request_json(asked: Asked) -> Response:
    """Of any spelling of an address. It goes on being made when the answer is that it is not there yet."""
    raw: bytes = asked.request.scope["raw_path"]
    address = parse(raw.partition(REQUEST_JSON.encode())[2])
    asked.desk.limits.check(address)
    await asked.project(address.project)
    wants_data = asked.query(RequestQuery).data
    shown = await _now(asked, address)
    return await _picture(asked, shown.address, _wait(asked), data=wants_data, shown=shown)


async def edit(asked: Asked) -> Response:
    """The chain of edits is bound to the whole instruction, then painted."""
    sent = await asked.body(Editing)
    source = parse(asked.desk.hosts.path_of(asked.request, sent.image_url, "imageUrl"))
    await asked.project(source.project)
    source = (await _now(asked, source)).address
    address, binding = await _edit_bound(asked, source, sent.instructions)
    status = 200
    async with _unless_refused(asked, binding):
        try:
            work = asked.desk.service.picture(address, Lane.API, asked.caller)
            await held(work, GENERATE_SECONDS)
        except TimeoutError:
            status = 202
    return reply(Edited(edited_image_url=asked.url(address.path)), status)


async def _edit_bound(asked: Asked, source: Address, sent: str) -> tuple[Address, Binding | None]:
    """The edit of this picture that is bound to these words, and the binding if that is made now. Raises
    Conflict."""
    bindings = asked.desk.bindings
    for words in _named(sent):
        edits = (*source.edits, Segment(words, source.format))
        address = parse(Address(source.project, source.picture, edits).path)
        asked.desk.limits.check(address)
        shown = await bindings.shown(address)
        if shown.asset and shown.recipe and _plain(shown.recipe.instruction) == _plain(sent):
            return address, None
        if shown.asset:
            continue
        with contextlib.suppress(Conflict):  # somebody else was quicker
            check = asked.desk.service.check_may_make
            binding = await bindings.bind(address, prompt=sent.strip(), caller=asked.caller, check=check)
            await asked.note("edit", binding.asset, instruction=sent)
            return address, binding
    raise Conflict(f"{source.text}: its edits of that name are bound to other instructions, for good.")


@contextlib.asynccontextmanager
async def _unless_refused(asked: Asked, binding: Binding | None) -> AsyncIterator[None]:
    """An edit that nobody can do is not bound any more; of what a budget refuses, nothing is that nobody had
    bound before."""
    try:
        yield
    except NotUnderstood:  # a list must not have what there will never be
        await _release(asked, [binding.asset] if binding else [])
        raise
    except TooManyRequests:
        await _release(asked, reversed(binding.new if binding else ()))
        raise


async def _release(asked: Asked, assets: Iterable[Asset]) -> None:
    """Those that are neither painted by now, nor being painted, for anybody else."""
    service = asked.desk.service
    for asset in assets:
        address = parse(asset.address)
        with contextlib.suppress(ImgoriginError):  # deleted meanwhile; or it stays, for nobody can tell
            if not (service.progress(address) or await service.facts(address)):
                await asked.catalog.assets.delete(asset.scope, (asset.content_id,))
                await asked.note("delete", asset, reason="refused")


async def _bound(asked: Asked, project: ProjectRow, sent: Generate, model: str) -> tuple[Address, Binding]:
    """The address that the prompt is bound to from now on. Raises Conflict for a slug that is taken."""
    desk = asked.desk
    for tries_left in reversed(range(TRIES)):
        slug = sent.slug or await recommended(asked, project, sent.prompt)
        address = address_for(asked, project, slug, sent)
        try:
            binding = await desk.bindings.bind(
                address,
                prompt=sent.prompt,
                model=model,
                caller=asked.caller,
                check=desk.service.check_may_make,
            )
        except Conflict:
            if sent.slug or not tries_left:
                raise
        else:
            await asked.note("generate", binding.asset, prompt=sent.prompt, path=address.path)
            return address, binding
    raise Conflict("Too many ask for pictures of that name just now.")


def _model(asked: Asked, project: ProjectRow, sent: Generate) -> str:
    """A model that is named comes before a mode; empty: that of the project."""
    if sent.model:
        return models.named(asked.desk.painters, sent.model)
    if sent.mode == "cheap":
        return models.cheapest(asked.desk.painters, project.settings.default_model)
    return ""


async def _picture(
    asked: Asked,
    address: Address,
    seconds: float,
    *,
    data: bool = True,
    shown: Shown | None = None,
    **more: Any,
) -> Response:
    """200 with the picture, made if need be; 202 if that takes longer, or if nobody can begin yet. `shown` is
    what the address shows, if that was looked up; `more` are fields of the answer."""
    service = asked.desk.service
    found = await service.find(address, asked.caller)  # what is refused is told at once
    try:
        if not found:
            shown = None  # what is made is bound
            found = await held(service.picture(address, Lane.API, asked.caller), seconds)
    except (TimeoutError, Busy):
        return await _coming(asked, address, more)
    told = _facts(asked, shown or await asked.desk.bindings.shown(address))
    asset = MediaAsset(data=_data_url(address, found.blob.data)) if data else None
    shape = Generated if more else Ready
    return reply(shape(**told, media_asset=asset, **more))


async def _coming(asked: Asked, address: Address, more: dict[str, Any]) -> Response:
    progress = asked.desk.service.progress(address)
    state = progress.state.state if progress else "queued"
    part = round(progress.state.part, 3) if progress else 0.0
    shape = Generating if more else Coming
    shown = await asked.desk.bindings.shown(address)
    told = shape(**_facts(asked, shown), state=state, progress=part, **more)
    return reply(told, 202, {"retry-after": POLL_AFTER})


def _facts(asked: Asked, shown: Shown) -> dict[str, Any]:
    return {
        "image_url": asked.url(shown.address.path),
        "width": shown.size.width,
        "height": shown.size.height,
        "format": shown.address.format,
        "content_id": shown.asset.content_id if shown.asset else None,
    }


async def _now(asked: Asked, address: Address) -> Shown:
    """What an address shows: where the picture is now, if it was renamed."""
    try:
        return await asked.desk.bindings.shown(address)
    except MovedPermanently as moved:
        return await asked.desk.bindings.shown(parse(moved.location))


def _named(instructions: str) -> tuple[str, ...]:
    """The words of an edit's address: those of the instruction, or, where there are too many of them or where
    they stand for another instruction (`add text "50% OFF!"` beside `add text 50 off`), with its digest."""
    words = canonical_words(instructions)
    if not words:
        raise InvalidRequest("instructions", "there are no words in it", "words such as add a hat")
    digest = hashlib.sha256(instructions.encode()).hexdigest()[:8]
    marked = f"{slugs.slug_of(instructions, SHORT_EDIT)}-{digest}"
    return (words, marked) if len(words.encode()) <= LONGEST_EDIT else (marked,)


def _plain(instruction: str) -> str:
    """Without what changes nothing: a capital to begin with, a full stop to end with, spaces."""
    text = " ".join(instruction.split()).rstrip(".!?")
    return text[:1].lower() + text[1:]


def _data_url(address: Address, data: bytes) -> str:
    return f"data:{MEDIA_TYPES[address.format]};base64,{base64.b64encode(data).decode()}"


def _wait(asked: Asked) -> float:
    """Of the header `Prefer: wait=10` (RFC 7240)."""
    asked_for = _WAIT.search(asked.request.headers.get("prefer", ""))
    return min(max(float(asked_for[1]), LEAST_POLL), LONGEST_POLL) if asked_for else POLL_SECONDS


_COMES: Final = {"Retry-After": Header("Seconds until it is worth asking again", int)}
_PREFER: Final = Parameter("Prefer", "header", str, "`wait=10`: how many seconds to be held (RFC 7240)")

CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/content/generate", "inliner_generate", "Paint a prompt, and bind it to a path", generate,
        group="Making pictures", scope="paint", body=Generate, gives=Generated,
        also={202: Reply("It takes longer: poll for it", Generating, headers=_COMES)},
        fails=(NotFound, Conflict, PaintFailed),
        description="The prompt is bound to the path for good: a later GET of it shows that picture.",
    ),
    call(
        "get", "/content/request-json/{path}", "inliner_request_json", "A picture by its path", request_json,
        group="Making pictures", scope="read", gives=Ready, query=RequestQuery, headers=(_PREFER,),
        parts={"path": "Of the picture, with all its slashes: `project/red-fox_800x600.png`"},
        also={202: Reply("It is being made: ask again", Coming, headers=_COMES)},
        fails=(NotFound, PaintFailed),
        description="What is not there yet is painted, for keys of the scope paint.",
    ),
    call(
        "post", "/content/edit", "inliner_edit", "Change a picture as it is told", edit,
        group="Making pictures", scope="paint", body=Editing, gives=Edited,
        also={202: Reply("It is being made, and will be there", Edited)},
        fails=(NotFound, Conflict, PaintFailed), refusal={"success": False},
    ),
)  # fmt: skip
