from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import InvalidRequest
from imgorigin.origins import canonical, is_listed, origin_of


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://shop.example.com", "https://shop.example.com"),
        ("https://Shop.Example.COM:443/a?b#c", "https://shop.example.com"),
        ("http://localhost:3000/", "http://localhost:3000"),
        ("http://localhost:80/", "http://localhost"),
        ("https://user:pass@shop.example.com/", "https://shop.example.com"),
        ("https://bücher.example/", "https://xn--bcher-kva.example"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example"),
        ("http://[::1]:3000/x", "http://[::1]:3000"),
        ("capacitor://localhost", "capacitor://localhost"),
        ("null", ""),
        ("about:blank", ""),
        ("file:///home/me/page.html", ""),
        ("shop.example.com", ""),
        ("https://", ""),
        ("https://a b/", ""),
        ("https://shop.example.com:port/", ""),
        ("https://[::1/", ""),
        ("https://" + "a" * 300 + "/", ""),
        ("https://" + "ü" * 200 + "/", ""),
        ("", ""),
    ],
)
def test_the_origin_of_a_url(url: str, origin: str) -> None:
    assert origin_of(url) == origin
    assert origin_of(origin) == origin


@pytest.mark.parametrize(
    ("entry", "written"),
    [
        (" https://Shop.example.com/ ", "https://shop.example.com"),
        ("shop.example.com", "shop.example.com"),
        ("shop.example.com:8080", "shop.example.com:8080"),
        ("https://shop.example.com:443", "https://shop.example.com"),
        ("*.Example.com", "*.example.com"),
        ("https://*.bücher.example:8443", "https://*.xn--bcher-kva.example:8443"),
        ("localhost:3000", "localhost:3000"),
    ],
)
def test_an_entry_has_one_way_to_be_written(entry: str, written: str) -> None:
    assert canonical(entry) == written
    assert canonical(written) == written


@pytest.mark.parametrize(
    "entry",
    ["", "*", "*.", "https://", "https://shop.example.com/path", "a,b", "a b", "shop.*.com", "**.example.com",
     "https://a@b", "https://a?b", "https://a#b", "http://a:b", "x:99999", "//", "a\\b", "a\nb"],
)  # fmt: skip
def test_what_is_no_origin_is_said(entry: str) -> None:
    with pytest.raises(InvalidRequest, match=r"origins: .* is no origin\. Allowed: origins such as"):
        canonical(entry)
    assert not is_listed("https://shop.example.com", [entry])


@pytest.mark.parametrize(
    ("entry", "listed", "others"),
    [
        (
            "https://shop.example.com",
            ["https://shop.example.com"],
            ["http://shop.example.com", "https://shop.example.com:8443", "https://a.shop.example.com", ""],
        ),
        (
            "shop.example.com",
            ["https://shop.example.com", "http://shop.example.com"],
            ["https://shop.example.com:8443", "capacitor://shop.example.com", "https://evilshop.example.com"],
        ),
        (
            "*.example.com",
            ["https://shop.example.com", "http://a.b.example.com"],
            [
                "https://example.com",
                "https://evilexample.com",
                "https://example.com.evil.net",
                "https://.example.com",
            ],
        ),
        ("https://*.example.com:8443", ["https://a.example.com:8443"], ["https://a.example.com"]),
        ("shop.example.com:80", ["http://shop.example.com"], ["https://shop.example.com"]),
        ("localhost:3000", ["http://localhost:3000"], ["http://localhost", "http://localhost:3001"]),
        ("https://bücher.example", ["https://xn--bcher-kva.example"], ["https://bucher.example"]),
    ],
)
def test_which_pages_an_entry_means(entry: str, listed: list[str], others: list[str]) -> None:
    for written in (entry, canonical(entry)):
        assert all(is_listed(site, ["http://unrelated.example", written]) for site in listed)
        assert not any(is_listed(site, ["", "*", written]) for site in others)


@given(st.text(max_size=40) | st.text("ahtps:/.*[]@?#%1 ü狐\\", max_size=20))
def test_any_text_is_read(text: str) -> None:
    origin = origin_of(text)
    assert origin.isascii()
    assert origin_of(origin) == origin
    assert isinstance(is_listed(text, [text]), bool)
