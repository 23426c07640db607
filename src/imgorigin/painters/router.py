"""Several painters behind one door: each recipe goes to the painter of its model."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imgorigin.errors import InvalidRequest
from imgorigin.painters.base import Painter
from imgorigin.queue import WorkQueue
from imgorigin.recipe import Model


@dataclass(frozen=True, slots=True)
class Desk:
    """A painter and the queue before it: what waits for one painter never waits for another."""

    name: str
    painter: Painter
    queue: WorkQueue


class Router:
    """`default` names the model of whatever asks for none. Where two painters have a model of the same name,
    it is the first's."""

    def __init__(self, desks: Sequence[Desk], default: str) -> None:
        self.desks = tuple(desks)
        self._by_model = {name: desk for desk in reversed(self.desks) for name in desk.painter.models}
        self.models: Mapping[str, Model] = {
            name: model for desk in reversed(self.desks) for name, model in desk.painter.models.items()
        }
        self.default = self.models[default]

    def model(self, name: str) -> Model:
        """The model of that name; the default one for the empty name. Raises InvalidRequest."""
        if not name:
            return self.default
        try:
            return self.models[name]
        except KeyError:
            raise InvalidRequest(
                "model", f"there is no {name!r} on this server", sorted(self.models)
            ) from None

    def beginner(self) -> Model | None:
        """The first model that paints from words alone, beginning with the default one."""
        listed = (model for desk in self.desks for model in desk.painter.models.values())
        return next((model for model in (self.default, *listed) if model.abilities.words), None)

    def desk(self, model: str) -> Desk:
        """Raises InvalidRequest."""
        return self._by_model[self.model(model).name]

    def main(self) -> Desk:
        """That of the default model."""
        return self._by_model[self.default.name]

    @property
    def restarts(self) -> int:
        """How many processes had to be replaced."""
        return sum(desk.painter.restarts for desk in self.desks)

    async def start(self) -> None:
        """Start all painters. Raises PainterUnavailable, when all have been tried, if one does not start."""
        found = await asyncio.gather(*(desk.painter.start() for desk in self.desks), return_exceptions=True)
        for error in found:
            if error:
                raise error

    async def close(self) -> None:
        """Finish what is being painted, and stop. If the caller is cancelled, stop at once."""
        try:
            await asyncio.gather(*(desk.painter.close() for desk in self.desks))
        finally:  # a task that is cancelled before its first step does nothing at all
            await asyncio.gather(*(_stop(desk.painter) for desk in self.desks))


async def _stop(painter: Painter) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0):
            await painter.close()
