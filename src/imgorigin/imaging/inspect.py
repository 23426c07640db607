"""A picture that was sent to us, read: what it is, its pixels as we keep them, and what it tells of itself.

    sniff       which format            normalise   its pixels, upright, in sRGB, lossless
    metadata    its words (exif, iptc, xmp, phrases)            look        its colours, detail and shape

Decoders are C and what they read is hostile: call this where nothing is lost if it crashes (see apart).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final, Self

import pyvips

from imgorigin.errors import InvalidRequest, TooLarge
from imgorigin.imaging.look import seen_in
from imgorigin.imaging.metadata import metadata_of
from imgorigin.imaging.normalise import frames_of, lossless, opened, upright
from imgorigin.imaging.sniff import TAKEN, kind_of

FIELD: Final = "file"
WHOLE: Final = f"one whole picture: {TAKEN}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one upload: bytes as it is sent, and pixels of its first frame."""

    bytes: int = 20_000_000
    pixels: int = 64_000_000


@dataclass(frozen=True, slots=True)
class Inspected:
    """`data` is a PNG of the first frame alone, `media_type` that of the file as it was sent, `facts` are
    JSON values: those of look.seen_in, `metadata` (see metadata_of) and, of an animation, `frames`."""

    data: bytes
    media_type: str
    width: int
    height: int
    facts: dict[str, Any]

    def to_bytes(self) -> bytes:
        """One line of JSON, then the PNG."""
        told = {name: getattr(self, name) for name in ("media_type", "width", "height", "facts")}
        return json.dumps(told).encode() + b"\n" + self.data

    @classmethod
    def from_bytes(cls, blob: bytes) -> Self:
        head, _, data = blob.partition(b"\n")
        return cls(data=data, **json.loads(head))


def inspect(data: bytes, bounds: Bounds) -> Inspected:
    """Read a file that may be anything. Raises TooLarge, UnsupportedType, or InvalidRequest for one that is
    empty or damaged. The same pixels give the same `data`. Blocks, for seconds if it is large."""
    check_length(len(data), bounds)
    kind = kind_of(data)
    try:
        image = opened(data, kind, bounds.pixels)
        frames, told = frames_of(image, data, kind), metadata_of(image)
        pixels = upright(image)
        png = lossless(pixels)
        facts = seen_in(png, pixels)
    except pyvips.Error as error:
        raise damaged("it is damaged or cut off") from error
    facts |= {"metadata": told} if told else {}
    facts |= {"frames": frames} if frames > 1 else {}
    return Inspected(png, kind.media_type, pixels.width, pixels.height, facts)


def check_length(length: int, bounds: Bounds) -> None:
    """Of what is sent, or of what has come of it so far. Raises TooLarge, InvalidRequest."""
    if length > bounds.bytes:
        raise TooLarge(f"The file is larger than {bounds.bytes} bytes, which are taken at most.")
    if not length:
        raise damaged("it is empty")


def damaged(problem: str) -> InvalidRequest:
    """Why a file is no picture, though it may begin like one."""
    return InvalidRequest(FIELD, problem, WHOLE)
