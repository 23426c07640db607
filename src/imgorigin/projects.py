"""The projects as a server knows them: a snapshot of the catalog's, kept fresh. No hit waits for SQL."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import structlog

from imgorigin.address import IMAGES, PRIVATE, REVALIDATED, Address
from imgorigin.catalog.projects import ProjectRow, ProjectRows, ProjectSettings
from imgorigin.errors import CatalogUnavailable, NoProject, SettingsError
from imgorigin.flight import finished
from imgorigin.recipe import Abilities, Manner, Model

REFRESH_SECONDS: Final = 1.0
"""After which a change made by another process is known here."""

_NEEDS: Final[Mapping[str, Callable[[Abilities], bool]]] = {
    "negative_prompt": lambda able: able.negative_prompt,
    "lora": lambda able: able.loras,
}
"""Settings of a project, and whether a model can do what they ask of it."""
_ALSO_NEEDS: Final[Mapping[str, Callable[[Abilities], bool]]] = {
    **_NEEDS,
    "reference_image": lambda able: able.references > 0 or able.image_to_image,
}
"""And what is of no use, but keeps no server from starting."""

Changed = Callable[[ProjectRow, ProjectRow], None]
"""Is told of a project before and after."""

log = structlog.get_logger(__name__)


class Projects:
    """All projects, by name. Empty until the first refresh."""

    def __init__(self, rows: ProjectRows) -> None:
        self._rows = rows
        self._by_name: Mapping[str, ProjectRow] = {}
        self._learned: dict[str, ProjectRow] = {}
        self._read_at = -REFRESH_SECONDS
        self._listeners: list[Changed] = []
        self._reading = asyncio.Lock()

    @property
    def all(self) -> tuple[ProjectRow, ...]:
        return tuple(self._by_name.values())

    @property
    def open(self) -> list[str]:
        """Names of those in which anyone's picture is painted."""
        return [
            name
            for name, project in self._by_name.items()
            if project.settings.paint == "open" and not project.settings.private
        ]

    def known(self, name: str) -> ProjectRow | None:
        """As the snapshot has it."""
        return self._by_name.get(name)

    async def get(self, name: str) -> ProjectRow:
        """One that the snapshot has not may be newer than it. Raises NoProject, or CatalogUnavailable if that
        cannot be told."""
        if found := self._by_name.get(name):
            return found
        await self.refresh()
        try:
            return self._by_name[name]
        except KeyError:
            raise NoProject(name) from None

    def of(self, account_id: int, id_or_name: str = "") -> ProjectRow | None:
        """One of the account's, as the snapshot has it: by the API's projectId or by name, else its default
        one."""
        if found := self._by_name.get(id_or_name):
            return found if found.account_id == account_id else None
        own = (row for row in self._by_name.values() if row.account_id == account_id)
        return next((row for row in own if _is_meant(row, id_or_name)), None)

    def plan_of(self, account_id: int) -> str | None:
        """The name of an account's plan, as the snapshot has it; None for one that has no project there."""
        return next((row.plan for row in self._by_name.values() if row.account_id == account_id), None)

    def listen(self, changed: Changed) -> None:
        self._listeners.append(changed)

    async def refresh(self) -> None:
        """Unless that was done less than REFRESH_SECONDS ago. Raises CatalogUnavailable."""
        async with self._reading:
            if time.monotonic() - self._read_at < REFRESH_SECONDS:
                return
            self._learned.clear()
            before, rows = self._by_name, await self._rows.all()
            self._by_name = {row.name: row for row in rows} | self._learned
            self._read_at = time.monotonic()
        for row in rows:
            self._tell(before.get(row.name), row)

    def learn(self, row: ProjectRow) -> None:
        """What the catalog said of a project just now, which may be newer than what is known here."""
        before = self._by_name.get(row.name)
        self._by_name = {**self._by_name, row.name: row}
        if row.is_default:
            self._by_name = {name: _beside(row, other) for name, other in self._by_name.items()}
        self._learned[row.name] = row
        self._tell(before, row)

    def _tell(self, before: ProjectRow | None, row: ProjectRow) -> None:
        if before and before.settings != row.settings:
            for changed in self._listeners:
                changed(before, row)

    async def run(self) -> None:
        """Keep it fresh, for ever. While the catalog is down what was known holds."""
        while True:
            with contextlib.suppress(CatalogUnavailable):
                await finished(self.refresh())  # a cancelled statement leaves its connection open
            await asyncio.sleep(REFRESH_SECONDS)

    def check(self, models: Mapping[str, Model], default: str) -> None:
        """Raises SettingsError for a project whose model there is none, or cannot do what is asked of it."""
        for project in self.all:
            check_manner(project.name, project.settings, models, default)


def _beside(default: ProjectRow, other: ProjectRow) -> ProjectRow:
    """An account has one default project."""
    is_other = other.account_id == default.account_id and other.id != default.id
    return replace(other, is_default=False) if is_other and other.is_default else other


def _is_meant(row: ProjectRow, id_or_name: str) -> bool:
    return row.public_id == id_or_name if id_or_name else row.is_default


def check_manner(name: str, settings: ProjectSettings, models: Mapping[str, Model], default: str) -> None:
    """Raises SettingsError."""
    model = models.get(settings.default_model or default)
    if not model:
        known = ", ".join(sorted(models))
        raise SettingsError(
            f"Project {name}.model: there is no {settings.default_model!r} on this server. Known: {known}."
        )
    for field, is_able in _NEEDS.items():
        if getattr(settings, field) and not is_able(model.abilities):
            able = [other for other, known in sorted(models.items()) if is_able(known.abilities)]
            who = f"Those that do here: {', '.join(able)}." if able else "No model of this server does."
            raise SettingsError(f"Project {name}.{field}: the model {model.name} takes none. {who}")


def unheeded(settings: ProjectSettings, model: Model) -> tuple[str, ...]:
    """Settings of a project for which a model refuses every new picture."""
    return tuple(
        name
        for name, is_able in _ALSO_NEEDS.items()
        if getattr(settings, name) and not is_able(model.abilities)
    )


def manner_of(project: ProjectRow) -> Manner:
    """How what is new in a project is painted."""
    told = project.settings
    return Manner(
        told.style,
        told.negative_prompt,
        told.lora,
        told.lora_weight,
        told.custom_prompt,
        told.reference_image,
    )


def shelf_of(project: ProjectRow, address: Address, *, expires: bool = False) -> str:
    """Where in the store a rendition of the project lies (see address.SHELVES). One of a picture that expires
    is never where caches may keep it for good."""
    if project.settings.private:
        return PRIVATE
    revalidated = expires or (project.settings.revalidate and not address.is_lasting)
    return REVALIDATED if revalidated else IMAGES


def shelves_of(project: ProjectRow | None, address: Address) -> tuple[str, ...]:
    """Where a rendition may lie, for whoever does not know whether it expires. Of a project that is not known
    it may be public."""
    usual = shelf_of(project, address) if project else IMAGES
    return (IMAGES, REVALIDATED) if usual == IMAGES else (usual,)
