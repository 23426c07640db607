"""Under what names this server's pictures are known: for the addresses that are told, and those that are
given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

from imgorigin.errors import InvalidRequest

_HOST: Final = re.compile(r"(?:[a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?//", re.IGNORECASE)
_OTHER: Final = re.compile(r"[^/?#]*:")
_PORTS: Final = re.compile(r":(?:80|443)$")


def asked_by(request: Request) -> str:
    """The origin that the request names, or where that is no name, the one it came to."""
    named = request.headers.get("host", "")
    if not _HOST.fullmatch(named):
        host, port = request.scope.get("server") or ("localhost", None)
        named = f"{host}:{port}" if port else str(host)
    return f"{request.scope.get('scheme', 'http')}://{named.lower()}"


@dataclass(frozen=True, slots=True)
class Hosts:
    """`public` are origins such as `https://img.example.com`; the first is told to clients. Without any, they
    are told the one that they ask by, which `asked` finds out."""

    public: tuple[str, ...] = ()
    asked: Callable[[Request], str] = asked_by

    def url(self, request: Request, path: str) -> str:
        """Of a path that begins with a slash."""
        return (self.public[0].rstrip("/") if self.public else self.asked(request)) + path

    def path_of(self, request: Request, url: str, field: str) -> str:
        """The path, percent-encoded or not, of one of our URLs; also of one without a host. Raises
        InvalidRequest for any other."""
        text = url.strip()
        if begun := _SCHEME.match(text):
            ours = {_name(origin) for origin in (*self.public, self.asked(request))}
            if (begun["scheme"] or "https").lower() not in ("http", "https") or _name(text) not in ours:
                raise InvalidRequest(field, "it is no picture of this server", f"{self.url(request, '/')}...")
            text = "/" + text[begun.end() :].partition("/")[2]
        elif _OTHER.match(text):
            raise InvalidRequest(field, "it is no picture of this server", f"{self.url(request, '/')}...")
        return "/" + text.partition("#")[0].partition("?")[0].lstrip("/")


def _name(url: str) -> str:
    """Host and port, in lower case, without the port that goes without saying."""
    try:
        return _PORTS.sub("", urlsplit(url).netloc.lower())
    except ValueError:
        return ""
