"""Several pictures of one request, of which a budget leaves some unpainted: it had enough when that was
checked, and somebody else was quicker. Nothing that was painted, and is paid for, goes untold."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from imgorigin.errors import TooManyRequests
from imgorigin.job_kinds import Report, following
from imgorigin.progress import Progress

T = TypeVar("T")
Wanted = TypeVar("Wanted")


async def all_of(work: Iterable[Awaitable[T]], url: Callable[[T], str | None]) -> list[T]:
    """The pictures, or once all have ended the first error: TooManyRequests tells the `url` of each that is
    there."""
    found = await asyncio.gather(*work, return_exceptions=True)
    made = [one for one in found if not isinstance(one, BaseException)]
    for failure in found:
        if isinstance(failure, BaseException):
            with telling([url(one) for one in made], len(found)):
                raise failure
    return made


async def in_turn(
    wanted: Sequence[Wanted],
    paint: Callable[[Wanted], Awaitable[T]],
    look: Callable[[Wanted], Progress | None],
    url: Callable[[T], str | None],
    report: Report,
) -> list[T]:
    """As `all_of`, one after the other: those of a job, whose report they go into. `look` finds how far one
    is."""
    made: list[T] = []
    for number, one in enumerate(wanted):
        with telling([url(before) for before in made], len(wanted)):
            part = {"begin": number / len(wanted), "end": (number + 1) / len(wanted)}
            made.append(await following(paint(one), partial(look, one), report, **part))
    return made


@contextlib.contextmanager
def telling(made: Sequence[str | None], wanted: int) -> Iterator[None]:
    """TooManyRequests tells the URLs that were `made` by then, None for a picture that is nowhere."""
    try:
        yield
    except TooManyRequests as error:
        raise _told(error, made, wanted) if made else error from None


def _told(error: TooManyRequests, made: Sequence[str | None], wanted: int) -> TooManyRequests:
    urls = ", ".join(dict.fromkeys(url for url in made if url)) or "nothing of them is kept"
    return TooManyRequests(
        f"{error.detail} {len(made)} of {wanted} were painted: {urls}", retry_after=error.retry_after
    )
