"""The process of a local vision model, with real classes of transformers and weights that know nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from imgorigin.errors import VisionUnavailable
from imgorigin.vision.captioner import run
from imgorigin.vision.local import LocalSeer
from imgorigin.vision.seeing import Hints
from tests.extras import require_extra
from tests.vision.pictures import photo

require_extra("diffusers", "torch", "transformers", "PIL")
from tests.vision.tiny import save_captioner, save_chatter  # noqa: E402

pytestmark = [pytest.mark.filterwarnings(rf"ignore:::{name}\.") for name in ("torch", "transformers")]


@pytest.mark.parametrize("save", [save_captioner, save_chatter])
async def test_a_model_says_something_of_a_picture(save: Callable[[Path], Path], tmp_path: Path) -> None:
    seer = LocalSeer(str(save(tmp_path / "model")), device="cpu", timeout=100, start_timeout=100)
    seen = await seer.see(photo(), Hints())
    again = await seer.see(photo(), Hints())
    await seer.close()
    assert (seen.source, bool(seen.alt)) == ("vision-model", True)
    assert again == seen


def test_a_picture_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    folder, answers, png = save_captioner(tmp_path / "model"), io.StringIO(), photo()
    asked = io.BytesIO((3).to_bytes(4) + b"abc" + len(png).to_bytes(4) + png)
    run(str(folder), "cpu", asked, answers)
    ready, bad, good = map(json.loads, answers.getvalue().splitlines())
    assert ready == {"ready": True}
    assert bad["problem"].startswith("UnidentifiedImageError")
    assert good["text"]


async def test_what_is_not_there_is_not_fetched(tmp_path: Path) -> None:
    seer = LocalSeer("no-body/no-model", device="cpu", timeout=100, start_timeout=100)
    with pytest.raises(VisionUnavailable, match=r"cannot be loaded: .*hf download no-body/no-model"):
        await seer.see(photo(), Hints())
    await seer.close()
