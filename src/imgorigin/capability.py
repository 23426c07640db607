"""Whether a model can do what a recipe asks of it, told before anything is painted. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from imgorigin.errors import InvalidRequest, Unsupported
from imgorigin.recipe import MAX_SEED, Model, Recipe

MOST_STEPS: Final = 1000
MOST_GUIDANCE: Final = 100.0
MOST_LORA_WEIGHT: Final = 4.0
MOST_AREA: Final = 4
"""Of a canvas, in native areas: beyond, a model repeats itself, and the device runs out of memory."""
MOST_UPSCALED: Final = 16
"""Of an upscale, which is painted in tiles."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a recipe may ask for, and which models can do it."""

    words: str
    is_asked: Callable[[Recipe, Model], bool]
    is_able: Callable[[Recipe, Model], bool]


WISHES: Final = (
    _Wish(
        "paint from words alone",
        lambda recipe, model: pictures(recipe) == 0,
        lambda recipe, model: model.abilities.words,
    ),
    _Wish(
        "heed a negative prompt",
        lambda recipe, model: bool(recipe.negative_prompt),
        lambda recipe, model: model.abilities.negative_prompt,
    ),
    _Wish(
        "take a number of steps",
        lambda recipe, model: recipe.steps != model.steps,
        lambda recipe, model: model.abilities.steps,
    ),
    _Wish(
        "take a guidance",
        lambda recipe, model: recipe.guidance != model.guidance,
        lambda recipe, model: model.abilities.guidance,
    ),
    _Wish(
        "wear a LoRA", lambda recipe, model: bool(recipe.lora), lambda recipe, model: model.abilities.loras
    ),
    _Wish(
        "keep a change within a mask",
        lambda recipe, model: bool(recipe.mask),
        lambda recipe, model: model.abilities.inpaint,
    ),
    _Wish(
        "take a strength",
        lambda recipe, model: recipe.strength not in (None, model.strength),
        lambda recipe, model: model.abilities.image_to_image,
    ),
    _Wish(
        "change a picture as it is told",
        lambda recipe, model: bool(recipe.instruction),
        lambda recipe, model: model.abilities.instructions or model.abilities.image_to_image,
    ),
    _Wish(
        "resemble a picture",
        lambda recipe, model: is_referring(recipe),
        lambda recipe, model: model.abilities.references > 0 or model.abilities.image_to_image,
    ),
    _Wish(
        "look at so many pictures",
        lambda recipe, model: pictures(recipe) > 0 and not (recipe.source and recipe.instruction),
        lambda recipe, model: pictures(recipe) <= most_pictures(model),
    ),
)


@dataclass(frozen=True, slots=True)
class _Bound:
    field: str
    allowed: str
    holds: Callable[[Recipe, Model], bool]


BOUNDS: Final = (
    _Bound("seed", f"0 to {MAX_SEED}", lambda recipe, _: 0 <= recipe.seed <= MAX_SEED),
    _Bound(
        "steps",
        f"1 to {MOST_STEPS}",
        lambda recipe, _: recipe.steps is None or 1 <= recipe.steps <= MOST_STEPS,
    ),
    _Bound(
        "guidance",
        f"0 to {MOST_GUIDANCE:g}",
        lambda recipe, _: recipe.guidance is None or 0 <= recipe.guidance <= MOST_GUIDANCE,
    ),
    _Bound(
        "strength", "above 0, up to 1", lambda recipe, _: recipe.strength is None or 0 < recipe.strength <= 1
    ),
    _Bound(
        "lora_weight",
        f"-{MOST_LORA_WEIGHT:g} to {MOST_LORA_WEIGHT:g}",
        lambda recipe, _: abs(recipe.lora_weight) <= MOST_LORA_WEIGHT,  # false for NaN, as all of these
    ),
)


def check(recipe: Recipe, models: Mapping[str, Model]) -> None:
    """Raises InvalidRequest for a value out of its bounds, and Unsupported for what the model cannot do; it
    names those of `models` that can."""
    model = models.get(recipe.model)
    if not model:
        raise InvalidRequest("model", f"there is no {recipe.model!r} on this server", sorted(models))
    if recipe.revision != model.revision:
        raise Unsupported(f"The model {model.name} is of revision {model.revision!r} here, and no other.")
    for bound in BOUNDS:
        if not bound.holds(recipe, model):
            value = getattr(recipe, bound.field)
            raise InvalidRequest(bound.field, f"{value!r} is out of bounds", bound.allowed)
    _check_canvas(recipe, model)
    for wish in WISHES:
        if wish.is_asked(recipe, model) and not wish.is_able(recipe, model):
            able = sorted(name for name, other in models.items() if wish.is_able(recipe, other))
            who = f"Those that can here: {', '.join(able)}." if able else "No model of this server can."
            raise Unsupported(f"The model {model.name} cannot {wish.words}. {who}")


def pictures(recipe: Recipe) -> int:
    """How many it refers to."""
    return len(recipe.images) + (recipe.source is not None)


def is_referring(recipe: Recipe) -> bool:
    """Whether it is of words, and its pictures are there to be resembled."""
    return bool(recipe.images) and not (recipe.source or recipe.instruction or recipe.mask)


def most_pictures(model: Model) -> int:
    """How many it can look at: the one it changes, and references."""
    able = model.abilities
    changes = able.image_to_image or able.instructions or able.inpaint
    return able.references + changes


def has_pixels_of_source(recipe: Recipe, model: Model) -> bool:
    """Whether the picture is made from its source's pixels, not from what is known of its scene: nothing is
    known of that of an upload, and a mask is of pixels."""
    hands = recipe.hands
    is_of_others = bool(recipe.upload) or any(name != model.name for name in hands)
    return bool(hands) and (model.abilities.pixels or is_of_others or bool(recipe.mask))


def is_of_pixels(recipe: Recipe, model: Model) -> bool:
    """Whether its master is certain to be no drawing."""
    return model.abilities.pixels or bool(recipe.images) or has_pixels_of_source(recipe, model)


def can_edit(model: Model) -> bool:
    """Whether it changes a picture by an instruction, in one way or another."""
    return model.abilities.instructions or model.abilities.image_to_image


def _check_canvas(recipe: Recipe, model: Model) -> None:
    width, height = recipe.canvas.width, recipe.canvas.height
    divisor = model.divisor if model.trained or not recipe.upload else 1  # see edits.canvas_of
    if min(width, height) < divisor or width % divisor or height % divisor:
        raise InvalidRequest(
            "size",
            f"{model.name} does not paint on {recipe.canvas}",
            f"sides that are multiples of {divisor}",
        )
    largest = model.native_area * (MOST_UPSCALED if recipe.upscale else MOST_AREA)
    if recipe.canvas.pixels > largest:
        raise InvalidRequest("size", f"{recipe.canvas} is too large for {model.name}", f"{largest} pixels")
