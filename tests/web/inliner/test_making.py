"""Pictures that are named, painted and changed through the API."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from imgorigin.errors import NotUnderstood, PaintFailed
from imgorigin.imaging.vector import MEDIA_TYPE
from imgorigin.web.dialects.inliner import making
from tests.web.inliner.shop import IMAGES, Shop, open_shop, photo, picture_of
from tests.web.inliner.test_refusals import check

LONG = (
    "A photorealistic red fox with a blue scarf, sitting in a snowy forest at dawn, soft light through the "
    "trees, highly detailed, 8k, cinematic, shot on a 50mm lens with shallow depth of field"
)
SIZED = {"project": "acme", "width": 320, "height": 200, "extension": "png"}


async def recommended(shop: Shop, prompt: str = LONG, **more: Any) -> dict[str, Any]:
    answer = await shop.post("/url/recommend", {"prompt": prompt, **SIZED, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def generated(shop: Shop, prompt: str = LONG, **more: Any) -> dict[str, Any]:
    answer = await shop.post("/content/generate", {"prompt": prompt, **SIZED, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def test_a_slug_is_recommended_and_nothing_is_made(shop: Shop) -> None:
    told = await recommended(shop)
    slug = told["recommendedSlug"]
    assert set(told) == {"recommendedSlug", "recommended_slug", "alternativeSlugs", "fullPath", "fullUrl"}
    assert (told["recommended_slug"], len(slug) <= 60, "fox" in slug) == (slug, True, True)
    assert len(told["alternativeSlugs"]) >= 3
    assert told["fullPath"] == f"acme/{slug}_320x200.png"
    assert told["fullUrl"] == f"{IMAGES}/acme/{slug}_320x200.png"
    assert await recommended(shop) == told
    assert (await shop.get("/content/images")).json()["total"] == 0
    assert not shop.origin.painter.paints


async def test_without_a_size_a_path_has_that_of_every_picture(shop: Shop) -> None:
    answer = await shop.post("/url/recommend", {"prompt": "a fox", "width": None})
    assert answer.json()["fullPath"] == "acme/fox_1024x1024.png"


async def test_the_same_prompt_has_the_same_slug_and_another_one_another(shop: Shop) -> None:
    first = await recommended(shop)
    assert (await generated(shop))["prompt"] == first["fullPath"]
    assert (await recommended(shop))["recommendedSlug"] == first["recommendedSlug"]
    await generated(shop, "Something else", slug=first["alternativeSlugs"][0])
    assert first["alternativeSlugs"][0] not in (await recommended(shop))["alternativeSlugs"]
    await generated(shop, "a fox", slug="fox")
    other = (await recommended(shop, "the fox"))["recommendedSlug"]
    assert other != "fox"
    assert (await recommended(shop, "a fox"))["recommendedSlug"] == "fox"


async def test_the_same_prompt_has_the_same_slug_where_a_project_adds_words(shop: Shop) -> None:
    await shop.settings("acme", custom_prompt="on white")
    first = await generated(shop, "a fox")
    assert (await generated(shop, "a fox"))["contentId"] == first["contentId"]
    assert shop.origin.painter.paints == {"a fox, on white": 1}
    await shop.settings("acme", custom_prompt="on black")
    assert (await generated(shop, "a fox"))["contentId"] != first["contentId"]


async def test_a_whole_prompt_is_bound_to_a_short_path(shop: Shop) -> None:
    told = await generated(shop)
    assert set(told) == {
        "prompt", "contentId", "imageUrl", "status", "mediaAsset", "width", "height", "format"
    }  # fmt: skip
    assert told["status"] == "ready"
    image = picture_of(told["mediaAsset"]["data"])
    assert (image.width, image.height) == (told["width"], told["height"]) == (320, 200)
    assert told["imageUrl"] == f"{IMAGES}/{told['prompt']}"
    assert shop.origin.painter.paints == {LONG: 1}
    assert (await shop.origin.get(f"/{told['prompt']}")).status_code == 200
    details = (await shop.get(f"/content/details/{told['contentId']}")).json()
    assert (details["prompt"], details["url"]) == (LONG, told["imageUrl"])
    larger = told["prompt"].replace("320x200", "640x400").replace(".png", ".webp")
    assert (await shop.origin.get(f"/{larger}")).status_code == 200
    assert shop.origin.painter.paints == {LONG: 1}


async def test_it_may_take_longer(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "GENERATE_SECONDS", 0.01)
    painter = shop.origin.painter
    painter.gate.clear()
    answer = await shop.post("/content/generate", {"prompt": LONG, **SIZED})
    told = answer.json()
    assert (answer.status_code, told["status"], answer.headers["retry-after"]) == (202, "generating", "3")
    assert "mediaAsset" not in told
    assert told["contentId"]
    painter.step = (1, 4)
    first, second = await shop.poll(told["prompt"]), await shop.poll(told["prompt"])
    assert first.status_code == second.status_code == 202
    assert first.json()["contentId"] == told["contentId"]
    painter.gate.set()
    done = await shop.get(f"/content/request-json/{told['prompt']}", headers={"prefer": "wait=20"})
    assert (done.status_code, done.json()["contentId"]) == (200, told["contentId"])
    assert painter.paints == {LONG: 1}


@pytest.mark.parametrize(
    ("sent", "path"),
    [
        ({"slug": "Red Fox!"}, "acme/red-fox_320x200.png"),
        ({"slug": "red_fox", "extension": "JPEG"}, "acme/red-fox_320x200.jpg"),
        ({"slug": "red-fox~v2_9x9", "extension": ".webp"}, "acme/red-fox-v2-9x9_320x200.webp"),
        ({"slug": "a/b"}, "acme/a-b_320x200.png"),
        ({"slug": "x", "width": None, "height": None}, "acme/x_1024x1024.png"),
        ({"slug": "", "prompt": "fox"}, "acme/fox_320x200.png"),
        ({"slug": None, "prompt": "fox", "project": None}, "acme/fox_320x200.png"),
    ],
)
async def test_paths_are_canonical(shop: Shop, sent: dict[str, Any], path: str) -> None:
    assert (await generated(shop, **sent))["prompt"] == path


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"prompt": ""}, 400, "prompt"),
        ({"prompt": None}, 400, "prompt"),
        ({"prompt": "x" * 5_000}, 400, "prompt"),
        ({"width": 5}, 400, "width"),
        ({"width": 5_000}, 400, "width"),
        ({"width": "wide"}, 400, "width"),
        ({"extension": "gif"}, 400, "extension"),
        ({"slug": "!!!"}, 400, "slug"),
        ({"slug": "é" * 150}, 400, "words"),
        ({"mode": "premium"}, 400, "mode"),
        ({"model": "IMAGE_GEN_FLUX_PRO"}, 400, "Allowed: fake"),
        ({"project": "nowhere"}, 404, "nowhere"),
    ],
)
async def test_what_cannot_be_made(shop: Shop, sent: dict[str, Any], status: int, says: str) -> None:
    answer = await shop.post("/content/generate", {"prompt": "fox", **SIZED, **sent})
    assert says in check(answer, status)["message"]
    assert (await shop.get("/content/images")).json()["total"] == 0


async def test_a_path_is_bound_for_good(shop: Shop) -> None:
    await generated(shop, "a fox", slug="fox")
    answer = await shop.post("/content/generate", {"prompt": "a hen", **SIZED, "slug": "fox"})
    assert check(answer, 409)["error"] == "Conflict"


async def test_many_who_ask_for_one_name_at_once_get_different_ones(shop: Shop) -> None:
    prompts = ["a fox", "the fox", "one fox", "that fox"]
    told = await asyncio.gather(*(generated(shop, prompt) for prompt in prompts))
    assert len({one["prompt"] for one in told}) == len(prompts)


async def test_what_is_refused_is_not_bound(tmp_path: Path) -> None:
    words = tmp_path / "blocked"
    words.write_text("forbidden\n")
    async with open_shop(tmp_path / "data", blocklist=str(words)) as shop:
        sent = {"prompt": "a forbidden thing", **SIZED}
        assert check(await shop.post("/content/generate", sent), 400)["error"] == "ContentRefused"
        await generated(shop, "a fox", slug="fox")
        edit = {"imageUrl": "/acme/fox_320x200.png", "instructions": "make it forbidden"}
        check(await shop.post("/content/edit", edit), 400)
        assert (await shop.get("/content/images")).json()["total"] == 1


@pytest.mark.parametrize("call", ["generate", "edit"])
async def test_who_only_reads_makes_nothing(shop: Shop, call: str) -> None:
    sent = {"prompt": "fox", "imageUrl": "/acme/fox.png", "instructions": "blue"}
    check(await shop.post(f"/content/{call}", sent, key=await shop.key("read")), 403)


async def test_keys_of_other_projects_and_frozen_ones(shop: Shop) -> None:
    theirs = await shop.key("manage", "demo")
    for path, body in [
        ("/content/generate", {"prompt": "fox", "project": "acme"}),
        ("/url/recommend", {"prompt": "fox", "project": "acme"}),
        ("/content/edit", {"imageUrl": "/acme/fox.png", "instructions": "blue"}),
    ]:
        check(await shop.post(path, body, key=theirs), 404)
    check(await shop.get("/content/request-json/acme/fox.png", key=theirs), 404)
    assert (await shop.post("/content/generate", {"prompt": "fox"}, key=theirs)).json()[
        "prompt"
    ] == "demo/fox_1024x1024.png"
    await shop.settings("acme", paint="frozen")
    check(await shop.post("/content/generate", {"prompt": "fox", "project": "acme"}), 404)
    check(await shop.poll("acme/fox.png"), 404)


@pytest.mark.parametrize("name", ["fake", "FAKE", "IMAGE_GEN_FAKE", "image-gen-fake", "someone/Fake"])
async def test_models_by_many_names(shop: Shop, name: str) -> None:
    told = await generated(shop, model=name)
    details = (await shop.get(f"/content/details/{told['contentId']}")).json()
    assert details["model"] == "fake"


async def test_a_picture_that_cannot_be_painted(shop: Shop) -> None:
    shop.origin.painter.failures = [PaintFailed("No.")]
    assert check(await shop.get("/content/request-json/acme/fox.png"), 500)["error"] == "GenerationFailed"
    check(await shop.poll("acme/fox.png"), 500)
    assert shop.origin.painter.paints == {"fox": 1}


async def test_a_picture_by_its_path(shop: Shop) -> None:
    told = (await shop.get("/content/request-json/acme/Red_Fox_64x48.JPEG")).json()
    assert picture_of(told.pop("mediaAsset")["data"]).width == 64
    assert told.pop("contentId")
    assert told == {
        "status": "ready",
        "imageUrl": f"{IMAGES}/acme/red-fox_64x48.jpg",
        "width": 64,
        "height": 48,
        "format": "jpg",
    }
    bare = (await shop.get("/content/request-json/acme/red-fox_64x48.jpg?data=0")).json()
    assert "mediaAsset" not in bare
    drawing = (await shop.get("/content/request-json/acme/red-fox_64x48.svg")).json()
    assert drawing["mediaAsset"]["data"].startswith(f"data:{MEDIA_TYPE};base64,")


async def test_polling_tells_how_far_it_is(shop: Shop) -> None:
    painter = shop.origin.painter
    painter.step = (3, 4)
    painter.gate.clear()
    while (answer := await shop.poll("acme/fox.png")).json()["state"] == "queued":
        await asyncio.sleep(0)
    told = answer.json()
    assert (answer.status_code, told["status"], told["state"]) == (202, "generating", "painting")
    assert (told["progress"], told["contentId"]) == (0.75, None)
    painter.gate.set()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("acme/fox", 404), ("acme", 404), ("", 404), ("acme/fox.gif", 400), ("nowhere/fox.png", 404),
        ("acme/fox_1x1.png", 400), ("acme/%FF.png", 404), ("acme/fox~v7.png", 404),
        ("acme/fox.png?data=x", 400), ("content/fox.png", 404),
    ],
)  # fmt: skip
async def test_paths_of_no_picture(shop: Shop, path: str, status: int) -> None:
    check(await shop.get(f"/content/request-json/{path}"), status)


@pytest.mark.parametrize(
    ("url", "edited"),
    [
        ("http://origin/acme/fox_320x200.png", "/acme/fox_320x200.png/add-a-hat.png"),
        ("/acme/fox_320x200.jpg?x=1#y", "/acme/fox_320x200.jpg/add-a-hat.jpg"),
        ("acme/Fox.png/make-it-blue-90x50.png", "/acme/fox.png/make-it-blue_90x50.png/add-a-hat.png"),
    ],
)
async def test_edits(shop: Shop, url: str, edited: str) -> None:
    answer = await shop.post("/content/edit", {"imageUrl": url, "instructions": "Add a hat!"})
    assert (answer.status_code, answer.json()) == (
        200,
        {"success": True, "editedImageUrl": IMAGES + edited},
    )
    assert (await shop.origin.get(edited)).status_code == 200
    (latest, *_) = (await shop.get("/content/images")).json()["images"]
    assert latest["url"] == IMAGES + edited
    again = await shop.post("/content/edit", {"imageUrl": url, "instructions": "add a hat"})
    assert again.json() == answer.json()


async def test_a_long_instruction_has_a_short_path_and_is_followed_whole(shop: Shop) -> None:
    wish = (
        "Remove the background, then add a soft shadow below the fox and " + "warm light " * 10 + "in the fur"
    )
    sent = {"imageUrl": "/acme/fox_320x200.png", "instructions": wish}
    url = (await shop.post("/content/edit", sent)).json()["editedImageUrl"]
    assert len(url.rpartition("/")[2]) < 100
    assert f"fox, {wish}" in shop.origin.painter.inputs
    assert (await shop.post("/content/edit", sent)).json()["editedImageUrl"] == url
    other = {**sent, "instructions": f"{wish} again"}
    assert (await shop.post("/content/edit", other)).json()["editedImageUrl"] != url


async def test_a_short_instruction_is_followed_as_it_was_sent(shop: Shop) -> None:
    sent = {"imageUrl": "/acme/fox_320x200.png", "instructions": 'Add text "50% OFF!"'}
    url = (await shop.post("/content/edit", sent)).json()["editedImageUrl"]
    assert url.endswith("/add-text-50-off.png")
    assert f"fox, {sent['instructions']}" in shop.origin.painter.inputs
    others = [{**sent, "instructions": words} for words in ("add text 50 off", 'Add text "50% off!"')]
    found = {(await shop.post("/content/edit", other)).json()["editedImageUrl"] for other in others}
    assert len({url, *found}) == 3
    assert (await shop.post("/content/edit", sent)).json()["editedImageUrl"] == url


async def test_an_edit_may_take_longer(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "GENERATE_SECONDS", 0.01)
    shop.origin.painter.gate.clear()
    answer = await shop.post("/content/edit", {"imageUrl": "/acme/fox.png", "instructions": "blue"})
    assert (answer.status_code, answer.json()["success"]) == (202, True)
    shop.origin.painter.gate.set()
    assert (await shop.origin.get("/acme/fox.png/blue.png")).status_code == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"imageUrl": "https://evil.example/acme/fox.png"}, 400),
        ({"imageUrl": "http://169.254.169.254/acme/fox.png"}, 400),
        ({"imageUrl": "file:///acme/fox.png"}, 400),
        ({"imageUrl": "data:image/png;base64,AAAA"}, 400),
        ({"imageUrl": "http://origin/livez"}, 404),
        ({"imageUrl": "/nowhere/fox.png"}, 404),
        ({"imageUrl": "/acme/fox.png", "instructions": "!!!"}, 400),
        ({"imageUrl": "/acme/fox.png", "instructions": ""}, 400),
        ({"imageUrl": "/acme/fox.png" + "/a.png" * 8}, 400),
        ({}, 400),
    ],
)
async def test_what_cannot_be_edited(shop: Shop, sent: dict[str, Any], status: int) -> None:
    answer = await shop.post("/content/edit", {"instructions": "blue", **sent})
    check(answer, status)
    assert answer.json()["success"] is False
    assert not shop.origin.painter.paints


async def test_a_picture_that_was_renamed_is_found_by_its_old_name(shop: Shop) -> None:
    told = await generated(shop, "a fox", slug="fox")
    await shop.post(f"/content/rename/{told['contentId']}", {"newUrl": "acme/new-fox"})
    found = (await shop.poll("acme/fox_320x200.png")).json()
    assert (found["imageUrl"], found["contentId"]) == (
        f"{IMAGES}/acme/new-fox_320x200.png",
        told["contentId"],
    )
    edit = {"imageUrl": "/acme/fox_320x200.png", "instructions": "blue"}
    url = (await shop.post("/content/edit", edit)).json()["editedImageUrl"]
    assert url == f"{IMAGES}/acme/new-fox_320x200.png/blue.png"
    answer = await shop.post("/content/generate", {"prompt": "a hen", **SIZED, "slug": "fox"})
    check(answer, 409)


@pytest.mark.parametrize("edits", ["/blue.png", "/blue_90x50.png", "/blue.png/green_90x50.webp"])
async def test_edits_of_the_old_name_lead_to_those_of_the_new_one(shop: Shop, edits: str) -> None:
    told = await generated(shop, "a fox", slug="fox")
    await shop.origin.get("/acme/fox_320x200.png/blue.png")
    await shop.post(f"/content/rename/{told['contentId']}", {"newUrl": "acme/new-fox"})
    answer = await shop.origin.get(f"/acme/fox_320x200.png{edits}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/acme/new-fox_320x200.png{edits}")
    assert (await shop.origin.get(answer.headers["location"])).status_code == 200
    found = (await shop.poll(f"acme/fox_320x200.png{edits}")).json()
    assert found["imageUrl"] == f"{IMAGES}/acme/new-fox_320x200.png{edits}"


async def test_an_edit_that_cannot_be_done_leaves_nothing_behind(shop: Shop) -> None:
    shop.origin.painter.failures = [NotUnderstood("Nothing of this could be done: 'xyzzy'.")]
    sent = {"imageUrl": "/acme/fox_320x200.png", "instructions": "xyzzy"}
    answer = await shop.post("/content/edit", sent)
    assert (answer.status_code, answer.json()["error"]) == (400, "InstructionNotUnderstood")
    listed = (await shop.get("/content/images")).json()["images"]
    assert [image["description"] for image in listed] == ["fox"]


async def test_no_file_of_a_renamed_picture_stays_under_its_old_name(shop: Shop) -> None:
    told = await generated(shop, "a fox", slug="fox")
    paths = ["/acme/fox_320x200.png", "/acme/fox~v0_64x48.png", "/acme/fox~v0_64x48.png/blue~v0.webp"]
    await shop.get("/acme/fox_64x48.png/blue.webp")  # binds the edit
    before = [(await shop.get(path)).content for path in paths]
    painted = shop.origin.painter.paints.total()
    await shop.post(f"/content/rename/{told['contentId']}", {"newUrl": "acme/new-fox"})
    for path, content in zip(paths, before, strict=True):
        moved = await shop.get(path)
        assert (moved.status_code, moved.headers["location"]) == (308, path.replace("fox", "new-fox"))
        assert (await shop.get(moved.headers["location"])).content == content
    assert shop.origin.painter.paints.total() == painted
    kept = await shop.origin.parts.store.keys_anywhere("images/")
    assert kept
    assert all("new-fox" in key for key in kept)


async def test_an_edit_that_became_a_picture_is_found_by_its_old_name(shop: Shop) -> None:
    told = await generated(shop, "a fox", slug="fox")
    path = "/acme/fox_320x200.png/blue.webp"
    before = (await shop.get(path)).content
    edit = (await shop.poll(path.removeprefix("/"))).json()["contentId"]
    await shop.post(f"/content/rename/{edit}", {"newUrl": "acme/blue-fox"})
    await shop.post(f"/content/rename/{told['contentId']}", {"newUrl": "acme/red-fox"})
    moved = await shop.get(path)
    assert moved.headers["location"] == "/acme/blue-fox_320x200.webp"
    assert (await shop.get(moved.headers["location"])).content == before
    further = await shop.get(f"{path}/at-night.png")
    assert further.headers["location"] == "/acme/blue-fox_320x200.webp/at-night.png"
    versions = await shop.get(f"/content/versions{path}")
    assert versions.headers["location"] == "/content/versions/acme/blue-fox_320x200.webp"


@pytest.mark.parametrize("side", [0, -1, 5, 5_000, 99_999])
async def test_a_side_that_is_out_of_bounds_is_told_the_bounds_of_this_server(shop: Shop, side: int) -> None:
    told = check(await shop.post("/url/recommend", {"prompt": "a fox", "height": side}), 400)
    assert told["message"] == f"height: {side} pixels. Allowed: 16 to 4096."


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("prompt", None, "prompt: null is no text."),
        ("prompt", {"a": [True]}, 'prompt: {"a": [true]} is no text.'),
        ("width", True, "width: true is no whole number."),
        ("width", "wide", "width: 'wide' is no whole number."),
    ],
)
async def test_a_wrong_value_is_told_as_it_was_written(
    shop: Shop, field: str, value: object, problem: str
) -> None:
    told = check(await shop.post("/url/recommend", {"prompt": "a fox", field: value}), 400)
    assert told["message"].startswith(problem)


async def test_slugs_from_a_picture(shop: Shop) -> None:
    own = await generated(shop)
    told = (await shop.post("/url/recommend-from-content", {"contentId": own["contentId"]})).json()
    assert set(told) == {"recommended", "suggestions"}
    assert told["suggestions"][0] == told["recommended"]
    assert "fox" in told["recommended"]
    sent = await shop.upload(photo(), filename="harbour at dawn.png", prompt="x1")
    asked = {"contentId": sent.json()["imageId"], "maxLength": 20}
    told = (await shop.post("/url/recommend-from-content", asked)).json()
    assert told["recommended"] == "harbour-at-dawn"
    assert all(len(slug) <= 20 for slug in told["suggestions"])
    await generated(shop, "a pier", slug="harbour-at-dawn")
    told = (await shop.post("/url/recommend-from-content", asked)).json()
    assert told["recommended"] != "harbour-at-dawn"


@pytest.mark.parametrize(
    ("sent", "status"), [({"contentId": "x"}, 404), ({}, 400), ({"contentId": "x", "maxLength": 0}, 400)]
)
async def test_slugs_of_no_picture(shop: Shop, sent: dict[str, Any], status: int) -> None:
    check(await shop.post("/url/recommend-from-content", sent), status)


async def test_what_was_used_and_may_be_used(tmp_path: Path) -> None:
    async with open_shop(tmp_path, plan="pro") as shop:
        await generated(shop, "a fox", slug="fox")
        await shop.post("/content/edit", {"imageUrl": "/acme/fox_320x200.png", "instructions": "blue"})
        answer = await shop.get("/account/plan-usage")
        told = answer.json()
        assert told["plan"] == "Pro"
        assert told["billingPeriod"]["start"].endswith("-01T00:00:00Z")
        assert told["billingPeriod"]["end"].endswith("T23:59:59Z")
        usage = told["usage"]
        assert (usage["imagesGenerated"], usage["imagesLimit"], usage["remaining"]) == (2, 1200, 1198)
        assert usage["editsMade"] == 1
        assert answer.headers["x-ratelimit-limit"] == "300"
        plan = (await shop.get("/account/current-plan")).json()
        assert plan.pop("features")
        assert plan == {
            "plan": "Pro", "imagesPerMonth": 1200, "requestsPerMinute": 300, "concurrentGenerations": 10
        }  # fmt: skip


async def test_a_plan_without_bounds(shop: Shop) -> None:
    told = (await shop.get("/account/plan-usage")).json()
    assert (told["plan"], told["usage"]["imagesLimit"], told["usage"]["remaining"]) == (
        "Unlimited",
        None,
        None,
    )


async def test_more_requests_than_the_plan_has(tmp_path: Path) -> None:
    async with open_shop(tmp_path, plan="house", plans={"house": {"requests_per_minute": 2}}) as shop:
        assert [(await shop.get("/content/tags")).status_code for _ in range(2)] == [200, 200]
        answer = await shop.get("/content/tags")
        check(answer, 429)
        assert answer.headers["x-ratelimit-limit"] == "2"
        assert answer.headers["x-ratelimit-remaining"] == "0"
        assert int(answer.headers["x-ratelimit-reset"]) > 0
        assert int(answer.headers["retry-after"]) > 0


async def test_more_pictures_than_the_plan_has(tmp_path: Path) -> None:
    async with open_shop(tmp_path, plan="house", plans={"house": {"images_per_month": 1}}) as shop:
        await generated(shop, "a fox", slug="fox")
        answer = await shop.post("/content/generate", {"prompt": "a hen", **SIZED})
        assert "house" in check(answer, 429)["message"].lower()


async def test_what_a_budget_refuses_is_not_bound(tmp_path: Path) -> None:
    async with open_shop(tmp_path, plan="house", plans={"house": {"images_per_month": 1}}) as shop:
        await generated(shop, "a fox", slug="fox")
        edit = {"imageUrl": "/acme/owl_320x200.png", "instructions": "blue"}
        for path, sent in (
            ("/content/generate", {"prompt": "a hen", "slug": "hen", **SIZED}),
            ("/content/edit", edit),
            ("/content/edit", {**edit, "imageUrl": "/acme/fox_320x200.png"}),
        ):
            check(await shop.post(path, sent), 429)
            assert (await shop.get("/content/images")).json()["total"] == 1
        told = await generated(shop, "a fox", slug="fox")  # painted: no budget has a say in it
        assert told["prompt"] == "acme/fox_320x200.png"


async def test_a_budget_of_one_leaves_what_another_is_painting_bound(tmp_path: Path) -> None:
    async with open_shop(tmp_path, plan="house", plans={"house": {"images_per_month": 1}}) as shop:
        sent = {"prompt": "a hen", "slug": "hen", **SIZED}
        answers = await asyncio.gather(*(shop.post("/content/generate", sent) for _ in range(4)))
        assert {answer.status_code for answer in answers} == {200}
        assert (await shop.get("/content/images")).json()["total"] == 1


async def test_addresses_are_told_under_the_public_origin(tmp_path: Path) -> None:
    async with open_shop(tmp_path, public_origins=["https://img.example.com"]) as shop:
        told = await generated(shop, "a fox", slug="fox")
        assert told["imageUrl"] == "https://img.example.com/acme/fox_320x200.png"
        edit = {"imageUrl": told["imageUrl"], "instructions": "blue"}
        assert (await shop.post("/content/edit", edit)).json()["editedImageUrl"].startswith("https://img.")


@pytest.mark.parametrize("of_project", [True, False])
async def test_without_storage_nothing_new_is_given_an_address(shop: Shop, of_project: bool) -> None:
    old, new = "acme/old_320x200.png", "acme/new_320x200.png"
    before = await generated(shop, "an old fox", slug="old")
    if of_project:
        await shop.settings("acme", storage=False)
    rows = shop.origin.parts.catalog
    _, key = await rows.keys.create(shop.account, "x", "manage", storage=of_project)
    headers = {"x-api-key": key}
    for refused in (
        await shop.post("/content/generate", {"prompt": "a fox", **SIZED}, key=key),
        await shop.post("/content/edit", {"imageUrl": before["imageUrl"], "instructions": "blue"}, key=key),
        await shop.upload(photo(), project="acme", prompt="new", key=key),
        await shop.poll(new, key=key),
        await shop.post(f"/content/reroll/{old}", {}, key=key),
        await shop.origin.get(f"/{new}", **headers),
        await shop.origin.get(f"/{new}.json", **headers),
        await shop.origin.get(f"/content/events/{new}", **headers),
    ):
        assert refused.status_code == 403, refused.text
        assert "--no-storage" in refused.text
        assert "POST /api/v1/generate" in refused.text
    assert (await shop.origin.get(f"/{new}")).status_code == (403 if of_project else 200)
    assert (await shop.poll(old, key=key)).status_code == 200
    await shop.origin.parts.purger.purge("acme", "old", whole=True)
    larger = old.replace("320x200", "640x400")
    assert (await shop.origin.get(f"/{larger}", **headers)).status_code == 200
    assert set(shop.origin.painter.paints) == ({"an old fox"} if of_project else {"an old fox", "new"})
