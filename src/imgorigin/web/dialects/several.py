"""Several pictures of one request, of which a budget leaves some unpainted: it had enough when that was
checked, and somebody else was quicker. Nothing that was painted, and is paid for, goes untold."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from imgorigin.errors import TooManyRequests

T = TypeVar("T")


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
