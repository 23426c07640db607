from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.address import FORMATS, Size, parse
from imgorigin.recipe import MAX_SEED, Manner, Model, Recipe, Worn, of_today, recipe_for, seed_of

MODEL = Model("sketch", "1", native_area=1920 * 1080, divisor=8, max_ratio=8)


def recipe(path: str, model: Model = MODEL) -> Recipe:
    return recipe_for(parse(path), model)


def test_a_whole_srcset_has_one_recipe() -> None:
    keys = {
        recipe(f"/demo/cat_{width}x{width * 9 // 16}{density}.{form}").key
        for width in (320, 640, 750, 828, 1080, 1200, 1920, 3840)
        for density in ("", "@2x")
        for form in FORMATS
    }
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("size", "canvas"),
    [
        ("1920x1080", Size(1920, 1080)),
        ("1600x900", Size(1920, 1080)),
        ("1280x730", Size(1920, 1080)),
        ("800x600", Size(1664, 1248)),
        ("600x800", Size(1248, 1664)),
        ("1000x1000", Size(1440, 1440)),
        ("1200x630", Size(2040, 1016)),
        ("728x90", Size(4072, 512)),
        ("4096x16", Size(4072, 512)),
    ],
)
def test_near_equal_shapes_share_a_canvas(size: str, canvas: Size) -> None:
    assert recipe(f"/demo/cat_{size}.png").canvas == canvas


@given(
    st.builds(Size, st.integers(1, 10_000), st.integers(1, 10_000)),
    st.integers(64 * 64, 4096 * 4096),
    st.sampled_from((1, 2, 8, 16, 32, 64)),
    st.sampled_from((1.0, 2.0, 4.0, 8.0)),
)
def test_a_canvas_is_one_that_the_model_can_paint(size: Size, area: int, divisor: int, ratio: float) -> None:
    model = Model("m", "1", area, divisor, ratio)
    canvas = model.canvas(size)
    assert canvas in model.canvases()
    assert canvas.width % divisor == canvas.height % divisor == 0
    assert canvas.pixels > 0


def test_the_same_words_are_the_same_picture_in_every_project() -> None:
    assert recipe("/demo/cat.png") == recipe("/other/cat.webp")
    assert recipe("/demo/cat.png").seed == seed_of("cat")
    assert recipe("/demo/cat.png").key != recipe("/demo/dog.png").key


def test_an_edit_keeps_the_seed_and_words_of_its_source() -> None:
    source, edit = recipe("/demo/cat.png"), recipe("/demo/cat.png/make-it-night.png/add-snow_64x32.png")
    assert edit.source
    assert edit.source.source == source
    assert (edit.prompt, edit.seed) == (source.prompt, source.seed)
    assert edit.instructions == ("make it night", "add snow")
    assert edit.canvas == MODEL.canvas(Size(64, 32))


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "x"}, {"model": "x"}, {"revision": "2"}, {"seed": 1}, {"canvas": Size(8, 8)}, {"steps": 4},
        {"negative_prompt": "x"}, {"guidance": 1.5}, {"style": "x"}, {"lora": "x"}, {"lora_weight": 0.5},
        {"instruction": "x"}, {"mask": "x"}, {"triggers": "x"}, {"lora_revision": "x"},
    ],
)  # fmt: skip
def test_every_field_enters_the_key(change: dict[str, object]) -> None:
    plain = recipe("/demo/cat.png")
    assert replace(plain, **change).key != plain.key  # type: ignore[arg-type]


def test_the_key_is_the_digest_of_canonical_json_and_stays() -> None:
    plain = recipe("/demo/cat.png")
    assert plain.canonical_json() == (
        '{"canvas":[1440,1440],"model":"sketch","prompt":"cat","revision":"1","seed":2007988107}'
    )
    assert plain.key == "42c25556b7c405f726d6a935900eafcdf7d7f8b7ce4be311f3e965fbf2ed068f"


INK = replace(MODEL, loras=(Worn("ink", 0.8, ("Ink Wash", "brushed")),))


@pytest.mark.parametrize(
    ("path", "manner", "weight", "triggers"),
    [
        ("/demo/cat.png", Manner(lora="ink"), 0.8, "Ink Wash, brushed"),
        ("/demo/cat-ink-wash.png", Manner(lora="ink", lora_weight=0.5), 0.4, "brushed"),
        ("/demo/cat.png", Manner(lora="ink", style="BRUSHED", custom_prompt="ink wash"), 0.8, ""),
        ("/demo/cat.png", Manner(lora="ink", lora_weight=0), 0, ""),
        ("/demo/cat.png", Manner(lora="other", lora_weight=0.5), 0.5, ""),
        ("/demo/cat.png", Manner(), 1, ""),
        ("/demo/cat.png/as-an-ink-wash.png", Manner(lora="ink"), 0.8, "brushed"),
    ],
)
def test_a_lora_has_the_weight_and_the_triggers_of_its_card(
    path: str, manner: Manner, weight: float, triggers: str
) -> None:
    made = recipe_for(parse(path), INK, manner)
    assert (made.lora_weight, made.triggers) == (weight, triggers)
    assert made.prompt.startswith("cat") and "brushed" not in made.prompt


def test_a_lora_that_was_trained_anew_is_another_recipe_and_the_one_of_today() -> None:
    before, after = (replace(MODEL, loras=(Worn("ink", revision=one),)) for one in ("a", "b"))
    worn = recipe_for(parse("/demo/cat.png"), before, Manner(lora="ink"))
    assert recipe_for(parse("/demo/cat.png"), after, Manner(lora="ink")).key != worn.key
    assert of_today(worn, {MODEL.name: after}).lora_revision == "b"
    gone = replace(MODEL, loras=())
    assert of_today(worn, {MODEL.name: gone}).lora_revision == "a"
    assert recipe_for(parse("/demo/cat.png"), after, Manner()).lora_revision == ""


recipes: st.SearchStrategy[Recipe] = st.deferred(
    lambda: st.builds(
        Recipe,
        prompt=st.text(),
        model=st.text(),
        revision=st.text(),
        seed=st.integers(0, MAX_SEED),
        canvas=st.builds(Size, st.integers(1, 99), st.integers(1, 99)),
        steps=st.none() | st.integers(1, 50),
        guidance=st.none() | st.floats(allow_nan=False),
        source=st.none() | recipes,
        instruction=st.text(),
    )
)


@given(recipes)
def test_what_is_written_is_read_back(written: Recipe) -> None:
    assert Recipe.from_dict(json.loads(written.canonical_json())) == written


@given(st.text())
def test_seeds_are_within_bounds(text: str) -> None:
    assert 0 <= seed_of(text) <= MAX_SEED


def test_uploads_of_a_recipe_are_those_of_all_it_is_made_from() -> None:
    first = Recipe(
        prompt="", model="m", revision="1", seed=0, canvas=Size(8, 8), images=("a", "b"), instruction="x"
    )
    edit = replace(first, images=(), mask="c", source=first)
    assert first.uploads == {"a", "b"}
    assert edit.uploads == {"a", "b", "c"}
    assert replace(first, images=()).uploads == frozenset()
