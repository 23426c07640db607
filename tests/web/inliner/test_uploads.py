"""Pictures that are sent, as browsers, PHP and Node send them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pyvips

from tests.web.inliner.shop import IMAGES, Shop, open_shop, photo, picture_of
from tests.web.inliner.test_refusals import check

CONTENT_FIELDS = {
    "contentId", "prompt", "originalRequestedUrl", "mediaAssetId", "thumbnailAssetId", "assignedCollectionId",
}  # fmt: skip
BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
MULTIPART = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}


def part(name: str, value: bytes, filename: str = "") -> bytes:
    named = f'; filename="{filename}"' if filename else ""
    return (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode()
        + value
        + b"\r\n"
    )


def form(*parts: bytes) -> bytes:
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


async def sent(shop: Shop, data: bytes, **more: Any) -> dict[str, Any]:
    answer = await shop.upload(data, **more)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def size_of(shop: Shop, path: str) -> tuple[int, int]:
    answer = await shop.origin.get(path)
    assert answer.status_code == 200, answer.text
    image = pyvips.Image.new_from_buffer(answer.content, "")
    return image.width, image.height


async def test_an_upload_as_the_contract_has_it(shop: Shop) -> None:
    told = await sent(shop, photo(), project="acme", prompt="harbour", title="Harbour", description="At dawn")
    assert set(told) == {"success", "message", "imageId", "imageUrl", "content"}
    assert set(told["content"]) == CONTENT_FIELDS
    assert (told["success"], told["imageUrl"]) == (True, f"{IMAGES}/acme/harbour.png")
    content = told["content"]
    assert (content["contentId"], content["prompt"]) == (told["imageId"], "acme/harbour.png")
    for name in ("originalRequestedUrl", "thumbnailAssetId", "assignedCollectionId"):
        assert content[name] is None
    details = (await shop.get(f"/content/details/{told['imageId']}")).json()
    assert (details["title"], details["caption"], details["prompt"]) == ("Harbour", "At dawn", "harbour")
    assert (details["width"], details["height"], details["tags"] != []) == (300, 200, True)


async def test_an_upload_is_shown_in_its_own_size_and_in_others(shop: Shop) -> None:
    await sent(shop, photo(300, 200), prompt="harbour")
    assert await size_of(shop, "/acme/harbour.png") == (300, 200)
    assert await size_of(shop, "/acme/harbour.webp") == (300, 200)
    assert await size_of(shop, "/acme/harbour_64x64.jpg") == (64, 64)
    assert await size_of(shop, "/acme/harbour.png/make-it-night.png") == (300, 200)
    assert await size_of(shop, "/acme/harbour.png/make-it-night_90x50.png") == (90, 50)
    told = (await shop.get("/content/request-json/acme/harbour.png/make-it-night.png")).json()
    assert (told["width"], told["height"]) == (300, 200)
    assert picture_of(told["mediaAsset"]["data"]).width == 300


async def test_the_facts_of_an_upload_have_the_size_that_is_shown(shop: Shop) -> None:
    await sent(shop, photo(300, 200), prompt="harbour")
    for path, size in {
        "/acme/harbour.png": (300, 200),
        "/acme/harbour_64x48.jpg": (64, 48),
        "/acme/harbour.png/make-it-night.png": (300, 200),
        "/acme/fox_64x48@2x.png": (128, 96),
    }.items():
        for _ in range(2):  # made, and as they are known then
            facts = (await shop.origin.get(f"{path}.json")).json()
            assert (facts["width"], facts["height"]) == size


async def test_what_is_not_said_is_told_from_the_file(shop: Shop) -> None:
    told = await sent(shop, photo(), filename="C:\\pictures\\harbour at dawn.png")
    details = (await shop.get(f"/content/details/{told['imageId']}")).json()
    assert details["title"] == "Harbour at dawn"
    assert details["caption"]
    assert details["altText"]
    assert "harbour" in details["tags"]
    assert details["url"].startswith(f"{IMAGES}/acme/uploaded-")
    assert "metadata" in told["message"]


async def test_the_same_picture_is_kept_once_and_another_gets_a_number(shop: Shop) -> None:
    first = await sent(shop, photo(), prompt="harbour")
    assert (await sent(shop, photo(), prompt="harbour"))["imageId"] == first["imageId"]
    other = await sent(shop, photo(red=9), prompt="harbour")
    assert other["content"]["prompt"] == "acme/harbour-2.png"
    nameless = await sent(shop, photo())
    assert (await sent(shop, photo(form=".webp[lossless]")))["content"]["prompt"] != ""
    assert (await sent(shop, photo()))["imageId"] == nameless["imageId"]


async def test_what_is_said_of_a_picture_that_is_here_is_taken_or_refused_in_words(shop: Shop) -> None:
    first = await sent(shop, photo(), prompt="harbour", title="Harbour", **{"tags[]": ["sea"]})
    said: dict[str, Any] = {"title": "Old harbour", "tags[]": ["Sea", "boats"]}
    painter = await shop.key("paint")
    refused = await shop.upload(photo(), key=painter, prompt="harbour", **said)
    assert (refused.status_code, refused.json()["imageId"]) == (200, first["imageId"])
    assert "stays (title, tags)" in refused.json()["message"]
    path = f"/content/details/{first['imageId']}"
    assert (await shop.get(path)).json()["title"] == "Harbour"
    again = await sent(shop, photo(), prompt="harbour", **said)
    assert (again["imageId"], again["message"].rpartition(". ")[2]) == (
        first["imageId"],
        "Set now: title, tags.",
    )
    told = (await shop.get(path)).json()
    assert (told["title"], told["tags"]) == ("Old harbour", ["boats", "sea"])
    assert "the same picture" in (await sent(shop, photo(), prompt="harbour", title="Old harbour"))["message"]


async def test_painted_pictures_are_never_overwritten(shop: Shop) -> None:
    await shop.origin.get("/acme/fox.png")
    assert (await sent(shop, photo(), prompt="fox"))["content"]["prompt"] == "acme/fox-2.png"


@pytest.mark.parametrize(
    ("form", "path"), [(".png", "x.png"), (".jpg", "x.jpg"), (".webp", "x.webp"), (".avif", "x.avif")]
)
async def test_formats(shop: Shop, form: str, path: str) -> None:
    told = await sent(shop, photo(form=form), filename="any.bin", prompt="x")
    assert told["content"]["prompt"] == f"acme/{path}"


@pytest.mark.parametrize(
    ("fields", "query", "tags"),
    [
        ({"tags[]": ["hero", "Banner"]}, (), ["Banner", "hero"]),
        ({}, (("tags[]", "hero"), ("tags[]", "Banner")), ["Banner", "hero"]),
        ({"tags[]": "hero"}, (("tags[]", "Banner"),), ["Banner", "hero"]),
        ({"tags": ["hero", ""]}, (), ["hero"]),
    ],
)
async def test_tags_in_the_form_or_in_the_query(
    shop: Shop, fields: dict[str, Any], query: Any, tags: list[str]
) -> None:
    told = await sent(shop, photo(), query=query, title="", **fields)
    details = (await shop.get(f"/content/details/{told['imageId']}")).json()
    assert details["tags"] == tags
    assert details["title"]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GIF89a" + b"\0" * 30, 415),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415),
        (b"%PDF-1.7", 415),
        (b"", 400),
        (b"\x89PNG\r\n\x1a\n torn", 400),
        (photo(form=".gif"), 415),
    ],
)
async def test_files_that_are_not_taken(shop: Shop, data: bytes, status: int) -> None:
    answer = await shop.upload(data, filename="photo.gif")
    told = check(answer, status)
    assert answer.json()["success"] is False
    if status == 415:
        assert (told["error"], "PNG" in told["message"]) == ("UnsupportedMediaType", True)
    assert "GIF and" not in told["message"]
    assert (await shop.get("/content/images")).json()["total"] == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (form(), 400),
        (b"", 400),
        (b"no form at all", 400),
        (form(part("project", b"acme")), 400),
        (form(part("file", b"text without a name")), 400),
        (form(part("file", b"x", "a.png"), part("file", b"y", "b.png")), 400),
        (form(*(part(f"f{at}", b"x") for at in range(400))), 400),
        (form(part("file", photo(), "a.png"), part("title", b"x" * 70_000)), 400),
        (form(part("file", photo(), "a.png"), part("prompt", b"!!!")), 400),
        (form(part("file", photo(), "a.png"), part("prompt", b"x" * 199 + b"\xff")), 400),
        (form(part("file", photo(), "a.png"), part("title", b"x" * 301)), 400),
        (form(part("file", photo(), "a.png"), part("project", b"nowhere")), 404),
        (b"--" + BOUNDARY.encode() + b"\r\nContent-Disposition: form-data\r\n\r\nx\r\n", 400),
    ],
)
async def test_forms_that_cannot_be(shop: Shop, body: bytes, status: int) -> None:
    told = check(await shop.ask("POST", "/content/upload", content=body, headers=MULTIPART), status)
    assert ".." not in told["message"]
    assert (await shop.get("/content/images")).json()["total"] == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_form_that_ends_too_soon(shop: Shop) -> None:
    """Starlette leaves the file that was not whole to the garbage collector, which warns of it."""
    torn = form(part("file", photo(), "a.png"))[:-60]
    check(await shop.ask("POST", "/content/upload", content=torn, headers=MULTIPART), 400)


@pytest.mark.parametrize("kind", ["application/json", "image/png", "", "multipart/form-data"])
async def test_bodies_that_are_no_forms(shop: Shop, kind: str) -> None:
    answer = await shop.ask("POST", "/content/upload", content=photo(), headers={"content-type": kind})
    check(answer, 400 if kind.startswith("multipart") else 415)


async def test_an_upload_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'.encode()
        while True:
            read += 65_536
            yield b"\0" * 65_536

    async with open_shop(tmp_path, upload_bytes=100_000) as shop:
        check(await shop.ask("POST", "/content/upload", content=endless(), headers=MULTIPART), 413)
        assert read < 2_000_000
        check(await shop.upload(b"\x89PNG\r\n\x1a\n" + b"\0" * 200_000), 413)


async def test_who_only_reads_sends_nothing(shop: Shop) -> None:
    check(await shop.upload(photo(), key=await shop.key("read")), 403)


async def test_a_frozen_project_takes_nothing(shop: Shop) -> None:
    await shop.settings("acme", paint="frozen")
    check(await shop.upload(photo(), prompt="x"), 403)


async def test_an_edit_keeps_who_made_the_upload(shop: Shop) -> None:
    image = pyvips.Image.new_from_buffer(photo(form=".jpg"), "").copy()
    image.set_type(pyvips.GValue.gstr_type, "exif-ifd0-Artist", "Ada Example")
    await sent(shop, image.write_to_buffer(".jpg"), filename="x.jpg", prompt="harbour")
    assert b"Ada Example" in (await shop.origin.get("/acme/harbour.jpg")).content
    assert b"Ada Example" in (await shop.origin.get("/acme/harbour.jpg/make-it-night.jpg")).content
