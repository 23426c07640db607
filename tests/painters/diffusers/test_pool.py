"""Several models in one process: which are at hand, and which had to go."""

from __future__ import annotations

import gc
import weakref

import pytest
import torch

from imgorigin.errors import OutOfMemory
from imgorigin.painters.diffusers.device import device_for
from imgorigin.painters.diffusers.files import weight_bytes
from imgorigin.painters.diffusers.load import FolderLoader
from imgorigin.painters.diffusers.pool import Pool, size_of
from imgorigin.painters.diffusers.spec import Settings, Source
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, job, painted, photo


def settings(tiny: Tiny, *names: str, **more: object) -> Settings:
    cards = [{"slug": name, "folder": str(tiny(name))} for name in names]
    return Settings.of({"cards": cards, **more})


def use(pool: Pool, *names: str) -> tuple[str, ...]:
    for name in names:
        with pool.model(name):
            pass
    return pool.names


def test_without_a_budget_all_stay(tiny: Tiny) -> None:
    pool = Pool(settings(tiny, "sd", "flux", "sana"), device_for("cpu"))
    assert use(pool, "sd", "flux", "sana", "sd") == ("flux", "sana", "sd")


def test_the_least_recently_used_goes_for_a_new_one(tiny: Tiny) -> None:
    budget = weight_bytes(tiny("sd")) + weight_bytes(tiny("flux"))
    pool = Pool(settings(tiny, "sd", "flux", "sdxl", memory=budget), device_for("cpu"))
    assert use(pool, "sd", "flux", "sd") == ("flux", "sd")
    with pool.model("flux") as model:
        gone = weakref.ref(model.pipe)
    del model
    assert use(pool, "sd") == ("flux", "sd")
    assert use(pool, "sdxl")[-1] == "sdxl"
    assert "flux" not in pool.names
    gc.collect()
    assert gone() is None


def test_one_larger_than_the_budget_is_alone(tiny: Tiny) -> None:
    pool = Pool(settings(tiny, "sd", "flux", memory=1), device_for("cpu"))
    assert use(pool, "sd") == ("sd",)
    assert use(pool, "flux") == ("flux",)


def test_one_that_does_not_fit_takes_the_place_of_all_others(tiny: Tiny) -> None:
    tries = []

    class Loader(FolderLoader):
        def load(self, source: Source, device: object, settings: Settings) -> object:
            tries.append(pool.names)
            if source.slug == "sana" and pool.names:
                raise OutOfMemory
            return super().load(source, device, settings)

    pool = Pool(settings(tiny, "sd", "flux", "sana", memory=10**9), device_for("cpu"), loader=Loader())
    assert use(pool, "sd", "flux", "sana") == ("sana",)
    assert tries[2:] == [("sd", "flux"), ()]


def test_room_is_made_for_what_the_loader_says_before_it_loads(tiny: Tiny) -> None:
    had = []

    class Loader(FolderLoader):
        def needs(self, source: Source) -> int:
            return budget if source.slug == "sana" else 0

        def load(self, source: Source, device: object, settings: Settings) -> object:
            had.append(pool.names)
            return super().load(source, device, settings)

    budget = sum(weight_bytes(tiny(name)) for name in ("sd", "flux")) * 2
    pool = Pool(settings(tiny, "sd", "flux", "sana", memory=budget), device_for("cpu"), loader=Loader())
    use(pool, "sd", "flux", "sana")
    assert had == [(), ("sd",), ()]


def test_what_is_idle_is_unloaded_and_what_is_busy_is_not(tiny: Tiny) -> None:
    now = [0.0]
    pool = Pool(settings(tiny, "sd", "flux", idle=60.0), device_for("cpu"), lambda: now[0])
    use(pool, "flux")
    seen = []
    with pool.model("sd"):
        now[0] = 61.0
        pool.unload_idle()
        seen.append(pool.names)
    for now[0] in (61.0, 121.0):
        pool.unload_idle()
        seen.append(pool.names)
    assert seen == [("sd",), ("sd",), ()]
    assert use(pool, "sd") == ("sd",)


def test_tasks_share_their_modules(tiny: Tiny) -> None:
    of = bench(tiny("sd"))
    painted(of, job("sd"), job("sd", "a fox", photo()))
    with of.pool.model("sd") as model:
        words, picture = model.pipeline("words"), model.pipeline("picture")
    assert type(words) is not type(picture)
    assert words.unet is picture.unet
    assert words.vae is picture.vae


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_another_task_does_not_convert_them(tiny: Tiny, dtype: str) -> None:
    of = bench(tiny("sd"), dtype=dtype)
    with of.pool.model("sd") as model:
        size = size_of(model.pipe)
        model.pipeline("picture")
        assert size_of(model.pipe) == size
        assert {one.dtype for one in model.pipe.unet.parameters()} == {getattr(torch, dtype)}
