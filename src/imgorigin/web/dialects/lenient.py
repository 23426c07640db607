"""What a model makes nothing of is left out where an API has it so: its clients send the same fields whatever
the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from imgorigin.commissions import Commission
from imgorigin.recipe import Abilities, Model

_OPTIONAL: Final[Mapping[str, Callable[[Abilities], bool]]] = {
    "negative_prompt": lambda able: able.negative_prompt,
    "steps": lambda able: able.steps,
    "guidance": lambda able: able.guidance,
}
_LEFT_OUT: Final[Mapping[str, str | None]] = {"negative_prompt": "", "steps": None, "guidance": None}


def heeded(asked: Commission, model: Model) -> tuple[Commission, tuple[str, ...]]:
    """The commission as far as the model can follow it, and the names of what it cannot."""
    ignored = tuple(
        name
        for name, is_able in _OPTIONAL.items()
        if getattr(asked, name) != _LEFT_OUT[name] and not is_able(model.abilities)
    )
    return replace(asked, **{name: _LEFT_OUT[name] for name in ignored}), ignored  # type: ignore[arg-type]
