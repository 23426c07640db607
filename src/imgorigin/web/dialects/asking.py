"""Who asks, and what for: a request to any of the dialects, by the holder of a good key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel
from starlette.requests import Request

from imgorigin.caller import Caller
from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.keys import Key, KeyScope
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset
from imgorigin.catalog.scope import Scope
from imgorigin.errors import Forbidden, NoProject, Unauthorized
from imgorigin.projects import Projects
from imgorigin.web.dialects import reading
from imgorigin.web.dialects.hosts import Hosts
from imgorigin.web.dialects.signer import Signer

Model = TypeVar("Model", bound=BaseModel)

SCOPES: Final[tuple[KeyScope, ...]] = ("read", "paint", "manage")
"""Each may do what those before it may."""


class Counted(Protocol):
    """A request that was counted: what is told of it on every answer, and whether it was one too many."""

    @property
    def headers(self) -> Mapping[str, str]: ...

    def check(self) -> None:
        """Raises TooManyRequests."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """What the desk of every dialect has. `authenticate` finds out who asks; raises Unauthorized,
    TooManyRequests; `stranger` takes whoever it is for somebody without a key. `count` counts the request
    against the plan of who asks. `signer` signs what is told of private projects."""

    catalog: Catalog
    projects: Projects
    hosts: Hosts
    signer: Signer
    authenticate: Callable[[Request], Awaitable[Caller]]
    stranger: Callable[[Request], Caller]
    count: Callable[[Caller], Awaitable[Counted]]


class Registry(Protocol):
    """What is needed of Reception."""

    @property
    def catalog(self) -> Catalog: ...
    @property
    def projects(self) -> Projects: ...


Desk = TypeVar("Desk", bound=Reception)


@dataclass(frozen=True, slots=True)
class Asked(Generic[Desk]):
    """One request, by the holder of a good key."""

    desk: Desk
    request: Request
    caller: Caller

    @property
    def key(self) -> Key:
        """Raises Unauthorized."""
        if not self.caller.key:
            raise Unauthorized(
                "A key is missing. Send it as `Authorization: Bearer KEY` or `X-API-Key: KEY`."
            )
        return self.caller.key

    @property
    def catalog(self) -> Catalog:
        return self.desk.catalog

    @property
    def scope(self) -> Scope:
        """All that the key may see."""
        return Scope(self.key.account_id, self.key.project_id)

    @property
    def own(self) -> Scope:
        """All jobs and batches that the key may see: one that may not manage sees what was asked with it."""
        return replace(self.scope, owner="" if self.key.scope == "manage" else self.key.owner)

    @property
    def part(self) -> Mapping[str, str]:
        """Of the path, by the names that its operation gives them."""
        parts: Mapping[str, str] = self.request.path_params
        return parts

    def may(self, needed: KeyScope) -> None:
        """Raises Forbidden unless the key may."""
        if SCOPES.index(self.key.scope) < SCOPES.index(needed):
            raise Forbidden(
                f"This key may only {self.key.scope}. The call needs one of the scope {needed}: "
                f"`imgorigin keys create --scope {needed}`."
            )

    def query(self, model: type[Model]) -> Model:
        """Raises InvalidRequest."""
        return reading.query(self.request, model)

    async def body(self, model: type[Model]) -> Model:
        """Raises InvalidRequest, UnsupportedType, TooLarge."""
        return await reading.body(self.request, model)

    async def project(self, named: str | None = None, *, fresh: bool = False) -> ProjectRow:
        """By projectId or name; else the key's own, else the default one. Unless it is to be `fresh`, as it
        was known here a moment ago (projects.REFRESH_SECONDS). Raises NotFound, also for one that the key
        does not open."""
        key, name = self.key, named or self.key.project or ""
        found = None if fresh else self.desk.projects.of(key.account_id, name)
        if not found:
            found = await self._project(name)
            self.desk.projects.learn(found)
        if key.project_id not in (None, found.id):
            raise NoProject(named or "")
        return found

    async def _project(self, name: str) -> ProjectRow:
        rows, account = self.catalog.projects, self.key.account_id
        return await rows.get(account, name) if name else await rows.default(account)

    async def within(self, named: str | None) -> Scope:
        """A project that is named, else all that the key may see. Raises NotFound."""
        return (await self.project(named)).scope if named else self.scope

    def url(self, path: str) -> str:
        """That the client can open, for a while at least."""
        return self.desk.hosts.url(self.request, self.desk.signer.signed(path))

    async def note(self, action: str, *assets: Asset, **detail: Any) -> None:
        """In the audit, of each picture."""
        await noted(self.catalog, self.caller, action, *assets, **detail)

    async def note_of(self, action: str, project: ProjectRow, **detail: Any) -> None:
        """In the audit, of a project."""
        await self.catalog.audit.note(
            Deed(
                account_id=project.account_id,
                who=self.caller.who,
                action=action,
                subject=project.public_id,
                project=project.name,
                detail=detail,
            )
        )


async def plan_of(desk: Registry, account_id: int) -> str:
    """The name of an account's plan, as it was known here a moment ago."""
    known = desk.projects.plan_of(account_id)
    return (await desk.catalog.accounts.get(account_id)).plan if known is None else known


async def noted(catalog: Catalog, caller: Caller, action: str, *assets: Asset, **detail: Any) -> None:
    """In the audit, of each picture, what somebody did; by its slug too: one that is deleted is found by
    nothing else."""
    await catalog.audit.note(
        *(
            Deed(
                account_id=asset.account_id,
                who=caller.who,
                action=action,
                subject=asset.content_id,
                project=asset.project,
                detail={"slug": asset.slug, **detail},
            )
            for asset in assets
        )
    )
