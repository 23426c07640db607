"""Which files of a repository a pipeline needs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from imgorigin.models.folder import INDEX

WEIGHTS: Final = ("safetensors", "bin")
"""By preference: pickled weights are taken only where there are no others."""
SKIPPED: Final = frozenset({"safety_checker"})
"""A component that answers with black pictures; ours are checked elsewhere. 1.2 GB."""

_SHARD: Final = r"(?:-\d{5}-of-\d{5})?"
_FOREIGN: Final = (
    ".onnx",
    ".onnx_data",
    ".msgpack",
    ".h5",
    ".ckpt",
    ".pt",
    ".pth",
    ".gguf",
    ".xml",
    ".png",
    ".md",
)


def needed(paths: Iterable[str], parts: Iterable[str], variant: str = "") -> list[str]:
    """Those of `paths` (relative, with slashes) that a pipeline of these components is loaded from.

    Of each component: its configurations, and its weights once: safetensors before pickles, and those of the
    `variant` where it has them. Never single-file checkpoints, nor those of other frameworks.
    """
    everything = [PurePosixPath(path) for path in paths]
    chosen = [path for path in everything if str(path) == INDEX]
    for part in sorted(set(parts) - SKIPPED):
        inside = [path for path in everything if path.parts[0] == part and len(path.parts) > 1]
        chosen += [path for path in inside if not _is_weight(path) and path.suffix not in _FOREIGN]
        chosen += _weights(inside, variant)
    return sorted(map(str, chosen))


def _is_weight(path: PurePosixPath) -> bool:
    """Or the index of its shards."""
    return any(path.name.endswith(f".{kind}") or f".{kind}.index." in path.name for kind in WEIGHTS)


def _weights(inside: list[PurePosixPath], variant: str) -> list[PurePosixPath]:
    for kind in WEIGHTS:
        for wanted in [variant, ""] if variant else [""]:
            found = [path for path in inside if _has_form(path.name, kind, wanted)]
            if any(path.suffix == f".{kind}" for path in found):
                return found
    return []


def _has_form(name: str, kind: str, variant: str) -> bool:
    """`model.fp16-00001-of-00002.safetensors`, `model.safetensors.index.fp16.json`."""
    tag = rf"\.{re.escape(variant)}" if variant else ""
    return bool(
        re.fullmatch(rf"\w+{tag}{_SHARD}\.{kind}", name)
        or re.fullmatch(rf"\w+\.{kind}\.index{tag}\.json", name)
        or (tag and re.fullmatch(rf"\w+{tag}\.{kind}\.index\.json", name))
    )
