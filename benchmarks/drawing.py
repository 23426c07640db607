"""The sketch painter: words to drawing, drawing to pixels."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Final

from benchmarks.report import Table, median, milliseconds
from imgorigin.address import Size
from imgorigin.imaging.fit import fit
from imgorigin.imaging.master import Master
from imgorigin.painters import sketch
from tests.painters.sketch.pictures import PROMPTS, recipe

SIZES: Final = (Size(640, 360), Size(1920, 1080), Size(3840, 2160))
FIRST: Final = (
    "from imgorigin.painters import sketch; from imgorigin.recipe import Recipe; "
    "canvas = sketch.MODEL.canvases()[0]; "
    "sketch.paint(Recipe(prompt='a red fox', model='sketch', revision='1', seed=1, canvas=canvas)); "
    "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
)


def run() -> list[Table]:
    drawing = Table(
        "The sketch painter",
        f"{len(PROMPTS)} prompts in 16:9, one process.",
        ["", "median", "most"],
    )
    masters = []
    seconds = []
    for prompt in (PROMPTS[0], *PROMPTS):  # the first once more, to be warm
        asked = recipe(prompt, size=SIZES[1])
        started = time.perf_counter()
        painting = sketch.paint(asked)
        seconds.append(time.perf_counter() - started)
        masters.append(Master.of(painting, asked))
    drawing.add("words to drawing", *_both(seconds[1:]))
    for size in SIZES:
        drawing.add(f"drawing to {size} pixels", *_both([_fitted(master, size) for master in masters[1:]]))
    kilobytes = [len(master.data) / 1000 for master in masters[1:]]
    drawing.add("size of the drawing", f"{median(kilobytes):.0f} KB", f"{max(kilobytes):.0f} KB")
    starts, memory = zip(*(_first() for _ in range(5)), strict=True)
    drawing.add("start of a process to its first drawing", *_both(list(starts)))
    drawing.add("memory of a process after one", f"{median(memory):.0f} MB", f"{max(memory):.0f} MB")
    return [drawing]


def _both(seconds: list[float]) -> tuple[str, str]:
    return milliseconds(median(seconds)), milliseconds(max(seconds))


def _fitted(master: Master, size: Size) -> float:
    started = time.perf_counter()
    fit(master, size)
    return time.perf_counter() - started


def _first() -> tuple[float, float]:
    """Seconds, and megabytes at the most."""
    started = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - started, int(told) / 1000
