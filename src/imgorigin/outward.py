"""Requests to URLs that others name: to public addresses only, whatever a name resolves to, and when.

A name is resolved once for each request, every address it has must be public, and the connection is made to
one of just these: a name that resolves to something else a moment later gains nothing by it. Redirects are
not followed.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

import httpx

from imgorigin.errors import InvalidRequest

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a name, for a port. Raises OSError."""

LONGEST_URL: Final = 2048
MOST_ADDRESSES: Final = 3
"""That are tried, one after the other."""
RESOLVERS: Final = 4
"""Threads of their own: names that take long to resolve hold up nothing else."""
RESOLVE_SECONDS: Final = 5.0
NAT64: Final = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an address of IPv4."""
NOT_PUBLIC: Final[tuple[Network, ...]] = (
    IPv4Network("100.64.0.0/10"),  # shared by customers of a provider, and of a cloud
    IPv4Network("168.63.129.16/32"),  # what a cloud tells its machines, at an address that looks public
    IPv4Network("192.0.0.0/24"),  # for protocols, one of them such a cloud's
    IPv4Network("192.88.99.0/24"),  # relays of 6to4
    IPv6Network("2001::/32"),  # Teredo, and
    IPv6Network("2002::/16"),  # 6to4: wrap any address of IPv4
    IPv6Network("64:ff9b:1::/48"),  # NAT64 within a network
    IPv6Network("fec0::/10"),  # sites, as they once were
)


class NotPublic(Exception):
    """A URL that is not to be asked, and why."""


def is_public(address: Address) -> bool:
    """Whether it is one of the public Internet, for one host."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address in NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    if any(address.version == network.version and address in network for network in NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


class Outward:
    """`networks` may be asked though they are not public."""

    def __init__(self, networks: Sequence[Network] = (), *, resolve: Resolve | None = None) -> None:
        self._networks = tuple(networks)
        self._resolve = resolve or _resolver()
        self._tls = ssl.create_default_context()

    async def check(self, url: str, field: str = "webhook_url") -> None:
        """Raises InvalidRequest for one that is not to be asked."""
        try:
            await self.addresses(_parsed(url))
        except NotPublic as error:
            raise InvalidRequest(
                field, str(error), "an http or https URL whose host has public addresses, without credentials"
            ) from error

    async def addresses(self, url: httpx.URL) -> Sequence[str]:
        """All that its host has. Raises NotPublic."""
        if url.scheme not in ("http", "https") or not url.host or not 0 < (url.port or 80) < 2**16:
            raise NotPublic("not an http or https URL")
        if url.userinfo:
            raise NotPublic("it has credentials in it")
        host = url.host.partition("%")[0]
        try:
            async with asyncio.timeout(RESOLVE_SECONDS):
                found = await self._resolve(host, url.port or {"http": 80, "https": 443}[url.scheme])
        except (OSError, UnicodeError) as error:  # TimeoutError is one
            raise NotPublic(f"the host {host} has no address") from error
        for address in found:
            if not self._may_ask(ip_address(address.partition("%")[0])):
                raise NotPublic(f"the host {host} has an address that is not public")
        if not found:
            raise NotPublic(f"the host {host} has no address")
        return found

    def client(self, seconds: float) -> httpx.AsyncClient:
        """For one request: connections are not kept, for they would be by address and not by name. It raises
        NotPublic."""
        return httpx.AsyncClient(
            transport=_Pinned(self, httpx.AsyncHTTPTransport(verify=self._tls, trust_env=False)),
            timeout=seconds,
            follow_redirects=False,
            trust_env=False,
        )

    def _may_ask(self, address: Address) -> bool:
        plain = address.ipv4_mapped if isinstance(address, IPv6Address) and address.ipv4_mapped else address
        return is_public(plain) or any(
            plain.version == network.version and plain in network for network in self._networks
        )


class _Pinned(httpx.AsyncBaseTransport):
    """Connects to the very addresses that were looked at; the host's name stands in the header and, with TLS,
    is what the certificate must be for."""

    def __init__(self, outward: Outward, transport: httpx.AsyncBaseTransport) -> None:
        self._outward = outward
        self._transport = transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        *others, last = (await self._outward.addresses(request.url))[:MOST_ADDRESSES]
        for address in others:
            with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._transport.handle_async_request(_to(request, address))
        return await self._transport.handle_async_request(_to(request, last))

    async def aclose(self) -> None:
        await self._transport.aclose()


def _to(request: httpx.Request, address: str) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode()},
    )


def _parsed(url: str) -> httpx.URL:
    if len(url) > LONGEST_URL:
        raise NotPublic(f"longer than {LONGEST_URL} characters")
    if not url.isprintable() or any(char.isspace() for char in url):
        raise NotPublic("not an http or https URL")
    try:
        return httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise NotPublic("not an http or https URL") from error


def _resolver() -> Resolve:
    threads = ThreadPoolExecutor(RESOLVERS, "resolver")

    async def resolve(host: str, port: int) -> Sequence[str]:
        found = await asyncio.get_running_loop().run_in_executor(
            threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(each[4][0]) for each in found))

    return resolve
