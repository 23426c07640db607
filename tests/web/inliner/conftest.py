"""The API on a real catalog, with keys of every scope."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from tests.web.inliner.api import Api, begun, running_api
from tests.web.inliner.shop import Shop, open_shop

Begun = tuple[Path, Mapping[str, str]]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """A catalog that was begun, and its keys."""
    folder = tmp_path_factory.mktemp("begun")
    return folder / "catalog.sqlite", asyncio.run(begun(folder))


@pytest.fixture
async def api(template: Begun, tmp_path: Path) -> AsyncIterator[Api]:
    catalog, keys = template
    shutil.copy(catalog, tmp_path / "catalog.sqlite")
    async with running_api(tmp_path, keys) as api:
        yield api


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    async with open_shop(tmp_path) as shop:
        yield shop
