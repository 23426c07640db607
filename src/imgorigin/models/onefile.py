"""Which file a part of a card is that names none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from imgorigin.models.folder import TENSORS

MOST_NAMED: Final = 8
"""Files that a sentence lists."""


def tensor_files(folder: Path) -> list[str]:
    """The safetensors files in it, by their path there."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob(f"*{TENSORS}"))


def which_file(files: Sequence[str]) -> str:
    """What to say where a part of a card names none of them."""
    if not files:
        return f"there is no {TENSORS} file"
    named = ", ".join(f'file = "{name}"' for name in files[:MOST_NAMED])
    more = f" (and {len(files) - MOST_NAMED} more)" if len(files) > MOST_NAMED else ""
    return f"there are {len(files)} {TENSORS} files; say which, one of: {named}{more}"
