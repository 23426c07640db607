"""What a model cannot do is refused before it is tried, and names the field."""

from __future__ import annotations

import pytest

from imgorigin.address import Size
from imgorigin.errors import InvalidRequest, RequestError, Unsupported
from imgorigin.painters.base import Job
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import Onlooker, bench, difference, job, outcomes, painted, photo

REFUSED: dict[str, tuple[Job, str]] = {
    "negative of a distilled one": (job("klein", negative_prompt="rain"), "negative prompt"),
    "negative without guidance": (job("sd", negative_prompt="rain", guidance=1.0), "at guidance 1"),
    "a mask without a model for it": (job("sana", "a fox", photo(), mask=photo()), "mask"),
    "a mask without a picture": (job("sd", mask=photo()), "mask"),
    "a picture": (job("sana", "a fox", photo()), "images"),
    "too many pictures": (job("sd", "a fox", photo(), photo()), "no pictures besides"),
    "far too many pictures": (job("klein", "a fox", *[photo()] * 5), "looks at 3 pictures"),
    "strength without a picture": (job("sd", strength=0.5), "strength"),
    "upscale without a picture": (job("sd", upscale=True), "upscale"),
    "words where a picture is needed": (job("pix2pix"), "give it one"),
    "no steps": (job("sd", steps=0), "1 to 50"),
    "too many steps": (job("sd", steps=51), "1 to 50"),
    "a size between": (job("sd", canvas=Size(60, 64)), "multiples of 8"),
    "a lora": (job("sd", lora="fox"), "Allowed: none"),
    "guidance that is no number": (job("sd", guidance=float("nan")), "guidance"),
    "guidance beyond": (job("sd", guidance=1e9), "0 to 100"),
    "strength that is no number": (job("sd", "a fox", photo(), strength=float("nan")), "strength"),
    "no strength": (job("sd", "a fox", photo(), strength=0.0), "strength"),
    "a seed below": (job("sd", seed=-1), "seed"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_and_the_rest_of_the_batch_painted(tiny: Tiny, case: str) -> None:
    refused, said = REFUSED[case]
    of = bench(tiny(refused.recipe.model), tiny("sd"))
    error, painting = outcomes(of, refused, job("sd"))
    assert isinstance(error, RequestError)
    assert isinstance(error, (Unsupported, InvalidRequest))
    assert said in error.detail
    assert not isinstance(painting, Exception)


@pytest.mark.parametrize("name", ["sd", "sdxl", "sd3", "zimage", "qwen", "sana"])
def test_a_negative_prompt_counts_where_it_is_taken(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name))
    one, other, none = painted(
        of,
        job(name, negative_prompt="rain", guidance=9.0),
        job(name, negative_prompt="a very long list of what is not wanted", guidance=9.0),
        job(name, guidance=9.0),
    )
    assert len({one.data, other.data, none.data}) == 3


@pytest.mark.parametrize("name", ["sd", "flux", "qwen"])
def test_guidance_and_steps_count(tiny: Tiny, name: str) -> None:
    done = painted(bench(tiny(name)), *[job(name, **more) for more in ({}, {"guidance": 9.0}, {"steps": 3})])
    assert len({one.data for one in done}) == 3
    assert done[2].facts["steps"] == 3


def test_few_steps_at_a_low_strength_are_enough_for_one(tiny: Tiny) -> None:
    watch = Onlooker()
    painted(bench(tiny("sd")), job("sd", "a fox", photo(), strength=0.1, steps=1), watch=watch)
    assert watch.steps == [(1, 1)]


def test_guidance_that_a_model_was_made_for_is_the_only_one(tiny: Tiny) -> None:
    of = bench(tiny("flux"), card={"guidance": {"default": 3.0, "fixed": True}})
    error, painting = outcomes(of, job("flux", guidance=4.0), job("flux", guidance=3.0))
    assert isinstance(error, Unsupported)
    assert "made for 3" in error.detail
    assert not isinstance(painting, Exception)


def test_a_style_is_told(tiny: Tiny) -> None:
    one, other = painted(bench(tiny("sd")), job("sd"), job("sd", style="watercolour"))
    assert difference(one, other) > 1
