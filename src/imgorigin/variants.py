"""Every recipe that a picture may have been painted by: on other canvases, from other versions of what it is
an edit of, by another revision of its model. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from imgorigin.address import Address, Size
from imgorigin.recipe import Model, Recipe

Models = Mapping[str, Model]


def variants(
    chain: Sequence[Sequence[Recipe]], addresses: Iterable[Address], models: Models
) -> Iterator[Recipe]:
    """`chain` has the recipes of all versions of the picture that everything begins with, of the first edit,
    and so on to those that are asked for; `addresses` are all at which these are known to have been asked
    for. May give one recipe several times."""
    for recipe in chain[-1]:
        yield from _by_all_revisions(recipe, models)
    for address in addresses:
        for recipe in _at(address, chain, models):
            yield from _by_all_revisions(recipe, models)
    if len(chain) == 1:
        for recipe in chain[0]:
            for canvas in _canvases(recipe, models):
                yield from _with_sources(_sized(recipe, canvas, None, models), models)
            yield from _with_sources(recipe, models)


def _at(address: Address, chain: Sequence[Sequence[Recipe]], models: Models) -> Iterator[Recipe]:
    """As bindings has it: each step on the canvas for its size in the address. An upload as it came has no
    recipe, and what is made of it stays as it is."""
    sources: Sequence[Recipe | None] = (
        list(_at(address.source, chain[:-1], models)) if address.source else ()
    ) or [None]
    for recipe in chain[-1]:
        for source in sources:
            yield _sized(recipe, address.size, source, models)


def _sized(recipe: Recipe, size: Size, source: Recipe | None, models: Models) -> Recipe:
    if source and recipe.source:
        recipe = replace(recipe, source=source, prompt=source.prompt, seed=source.seed)
    elif recipe.source:  # that has no address
        recipe = replace(recipe, source=_sized(recipe.source, size, None, models))
    model = models.get(recipe.model)
    return recipe if recipe.upload or not model else replace(recipe, canvas=model.canvas(size))


def _canvases(recipe: Recipe, models: Models) -> list[Size]:
    model = models.get(recipe.model)
    return model.canvases() if model and not recipe.upload else []


def _with_sources(recipe: Recipe, models: Models) -> Iterator[Recipe]:
    """And what it is an edit of, which has no address of its own."""
    yield from _by_all_revisions(recipe, models)
    if recipe.source:
        yield from _with_sources(recipe.source, models)


def _by_all_revisions(recipe: Recipe, models: Models) -> Iterator[Recipe]:
    """That it was made for, and that which paints it today if its master was lost."""
    yield recipe
    today = _of_today(recipe, models)
    if today != recipe:
        yield today


def _of_today(recipe: Recipe, models: Models) -> Recipe:
    source = _of_today(recipe.source, models) if recipe.source else None
    model = models.get(recipe.model)
    return replace(recipe, revision=model.revision if model else recipe.revision, source=source)
