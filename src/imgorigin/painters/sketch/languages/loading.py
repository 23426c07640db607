"""A language from its files: the table, which wins, and the names of things."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

from imgorigin.painters.sketch.languages.language import Language


def loaded(code: str, script: str) -> Language:
    """From its table and its names of things. What the table says wins."""
    settings, rows = _table(files(__package__).joinpath("tables", f"{code}.txt").read_text(encoding="utf-8"))
    hints: dict[str, str] = {}
    for english, names, tags in _things(code):
        for name in filter(None, names.split("|")):
            if name not in settings.get("without", ()):
                rows.setdefault(name, english)
        for tag in filter(None, tags.split("|")):
            hints.setdefault(tag, english)
    return Language(code, script, rows, hints, settings)


def _table(text: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Settings, and word -> English term, of a table."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "").replace("'", "")
    settings: dict[str, tuple[str, ...]] = {}
    rows: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith(("#", "[")):
            continue
        english, is_row, words = line.partition(" = ")
        if is_row:
            for word in words.split(","):
                rows.setdefault(" ".join(word.replace("-", " ").split()), english)
        else:
            name, _, values = line.partition(":")
            parts = values.split(",") if name == "order" else values.split()
            settings[name] = tuple(value.strip() for value in parts)
    return settings, rows


def _things(code: str) -> Iterator[tuple[str, str, str]]:
    """English term, names and tags of each thing; words in these are separated by "|"."""
    painter = __package__.rpartition(".")[0]
    path = files(painter).joinpath("assets", "words", f"{code}.txt.gz")
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        english, names, tags = line.split("\t")
        yield english, names, tags
