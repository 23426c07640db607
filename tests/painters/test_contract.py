"""The contract of painters, by those that need no torch."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pyvips

from imgorigin.crew import sketch_painter
from imgorigin.painters.fake import FakePainter
from imgorigin.painters.process import ProcessPainter
from imgorigin.painters.remote import Remote, RemotePainter
from imgorigin.recipe import Abilities, Model
from imgorigin.settings import Settings
from tests.contracts.painters import PainterContract

FAR = Model("far", "1", 64 * 64, 8, 4, trained=True, abilities=Abilities())


class TestSketch(PainterContract):
    @pytest.fixture
    async def painter(self, tmp_path: Path) -> AsyncIterator[ProcessPainter]:
        made = sketch_painter(Settings(data=tmp_path))
        yield made
        await made.close()


class TestFake(PainterContract):
    @pytest.fixture
    async def painter(self) -> FakePainter:
        return FakePainter()


class TestRemote(PainterContract):
    @pytest.fixture
    async def painter(self) -> AsyncIterator[RemotePainter]:
        there = Remote("https://far.example/v1", "their-name")
        made = RemotePainter(FAR, there, timeout=5, transport=httpx.MockTransport(paints))
        yield made
        await made.close()


def paints(request: httpx.Request) -> httpx.Response:
    """A flat colour of what was asked, at a size of the server's own."""
    color = list(hashlib.sha256(request.content).digest()[:3])
    image = pyvips.Image.black(96, 96).new_from_image(color).cast("uchar").write_to_buffer(".png")
    return httpx.Response(200, json={"data": [{"b64_json": base64.b64encode(image).decode()}]})
