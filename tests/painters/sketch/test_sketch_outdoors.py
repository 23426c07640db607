"""Places out of doors: words lead there, seeds differ, edits relight and keep every shape."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.describe import alt_of
from imgorigin.painters.sketch.elements.country import main_x
from imgorigin.painters.sketch.elements.tones import glass, grass_color, snow_color
from imgorigin.painters.sketch.elements.water import depths_of
from imgorigin.painters.sketch.elements.ways import ribbon, strips, winding
from imgorigin.painters.sketch.light import light_of
from imgorigin.painters.sketch.picture import drawn
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.stage import Stage
from tests.painters.sketch.pictures import checked, outlines, painted

MOST_BYTES = 200_000
"""Of a 16:9 drawing of these."""

ALONE = {
    "harbor": ("fishing village", "a harbour with boats and colourful houses on the quay"),
    "cliffs": ("white cliffs", "cliffs above the sea"),
    "river": ("old stone bridge", "a stone bridge over a river"),
    "road": ("winding road", "a country road winding over green hills"),
    "village": ("alpine village", "a village of red-roofed houses around a church"),
    "market": ("farmers market", "market stalls with striped awnings on a town square"),
    "garden": ("rose garden", "a garden with flower beds and an arch of roses"),
    "farm": ("farm", "a farm with a barn and a silo among crop rows"),
    "savanna": ("african savanna", "acacia trees on the savanna"),
    "jungle": ("dense jungle", "a jungle clearing with shafts of light"),
    "ice": ("arctic icebergs", "icebergs in a polar sea"),
    "volcano": ("erupting volcano", "an erupting volcano"),
    "sky": ("above the clouds", "a sea of clouds under a wide sky"),
    "planet": ("alien landscape", "an alien planet with other worlds in its sky"),
    "mars": ("mars colony", "the red plains of Mars"),
    "moon": ("lunar surface", "the surface of the Moon with the Earth in the sky"),
    "lavender": ("lavender field", "rows of lavender running to the horizon"),
    "vineyard": ("vineyard", "a vineyard with rows of vines running to the hills"),
    "wheat": ("golden wheat field", "a golden wheat field"),
    "waterfall": ("waterfall", "a waterfall between rocks and firs"),
    "park": ("city park", "a park with a bench and lamps along a path"),
    "stadium": ("football stadium", "a stadium with a goal and full stands"),
    "island": ("tropical island", "a small island with palm trees"),
    "hilltop": ("hill", "a lone tree on a green hill"),
    "wall": ("brick wall", "a brick wall along a pavement"),
    "railway": ("train station", "a train at a country station, railway tracks running to the horizon"),
}
"""By place: words for it, and what one sees there."""


@pytest.mark.parametrize(("place", "words", "alone"), [(name, *row) for name, row in ALONE.items()])
def test_a_place_is_found_and_told(place: str, words: str, alone: str) -> None:
    scene = read(words, 5)
    assert scene.place == place
    assert scene.unknown == ()
    assert alt_of(scene).lower().startswith(alone.lower())


@pytest.mark.parametrize("place", ALONE)
def test_a_subject_is_told_where_it_is(place: str) -> None:
    text = alt_of(Scene(seed=1, place=place, subjects=(Subject("dog", "dog"),)))
    assert re.match(r"A dog (in|on|at|by|before|outside|above) (the |an? |Mars)?", text)
    assert text.endswith(".")


@pytest.mark.parametrize("place", ALONE)
def test_edits_keep_every_shape(place: str) -> None:
    """A layer that two lights share has the same outlines in both, or more where something lies on top."""
    plain = outlines(checked(drawn(Scene(seed=3, place=place), 1600, 900)))
    for change in ({"time": "night"}, {"time": "sunset"}, {"conditions": frozenset({"rain"})}):
        other = outlines(checked(drawn(Scene(seed=3, place=place, **change), 1600, 900)))
        for layer in (plain.keys() & other.keys()) - {"sky", "sun", "clouds", "stars"}:
            assert plain[layer] <= other[layer] or other[layer] <= plain[layer], (layer, change)


@pytest.mark.parametrize("place", ALONE)
def test_seeds_give_different_pictures(place: str) -> None:
    pictures = [outlines(checked(drawn(Scene(seed=seed, place=place), 1600, 900))) for seed in (1, 2)]
    layers = pictures[0].keys() & pictures[1].keys()
    moved = [layer for layer in layers if pictures[0][layer] != pictures[1][layer]]
    assert len(moved) >= 0.5 * len(layers)


@pytest.mark.parametrize("place", ALONE)
def test_a_drawing_is_small(place: str) -> None:
    for conditions in (frozenset[str](), frozenset({"snow"})):
        assert len(drawn(Scene(seed=2, place=place, conditions=conditions), 1600, 900)) < MOST_BYTES


@pytest.mark.parametrize("pixels", [(1600, 900), (1920, 400), (1000, 1000)])
def test_the_main_thing_stands_away_from_the_sun(pixels: tuple[int, int]) -> None:
    sides = set()
    for seed in range(8):
        stage = Stage(Scene(seed=seed, place="farm"), pixels)
        x, middle = main_x(stage), stage.w / 2
        assert (x < middle) == (stage.sun_x > middle)
        assert 0 < x < stage.w
        sides.add(x < middle)
    assert sides == {True, False}


def test_the_seed_chooses_among_skies_ridges_and_crops() -> None:
    farms = [drawn(Scene(seed=seed, place="farm"), 1600, 900) for seed in range(12)]
    assert {'class="range"' in svg for svg in farms} == {True, False}
    assert {
        svg.count("scale(-1 1)") for svg in (painted("beach", seed=s).data.decode() for s in range(8))
    } == {0, 1}


def test_a_way_widens_towards_the_viewer_and_meets_its_ends() -> None:
    knots = winding(Stream(1, "way"), (500, 400, 10), (300, 1000, 400), sway=200)
    widths, heights = [knot[2] for knot in knots], [knot[1] for knot in knots]
    assert knots[0] == pytest.approx((500, 400, 10))
    assert knots[-1] == pytest.approx((300, 1000, 400))
    assert widths == sorted(widths)
    assert heights == sorted(heights)
    assert ribbon(knots).endswith("Z")


def test_stripes_cover_the_width_on_both_sides_of_the_vanishing_point() -> None:
    shape = strips((300, 350), 400, 1000, 1600, pitch=200, fill=0.5)
    starts = [float(x) for x in re.findall(r"M(-?[\d.]+) 400", shape)]
    assert min(starts) <= 0
    assert max(starts) >= 1500
    feet = [float(x) for x in re.findall(r"1000H(-?[\d.]+)Z", shape)]
    assert {round(two - one) for one, two in pairwise(feet)} == {200}


def test_tones_follow_the_hour_and_the_season() -> None:
    def stage(time: str, *conditions: str) -> Stage:
        return Stage(Scene(seed=1, place="farm", time=time, conditions=frozenset(conditions)), (16, 9))

    day, night = stage("day"), stage("night")
    assert palette.lab(snow_color(night)).lightness < palette.lab(snow_color(day)).lightness
    assert palette.difference(grass_color(stage("day", "snow")), grass_color(day)) > 0.2
    assert palette.difference(grass_color(stage("day", "autumn")), grass_color(day)) > 0.1
    assert palette.lab(glass(night, 0.1)).lightness > palette.lab(glass(day, 0.1)).lightness
    assert palette.lab(glass(night, 0.9)).lightness < palette.lab(glass(night, 0.1)).lightness


def test_neon_signs_hang_in_a_street_by_neon_light_only() -> None:
    for prompt, signs in (("neon street in the rain", True), ("street in the rain at night", False)):
        stage = Stage(read(prompt, 1), (1600, 900))
        PLACES["street"].paint(stage)
        assert ('class="signs"' in stage.draw.text()) is signs


def test_what_stands_on_a_hill_keeps_its_head_in_the_picture() -> None:
    for prompt in ("knight before a castle", "castle on a hill", "lighthouse on a cliff"):
        svg = drawn(read(prompt, seed=5), 1600, 900)
        assert all(top > 0 for top in _tops(svg)), prompt


def test_a_train_has_its_track_and_its_bridge_is_level() -> None:
    aside = drawn(read("train", seed=2), 1600, 900)
    assert 'class="embankment"' in aside and 'class="platform"' not in aside
    assert 'class="platform"' in drawn(read("railway tracks", seed=2), 1600, 900)
    crossed, alone = (
        drawn(read(prompt, seed=2), 1600, 900)
        for prompt in ("train crossing a bridge over a river", "a bridge over a river")
    )
    assert _bridge(crossed) != _bridge(alone)


def test_a_train_at_a_station_has_it_behind_and_people_wait_across_from_it() -> None:
    passing, halting, waiting, strolling = (
        drawn(read(prompt, seed=2), 1600, 900)
        for prompt in (
            "a train",
            "a train at the station",
            "a man at a train station",
            "a man on railway tracks",
        )
    )
    assert 'class="halt"' in halting and 'class="halt"' not in passing
    assert 'class="near platform"' in waiting and 'class="halt"' in waiting
    assert 'class="near platform"' not in strolling and 'class="tracks"' in strolling


def test_the_house_of_a_garden_stands_at_the_end_of_its_path() -> None:
    alone, housed, before = (
        drawn(read(prompt, seed=2), 1600, 900)
        for prompt in ("a garden", "a house with a garden and a dog", "a dog before a house in a garden")
    )
    assert 'class="arbour"' in alone
    for svg in (housed, before):
        assert 'class="arbour"' not in svg
    assert housed.count('class="subjects"') == 2
    assert housed.index('class="subjects"') < housed.index('class="bed-0-left"')
    assert before.count('class="subjects"') == 1


def test_the_palms_of_a_narrow_beach_make_room_for_people() -> None:
    peopled, empty, wide = (
        drawn(read(prompt, seed=2), width, 1000)
        for prompt, width in (
            ("a couple on the beach", 900),
            ("a beach", 900),
            ("a couple on the beach", 1700),
        )
    )
    assert [_palms(svg) for svg in (peopled, empty, wide)] == [2, 3, 3]


def _palms(svg: str) -> int:
    return svg.split('class="palms"')[1].split("</g>", maxsplit=1)[0].count("<ellipse")


def test_an_alpine_village_has_pines_and_snow_keeps_their_shapes() -> None:
    plain, alpine, snowy = (
        outlines(checked(drawn(read(prompt, seed=2), 1600, 900)))
        for prompt in ("a village", "a village in the alps", "a village in the alps in winter")
    )
    assert plain["side-trees"] != alpine["side-trees"]
    assert set(alpine["side-trees"]) <= set(snowy["side-trees"])


def test_water_under_a_low_sun_mirrors_the_sky_overhead() -> None:
    for time in ("dawn", "golden", "sunset"):
        light = light_of(Scene(seed=1, place="sea", time=time))
        near = depths_of(light)[2]
        high, low = light.sky[0], light.horizon
        assert palette.difference(near, high) < palette.difference(near, low), time


def test_blossom_is_in_the_trees_and_in_the_air() -> None:
    bare, blossom = (drawn(read(prompt, seed=2), 1600, 900) for prompt in ("park", "cherry blossom park"))
    assert 'class="petals"' in blossom and 'class="petals"' not in bare
    assert 'class="orchard"' in blossom and 'class="orchard"' not in bare


def _bridge(svg: str) -> str:
    return svg.split('class="bridge"')[1].split("</g>", maxsplit=1)[0]


def _tops(svg: str) -> list[float]:
    """Upper edges of the subjects' boxes, from where their groups stand and how they are scaled."""
    found = re.findall(
        r"translate\(([-\d.]+) ([-\d.]+)\)(?: rotate\([-\d.]+\))? scale\(([-\d.]+) ([\d.]+)\) "
        r"translate\(([-\d.]+) ([-\d.]+)\)",
        svg.split('class="subjects"')[1],
    )
    return [float(y) - 30.4 * float(scale) for _, y, _, scale, _, _ in found]


def test_a_vehicle_is_seen_from_its_side_on_a_road_that_is_too() -> None:
    passing, winding_away = (drawn(read(prompt, seed=2), 1600, 900) for prompt in ("sports car", "a road"))
    assert 'class="fence"' in passing and 'class="road-0"' not in passing
    assert 'class="road-0"' in winding_away


def test_waves_are_the_picture_where_the_words_say_so() -> None:
    calm, rough = (drawn(read(prompt, seed=2), 1600, 900) for prompt in ("the sea", "ocean waves"))
    boats, surf = zip(
        *(svg.split('class="sails"')[1].split('class="surf"') for svg in (calm, rough)), strict=True
    )
    assert boats[0].count("rotate(") == boats[1].count("rotate(") + 1
    assert surf[0] != surf[1]
