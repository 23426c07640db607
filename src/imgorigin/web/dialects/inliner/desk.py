"""What the calls of this API work with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, Protocol

from imgorigin.address import Limits
from imgorigin.bindings import Bindings
from imgorigin.budgets import Budgets
from imgorigin.catalog.records import Asset
from imgorigin.catalog.scope import Scope
from imgorigin.plans import Plans
from imgorigin.service import Service
from imgorigin.uploads import Intake
from imgorigin.vision.seeing import Eyes
from imgorigin.web.dialects import asking
from imgorigin.web.dialects.models import Painters

Action = Literal[
    "describe", "tag", "untag", "retag", "delete", "rename", "generate", "edit", "upload",
    "create project", "set project",
]  # fmt: skip
"""As the audit writes them down."""


class Purging(Protocol):
    """Takes pictures out of every tier, on every host, and out of CDNs."""

    async def purge(self, project: str, slug: str) -> int:
        """Every rendition of a picture. Gives how many files that were."""
        ...

    async def delete(self, scope: Scope, content_ids: Collection[str]) -> tuple[Asset, ...]:
        """Pictures from the catalog, and all that is kept of them. Gives what was deleted. Raises NotFound,
        and deletes nothing, if one of them is not there."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(asking.Reception):
    service: Service
    bindings: Bindings
    intake: Intake
    eyes: Eyes
    painters: Painters
    plans: Plans
    budgets: Budgets
    limits: Limits
    purger: Purging


Asked = asking.Asked[Desk]
