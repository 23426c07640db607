from __future__ import annotations

import pytest

from imgorigin.painters.sketch import appearance
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.describe import alt_of, title_of
from imgorigin.painters.sketch.grammar import POSES
from imgorigin.painters.sketch.palette import lab
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.drawn.looks import TRADES, Look, look_of
from imgorigin.painters.sketch.subjects.groups import members
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.traits import is_person
from tests.painters.sketch.pictures import checked
from tests.painters.sketch.test_sketch_places import scene

SEED = 5
SEEDS = range(8)


def look(prompt: str, seed: int) -> Look:
    return look_of(read(prompt, seed).subjects[0], Stream(seed, "look"))


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a black woman with curly hair", "dark"),
        ("black man", "dark"),
        ("dark-skinned woman in a white coat", "dark"),
        ("white man", "fair"),
        ("a pale girl", "fair"),
        ("brown-skinned boy", "brown"),
        ("an indian woman in a red dress", "brown"),
        ("an asian man in a suit", "asian"),
        ("latina woman", "olive"),
        ("a black doctor", "dark"),
    ],
)
def test_skin_words_are_skin(prompt: str, kind: str) -> None:
    skins = {skin for skin, _ in appearance.SKINS[kind]}
    assert {look(prompt, seed).skin for seed in SEEDS} <= skins
    scene = read(prompt, SEED)
    assert (scene.time, scene.subjects[0].color, scene.unknown) == ("day", "", ())


def test_a_colour_is_skin_only_before_someone() -> None:
    assert read("a black dog", SEED).subjects[0].color_name == "black"
    assert read("a black knight", SEED).subjects[0].color_name == "black"
    assert "in black" in alt_of(read("a man in black", SEED))


@pytest.mark.parametrize(
    ("prompt", "hair"),
    [
        ("a red haired girl", "#b8492a"),
        ("a ginger man", "#b8492a"),
        ("a redhead in a park", "#b8492a"),
        ("blonde woman", "#e3b865"),
        ("a woman with blonde hair", "#e3b865"),
    ],
)
def test_hair_words_are_hair(prompt: str, hair: str) -> None:
    scene = read(prompt, SEED)
    assert len(scene.subjects) == 1
    assert {look(prompt, seed).hair for seed in SEEDS} == {hair}


def test_a_bald_man_has_no_hair_on_his_crown() -> None:
    assert {look("a bald man", seed).style for seed in SEEDS} == {"thin"}


@pytest.mark.parametrize("prompt", ["man without a beard", "a beardless man", "a man with no beard"])
def test_nobody_has_the_beard_that_the_words_deny(prompt: str) -> None:
    assert any(look("a man", seed).beard for seed in SEEDS)
    assert not any(look(prompt, seed).beard for seed in SEEDS)
    assert all(look("a bearded man", seed).beard for seed in SEEDS)


@pytest.mark.parametrize("prompt", ["grandmother", "grandma", "granny", "female doctor", "waitress", "bride"])
def test_women_are_women_whatever_they_are_drawn_as(prompt: str) -> None:
    assert all(look(prompt, seed).lips and not look(prompt, seed).beard for seed in SEEDS)


@pytest.mark.parametrize("prompt", ["grandfather", "male nurse", "waiter", "groom"])
def test_men_are_men(prompt: str) -> None:
    assert not any(look(prompt, seed).lips for seed in SEEDS)


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("bride", "bride"),
        ("pirate", "pirate"),
        ("portrait of a pirate", "pirate"),
        ("barista making latte art", "barista"),
        ("soccer player kicking a ball", "athlete"),
        ("programmer at a desk at night", "technologist"),
        ("waiter", "waiter"),
        ("police officer", "police-officer"),
        ("carpenter", "mechanic"),
    ],
)
def test_people_do_not_vanish(prompt: str, name: str) -> None:
    scene = read(prompt, SEED)
    assert [one.name for one in scene.subjects] == [name]
    assert is_person(name)


def test_a_programmer_at_a_desk_works_indoors() -> None:
    scene = read("programmer at a desk at night", SEED)
    assert (scene.place, scene.subjects[0].pose) == ("room", "working")


def test_what_is_kicked_lies_at_the_foot() -> None:
    player, ball = (icon_of(read(text, SEED).subjects[0], SEED) for text in ("footballer", "football"))
    kicking = icon_of(read("footballer kicking a ball", SEED).subjects[0], SEED)
    assert kicking.box[0] < player.box[0]
    assert ball.markup


def test_a_baby_sits_or_sleeps() -> None:
    awake, asleep = (icon_of(read(text, SEED).subjects[0], SEED) for text in ("baby", "baby sleeping"))
    assert awake.markup != asleep.markup
    assert asleep.width > asleep.height
    boy = icon_of(read("boy", SEED).subjects[0], SEED)
    assert awake.height < boy.height


@pytest.mark.parametrize("worn", ["hijab", "turban", "veil", "wheelchair"])
def test_what_someone_has_on_is_no_thing_of_its_own(worn: str) -> None:
    scene = read(f"a woman in a {worn}", SEED)
    assert [one.name for one in scene.subjects] == ["woman"]
    assert icon_of(scene.subjects[0], SEED).markup != icon_of(read("a woman", SEED).subjects[0], SEED).markup
    assert f"a {worn}" in alt_of(scene)


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("family", 4),
        ("family with two children", 4),
        ("family with one child", 3),
        ("parents with three kids", 5),
        ("family of five", 5),
    ],
)
def test_a_family_has_as_many_children_as_the_words_say(prompt: str, count: int) -> None:
    subjects = read(prompt, SEED).subjects
    assert [one.count for one in subjects] == [count]
    names = [one.name for one, _ in members(subjects[0])]
    assert names[:2] == ["woman", "man"]
    assert set(names[2:]) <= {"girl", "boy", "child"}


@pytest.mark.parametrize(
    ("prompt", "subjects"),
    [
        ("no dogs", []),
        ("a cat and no dogs", ["cat"]),
        ("flower pot with no flowers", ["potted-plant"]),
        ("a room without furniture", []),
        ("a street without cars or people", []),
        ("a table with no flowers and a lamp", ["floor-lamp"]),
        ("a cat without a red hat on a sofa", ["cat", "sofa"]),
    ],
)
def test_what_the_words_deny_is_not_there(prompt: str, subjects: list[str]) -> None:
    assert [one.name for one in read(prompt, SEED).subjects] == subjects


def test_what_is_there_nevertheless_is_told() -> None:
    assert read("a room without furniture", SEED).unknown == ("no furniture",)
    assert read("a street without dogs", SEED).unknown == ()


def test_looks_and_limbs_of_nobody_are_told() -> None:
    assert read("a nordic garden", SEED).unknown == ("nordic",)
    assert read("japanese garden with a woman", SEED).unknown == ("japanese",)
    assert "hands" in read("hands typing on a keyboard", SEED).unknown
    assert read("a woman with her hands up", SEED).unknown == ()


@pytest.mark.parametrize(
    ("prompt", "alt"),
    [
        ("a pair of glasses", "A pair of glasses before"),
        ("an hourglass", "An hourglass before"),
        ("a blue red fox", "A blue fox in"),
        ("eiffel tower", "The Eiffel Tower in"),
        ("japanese temple", "A Japanese temple in"),
        ("an asian man", "An Asian man in"),
        ("a red haired girl", "A red-haired girl in"),
        ("a man without a beard", "A man without a beard in"),
        ("a woman in a red dress and a blue hat", "A woman in a red dress and a blue hat in"),
        ("family of five", "A family of five in"),
        ("baby sleeping", "A baby sleeping in"),
        ("soccer player kicking a ball", "A soccer player kicking a ball in"),
        ("three bicycles on a bridge", "Three bicycles on a bridge over a river"),
        ("encryption", "An illustration of encryption, with a padlock"),
        ("seo", "An illustration of seo, with a magnifying glass"),
    ],
)
def test_alt_text_is_english(prompt: str, alt: str) -> None:
    assert alt_of(read(prompt, SEED)).startswith(alt)


def test_titles_have_the_capitals_of_names() -> None:
    assert title_of(read("eiffel tower", SEED)) == "Eiffel Tower"
    assert title_of(read("japanese temple", SEED)) == "Japanese temple"
    assert title_of(read("a cat and an asian man", SEED)) == "Cat and Asian man"


@pytest.mark.parametrize("name", sorted(TRADES))
def test_those_of_every_trade_can_be_drawn(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "prompt", ["pirate", "bride and groom", "woman in a hijab", "man in a wheelchair", "baby sleeping"]
)
def test_they_can_be_drawn_in_a_picture(prompt: str) -> None:
    assert "<svg" in drawn(read(prompt, SEED), 600, 400)


def test_skins_differ() -> None:
    dark, fair = (lab(appearance.SKINS[kind][0][0]).lightness for kind in ("dark", "fair"))
    assert fair - dark > 0.3


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("place", ["studio", "table", "shelf", "field"])
def test_someone_in_any_pose_can_stand_anywhere(pose: str, place: str) -> None:
    """Also where the backdrop is chosen to go with them, before they are composed."""
    checked(drawn(scene(place, subjects=(Subject("boy", "son", pose=pose),)), 320, 200))
