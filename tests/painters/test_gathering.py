"""Which waiting jobs are painted together: properties of any order of arrivals and departures."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from imgorigin.address import Size
from imgorigin.painters.base import NOBODY, Job
from imgorigin.painters.batching import PATIENCE, Backlog, Order, companions
from imgorigin.recipe import Abilities, Model, Recipe

MODEL = Model("m", "1", 64, 1, 4, abilities=Abilities(image_to_image=True))
LOOP = asyncio.new_event_loop()
LOOP.close()  # futures are never awaited here


def order(number: int, group: object, model: str = "m", tries: int = 0) -> Order:
    recipe = Recipe(prompt=str(number), model=model, revision="1", seed=1, canvas=Size(8, 8))
    key = None if group is None else (model, group)
    return Order(number, Job(recipe), key, 0.0, asyncio.Future(loop=LOOP), NOBODY, tries)


ARRIVALS = st.tuples(
    st.just("add"), st.sampled_from([None, 1, 2, 3]), st.sampled_from(["m", "n"]), st.integers(0, 1)
)
EVENTS = st.lists(
    st.one_of(
        ARRIVALS,
        st.tuples(st.just("take"), st.sampled_from(["", "m", "n"])),
        st.tuples(st.just("leave"), st.integers(0, 50)),
    ),
    max_size=80,
)


@given(EVENTS, st.integers(1, 5))
def test_no_job_is_lost_none_painted_twice_and_batches_are_compatible(
    events: list[tuple[object, ...]], most: int
) -> None:
    backlog, arrived = Backlog(most), 0
    waiting: dict[int, Order] = {}
    left: set[int] = set()
    painted: list[int] = []

    def take(loaded: str) -> None:
        batch = backlog.batch(loaded)
        assert bool(batch) == bool(waiting)
        if not batch:
            return
        assert len(batch) <= most
        assert len({one.group for one in batch}) == 1
        if batch[0].group is None or any(one.tries for one in batch):
            assert len(batch) == 1
        backlog.take(batch)
        for one in batch:
            del waiting[one.number]
            painted.append(one.number)

    for event, *details in events:
        match event:
            case "add":
                group, model, tries = details
                arrived += 1
                waiting[arrived] = order(arrived, group, str(model), int(str(tries)))
                backlog.add(waiting[arrived])
            case "take":
                take(str(details[0]))
            case "leave":
                number = int(str(details[0]))
                if gone := waiting.pop(number, None):
                    assert backlog.discard(gone)
                    assert not backlog.discard(gone)
                    left.add(number)
    while waiting:
        take("m")
    assert not len(backlog)
    assert sorted([*painted, *left]) == list(range(1, arrived + 1))


@given(st.integers(1, 5), st.integers(1, 30))
def test_a_loaded_model_goes_first_but_not_for_ever(most: int, others: int) -> None:
    backlog = Backlog(most)
    backlog.add(order(0, 1, "n"))
    for number in range(1, 1 + others * most):
        backlog.add(order(number, 1, "m"))
    batches = 0
    while (batch := backlog.batch("m"))[0].model == "m":
        backlog.take(batch)
        batches += 1
    assert batches == min(PATIENCE, others)


def test_edits_upscales_and_several_pictures_are_painted_alone() -> None:
    words = Recipe(prompt="a", model="m", revision="1", seed=1, canvas=Size(8, 8))
    fields = {"prompt": "a", "model": "m", "revision": "1", "seed": 1, "canvas": Size(8, 8)}
    assert companions(words, MODEL) is not None
    for alone in (
        Recipe(**fields, source=words, instruction="make it night"),  # type: ignore[arg-type]
        Recipe(**fields, source=words, upscale=True),  # type: ignore[arg-type]
        Recipe(**fields, images=("1", "2")),  # type: ignore[arg-type]
    ):
        assert companions(alone, MODEL) is None
    one = Recipe(**fields, images=("1",))  # type: ignore[arg-type]
    assert companions(one, MODEL) is not None
    assert companions(one, Model("m", "1", 64, 1, 4)) is None
