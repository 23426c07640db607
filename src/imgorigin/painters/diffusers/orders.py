"""Orders: jobs understood. What is to be painted, with every default filled in and every wish checked."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pyvips

from imgorigin.address import Size
from imgorigin.errors import InvalidRequest, PaintFailed, Unsupported
from imgorigin.painters.base import Inputs, Job
from imgorigin.painters.diffusers.edit import Edit, divided
from imgorigin.painters.diffusers.pixels import filling, opened
from imgorigin.painters.diffusers.spec import Source
from imgorigin.painters.diffusers.traits import Task, Traits
from imgorigin.recipe import Recipe

_MOST_GUIDANCE: Final = 100.0
UPSCALE_STRENGTH: Final = 0.3
"""Enough to paint detail, too little to paint another picture."""

Change = Callable[[pyvips.Image], pyvips.Image]


@dataclass(frozen=True, kw_only=True)
class Order:
    """One picture to paint. `task` None: nothing to paint, the source goes to `finish` as it is.

    `pictures` are what it is painted over or after, the first of the canvas's size; `mask` is light where it
    may change. `finish` is done to the pixels afterwards, on whatever thread encodes them.
    """

    task: Task | None
    canvas: Size
    prompt: str
    seed: int
    steps: int
    guidance: float
    negative: str = ""
    strength: float | None = None
    pictures: tuple[pyvips.Image, ...] = ()
    mask: pyvips.Image | None = None
    lora: str = ""
    lora_weight: float = 1.0
    upscale: bool = False
    edit: Edit | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def plain(cls, side: int, traits: Traits) -> Order:
        """A square to try a model out on: from words, in as few steps as show anything."""
        steps = min(2, traits.steps)
        return cls(
            task="words",
            canvas=Size(side, side),
            prompt="a red boat on a blue lake",
            seed=0,
            steps=steps,
            guidance=traits.guidance,
        )

    def with_facts(self, **facts: Any) -> Order:
        return replace(self, facts={**self.facts, **facts})

    @property
    def group(self) -> Hashable:
        """Orders of one group can be painted in one call."""
        return (
            (self.task, self.canvas, self.steps, self.guidance, self.strength)
            + (self.lora, self.lora_weight if self.lora else 1.0, bool(self.negative))
            + ((id(self),) if self.task == "edit" or self.upscale else ())
        )


def order_of(job: Job, source: Source, traits: Traits, *, has_upscaler: bool = False) -> Order:
    """Raises Unsupported for what the model cannot, InvalidRequest for a number out of bounds, NotUnderstood
    and PaintFailed for an instruction or a picture that leads nowhere."""
    recipe = job.recipe
    pictures = _pictures(recipe, job.inputs)
    steps, guidance = _steps(recipe, source, traits), _guidance(recipe, source, traits)
    _check(recipe, source, traits, guidance)
    order = Order(
        task=_task(recipe, pictures, source, traits, has_upscaler=has_upscaler),
        canvas=recipe.canvas,
        prompt=_styled(recipe),
        negative=recipe.negative_prompt,
        seed=recipe.seed,
        steps=steps,
        guidance=guidance,
        pictures=(filling(pictures[0], recipe.canvas), *pictures[1:]) if pictures else (),
        mask=opened(job.inputs.mask, "mask") if job.inputs.mask else None,
        lora=recipe.lora,
        lora_weight=recipe.lora_weight,
        upscale=recipe.upscale,
        facts={"seed": recipe.seed, "steps": steps},
    )
    if recipe.instruction and not recipe.upscale:
        order = _edited(order, recipe, source, traits)
    if recipe.triggers:
        order = replace(order, prompt=f"{order.prompt}, {recipe.triggers}")
    return _strong(order, recipe, source)


def _pictures(recipe: Recipe, inputs: Inputs) -> tuple[pyvips.Image, ...]:
    wanted = bool(recipe.source) + len(recipe.images)
    if len(inputs.images) < wanted:
        raise PaintFailed(f"The recipe refers to {wanted} pictures, and {len(inputs.images)} came with it.")
    return tuple(opened(data, "picture") for data in inputs.images)


def _steps(recipe: Recipe, source: Source, traits: Traits) -> int:
    if recipe.steps is None:
        return traits.steps
    least, most = source.steps_range
    if not least <= recipe.steps <= most:
        allowed = f"{least}" if least == most else f"{least} to {most}"
        raise Unsupported(f"steps: {source.slug} takes {allowed}, not {recipe.steps}.")
    return recipe.steps


def _guidance(recipe: Recipe, source: Source, traits: Traits) -> float:
    if recipe.guidance is None:
        return traits.guidance
    if not traits.argument:
        raise Unsupported(f"guidance: {source.slug} takes none.")
    if source.is_guidance_fixed and recipe.guidance != traits.guidance:
        raise Unsupported(f"guidance: {source.slug} is made for {traits.guidance:g} and takes no other.")
    return _within("guidance", recipe.guidance, 0.0, _MOST_GUIDANCE)


def _check(recipe: Recipe, source: Source, traits: Traits, guidance: float) -> None:
    if recipe.negative_prompt and not traits.negative:
        raise Unsupported(f"negative prompt: {source.slug} takes none.")
    if recipe.negative_prompt and guidance <= traits.family.guided_above:
        raise Unsupported(f"negative prompt: it does nothing for {source.slug} at guidance {guidance:g}.")
    if recipe.lora and recipe.lora not in source.loras:
        known = ", ".join(sorted(source.loras)) or "none"
        raise Unsupported(f"lora: {source.slug} has no {recipe.lora!r}. Allowed: {known}.")
    if recipe.lora:
        _within("lora weight", recipe.lora_weight, -4.0, 4.0)
    if not 0 <= recipe.seed < 2**63:
        raise InvalidRequest("seed", f"{recipe.seed} is out of bounds", "0 to 2^63 - 1")
    if recipe.canvas.width % traits.divisor or recipe.canvas.height % traits.divisor:
        raise Unsupported(
            f"size: {source.slug} paints in multiples of {traits.divisor}, not {recipe.canvas}."
        )


def _task(
    recipe: Recipe, pictures: tuple[pyvips.Image, ...], source: Source, traits: Traits, *, has_upscaler: bool
) -> Task | None:
    """The one the recipe's fields ask for. Raises Unsupported if the model has it not."""
    can, slug = traits.classes, source.slug
    if not pictures:
        return _words(recipe, slug, traits)
    beside = len(pictures) - 1
    if beside and beside > traits.references:
        count = traits.references or "no"
        raise Unsupported(f"images: {slug} looks at {count} pictures besides the first, not {beside}.")
    if recipe.upscale:
        if "picture" not in can and not has_upscaler:
            raise Unsupported(f"upscale: {slug} cannot paint over a picture.")
        return "picture"
    if recipe.instruction:
        return "edit" if "edit" in can else "picture"
    if recipe.mask:
        if "inpaint" not in can:
            raise Unsupported(f"mask: {slug} cannot paint within one.")
        return "inpaint"
    wanted: Task = "edit" if beside or (recipe.strength is None and "edit" in can) else "picture"
    if wanted not in can:
        raise Unsupported(f"images: {slug} cannot paint over a picture.")
    return wanted


def _words(recipe: Recipe, slug: str, traits: Traits) -> Task:
    asked = {"strength": recipe.strength is not None, "mask": recipe.mask, "upscale": recipe.upscale}
    for name, value in (asked | {"instruction": recipe.instruction}).items():
        if value:
            raise Unsupported(f"{name}: there is no picture that it could apply to.")
    if "words" not in traits.classes:
        raise Unsupported(f"{slug} paints over a picture, and there is none: give it one.")
    return "words"


def _edited(order: Order, recipe: Recipe, source: Source, traits: Traits) -> Order:
    """What a model cannot do exactly is left to be done to its pixels."""
    can = traits.classes
    edit = divided(recipe, order.pictures[0], by_model="edit" in can, by_picture="picture" in can)
    return replace(
        order,
        edit=edit,
        task=edit.task,
        prompt=edit.prompt or order.prompt,
        facts={**order.facts, **edit.facts} if edit.task else dict(edit.facts),
    )


def _strong(order: Order, recipe: Recipe, source: Source) -> Order:
    """With the strength that its task takes, and steps enough for one to be taken at that strength."""
    if recipe.strength is not None:
        _within("strength", recipe.strength, 0.01, 1.0)
        if order.task == "edit":
            raise Unsupported(f"strength: {source.slug} changes a picture by what it is told, not by degree.")
    if order.task not in ("picture", "inpaint"):
        return order
    usual = UPSCALE_STRENGTH if order.upscale else 1.0 if order.task == "inpaint" else source.strength
    strength = usual if recipe.strength is None else recipe.strength
    steps = order.steps
    while int(steps * strength) < 1:
        steps += 1
    return replace(order, strength=strength, steps=steps)


def _styled(recipe: Recipe) -> str:
    return f"{recipe.prompt}, {recipe.style} style" if recipe.style else recipe.prompt


def _within(name: str, value: float, least: float, most: float) -> float:
    if not (math.isfinite(value) and least <= value <= most):
        raise InvalidRequest(name, f"{value} is out of bounds", f"{least:g} to {most:g}")
    return value
