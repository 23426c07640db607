"""What a picture is said to show, when another painting of it is shown.

Titles, alt texts and tags that were the painter's are the painter's again; what somebody wrote stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from imgorigin.catalog.assets import Description
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.records import Asset
from imgorigin.imaging.master import Master, master_key
from imgorigin.stores.base import Store

TEXTS: Final = ("title", "alt", "caption")


@dataclass(frozen=True, slots=True)
class Retelling:
    catalog: Catalog
    store: Store

    async def tell(self, before: Asset, shown: Asset) -> Asset:
        """The picture as it is `shown` now, with words of its own. Where a master is lost nothing is known of
        its words, and nothing changes. Raises StoreUnavailable, CatalogUnavailable."""
        old, new = await self._facts(before), await self._facts(shown)
        if not (old and new):
            return shown
        texts: dict[str, Any] = {
            name: str(new.get(name, ""))
            for name in TEXTS
            if old.get(name) != new.get(name) and getattr(shown, name) == str(old.get(name, ""))
        }
        if texts:
            description = Description(**texts)
            shown = await self.catalog.assets.describe(shown.scope, shown.content_id, description)
        if _tags(new) != _tags(old) == frozenset(map(str.casefold, shown.tags)):
            tags = list(map(str, new.get("tags", ())))
            await self.catalog.tags.replace(shown.scope, [shown.content_id], tags)
            shown = await self.catalog.assets.get(shown.scope, shown.content_id)
        return shown

    async def _facts(self, asset: Asset) -> Mapping[str, Any]:
        """That the painter told of the version that the asset shows."""
        version = await self.catalog.versions.at(asset.project, asset.slug, asset.version)
        if not (version and version.recipe):
            return {}
        blob = await self.store.get(master_key(version.recipe))
        return Master.from_bytes(blob.data).facts if blob else {}


def _tags(facts: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(tag).casefold() for tag in facts.get("tags", ()))
