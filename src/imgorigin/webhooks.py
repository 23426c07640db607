"""Webhooks by the Standard Webhooks specification: what has ended is POSTed, signed, until it is taken.

What is to be told is a row of the catalog (deliveries) before it is told, so a delivery outlives the process.
It may come twice, with the same `webhook-id`; it comes at all unless the other side refuses it for a day.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import httpx
import structlog
from standardwebhooks import Webhook

from imgorigin import __version__
from imgorigin.catalog.deliveries import Deliveries, Delivery, DeliveryStatus, Try
from imgorigin.catalog.keys import Keys
from imgorigin.catalog.tables import now
from imgorigin.errors import CatalogUnavailable, NotFound
from imgorigin.flight import finished
from imgorigin.outward import NotPublic, Outward

DELAYS: Final = (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 8 * 3600, 10 * 3600)
"""Seconds between two tries, a little over a day in all, after the schedule that the specification has."""
JITTER: Final = 0.2
"""Up to this part of each delay comes on top: what failed together is not tried together again."""
TRY_SECONDS: Final = 20.0
"""That the other side has to answer, from resolving its name on."""
CLAIM_SECONDS: Final = 60.0
"""After which a delivery is tried again of which nothing was noted: its process is gone."""
SLOTS: Final = 8
POLL_SECONDS: Final = 1.0
GONE: Final = 410
"""The other side wants no more of this."""
SLOWING: Final = (429, 503)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Answer:
    """`status` is None if none came; `wait` are the seconds that the other side asked for."""

    status: int | None
    error: str = ""
    wait: float = 0.0


class Webhooks:
    """Delivers what is due, `SLOTS` at a time. `told` hears what became of each try."""

    def __init__(
        self,
        deliveries: Deliveries,
        keys: Keys,
        outward: Outward,
        *,
        jitter: Callable[[], float] = lambda: random.uniform(1, 1 + JITTER),
        told: Callable[[DeliveryStatus], None] = lambda status: None,
    ) -> None:
        self._deliveries = deliveries
        self._keys = keys
        self._outward = outward
        self._jitter = jitter
        self._told = told
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There may be something to deliver."""
        self._woken.set()

    async def run(self) -> None:
        """For ever. While the catalog is down nothing is delivered."""
        while True:
            with contextlib.suppress(CatalogUnavailable):  # the log has it
                await finished(self.beat())  # a cancelled statement leaves its connection open
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL_SECONDS):
                    await self._woken.wait()
            self._woken.clear()

    async def beat(self) -> None:
        """Begin to deliver what is due. Raises CatalogUnavailable."""
        room = SLOTS - len(self._tasks)
        if room > 0 and await self._deliveries.any_due():
            until = now() + timedelta(seconds=CLAIM_SECONDS)
            for delivery in await self._deliveries.take(until, room):
                task = asyncio.create_task(self._deliver(delivery), name=f"webhook {delivery.id}")
                self._tasks.add(task)
                task.add_done_callback(self._ended)

    async def drain(self) -> None:
        """Wait for what is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Give up what is under way: it is tried again in a minute, by whoever is there."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.wake()

    async def _deliver(self, delivery: Delivery) -> None:
        """Never fails: what the catalog cannot be asked or told now is tried once more."""
        with contextlib.suppress(CatalogUnavailable):  # the log has it
            await self._deliver_and_note(delivery)

    async def _deliver_and_note(self, delivery: Delivery) -> None:
        began, at = time.perf_counter(), now()
        answer = await self._answer(delivery)
        made = Try(
            at=at.isoformat(),
            status=answer.status,
            error=answer.error,
            seconds=round(time.perf_counter() - began, 3),
        )
        status, due = self._outcome(delivery, answer)
        log.info(
            "webhook", delivery=delivery.id, event_type=delivery.event, status=status, answer=answer.status,
            error=answer.error, tries=len(delivery.tries) + 1,
        )  # fmt: skip
        self._told(status)
        await finished(self._deliveries.note(delivery, made, status, due))

    async def _answer(self, delivery: Delivery) -> _Answer:
        try:
            headers = await self._headers(delivery)
            # What it says beside its status is not read: nobody needs it, and it may never end.
            async with (
                asyncio.timeout(TRY_SECONDS),
                self._outward.client(TRY_SECONDS) as client,
                client.stream("POST", delivery.url, content=delivery.payload, headers=headers) as response,
            ):
                return _answer_of(response)
        except (NotPublic, NotFound) as error:
            return _Answer(None, f"It was not sent: {error}.")
        except TimeoutError:
            return _Answer(None, f"It did not answer within {TRY_SECONDS:g} s.")
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            return _Answer(None, f"It cannot be reached: {type(error).__name__}.")

    async def _headers(self, delivery: Delivery) -> dict[str, str]:
        """Raises NotFound if the key is gone that signs."""
        secret = await self._keys.webhook_secret(delivery.key_id or "")
        at = datetime.now(UTC)
        return {
            "content-type": "application/json",
            "user-agent": f"imgorigin/{__version__}",
            "webhook-id": delivery.id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Webhook(secret).sign(delivery.id, at, delivery.payload),
        }

    def _outcome(self, delivery: Delivery, answer: _Answer) -> tuple[DeliveryStatus, datetime | None]:
        if not answer.error:
            return "delivered", None
        tried = len(delivery.tries)
        if answer.status == GONE or tried >= len(DELAYS):
            return "failed", None
        seconds = max(DELAYS[tried] * self._jitter(), answer.wait)
        return "pending", now() + timedelta(seconds=seconds)


def _answer_of(response: httpx.Response) -> _Answer:
    status = response.status_code
    if response.is_success:
        return _Answer(status)
    if response.is_redirect:
        return _Answer(status, f"It answered {status}: redirects are not followed.")
    wait = response.headers.get("retry-after", "") if status in SLOWING else ""
    return _Answer(
        status, f"It answered {status}.", min(float(wait), DELAYS[-1]) if wait.isdecimal() else 0.0
    )
