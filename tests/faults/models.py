"""The server with a model on a device, as far as a test can have one, and the sketch painter beside it.

Run by `python -m tests.faults.models --port N --data DIR`, with any other setting as a flag. The bench writes
what it does to the file BENCH_LOG.
"""

from __future__ import annotations

import os
import sys

import uvicorn

from imgorigin import logs, settings
from imgorigin.app import application
from imgorigin.crew import device_painter, sketch_painter
from imgorigin.parts import build
from imgorigin.recipe import Abilities, Model

ABLE = Abilities(image_to_image=True, negative_prompt=True)
MODELS = [
    Model(name, "1", 64 * 64, 8, 4, trained=True, steps=2, strength=0.5, abilities=ABLE)
    for name in ("photo", "other")
]


def main(arguments: list[str]) -> None:
    flags = {
        name.removeprefix("--").replace("-", "_"): value
        for name, value in zip(arguments[::2], arguments[1::2], strict=True)
    }
    chosen = settings.load(flags, os.environ)
    logs.configure(chosen)
    cards = [{"slug": model.name} for model in MODELS]
    device = device_painter(chosen, "tests.painters.benches:open_bench", MODELS, cards)
    uvicorn.run(
        application(build(chosen, device, sketch_painter(chosen))),
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=round(chosen.shutdown),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
