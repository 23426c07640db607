"""A painter in processes of its own: a crash or a hang costs one retry, never the server."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import structlog

from imgorigin.errors import PainterUnavailable, ShuttingDown
from imgorigin.painters.base import NOBODY, NOTHING, Inputs, Job, Onlooker, Painting
from imgorigin.painters.batching import Backlog, Gathering, Order
from imgorigin.painters.device import Device
from imgorigin.painters.handover import Limits, again
from imgorigin.recipe import Model, Recipe

TRIES: Final = 2
CHECK_SECONDS: Final = 0.5
"""How long a check waits for a process that is being started."""

Painted = Callable[[str, int, float], None]
"""Told of each batch: the name of the process, the number of pictures, and the seconds of painting."""

log = structlog.get_logger(__name__)


class ProcessPainter:
    """Worker processes that all run `target` (see worker), one for each of `configs`, and share what waits.

    More concurrent calls than the processes can take wait; who may call at all is the queue's business.
    """

    def __init__(
        self,
        models: Sequence[Model],
        target: str,
        *,
        configs: Mapping[str, Mapping[str, Any]],
        limits: Limits,
        gathering: Gathering,
    ) -> None:
        self.models = {model.name: model for model in models}
        self._gathering = gathering
        self._backlog = Backlog(gathering.most)
        self._devices = [Device(name, target, config, limits, self) for name, config in configs.items()]
        self._numbers = itertools.count(1)
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = False
        self.painted_batch: Painted = lambda name, pictures, seconds: None

    def slots(self, batches: int) -> int:
        """How many recipes make so many full batches for each process; one each where none are gathered."""
        per_device = self._gathering.most * batches if self._gathering.ahead else self._gathering.most
        return len(self._devices) * per_device

    @property
    def restarts(self) -> int:
        """How many processes had to be replaced."""
        return sum(max(0, device.starts - 1) for device in self._devices)

    async def start(self) -> None:
        """Start every process now rather than with its first recipe. Raises PainterUnavailable."""
        found = await asyncio.gather(*(device.start() for device in self._devices), return_exceptions=True)
        for error in found:
            if error:
                raise error

    async def check(self) -> None:
        """See that a process is up. Raises PainterUnavailable."""
        if any(device.is_up for device in self._devices):
            return
        try:
            async with asyncio.timeout(CHECK_SECONDS):
                await self._devices[0].start()
        except TimeoutError:
            trouble = self._devices[0].trouble
            again = f" The last try failed: {trouble}" if trouble else ""
            raise PainterUnavailable(f"The painter is being started.{again}") from None

    async def paint(self, recipe: Recipe, inputs: Inputs = NOTHING, watch: Onlooker = NOBODY) -> Painting:
        if self._is_closed:
            raise ShuttingDown
        loop = asyncio.get_running_loop()
        group = self._gathering.group(recipe, self.models[recipe.model])
        order = Order(
            next(self._numbers), Job(recipe, inputs), group, loop.time(), loop.create_future(), watch
        )
        self._backlog.add(order)
        if not any(device.is_up for device in self._devices):
            watch.loading()
        self.freed()
        try:
            return await order.future
        finally:
            if order.future.cancelled() and not self._backlog.discard(order):
                for device in self._devices:
                    device.give_up(order)

    async def close(self) -> None:
        """End the processes; what they are painting is finished first, unless the caller is cancelled."""
        self._is_closed = True
        for order in self._backlog.clear():
            _fail(order, ShuttingDown())
        try:
            await asyncio.gather(*(device.end() for device in self._devices))
        finally:
            await asyncio.gather(*(device.kill() for device in self._devices))

    def freed(self) -> None:
        """Hand out what can be painted now. Implements Keeper, as the next two do."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        while len(self._backlog) and self._hand_out():
            pass
        if len(self._backlog):
            self._see_that_it_goes_on()

    def painted(self, device: Device, pictures: int, seconds: float) -> None:
        self.painted_batch(device.name, pictures, seconds)

    def lost(self, blamed: list[Order], others: list[Order], reason: str) -> None:
        """What was lost is painted again: what may have been the cause alone, and not a third time."""
        for order in blamed:
            order.tries += 1
            log.error("painter process lost", reason=reason, recipe=order.job.recipe.key, attempt=order.tries)
        for order in (*blamed, *others):
            if order.future.done():
                continue
            if self._is_closed:
                _fail(order, ShuttingDown())
            elif order.tries < TRIES:
                self._backlog.add(order)
            else:
                _fail(order, PainterUnavailable("The painter process failed twice at this picture."))
        self.freed()

    def _hand_out(self) -> bool:
        """Whether a batch was handed to a process."""
        for device in sorted(self._open(), key=self._fitness):
            batch = self._backlog.batch(device.model)
            if batch[0].tries and not device.is_empty:
                continue
            if (device.is_idle and self._is_due(batch)) or (
                not device.is_idle and self._may_hand(device, batch)
            ):
                self._backlog.take(batch)
                device.hand(batch)
                return True
        return False

    def _open(self) -> list[Device]:
        return [device for device in self._devices if device.is_up and not device.is_full]

    def _fitness(self, device: Device) -> tuple[bool, bool]:
        """The smallest goes first: who has the model loaded that the oldest job needs, and idles. Loading
        takes longer than the rest of a painting."""
        return device.model != self._backlog.batch()[0].model, not device.is_idle

    def _may_hand(self, device: Device, batch: list[Order]) -> bool:
        """In advance of the end of what it paints. With several processes, not long before: another may
        become free first."""
        if not self._gathering.ahead:
            return False
        idle = [other for other in self._devices if other.is_up and other.is_idle]
        if idle and (device.model != batch[0].model or any(one.model == device.model for one in idle)):
            return False
        return device.is_nearly_done or (len(self._devices) == 1 and self._is_whole(batch))

    def _is_whole(self, batch: list[Order]) -> bool:
        return len(batch) >= self._gathering.most or batch[0].group is None or bool(batch[0].tries)

    def _is_due(self, batch: list[Order]) -> bool:
        """Nothing is gained by waiting for companions any longer. Else it is looked at again in time."""
        loop = asyncio.get_running_loop()
        due_at = min(order.asked_at for order in batch) + self._gathering.wait
        if self._is_whole(batch) or loop.time() >= due_at:
            return True
        if not self._timer:
            self._timer = loop.call_at(due_at, self.freed)
        return False

    def _see_that_it_goes_on(self) -> None:
        """Start processes if all that are up have enough; if none can be started, say so."""
        if self._is_closed or any(device.is_up and device.is_idle for device in self._devices):
            return
        for device in self._devices:
            device.begin()
        failures = [device.failure for device in self._devices if device.failure]
        if len(failures) == len(self._devices):
            for order in self._backlog.clear():
                _fail(order, again(failures[0]))


def _fail(order: Order, error: Exception) -> None:
    if not order.future.done():
        order.future.set_exception(error)
