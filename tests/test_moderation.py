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


@pytest.mark.timeout(20)
def test_no_expression_takes_long() -> None:
    """One that backtracks would take longer than anybody lives."""
    evil = Blocklist.of(["/(a+)+$/", "/(x+x+)+y/", "/(.*)*=/"])
    evil.check(["a" * 5000 + "!", "x" * 5000])
    with pytest.raises(ContentRefused):
        evil.check(["b" + "A" * 46])


def test_a_text_that_is_no_unicode_is_searched_too() -> None:
    with pytest.raises(ContentRefused):
        Blocklist.of(LINES).check(["\ud800 grey goo"])


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        *(("(?=a)b", "invalid perl operator"), (r"(a)\1", "invalid escape"), ("(a{900}){900}", "repetition")),
        (r"\bслово\b", "ASCII letters only"),
    ],
)
def test_what_cannot_be_matched_safely_is_refused_at_start(expression: str, why: str) -> None:
    with pytest.raises(SettingsError, match=rf"list, line 2.*{why}"):
        Blocklist.of(["fox", f"/{expression}/"], "list")


def test_a_list_is_read_from_a_file_and_its_mistakes_are_told(tmp_path: Path) -> None:
    file = tmp_path / "words"
    with pytest.raises(SettingsError, match=r"words cannot be read: No such file or directory\.$"):
        Blocklist.load(file)
    file.write_text("fox\n/(/\n")
    with pytest.raises(SettingsError, match="line 2 is no regular expression"):
        Blocklist.load(file)
    file.write_text("fox\n")
    with pytest.raises(ContentRefused):
        Blocklist.load(file).check(["a red fox"])
