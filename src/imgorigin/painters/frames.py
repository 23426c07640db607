"""What a painter process and its keeper say to each other: frames of a JSON head and a binary body.

4 bytes  length of the head, big-endian
4 bytes  length of the body, big-endian
head     a JSON object
body     bytes, often none
"""

from __future__ import annotations

import json
import struct
from typing import Any, Final

LENGTHS: Final = struct.Struct(">II")


def packed(head: dict[str, Any], body: bytes = b"") -> bytes:
    """One frame, ready to be written."""
    text = json.dumps(head, ensure_ascii=False).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body


def unpacked(head: bytes) -> dict[str, Any]:
    """The head of a frame. Raises ValueError for what is no JSON."""
    value: dict[str, Any] = json.loads(head)
    return value
