"""The straight line, with a painter that can be watched and held back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from imgorigin.address import FORMATS, Address, parse
from imgorigin.caller import Caller
from imgorigin.errors import Busy, NotFound, PainterUnavailable, PaintFailed
from imgorigin.imaging.master import master_key
from imgorigin.recipe import recipe_for
from imgorigin.service import Service
from tests.origin import Origin, running_origin

FOX = parse("/demo/red-fox_64x64.png")
STRANGER = Caller(client="192.0.2.1")


def service_of(origin: Origin) -> Service:
    return origin.parts.service


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0.005)


async def test_a_page_with_a_whole_srcset_costs_one_paint(origin: Origin) -> None:
    addresses = [
        parse(f"/demo/red-fox_{width}x{width // 2}.{form}")
        for width in (32, 48, 64, 96, 128, 192, 256, 512)
        for form in FORMATS
    ]
    made = await asyncio.gather(*(service_of(origin).picture(address) for address in addresses))
    assert origin.painter.paints == {"red fox": 1}
    assert len({rendition.blob.data for rendition in made}) == len(addresses)


async def test_a_herd_costs_one_paint_and_one_rendition(origin: Origin) -> None:
    origin.painter.gate.clear()
    herd = [asyncio.create_task(service_of(origin).picture(FOX)) for _ in range(500)]
    await settle()
    origin.painter.gate.set()
    made = await asyncio.gather(*herd)
    assert origin.painter.paints.total() == 1
    assert len({id(rendition.blob) for rendition in made}) == 1
    assert sorted({rendition.cache for rendition in made}) == ["joined", "miss"]


async def test_who_hangs_up_harms_nobody_and_the_paint_is_kept(origin: Origin) -> None:
    origin.painter.gate.clear()
    herd = [asyncio.create_task(service_of(origin).picture(FOX)) for _ in range(40)]
    await settle()
    for caller in herd[::2]:
        caller.cancel()
    origin.painter.gate.set()
    for caller in herd[1::2]:
        assert (await caller).blob.data
    for caller in herd:
        caller.cancel()
    assert (await service_of(origin).picture(FOX)).cache == "hit"
    assert origin.painter.paints.total() == 1


async def test_a_paint_that_nobody_waits_for_any_more_is_kept(origin: Origin) -> None:
    origin.painter.gate.clear()
    caller = asyncio.create_task(service_of(origin).picture(FOX))
    await settle()
    caller.cancel()
    origin.painter.gate.set()
    await service_of(origin).close()
    assert await origin.parts.store.get(FOX.key)
    assert origin.painter.paints.total() == 1


async def test_edits_are_pictures_of_their_own_from_the_same_seed(origin: Origin) -> None:
    edit = parse("/demo/red-fox_64x64.png/make-it-night.png")
    await service_of(origin).picture(edit)
    assert await service_of(origin).find(FOX) is None
    facts = await service_of(origin).make_facts(edit)
    assert facts["recipe"]["instruction"] == "make it night"


async def test_a_failure_is_remembered_for_a_while_and_then_tried_again(tmp_path: Path) -> None:
    async with running_origin(tmp_path, failure_memory=0.4) as origin:
        origin.painter.failures = [PaintFailed("no"), PainterUnavailable("down")]
        for _ in range(3):
            with pytest.raises(PaintFailed, match="no"):
                await service_of(origin).picture(FOX)
        assert origin.painter.paints.total() == 1
        await asyncio.sleep(0.5)
        with pytest.raises(PainterUnavailable, match="down"):
            await service_of(origin).picture(FOX)
        await asyncio.sleep(0.5)
        assert (await service_of(origin).picture(FOX)).cache == "miss"


async def test_another_size_of_a_failed_picture_is_not_painted_either(origin: Origin) -> None:
    origin.painter.failures = [PaintFailed("no")]
    for path in ("/demo/red-fox_64x64.png", "/demo/red-fox_32x32.webp"):
        with pytest.raises(PaintFailed):
            await service_of(origin).picture(parse(path))
    assert origin.painter.paints.total() == 1


async def test_a_full_queue_answers_at_once_and_is_not_remembered(tmp_path: Path) -> None:
    async with running_origin(tmp_path, paint_queue=1) as origin:
        origin.painter.gate.clear()
        callers = [
            asyncio.create_task(service_of(origin).picture(parse(f"/demo/{name}_64x64.png"))) for name in "ab"
        ]
        await settle()
        with pytest.raises(Busy):
            await service_of(origin).picture(parse("/demo/c_64x64.png"))
        origin.painter.gate.set()
        await asyncio.gather(*callers)
        assert (await service_of(origin).picture(parse("/demo/c_64x64.png"))).blob.data


async def test_two_origins_on_one_folder_share_one_paint(tmp_path: Path) -> None:
    async with running_origin(tmp_path) as one, running_origin(tmp_path) as two:
        for origin in (one, two):
            origin.painter.gate.clear()
        callers = [
            asyncio.create_task(service_of(origin).picture(FOX)) for origin in (one, two) for _ in range(5)
        ]
        await settle()
        for origin in (one, two):
            origin.painter.gate.set()
        made = await asyncio.gather(*callers)
        assert one.painter.paints.total() + two.painter.paints.total() == 1
        assert len({rendition.blob.data for rendition in made}) == 1


async def test_a_lease_lost_while_painting_commits_nothing(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewals = iter([False])
    renew = origin.parts.leases.renew

    async def lost_once(fence: int) -> bool:
        return next(renewals, None) is None and await renew(fence)

    monkeypatch.setattr(origin.parts.leases, "renew", lost_once)
    assert (await service_of(origin).picture(FOX)).blob.data
    assert origin.painter.paints.total() == 2  # the first was another's to commit


async def test_the_same_bytes_on_every_start(tmp_path: Path) -> None:
    async with running_origin(tmp_path / "one") as one, running_origin(tmp_path / "two") as two:
        seen = [(await service_of(origin).picture(FOX)).blob.data for origin in (one, two)]
    assert seen[0] == seen[1]


async def test_a_lost_rendition_is_cut_again_without_painting(origin: Origin) -> None:
    first = await service_of(origin).picture(FOX)
    await origin.parts.store.delete(FOX.key)
    again = await service_of(origin).picture(FOX)
    assert again.blob.data == first.blob.data
    assert origin.painter.paints.total() == 1


async def test_a_lost_master_is_painted_again(origin: Origin) -> None:
    await service_of(origin).picture(FOX)
    await origin.parts.store.delete(master_key(recipe_for(FOX, origin.painter.model)))
    await service_of(origin).picture(parse("/demo/red-fox_32x32.png"))
    assert origin.painter.paints.total() == 2


@pytest.mark.parametrize("method", ["picture", "find", "facts"])
async def test_unknown_projects_are_not_found(origin: Origin, method: str) -> None:
    with pytest.raises(NotFound, match="no project 'nowhere'"):
        await getattr(service_of(origin), method)(parse("/nowhere/cat_64x64.png"))


async def test_a_frozen_project_serves_what_is_there_and_paints_nothing(tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        await service_of(origin).picture(FOX)
    (tmp_path / "projects.toml").write_text('[demo]\npaint = "frozen"\n')
    async with running_origin(tmp_path) as origin:
        assert (await service_of(origin).picture(FOX)).cache == "hit"
        for method in ("picture", "find", "facts"):
            with pytest.raises(NotFound, match="frozen"):
                await getattr(service_of(origin), method)(
                    Address("demo", parse("/demo/x.png").picture), caller=STRANGER
                )
        assert not origin.painter.paints
