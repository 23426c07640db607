"""What is painted counts against the budgets of who has it painted, and of the project it is for."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from imgorigin.address import Address, parse
from imgorigin.caller import Caller
from imgorigin.catalog.usage import Amounts
from imgorigin.errors import PaintFailed, TooManyRequests
from imgorigin.queue import Lane
from tests.origin import Origin, running_origin

HERE = Caller(client="192.0.2.1")
THERE = Caller(client="192.0.2.2")


def named(words: str) -> Address:
    return parse(f"/demo/{words}_64x64.png")


async def bounded(origin: Origin, **settings: Any) -> None:
    """Set the project's budgets."""
    projects = origin.parts.projects
    demo = await projects.get("demo")
    await origin.parts.catalog.projects.set(demo.id, settings)
    projects._read_at = -1.0
    await projects.refresh()


async def painted(origin: Origin, words: str, caller: Caller = HERE) -> bytes:
    return (await origin.parts.service.picture(named(words), caller=caller)).blob.data


async def used(origin: Origin) -> Amounts:
    return await origin.parts.budgets.used((await origin.parts.projects.get("demo")).account_id)


async def test_a_project_paints_what_its_budget_has(origin: Origin) -> None:
    await bounded(origin, paints_per_month=1)
    fox = await painted(origin, "fox")
    answer = await origin.get("/demo/cat_64x64.png")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "1 picture" in answer.json()["detail"]
    assert await painted(origin, "fox", THERE) == fox
    assert (await origin.get("/demo/fox_32x32.jpg")).status_code == 200
    assert origin.painter.paints.total() == 1


async def test_the_operator_is_bound_by_nothing(origin: Origin) -> None:
    await bounded(origin, paints_per_month=0)
    assert (await origin.parts.service.picture(named("fox"))).blob.data
    assert (await used(origin)).paints == 1


async def test_each_client_has_a_budget_of_its_own(tmp_path: Path) -> None:
    async with running_origin(tmp_path, client_paints_per_month=1) as origin:
        await painted(origin, "fox")
        with pytest.raises(TooManyRequests, match=r"192\.0\.2\.1"):
            await painted(origin, "cat")
        assert await painted(origin, "cat", THERE)


async def test_who_joins_one_who_may_not_paint_has_it_painted(tmp_path: Path) -> None:
    async with running_origin(tmp_path, client_paints_per_month=1) as origin:
        await painted(origin, "fox")
        refused = asyncio.create_task(painted(origin, "cat"))
        while named("cat").key not in origin.parts.service._renditions:
            await asyncio.sleep(0)
        assert await painted(origin, "cat", THERE)
        with pytest.raises(TooManyRequests):
            await refused


async def test_what_fails_costs_nothing(origin: Origin) -> None:
    origin.painter.failures.append(PaintFailed("No luck."))
    with pytest.raises(PaintFailed):
        await painted(origin, "fox")
    assert (await used(origin)).paints == 0
    await painted(origin, "cat")
    amounts = await used(origin)
    assert amounts.paints == amounts.images == 1
    assert amounts.gpu_seconds > 0


async def test_an_edit_counts_its_source_too(origin: Origin) -> None:
    await origin.parts.service.picture(parse("/demo/fox_64x64.png/at-night.png"), caller=HERE)
    assert (await used(origin)).edits == 1
    assert (await used(origin)).paints == origin.painter.paints.total()


async def test_a_plan_paints_so_many_at_once(tmp_path: Path) -> None:
    async with running_origin(tmp_path, plan="free", painters=2) as origin:
        origin.painter.gate.clear()
        herd = [asyncio.create_task(painted(origin, words)) for words in ("fox", "cat", "owl")]
        queue = origin.parts.painters.main().queue
        while not origin.painter.paints.total() or queue.depth(Lane.INTERACTIVE) < 2:  # one paints
            await asyncio.sleep(0.01)
        assert origin.painter.paints.total() == 1
        origin.painter.gate.set()
        await asyncio.gather(*herd)
        assert origin.painter.paints.total() == 3
