"""The server with a painter that crashes, hangs and dawdles.

Run by `python -m tests.faults.origin --port N --data DIR`, with any other setting as a flag.
"""

from __future__ import annotations

import os
import sys

import uvicorn
from starlette.types import ASGIApp

from imgorigin import logs, settings
from imgorigin.app import application
from imgorigin.painters.batching import Gathering
from imgorigin.painters.handover import Limits
from imgorigin.painters.process import ProcessPainter
from imgorigin.parts import Parts, build
from imgorigin.recipe import Model
from imgorigin.settings import Settings


def parts_of(arguments: list[str]) -> tuple[Settings, Parts]:
    flags = {
        name.removeprefix("--").replace("-", "_"): value
        for name, value in zip(arguments[::2], arguments[1::2], strict=True)
    }
    chosen = settings.load(flags, os.environ)
    chosen.data.mkdir(exist_ok=True)
    logs.configure(chosen)
    painter = ProcessPainter(
        [Model("faulty", "1", native_area=256 * 256, divisor=8, max_ratio=4)],
        "tests.faults.painter:open_bench",
        configs={f"faulty {number}": {} for number in range(chosen.painters)},
        limits=Limits(silence=chosen.paint_timeout),
        gathering=Gathering(),
    )
    return chosen, build(chosen, painter)


def serve(chosen: Settings, app: ASGIApp) -> None:
    uvicorn.run(
        app,
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=round(chosen.shutdown),
    )


if __name__ == "__main__":
    chosen, parts = parts_of(sys.argv[1:])
    serve(chosen, application(parts))
