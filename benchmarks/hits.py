"""Requests a second for one picture that is there."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from benchmarks import servers
from benchmarks.report import Missing, Table, median, program
from benchmarks.thumbor import thumbor
from imgorigin.address import parse

ROUNDS: Final = 5
SECONDS: Final = 3
CONNECTIONS: Final = 32
PICTURES: Final = {
    "small": "/demo/sunset-over-mountains_640x360.webp",
    "large": "/demo/sunset-over-mountains_1920x1080.png",
}

WRK_SCRIPT: Final = """
done = function(summary, latency, requests)
  io.write(string.format('{"requests": %d, "microseconds": %d, "errors": %d, "p99": %d}',
    summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
    latency:percentile(99)))
end
"""


def run() -> list[Table]:
    program("wrk", "wrk")
    with tempfile.TemporaryDirectory() as scratch:
        return [_measured(name, path, Path(scratch, name)) for name, path in PICTURES.items()]


def _measured(name: str, path: str, scratch: Path) -> Table:
    data = scratch / "data"
    with servers.imgorigin(data) as url:
        body = _fetched(url + path)
    picture = data / "store" / parse(path).key
    rates: dict[str, list[float]] = {}
    slowest: dict[str, list[float]] = {}
    with contextlib.ExitStack() as stack:
        urls = _candidates(stack, path, picture, data, scratch)
        for url in urls.values():
            _fetched(url)
        for _ in range(ROUNDS):
            for candidate, url in urls.items():
                rate, p99 = _wrk(url)
                rates.setdefault(candidate, []).append(rate)
                slowest.setdefault(candidate, []).append(p99)
    table = Table(
        f"Hits, {name} picture",
        f"{path}, {len(body) / 1000:.0f} KB, {CONNECTIONS} connections, one server process; medians "
        f"of {ROUNDS} rounds of {SECONDS} s in turn. The ratio is to the bare callable in the same round.",
        ["Server", "Requests/s", "Ratio", "p99"],
    )
    bare = rates["bare ASGI callable"]
    for candidate, values in rates.items():
        ratio = median(value / reference for value, reference in zip(values, bare, strict=True))
        table.add(candidate, f"{median(values):,.0f}", f"{ratio:.2f}", f"{median(slowest[candidate]):.1f} ms")
    return table


def _candidates(
    stack: contextlib.ExitStack, path: str, picture: Path, data: Path, scratch: Path
) -> dict[str, str]:
    served = {"PICTURE": str(picture)}
    ways: dict[str, Callable[[], AbstractContextManager[str]]] = {
        "bare ASGI callable": lambda: servers.asgi("benchmarks.bare:callable", **served),
        "imgorigin, memory": lambda: servers.imgorigin(data),
        "imgorigin, disk": lambda: servers.imgorigin(data, "--memory", "0"),
        "Starlette FileResponse": lambda: servers.asgi("benchmarks.bare:file_response", **served),
        "nginx/imgorigin.conf": lambda: servers.nginx(data, scratch),
        "Thumbor, result storage": lambda: thumbor(picture, scratch),
    }
    urls = {}
    for name, start in ways.items():
        try:
            url = stack.enter_context(start())
        except Missing as missing:
            print(f"{name} left out: {missing}")
            continue
        urls[name] = url if name.startswith("Thumbor") else url + path
    return urls


def _wrk(url: str) -> tuple[float, float]:
    """Requests a second, and the 99th percentile of milliseconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(WRK_SCRIPT)
        script.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", script.name, url]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = json.loads(told[told.rindex("{") :])
    if found["errors"]:
        raise RuntimeError(f"{url}: {found['errors']} errors")
    return found["requests"] / found["microseconds"] * 1e6, found["p99"] / 1000


def _fetched(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return bytes(answer.read())
