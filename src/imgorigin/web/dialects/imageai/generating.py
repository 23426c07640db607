"""The calls: to have pictures made, and to ask for those that were."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from starlette.responses import Response

from imgorigin.address import parse
from imgorigin.catalog.tables import now
from imgorigin.errors import Conflict, ContentRefused, NotFound, PaintFailed, StillPainting
from imgorigin.jobs import Job
from imgorigin.web.dialects.imageai.calls import Call, call
from imgorigin.web.dialects.imageai.desk import Asked, counted
from imgorigin.web.dialects.imageai.making import PREFIX, Maker, asset_of, no_image, read
from imgorigin.web.dialects.imageai.performing import KIND, request_of, state
from imgorigin.web.dialects.imageai.shapes import Generate, Picture, Pictures, Queued, State, moment, told
from imgorigin.web.dialects.replies import reply
from imgorigin.web.dialects.rules import Fields
from imgorigin.web.dialects.several import all_of
from imgorigin.web.openapi import Parameter, Reply
from imgorigin.web.waiting import held

IDEMPOTENCY: Final = "Idempotency-Key"


async def generate(asked: Asked) -> Response:
    sent = read((await asked.body(Fields)).root, asked.desk)
    async with counted(asked):
        return await (_queued if sent.is_job else _at_once)(asked, sent)


async def _at_once(asked: Asked, sent: Generate) -> Response:
    """Raises StillPainting."""
    maker = Maker(
        desk=asked.desk,
        project=await asked.project(),
        caller=asked.caller,
        sent=sent,
        url=asked.url,
    )
    taken = await maker.take()
    try:
        pictures = await held(_all(maker, taken), asked.desk.wait)
    except TimeoutError:
        raise StillPainting(
            "It is still being generated. The same request, sent again, waits for it; one with "
            '"async": true is answered at once with a job.'
        ) from None
    return reply(told(pictures, now()))


async def _all(maker: Maker, taken: Any) -> list[Picture]:
    return await all_of(map(maker.picture, taken), lambda one: one.url)


async def _queued(asked: Asked, sent: Generate) -> Response:
    """The same request with the same Idempotency-Key is the same job."""
    project = await asked.project()
    job = await asked.desk.jobs.submit(
        project,
        KIND,
        request_of(sent, project, asked.url("")),
        caller=asked.caller,
        idempotency_key=asked.request.headers.get(IDEMPOTENCY, ""),
        webhook_url=sent.webhook_url,
    )
    name = PREFIX + job.id
    return reply(Queued(id=name, status_url=asked.url(f"/api/generate-image/{name}")), 202)


async def image(asked: Asked) -> Response:
    """A job, or a picture that was made at once."""
    name = asked.part["id"]
    if job := await _job(asked, name.removeprefix(PREFIX)):
        return reply(state(job, asked.desk.signer.signed))
    content_id, size = asset_of(name)
    try:
        asset = await asked.catalog.assets.get(asked.scope, content_id)
    except NotFound:
        raise no_image(name) from None
    shown = parse(asset.address)
    address = replace(shown, picture=replace(shown.picture, size=size, density=1))
    picture = Picture(
        id=name,
        url=asked.url(address.path),
        width=size.width,
        height=size.height,
        created_at=moment(asset.created),
        prompt=_as_sent(asked, asset.prompt),
        seed=asset.seed or 0,
    )
    told = picture.model_dump(exclude={"ignored"})  # which was told once, and is known no more
    return reply({**told, "status": "completed", "progress": 1.0})


def _as_sent(asked: Asked, prompt: str) -> str:
    """Without the style that was put around it."""
    found = (one.unwrapped(prompt) for one in asked.desk.templates.by_name.values())
    return next((words for words in found if words != prompt), prompt)


async def _job(asked: Asked, name: str) -> Job | None:
    try:
        job = await asked.desk.jobs.get(asked.own, name)
    except NotFound:
        return None
    return job if job.kind == KIND else None


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/api/generate-image", "imageai_generate", "Make a picture, or up to ten", generate,
        group="Pictures", scope="paint", body=Generate, gives=Picture | Pictures,
        also={202: Reply("A job: poll for it, or wait for the webhook", Queued)},
        headers=(Parameter(IDEMPOTENCY, "header", str, "Of a job: who sends it again is told the same job"),),
        fails=(NotFound, Conflict, ContentRefused, PaintFailed, StillPainting),
        description="The same prompt and seed are the same picture. The webhook is POSTed what polling would "
        "tell of the job when it has ended, signed by the Standard Webhooks specification.",
    ),
    call(
        "get", "/api/generate-image/{id}", "imageai_image", "A job, or a picture", image,
        group="Pictures", scope="read", gives=State, parts={"id": "As it was told: `img_...`"},
        fails=(NotFound,),
    ),
)  # fmt: skip
