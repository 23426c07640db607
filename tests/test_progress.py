"""Who follows a progress sees its state now, newer ones, and the last."""

from __future__ import annotations

import asyncio

from imgorigin.progress import Progress, State


async def followed(progress: Progress, until: asyncio.Future[None] | None = None) -> list[State]:
    return [state async for state in progress.follow(until)]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_follows_hears_of_each_change_to_the_end() -> None:
    progress = Progress()
    hearing = asyncio.create_task(followed(progress))
    await settle()
    progress.began()
    await settle()
    progress.step(1, 2)
    await settle()
    progress.done()
    assert await hearing == [
        State(), State("painting"), State("painting", 1, 2), State("done", 1, 2),
    ]  # fmt: skip


async def test_who_listens_slowly_misses_some_but_not_the_last() -> None:
    progress = Progress()
    hearing = asyncio.create_task(followed(progress))
    await settle()
    for step in range(1, 5):
        progress.step(step, 4)
    progress.done()
    assert await hearing == [State(), State("done", 4, 4)]


async def test_what_is_never_begun_is_followed_until_it_is_not_waited_for() -> None:
    progress = Progress()
    until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    hearing = asyncio.create_task(followed(progress, until))
    await settle()
    assert not hearing.done()
    until.set_result(None)
    assert await hearing == [State()]


async def test_the_last_change_is_told_also_if_the_wait_is_over_at_once() -> None:
    progress = Progress()
    until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    hearing = asyncio.create_task(followed(progress, until))
    await settle()
    progress.step(4, 4)
    until.set_result(None)
    assert await hearing == [State(), State("painting", 4, 4)]
