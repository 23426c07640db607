"""Accounts and their projects, with all that is set for each."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Row, Select, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from imgorigin.address import PROJECT_NAMES, is_project_name
from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import accounts, counts, now, projects
from imgorigin.catalog.words import clean
from imgorigin.errors import Conflict, InvalidRequest, NoProject, NotFound

Paint = Literal["open", "referer", "signed", "keyed", "frozen"]

DEFAULT_ACCOUNT: Final = "default"
SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Account:
    """`plan` is the name of one in the settings; empty: the default one."""

    id: int
    name: str
    plan: str
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSettings:
    """What may be set of a project.

    `paint`: who may have new pictures made. `origins`: for `referer`, the sites that may. `signing_secrets`:
    any of them signs; a private project has one from the first, for its pictures are looked at by it.
    `revalidate`: browsers ask each time whether a plain address changed.
    `custom_prompt`, `negative_prompt`, `style`, `default_model`, `lora`, `lora_weight` and `reference_image`
    (the SHA-256 of an upload) enter recipes that are made from now on. Budgets are None where there is no
    bound. New pictures are kept for `retention_days`; None: as their plan or API has it. Without `storage`,
    APIs that can give a picture itself do so, and nothing of it is kept; nothing new is given an address.
    What each may be is said in `changes`.
    """

    display_name: str = ""
    description: str = ""
    paint: Paint = "open"
    private: bool = False
    revalidate: bool = False
    tell_prompt: bool = False
    background: str = "#ffffff"
    custom_prompt: str = ""
    negative_prompt: str = ""
    style: str = ""
    default_model: str = ""
    reference_image: str = ""
    lora: str = ""
    lora_weight: float = 1.0
    origins: tuple[str, ...] = ()
    signing_secrets: tuple[str, ...] = ()
    paints_per_minute: int | None = None
    paints_per_month: int | None = None
    gpu_seconds_per_month: float | None = None
    storage: bool = True
    retention_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """`public_id` is the projectId of the API, `plan` that of its account (see Account)."""

    id: int
    public_id: str
    account_id: int
    plan: str
    name: str
    is_default: bool
    settings: ProjectSettings
    image_count: int
    created: datetime

    @property
    def scope(self) -> Scope:
        return Scope(self.account_id, self.id)


Changes = Callable[[ProjectSettings], Mapping[str, Any]]

_SET: Final = tuple(field.name for field in fields(ProjectSettings))
_LISTS: Final = ("origins", "signing_secrets")


@dataclass(frozen=True, slots=True)
class Accounts:
    database: Database

    async def ensure(self, name: str = DEFAULT_ACCOUNT, plan: str = "") -> Account:
        """The account of this name, made if there is none."""
        query = select(accounts).where(accounts.c.name == name)
        async with self.database.write() as connection:
            adding = insert(connection, accounts).values(name=name, plan=plan, created=now())
            await connection.execute(adding.on_conflict_do_nothing())
            return Account(*(await connection.execute(query)).one())

    async def get(self, account_id: int) -> Account:
        """Raises NotFound."""
        async with self.database.read() as connection:
            row = (await connection.execute(select(accounts).where(accounts.c.id == account_id))).first()
        if not row:
            raise NotFound("There is no such account.")
        return Account(*row)

    async def set_plan(self, account_id: int, plan: str) -> None:
        async with self.database.write() as connection:
            await connection.execute(update(accounts).where(accounts.c.id == account_id).values(plan=plan))


@dataclass(frozen=True, slots=True)
class ProjectRows:
    database: Database

    async def create(
        self, account_id: int, name: str, settings: ProjectSettings, *, is_default: bool = False
    ) -> ProjectRow:
        """The first project of an account is its default one. Raises Conflict if the name is taken,
        InvalidRequest if it cannot be one."""
        project = await self._add(account_id, name, settings, is_default=is_default)
        if not project:
            raise Conflict(f"There is a project {name!r} already.")
        return project

    async def ensure(self, account_id: int, name: str, settings: ProjectSettings) -> ProjectRow:
        """The project of this name, made with these settings if there is none. Raises InvalidRequest if the
        name cannot be one."""
        return await self._add(account_id, name, settings) or await self.by_name(name)

    async def by_name(self, name: str) -> ProjectRow:
        """Whosever it is. Raises NotFound."""
        async with self.database.read() as connection:
            row = (await connection.execute(_select().where(projects.c.name == clean(name)))).first()
        return _found(row, name)

    async def get(self, account_id: int, id_or_name: str) -> ProjectRow:
        """By the API's projectId or by name. Raises NotFound."""
        named = clean(id_or_name)
        query = _select().where(
            projects.c.account_id == account_id,
            (projects.c.public_id == named) | (projects.c.name == named),
        )
        async with self.database.read() as connection:
            row = (await connection.execute(query)).first()
        return _found(row, id_or_name)

    async def default(self, account_id: int) -> ProjectRow:
        """Raises NotFound if the account has no project."""
        query = _select().where(projects.c.account_id == account_id, projects.c.is_default)
        async with self.database.read() as connection:
            row = (await connection.execute(query)).first()
        if not row:
            raise NotFound("There is no project yet.")
        return _project(row)

    async def all(self, account_id: int | None = None) -> tuple[ProjectRow, ...]:
        """By name; of one account, or all there are."""
        query = _select().order_by(projects.c.name)
        if account_id is not None:
            query = query.where(projects.c.account_id == account_id)
        async with self.database.read() as connection:
            return tuple(map(_project, await connection.execute(query)))

    async def set(
        self, project_id: int, changes: Mapping[str, Any] | Changes, *, is_default: bool = False
    ) -> ProjectRow:
        """Change some of the settings, by name, and make it the default one if wanted. The values are checked
        by the caller; a function is given the settings as they are, while nobody else changes them. Raises
        NotFound, and whatever the function does."""
        async with self.database.write() as connection:
            locked = _select().where(projects.c.id == project_id).with_for_update(of=projects)
            project = _found((await connection.execute(locked)).first(), str(project_id))
            given = changes(project.settings) if callable(changes) else changes
            settings = _with_secret(replace(project.settings, **given))
            await connection.execute(
                update(projects).where(projects.c.id == project_id).values(**_columns(settings))
            )
            if is_default:
                await _make_default(connection, project.account_id, project_id)
            return _project((await connection.execute(_select().where(projects.c.id == project_id))).one())

    async def _add(
        self, account_id: int, name: str, settings: ProjectSettings, *, is_default: bool = False
    ) -> ProjectRow | None:
        """None if the name is taken."""
        if not is_project_name(name):
            raise InvalidRequest("project", f"{name!r} cannot be a project", PROJECT_NAMES)
        async with self.database.write() as connection:
            # Who makes a project of the account waits here for who makes another.
            owner = select(accounts.c.id).where(accounts.c.id == account_id).with_for_update()
            (await connection.execute(owner)).one()
            values = {
                "public_id": str(uuid.uuid4()),
                "account_id": account_id,
                "name": name,
                "created": now(),
                **_columns(_with_secret(settings)),
            }
            adding = insert(connection, projects).values(**values)
            added = await connection.scalar(
                adding.on_conflict_do_nothing(index_elements=[projects.c.name]).returning(projects.c.id)
            )
            if added is None:
                return None
            if is_default or not await _has_default(connection, account_id):
                await _make_default(connection, account_id, added)
            return _project((await connection.execute(_select().where(projects.c.id == added))).one())


async def _has_default(connection: AsyncConnection, account_id: int) -> bool:
    query = select(projects.c.id).where(projects.c.account_id == account_id, projects.c.is_default)
    return (await connection.execute(query)).first() is not None


async def _make_default(connection: AsyncConnection, account_id: int, project_id: int) -> None:
    ours = update(projects).where(projects.c.account_id == account_id)
    await connection.execute(ours.where(projects.c.is_default).values(is_default=False))
    try:
        await connection.execute(ours.where(projects.c.id == project_id).values(is_default=True))
    except IntegrityError:  # somebody made another the default one in this moment
        raise Conflict("Another project was made the default one just now.") from None


def _select() -> Select[Any]:
    counted = (
        select(func.coalesce(func.sum(counts.c.count), 0))
        .where(counts.c.scope == projects.c.id)
        .scalar_subquery()
    )
    account = select(accounts.c.plan).where(accounts.c.id == projects.c.account_id).scalar_subquery()
    return select(projects, counted.label("image_count"), account.label("plan"))


def _with_secret(settings: ProjectSettings) -> ProjectSettings:
    if settings.signing_secrets or not settings.private:
        return settings
    return replace(settings, signing_secrets=(secrets.token_urlsafe(SECRET_BYTES),))


def _columns(settings: ProjectSettings) -> dict[str, Any]:
    values = asdict(settings)
    return values | {name: json.dumps(values[name]) for name in _LISTS}


def _project(row: Row[Any]) -> ProjectRow:
    settings = {name: getattr(row, name) for name in _SET}
    settings |= {name: tuple(json.loads(settings[name])) for name in _LISTS}
    return ProjectRow(
        id=row.id,
        public_id=row.public_id,
        account_id=row.account_id,
        plan=row.plan,
        name=row.name,
        is_default=row.is_default,
        settings=ProjectSettings(**settings),
        image_count=int(row.image_count),
        created=row.created,
    )


def _found(row: Row[Any] | None, name: str) -> ProjectRow:
    if not row:
        raise NoProject(name)
    return _project(row)
