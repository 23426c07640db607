"""A bench for a process of its own that paints batches of flat colours, with steps, and misbehaves by prompt.

    crash, hang          in the middle of the batch         raise    this job alone, when it is finished
    burst                the whole batch raises             lose     the job is left out
    memory               OutOfMemory                        refuse   ContentRefused
    wait FILE            between two steps, until FILE is there, or nobody wants the job any more
    watched              the first step again and again, until somebody watches
    encode FILE          when it is finished, until FILE is there
    nap SECONDS          when it is finished
    babble               to standard output
    load SECONDS REST    the model first, for so long; then the rest

`config`: `log`, a file to which it writes what it does, one line each; `steps`; `fail`, why it cannot start.
The environment may tell these too, as BENCH_LOG and BENCH_FAIL.
The picture of each job is a PNG of its canvas; its facts tell the batch, the process and its inputs.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyvips

from imgorigin.errors import ContentRefused, OutOfMemory, PainterUnavailable
from imgorigin.painters.base import Bench, Job, Painting, Watch

LONG = 600.0


def open_bench(config: Mapping[str, Any]) -> Bench:
    return Batches(config)


class Batches:
    """Implements Bench."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        told = {name: os.environ[f"BENCH_{name.upper()}"] for name in ("log", "fail") if _told(name)}
        self._config = {**told, **config}

    def warm_up(self) -> None:
        self._say(f"start {self._config.get('device', '')}")
        if why := self._config.get("fail"):
            raise PainterUnavailable(why)

    def paint(self, jobs: Sequence[Job], watch: Watch) -> Iterator[tuple[int, Callable[[], Painting]]]:
        prompts = [job.recipe.prompt for job in jobs]
        self._say("batch " + " | ".join(prompts))
        if prompts[0].startswith("load"):
            _, seconds, *rest = prompts[0].split()
            watch.loading()
            time.sleep(float(seconds))
            watch.loaded()
            _misbehave(rest)
        for prompt in prompts:
            _misbehave(prompt.split())
        given_up: set[int] = set()
        steps = int(self._config.get("steps", 2))
        for step in range(1, steps + 1):
            for index, prompt in enumerate(prompts):
                words = prompt.split()
                if words[0] == "wait" and not _until(Path(words[1]), partial(watch.is_wanted, index)):
                    self._say(f"given up {prompt}")
                    given_up.add(index)
            while prompts[0] == "watched" and step == 2 and not watch.is_watched(0):
                time.sleep(0.005)
                watch.step(1, steps)
            if watch.is_watched(0):
                watch.preview(0, b"preview")
            watch.step(step, steps)
        for index, job in enumerate(jobs):
            if index not in given_up and prompts[index] != "lose":
                yield index, partial(self._finish, job, prompts)
        self._say("end " + " | ".join(prompts))

    def _finish(self, job: Job, company: list[str]) -> Painting:
        words = job.recipe.prompt.split()
        if words[0] == "raise":
            raise ValueError("bad latents")
        if words[0] == "refuse":
            raise ContentRefused("The picture was refused.")
        if words[0] == "encode":
            _until(Path(words[1]), lambda: True)
        if words[0] == "nap":
            time.sleep(float(words[1]))
        self._say(f"finished {job.recipe.prompt}")
        facts = {
            "company": company,
            "process": os.getpid(),
            "images": [_size(image) for image in job.inputs.images],
            "mask": job.inputs.mask is not None,
        }
        return Painting(_colour(job), "png", facts)

    def _say(self, line: str) -> None:
        if log := self._config.get("log"):
            with Path(log).open("a") as lines:
                lines.write(f"{line}\n")


def _told(name: str) -> bool:
    return f"BENCH_{name.upper()}" in os.environ


def _misbehave(words: list[str]) -> None:
    match words[0]:
        case "once":
            mark = Path(words[1])
            if not mark.exists():
                mark.touch()
                _misbehave(words[2:])
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(LONG)
        case "burst":
            raise RuntimeError("bad batch")
        case "memory":
            raise OutOfMemory("One picture needs 90 GB.")
        case "babble":
            print("Loading pipeline components: 100%")
            os.write(1, b"raw noise")


def _until(file: Path, is_wanted: Callable[[], bool]) -> bool:
    """Whether the file came, before nobody wanted it any more."""
    while not file.exists():
        if not is_wanted():
            return False
        time.sleep(0.005)
    return True


def _size(image: bytes) -> list[int]:
    with contextlib.suppress(pyvips.Error):
        seen = pyvips.Image.new_from_buffer(image, "")
        return [seen.width, seen.height]
    return [0, 0]


def _colour(job: Job) -> bytes:
    canvas, seed = job.recipe.canvas, job.recipe.seed
    colour = [seed & 255, seed >> 8 & 255, seed >> 16 & 255]
    image = pyvips.Image.black(canvas.width, canvas.height, bands=3) + colour
    data: bytes = image.cast("uchar").copy(interpretation="srgb").write_to_buffer(".png")
    return data
