"""Pictures as they are painted: server-sent events, of which the last has the whole picture.

Previews come from the running painting, where its painter shows any: `image_generation.partial_image`, then
`image_generation.completed`; of an edit `image_edit...`.
"""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

import structlog
from starlette.responses import StreamingResponse

from imgorigin.address import Size
from imgorigin.errors import ImgoriginError
from imgorigin.progress import State
from imgorigin.web import sse
from imgorigin.web.dialects.openai.errors import fault
from imgorigin.web.dialects.openai.making import Maker, Taken
from imgorigin.web.dialects.openai.usage import graded, usage
from imgorigin.web.dialects.replies import HEADERS

log = structlog.get_logger(__name__)


def streamed(maker: Maker, taken: Sequence[Taken]) -> StreamingResponse:
    """One picture after the other."""
    return sse.streamed(_written(maker, taken), HEADERS)


async def _written(maker: Maker, taken: Sequence[Taken]) -> AsyncGenerator[bytes]:
    try:
        for one in taken:
            async with aclosing(_told(maker, one)) as events:
                async for event in events:
                    yield _line(event)
    except ImgoriginError as error:
        yield _failed(error)
    except Exception:
        log.exception("unforeseen error", call="stream")
        yield _failed(ImgoriginError("Something broke that should not have; the log tells more."))


async def _told(maker: Maker, one: Taken) -> AsyncGenerator[Mapping[str, Any]]:
    """Previews, spread over the painting, as many as are asked for at the most; then the picture."""
    most, sent, last = maker.order.painting.partial_images, 0, b""
    watching = maker.desk.commissions.watch(one.accepted, maker.lane, maker.caller, previews=most > 0)
    async with aclosing(watching) as states:
        async for state in states:
            if not isinstance(state, State):
                told = _completed(maker, one, await maker.pressed(one, state), sent)
                left = await maker.not_done(one)
                yield told | ({"not_done": left} if left else {})
            elif state.preview and state.preview != last and is_due(state, sent, most):
                last = state.preview
                yield _partial(maker, last, sent)
                sent += 1


def is_due(state: State, sent: int, most: int) -> bool:
    """Whether the next of `most` previews is worth sending: they come at even distances."""
    return sent < most and state.part >= (sent + 1) / (most + 1)


def _partial(maker: Maker, png: bytes, index: int) -> dict[str, Any]:
    return {
        **_event(maker, "partial_image", png),
        "output_format": "png",  # as previews are
        "partial_image_index": index,
    }


def _completed(maker: Maker, one: Taken, data: bytes, partial: int) -> dict[str, Any]:
    """`partial` pictures were sent before: where there were none, who asked for them is told."""
    order, size = maker.order, maker.order.size(maker.desk.limits)
    sent = [Size(image.width, image.height) for image in order.images]
    counted = usage(order.painting.prompt, sent, [size], order.painting.quality)
    return {
        **_event(maker, "completed", data),
        "url": maker.url(one.accepted.address.path),
        "seed": one.seed,
        "usage": counted.model_dump(),
        "ignored": order.ignored(maker.unheeded([one]) | (set() if partial else {"partial_images"})),
    }


def _event(maker: Maker, happened: str, data: bytes) -> dict[str, Any]:
    order, size = maker.order, maker.order.size(maker.desk.limits)
    return {
        "type": f"{order.kind}.{happened}",
        "b64_json": base64.b64encode(data).decode(),
        "created_at": int(time.time()),
        "size": f"{size.width}x{size.height}",
        "quality": graded(order.painting.quality),
        "background": "transparent" if order.is_transparent else "opaque",
        "output_format": order.painting.output_format,
    }


def _failed(error: ImgoriginError) -> bytes:
    return _line({"type": "error", "error": fault(error).model_dump()})


def _line(event: Mapping[str, Any]) -> bytes:
    return sse.event(event["type"], event)
