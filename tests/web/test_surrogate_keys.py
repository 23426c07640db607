"""What caches in front know pictures by."""

from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.address import parse, surrogate_keys
from imgorigin.web.respond import for_picture
from tests.origin import running_origin


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("/demo/red-fox_800x600.png", ("demo", "demo/red-fox")),
        ("/demo/red-fox~v2_800x600@2x.webp", ("demo", "demo/red-fox")),
        ("/demo/red-fox_800x600.png/at-night~v1.jpg", ("demo", "demo/red-fox")),
        ("/demo/狐.png", ("demo", "demo/%E7%8B%90")),
    ],
)
def test_all_sizes_versions_and_edits_of_a_picture_share_its_tags(path: str, keys: tuple[str, str]) -> None:
    address = parse(path.encode())
    headers = dict(for_picture(address, 1, 1))
    assert headers[b"surrogate-key"] == " ".join(keys).encode()
    assert headers[b"cache-tag"] == ",".join(keys).encode()
    assert surrogate_keys(address.project, address.slug) == keys


async def test_every_answer_with_a_picture_has_them(tmp_path: Path) -> None:
    async with running_origin(tmp_path) as origin:
        made, hit = [await origin.get("/demo/cat_64x48.png") for _ in range(2)]
        unchanged = await origin.get("/demo/cat_64x48.png", if_none_match=made.headers["etag"])
        part = await origin.get("/demo/cat_64x48.png", range="bytes=0-9")
        head = await origin.client.head("/demo/cat_64x48.png")
        facts = await origin.get("/demo/cat_64x48.png.json")
        unpainted = await origin.client.head("/demo/dog_64x48.png")
        moved = await origin.get("/demo/Cat_64x48.png")
    answers = (made, hit, unchanged, part, head, facts)
    assert [answer.status_code for answer in answers] == [200, 200, 304, 206, 200, 200]
    for answer in answers:
        assert answer.headers["surrogate-key"] == "demo demo/cat"
        assert answer.headers["cache-tag"] == "demo,demo/cat"
    for answer in (unpainted, moved):
        assert "cache-tag" not in answer.headers
