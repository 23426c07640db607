"""What a painter process tells its keeper, and the thread on which pictures are finished for it."""

from __future__ import annotations

import contextlib
import queue
import threading
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO, Final

from imgorigin.errors import ImgoriginError, PaintFailed
from imgorigin.painters.base import Painting
from imgorigin.painters.frames import packed

UNFORESEEN: Final = "The painter failed at this picture. The server's log says why."
MOST_UNFINISHED: Final = 16
"""Pictures that may wait to be encoded: each is held in memory whole. Painting waits then."""


class Outbox:
    """Frames to the keeper, from any thread. What nobody is left to read is dropped."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, head: dict[str, Any], *bodies: bytes) -> None:
        frame = packed(head, *bodies)
        with self._lock, contextlib.suppress(OSError):
            self._stream.write(frame)
            self._stream.flush()

    def fail(self, job: int, error: Exception) -> None:
        """Tell what went wrong with a job. Anything unforeseen may name the server's paths: it is for the log
        alone, which standard error is."""
        if not isinstance(error, ImgoriginError):
            traceback.print_exception(error)
            error = PaintFailed(UNFORESEEN)
        self.send({"job": job, "error": error.code, "detail": error.detail, "retry_after": error.retry_after})


class Finisher:
    """Finishes pictures, one after the other, beside the painting of others."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._unfinished: queue.Queue[tuple[int, Callable[[], Painting]] | None] = queue.Queue(
            MOST_UNFINISHED
        )
        self._thread = threading.Thread(target=self._run, name="finisher", daemon=True)
        self._thread.start()

    def put(self, job: int, finish: Callable[[], Painting]) -> None:
        self._unfinished.put((job, finish))

    def finish(self) -> None:
        """Wait until everything is told."""
        self._unfinished.put(None)
        self._thread.join()

    def _run(self) -> None:
        while item := self._unfinished.get():
            self._finish(*item)
            del item  # or it would be held while we wait for the next

    def _finish(self, job: int, finish: Callable[[], Painting]) -> None:
        self._outbox.send({"job": job, "finishing": True})
        try:
            painting = finish()
        except Exception as error:
            self._outbox.fail(job, error)
            return
        head = {"job": job, "format": painting.format, "facts": dict(painting.facts)}
        self._outbox.send(head, painting.data)
