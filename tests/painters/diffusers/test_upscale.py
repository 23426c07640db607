"""Larger pictures of the same."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import torch

from imgorigin.address import Size
from imgorigin.errors import OutOfMemory, PainterUnavailable, Unsupported
from imgorigin.painters.base import Job
from imgorigin.painters.diffusers.upscale import joined, overlap_of, tiles
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import (
    Onlooker,
    bench,
    difference,
    job,
    outcomes,
    painted,
    photo,
    pixels,
    recipe,
)  # fmt: skip

LARGE = Size(160, 96)


def larger(name: str, **more: Any) -> Job:
    return job(name, "a red fox", photo(80, 48), source=recipe(name), upscale=True, canvas=LARGE, **more)


@pytest.mark.parametrize("name", ["sd", "flux"])
def test_it_is_painted_over_in_tiles_and_keeps_the_picture(tiny: Tiny, name: str) -> None:
    of, watch = bench(tiny(name), batch=2), Onlooker()
    with of.pool.model(name) as model:
        object.__setattr__(model.traits, "native_area", 64 * 64)
    (done,) = painted(of, larger(name), watch=watch)
    assert (pixels(done).width, pixels(done).height) == (160, 96)
    done_steps, all_steps = zip(*watch.steps, strict=True)
    assert list(done_steps) == sorted(done_steps)
    assert done_steps[-1] == all_steps[-1]
    assert len(set(all_steps)) == 1


def test_a_tile_that_fails_fails_the_picture(tiny: Tiny) -> None:
    of = bench(tiny("sd"))
    with of.pool.model("sd") as model:

        def forward(*given: Any, **named: Any) -> None:
            raise torch.OutOfMemoryError

        model.pipe.unet.forward = forward
    assert isinstance(outcomes(of, larger("sd"))[0], OutOfMemory)


def test_a_model_that_cannot_paint_over_cannot_enlarge(tiny: Tiny) -> None:
    assert isinstance(outcomes(bench(tiny("sana")), larger("sana"))[0], Unsupported)


def test_a_missing_upscaler_is_said_in_a_sentence(tiny: Tiny) -> None:
    of = bench(tiny("sana"), upscaler="nowhere.safetensors")
    (error,) = outcomes(of, larger("sana"))
    assert isinstance(error, PainterUnavailable)
    assert "upscaler" in error.detail


@pytest.mark.parametrize(
    ("canvas", "side"), [(Size(160, 96), 64), (Size(64, 64), 64), (Size(2048, 1152), 1024)]
)
def test_tiles_cover_the_canvas_and_overlap(canvas: Size, side: int) -> None:
    places = tiles(canvas, side, 8)
    for length, starts in (
        (canvas.width, {one.left for one in places}),
        (canvas.height, {one.top for one in places}),
    ):
        ordered = sorted(starts)
        assert ordered[0] == 0
        assert ordered[-1] == max(0, length - side)
        assert all(later - earlier <= side - overlap_of(side) for earlier, later in pairwise(ordered))


def test_seams_are_feathered() -> None:
    """Of tiles of different greys, no two neighbouring pixels differ as much as the tiles do."""
    canvas, side = Size(112, 64), 64
    places = tiles(canvas, side, 8)
    greys = [torch.full((64, 64, 3), value, dtype=torch.uint8) for value in (60, 180)]
    row = joined(canvas, places, greys, overlap_of(side))[32, :, 0].int()
    assert (row[0], row[-1]) == (60, 180)
    assert (row[1:] - row[:-1]).abs().max() < 40


def test_tiles_that_agree_are_joined_without_a_trace() -> None:
    canvas = Size(160, 96)
    whole = torch.randint(0, 256, (96, 160, 3), dtype=torch.uint8)
    places = tiles(canvas, 64, 8)
    parts = [whole[one.top : one.top + 64, one.left : one.left + 64] for one in places]
    assert torch.equal(joined(canvas, places, parts, overlap_of(64)), whole)


def test_it_is_the_same_picture_larger(tiny: Tiny) -> None:
    """Two upscales of one source are equal; another seed is not."""
    of = bench(tiny("sd"))
    one, same, other = painted(of, larger("sd"), larger("sd"), larger("sd", seed=9))
    assert difference(one, same) == 0
    assert difference(one, other) > 0
