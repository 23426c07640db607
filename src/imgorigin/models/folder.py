"""A folder with a pipeline in it, as diffusers saves one: what it says of itself, read without torch."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from imgorigin.errors import SettingsError

INDEX: Final = "model_index.json"
TENSORS: Final = ".safetensors"
_CONFIGS: Final = (".json", ".txt", ".model", ".jinja")
_MOST_CONFIG: Final = 64 * 2**20
_MOST_HEADER: Final = 100 * 10**6
"""Bytes; the bound that the format itself sets."""
_END: Final = 2**18
"""Bytes."""


@contextmanager
def readable() -> Iterator[None]:
    """What the operating system does not let us read, in a sentence. Raises SettingsError."""
    try:
        yield
    except OSError as error:
        raise SettingsError(
            f"{error.filename or 'A file'} cannot be read: {error.strerror or error}. Whoever runs imgorigin "
            "has to have the right to."
        ) from error


def read_json(path: Path) -> dict[str, Any]:
    """Empty if there is no such file. Raises SettingsError if it is not a JSON object."""
    try:
        with readable():
            found = json.loads(path.read_text("utf-8")) if path.exists() else {}
    except ValueError as error:
        raise SettingsError(f"{path} is not JSON: {error}.") from error
    if not isinstance(found, dict):
        raise SettingsError(f"{path} is no JSON object.")
    return found


def components(folder: Path) -> dict[str, str]:
    """The pipeline's components that are there to be loaded, with their classes. Raises SettingsError."""
    found = read_json(folder / INDEX)
    return {
        name: value[1]
        for name, value in found.items()
        if not name.startswith("_") and isinstance(value, list) and len(value) == 2 and value[1]
    }


def fingerprint(folder: Path) -> str:
    """40 hexadecimal digits that change when the folder's weights or configurations do.

    From the names and sizes of its files, the contents of configurations, and the headers and ends of
    safetensors: a few megabytes to read, however large the weights are.
    """
    digest = hashlib.sha256()
    for path in sorted(_files(folder)):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        if path.suffix in _CONFIGS and path.stat().st_size <= _MOST_CONFIG:
            digest.update(path.read_bytes())
        elif path.suffix == TENSORS:
            digest.update(_ends(path))
    return digest.hexdigest()[:40]


def file_fingerprint(path: Path) -> str:
    """As `fingerprint`, of one file."""
    size = path.stat().st_size
    told = _ends(path) if path.suffix == TENSORS else b""
    return hashlib.sha256(f"{path.name}\0{size}\0".encode() + told).hexdigest()[:40]


def size_told(path: Path) -> int | None:
    """The bytes that a safetensors file has by its own header; None if the header cannot be read."""
    header = _header(path)
    if header is None:
        return None
    try:
        tensors = json.loads(header)
        ends = [tensor["data_offsets"][1] for name, tensor in tensors.items() if name != "__metadata__"]
        return 8 + len(header) + max(ends, default=0)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def tensors_told(path: Path) -> dict[str, tuple[int, ...]]:
    """The shapes of the tensors that a safetensors file says it holds; empty if its header cannot be read."""
    try:
        found = json.loads(_header(path) or b"{}")
        return {name: tuple(row["shape"]) for name, row in found.items() if name != "__metadata__"}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def is_whole(path: Path) -> bool:
    """Whether a file is there, and as long as it says it is; only safetensors say it."""
    try:
        size = path.stat().st_size
    except OSError:
        return False
    return size > 0 and (path.suffix != TENSORS or size_told(path) == size)


def _header(path: Path) -> bytes | None:
    with path.open("rb") as file:
        start = file.read(8)
        if len(start) < 8:
            return None
        length = struct.unpack("<Q", start)[0]
        header = file.read(length) if length <= _MOST_HEADER else b""
    return header if header and len(header) == length else None


def _ends(path: Path) -> bytes:
    """The header, which two trainings of one network have in common, and the last of the numbers, which they
    have not."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END))
        return (_header(path) or b"") + file.read()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
