"""What the base install puts on a disk."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import Table
from benchmarks.servers import ROOT


def run() -> list[Table]:
    table = Table(
        "The base install",
        "A new virtual environment before and after `pip install .`.",
        ["", "packages", "size"],
    )
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([sys.executable, "-m", "venv", scratch], check=True)
        empty = _measured(Path(scratch))
        pip = [f"{scratch}/bin/pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-c", ROOT / "constraints.txt", str(ROOT)], check=True)
        packages, size = (
            after - before for before, after in zip(empty, _measured(Path(scratch)), strict=True)
        )
    table.add("imgorigin and all it needs", packages, f"{size / 1e6:.0f} MB")
    return [table]


def _measured(environment: Path) -> tuple[int, int]:
    """Packages, and bytes."""
    files = [path for path in environment.rglob("*") if path.is_file() and not path.is_symlink()]
    return len(list(environment.rglob("*.dist-info"))), sum(path.stat().st_size for path in files)
