"""A language model in a process of its own, with real classes of transformers and weights that know nothing:
the plumbing is real, what it says is noise."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from imgorigin import sight
from imgorigin.errors import SettingsError
from imgorigin.prompting import composer
from imgorigin.prompting.speaker import MOST_TOKENS
from imgorigin.settings import load
from imgorigin.sight import writer_of
from tests.extras import require_extra

require_extra("diffusers", "torch", "transformers")
from tests.prompting.tiny import save_model  # noqa: E402

pytestmark = [pytest.mark.filterwarnings(rf"ignore:::{name}\.") for name in ("torch", "transformers")]


@pytest.fixture(autouse=True)
def _warnings_are_logged() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(30))


PATIENT = {"prompt_timeout": "120", "start_timeout": "120"}


@pytest.mark.parametrize("chats", [True, False])
async def test_a_model_run_here_writes_within_bounds(tmp_path: Path, *, chats: bool) -> None:
    folder = save_model(tmp_path / "model", chats=chats)
    writer = writer_of(load({"prompt_model": str(folder), **PATIENT}, {}))
    with capture_logs() as logs:
        written = await writer.enhance("a red fox", "cozy")
        assert await writer.enhance("a red fox", "cozy") == written
        assert await writer.build({"subject": "a fox"}) != written
    await writer.close()
    assert not logs
    assert written != composer.enhance("a red fox", "cozy")
    assert (
        0 < len(written.prompt.replace(" ", "")) <= 4 * MOST_TOKENS
    )  # a token of this one is a letter, or one behind ##
    assert "\n" not in written.prompt


async def test_one_that_is_not_there_is_made_up_for_by_the_rules(tmp_path: Path) -> None:
    writer = writer_of(load({"prompt_model": "no-body/no-model", **PATIENT}, {}))
    with capture_logs() as logs:
        assert await writer.enhance("a red fox") == composer.enhance("a red fox")
    await writer.close()
    (told,) = [one for one in logs if one["event"] == "prompt written by rules"]
    assert told["reason"].startswith("The prompt model no-body/no-model cannot be loaded: ")
    assert told["reason"].endswith("the hub's cache holds (hf download no-body/no-model).")


def test_what_is_lacking_is_said_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"no torch and no transformers to write prompts .* pip install"):
        writer_of(load({"prompt_model": "./llama"}, {}))
