"""What an EXIF block tells in words. Its places (GPS) are not read at all.

Exif 2.3 (CIPA DC-008), 4.6: a TIFF header, then directories of entries of 12 bytes. libvips tells them too,
but with their type and length behind them, and what is not in UTF-8 it loses.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from imgorigin.imaging.phrases import decoded

MOST_ENTRIES: Final = 512
"""Of a directory: a real one has some dozens."""

_DETAILS: Final = 0x8769
_TEXTS: Final = {
    0x010E: "description",
    0x013B: "creator",
    0x8298: "copyright",
    0x0132: "changed",
    0x9003: "date",
}
_WIDE_TEXTS: Final = {0x9C9B: "title", 0x9C9C: "comment", 0x9C9D: "author", 0x9C9E: "keywords"}
"""Windows writes these, in UTF-16."""


class _Entry(NamedTuple):
    tag: int
    kind: int
    value: bytes


def read_exif(block: bytes) -> dict[str, str]:
    """By the names of the tables above; whatever the block is."""
    body = block.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(body[:2])
    if not order or len(body) < 8:
        return {}
    found: dict[str, str] = {}
    entries = list(_entries(body, struct.unpack_from(f"{order}I", body, 4)[0], order))
    for entry in entries:
        if entry.tag == _DETAILS and len(entry.value) >= 4:
            entries += _entries(body, struct.unpack_from(f"{order}I", entry.value)[0], order)
            break
    for entry in entries:
        if name := _TEXTS.get(entry.tag):
            found.setdefault(name, decoded(entry.value.replace(b"\0", b" ")))
        elif name := _WIDE_TEXTS.get(entry.tag):
            found.setdefault(name, entry.value.decode("utf-16-le", "replace"))
    return found


def _entries(body: bytes, at: int, order: str) -> Iterator[_Entry]:
    if at + 2 > len(body):
        return
    (count,) = struct.unpack_from(f"{order}H", body, at)
    for start in range(at + 2, at + 2 + 12 * min(count, MOST_ENTRIES), 12):
        if start + 12 > len(body):
            return
        tag, kind, length = struct.unpack_from(f"{order}HHI", body, start)
        size = length * {3: 2, 4: 4}.get(kind, 1)
        place = struct.unpack_from(f"{order}I", body, start + 8)[0] if size > 4 else start + 8
        yield _Entry(tag, kind, body[place : place + size])
