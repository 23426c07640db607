"""A mask of OpenAI's, which is transparent where the picture may change, as the painter gets it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import pyvips

from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.recipe import Abilities
from tests.origin import running_origin
from tests.web.inliner.shop import Shop, photo
from tests.web.openai.server import EDITS, mask, send


@pytest.mark.parametrize(("later", "status"), [("false", 200), ("true", 202)])
async def test_what_is_transparent_is_light(tmp_path: Path, later: str, status: int) -> None:
    able = Abilities(instructions=True, inpaint=True)
    painter = FakePainter(replace(MODEL, name="brush", abilities=able, trained=True))
    async with running_origin(tmp_path, painter) as origin:
        account = await origin.parts.catalog.accounts.ensure()
        _, secret = await origin.parts.catalog.keys.create(account.id, "key", "manage")
        files = {"image": ("a.png", photo()), "mask": ("m.png", mask())}
        fields = {"prompt": "a red door", "model": "brush", "async": later}
        answer = await send(Shop(origin, account.id, secret), EDITS, files, **fields)
        assert answer.status_code == status, answer.text
        while not painter.inputs:
            await asyncio.sleep(0.01)
        (inputs,) = painter.inputs.values()
    assert inputs.mask
    light = pyvips.Image.new_from_buffer(inputs.mask, "")
    assert light.getpoint(10, 100)[0] == 255
    assert light.getpoint(290, 100)[0] == 0
