"""A thousand clients at once for a picture that nobody has asked for yet."""

from __future__ import annotations

import asyncio
import tempfile
import time
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks import servers
from benchmarks.report import Table, median, milliseconds

CLIENTS: Final = 1000
ROUNDS: Final = 5
WORDS: Final = ("fox", "owl", "harbour", "teapot", "meadow")


def run() -> list[Table]:
    table = Table(
        "A herd",
        f"{CLIENTS} connections opened first, then one request on each for the same unpainted 1200x630 webp; "
        f"medians of {ROUNDS} rounds. The clients run on the same processors.",
        ["Clients", "Paints", "Answers", "First answer", "Last answer"],
    )
    with tempfile.TemporaryDirectory() as scratch, servers.imgorigin(Path(scratch)) as url:
        asyncio.run(_asked(url, "/demo/warm-up_1200x630.webp", 1))
        for clients in (1, CLIENTS):
            painted = _paints(url)
            rounds = [
                asyncio.run(_asked(url, f"/demo/{word}-for-{clients}_1200x630.webp", clients))
                for word in WORDS[:ROUNDS]
            ]
            statuses: Counter[int] = sum((counts for counts, _ in rounds), Counter())
            table.add(
                f"{clients:,}",
                f"{(_paints(url) - painted) / ROUNDS:g}",
                ", ".join(f"{count // ROUNDS:,} x {status}" for status, count in statuses.items()),
                milliseconds(median(times[0] for _, times in rounds)),
                milliseconds(median(times[-1] for _, times in rounds)),
            )
    return [table]


async def _asked(url: str, path: str, clients: int) -> tuple[Counter[int], list[float]]:
    """Statuses, and the seconds until each answer had come, in order."""
    port = int(url.rpartition(":")[2])
    connections = [await asyncio.open_connection("127.0.0.1", port) for _ in range(clients)]
    started = time.perf_counter()
    answers = await asyncio.gather(*(_answer(reader, writer, path) for reader, writer in connections))
    for _, writer in connections:
        writer.close()
    return Counter(status for status, _ in answers), sorted(at - started for _, at in answers)


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> tuple[int, float]:
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = int(head.partition("content-length: ")[2].partition("\r")[0])
    await reader.readexactly(length)
    return int(head.split()[1]), time.perf_counter()


def _paints(url: str) -> float:
    with urllib.request.urlopen(f"{url}/metrics") as metrics:
        lines = metrics.read().decode().splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("imgorigin_paints_total"))
