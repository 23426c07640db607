"""Words found in a file that a stranger made: cleaned and cut, never trusted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Final

MOST: Final = 2000
"""Characters of one text."""
MOST_OF_KEYWORD: Final = 100
MOST_KEYWORDS: Final = 50

_DATE: Final = re.compile(r"(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?", re.ASCII)
_SAID_BY_CAMERAS: Final = frozenset(
    {"olympus digital camera", "samsung camera pictures", "digital camera", "minolta digital camera",
     "sony dsc", "kodak digital still camera", "exif_jpeg_picture", "untitled", "default"}
)  # fmt: skip
"""What makers write where a description belongs."""


def decoded(data: bytes) -> str:
    """UTF-8, else what most old programs wrote."""
    data = data.rstrip(b"\0 ")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def phrase(text: str, most: int = MOST) -> str:
    """One line of printable characters; empty if it says nothing."""
    kept = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text[: 4 * most])
    line = " ".join(kept.replace("\ufffd", "").split())[:most].strip()
    return "" if line.lower() in _SAID_BY_CAMERAS else line


def keywords(found: Iterable[str]) -> list[str]:
    """Each once, in their order."""
    cleaned = (phrase(word, MOST_OF_KEYWORD) for word in found)
    return list(dict.fromkeys(filter(None, cleaned)))[:MOST_KEYWORDS]


def date(text: str) -> str:
    """A day and, if told, a time of it, as ISO 8601, by the camera's clock; empty for what is no date."""
    if not (match := _DATE.match(text.strip())):
        return ""
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in match.groups())
    try:
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return ""
    return moment.isoformat() if match[4] else moment.date().isoformat()
