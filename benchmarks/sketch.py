"""The sketch painter: words to drawing, drawing to pixels, style by style; and what its process takes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.report import Table, median, milliseconds
from imgorigin.address import Size
from imgorigin.imaging.fit import fit
from imgorigin.imaging.master import Master
from imgorigin.painters import sketch
from imgorigin.painters.sketch.styles import STYLES
from tests.painters.sketch.pictures import PROMPTS, recipe

SIZES: Final = (Size(640, 360), Size(1920, 1080), Size(3840, 2160))
HD: Final = SIZES[1]
EIGHT: Final = PROMPTS[::2]
"""What every style is drawn of."""
PICTURES: Final = 100
"""That a process has painted when its memory is looked at."""
PROCESS: Final = """
import sys
from imgorigin.painters import sketch
from imgorigin.recipe import Recipe

prompts, styles, canvases = ["a red fox"], [""], sketch.MODEL.canvases()
if (count := int(sys.argv[1])) > 1:
    from imgorigin.painters.sketch.places import PLACES
    from imgorigin.painters.sketch.styles import STYLES
    subjects = ("a dog", "two people with umbrellas", "a red car", "a robot")
    prompts = [f"{who} {place.phrase}" for place in PLACES.values() for who in subjects]
    styles = [style.label for style in STYLES.values()]
for index in range(count):
    asked = Recipe(
        prompt=prompts[index * 7 % len(prompts)], model="sketch", revision="1", seed=index,
        canvas=canvases[index * 3 % len(canvases)], style=styles[index * 5 % len(styles)],
    )
    sketch.paint(asked)
print(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds: of the words to the drawing, and of the drawing to the pixels of a size."""

    master: Master
    drawing: float
    raster: float

    @property
    def both(self) -> float:
        return self.drawing + self.raster


def run() -> list[Table]:
    return [_prompts(), _styles(), _process()]


def _prompts() -> Table:
    table = Table(
        "The sketch painter", f"{len(PROMPTS)} prompts in 16:9, one process.", ["", "median", "most"]
    )
    taken = _painted(PROMPTS)
    table.add("words to drawing", *_both([one.drawing for one in taken]))
    for size in SIZES:
        table.add(f"drawing to {size} pixels", *_both([_fitted(one.master, size) for one in taken]))
    kilobytes = [len(one.master.data) / 1000 for one in taken]
    table.add("size of the drawing", f"{median(kilobytes):.0f} KB", f"{max(kilobytes):.0f} KB")
    return table


def _styles() -> Table:
    """Each style beside the plain one of the same run: what else the machine does tells on both."""
    about = f"Medians of {len(EIGHT)} prompts in {HD}; the last column is words to pixels, flat being 1."
    table = Table("Its styles", about, ["", "drawing", "pixels", "both", "most", "times flat"])
    flat = 0.0
    for style in STYLES:
        taken = _painted(EIGHT, "" if style == "flat" else style)
        both = [one.both for one in taken]
        flat = flat or median(both)
        table.add(
            style,
            milliseconds(median(one.drawing for one in taken)),
            milliseconds(median(one.raster for one in taken)),
            *_both(both),
            f"{median(both) / flat:.1f}",
        )
    return table


def _process() -> Table:
    table = Table("Its process", "Five starts; memory at its most.", ["", "median", "most"])
    starts, memory = zip(*(_run(1) for _ in range(5)), strict=True)
    table.add("start of a process to its first drawing", *_both(list(starts)))
    table.add("memory after one picture", f"{median(memory):.0f} MB", f"{max(memory):.0f} MB")
    _, megabytes = _run(PICTURES)
    table.add(f"memory after {PICTURES} varied pictures", f"{megabytes:.0f} MB", f"{megabytes:.0f} MB")
    return table


def _painted(prompts: Sequence[str], style: str = "") -> list[Taken]:
    """Each of them, warm: the first is painted once more before."""
    return [_taken(prompt, style) for prompt in (prompts[0], *prompts)][1:]


def _taken(prompt: str, style: str) -> Taken:
    asked = recipe(prompt, size=HD, style=style)
    started = time.perf_counter()
    painting = sketch.paint(asked)
    drawing = time.perf_counter() - started
    master = Master.of(painting, asked)
    return Taken(master, drawing, _fitted(master, HD))


def _both(seconds: list[float]) -> tuple[str, str]:
    return milliseconds(median(seconds)), milliseconds(max(seconds))


def _fitted(master: Master, size: Size) -> float:
    started = time.perf_counter()
    fit(master, size)
    return time.perf_counter() - started


def _run(count: int) -> tuple[float, float]:
    """Seconds that a process takes to paint so many pictures, and its megabytes at the most."""
    started = time.perf_counter()
    command = [sys.executable, "-c", PROCESS, str(count)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - started, int(told) / 1000
