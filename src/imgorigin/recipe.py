"""Recipe: all that determines the pixels of a picture, and the canvas it is painted on. Pure."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache, cached_property
from typing import Any, Final

from imgorigin.address import Address, Size

MAX_SEED: Final = 2**31 - 1

_LANDSCAPE: Final = (1, 5 / 4, 4 / 3, 3 / 2, 16 / 9, 2, 21 / 9, 3, 4, 6, 8)
ASPECTS: Final = tuple(sorted({*_LANDSCAPE, *(1 / ratio for ratio in _LANDSCAPE)}))
"""The aspect ratios a picture is painted in: those of screens, prints and banners. A size between two
takes the nearer one (in proportion) and is cropped, so that near-equal sizes share one master."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What may be asked of a model beyond words, seed and size.

    `words`: it paints from words alone. `instructions`: it changes a picture as it is told in words.
    `image_to_image`: it paints over a picture, by a strength. `references`: how many pictures it looks at
    besides the one it changes. `pixels`: it works on the pixels of a source, not on what is known of its
    scene.
    """

    negative_prompt: bool = False
    steps: bool = False
    guidance: bool = False
    image_to_image: bool = False
    inpaint: bool = False
    instructions: bool = False
    references: int = 0
    loras: bool = False
    pixels: bool = True
    words: bool = True


@dataclass(frozen=True, slots=True)
class Worn:
    """A LoRA of a model: the weight it is made for, the words that it was trained to answer to, which
    training of it this is, and since when its file is on this server (as of Model)."""

    name: str
    weight: float = 1.0
    triggers: tuple[str, ...] = ()
    revision: str = ""
    since: int = 0

    def absent(self, *texts: str) -> str:
        """Its triggers that stand in none of the texts, whatever their case."""
        said = " ".join(texts).casefold()
        return ", ".join(word for word in self.triggers if word.casefold() not in said)


@dataclass(frozen=True, slots=True)
class Model:
    """What a recipe has to know of the model that will paint it.

    `native_area` is the number of pixels it paints best at, `divisor` what its sides are multiples of,
    `max_ratio` the longest side over the shortest. `trained` tells a model that learned from pictures from
    one that follows rules: what it makes has to be labelled differently. `sizes` are its canvases if it has
    no others. `steps`, `guidance` and `strength` (of image-to-image, 0..1) are what a recipe has if nothing
    else is asked for; `steps_range` is the fewest and the most that may be. `loras` are those that its card
    tells of. `since`: from when its files are on this server, in Unix seconds; 0: it has none.
    """

    name: str
    revision: str
    native_area: int
    divisor: int
    max_ratio: float
    trained: bool = False
    sizes: tuple[Size, ...] = ()
    steps: int | None = None
    steps_range: tuple[int, int] | None = None
    guidance: float | None = None
    strength: float | None = None
    abilities: Abilities = Abilities(instructions=True, pixels=False)
    loras: tuple[Worn, ...] = ()
    since: int = 0

    def worn(self, lora: str) -> Worn:
        """What is known of one of its LoRAs; of any other, nothing."""
        return next((one for one in self.loras if one.name == lora), Worn(lora))

    def canvas(self, size: Size) -> Size:
        """The canvas for a rendition of `size`: that of the nearest aspect ratio."""
        return min(self.canvases(), key=lambda canvas: abs(math.log(canvas.ratio / size.ratio)))

    def canvases(self) -> list[Size]:
        """Every canvas it paints on: each aspect ratio it is able to, at about the native area."""
        return list(self.sizes or _canvases(self.native_area, self.divisor, self.max_ratio))


@cache
def _canvases(area: int, divisor: int, max_ratio: float) -> tuple[Size, ...]:
    widths = {ratio: math.sqrt(area * ratio) for ratio in ASPECTS if max(ratio, 1 / ratio) <= max_ratio}

    def multiple(side: float) -> int:
        return max(1, round(side / divisor)) * divisor

    return tuple(Size(multiple(width), multiple(width / ratio)) for ratio, width in widths.items())


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """Everything that decides the pixels, and nothing else: no clock, no randomness outside the seed.

    An edit has a `source` (the recipe of the picture it changes) and an `instruction`; its prompt and seed
    are its source's. `images` are uploads in the store, by SHA-256: the picture to change if there is no
    `source`, then references. `mask` is one too: light where the picture may change. `strength` is that of
    image-to-image, 0..1. `triggers` are words for the LoRA that are painted by as if they stood behind the
    prompt, and are none of the picture's own. `revision` and `lora_revision` tell which weights it is painted
    with. An `upscale` is its source on a larger canvas. Fields left at
    their defaults do not enter the key, so a field added later changes no key made before it.
    """

    prompt: str
    model: str
    revision: str
    seed: int
    canvas: Size
    negative_prompt: str = ""
    steps: int | None = None
    guidance: float | None = None
    style: str = ""
    lora: str = ""
    lora_weight: float = 1.0
    source: Recipe | None = None
    instruction: str = ""
    images: tuple[str, ...] = ()
    mask: str = ""
    strength: float | None = None
    upscale: bool = False
    triggers: str = ""
    lora_revision: str = ""

    @cached_property
    def key(self) -> str:
        """SHA-256 of the canonical JSON, in hexadecimal."""
        return hashlib.sha256(self.canonical_json().encode()).hexdigest()

    def canonical_json(self) -> str:
        return json.dumps(self.to_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; what is at its default is left out."""
        out: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.default is not MISSING and value == field.default:
                continue
            out[field.name] = _plain(value)
        return out

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Recipe:
        """The inverse of `to_dict`. Raises TypeError for fields it does not know."""
        source = data.get("source")
        return cls(
            **data
            | {"canvas": Size(*data["canvas"])}
            | ({"source": cls.from_dict(source)} if source else {})
            | ({"images": tuple(data["images"])} if "images" in data else {}),
        )

    @property
    def hands(self) -> tuple[str, ...]:
        """The models of the pictures it is made from, the last first."""
        return (self.source.model, *self.source.hands) if self.source else ()

    @property
    def instructions(self) -> tuple[str, ...]:
        """The instructions of the whole chain of edits, first to last."""
        before = self.source.instructions if self.source else ()
        return (*before, self.instruction) if self.instruction else before

    @property
    def uploads(self) -> frozenset[str]:
        """The SHA-256 of every upload that it, or what it is an edit of, is made from."""
        own = frozenset((*self.images, self.mask)) - {""}
        return own | self.source.uploads if self.source else own

    @property
    def upload(self) -> str:
        """The SHA-256 of the upload that the chain of edits begins with; empty if it begins with words."""
        if self.source:
            return self.source.upload
        return self.images[0] if self.images and self.instruction else ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How all pictures of a project are painted, beside what their words say. `custom_prompt` is put behind
    the words; `lora_weight` 1 is the weight that the LoRA's card names, 0.5 half of it. `reference` is the
    SHA-256 of an upload that pictures are to resemble."""

    style: str = ""
    negative_prompt: str = ""
    lora: str = ""
    lora_weight: float = 1.0
    custom_prompt: str = ""
    reference: str = ""

    def prompt(self, words: str) -> str:
        return f"{words}, {self.custom_prompt}" if self.custom_prompt else words


PLAIN: Final = Manner()


def recipe_for(
    address: Address,
    model: Model,
    manner: Manner = PLAIN,
    *,
    editor: Model | None = None,
    beginner: Model | None = None,
) -> Recipe:
    """The recipe of an address that nothing else is known of, and of all that it is an edit of. See
    `first_recipe` and `edit_recipe`."""
    if not address.source:
        return first_recipe(address.last.prompt, address.size, model, manner, beginner=beginner)
    source = recipe_for(address.source, model, manner, editor=editor, beginner=beginner)
    models = {one.name: one for one in (model, editor, beginner) if one}
    return edit_recipe(source, address.last.prompt, address.size, model, manner, editor=editor, models=models)


def first_recipe(
    words: str, size: Size, model: Model, manner: Manner = PLAIN, *, beginner: Model | None = None
) -> Recipe:
    """Of words: the manner of the project, the model's defaults, and a seed drawn from the words, so that the
    same words are the same picture in every project of that manner. By the `beginner`, if one is given: on
    its own canvas, and with the manner's style alone."""
    if beginner:
        model, manner = beginner, Manner(manner.style, custom_prompt=manner.custom_prompt)
    return recipe_by(
        model,
        manner,
        prompt=manner.prompt(words),
        seed=seed_of(words),
        canvas=model.canvas(size),
        **_resembling(manner.reference, model),
    )


def edit_recipe(
    source: Recipe,
    instruction: str,
    size: Size,
    model: Model,
    manner: Manner = PLAIN,
    *,
    models: Mapping[str, Model],
    editor: Model | None = None,
) -> Recipe:
    """Of a picture and how it is to be changed; an upload stays as large as it was. By the `editor`, if one
    is given: with nothing of the manner. `models` are those that may have painted it (see `edit_canvas`)."""
    edit: dict[str, Any] = {
        "prompt": source.prompt,
        "seed": source.seed,
        "canvas": source.canvas if source.upload else edit_canvas(editor or model, source, size, models),
        "source": source,
        "instruction": instruction,
    }
    if editor:
        return recipe_by(editor, PLAIN, **edit)
    strength = None if model.abilities.instructions else model.strength
    return recipe_by(model, manner, strength=strength, **edit)


def edit_canvas(model: Model, source: Recipe | None, size: Size, models: Mapping[str, Model]) -> Size:
    """For an edit by this model of a picture that is to be shown at that size. Who follows rules changes
    pixels where they are: on the canvas of the trained model that painted them, if that is still there."""
    hands = (source.model, *source.hands) if source and not model.trained else ()
    painters = (models[name] for name in hands if name in models and models[name].trained)
    return next(painters, model).canvas(size)


def _resembling(reference: str, model: Model) -> dict[str, Any]:
    """Whether the model is able to is `capability.check`'s to say."""
    if not reference:
        return {}
    paints_over = model.abilities.image_to_image and not model.abilities.references
    return {"images": (reference,), "strength": model.strength if paints_over else None}


def recipe_by(model: Model, manner: Manner, **fields: Any) -> Recipe:
    """What is not asked for is as the model has it, and stands in the recipe: it decides the pixels."""
    worn = model.worn(manner.lora)
    said = (fields["prompt"], fields.get("instruction", ""), manner.style)
    return Recipe(
        model=model.name,
        revision=model.revision,
        steps=model.steps,
        guidance=model.guidance,
        style=manner.style,
        negative_prompt=manner.negative_prompt,
        lora=manner.lora,
        lora_weight=manner.lora_weight * worn.weight if manner.lora else 1.0,
        triggers=worn.absent(*said) if manner.lora and manner.lora_weight else "",
        lora_revision=worn.revision if manner.lora else "",
        **fields,
    )


def variation(recipe: Recipe, number: int) -> Recipe:
    """The same words, edits and canvas with another seed; number 0 is the recipe itself."""
    if number == 0:
        return recipe
    source = variation(recipe.source, number) if recipe.source else None
    origin = source.seed if source else seed_of(f"{recipe.seed}/{number}")
    return replace(recipe, seed=origin, source=source)


def shown_at(recipe: Recipe, size: Size, source: Recipe | None, models: Mapping[str, Model]) -> Recipe:
    """What a picture that is bound to `recipe` shows at this size: on the canvas for it, if its model is
    still there. An edit is made from what its `source` shows now, by that one's seed unless it was given one
    of its own; an upscale stays on the canvas that it was made for."""
    if recipe.upscale:
        return recipe
    if source and recipe.source:
        seed = source.seed if recipe.seed == recipe.source.seed else recipe.seed
        recipe = replace(recipe, source=source, prompt=source.prompt, seed=seed)
    elif recipe.source:  # that has no address
        recipe = replace(recipe, source=shown_at(recipe.source, size, None, models))
    model = models.get(recipe.model)
    if not model or recipe.upload:
        return recipe
    return replace(recipe, canvas=edit_canvas(model, recipe.source, size, models))


def of_today(recipe: Recipe, models: Mapping[str, Model]) -> Recipe:
    """By the revisions that the models and their LoRAs have now; so is what it is made from."""
    source = of_today(recipe.source, models) if recipe.source else None
    if not (model := models.get(recipe.model)):
        return replace(recipe, source=source)
    lora = model.worn(recipe.lora).revision or recipe.lora_revision
    return replace(recipe, revision=model.revision, lora_revision=lora, source=source)


def seed_of(text: str) -> int:
    """0 .. 2^31 - 1, evenly spread."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) & MAX_SEED


def _plain(value: Any) -> Any:
    if isinstance(value, Size):
        return [value.width, value.height]
    if isinstance(value, tuple):
        return list(value)
    return value.to_dict() if isinstance(value, Recipe) else value
