from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import imgorigin
from imgorigin.address import Size
from imgorigin.errors import NotUnderstood, PainterUnavailable, PaintFailed, ShuttingDown
from imgorigin.painters.batching import Gathering
from imgorigin.painters.handover import Limits
from imgorigin.painters.process import ProcessPainter
from imgorigin.recipe import Model, Recipe

PATHS = f"{Path(__file__).parent}:{Path(imgorigin.__file__).parent.parent}"
MODEL = Model("m", "1", 64, 1, 4)


def painter_of(
    target: str = "misbehaving:open_bench", *, processes: int = 1, timeout: float = 30
) -> ProcessPainter:
    return ProcessPainter(
        [MODEL],
        target,
        configs={str(number): {} for number in range(processes)},
        limits=Limits(silence=timeout),
        gathering=Gathering(),
    )


def recipe(prompt: str) -> Recipe:
    return Recipe(prompt=prompt, model="m", revision="1", seed=1, canvas=Size(8, 8))


@pytest.fixture
async def painter(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ProcessPainter]:
    monkeypatch.setenv("PYTHONPATH", PATHS)
    started = painter_of(processes=1, timeout=1.5)
    await started.start()
    yield started
    await started.close()


async def test_a_painting_comes_back_whole(painter: ProcessPainter) -> None:
    painting = await painter.paint(recipe("fill 3000000"))
    assert painting.data == b"x" * 3_000_000
    assert painting.format == "svg"
    assert painting.facts == {"alt": "Ä"}
    assert painter.restarts == 0


async def test_what_a_painter_prints_does_not_get_between(painter: ProcessPainter) -> None:
    assert (await painter.paint(recipe("babble"))).data == b"babble"
    assert (await painter.paint(recipe("x"))).data == b"x"


@pytest.mark.parametrize("fault", ["crash", "exit", "hang"])
async def test_a_fault_costs_one_retry(painter: ProcessPainter, tmp_path: Path, fault: str) -> None:
    painting = await painter.paint(recipe(f"once {tmp_path}/mark {fault}"))
    assert painting.data == b"<svg/>"
    assert painter.restarts == 1


@pytest.mark.parametrize("fault", ["crash", "hang"])
async def test_a_second_fault_is_said_and_the_next_picture_is_painted(
    painter: ProcessPainter, fault: str
) -> None:
    with pytest.raises(PainterUnavailable):
        await painter.paint(recipe(fault))
    assert (await painter.paint(recipe("x"))).data == b"x"


async def test_what_nobody_foresaw_is_for_the_log_alone(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", PATHS)
    painter = painter_of()
    with pytest.raises(PaintFailed, match="The server's log says why") as raised:
        await painter.paint(recipe("raise"))
    await painter.close()
    assert "bad canvas" not in raised.value.detail  # it could name the server's paths
    assert "ValueError: bad canvas" in capfd.readouterr().err


async def test_a_painters_refusal_is_no_fault(painter: ProcessPainter) -> None:
    with pytest.raises(PaintFailed):
        await painter.paint(recipe("raise"))
    with pytest.raises(NotUnderstood, match="blorb"):
        await painter.paint(recipe("refuse"))
    assert painter.restarts == 0


async def test_a_process_killed_while_idle_is_replaced_unseen(painter: ProcessPainter) -> None:
    number = int((await painter.paint(recipe("who"))).data)
    os.kill(number, signal.SIGKILL)
    assert int((await painter.paint(recipe("who"))).data) != number
    await painter.check()


async def test_signals_that_end_the_server_do_not_end_what_is_being_painted(painter: ProcessPainter) -> None:
    number = int((await painter.paint(recipe("who"))).data)
    painting = asyncio.create_task(painter.paint(recipe("slow 0.3")))
    await asyncio.sleep(0.1)
    os.kill(number, signal.SIGINT)
    os.kill(number, signal.SIGTERM)
    assert (await painting).data == b"slow"
    assert painter.restarts == 0


async def test_closing_ends_the_processes(painter: ProcessPainter) -> None:
    number = int((await painter.paint(recipe("who"))).data)
    await painter.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.parametrize("seconds", [0, 0.3])
async def test_closing_waits_no_longer_than_its_caller(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setenv("PYTHONPATH", PATHS)
    painter = painter_of(processes=2, timeout=600)
    number = int((await painter.paint(recipe("who"))).data)
    hung = [asyncio.create_task(painter.paint(recipe("hang"))) for _ in range(3)]  # the third waits
    await asyncio.sleep(0.5)
    async with asyncio.timeout(60):  # a painter counts as hung after ten minutes
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(seconds):
                await painter.close()
        for error in await asyncio.gather(*hung, return_exceptions=True):
            assert isinstance(error, ShuttingDown)
    assert painter.restarts == 0
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


async def test_a_caller_that_gives_up_does_not_leave_its_answer_for_the_next(painter: ProcessPainter) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await painter.paint(recipe("slow 0.5"))
    assert (await painter.paint(recipe("x"))).data == b"x"


async def test_processes_paint_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", PATHS)
    painter = painter_of(processes=2, timeout=30)
    await painter.start()
    paintings = await asyncio.gather(*(painter.paint(recipe("who")) for _ in range(2)))
    await painter.close()
    assert len({painting.data for painting in paintings}) == 2


async def test_a_painter_that_cannot_start_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    painter = painter_of("no_such_module:open_bench")
    with pytest.raises(PainterUnavailable, match="does not start") as raised:
        await painter.start()
    assert "no_such_module" not in raised.value.detail
    assert "no_such_module" in capfd.readouterr().err
    with pytest.raises(PainterUnavailable):
        await painter.check()
    with pytest.raises(PainterUnavailable):
        await painter.paint(recipe("x"))
    await painter.close()
