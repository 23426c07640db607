"""Every header of an answer, in one place; nginx/imgorigin.conf says the same for what it serves itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from typing import Any, Final
from urllib.parse import quote

from imgorigin.address import IMAGES, PRIVATE, REVALIDATED, Address, surrogate_keys
from imgorigin.errors import PreconditionFailed, RangeNotSatisfiable
from imgorigin.imaging import encode, vector
from imgorigin.stores.base import Blob

Headers = list[tuple[bytes, bytes]]

MEDIA_TYPES: Final = {**encode.MEDIA_TYPES, "svg": vector.MEDIA_TYPE}
"""Of every address.FORMATS."""

NO_STORE: Final = b"no-store"
NO_CACHE: Final = b"public, no-cache"
CACHE_CONTROLS: Final = {
    IMAGES: b"public, max-age=31536000, immutable",
    REVALIDATED: NO_CACHE,
    PRIVATE: b"private, no-cache",
}
"""By the shelf that a rendition lies on."""
MOST_TOLD: Final = 20

SHARED: Final[Headers] = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"*"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"timing-allow-origin", b"*"),
    (b"x-content-type-options", b"nosniff"),
]
"""A picture is there to be put on other sites' pages, measured there, and taken for what it is."""

OF_DRAWINGS: Final[Headers] = [
    (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    (b"vary", b"Accept-Encoding"),
]
"""A drawing opened by itself is a document: ours hold no script, and if one ever did, it would not run. It is
text, too, which nginx compresses."""

UNPAINTED: Final[Headers] = [(b"cache-control", NO_STORE), *SHARED]

CONDITIONS: Final = frozenset(
    (b"if-match", b"if-none-match", b"if-modified-since", b"if-unmodified-since", b"range")
)
"""Request headers that may make an answer other than 200."""

PREFLIGHT: Final[Headers] = [
    *SHARED,
    (b"access-control-allow-methods", b"GET, HEAD, OPTIONS"),
    (b"access-control-allow-headers", b"Authorization, X-API-Key, *"),
    (b"access-control-max-age", b"86400"),
    (b"allow", b"GET, HEAD, OPTIONS"),
]
"""`*` does not cover Authorization (Fetch, 4.9), which a page sends for what is private."""


def etag(modified: int, size: int) -> bytes:
    """Strong, and made as nginx makes it for a file: mtime and size in hexadecimal."""
    return b'"%x-%x"' % (modified, size)


def validators(modified: int, size: int) -> Headers:
    return [
        (b"etag", etag(modified, size)),
        (b"last-modified", formatdate(modified, usegmt=True).encode()),
    ]


def for_picture(address: Address, modified: int, size: int, shelf: str = IMAGES) -> Headers:
    """The headers of a rendition of `size` bytes that stay the same from one answer to the next."""
    return [
        (b"content-type", MEDIA_TYPES[address.format].encode()),
        (b"content-length", b"%d" % size),
        *validators(modified, size),
        (b"cache-control", CACHE_CONTROLS[shelf]),
        (b"accept-ranges", b"bytes"),
        (b"content-disposition", content_disposition(address.last.text)),
        *(OF_DRAWINGS if address.format == "svg" else ()),
        *tags(address),
        *SHARED,
    ]


def tags(address: Address) -> Headers:
    """By which caches purge: Fastly's and Varnish's header, and Cloudflare's. All edits of a picture have its
    own."""
    keys = surrogate_keys(address.project, address.picture.words)
    return [(b"surrogate-key", " ".join(keys).encode()), (b"cache-tag", ",".join(keys).encode())]


def for_unpainted(address: Address) -> Headers:
    """HEAD of a picture that is still to be painted: its type, and no length."""
    return [(b"content-type", MEDIA_TYPES[address.format].encode()), *UNPAINTED]


def content_disposition(name: str) -> bytes:
    """Shown in the page, saved under `name` (RFC 6266; RFC 8187 where it is not ASCII)."""
    if name.isascii():
        return f'inline; filename="{name}"'.encode()
    return f"inline; filename*=UTF-8''{quote(name)}".encode()


def cache_status(cache: str, detail: str = "") -> bytes:
    """RFC 9211. `cache` is hit, miss or joined; `detail` the tier that answered."""
    told = {"hit": b"hit", "miss": b"fwd=uri-miss; stored", "joined": b"fwd=uri-miss; collapsed"}[cache]
    return b"imgorigin; " + told + (b"; detail=" + detail.encode() if detail else b"")


def server_timing(seconds: Mapping[str, float]) -> bytes:
    """https://www.w3.org/TR/server-timing/: milliseconds by step."""
    return ", ".join(f"{name};dur={value * 1000:.1f}" for name, value in seconds.items()).encode()


def unheeded(told: Mapping[str, Sequence[str]]) -> Headers:
    """What the painter made nothing of, for whoever has the picture painted: `X-Imgorigin-Unknown: blorb`.
    Words are percent-encoded, and no more of them told than MOST_TOLD."""
    return [
        (
            b"x-imgorigin-" + name.replace("_", "-").encode(),
            ", ".join(quote(word, safe=" ") for word in words[:MOST_TOLD]).encode(),
        )
        for name, words in told.items()
        if words
    ]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, whole. `cache` is for metrics and logs."""

    status: int
    headers: Headers
    body: bytes = b""
    cache: str = "none"


def with_blob(request: Mapping[bytes, bytes], headers: Headers, blob: Blob, cache: str) -> Answer:
    """200, or as the request's conditions have it 206, 304 or 416, for a picture with these `headers`."""
    size = len(blob.data)
    if is_unchanged(request, blob.modified, size):
        return unchanged(headers, cache)
    part = byte_range(request, blob.modified, size) if b"range" in request else None
    if part is None:
        return Answer(200, headers, blob.data, cache)
    told = [(name, value) for name, value in headers if name != b"content-length"]
    told.append((b"content-length", b"%d" % len(part)))
    told.append((b"content-range", b"bytes %d-%d/%d" % (part.start, part.stop - 1, size)))
    return Answer(206, told, blob.data[part.start : part.stop], cache)


def unchanged(headers: Headers, cache: str) -> Answer:
    """304: the headers without those that describe a body."""
    body = (b"content-length", b"content-type", b"content-disposition", b"accept-ranges")
    return Answer(304, [header for header in headers if header[0] not in body], cache=cache)


def as_json(value: Any, *, status: int = 200, cache: str = "none", cache_control: bytes = NO_STORE) -> Answer:
    body = json.dumps(value, ensure_ascii=False).encode()
    headers: Headers = [
        (b"content-type", b"application/json"),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", cache_control),
        *SHARED,
    ]
    return Answer(status, headers, body, cache)


def redirect(location: str, *, cache_control: bytes = b"public, max-age=86400") -> Answer:
    """308: another spelling of the address is the canonical one."""
    headers: Headers = [
        (b"location", location.encode("latin-1")),
        (b"content-length", b"0"),
        (b"cache-control", cache_control),
        *SHARED,
    ]
    return Answer(308, headers, cache="redirect")


def is_unchanged(request: Mapping[bytes, bytes], modified: int, size: int) -> bool:
    """Whether the client's copy is still good: If-None-Match, else If-Modified-Since. Raises
    PreconditionFailed if the answer is to be of another version: If-Match, else If-Unmodified-Since.
    (RFC 9110, 13.2.2)"""
    if _is_for_another(request, modified, size):
        raise PreconditionFailed
    if (wanted := request.get(b"if-none-match")) is not None:
        tags = [tag.strip().removeprefix(b"W/") for tag in wanted.split(b",")]
        return b"*" in tags or etag(modified, size) in tags
    since = request.get(b"if-modified-since")
    return since is not None and _is_not_after(modified, since)


def _is_for_another(request: Mapping[bytes, bytes], modified: int, size: int) -> bool:
    if (version := request.get(b"if-match")) is not None:
        return version.strip() != b"*" and etag(modified, size) not in map(bytes.strip, version.split(b","))
    before = request.get(b"if-unmodified-since")
    return before is not None and not _is_not_after(modified, before, default=True)


def byte_range(request: Mapping[bytes, bytes], modified: int, size: int) -> range | None:
    """The bytes asked for by `Range`, or None for all: also for several ranges, other units, and where
    `If-Range` tells of another version (RFC 9110, 14). Raises RangeNotSatisfiable."""
    wanted = request.get(b"range", b"")
    condition = request.get(b"if-range")
    if condition not in (None, etag(modified, size)) and not _is_same(modified, condition or b""):
        return None
    unit, _, spec = wanted.partition(b"=")
    first, dash, last = spec.strip().partition(b"-")
    if unit.strip().lower() != b"bytes" or not dash or not (first + last).isdigit():
        return None
    if not first:
        begin, end = max(0, size - _position(last)), size
    else:
        begin, end = _position(first), min(size, _position(last) + 1 if last else size)
        if last and _position(last) < begin:
            return None  # not a valid range: to be ignored
    if begin >= size or begin >= end:
        raise RangeNotSatisfiable(size)
    return range(begin, end)


def _position(digits: bytes) -> int:
    """In a file. Of very many digits only the first count: it lies behind the end of any file either way."""
    return int(digits.lstrip(b"0")[:18] or b"0")


def _is_not_after(modified: int, date: bytes, *, default: bool = False) -> bool:
    """`default` is for what is no date: such a condition is to be ignored."""
    try:
        return modified <= parsedate_to_datetime(date.decode("latin-1")).timestamp()
    except (ValueError, OverflowError):
        return default


def _is_same(modified: int, date: bytes) -> bool:
    return date == formatdate(modified, usegmt=True).encode()
