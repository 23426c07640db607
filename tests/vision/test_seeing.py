"""Who is asked, and what is made of what is told."""

from __future__ import annotations

import unicodedata
from typing import Any

import structlog
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from imgorigin.address import Size
from imgorigin.errors import VisionUnavailable
from imgorigin.painters import sketch
from imgorigin.recipe import Recipe
from imgorigin.vision.seeing import Eyes, Hints, Seen, of_recipe, shortened, suggestions
from tests.vision.pictures import photo


def recipe(**more: Any) -> Recipe:
    asked: dict[str, Any] = {
        "prompt": "a red fox", "model": "far", "revision": "1", "seed": 7, "canvas": Size(64, 64), **more
    }  # fmt: skip
    return Recipe(**asked)


class Looker:
    """A model that says what it is told to."""

    def __init__(self, said: Seen | Exception) -> None:
        self.said = said
        self.looked = 0

    async def start(self) -> None:
        pass

    async def close(self) -> None:
        pass

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        self.looked += 1
        if isinstance(self.said, Exception):
            raise self.said
        return self.said


SAID = Seen.of("vision-model", title="A fox", alt="A fox in the snow")


async def test_our_own_pictures_are_told_by_their_recipes() -> None:
    model = Looker(SAID)
    seen = await Eyes(model).see(photo(), Hints(recipe=recipe(prompt="A photo of a red fox, 8k"), facts={}))
    assert not model.looked
    assert (seen.source, seen.title, seen.alt) == ("recipe", "A red fox", "A red fox.")
    assert (seen.tags, seen.slug) == (("fox", "red"), "red-fox")


async def test_what_the_painter_knows_of_its_picture_is_taken() -> None:
    asked = recipe(prompt="a cat on a red sofa", model="sketch", canvas=sketch.MODEL.canvas(Size(400, 300)))
    facts = sketch.paint(asked).facts
    seen = await Eyes().see(photo(), Hints(recipe=asked, facts=facts))
    assert (seen.source, seen.title, seen.alt) == ("recipe", facts["title"], facts["alt"])
    assert seen.tags == tuple(facts["tags"])
    assert seen.slug == facts["slug"] == "cat-on-a-red-sofa"


def test_an_edit_is_told_with_what_was_changed() -> None:
    seen = of_recipe(recipe(source=recipe(), instruction="make it night"), {})
    assert seen
    assert seen.alt == "A red fox, then make it night."
    assert seen.title == "A red fox"


async def test_an_edit_of_an_upload_without_words_is_looked_at() -> None:
    seen = await Eyes(Looker(SAID)).see(photo(), Hints(recipe=recipe(prompt=""), facts={}))
    assert seen is SAID


async def test_a_model_that_fails_is_told_in_the_log_and_made_up_for() -> None:
    model = Looker(VisionUnavailable("The vision server at x answered 500."))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(30))
    with capture_logs() as logs:
        seen = await Eyes(model).see(photo(), Hints("red-fox.jpg"))
    assert model.looked == 1
    assert (seen.source, seen.title) == ("metadata", "Red fox")
    (line,) = logs
    assert line["log_level"] == "warning"
    assert line["reason"] == "The vision server at x answered 500."


@given(st.text(max_size=3_000), st.text(max_size=3_000), st.lists(st.text(max_size=200), max_size=60))
def test_whatever_is_said_is_bounded_and_printable(title: str, alt: str, tags: list[str]) -> None:
    seen = Seen.of("vision-model", title=title, alt=alt, caption=alt * 3, tags=tags)
    assert len(seen.title) <= 120
    assert len(seen.alt) <= 301
    assert len(seen.caption) <= 1_000
    assert len(seen.tags) <= 12
    for text in (seen.title, seen.alt, seen.caption, *seen.tags):
        kinds = {unicodedata.category(char) for char in text if char not in "\u200c\u200d"}
        assert not kinds & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert all(0 < len(tag) <= 40 for tag in seen.tags)


def test_a_title_of_many_words_is_its_first_sentence_up_to_a_comma() -> None:
    assert shortened("a fox. It sleeps.") == "A fox"
    long = "a fox under a very old tree that stands at the river, " * 3
    assert shortened(long) == "A fox under a very old tree that stands at the river"
    assert len(shortened("x " * 500)) <= 80


def test_suggestions_begin_with_the_slug() -> None:
    found = suggestions(SAID)
    assert found[0] == SAID.slug == "fox"
    assert "fox-in-snow" in found
    assert len(set(found)) == len(found) >= 4
    assert all(len(slug) <= 12 for slug in suggestions(SAID, 12))
