"""What a folder's configurations tell without torch, against the same pipeline loaded and asked."""

from __future__ import annotations

import inspect
import math
from pathlib import Path
from typing import Any

import pytest

from imgorigin.models import folder as folders
from imgorigin.models.introspect import card_of
from imgorigin.models.lock import Lock
from imgorigin.models.weights import Cache, State
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.tiny import FAMILIES, build


def live(name: str) -> dict[str, Any]:
    """From the pipeline itself: its signature, and the scales of its image processor and autoencoder."""
    pipe = build(name)
    asked = inspect.signature(type(pipe).__call__).parameters
    denoiser = getattr(pipe, "transformer", None) or pipe.unet
    patch = denoiser.config.get("patch_size", 1)
    patch = patch if isinstance(patch, int) else max(patch)
    guidance = asked["guidance_scale"].default if "guidance_scale" in asked else None
    argument = "guidance_scale" if guidance is not None else "true_cfg_scale"
    return {
        "divisor": math.lcm(
            pipe.vae_scale_factor * max(patch, 1), pipe.image_processor.config.vae_scale_factor
        ),
        "native_area": native(pipe, denoiser),
        "argument": argument,
        "guidance": guidance if guidance is not None else asked[argument].default,
        # Where both are taken, the negative prompt is heeded only by the second.
        "negative": "negative_prompt" in asked
        and not ("true_cfg_scale" in asked and argument == "guidance_scale"),
        "steps": asked["num_inference_steps"].default,
        "loras": hasattr(pipe, "load_lora_weights"),
    }


def native(pipe: Any, denoiser: Any) -> int:
    """Some pipelines do not say it; then their denoiser does."""
    side = getattr(pipe, "default_sample_size", None) or denoiser.config.get("sample_size")
    return int((side * pipe.vae_scale_factor) ** 2) if side else 1024 * 1024


@pytest.mark.parametrize("name", FAMILIES)
def test_configurations_tell_what_the_pipeline_does(name: str, tiny: Tiny) -> None:
    card = card_of(tiny(name), str(tiny(name)), folders.fingerprint(tiny(name)))
    told = {
        "divisor": card.divisor,
        "native_area": card.native_area,
        "argument": card.guidance.argument,
        "guidance": card.guidance.default,
        "negative": card.negative_prompt,
        "steps": card.steps.default,
        "loras": card.abilities.loras,
    }
    assert told == live(name)


@pytest.mark.parametrize("name", FAMILIES)
def test_what_diffusers_saves_is_complete(name: str, tiny: Tiny, tmp_path: Path) -> None:
    cache = Cache(tmp_path, Lock(tmp_path / "models.lock"))
    card = card_of(tiny(name), str(tiny(name)), folders.fingerprint(tiny(name)))
    found = cache.look(card)
    assert (found.state, found.missing, found.damaged) == (State.COMPLETE, (), ())
    located = cache.located(card)
    assert (located.folder, located.revision) == (str(tiny(name)), card.revision)
