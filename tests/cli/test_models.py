"""`imgorigin models`, as a person types it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import imgorigin as imgorigin_package
from tests.cli.test_cli import imgorigin
from tests.extras import require_extra
from tests.models.folders import pipeline, tensors, written
from tests.models.hub import FakeHub, running
from tests.models.test_lora_families import lora

SOURCE = "owner/model"


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    require_extra("diffusers", "huggingface_hub")
    with running(FakeHub({SOURCE: pipeline()})) as found:
        yield found


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "data").mkdir()
    return {"IMGORIGIN_DATA": str(tmp_path / "data"), "HF_HOME": str(tmp_path / "hf"), "HF_HUB_CACHE": ""}


def test_list_names_licences_and_sizes_on_one_line_each(environ: dict[str, str]) -> None:
    lines = imgorigin("models", "list", **environ).stdout.splitlines()
    rows = {line.split()[0]: line for line in lines if line}
    assert rows["flux-2-klein-4b"].split()[1:] == ["★", "Apache-2.0", "~16", "~19", "no"]
    assert "non-commercial" in rows["flux-2-dev"]
    assert "hosted only" in rows["phoenix-1"]
    assert imgorigin("models", "list", "--here", **environ).stdout.count("Apache-2.0") == 0


def test_list_and_show_as_json(environ: dict[str, str]) -> None:
    found = {
        card["slug"]: card for card in json.loads(imgorigin("models", "list", "--json", **environ).stdout)
    }
    assert found["sdxl-turbo"]["commercial"] is False
    assert found["sdxl-turbo"]["weights"]["state"] == "absent"
    shown = json.loads(imgorigin("models", "show", "sdxl-turbo", "--json", **environ).stdout)
    assert shown["steps"] == {"default": 1, "least": 1, "most": 4}


def test_show_says_it_plainly(environ: dict[str, str]) -> None:
    told = imgorigin("models", "show", "flux-kontext-dev", **environ).stdout
    assert "NON-COMMERCIAL USE ONLY" in told
    assert "https://huggingface.co/black-forest-labs/FLUX.1-Kontext-dev" in told
    assert "not here: imgorigin models pull flux-kontext-dev" in told
    assert "configure a remote server" in imgorigin("models", "show", "phoenix-1", **environ).stdout


def test_show_of_a_folder_tells_what_is_wrong_with_it(environ: dict[str, str], tmp_path: Path) -> None:
    folder = str(written(tmp_path / "fox", pipeline()))
    done = imgorigin("models", "show", folder, **environ)
    assert (done.returncode, "StableDiffusionPipeline" in done.stdout, "complete" in done.stdout) == (
        0,
        True,
        True,
    )
    assert "512x512 pixels or as many" in done.stdout
    assert "estimated" not in done.stdout
    verified = imgorigin("models", "show", folder, "--verify", **environ).stdout
    assert "3 files cannot be verified: no hash of theirs was published" in verified
    assert "every hash is right" not in verified
    (tmp_path / "fox/vae/diffusion_pytorch_model.safetensors").write_bytes(tensors()[:-1])
    done = imgorigin("models", "show", folder, **environ)
    assert done.returncode == 1
    assert "vae/diffusion_pytorch_model.safetensors is damaged" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "flux-schnel"], "There is no model 'flux-schnel'. Did you mean 'flux-schnell'?"),
        (["pull", "lucid-origin"], "Lucid Origin cannot be fetched"),
        (["remove", "sd-turbos"], "There is no model 'sd-turbos'. Did you mean 'sd-turbo'?"),
        (["remove", "."], "holds no pipeline"),
        (["pull", "./nowhere"], "There is no folder ./nowhere"),
    ],
)
def test_mistakes_are_one_sentence(environ: dict[str, str], arguments: list[str], told: str) -> None:
    done = imgorigin("models", *arguments, **environ)
    assert done.returncode == 1
    assert done.stderr.startswith("imgorigin: ")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_lora_of_another_family_is_told_and_not_refused(environ: dict[str, str], tmp_path: Path) -> None:
    name = "transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight"
    written(tmp_path / "fox", pipeline())
    written(tmp_path / "loras", {"ink.safetensors": lora({name: [4, 3072]})})
    (tmp_path / "data/models.toml").write_text(
        f'[mine]\nsource = "{tmp_path / "fox"}"\n[mine.loras.ink]\nsource = "{tmp_path / "loras"}"'
    )
    told = "'ink' of mine was made for FLUX.1, Chroma or AuraFlow, and mine is Stable Diffusion 1"
    shown = imgorigin("models", "show", "mine", **environ)
    assert (shown.returncode, told in shown.stdout) == (0, True)
    (warning,) = json.loads(imgorigin("models", "show", "mine", "--json", **environ).stdout)["warnings"]
    assert told in warning
    assert told in imgorigin("doctor", "--model", "mine", **environ).stdout


def test_pull_and_remove(environ: dict[str, str], hub: FakeHub) -> None:
    environ |= {"HF_ENDPOINT": hub.url}
    done = imgorigin("models", "pull", SOURCE, **environ)
    assert done.returncode == 0, done.stderr
    assert "unet/diffusion_pytorch_model.safetensors" in done.stderr
    assert "owner/model is complete" in done.stdout
    assert (
        "complete, every hash is right" in imgorigin("models", "show", SOURCE, "--verify", **environ).stdout
    )
    shown = json.loads(imgorigin("models", "show", SOURCE, "--verify", "--json", **environ).stdout)
    assert (shown["weights"]["state"], shown["revision"], shown["family"]) == (
        "complete",
        hub.commit,
        "StableDiffusionPipeline",
    )
    assert "nothing was to fetch" in imgorigin("models", "pull", SOURCE, **environ).stdout
    unsure = imgorigin("models", "remove", SOURCE, **environ)
    assert unsure.returncode == 1
    assert re.search(r"deletes owner/model \(\d\.\d kB\), .*say --yes", unsure.stderr)
    removed = imgorigin("models", "remove", SOURCE, "--yes", **environ).stdout
    assert re.search(r"owner/model: \d\.\d kB freed", removed)
    assert imgorigin("models", "remove", SOURCE, **environ).stdout == "owner/model: nothing was there\n"
    assert (
        "owner/model: nothing was there" in imgorigin("models", "remove", SOURCE, "--yes", **environ).stdout
    )


def test_a_gated_model_says_what_to_do(environ: dict[str, str], hub: FakeHub) -> None:
    hub.gated.add(SOURCE)
    environ |= {"HF_ENDPOINT": hub.url}
    refused = imgorigin("models", "pull", SOURCE, **environ)
    assert refused.returncode == 1
    assert "HF_TOKEN=hf_... imgorigin models pull owner/model" in refused.stderr
    assert imgorigin("models", "pull", SOURCE, **environ, HF_TOKEN=hub.token).returncode == 0


def test_without_the_extra_the_command_that_installs_it_is_named(
    environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "huggingface_hub.py").write_text("raise ModuleNotFoundError('huggingface_hub')")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = imgorigin("models", "pull", SOURCE, **environ, PYTHONPATH=path)
    assert "pip install -c constraints.txt '.[diffusers]'" in done.stderr
    assert imgorigin("models", "list", **environ, PYTHONPATH=path).returncode == 0


def test_a_model_without_a_card_is_pulled_by_its_hub_id(environ: dict[str, str]) -> None:
    told = "imgorigin models pull owner/model"
    shown = imgorigin("models", "show", SOURCE, **environ).stdout
    assert f"not here: {told}" in shown
    labels = [line.split()[0] for line in shown.splitlines()[1:]]
    assert labels == ["licence", "source", "revision", "pipeline", "weights"], "no more is known"
    assert f"Fetch them: {told}" in imgorigin("doctor", "--model", SOURCE, **environ).stdout


def test_every_command_that_an_error_names_is_there() -> None:
    package = Path(imgorigin_package.__file__).parent
    named = {
        verb
        for path in package.rglob("*.py")
        for verb in re.findall(r"imgorigin models (\w+)", path.read_text())
    }
    assert "show" in named
    assert named <= {"list", "show", "pull", "remove"}


def test_doctor_looks_at_the_models_that_are_set(environ: dict[str, str], tmp_path: Path) -> None:
    lacking = imgorigin("doctor", "--model", "flux-schnell", "--model", "sd-turbo", **environ)
    assert lacking.returncode == 1
    for slug in ("flux-schnell", "sd-turbo"):
        assert f"Fetch them: imgorigin models pull {slug}" in lacking.stdout
    folder = written(tmp_path / "fox", pipeline())
    size = f"{sum(map(len, pipeline().values())) / 1000:.1f} kB"
    assert f"fox ({size}): complete" in imgorigin("doctor", "--model", str(folder), **environ).stdout
    assert "none set: the sketch painter paints" in imgorigin("doctor", **environ).stdout
