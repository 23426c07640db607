"""The official `openai` package as a client of a server that listens."""

from __future__ import annotations

import base64
import warnings
from collections.abc import AsyncIterator

import openai
import pytest

from tests.web.inliner.shop import Shop, photo
from tests.web.openai.listening import listening
from tests.web.openai.server import mask, picture


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[openai.AsyncOpenAI]:
    async with (
        listening(shop.origin.app) as url,
        openai.AsyncOpenAI(base_url=f"{url}/v1", api_key=shop.secret, max_retries=0) as client,
    ):
        yield client


async def test_generate(client: openai.AsyncOpenAI, shop: Shop) -> None:
    made = await client.images.generate(model="fake", prompt="a watercolor fox", size="1024x1024", n=2)
    assert made.data
    first, second = made.data
    assert first.url
    assert first.url != second.url
    assert first.url.startswith(str(client.base_url).removesuffix("v1/"))
    assert first.revised_prompt == "a watercolor fox"
    assert made.usage
    assert made.usage.output_tokens == 2 * 1056
    assert (await shop.origin.get(first.url)).headers["content-type"] == "image/png"


async def test_generate_base64(client: openai.AsyncOpenAI) -> None:
    made = await client.images.generate(
        prompt="a fox", size="512x512", response_format="b64_json", output_format="webp"
    )
    assert made.data
    assert picture(made.data[0].b64_json or "").width == 512
    assert made.output_format == "webp"


async def test_generate_with_fields_of_open_models(client: openai.AsyncOpenAI) -> None:
    made = await client.images.generate(prompt="a fox", extra_body={"seed": 7, "negative_prompt": "rain"})
    assert made.data
    assert made.data[0].model_extra == {"seed": 7}
    assert made.model_extra == {"ignored": ["negative_prompt"]}


async def test_edit(client: openai.AsyncOpenAI) -> None:
    made = await client.images.edit(image=("a.png", photo()), prompt="make it warmer")
    assert made.data
    assert made.size == "300x200"
    several = await client.images.edit(
        image=[("a.png", photo(red=1)), ("b.png", photo(red=2))], prompt="make it warmer"
    )
    assert several.data


async def test_edit_with_a_mask_that_the_model_can_make_nothing_of(client: openai.AsyncOpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        await client.images.edit(image=("a.png", photo()), mask=("m.png", mask()), prompt="a red door")
    assert caught.value.code == "unsupported_value"


async def test_create_variation(client: openai.AsyncOpenAI) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # OpenAI itself no longer has it
        made = await client.images.create_variation(image=("a.png", photo()), n=2, size="256x256")
    assert made.data
    assert len({one.url for one in made.data}) == 2


async def test_stream(client: openai.AsyncOpenAI) -> None:
    stream = await client.images.generate(prompt="a fox", size="512x512", stream=True, partial_images=2)
    *_, last = [event async for event in stream]
    assert last.type == "image_generation.completed"
    assert base64.b64decode(last.b64_json)
    assert last.usage.total_tokens > 0
    edits = await client.images.edit(image=("a.png", photo()), prompt="make it warmer", stream=True)
    *_, edited = [event async for event in edits]
    assert edited.type == "image_edit.completed"


async def test_models(client: openai.AsyncOpenAI) -> None:
    assert [model.id async for model in client.models.list()] == ["fake"]
    assert (await client.models.retrieve("fake")).owned_by == "imgorigin"


async def test_errors(client: openai.AsyncOpenAI, shop: Shop) -> None:
    with pytest.raises(openai.BadRequestError) as bad:
        await client.images.generate(prompt="")
    assert (bad.value.code, bad.value.param, bad.value.type) == ("missing_prompt", "prompt", "missing_prompt")
    with pytest.raises(openai.NotFoundError) as unknown:
        await client.images.generate(prompt="a fox", model="gpt-image-1")
    assert unknown.value.code == "no_provider"
    with pytest.raises(openai.APIStatusError) as kind:
        await client.images.edit(image=("a.txt", b"no picture"), prompt="warmer")
    assert (kind.value.status_code, kind.value.type) == (415, "unsupported_media_type")
    with pytest.raises(openai.AuthenticationError) as stranger:
        await client.with_options(api_key="imgorigin_wrong").images.generate(prompt="a fox")
    assert stranger.value.code == "invalid_api_key"


async def test_a_project_by_its_name(client: openai.AsyncOpenAI) -> None:
    there = client.with_options(project="acme")
    made = await there.images.generate(prompt="a fox")
    assert made.data
    assert "/acme/" in (made.data[0].url or "")
