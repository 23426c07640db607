"""Batches in painter processes that crash, hang, run out of memory and are called off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

import imgorigin
from imgorigin.address import Size
from imgorigin.errors import ContentRefused, OutOfMemory, PainterUnavailable, PaintFailed
from imgorigin.painters.base import Inputs, Painting
from imgorigin.painters.batching import Gathering
from imgorigin.painters.handover import Batch, Limits
from imgorigin.painters.process import ProcessPainter
from imgorigin.progress import Progress, State
from imgorigin.recipe import Abilities, Model, Recipe

PATHS = f"{Path(__file__).parent}:{Path(imgorigin.__file__).parent.parent}"
ABLE = Abilities(image_to_image=True, inpaint=True)
MODELS = [Model(name, "1", 64, 1, 4, trained=True, abilities=ABLE) for name in ("m", "other")]
PATIENT = Limits(silence=60)
BRIEF = 0.05
"""Seconds to gather: what is asked for at once comes together."""

Log = Callable[[], list[str]]


def recipe(prompt: str, **more: Any) -> Recipe:
    fields = {"model": "m", "revision": "1", "seed": 1, "canvas": Size(8, 8), **more}
    return Recipe(prompt=prompt, **fields)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    file = tmp_path / "log"
    return lambda: file.read_text().splitlines() if file.exists() else []


@pytest.fixture
async def hire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Callable[..., Any]]:
    monkeypatch.setenv("PYTHONPATH", PATHS)
    hired: list[ProcessPainter] = []

    async def hire(
        devices: int = 1, limits: Limits = PATIENT, most: int = 4, **config: Any
    ) -> ProcessPainter:
        common = {"log": str(tmp_path / "log"), **config}
        painter = ProcessPainter(
            MODELS,
            "benches:open_bench",
            configs={f"gpu{number}": common | {"device": f"gpu{number}"} for number in range(devices)},
            limits=limits,
            gathering=Gathering(most, BRIEF, ahead=True),
        )
        hired.append(painter)
        await painter.start()
        return painter

    yield hire
    for painter in hired:
        await painter.close()


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not happened():
            await asyncio.sleep(0.005)


async def together(painter: ProcessPainter, *prompts: str) -> list[Painting | BaseException]:
    return await asyncio.gather(
        *(painter.paint(recipe(prompt)) for prompt in prompts), return_exceptions=True
    )


def companies(paintings: list[Any]) -> list[Any]:
    return [one.facts["company"] if isinstance(one, Painting) else type(one) for one in paintings]


async def test_what_is_asked_for_at_once_is_painted_together(hire: Any, log: Log) -> None:
    painter = await hire()
    told: list[tuple[str, int]] = []
    painter.painted_batch = lambda name, pictures, seconds: told.append((name, pictures))
    paintings = await together(painter, "a", "b", "c", "d", "e")
    assert companies(paintings) == [["a", "b", "c", "d"]] * 4 + [["e"]]
    assert told == [("gpu0", 4), ("gpu0", 1)]


async def test_what_waits_to_be_finished_is_no_sign_of_a_hang(hire: Any, log: Log) -> None:
    painter = await hire(limits=Limits(silence=2), most=1)
    paintings = await together(painter, *[f"nap 0.6 {at}" for at in range(5)])
    assert not [one for one in paintings if isinstance(one, BaseException)]
    assert painter.restarts == 0


async def test_one_that_hangs_while_it_is_finished_is_told_of_as_such(hire: Any) -> None:
    painter = await hire(limits=Limits(silence=0.5))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with capture_logs() as logs:
        (failure,) = await together(painter, "nap 60")
    assert isinstance(failure, PainterUnavailable)
    assert "finished (classifier, encoding)" in str(logs)


async def test_who_waits_for_a_process_to_start_is_told_so(hire: Any) -> None:
    told: list[str] = []

    class Listening(Progress):
        def _set(self, state: State) -> None:
            told.append(state.state)
            super()._set(state)

    painter = await hire()
    await asyncio.gather(*(device.kill() for device in painter._devices))
    await painter.paint(recipe("load 0 a"), Inputs(), Listening())
    assert told[:4] == ["loading", "painting", "loading", "painting"]  # the process, the model
    assert told[-1] == "painting"


async def test_the_loading_of_a_further_model_is_no_hang(hire: Any) -> None:
    painter = await hire(limits=Limits(start=60, silence=0.5))
    (painting,) = await together(painter, "load 1.5 a")
    assert isinstance(painting, Painting)
    assert painter.restarts == 0


async def test_a_hang_after_it_is_one(hire: Any) -> None:
    painter = await hire(limits=Limits(start=60, silence=0.5))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with capture_logs() as logs:
        (failure,) = await together(painter, "load 0 hang")
    assert isinstance(failure, PainterUnavailable)
    assert "no sign of life within 0.5 seconds" in str(logs)


def test_a_load_may_take_as_long_as_a_start() -> None:
    limits, batch = Limits(start=900, silence=120, whole=60), Batch(1, {}, sign_at=100, began_at=100)
    assert batch.ends_at(limits) == 160
    assert batch.reproach(limits, 160) == "not done within 60 seconds"
    batch.is_loading = True
    assert batch.ends_at(limits) == 1000
    assert batch.reproach(limits, 1000) == "its model was not loaded within 900 seconds"


async def test_only_what_fits_is_painted_together(hire: Any, log: Log) -> None:
    painter = await hire()
    apart = [
        recipe("a"),
        recipe("b", canvas=Size(8, 16)),
        recipe("c", steps=3),
        recipe("d", guidance=2.0),
        recipe("e", lora="x"),
        recipe("f", lora="x", lora_weight=0.5),
        recipe("g", model="other"),
        recipe("h", source=recipe("a"), instruction="make it night"),
        recipe("i", source=recipe("a"), instruction="make it night"),
        recipe("j", images=("1",)),
        recipe("k", images=("1",), mask="2"),
        recipe("l", images=("1",), strength=0.5),
    ]
    paintings = await asyncio.gather(*map(painter.paint, apart))
    assert companies(list(paintings)) == [[one.prompt] for one in apart]


async def test_pictures_and_masks_arrive_with_their_job(hire: Any) -> None:
    painter = await hire()
    one, two = await asyncio.gather(
        painter.paint(recipe("a", images=("1",), mask="2"), Inputs((b"no png", b"x" * 300_000), b"mask")),
        painter.paint(recipe("b")),
    )
    assert (one.facts["images"], one.facts["mask"]) == ([[0, 0], [0, 0]], True)
    assert (two.facts["images"], two.facts["mask"]) == ([], False)


@pytest.mark.parametrize("fault", ["crash", "hang"])
async def test_a_lost_batch_is_painted_again_one_by_one(
    hire: Any, log: Log, tmp_path: Path, fault: str
) -> None:
    painter = await hire(limits=Limits(silence=1))
    paintings = await together(painter, "a", f"once {tmp_path}/mark {fault}", "c")
    assert [len(company) for company in companies(paintings)] == [1, 1, 1]
    assert painter.restarts == 1


@pytest.mark.parametrize("fault", ["crash", "hang"])
async def test_a_poisoned_picture_takes_no_other_along(hire: Any, log: Log, fault: str) -> None:
    painter = await hire(limits=Limits(silence=1))
    paintings = await together(painter, "a", fault, "c", "d", "e", "f")
    assert companies(paintings)[1] is PainterUnavailable
    assert all(isinstance(one, Painting) for at, one in enumerate(paintings) if at != 1)
    assert sum(fault in line.split() for line in log() if line.startswith("batch")) == 2
    assert painter.restarts == 2


async def test_what_was_handed_over_in_advance_is_not_blamed(hire: Any, log: Log) -> None:
    painter = await hire(most=1, limits=Limits(silence=30))
    paintings = await together(painter, "crash", "b")
    assert companies(paintings) == [PainterUnavailable, ["b"]]
    assert [line for line in log() if line.startswith("batch")] == ["batch crash", "batch crash", "batch b"]


async def test_one_failing_item_fails_alone(hire: Any) -> None:
    painter = await hire(most=8)
    paintings = await together(painter, "a", "raise", "refuse", "lose", "babble")
    assert [type(one) for one in paintings] == [
        *(Painting, PaintFailed, ContentRefused, PaintFailed, Painting),
    ]
    assert "server's log" in str(paintings[1])
    assert "bad latents" not in str(paintings[1])
    assert painter.restarts == 0


@pytest.mark.parametrize(("prompt", "error"), [("burst", PaintFailed), ("memory", OutOfMemory)])
async def test_a_batch_that_fails_as_a_whole_is_painted_one_by_one(
    hire: Any, prompt: str, error: type[Exception]
) -> None:
    painter = await hire()
    assert companies(await together(painter, "a", prompt, "c")) == [["a"], error, ["c"]]
    assert painter.restarts == 0


async def test_steps_keep_a_long_paint_alive_and_its_limit_ends_it(hire: Any, tmp_path: Path) -> None:
    painter = await hire(limits=Limits(silence=60, whole=1), steps=10**9)
    with pytest.raises(PainterUnavailable):
        await painter.paint(recipe("a"))
    assert painter.restarts == 1


async def test_encoding_overlaps_the_next_batch(hire: Any, log: Log, tmp_path: Path) -> None:
    painter = await hire(most=1)
    gate = tmp_path / "gate"
    first = asyncio.create_task(painter.paint(recipe(f"encode {gate}")))
    await until(lambda: f"end encode {gate}" in log())
    second = asyncio.create_task(painter.paint(recipe("b")))
    await until(lambda: "end b" in log())
    assert not first.done()
    gate.touch()
    await asyncio.gather(first, second)
    assert log()[-2:] == [f"finished encode {gate}", "finished b"]


async def test_the_next_batch_is_there_before_the_device_is_free(hire: Any, log: Log, tmp_path: Path) -> None:
    """What runs is at its last step, and held there; the next is with the process already."""
    painter = await hire(most=2, steps=1)
    gate = tmp_path / "gate"
    running = asyncio.create_task(painter.paint(recipe(f"wait {gate}")))
    await until(lambda: f"batch wait {gate}" in log())
    waiting = [asyncio.create_task(painter.paint(recipe(name))) for name in "abc"]
    await asyncio.sleep(2 * BRIEF)
    gate.touch()
    assert companies(await asyncio.gather(running, *waiting))[1:] == [["a", "b"], ["a", "b"], ["c"]]


async def test_progress_is_told_of_each_job(hire: Any) -> None:
    painter = await hire(steps=3)
    progress = Progress()
    listeners = [asyncio.create_task(_heard(progress)) for _ in range(2)]
    await painter.paint(recipe("a"), Inputs(), progress)
    progress.done()
    for heard in await asyncio.gather(*listeners):
        assert heard[0].state == "queued"
        assert (heard[-1].state, heard[-1].step, heard[-1].steps) == ("done", 3, 3)
        assert heard[-1].preview is None
        assert [state.part for state in heard] == sorted(state.part for state in heard)


async def test_previews_are_made_while_somebody_looks_at_them(hire: Any) -> None:
    painter, progress = await hire(), Progress()
    painting = asyncio.create_task(painter.paint(recipe("watched"), Inputs(), progress))
    async for state in progress.follow():
        if state.step:
            break
    assert (progress.is_watched, progress.state.preview) == (False, None)
    watching = asyncio.create_task(_heard(progress, previews=True))
    await painting
    progress.done()
    assert (await watching)[-1].preview == b"preview"
    assert not progress.is_watched


async def _heard(progress: Progress, *, previews: bool = False) -> list[Any]:
    return [state async for state in progress.follow(previews=previews)]


async def test_a_running_job_that_is_called_off_is_given_up_and_its_company_is_not(
    hire: Any, log: Log, tmp_path: Path
) -> None:
    painter = await hire()
    prompt = f"wait {tmp_path}/never"
    unwanted = asyncio.create_task(painter.paint(recipe(prompt)))
    company = asyncio.create_task(painter.paint(recipe("b")))
    await until(lambda: f"batch {prompt} | b" in log())
    unwanted.cancel()
    assert (await company).facts["company"] == [prompt, "b"]
    assert f"given up {prompt}" in log()
    assert painter.restarts == 0


async def test_a_waiting_job_that_is_called_off_is_never_begun(hire: Any, log: Log, tmp_path: Path) -> None:
    painter = await hire(most=1)
    gate = tmp_path / "gate"
    running = asyncio.create_task(painter.paint(recipe(f"wait {gate}")))
    await until(lambda: f"batch wait {gate}" in log())
    waiting = [asyncio.create_task(painter.paint(recipe(name))) for name in "abc"]
    await asyncio.sleep(0)
    waiting[0].cancel()  # handed over already
    waiting[1].cancel()
    gate.touch()
    assert (await waiting[2]).facts["company"] == ["c"]
    await running
    assert not {"batch a", "batch b"} & set(log())


async def test_devices_share_what_waits(hire: Any, log: Log, tmp_path: Path) -> None:
    painter = await hire(devices=2, most=1)
    gate = tmp_path / "gate"
    held = asyncio.create_task(painter.paint(recipe(f"wait {gate}")))
    await until(lambda: f"batch wait {gate}" in log())
    paintings = await together(painter, *"abcdef")  # past the one that is held
    assert len({one.facts["process"] for one in paintings if isinstance(one, Painting)}) == 1
    gate.touch()
    assert (await held).facts["process"] != paintings[0].facts["process"]  # type: ignore[union-attr]


async def test_a_device_keeps_to_the_model_it_has_loaded(hire: Any) -> None:
    painter = await hire(devices=2, most=1)
    first = await asyncio.gather(painter.paint(recipe("a")), painter.paint(recipe("b", model="other")))
    homes = {"m": first[0].facts["process"], "other": first[1].facts["process"]}
    assert len(set(homes.values())) == 2
    for model in ("m", "other", "other", "m", "m", "other"):
        assert (await painter.paint(recipe("x", model=model))).facts["process"] == homes[model]


async def test_why_a_painter_does_not_start_is_said_and_not_tried_at_once_again(
    tmp_path: Path, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", PATHS)
    why = "No GPU was found. Give --device cpu."
    painter = ProcessPainter(
        MODELS,
        "benches:open_bench",
        configs={"gpu0": {"log": str(tmp_path / "log"), "fail": why}},
        limits=Limits(),
        gathering=Gathering(),
    )
    for ask in (painter.start, painter.check, lambda: painter.paint(recipe("a")), painter.check):
        with pytest.raises(PainterUnavailable, match=why) as raised:
            await ask()
        assert raised.value.retry_after
    assert len(log()) == 1
    await painter.close()
