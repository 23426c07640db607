"""Every recipe that a picture may have been painted by: on other canvases, from other versions of what it is
an edit of, by another revision of its model. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from imgorigin.address import Address, Size
from imgorigin.recipe import Model, Recipe, shown_at

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
                yield from _with_sources(shown_at(recipe, canvas, None, models), models)
            yield from _with_sources(recipe, models)


def _at(address: Address, chain: Sequence[Sequence[Recipe]], models: Models) -> Iterator[Recipe]:
    """As bindings has it: each step on the canvas for its size in the address. An upload as it came has no
    recipe, and what is made of it stays as it is."""
    sources: Sequence[Recipe | None] = (
        list(_at(address.source, chain[:-1], models)) if address.source else ()
    ) or [None]
    for recipe in chain[-1]:
        for source in sources:
            yield shown_at(recipe, address.size, source, models)


def _canvases(recipe: Recipe, models: Models) -> list[Size]:
    model = models.get(recipe.model)
    return model.canvases() if model and not recipe.upload else []


def _with_sources(recipe: Recipe, models: Models) -> Iterator[Recipe]:
    """And what it is an edit of, which has no address of its own."""
    yield from _by_all_revisions(recipe, models)
    if recipe.source:
        yield from _with_sources(recipe.source, models)


def _by_all_revisions(recipe: Recipe, models: Models) -> Iterator[Recipe]:
    """That it was made for, and that which paints it today if its master was lost; for each, its source so
    too."""
    model = models.get(recipe.model)
    for source in _by_all_revisions(recipe.source, models) if recipe.source else (None,):
        made = replace(recipe, source=source)
        yield made
        if model and model.revision != recipe.revision:
            yield replace(made, revision=model.revision)
