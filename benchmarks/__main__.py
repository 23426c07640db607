"""`python -m benchmarks [--readme] [NAME...]`: run, print, and put into the README what was measured."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks import drawing, encoders, herd, hits, install, many, miss
from benchmarks.report import Missing, Table

ALL: Final[dict[str, Callable[[], list[Table]]]] = {
    "hits": hits.run,
    "herd": herd.run,
    "miss": miss.run,
    "encoders": encoders.run,
    "drawing": drawing.run,
    "many": many.run,
    "install": install.run,
}
README: Final = Path(__file__).parent.parent / "README.md"
BLOCK: Final = re.compile(r"(<!-- benchmarks -->\n).*(<!-- /benchmarks -->)", re.DOTALL)


def main(arguments: list[str]) -> None:
    names = [name for name in arguments if name != "--readme"] or list(ALL)
    if unknown := set(names) - set(ALL):
        sys.exit(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
    told = [f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}."]
    for name in names:
        try:
            found = [str(table) for table in ALL[name]()]
        except Missing as missing:
            found = [f"`{name}` left out: {missing}."]
        print("\n\n".join(found), end="\n\n", flush=True)
        told += found
    if "--readme" in arguments:
        text = "\n\n".join(told)
        README.write_text(BLOCK.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", README.read_text()))


if __name__ == "__main__":
    main(sys.argv[1:])
