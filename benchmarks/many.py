"""Whether a hundred thousand stored pictures are slower to serve than a hundred."""

from __future__ import annotations

import asyncio
import http.client
import random
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks import servers
from benchmarks.report import Table, median, milliseconds
from imgorigin.address import parse
from imgorigin.stores.base import Blob
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.eviction import Eviction

COUNTS: Final = (100, 100_000)
ASKED: Final = 2_000
ROUNDS: Final = 3
BYTES: Final = 2_000


def run() -> list[Table]:
    table = Table(
        "Many pictures",
        f"Files of {BYTES / 1000:g} KB in one project; {ASKED:,} of them asked for at random on one "
        f"connection, memory tier off, medians of {ROUNDS} rounds in turn.",
        ["Stored", "median hit", "p99 hit", "start to first answer", "count them all (eviction's sweep)"],
    )
    with tempfile.TemporaryDirectory() as scratch:
        folders = {count: Path(scratch, str(count)) for count in COUNTS}
        for count, folder in folders.items():
            asyncio.run(_filled(folder / "store", count))
        hits: dict[int, list[float]] = {count: [] for count in COUNTS}
        starts: dict[int, list[float]] = {count: [] for count in COUNTS}
        for _ in range(ROUNDS):
            for count, folder in folders.items():
                started = time.perf_counter()
                with servers.imgorigin(folder, "--memory", "0") as url:
                    starts[count].append(time.perf_counter() - started)
                    hits[count] += _asked(url, count)
        for count, folder in folders.items():
            started = time.perf_counter()
            Eviction(DiskStore(folder / "store"), 0).sweep()
            sweep = time.perf_counter() - started
            ordered = sorted(hits[count])
            table.add(
                f"{count:,}",
                milliseconds(median(ordered)),
                milliseconds(ordered[int(len(ordered) * 0.99)]),
                milliseconds(median(starts[count])),
                milliseconds(sweep),
            )
            shutil.rmtree(folder)
    return [table]


def _path(number: int) -> str:
    return f"/demo/picture-{number}_64x64.png"


async def _filled(root: Path, count: int) -> None:
    root.mkdir(parents=True)
    disk = DiskStore(root)
    rng = random.Random(1)
    for first in range(0, count, 500):
        await asyncio.gather(
            *(
                disk.put(parse(_path(number)).key, Blob(rng.randbytes(BYTES)))
                for number in range(first, min(first + 500, count))
            )
        )


def _asked(url: str, count: int) -> list[float]:
    """Seconds of each request."""
    rng = random.Random(2)
    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    seconds = []
    for _ in range(ASKED):
        path = _path(rng.randrange(count))
        started = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        seconds.append(time.perf_counter() - started)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
    connection.close()
    return seconds
