"""What an API is asked for, in the words of the core, and the recipe that it comes to. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, Final

from imgorigin.address import FORMATS, Size
from imgorigin.capability import can_edit
from imgorigin.edits import canvas_of
from imgorigin.errors import InvalidRequest
from imgorigin.recipe import Abilities, Manner, Model, Recipe, edit_canvas, first_recipe, recipe_by, seed_of

CUT_OUT: Final = "remove the background"
"""The instruction that leaves a subject on nothing."""
ALONE: Final = f"{CUT_OUT}, fill the canvas"
"""The same of a picture that is painted for its subject: it is in the middle, and large."""
WITHOUT_ALPHA: Final = ("jpg",)
VARY: Final = "make a variation of it"
"""What is told to a model that needs to be told."""
TURNS: Final = ("", "flip horizontally, ")
MOODS: Final = (
    "warmer", "cooler", "more contrast", "more saturated", "muted", "golden hour", "sunset", "dawn", "night",
    "slightly foggy", "vintage", "enhance",
)  # fmt: skip
"""A variation by a painter that follows rules: a turn and a mood, by its seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """`prompt` says what to paint; of a picture that is changed, what it shows. `images` and `mask` are
    SHA-256 of uploads (Intake.take): the picture to change, then references; the mask is light where the
    picture may change. `instruction` says how. Images without any words are to be varied, or cut out if
    `transparent`: that is the subject alone, on nothing. An empty `model` is the project's; `seed` None is
    drawn from the words. `lora_weight` 1 is the weight that the LoRA's card names."""

    prompt: str
    size: Size
    format: str = "png"
    model: str = ""
    negative_prompt: str = ""
    seed: int | None = None
    steps: int | None = None
    guidance: float | None = None
    style: str = ""
    lora: str = ""
    lora_weight: float | None = None
    images: tuple[str, ...] = ()
    mask: str = ""
    instruction: str = ""
    strength: float | None = None
    transparent: bool = False

    @property
    def words(self) -> str:
        """By which it is named."""
        return ", ".join(filter(None, (self.prompt.strip(), self.instruction.strip())))


@dataclass(frozen=True, slots=True)
class Hands:
    """The models that a commission may be done by: `chosen` is the one it names, else the project's
    (`is_named` tells which); `beginner` paints from words and `editor` changes pictures where a model that
    was not named does not."""

    chosen: Model
    is_named: bool
    beginner: Model | None
    editor: Model | None

    @property
    def painter(self) -> Model:
        able = self.is_named or self.chosen.abilities.words
        return self.chosen if able else self.beginner or self.chosen

    @property
    def retoucher(self) -> Model:
        able = self.is_named or can_edit(self.chosen)
        return self.chosen if able else self.editor or self.chosen


@dataclass(frozen=True, slots=True)
class Draft:
    """`ignored` names fields that its model makes nothing of."""

    recipe: Recipe
    ignored: tuple[str, ...] = ()


_OPTIONAL: Final[Mapping[str, Callable[[Abilities], bool]]] = {
    "negative_prompt": lambda able: able.negative_prompt,
    "steps": lambda able: able.steps,
    "guidance": lambda able: able.guidance,
    "lora": lambda able: able.loras,
    "strength": lambda able: able.image_to_image,
}
"""Fields, and whether a model can do what they ask. One that follows rules ignores them; what is asked of
another in vain is refused (see capability)."""
_DEFAULTS: Final = {one.name: one.default for one in fields(Commission) if one.default is not MISSING}


def check_fields(asked: Commission) -> None:
    """Raises InvalidRequest for fields that contradict each other, whoever paints."""
    if not (asked.words or asked.images):
        raise InvalidRequest("prompt", "it is empty", "words that say what to paint")
    if asked.format not in FORMATS:
        raise InvalidRequest("format", f"{asked.format!r} is none we write", FORMATS)
    if asked.transparent and asked.format in WITHOUT_ALPHA:
        clear = [form for form in FORMATS if form not in WITHOUT_ALPHA]
        raise InvalidRequest("format", f"{asked.format!r} has no transparency", clear)
    for field in ("mask", "instruction"):
        if getattr(asked, field) and not asked.images:
            raise InvalidRequest(field, "there is no picture that it is for", "a picture to change besides")


def drafted(asked: Commission, hands: Hands, manner: Manner, sizes: Mapping[str, Size]) -> Draft:
    """`manner` is the project's; `sizes` are those of the uploads. Whether the model can do it is
    `capability.check`'s to say."""
    if hands.painter is not hands.chosen:  # as of an address (see first_recipe)
        manner = Manner(manner.style, custom_prompt=manner.custom_prompt)
    if not asked.images:
        draft = _begun(asked, hands.painter, manner)
    elif asked.instruction:
        draft = _changed(asked, hands.retoucher, sizes)
    elif asked.prompt:
        draft = _from_pictures(asked, hands, manner, sizes)
    elif asked.transparent:
        return _changed(replace(asked, instruction=CUT_OUT), hands.editor or hands.chosen, sizes)
    else:
        draft = _varied(asked, hands.retoucher, sizes)
    return _cut_out(draft, asked.size, hands) if asked.transparent else draft


def upscaled(source: Recipe, size: Size, model: Model) -> Recipe:
    """The picture of this recipe painted over by its model on a canvas for this size."""
    ratio = source.canvas.ratio
    width = math.sqrt(size.pixels * ratio)
    canvas = Size(*(max(1, round(side / model.divisor)) * model.divisor for side in (width, width / ratio)))
    recipe = recipe_by(
        model,
        Manner(source.style),
        prompt=source.prompt,
        seed=source.seed,
        canvas=canvas,
        source=source,
        upscale=True,
    )
    recipe = replace(recipe, steps=source.steps, guidance=source.guidance)
    return replace(
        recipe,
        lora=source.lora,
        lora_weight=source.lora_weight,
        triggers=source.triggers,
        lora_revision=source.lora_revision,
    )


def _begun(asked: Commission, model: Model, manner: Manner, **more: Any) -> Draft:
    heeded, ignored = _heeded(asked, model)
    own = first_recipe(heeded.prompt, asked.size, model, _manner(heeded, model, manner))
    return Draft(replace(own, **(_told(heeded, "seed", "steps", "guidance", "strength") | more)), ignored)


def _changed(asked: Commission, model: Model, sizes: Mapping[str, Size]) -> Draft:
    """On the canvas of the picture that it changes."""
    heeded, ignored = _heeded(asked, model)
    if not model.trained:
        heeded, also = _without(heeded, "seed", "style")
        ignored += also
        if len(heeded.images) > 1:
            heeded, ignored = replace(heeded, images=heeded.images[:1]), (*ignored, "images")
    strength = None if model.abilities.instructions else model.strength
    recipe = recipe_by(
        model,
        _manner(heeded, model, Manner()),
        prompt=heeded.prompt,
        seed=_seed(heeded, "/".join(heeded.images)),
        canvas=canvas_of(model, sizes[heeded.images[0]]),
        instruction=heeded.instruction,
        images=heeded.images,
        mask=heeded.mask,
        strength=strength if heeded.strength is None else heeded.strength,
    )
    return Draft(replace(recipe, **_told(heeded, "steps", "guidance")), ignored)


def _from_pictures(asked: Commission, hands: Hands, manner: Manner, sizes: Mapping[str, Size]) -> Draft:
    """A prompt and pictures: to be looked at, or painted over. A model that only does as it is told is told
    the prompt; one that follows rules, too, where there is a mask, and looks at no picture else."""
    model = hands.painter
    able = model.abilities
    looks = able.image_to_image or able.references or (asked.mask and able.inpaint and model.trained)
    if model.trained and (looks or not able.instructions):
        strength = model.strength if asked.strength is None else asked.strength
        over = {"strength": strength} if able.image_to_image else {}
        return _begun(asked, model, manner, images=asked.images, mask=asked.mask, **over)
    if model.trained or asked.mask:
        told = replace(asked, prompt="", instruction=asked.prompt)
        return _changed(told, hands.retoucher, sizes)
    bare, ignored = _without(asked, "images", "strength")
    draft = _begun(bare, model, manner)
    return replace(draft, ignored=(*ignored, *draft.ignored))


def _varied(asked: Commission, model: Model, sizes: Mapping[str, Size]) -> Draft:
    """Another picture like the first. Who paints over pictures does so by the seed; who is told, is told."""
    seed = _seed(asked, "/".join(asked.images))
    if model.trained and model.abilities.image_to_image:
        recipe = _changed(replace(asked, seed=seed), model, sizes)
        canvas = model.canvas(asked.size)
        strength = model.strength if asked.strength is None else asked.strength
        return replace(recipe, recipe=replace(recipe.recipe, canvas=canvas, strength=strength))
    if model.trained:
        return _changed(replace(asked, seed=seed, instruction=VARY), model, sizes)
    number = seed_of(f"variation/{seed}")
    turn, mood = TURNS[number % len(TURNS)], MOODS[number // len(TURNS) % len(MOODS)]
    return _changed(replace(asked, seed=None, instruction=f"{turn}{mood}"), model, sizes)


def _cut_out(draft: Draft, size: Size, hands: Hands) -> Draft:
    """The painting's subject alone. Who follows rules knows where in its own drawing that stands; of others
    the editor finds it."""
    whole = draft.recipe
    cutter = hands.editor or hands.chosen
    models = {one.name: one for one in (hands.chosen, hands.beginner, hands.editor) if one}
    canvas = whole.canvas if whole.upload else edit_canvas(cutter, whole, size, models)
    cut = recipe_by(
        cutter,
        Manner(whole.style if whole.model == cutter.name else ""),
        prompt=whole.prompt,
        seed=whole.seed,
        canvas=canvas,
        source=whole,
        instruction=CUT_OUT if whole.upload else ALONE,
    )
    return replace(draft, recipe=cut)


def _heeded(asked: Commission, model: Model) -> tuple[Commission, tuple[str, ...]]:
    """Without what the model makes nothing of, and the names of that."""
    idle = (
        [] if model.trained else [name for name, is_able in _OPTIONAL.items() if not is_able(model.abilities)]
    )
    idle += [] if asked.lora and "lora" not in idle else ["lora_weight"]
    idle += [] if asked.images else ["strength"]
    return _without(asked, *idle)


def _without(asked: Commission, *names: str) -> tuple[Commission, tuple[str, ...]]:
    given = tuple(name for name in dict.fromkeys(names) if getattr(asked, name) != _DEFAULTS[name])
    return replace(asked, **{name: _DEFAULTS[name] for name in given}), given


def _manner(asked: Commission, model: Model, manner: Manner) -> Manner:
    """What is asked for before what the project has; of that, what the model can do."""
    able = model.abilities
    told = replace(
        manner,
        style=asked.style or manner.style,
        negative_prompt=asked.negative_prompt or (manner.negative_prompt if able.negative_prompt else ""),
    )
    if asked.lora:
        weight = 1.0 if asked.lora_weight is None else asked.lora_weight
        return replace(told, lora=asked.lora, lora_weight=weight)
    return told if able.loras else replace(told, lora="", lora_weight=1.0)


def _seed(asked: Commission, otherwise: str) -> int:
    return seed_of(otherwise) if asked.seed is None else asked.seed


def _told(asked: Commission, *names: str) -> dict[str, Any]:
    """Those of the fields that are asked for."""
    return {name: value for name in names if (value := getattr(asked, name)) is not None}
