"""What an API adds to a picture that is painted already: a call that asks for it, against a GET of it."""

from __future__ import annotations

import contextlib
import http.client
import json
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from benchmarks import servers
from benchmarks.report import Missing, Table, median, milliseconds
from imgorigin.admin_key import FILE

ROUNDS: Final = 200
WARM: Final = 40
"""Rounds before those that are counted."""
PATIENCE_SECONDS: Final = 30.0
PROMPT: Final = "a red fox in the snow"
SIDE: Final = 512
PATH: Final = f"/demo/red-fox-in-the-snow_{SIDE}x{SIDE}.png"


@dataclass(frozen=True, slots=True)
class Call:
    """Asks for one picture; by GET if it has no `body`."""

    api: str
    path: str
    body: Mapping[str, Any] | None = None


CALLS: Final = (
    Call(
        "OpenAI",
        "/v1/images/generations",
        {"prompt": PROMPT, "size": f"{SIDE}x{SIDE}", "response_format": "url"},
    ),
    Call("ImageAPI", "/api/v1/generate", {"prompt": PROMPT, "width": SIDE, "height": SIDE}),
    Call("Image AI API", "/api/generate-image", {"prompt": PROMPT, "width": SIDE, "height": SIDE}),
    Call("ImagineoAI, a run", "/v1/generate", {"positive_prompt": PROMPT, "width": SIDE, "height": SIDE}),
    Call("Inliner", f"/content/request-json{PATH}"),
)


class Client:
    """One connection, with a key."""

    def __init__(self, url: str, key: str) -> None:
        self._connection = http.client.HTTPConnection(url.removeprefix("http://"))
        self._key = key

    def ask(self, call: Call) -> tuple[float, bytes]:
        """Seconds, and the body of the answer."""
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        body = json.dumps(call.body) if call.body else None
        began = time.perf_counter()
        self._connection.request("POST" if body else "GET", call.path, body, headers)
        answer = self._connection.getresponse()
        data = answer.read()
        taken = time.perf_counter() - began
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{call.path} answered {answer.status}: {data[:200]!r}")
        return taken, data

    def picture(self, call: Call) -> Call:
        """Have it painted: the GET of its URL."""
        told = json.loads(self.ask(call)[1])
        until = time.monotonic() + PATIENCE_SECONDS
        while not (url := _url(told)) and time.monotonic() < until:
            time.sleep(0.05)
            told = json.loads(self.ask(Call("", f"/v1/generations/{told['run_id']}"))[1])
        if not url:
            raise TimeoutError(f"{call.api}: the picture is not painted")
        return Call("", urlsplit(url).path)


def run() -> list[Table]:
    table = Table(
        "What an API adds",
        "A call for a picture that is painted, and a GET of that picture, in turn on one connection; "
        f"medians of {ROUNDS} rounds. The key and all else that a call is held against are in the catalog.",
        ["API", "SQLite, GET", "call", "adds", "PostgreSQL, GET", "call", "adds"],
    )
    found = [_measured()]
    with contextlib.suppress(Missing), servers.postgresql() as url:
        found.append(_measured("--catalog", url))
    for call in CALLS:
        cells = [milliseconds(seconds) for one in found for seconds in one[call.api]]
        table.add(call.api, *(cells + ["-"] * (len(table.columns) - 1 - len(cells))))
    return [table]


def _measured(*flags: str) -> dict[str, tuple[float, float, float]]:
    """Medians of the GET, of the call and of what that adds, in seconds, by API."""
    with tempfile.TemporaryDirectory() as scratch, servers.imgorigin(Path(scratch), *flags) as url:
        client = Client(url, (Path(scratch) / FILE).read_text().strip())
        pictures = {call.api: client.picture(call) for call in CALLS}
        taken: dict[str, list[tuple[float, float]]] = {call.api: [] for call in CALLS}
        for _ in range(WARM + ROUNDS):
            for call in CALLS:
                taken[call.api].append((client.ask(pictures[call.api])[0], client.ask(call)[0]))
    return {api: _told(seconds[WARM:]) for api, seconds in taken.items()}


def _told(seconds: list[tuple[float, float]]) -> tuple[float, float, float]:
    bare, called = (median(column) for column in zip(*seconds, strict=True))
    return bare, called, called - bare


def _url(told: Mapping[str, Any]) -> str:
    """Of the picture, in the answer of any API; empty where there is none yet."""
    data = told.get("data", told)
    one = data[0] if isinstance(data, list) else data
    found = next((one[name] for name in ("url", "image", "image_url", "imageUrl") if one.get(name)), "")
    return str(found)
