"""Edits of pixels: what an instruction is read as, and what the operations do."""

from __future__ import annotations

import pytest
import pyvips
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import NotUnderstood
from imgorigin.painters.retouch.clauses import clauses
from imgorigin.painters.retouch.compose import composed
from imgorigin.painters.retouch.cutout import checked, subject_mask
from imgorigin.painters.retouch.lettering import font, measure, writable, written
from imgorigin.painters.retouch.operations import OPERATIONS, done
from imgorigin.painters.retouch.pixels import brightness
from imgorigin.painters.retouch.reading import steps_of
from imgorigin.painters.retouch.retouched import retouched
from imgorigin.painters.retouch.shapes import placed, window_of
from imgorigin.painters.retouch.step import NotPossible, Step
from imgorigin.painters.retouch.words import GRADING
from imgorigin.painters.retouch.words import OPERATIONS as NAMED
from tests.extras import require_extra


def photo(width: int = 120, height: int = 80) -> pyvips.Image:
    """Colours and edges everywhere, and no two sides alike."""
    grid = pyvips.Image.xyz(width, height)
    red, green = grid[0] * (255 / width), grid[1] * (255 / height)
    blue = ((grid[0] / 9 + grid[1] / 7) * 40 % 200) + 20
    return red.bandjoin(green).bandjoin(blue).cast("uchar").copy(interpretation="srgb").copy_memory()


def steps(instruction: str, *, grading: bool = True) -> list[Step]:
    return [step for clause in clauses(instruction) for step in steps_of(clause, grading=grading)[0]]


def same(one: pyvips.Image, other: pyvips.Image) -> bool:
    return bool(one.write_to_memory() == other.write_to_memory())


# -------------------------------------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("blur the background", ["blur background"]),
        ("background blurred", ["blur background"]),
        ("blur", ["blur"]),
        ("remove the background", ["cutout"]),
        ("transparent background", ["cutout"]),
        ("flip blur grayscale", ["flip", "blur", "grayscale"]),
        ("make it black and white", ["grayscale"]),
        ("less contrast", ["flatten"]),
        ("reduce the brightness", ["darken"]),
        ("rounded corners and a shadow", ["rounded", "shadow"]),
        ("darken the corners", ["vignette"]),
        ("turn it upside down", ["upside down"]),
        ("add fog then a white frame, flip it", ["fog", "border", "flip"]),
        ("golden hour", ["golden"]),
        ("add a mirror", []),
        ("zonk", []),
    ],
)
def test_steps_are_named_in_any_order_of_words(instruction: str, expected: list[str]) -> None:
    found = [step.name for step in steps(instruction)]
    assert sorted(found) == sorted(expected)


def test_how_much_where_and_which_colour() -> None:
    assert steps("slightly brighter")[0].amount < 1 < steps("much brighter")[0].amount
    assert steps("20% brighter")[0].share(0.5) == pytest.approx(0.2)
    assert steps("rotate 30 degrees counterclockwise")[0] == Step(
        "rotate", number=30, unit="degrees", where=("counter",)
    )
    assert steps("add a 12px sky blue border")[0] == Step("border", number=12, unit="px", color="#6fb7f0")
    assert steps("crop to the left third")[0].where == ("left", "third")


@pytest.mark.parametrize(
    ("instruction", "ratio"),
    [
        ("crop to 16:9", 16 / 9),
        ("1:1 crop", 1),
        ("4:5", 4 / 5),
        ("crop 4x5", 4 / 5),
        ("crop to 3 by 2", 3 / 2),
        ("crop to 16 9", 16 / 9),
        ("crop to 16-9", 16 / 9),
        ("make it 2.35:1", 2.35),
    ],
)
def test_a_ratio_is_a_crop_as_large_as_the_picture_allows(instruction: str, ratio: float) -> None:
    (step,) = steps(instruction)
    assert (step.name, step.unit) == ("crop", "ratio")
    _, _, wide, tall = window_of(step, 1200, 900)
    assert wide / tall == pytest.approx(ratio)
    assert wide == pytest.approx(1200) or tall == pytest.approx(900)


def test_numbers_that_are_no_ratio_stay_what_they_are() -> None:
    assert steps("4:0") == []
    assert [step.unit for step in steps("crop to 50%")] == ["%"]
    assert [step.unit for step in steps("crop to the left third")] == [""]
    assert steps("crop to 2:1 from the top")[0].where == ("top",)


@pytest.mark.parametrize(
    ("instruction", "text", "where"),
    [
        ("add text 'Sale 50%' at the bottom in red", "Sale 50%", ("bottom",)),
        ('write "Fish and chips, daily" at the top left', "Fish and chips, daily", ("top", "left")),
        ("add text sale 50 percent", "Sale 50%", ()),
        ("write fish and chips then flip it", "Fish and chips", ()),
        ("add caption don't panic in the center", "Don't panic", ("middle",)),
        ("write at the bottom hello", "Hello", ("bottom",)),
        ("add text BIG News", "BIG News", ()),
        ("“Ça va ?” as a title", "Ça va ?", ()),
    ],
)
def test_text_is_taken_as_it_is_written(instruction: str, text: str, where: tuple[str, ...]) -> None:
    step = next(step for step in steps(instruction) if step.name == "text")
    assert (step.text, step.where) == (text, where)


def test_a_clause_without_a_verb_has_the_one_before_it() -> None:
    words = [clause.words for clause in clauses("add a cat and a dog, then remove the sofa, the lamp please")]
    assert [(one[0], one[-1]) for one in words] == [
        ("add", "cat"),
        ("add", "dog"),
        ("remove", "sofa"),
        ("remove", "please"),
    ]


def test_words_without_meaning_are_left_over() -> None:
    (clause,) = clauses("blur it with zonk")
    found, rest = steps_of(clause, grading=True)
    assert ([step.name for step in found], rest) == (["blur"], ("zonk",))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for clause in clauses(text):
        steps_of(clause, grading=True)


def test_each_word_of_the_tables_has_its_operation() -> None:
    assert {*NAMED, *GRADING} == OPERATIONS.keys()


# ----------------------------------------------------------------------------------------- operations

WITHOUT_A_MODEL = sorted(OPERATIONS.keys() - {"cutout", "blur background", "fill"})
"""Nor anything transparent."""


def test_what_is_not_transparent_fills_the_canvas() -> None:
    dot = pyvips.Image.black(300, 200, bands=4).draw_rect([200, 30, 30, 255], 10, 20, 60, 40, fill=True)
    filled = done(dot.copy(interpretation="srgb"), Step("fill"))
    left, top, wide, tall = filled[3].find_trim(background=[0], threshold=8)
    assert (filled.width, filled.height) == (300, 200)
    assert [wide, tall] == pytest.approx([120, 80], abs=3)  # twice as large, no more
    assert [left + wide / 2, top + tall / 2] == pytest.approx([150, 100], abs=2)
    assert filled(150, 100) == [200, 30, 30, 255]
    for bare in (photo(), pyvips.Image.black(9, 9, bands=4).copy(interpretation="srgb")):
        with pytest.raises(NotPossible):
            done(bare, Step("fill"))


@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize("name", WITHOUT_A_MODEL)
def test_each_operation_changes_the_picture_the_same_way_twice(name: str, alpha: bool) -> None:
    image = photo().addalpha() if alpha else photo()
    step = Step(name, text="Hi" if name == "text" else "")
    result = done(image, step)
    assert result.format == "uchar"
    assert result.bands in (3, 4)
    assert not same(result, image)
    assert same(result, done(image, step))
    assert not alpha or result.hasalpha()


@pytest.mark.parametrize("size", [(16, 16), (16, 300), (301, 17)], ids=str)
@pytest.mark.parametrize("name", WITHOUT_A_MODEL)
def test_the_smallest_pictures_and_strips_can_be_edited(name: str, size: tuple[int, int]) -> None:
    step = Step(name, 2.6, text="Hello there" if name == "text" else "")
    assert done(photo(*size), step).width >= 1


def test_light_goes_the_way_it_is_told() -> None:
    mean, spread = brightness(photo())
    assert brightness(done(photo(), Step("brighten")))[0] > mean + 5
    assert brightness(done(photo(), Step("darken")))[0] < mean - 5
    assert (
        brightness(done(photo(), Step("contrast")))[1]
        > spread
        > brightness(done(photo(), Step("flatten")))[1]
    )
    assert brightness(done(photo(), Step("night")))[0] < 0.6 * mean
    more = brightness(done(photo(), Step("brighten", 1.8)))[0]
    assert more > brightness(done(photo(), Step("brighten", 0.5)))[0]


def test_warm_is_redder_and_cool_is_bluer() -> None:
    def warmth(image: pyvips.Image) -> float:
        return image.extract_band(0).avg() - image.extract_band(2).avg()

    assert warmth(done(photo(), Step("warmer"))) > warmth(photo()) > warmth(done(photo(), Step("cooler")))
    gray = done(photo(), Step("grayscale"))
    assert same(gray.extract_band(0), gray.extract_band(2))


def test_shapes() -> None:
    image = photo()
    assert same(done(done(image, Step("flip")), Step("flip")), image)
    assert (done(image, Step("rotate")).width, done(image, Step("rotate")).height) == (80, 120)
    assert same(done(done(image, Step("rotate")), Step("rotate", where=("left",))), image)
    half = done(image, Step("crop", where=("left", "half")))
    assert same(half, image.crop(0, 0, 60, 80))
    square = done(image, Step("crop", where=("square",)))
    assert (square.width, square.height) == (80, 80)
    turned = done(image, Step("rotate", number=17))
    assert (turned.width, turned.height) == (120, 80)
    assert not same(turned, image)


def test_corners_shadows_and_circles_are_transparent() -> None:
    for step in (Step("rounded"), Step("shadow"), Step("crop", where=("circle",))):
        alpha = done(photo(), step).extract_band(3)
        assert alpha(0, 0)[0] < 40
        assert alpha(alpha.width // 2, alpha.height // 2)[0] == 255


def test_a_border_is_as_wide_as_told() -> None:
    framed = done(photo(), Step("border", number=5, unit="px", color="#ff0000"))
    assert framed(4, 40)[:3] == [255, 0, 0]
    assert framed(5, 40)[:3] == photo()(5, 40)[:3]


def test_a_dark_picture_is_not_put_into_another_light() -> None:
    with pytest.raises(NotPossible, match="too dark"):
        done(photo() * 0.1, Step("sunset"))


# ------------------------------------------------------------------------------------------- retouched


def test_an_instruction_is_carried_out_clause_by_clause() -> None:
    image, not_done = retouched(photo(), "grayscale, zonk it and crop to the left half")
    assert image.width == 60
    assert same(image.extract_band(0), image.extract_band(1))
    assert not_done == ("zonk it",)


def test_reasons_are_told_and_do_not_stop_the_rest() -> None:
    image, not_done = retouched(photo(), "add text 'שלום' and flip")
    assert same(image, photo().fliphor())
    assert len(not_done) == 1
    assert "right to left" in not_done[0]


def test_what_nothing_is_understood_of_is_refused_with_what_would_be() -> None:
    with pytest.raises(NotUnderstood, match=r"'zonk it'.*grayscale.*border"):
        retouched(photo(), "zonk it")


@pytest.mark.parametrize(
    "instruction",
    ["rotate 0", "rotate by 360 degrees", "remove blur", "remove the background blur", "zoom out", "blur 0"],
)
def test_what_would_change_nothing_or_the_opposite_is_refused(instruction: str) -> None:
    with pytest.raises(NotUnderstood, match=instruction):
        retouched(photo(), instruction)


def test_better_is_clearer() -> None:
    for instruction in ("enhance", "improve the quality", "make it pop"):
        image, not_done = retouched(photo(), instruction)
        assert not_done == ()
        assert image.extract_band(1).deviate() > photo().extract_band(1).deviate()


# ------------------------------------------------------------------------------------------- lettering


def test_letters_have_widths_and_are_kerned() -> None:
    assert measure("ii") < measure("WW")
    assert measure("AV") < measure("A") + measure("V")
    assert all(char in font().letters for char in "Aaß€éЖφń5%&?!…")


@pytest.mark.parametrize(
    "size", [(1000.0, 1000.0), (8000.0, 1000.0), (1000.0, 8000.0), (300.0, 40.0)], ids=str
)
@pytest.mark.parametrize(
    "text", ["Hi", "A rather long sentence that needs some lines to stand on", "W" * 160]
)
def test_text_fits_the_picture(text: str, size: tuple[float, float]) -> None:
    import re

    markup = written(Step("text", text=text), *size)
    for x, y, scale, letters in re.findall(r'translate\((\S+) (\S+)\) scale\((\S+)\)">(.*?)</g>', markup):
        advances = [float(at) for at in re.findall(r"translate\((\S+) 0\)", letters)]
        assert float(x) >= 0
        assert 0 < float(y) <= size[1]
        assert float(x) + max(advances) * float(scale) < size[0]


def test_what_cannot_be_written_is_said() -> None:
    assert writable("  Hi 🎉  there ") == "Hi there"
    for text in ("", "🎉", "你好", "مرحبا"):
        with pytest.raises(NotPossible):
            writable(text)


# --------------------------------------------------------------------------------- masks and subjects


def test_outside_the_mask_no_bit_changes() -> None:
    original = photo()
    edited = done(original, Step("invert"))
    mask = pyvips.Image.black(120, 80).draw_rect([255.0], 30, 20, 40, 30, fill=True)
    result = composed(original, edited, mask)
    outside = mask.ifthenelse(0, original)
    assert same(mask.ifthenelse(0, result), outside)
    assert same(result.crop(30, 20, 40, 30), edited.crop(30, 20, 40, 30))


@pytest.mark.parametrize("form", ["alpha", "deep", "gray mask of another size"])
def test_bands_and_depth_stay_the_originals(form: str) -> None:
    original = photo().addalpha() if form == "alpha" else photo()
    original = photo().colourspace("rgb16") if form == "deep" else original
    mask = pyvips.Image.black(60, 40).draw_rect([255.0], 10, 10, 20, 20, fill=True)
    result = composed(original, done(photo(), Step("flip")), mask)
    assert (result.bands, result.format, result.width) == (original.bands, original.format, 120)
    assert same(result.crop(80, 0, 40, 80), original.crop(80, 0, 40, 80))


def test_a_subject_is_neither_nothing_nor_everything() -> None:
    clear = pyvips.Image.black(100, 100).draw_rect([255.0], 20, 20, 50, 50, fill=True)
    assert same(checked(clear), clear)
    for mask in (pyvips.Image.black(100, 100), pyvips.Image.black(100, 100).invert()):
        with pytest.raises(NotPossible, match="no clear subject"):
            checked(mask)


def test_a_picture_that_is_cut_out_already_has_its_subject() -> None:
    alpha = pyvips.Image.black(120, 80).draw_rect([255.0], 30, 20, 40, 30, fill=True)
    image = photo().bandjoin(alpha)
    assert same(subject_mask(image), alpha)
    soft = done(image, Step("blur background"))
    assert same(soft.crop(35, 25, 20, 20), image.crop(35, 25, 20, 20))


def test_without_the_extra_a_photo_keeps_its_background(monkeypatch: pytest.MonkeyPatch) -> None:
    from imgorigin.painters.retouch import cutout

    def missing(name: str) -> None:
        raise ImportError(name)

    cutout._runtime.cache_clear()
    monkeypatch.setattr(cutout, "import_module", missing)
    with pytest.raises(NotUnderstood, match="extra `cutout`"):
        retouched(photo(), "remove the background")
    cutout._runtime.cache_clear()


def test_a_disc_on_a_plain_ground_is_cut_out() -> None:
    require_extra("cutout", "numpy", "onnxruntime")
    ground = pyvips.Image.black(200, 150, bands=3).linear([1.0], [240.0, 240.0, 235.0], uchar=True)
    image = ground.copy(interpretation="srgb").draw_circle([200.0, 40.0, 30.0], 100, 75, 40, fill=True)
    try:
        result = done(image, Step("cutout"))
    except NotPossible as reason:
        pytest.skip(str(reason))
    assert result(100, 75)[3] > 200
    assert result(5, 5)[3] < 40


def test_a_picture_is_brought_into_a_frame() -> None:
    covering, whole = placed(photo(), 90, 90), placed(photo(), 90, 90, whole=True)
    assert (covering.width, covering.height, covering.bands) == (90, 90, 3)
    assert (whole.width, whole.height, whole(45, 0)[3], whole(45, 45)[3]) == (90, 90, 0, 255)


# ---------------------------------------------------------------------------------------------- posters


def plain(*color: int) -> pyvips.Image:
    return (
        pyvips.Image.black(24, 24, bands=3)
        .linear([1, 1, 1], list(color))
        .cast("uchar")
        .copy(interpretation="srgb")
    )


def test_a_poster_keeps_black_white_and_hues() -> None:
    poster = Step("posterise")
    assert done(plain(255, 255, 255), poster)(9, 9)[:3] == [255, 255, 255]
    assert max(done(plain(2, 2, 2), poster)(9, 9)[:3]) < 12
    red, green, blue = done(plain(141, 85, 54), poster)(9, 9)[:3]
    assert red > green > blue


def test_a_posters_lightnesses_are_evenly_apart() -> None:
    ramp = (pyvips.Image.xyz(512, 8)[0] / 2).cast("uchar")
    gray = ramp.bandjoin(ramp).bandjoin(ramp).copy(interpretation="srgb")
    seen = done(gray, Step("posterise", number=5)).colourspace("lab")[0]
    row = [round(seen(x, 4)[0]) for x in range(512)]
    steps = sorted(level for level in set(row) if row.count(level) > 12)
    assert steps == pytest.approx([0, 25, 50, 75, 100], abs=1)
