"""How long pictures are kept: for good, or for a number of days that a project, its plan or the API says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from imgorigin.caller import Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.plans import Dialect, Plans

USUAL: Final[Mapping[str, int]] = {"imageai": 30}
"""Days by dialect, where nothing else is set: as the Image AI API documents it."""
WEB: Final = "web"
"""Pictures that are made by asking for their address."""


class Retention:
    """`by_dialect` are days; 0: for good."""

    def __init__(self, plans: Plans | None = None, by_dialect: Mapping[Dialect, int] | None = None) -> None:
        self._plans = plans or Plans()
        told: Mapping[Any, int] = by_dialect or {}
        self._by_dialect: Mapping[str, int] = {**USUAL, **told}

    def days(self, project: ProjectRow, caller: Caller) -> int | None:
        """The fewest that anything says; None: for good."""
        told = (
            project.settings.retention_days,
            self._plans.of(project.plan).retention_days,
            self._by_dialect.get(caller.dialect or WEB),
        )
        return min((days for days in told if days), default=None)

    def until(self, project: ProjectRow, caller: Caller, made: datetime) -> datetime | None:
        """The end of a picture that is made now; None: there is none."""
        days = self.days(project, caller)
        return made + timedelta(days=days) if days else None
