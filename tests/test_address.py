from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.address import (
    FORMATS,
    MAX_EDITS,
    MAX_TEXT_BYTES,
    MAX_WORDS_BYTES,
    Address,
    Limits,
    Segment,
    Size,
    canonical_words,
    is_canonical,
    parse,
)
from imgorigin.errors import InvalidRequest, NotFound, RequestError

TABLE = [
    ("/demo/sunset-over-mountains_1920x1080.png", "/demo/sunset-over-mountains_1920x1080.png"),
    ("/demo/cat.png", "/demo/cat.png"),
    ("/Demo/Red_Fox+In%20Snow_800X600.PNG", "/demo/red-fox-in-snow_800x600.png"),
    ("/demo/cat_0800x0600.jpeg", "/demo/cat_800x600.jpg"),
    ("/demo/cat_400x300@2x.webp", "/demo/cat_400x300@2x.webp"),
    ("/demo/cat_400x300@1x.webp", "/demo/cat_400x300.webp"),
    ("/demo/cat@3x.avif", "/demo/cat@3x.avif"),
    ("//demo//cat.png", "/demo/cat.png"),
    ("/demo/cat.png/", "/demo/cat.png"),
    ("/demo/caf%C3%A9.png", "/demo/caf%C3%A9.png"),
    ("/demo/CAF%C3%89.png", "/demo/caf%C3%A9.png"),
    ("/demo/cafe%CC%81.png", "/demo/caf%C3%A9.png"),
    ("/demo/%E7%8C%AB.png", "/demo/%E7%8C%AB.png"),
    ("/demo/%F0%9F%90%B6-playing.png", "/demo/%F0%9F%90%B6-playing.png"),
    ("/demo/it's-don%E2%80%99t.png", "/demo/its-dont.png"),
    ("/demo/a.b.c.png", "/demo/a-b-c.png"),
    ("/demo/a%2Fb.png", "/demo/a-b.png"),
    ("/demo/..%2f..%2fetc%2fpasswd.png", "/demo/etc-passwd.png"),
    ("/demo/a%00b.png", "/demo/a-b.png"),
    ("/demo/cat-800x600.png", "/demo/cat-800x600.png"),
    ("/demo/cat_800x600.png/make-it-night.png", "/demo/cat_800x600.png/make-it-night.png"),
    ("/demo/cat_800x600.png/make-it-night_400x300.jpg", "/demo/cat_800x600.png/make-it-night_400x300.jpg"),
    ("/demo/cat_800x600.png/make-it-night-400x300.jpg", "/demo/cat_800x600.png/make-it-night_400x300.jpg"),
    ("/demo/cat.png/make%20it%20night%20400x300.jpg", "/demo/cat.png/make-it-night_400x300.jpg"),
    ("/demo/cat_400%C3%97300.jpg", "/demo/cat_400x300.jpg"),
    ("/demo/a-4%C3%974-car.jpg", "/demo/a-4x4-car.jpg"),
    ("/demo/%CE%9F%CE%94%CE%9F%CE%A3_64x64.png", "/demo/%CE%BF%CE%B4%CE%BF%CF%82_64x64.png"),
    ("/demo/%CE%9F%CE%94%CE%9F%CE%A3.png", "/demo/%CE%BF%CE%B4%CE%BF%CF%82.png"),
    ("/demo/%72ed-fox%2Epng", "/demo/red-fox.png"),
    ("/demo/%e7%8c%ab.png", "/demo/%E7%8C%AB.png"),
    ("/demo/cat.png/grid-3x3.png", "/demo/cat.png/grid-3x3.png"),
    ("/demo/a_8x8.png/b.png/c_4x4.jpg", "/demo/a_8x8.png/b.png/c_4x4.jpg"),
]


@pytest.mark.parametrize(("path", "canonical"), TABLE)
def test_reads_liberally_and_writes_one_form(path: str, canonical: str) -> None:
    address = parse(path)
    assert address.path == canonical
    assert is_canonical(path, address) == (path == canonical)
    assert parse(canonical) == address


@pytest.mark.parametrize(
    "path",
    [
        "/", "", "/demo", "/demo/", "/demo/cat", "/cat.png", "/demo/.png", "/demo/-.png", "/api/cat.png",
        "/livez/cat.png", "/de mo/cat.png", "/demo/../cat.png", "/%2e%2e/%2e%2e/cat.png",
        "/demo/cat.png@/x.png", "/demo/%FF.png", "/-demo/cat.png", f"/{'d' * 64}/cat.png", "/demo/cat./x.png",
    ],
)  # fmt: skip
def test_what_is_no_address_is_not_found(path: str) -> None:
    with pytest.raises(NotFound):
        parse(path)


@pytest.mark.parametrize(
    ("path", "field", "allowed"),
    [
        ("/demo/cat.gif", "format", "png, jpg, webp, avif, svg"),
        ("/demo/cat@9x.png", "density", "@1x, @2x, @3x"),
        ("/demo/cat@00004x.png", "density", "@1x, @2x, @3x"),
        (f"/demo/{'cat-' * 60}.png", "words", f"{MAX_WORDS_BYTES} bytes"),
        ("/demo/a.png" + "/b.png" * (MAX_EDITS + 1), "edits", f"{MAX_EDITS} at the most"),
        ("/demo/" + "x" * 5000 + ".png", "path", "4096 bytes"),
        ("/demo" + f"/{'x' * 190}.png" * 5, "path", "900 bytes"),
    ],
)
def test_a_part_out_of_bounds_is_named_with_what_is_allowed(path: str, field: str, allowed: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        parse(path)
    assert raised.value.field == field
    assert allowed in raised.value.allowed
    assert field in raised.value.detail


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/demo/cat_15x100.png", "width"),
        ("/demo/cat_100x4097.png", "height"),
        ("/demo/cat_0x0.png", "width"),
        ("/demo/cat_999999999x999999999.png", "width"),
        ("/demo/cat_99999999999x9.png", "width"),
        ("/demo/cat_2000x2000@3x.png", "width"),
        ("/demo/cat_8000x8.png/small_16x16.png", "width"),  # the source has to be painted too
        ("/demo/cat_4096x4096.png", "size"),
    ],
)
def test_sizes_out_of_bounds_are_named(path: str, field: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        Limits(max_pixels=16_000_000).check(parse(path))
    assert raised.value.field == field


def test_a_formats_own_bound_is_named() -> None:
    wide = Limits(max_side=16384)
    wide.check(parse("/demo/cat_16384x16.png"))
    with pytest.raises(InvalidRequest, match="16 to 16383"):
        wide.check(parse("/demo/cat_16384x16.webp"))


def test_an_at_may_be_encoded() -> None:
    assert is_canonical("/demo/cat%402x.png", parse("/demo/cat%402x.png"))


def test_sizes_within_bounds_pass() -> None:
    for path in ("/demo/cat_16x4096.png", "/demo/cat_4096x16.png", "/demo/cat_1365x1365@3x.png"):
        Limits().check(parse(path))


def test_sizes_are_inherited_and_multiplied() -> None:
    assert parse("/demo/cat.png").size == Size(1024, 1024)
    assert parse("/demo/cat@2x.png").size == Size(2048, 2048)
    assert parse("/demo/cat_400x300@2x.png").size == Size(800, 600)
    assert parse("/demo/cat_400x300@2x.png/night.png").size == Size(800, 600)
    assert parse("/demo/cat_400x300.png/night@2x.png").size == Size(800, 600)
    assert parse("/demo/cat_400x300.png/night_30x20.png/snow.png").size == Size(30, 20)


def test_keys_let_a_file_and_a_folder_of_one_name_stand_side_by_side() -> None:
    assert parse("/demo/a_8x8.png").key == "images/demo/a_8x8.png"
    assert parse("/demo/a_8x8.png/b.png").key == "images/demo/a_8x8.png@/b.png"
    assert parse("/demo/a_8x8.png/b.png/c_4x4.jpg").key == "images/demo/a_8x8.png@/b.png@/c_4x4.jpg"


def test_every_character_has_one_canonical_form() -> None:
    for code in range(sys.maxunicode + 1):
        text = f"a{chr(code)}b"
        words = canonical_words(text)
        assert canonical_words(words) == words, hex(code)
        assert "/" not in words
        assert "." not in words


words = st.text().map(canonical_words).filter(lambda w: w and len(w.encode()) <= MAX_WORDS_BYTES)
sides = st.integers(1, 999_999_999)
sizes = st.none() | st.builds(Size, sides, sides)


def _is_spelled_like_a_size(segment: Segment) -> bool:
    return segment.size is None and segment.words.rpartition("-")[2].replace("x", "").isdigit()


segments = st.builds(Segment, words, st.sampled_from(FORMATS), sizes, st.integers(1, 3)).filter(
    lambda segment: not _is_spelled_like_a_size(segment)
)
addresses = st.builds(
    Address,
    st.from_regex(r"[a-z0-9][a-z0-9_-]{0,62}", fullmatch=True).filter(lambda name: name not in ("v1", "v2")),
    segments,
    st.lists(segments, max_size=MAX_EDITS).map(tuple),
).filter(lambda address: len(address.text.encode()) <= MAX_TEXT_BYTES)


@given(addresses)
def test_what_is_written_is_read_back(address: Address) -> None:
    assert parse(address.path) == address
    assert is_canonical(address.path, address)
    assert Address.from_key(address.key) == address


@given(addresses)
def test_keys_stay_in_their_folder_and_their_names_fit_a_file_system(address: Address) -> None:
    parts = address.key.split("/")
    assert parts[:2] == ["images", address.project]
    assert not {"", ".", ".."} & set(parts)
    assert all(len(part.encode()) <= 255 and "\0" not in part for part in parts)
    assert unicodedata.is_normalized("NFC", address.key)


@given(st.text() | st.text("/.%@x_-+0123456789abcdefpngjw\\\0\n").map("/demo/".__add__))
def test_any_text_is_an_address_with_one_form_or_the_askers_mistake(path: str) -> None:
    try:
        address = parse(path)
    except RequestError:
        return
    assert parse(address.path) == address
    assert is_canonical(address.path, address)


@given(st.binary())
def test_any_bytes_likewise(path: bytes) -> None:
    try:
        address = parse(b"/demo/" + path + b".png")
    except RequestError:
        return
    assert parse(address.path) == address


@pytest.mark.parametrize(
    ("path", "steps", "slug", "now"),
    [
        ("/a/fox~v2_64x48@2x.png", 1, "owl", "/b/owl~v2_64x48@2x.png"),
        ("/a/fox_64x48.png/hat.webp", 1, "owl", "/b/owl_64x48.png/hat.webp"),
        ("/a/fox_64x48.png/hat_8x8.webp", 2, "owl/hat", "/b/owl_64x48.png/hat_8x8.webp"),
        ("/a/fox_64x48.png/hat~v1.webp", 2, "cap", "/b/cap~v1_64x48.webp"),
        ("/a/fox_64x48.png/hat@2x.webp", 2, "cap", "/b/cap_64x48@2x.webp"),
        ("/a/fox_64x48.png/hat_8x8.webp", 2, "cap", "/b/cap_8x8.webp"),
        ("/a/fox.png/hat.webp/night.png", 2, "cap", "/b/cap_1024x1024.webp/night.png"),
        ("/a/fox_9x9.png/hat_8x8.webp/night.png", 3, "cap/night", "/b/cap_8x8.webp/night.png"),
    ],
)
def test_where_a_renamed_picture_is(path: str, steps: int, slug: str, now: str) -> None:
    assert parse(path).moved("b", slug, steps=steps).path == now
