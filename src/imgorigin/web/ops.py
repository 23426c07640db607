"""For whoever runs the server: /livez, /readyz, /metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Final

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from imgorigin.errors import ImgoriginError
from imgorigin.metrics import Metrics

NO_STORE: Final = {"cache-control": "no-store"}
LOOK_SECONDS: Final = 1.0
"""How long one look may take: who probes does not wait for long, and takes silence for death."""


@dataclass(frozen=True, slots=True)
class Check:
    """Looks at one part: `look` raises an ImgoriginError or an OSError if it is not in order.

    A part that is `shared` with other hosts makes this one `degraded`, not unready: were it to count, its
    failure would take every host out of service, with all the pictures that they still could serve.
    """

    name: str
    look: Callable[[], Coroutine[Any, Any, None]]
    shared: bool = False


def routes(metrics: Metrics, checks: Sequence[Check]) -> list[Route]:
    look = looker(checks)

    async def live(request: Request) -> Response:
        return PlainTextResponse("ok\n", headers=NO_STORE)

    async def ready(request: Request) -> Response:
        found = await look()
        broken = [check for check, state in found.items() if state != "ok"]
        is_ready = all(check.shared for check in broken)
        status = "ready" if not broken else "degraded" if is_ready else "not ready"
        return JSONResponse(
            {"status": status, **{check.name: state for check, state in found.items()}},
            status_code=200 if is_ready else 503,
            headers=NO_STORE,
        )

    async def exposition(request: Request) -> Response:
        return Response(await metrics.exposition(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/livez", live), Route("/readyz", ready), Route("/metrics", exposition)]


def looker(checks: Sequence[Check]) -> Callable[[], Awaitable[dict[Check, str]]]:
    """Finds out how each part is: `ok`, or what is wrong."""
    probes = {check: _Probe(check) for check in checks}

    async def look() -> dict[Check, str]:
        states = await asyncio.gather(*(probe.state() for probe in probes.values()))
        return dict(zip(probes, states, strict=True))

    return look


class _Probe:
    """Looks by one check. One that takes long goes on, and is not begun anew meanwhile: looks that hang would
    take every thread there is."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._look: asyncio.Task[str] | None = None

    async def state(self) -> str:
        """`ok`, or what is wrong."""
        if not self._look or self._look.done():
            self._look = asyncio.create_task(self._found())
        done, _ = await asyncio.wait({self._look}, timeout=LOOK_SECONDS)
        return self._look.result() if done else f"No answer within {LOOK_SECONDS:g} s."

    async def _found(self) -> str:
        try:
            await self._check.look()
        except (ImgoriginError, OSError) as error:
            return str(error)
        return "ok"
