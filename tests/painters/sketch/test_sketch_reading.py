from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.painters.sketch.grammar import MOST, NUMBERS, POSES, RELATIONS
from imgorigin.painters.sketch.lexicon import COLORS
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import MAX_UNKNOWN, read
from imgorigin.painters.sketch.reading.emblems import EMBLEMS
from imgorigin.painters.sketch.reading.subjects import MAX_SUBJECTS
from imgorigin.painters.sketch.vocabulary import MAX_WORDS, meaning, tokens

SEED = 5


@pytest.mark.parametrize(
    ("prompt", "place", "time", "subjects"),
    [
        ("sunset over mountains", "mountains", "sunset", []),
        ("happy dog playing", "field", "day", ["dog", "soccer-ball"]),
        ("modern office team meeting", "office", "day", []),
        ("futuristic city skyline at night", "city", "neon", []),
        ("cozy coffee shop", "cafe", "day", []),
        ("blue ceramic coffee mug on wooden table", "table", "day", ["mug"]),
        ("serene mountain lake at sunset", "mountains", "sunset", []),
        ("minimalist product photo of white headphones", "studio", "day", ["headphones"]),
        ("northern lights over snowy forest", "forest", "night", []),
        ("tropical beach with palm trees", "beach", "day", []),
        ("robot reading a book in a cozy room", "room", "day", ["robot"]),
        ("abstract geometric pattern purple", "abstract", "day", []),
        ("desert dunes at golden hour", "desert", "golden", []),
        ("rocket launch into space", "space", "night", ["rocket"]),
        ("spring meadow with wildflowers", "field", "day", []),
        ("person with yellow umbrella on a rainy city street", "street", "day", ["person"]),
        ("hot air balloons at dawn", "field", "dawn", ["hot-air-balloon"]),
        ("a labrador in the snow", "field", "day", ["dog"]),
        ("three red cars", "road", "day", ["automobile"]),
        ("camping tent under starry night sky", "forest", "night", ["tent"]),
        ("airplane in the sky", "sky", "day", ["airplane"]),
        ("whale", "underwater", "day", ["spouting-whale"]),
        ("growth", "concept", "day", ["potted-plant"]),
        ("teddy bear on white background", "studio", "day", ["teddy-bear"]),
        ("a fresh orange", "table", "day", ["tangerine"]),
        ("🐶", "field", "day", ["dog"]),
        ("👩‍🚀", "space", "night", ["astronaut"]),
        ("☂ on a street", "street", "day", ["umbrella"]),
    ],
)
def test_places_times_and_subjects(prompt: str, place: str, time: str, subjects: list[str]) -> None:
    scene = read(prompt, SEED)
    assert scene.place == place
    assert scene.time == time
    assert [subject.name for subject in scene.subjects] == subjects


def test_a_colour_belongs_to_the_thing_after_it() -> None:
    (mug,) = read("blue ceramic coffee mug on wooden table", SEED).subjects
    assert (mug.noun, mug.color, mug.color_name) == ("coffee mug", COLORS["blue"], "blue")


@pytest.mark.parametrize("prompt", ["headphones in white", "white headphones"])
def test_or_to_the_thing_before_it_at_the_end(prompt: str) -> None:
    (headphones,) = read(prompt, SEED).subjects
    assert headphones.color_name == "white"


def test_or_to_the_background() -> None:
    scene = read("red sneakers on light blue background", SEED)
    assert scene.backdrop == COLORS["light blue"]
    assert scene.subjects[0].color_name == "red"


@pytest.mark.parametrize(("prompt", "tints"), [("purple mountains", True), ("green meadow", False)])
def test_or_to_the_whole_picture(prompt: str, tints: bool) -> None:
    assert bool(read(prompt, SEED).tint) is tints


def test_a_colour_is_not_lost_on_a_thing_that_is_not_painted() -> None:
    assert read("abstract blue energy pattern", SEED).color_name == "blue"
    (vaccine,) = read("blue vaccine", SEED).subjects
    assert (vaccine.name, vaccine.color_name) == ("syringe", "blue")


def test_beings_hold_what_they_read_or_carry() -> None:
    (person,) = read("person with yellow umbrella on a rainy city street", SEED).subjects
    assert person.holding and (person.holding.name, person.holding.color_name) == ("umbrella", "yellow")
    (cat,) = read("a cat reading", SEED).subjects
    assert cat.holding and cat.holding.name == "open-book"


def test_conditions_details_and_moods() -> None:
    scene = read("dark misty autumn forest in the rain", SEED)
    assert scene.conditions == {"fog", "autumn", "rain"}
    assert scene.moods == {"dark"}
    assert read("mountain lake", SEED).details == {"water"}
    assert read("a snowy sunny day", SEED).conditions == {"snow"}


def test_words_we_do_not_know_and_styles_we_cannot_paint_are_unknown() -> None:
    scene = read("anime flurble dog in watercolor", SEED)
    assert scene.unknown == ("flurble", "anime")
    assert scene.styles == {"anime", "watercolor"}
    assert len(read(" ".join(f"zq{n}zq" for n in range(500)), SEED).unknown) == MAX_UNKNOWN


def test_no_more_subjects_than_a_picture_can_show() -> None:
    assert len(read("dog cat horse cow pig duck", SEED).subjects) == MAX_SUBJECTS


def test_plurals_and_participles_are_found_only_where_the_stem_is_known() -> None:
    assert meaning("foxes") == meaning("fox")
    assert meaning("knives") is None or meaning("knives") == meaning("knife")
    assert meaning("bus") != meaning("bu")
    assert meaning("thing") is None


def test_tokens_keep_any_script_and_emoji() -> None:
    assert tokens("Don't STOP—été हिन्दी 海辺 🐶🐱!") == ["dont", "stop", "été", "हिन्दी", "海辺", "🐶", "🐱"]
    assert tokens("👩🏽‍🚀 ☂️") == ["👩🚀", "☂"]
    assert tokens("red_car-fast/slow") == ["red", "car", "fast", "slow"]


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        ("a cat on a sofa", [("cat", "on", "sofa")]),
        ("a bird on top of a roof", [("bird", "on", "house")]),
        ("an apple in a bowl", [("red-apple", "in", "bowl")]),
        ("a bowl of oranges", [("tangerine", "in", "bowl")]),
        ("a balloon floating above a house", [("balloon", "above", "house")]),
        ("a dog under an umbrella", [("dog", "under", "umbrella")]),
        ("a fox behind a tree", [("fox", "behind", "deciduous-tree")]),
        ("a horse in front of a castle", [("horse", "before", "castle")]),
        ("a man leaning on a car", [("man", "leaning", "automobile")]),
        ("a robot riding a bicycle", [("robot", "riding", "bicycle")]),
        ("a dog chasing a cat", [("dog", "chasing", "cat")]),
        ("children around a campfire", [("person", "around", "fire")]),
        ("a cat under a table", [("cat", "under", "table")]),
        ("a cat and a dog beside a red bench", [("cat", "beside", "bench"), ("dog", "beside", "bench")]),
        ("a cat on a sofa next to a dog", [("cat", "on", "sofa"), ("dog", "on", "sofa")]),
        (
            "a girl with a dog under a tree",
            [("girl", "with", "dog"), ("dog", "under", "deciduous-tree")],
        ),
        (
            "a man sitting on a bench under a tree",
            [("man", "on", "bench"), ("bench", "under", "deciduous-tree")],
        ),
        ("a dog on the beach with a ball", [("dog", "with", "soccer-ball")]),
        ("a cat, a dog and a horse", []),
    ],
)
def test_relations(prompt: str, relations: list[tuple[str, str, str]]) -> None:
    subjects = read(prompt, SEED).subjects
    found = [(one.name, one.relation, subjects[one.other].name) for one in subjects if one.other >= 0]
    assert found == relations


@pytest.mark.parametrize(
    ("prompt", "count", "counted"),
    [
        ("three kittens", 3, "three"),
        ("3 kittens", 3, "three"),
        ("a kitten", 1, ""),
        ("kittens", 3, "some"),
        ("a pair of shoes", 2, "a pair of"),
        ("a dozen eggs", 12, "a dozen"),
        ("a flock of birds", 7, "a flock of"),
        ("two sheep", 2, "two"),
        ("500 balloons", 12, "500"),
        ("headphones", 1, ""),
        ("happy family", 4, ""),
        ("two friends", 2, "two"),
    ],
)
def test_how_many(prompt: str, count: int, counted: str) -> None:
    (subject,) = read(prompt, SEED).subjects
    assert (subject.count, subject.counted) == (count, counted)


def test_sizes_and_colours_belong_to_their_noun() -> None:
    cat, house = read("a giant cat beside a small blue house", SEED).subjects
    assert (cat.size, cat.color_name, house.size, house.color_name) == ("giant", "", "small", "blue")
    car, house = read("a red car and a blue house", SEED).subjects
    assert (car.color_name, house.color_name) == ("red", "blue")
    (boat,) = read("a wooden boat on a lake", SEED).subjects
    assert boat.color_name == "wooden"


def test_black_and_white_is_a_coat_or_a_mood() -> None:
    pied = read("black and white cat", SEED)
    assert pied.subjects[0].color_name == "black and white" and not pied.moods
    assert read("black and white photo of a cat", SEED).moods == {"bw"}


def test_what_people_wear_hold_and_do() -> None:
    (woman,) = read("old woman with red hair in a yellow dress holding a cup of coffee", SEED).subjects
    assert [(one.name, one.color_name) for one in woman.wearing] == [("hair", "red"), ("dress", "yellow")]
    assert woman.holding and woman.holding.name == "mug"
    assert woman.looks == ("old",)
    (dress,) = read("a red dress", SEED).subjects
    assert (dress.name, dress.color_name) == ("dress", "red")
    (runner,) = read("a woman running in the park", SEED).subjects
    assert (runner.name, runner.pose) == ("woman", "running")
    (worker,) = read("woman working at a laptop", SEED).subjects
    assert worker.pose == "working" and worker.holding and worker.holding.name == "laptop"
    (students,) = read("students with laptops", SEED).subjects
    assert students.count == 3 and students.holding


def test_words_without_effect_are_no_unknown_words() -> None:
    prompt = (
        "three fluffy curious kittens in the middle of a large wooden table, next to a hat with blue eyes"
    )
    assert read(prompt, SEED).unknown == ()
    assert read("the 2nd of 2024 quibbles", SEED).unknown == ("2nd", "quibbles")


@given(st.text(max_size=400), st.integers(0, 2**31 - 1))
def test_reading_is_total_and_bounded(prompt: str, seed: int) -> None:
    scene = read(prompt, seed)
    assert scene == read(prompt, seed)
    assert scene.place in PLACES
    assert len(scene.subjects) <= MAX_SUBJECTS
    assert all(one.other < len(scene.subjects) and one.count <= MOST for one in scene.subjects)
    assert len(tokens(prompt)) <= MAX_WORDS


_TERMS = [
    term.replace("_", " ")
    for table in (RELATIONS, NUMBERS, POSES)
    for row in table.values()
    for term in row.split()
]


@given(
    st.lists(
        st.sampled_from([*_TERMS, "cat", "sofa", "woman", "tree", "and", "red", "friends", "bowl"]),
        max_size=14,
    )
)
def test_any_grammar_is_read(words: list[str]) -> None:
    scene = read(" ".join(words), SEED)
    for index, one in enumerate(scene.subjects):
        assert -1 <= one.other < len(scene.subjects) and one.other != index
        assert bool(one.relation) is (one.other >= 0)


def test_animals_wear_hats_and_a_topping_is_on_top() -> None:
    (lion,) = read("a lion wearing a golden crown", SEED).subjects
    assert [(one.name, one.color_name) for one in lion.wearing] == [("crown", "golden")]
    cake, cherry = read("a cake with a cherry on top", SEED).subjects
    assert (cake.other, cherry.relation, cherry.other) == (-1, "on", 0)
    (sneakers,) = read("red sneakers", SEED).subjects
    assert sneakers.count == 2


def test_a_family_may_be_of_animals() -> None:
    (ducks,) = read("a duck family on a pond", SEED).subjects
    assert (ducks.name, ducks.count, ducks.counted) == ("duck", 4, "a family of")


@pytest.mark.parametrize(
    ("prompt", "pattern"),
    [
        ("flowing waves teal", "waves"),
        ("concentric rings orange", "arcs"),
        ("soft gradient orbs pastel", "orbs"),
        ("bokeh lights gold", "bokeh"),
        ("liquid gradient purple", "blobs"),
        ("minimal lines", "lines"),
        ("soft pastel gradient", "mesh"),
    ],
)
def test_words_for_patterns_are_no_things_and_no_places(prompt: str, pattern: str) -> None:
    scene = read(prompt, SEED)
    assert (scene.place, scene.pattern, scene.subjects) == ("abstract", pattern, ())


def test_the_sea_has_waves_of_its_own() -> None:
    assert read("ocean waves", SEED).place == "sea"


def test_several_at_work_sit_in_an_office_with_laptops_before_them() -> None:
    for prompt in ("team of developers working on laptops", "developers coding"):
        scene = read(prompt, SEED)
        assert scene.place == "office"
        assert [(one.name, one.pose) for one in scene.subjects] == [("technologist", "working")]
    (woman,) = read("woman working on a laptop in a cafe", SEED).subjects
    assert woman.holding and woman.holding.name == "laptop"
    (someone,) = read("remote work from a cafe", SEED).subjects
    assert someone.pose == "working"


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("handshake in front of a skyline", "city"),
        ("business people shaking hands", "office"),
        ("business partners shaking hands", "office"),
    ],
)
def test_a_handshake_somewhere_is_that_of_two_people(prompt: str, place: str) -> None:
    scene = read(prompt, SEED)
    assert scene.place == place
    assert [(one.name, one.count) for one in scene.subjects] == [("office-worker", 2)]
    assert not scene.details & {"people"}


def test_a_blueprint_shows_the_thing_alone_unless_words_say_where_it_is() -> None:
    assert read("blueprint of a bicycle", SEED).place == "studio"
    assert read("blueprint of a bicycle on a road", SEED).place == "road"
    assert read("bicycle", SEED).place == "road"


@pytest.mark.parametrize(
    ("prompt", "place", "names"),
    [
        ("vineyard rows under a summer sky", "vineyard", []),
        ("summer", "beach", []),
        ("penguins on the ice", "ice", ["penguin"]),
        ("castle on a hill", "hilltop", ["castle"]),
        ("greek temple above the sea", "cliffs", ["classical-building"]),
        ("boat on the sea", "sea", ["sailboat"]),
        ("a container ship", "sea", ["cargo-ship"]),
        ("a cruise ship", "sea", ["ship"]),
        ("a submarine", "underwater", ["submarine"]),
        ("a school bus", "road", ["school-bus"]),
        ("a squirrel", "forest", ["squirrel"]),
        ("an ice cream cone", "table", ["soft-ice-cream"]),
        ("eiffel tower in paris", "park", ["eiffel-tower"]),
        ("train in the mountains", "railway", ["locomotive"]),
        ("harbour with fishing boats", "harbor", []),
        ("red boat in a harbour", "harbor", ["sailboat"]),
        ("fresh fruit market stall", "fruit_stall", []),
        ("winding road", "road", []),
        ("young woman with a laptop", "room", ["woman"]),
        ("man in a suit", "office", ["man"]),
    ],
)
def test_things_are_where_one_would_look_for_them(prompt: str, place: str, names: list[str]) -> None:
    scene = read(prompt, seed=1)
    assert (scene.place, [one.name for one in scene.subjects]) == (place, names)


def test_a_summer_sky_is_that_of_the_day() -> None:
    assert {read("vineyard rows under a summer sky", seed).time for seed in range(9)} == {"day"}


@pytest.mark.parametrize(
    ("prompt", "detail"),
    [
        ("waterfall in the jungle", "tropical"),
        ("village in the alps", "alpine"),
        ("train crossing a bridge", "crossing"),
    ],
)
def test_a_second_place_says_more_of_the_first(prompt: str, detail: str) -> None:
    assert detail in read(prompt, seed=1).details
    assert detail not in read(prompt.split(maxsplit=1)[0], seed=1).details


@pytest.mark.parametrize(
    ("prompt", "name", "noun"),
    [
        ("bowl of ramen", "steaming-bowl", "ramen"),
        ("birthday cake with candles", "birthday-cake", "birthday cake"),
        ("avocado toast", "avocado-toast", "avocado toast"),
    ],
)
def test_two_things_may_be_one_drawing(prompt: str, name: str, noun: str) -> None:
    assert [(one.name, one.noun) for one in read(prompt, seed=1).subjects] == [(name, noun)]


def test_a_snowman_brings_his_snow_and_cherry_trees_their_blossom() -> None:
    assert "snow" in read("snowman", seed=1).conditions
    scene = read("cherry blossoms in japan", seed=1)
    assert scene.conditions == {"blossom"} and [one.name for one in scene.subjects] == ["pagoda"]


def test_one_who_does_something_is_drawn_doing_it() -> None:
    (one,) = read("woman doing yoga on the beach", seed=1).subjects
    assert (one.name, one.noun, one.pose) == ("person-in-lotus-position", "woman", "doing yoga")
    two = read("woman and yoga", seed=1).subjects
    assert len(two) == 2


def test_someone_old_is_so_by_their_looks() -> None:
    (one,) = read("portrait of an old man with a beard", seed=1).subjects
    assert (one.noun, one.looks) == ("man", ("old",))


def test_animals_wear_scarves() -> None:
    fox, penguin = read("fox in a scarf", seed=1), read("penguin with a green scarf and a hat", seed=1)
    assert [[worn.name for worn in one.wearing] for one in (*fox.subjects, *penguin.subjects)] == [
        ["scarf"],
        ["scarf", "hat"],
    ]


@pytest.mark.parametrize("place", EMBLEMS)
def test_what_stands_for_a_place_is_a_thing(place: str) -> None:
    assert place in PLACES
    scene = read(EMBLEMS[place], SEED)
    assert scene.subjects
    assert not scene.unknown


@pytest.mark.parametrize(
    ("prompt", "place", "subjects"),
    [
        ("logo for a bakery", "studio", ["croissant"]),
        ("coffee shop, logo, flat vector design, simple and bold, on a white background", "studio", ["mug"]),
        ("a fox, logo", "studio", ["fox"]),
        ("a bakery", "bakery", []),
    ],
)
def test_a_logo_of_a_place_is_what_stands_for_it(prompt: str, place: str, subjects: list[str]) -> None:
    scene = read(prompt, SEED)
    assert scene.place == place
    assert [one.name for one in scene.subjects] == subjects
