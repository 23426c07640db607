"""What a file is, by its first bytes; never by its name, nor by what its sender says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.errors import UnsupportedType

TAKEN: Final = "PNG, JPEG, WebP and AVIF"
"""GIF is read too, but no call takes it: nothing is served as one."""
LOOKED_AT: Final = 4096
"""Bytes at the beginning of a text in which its root element is looked for."""
MOST_BRANDS: Final = 64

_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Kind:
    """A format that is read: its media type, and the operation of libvips that reads it and nothing else."""

    media_type: str
    loader: str


PNG: Final = Kind("image/png", "pngload_buffer")
JPEG: Final = Kind("image/jpeg", "jpegload_buffer")
WEBP: Final = Kind("image/webp", "webpload_buffer")
GIF: Final = Kind("image/gif", "gifload_buffer")
AVIF: Final = Kind("image/avif", "heifload_buffer")

_READ: Final = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)
_AVIF_BRANDS: Final = frozenset({b"avif", b"avis"})
_HEVC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SVG: Final = (
    "This is an SVG drawing. Drawings are not taken: they may carry scripts and fetch other files. Send what "
    f"it looks like, as one of {TAKEN}."
)
_NOT_READ: Final = (
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"BM", "a BMP"),
    (b"8BPS", "a Photoshop file"),
    (b"\0\0\1\0", "an icon file"),
    (b"\xff\x0a", "a JPEG XL"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000"),
    (b"%PDF", "a PDF"),
    (b"PK\3\4", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
)


def kind_of(data: bytes) -> Kind:
    """Raises UnsupportedType, which says what it is instead, and what is taken."""
    for signature, kind in _READ:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    brands = _brands(data)
    if brands & _AVIF_BRANDS:
        return AVIF
    if brands & _HEVC_BRANDS:
        raise _unsupported("a HEIC picture (HEVC)")
    raise _stranger(data)


def _stranger(data: bytes) -> UnsupportedType:
    for signature, name in _NOT_READ:
        if data.startswith(signature):
            return _unsupported(name)
    beginning = data[:LOOKED_AT].removeprefix(_BOM).lstrip().lower()
    if beginning.startswith(b"<"):
        is_page = b"<html" in beginning or b"<!doctype html" in beginning
        is_drawing = b"<svg" in beginning and not is_page
        return UnsupportedType(_SVG) if is_drawing else _unsupported("text with markup, such as a web page")
    return UnsupportedType(f"This is no picture of a format that is read here. Taken are {TAKEN}.")


def _unsupported(name: str) -> UnsupportedType:
    return UnsupportedType(f"This is {name}, which is not read here. Taken are {TAKEN}.")


def _brands(data: bytes) -> frozenset[bytes]:
    """Of an ISO base media file (ISO/IEC 14496-12, 4.3): what its first box says it may be read as."""
    if data[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(data[:4]), len(data), 16 + 4 * MOST_BRANDS)
    return frozenset({data[8:12], *(data[at : at + 4] for at in range(16, end, 4))})
