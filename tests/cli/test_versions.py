"""`imgorigin versions`, `reroll`, `pin` and `undo`, as a person types them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, Final

from tests.cli.typed import Typed
from tests.served import served

FOX: Final = "/demo/red-fox_64x48.png"


def test_a_picture_from_its_reroll_to_an_undo_without_a_server(imgorigin: Typed) -> None:
    done = imgorigin("reroll", FOX, "--seed", "7")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0,
        f"{FOX}: version 1 is shown; before it was 0.",
    )
    old, new = listed(imgorigin)
    assert (old["version"], old["shown"], old["url"]) == (0, False, "/demo/red-fox~v0_64x48.png")
    assert (new["version"], new["shown"], new["seed"], new["created_by"]) == (1, True, 7, "cli")
    assert "version 0 is shown" in imgorigin("undo", FOX).stdout
    pinned = imgorigin("pin", f"https://img.example{FOX}?v=3", "1")
    assert pinned.stdout == f"{FOX}: version 1 is shown; before it was 0.\n"
    rows = imgorigin("versions", FOX).stdout.splitlines()
    assert rows[0].split("\t")[:3] == ["Version", "Shown", "Address"]
    assert rows[2].split("\t")[:4] == ["1", "yes", "/demo/red-fox~v1_64x48.png", "7"]
    told = imgorigin("audit", "--json").stdout
    assert [deed["action"] for deed in json.loads(told)][:3] == ["pin", "undo", "reroll"]


def test_mistakes_are_told_in_a_line(imgorigin: Typed) -> None:
    assert imgorigin("projects", "create", "acme").returncode == 0
    for arguments, told in (
        (("versions", "/acme/red-fox.png"), "was never painted"),
        (("undo", "/acme/red-fox.png"), "is no data folder of a server"),
        (("pin", "/acme/red-fox", "1"), "An address looks like"),
        (("reroll", "/nowhere/red-fox.png"), "There is no project 'nowhere' on this server."),
        (("pin", "/acme/red-fox.png", "1"), "was never painted"),  # that one made the store
    ):
        done = imgorigin(*arguments)
        assert done.returncode == 1, arguments
        assert told in done.stderr


def test_a_folder_that_is_misspelled_is_not_made(tmp_path: Path, imgorigin: Typed) -> None:
    for verb in ("reroll", "versions"):
        done = imgorigin(verb, FOX, "--data", str(tmp_path / "nowhere"))
        assert (done.returncode, done.stdout) == (1, "")
        assert "is no data folder of a server. Name it by --data." in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_without_a_catalog_is_given_none(tmp_path: Path, imgorigin: Typed) -> None:
    for verb in (("versions", FOX), ("audit",), ("projects", "list"), ("keys", "list"), ("backup", "x.gz")):
        done = imgorigin(*verb)
        assert (done.returncode, done.stdout) == (1, ""), verb
        assert f"There is no catalog in {tmp_path}" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_verb_tells_of_what_matters_to_it(imgorigin: Typed) -> None:
    told = imgorigin("reroll", "--help").stdout
    assert "--model" in told
    assert "--port" not in told
    for verb in ("doctor", "settings"):
        assert "--port" not in imgorigin(verb, "--help").stdout


async def test_a_running_server_shows_at_once_what_was_done_beside_it(
    tmp_path: Path, imgorigin: Typed
) -> None:
    async with served(tmp_path) as server:
        before = (await server.get(FOX)).content
        assert await in_a_thread(imgorigin, "reroll", FOX) == 0
        after = (await server.get(FOX)).content
        assert after != before
        assert (await server.get("/demo/red-fox~v0_64x48.png")).content == before
        assert await in_a_thread(imgorigin, "undo", FOX) == 0
        assert (await server.get(FOX)).content == before


async def in_a_thread(imgorigin: Typed, *arguments: str) -> int:
    """It runs an event loop of its own."""
    return (await asyncio.to_thread(imgorigin, *arguments)).returncode


def listed(imgorigin: Typed) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(imgorigin("versions", FOX, "--json").stdout)
    return told
