"""For whoever runs the server: /livez, /readyz, /metrics."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from imgorigin.errors import ImgoriginError
from imgorigin.metrics import Metrics

NO_STORE = {"cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Check:
    """Looks at one part: `look` raises an ImgoriginError or an OSError if it is not in order.

    A part that is `shared` with other hosts makes this one `degraded`, not unready: were it to count, its
    failure would take every host out of service, with all the pictures that they still could serve.
    """

    name: str
    look: Callable[[], Awaitable[None]]
    shared: bool = False


def routes(metrics: Metrics, checks: Sequence[Check]) -> list[Route]:
    async def live(request: Request) -> Response:
        return PlainTextResponse("ok\n", headers=NO_STORE)

    async def ready(request: Request) -> Response:
        found = {check: await _found(check) for check in checks}
        broken = [check for check, state in found.items() if state != "ok"]
        is_ready = all(check.shared for check in broken)
        status = "ready" if not broken else "degraded" if is_ready else "not ready"
        return JSONResponse(
            {"status": status, **{check.name: state for check, state in found.items()}},
            status_code=200 if is_ready else 503,
            headers=NO_STORE,
        )

    async def exposition(request: Request) -> Response:
        return Response(metrics.exposition(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/livez", live), Route("/readyz", ready), Route("/metrics", exposition)]


async def _found(check: Check) -> str:
    try:
        await check.look()
    except (ImgoriginError, OSError) as error:
        return str(error)
    return "ok"
