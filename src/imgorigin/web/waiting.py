"""How long a client is held while its picture is made."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from starlette.types import Receive

from imgorigin.flight import looked_at

T = TypeVar("T")
Gone = Callable[[], Awaitable[None]]


async def held(work: Coroutine[Any, Any, T], seconds: float, gone: Gone | None = None) -> T:
    """The result of `work`. Raises TimeoutError if it takes longer: the client is told to come back, so the
    work goes on as if it still waited. If it is `gone` before, the work is no longer waited for."""
    task = asyncio.create_task(work)
    leaving = asyncio.create_task(_awaited(gone)) if gone else None
    try:
        await asyncio.wait(
            {task, leaving} if leaving else {task}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
        if task.done():
            return task.result()
        if leaving and leaving.done():
            task.cancel()
    except asyncio.CancelledError:
        task.cancel()
        raise
    finally:
        if leaving:
            leaving.cancel()
    task.add_done_callback(looked_at)
    raise TimeoutError


def hang_up(receive: Receive) -> Gone:
    """Awaits the end of the connection."""

    async def gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    return gone


async def _awaited(gone: Gone) -> None:
    await gone()
