"""A process that reads one upload and ends: `python -m imgorigin.imaging.inspector SECONDS`.

From standard input come a line of JSON, the Bounds, and the file. To standard output go a line `ready`, then
the Inspected (see there), or a line of JSON: {"error": its code, "detail": "...", "problem": "..."}.

What it may use is bounded before it reads a byte: memory, processor time, no file written, none opened.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
from typing import Final

import thash  # noqa: F401  which is loaded where it is used, and here no file is opened any more then

from imgorigin.errors import RequestError
from imgorigin.imaging.inspect import Bounds, inspect

READY: Final = b"ready\n"
BASE_MEMORY: Final = 2**30
MEMORY_PER_PIXEL: Final = 24
"""Bytes: decoders of 16 bits a band hold a picture twice, and it is turned and written in 8 once more."""


def main(seconds: int) -> None:
    """Serve one file."""
    for number in (signal.SIGINT, signal.SIGTERM):  # they reach the whole group; our keeper decides
        signal.signal(number, signal.SIG_IGN)
    bounds = Bounds(**json.loads(sys.stdin.buffer.readline()))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a decoder prints is no answer
    _confine(BASE_MEMORY + MEMORY_PER_PIXEL * bounds.pixels, seconds)
    out.write(READY)
    out.flush()
    data = sys.stdin.buffer.read(bounds.bytes + 1)
    try:
        answer = inspect(data, bounds).to_bytes()
    except RequestError as error:
        told = {"error": error.code, "detail": error.detail, "problem": getattr(error, "problem", "")}
        answer = json.dumps(told).encode() + b"\n"
    out.write(answer)
    out.flush()


def _confine(memory: int, seconds: int) -> None:
    """`memory` is of addresses, not of pages. A system that lacks one of these bounds has the others."""
    bounds = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in bounds.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main(int(sys.argv[1]))
