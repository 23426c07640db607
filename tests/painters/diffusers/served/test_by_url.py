"""Models behind the real server, asked by URL: families, edits, manners, and what is refused."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PIL import ImageChops

from tests.painters.diffusers.served.conftest import WORDS, opened
from tests.served import Served

pytestmark = pytest.mark.asyncio(loop_scope="session")

FOX = "a-red-fox_64x64.png"
NIGHT = f"{FOX}/make-it-night.png"


async def facts(server: Served, path: str) -> dict[str, Any]:
    found: dict[str, Any] = (await server.get(f"{path}.json")).json()
    return found


async def picture(server: Served, path: str) -> bytes:
    answer = await server.get(path)
    assert answer.status_code == 200, answer.text
    return answer.content


@pytest.mark.parametrize("family", WORDS)
async def test_a_family_paints_words(server: Served, family: str) -> None:
    path = f"/{family}/{FOX}"
    image = opened(await picture(server, path))
    assert (image.format, image.size) == ("PNG", (64, 64))
    assert image.getcolors(1) is None, "more than one colour"
    assert (await facts(server, path))["model"] == f"tiny-{family}"


@pytest.mark.parametrize(
    ("family", "editor", "hand"),
    [
        ("pix2pix", "tiny-pix2pix", "model"),
        ("kontext", "tiny-kontext", "model"),
        ("klein", "tiny-klein", "model"),
        ("sdxl", "tiny-sdxl", "image-to-image"),
        ("sana", "sketch", None),
    ],
)
async def test_an_edit_is_made_by_whoever_can(
    server: Served, family: str, editor: str, hand: str | None
) -> None:
    plain, path = f"/{family}/{FOX}", f"/{family}/{NIGHT}"
    before, after = opened(await picture(server, plain)), opened(await picture(server, path))
    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox()
    found = await facts(server, path)
    assert (found["model"], found.get("edited_by")) == (editor, hand)


async def test_a_model_that_only_edits_begins_with_the_default_models_picture(server: Served) -> None:
    assert (await facts(server, f"/pix2pix/{FOX}"))["model"] == "tiny-sd"
    before = await server.metric("imgorigin_paints_total")
    assert await picture(server, "/pix2pix/an-old-boat_64x64.png/make-it-night.png/add-snow.png")
    assert await server.metric("imgorigin_paints_total") == before + 3


async def test_a_chain_leaves_to_pixels_what_pixels_do_exactly(server: Served) -> None:
    path = f"/klein/{FOX}/make-it-night-and-grayscale.png/grayscale.png"
    image = opened(await picture(server, path)).convert("RGB")
    red, green, blue = image.split()
    assert not ImageChops.difference(red, green).getbbox()
    assert not ImageChops.difference(green, blue).getbbox()
    assert (await facts(server, path))["edited_by"] == "classical"
    assert (await facts(server, f"/klein/{FOX}/make-it-night-and-grayscale.png"))["edited_by"] == "model"


async def test_a_projects_manner_is_seen_in_its_pictures(server: Served) -> None:
    plain, inked, pale = [await picture(server, f"/{name}/{FOX}") for name in ("sd", "ink", "pale")]
    assert len({plain, inked, pale}) == 3
    assert await picture(server, "/sd/the-next_64x64.png") == await picture(
        server, "/demo/the-next_64x64.png"
    )


async def test_the_spellings_of_a_size_and_a_srcset_are_one_paint(server: Served) -> None:
    before = await server.metric("imgorigin_paints_total")
    paths = [
        *(f"/sd/a-tall-tower_{side}x{side}.{form}" for side in (32, 48, 64, 96) for form in ("webp", "jpg")),
        *("/sd/a-tall-tower_32x32@2x.png", "/sd/a-tall-tower_65x64.png"),
    ]
    answers = await asyncio.gather(*map(server.get, paths))
    assert {answer.status_code for answer in answers} == {200}
    assert await server.metric("imgorigin_paints_total") == before + 1


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        (f"/none/{FOX}", "unsupported", "tiny-sd has no 'none'. Allowed: ink, stray."),
        (f"/stray/{FOX}", "unsupported", "made for another family of models than tiny-sd"),
        ("/sd/a-blorb_64x64.png", "content-refused", "blocklist"),
        ("/sd/a-red-fox.svg", "invalid-request", "format"),
        (f"/klein/{FOX}/make-it-night.svg", "invalid-request", "format"),
    ],
)
async def test_what_is_not_painted_says_why(server: Served, path: str, code: str, told: str) -> None:
    answer = await server.get(path)
    assert (answer.status_code, answer.json()["type"]) == (400, f"urn:imgorigin:problem:{code}")
    assert told in answer.json()["detail"]
    assert answer.headers["cache-control"] == "no-store"
