"""The language of searches: read and written, and meaning the same wherever it is asked."""

from __future__ import annotations

import asyncio
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.expression import (
    DEEPEST,
    MOST_CHARACTERS,
    And,
    Expression,
    Has,
    Not,
    Or,
    Words,
    parse,
    write,
)
from imgorigin.catalog.records import Asset
from imgorigin.catalog.words import BOUNDARY, document, facet, fold, fold_label, words
from imgorigin.errors import InvalidRequest
from tests.catalog.naive import matches
from tests.contracts.catalog import bound, new, project, recipe

FOX, CAT, DOG = Words("fox"), Words("cat"), Words("dog")

READ = {
    "fox": FOX,
    "fox cat": And((FOX, CAT)),
    "fox AND cat dog": And((FOX, CAT, DOG)),
    "fox OR cat dog": Or((FOX, And((CAT, DOG)))),
    "(fox OR cat) dog": And((Or((FOX, CAT)), DOG)),
    "NOT fox cat": And((Not(FOX), CAT)),
    "NOT (fox cat)": Not(And((FOX, CAT))),
    "NOT NOT fox": Not(Not(FOX)),
    '"red fox"': Words("red fox"),
    "red-fox": Words("red-fox"),
    "or and not": And((Words("or"), Words("and"), Words("not"))),
    '"OR"': Words("OR"),
    'tags:x tag:"summer sale"': And((Has("tags", "x"), Has("tags", "summer sale"))),
    "FORMAT:png": Has("format", "png"),
    "model:a/b:c": Has("model", "a/b:c"),
    "(fox)(cat)": And((FOX, CAT)),
    "tags:OR": Has("tags", "OR"),
}

WRONG = {
    "(": (2, "ends where words are missing"),
    "fox)": (4, "without its opening bracket"),
    "(fox": (1, "not closed"),
    "fox AND": (8, "ends where"),
    "AND fox": (1, "'AND' where words are missing"),
    "fox OR OR cat": (8, "'OR' where"),
    "fox NOT": (8, "ends where"),
    "()": (2, "')' where"),
    'fox "red': (5, "a quote that is not closed"),
    "fox +++": (5, "neither a letter nor a digit"),
    '""': (1, "neither a letter"),
    "fox colour:red": (5, "no field 'colour'"),
    'tags:""': (6, "without a value"),
    "tags: fox": (1, "'tags:' has a colon without"),
    ":fox": (1, "has a colon without"),
    "NOT " * (DEEPEST + 1) + "fox": (4 * DEEPEST + 1, f"more than {DEEPEST}"),
}


@pytest.mark.parametrize("text", READ)
def test_it_is_read_as_it_is_meant(text: str) -> None:
    assert parse(text) == READ[text]


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_asked_by_nothing(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", WRONG)
def test_mistakes_are_told_with_their_column(text: str) -> None:
    column, problem = WRONG[text]
    with pytest.raises(InvalidRequest) as raised:
        parse(text)
    assert f"column {column}: " in raised.value.detail
    assert problem in raised.value.detail


def test_it_has_a_longest() -> None:
    assert parse("x" * MOST_CHARACTERS)
    with pytest.raises(InvalidRequest, match="1001 characters long"):
        parse("x" * (MOST_CHARACTERS + 1))


@given(st.text(alphabet=st.sampled_from('ab :"()ANDORT-é+\n\0')) | st.text())
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        expression = parse(text)
    except InvalidRequest:
        return
    if expression:
        assert parse(write(expression)) == expression


VALUES = st.text(alphabet=st.characters(exclude_characters='"'), max_size=8)
ATOMS = VALUES.filter(words).map(Words) | st.builds(
    Has, st.sampled_from(["tags", "format", "project", "model", "kind"]), VALUES.filter(fold_label)
)


def compound(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return parts.map(Not) | several.map(And) | several.map(Or)


@given(st.recursive(ATOMS, compound, max_leaves=8))
def test_what_is_written_is_read_again(expression: Expression) -> None:
    assert parse(write(expression)) == expression


@given(st.text())
def test_words_are_folded_whole_and_free_of_what_separates(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    found = words(text)
    assert words(" ".join(found)) == found
    assert not any(char in " '\"\\\0" or char == BOUNDARY for word in found for char in word)
    assert words(text.upper()) == words(text.upper().lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Éclair ÉCLAIR eclair", ["eclair"] * 3),
        ("don't stop-now", ["don", "t", "stop", "now"]),
        ("赤い狐", ["赤", "い", "狐"]),
        ("Straße ﬁne ＡＢ１", ["strasse", "fine", "ab1"]),
        ("🦊fox🦊", ["🦊", "fox", "🦊"]),
        ("हिन्दी 한국어", ["हिन्दी", "한국어"]),
        ("", []),
    ],
)
def test_words_of_many_scripts(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(), st.text())
def test_a_facet_is_one_word_that_no_text_has(name: str, value: str) -> None:
    found = facet("tags", value)
    assert not any(char.isspace() or char in "'\"\\" for char in found)
    assert found not in document([], [value, found])
    assert (facet("tags", name) == found) == (fold_label(name) == fold_label(value))


TEXTS = ["red fox", "Fox, red!", "the cat and the fox", "Éclair", "赤い狐", "", "dog cat", "or and not"]
TAGS = ["x", "summer sale", "SUMMER", "a-b", "a'b", "🦊"]
ASKED = [*(text for text in TEXTS if text), "fox", "red", "the fox", "eclair", "狐", "い狐", "nothing", "a b"]

KNOWN = (
    st.sampled_from(ASKED).map(Words)
    | st.sampled_from([*TAGS, "Summer  Sale", "none"]).map(lambda tag: Has("tags", tag))
    | st.sampled_from(["png", "jpg", "JPEG", "webp"]).map(lambda form: Has("format", form))
    | st.sampled_from(["generated", "edited"]).map(lambda kind: Has("kind", kind))
    | st.sampled_from(["acme", "other"]).map(lambda name: Has("project", name))
    | st.just(Has("model", "sketch"))
)


@pytest.fixture
async def assets(catalog: Catalog) -> list[Asset]:
    rng = random.Random(7)
    acme, other = await project(catalog), await project(catalog, "other")

    async def one(at: int) -> Asset:
        title, alt, caption, prompt = (rng.choice(TEXTS) for _ in range(4))
        return await bound(
            catalog,
            new(
                rng.choice((acme, other)).scope,
                f"picture-{at}",
                title=title,
                alt=alt,
                caption=caption,
                recipe=recipe(prompt or "plain"),
                format=rng.choice(("png", "jpg")),
                kind=rng.choice(("generated", "edited")),
                tags=rng.sample(TAGS, rng.randrange(4)),
            ),
        )

    return [await one(at) for at in range(40)]


async def test_an_expression_means_the_same_in_sql(catalog: Catalog, assets: list[Asset]) -> None:
    """Hypothesis asks from a thread; the loop answers."""
    loop = asyncio.get_running_loop()
    whole = assets[0].scope

    @settings(max_examples=150, deadline=None, database=None)
    @given(st.recursive(KNOWN, compound, max_leaves=6), st.sampled_from(["created", "title"]))
    def agree(expression: Expression, sort_by: str) -> None:
        page = asyncio.run_coroutine_threadsafe(
            catalog.search.page(whole, write(expression), limit=100, sort_by=sort_by),  # type: ignore[arg-type]
            loop,
        ).result(60)
        expected = {
            asset.slug
            for asset in assets
            if asset.project_id == whole.project_id and matches(expression, asset)
        }
        assert {asset.slug for asset in page.items} == expected
        assert page.total == len(expected)

    await asyncio.to_thread(agree)
