"""Who may see, and who may paint: a table of callers by kinds of projects."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import pytest

from imgorigin import signing
from imgorigin.address import Address, parse
from imgorigin.caller import OPERATOR, Caller, Signature
from imgorigin.catalog.projects import Paint
from imgorigin.errors import Forbidden, ImgoriginError, NoProject, NotFound, Unauthorized
from imgorigin.policy import check_paint, check_view
from tests.callers import NOW, OTHER_SECRET, SECRET, key, project

FOX: Final = parse("/acme/red-fox_800x600.png")
OTHER: Final = parse("/acme/red-fox_800x601.png")
SHOP: Final = "https://shop.example.com"


def signature(address: Address = FOX, secret: str = SECRET, seconds: int = 60) -> Signature | None:
    expires = int((NOW + timedelta(seconds=seconds)).timestamp())
    return signing.from_query(signing.sign(address, secret, expires).encode())


CALLERS: Final = {
    "nobody": Caller(client="192.0.2.1"),
    "nothing known": Caller(),
    "operator": OPERATOR,
    "shop": Caller(client="192.0.2.1", site=SHOP),
    "elsewhere": Caller(client="192.0.2.1", site="https://evil.example"),
    "read": Caller(client="192.0.2.1", key=key("read")),
    "paint": Caller(client="192.0.2.1", key=key("paint")),
    "manage": Caller(client="192.0.2.1", key=key("manage")),
    "paint here": Caller(client="192.0.2.1", key=key("paint", project=7)),
    "paint next door": Caller(client="192.0.2.1", key=key("paint", project=8)),
    "stranger's key": Caller(client="192.0.2.1", key=key("manage", account=2)),
    "signed": Caller(client="192.0.2.1", signature=signature()),
    "second secret": Caller(client="192.0.2.1", signature=signature(secret=OTHER_SECRET)),
    "expired": Caller(client="192.0.2.1", signature=signature(seconds=0)),
    "other picture": Caller(client="192.0.2.1", signature=signature(OTHER)),
    "wrong secret": Caller(client="192.0.2.1", signature=signature(secret="secret-of-nobody-here")),
    "unreadable": Caller(client="192.0.2.1", signature=signing.UNREADABLE),
    "read and signed": Caller(client="192.0.2.1", key=key("read"), signature=signature()),
    "read and shop": Caller(client="192.0.2.1", key=key("read"), site=SHOP),
}
PAINTS: Final = {"operator", "paint", "manage", "paint here"}
SIGNED: Final = {"signed", "second secret", "read and signed"}
READS: Final = {"read", "read and signed", "read and shop"}
MAY_PAINT: Final[dict[Paint, set[str]]] = {
    "open": set(CALLERS),
    "referer": PAINTS | {"shop", "read and shop"},
    "signed": PAINTS | SIGNED,
    "keyed": PAINTS,
    "frozen": {"operator"},
}
MAY_SEE_PRIVATE: Final = PAINTS | SIGNED | READS
MAY_PAINT_PRIVATE: Final[dict[Paint, set[str]]] = {
    "open": PAINTS | SIGNED,
    "referer": PAINTS,
    "signed": PAINTS | SIGNED,
    "keyed": PAINTS,
    "frozen": {"operator"},
}


@pytest.mark.parametrize("name", CALLERS)
@pytest.mark.parametrize("kind", MAY_PAINT)
def test_who_may_paint(kind: Paint, name: str) -> None:
    acme = project(paint=kind, origins=(SHOP,))
    check_view(acme, CALLERS[name], FOX, NOW)
    may = name in MAY_PAINT[kind]
    assert (refusal_to_paint(kind, name, private=False) is None) == may


@pytest.mark.parametrize("name", CALLERS)
@pytest.mark.parametrize("kind", MAY_PAINT)
def test_who_may_see_and_paint_what_is_private(kind: Paint, name: str) -> None:
    refused = refusal_to_paint(kind, name, private=True)
    assert (refused is None) == (name in MAY_PAINT_PRIVATE[kind])
    acme = project(paint=kind, private=True)
    if name in MAY_SEE_PRIVATE:
        check_view(acme, CALLERS[name], FOX, NOW)
        assert not isinstance(refused, NoProject)
    else:
        with pytest.raises(Forbidden if name == "expired" else NoProject):
            check_view(acme, CALLERS[name], FOX, NOW)
        assert isinstance(refused, Forbidden if name == "expired" else NoProject)


def refusal_to_paint(kind: Paint, name: str, *, private: bool) -> ImgoriginError | None:
    try:
        check_paint(project(paint=kind, private=private, origins=(SHOP,)), CALLERS[name], FOX, NOW)
    except ImgoriginError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("kind", "name", "error", "told"),
    [
        ("frozen", "manage", NotFound, "the project 'acme' is frozen"),
        ("keyed", "nobody", Unauthorized, "Send one as `Authorization: Bearer KEY` or `X-API-Key: KEY`."),
        (
            "keyed",
            "read",
            Forbidden,
            "The key imgorigin_abcdef... only reads. Painting needs one with the scope",
        ),
        ("keyed", "paint next door", Forbidden, "is of another account or project than 'acme'"),
        ("keyed", "signed", Unauthorized, "with the scope paint or manage"),
        ("referer", "nobody", Forbidden, "Referrer-Policy must not be no-referrer"),
        ("referer", "elsewhere", Forbidden, "are not painted for pages of https://evil.example."),
        ("signed", "nobody", Forbidden, "`imgorigin sign /acme/red-fox_800x600.png` makes"),
        ("signed", "expired", Forbidden, "was good until 2026-11-21 12:00:00 UTC"),
        ("signed", "other picture", Forbidden, "none of /acme/red-fox_800x600.png and its expiry"),
        ("signed", "wrong secret", Forbidden, "by a secret of 'acme'"),
        ("signed", "unreadable", Forbidden, "must stand in its query once each"),
    ],
)
def test_a_refusal_says_what_helps(kind: Paint, name: str, error: type[ImgoriginError], told: str) -> None:
    refused = refusal_to_paint(kind, name, private=False)
    assert type(refused) is error
    assert told in refused.detail
    assert SECRET not in refused.detail


def test_a_stranger_cannot_tell_a_private_project_from_none() -> None:
    refused = refusal_to_paint("open", "nobody", private=True)
    assert refused
    assert refused.detail == NoProject("acme").detail == "There is no project 'acme' on this server."


def test_without_a_secret_nothing_is_signed() -> None:
    caller = Caller(signature=Signature(2**31, signing._digest(FOX, "", 2**31)))
    for secrets in ((), ("",)):
        with pytest.raises(Forbidden):
            check_paint(project(paint="signed", signing_secrets=secrets), caller, FOX, NOW)


def test_a_client_of_whom_nothing_is_known_is_not_the_operator() -> None:
    assert Caller() == OPERATOR
    with pytest.raises(NoProject):
        check_view(project(private=True), Caller(), FOX, NOW)
