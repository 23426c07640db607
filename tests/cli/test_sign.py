"""`imgorigin sign` as a person types it."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest

from imgorigin.address import parse
from imgorigin.catalog.catalog import Catalog
from imgorigin.cli.durations import span
from imgorigin.errors import InvalidRequest
from imgorigin.signing import Verdict, from_query, verify
from tests.cli.test_cli import imgorigin
from tests.contracts.catalog import project

SECRET: Final = "0123456789abcdef"
URL: Final = "https://img.example/acme/Red_Fox_800X600.PNG?v=2&expires=1#top"


async def _fill(data: Path, *secrets: str, **settings: Any) -> None:
    catalog = Catalog.open("", data)
    await catalog.start()
    await project(catalog, signing_secrets=secrets, **settings)
    await catalog.close()


def test_a_url_is_signed_in_its_canonical_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = int(time.time())
    done = imgorigin("sign", URL, "--expires", "2h", "--secret", SECRET, "--data", str(tmp_path / "none"))
    parts = urlsplit(done.stdout.splitlines()[-1])
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "img.example", "/acme/red-fox_800x600.png")
    assert parts.query.endswith("&v=2")
    assert not parts.fragment
    signature = from_query(parts.query.encode())
    assert signature
    assert before + 7200 <= signature.expires <= int(time.time()) + 7200
    assert verify(parse(parts.path), signature, [SECRET], before) is Verdict.GOOD
    monkeypatch.setenv("SIGNING_SECRET", SECRET)
    named = imgorigin("sign", "/acme/red-fox.png", "--data", str(tmp_path / "none")).stdout
    signature = from_query(urlsplit(named.strip()).query.encode())
    assert verify(parse("/acme/red-fox.png"), signature, [SECRET], before + 29 * 86400) is Verdict.GOOD


def test_without_a_secret_the_project_has_one(tmp_path: Path) -> None:
    asyncio.run(_fill(tmp_path, SECRET, "another-secret-of-it"))
    signed = imgorigin("sign", "/acme/red-fox.png", "--data", str(tmp_path)).stdout.strip()
    assert signed.startswith("/acme/red-fox.png?expires=")
    signature = from_query(urlsplit(signed).query.encode())
    assert verify(parse("/acme/red-fox.png"), signature, [SECRET], 0) is Verdict.GOOD


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["/acme/red-fox.png"], "The project 'acme' has no signing secret."),
        (["/nowhere/red-fox.png"], "There is no project 'nowhere' on this server."),
        (["/acme/red-fox"], "An address looks like"),
        (["/acme/red-fox.png", "--secret", "tooshort"], "secret: too short. Allowed: 16 characters or more"),
        (
            ["/acme/red-fox.png", "--secret", SECRET, "--expires", "soon"],
            "expires: 'soon' is no span of time.",
        ),
        (["/acme/red-fox.png", "--data", "nowhere"], "is no data folder of a server"),
    ],
)
def test_mistakes_are_told_in_a_line(tmp_path: Path, arguments: list[str], told: str) -> None:
    asyncio.run(_fill(tmp_path))
    named = [] if "--data" in arguments else ["--data", str(tmp_path)]
    done = imgorigin("sign", *arguments, *named)
    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "tooshort" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), (" 45M ", 2700), ("12h", 43200), ("30d", 2592000), ("4w", 2419200)]
)
def test_spans_of_time(text: str, seconds: int) -> None:
    assert span("expires", text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "30", "d", "0d", "-1d", "1.5h", "1y", "36501d", "999999999999w", "٣d"])
def test_what_is_no_span_is_said(text: str) -> None:
    with pytest.raises(InvalidRequest, match="expires: "):
        span("expires", text)


def test_where_keys_alone_have_pictures_painted_it_says_so(tmp_path: Path) -> None:
    asyncio.run(_fill(tmp_path, SECRET, paint="keyed"))
    done = imgorigin("sign", "/acme/red-fox.png", "--data", str(tmp_path))
    assert "does not have it painted: the project paints for keys" in done.stderr
    assert done.stdout.startswith("/acme/red-fox.png?expires=")
