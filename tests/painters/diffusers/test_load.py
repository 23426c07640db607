"""Folders that are not what they should be: one clear sentence each."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file, save_file

from imgorigin.errors import PainterUnavailable, Unavailable
from imgorigin.painters.diffusers.bench import open_bench
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, difference, job, outcomes, painted
from tests.painters.diffusers.loras import save_lora


def _index(folder: Path, **said: Any) -> None:
    file = folder / "model_index.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | said))


def _halve(folder: Path) -> None:
    file = folder / "unet" / "diffusion_pytorch_model.safetensors"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _thin_out(folder: Path) -> None:
    file = folder / "unet" / "diffusion_pytorch_model.safetensors"
    save_file(dict(list(load_file(file).items())[:20]), file)


def _forget_words(folder: Path) -> None:
    (folder / "tokenizer" / "tokenizer.json").unlink()


WRONG: dict[str, tuple[Callable[[Path], Any], str]] = {
    "no folder": (shutil.rmtree, "imgorigin models pull"),
    "no index": (lambda folder: (folder / "model_index.json").unlink(), "no diffusers pipeline"),
    "no JSON": (lambda folder: (folder / "model_index.json").write_text("{"), "cannot be read"),
    "no class": (lambda folder: _index(folder, _class_name=None), "names no pipeline class"),
    "class of the future": (lambda folder: _index(folder, _class_name="FoxPipeline"), "FoxPipeline"),
    "no tokenizer": (lambda folder: shutil.rmtree(folder / "tokenizer"), "tokenizer/ is missing"),
    "no words": (_forget_words, "tokenizer/ has no vocabulary"),
    "no autoencoder": (lambda folder: shutil.rmtree(folder / "vae"), "vae/ is missing"),
    "half a file": (_halve, "cannot be loaded"),
    "lost weights": (_thin_out, "unet/ lacks some of its weights"),
    "no weights": (
        lambda folder: (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink(),
        "cannot be loaded",
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_folder_is_said_in_a_sentence(tiny: Tiny, tmp_path: Path, fault: str) -> None:
    folder = tmp_path / "sd"
    shutil.copytree(tiny("sd"), folder)
    spoil, said = WRONG[fault]
    spoil(folder)
    with pytest.raises(PainterUnavailable, match=said) as caught:
        bench(folder).warm_up()
    assert "\n" not in caught.value.detail
    assert str(tmp_path) not in caught.value.detail  # callers read it


def test_a_job_for_it_fails_and_those_of_other_models_do_not(tiny: Tiny, tmp_path: Path) -> None:
    of = bench(tiny("sd"), tmp_path / "gone")
    error, painting, unknown = outcomes(of, job("gone"), job("sd"), job("nobody"))
    assert isinstance(error, Unavailable)
    assert not isinstance(painting, Exception)
    assert "Allowed: gone, sd" in str(unknown)


def test_a_default_model_that_cannot_be_had_fails_alone(
    tiny: Tiny, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    of = bench(tmp_path / "gone", tiny("sd"))
    of.warm_up()
    assert of.pool.names == ("sd",)
    assert "The weights of gone are not here" in caplog.text
    with pytest.raises(PainterUnavailable, match="gone"):
        bench(tmp_path / "gone", tmp_path / "lost").warm_up()


def test_no_room_is_made_for_what_cannot_be_had(tiny: Tiny, tmp_path: Path) -> None:
    of = bench(tiny("sd"), tmp_path / "gone", memory=1)
    of.warm_up()
    assert isinstance(outcomes(of, job("gone"))[0], PainterUnavailable)
    assert of.pool.names == ("sd",)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"device": "cuda:0"}, "no CUDA GPU"),
        ({"device": "mps"}, "no Apple GPU"),
        ({"device": "gpu"}, "Allowed: auto, cpu"),
        ({"classifier": "block"}, "none is named"),
        ({"classifier": "flag", "classifier_target": "nowhere:look"}, "cannot be found"),
    ],
)
def test_a_wrong_setting_is_said_in_a_sentence(tiny: Tiny, config: dict[str, Any], said: str) -> None:
    with pytest.raises(PainterUnavailable, match=said):
        bench(tiny("sd"), **config)


def test_an_unknown_attention_backend_is_refused(tiny: Tiny) -> None:
    with pytest.raises(PainterUnavailable, match=r"attention backend 'flsh'.*Nearest: flash") as caught:
        bench(tiny("flux"), attention="flsh").warm_up()
    assert len(caught.value.detail) < 150  # diffusers itself lists them all
    with pytest.raises(PainterUnavailable, match=r"attention backend 'zzz'.*Nearest: native"):
        bench(tiny("flux"), attention="zzz").warm_up()
    bench(tiny("flux"), attention="native").warm_up()


def test_without_torch_it_says_what_to_install(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny("sd")
    for name in [name for name in sys.modules if name.startswith("imgorigin.painters.diffusers.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "diffusers", None)
    with pytest.raises(PainterUnavailable, match=r"pip install -c constraints.txt '\.\[diffusers\]'"):
        open_bench({"cards": [{"slug": "sd", "folder": str(folder)}]})


def test_a_card_changes_scheduler_weights_and_fuses(tiny: Tiny, tmp_path: Path) -> None:
    """As SDXL-Lightning does: a network of its own, a LoRA within, another scheduler."""
    lora = save_lora("sdxl", tmp_path)
    unet = tmp_path / "unet.safetensors"
    weights = load_file(tiny("sdxl") / "unet" / "diffusion_pytorch_model.safetensors")
    save_file({name: tensor * 0.9 for name, tensor in weights.items()}, unet)
    cards: dict[str, dict[str, Any]] = {
        "plain": {},
        "scheduler": {"scheduler": {"name": "DDIMScheduler", "options": {"timestep_spacing": "trailing"}}},
        "replaced": {"replaces": [{"component": "unet", "path": str(unet)}]},
        "fused": {"fuses": [{"path": str(lora), "weight": 0.8}]},
    }
    done = {name: painted(bench(tiny("sdxl"), card=card), job("sdxl"))[0] for name, card in cards.items()}
    assert len({one.data for one in done.values()}) == len(cards)
    assert difference(done["plain"], done["fused"]) > 1


def test_a_card_that_replaces_what_is_not_there_is_refused(tiny: Tiny, tmp_path: Path) -> None:
    card = {"replaces": [{"component": "unet", "path": str(tmp_path), "file": "gone.safetensors"}]}
    with pytest.raises(PainterUnavailable, match=r"gone\.safetensors is missing"):
        bench(tiny("sdxl"), card=card).warm_up()


def test_the_familys_own_checker_is_left_out(tiny: Tiny, tmp_path: Path) -> None:
    folder = tmp_path / "sd"
    shutil.copytree(tiny("sd"), folder)
    _index(
        folder,
        safety_checker=["stable_diffusion", "StableDiffusionSafetyChecker"],
        requires_safety_checker=True,
    )
    painted(bench(folder), job("sd"))
