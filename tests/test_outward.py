"""Which URLs are asked, and that it is the very address that was looked at."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import ip_address, ip_network

import httpx
import pytest

from imgorigin.errors import InvalidRequest
from imgorigin.outward import NotPublic, Outward, Resolve, _Pinned, is_public
from tests.receiver import Receiver, receiving

NOT_PUBLIC = [
    "127.0.0.1", "127.255.0.3", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192",
    "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "192.88.99.1",
    "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "ff0e::1", "fec0::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::1", "2001:0:7f00:1::1",
]  # fmt: skip
PUBLIC = ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_it_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_it_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:127.0.0.1]",
     "localhost", "localhost.", "0", "[fe80::1%25lo]"],
)  # fmt: skip
async def test_no_spelling_of_this_machine_is_asked(host: str) -> None:
    with pytest.raises(InvalidRequest, match=r"webhook_url: the host .* has (an|no) address"):
        await Outward().check(f"http://{host}/hook")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://example.com/x", "not an http or https URL"),
        ("file:///etc/passwd", "not an http or https URL"),
        ("gopher://example.com", "not an http or https URL"),
        ("//example.com", "not an http or https URL"),
        ("example.com", "not an http or https URL"),
        ("http://", "not an http or https URL"),
        ("http://exa mple.com", "not an http or https URL"),
        ("http://example.com/\r\nX: y", "not an http or https URL"),
        ("http://example.com:99999/", "not an http or https URL"),
        ("http://0177.0.0.1/", "not an http or https URL"),
        ("http://[::1", "not an http or https URL"),
        ("http://user:secret@example.com/", "it has credentials in it"),
        ("http://user@example.com/", "it has credentials in it"),
        (f"http://example.com/{'x' * 2048}", "longer than 2048 characters"),
    ],
)
async def test_what_is_no_url_to_be_asked_is_told(url: str, told: str) -> None:
    with pytest.raises(InvalidRequest, match=told) as error:
        await Outward(resolve=resolving("1.1.1.1")).check(url)
    assert "secret" not in error.value.detail


def resolving(*answers: str | Sequence[str]) -> Resolve:
    """A resolver that gives each of these, one after the other, and then the last for ever."""
    left = [[answer] if isinstance(answer, str) else list(answer) for answer in answers]

    async def resolve(host: str, port: int) -> Sequence[str]:
        return left.pop(0) if len(left) > 1 else left[0]

    return resolve


async def test_one_address_that_is_not_public_is_one_too_many() -> None:
    outward = Outward(resolve=resolving(["1.1.1.1", "10.0.0.1"]))
    with pytest.raises(InvalidRequest, match=r"the host a\.example has an address that is not public"):
        await outward.check("https://a.example")
    await Outward(resolve=resolving(["1.1.1.1", "2606:4700:4700::1111"])).check("https://a.example")


async def test_a_name_without_an_address_is_told() -> None:
    async def resolve(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    for outward in (Outward(resolve=resolve), Outward(resolve=resolving([]))):
        with pytest.raises(InvalidRequest, match=r"the host a\.example has no address"):
            await outward.check("https://a.example")


async def test_networks_that_are_named_may_be_asked() -> None:
    outward = Outward([ip_network("10.0.0.0/8"), ip_network("::1")], resolve=resolving("10.1.2.3"))
    await outward.check("http://a.example")
    await Outward([ip_network("::1")]).check("http://[::1]:8080/")
    await Outward([ip_network("127.0.0.0/8")]).check("http://[::ffff:127.0.0.1]:8080/")
    with pytest.raises(InvalidRequest):
        await Outward([ip_network("10.0.0.0/8")], resolve=resolving("192.168.0.1")).check("http://a.example")


async def test_a_name_that_turns_to_this_machine_is_not_asked() -> None:
    async with receiving() as receiver:
        outward = Outward(resolve=resolving("1.1.1.1", "127.0.0.1"))
        url = f"http://a.example:{receiver.port}/hook"
        await outward.check(url)
        async with outward.client(5) as client:
            with pytest.raises(NotPublic):
                await client.post(url)
        assert receiver.requests == []


async def test_the_connection_is_made_to_the_address_that_was_looked_at() -> None:
    """And to no other: the name has none that any resolver knows."""
    async with receiving() as receiver:
        outward = Outward([ip_network("127.0.0.0/8")], resolve=resolving("127.0.0.1", "10.0.0.1"))
        async with outward.client(5) as client:
            answer = await client.post(f"http://a.invalid:{receiver.port}/hook", content=b"{}")
        assert answer.status_code == 204
        assert receiver.requests[0].headers["host"] == f"a.invalid:{receiver.port}"


async def test_the_next_address_is_tried_if_one_cannot_be_reached() -> None:
    async with receiving() as receiver:
        outward = Outward(
            [ip_network("127.0.0.0/8")], resolve=resolving(["127.0.0.77", "127.0.0.78", "127.0.0.1"])
        )
        async with outward.client(5) as client:
            assert (await client.post(f"http://a.invalid:{receiver.port}/")).status_code == 204


async def test_redirects_are_not_followed() -> None:
    def away(receiver: Receiver) -> tuple[int, dict[str, str]]:
        return 302, {"Location": f"http://127.0.0.1:{receiver.port}/secret"}

    async with receiving(away) as receiver:
        async with Outward([ip_network("127.0.0.1")]).client(5) as client:
            assert (await client.post(f"http://127.0.0.1:{receiver.port}/")).status_code == 302
        assert [request.path for request in receiver.requests] == ["/"]


async def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with receiving() as proxy, receiving() as receiver:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        async with Outward([ip_network("127.0.0.1")]).client(5) as client:
            assert (await client.post(f"http://127.0.0.1:{receiver.port}/")).status_code == 204
        assert proxy.requests == []


async def test_a_certificate_must_be_for_the_name_not_the_address() -> None:
    sent: list[httpx.Request] = []

    class Noted(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return httpx.Response(204)

    pinned = _Pinned(Outward(resolve=resolving("1.1.1.1")), Noted())
    async with httpx.AsyncClient(transport=pinned) as client:
        await client.post("https://bücher.example/hook?a=b")
    (request,) = sent
    assert str(request.url) == "https://1.1.1.1/hook?a=b"
    assert request.extensions["sni_hostname"] == "xn--bcher-kva.example"
    assert request.headers["host"] == "xn--bcher-kva.example"
