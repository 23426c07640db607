"""What is asked for, and the recipe that it comes to: by painters that follow rules, and by others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

from imgorigin.address import Size
from imgorigin.capability import check
from imgorigin.commission import ALONE, CUT_OUT, Commission, Draft, Hands, check_fields, drafted
from imgorigin.errors import InvalidRequest, Unsupported
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.recipe import PLAIN, Abilities, Manner, Model, Worn, first_recipe, seed_of

SIZE: Final = Size(800, 600)
SHA, OTHER, MASK = "a" * 64, "b" * 64, "c" * 64
SIZES: Final = {SHA: Size(641, 333), OTHER: Size(100, 100)}
PHOTO: Final = Model(
    "photo", "1", native_area=1024 * 1024, divisor=16, max_ratio=4, trained=True,
    steps=30, guidance=5.0, strength=0.6, loras=(Worn("lego", 0.8, ("LEGO brick",)),),
    abilities=Abilities(
        negative_prompt=True, steps=True, guidance=True, image_to_image=True, inpaint=True, loras=True
    ),
)  # fmt: skip
TELLER: Final = Model(
    "teller", "1", native_area=1024 * 1024, divisor=16, max_ratio=4, trained=True, steps=8,
    abilities=Abilities(words=False, instructions=True, references=1),
)  # fmt: skip
ONLY_WORDS: Final = Model(
    "words", "1", native_area=1024 * 1024, divisor=16, max_ratio=4, trained=True, abilities=Abilities()
)
MODELS: Final = {model.name: model for model in (SKETCH, PHOTO, TELLER, ONLY_WORDS)}


def ask(prompt: str = "", **fields: Any) -> Commission:
    return Commission(prompt=prompt, **{"size": SIZE} | fields)


def by(model: Model, asked: Commission, manner: Manner = PLAIN, *, named: bool = True) -> Draft:
    check_fields(asked)
    return drafted(asked, Hands(model, named, SKETCH, SKETCH), manner, SIZES)


def checked(model: Model, asked: Commission, *, named: bool = True) -> Draft:
    draft = by(model, asked, named=named)
    check(draft.recipe, MODELS)
    return draft


@pytest.mark.parametrize("model", [SKETCH, PHOTO])
def test_words_alone_are_the_picture_that_their_address_would_show(model: Model) -> None:
    manner = Manner("watercolor", custom_prompt="on paper")
    expected = first_recipe("a red fox", SIZE, model, manner)
    assert by(model, ask("a red fox"), manner) == Draft(expected)


def test_a_model_that_needs_a_picture_leaves_words_to_another_unless_it_is_named() -> None:
    manner = Manner("watercolor", "blurry", "lego")
    expected = first_recipe("a red fox", SIZE, TELLER, manner, beginner=SKETCH)
    assert by(TELLER, ask("a red fox"), manner, named=False).recipe == expected
    with pytest.raises(Unsupported, match="cannot paint from words alone"):
        checked(TELLER, ask("a red fox"))


def test_what_is_asked_for_is_in_the_recipe() -> None:
    asked = ask(
        "a red fox", seed=0, steps=12, guidance=0.0, negative_prompt="trees", style="photo", lora="lego",
        lora_weight=0.5,
    )  # fmt: skip
    draft = checked(PHOTO, asked)
    recipe = draft.recipe
    assert not draft.ignored
    assert (recipe.seed, recipe.steps, recipe.guidance) == (0, 12, 0.0)
    assert (recipe.negative_prompt, recipe.style) == ("trees", "photo")
    assert (recipe.lora, recipe.lora_weight, recipe.triggers) == ("lego", 0.4, "LEGO brick")


def test_what_a_project_has_by_default_gives_way_to_what_is_asked_and_to_what_the_model_can() -> None:
    manner = Manner("oil", "blurry", "lego", 1.0)
    assert by(PHOTO, ask("fox", style="pencil"), manner).recipe.style == "pencil"
    assert by(PHOTO, ask("fox"), manner).recipe.negative_prompt == "blurry"
    drawn = by(SKETCH, ask("fox"), manner)
    assert (drawn.recipe.style, drawn.recipe.negative_prompt, drawn.recipe.lora) == ("oil", "", "")
    assert not drawn.ignored  # nobody asked for it here
    check(drawn.recipe, MODELS)


IN_VAIN: Final[dict[str, Any]] = {
    "negative_prompt": "trees",
    "steps": 9,
    "guidance": 2.0,
    "lora": "lego",
    "lora_weight": 0.5,
    "strength": 0.3,
}


@pytest.mark.parametrize("field", IN_VAIN)
def test_who_follows_rules_says_what_it_ignores_and_paints_the_same(field: str) -> None:
    draft = checked(SKETCH, ask("a red fox", **{field: IN_VAIN[field]}))
    assert draft == Draft(by(SKETCH, ask("a red fox")).recipe, (field,))


@pytest.mark.parametrize("field", ["negative_prompt", "steps", "guidance", "lora"])
def test_what_a_trained_model_cannot_do_is_refused_and_one_that_can_is_named(field: str) -> None:
    with pytest.raises(Unsupported, match=r"words cannot .*Those that can here: photo\."):
        checked(ONLY_WORDS, ask("a red fox", **{field: IN_VAIN[field]}))


def test_a_strength_of_nothing_and_a_weight_of_nothing_are_ignored_by_anyone() -> None:
    assert by(PHOTO, ask("fox", strength=0.5, lora_weight=2.0)).ignored == ("lora_weight", "strength")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (ask(), "prompt"),
        (ask("   "), "prompt"),
        (ask("fox", format="gif"), "format"),
        (ask("fox", format="jpg", transparent=True), "format"),
        (ask("fox", mask=MASK), "mask"),
        (ask("fox", instruction="make it night"), "instruction"),
    ],
)
def test_fields_that_contradict_each_other_are_refused_by_name(asked: Commission, field: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        check_fields(asked)
    assert refused.value.field == field


def test_an_edit_of_a_picture_keeps_its_size_to_the_pixel() -> None:
    draft = checked(SKETCH, ask(images=(SHA,), instruction="make it night", mask=MASK))
    recipe = draft.recipe
    assert (recipe.canvas, recipe.images, recipe.mask) == (SIZES[SHA], (SHA,), MASK)
    assert not draft.ignored


def test_rules_change_one_picture_whatever_the_seed_and_the_style() -> None:
    plain = by(SKETCH, ask(images=(SHA,), instruction="make it night"))
    more = by(
        SKETCH, ask(images=(SHA, OTHER), instruction="make it night", seed=7, style="oil", strength=0.4)
    )
    assert more.recipe == plain.recipe
    assert sorted(more.ignored) == ["images", "seed", "strength", "style"]


def test_a_model_that_is_told_takes_references_and_a_seed() -> None:
    recipe = checked(TELLER, ask(images=(SHA, OTHER), instruction="put them together", seed=5)).recipe
    assert (recipe.images, recipe.instruction, recipe.seed) == ((SHA, OTHER), "put them together", 5)
    assert recipe.canvas == TELLER.canvas(SIZES[SHA])


def test_who_cannot_change_pictures_leaves_it_to_the_editor_unless_named() -> None:
    asked = ask(images=(SHA,), instruction="make it night")
    assert checked(ONLY_WORDS, asked, named=False).recipe.model == "sketch"
    with pytest.raises(Unsupported, match="photo, sketch, teller"):
        checked(ONLY_WORDS, asked)


def test_a_mask_is_refused_by_who_paints_all_or_nothing() -> None:
    with pytest.raises(Unsupported, match=r"teller cannot keep a change within a mask.*photo, sketch"):
        checked(TELLER, ask(images=(SHA,), instruction="make it night", mask=MASK))


def test_a_prompt_over_a_picture() -> None:
    over = checked(PHOTO, ask("a red fox", images=(SHA,), strength=0.3, mask=MASK)).recipe
    assert (over.prompt, over.images, over.mask, over.strength) == ("a red fox", (SHA,), MASK, 0.3)
    assert (over.canvas, over.upload) == (PHOTO.canvas(SIZE), "")
    assert checked(PHOTO, ask("a red fox", images=(SHA,))).recipe.strength == PHOTO.strength
    told = checked(SKETCH, ask("make it night", images=(SHA,), mask=MASK)).recipe
    assert (told.instruction, told.mask) == ("make it night", MASK)
    assert checked(SKETCH, ask("a red fox", images=(SHA,))) == Draft(
        first_recipe("a red fox", SIZE, SKETCH), ("images",)
    )


def test_variations_differ_by_the_seed_alone() -> None:
    for model in (SKETCH, PHOTO, TELLER):
        seeds = [checked(model, ask(images=(SHA,), seed=seed)).recipe for seed in (1, 2, 3)]
        assert len({recipe.key for recipe in seeds}) == 3, model.name
        assert checked(model, ask(images=(SHA,), seed=1)).recipe == seeds[0]
        assert all(recipe.images == (SHA,) for recipe in seeds)
        assert not checked(model, ask(images=(SHA,), seed=1)).ignored


def test_what_is_cut_out_is_an_edit_of_the_whole_picture() -> None:
    whole = by(SKETCH, ask("a red fox", style="oil", seed=4)).recipe
    cut = checked(SKETCH, ask("a red fox", style="oil", seed=4, transparent=True)).recipe
    assert (cut.source, cut.instruction, cut.style, cut.seed) == (whole, ALONE, "oil", 4)
    photo = checked(PHOTO, ask("a red fox", style="oil", transparent=True)).recipe
    assert photo.source
    assert (photo.model, photo.source.model, photo.source.style) == ("sketch", "photo", "oil")
    changed = checked(SKETCH, ask(images=(SHA,), instruction="warmer", transparent=True)).recipe
    assert changed.instructions == ("warmer", CUT_OUT)  # somebody's picture stays as it is composed
    assert changed.canvas == SIZES[SHA]
    upload = checked(SKETCH, ask(images=(SHA,), transparent=True)).recipe
    assert upload.instructions == (CUT_OUT,)


def test_the_seed_of_an_edit_is_that_of_its_picture() -> None:
    assert by(TELLER, ask(images=(SHA,), instruction="warmer")).recipe.seed == seed_of(SHA)
    assert replace(by(SKETCH, ask("fox", seed=3)).recipe, seed=seed_of("fox")) == first_recipe(
        "fox", SIZE, SKETCH
    )
