"""Pictures from words, by every family."""

from __future__ import annotations

import pytest

from imgorigin.address import Size
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import Onlooker, bench, difference, job, painted, pixels
from tests.painters.diffusers.tiny import TEXT


@pytest.mark.parametrize("name", TEXT)
def test_every_family_paints_a_batch_as_it_paints_alone(tiny: Tiny, name: str) -> None:
    of, watch = bench(tiny(name)), Onlooker()
    canvas = Size(64, 96)
    jobs = [job(name, prompt, seed=at, canvas=canvas) for at, prompt in enumerate(("a fox", "a blue boat"))]
    together = painted(of, *jobs, watch=watch)
    alone = painted(of, jobs[1])
    for painting in together:
        assert painting.format == "png"
        assert (pixels(painting).width, pixels(painting).height, pixels(painting).bands) == (64, 96, 3)
    assert difference(together[1], alone[0]) <= 1
    assert difference(*together) > 1
    assert watch.steps == [(1, 2), (2, 2)]
    assert together[0].facts["seed"] == 0
