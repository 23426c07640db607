"""What may be set of a project."""

from __future__ import annotations

import asyncio
from dataclasses import fields
from typing import Any

import pytest

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.changes import ProjectChanges, checked, checked_name
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.errors import InvalidRequest
from tests.catalog.conftest import Place

OF_THEIR_OWN = {"signing_secrets"}
"""Made by the server, never given."""


def test_all_that_a_project_has_may_be_set() -> None:
    there = {field.name: field.default for field in fields(ProjectSettings) if field.name not in OF_THEIR_OWN}
    assert there == {name: info.default for name, info in ProjectChanges.model_fields.items()}
    assert all(info.description for info in ProjectChanges.model_fields.values())


def test_only_what_is_given_changes() -> None:
    assert checked({}) == {}
    assert checked({"style": "  watercolor\n on paper "}) == {"style": "watercolor on paper"}
    assert checked({"paints_per_minute": None}) == {"paints_per_minute": None}


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        (
            {"origins": ["https://Shop.Example.com:443/", "https://shop.example.com"]},
            ("https://shop.example.com",),
        ),
        ({"origins": ["http://localhost:3000"]}, ("http://localhost:3000",)),
        ({"origins": ["https://bücher.example"]}, ("https://xn--bcher-kva.example",)),
        ({"origins": ["http://[::1]:8080"]}, ("http://[::1]:8080",)),
        ({"origins": ["*.Example.com", "shop.example.com"]}, ("*.example.com", "shop.example.com")),
        ({"origins": [""]}, ()),
        ({"paints_per_minute": "none"}, None),
        ({"paints_per_month": "30"}, 30),
        ({"gpu_seconds_per_month": 1.5}, 1.5),
        ({"negative_prompt": "x" * 2000}, "x" * 2000),
        ({"custom_prompt": "a\0b"}, "ab"),
        ({"lora_weight": "-4"}, -4),
    ],
)
def test_values_are_kept_in_one_form(values: dict[str, Any], kept: object) -> None:
    assert list(checked(values).values()) == [kept]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"paint": "closed"}, "paint: 'closed'. Allowed: open, referer, signed, keyed, frozen."),
        ({"style": "x" * 201}, "style: 201 characters long. Allowed: up to 200 characters."),
        ({"negative_prompt": "x" * 2001}, "negative_prompt: 2001 characters long. Allowed: up to 2000"),
        ({"background": "white"}, "background: 'white'. Allowed: a colour as #rrggbb"),
        ({"background": "#ffffff\n"}, "Allowed: a colour as #rrggbb"),
        ({"lora_weight": 5}, "lora_weight: 5. Allowed: -4 to 4."),
        ({"lora_weight": "nan"}, "lora_weight: 'nan'. Allowed: -4 to 4."),
        ({"paints_per_minute": True}, "paints_per_minute: True. Allowed: 0 or more, or none."),
        ({"retention_days": False}, "retention_days: False. Allowed: 1 to"),
        ({"paints_per_minute": -1}, "paints_per_minute: -1. Allowed: 0 or more, or none."),
        ({"paints_per_month": "many"}, "paints_per_month: 'many'. Allowed"),
        ({"origins": ["ftp://x.example"]}, "origins: 'ftp://x.example'. Allowed: up to 100 origins such as"),
        ({"origins": ["https://x.example/path"]}, "origins: 'https://x.example/path'. Allowed"),
        ({"origins": ["https://me:secret@x.example"]}, "Allowed: up to 100 origins"),
        ({"origins": ["shop.*.com"]}, "origins: 'shop.*.com'. Allowed"),
        (
            {"origins": [f"https://x{at}.example" for at in range(101)]},
            "origins: 101 of them. Allowed: up to 100",
        ),
        ({"reference_image": "fox.png"}, "reference_image: 'fox.png'. Allowed: the SHA-256"),
        ({"piant": "open"}, "piant: there is no such setting (Did you mean 'paint'?). Allowed: display_name"),
        ({"signing_secrets": ["x"]}, "signing_secrets: there is no such setting"),
        ({"description": {"a": "x" * 100}}, "description: not of a type that is taken: dict"),
    ],
)
def test_mistakes_name_the_field_and_what_is_allowed(values: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        checked(values)
    assert told in raised.value.detail
    assert "secret@" not in raised.value.detail
    assert raised.value.field == next(iter(values))


@pytest.mark.parametrize("text", [" ", "https://", "*", "https://x.example?q", "https://x.example#f", "//x"])
def test_what_is_no_origin(text: str) -> None:
    with pytest.raises(InvalidRequest, match="origins: "):
        checked({"origins": [text]})


def test_names_of_projects() -> None:
    assert checked_name("acme_2") == "acme_2"
    for name in ("", "Acme", "docs", "a b", "x" * 64):
        with pytest.raises(InvalidRequest, match="cannot be a project"):
            checked_name(name)


async def test_changes_made_at_once_are_all_kept(place: Place) -> None:
    catalogs = [Catalog.open(place.url, place.data) for _ in range(2)]
    account = await catalogs[0].accounts.ensure()
    acme = await catalogs[0].projects.create(account.id, "acme", ProjectSettings())

    async def add(at: int) -> None:
        await catalogs[at % 2].projects.set(
            acme.id, lambda now: {"signing_secrets": (*now.signing_secrets, str(at))}
        )

    await asyncio.gather(*(add(at) for at in range(8)))
    found = (await catalogs[0].projects.by_name("acme")).settings.signing_secrets
    assert sorted(found) == [str(at) for at in range(8)]
    for catalog in catalogs:
        await catalog.close()
