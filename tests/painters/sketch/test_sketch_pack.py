from __future__ import annotations

import gzip
from importlib.resources import files

from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.palette import COLOR
from imgorigin.painters.sketch.subjects.drawn import DRAWN

ASSETS = files("imgorigin.painters.sketch").joinpath("assets")


def test_the_pack_is_whole() -> None:
    assets = pack()
    assert len(assets.icons) > 800
    for table in (assets.colors, assets.boxes, assets.kinds):
        assert table.keys() == assets.icons.keys()
    for table in (assets.words, assets.hints, assets.emoji):
        assert set(table.values()) <= {*assets.icons, *DRAWN}
    assert all(COLOR.fullmatch(color) for colors in assets.colors.values() for color in colors)
    assert all(left < right and top < bottom for left, top, right, bottom in assets.boxes.values())


def test_words_mean_what_one_expects() -> None:
    words, emoji = pack().words, pack().emoji
    assert words["poodle"] == "poodle"
    assert words["fiddle"] == "violin"
    assert words["minivan"] == "automobile"
    assert (emoji["👩🚀"], emoji["🐶"]) == ("astronaut", "dog")


def test_the_pack_tells_no_time_and_its_licences_travel_with_it() -> None:
    data = ASSETS.joinpath("pack.json.gz").read_bytes()
    assert data[4:8] == bytes(4), "built with a time stamp"
    assert gzip.decompress(data).startswith(b"{")
    notice = ASSETS.joinpath("NOTICE.txt").read_text(encoding="utf-8")
    for source in ("Fluent Emoji", "emojibase", "UNICODE LICENSE V3", "emojilib", "WordNet"):
        assert source in notice
