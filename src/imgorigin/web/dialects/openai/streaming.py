"""Pictures as they are painted: server-sent events, of which the last has the whole picture.

Previews come from the running painting, where its painter shows any: `image_generation.partial_image`, then
`image_generation.completed`; of an edit `image_edit...`.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

import structlog
from starlette.responses import StreamingResponse

from imgorigin.address import Size
from imgorigin.errors import ImgoriginError
from imgorigin.progress import Progress, State
from imgorigin.web.dialects.openai.errors import fault
from imgorigin.web.dialects.openai.making import Maker, Taken
from imgorigin.web.dialects.openai.usage import graded, usage
from imgorigin.web.dialects.replies import HEADERS

EVENT_STREAM: Final = "text/event-stream"
LOOK: Final = 0.05
"""Seconds between looks whether the painting has begun."""
SILENCE: Final = 15.0
"""Seconds after which a comment is sent: proxies hang up on silence."""

Event = dict[str, Any] | None
"""None ends the stream."""

log = structlog.get_logger(__name__)


def streamed(maker: Maker, taken: Sequence[Taken]) -> StreamingResponse:
    """One picture after the other."""
    headers = {**HEADERS, "x-accel-buffering": "no"}
    return StreamingResponse(_written(maker, taken), headers=headers, media_type=EVENT_STREAM)


async def _written(maker: Maker, taken: Sequence[Taken]) -> AsyncIterator[bytes]:
    queue: asyncio.Queue[Event] = asyncio.Queue()
    making = asyncio.create_task(_made(maker, taken, queue))
    try:
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), SILENCE)
            except TimeoutError:
                yield b": painting\n\n"
                continue
            if event is None:
                return
            yield _line(event)
    finally:
        making.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await making


async def _made(maker: Maker, taken: Sequence[Taken], queue: asyncio.Queue[Event]) -> None:
    try:
        for one in taken:
            await _one(maker, one, queue)
    except ImgoriginError as error:
        queue.put_nowait({"type": "error", "error": fault(error).model_dump()})
    except Exception:
        log.exception("unforeseen error", call="stream")
        told = ImgoriginError("Something broke that should not have; the log tells more.")
        queue.put_nowait({"type": "error", "error": fault(told).model_dump()})
    finally:
        queue.put_nowait(None)


async def _one(maker: Maker, one: Taken, queue: asyncio.Queue[Event]) -> None:
    painting = asyncio.create_task(maker.data(one))
    watching = asyncio.create_task(_watched(maker, one, queue))
    try:
        data = await painting
    finally:
        watching.cancel()
        painting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
    queue.put_nowait(_completed(maker, one, data))


async def _watched(maker: Maker, one: Taken, queue: asyncio.Queue[Event]) -> None:
    """Sends previews, spread over the painting, as many as are asked for at the most."""
    most, sent, last = maker.order.painting.partial_images, 0, b""
    if not most:
        return
    progress = await _begun(maker, one)
    async for state in progress.follow():
        if sent < most and state.preview and state.preview != last and is_due(state, sent, most):
            last = state.preview
            queue.put_nowait(_partial(maker, last, sent))
            sent += 1


def is_due(state: State, sent: int, most: int) -> bool:
    """Whether the next of `most` previews is worth sending: they come at even distances."""
    return state.part >= (sent + 1) / (most + 1)


async def _begun(maker: Maker, one: Taken) -> Progress:
    while not (progress := maker.desk.service.progress(one.accepted.address)):  # noqa: ASYNC110  nothing tells that it began
        await asyncio.sleep(LOOK)
    return progress


def _partial(maker: Maker, png: bytes, index: int) -> dict[str, Any]:
    return {
        **_event(maker, "partial_image", png),
        "output_format": "png",  # as previews are
        "partial_image_index": index,
    }


def _completed(maker: Maker, one: Taken, data: bytes) -> dict[str, Any]:
    order, size = maker.order, maker.order.size(maker.desk.limits)
    sent = [Size(image.width, image.height) for image in order.images]
    counted = usage(order.painting.prompt, sent, [size], order.painting.quality)
    return {
        **_event(maker, "completed", data),
        "url": maker.url(one.accepted.address.path),
        "seed": one.seed,
        "usage": counted.model_dump(),
        "ignored": order.ignored(maker.unheeded([one])),
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


def _line(event: dict[str, Any]) -> bytes:
    body = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    return f"event: {event['type']}\ndata: {body}\n\n".encode(errors="replace")
