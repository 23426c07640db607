"""The official npm package `openai` as a client of a server that listens."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Final

import pytest

from tests.real.binaries import require_binary
from tests.web.inliner.shop import Shop, photo
from tests.web.openai.listening import listening

SCRIPT: Final = Path(__file__).with_name("client.cjs")


async def found(node: str) -> None:
    """Whether the package is where node looks. Where not, the test is skipped."""
    looking = await asyncio.create_subprocess_exec(node, "-e", 'require("openai")', stderr=DEVNULL)
    if await looking.wait() == 0:
        return
    pytest.skip("no npm package openai: npm install --prefix DIR openai; NODE_PATH=DIR/node_modules")


async def test_it_paints_edits_streams_lists_and_is_told_errors(shop: Shop, tmp_path: Path) -> None:
    program = require_binary("node", "nodejs")
    await found(program)
    file = tmp_path / "photo.png"
    file.write_bytes(photo())
    async with listening(shop.origin.app) as url:
        node = await asyncio.create_subprocess_exec(
            *(program, str(SCRIPT), f"{url}/v1", shop.secret, str(file)), stdout=PIPE, stderr=PIPE
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
