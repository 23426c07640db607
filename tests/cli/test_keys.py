"""`imgorigin keys` and `imgorigin audit`, as a person types them."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.keys import SHOWN, START, Key
from imgorigin.cli.durations import to_come
from imgorigin.errors import InvalidRequest
from tests.cli.test_cli import imgorigin as in_a_process
from tests.cli.typed import Typed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def good(data: Path, secret: str) -> Key | None:
    """The key as a server would find it, if it is good."""

    async def look() -> Key | None:
        catalog = Catalog.open("", data)
        try:
            key = await catalog.keys.of_secret(secret)
        finally:
            await catalog.close()
        return key if key and key.is_good(datetime.now(UTC)) else None

    return asyncio.run(look())


def test_a_key_from_its_making_to_its_end(tmp_path: Path, imgorigin: Typed) -> None:
    assert imgorigin("projects", "create", "acme").returncode == 0
    made = imgorigin("keys", "create", "--name", "ci", "--project", "acme", "--expires", "30d")
    (secret,) = made.stdout.splitlines()
    assert secret not in made.stderr
    assert "scope paint, the project acme, until " in made.stderr
    key = good(tmp_path, secret)
    assert key
    assert (key.name, key.project, key.scope) == ("ci", "acme", "paint")

    rotated = imgorigin("keys", "rotate", key.prefix, "--keep-old", "1d")
    second = rotated.stdout.splitlines()[-1]
    old, new = good(tmp_path, secret), good(tmp_path, second)
    assert old
    assert new
    assert old.expires
    assert new.expires
    assert key.expires
    assert old.expires < key.expires < new.expires
    assert (new.name, new.project, new.scope) == ("ci", "acme", "paint")

    (line, *more) = [one for one in imgorigin("keys", "list").stdout.splitlines() if new.id in one]
    assert not more
    assert line.split("\t")[1:6] == [new.prefix, "ci", "acme", "paint", "good"]
    done = imgorigin("keys", "revoke", second)  # a whole key, pasted
    assert (done.returncode, done.stdout) == (0, f"The key {new.prefix}… (ci) is revoked\n")
    assert not good(tmp_path, second)
    again = imgorigin("keys", "revoke", second)
    assert again.returncode == 1
    assert second not in again.stderr
    assert f"There is no key {second[:SHOWN]!r} in use" in again.stderr

    keys = json.loads(imgorigin("keys", "list", "--json").stdout)
    assert {one["id"]: one["state"] for one in keys} == {key.id: "good", new.id: "revoked"}
    deeds = json.loads(imgorigin("audit", "--project", "acme", "--json").stdout)
    assert [(deed["who"], deed["action"], deed["subject"]) for deed in deeds[:3]] == [
        ("cli", "revoke-key", new.id),
        ("cli", "rotate-key", new.id),
        ("cli", "create-key", key.id),
    ]
    assert deeds[1]["detail"]["old"] == key.id
    (first,) = json.loads(imgorigin("audit", "--limit", "1", "--json").stdout)
    assert first == deeds[0]
    for told in (json.dumps(deeds), json.dumps(keys)):
        assert secret not in told
        assert second not in told


def test_a_rotated_key_ends_at_once_and_one_without_an_end_has_none(tmp_path: Path, imgorigin: Typed) -> None:
    made = imgorigin("keys", "create", "--name", "all", "--scope", "manage")
    assert "scope manage, all projects, for good" in made.stderr
    first = made.stdout.strip()
    key = good(tmp_path, first)
    assert key
    second = imgorigin("keys", "rotate", key.id).stdout.strip()
    new = good(tmp_path, second)
    assert new
    assert (new.expires, new.scope, new.project) == (None, "manage", None)
    assert not good(tmp_path, first)


def test_a_key_has_budgets_that_may_be_changed_and_go_over_to_the_next(
    tmp_path: Path, imgorigin: Typed
) -> None:
    made = imgorigin(
        "keys", "create", "--name", "ci", "--paints-per-minute", "5", "--gpu-seconds-per-month", "12.5",
        "--expires", "30d",
    )  # fmt: skip
    assert "5 paints a minute, 12.5 GPU seconds a month. Shown this once:" in made.stderr
    key = good(tmp_path, made.stdout.strip())
    assert key
    assert (key.paints_per_minute, key.paints_per_month, key.gpu_seconds_per_month) == (5, None, 12.5)

    done = imgorigin(
        "keys", "set", key.prefix, "--paints-per-minute", "none", "--paints-per-month", "1000",
        "--name", "build", "--expires", "never",
    )  # fmt: skip
    told = "for good, 1,000 paints a month, 12.5 GPU seconds a month"
    assert (done.returncode, done.stdout) == (0, f"The key {key.prefix}… (build) is set: {told}\n")
    after = good(tmp_path, made.stdout.strip())
    assert after
    assert (after.paints_per_minute, after.paints_per_month, after.expires) == (None, 1000, None)
    assert (after.scope, after.project, after.gpu_seconds_per_month) == (key.scope, None, 12.5)
    (row,) = imgorigin("keys", "list").stdout.splitlines()[1:]
    assert row.split("\t")[-1] == "1,000 paints a month, 12.5 GPU seconds a month"
    (deed, *_) = json.loads(imgorigin("audit", "--json").stdout)
    assert (deed["action"], deed["subject"]) == ("set-key", key.id)
    assert deed["detail"]["changed"] == {
        "paints_per_minute": None,
        "paints_per_month": 1000,
        "name": "build",
        "expires": None,
    }
    second = good(tmp_path, imgorigin("keys", "rotate", key.id).stdout.strip())
    assert second
    assert (second.paints_per_month, second.gpu_seconds_per_month) == (1000, 12.5)
    (one,) = [one for one in json.loads(imgorigin("keys", "list", "--json").stdout) if one["id"] == second.id]
    assert (one["paints_per_minute"], one["paints_per_month"]) == (None, 1000)


def test_a_key_that_was_revoked_may_not_be_changed(imgorigin: Typed) -> None:
    imgorigin("keys", "create", "--name", "ci")
    (key,) = json.loads(imgorigin("keys", "list", "--json").stdout)
    assert imgorigin("keys", "revoke", key["id"]).returncode == 0
    done = imgorigin("keys", "set", key["id"], "--name", "x")
    assert done.returncode == 1
    assert f"There is no key '{key['id']}' in use." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["create"], "Missing option '--name'"),
        (["create", "--name", " "], "--name: empty"),
        (["create", "--name", "x", "--scope", "admin"], "'read', 'paint', 'manage'"),
        (["create", "--name", "x", "--project", "nowhere"], "There is no project 'nowhere' on this server."),
        (
            ["create", "--name", "x", "--expires", "soon"],
            "--expires: 'soon'. Allowed: a time from now as 12h",
        ),
        (["create", "--name", "x", "--expires", "2001-01-01"], "--expires: '2001-01-01' is over. Allowed"),
        (["rotate", "x", "--keep-old", "-1d"], "--keep-old: '-1d'. Allowed"),
        (["rotate", "x"], "There is no key 'x' in use. `imgorigin keys list` lists them."),
        (["list", "--data", "nowhere"], "is no data folder of a server"),
        (["create", "--name", "x" * 201], "--name: 201 characters long. Allowed: up to 200."),
        (["create", "--name", "x", "--project", ""], "There is no project '' on this server."),
        (
            ["create", "--name", "x", "--paints-per-minute", "few"],
            "--paints-per-minute: 'few'. Allowed: 0 or more, or none.",
        ),
        (["create", "--name", "x", "--expires", "9999w"], "--expires: '9999w' is too long. Allowed: 36500d"),
        (["set", "x", "--name", "y"], "There is no key 'x' in use. `imgorigin keys list` lists them."),
        (["set", "x"], "Nothing is said to change. `imgorigin keys set --help` lists what may be."),
        (["set", "x", "--name", " "], "--name: empty. Allowed: words that tell what the key is for."),
        (["set", "x", "--expires", "2001-01-01"], "--expires: '2001-01-01' is over."),
    ],
)
def test_mistakes_are_told_in_a_line_and_nothing_is_made(
    tmp_path: Path, imgorigin: Typed, arguments: list[str], told: str
) -> None:
    (tmp_path / "catalog.sqlite").touch()
    done = imgorigin("keys", *arguments)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert done.stdout == ""
    if "--data" not in arguments:
        assert imgorigin("keys", "list", "--json").stdout == "[]\n"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("12h", NOW + timedelta(hours=12)),
        ("45m", NOW + timedelta(minutes=45)),
        ("30D", NOW + timedelta(days=30)),
        ("8w", NOW + timedelta(weeks=8)),
        ("2027-01-01", datetime(2027, 1, 1, tzinfo=UTC)),
        ("2027-01-01T08:00+02:00", datetime(2027, 1, 1, 6, tzinfo=UTC)),
    ],
)
def test_times_to_come(text: str, at: datetime) -> None:
    assert to_come("--expires", text, NOW) == at


@pytest.mark.parametrize(
    "text", ["", "0d", "30", "1y", "999999w", "2026-11-21", "2027-13-01", "9999-12-31T23:00-12:00"]
)
def test_what_is_no_time_to_come(text: str) -> None:
    with pytest.raises(InvalidRequest, match="--expires: "):
        to_come("--expires", text, NOW)


def test_a_mistake_is_one_line_of_a_process_that_fails(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").touch()
    done = in_a_process("keys", "revoke", START + "x" * 43, IMGORIGIN_DATA=str(tmp_path))
    told = f"imgorigin: There is no key '{START}xxxxxx' in use. `imgorigin keys list` lists them."
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (1, "", told)
    assert "x" * 20 not in done.stderr


def test_a_key_may_keep_no_pictures(imgorigin: Typed) -> None:
    imgorigin("keys", "create", "--name", "passing", "--no-storage")
    imgorigin("keys", "create", "--name", "keeping")
    told = {key["name"]: key["storage"] for key in json.loads(imgorigin("keys", "list", "--json").stdout)}
    assert (told["passing"], told["keeping"]) == (False, True)
