"""The same recipe is the same picture: in any batch, in any process."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, job, painted


@pytest.mark.parametrize("name", ["sd", "flux", "qwen", "zimage"])
def test_exactly_so_whatever_the_companions(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name), exact=True, batch=3)
    one = job(name, "a fox on a hill", seed=1)
    (alone,) = painted(of, one)
    first, *_ = painted(of, one, job(name, "b", seed=2))
    *_, last = painted(of, job(name, "c", seed=3), job(name, "d", seed=4), one)
    assert alone.data == first.data == last.data


def test_a_batch_larger_than_the_constant_one_is_split_into_such(tiny: Tiny) -> None:
    of = bench(tiny("sd"), exact=True, batch=2)
    jobs = [job("sd", seed=seed) for seed in range(3)]
    together = painted(of, *jobs)
    assert [one.data for one in together] == [painted(of, one)[0].data for one in jobs]


def test_the_same_bytes_in_another_process(tiny: Tiny) -> None:
    code = """if True:
        import hashlib, sys
        from pathlib import Path
        from tests.painters.diffusers.helpers import bench, job, painted
        print(hashlib.sha256(painted(bench(Path(sys.argv[1])), job("sd"))[0].data).hexdigest())
    """
    run = [sys.executable, "-W", "ignore", "-c", code, str(tiny("sd"))]
    other = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()[-1]
    assert other == hashlib.sha256(painted(bench(tiny("sd")), job("sd"))[0].data).hexdigest()
