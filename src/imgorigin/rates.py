"""How many requests a minute: by account, and without a key by client address.

Counted by `limits`, as a window that slides: the minute before counts by the part of it that is less than a
minute ago. (Its moving window is exact, and in memory goes through all clients with every request.)
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

import structlog
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import ConfigurationError, StorageError

from imgorigin.caller import OPERATOR, Caller
from imgorigin.errors import SettingsError, TooManyRequests, installing
from imgorigin.plans import Plan
from imgorigin.validation import masked

NO_BOUND: Final = 1_000_000
"""Told where there is no bound: clients read a number, and no server answers as many in a minute."""
SHARDS: Final = 64
"""Of the memory, which with every request goes through all that is in one."""
TIMEOUT_SECONDS: Final = 1.0
PAUSE_SECONDS: Final = 10.0
"""After a failure, until Redis is asked again."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Allowance:
    """`reset` is the Unix second at which there is more than remains now. `is_refused`: this request was one
    too many."""

    limit: int
    remaining: int
    reset: int
    is_refused: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """For every answer of an API, refusals too."""
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": str(self.reset),
        }

    def check(self) -> None:
        """Raises TooManyRequests if the request was refused."""
        if self.is_refused:
            seconds = max(1, self.reset - math.floor(time.time()))
            raise TooManyRequests(
                f"That was more than {self.limit} requests in a minute. Try again in {seconds} s.",
                retry_after=seconds,
            )


class Rates:
    """In the memory of this process; in Redis for several, where `url` names one. While that cannot be
    reached, each process counts for itself. Raises SettingsError."""

    def __init__(self, url: str = "") -> None:
        self._here = [SlidingWindowCounterRateLimiter(MemoryStorage()) for _ in range(SHARDS)]
        self._shown = masked(url)
        self._shared = _redis(url, self._shown) if url else None
        self._ask_again = 0.0

    async def take(self, caller: Caller, plan: Plan) -> Allowance:
        """Count a request, if it is not one too many. Refused ones are not counted."""
        most = plan.per_minute(caller.dialect)
        if most is None or caller is OPERATOR:
            return Allowance(NO_BOUND, NO_BOUND, math.floor(time.time()))
        subject = f"account:{caller.key.account_id}" if caller.key else f"client:{caller.network}"
        item = RateLimitItemPerMinute(most, namespace="imgorigin")
        if self._shared and time.monotonic() >= self._ask_again:
            try:
                return await _taken(SlidingWindowCounterRateLimiter(self._shared), item, subject)
            except (StorageError, OSError) as error:
                self._ask_again = time.monotonic() + PAUSE_SECONDS
                log.error("rates are counted by each process", redis=self._shown, error=_reason(error))
        return await _taken(self._here[crc32(subject.encode()) % SHARDS], item, subject)

    async def close(self) -> None:
        if self._shared:
            bridge: Any = self._shared.bridge  # whose client its type does not tell of
            await bridge.storage.aclose()


def _redis(url: str, shown: str) -> RedisStorage:
    options: Any = {"socket_timeout": TIMEOUT_SECONDS, "socket_connect_timeout": TIMEOUT_SECONDS}
    try:
        return RedisStorage(url, wrap_exceptions=True, implementation="redispy", **options)
    except ConfigurationError as error:
        raise SettingsError(f"Redis needs more than is installed: {installing('redis')}") from error
    except ValueError:  # whose words may have the password in them
        raise SettingsError(f"{shown} is no URL of the form redis://:password@host:6379/0.") from None


async def _taken(
    limiter: SlidingWindowCounterRateLimiter, item: RateLimitItemPerMinute, subject: str
) -> Allowance:
    is_taken = await limiter.hit(item, subject)
    window = await limiter.get_window_stats(item, subject)
    # A moment later: just then it is still one too many.
    return Allowance(item.amount, window.remaining, math.floor(window.reset_time) + 1, not is_taken)


def _reason(error: Exception) -> str:
    inner = error.storage_error if isinstance(error, StorageError) else error
    return str(inner) or type(inner).__name__
