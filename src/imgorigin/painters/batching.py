"""Which waiting jobs are painted together. Pure: no clock, no process."""

from __future__ import annotations

import bisect
from asyncio import Future
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

from imgorigin.painters.base import Job, Onlooker, Painting
from imgorigin.recipe import Model, Recipe

PATIENCE: Final = 4
"""Batches of the model that is loaded that may go before the oldest job of another model."""


def companions(recipe: Recipe, model: Model) -> Hashable:
    """Recipes of which this gives the same may be painted together; one of None is painted alone.

    Equal across a batch: model, size, steps, guidance, strength, LoRA and the kind of task. Each has words,
    seed, picture and mask of its own.
    """
    is_edit = bool(recipe.instruction or recipe.upscale)
    pictures = len(recipe.images) + bool(recipe.source)
    if is_edit or pictures > 1 or (pictures and not model.abilities.image_to_image):
        return None
    task = "inpaint" if recipe.mask else "image" if pictures else "text"
    return (
        *(task, recipe.model, recipe.revision, recipe.canvas, recipe.steps, recipe.guidance),
        *(recipe.strength, recipe.lora, recipe.lora_weight),
    )


@dataclass(frozen=True, slots=True)
class Gathering:
    """Up to `most` jobs a batch. A process that idles waits `wait` seconds for companions of a job; one that
    paints is handed the next batch in advance if `ahead`."""

    most: int = 1
    wait: float = 0.0
    ahead: bool = False
    group: Callable[[Recipe, Model], Hashable] = companions


@dataclass(eq=False, slots=True)
class Order:
    """A job that somebody waits for. `number` is its place in the order of arrival. After a `tries`-th loss
    of the process it was with, it is painted alone, with nothing beside it that could be to blame."""

    number: int
    job: Job
    group: Hashable
    asked_at: float
    future: Future[Painting]
    watch: Onlooker
    tries: int = 0
    passed_over: int = field(default=0)

    @property
    def model(self) -> str:
        return self.job.recipe.model


class Backlog:
    """Jobs that wait for a process, the oldest first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._orders: list[Order] = []

    def __len__(self) -> int:
        return len(self._orders)

    def add(self, order: Order) -> None:
        bisect.insort(self._orders, order, key=lambda one: one.number)

    def discard(self, order: Order) -> bool:
        """Whether it was there."""
        if order not in self._orders:
            return False
        self._orders.remove(order)
        return True

    def clear(self) -> list[Order]:
        orders, self._orders = self._orders, []
        return orders

    def batch(self, loaded: str = "") -> list[Order]:
        """The next to be painted: the oldest job and its companions. One of the model that is `loaded` goes
        before it, a few times: loading another takes longer than painting. Empty if nothing waits."""
        if not self._orders:
            return []
        lead = self._orders[0]
        if lead.passed_over < PATIENCE:
            lead = next((order for order in self._orders if order.model == loaded), lead)
        if lead.group is None or lead.tries:
            return [lead]
        return [order for order in self._orders if order.group == lead.group and not order.tries][
            : self._most
        ]

    def take(self, batch: list[Order]) -> None:
        """These are being painted."""
        oldest = self._orders[0]
        if oldest not in batch:
            oldest.passed_over += 1
        self._orders = [order for order in self._orders if order not in batch]
