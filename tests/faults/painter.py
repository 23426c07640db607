"""Paints flat colours; the prompt may ask for trouble. Each painting leaves a line in the file PAINTED."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from imgorigin.painters.base import Bench, Painting
from imgorigin.painters.single import OneByOne
from imgorigin.recipe import Recipe


def open_bench(config: Mapping[str, Any]) -> Bench:
    return OneByOne(lambda job: paint(job.recipe))


def paint(recipe: Recipe) -> Painting:
    """`crash`, `hang`, `slow` (a second) do so; with `once` in front only the first time."""
    ledger = Path(os.environ["PAINTED"])
    is_first = recipe.prompt not in ledger.read_text().splitlines() if ledger.exists() else True
    with ledger.open("a") as lines:
        lines.write(f"{recipe.prompt}\n")
    words = recipe.prompt.split()
    if "once" not in words or is_first:
        if "crash" in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hang" in words:
            time.sleep(600)
        if "slow" in words:
            time.sleep(1)
    width, height = recipe.canvas.width, recipe.canvas.height
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect x="-9" y="-9" width="999" height="999" fill="#{recipe.seed & 0xFFFFFF:06x}"/></svg>'
    )
    return Painting(drawing.encode(), "svg")
