"""`python -m benchmarks [--readme] [NAME...]`: run, print, and put into the README what was measured."""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks import catalog, dialects, encoders, herd, hits, install, jobs, many, miss, sketch
from benchmarks.report import Missing, Table, packages


def _painter() -> list[Table]:
    """Raises Missing without the extra `diffusers`."""
    packages("torch", "diffusers", "transformers", "peft", extra="diffusers")
    from benchmarks import painter  # noqa: PLC0415

    return painter.run()


ALL: Final[dict[str, Callable[[], list[Table]]]] = {
    "hits": hits.run,
    "herd": herd.run,
    "miss": miss.run,
    "encoders": encoders.run,
    "sketch": sketch.run,
    "painter": _painter,
    "many": many.run,
    "catalog": catalog.run,
    "dialects": dialects.run,
    "jobs": jobs.run,
    "install": install.run,
}
README: Final = Path(__file__).parent.parent / "README.md"
BLOCK: Final = re.compile(r"(<!-- benchmarks -->\n).*(<!-- /benchmarks -->)", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure, and print tables.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"Of {', '.join(ALL)}. None: all.")
    parser.add_argument("--readme", action="store_true", help="Put the tables into the README too.")
    arguments = parser.parse_args()
    names = arguments.names or list(ALL)
    if unknown := set(names) - set(ALL):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
    told = [f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}."]
    for name in names:
        try:
            found = [str(table) for table in ALL[name]()]
        except Missing as missing:
            found = [f"`{name}` left out: {missing}."]
        print("\n\n".join(found), end="\n\n", flush=True)
        told += found
    if arguments.readme:
        text = "\n\n".join(told)
        README.write_text(BLOCK.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", README.read_text()))


if __name__ == "__main__":
    main()
