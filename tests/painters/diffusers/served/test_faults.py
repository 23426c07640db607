"""Models behind the real server, when something breaks."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.served.conftest import FLAGS, folder, opened, slugs
from tests.served import Served, descendants, served

FOX = "a-red-fox_64x64.png"


def painter_of(server: Served) -> int | None:
    """The process in which models are."""
    return next((number for number in descendants(server.process.pid) if _is_bench(number)), None)


def _is_bench(number: int) -> bool:
    try:
        return b"painters.diffusers.bench" in Path(f"/proc/{number}/cmdline").read_bytes()
    except FileNotFoundError:
        return False


async def test_a_painter_killed_while_it_paints_costs_a_retry_and_the_picture_is_the_same(
    tiny: Tiny, tmp_path: Path
) -> None:
    path, family = f"/sd/{FOX}", {"sd": tiny("sd")}
    data = folder(tmp_path / "data", family, steps=120)
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        asked = asyncio.create_task(server.get(path))
        async with asyncio.timeout(60):
            while not (await server.get(f"{path}.json", prefer="wait=0")).json().get("progress"):
                await asyncio.sleep(0.01)
        assert not asked.done()
        killed = painter_of(server)
        assert killed
        os.kill(killed, signal.SIGKILL)
        answer = await asked
        assert answer.status_code == 200
        assert await server.metric("imgorigin_painter_restarts") == 1
        assert painter_of(server) not in (None, killed)
        first = answer.content
    shutil.rmtree(data / "store")
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        assert (await server.get(path)).content == first
        assert await server.metric("imgorigin_paints_total") == 1


def _halve(folder: Path) -> None:
    file = max(folder.glob("unet/*.safetensors"), key=lambda path: path.stat().st_size)
    os.truncate(file, file.stat().st_size // 2)


async def test_a_damaged_model_says_so_and_what_is_painted_is_served(tiny: Tiny, tmp_path: Path) -> None:
    path, copy = f"/sd/{FOX}", tmp_path / "model"
    shutil.copytree(tiny("sd"), copy)
    data = folder(tmp_path / "data", {"sd": copy})
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        painted = (await server.get(path)).content
    _halve(copy)
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        assert (await server.get(path)).content == painted
        drawn = await server.get(f"/sketches/{FOX}")
        assert opened(drawn.content).size == (64, 64)
        refused, ready = await server.get("/sd/an-owl_64x64.png"), await server.get("/readyz")
        assert (refused.status_code, ready.status_code) == (503, 503)
        assert refused.json()["type"] == "urn:imgorigin:problem:painter-unavailable"
        for told in (refused.json()["detail"], ready.json()["painter"]):
            assert "The model tiny-sd cannot be loaded: unet/" in told
            assert str(tmp_path) not in told
        assert int(refused.headers["retry-after"]) > 0


async def test_one_damaged_model_of_two_stops_the_other_not(tiny: Tiny, tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(tiny("sd"), copy)
    _halve(copy)
    data = folder(tmp_path / "data", {"sdxl": tiny("sdxl"), "sd": copy})
    async with served(data, "--model", slugs("sdxl", "sd"), *FLAGS) as server:
        assert (await server.get(f"/sd/{FOX}")).status_code == 503
        assert (await server.get(f"/sdxl/{FOX}")).status_code == 200
        assert (await server.get("/readyz")).status_code == 200


async def test_a_damaged_default_model_takes_no_other_down(tiny: Tiny, tmp_path: Path) -> None:
    copy, log = tmp_path / "model", tmp_path / "log"
    shutil.copytree(tiny("sd"), copy)
    _halve(copy)
    data = folder(tmp_path / "data", {"sd": copy, "sdxl": tiny("sdxl")})
    async with served(data, "--model", slugs("sd", "sdxl"), *FLAGS, log=log) as server:
        assert (await server.get(f"/sdxl/{FOX}")).status_code == 200
        refused = await server.get(f"/demo/{FOX}")
        assert (refused.status_code, refused.headers["cache-control"]) == (503, "no-store")
        assert "The model tiny-sd cannot be loaded" in refused.json()["detail"]
        assert (await server.get("/sdxl/an-owl_64x64.png")).status_code == 200
        assert await server.metric("imgorigin_painter_restarts") == 0
    assert "diffusion_pytorch_model.safetensors is damaged" in log.read_text()


async def test_flipped_bits_in_weights_are_an_error_that_is_not_kept(tiny: Tiny, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    copy = tmp_path / "model"
    shutil.copytree(tiny("sd"), copy)
    file = next(copy.glob("unet/*.safetensors"))
    tensors = load_file(file)
    tensors["conv_in.bias"][0] = float("nan")
    save_file(tensors, file, metadata={"format": "pt"})
    data = folder(tmp_path / "data", {"sd": copy})
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        answer = await server.get(f"/sd/{FOX}")
        assert (answer.status_code, answer.json()["type"]) == (500, "urn:imgorigin:problem:paint-failed")
        assert "not finite" in answer.json()["detail"]
        assert answer.headers["cache-control"] == "no-store"
        assert await server.metric("imgorigin_paints_total") == 0
    assert not [path for path in (data / "store").rglob("*") if path.is_file() and "fox" in path.name]


def test_a_torn_lora_is_named_at_the_start(tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "torn.safetensors").write_bytes(b"torn")
    row = f'\n[tiny-sd.loras]\ntorn = {{ source = "{tmp_path}", file = "torn.safetensors" }}\n'
    data = folder(tmp_path / "data", {"sd": tiny("sd")}, more=row)
    command = [
        sys.executable,
        "-m",
        "imgorigin",
        "serve",
        "--port",
        "0",
        "--data",
        str(data),
        "--model",
        "tiny-sd",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "The LoRA 'torn' of tiny-sd" in done.stderr
    assert "Traceback" not in done.stderr
