"""What a painter process is told, read on a thread of its own, so that it is heard while it paints."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from imgorigin.painters import frames
from imgorigin.painters.base import Inputs, Job
from imgorigin.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Batch:
    """Jobs to be painted together, and the numbers by which their keeper knows them."""

    number: int
    ids: tuple[int, ...]
    jobs: tuple[Job, ...]


class Inbox:
    """Iterates over the batches as they come, until the stream ends."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._batches: queue.SimpleQueue[Batch | None] = queue.SimpleQueue()
        self._unwanted: set[int] = set()
        self._watched: set[int] = set()
        threading.Thread(target=self._read, name="inbox", daemon=True).start()

    def __iter__(self) -> Iterator[Batch]:
        while batch := self._batches.get():
            yield batch

    def is_wanted(self, job: int) -> bool:
        """False once nobody waits for it any more."""
        return job not in self._unwanted

    def is_watched(self, job: int) -> bool:
        """True once somebody looks at previews of it."""
        return job in self._watched

    def forget(self, batch: Batch) -> None:
        """It is painted."""
        self._unwanted.difference_update(batch.ids)
        self._watched.difference_update(batch.ids)

    def _read(self) -> None:
        try:
            while frame := frames.read(self._stream):
                if "unwanted" in frame.head:
                    self._unwanted.update(frame.head["unwanted"])
                elif "watched" in frame.head:
                    self._watched.update(frame.head["watched"])
                else:
                    self._batches.put(_batch(frame))
        finally:
            self._batches.put(None)


def _batch(frame: frames.Frame) -> Batch:
    bodies, ids, jobs = iter(frame.bodies), [], []
    for told in frame.head["jobs"]:
        images = tuple(next(bodies) for _ in range(told["images"]))
        mask = next(bodies) if told["mask"] else None
        ids.append(told["id"])
        jobs.append(Job(Recipe.from_dict(told["recipe"]), Inputs(images, mask)))
    return Batch(frame.head["batch"], tuple(ids), tuple(jobs))
