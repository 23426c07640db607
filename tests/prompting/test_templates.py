"""Named ways to wrap a prompt."""

from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.errors import InvalidRequest, SettingsError
from imgorigin.prompting.templates import Template, load

STYLES = ("photorealistic", "painting", "cartoon", "sketch", "abstract")


@pytest.mark.parametrize(
    ("name", "prompt", "wrapped"),
    [
        ("cartoon", "a fox", "a fox, cartoon illustration, bold outlines, flat bright colours"),
        ("photorealistic", "a fox", "a fox, photorealistic photograph"),
        ("photorealistic", "watercolor of a fox", "watercolor of a fox"),
        (
            "product",
            "a perfume bottle",
            "a perfume bottle, professional product photograph, centred three-quarter view, on a plain white "
            "background, soft studio light, sharp focus",
        ),
        (
            "product",
            "a watch on a table at sunset",
            "a watch on a table at sunset, professional product photograph, centred three-quarter view, "
            "sharp focus",
        ),
        (
            "logo",
            "a fox",
            "a fox, logo, flat vector design, simple and bold, centred, on a plain white background",
        ),
    ],
)
def test_a_template_adds_what_is_not_said(name: str, prompt: str, wrapped: str) -> None:
    assert load().of(name, "style").wrapped(prompt) == wrapped


def test_a_style_that_is_asked_for_stands_against_the_words() -> None:
    assert load().of("cartoon", "style").wrapped("photo of a fox", firmly=True) == (
        "photo of a fox, cartoon illustration, bold outlines, flat bright colours"
    )


@pytest.mark.parametrize("name", STYLES)
def test_what_was_wrapped_comes_out_again(name: str) -> None:
    template = load().of(name, "style")
    assert template.unwrapped(template.wrapped("a bench in a park")) == "a bench in a park"
    assert template.unwrapped("a bench in a park") == "a bench in a park"


@pytest.mark.parametrize("firmly", [True, False])
@pytest.mark.parametrize("prompt", ["a fox", "photo of a fox at night.", "a logo for a bakery", "赤い狐"])
@pytest.mark.parametrize("name", [*STYLES, "product", "logo"])
def test_wrapping_twice_adds_nothing(name: str, prompt: str, firmly: bool) -> None:
    template = load().of(name, "style")
    once = template.wrapped(prompt, firmly=firmly)
    assert template.wrapped(once, firmly=firmly) == once


def test_what_is_avoided_is_said_once_and_is_nothing_that_is_asked_for() -> None:
    product = load().of("product", "preset")
    assert (
        product.avoided("a poster with text", "watermark, blur")
        == "watermark, blur, clutter, people, hands, cropped"
    )
    assert product.avoided("a cup", product.avoided("a cup")) == product.avoided("a cup")


def test_words_may_stand_in_the_middle() -> None:
    template = Template(prompt="isometric view of {prompt}, on white")
    assert template.wrapped("a shop") == "isometric view of a shop, on white"
    assert template.wrapped("isometric view of a shop") == "isometric view of a shop, on white"


def test_a_file_adds_templates_and_replaces_them(tmp_path: Path) -> None:
    file = tmp_path / "templates.toml"
    file.write_text('[line-art]\nprompt = "{prompt}, line art"\n[logo]\nprompt = "emblem of {prompt}"\n')
    templates = load(file)
    assert templates.of("line-art", "style").wrapped("a fox") == "a fox, line art"
    assert templates.of("logo", "style").wrapped("a fox") == "emblem of a fox"
    with pytest.raises(
        InvalidRequest, match=r"style: there is no 'oil'\. Allowed: abstract, cartoon, line-art"
    ):
        templates.of("oil", "style")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[x]\nprompt = 3", "[x.prompt]"),
        ('[x]\nprompt = "no hole"', "once"),
        ('[x]\nprompt = "{prompt}"\nnegativ = ""', "Did you mean 'negative_prompt'?"),
        ('["X y"]\nprompt = "{prompt}"', "small letters, digits and hyphens"),
        ("[x", "is not TOML"),
    ],
)
def test_mistakes_name_the_file_and_the_place(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "templates.toml"
    file.write_text(text)
    with pytest.raises(SettingsError) as raised:
        load(file)
    assert str(file) in raised.value.detail
    assert told in raised.value.detail


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "none.toml")
