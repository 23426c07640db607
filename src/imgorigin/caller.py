"""Who asks, as far as it is known: what policies, budgets, the queue and the audit go by."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Network
from typing import Final

from imgorigin.catalog.keys import Key

IPV6_NETWORK: Final = 64
"""Bits of an IPv6 address that one customer of a provider shares (RFC 6177): whoever has one address has all
of its network."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signed URL carries: until when it is good (Unix seconds), and the HMAC in hexadecimal."""

    expires: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """`client` is the address of the client, past trusted proxies (empty: not over HTTP). `key` is a good
    one. `site` is the origin of the page that asks, of the headers Origin or Referer:
    `https://shop.example.com`. `dialect` is the API it asks by; empty: none, but the address of a picture."""

    client: str = ""
    key: Key | None = None
    site: str = ""
    signature: Signature | None = None
    dialect: str = ""

    @property
    def who(self) -> str:
        """As the audit writes it down."""
        if self.key:
            return f"key:{self.key.prefix}"
        return f"client:{self.client}" if self.client else "cli"

    @property
    def network(self) -> str:
        """What budgets count by: see `network_of`."""
        return network_of(self.client)


def network_of(client: str) -> str:
    """Of an IPv6 address its network of 64 bits (`2001:db8:1:2::/64`); anything else as it is."""
    if ":" not in client:
        return client
    return str(IPv6Network((client, IPV6_NETWORK), strict=False))


OPERATOR: Final = Caller()
"""Whoever runs the server, at its own command line: may do everything. It is known by identity, lest a client
of whom nothing is known be taken for it."""
