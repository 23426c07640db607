"""Pictures from words, from other pictures, and like them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from starlette.responses import Response

from imgorigin.commissions import check_kept
from imgorigin.errors import Conflict, NotFound, PaintFailed, StillPainting
from imgorigin.policy import keeps
from imgorigin.web import sse
from imgorigin.web.dialects.openai import jobs, reading
from imgorigin.web.dialects.openai.calls import PROJECT, Call, call
from imgorigin.web.dialects.openai.desk import Asked, project_of
from imgorigin.web.dialects.openai.fields import EditingForm, Generation, VaryingForm
from imgorigin.web.dialects.openai.making import Maker
from imgorigin.web.dialects.openai.order import Order
from imgorigin.web.dialects.openai.shapes import Pictures
from imgorigin.web.dialects.openai.streaming import streamed
from imgorigin.web.dialects.replies import reply
from imgorigin.web.openapi import MULTIPART, Body, Parameter, Reply
from imgorigin.web.waiting import held


def making(read: Callable[[Asked], Awaitable[Order]]) -> Callable[[Asked], Awaitable[Response]]:
    """The call whose requests are read so."""

    async def answer(asked: Asked) -> Response:
        project = await project_of(asked)
        if read is not reading.generation:  # which takes no files
            check_kept(project, asked.caller)
        order = await read(asked)
        if order.wish.is_async:
            return await jobs.submit(asked, project, order)
        maker = Maker(desk=asked.desk, project=project, caller=asked.caller, order=order, url=asked.url)
        if not keeps(project, asked.caller):
            return await _held(maker, maker.passing())
        taken = await maker.take()
        if order.painting.stream:
            return streamed(maker, taken)
        return await _held(maker, maker.make(taken))

    return answer


async def _held(maker: Maker, making: Coroutine[Any, Any, Pictures]) -> Response:
    """Raises StillPainting for what takes longer than a client is held: it goes on being painted, and the
    same request finds it."""
    try:
        made = await held(making, maker.desk.wait)
    except TimeoutError:
        raise StillPainting(
            "It is still being painted. The same request, sent again, waits for it; one with "
            '"async": true is answered at once with a job.'
        ) from None
    return reply(made.model_dump(exclude_none=True))


_GIVES: Final = Reply("The pictures", Pictures, bare=(sse.MEDIA_TYPE,))
_KEY: Final = Parameter("Idempotency-Key", "header", str, "The same again is the same job, for a day")
_QUEUED: Final = {202: Reply("With async: it is a job now", jobs.JobTold)}
_FAILS: Final = (NotFound, Conflict, PaintFailed, StillPainting)

CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/v1/images/generations", "openai_generate", "Paint a prompt", making(reading.generation),
        group="Images", scope="paint", body=Generation, gives=_GIVES, headers=(PROJECT, _KEY),
        also=_QUEUED, fails=_FAILS,
        description="Each picture is kept at `url` for good; the same request gives the same pictures. With "
        "`stream`, server-sent events.",
    ),
    call(
        "post", "/v1/images/edits", "openai_edit", "Change pictures as it is told", making(reading.edit),
        group="Images", scope="paint", body=Body(EditingForm, MULTIPART), gives=_GIVES,
        headers=(PROJECT, _KEY), also=_QUEUED, fails=_FAILS,
        description="The first picture is changed, the others are looked at.",
    ),
    call(
        "post", "/v1/images/variations", "openai_vary", "Paint pictures like one", making(reading.variation),
        group="Images", scope="paint", body=Body(VaryingForm, MULTIPART), gives=Pictures,
        headers=(PROJECT, _KEY), also=_QUEUED, fails=_FAILS,
    ),
)  # fmt: skip
