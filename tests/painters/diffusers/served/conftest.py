"""One server with a tiny model of each family, for all tests that only ask."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from PIL import Image

from tests.painters.diffusers.conftest import Tiny
from tests.served import Served, served

WORDS: Final = ("sd", "sdxl", "sd3", "flux", "kontext", "klein", "zimage", "qwen", "sana")
"""Families that paint from words."""
FLAGS: Final = ("--device", "cpu", "--batch-wait", "0", "--access-log", "none")


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """More are slower where pictures are this small."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server(tiny: Tiny, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    from tests.painters.diffusers.loras import save_lora

    root = tmp_path_factory.mktemp("origin")
    save_lora("sd", root)
    save_lora("flux", root)
    loras = (
        "\n[tiny-sd.loras]\n"
        f'ink = {{ source = "{root}", file = "sd-1.safetensors" }}\n'
        f'stray = {{ source = "{root}", file = "flux-1.safetensors" }}\n'
    )
    data = folder(root / "data", {name: tiny(name) for name in (*WORDS, "pix2pix")}, more=loras)
    with (data / "projects.toml").open("a") as projects:
        for name in ("ink", "stray", "none"):
            projects.write(f'[{name}]\nmodel = "tiny-sd"\nlora = "{name}"\n')
        projects.write('[pale]\nmodel = "tiny-sd"\nnegative_prompt = "a lake"\n')
    (root / "words").write_text("blorb\n")
    flags = ("--model", slugs(*WORDS, "pix2pix"), "--blocklist", str(root / "words"), *FLAGS)
    async with served(data, *flags) as origin:
        yield origin


def folder(data: Path, families: dict[str, Path], *, steps: int = 2, more: str = "") -> Path:
    """A data folder with a model and a project for each of these folders, and a project of sketches."""
    data.mkdir()
    row = f"steps = {{ default = {steps}, least = 1, most = 1000 }}\nnative_area = 4096\n"
    models = "".join(f'[tiny-{name}]\nsource = "{path}"\n{row}' for name, path in families.items())
    projects = "".join(f'[{name}]\nmodel = "tiny-{name}"\n' for name in families)
    (data / "models.toml").write_text(models + more)
    (data / "projects.toml").write_text(f'[demo]\n[sketches]\nmodel = "sketch"\n{projects}')
    return data


def slugs(*families: str) -> str:
    return ",".join(f"tiny-{name}" for name in families)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
