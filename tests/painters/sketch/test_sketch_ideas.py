"""Abstract words: each leads to a picture of its own, and gives way to what is concrete."""

from __future__ import annotations

import pytest

from imgorigin.painters.sketch.elements.motifs import MOTIFS
from imgorigin.painters.sketch.ideas import IDEAS
from imgorigin.painters.sketch.lexicon import COLORS
from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.subjects.drawn import DRAWN
from tests.painters.sketch.pictures import RATIOS, checked, outlines, painted

SEED = 5
OF_EACH_MOTIF = sorted({motif: word for word, idea in IDEAS.items() for motif in idea.motifs}.values())


@pytest.mark.parametrize(("word", "idea"), IDEAS.items())
def test_every_word_leads_to_its_scene(word: str, idea: object) -> None:
    scene = read(word, SEED)
    assert scene.place == IDEAS[word].place
    assert not scene.unknown
    if scene.place == "concept":
        assert [(subject.name, subject.noun) for subject in scene.subjects] == [(IDEAS[word].hero, word)]
    else:
        assert scene.subjects == ()


def test_every_row_names_what_exists() -> None:
    icons = {name for idea in IDEAS.values() for name in (idea.hero, *idea.around)}
    assert icons <= {*pack().icons, *DRAWN}
    assert {motif for idea in IDEAS.values() for motif in idea.motifs} == set(MOTIFS)
    assert {idea.place for idea in IDEAS.values()} <= set(PLACES)
    assert SYMBOLS.items() >= {word: idea.hero for word, idea in IDEAS.items()}.items()


@pytest.mark.parametrize(
    ("prompt", "place", "subjects"),
    [
        ("growth of a sunflower in a garden", None, ["sunflower"]),
        ("a dog in training", "field", ["dog"]),
        ("travel to the mountains", "mountains", []),
        ("marketing team", "office", []),
        ("security background", "concept", ["locked"]),
        ("a clean illustration of teamwork and partnerships", "office", []),
        ("partnerships", "concept", ["handshake"]),
        ("abstract technology pattern", "abstract", []),
        ("data security", "concept", ["locked"]),
        ("marketing analytics", "concept", ["megaphone", "bar-chart"]),
        ("growth at sunset", "concept", ["potted-plant"]),
    ],
)
def test_an_idea_gives_way_to_things_and_places(prompt: str, place: str | None, subjects: list[str]) -> None:
    scene = read(prompt, SEED)
    assert [subject.name for subject in scene.subjects] == subjects
    assert scene.place == place or place is None


def test_but_its_colour_stays() -> None:
    assert read("green security pattern", SEED).color == COLORS["green"]


@pytest.mark.parametrize("word", OF_EACH_MOTIF)
def test_every_motif_in_every_shape(word: str) -> None:
    for size in RATIOS:
        svg = painted(word, size=size, seed=SEED).data
        root = checked(svg)
        assert len(svg) < 200_000
        assert {"ground", "blobs", "surroundings", "motif"} <= set(outlines(root))


def test_seeds_differ_and_night_keeps_the_shapes() -> None:
    seeds = {painted("strategy", seed=seed).data for seed in range(6)}
    assert len(seeds) == 6
    day, night = (
        outlines(checked(painted("strategy", *edit, seed=3).data)) for edit in ((), ("make it night",))
    )
    assert day == night


def test_two_ideas_are_the_latter_among_the_former() -> None:
    painting = painted("marketing analytics")
    assert painting.facts["alt"] == "An illustration of marketing and analytics, with a bar chart."
    assert painting.facts["title"] == "Marketing and analytics"
