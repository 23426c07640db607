"""The benchmark's pipelines are of the size of what they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from benchmarks.full_size import FAMILIES, SMALL, build, open_bench
from imgorigin.painters.diffusers.traits import denoiser_of
from tests.painters.diffusers.helpers import CANVAS, job, painted, pixels

BILLIONS = {"sdxl-lightning": 2.57, "flux-schnell": 11.9, "flux-2-klein-4b": 3.88}
"""Parameters of the published networks."""


def test_every_one_is_of_a_published_size() -> None:
    assert BILLIONS.keys() == FAMILIES.keys() - {SMALL}


@pytest.mark.parametrize("name", BILLIONS)
def test_as_many_parameters_as_the_published_network(name: str) -> None:
    denoiser = denoiser_of(build(name, "meta", torch.bfloat16))
    count = sum(weights.numel() for weights in denoiser.parameters())
    assert count / 1e9 == pytest.approx(BILLIONS[name], rel=0.005)
    assert {weights.dtype for weights in denoiser.parameters()} == {torch.bfloat16}


def test_the_bench_paints_with_what_it_builds(tmp_path: Path) -> None:
    of = open_bench({"cards": [{"slug": SMALL, "folder": str(tmp_path), "steps": 1}], "device": "cpu"})
    (painting,) = painted(of, job(SMALL))
    assert (pixels(painting).width, pixels(painting).height) == (CANVAS.width, CANVAS.height)


def test_what_was_the_default_number_format_is_so_again() -> None:
    build(SMALL, "meta", torch.bfloat16)
    assert torch.get_default_dtype() == torch.float32
