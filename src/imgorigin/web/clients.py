"""A request -> its Caller: from where it really comes, by whose page, with which key and signature.

Of the headers that tell of proxies X-Forwarded-For, -Proto and -Host are read, from trusted proxies only.
`Forwarded` (RFC 7239) is not: a proxy that writes one of the two lets the other through as the client wrote
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final, Protocol

from starlette.types import Scope

from imgorigin.caller import Caller
from imgorigin.catalog.keys import Key
from imgorigin.errors import Unauthorized
from imgorigin.origins import origin_of
from imgorigin.signing import from_query

UNKNOWN: Final = "unknown"
"""The client of a connection that has no address: a Unix socket."""
SCHEMES: Final = ("http", "https")

_WITH_PORT: Final = re.compile(r"\[([^\]]*)\](?::[0-9]+)?|([0-9.]+):[0-9]+")
_HOST: Final = re.compile(r"[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
_BEARER: Final = re.compile(r"bearer +(\S+) *", re.IGNORECASE)


Networks = tuple[IPv4Network | IPv6Network, ...]


class KeyLookup(Protocol):
    """What is needed of Keyring."""

    async def key_of(self, secret: str, client: str) -> Key: ...


@dataclass(frozen=True, slots=True)
class Clients:
    """`trusted` are the networks of proxies whose word is taken."""

    keys: KeyLookup
    trusted: Networks

    async def caller_of(self, scope: Scope) -> Caller:
        """Raises what the lookup of the key does: Unauthorized, TooManyRequests, CatalogUnavailable. Where
        the request has no key nothing is looked up."""
        client, secret = self.address_of(scope), secret_of(scope)
        return Caller(
            client=client,
            key=await self.keys.key_of(secret, client) if secret else None,
            site=site_of(scope),
            signature=from_query(scope["query_string"]),
        )

    def stranger_of(self, scope: Scope) -> Caller:
        """Whatever key the request sends."""
        return Caller(client=self.address_of(scope))

    def address_of(self, scope: Scope) -> str:
        """The nearest address that is no trusted proxy's; UNKNOWN if the connection has none. What is no
        address in the header counts as not said, and so does all before it."""
        found = _peer(scope)
        if not found:
            return UNKNOWN
        for hop in reversed(_values(scope, b"x-forwarded-for")):
            before = _address(hop) if self._trusts(found) else None
            if not before:
                break
            found = before
        return str(found)

    def base_of(self, scope: Scope) -> str:
        """What stands before the path in the URL that the client asked for, as far as can be told:
        `https://img.example.com`."""
        peer = _peer(scope)
        schemes, hosts = [scope.get("scheme", "http")], _values(scope, b"host")
        if peer and self._trusts(peer):
            schemes = _values(scope, b"x-forwarded-proto")[-1:] + schemes
            hosts = _values(scope, b"x-forwarded-host")[-1:] + hosts
        scheme = next(name for name in [*schemes, "http"] if name in SCHEMES)
        host = next(name for name in [*hosts, "localhost"] if _HOST.fullmatch(name))
        return f"{scheme}://{host}"

    def _trusts(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self.trusted)


def site_of(scope: Scope) -> str:
    """The origin of the page that asks; empty if neither Origin nor Referer tells one. `Origin: null` tells
    none."""
    for name in (b"origin", b"referer"):
        for value in _headers(scope, name):
            if site := origin_of(value):
                return site
    return ""


def secret_of(scope: Scope) -> str:
    """The key that a request sends, empty if none. Raises Unauthorized if it sends two."""
    bearers = [match[1] for value in _headers(scope, b"authorization") if (match := _BEARER.fullmatch(value))]
    found = {*bearers, *(value.strip() for value in _headers(scope, b"x-api-key"))} - {""}
    if len(found) > 1:
        raise Unauthorized(
            "The request sends two different keys. Send one, as Authorization or as X-API-Key."
        )
    return next(iter(found), "")


def _peer(scope: Scope) -> IPv4Address | IPv6Address | None:
    peer = scope.get("client")
    return _address(peer[0]) if peer else None


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Without port and zone; an IPv4 address in the clothes of IPv6 as what it is."""
    bare = _WITH_PORT.fullmatch(text)
    try:
        address = ip_address((bare[1] or bare[2] if bare else text).partition("%")[0])
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _values(scope: Scope, name: bytes) -> list[str]:
    """All of a header's, in the order that they were added in."""
    return [value.strip() for line in _headers(scope, name) for value in line.split(",")]


def _headers(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for sent, value in scope["headers"] if sent == name]
