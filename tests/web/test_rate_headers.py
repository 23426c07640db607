"""What is left of the plan is told on every answer of every API, also to who has no key."""

from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.slowing import Slowing
from tests.origin import running_origin

CALLS = {
    "/content/images": 401,
    "/content/nothing": 404,
    "/account/projects/x/y": 404,
    "/v1/models": 401,
    "/v1/images/generations": 405,
    "/v1/nothing": 404,
    "/v1/generations": 401,
    "/v1/generate": 405,
    "/api/v1/usage": 401,
    "/api/v1/generate": 405,
    "/api/generate-image": 405,
}


async def no_time(seconds: float) -> None:
    """Wrong keys wait for it."""


async def test_every_api_tells_it_with_a_wrong_key_and_of_no_call_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running_origin(tmp_path, plan="free") as origin:
        monkeypatch.setattr(origin.parts.keyring, "_slowing", Slowing(no_time))
        for path, status in CALLS.items():
            answer = await origin.get(path, x_api_key="imgorigin_wrong")
            assert (answer.status_code, answer.headers.get("x-ratelimit-limit")) == (status, "30"), path
        assert answer.headers["x-ratelimit-remaining"] == str(30 - len(CALLS))
