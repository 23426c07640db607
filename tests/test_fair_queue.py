"""Who of several owners goes first, how many turns one may hold, and who gives way when the queue is full."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import Busy
from imgorigin.queue import Holders, Lane, WorkQueue


class Visitor:
    """Takes a turn and keeps it until told to leave."""

    def __init__(
        self,
        queue: WorkQueue,
        owner: str = "",
        *,
        lane: Lane = Lane.INTERACTIVE,
        at_most: int | None = None,
        account: str = "",
        started: Callable[[Visitor], None] = lambda one: None,
    ) -> None:
        self.owner, self.lane, self.account = owner, lane, account or owner
        self.state: Literal["coming", "waiting", "running", "gone", "refused", "cancelled"] = "coming"
        self._leave = asyncio.Event()
        self._started = started
        self.task = asyncio.create_task(self._visit(queue, at_most, account))

    async def _visit(self, queue: WorkQueue, at_most: int | None, account: str) -> None:
        self.state = "waiting"
        try:
            async with queue.turn(self.lane, self.owner, at_most, account):
                self.state = "running"
                self._started(self)
                await self._leave.wait()
            self.state = "gone"
        except Busy:
            self.state = "refused"
        except asyncio.CancelledError:
            self.state = "cancelled"

    def leave(self) -> None:
        self._leave.set()

    def cancel(self) -> None:
        self.task.cancel()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def states(visitors: Sequence[Visitor]) -> list[str]:
    return [one.state for one in visitors]


def in_state(state: str, visitors: Sequence[Visitor]) -> list[Visitor]:
    return [one for one in visitors if one.state == state]


async def served(queue: WorkQueue, *owners: str, **more: Any) -> list[str]:
    """The owners, in the order of their turns: they wait behind one who holds all the slots there are."""
    book: list[str] = []
    first = Visitor(queue, "first")
    await settle()
    visitors = [Visitor(queue, owner, started=lambda one: book.append(one.owner), **more) for owner in owners]
    await settle()
    await leave_all([first, *visitors])
    assert set(states(visitors)) <= {"gone"}
    return book


async def test_owners_go_by_turns() -> None:
    queue = WorkQueue("tested", slots=1, capacity=99)
    assert "".join(await served(queue, *"aaaaabbc")) == "abcabaaa"


async def test_a_flood_leaves_the_waits_of_others_alone() -> None:
    queue = WorkQueue("tested", slots=1, capacity=99)
    assert (await served(queue, *["flood"] * 90, "other")).index("other") == 1


async def test_the_slots_are_shared_evenly() -> None:
    queue = WorkQueue("tested", slots=4, capacity=99)
    visitors = [Visitor(queue, "flood") for _ in range(20)]
    await settle()
    visitors += [Visitor(queue, "other") for _ in range(20)]
    await settle()
    assert Counter(one.owner for one in in_state("running", visitors)) == {"flood": 4}
    for one in in_state("running", visitors)[:2]:
        one.leave()
    await settle()
    for _ in range(5):
        assert Counter(one.owner for one in in_state("running", visitors)) == {"flood": 2, "other": 2}
        in_state("running", visitors)[0].leave()
        await settle()
    await leave_all(visitors)


async def test_who_holds_as_many_as_allowed_waits_and_holds_nobody_else_up() -> None:
    queue = WorkQueue("tested", slots=3, capacity=9)
    bound = [Visitor(queue, "a", at_most=1) for _ in range(3)]
    await settle()
    other = Visitor(queue, "b", lane=Lane.BATCH)
    await settle()
    assert states(bound) == ["running", "waiting", "waiting"]
    assert other.state == "running"
    bound[0].leave()
    await settle()
    assert states(bound) == ["gone", "running", "waiting"]
    await leave_all([*bound, other])


async def test_the_turns_of_an_account_are_counted_over_its_projects_and_all_queues() -> None:
    holders = Holders()
    one, two = (WorkQueue(name, slots=4, capacity=9, holders=holders) for name in ("one", "two"))
    visitors = [
        Visitor(one, "shop", at_most=2, account="acme"),
        Visitor(two, "blog", at_most=2, account="acme"),
        Visitor(two, "shop", at_most=2, account="acme"),
        Visitor(two, "shop", at_most=2, account="other"),
    ]
    await settle()
    assert states(visitors) == ["running", "running", "waiting", "running"]
    visitors[0].leave()
    await settle()
    assert states(visitors) == ["gone", "running", "running", "running"]
    await leave_all(visitors)


async def test_a_flood_does_not_take_all_the_places() -> None:
    queue = WorkQueue("tested", slots=1, capacity=4)
    flood = [Visitor(queue, "flood") for _ in range(4)] + [Visitor(queue, "flood", lane=Lane.BATCH)]
    others = [Visitor(queue, "b"), Visitor(queue, "c"), Visitor(queue, "c")]
    await settle()
    assert states(flood) == ["running", "waiting", "waiting", "refused", "refused"]
    assert states(others) == ["waiting", "waiting", "refused"]
    await leave_all([*flood, *others])


@pytest.mark.parametrize("gives_way_first", [True, False])
async def test_who_gives_way_while_being_cancelled_takes_no_slot_along(gives_way_first: bool) -> None:
    queue = WorkQueue("tested", slots=1, capacity=2)
    flood = [Visitor(queue, "flood") for _ in range(3)]
    await settle()
    if not gives_way_first:
        flood[2].cancel()
    other = Visitor(queue, "other")
    await asyncio.sleep(0)
    if gives_way_first:
        flood[2].cancel()
    await settle()
    assert states([*flood, other]) == ["running", "waiting", "cancelled", "waiting"]
    await leave_all([*flood, other])
    assert other.state == "gone"


async def leave_all(visitors: Sequence[Visitor]) -> None:
    """Raises TimeoutError if one of them is never called up."""
    for one in visitors:
        one.leave()
    async with asyncio.timeout(5):
        await asyncio.gather(*(one.task for one in visitors))


ACCOUNTS: dict[str, tuple[str, int | None]] = {
    "a": ("one", 1), "b": ("one", 1), "c": ("two", 2), "d": ("d", None), "": ("", None),
}  # fmt: skip
"""By owner: the account and how many turns it may hold."""
DEEDS = st.one_of(
    st.tuples(st.just("enter"), st.sampled_from(sorted(ACCOUNTS)), st.sampled_from(Lane)),
    st.tuples(st.sampled_from(["leave", "cancel"]), st.integers(0, 30)),
    st.tuples(st.just("settle")),
)


class House:
    """Two queues with the visitors of both, and what must hold of them at any time."""

    def __init__(self, slots: int, capacity: int) -> None:
        holders = Holders()
        self.slots, self.capacity = slots, capacity
        self.queues = [WorkQueue("tested", slots=slots, capacity=capacity, holders=holders) for _ in range(2)]
        self.visitors: list[list[Visitor]] = [[], []]
        self.book: list[Visitor] = []

    def do(self, at: int, deed: tuple[Any, ...]) -> None:
        if deed[0] == "enter":
            account, at_most = ACCOUNTS[deed[1]]
            self.visitors[at].append(
                Visitor(
                    self.queues[at],
                    deed[1],
                    lane=deed[2],
                    at_most=at_most,
                    account=account,
                    started=self.book.append,
                )
            )
        elif deed[0] in ("leave", "cancel") and (here := self.visitors[at]):
            one = here[deed[1] % len(here)]
            one.leave() if deed[0] == "leave" else one.cancel()

    def all(self) -> list[Visitor]:
        return [one for visitors in self.visitors for one in visitors]

    def check(self) -> None:
        held = Counter(one.account for one in in_state("running", self.all()))
        bounds = dict(ACCOUNTS.values())
        full = {account for account, most in bounds.items() if most is not None and held[account] >= most}
        assert all(held[account] <= (bounds[account] or 99) for account in held)
        for queue, visitors in zip(self.queues, self.visitors, strict=True):
            running, waiting = in_state("running", visitors), in_state("waiting", visitors)
            assert len(running) <= self.slots
            assert len(waiting) == sum(map(queue.depth, Lane)) <= self.capacity
            assert len(running) == self.slots or {one.account for one in waiting} <= full
            self._check_order(visitors)

    def _check_order(self, visitors: Sequence[Visitor]) -> None:
        """Those of one owner, in one lane, in the order in which they came."""
        came = {id(one): at for at, one in enumerate(visitors)}
        for line in {(one.owner, one.lane) for one in visitors}:
            turns = [came[id(one)] for one in self.book if id(one) in came and (one.owner, one.lane) == line]
            assert turns == sorted(turns)


@given(st.integers(1, 3), st.integers(0, 6), st.lists(st.tuples(st.integers(0, 1), DEEDS), max_size=60))
def test_whatever_they_do_the_bounds_hold_and_everyone_is_called_up(
    slots: int, capacity: int, deeds: list[tuple[int, tuple[Any, ...]]]
) -> None:
    async def play() -> None:
        house = House(slots, capacity)
        for at, deed in deeds:
            house.do(at, deed)
            if deed[0] == "settle":
                await settle()
                house.check()
        await settle()
        house.check()
        while in_state("running", house.all()):
            for one in in_state("running", house.all()):
                one.leave()
            await settle()
            house.check()
        assert in_state("waiting", house.all()) == []
        await all_slots_are_free(house)

    asyncio.run(play())


async def all_slots_are_free(house: House) -> None:
    for queue in house.queues:
        last = [Visitor(queue, "d") for _ in range(house.slots)]
        await settle()
        assert set(states(last)) == {"running"}
        await leave_all(last)


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "turn"]), max_size=80))
def test_while_one_waits_no_other_owner_has_two_turns(deeds: list[str]) -> None:
    async def play() -> None:
        queue, events = WorkQueue("tested", slots=1, capacity=99), list[tuple[str, str]]()
        visitors: list[Visitor] = []
        for deed in deeds:
            if deed == "turn":
                for one in in_state("running", visitors):
                    one.leave()
            else:
                events.append(("came", deed))
                visitors.append(Visitor(queue, deed, started=lambda one: events.append(("turn", one.owner))))
            await settle()
        await leave_all(visitors)
        for owner, others in turns_while_waiting(events):
            assert max(Counter(others).values(), default=0) <= 1, f"{owner} waited for {others}"

    asyncio.run(play())


def turns_while_waiting(events: Sequence[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """For each turn: its owner, and the turns that others had while that owner had somebody waiting, since
    its last one."""
    waiting: Counter[str] = Counter()
    passed: dict[str, list[str]] = {}
    for kind, owner in events:
        if kind == "came":
            waiting[owner] += 1
            passed.setdefault(owner, [])
            continue
        waiting[owner] -= 1
        yield owner, passed.pop(owner)
        for others in passed.values():
            others.append(owner)
        if waiting[owner]:
            passed[owner] = []
