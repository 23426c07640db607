"""Origins of pages, and lists of those that may have pictures painted.

https://shop.example.com     this one           https://shop.example.com:8443   on that port
shop.example.com             http or https      *.example.com                   any name below it
https://bücher.example       as browsers write it: https://xn--bcher-kva.example
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import SplitResult, urlsplit

import idna

from imgorigin.errors import InvalidRequest

FORMS: Final = "origins such as https://shop.example.com, shop.example.com:8080 or *.example.com"
MAX_HOST: Final = 253
"""Characters of a name in the DNS."""

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_ANY_BELOW: Final = "*."
_ENTRY: Final = re.compile(r"(\*\.)?[^\s/?#@\\*]+/?")
_HOST: Final = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]*:[0-9a-f:.]*")


@dataclass(frozen=True, slots=True)
class _Origin:
    """Of a page; or, with an empty scheme (http or https), of those that are meant. `port` is None for the
    default one."""

    scheme: str
    host: str
    port: int | None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (f"{self.scheme}://" if self.scheme else "") + host + (f":{self.port}" if self.port else "")


def origin_of(url: str) -> str:
    """The origin of a URL as browsers write it (RFC 6454, 6.2): `https://shop.example.com:8443`; empty where
    it has none (`null`, `about:blank`, `file:///page.html`)."""
    found = _parsed(url)
    return str(found) if found and found.scheme else ""


def canonical(entry: str) -> str:
    """The one way to write an entry of a list. Raises InvalidRequest."""
    found = _entry(entry)
    if not found:
        raise InvalidRequest("origins", f"{entry!r} is no origin", FORMS)
    return str(found)


def is_listed(site: str, entries: Iterable[str]) -> bool:
    """Whether the origin of a page, as `origin_of` writes it, is one of those meant. An entry that
    `canonical` does not take means none."""
    page = _parsed(site)
    return page is not None and any(_covers(meant, page) for entry in entries if (meant := _entry(entry)))


def _covers(meant: _Origin, page: _Origin) -> bool:
    schemes = (meant.scheme,) if meant.scheme else tuple(_DEFAULT_PORTS)
    is_port = page.port == meant.port or (meant.port == _DEFAULT_PORTS.get(page.scheme) and page.port is None)
    if page.scheme not in schemes or not is_port:
        return False
    if meant.host.startswith(_ANY_BELOW):
        below = meant.host.removeprefix("*")
        return page.host.endswith(below) and page.host != below
    return page.host == meant.host


def _entry(text: str) -> _Origin | None:
    scheme, separator, rest = text.strip().rpartition("://")
    if not _ENTRY.fullmatch(rest):
        return None
    found = _parsed(f"{scheme}{separator or '//'}{rest.removeprefix(_ANY_BELOW)}")
    if found and found.scheme not in ("", *_DEFAULT_PORTS):
        return None
    if found and rest.startswith(_ANY_BELOW):
        return replace(found, host=_ANY_BELOW + found.host)
    return found


def _parsed(url: str) -> _Origin | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = _host(parts)
    if not host:
        return None
    return _Origin(parts.scheme, host, None if port == _DEFAULT_PORTS.get(parts.scheme) else port)


def _host(parts: SplitResult) -> str:
    """In lower case and ASCII (UTS 46, as browsers have it); empty if there is none that is good."""
    host = parts.hostname or ""
    if len(host) > MAX_HOST:
        return ""
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode()
        except idna.IDNAError:
            return ""
    return host if _HOST.fullmatch(host) else ""
