"""Several models behind one origin: which paints what, from which pixels, and what none of them does."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from imgorigin.address import Size, parse
from imgorigin.caller import OPERATOR
from imgorigin.errors import InvalidRequest, NotFound, SettingsError, Unsupported
from imgorigin.painters.fake import FakePainter
from imgorigin.recipe import Abilities, Model, Recipe, recipe_for
from imgorigin.stores.base import Blob
from tests.origin import Origin, running_origin

PHOTO = Model(
    *("photo", "r7", 128 * 128, 16, 3),
    trained=True,
    steps=4,
    guidance=3.5,
    strength=0.6,
    abilities=Abilities(image_to_image=True, inpaint=True, negative_prompt=True, guidance=True, pixels=True),
)
STIFF = Model("stiff", "1", 128 * 128, 16, 3, trained=True, abilities=Abilities(pixels=True))
PROJECTS = """
[demo]
[photos]
model = "photo"
style = "watercolor"
negative_prompt = "blurry"
[stiff]
model = "stiff"
"""


@pytest.fixture
def photo() -> FakePainter:
    return FakePainter(PHOTO)


@pytest.fixture
async def origin(tmp_path: Path, photo: FakePainter) -> AsyncIterator[Origin]:
    (tmp_path / "projects.toml").write_text(PROJECTS)
    editor = FakePainter(Model("sketch", "1", 256 * 256, 8, 4))
    async with running_origin(tmp_path, photo, FakePainter(STIFF), editor) as running:
        yield running


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not happened():
            await asyncio.sleep(0.005)


def recipe(**more: Any) -> Recipe:
    fields = {"prompt": "fox", "seed": 1, "canvas": Size(128, 128), "model": "photo", "revision": "r7"}
    return Recipe(**{**fields, "steps": 4, "guidance": 3.5, **more})


async def test_a_project_has_its_model_and_its_manner(origin: Origin, photo: FakePainter) -> None:
    assert (await origin.get("/photos/red-fox_64x64.png")).status_code == 200
    assert (photo.paints.total(), origin.painter.paints.total()) == (1, 0)
    facts = (await origin.get("/photos/red-fox_64x64.png.json")).json()
    assert facts["model"] == "photo"
    made = await recipe_of(origin, "/photos/red-fox_64x64.png")
    assert (made.style, made.negative_prompt, made.steps, made.guidance, made.strength) == (
        *("watercolor", "blurry", 4, 3.5),
        None,
    )
    assert (await origin.get("/demo/red-fox_64x64.png")).status_code == 200
    assert (photo.paints.total(), origin.painter.paints.total()) == (1, 1)


async def recipe_of(origin: Origin, path: str) -> Recipe:
    recipe = (await origin.parts.bindings.shown(parse(path))).recipe
    assert recipe
    return recipe


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('model = "phot"', "demo.model: there is no 'phot' on this server. Known: fake, photo."),
        (
            'negative_prompt = "blurry"',
            "demo.negative_prompt: the model fake takes none. Those that do here: photo.",
        ),
        (
            'model = "photo"\nlora = "ink"',
            "demo.lora: the model photo takes none. No model of this server does.",
        ),
        ("lora_weight = nan", "demo.lora_weight"),
    ],
)
async def test_a_project_that_asks_for_what_is_not_there_stops_the_start(
    tmp_path: Path, photo: FakePainter, line: str, told: str
) -> None:
    (tmp_path / "projects.toml").write_text(f"[demo]\n{line}\n")
    with pytest.raises(SettingsError) as raised:
        async with running_origin(tmp_path, photo):
            pass
    assert told in raised.value.detail


async def test_an_edit_of_pixels_is_given_its_source_painted_first(
    tmp_path: Path, photo: FakePainter
) -> None:
    (tmp_path / "projects.toml").write_text(PROJECTS.partition("[stiff]")[0])
    async with running_origin(tmp_path, photo, painters=1) as origin:  # one slot is enough for the chain
        path = "/photos/red-fox_160x80.png/make-it-night.png/add-snow_64x64.png"
        assert (await origin.get(path)).status_code == 200
        assert photo.paints.total() == 3
        assert photo.inputs["red fox"].images == ()
        (source,) = photo.inputs["red fox, make it night, add snow"].images
        edit = await recipe_of(origin, path)
        assert edit.source
        seen = Image.open(io.BytesIO(source))
        assert (seen.format, seen.size) == ("PNG", (edit.source.canvas.width, edit.source.canvas.height))
        assert edit.strength == 0.6


@pytest.mark.parametrize("project", ["stiff", "demo"])
async def test_an_edit_by_rules_of_a_models_picture_is_painted_once_where_its_pixels_are(
    tmp_path: Path, photo: FakePainter, project: str
) -> None:
    """Also where the picture is of another model than that which the project has now."""
    (tmp_path / "projects.toml").write_text(PROJECTS)
    editor = FakePainter(Model("sketch", "1", 256 * 256, 8, 4))
    async with running_origin(tmp_path, photo, FakePainter(STIFF), editor) as origin:
        fox, night = (f"/{project}/red-fox_64x64.png{edit}" for edit in ("", "/make-it-night.png"))
        await origin.parts.bindings.bind(parse(fox), prompt="red fox", model="stiff", caller=OPERATOR)
        before = await recipe_of(origin, night)
        assert (await origin.get(night)).status_code == 200
        assert await recipe_of(origin, night) == before
        assert before.canvas == STIFF.canvas(Size(64, 64))
        assert editor.paints.total() + origin.painter.paints.total() == 1
        assert len([key async for key in origin.parts.store.keys("masters/")]) == 2


async def test_a_painter_of_scenes_is_given_no_pixels_of_its_own(origin: Origin) -> None:
    await origin.get("/demo/red-fox_64x64.png/make-it-night.png")
    assert origin.painter.inputs["red fox, make it night"].images == ()
    assert origin.painter.paints.total() == 1


async def test_what_a_model_cannot_edit_is_edited_by_another_and_labelled_so(origin: Origin) -> None:
    path = "/stiff/red-fox_64x64.png/make-it-night.jpg"
    edited = await origin.get(path)
    assert edited.status_code == 200
    made = await recipe_of(origin, path)
    assert (made.model, made.source.model if made.source else "") == ("sketch", "stiff")
    assert b"compositeWithTrainedAlgorithmicMedia" in edited.content
    assert (await origin.get(f"{path}.json")).json()["model"] == "sketch"


async def test_pixels_are_no_drawing_which_is_said_before_they_are_painted(
    origin: Origin, photo: FakePainter
) -> None:
    for path in ("/photos/fox.svg", "/photos/fox.png/make-it-night.svg", "/stiff/fox.png/make-it-night.svg"):
        answer = await origin.get(path)
        assert (answer.status_code, answer.json()["field"]) == (400, "format")
    assert not photo.paints


async def test_uploads_and_masks_are_read_from_the_store(origin: Origin, photo: FakePainter) -> None:
    for name in ("aa", "bb"):
        await origin.parts.store.put(f"uploads/{name}", Blob(name.encode()))
    master = await origin.parts.service.paint(recipe(images=("aa",), mask="bb"))
    assert master.recipe.mask == "bb"
    assert (photo.inputs["fox"].images, photo.inputs["fox"].mask) == ((b"aa",), b"bb")
    with pytest.raises(NotFound, match="uploaded picture cc"):
        await origin.parts.service.paint(recipe(images=("cc",)))


async def test_new_pictures_resemble_the_reference_of_their_project(
    origin: Origin, photo: FakePainter
) -> None:
    parts = origin.parts
    await parts.store.put("uploads/" + "aa" * 32, Blob(b"aa"))
    for name in ("photos", "stiff"):
        row = await parts.projects.get(name)
        parts.projects.learn(await parts.catalog.projects.set(row.id, {"reference_image": "aa" * 32}))
    assert (await origin.get("/photos/red-fox_64x64.png")).status_code == 200
    made = await recipe_of(origin, "/photos/red-fox_64x64.png")
    assert (made.images, made.strength) == (("aa" * 32,), 0.6)
    assert [inputs.images for inputs in photo.inputs.values()] == [(b"aa",)]
    refused = await origin.get("/stiff/red-fox_64x64.png")
    assert refused.status_code == 400
    assert "stiff cannot resemble a picture. Those that can here: photo." in refused.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"steps": 30}, "photo cannot take a number of steps. No model"),
        ({"lora": "ink"}, "photo cannot wear a LoRA. No model"),
        ({"images": ("aa", "bb")}, "photo cannot look at so many pictures. No model"),
        (
            {"model": "fake", "revision": "1", "steps": None, "guidance": None, "negative_prompt": "x"},
            "fake cannot heed a negative prompt. Those that can here: photo.",
        ),
        (
            {"model": "stiff", "revision": "1", "steps": None, "guidance": None, "mask": "aa"},
            "stiff cannot keep a change within a mask. Those that can here: photo.",
        ),
        (
            {"model": "stiff", "revision": "1", "steps": None, "guidance": 2.0},
            "stiff cannot take a guidance. Those that can here: photo.",
        ),
        ({"revision": "r6"}, "of revision 'r7' here"),
    ],
)
async def test_what_a_model_cannot_do_names_one_that_can(
    origin: Origin, photo: FakePainter, asked: dict[str, Any], told: str
) -> None:
    with pytest.raises(Unsupported) as raised:
        await origin.parts.service.paint(recipe(**asked))
    assert told in raised.value.detail
    assert not photo.paints


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("steps", 0), ("steps", -1), ("guidance", float("nan")), ("guidance", -1.0), ("seed", -1)),
        *(("strength", 0.0), ("strength", 1.5), ("lora_weight", float("inf")), ("model", "nobody")),
        *(("size", Size(100, 128)), ("size", Size(0, 0)), ("size", Size(4096, 4096))),
    ],
)
async def test_values_out_of_bounds_are_named(origin: Origin, field: str, value: Any) -> None:
    with pytest.raises(InvalidRequest) as raised:
        await origin.parts.service.paint(recipe(**{"canvas" if field == "size" else field: value}))
    assert raised.value.field == field


async def test_blocked_words_are_refused_before_anything_is_painted(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_text("blorb\n")
    async with running_origin(tmp_path, blocklist=str(words)) as origin:
        for path in ("/demo/a-bl0rb_64x64.png", "/demo/fox.png/add-a-blorb.png", "/demo/blorb.png.json"):
            answer = await origin.get(path)
            assert (answer.status_code, answer.json()["type"]) == (
                400,
                "urn:imgorigin:problem:content-refused",
            )
            assert answer.headers["cache-control"] == "no-store"
        assert not origin.painter.paints


async def test_progress_is_told_while_a_picture_is_awaited(tmp_path: Path) -> None:
    async with running_origin(tmp_path, wait=0.05) as origin:
        origin.painter.step = (3, 4)
        origin.painter.gate.clear()
        assert (await origin.get("/demo/red-fox_64x64.png.json")).status_code == 202
        while not origin.painter.paints:
            await asyncio.sleep(0.005)
        answer = await origin.get("/demo/red-fox_64x64.png.json")
        assert (answer.status_code, answer.json()["progress"]) == (202, 0.75)
        progress = origin.parts.service.progress(parse("/demo/red-fox_64x64.png"))
        assert progress
        assert (progress.state.state, progress.state.step, progress.state.steps) == ("painting", 3, 4)
        origin.painter.gate.set()
        await origin.parts.service.close()
        assert origin.parts.service.progress(parse("/demo/red-fox_64x64.png")) is None
        assert progress.state.part == 1


async def test_what_nobody_waits_for_any_more_is_given_up_if_that_is_wished(tmp_path: Path) -> None:
    fox = parse("/demo/red-fox_64x64.png")
    async with running_origin(tmp_path, cancel_unwanted=True) as origin:
        service = origin.parts.service
        origin.painter.gate.clear()
        callers = [asyncio.create_task(service.picture(fox)) for _ in range(2)]
        await until(lambda: origin.painter.paints.total() == 1)
        callers[0].cancel()
        await asyncio.sleep(0.05)
        assert not origin.painter.given_up
        callers[1].cancel()
        await until(lambda: origin.painter.given_up == ["red fox"])
        again = asyncio.create_task(service.picture(fox))
        await until(lambda: origin.painter.paints.total() == 2)
        origin.painter.gate.set()
        assert (await again).blob.data


async def test_an_edit_given_up_gives_up_the_painting_of_its_source(
    tmp_path: Path, photo: FakePainter
) -> None:
    (tmp_path / "projects.toml").write_text('[demo]\nmodel = "photo"\n')
    async with running_origin(tmp_path, photo, cancel_unwanted=True) as origin:
        photo.gate.clear()
        edit = parse("/demo/red-fox_64x64.png/make-it-night.png")
        caller = asyncio.create_task(origin.parts.service.picture(edit))
        await until(lambda: photo.paints.total() == 1)
        caller.cancel()
        await until(lambda: photo.given_up == ["red fox"])


async def test_who_was_told_to_come_back_finds_it_painted_all_the_same(tmp_path: Path) -> None:
    async with running_origin(tmp_path, cancel_unwanted=True, wait=0.05) as origin:
        origin.painter.gate.clear()
        assert (await origin.get("/demo/red-fox_64x64.png")).status_code == 503
        assert (await origin.get("/demo/red-fox_64x64.png.json")).status_code == 202
        await asyncio.sleep(0.05)
        origin.painter.gate.set()
        await origin.parts.service.close()
        assert not origin.painter.given_up
        assert origin.painter.paints.total() == 1


def test_a_models_defaults_stand_in_the_recipe() -> None:
    plain = recipe_for(parse("/demo/fox_64x64.png"), PHOTO)
    assert (plain.steps, plain.guidance, plain.strength) == (4, 3.5, None)
    edit = recipe_for(parse("/demo/fox_64x64.png/make-it-night.png"), PHOTO)
    assert edit.strength == 0.6
    told = replace(PHOTO, abilities=Abilities(instructions=True))
    assert recipe_for(parse("/demo/fox_64x64.png/make-it-night.png"), told).strength is None


ONLY_EDITS = Model(
    *("editor", "2", 128 * 128, 16, 2),
    trained=True,
    steps=4,
    abilities=Abilities(words=False, instructions=True, negative_prompt=True),
)


async def test_a_model_that_only_edits_begins_with_the_picture_of_one_that_paints_words(
    tmp_path: Path,
) -> None:
    (tmp_path / "projects.toml").write_text(
        '[demo]\n[edits]\nmodel = "editor"\nstyle = "watercolor"\nnegative_prompt = "blurry"\n'
    )
    editor = FakePainter(ONLY_EDITS)
    async with running_origin(tmp_path, editor) as origin:
        plain, path = "/edits/red-fox_64x64.png", "/edits/red-fox_64x64.png/make-it-night.png"
        assert (await origin.get(plain)).status_code == 200
        assert (await origin.get(f"{plain}.json")).json()["model"] == "fake"
        assert (await origin.get(path)).status_code == 200
        assert (editor.paints.total(), origin.painter.paints.total()) == (1, 1)
        edit = await recipe_of(origin, path)
        assert (edit.model, edit.negative_prompt, edit.canvas) == ("editor", "blurry", Size(128, 128))
        assert edit.source
        begun = (edit.source.model, edit.source.style, edit.source.negative_prompt, edit.source.canvas)
        assert begun == ("fake", "watercolor", "", Size(256, 256))
        with pytest.raises(Unsupported, match="editor cannot paint from words alone"):
            await origin.parts.service.paint(recipe(model="editor", revision="2", guidance=None))
