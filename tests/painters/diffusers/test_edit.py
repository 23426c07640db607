"""Instructions by URL: who carries out what, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import pyvips

from imgorigin.address import Size
from imgorigin.errors import NotUnderstood, PaintFailed, Unsupported
from imgorigin.painters.base import Inputs, Job
from imgorigin.painters.diffusers.pixels import png
from imgorigin.recipe import Recipe
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import (
    Onlooker,
    bench,
    difference,
    edit,
    job,
    outcomes,
    painted,
    photo,
    pixels,
    recipe,
)  # fmt: skip


@pytest.mark.parametrize("name", ["sd", "klein", "pix2pix", "sana"])
@pytest.mark.parametrize("instruction", ["flip it", "rotate 180", "make it grayscale", "add a red border"])
def test_what_pixels_are_enough_for_is_done_exactly(tiny: Tiny, name: str, instruction: str) -> None:
    watch = Onlooker()
    (done,) = painted(bench(tiny(name)), edit(name, instruction, photo()), watch=watch)
    assert done.facts == {"edited_by": "classical"}
    assert watch.steps == []
    if instruction == "flip it":
        assert pixels(done).write_to_memory() == pixels(photo()).fliphor().write_to_memory()


def test_the_model_does_its_part_and_the_pixels_are_done_after_it(tiny: Tiny) -> None:
    of = bench(tiny("klein"))
    both, alone = painted(
        of,
        edit("klein", "put a hat on the fox and flip it", photo()),
        edit("klein", "put a hat on the fox", photo()),
    )
    assert both.facts["edited_by"] == "model"
    assert pixels(both).write_to_memory() == pixels(alone).fliphor().write_to_memory()


def test_without_editing_of_its_own_the_picture_is_painted_over(tiny: Tiny) -> None:
    of = bench(tiny("sd"), card={"strength": 0.5})
    weak, strong = painted(
        of, edit("sd", "put a hat on it", photo()), edit("sd", "put a hat on it", photo(), strength=1.0)
    )
    assert weak.facts["edited_by"] == "image-to-image"
    assert difference(weak, strong) > 1
    (same,) = painted(of, job("sd", "a red fox, put a hat on it", photo(), strength=0.5))
    assert same.data == weak.data


def test_what_earlier_instructions_said_is_still_in_the_prompt(tiny: Tiny) -> None:
    of, image = bench(tiny("sd")), photo()
    first = recipe("sd", source=recipe("sd"), instruction="make it night and flip it")
    chain = Job(replace(first, source=first, instruction="put a hat on it"), Inputs((image,)))
    (done,) = painted(of, chain)
    words = "a red fox, make it night, put a hat on it"
    assert done.data == painted(of, job("sd", words, image, strength=0.6))[0].data


def test_with_neither_light_and_weather_are_graded(tiny: Tiny) -> None:
    of = bench(tiny("sana"))
    night, lost = outcomes(
        of, edit("sana", "make it sepia and add a unicorn", photo()), edit("sana", "add a unicorn", photo())
    )
    assert not isinstance(night, Exception)
    assert night.facts["edited_by"] == "classical"
    assert "unicorn" in " ".join(night.facts["not_done"])
    assert isinstance(lost, NotUnderstood)


def test_a_canvas_of_another_shape_is_filled(tiny: Tiny) -> None:
    canvas = Size(96, 64)
    done = painted(
        bench(tiny("klein")),
        edit("klein", "rotate 90", photo(64, 64), canvas=canvas),
        edit("klein", "put a hat on it", photo(64, 64), canvas=canvas),
    )
    assert {(pixels(one).width, pixels(one).height) for one in done} == {(96, 64)}


def test_an_edit_keeps_what_its_mask_leaves_out(tiny: Tiny) -> None:
    mask = (pyvips.Image.xyz(64, 64)[1] > 40).ifthenelse(255, 0).cast("uchar").copy(interpretation="b-w")
    for name, instruction in (("klein", "put a hat on it"), ("sd", "make it a bear"), ("sd", "invert it")):
        done = painted(bench(tiny(name)), edit(name, instruction, photo(), mask=png(mask.copy_memory())))[0]
        top, same = pixels(done).crop(0, 0, 64, 40), pixels(photo()).crop(0, 0, 64, 40)
        assert top.write_to_memory() == same.write_to_memory()
        assert difference(done, photo()) > 1


def test_an_edit_without_its_picture_is_ours_to_explain(tiny: Tiny) -> None:
    lost = Recipe(**{**recipe("sd").__dict__, "source": recipe("sd"), "instruction": "flip it"})
    error, broken = outcomes(bench(tiny("sd")), Job(lost), Job(lost, Inputs((b"no picture",))))
    assert isinstance(error, PaintFailed)
    assert "refers to 1 pictures" in error.detail
    assert isinstance(broken, PaintFailed)


def test_strength_is_not_for_models_that_are_told(tiny: Tiny) -> None:
    (error,) = outcomes(bench(tiny("klein")), edit("klein", "put a hat on it", photo(), strength=0.5))
    assert isinstance(error, Unsupported)
