"""Times to come, as people type them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from imgorigin.errors import InvalidRequest

ALLOWED: Final = "a time from now as 12h, 30d or 8w, or a day to come as 2027-01-01"

_SPAN: Final = re.compile(r"([1-9][0-9]{0,4})([hdw])")
_UNITS: Final = {"h": "hours", "d": "days", "w": "weeks"}


def to_come(option: str, text: str, now: datetime) -> datetime:
    """`30d` from `now`, or the beginning of a day, UTC. Raises InvalidRequest, which names the option."""
    if span := _SPAN.fullmatch(text.strip().lower()):
        return now + timedelta(**{_UNITS[span[2]]: int(span[1])})
    try:
        at = datetime.fromisoformat(text.strip())
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidRequest(option, repr(text), ALLOWED) from None
    if at <= now:
        raise InvalidRequest(option, f"{text!r} is over", ALLOWED)
    return at
