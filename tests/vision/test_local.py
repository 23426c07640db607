"""A vision model in a process of its own: what goes wrong there costs an answer, never the server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.local import LocalSeer
from imgorigin.vision.seeing import Eyes, Hints
from tests.vision.pictures import photo

SPEAKER = (sys.executable, str(Path(__file__).with_name("speaker.py")))
Make = Callable[..., LocalSeer]


@pytest.fixture
async def make() -> AsyncIterator[Make]:
    made: list[LocalSeer] = []

    def new(behaviour: str, timeout: float = 30, start_timeout: float = 30) -> LocalSeer:
        seer = LocalSeer(
            behaviour, device="cpu", timeout=timeout, start_timeout=start_timeout, command=SPEAKER
        )
        made.append(seer)
        return seer

    yield new
    for seer in made:
        await seer.close()


async def test_pictures_are_told_one_after_another_by_one_process(make: Make, tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    seer = make(f"good:{starts}")
    pictures = [photo(96 + at, 64) for at in range(4)]
    seen = await asyncio.gather(*(seer.see(picture, Hints()) for picture in pictures))
    assert [one.alt for one in seen] == [f"A red fox of {len(picture)} bytes." for picture in pictures]
    assert seen[0].source == "vision-model"
    assert starts.read_text().count("\n") == 1


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        ("unloadable", r"cannot be loaded: OSError: no such folder\. --vision-model names a folder"),
        ("torn", "cannot be loaded: its process died"),
        ("dies", "died at this picture"),
        ("babbles", "died at this picture"),
        ("fails", "failed: ValueError: odd picture"),
    ],
)
async def test_what_goes_wrong_is_told_and_made_up_for(make: Make, behaviour: str, told: str) -> None:
    seer = make(behaviour)
    for _ in range(2):
        with pytest.raises(VisionUnavailable, match=told):
            await seer.see(photo(), Hints())
    assert (await Eyes(seer).see(photo(), Hints("fox.png"))).source == "metadata"


async def test_one_that_hangs_is_replaced(make: Make, tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    seer = make(f"hangs-once:{starts}", timeout=5)
    await seer.start()
    with pytest.raises(VisionUnavailable, match="did not answer within 5 s"):
        await seer.see(photo(), Hints())
    assert (await seer.see(photo(), Hints())).alt.startswith("A red fox")
    assert starts.read_text().count("\n") == 2


async def test_one_that_loads_for_long_goes_on_loading_meanwhile(make: Make, tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    seer = make(f"slow-start:{starts}", timeout=2)
    for _ in range(2):
        with pytest.raises(VisionUnavailable, match="did not answer within 2 s"):
            await seer.see(photo(), Hints())
    assert starts.read_text().count("\n") == 1


async def test_one_that_never_loads_is_given_up(make: Make) -> None:
    with pytest.raises(VisionUnavailable, match=r"it took more than 0\.3 s"):
        await make("slow-start", start_timeout=0.3).see(photo(), Hints())


async def test_a_caller_who_goes_away_stops_nobody(make: Make, tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    seer = make(f"good:{starts}")
    await seer.see(photo(), Hints())
    leaving = asyncio.create_task(seer.see(photo(), Hints()))
    await asyncio.sleep(0)
    leaving.cancel()
    assert (await seer.see(photo(), Hints())).alt.startswith("A red fox")
    assert starts.read_text().count("\n") == 1


async def test_nothing_is_seen_after_the_end(make: Make) -> None:
    seer = make("good")
    await seer.see(photo(), Hints())
    await seer.close()
    with pytest.raises(VisionUnavailable, match="is being shut down"):
        await seer.see(photo(), Hints())
