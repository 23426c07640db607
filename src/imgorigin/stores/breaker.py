"""Spares callers the wait for a server that is down, and the server the callers."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Final

from imgorigin.errors import StoreUnavailable

RETRY_AFTER: Final = 1.0
"""Seconds between two tries of a server that failed."""


class Breaker:
    """Lets calls through until one fails. From then on it refuses them at once, but for one trial at a time,
    `retry_after` seconds after the last failure. The first call that succeeds ends it."""

    def __init__(
        self, *, retry_after: float = RETRY_AFTER, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._retry_after = retry_after
        self._clock = clock
        self._failed_at: float | None = None  # None while all is well
        self._on_trial = False

    @contextlib.contextmanager
    def guard(self, *failures: type[Exception]) -> Iterator[None]:
        """Around a call. An exception of `failures` means that the server is down; any other, that it spoke.
        A call that is cancelled says nothing. Raises StoreUnavailable where the call is not let through."""
        is_trial = self._admit()
        try:
            yield
        except failures:
            self._failed_at = self._clock()
            raise
        except Exception:
            self._failed_at = None
            raise
        else:
            self._failed_at = None
        finally:
            if is_trial:
                self._on_trial = False

    def _admit(self) -> bool:
        """Whether this call is a trial."""
        if self._failed_at is None:
            return False
        if self._on_trial or self._clock() < self._failed_at + self._retry_after:
            raise StoreUnavailable("The S3 store is not answering.")
        self._on_trial = True
        return True
