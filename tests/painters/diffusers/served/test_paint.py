"""`imgorigin paint --model`: a model tried without a server."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from PIL import Image, ImageChops

from imgorigin.painters.diffusers.pixels import png
from tests.cli.test_cli import imgorigin
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import pixels
from tests.painters.diffusers.served.conftest import FLAGS, folder, opened, slugs
from tests.served import served


async def test_it_is_the_picture_that_a_server_shows(tiny: Tiny, tmp_path: Path) -> None:
    data, file = folder(tmp_path / "data", {"sd": tiny("sd")}), tmp_path / "fox.png"
    flags = ("--data", str(data), "--model", slugs("sd"), "--device", "cpu", "--size", "64x64")
    done = await asyncio.to_thread(imgorigin, "paint", "a red fox", "-o", str(file), *flags)
    assert done.returncode == 0, done.stderr
    assert "64x64  by tiny-sd" in done.stdout
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        shown = opened((await server.get("/demo/a-red-fox_64x64.png")).content)
    with Image.open(file) as image:
        assert not ImageChops.difference(image.convert("RGB"), shown.convert("RGB")).getbbox()


def test_a_folder_and_a_seed_are_enough(tiny: Tiny, tmp_path: Path) -> None:
    pictures = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.jpg"
        flags = ("--model", str(tiny("sd")), "--device", "cpu", "--seed", seed, "--size", "64x32")
        done = imgorigin("paint", "an owl", "-o", str(file), *flags, IMGORIGIN_DATA=str(tmp_path))
        assert done.returncode == 0, done.stderr
        pictures.append(png(pixels(file.read_bytes())))
    assert pictures[0] != pictures[1]


def test_what_a_model_cannot_do_is_one_line(tiny: Tiny, tmp_path: Path) -> None:
    for arguments, told in (
        (("--model", str(tiny("pix2pix"))), "The model pix2pix cannot paint from words alone."),
        (("--model", str(tiny("sd")), "-o", "fox.svg"), "imgorigin: format:"),
        (("--model", str(tiny("sd")), "--device", "mps"), "this machine has no Apple GPU"),
        (("--model", "flux-schnel"), "There is no model 'flux-schnel'. Did you mean 'flux-schnell'?"),
        (("--model", "flux-schnell"), "Fetch them: imgorigin models pull flux-schnell"),
    ):
        environ = {"IMGORIGIN_DATA": str(tmp_path), "HF_HUB_CACHE": str(tmp_path / "hub")}
        done = imgorigin("paint", "a fox", "-o", str(tmp_path / "x.png"), *arguments, **environ)
        assert done.returncode == 1
        assert told in done.stderr
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "x.png").exists()


def test_damaged_weights_are_told_in_one_line(tiny: Tiny, tmp_path: Path) -> None:
    torn = tmp_path / "torn"
    shutil.copytree(tiny("sd"), torn)
    weights = next((torn / "unet").glob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1])
    done = imgorigin("paint", "a fox", "--model", str(torn), IMGORIGIN_DATA=str(tmp_path))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "unet/diffusion_pytorch_model.safetensors is damaged" in line and "server" not in line
