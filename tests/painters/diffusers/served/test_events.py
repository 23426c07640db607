"""Previews of a running painting, from the device to the client."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.served.conftest import FLAGS, folder, opened, slugs
from tests.served import served

pytestmark = pytest.mark.asyncio(loop_scope="session")

STEPS = 60


async def test_previews_come_while_a_picture_is_painted(tiny: Tiny, tmp_path: Path) -> None:
    data = folder(tmp_path / "data", {"sd": tiny("sd")}, steps=STEPS)
    async with served(data, "--model", slugs("sd"), *FLAGS) as server:
        heard = []
        async with server.client.stream("GET", "/content/events/sd/a-red-fox_64x64.png") as answer:
            name = ""
            async for line in answer.aiter_lines():
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    heard.append((name, json.loads(line.removeprefix("data: "))))
        previews = [told for name, told in heard if name == "preview"]
        assert [name for name, _ in heard][-1] == "ready"
        assert previews
        steps = [told["step"] for told in previews]
        assert steps == sorted(steps)
        assert steps[0] < STEPS
        picture = opened(base64.b64decode(previews[0]["preview"].removeprefix("data:image/png;base64,")))
        assert (picture.format, picture.mode, picture.width == picture.height) == ("PNG", "RGB", True)
        shown = await server.get(heard[-1][1]["url"])
        assert opened(shown.content).size == (64, 64)
