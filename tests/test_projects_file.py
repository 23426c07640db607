from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.errors import SettingsError
from imgorigin.projects_file import FILE, load


def test_there_need_not_be_one(tmp_path: Path) -> None:
    assert load(tmp_path) == {}
    assert not (tmp_path / FILE).exists()


def test_what_it_does_not_say_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[acme]\nmodel = "photo"\npaint = "frozen"\n[plain]\n')
    declared = load(tmp_path)
    assert declared["acme"] == {"default_model": "photo", "paint": "frozen"}
    assert declared["plain"] == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[demo", "is not TOML"),
        ('[demo]\npaint = "closed"', "demo.paint"),
        ('[demo]\nbackground = "white"', "demo.background"),
        ("[demo]\npiant = 1", "demo.piant"),
        ("[api]", "'api' cannot be a project"),
        ("[Demo]", "'Demo' cannot be a project"),
        ("demo = 1", "demo: no table"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(SettingsError) as raised:
        load(tmp_path)
    assert told in raised.value.detail
