"""What can be seen of a pipeline's folder before its weights are read. No torch."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from imgorigin.errors import PainterUnavailable

_TOKENIZER: Final = ("tokenizer.json", "vocab.json", "vocab.txt", "spiece.model", "tokenizer.model")
_WEIGHTS: Final = (".safetensors", ".bin")


def index_of(slug: str, folder: Path) -> dict[str, Any]:
    """`model_index.json`: the pipeline's class and its components. Raises PainterUnavailable."""
    if not folder.is_dir():
        raise PainterUnavailable(f"The weights of {slug} are not here: run `imgorigin models pull {slug}`.")
    try:
        index = json.loads((folder / "model_index.json").read_text())
    except FileNotFoundError:
        raise PainterUnavailable(
            f"{slug} is no diffusers pipeline: its folder has no model_index.json. A pipeline saved with"
            " `save_pretrained`, or a model of the hub in that form, is needed."
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise PainterUnavailable(f"The model_index.json of {slug} cannot be read: {reason}.") from error
    if not isinstance(index, dict) or not isinstance(index.get("_class_name"), str):
        raise PainterUnavailable(f"The model_index.json of {slug} names no pipeline class.")
    return index


def check_components(slug: str, folder: Path, index: dict[str, Any]) -> None:
    """Raises PainterUnavailable for a component without its folder, or a tokenizer without its words: that
    would load, and know two of them."""
    for name, kind in components(index):
        place = folder / name
        files = {file.name for file in place.iterdir()} if place.is_dir() else set()
        if not files:
            raise PainterUnavailable(f"{slug} is incomplete: {name}/ is missing. {_repair(slug)}")
        if "Tokenizer" in kind and not files & set(_TOKENIZER):
            raise PainterUnavailable(f"{slug} is incomplete: {name}/ has no vocabulary. {_repair(slug)}")


def check_tensors(slug: str, folder: Path, name: str, count: int, variant: str | None) -> None:
    """Raises PainterUnavailable if the safetensors of a component hold fewer than `count` tensors: the rest
    would be left at random values. Files of other kinds are not looked into."""
    files = [
        file
        for file in (folder / name).glob("*.safetensors")
        if not variant or f".{variant}" in file.name or len(list((folder / name).glob("*.safetensors"))) == 1
    ]
    if files and sum(tensors_in(file) for file in files) < count:
        raise PainterUnavailable(f"{slug} is incomplete: {name}/ lacks some of its weights. {_repair(slug)}")


def tensors_in(file: Path) -> int:
    """How many tensors a safetensors file says it holds (https://github.com/huggingface/safetensors)."""
    with file.open("rb") as opened:
        (length,) = struct.unpack("<Q", opened.read(8))
        head = json.loads(opened.read(length))
    return len(head.keys() - {"__metadata__"})


def weight_bytes(folder: Path) -> int:
    """Of all files of weights: about what the model takes in memory at the number format of its files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.suffix in _WEIGHTS)


def components(index: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and class of each component that the pipeline has."""
    for name, value in index.items():
        if isinstance(value, list) and len(value) == 2 and value[1] and name != "safety_checker":
            yield name, value[1]


def _repair(slug: str) -> str:
    return f"`imgorigin models pull {slug}` fetches what is missing."
