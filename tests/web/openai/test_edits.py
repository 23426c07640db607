"""POST /v1/images/edits and /v1/images/variations, as the contract has them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.inliner.shop import Shop, photo
from tests.web.openai.server import EDITS, VARIATIONS, error_of, events, mask, picture, send

PHOTO = ("photo.png", photo())


async def test_a_picture_is_changed_at_its_own_size(shop: Shop) -> None:
    answer = await send(shop, EDITS, {"image": PHOTO}, prompt="make it warmer")
    assert answer.status_code == 200
    told = answer.json()
    (one,) = told["data"]
    assert told["size"] == "300x200"
    assert one["revised_prompt"] == "make it warmer"
    assert (await shop.origin.get(one["url"])).status_code == 200
    assert told["usage"]["input_tokens_details"] == {"image_tokens": 24, "text_tokens": 4}
    again = await send(shop, EDITS, {"image": PHOTO}, prompt="make it warmer")
    assert again.json()["data"] == told["data"]


async def test_another_size_format_and_base64(shop: Shop) -> None:
    answer = await send(
        shop,
        EDITS,
        {"image": ("a.webp", photo(form=".webp"))},
        prompt="make it warmer",
        size="120x80",
        output_format="webp",
        response_format="b64_json",
    )
    (one,) = answer.json()["data"]
    assert one["url"].endswith("_120x80.webp")
    assert (picture(one["b64_json"]).width, picture(one["b64_json"]).height) == (120, 80)


async def test_several_pictures_by_the_names_that_clients_give_them(shop: Shop) -> None:
    files = [("image[]", ("a.png", photo(red=1))), ("image[]", ("b.png", photo(red=2)))]
    answer = await send(shop, EDITS, files, prompt="make it warmer")
    assert answer.status_code == 200
    assert answer.json()["ignored"] == ["image"]  # a model that looks at one


async def test_pictures_that_come_out_the_same_are_told_to(shop: Shop) -> None:
    answer = await send(shop, EDITS, {"image": PHOTO}, prompt="make it warmer", n=2)
    first, second = answer.json()["data"]
    assert first == second
    assert answer.json()["ignored"] == ["n"]


async def test_what_was_not_done_of_an_edit_is_told(shop: Shop) -> None:
    shop.origin.painter.facts = {"not_done": ["add a dragon"]}
    fields = {"prompt": "make it night and add a dragon"}
    (one,) = (await send(shop, EDITS, {"image": PHOTO}, **fields)).json()["data"]
    assert one["not_done"] == ["add a dragon"]
    shop.origin.painter.facts = {"not_done": []}
    (whole,) = (await send(shop, EDITS, {"image": PHOTO}, prompt="make it night")).json()["data"]
    assert "not_done" not in whole


async def test_a_stream_of_an_edit(shop: Shop) -> None:
    answer = await send(shop, EDITS, {"image": PHOTO}, prompt="make it warmer", stream="true")
    ((name, told),) = events(answer.text)
    assert name == "image_edit.completed"
    assert told["size"] == "300x200"


@pytest.mark.parametrize(
    ("files", "fields", "expected"),
    [
        ({"image": PHOTO}, {}, (400, "missing_prompt", "missing_prompt", "prompt")),
        ({"other": PHOTO}, {"prompt": "x"}, (400, "missing_file", "missing_file", "image")),
        (
            {"image": ("a.gif", photo(form=".gif"))},
            {"prompt": "x"},
            (415, "unsupported_media_type", "unsupported_media_type", "image"),
        ),
        (
            {"image": ("a.png", b"no picture")},
            {"prompt": "x"},
            (415, "unsupported_media_type", "unsupported_media_type", "image"),
        ),
        (
            {"image": ("a.png", b"")},
            {"prompt": "x"},
            (400, "invalid_request_error", "invalid_value", "image"),
        ),
        (
            {"image": ("a.png", photo(width=1, height=1))},
            {"prompt": "x"},
            (400, "invalid_request_error", "invalid_value", "image"),
        ),
        (
            {"image": ("a.png", PHOTO[1][:200])},
            {"prompt": "x"},
            (400, "invalid_request_error", "invalid_value", "image"),
        ),
        (
            {"image": PHOTO, "mask": ("m.jpg", photo(form=".jpg"))},
            {"prompt": "x"},
            (415, "unsupported_media_type", "unsupported_media_type", "mask"),
        ),
        (
            {"image": PHOTO, "mask": ("m.png", mask(hole=False))},
            {"prompt": "x"},
            (400, "invalid_request_error", "invalid_value", "mask"),
        ),
        (
            {"image": PHOTO, "mask": ("m.png", mask(30, 20))},
            {"prompt": "x"},
            (400, "invalid_request_error", "invalid_value", "mask"),
        ),
        (
            [("image[]", PHOTO)] * 17,
            {"prompt": "x"},
            (400, "invalid_request_error", "invalid_value", "image"),
        ),
        ({"image": PHOTO}, {"prompt": "x", "n": 11}, (400, "invalid_request_error", "invalid_value", "n")),
        (
            {"image": PHOTO},
            {"prompt": "x", "model": "nobody"},
            (404, "no_provider", "no_provider", "model"),
        ),
    ],
)
async def test_refusals(shop: Shop, files: Any, fields: Any, expected: tuple[Any, ...]) -> None:
    assert error_of(await send(shop, EDITS, files, **fields)) == expected
    assert not shop.origin.painter.paints


async def test_a_picture_that_is_too_large(shop: Shop) -> None:
    answer = await send(shop, EDITS, {"image": ("a.png", photo() + b"\0" * 26_000_000)}, prompt="x")
    assert error_of(answer)[:3] == (413, "file_too_large", "file_too_large")


async def test_json_is_no_form(shop: Shop) -> None:
    answer = await shop.post(EDITS, {"prompt": "x"})
    assert error_of(answer)[:3] == (415, "unsupported_media_type", "unsupported_media_type")
    empty = await shop.ask("POST", EDITS)
    assert error_of(empty) == (400, "missing_file", "missing_file", "image")
    fields = await shop.ask("POST", EDITS, data={"prompt": "x"})  # as clients send a form without files
    assert error_of(fields) == (400, "missing_file", "missing_file", "image")


async def test_variations_differ_and_come_again(shop: Shop) -> None:
    told = (await send(shop, VARIATIONS, {"image": PHOTO}, n=3, size="150x100")).json()
    assert len({one["url"] for one in told["data"]}) == 3
    assert told["size"] == "150x100"
    again = (await send(shop, VARIATIONS, {"image": PHOTO}, n=3, size="150x100")).json()
    assert again["data"] == told["data"]
    assert told["usage"]["input_tokens_details"]["text_tokens"] == 0


async def test_a_variation_needs_a_picture(shop: Shop) -> None:
    answer = await send(shop, VARIATIONS, {"other": PHOTO})
    assert error_of(answer) == (400, "missing_file", "missing_file", "image")
