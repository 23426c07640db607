"""Prompts by a chat model, and without one."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from imgorigin.errors import Unavailable
from imgorigin.prompting import composer
from imgorigin.prompting.writer import EXTRAS, Writer
from imgorigin.vision.completions import Chat, Server

FIELDS = {"subject": "a fox", "setting": "", "mood": "cozy"}


def writer(asked: list[dict[str, Any]], content: Any, status: int = 200) -> Writer:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(json.loads(request.content))
        return httpx.Response(status, json={"choices": [{"message": {"content": content}}]})

    return Writer(
        Chat(
            Server("http://far/v1", "llama"),
            called="prompt server",
            refused="write it",
            failure=Unavailable,
            timeout=5,
            extras=EXTRAS,
            transport=httpx.MockTransport(answer),
        )
    )


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a red fox in deep snow", "a red fox in deep snow"),
        ('Prompt: "a red fox\nin deep snow"', "a red fox in deep snow"),
        ("<think>\nA fox?\n</think>\n\na red fox", "a red fox"),
        ("a fox\x1b[31m\u202e!", "a fox [31m!"),
    ],
)
async def test_a_chat_model_writes(said: str, read: str) -> None:
    asked: list[dict[str, Any]] = []
    assert (await writer(asked, said).enhance("a fox", "calm")).prompt == read
    system, user = asked[0]["messages"]
    assert (asked[0]["model"], asked[0]["temperature"]) == ("llama", 0)
    assert (system["role"], user) == ("system", {"role": "user", "content": "Idea: a fox\nTone: calm"})


async def test_it_is_told_the_fields_there_are() -> None:
    asked: list[dict[str, Any]] = []
    assert (await writer(asked, "a cozy fox").build(FIELDS)).prompt == "a cozy fox"
    assert asked[0]["messages"][1]["content"] == "subject: a fox\nmood: cozy"


@pytest.mark.parametrize(("content", "status"), [("", 200), (None, 200), ("x", 500), ("<think>Hm", 200)])
async def test_while_it_fails_the_composer_writes(content: Any, status: int) -> None:
    failing = writer([], content, status)
    assert await failing.enhance("a fox", "cozy") == composer.enhance("a fox", "cozy")
    assert await failing.build(FIELDS) == composer.build(FIELDS)
    await failing.close()


async def test_without_one_the_composer_writes() -> None:
    assert await Writer().enhance("a fox") == composer.enhance("a fox")
