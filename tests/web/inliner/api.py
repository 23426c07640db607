"""The API on a catalog of two projects, and who asks it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request

from imgorigin.address import Size
from imgorigin.app import desk_of
from imgorigin.caller import Caller
from imgorigin.catalog.assets import NewAsset
from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.catalog.records import Asset, Bound
from imgorigin.catalog.scope import Scope
from imgorigin.errors import TooManyRequests, Unauthorized
from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.parts import Parts, build
from imgorigin.recipe import Abilities, Recipe
from imgorigin.settings import Settings
from imgorigin.web.clients import Clients
from imgorigin.web.dialects import inliner
from imgorigin.web.dialects.asking import SCOPES
from imgorigin.web.dialects.hosts import Hosts
from imgorigin.web.dialects.inliner.desk import Desk

ORIGIN = "http://origin"
IMAGES = "https://img.example.com"


@dataclass
class Api:
    """`keys` are secrets by name; `headers` of a request are those of the key `manage` unless told."""

    client: httpx.AsyncClient
    catalog: Catalog
    keys: Mapping[str, str]
    acme: ProjectRow
    other: ProjectRow
    purged: list[str] = field(default_factory=list)
    requests_left: int = 1_000

    async def ask(self, method: str, path: str, *, key: str = "manage", **more: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.keys[key]}"} if key else {}
        headers |= more.pop("headers", {})
        return await self.client.request(method, path, headers=headers, **more)

    async def get(self, path: str, *, key: str = "manage", **query: Any) -> httpx.Response:
        return await self.ask("GET", path, key=key, params=query or None)

    async def post(self, path: str, body: Any, *, key: str = "manage") -> httpx.Response:
        return await self.ask("POST", path, key=key, json=body)

    async def picture(self, slug: str = "red-fox", project: ProjectRow | None = None, **more: Any) -> Asset:
        """Bound, of 800x600 PNG."""
        owner = project or self.acme
        prompt = more.pop("prompt", slug.replace("-", " "))
        values: dict[str, Any] = {
            "scope": owner.scope,
            "slug": slug,
            "address": f"/{owner.name}/{slug}_800x600.png",
            "kind": "generated",
            "width": 800,
            "height": 600,
            "format": "png",
            "recipe": Recipe(prompt=prompt, model="sketch", revision="1", seed=7, canvas=Size(1024, 768)),
        }
        bound = await self.catalog.assets.bind(NewAsset(**values | more))
        assert isinstance(bound, Bound)
        return bound.asset

    async def deeds(self) -> list[Deed]:
        """The latest first."""
        return list((await self.catalog.audit.page(self.acme.account_id, limit=100)).items)


async def begun(folder: Path) -> Mapping[str, str]:
    """Make the catalog in a folder: two projects, a key of each scope, and one to the project acme alone.
    Gives their secrets."""
    catalog = Catalog.open("", folder)
    await catalog.start()
    account = await catalog.accounts.ensure()
    acme = await catalog.projects.create(account.id, "acme", ProjectSettings(display_name="ACME Inc."))
    await catalog.projects.create(account.id, "other", ProjectSettings())
    secrets: dict[str, str] = {}
    for scope in SCOPES:
        _, secrets[scope] = await catalog.keys.create(account.id, scope, scope)
    _, secrets["acme"] = await catalog.keys.create(account.id, "acme", "manage", project_id=acme.id)
    await catalog.close()
    return secrets


@dataclass(frozen=True)
class Counted:
    """Implements desk.Counted."""

    left: int

    @property
    def headers(self) -> Mapping[str, str]:
        return {"x-ratelimit-remaining": str(max(0, self.left))}

    def check(self) -> None:
        if self.left < 0:
            raise TooManyRequests("The plan allows 1000 requests a minute.", retry_after=7)


@contextlib.asynccontextmanager
async def running_api(folder: Path, keys: Mapping[str, str]) -> AsyncIterator[Api]:
    """On the catalog of a folder that was begun."""
    able = Abilities(negative_prompt=True, references=1)
    painters = [
        FakePainter(replace(MODEL, name="sketch")),
        FakePainter(replace(MODEL, name="z-image-turbo", abilities=able)),
    ]
    parts = build(Settings(data=folder), *painters)
    acme, other = await parts.catalog.projects.all()
    async with httpx.AsyncClient(base_url=ORIGIN) as client:
        api = Api(client, parts.catalog, keys, acme, other)
        client._transport = httpx.ASGITransport(Starlette(routes=inliner.routes(_desk(api, parts))))
        yield api
    await parts.catalog.close()


@dataclass
class Purging:
    """Implements desk.Purging: notes what it is asked for."""

    api: Api

    async def purge(self, project: str, slug: str, *, whole: bool = False) -> int:
        self.api.purged.append(f"{project}/{slug}")
        return 1

    async def delete(self, scope: Scope, content_ids: Collection[str]) -> tuple[Asset, ...]:
        gone = await self.api.catalog.assets.delete(scope, content_ids)
        for asset in gone:
            await self.purge(asset.project, asset.slug)
        return gone


def _desk(api: Api, parts: Parts) -> Desk:
    async def authenticate(request: Request) -> Caller:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        key = await api.catalog.keys.of_secret(bearer or request.headers.get("x-api-key", ""))
        if not key:
            raise Unauthorized("The provided API key is invalid or has been revoked.")
        return Caller(client="192.0.2.1", key=key)

    async def count(caller: Caller) -> Counted:
        api.requests_left -= 1
        return Counted(api.requests_left)

    desk = desk_of(parts, Clients(parts.keyring, ()))
    return replace(desk, hosts=Hosts((IMAGES,)), authenticate=authenticate, count=count, purger=Purging(api))
