"""What an upload tells of itself where nobody looks: its name, the words in its file, colours and shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyvips

from imgorigin.vision import text
from imgorigin.vision.colours import colours_of

WIDE: Final = 2.2
"""Width over height from which a picture is a panorama; from its reciprocal on it is tall."""
NEARLY_SQUARE: Final = 1.05

MOST_NAME: Final = 300
"""Characters of a filename, from its end, that are looked at: file systems take 255 bytes."""

_CAMERA: Final = re.compile(
    r"(?:img|dsc[nf]?|pxl|mvimg|gopr|dji|cimg|sam|photo|image|picture|pic|foto|bild|file|upload|download|scan"
    r"|screenshot|screen shot|bildschirmfoto|whatsapp image|signal|untitled|unnamed|unbenannt|avatar|temp|tmp"
    r"|p|_mg|dscf|hero|thumb(?:nail)?|output|result|generated|out)?"
    r"[\s_()+.:-]*+"
    r"(?>(?:at|um|pm|am|edited|copy|kopie|final|v|wa|mp|burst|[a-f0-9]{8,}+|\d++)[\s_()+.:-]*+)*+",
    re.IGNORECASE,
)
"""Names that cameras, telephones and programs give."""
_STOCK: Final = re.compile(
    r"^(?:adobe\s?stock|shutterstock|istock(?:photo)?|getty\s?images|depositphotos|dreamstime|pexels|unsplash|"
    r"pixabay|freepik)\b[\s\d-]*|[\s-]*\b(?:unsplash|pexels|pixabay)$",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:[\s_-]*\(\d+\)|[\s_-]+(?:copy|kopie|final|edited|scaled|resized|cropped|web|small|large|thumb|hires|v\d+|e\d{6,}"
    r"|\d{2,5}x\d{2,5}|\d{3,}|[a-f0-9]{8,}|@\dx))+$",
    re.IGNORECASE,
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Told:
    """What was found, empty where nothing was; `look` is always there."""

    title: str
    description: str
    alt: str
    keywords: tuple[str, ...]
    look: str
    look_tags: tuple[str, ...]

    @property
    def look_slug(self) -> str:
        """ "teal and sand landscape"."""
        return " ".join(self.look_tags)


def read(picture: bytes, filename: str, metadata: Mapping[str, Any]) -> Told:
    """Of a PNG. Blocks. Raises pyvips.Error."""
    look, tags = look_of(picture)
    keywords = metadata.get("keywords") or ()
    return Told(
        title=_text(metadata, "title", text.MOST_TITLE) or words_of(filename),
        description=_text(metadata, "description", text.MOST_CAPTION),
        alt=_text(metadata, "alt", text.MOST_ALT),
        keywords=text.tags(str(word) for word in keywords) if isinstance(keywords, list | tuple) else (),
        look=look,
        look_tags=tags,
    )


def words_of(filename: str) -> str:
    """A title from a file's name: "Red fox" of `C:\\\\red-fox_final(2).JPG`; empty if a camera named it."""
    name = re.split(r"[/\\]", filename[-MOST_NAME:])[-1]
    stem = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", name)
    stem = _TAIL.sub("", _STOCK.sub("", stem.replace("_", " ")).strip())
    plain = " ".join(re.sub(r"[-_+.]+|%20", " ", stem).split())
    words = " ".join(_CAMEL.sub(" ", plain).split())
    if _CAMERA.fullmatch(plain) or (words.isascii() and sum(map(str.isalpha, words)) < 3):
        return ""
    return text.capital(text.line(words, text.MOST_TITLE))


def look_of(picture: bytes) -> tuple[str, tuple[str, ...]]:
    """ "Uploaded photo, mostly teal and sand, landscape", and its words as tags. One that may be drawn is
    called a picture."""
    colours = colours_of(picture)
    header: Any = pyvips.Image.new_from_buffer(picture, "")
    shape = _shape(header.width / header.height)
    kind = "picture" if colours.is_flat else "black-and-white photo" if colours.is_gray else "photo"
    mostly = " and ".join(colours.names)
    tags = (*colours.names, "black and white") if kind.startswith("black") else colours.names
    return f"Uploaded {kind}, mostly {mostly}, {shape}", (*tags, shape)


def _shape(ratio: float) -> str:
    if max(ratio, 1 / ratio) <= NEARLY_SQUARE:
        return "square"
    if ratio >= WIDE:
        return "panorama"
    return "landscape" if ratio > 1 else "portrait" if ratio > 1 / WIDE else "tall"


def _text(metadata: Mapping[str, Any], name: str, most: int) -> str:
    value = metadata.get(name)
    return text.line(value, most) if isinstance(value, str) else ""
