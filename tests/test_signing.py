"""Signatures: good for one picture, until one moment, by one of a project's secrets; and for nothing else."""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.address import Address, parse
from imgorigin.caller import Signature
from imgorigin.errors import ImgoriginError, InvalidRequest
from imgorigin.signing import LATEST, UNREADABLE, Verdict, from_query, sign, verify

SECRET: Final = "correct horse battery staple"
EXPIRES: Final = 1_798_761_600
FOX: Final = parse("/acme/red-fox_800x600.png")
QUERY: Final = sign(FOX, SECRET, EXPIRES)
DIGEST: Final = QUERY[-64:]


def test_a_signature_is_the_hmac_of_what_stands_before_it() -> None:
    url = f"{FOX.path}?{QUERY}"
    signed, _, digest = url.partition("&signature=")
    assert signed == "/acme/red-fox_800x600.png?expires=1798761600"
    assert digest == hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("query", "secrets", "now", "verdict"),
    [
        (QUERY, [SECRET], EXPIRES - 1, Verdict.GOOD),
        (QUERY, ["another", SECRET, "third"], 0, Verdict.GOOD),
        (
            QUERY.upper().replace("EXPIRES", "expires").replace("SIGNATURE", "signature"),
            [SECRET],
            0,
            Verdict.GOOD,
        ),
        (f"v=2&{QUERY}&w=3&expires_=1", [SECRET], 0, Verdict.GOOD),
        (QUERY, [SECRET], EXPIRES, Verdict.EXPIRED),
        (QUERY, [SECRET], EXPIRES + 0.5, Verdict.EXPIRED),
        (QUERY, ["another"], 0, Verdict.WRONG),
        (QUERY, ["another"], EXPIRES + 1, Verdict.WRONG),
        (QUERY, [], 0, Verdict.WRONG),
        (QUERY, [""], 0, Verdict.WRONG),
        (QUERY.replace("1798761600", "1798761601"), [SECRET], 0, Verdict.WRONG),
        (QUERY[:-1] + ("0" if QUERY[-1] != "0" else "1"), [SECRET], 0, Verdict.WRONG),
        ("", [SECRET], 0, Verdict.ABSENT),
        ("v=2&Signature=a", [SECRET], 0, Verdict.ABSENT),
        (QUERY[:-1], [SECRET], 0, Verdict.UNREADABLE),
        (QUERY + "0", [SECRET], 0, Verdict.UNREADABLE),
        (QUERY[:-1] + "g", [SECRET], 0, Verdict.UNREADABLE),
        (f"{QUERY}&{QUERY}", [SECRET], 0, Verdict.UNREADABLE),
        (f"{QUERY}&expires=1798761600", [SECRET], 0, Verdict.UNREADABLE),
        (f"{QUERY}&signature=", [SECRET], 0, Verdict.UNREADABLE),
        (QUERY.replace("&", "&amp;"), [SECRET], 0, Verdict.UNREADABLE),
        (QUERY.replace("=1", "=01"), [SECRET], 0, Verdict.UNREADABLE),
        (QUERY.replace("=1", "=%2B1"), [SECRET], 0, Verdict.UNREADABLE),
        (QUERY.replace("=1", "=-1"), [SECRET], 0, Verdict.UNREADABLE),
        (QUERY.replace("1798761600", "1" * 13), [SECRET], 0, Verdict.UNREADABLE),
        (f"expires={EXPIRES}", [SECRET], 0, Verdict.UNREADABLE),
        (f"signature={DIGEST}", [SECRET], 0, Verdict.UNREADABLE),
        ("signature", [SECRET], 0, Verdict.UNREADABLE),
    ],
)
def test_what_a_query_is_worth(query: str, secrets: list[str], now: float, verdict: Verdict) -> None:
    assert verify(FOX, from_query(query.encode()), secrets, now) is verdict


@pytest.mark.parametrize("digest", ["é", "", "\udcff"])
def test_no_digest_at_all_makes_trouble(digest: str) -> None:
    worth = Verdict.UNREADABLE if (signature := Signature(0, digest)) == UNREADABLE else Verdict.WRONG
    assert verify(FOX, signature, [SECRET], 0) is worth


@pytest.mark.parametrize(
    "query", [b"\xff\xfe&expires=\xff&signature=\x00", b"&&&=&signature==", b"signature" * 999]
)
def test_a_query_of_any_bytes_is_read(query: bytes) -> None:
    assert from_query(query) in (None, UNREADABLE)


@pytest.mark.parametrize(
    ("secret", "expires", "told"),
    [
        ("short", EXPIRES, "secret: too short"),
        (SECRET, 0, "expires: 0"),
        (SECRET, LATEST + 1, "expires: 2534"),
    ],
)
def test_what_cannot_be_signed_is_said(secret: str, expires: int, told: str) -> None:
    with pytest.raises(InvalidRequest, match=told) as raised:
        sign(FOX, secret, expires)
    assert "short'" not in raised.value.detail


WORDS: Final = st.text("aáABé-_+ %.'’×1x0@狐\u200d~?&=/", min_size=1, max_size=12)
SPELLINGS: Final = st.builds(
    lambda project, words, size, form, edit: f"/{project}/{words}{size}.{form}{edit}",
    st.sampled_from(["acme", "ACME", "acm", "acme-a"]),
    WORDS,
    st.sampled_from(["", "_80x60", "_080x60", "-80x60", "_80x60@2x", "_80x60%402x"]),
    st.sampled_from(["png", "PNG", "jpg", "jpeg", "svg"]),
    st.sampled_from(["", "/night.png", "/Night.png", "/night-80x60.png"]),
)


def read(path: str) -> Address | None:
    try:
        return parse(path)
    except ImgoriginError:
        return None


@given(SPELLINGS, SPELLINGS, st.integers(1, LATEST), st.integers(1, LATEST))
def test_a_signature_is_good_for_all_spellings_of_one_picture_and_for_no_other(
    one: str, other: str, expires: int, changed: int
) -> None:
    signed, asked = read(one), read(other)
    if not (signed and asked):
        return
    signature = from_query(sign(signed, SECRET, expires).encode())
    assert verify(signed, signature, [SECRET], expires - 1) is Verdict.GOOD
    assert (verify(asked, signature, [SECRET], 0) is Verdict.GOOD) == (asked == signed)
    assert signature
    moved = Signature(changed, signature.digest)
    assert (verify(signed, moved, [SECRET], 0) is Verdict.GOOD) == (changed == expires)
    canonical = parse(signed.path)
    assert verify(canonical, signature, [SECRET], 0) is Verdict.GOOD
