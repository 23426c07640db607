"""A bench of a function that paints one recipe at a time, without steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from imgorigin.painters.base import Job, Painting, Watch


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Implements Bench. What `function` raises is the job's own failure."""

    function: Callable[[Job], Painting]

    def warm_up(self) -> None:
        pass

    def paint(self, jobs: Sequence[Job], watch: Watch) -> Iterator[tuple[int, Callable[[], Painting]]]:
        for index, job in enumerate(jobs):
            yield index, self._painted(job)

    def _painted(self, job: Job) -> Callable[[], Painting]:
        try:
            painting = self.function(job)
        except Exception as error:
            return _Failed(error)
        return lambda: painting


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception

    def __call__(self) -> Painting:
        raise self.error
