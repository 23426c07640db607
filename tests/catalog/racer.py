"""A process that does what others do at the same moment: `python -m tests.catalog.racer URL FOLDER START`."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.catalog.records import Bound
from tests.contracts.catalog import new, recipe

SLUGS = 20


async def main(url: str, folder: str, start: float, seed: int) -> None:
    catalog = Catalog.open(url, Path(folder))
    await asyncio.sleep(start - time.time())
    await catalog.start()
    account = await catalog.accounts.ensure()
    project = await catalog.projects.ensure(account.id, "acme", ProjectSettings())
    found = []
    for at in range(SLUGS):
        asset = new(project.scope, f"fox-{at}", recipe=recipe(seed=seed), tags=["x", f"t{at % 3}"])
        bound = await catalog.assets.bind(asset)
        assert isinstance(bound, Bound)
        assert bound.recipe
        await catalog.tags.add(project.scope, [bound.asset.content_id], [f"of {seed}", "x"])
        found.append((bound.asset.content_id, bound.recipe.seed, bound.is_new))
    print(json.dumps({"project": project.public_id, "found": found}))
    await catalog.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])))
