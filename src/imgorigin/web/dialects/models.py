"""Models as clients name them: by their slugs, hub ids, or names such as IMAGE_GEN_Z_IMAGE_TURBO."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from imgorigin.capability import can_edit
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


def since(model: Model, lora: str = "") -> int:
    """From when a model, or a LoRA of it, is on this server, in Unix seconds. What has no files here, as what
    draws by rules, is as old as the server's program."""
    told = model.worn(lora).since if lora else model.since
    return told or int(Path(__file__).stat().st_mtime)


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


@dataclass(frozen=True, slots=True)
class Choice:
    """What an API that knows no LoRAs calls a model: one of ours, or a LoRA on one."""

    id: str
    name: str
    description: str
    model: str
    lora: str = ""


def choices(painters: Painters) -> list[Choice]:
    """The default model first, each with its LoRAs behind it."""
    default = painters.model("").name
    models = sorted(painters.models.values(), key=lambda model: (model.name != default, model.name))
    return [choice for model in models for choice in (_bare(model), *(_with_loras(model)))]


def chosen(painters: Painters, wanted: str, field: str) -> Choice:
    """By its id, or the name of a LoRA that one model alone has, or as `named`; empty: the project's. Raises
    InvalidRequest."""
    if not wanted:
        return Choice("", "", "", "")
    found = choices(painters)
    for spelling in ("id", "lora"):
        meant = [one for one in found if getattr(one, spelling) == wanted]
        if len(meant) == 1:
            return meant[0]
    try:
        slug = named(painters, wanted, field)
    except InvalidRequest as error:
        raise InvalidRequest(field, error.problem, [one.id for one in found]) from None
    return next(one for one in found if one.id == slug)


def _bare(model: Model) -> Choice:
    does = [words for words, does_it in _DEEDS.items() if does_it(model)]
    kind = "A trained model" if model.trained else "Draws by rules"
    return Choice(model.name, model.name, f"{kind}: {', '.join(does)}.", model.name)


def _with_loras(model: Model) -> list[Choice]:
    if not model.abilities.loras:
        return []
    return [
        Choice(
            f"{model.name}+{lora.name}",
            lora.name,
            f"LoRA for {model.name}"
            + (f"; words for it: {', '.join(lora.triggers)}" if lora.triggers else ""),
            model.name,
            lora.name,
        )
        for lora in model.loras
    ]


_DEEDS: Final[Mapping[str, Callable[[Model], bool]]] = {
    "paints from words": lambda model: model.abilities.words,
    "changes pictures": can_edit,
    "takes LoRAs": lambda model: model.abilities.loras,
}


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
