"""What a painter process and its keeper say to each other: frames of a JSON head and binary bodies.

4 bytes  length of the head, big-endian
4 bytes  length of all bodies together, big-endian
head     a JSON object; `bodies` in it are the lengths of the bodies, if there are any
bodies   bytes, one behind the other
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

if TYPE_CHECKING:  # a painter process has no event loop
    from asyncio import StreamReader

LENGTHS: Final = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Frame:
    head: dict[str, Any]
    bodies: tuple[bytes, ...] = ()


def packed(head: dict[str, Any], *bodies: bytes) -> bytes:
    """One frame, ready to be written."""
    if bodies:
        head = head | {"bodies": [len(body) for body in bodies]}
    text = json.dumps(head, ensure_ascii=False).encode()
    return b"".join((LENGTHS.pack(len(text), sum(map(len, bodies))), text, *bodies))


def read(stream: BinaryIO) -> Frame | None:
    """The next frame; None where the stream ends."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack(lengths)
    return _unpacked(stream.read(head), stream.read(body))


async def receive(stream: StreamReader) -> Frame:
    """The next frame. Raises asyncio.IncompleteReadError where the stream ends, ValueError for what is no
    frame."""
    head, body = LENGTHS.unpack(await stream.readexactly(LENGTHS.size))
    return _unpacked(await stream.readexactly(head), await stream.readexactly(body))


def _unpacked(text: bytes, data: bytes) -> Frame:
    head: dict[str, Any] = json.loads(text)
    return Frame(head, tuple(_parts(data, head.pop("bodies", ()))))


def _parts(data: bytes, lengths: list[int]) -> Iterator[bytes]:
    start = 0
    for length in lengths:
        yield data[start : start + length]
        start += length
