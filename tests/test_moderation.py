from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.errors import ContentRefused, SettingsError
from imgorigin.moderation import Blocklist

LINES = ["# words", "", "blorb", "Evil Twin", "/gr[ae]y\\s+goo/", "naïve", "禁止"]


@pytest.mark.parametrize(
    "text",
    [
        *("a blorb", "BLORB!", "two b1orb", "bl0rb", "blörb", "a blorb, at dawn", "red-blorb"),
        *("an evil twin", "evil, twin", "EVIL  TWIN", "3vil tw1n"),
        *("grey goo", "Gray   goo", "naive art", "ｂｌｏｒｂ", "画面の禁止の"),
    ],
)
def test_words_are_found_however_they_are_written(text: str) -> None:
    with pytest.raises(ContentRefused) as raised:
        Blocklist.of(LINES).check(["a red fox", text])
    assert "blorb" not in raised.value.detail


@pytest.mark.parametrize(
    "text", ["", "blorbs", "a twin, evil", "evil red twin", "grey dragon", "10 0 1", "words", "#"]
)
def test_other_words_are_not(text: str) -> None:
    Blocklist.of(LINES).check([text])


def test_no_list_refuses_nothing() -> None:
    Blocklist().check(["blorb"])


def test_a_list_is_read_from_a_file_and_its_mistakes_are_told(tmp_path: Path) -> None:
    file = tmp_path / "words"
    with pytest.raises(SettingsError, match="words cannot be read"):
        Blocklist.load(file)
    file.write_text("fox\n/(/\n")
    with pytest.raises(SettingsError, match="line 2 is no regular expression"):
        Blocklist.load(file)
    file.write_text("fox\n")
    with pytest.raises(ContentRefused):
        Blocklist.load(file).check(["a red fox"])
