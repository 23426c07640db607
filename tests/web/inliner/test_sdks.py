"""The API as the public clients of Inliner speak to it: their requests byte for byte, and what they read of
the answers. Nobody sleeps: three seconds between polls are none here."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

import httpx
import pytest
import pyvips

from imgorigin.admin_key import FILE
from imgorigin.app import application
from imgorigin.parts import build
from imgorigin.settings import Settings
from tests.web.inliner.shop import Shop, photo

POLLS: Final = 60
"""Every 3 seconds, for 180."""


def slugified(text: str) -> str:
    """As each of them does it."""
    return re.sub(r"-+", "-", re.sub(r"[^a-z0-9-]", "-", text.lower())).strip("-")[:100]


def form(boundary: str, *parts: tuple[Mapping[str, str], bytes]) -> tuple[dict[str, str], bytes]:
    """The header and the body."""
    body = b""
    for headers, value in parts:
        head = "".join(f"{name}: {told}\r\n" for name, told in headers.items())
        body += f"--{boundary}\r\n{head}\r\n".encode() + value + b"\r\n"
    return {
        "content-type": f"multipart/form-data; boundary={boundary}"
    }, body + f"--{boundary}--\r\n".encode()


def disposition(name: str, filename: str = "") -> str:
    return f'form-data; name="{name}"' + (f'; filename="{filename}"' if filename else "")


@dataclass
class Sdk:
    """What they have in common. Raises AssertionError where they raise errors. `polled` are the statuses of
    the polls."""

    client: httpx.AsyncClient
    secret: str
    polled: list[int] = field(default_factory=list)

    async def api(self, method: str, path: str, **more: Any) -> Any:
        """Anything but a success is an error."""
        headers = {"Authorization": f"Bearer {self.secret}", **more.pop("headers", {})}
        answer = await self.client.request(method, f"/{path.lstrip('/')}", headers=headers, **more)
        assert answer.is_success, f"API error {answer.status_code}: {answer.json()['message']}"
        return answer.json()

    async def poll(self, path: str) -> bytes:
        """Until there is a picture in the answer; whatever is neither 200 nor 202 ends it."""
        for _ in range(POLLS):
            answer = await self.client.get(
                f"/content/request-json/{path}", headers={"Authorization": f"Bearer {self.secret}"}
            )
            self.polled.append(answer.status_code)
            assert answer.status_code in (200, 202), answer.text
            if data := (answer.json().get("mediaAsset") or {}).get("data"):
                assert data.startswith("data:image/")
                return base64.b64decode(data.split(",")[1])
            await asyncio.sleep(0)
        raise AssertionError("timed out")


class Js(Sdk):
    """@inliner/js."""

    async def upload(self, data: bytes, filename: str, **options: Any) -> Any:
        """FormData of a browser, or of Node: the file comes first."""
        tags = options.pop("tags", [])
        fields = {"project": "acme", "prompt": slugified(filename.rpartition(".")[0]), **options}
        headers, body = form(
            "----formdata-undici-042391873264",
            (
                {
                    "Content-Disposition": disposition("file", filename),
                    "Content-Type": "application/octet-stream",
                },
                data,
            ),
            *(({"Content-Disposition": disposition(name)}, value.encode()) for name, value in fields.items()),
            *(({"Content-Disposition": disposition("tags[]")}, tag.encode()) for tag in tags),
        )
        return await self.api("POST", "content/upload", content=body, headers=headers)

    async def generate(self, prompt: str, **more: Any) -> tuple[str, bytes]:
        sent = {"prompt": prompt, "project": "acme", "width": 160, "height": 120, "extension": "png", **more}
        told = await self.api("POST", "content/generate", json=sent)
        path = told["prompt"].lstrip("/")
        if data := (told.get("mediaAsset") or {}).get("data"):
            return path, base64.b64decode(data.split(",")[1])
        return path, await self.poll(path)


class Php(Sdk):
    """inliner/inliner-php, by Guzzle."""

    async def generate(self, prompt: str, width: int | None = None, height: int | None = None) -> Any:
        asked = {
            "prompt": prompt, "project": "acme", "width": width, "height": height, "extension": "png"
        }  # fmt: skip
        slug = (await self.api("POST", "url/recommend", json=asked))["recommended_slug"]
        return await self.api("POST", "content/generate", json={**asked, "slug": slug})

    async def upload(self, data: bytes, filename: str, tags: list[str], title: str = "") -> Any:
        """Its array of the query has one key for all tags, so that only the last is sent."""
        fields = {"project": "acme", "prompt": slugified(filename.rpartition(".")[0])}
        if title:
            fields["title"] = title
        headers, body = form(
            "d4c9b1f0a3e5",
            (
                {
                    "Content-Disposition": disposition("file", filename),
                    "Content-Length": str(len(data)),
                    "Content-Type": "image/png",
                },
                data,
            ),
            *(
                (
                    {"Content-Disposition": disposition(name), "Content-Length": str(len(value))},
                    value.encode(),
                )
                for name, value in fields.items()
            ),
        )
        query = urlencode([("tags[]", tags[-1])]) if tags else ""
        return await self.api("POST", f"content/upload?{query}", content=body, headers=headers)

    async def edit(self, url: str, instruction: str, size: tuple[int, int] | None = None) -> bytes:
        suffix = f"_{size[0]}x{size[1]}" if size else ""
        path = urlsplit(url).path.lstrip("/")
        return await self.poll(f"{path}/{slugified(instruction)}{suffix}.png")


class Mcp(Sdk):
    """@inliner/mcp-server."""

    async def edit(self, url: str, instruction: str, size: tuple[int, int] | None, form: str) -> bytes:
        """Of a URL with its query."""
        parts = urlsplit(url)
        words = slugified(instruction) + (f"-{size[0]}x{size[1]}" if size else "")
        query = f"?{parts.query}" if parts.query else ""
        return await self.poll(f"{parts.path.lstrip('/')}/{words}.{form}{query}")

    async def upload(self, data: bytes, filename: str, kind: str) -> Any:
        """By the package form-data of Node."""
        headers, body = form(
            "--------------------------582309217864203112345678",
            (
                {"Content-Disposition": disposition("file", filename), "Content-Type": f"image/{kind}"},
                data,
            ),
            ({"Content-Disposition": disposition("project")}, b"acme"),
            (
                {"Content-Disposition": disposition("prompt")},
                slugified(filename.rpartition(".")[0]).encode(),
            ),
        )
        return await self.api("POST", "content/upload", content=body, headers=headers)


def size_of(data: bytes) -> tuple[int, int]:
    image = pyvips.Image.new_from_buffer(data, "")
    return image.width, image.height


def sdk_of(kind: type[Any], shop: Shop) -> Any:
    return kind(shop.origin.client, shop.secret)


async def test_js_uploads_and_finds_what_it_sent(shop: Shop) -> None:
    js = sdk_of(Js, shop)
    told = await js.upload(photo(), "Hero Banner.png", tags=["hero", "home page"], title="Hero")
    assert told["content"]["prompt"] == "acme/hero-banner.png"
    assert told["content"]["assignedCollectionId"] is None
    content = told["content"]["contentId"]
    assert [one["tag"] for one in await js.api("GET", "content/tags")] == ["hero", "home page"]
    assert (await js.api("GET", f"content/tags/{quote('home page')}"))[0]["contentId"] == content
    sent = json.dumps({"expression": "tags:hero AND project:acme", "sort_by": "created", "max_results": 5})
    found = await js.api("POST", "content/search", content=sent, headers={"content-type": "application/json"})
    assert [one["contentId"] for one in found["images"]] == [content]
    assert len(await js.api("GET", "content/images?page=1&pageSize=20")) == 1
    answer = await js.api("POST", "content/delete", json={"contentIds": [content]})
    assert answer == {"message": "Deleted 1 picture."}
    assert (await shop.origin.get("/acme/hero-banner_64x64.png")).status_code == 200  # painted anew


async def test_js_polls_until_the_picture_is_there(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imgorigin.web.dialects.inliner.making.GENERATE_SECONDS", 0.01)
    monkeypatch.setattr("imgorigin.web.dialects.inliner.making.POLL_SECONDS", 0.01)
    js, painter = sdk_of(Js, shop), shop.origin.painter
    painter.gate.clear()
    making = asyncio.create_task(js.generate("a futuristic city", slug="city"))
    while len(js.polled) < 3:
        await asyncio.sleep(0.01)
    painter.gate.set()
    path, data = await making
    assert (path, size_of(data)) == ("acme/city_160x120.png", (160, 120))
    assert js.polled[:3] == [202, 202, 202]
    assert js.polled[-1] == 200
    assert painter.paints == {"a futuristic city": 1}
    assert (await shop.origin.get(f"/{path}")).content == data


async def test_js_makes_a_project_and_paints_in_it_at_once(shop: Shop) -> None:
    js = sdk_of(Js, shop)
    made = await js.api("POST", "account/projects", json={"project": "shop", "displayName": "Shop"})
    assert made["success"] is True
    path, _ = await js.generate("a red lamp", project="shop")
    assert path == "shop/red-lamp_160x120.png"
    assert (await js.api("GET", "account/projects/shop"))["imageCount"] == 1


async def test_php_makes_a_picture_of_no_size(shop: Shop) -> None:
    php = sdk_of(Php, shop)
    told = await php.generate("A futuristic city, at night")
    assert told["prompt"].endswith("_1024x1024.png")
    assert size_of(base64.b64decode(told["mediaAsset"]["data"].split(",")[1])) == (1024, 1024)
    again = await php.generate("A futuristic city, at night", 320, 200)
    assert again["contentId"] == told["contentId"]


async def test_php_uploads_and_edits(shop: Shop) -> None:
    php = sdk_of(Php, shop)
    told = await php.upload(photo(form=".jpg"), "Edit Source.png", ["first", "harbour"], "Harbour")
    assert told["content"]["prompt"] == "acme/edit-source.jpg"
    details = await php.api("GET", f"content/details/{told['imageId']}")
    assert (details["title"], details["tags"]) == ("Harbour", ["harbour"])
    url = f"https://img.inliner.ai/{told['content']['prompt']}"
    assert size_of(await php.edit(url, "Make it night!")) == (300, 200)
    assert size_of(await php.edit(url, "Make it night!", (90, 60))) == (90, 60)


async def test_php_writes_an_empty_object_as_a_list(shop: Shop) -> None:
    php = sdk_of(Php, shop)
    content = (await php.generate("a fox", 64, 64))["contentId"]
    empty: list[Any] = []
    for body in (empty, {"customMetadata": empty}):
        told = await php.api("PATCH", f"content/details/{content}", json=body)
        assert told["customMetadata"] == {}
    with pytest.raises(AssertionError, match="project: it is missing"):
        await php.api("POST", "account/projects", json=[])


async def test_mcp_chains_an_edit_with_its_size_in_the_words(shop: Shop) -> None:
    mcp = sdk_of(Mcp, shop)
    source = "https://img.inliner.ai/acme/red-fox_320x200.png?v=3"
    data = await mcp.edit(source, "Make it blue", (90, 50), "jpg")
    assert (size_of(data), data[:2]) == ((90, 50), b"\xff\xd8")
    twice = "https://img.inliner.ai/acme/red-fox_320x200.png/make-it-blue-90x50.jpg"
    assert size_of(await mcp.edit(twice, "add a hat", None, "png")) == (90, 50)
    images = (await mcp.api("GET", "content/images?limit=20"))["images"]
    assert [one["description"] for one in images] == [
        "red-fox/make-it-blue/add-a-hat", "red-fox/make-it-blue", "red-fox"
    ]  # fmt: skip


async def test_mcp_edits_a_file(shop: Shop) -> None:
    mcp = sdk_of(Mcp, shop)
    told = await mcp.upload(photo(form=".webp"), "My Photo.webp", "webp")
    source = f"https://img.inliner.ai/{told['content']['prompt']}"
    assert source.endswith("/acme/my-photo.webp")
    assert size_of(await mcp.edit(source, "make it night", None, "webp")) == (300, 200)
    assert size_of(await mcp.edit(source, "make it night", (200, 300), "png")) == (200, 300)


async def test_mcp_is_told_that_it_cannot_send_a_gif(shop: Shop) -> None:
    mcp = sdk_of(Mcp, shop)
    with pytest.raises(AssertionError, match="API error 415: This is a GIF"):
        await mcp.upload(photo(form=".gif"), "party.gif", "gif")


@pytest.mark.parametrize(("model", "status"), [("IMAGE_GEN_FAKE", 200), ("IMAGE_GEN_NANO_BANANA_LITE", 400)])
async def test_mcp_names_models_its_way(shop: Shop, model: str, status: int) -> None:
    sent = {
        "prompt": "modern-office-team-meeting", "project": "acme", "slug": "modern-office-team-meeting",
        "width": 100, "height": 100, "extension": "jpg", "mode": "auto", "model": model,
    }  # fmt: skip
    answer = await shop.post("/content/generate", sent)
    assert answer.status_code == status
    if status == 400:
        assert "fake" in answer.json()["message"]


async def test_mcp_cheap(shop: Shop) -> None:
    mcp = sdk_of(Mcp, shop)
    sent = {"prompt": "a fox", "project": "acme", "width": 100, "height": 100, "mode": "cheap"}
    told = await mcp.api("POST", "content/generate", json=sent)
    assert told["status"] == "ready"
    assert set(await mcp.api("GET", "account/plan-usage")) == {"plan", "billingPeriod", "usage"}
    assert "features" in await mcp.api("GET", "account/current-plan")


@pytest.fixture
async def sketching(tmp_path: Path) -> AsyncIterator[Mcp]:
    """As a first start is: the sketch painter in its process, the project demo, the admin's key."""
    parts = build(Settings(data=tmp_path, access_log="none"))
    transport = httpx.ASGITransport(application(parts))
    async with parts.running(), httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        yield Mcp(client, (tmp_path / FILE).read_text().strip())


async def test_from_a_first_start_to_an_edited_picture(sketching: Mcp) -> None:
    (project,) = (await sketching.api("GET", "account/projects"))["projects"]
    assert (project["project"], project["isDefault"]) == ("demo", True)
    asked = {"prompt": "A red fox in a snowy forest", "project": "demo", "width": 320, "height": 200}
    named = await sketching.api("POST", "url/recommend", json={**asked, "extension": "png"})
    made = await sketching.api(
        "POST", "content/generate", json={**asked, "slug": named["recommendedSlug"], "mode": "cheap"}
    )
    data = base64.b64decode(made["mediaAsset"]["data"].split(",")[1])
    assert (made["prompt"], size_of(data)) == (named["fullPath"], (320, 200))
    edited = await sketching.edit(named["fullUrl"], "make it night", (160, 100), "png")
    assert size_of(edited) == (160, 100)
    details = await sketching.api("GET", f"content/details/{made['contentId']}")
    assert details["altText"]
    assert details["tags"]
    looked = await sketching.api("POST", "url/recommend-from-content", json={"contentId": made["contentId"]})
    assert "fox" in looked["recommended"]
    usage = (await sketching.api("GET", "account/plan-usage"))["usage"]
    assert (usage["imagesGenerated"], usage["editsMade"]) == (2, 1)
