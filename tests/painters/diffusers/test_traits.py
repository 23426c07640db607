"""What is read from a pipeline's signature and configuration, for families nobody told of."""

from __future__ import annotations

import pytest

from imgorigin.painters.diffusers.families import family_of, stem
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench

EXPECTED = {
    "sd": (8, "guidance_scale", True, 0, "inpaint picture words"),
    "sdxl": (8, "guidance_scale", True, 0, "inpaint picture words"),
    "sd3": (16, "guidance_scale", True, 0, "inpaint picture words"),
    "flux": (16, "guidance_scale", False, 0, "inpaint picture words"),
    "kontext": (16, "guidance_scale", False, 0, "edit inpaint words"),
    "klein": (16, "guidance_scale", False, 3, "edit inpaint words"),
    "zimage": (16, "guidance_scale", True, 0, "inpaint picture words"),
    "qwen": (16, "true_cfg_scale", True, 0, "inpaint picture words"),
    "qwen-edit": (16, "true_cfg_scale", True, 0, "edit inpaint"),
    "sana": (32, "guidance_scale", True, 0, "words"),
    "sana-sprint": (32, "guidance_scale", False, 0, "picture words"),
    "pix2pix": (8, "guidance_scale", True, 0, "edit"),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_family_can(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name))
    with of.pool.model(name) as model:
        found = model.traits
    can = " ".join(sorted(found.classes))
    assert (found.divisor, found.argument, found.negative, found.references, can) == EXPECTED[name]


def test_a_card_is_believed_before_the_signature(tiny: Tiny) -> None:
    card = {"guidance": {"default": 2.5, "argument": "true_cfg_scale"}, "negative_prompt": True, "steps": 4}
    with bench(tiny("flux"), card=card).pool.model("flux") as model:
        found = model.traits
    assert (found.argument, found.guidance, found.negative, found.steps) == ("true_cfg_scale", 2.5, True, 4)


def test_families_are_found_by_the_stem_of_the_class() -> None:
    assert stem("StableDiffusionXLImg2ImgPipeline") == "StableDiffusionXL"
    assert stem("Flux2KleinInpaintPipeline") == "Flux2Klein"
    assert family_of("Flux2KleinPipeline").lists
    assert family_of("QwenImageEditPlusPipeline").pictures == 3
    assert not family_of("QwenImagePipeline").needs_picture
    assert family_of("FoxPipeline").pictures == 1
