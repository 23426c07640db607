"""Who asks, by what a request says and by whom it came."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Scope
from typer.testing import CliRunner
from uvicorn.middleware.proxy_headers import _TrustedHosts

from imgorigin.caller import Caller, network_of
from imgorigin.catalog.keys import Key
from imgorigin.cli import app
from imgorigin.errors import SettingsError, Unauthorized
from imgorigin.settings import Settings, as_environment, load
from imgorigin.signing import UNREADABLE
from imgorigin.web.clients import UNKNOWN, Clients, secret_of, site_of
from tests.callers import key

NGINX: Final = "127.0.0.1"
FORWARDED: Final = "x-forwarded-for"


class Keys:
    """Every secret is good. Notes what is looked up."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    async def key_of(self, secret: str, client: str) -> Key:
        self.asked.append((secret, client))
        return key()


def scope(*headers: tuple[str, str], client: str | None = NGINX, query: str = "", **more: Any) -> Scope:
    return {
        "type": "http",
        "scheme": "http",
        "client": (client, 1234) if client else None,
        "headers": [(name.encode(), value.encode()) for name, value in headers],
        "query_string": query.encode(),
        **more,
    }


def clients(*networks: str, keys: Keys | None = None) -> Clients:
    settings = Settings(trusted_proxies=networks) if networks else Settings()
    return Clients(keys or Keys(), settings.proxy_networks)


@pytest.mark.parametrize(
    ("trusted", "client", "forwarded", "found"),
    [
        ([], "203.0.113.9", [], "203.0.113.9"),
        ([], "203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ([], NGINX, ["203.0.113.9"], "203.0.113.9"),
        ([], "::1", ["203.0.113.9"], "203.0.113.9"),
        ([], "::ffff:127.0.0.1", ["::ffff:203.0.113.9"], "203.0.113.9"),
        ([], NGINX, ["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
        ([], NGINX, ["198.51.100.1", "203.0.113.9"], "203.0.113.9"),
        ([], NGINX, ["198.51.100.1,127.0.0.1 , 203.0.113.9:5678"], "203.0.113.9"),
        ([], NGINX, ["[2001:DB8::1]:443"], "2001:db8::1"),
        ([], NGINX, ["2001:db8:0:0::1"], "2001:db8::1"),
        ([], NGINX, ["fe80::1%eth0"], "fe80::1"),
        ([], NGINX, ["127.0.0.5, 127.0.0.4"], "127.0.0.5"),
        ([], NGINX, ["203.0.113.9, unknown"], NGINX),
        ([], NGINX, ["203.0.113.9, "], NGINX),
        ([], NGINX, ["_hidden, 127.0.0.2"], "127.0.0.2"),
        ([], NGINX, ["203.0.113.9 198.51.100.1"], NGINX),
        ([], None, ["203.0.113.9"], UNKNOWN),
        (["10.0.0.0/8", "2001:db8::/32"], "10.1.2.3", ["192.0.2.7, 203.0.113.9, 2001:db8::5"], "203.0.113.9"),
        (["10.0.0.0/8"], NGINX, ["203.0.113.9"], NGINX),
        (["10.1.2.3"], "10.1.2.3", ["203.0.113.9"], "203.0.113.9"),
        (["10.1.2.3"], "10.1.2.4", ["203.0.113.9"], "10.1.2.4"),
        (["0.0.0.0/0"], "10.1.2.3", ["203.0.113.9, 198.51.100.1"], "203.0.113.9"),
        (["none"], NGINX, ["203.0.113.9"], NGINX),
    ],
)
def test_the_address_past_trusted_proxies(
    trusted: list[str], client: str | None, forwarded: list[str], found: str
) -> None:
    asked = scope(*((FORWARDED, line) for line in forwarded), client=client)
    assert clients(*trusted).address_of(asked) == found


ADDRESSES: Final = st.ip_addresses().map(str) | st.sampled_from(
    [NGINX, "10.0.0.1", "10.0.0.2", "203.0.113.9"]
)


@given(st.lists(ADDRESSES, min_size=1, max_size=5), st.lists(ADDRESSES, max_size=2))
def test_a_client_cannot_choose_its_address(hops: list[str], invented: list[str]) -> None:
    """What stands before an untrusted address makes no difference; and uvicorn reads the rest as we do."""
    ours = clients("10.0.0.0/8", "127.0.0.0/8")
    told = ", ".join([*invented, "203.0.113.77", *hops])
    found = ours.address_of(scope((FORWARDED, told)))
    assert found == ours.address_of(scope((FORWARDED, ", ".join(["203.0.113.77", *hops]))))
    if not any(":" in hop for hop in hops):
        theirs, _ = _TrustedHosts(["10.0.0.0/8", "127.0.0.0/8"]).get_trusted_client_address(told)
        assert found == theirs


@given(st.text(max_size=60))
def test_any_header_is_read(text: str) -> None:
    said = text.encode(errors="replace").decode()
    asked = scope((FORWARDED, said), ("origin", said), ("authorization", said), ("host", said), query=said)
    ours = clients()
    network_of(ours.address_of(asked))
    assert site_of(asked).isascii()
    assert ours.base_of(asked).startswith("http://")
    secret_of(asked)


@pytest.mark.parametrize(
    ("headers", "site"),
    [
        ([], ""),
        ([("origin", "https://shop.example.com")], "https://shop.example.com"),
        ([("referer", "https://shop.example.com/a?b")], "https://shop.example.com"),
        ([("origin", "https://a.example"), ("referer", "https://b.example/")], "https://a.example"),
        ([("origin", "null"), ("referer", "https://b.example/")], "https://b.example"),
        ([("origin", "null")], ""),
        ([("referer", "about:blank")], ""),
        ([("referer", "/relative")], ""),
    ],
)
def test_the_page_that_asks(headers: list[tuple[str, str]], site: str) -> None:
    assert site_of(scope(*headers)) == site


@pytest.mark.parametrize(
    ("headers", "secret"),
    [
        ([], ""),
        ([("authorization", "Bearer abc")], "abc"),
        ([("authorization", "bearer  abc ")], "abc"),
        ([("x-api-key", " abc ")], "abc"),
        ([("authorization", "Bearer abc"), ("x-api-key", "abc")], "abc"),
        ([("authorization", "Basic YTpi"), ("x-api-key", "abc")], "abc"),
        ([("authorization", "Basic YTpi")], ""),
        ([("authorization", "Bearer ")], ""),
        ([("authorization", "Bearer a b")], ""),
        ([("x-api-key", "")], ""),
    ],
)
def test_the_key_that_is_sent(headers: list[tuple[str, str]], secret: str) -> None:
    assert secret_of(scope(*headers)) == secret


@pytest.mark.parametrize("other", [("authorization", "Bearer def"), ("x-api-key", "def")])
def test_two_different_keys_are_none(other: tuple[str, str]) -> None:
    with pytest.raises(Unauthorized, match="two different keys"):
        secret_of(scope(("authorization", "Bearer abc"), other))


async def test_a_caller_is_all_of_it() -> None:
    keys = Keys()
    headers = [("x-api-key", "abc"), (FORWARDED, "203.0.113.9"), ("referer", "https://shop.example.com/")]
    caller = await clients(keys=keys).caller_of(scope(*headers, query="expires=1&signature=2"))
    site = "https://shop.example.com"
    assert caller == Caller(client="203.0.113.9", key=key(), site=site, signature=UNREADABLE)
    assert keys.asked == [("abc", "203.0.113.9")]


async def test_without_a_key_nothing_is_looked_up() -> None:
    keys = Keys()
    assert await clients(keys=keys).caller_of(scope()) == Caller(client=NGINX)
    assert keys.asked == []


@pytest.mark.parametrize(
    ("client", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (UNKNOWN, UNKNOWN),
        ("", ""),
    ],
)
def test_the_network_of_a_client(client: str, network: str) -> None:
    assert Caller(client=client).network == network


@pytest.mark.parametrize(
    ("client", "headers", "base"),
    [
        (NGINX, [("host", "img.example")], "http://img.example"),
        (
            NGINX,
            [("host", "origin"), ("x-forwarded-proto", "https"), ("x-forwarded-host", "img.example")],
            "https://img.example",
        ),
        (NGINX, [("host", "img.example:8000"), ("x-forwarded-proto", "ftp")], "http://img.example:8000"),
        (
            "203.0.113.9",
            [("host", "img.example"), ("x-forwarded-proto", "https"), ("x-forwarded-host", "evil")],
            "http://img.example",
        ),
        (NGINX, [("host", "a\"><script>")], "http://localhost"),
        (NGINX, [("host", "[::1]:8000")], "http://[::1]:8000"),
        (NGINX, [], "http://localhost"),
    ],
)  # fmt: skip
def test_what_stands_before_a_path(client: str, headers: list[tuple[str, str]], base: str) -> None:
    assert clients().base_of(scope(*headers, client=client)) == base


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("10.0.0.0/8, 192.0.2.1", ("10.0.0.0/8", "192.0.2.1/32")),
        (["2001:DB8::/32"], ("2001:db8::/32",)),
        ("none", ("none",)),
        ([], ("none",)),
    ],
)
def test_the_setting_survives_the_environment(given: object, kept: tuple[str, ...]) -> None:
    settings = load({"trusted_proxies": given}, {})
    assert settings.trusted_proxies == kept
    assert load({}, as_environment(settings)) == settings


@pytest.mark.parametrize("given", ["nginx", "10.0.0.1/8", "10.0.0.0/8,none", "10.0.0.0/33"])
def test_what_is_no_network_is_said(given: str) -> None:
    with pytest.raises(SettingsError, match=r"trusted_proxies.* Allowed: networks such as 10\.0\.0\.0/8"):
        load({"trusted_proxies": given}, {})


def test_uvicorn_leaves_the_headers_to_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `proxy_headers` it would put an address of its own choice into the scope."""
    made: list[uvicorn.Config] = []

    def keep(*arguments: Any, **options: Any) -> uvicorn.Config:
        made.append(Config(*arguments, **options))
        raise SettingsError("far enough")

    Config = uvicorn.Config  # noqa: N806
    monkeypatch.setattr(import_module("imgorigin.cli.serve"), "_hand_on", lambda *_: None)
    monkeypatch.setattr(uvicorn, "Config", keep)
    done = CliRunner().invoke(app, ["serve", "--data", str(tmp_path)])
    assert isinstance(done.exception, SettingsError)
    assert [config.proxy_headers for config in made] == [False]
