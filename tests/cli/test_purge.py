"""`imgorigin purge`, and projects that turn private, while a server runs and without one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from imgorigin.address import PRIVATE, parse
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.news import Item
from imgorigin.cdn import Hook, HookFailed, Notice
from imgorigin.cli import purging
from imgorigin.stores.base import Blob
from imgorigin.stores.disk import DiskStore
from tests.cli.typed import Typed
from tests.origin import Origin, running_origin

FOX = "/demo/red-fox_64x48.png"
MADE = "imgorigin; fwd=uri-miss; stored"


async def purged(imgorigin: Typed, *arguments: str) -> str:
    done = await asyncio.to_thread(imgorigin, "purge", *arguments)
    assert done.returncode == 0, done.stderr
    await asyncio.sleep(0.2)  # what is in memory is held against the disk as often
    return done.stdout


async def test_a_server_forgets_what_is_purged_meanwhile(imgorigin: Typed, tmp_path: Path) -> None:
    other = FOX.replace("64x48", "48x64")
    async with running_origin(tmp_path) as origin:
        shown = [(await origin.get(path)).content for path in (FOX, other)]
        assert await purged(imgorigin, f"https://img.example{FOX}?v=1") == f"{FOX}: 1 removed\n"
        assert (await origin.get(other)).headers["cache-status"].startswith("imgorigin; hit")
        assert (await origin.get(FOX)).headers["cache-status"] == MADE
        assert origin.painter.paints.total() == 2
        assert await purged(imgorigin, "--picture", "/demo/red-fox.png") == "/demo/red-fox.png: 3 removed\n"
        assert [(await origin.get(path)).content for path in (FOX, other)] == shown
        assert origin.painter.paints.total() == 3


async def test_a_project_is_purged(imgorigin: Typed, tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        await origin.get(FOX)
        assert await purged(imgorigin, "--project", "demo") == "demo: 1 removed\n"
        assert (await origin.get(FOX)).headers["cache-status"] == MADE
        assert origin.painter.paints.total() == 1
        assert await purged(imgorigin, "--since", "1h") != ""
        assert (await origin.get(FOX)).headers["cache-status"] == MADE
        for arguments in (["--project", "dmeo"], ["/dmeo/red-fox.png"]):
            done = await asyncio.to_thread(imgorigin, "purge", *arguments)
            assert done.returncode == 1
            assert "There is no project 'dmeo'. Projects here: demo." in done.stderr
        assert await purged(imgorigin, "/demo/owl.png") == "/demo/owl.png: nothing there\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "either paths, or a project by --project"),
        (
            [FOX, "--project", "demo"],
            "paths and --project do not go together: purge by one of these, not by 2",
        ),
        ([FOX, "--since", "1h"], "paths and --since do not go together"),
        (["--project", "demo", "--since", "1h"], "--project and --since do not go together"),
    ],
)
def test_what_to_purge_has_to_be_said_by_one_way(
    imgorigin: Typed, arguments: list[str], told: str, tmp_path: Path
) -> None:
    (tmp_path / "store").mkdir()
    done = imgorigin("purge", *arguments)
    assert done.returncode == 1
    assert told in done.stderr


def test_masters_of_a_project_are_not_to_be_purged(imgorigin: Typed) -> None:
    done = imgorigin("purge", "--project", "demo", "--picture")
    assert done.returncode == 1
    assert "--picture is of paths" in done.stderr


async def test_other_hosts_the_audit_and_a_command_are_told(imgorigin: Typed, tmp_path: Path) -> None:
    await DiskStore(tmp_path / "store").put(parse(FOX).key, Blob(b"x"))
    out = tmp_path / "told"
    command = f"sh -c 'printf %s \"$1\" > {out}' cdn"
    done = await asyncio.to_thread(imgorigin, "purge", FOX, "--purge-command", command)
    assert done.returncode == 0, done.stderr
    assert out.read_text() == "demo/red-fox"
    (item,) = await news(tmp_path)
    assert (item.kind, item.subject) == ("purge", "demo/red-fox")
    assert f"images{FOX}" in item.detail["keys"]
    assert "purge" in (await asyncio.to_thread(imgorigin, "audit")).stdout


async def test_a_cdn_that_cannot_be_told_is_said(
    imgorigin: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(notice: Notice) -> None:
        raise HookFailed("The webhook answered 500.")

    monkeypatch.setattr(purging, "cdn_hook", lambda settings: Hook([broken], settle=1.0, pauses=()))
    await DiskStore(tmp_path / "store").put(parse(FOX).key, Blob(b"x"))
    done = await asyncio.to_thread(imgorigin, "purge", FOX)
    assert (done.returncode, done.stdout) == (1, f"{FOX}: 1 removed\n")
    assert "Waiting until the CDN is told." in done.stderr
    assert "the CDN could not be told of demo/red-fox" in done.stderr


async def news(data: Path) -> tuple[Item, ...]:
    catalog = Catalog.open("", data)
    try:
        return await catalog.news.after(0)
    finally:
        await catalog.close()


async def test_pictures_leave_the_public_shelf_also_if_the_first_command_was_killed(
    imgorigin: Typed, tmp_path: Path
) -> None:
    done = await asyncio.to_thread(imgorigin, "projects", "create", "acme", "--private")
    assert done.returncode == 0, done.stderr
    store = DiskStore(tmp_path / "store")
    await store.put("images/acme/red-fox_64x48.png", Blob(b"x"))
    done = await asyncio.to_thread(imgorigin, "projects", "set", "acme", "--private")
    assert done.returncode == 0, done.stderr
    assert [key async for key in store.keys("images/")] == []
    assert [key async for key in store.keys("private/")] == ["private/acme/red-fox_64x48.png"]


async def test_pictures_leave_the_public_shelf_when_the_file_has_their_project_private(
    tmp_path: Path,
) -> None:
    for said, shelf in (("", "images"), ("revalidate = true", "revalidated"), ("private = true", "private")):
        (tmp_path / "projects.toml").write_text(f"[acme]\n{said}\n")
        async with running_origin(tmp_path) as origin:
            if not said:
                await origin.get("/acme/red-fox_64x48.png")
            async with asyncio.timeout(30):
                while await pictures_of(origin) != [f"{shelf}/acme/red-fox_64x48.png"]:
                    await asyncio.sleep(0.05)


async def pictures_of(origin: Origin) -> list[str]:
    return [key async for key in origin.parts.store.disk.keys("") if "/acme/" in key]


async def test_pictures_leave_the_public_shelf_with_their_project(imgorigin: Typed, tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        first = await origin.get(FOX)
        done = await asyncio.to_thread(imgorigin, "projects", "set", "demo", "--private")
        assert done.returncode == 0, done.stderr
        assert "moved to where it has them now: 1" in done.stderr
        assert (await origin.get(FOX)).status_code in (401, 403, 404)
        disk = origin.parts.store.disk
        assert [key async for key in disk.keys("images/")] == []
        assert [key async for key in disk.keys("private/")] == [parse(FOX).key_on(PRIVATE)]
        done = await asyncio.to_thread(imgorigin, "projects", "set", "demo", "--no-private")
        assert done.returncode == 0, done.stderr
        again = await origin.get(FOX)
        assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"])
        assert origin.painter.paints.total() == 1
