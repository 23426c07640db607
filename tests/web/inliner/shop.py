"""A whole origin, and the API as a client with a key sees it."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pyvips

from imgorigin.catalog.keys import KeyScope
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.painters.base import Painter
from tests.origin import Origin, running_origin

IMAGES = "http://origin"
"""Without the setting public_origins: whatever host is asked."""


@dataclass
class Shop:
    """`secret` is that of a key of the scope manage to the whole account; `acme` its default project."""

    origin: Origin
    account: int
    secret: str

    async def ask(self, method: str, path: str, *, key: str | None = None, **more: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {key or self.secret}"} | more.pop("headers", {})
        return await self.origin.client.request(method, path, headers=headers, **more)

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self.ask("GET", path, **more)

    async def post(self, path: str, body: Any, **more: Any) -> httpx.Response:
        return await self.ask("POST", path, json=body, **more)

    async def poll(self, path: str, **more: Any) -> httpx.Response:
        """As who does not want to be held."""
        return await self.get(f"/content/request-json/{path}", headers={"prefer": "wait=0"}, **more)

    async def upload(
        self,
        data: bytes,
        *,
        filename: str = "photo.png",
        query: Sequence[tuple[str, str]] = (),
        key: str | None = None,
        **fields: Any,
    ) -> httpx.Response:
        files = {"file": (filename, data)}
        return await self.ask(
            "POST", "/content/upload", files=files, data=fields, params=list(query), key=key
        )

    async def key(self, scope: KeyScope, project: str = "") -> str:
        rows = self.origin.parts.catalog
        narrow = (await rows.projects.get(self.account, project)).id if project else None
        _, secret = await rows.keys.create(self.account, scope, scope, project_id=narrow)
        return secret

    async def settings(self, project: str, **changes: Any) -> None:
        """Of a project; known to the server from now on."""
        parts = self.origin.parts
        row = await parts.catalog.projects.get(self.account, project)
        parts.projects.learn(await parts.catalog.projects.set(row.id, changes))


@contextlib.asynccontextmanager
async def open_shop(data: Path, *others: Painter, **settings: Any) -> AsyncIterator[Shop]:
    """The `others` paint beside its own painter."""
    async with running_origin(data, *others, **settings) as origin:
        catalog = origin.parts.catalog
        account = await catalog.accounts.ensure()
        acme = await catalog.projects.create(account.id, "acme", ProjectSettings(), is_default=True)
        origin.parts.projects.learn(acme)
        _, secret = await catalog.keys.create(account.id, "shop", "manage")
        yield Shop(origin, account.id, secret)


def photo(width: int = 300, height: int = 200, form: str = ".png", red: int = 200) -> bytes:
    """A file of one colour."""
    flat = pyvips.Image.black(width, height).new_from_image([red, 40, 90]).cast("uchar")
    data: bytes = flat.copy(interpretation="srgb").write_to_buffer(form)
    return data


def picture_of(data_url: str) -> pyvips.Image:
    """As the SDKs read it: split at the comma."""
    kind, _, data = data_url.partition(",")
    assert kind.startswith("data:image/")
    assert kind.endswith(";base64")
    return pyvips.Image.new_from_buffer(base64.b64decode(data, validate=True), "")
