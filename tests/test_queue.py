from __future__ import annotations

import asyncio

import pytest

from imgorigin.errors import Busy
from imgorigin.queue import Lane, WorkQueue


class Visitor:
    """Takes a turn and keeps it until told to leave; writes its name down when its turn comes."""

    def __init__(self, queue: WorkQueue, book: list[str], name: str, lane: Lane = Lane.INTERACTIVE) -> None:
        self.leave = asyncio.Event()
        self.task = asyncio.create_task(self._visit(queue, book, name, lane))

    async def _visit(self, queue: WorkQueue, book: list[str], name: str, lane: Lane) -> None:
        async with queue.turn(lane):
            book.append(name)
            await self.leave.wait()


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_no_more_turns_than_slots() -> None:
    queue, book = WorkQueue("tested", slots=2, capacity=9), list[str]()
    visitors = [Visitor(queue, book, name) for name in "abcd"]
    await _settle()
    assert book == ["a", "b"]
    assert queue.depth(Lane.INTERACTIVE) == 2
    visitors[1].leave.set()
    await _settle()
    assert book == ["a", "b", "c"]
    for visitor in visitors:
        visitor.leave.set()
    await asyncio.gather(*(visitor.task for visitor in visitors))
    assert book == ["a", "b", "c", "d"]


async def test_urgent_lanes_first_then_who_came_first() -> None:
    queue, book = WorkQueue("tested", slots=1, capacity=9), list[str]()
    first = Visitor(queue, book, "first")
    await _settle()
    waiting = [
        Visitor(queue, book, name, lane)
        for name, lane in [
            ("batch 1", Lane.BATCH), ("api 1", Lane.API), ("web 1", Lane.INTERACTIVE),
            ("batch 2", Lane.BATCH), ("api 2", Lane.API), ("web 2", Lane.INTERACTIVE),
        ]
    ]  # fmt: skip
    await _settle()
    for visitor in (first, *waiting):
        visitor.leave.set()
    await asyncio.gather(*(visitor.task for visitor in waiting))
    assert book == ["first", "web 1", "web 2", "api 1", "api 2", "batch 1", "batch 2"]


async def test_a_full_queue_says_so_at_once_and_when_to_come_back() -> None:
    queue, book = WorkQueue("tested", slots=1, capacity=2), list[str]()
    visitors = [Visitor(queue, book, name) for name in "abc"]
    await _settle()
    with pytest.raises(Busy) as raised:
        async with queue.turn(Lane.INTERACTIVE):
            pass
    assert raised.value.retry_after
    assert 1 <= raised.value.retry_after <= 60
    for visitor in visitors:
        visitor.leave.set()
    await asyncio.gather(*(visitor.task for visitor in visitors))
    async with queue.turn(Lane.BATCH) as waited:
        assert waited < 60


async def test_who_stops_waiting_gives_the_place_up() -> None:
    queue, book = WorkQueue("tested", slots=1, capacity=2), list[str]()
    a, b, c = (Visitor(queue, book, name) for name in "abc")
    await _settle()
    b.task.cancel()
    await _settle()
    assert queue.depth(Lane.INTERACTIVE) == 1
    a.leave.set()
    c.leave.set()
    await c.task
    assert book == ["a", "c"]


@pytest.mark.parametrize("leave_first", [True, False])
async def test_a_slot_is_not_lost_on_someone_who_is_just_leaving(leave_first: bool) -> None:
    queue, book = WorkQueue("tested", slots=1, capacity=2), list[str]()
    a, b, c = (Visitor(queue, book, name) for name in "abc")
    await _settle()
    a.leave.set()
    if leave_first:
        await asyncio.sleep(0)  # a has called b up, who has not run yet
    b.task.cancel()
    c.leave.set()
    async with asyncio.timeout(5):
        await c.task
    assert book == ["a", "c"]


async def test_an_error_inside_gives_the_slot_back() -> None:
    queue = WorkQueue("tested", slots=1, capacity=0)
    for _ in range(3):
        with pytest.raises(ValueError, match="no"):
            async with queue.turn(Lane.API):
                raise ValueError("no")
