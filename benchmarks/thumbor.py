"""Thumbor, from PyPI into a virtual environment of its own, serving from its file result storage."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.report import Missing
from benchmarks.servers import running
from tests.served import free_port

HOME: Final = Path(tempfile.gettempdir(), "imgorigin-benchmark-thumbor")
VERSION: Final = "7.8.0"

CONFIG: Final = """
LOADER = "thumbor.loaders.file_loader"
FILE_LOADER_ROOT_PATH = {root!r}
STORAGE = "thumbor.storages.no_storage"
RESULT_STORAGE = "thumbor.result_storages.file_storage"
RESULT_STORAGE_FILE_STORAGE_ROOT_PATH = {results!r}
RESULT_STORAGE_STORES_UNSAFE = True
ALLOW_UNSAFE_URL = True
"""


@contextlib.contextmanager
def thumbor(picture: Path, scratch: Path) -> Iterator[str]:
    """The URL of `picture` as a stored result: what its first answer was, byte for byte ever after."""
    binary = _installed()
    root = scratch / "thumbor"
    (root / "pictures").mkdir(parents=True)
    shutil.copy(picture, root / "pictures" / f"picture{picture.suffix}")
    config = root / "thumbor.conf"
    config.write_text(CONFIG.format(root=str(root / "pictures"), results=str(root / "results")))
    port = free_port()
    command = [str(binary), "-i", "127.0.0.1", "-p", str(port), "-c", str(config), "-l", "error"]
    with running(command, port, ready="/healthcheck") as url:
        yield f"{url}/unsafe/picture{picture.suffix}"


def _installed() -> Path:
    binary = HOME / "bin" / "thumbor"
    if not binary.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", HOME], check=True)
            subprocess.run([HOME / "bin/pip", "install", "--quiet", f"thumbor=={VERSION}"], check=True)
        except subprocess.CalledProcessError as error:
            shutil.rmtree(HOME, ignore_errors=True)
            raise Missing("thumbor cannot be installed from PyPI") from error
    return binary
