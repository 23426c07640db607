"""Spans of time as they are typed, and times to come: `30d`, `12h`, `45m`, `90s`, `2027-01-01`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from imgorigin.errors import InvalidRequest

FORM: Final = "a number with s, m, h, d or w, as in 30d"
TO_COME: Final = "a time from now as 12h, 30d or 8w, or a day to come as 2027-01-01"
GONE: Final = "a span of time as 12h or 30d, or a moment that is over as 2027-01-01T12:30"
LONGEST: Final = timedelta(days=36_500)

_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SPAN: Final = re.compile(r"([1-9][0-9]{0,11})([smhdw])", re.ASCII)


def span(field: str, text: str) -> timedelta:
    """What a person typed for `field`. Raises InvalidRequest, also for more than a hundred years."""
    match = _SPAN.fullmatch(text.strip().lower())
    if not match:
        raise InvalidRequest(field, f"{text!r} is no span of time", FORM)
    found = int(match[1]) * timedelta(**{_UNITS[match[2]]: 1}) if len(match[1]) < 10 else LONGEST * 2
    if found > LONGEST:
        raise InvalidRequest(field, f"{text!r} is too long", f"{LONGEST.days}d at the most")
    return found


def past(field: str, text: str, now: datetime) -> datetime:
    """A span before `now`, or a time; UTC where it names no zone. Raises InvalidRequest."""
    if _SPAN.fullmatch(text.strip().lower()):
        return now - span(field, text)
    at = _moment(field, text, GONE)
    if at > now:
        raise InvalidRequest(field, f"{text!r} is to come", GONE)
    return at


def _moment(field: str, text: str, allowed: str) -> datetime:
    try:
        at = datetime.fromisoformat(text.strip())
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidRequest(field, repr(text), allowed) from None


def to_come(field: str, text: str, now: datetime) -> datetime:
    """A span from `now`, or the beginning of a day, UTC. Raises InvalidRequest."""
    if _SPAN.fullmatch(text.strip().lower()):
        return now + span(field, text)
    at = _moment(field, text, TO_COME)
    if at <= now:
        raise InvalidRequest(field, f"{text!r} is over", TO_COME)
    return at
