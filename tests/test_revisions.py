"""Pictures that outlive the revision of the model they were painted by."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Final

from imgorigin.address import parse
from imgorigin.caller import Caller
from imgorigin.imaging.master import Master, master_key
from imgorigin.painters.fake import MODEL, FakePainter
from tests.origin import Origin, running_origin

FOX: Final = "/demo/red-fox_64x48.png"
NIGHT: Final = f"{FOX}/make-it-night.png"
OTHER_CANVAS: Final = "/demo/red-fox_200x60.png"
STRANGER: Final = Caller(client="192.0.2.1")
PROJECTS: Final = '[demo]\nmodel = "photo"\n'


def running(data: Path, *revisions: str) -> AbstractAsyncContextManager[Origin]:
    """With the trained models `photo` and `editor`, of these revisions. Edits are made from pixels."""
    (data / "projects.toml").write_text(PROJECTS)
    return running_origin(data, *map(painter, ("photo", "editor"), revisions))


def painter(name: str, revision: str) -> FakePainter:
    able = replace(MODEL.abilities, pixels=True)
    return FakePainter(replace(MODEL, name=name, revision=revision, trained=True, abilities=able))


async def asked(origin: Origin, *paths: str) -> list[bytes]:
    answers = [await origin.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [200] * len(paths), answers[-1].text
    return [answer.content for answer in answers]


async def masters(origin: Origin) -> list[Master]:
    keys = [key async for key in origin.parts.store.keys("masters/")]
    blobs: Sequence[bytes] = [blob.data for key in keys if (blob := await origin.parts.store.get(key))]
    return [Master.from_bytes(data) for data in blobs]


def lose_pictures(data: Path) -> None:
    shutil.rmtree(data / "store")


async def test_what_was_painted_stays_as_it_was(tmp_path: Path) -> None:
    async with running(tmp_path, "1", "1") as origin:
        before = await asked(origin, FOX, NIGHT)
    shutil.rmtree(tmp_path / "store" / "images")
    async with running(tmp_path, "2", "2") as origin:
        assert await asked(origin, FOX, NIGHT) == before
        assert {master.recipe.revision for master in await masters(origin)} == {"1"}


async def test_what_is_lost_is_painted_by_the_revision_of_today(tmp_path: Path) -> None:
    async with running(tmp_path, "1", "1") as origin:
        await asked(origin, FOX, NIGHT)
    lose_pictures(tmp_path)
    async with running(tmp_path, "2", "2") as origin:
        await asked(origin, FOX, NIGHT)
        made = await masters(origin)
        assert {(master.recipe.revision, bool(master.recipe.source)) for master in made} == {
            ("2", False),
            ("2", True),
        }
        assert (await origin.parts.bindings.shown(parse(FOX))).recipe != made[0].recipe


async def test_a_shape_that_was_never_asked_for_is_painted_by_the_revision_of_today(tmp_path: Path) -> None:
    async with running(tmp_path, "1", "1") as origin:
        before = await asked(origin, FOX)
    async with running(tmp_path, "2", "2") as origin:
        await asked(origin, OTHER_CANVAS)
        assert await asked(origin, FOX) == before


async def test_whoever_may_view_may_have_sizes_of_what_was_painted_anew(tmp_path: Path) -> None:
    async with running(tmp_path, "1", "1") as origin:
        await asked(origin, FOX)
    lose_pictures(tmp_path)
    async with running(tmp_path, "2", "2") as origin:
        await asked(origin, FOX)
        project = await origin.parts.projects.get("demo")
        project = await origin.parts.catalog.projects.set(project.id, {"paint": "keyed"})
        origin.parts.projects.learn(project)
        smaller = parse("/demo/red-fox_32x24.webp")
        assert (await origin.parts.service.picture(smaller, caller=STRANGER)).cache == "miss"
        assert await origin.parts.service.facts(smaller, STRANGER)


async def test_the_source_of_an_edit_is_painted_by_the_revision_of_today(tmp_path: Path) -> None:
    """Whose own model is what it was; also of one that was rerolled."""
    async with running(tmp_path, "1", "1") as origin:
        await change_editor(origin)
        await asked(origin, FOX, NIGHT)
        assert {master.recipe.model for master in await masters(origin)} == {"photo", "editor"}
    lose_pictures(tmp_path)
    async with running(tmp_path, "2", "1") as origin:
        await origin.parts.rerolls.reroll(parse(NIGHT), seed=7)
        (shown,) = await asked(origin, NIGHT)
        made = {(one.recipe.model, one.recipe.revision, one.recipe.seed) for one in await masters(origin)}
        source = next(one.recipe for one in await masters(origin) if not one.recipe.source)
        assert made == {("photo", "2", source.seed), ("editor", "1", 7)}
        assert await asked(origin, NIGHT) == [shown]


async def change_editor(origin: Origin) -> None:
    """Have the edit bound to another model than its source."""
    await asked(origin, FOX)
    await origin.parts.bindings.bind(
        parse(NIGHT), prompt="make it night", model="editor", caller=Caller(client="192.0.2.1")
    )


async def test_a_whole_purge_finds_the_masters_of_every_mixture(tmp_path: Path) -> None:
    async with running(tmp_path, "1", "1") as origin:
        await change_editor(origin)
        await asked(origin, FOX, NIGHT)
        await origin.parts.rerolls.reroll(parse(NIGHT), seed=7)
        await asked(origin, NIGHT)
        edits = [one.recipe for one in await masters(origin) if one.recipe.source]
    for edit in edits:
        (tmp_path / "store" / master_key(edit)).unlink()
    async with running(tmp_path, "1", "2") as origin:  # the source's master is still there
        await asked(origin, NIGHT)
        await origin.parts.purger.purge("demo", "red-fox", whole=True)
        assert await origin.parts.store.keys_anywhere("") == set()
