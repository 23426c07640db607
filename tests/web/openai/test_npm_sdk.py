"""The official npm package `openai` as a client of a server that listens."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import Final

import pytest

from tests.web.inliner.shop import Shop, photo
from tests.web.openai.listening import listening

SCRIPT: Final = Path(__file__).with_name("client.cjs")
NODE: Final = shutil.which("node") or ""


def _has_package() -> bool:
    found = subprocess.run([NODE, "-e", 'require("openai")'], capture_output=True, check=False)
    return found.returncode == 0


pytestmark = [
    pytest.mark.skipif(not NODE, reason="needs node"),
    pytest.mark.skipif(
        bool(NODE) and not _has_package(),
        reason="needs the npm package: npm install --prefix DIR openai, and NODE_PATH=DIR/node_modules",
    ),
]


async def test_it_paints_edits_streams_lists_and_is_told_errors(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(photo())
    async with listening(shop.origin.app) as url:
        node = await asyncio.create_subprocess_exec(
            *(NODE, str(SCRIPT), f"{url}/v1", shop.secret, str(file)), stdout=PIPE, stderr=PIPE
        )
        out, errors = await node.communicate()
    assert node.returncode == 0, errors.decode()
    told = json.loads(out)
    assert told["urls"][0].rpartition("/")[2] == "watercolor-fox_256x256.png"
    assert len(set(told["urls"])) == 2
    assert told["edited"] == "300x200"
    assert told["events"] == ["image_generation.completed"]
    assert told["models"] == ["fake"]
    assert told["error"] == [400, "missing_prompt", "prompt"]
