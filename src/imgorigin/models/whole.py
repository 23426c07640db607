"""Whether a folder has all the files that its pipeline is loaded from. By names; the sizes are for others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from imgorigin.models.files import SKIPPED
from imgorigin.models.files import WEIGHTS as KINDS
from imgorigin.models.folder import INDEX, components, read_json

_VOCABULARIES: Final = frozenset(
    {
        "tokenizer.json",
        "vocab.json",
        "vocab.txt",
        "spiece.model",
        "tokenizer.model",
        "sentencepiece.bpe.model",
    }
)


def gaps(folder: Path) -> Iterator[str]:
    """Components that the pipeline names, and shards, without which it cannot be loaded. A tokenizer without
    its vocabulary would load, and understand nothing. Raises SettingsError for a configuration that cannot be
    read."""
    if not (folder / INDEX).is_file():
        yield INDEX
        return
    for name in components(folder):
        if name in SKIPPED:
            continue
        for config in (folder / name).glob("*config.json"):
            read_json(config)
        inside = {path.name for path in (folder / name).glob("*") if path.exists()}
        if not inside or (name.startswith("tokenizer") and not inside & _VOCABULARIES):
            yield f"{name}/"
        elif "config.json" in inside:
            yield from _weight_gaps(folder / name, inside)


def _weight_gaps(component: Path, inside: set[str]) -> Iterator[str]:
    indexes = [name for name in inside if ".index" in name and name.endswith(".json")]
    weights = [name for name in inside if name.rsplit(".", 1)[-1] in KINDS]
    gaps = [_missing_shards(component / name, inside) for name in indexes]
    if gaps and all(gaps):
        yield from (f"{component.name}/{name}" for name in min(gaps, key=len))
    elif not weights:
        yield f"{component.name}/*.{KINDS[0]}"


def _missing_shards(index: Path, inside: set[str]) -> list[str]:
    shards = read_json(index).get("weight_map", {})
    return sorted(set(shards.values()) - inside)


def weight_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files with weights of all components, by their path in the folder."""
    for name in components(folder):
        for path in (folder / name).glob("*"):
            if path.suffix.removeprefix(".") in KINDS:
                yield f"{name}/{path.name}", path
