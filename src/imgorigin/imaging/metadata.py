"""What a picture's own metadata tell of it, as plain words. Places are never among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pyvips

from imgorigin.imaging.exif import read_exif
from imgorigin.imaging.iptc import read_iptc
from imgorigin.imaging.phrases import date, keywords, phrase
from imgorigin.imaging.provenance import SOURCE_TYPES
from imgorigin.imaging.xmp import read_xmp

Found = Mapping[str, Mapping[str, Sequence[str]]]

_PNG_TEXT: Final = "png-comment-"
_PLACES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "title": (("xmp", "title"), ("xmp", "headline"), ("iptc", "title"), ("iptc", "headline"),
              ("exif", "title"), ("png", "title")),
    "description": (("xmp", "description"), ("iptc", "description"), ("exif", "description"),
                    ("exif", "comment"), ("png", "description")),
    "alt": (("xmp", "alt"),),
    "copyright": (("xmp", "copyright"), ("iptc", "copyright"), ("exif", "copyright"), ("png", "copyright")),
    "creator": (("xmp", "creator"), ("iptc", "creator"), ("exif", "creator"), ("exif", "author"),
                ("png", "author")),
}  # fmt: skip
"""Where each is looked for, the better kept places first (Metadata Working Group, Guidelines 2.0, 5)."""
_DATES: Final = (("exif", "date"), ("xmp", "date"), ("xmp", "made"), ("iptc", "date"), ("exif", "changed"))


def metadata_of(image: pyvips.Image) -> dict[str, Any]:
    """`title`, `description`, `alt`, `copyright`, `creator`, `date` (ISO 8601), `keywords` (a list), and
    `digitalSourceType` (the URI of IPTC's): those that are told. Whatever the blocks hold."""
    found: Found = {
        "xmp": read_xmp(_blob(image, "xmp-data")),
        "iptc": read_iptc(_blob(image, "iptc-data")),
        "exif": {name: [text] for name, text in read_exif(_blob(image, "exif-data")).items()},
        "png": _png_texts(image),
    }
    told: dict[str, Any] = {name: _first(found, places, phrase) for name, places in _PLACES.items()}
    told["date"] = _first(found, _DATES, date)
    told["keywords"] = _keywords(found)
    told["digitalSourceType"] = _first(found, (("xmp", "digitalSourceType"),), _source_type)
    return {name: value for name, value in told.items() if value}


def _first(found: Found, places: Sequence[tuple[str, str]], cleaned: Callable[[str], str]) -> str:
    texts = (cleaned(text) for where, name in places for text in found[where].get(name, ()))
    return next(filter(None, texts), "")


def _keywords(found: Found) -> list[str]:
    listed = [*found["xmp"].get("keywords", ()), *found["iptc"].get("keywords", ())]
    joined = [] if listed else found["exif"].get("keywords", ())
    return keywords([*listed, *(word for text in joined for word in text.split(";"))])


def _source_type(text: str) -> str:
    """Empty for one that is none of IPTC's: nothing else is repeated under our name."""
    name = text.strip().rpartition("/")[2]
    is_listed = text.strip().removeprefix("https").removeprefix("http") == (
        SOURCE_TYPES.removeprefix("http") + name
    )
    return SOURCE_TYPES + name if is_listed and name.isascii() and name.isalpha() and len(name) < 64 else ""


def _blob(image: pyvips.Image, name: str) -> bytes:
    blob: Any = image.get(name) if image.get_typeof(name) else b""
    return bytes(blob)


def _png_texts(image: pyvips.Image) -> dict[str, list[str]]:
    """Text chunks by their keywords, in lower case: `png-comment-{number}-{keyword}`."""
    found: dict[str, list[str]] = {}
    for field in image.get_fields():
        if field.startswith(_PNG_TEXT):
            keyword = field.removeprefix(_PNG_TEXT).partition("-")[2].lower()
            found.setdefault(keyword, []).append(str(image.get(field)))
    return found
