"""GET /v1/models and what else is asked below /v1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imgorigin.painters.fake import MODEL
from imgorigin.recipe import Abilities
from imgorigin.web.dialects.openai.models import told
from tests.web.inliner.shop import Shop
from tests.web.openai.server import GENERATIONS, error_of


async def test_models_are_listed(shop: Shop) -> None:
    listed = (await shop.get("/v1/models")).json()
    assert listed["object"] == "list"
    assert listed["data"][0].pop("created") > 1_700_000_000
    assert listed["data"] == [
        {
            "id": "fake",
            "object": "model",
            "owned_by": "imgorigin",
            "service_type": "image",
            "input_modalities": ["text", "image"],
            "output_modalities": ["image"],
            "supported_features": ["seed", "transparent-background", "custom-size", "image-edit"],
        }
    ]


async def test_a_model(shop: Shop) -> None:
    assert (await shop.get("/v1/models/fake")).json()["id"] == "fake"
    assert (await shop.get("/v1/models/someone/Fake")).json()["id"] == "fake"  # as hubs name it
    assert error_of(await shop.get("/v1/models/gpt-image-1")) == (404, "no_provider", "no_provider", "model")


@pytest.mark.parametrize(
    ("abilities", "feature"),
    [
        (Abilities(steps=True), "steps"),
        (Abilities(guidance=True), "guidance"),
        (Abilities(negative_prompt=True), "negative-prompt"),
        (Abilities(inpaint=True), "inpainting"),
        (Abilities(image_to_image=True), "image-edit"),
        (Abilities(instructions=True, references=2), "multi-reference"),
        (Abilities(loras=True), "lora"),
    ],
)
def test_features_are_those_of_the_model(abilities: Abilities, feature: str) -> None:
    assert feature in told(replace(MODEL, abilities=abilities)).supported_features
    assert feature not in told(replace(MODEL, abilities=Abilities())).supported_features


async def test_whatever_else_is_asked(shop: Shop) -> None:
    assert error_of(await shop.get("/v1/chat/completions"))[:3] == (404, "invalid_request_error", "not_found")
    wrong = await shop.get(GENERATIONS)
    assert error_of(wrong)[:3] == (405, "invalid_request_error", "method_not_allowed")
    assert wrong.headers["allow"] == "OPTIONS, POST"
    asked = await shop.origin.client.options(GENERATIONS)
    assert asked.status_code == 204
    assert "POST" in asked.headers["access-control-allow-methods"]
    assert {"Authorization", "*"} <= set(asked.headers["access-control-allow-headers"].split(", "))
