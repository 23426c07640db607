"""Long prompts: what is lost is told, and what another encoder reads is not lost."""

from __future__ import annotations

import pytest

from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, difference, job, painted
from tests.painters.diffusers.tiny import TEXT

READ = {"sd": 75, "sdxl": 75, "sd3": 255, "flux": 511, "kontext": 511, "sana": 299}
"""Letters that each family's longest reader takes: tiny tokenizers make a token of each."""


@pytest.mark.parametrize("name", READ)
def test_the_words_that_no_encoder_reads_are_told(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name))
    words = [f"{at:03}" for at in range(400)]
    (done,) = painted(of, job(name, " ".join(words)))
    lost = done.facts["unknown"]
    assert lost == words[-len(lost) :]
    kept = words[: -len(lost)]
    letters = len("".join(kept)) + (0 if name in ("sd", "sdxl") else len(kept))
    assert READ[name] - 8 <= letters <= READ[name] + 1


@pytest.mark.parametrize("name", TEXT)
def test_a_short_prompt_loses_nothing(tiny: Tiny, name: str) -> None:
    (done,) = painted(bench(tiny(name)), job(name, "a red fox on a hill"))
    assert "unknown" not in done.facts


def test_what_clip_does_not_read_t5_does(tiny: Tiny) -> None:
    of, long = bench(tiny("flux")), "w" * 100
    one, other = painted(of, job("flux", f"{long} fox"), job("flux", f"{long} boat"))
    assert "unknown" not in one.facts
    assert one.data != other.data


def test_what_is_told_as_lost_is_lost_and_no_more(tiny: Tiny) -> None:
    of, words = bench(tiny("sd")), [f"{at:03}" for at in range(60)]
    (done,) = painted(of, job("sd", " ".join(words)))
    kept = " ".join(words[: -len(done.facts["unknown"])])
    same, other = painted(of, job("sd", f"{kept} fox and boats"), job("sd", kept.replace("020", "99x")))
    assert "unknown" in same.facts
    assert difference(done, other) >= 1


@pytest.mark.parametrize("name", ["klein", "zimage", "qwen"])
def test_windows_of_conversations_are_told_too(tiny: Tiny, name: str) -> None:
    of = bench(tiny(name))
    (done,) = painted(of, job(name, " ".join(f"{at:03}" for at in range(300))))
    assert done.facts["unknown"][-1] == "299"


def test_a_card_says_how_much_the_pipeline_is_to_read(tiny: Tiny) -> None:
    less, usual = (
        bench(tiny("flux"), card={"token_window": 20}),
        bench(tiny("flux"), card={"token_window": 77}),
    )
    (done,) = painted(less, job("flux", "a red fox on a green hill"))
    assert done.facts["unknown"] == ["green", "hill"]
    assert "unknown" not in painted(usual, job("flux", "a red fox " * 20))[0].facts
