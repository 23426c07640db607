"""Probes: bounded in time, whatever the parts do."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette

from imgorigin.errors import StoreUnavailable
from imgorigin.metrics import Metrics
from imgorigin.web import ops


@pytest.fixture(autouse=True)
def briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ops, "LOOK_SECONDS", 0.05)


def probing(*checks: ops.Check) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(Starlette(routes=ops.routes(Metrics(), checks)))
    return httpx.AsyncClient(transport=transport, base_url="http://origin")


async def fine() -> None:
    pass


async def test_a_part_that_hangs_is_told_of_and_not_asked_again() -> None:
    looks, gate = 0, asyncio.Event()

    async def hang() -> None:
        nonlocal looks
        looks += 1
        await gate.wait()

    async with probing(ops.Check("disk", hang), ops.Check("leases", fine)) as client:
        for _ in range(3):
            answer = await client.get("/readyz")
            assert answer.status_code == 503
            assert answer.json() == {
                "status": "not ready",
                "disk": "No answer within 0.05 s.",
                "leases": "ok",
            }
        assert looks == 1
        gate.set()
        await asyncio.sleep(0)
        assert (await client.get("/readyz")).status_code == 200


async def test_what_hangs_and_is_shared_only_degrades() -> None:
    async def down() -> None:
        raise StoreUnavailable("S3 is down.")

    async with probing(
        ops.Check("s3", asyncio.Event().wait, shared=True),  # type: ignore[arg-type]
        ops.Check("other", down, shared=True),
    ) as client:
        answer = await client.get("/readyz")
        assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
        assert answer.json()["other"] == "S3 is down."
