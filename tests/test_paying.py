"""What is painted counts against the budgets of who has it painted, and of the project it is for."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
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


async def test_a_flood_on_one_project_leaves_the_waits_of_another_alone(tmp_path: Path) -> None:
    (tmp_path / "projects.toml").write_text("[demo]\n[flood]\n")
    async with running_origin(tmp_path) as origin:
        painter, queue = origin.painter, origin.parts.painters.main().queue
        painter.gate.clear()

        async def asked(many: int) -> None:
            """Until so many are painted or wait."""
            async with asyncio.timeout(20):
                while painter.paints.total() + queue.depth(Lane.INTERACTIVE) < many:
                    await asyncio.sleep(0.01)

        flood = [asyncio.create_task(origin.get(f"/flood/fox-{at}_64x64.png")) for at in range(20)]
        await asked(20)
        begun = painter.paints.total()
        assert begun < 5
        few = [asyncio.create_task(origin.get(f"/demo/owl-{at}_64x64.png")) for at in range(3)]
        await asked(23)
        painter.gate.set()
        answers = await asyncio.gather(*flood, *few)
        assert {answer.status_code for answer in answers} == {200}
        order = [words[:3] for words in painter.paints][begun:]  # as they were begun
        assert order[:6].count("owl") == 3


@pytest.mark.parametrize(
    ("peer", "told", "expected"),
    [
        ("203.0.113.9", ["192.0.2.1", "192.0.2.2"], [200, 429]),  # no proxy of ours: it is not believed
        ("203.0.113.9", ["127.0.0.1", "10.1.2.3"], [200, 429]),
        ("10.1.2.3", ["192.0.2.1", "192.0.2.2", "192.0.2.2"], [200, 200, 429]),
        ("10.1.2.3", ["192.0.2.7, 192.0.2.1", "192.0.2.8, 192.0.2.1"], [200, 429]),  # what a client adds
        ("10.1.2.3", ["192.0.2.1, 10.9.9.9", "192.0.2.2, 10.9.9.9"], [200, 200]),  # two proxies of ours
    ],
)
async def test_a_client_gets_no_other_budget_by_what_it_says_of_itself(
    tmp_path: Path, peer: str, told: list[str], expected: list[int]
) -> None:
    settings = {"client_paints_per_month": 1, "trusted_proxies": ["10.0.0.0/8"]}
    async with running_origin(tmp_path, **settings) as origin:
        transport = httpx.ASGITransport(origin.app, client=(peer, 4711))
        async with httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
            answers = [
                await client.get(f"/demo/fox-{at}_64x64.png", headers={"x-forwarded-for": hops})
                for at, hops in enumerate(told)
            ]
    assert [answer.status_code for answer in answers] == expected
    assert origin.painter.paints.total() == expected.count(200)
