from __future__ import annotations

import contextlib
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import PreconditionFailed, RangeNotSatisfiable
from imgorigin.web.respond import (
    byte_range,
    cache_status,
    content_disposition,
    etag,
    is_unchanged,
    server_timing,
)

MODIFIED, SIZE = 0x6920_0000, 1000
TAG = etag(MODIFIED, SIZE)
DATE = formatdate(MODIFIED, usegmt=True).encode()


def test_the_etag_is_the_one_nginx_makes() -> None:
    assert etag(1763690400, 555_000) == b'"691fc7a0-877f8"'


@pytest.mark.parametrize(
    ("condition", "unchanged"),
    [
        ({b"if-none-match": TAG}, True),
        ({b"if-none-match": b"W/" + TAG}, True),
        ({b"if-none-match": b'"x", ' + TAG}, True),
        ({b"if-none-match": b"*"}, True),
        ({b"if-none-match": b'"x"'}, False),
        ({b"if-none-match": b""}, False),
        ({b"if-none-match": b'"x"', b"if-modified-since": DATE}, False),
        ({b"if-modified-since": DATE}, True),
        ({b"if-modified-since": formatdate(MODIFIED - 1, usegmt=True).encode()}, False),
        ({b"if-modified-since": b"yesterday"}, False),
        ({b"if-modified-since": b"\xff"}, False),
        ({}, False),
    ],
)
def test_conditions(condition: dict[bytes, bytes], unchanged: bool) -> None:
    assert is_unchanged(condition, MODIFIED, SIZE) is unchanged


OTHERS = formatdate(MODIFIED - 1, usegmt=True).encode()


@pytest.mark.parametrize(
    ("condition", "fails"),
    [
        ({b"if-match": TAG}, False),
        ({b"if-match": b'"x", ' + TAG}, False),
        ({b"if-match": b"*"}, False),
        ({b"if-match": b'"x"'}, True),
        ({b"if-match": b"W/" + TAG}, True),
        ({b"if-match": TAG, b"if-unmodified-since": OTHERS}, False),
        ({b"if-unmodified-since": DATE}, False),
        ({b"if-unmodified-since": OTHERS}, True),
        ({b"if-unmodified-since": b"yesterday"}, False),
    ],
)
def test_preconditions(condition: dict[bytes, bytes], fails: bool) -> None:
    with pytest.raises(PreconditionFailed) if fails else contextlib.nullcontext():
        is_unchanged(condition, MODIFIED, SIZE)


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        (b"bytes=0-99", range(100)),
        (b"bytes=990-", range(990, 1000)),
        (b"bytes=-10", range(990, 1000)),
        (b"bytes=-5000", range(1000)),
        (b"bytes=0-5000", range(1000)),
        (b"bytes=999-999", range(999, 1000)),
        (b"bytes=0-" + b"9" * 5000, range(1000)),
        (b"bytes=-" + b"9" * 5000, range(1000)),
        (b"bytes=" + b"0" * 5000 + b"7-8", range(7, 9)),
        (b"Bytes = 1-2", range(1, 3)),
        (b"bytes=0-1,5-6", None),
        (b"bytes=5-2", None),
        (b"bytes=-", None),
        (b"bytes=a-b", None),
        (b"lines=1-2", None),
        (b"", None),
    ],
)
def test_ranges(wanted: bytes, part: range | None) -> None:
    assert byte_range({b"range": wanted}, MODIFIED, SIZE) == part


@pytest.mark.parametrize(
    "wanted", [b"bytes=1000-", b"bytes=5000-6000", b"bytes=-0", b"bytes=" + b"9" * 5000 + b"-"]
)
def test_ranges_outside(wanted: bytes) -> None:
    with pytest.raises(RangeNotSatisfiable):
        byte_range({b"range": wanted}, MODIFIED, SIZE)


@pytest.mark.parametrize(("condition", "applies"), [(TAG, True), (DATE, True), (b'"x"', False), (b"", False)])
def test_if_range(condition: bytes, applies: bool) -> None:
    part = byte_range({b"range": b"bytes=0-0", b"if-range": condition}, MODIFIED, SIZE)
    assert (part is not None) is applies


@given(st.binary(max_size=40), st.binary(max_size=40), st.integers(0, 2000))
def test_no_range_whatever_breaks_it(wanted: bytes, condition: bytes, size: int) -> None:
    try:
        part = byte_range({b"range": b"bytes=" + wanted, b"if-range": condition}, MODIFIED, size)
    except RangeNotSatisfiable:
        return
    assert part is None or 0 <= part.start < part.stop <= size


def test_names_are_readable_in_any_script() -> None:
    assert content_disposition("red-fox_4x4@2x.png") == b'inline; filename="red-fox_4x4@2x.png"'
    assert content_disposition("café.png") == b"inline; filename*=UTF-8''caf%C3%A9.png"


def test_status_and_timing_are_as_the_standards_write_them() -> None:
    assert cache_status("hit", "disk") == b"imgorigin; hit; detail=disk"
    assert cache_status("miss") == b"imgorigin; fwd=uri-miss; stored"
    assert cache_status("joined") == b"imgorigin; fwd=uri-miss; collapsed"
    assert server_timing({"queue": 0.0012, "paint": 1}) == b"queue;dur=1.2, paint;dur=1000.0"
