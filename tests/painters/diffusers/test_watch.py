"""Progress, previews, and pictures that nobody waits for any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import diffusers
import pytest
import torch

from imgorigin.address import Size
from imgorigin.errors import Unavailable
from imgorigin.painters.diffusers.denoise import Painted
from imgorigin.painters.diffusers.pixels import to_vips
from imgorigin.painters.diffusers.preview import Previews
from imgorigin.painters.diffusers.spec import Settings
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import Onlooker, bench, job, outcomes, painted, photo, pixels
from tests.painters.diffusers.tiny import TEXT


class Leaving(Onlooker):
    """Wants nothing any more after the first step."""

    def step(self, done: int, steps: int) -> None:
        super().step(done, steps)
        self.unwanted = {0, 1}


@pytest.mark.parametrize("name", TEXT)
def test_what_nobody_waits_for_is_given_up_and_the_pipeline_is_as_before(tiny: Tiny, name: str) -> None:
    of, watch = bench(tiny(name)), Leaving()
    (before,) = painted(of, job(name))
    errors = outcomes(of, job(name, seed=1), job(name, seed=2), watch=watch)
    assert [type(error) for error in errors] == [Unavailable, Unavailable]
    assert watch.steps == [(1, 2)]
    (after,) = painted(of, job(name))
    assert before.data == after.data


def test_one_that_is_not_wanted_is_not_begun(tiny: Tiny) -> None:
    watch = Onlooker(unwanted={0})
    error, painting = outcomes(bench(tiny("sd")), job("sd", seed=1), job("sd", seed=2), watch=watch)
    assert isinstance(error, Unavailable)
    assert not isinstance(painting, Exception)


def test_the_loading_of_a_model_is_told(tiny: Tiny) -> None:
    watch, of = Onlooker(), bench(tiny("sd"))
    for _ in range(2):
        outcomes(of, job("sd"), watch=watch)
    assert watch.loads == ["loading", "loaded"]


def test_a_batch_goes_on_for_the_one_that_is_wanted(tiny: Tiny) -> None:
    class One(Onlooker):
        def step(self, done: int, steps: int) -> None:
            super().step(done, steps)
            self.unwanted = {0}

    watch = One()
    done = outcomes(bench(tiny("sd")), job("sd", seed=1), job("sd", seed=2), watch=watch)
    assert not isinstance(done[1], Exception)
    assert watch.steps == [(1, 2), (2, 2)]


@pytest.mark.parametrize("name", TEXT)
def test_every_family_has_previews_of_the_canvas_shape(tiny: Tiny, name: str) -> None:
    canvas = Size(128, 64)
    of, watch = bench(tiny(name)), Onlooker(watched={0, 1})
    painted(of, job(name, seed=8, canvas=canvas), job(name, seed=9, canvas=canvas), watch=watch)
    assert [index for index, _ in watch.previews] == [0, 1]
    seen = pixels(watch.previews[0][1])
    assert seen.width == 2 * seen.height
    assert seen.width <= 256


@pytest.mark.parametrize("is_packed", [False, True])
def test_the_fit_finds_how_colours_lie_in_latents(is_packed: bool) -> None:
    """Of latents that pixels depend on linearly, as those of a trained autoencoder nearly do."""
    canvas, factor = Size(128, 64), 16 if is_packed else 8
    high, wide = canvas.height // factor, canvas.width // factor
    torch.manual_seed(1)
    mixing = torch.randn(16, 3) * 0.05

    def example() -> Painted:
        latents = torch.randn(high, wide, 16)
        small = (latents @ mixing + 0.5).clamp(0, 1).permute(2, 0, 1)
        pixels = torch.nn.functional.interpolate(small[None], scale_factor=float(factor), mode="nearest")[0]
        seen = latents.reshape(-1, 16) if is_packed else latents.permute(2, 0, 1)
        return Painted((pixels.permute(1, 2, 0) * 255).round().to(torch.uint8), seen, is_sound=True)

    previews = Previews(Settings({}, ""), torch.device("cpu"))
    assert previews.pictures(example().latents[None], canvas, None) == []
    for _ in range(3):
        previews.learn(example(), canvas)
    one = example()
    (drawn,) = previews.pictures(one.latents[None], canvas, None)
    whole = to_vips(one.pixels).shrink(factor / 2, factor / 2)
    apart: Any = (whole.cast("short") - pixels(drawn).cast("short")).abs()
    assert float(apart.avg()) < 2


def test_a_tiny_autoencoder_draws_them_where_there_is_one(tiny: Tiny, tmp_path: Path) -> None:
    blocks = {"encoder_block_out_channels": (8,) * 4, "decoder_block_out_channels": (8,) * 4}
    for name, channels in (("sd", 4), ("flux", 16)):
        folder = tmp_path / name
        diffusers.AutoencoderTiny(latent_channels=channels, **blocks).save_pretrained(folder)
        watch = Onlooker(watched={0})
        painted(bench(tiny(name), preview_vae=str(folder)), job(name), watch=watch)
        assert [(pixels(png).width, pixels(png).height) for _, png in watch.previews] == [(64, 64)]


def test_previews_are_of_pictures_that_are_watched_alone(tiny: Tiny) -> None:
    of, watch = bench(tiny("sd")), Onlooker(watched={1})
    painted(of, job("sd", seed=8), job("sd", seed=9), watch=watch)
    assert [index for index, _ in watch.previews] == [1]
    off = Onlooker(watched={0})
    painted(bench(tiny("sd"), previews=False), job("sd"), watch=off)
    assert off.previews == []


def test_editing_tells_its_steps_too(tiny: Tiny) -> None:
    watch = Onlooker()
    painted(bench(tiny("kontext")), job("kontext", "a fox", photo()), watch=watch)
    assert watch.steps == [(1, 2), (2, 2)]
