"""A whole origin, and the API as a client with a key sees it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from imgorigin.catalog.keys import Key
from imgorigin.catalog.projects import ProjectSettings
from tests.origin import Origin, running_origin


@dataclass
class Site:
    """`secret` is that of a key of the scope paint to the whole account, whose default project is acme."""

    origin: Origin
    account: int
    key: Key
    secret: str

    async def ask(self, method: str, path: str, *, key: str | None = None, **more: Any) -> httpx.Response:
        """Without a key for the empty one."""
        secret = self.secret if key is None else key
        headers = ({"authorization": f"Bearer {secret}"} if secret else {}) | more.pop("headers", {})
        return await self.origin.client.request(method, path, headers=headers, **more)

    async def post(self, path: str, body: Any, **more: Any) -> httpx.Response:
        return await self.ask("POST", path, json=body, **more)

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self.ask("GET", path, **more)

    async def settings(self, **changes: Any) -> None:
        """Of the project; known to the server from now on."""
        parts = self.origin.parts
        row = await parts.catalog.projects.by_name("acme")
        parts.projects.learn(await parts.catalog.projects.set(row.id, changes))

    @property
    def files(self) -> list[str]:
        """What is kept of pictures, on the disk. (Of any file that is deleted, its digest stays for a while:
        see stores.disk.)"""
        root = self.origin.parts.store.disk.root
        names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        return sorted(name for name in names if not name.startswith("."))

    async def taken(self, slug: str) -> bool:
        """Whether an address of the project is bound."""
        rows = self.origin.parts.catalog
        acme = await rows.projects.by_name("acme")
        return bool(await rows.assets.taken(acme.id, [slug]))


@contextlib.asynccontextmanager
async def open_site(data: Path, **settings: Any) -> AsyncIterator[Site]:
    async with running_origin(data, **settings) as origin:
        catalog = origin.parts.catalog
        account = await catalog.accounts.ensure()
        acme = await catalog.projects.create(account.id, "acme", ProjectSettings(), is_default=True)
        origin.parts.projects.learn(acme)
        key, secret = await catalog.keys.create(account.id, "site", "paint")
        yield Site(origin, account.id, key, secret)
