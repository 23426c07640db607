"""What an address showed once it shows for good, on either database: whatever is lost, renamed or set."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

from imgorigin.address import parse
from imgorigin.caller import OPERATOR
from imgorigin.painters.fake import MODEL, FakePainter
from tests.catalog.conftest import Place
from tests.imaging.files import encoded, photo
from tests.origin import Origin, running_origin

RACERS = 8
FOX = parse("/demo/red-fox_64x48.png")
NIGHT = parse("/demo/red-fox_64x48.png/make-it-night.webp")
LONG = parse("/demo/hero_64x48.png")
LOGO = parse("/demo/logo_32x32.png/make-it-blue.png")
MOVED = parse("/demo/new-name_48x64.webp")
SHOWN = [FOX.path, "/demo/red-fox_200x60.jpg", NIGHT.path, LONG.path, LOGO.path, MOVED.path]
PROMPT = "a lighthouse on a cliff above a stormy sea at dusk, seen from a boat, with seven gulls in a row"


def running(place: Place) -> AbstractAsyncContextManager[Origin]:
    return running_origin(place.data, FakePainter(replace(MODEL, name="other")), catalog=place.url)


async def asked(origin: Origin, paths: list[str]) -> dict[str, bytes]:
    answers = {path: await origin.get(path) for path in paths}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {path: answer.content for path, answer in answers.items()}


async def made(origin: Origin) -> dict[str, bytes]:
    """Bind every kind of picture there is, and give their bytes."""
    parts = origin.parts
    await parts.bindings.bind(LONG, prompt=PROMPT, caller=OPERATOR)
    upload = await parts.intake.take(encoded(photo()), name="logo.png")
    await parts.bindings.bind_upload(parse("/demo/logo_32x32.png"), upload, {}, OPERATOR)
    await asked(origin, ["/demo/old-name_48x64.webp"])
    asset = await parts.bindings.asset(parse("/demo/old-name.png"))
    assert asset
    await parts.catalog.redirects.rename(asset.scope, asset.content_id, asset.project_id, "new-name")
    return await asked(origin, SHOWN)


async def test_all_of_it_is_painted_as_it_was_when_the_cache_is_wiped_and_the_project_turned(
    place: Place,
) -> None:
    async with running(place) as origin:
        await made(origin)
        await origin.parts.rerolls.reroll(FOX)
        before = await asked(origin, SHOWN)
        demo = await origin.parts.projects.get("demo")
        turned = {"custom_prompt": "in oil", "style": "ink", "default_model": "other"}
        await origin.parts.catalog.projects.set(demo.id, turned)
    for folder in ("images", "masters"):
        shutil.rmtree(place.data / "store" / folder)
    async with running(place) as origin:
        assert await asked(origin, SHOWN) == before
        fresh = (await origin.parts.bindings.shown(parse("/demo/owl_64x48.png"))).recipe
        assert fresh
        assert (fresh.model, fresh.style, fresh.prompt) == ("other", "ink", "owl, in oil")


async def test_versions_change_together_and_back(place: Place) -> None:
    paths = [FOX.path, "/demo/red-fox_200x60.jpg", NIGHT.path]
    async with running(place) as origin:
        before = await asked(origin, paths)
        rerolled = await asyncio.gather(*(origin.parts.rerolls.reroll(FOX) for _ in range(RACERS)))
        assert sorted(asset.version for asset in rerolled) == list(range(1, RACERS + 1))
        after = await asked(origin, paths)
        assert all(after[path] != before[path] for path in paths)
        told = await origin.parts.versions.history(FOX)
        assert [one.version for one in told.versions] == list(range(RACERS + 1))
        assert len({one.recipe.seed for one in told.versions if one.recipe}) == RACERS + 1
        await origin.parts.versions.pin(FOX, 0, OPERATOR)
        assert await asked(origin, paths) == before
        assert (await origin.parts.versions.undo(FOX, OPERATOR)).version == told.asset.version
        assert await asked(origin, paths) == after


async def test_two_servers_that_paint_one_address_at_once_serve_one_picture(place: Place) -> None:
    data = [replace(place, data=place.data / name) for name in ("one", "two")]
    if not place.url:
        data = [place, place]  # SQLite is of one data folder
    async with running(data[0]) as one, running(data[1]) as two:
        answers = await asyncio.gather(*(host.get(FOX.path) for host in (one, two) for _ in range(RACERS)))
        assert len({answer.content for answer in answers}) == 1
        project = await one.parts.catalog.projects.by_name("demo")
        assert project.image_count == 1
