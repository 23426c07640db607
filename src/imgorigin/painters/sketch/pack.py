"""The asset pack: icons on a 32 x 32 grid and the words that name them.

Built by scripts/build_sketch_pack.py; sources and licences are in assets/NOTICE.txt.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Pack:
    """`icons`: name -> SVG markup. `colors`: name -> its colours, that of the largest area first.
    `boxes`: name -> left, top, right and bottom of what is drawn on the grid.
    `kinds`: name -> what it is a picture of, as the emoji standard groups it ("animal-mammal").
    `words` and `hints`: term -> icon that it plainly means, or may mean. `emoji`: character -> icon.
    """

    icons: Mapping[str, str]
    colors: Mapping[str, tuple[str, ...]]
    boxes: Mapping[str, tuple[float, float, float, float]]
    kinds: Mapping[str, str]
    words: Mapping[str, str]
    hints: Mapping[str, str]
    emoji: Mapping[str, str]


@cache
def pack() -> Pack:
    """Read once; some 80 ms."""
    data = json.loads(gzip.decompress(files(__package__).joinpath("assets", "pack.json.gz").read_bytes()))
    return Pack(
        icons=data["icons"],
        colors={name: tuple(colors) for name, colors in data["colors"].items()},
        boxes={name: tuple(box) for name, box in data["boxes"].items()},
        kinds=data["kinds"],
        words=_by_word(data["words"]),
        hints=_by_word(data["hints"]),
        emoji=data["emoji"],
    )


def _by_word(words_of: Mapping[str, str]) -> dict[str, str]:
    return {term.replace("_", " "): icon for icon, terms in words_of.items() for term in terms.split()}
