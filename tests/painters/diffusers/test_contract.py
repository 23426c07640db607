"""The contract of painters, by tiny pipelines in a process of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from imgorigin.crew import painters_of
from imgorigin.errors import Unsupported
from imgorigin.painters.base import Painter
from imgorigin.settings import Settings
from tests.contracts.painters import PainterContract, recipe
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.served.conftest import folder, slugs

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module", params=["sd", "flux", "klein"])
async def painter(
    request: pytest.FixtureRequest, tiny: Tiny, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Painter]:
    """One process for all tests of a family; the last of them closes it."""
    family = str(request.param)
    data = folder(tmp_path_factory.mktemp(family) / "data", {family: tiny(family)})
    settings = Settings(data=data, model=(slugs(family),), device="cpu", batch_wait=0)
    made = painters_of(settings)[0]
    await made.start()
    yield made
    await made.close()


class TestDiffusers(PainterContract):
    async def test_what_it_cannot_is_unsupported(self, painter: Painter) -> None:
        for wish in ({"steps": 5000}, {"lora": "nobody"}):
            with pytest.raises(Unsupported):
                await painter.paint(recipe(painter, **wish))

    async def test_it_is_well_until_it_is_closed_and_then_paints_no_more(self, painter: Painter) -> None:
        """Last, for it closes what the others share."""
        await super().test_it_is_well_until_it_is_closed_and_then_paints_no_more(painter)
