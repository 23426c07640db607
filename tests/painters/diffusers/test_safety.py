"""The classifier that looks at results: off, flag, block."""

from __future__ import annotations

import threading

import pytest
import pyvips
from PIL import Image

from imgorigin.errors import ContentRefused, PaintFailed
from imgorigin.painters.base import Painting
from imgorigin.painters.diffusers.pixels import png
from imgorigin.painters.diffusers.safety import Classifier
from tests.painters.diffusers import looking
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, edit, outcomes, pixels

HERE = "tests.painters.diffusers.looking"


def grey(level: int) -> bytes:
    image = (pyvips.Image.black(64, 64, bands=3) + level).cast("uchar").copy(interpretation="srgb")
    return png(image.copy_memory())


def seen(tiny: Tiny, classifier: str, target: str = "bright") -> list[Painting | Exception]:
    """A light picture and a dark one, each only flipped."""
    of = bench(tiny("sd"), classifier=classifier, classifier_target=f"{HERE}:{target}")
    return outcomes(of, edit("sd", "flip it", grey(200)), edit("sd", "flip it", grey(40)))


def test_off_looks_at_nothing(tiny: Tiny) -> None:
    assert all(isinstance(one, Painting) and "flagged" not in one.facts for one in seen(tiny, "off"))


def test_flag_says_that_it_saw_something_and_the_log_what(
    tiny: Tiny, caplog: pytest.LogCaptureFixture
) -> None:
    light, dark = seen(tiny, "flag")
    assert "a bright corner" in caplog.text
    assert isinstance(light, Painting)
    assert isinstance(dark, Painting)
    assert light.facts["flagged"] is True
    assert pixels(light).avg() == 200
    assert "flagged" not in dark.facts


def test_block_refuses_and_never_blackens(tiny: Tiny, caplog: pytest.LogCaptureFixture) -> None:
    light, dark = seen(tiny, "block")
    assert isinstance(light, ContentRefused)
    assert "a bright corner" in caplog.text
    assert "a bright corner" not in light.detail
    assert isinstance(dark, Painting)


def test_what_nobody_has_looked_at_is_not_handed_out(tiny: Tiny, caplog: pytest.LogCaptureFixture) -> None:
    light, dark = seen(tiny, "block", "broken")
    assert isinstance(light, PaintFailed)
    assert isinstance(dark, PaintFailed)
    assert "no weights" in caplog.text
    assert "no weights" not in light.detail


def test_a_slow_one_is_named_and_looks_again_when_it_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(looking, "GATE", gate)
    image = Image.new("RGB", (8, 8), "white")
    classifier = Classifier(looking.slow, 0.05)
    for _ in range(2):
        with pytest.raises(
            PaintFailed, match=r"classifier of this server did not answer within 0\.05 seconds"
        ):
            classifier.verdict(image)
    assert sum(thread.name == "classifier" for thread in threading.enumerate()) == 1
    gate.set()
    assert Classifier(looking.slow, 10).verdict(image) == "a bright corner"
    classifier._seconds = 10
    assert classifier.verdict(image) == "a bright corner"
