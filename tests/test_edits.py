"""Uploads that are changed as they are told: recipes, and the sketch painter's hand on their pixels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from imgorigin.address import Size
from imgorigin.capability import check, has_pixels_of_source, is_of_pixels
from imgorigin.crew import sketch_painter
from imgorigin.edits import canvas_of, edited_upload
from imgorigin.errors import ContentRefused, NotFound, NotUnderstood, Unsupported
from imgorigin.imaging.master import Master
from imgorigin.imaging.uploaded import upload_key
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.recipe import Abilities, Model, Recipe
from imgorigin.settings import Settings
from imgorigin.stores.base import Blob, sha256_hex
from tests.imaging.files import encoded, opened, photo
from tests.origin import Origin, running_origin

PICTURE = encoded(photo(600, 400))
SHA = sha256_hex(PICTURE)
SIZE = Size(600, 400)
PHOTOGRAPHER = Model(
    "photographer", "1", native_area=1024 * 1024, divisor=16, max_ratio=4, trained=True, strength=0.5,
    abilities=Abilities(image_to_image=True),
)  # fmt: skip


def edit(*instructions: str, sha256: str = SHA) -> Recipe:
    return edited_upload(sha256, SIZE, instructions, SKETCH)


@pytest.fixture
async def origin(tmp_path: Path) -> AsyncIterator[Origin]:
    words = tmp_path / "blocked"
    words.write_text("zeppelin\n")
    async with running_origin(tmp_path, sketch_painter(Settings()), blocklist=str(words)) as running:
        await running.parts.store.put(upload_key(SHA), Blob(PICTURE))
        yield running


async def painted(origin: Origin, recipe: Recipe) -> tuple[Master, Image.Image]:
    master = await origin.parts.service.paint(recipe)
    return master, opened(master.data)


def is_white(image: Image.Image) -> bool:
    """At its corner."""
    corner = image.convert("RGB").getpixel((1, 1))
    return isinstance(corner, tuple) and min(corner) > 240


def test_a_chain_begins_with_the_upload_and_goes_on_from_there() -> None:
    recipe = edit("make it warmer", "add a border")
    assert recipe.source
    assert (recipe.source.images, recipe.source.source, recipe.images) == ((SHA,), None, ())
    assert recipe.instructions == ("make it warmer", "add a border")
    assert recipe.upload == SHA
    assert recipe.canvas == SIZE
    assert Recipe.from_dict(recipe.to_dict()) == recipe
    assert recipe.source == edit("make it warmer")
    assert len({recipe.key, recipe.source.key, edit("make it warmer", sha256="0" * 64).key}) == 3


def test_nothing_is_drawn_of_an_upload() -> None:
    recipe = edit("make it warmer", "add a border")
    assert is_of_pixels(edit("make it warmer"), SKETCH)
    assert is_of_pixels(recipe, SKETCH)
    assert has_pixels_of_source(recipe, SKETCH)
    check(recipe, {SKETCH.name: SKETCH})


def test_a_model_that_changes_no_pictures_says_who_does() -> None:
    blind = replace(PHOTOGRAPHER, abilities=Abilities())
    models = {model.name: model for model in (blind, SKETCH)}
    with pytest.raises(Unsupported, match="sketch"):
        check(edited_upload(SHA, SIZE, ["warmer"], blind), models)


def test_who_paints_over_a_picture_gets_words_strength_and_its_own_canvas() -> None:
    recipe = edited_upload(SHA, SIZE, ["make it winter"], PHOTOGRAPHER, prompt="a red fox")
    assert (recipe.prompt, recipe.strength) == ("a red fox", 0.5)
    assert recipe.canvas == PHOTOGRAPHER.canvas(SIZE)
    check(recipe, {PHOTOGRAPHER.name: PHOTOGRAPHER})


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_any_upload_has_a_canvas_it_can_be_changed_on(width: int, height: int) -> None:
    size = Size(width, height)
    recipe = edited_upload(SHA, size, ["warmer"], SKETCH)
    check(recipe, {SKETCH.name: SKETCH})
    canvas = canvas_of(SKETCH, size)
    if size.pixels < SKETCH.native_area and min(width, height) > 1:
        assert canvas == size


async def test_the_sketch_painter_changes_an_upload(origin: Origin) -> None:
    _, grey = await painted(origin, edit("make it black and white"))
    assert grey.size == (600, 400)
    for at in ((20, 20), (580, 20), (300, 390)):
        pixel = grey.convert("RGB").getpixel(at)
        assert isinstance(pixel, tuple)
        assert max(pixel) - min(pixel) <= 2
    _, framed = await painted(origin, edit("add a white border"))
    assert is_white(framed)
    assert framed.convert("RGB").getpixel((100, 100)) == (200, 40, 30)


async def test_a_chain_is_carried_out_one_after_the_other(origin: Origin) -> None:
    _, image = await painted(origin, edit("flip it", "make it black and white", "add a white border"))
    rgb = image.convert("RGB")
    assert is_white(rgb)
    left, right = rgb.getpixel((100, 100)), rgb.getpixel((500, 100))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] == left[2] > right[0] == right[2]  # green, which is brighter, came to the left


async def test_what_was_not_done_is_told_and_what_cannot_be_is_refused(origin: Origin) -> None:
    master, _ = await painted(origin, edit("make it warmer and add a zonk"))
    assert "zonk" in master.facts["not_done"][0]
    for instruction in ("add a red hat", "remove the dog", "zonk"):
        with pytest.raises(NotUnderstood, match=f"{instruction}.*What is understood: .*grayscale"):
            await painted(origin, edit(instruction))


async def test_words_that_are_blocked_are_blocked_in_edits_of_uploads_too(origin: Origin) -> None:
    with pytest.raises(ContentRefused):
        await painted(origin, edit("write zeppelin on it"))


async def test_an_upload_there_is_none_of_is_not_found(origin: Origin) -> None:
    with pytest.raises(NotFound, match="0000"):
        await painted(origin, edit("make it warmer", sha256="0" * 64))
