"""Several processes, one catalog."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.scope import Scope
from tests.catalog.conftest import Place
from tests.catalog.racer import SLUGS

PROCESSES = 3
ROOT = Path(__file__).parents[2]


async def test_creates_at_once_end_in_one_project_one_picture_and_one_tag(
    empty_place: Place,
) -> None:
    start = time.time() + 2.5
    racers = [await _racer(empty_place, start, seed) for seed in range(PROCESSES)]
    try:
        told = [json.loads((await racer.communicate())[0].splitlines()[-1]) for racer in racers]
    finally:
        for racer in racers:
            if racer.returncode is None:
                racer.kill()
    assert [racer.returncode for racer in racers] == [0] * PROCESSES
    assert len({one["project"] for one in told}) == 1
    for each in zip(*(one["found"] for one in told), strict=True):
        assert len({(content_id, seed) for content_id, seed, _ in each}) == 1
        assert sorted(is_new for *_, is_new in each) == [False] * (PROCESSES - 1) + [True]
    catalog = Catalog.open(empty_place.url, empty_place.data)
    (project,) = await catalog.projects.all()
    assert project.image_count == SLUGS
    counted = {one.tag: one.count for one in await catalog.tags.all(project.scope)}
    assert counted == {
        "x": SLUGS,
        **{f"of {seed}": SLUGS for seed in range(PROCESSES)},
        **{f"t{at}": len(range(at, SLUGS, 3)) for at in range(3)},
    }
    everything = " ".join(f'tags:"of {seed}"' for seed in range(PROCESSES))
    assert (await catalog.search.page(Scope(project.account_id), everything, limit=1)).total == SLUGS
    await catalog.close()


async def _racer(place: Place, start: float, seed: int) -> asyncio.subprocess.Process:
    arguments = ("-m", "tests.catalog.racer", place.url, str(place.data), str(start), str(seed))
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
