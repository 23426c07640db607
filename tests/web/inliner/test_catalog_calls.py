"""Calls that need nothing but the catalog, as the contract lists them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from imgorigin.catalog.uploads import Upload
from tests.web.inliner.api import IMAGES, Api

IMAGE_FIELDS = {
    "imageId", "contentId", "url", "description", "title", "tags", "width", "height", "format", "createdAt",
}  # fmt: skip
DETAIL_FIELDS = {
    "contentId", "title", "caption", "altText", "customMetadata", "url", "prompt", "project", "tags", "width",
    "height", "format", "model", "seed", "createdAt",
}  # fmt: skip
PROJECT_FIELDS = {
    "projectId", "project", "name", "displayName", "description", "isDefault", "imageCount", "createdAt",
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


async def test_a_list_of_pictures(api: Api) -> None:
    asset = await api.picture(title="Red fox", tags=("fox",))
    answer = await api.get("/content/images", project="acme", limit=10)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    told = answer.json()
    assert (told["total"], told["limit"], told["offset"]) == (1, 10, 0)
    (image,) = told["images"]
    assert set(image) == IMAGE_FIELDS
    assert MOMENT.fullmatch(image.pop("createdAt"))
    assert image == {
        "imageId": asset.content_id,
        "contentId": asset.content_id,
        "url": f"{IMAGES}/acme/red-fox_800x600.png",
        "description": "red-fox",
        "title": "Red fox",
        "tags": ["fox"],
        "width": 800,
        "height": 600,
        "format": "png",
    }


async def test_pages_by_number_are_bare_lists(api: Api) -> None:
    for at in range(5):
        await api.picture(f"fox-{at}")
    first = (await api.get("/content/images", page=1, pageSize=2)).json()
    third = (await api.get("/content/images", page=3, pageSize=2)).json()
    assert [one["description"] for one in first] == ["fox-4", "fox-3"]
    assert [one["description"] for one in third] == ["fox-0"]
    assert set(third[0]) == IMAGE_FIELDS


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({}, ["owl", "red-fox-at-night", "red-fox"]),
        ({"project": "acme"}, ["red-fox-at-night", "red-fox"]),
        ({"projectId": "other"}, ["owl"]),
        ({"search": "night"}, ["red-fox-at-night"]),
        ({"search": "Fox RED"}, ["red-fox-at-night", "red-fox"]),
        ({"offset": 1, "limit": 1}, ["red-fox-at-night"]),
        ({"offset": 9}, []),
        ({"project": "", "search": ""}, ["owl", "red-fox-at-night", "red-fox"]),
    ],
)
async def test_lists_are_narrowed(api: Api, query: dict[str, Any], slugs: list[str]) -> None:
    await _three(api)
    found = (await api.get("/content/images", **query)).json()["images"]
    assert [one["description"] for one in found] == slugs


async def test_a_project_is_named_by_its_id_too(api: Api) -> None:
    await _three(api)
    found = (await api.get("/content/images", projectId=api.other.public_id)).json()
    assert found["total"] == 1


async def test_no_page_is_larger_than_a_hundred(api: Api) -> None:
    assert (await api.get("/content/images", limit=5_000)).json()["limit"] == 100


@pytest.mark.parametrize(
    ("expression", "slugs"),
    [
        ("tags:fox", ["red-fox-at-night", "red-fox"]),
        ("tags:fox AND NOT night", ["red-fox"]),
        ("project:other OR night", ["owl", "red-fox-at-night"]),
        ('"red fox" (format:png)', ["red-fox-at-night", "red-fox"]),
        ("format:webp", []),
        ("", ["owl", "red-fox-at-night", "red-fox"]),
    ],
)
async def test_searches(api: Api, expression: str, slugs: list[str]) -> None:
    await _three(api)
    told = (await api.get("/content/search", expression=expression)).json()
    assert [one["description"] for one in told["images"]] == slugs
    assert told["total"] == len(slugs)
    assert told["next_cursor"] is None


async def test_cursors_stay_right_while_pictures_are_added(api: Api) -> None:
    for at in range(5):
        await api.picture(f"fox-{at}", tags=("fox",))
    asked: dict[str, Any] = {"expression": "tags:fox", "max_results": 2}
    first = (await api.get("/content/search", **asked)).json()
    await api.picture("fox-new", tags=("fox",))
    second = (await api.get("/content/search", **asked, next_cursor=first["next_cursor"])).json()
    third = (await api.get("/content/search", **asked, next_cursor=second["next_cursor"])).json()
    found = [one["description"] for page in (first, second, third) for one in page["images"]]
    assert found == ["fox-4", "fox-3", "fox-2", "fox-1", "fox-0"]
    assert third["next_cursor"] is None


async def test_searches_in_the_order_of_titles(api: Api) -> None:
    for title in ("Birch", "ash", "Cedar"):
        await api.picture(title.lower(), title=title)
    for direction, titles in (("asc", ["ash", "Birch", "Cedar"]), ("desc", ["Cedar", "Birch", "ash"])):
        told = (await api.get("/content/search", sort_by="title", direction=direction)).json()
        assert [one["title"] for one in told["images"]] == titles


@pytest.mark.parametrize(
    ("expression", "column"), [("tags:fox AND", 13), ("(fox", 1), ('a "b', 3), ("x:y", 1)]
)
async def test_a_bad_expression_is_told_with_its_column(api: Api, expression: str, column: int) -> None:
    answer = await api.get("/content/search", expression=expression)
    assert answer.status_code == 400
    told = answer.json()
    assert (told["error"], told["status"]) == ("InvalidRequest", 400)
    assert f"column {column}" in told["message"]


async def test_details(api: Api) -> None:
    asset = await api.picture(
        title="Red fox", alt="A fox", caption="Of a fox.", custom_metadata={"campaign": "spring"}
    )
    told = (await api.get(f"/content/details/{asset.content_id}", key="read")).json()
    assert set(told) == DETAIL_FIELDS
    assert MOMENT.fullmatch(told.pop("createdAt"))
    assert told == {
        "contentId": asset.content_id,
        "title": "Red fox",
        "caption": "Of a fox.",
        "altText": "A fox",
        "customMetadata": {"campaign": "spring"},
        "url": f"{IMAGES}/acme/red-fox_800x600.png",
        "prompt": "red fox",
        "project": "acme",
        "tags": [],
        "width": 800,
        "height": 600,
        "format": "png",
        "model": "sketch",
        "seed": 7,
    }


async def test_pictures_are_described(api: Api) -> None:
    asset = await api.picture(title="Red fox", alt="A fox")
    sent = {"title": "Fox \0", "caption": "Éclair 🦊", "customMetadata": {"owner": ["growth", 1, None]}}
    answer = await api.ask("PATCH", f"/content/details/{asset.content_id}", json=sent)
    assert answer.status_code == 200
    told = (await api.get(f"/content/details/{asset.content_id}")).json()
    assert told == answer.json()
    assert (told["title"], told["caption"], told["altText"]) == ("Fox", "Éclair 🦊", "A fox")
    assert told["customMetadata"] == {"owner": ["growth", 1, None]}
    (deed,) = await api.deeds()
    assert (deed.action, deed.subject, deed.project) == ("describe", asset.content_id, "acme")
    assert deed.who.startswith("key:")


async def test_an_empty_object_of_php_is_a_list(api: Api) -> None:
    asset = await api.picture(custom_metadata={"a": 1})
    answer = await api.ask("PATCH", f"/content/details/{asset.content_id}", json={"customMetadata": []})
    assert answer.json()["customMetadata"] == {}


async def test_tags(api: Api) -> None:
    one, two = [(await api.picture(slug)).content_id for slug in ("fox", "owl")]
    both = [one, two]
    assert (await api.post("/content/tags", {"contentIds": both, "tags": ["Night", "a/b"]})).json() == {
        "success": True
    }
    assert (await api.get("/content/tags")).json() == [
        {"tag": "a/b", "count": 2},
        {"tag": "Night", "count": 2},
    ]
    await api.post("/content/tags/remove", {"contentIds": [one], "tags": ["night"]})
    assert [image["contentId"] for image in (await api.get("/content/tags/NIGHT")).json()] == [two]
    assert len((await api.get("/content/tags/a%2Fb")).json()) == 2
    await api.post("/content/tags/replace", {"contentIds": both, "tags": ["x"]})
    assert (await api.get("/content/tags")).json() == [{"tag": "x", "count": 2}]
    assert (await api.get("/content/tags/unheard-of")).json() == []
    assert [deed.action for deed in await api.deeds()] == ["retag", "retag", "untag", "tag", "tag"]


async def test_more_pictures_of_a_tag_are_linked(api: Api) -> None:
    for at in range(3):
        await api.picture(f"fox-{at}", tags=("red fox",))
    first = await api.get("/content/tags/red fox", limit=2)
    assert len(first.json()) == 2
    rest = await api.get(first.links["next"]["url"])
    assert [image["description"] for image in rest.json()] == ["fox-0"]
    assert "link" not in rest.headers


async def test_pictures_are_deleted_with_their_files(api: Api) -> None:
    ids = [(await api.picture(slug)).content_id for slug in ("fox", "owl")]
    kept = await api.picture("hen")
    answer = await api.post("/content/delete", {"contentIds": ids})
    assert answer.json() == {"message": "Deleted 2 pictures."}
    assert api.purged == ["acme/fox", "acme/owl"]
    assert (await api.get(f"/content/details/{ids[0]}")).status_code == 404
    assert (await api.get("/content/images")).json()["images"][0]["contentId"] == kept.content_id
    deeds = (await api.catalog.audit.page(kept.account_id, limit=2)).items
    assert [(deed.action, deed.detail["slug"]) for deed in deeds] == [("delete", "owl"), ("delete", "fox")]


async def test_if_one_is_not_there_none_is_deleted(api: Api) -> None:
    asset = await api.picture()
    answer = await api.post("/content/delete", {"contentIds": [asset.content_id, "nothing"]})
    assert answer.status_code == 404
    assert api.purged == []
    assert (await api.get(f"/content/details/{asset.content_id}")).status_code == 200


@pytest.mark.parametrize(
    ("new_url", "url"),
    [
        ("acme/new-hero", "/acme/new-hero_800x600.png"),
        ("/acme/New Hero!", "/acme/new-hero_800x600.png"),
        ("acme/new-hero_400x300.webp", "/acme/new-hero_800x600.png"),
        (f"{IMAGES}/acme/new-hero.png?v=1", "/acme/new-hero_800x600.png"),
        ("http://origin/acme/new-hero", "/acme/new-hero_800x600.png"),
        ("new-hero", "/acme/new-hero_800x600.png"),
        ("acme/release-1.5", "/acme/release-1-5_800x600.png"),
        ("other/new-hero", "/other/new-hero_800x600.png"),
    ],
)
async def test_pictures_are_renamed(api: Api, new_url: str, url: str) -> None:
    asset = await api.picture()
    answer = await api.post(f"/content/rename/{asset.content_id}", {"newUrl": new_url})
    assert answer.status_code == 200, answer.text
    assert answer.json()["success"] is True
    assert answer.json()["message"]
    assert (await api.get(f"/content/details/{asset.content_id}")).json()["url"] == IMAGES + url
    assert api.purged == ["acme/red-fox"]
    assert [deed.action for deed in await api.deeds()] == ["rename"]


async def test_edits_are_renamed_with_their_source(api: Api) -> None:
    fox = await api.picture()
    edit = await api.picture("red-fox/add-a-hat", address="/acme/red-fox_800x600.png/add-a-hat.png")
    await api.post(f"/content/rename/{fox.content_id}", {"newUrl": "acme/hero"})
    told = (await api.get(f"/content/details/{edit.content_id}")).json()
    assert told["url"] == f"{IMAGES}/acme/hero_800x600.png/add-a-hat.png"
    assert api.purged == ["acme/red-fox", "acme/red-fox/add-a-hat"]


async def test_an_edit_by_itself_keeps_its_size(api: Api) -> None:
    edit = await api.picture("red-fox/add-a-hat", address="/acme/red-fox_800x600.png/add-a-hat.png")
    await api.post(f"/content/rename/{edit.content_id}", {"newUrl": "acme/fox-with-hat"})
    told = (await api.get(f"/content/details/{edit.content_id}")).json()
    assert told["url"] == f"{IMAGES}/acme/fox-with-hat_800x600.png"


async def test_an_address_that_is_taken(api: Api) -> None:
    fox, _ = await api.picture(), await api.picture("owl")
    answer = await api.post(f"/content/rename/{fox.content_id}", {"newUrl": "acme/owl"})
    assert (answer.status_code, answer.json()["error"]) == (409, "Conflict")


async def test_projects(api: Api) -> None:
    await api.picture()
    told = (await api.get("/account/projects", key="read")).json()
    acme, other = told["projects"]
    assert set(acme) == set(other) == PROJECT_FIELDS
    assert (acme["project"], acme["name"], acme["displayName"]) == ("acme", "acme", "ACME Inc.")
    assert (acme["imageCount"], acme["isDefault"]) == (1, True)
    assert other["displayName"] == "other"
    assert acme["projectId"] == api.acme.public_id


async def test_projects_are_made(api: Api) -> None:
    sent = {"project": "my-website", "displayName": "My Website", "description": "Portfolio", "isDefault": 1}
    told = (await api.post("/account/projects", sent)).json()
    assert told["success"] is True
    assert set(told["project"]) == PROJECT_FIELDS
    assert told["project"]["isDefault"] is True
    by_id = (await api.get(f"/account/projects/{told['project']['projectId']}")).json()
    assert by_id == (await api.get("/account/projects/my-website")).json()
    assert (await api.get("/account/projects/acme")).json()["isDefault"] is False
    assert [deed.action for deed in await api.deeds()] == ["create project"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"project": "acme", "displayName": "Again"}, 409),
        ({"project": "My Website", "displayName": "Spaces"}, 400),
        ({"project": "content", "displayName": "A route"}, 400),
        ({"project": "fine"}, 400),
        ({"displayName": "Fine"}, 400),
    ],
)
async def test_projects_that_cannot_be_made(api: Api, sent: dict[str, Any], status: int) -> None:
    answer = await api.post("/account/projects", sent)
    told = answer.json()
    assert answer.status_code == told["status"] == status
    assert told["success"] is False
    assert told["message"]


async def test_a_project_with_its_settings(api: Api) -> None:
    kept = Upload(sha256="ab" * 32, media_type="image/png", bytes=9, width=800, height=600)
    await api.catalog.uploads.keep(kept)
    upload = await api.picture("photo", kind="uploaded", recipe=None, upload=kept.sha256)
    sent = {
        "customPrompt": "on white",
        "negativePrompt": "text",
        "style": "watercolor",
        "defaultModel": "z-image-turbo",
        "referenceImages": [upload.content_id],
        "whoMayGenerate": "keyed",
    }
    answer = await api.ask("PATCH", "/account/projects/acme", json=sent)
    assert answer.status_code == 200, answer.text
    told = (await api.get("/account/projects/acme", key="read")).json()
    assert told == answer.json()
    assert told | sent | {"referenceImages": ["ab" * 32]} == told
    assert told["displayName"] == "ACME Inc."
    cleared = await api.ask("PATCH", "/account/projects/acme", json={"referenceImages": [], "style": ""})
    assert (cleared.json()["referenceImages"], cleared.json()["style"]) == ([], "")


@pytest.mark.parametrize(
    "sent", [{"whoMayGenerate": "nobody"}, {"defaultModel": "unheard-of"}, {"referenceImages": ["a", "b"]}]
)
async def test_settings_that_cannot_be(api: Api, sent: dict[str, Any]) -> None:
    answer = await api.ask("PATCH", "/account/projects/acme", json=sent)
    assert answer.status_code == 400
    assert next(iter(sent)) in answer.json()["message"]


async def test_a_project_is_not_set_so_that_nothing_can_be_painted(api: Api) -> None:
    kept = Upload(sha256="ab" * 32, media_type="image/png", bytes=9, width=800, height=600)
    await api.catalog.uploads.keep(kept)

    async def patched(**sent: Any) -> tuple[int, str]:
        answer = await api.ask("PATCH", "/account/projects/acme", json=sent)
        return answer.status_code, answer.json().get("message", "")

    for wish in ({"negativePrompt": "text"}, {"referenceImages": [kept.sha256]}):
        (field,) = wish
        status, told = await patched(**wish)
        assert status == 400
        assert told.startswith(f"{field}: the model sketch heeds no ")
        assert told.endswith("with a defaultModel that does: z-image-turbo.")
        assert (await patched(**wish, defaultModel="z-image-turbo"))[0] == 200
        status, told = await patched(defaultModel="sketch")
        assert (status, told.partition(":")[0]) == (400, "defaultModel")
        assert (await patched(**dict.fromkeys(wish, [] if "Images" in field else ""), defaultModel="sketch"))[
            0
        ] == 200
    await api.catalog.projects.set(api.acme.id, {"negative_prompt": "text"})  # as it was set before
    assert (await patched(displayName="Still set"))[0] == 200


async def _three(api: Api) -> None:
    await api.picture("red-fox", tags=("fox",))
    await api.picture("red-fox-at-night", tags=("fox",))
    await api.picture("owl", api.other)
