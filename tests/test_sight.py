"""Who looks at pictures, as the settings have it."""

from __future__ import annotations

import pytest

from imgorigin import sight
from imgorigin.errors import SettingsError, VisionUnavailable
from imgorigin.prompting import composer
from imgorigin.settings import Settings, as_environment, load, shown
from imgorigin.sight import eyes_of, model_of, tried, writer_of
from imgorigin.vision.chat import ChatSeer
from imgorigin.vision.local import LocalSeer

SERVER = {"vision_url": "http://127.0.0.1:9/v1", "vision_model": "llava", "vision_key": "s3cret"}


async def test_the_settings_say_who_looks() -> None:
    assert eyes_of(load({}, {})).model is None
    model = model_of(load(SERVER, {}))
    assert isinstance(model, ChatSeer)
    await model.close()


def test_a_model_without_a_server_is_run_here(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load({"vision_model": "./blip"}, {})
    monkeypatch.setattr(sight, "find_spec", lambda name: object())
    assert isinstance(model_of(settings), LocalSeer)
    monkeypatch.setattr(sight, "find_spec", lambda name: None)
    with pytest.raises(
        SettingsError, match=r"no torch and no transformers .* pip install -c .* '\.\[diffusers"
    ):
        model_of(settings)


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ({"vision_url": "http://x/v1"}, "--vision-model no model of it"),
        ({"vision_key": "s3cret"}, "--vision-url names none"),
        ({"vision_url": "x/v1", "vision_model": "m"}, "Allowed: an address as https://host/v1"),
        ({"vision_device": "gpu"}, "Allowed: cpu, mps, cuda"),
        ({"vision_timeout": "0"}, "Allowed: more than 0"),
    ],
)
def test_what_cannot_be_is_refused(flags: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(flags, {})
    assert told in raised.value.detail
    assert "s3cret" not in raised.value.detail


def test_the_key_travels_and_is_not_shown() -> None:
    settings = load(SERVER, {})
    assert load({}, as_environment(settings)).vision_key == "s3cret"
    assert shown(settings, "vision_key") == "***"
    assert "s3cret" not in repr(settings)
    assert shown(load({}, {}), "vision_key") == ""


async def test_doctor_tells_whether_it_answers() -> None:
    assert "no model set" in await tried(load({}, {}))
    with pytest.raises(VisionUnavailable, match=r"at 127\.0\.0\.1 failed"):
        await tried(load(SERVER, {}))


async def test_prompts_are_written_by_rules_unless_a_server_is_named() -> None:
    assert await writer_of(Settings()).enhance("a fox") == composer.enhance("a fox")
    far = writer_of(Settings(prompt_url="http://127.0.0.1:9/v1", prompt_model="llama", prompt_timeout=5))
    assert await far.enhance("a fox") == composer.enhance("a fox")
    await far.close()
