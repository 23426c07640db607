"""Models as clients name them: by their slugs, hub ids, or names such as IMAGE_GEN_Z_IMAGE_TURBO."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Protocol

from imgorigin.errors import InvalidRequest
from imgorigin.recipe import Model

_PREFIX: Final = "imagegen"
MOST_SHOWN: Final = 60


class Painters(Protocol):
    """What is needed of Router."""

    @property
    def models(self) -> Mapping[str, Model]: ...

    def model(self, name: str) -> Model:
        """The default one for the empty name. Raises InvalidRequest."""
        ...


def named(painters: Painters, name: str, field: str = "model") -> str:
    """The slug of the model here that is meant, whatever the case and what stands between the words. Raises
    InvalidRequest, which names those there are."""
    if name in painters.models:
        return name
    meant = {_folded(slug): slug for slug in painters.models}
    for spelling in (_folded(name), _folded(name.rpartition("/")[2]), _folded(name).removeprefix(_PREFIX)):
        if slug := meant.get(spelling):
            return slug
    raise InvalidRequest(field, f"there is no {name[:MOST_SHOWN]!r} on this server", sorted(painters.models))


def cheapest(painters: Painters, default: str) -> str:
    """The model that takes the fewest steps on the fewest pixels, of those that paint from words and are of
    the kind of the `default` one (trained or not): who asks for a cheap photograph wants no drawing."""
    usual = painters.model(default)
    able = [one for one in painters.models.values() if one.abilities.words and one.trained == usual.trained]
    return min([*able, usual] if usual.abilities.words or not able else able, key=_cost).name


def _cost(model: Model) -> tuple[int, str]:
    return (model.steps or 1) * model.native_area, model.name


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
