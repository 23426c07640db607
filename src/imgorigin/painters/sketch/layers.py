"""The layers of a finished drawing: its subjects, and all that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

SUBJECTS: Final = frozenset(
    {"subjects", "fliers", "companions", "bust", "company", "people", "shoal", "motif"}
)
"""Layers that subjects are drawn in, by their class; and those whom a place has of its own: colleagues at
their table, fish, the thing that a concept is shown as."""

LEADING: Final = re.compile(r"(?:<defs>.*?</defs>)*", re.DOTALL)
"""The definitions that a drawing begins with."""
_GROUP: Final = re.compile(r"<g\b[^>]*>|</g>")
_CLASS: Final = re.compile(r'\bclass="([^"]*)"')


COMPANIONS: Final = "companions"
"""The layer of those that a subject is not alone with: other balloons around a balloon."""


def subjects_of(body: str, *, companions: bool = True) -> str:
    """The subjects alone, of a drawing's body: no ground, no air, no shadow. Empty if it has none."""
    kept = [
        "".join(outer) + _without_shadows(body[start:end]) + "</g>" * len(outer)
        for start, end, outer in _layers(body)
        if companions or f'class="{COMPANIONS}"' not in outer[-1]
    ]
    definitions = LEADING.match(body)
    return (definitions[0] if definitions else "") + "".join(kept) if kept else ""


def around_subjects(body: str) -> str:
    """A drawing's body without its subjects; what they throw, shadows and waves, stays."""
    text, at = "", 0
    for start, end, _ in _layers(body):
        text += body[at:start] + "".join(loose for loose, _ in _children(body[start:end]))
        at = end
    return text + body[at:]


def _layers(body: str) -> Iterator[tuple[int, int, list[str]]]:
    """Start and end of what is inside each layer of subjects, and the groups that it lies in."""
    stack: list[tuple[str, int]] = []
    for tag in _GROUP.finditer(body):
        if tag[0] != "</g>":
            if not tag[0].endswith("/>"):
                stack.append((tag[0], tag.end()))
            continue
        opened, start = stack.pop()
        inside = any(_is_subjects(outer) for outer, _ in stack)
        if _is_subjects(opened) and not inside:
            yield start, tag.start(), [*(outer for outer, _ in stack), opened]


def _is_subjects(tag: str) -> bool:
    found = _CLASS.search(tag)
    return found is not None and not SUBJECTS.isdisjoint(found[1].split())


def _without_shadows(layer: str) -> str:
    """Figures are groups; what lies between them is their shadows and waves."""
    return "".join(figure for _, figure in _children(layer))


def _children(layer: str) -> Iterator[tuple[str, str]]:
    """What is loose before each group of a layer, and that group; the last group is empty."""
    depth, at = 0, 0
    for tag in _GROUP.finditer(layer):
        if tag[0] != "</g>":
            if depth == 0:
                loose, at = layer[at : tag.start()], tag.start()
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            yield loose, layer[at : tag.end()]
            at = tag.end()
    yield layer[at:], ""
