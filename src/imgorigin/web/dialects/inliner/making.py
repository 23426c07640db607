"""Pictures that are painted: by a prompt, by their address, or as an edit of another."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from typing import Any, Final

from starlette.responses import Response

from imgorigin.address import Address, Segment, canonical_words, parse
from imgorigin.bindings import Shown
from imgorigin.catalog.projects import ProjectRow
from imgorigin.errors import (
    Busy,
    Conflict,
    InvalidRequest,
    MovedPermanently,
    NotFound,
    NotUnderstood,
    PaintFailed,
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
    address = await _bound(asked, project, sent, _model(asked, project, sent))
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
    words, instruction = _instructed(sent.instructions)
    edits = (*source.edits, Segment(words, source.format))
    address = parse(Address(source.project, source.picture, edits).path)
    asked.desk.limits.check(address)
    asset = None
    if not await asked.desk.bindings.asset(address):
        asset = await asked.desk.bindings.bind(
            address,
            prompt=instruction,
            caller=asked.caller,
            check=asked.desk.service.check_may_make,
        )
        await asked.note("edit", asset, instruction=sent.instructions)
    status = 200
    try:
        work = asked.desk.service.picture(address, Lane.API, asked.caller)
        await held(work, GENERATE_SECONDS)
    except TimeoutError:
        status = 202
    except NotUnderstood:
        with contextlib.suppress(NotFound):  # a list must not have what there will never be
            if asset:
                await asked.catalog.assets.delete(asset.scope, (asset.content_id,))
        raise
    return reply(Edited(edited_image_url=asked.url(address.path)), status)


async def _bound(asked: Asked, project: ProjectRow, sent: Generate, model: str) -> Address:
    """The address that the prompt is bound to from now on. Raises Conflict for a slug that is taken."""
    desk = asked.desk
    for tries_left in reversed(range(TRIES)):
        slug = sent.slug or await recommended(asked, project, sent.prompt)
        address = address_for(asked, project, slug, sent)
        try:
            asset = await desk.bindings.bind(
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
            await asked.note("generate", asset, prompt=sent.prompt, path=address.path)
            return address
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


def _instructed(instructions: str) -> tuple[str, str]:
    """The words of an edit's address, and what is done: those words, unless there are too many of them."""
    words = canonical_words(instructions)
    if not words:
        raise InvalidRequest("instructions", "there are no words in it", "words such as add a hat")
    if len(words.encode()) <= LONGEST_EDIT:
        return words, words.replace("-", " ")
    digest = hashlib.sha256(instructions.encode()).hexdigest()[:8]
    return f"{slugs.slug_of(instructions, SHORT_EDIT)}-{digest}", instructions


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
