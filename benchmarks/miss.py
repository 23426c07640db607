"""What the first request for a picture costs, step by step, as Server-Timing tells it."""

from __future__ import annotations

import http.client
import re
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks import servers
from benchmarks.report import Table, median, milliseconds

PICTURES: Final = 40
ANIMALS: Final = "dog cat fox owl bear horse rabbit turtle whale penguin".split()
PLACES: Final = "meadow beach forest desert".split()


def run() -> list[Table]:
    table = Table(
        "A miss",
        f"{PICTURES} pictures that nobody had asked for, one after the other on one connection; medians. "
        "`rest` is what remains of the client's time: HTTP, look-ups, the lease, the queue, logs.",
        ["Size and format", "whole", "paint", "encode", "store", "rest"],
    )
    with tempfile.TemporaryDirectory() as scratch, servers.imgorigin(Path(scratch)) as url:
        connection = http.client.HTTPConnection(url.removeprefix("http://"))
        for shape in ("640x360.webp", "1920x1080.png", "1920x1080.jpg", "1920x1080.webp", "1920x1080.avif"):
            steps = [
                _asked(connection, f"/demo/{animal}-on-a-{place}-for-{shape.replace('.', '-')}_{shape}")
                for animal in ANIMALS
                for place in PLACES
            ]
            table.add(shape, *(milliseconds(median(step[name] for step in steps)) for name in steps[0]))
        connection.close()
    return [table]


def _asked(connection: http.client.HTTPConnection, path: str) -> dict[str, float]:
    """Seconds by step."""
    started = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    whole = time.perf_counter() - started
    told = dict(re.findall(r"(\w+);dur=([0-9.]+)", answer.headers["server-timing"]))
    seconds = {name: float(value) / 1000 for name, value in told.items()}
    steps = {name: seconds[name] for name in ("paint", "encode", "store")}
    return {"whole": whole, **steps, "rest": whole - sum(steps.values())}
