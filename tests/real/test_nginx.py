"""nginx/imgorigin.conf against a real origin: what a client is told does not depend on who tells it."""

from __future__ import annotations

import gzip
import os
import re
import time
from pathlib import Path
from typing import Final

import pytest

from imgorigin.address import FORMATS, MAX_EDITS, RESERVED, parse
from imgorigin.settings import Settings
from tests.real.conftest import Site
from tests.real.nginx import CONFIGURATION, Answer

FOX: Final = "/demo/red-fox_64x48.png"
EDITS: Final = "/v1/images/edits"
OF_ONE_ANSWER: Final = {"date", "server", "connection", "keep-alive", "x-request-id", "cache-status"}
"""Headers that differ from one answer to the next, and from one server to another."""

PICTURES: Final = [
    FOX,
    "/demo/red-fox_64x48.jpg",
    "/demo/red-fox_64x48.webp",
    "/demo/red-fox_64x48.avif",
    "/demo/red-fox_64x48.svg",
    "/demo/red-fox_64x48@2x.png",
    "/demo/red-fox_64x48%402x.png",
    "/demo/red-fox.webp",
    "/demo/red-fox_64x48.png?v=3&from=/elsewhere/other.png",
    "/demo/%E7%8C%AB_64x48.png",
    "/demo/caf%C3%A9-am-see_64x48@3x.jpg",
    "/demo/%F0%9F%A6%8A-in-snow_64x48.webp?v=3@2x",
    "/demo/red-fox_64x48.png/make-it-night.webp/make-it-snow_32x32.jpg",
    "/demo/%E7%8C%AB_64x48@2x.png/make-it-night_32x32@2x.avif",
    "/demo/fox_64x48.png"
    + "".join(f"/make-it-night_{side}x{side}.png" for side in range(64, 64 + MAX_EDITS)),
]


@pytest.mark.parametrize("path", PICTURES)
def test_a_hit_is_the_origins_answer_without_the_origin(site: Site, path: str) -> None:
    painted = site.nginx.ask(path)
    assert painted.status == 200, painted.body
    theirs, asked = site.ask_origin(path), site.asked
    for method in ("GET", "HEAD", "GET"):
        ours = site.nginx.ask(path, method)
        assert ours.status == 200
        assert ours.headers["cache-status"] == "nginx; hit"
        assert told(ours) == told(theirs)
        assert ours.body == (b"" if method == "HEAD" else theirs.body)
    assert site.asked == asked


def told(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in OF_ONE_ANSWER}


CONDITIONS: Final[list[dict[str, str]]] = [
    {"If-None-Match": "{etag}"},
    {"If-None-Match": "W/{etag}"},
    {"If-None-Match": '"other", {etag}'},
    {"If-None-Match": "*"},
    {"If-None-Match": '"other"'},
    {"If-None-Match": '"other"', "If-Modified-Since": "{modified}"},
    {"If-Modified-Since": "{modified}"},
    {"If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT"},
    {"If-Modified-Since": "Thu, 01 Jan 1998 00:00:00 GMT"},
    {"If-Modified-Since": "yesterday"},
    {"If-Match": '"other", {etag}'},
    {"If-Match": "*"},
    {"If-Match": '"other"'},
    {"If-Match": "W/{etag}"},
    {"If-Unmodified-Since": "{modified}"},
    {"If-Unmodified-Since": "Thu, 01 Jan 1998 00:00:00 GMT"},
    {"Range": "bytes=0-9"},
    {"Range": "bytes=100-"},
    {"Range": "bytes=-7"},
    {"Range": "bytes=10-99999999"},
    {"Range": "bytes=99999999-"},
    {"Range": "bytes=0-1,5-6"},
    {"Range": "pages=1-2"},
    {"Range": "bytes=0-9", "If-Range": "{etag}"},
    {"Range": "bytes=0-9", "If-Range": '"other"'},
    {"Range": "bytes=0-9", "If-Range": "{modified}"},
    {"Range": "bytes=0-9", "If-None-Match": "{etag}"},
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_conditions_are_read_alike(site: Site, condition: dict[str, str]) -> None:
    known = site.nginx.ask(FOX).headers
    asked = {
        name: value.format(etag=known["etag"], modified=known["last-modified"])
        for name, value in condition.items()
    }
    theirs = site.ask_origin(FOX, **{name.replace("-", "_"): value for name, value in asked.items()})
    ours = site.nginx.ask(FOX, headers=asked)
    assert ours.status == theirs.status
    if ours.status == 412:
        assert ours.json()["status"] == theirs.json()["status"] == 412
        return
    assert ours.headers["cache-status"] == "nginx; hit"
    assert ours.headers.get("content-range") == theirs.headers.get("content-range")
    if ours.status == 416:
        assert "no-store" in ours.headers["cache-control"]
        return
    assert ours.body == theirs.body
    missing = told(theirs).items() - told(ours).items()
    assert missing <= {("accept-ranges", "bytes")}  # nginx leaves it out of a 206, which says as much


def test_a_drawing_is_compressed_and_a_picture_is_not(site: Site) -> None:
    drawing, packed = "/demo/red-fox_64x48.svg", {"Accept-Encoding": "gzip"}
    plain = site.nginx.ask(drawing)
    answer = site.nginx.ask(drawing, headers=packed)
    assert gzip.decompress(answer.body) == plain.body
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["etag"] == f"W/{plain.headers['etag']}"  # not the same bytes
    assert site.nginx.ask(drawing, headers=packed | {"If-None-Match": answer.headers["etag"]}).status == 304
    assert "content-encoding" not in site.nginx.ask(FOX, headers=packed).headers


def test_conditions_hold_for_a_picture_that_is_painted_for_them(site: Site) -> None:
    part = site.nginx.ask("/demo/grey-heron_64x48.png", headers={"Range": "bytes=0-7"})
    assert (part.status, part.body) == (206, b"\x89PNG\r\n\x1a\n")
    whole = site.nginx.ask("/demo/grey-owl_64x48.png", headers={"If-None-Match": '"other"'})
    assert whole.status == 200
    for path in ("/demo/grey-heron_64x48.png", "/demo/grey-owl_64x48.png"):
        assert site.nginx.ask(path).body == site.ask_origin(path).body


def test_a_range_outside_a_picture_that_is_painted_for_it(site: Site) -> None:
    outside = site.nginx.ask("/demo/grey-goose_64x48.png", headers={"Range": "bytes=99999999-"})
    assert outside.status == 416
    assert "no-store" in outside.headers["cache-control"]


def test_head_of_an_unpainted_picture_paints_nothing_and_is_not_remembered(site: Site) -> None:
    path, paints = "/demo/shy-badger_64x48.png", site.paints
    for _ in range(2):
        unpainted = site.nginx.ask(path, "HEAD")
        assert unpainted.status == 200
        assert unpainted.headers["content-type"] == "image/png"
        assert unpainted.headers["cache-control"] == "no-store"
        assert "content-length" not in unpainted.headers
    assert site.paints == paints
    painted = site.nginx.ask(path)
    assert site.paints == paints + 1
    assert site.nginx.ask(path, "HEAD").headers["content-length"] == str(len(painted.body))


REDIRECTS: Final = [
    ("/demo/Red_Fox_64X48.PNG", FOX),
    ("/demo/Red_Fox_64X48.PNG?v=3&w=/x.png", f"{FOX}?v=3&w=/x.png"),
    ("/demo/red-fox_64x48.jpeg", "/demo/red-fox_64x48.jpg"),
    ("//demo/red-fox_64x48.png", FOX),
    ("/demo//red-fox_64x48.png", FOX),
    ("/demo/red-fox_64x48@1x.png", FOX),
    ("/demo/red%2Dfox_64x48.png%2Fmake-it-night.png", "/demo/red-fox-64x48-png-make-it-night.png"),
    ("/demo/a_64x48.png/b-32x32.jpg", "/demo/a_64x48.png/b_32x32.jpg"),
    ("/demo/red-fox~V0_64x48.png", "/demo/red-fox~v0_64x48.png"),
    ("/demo/red-fox~v00_64x48.png", "/demo/red-fox~v0_64x48.png"),
    ("/demo/red-fox%7Ev0_64x48.png", "/demo/red-fox~v0_64x48.png"),
    ("/demo/red-fox~v1234567890_64x48.png", "/demo/red-fox-v1234567890_64x48.png"),
    ("/demo/Red_Fox_64X48.PNG.json", f"{FOX}.json"),
]


@pytest.mark.parametrize(("path", "location"), REDIRECTS)
def test_other_spellings_are_sent_to_the_canonical_one(site: Site, path: str, location: str) -> None:
    """By a path alone: no host, and no port that only this machine knows."""
    site.nginx.ask(FOX)
    answer = site.nginx.ask(path, headers={"Host": "img.example"})
    assert (answer.status, answer.headers["location"]) == (308, location)


PLANTED: Final = [
    "images/demo/.hidden.png",
    "images/demo/.tmp-0123456789abcdef.png",
    "images/demo/.tmp-0123456789abcdef",
    "images/demo/notes.txt",
    "images/demo/Upper.png",
    "images/demo/under_score_64x48.png",
    "images/demo/two..png",
    "images/demo/bare",
    "images/api/planted.png",
    "images/content/planted.png",
    "images/.well/planted.png",
    "images/demo/planted.png@/make-it-night.png",
    "images/demo/folder/planted.png",
    "revalidated/asked/.hidden.png",
    "revalidated/asked/planted.png",
    "private/secret/planted.png",
    "masters/ab/abcdef.png",
    ".digests/images/demo/planted.png",
]
REFUSED: Final = [
    *(f"/{key.removeprefix('images/')}" for key in PLANTED),
    "/demo/planted.png%40/make-it-night.png",
    "/demo/planted.png@%2Fmake-it-night.png",
    "/secret/planted.png",
    "/demo/../../masters/ab/abcdef.png",
    "/demo/../../private/secret/planted.png",
    "/demo/..%2f..%2fprivate/secret/planted.png",
    "/demo/..%2f..%2fmasters/ab/abcdef.png",
    "/demo/%2e%2e/%2e%2e/masters/ab/abcdef.png",
    "/demo/%2e%2e%2f%2e%2e%2fmasters%2fab%2fabcdef.png",
    "/demo/..%5c..%5cmasters%5cab%5cabcdef.png",
    "/demo/..;/..;/masters/ab/abcdef.png",
    "/demo/%252e%252e/%252e%252e/masters/ab/abcdef.png",
    "/demo/%c0%ae%c0%ae/%c0%ae%c0%ae/masters/ab/abcdef.png",
    "/../../../../etc/passwd",
    "/demo/../../../../../../etc/passwd",
    "//etc/passwd",
    "/demo/%00.png",
    "/demo/planted.png%00.txt",
    "/demo/%2ehidden.png",
    "/demo/%2Fhidden.png/../.hidden.png",
    "/store/masters/ab/abcdef.png",
    "/.digests",
    "/.refused",
    "/.unavailable",
    "/demo/",
    "/demo",
    "/demo/fox_64x48.png" + "/night.png" * (MAX_EDITS + 1),
    "/demo/fox_64x48.png" + "/night.png" * 200,
    "/demo/" + "a" * 5000 + ".png",
    "/demo/" + "a" * 50_000 + ".png",
    "/demo/%FF.png",
]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path[:60])
def test_what_is_no_picture_is_refused_as_a_mistake_of_the_clients(site: Site, path: str) -> None:
    store = site.data / "store"
    for key in PLANTED:
        (store / key).parent.mkdir(parents=True, exist_ok=True)
        (store / key).write_text("planted")
    answer = site.nginx.ask(path)
    assert answer.status in (308, 400, 404, 414), answer.body
    assert answer.body != b"planted"
    assert b"root:" not in answer.body
    if answer.status != 308:
        told_as = "application/json" if path.startswith("/content/") else "application/problem+json"
        assert answer.headers["content-type"] == told_as  # below /content/ in the words of that API
        assert answer.headers["cache-control"] == "no-store"
        assert answer.json()["status"] == answer.status or answer.status == 414


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_pictures_are_only_read(site: Site, method: str) -> None:
    site.nginx.ask(FOX)
    answer = site.nginx.ask(FOX, method)
    assert answer.status == 405
    assert answer.json()["status"] == 405


def test_preflights_are_answered(site: Site) -> None:
    answer = site.nginx.ask(
        FOX, "OPTIONS", {"Origin": "https://a.example", "Access-Control-Request-Method": "GET"}
    )
    assert answer.status == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "GET" in answer.headers["access-control-allow-methods"]


@pytest.mark.parametrize(
    ("is_known", "status", "code"), [(True, 415, "unsupported_media_type"), (False, 401, "invalid_api_key")]
)
def test_a_form_may_have_several_large_pictures(site: Site, is_known: bool, status: int, code: str) -> None:
    """Each of them no picture, which only the origin can tell."""
    begun = b'--x\r\nContent-Disposition: form-data; name="%b"'
    file = begun % b"image[]" + b'; filename="a.png"\r\n\r\n' + bytes(14_000_000) + b"\r\n"
    body = begun % b"prompt" + b"\r\n\r\nmake it night\r\n" + file + file + b"--x--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=x", **(site.key if is_known else {})}
    answer = site.nginx.ask(EDITS, "POST", headers, body)
    assert (answer.status, answer.json()["error"]["code"]) == (status, code)


def test_bodies_are_bounded(site: Site) -> None:
    for path, size in ((FOX, 2000), ("/api/anything", 30_000_000), (EDITS, 440_000_000)):
        answer = site.nginx.ask(path, "POST", {"Content-Length": str(size)}, b"")
        assert answer.status == 413
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/livez", "/readyz", "/metrics", "//metrics", "/%6detrics", "/x/../metrics"]
)
def test_how_the_server_does_is_not_for_the_public(site: Site, path: str) -> None:
    assert site.nginx.ask(path, client="127.0.0.2").status == 403
    assert site.nginx.ask(path).status in (200, 404)


def test_a_request_keeps_its_name_all_the_way(site: Site) -> None:
    for path in (FOX, "/demo/fox_1x1.png", "/", "/.hidden"):
        assert site.nginx.ask(path, headers={"X-Request-Id": "abc-123"}).headers["x-request-id"] == "abc-123"
        for unfit in ("x" * 200, 'a"b', "a b", ""):
            named = site.nginx.ask(path, headers={"X-Request-Id": unfit}).headers["x-request-id"]
            assert re.fullmatch("[0-9a-f]{32}", named)
    refused = site.nginx.ask("/demo/fox_1x1.png")
    assert refused.json()["request_id"] == refused.headers["x-request-id"]


def test_the_log_tells_how_each_was_answered(site: Site) -> None:
    path = "/demo/log-cabin_64x48.png"
    for asked in (path, path, "/demo/Log_Cabin.png"):
        site.nginx.ask(asked, headers={"Referer": '"\\'})
    end = time.monotonic() + 5
    while len(found := [line for line in site.nginx.log() if "og" in line["path"]]) < 3:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert [line["cache"] for line in found] == ["miss", "nginx", "passed"]
    assert [line["status"] for line in found] == [200, 200, 308]


def test_what_nginx_serves_its_group_may_read(site: Site) -> None:
    """On a server nginx is another user, of the origin's group."""
    site.nginx.ask(PICTURES[-1])
    file = site.data / "store" / parse(PICTURES[-1]).key
    assert file.stat().st_mode & 0o040
    for folder in file.relative_to(site.data).parents:
        if folder.parts:
            assert (site.data / folder).stat().st_mode & 0o050 == 0o050


def test_a_hit_counts_as_a_read(site: Site) -> None:
    """Eviction goes by the access time, and nobody but the file system sees nginx's hits."""
    site.nginx.ask(FOX)
    file = site.data / "store" / parse(FOX).key
    long_ago = file.stat().st_mtime - 10 * 86400
    os.utime(file, (long_ago, file.stat().st_mtime))
    assert site.nginx.ask(FOX).headers["cache-status"] == "nginx; hit"
    if file.stat().st_atime == long_ago and _has_no_access_times(file.parent):
        pytest.skip("this file system keeps no access times")
    assert file.stat().st_atime > long_ago


def _has_no_access_times(folder: Path) -> bool:
    probe = folder / ".probe"
    probe.write_text("x")
    os.utime(probe, (0, 1))
    probe.read_text()
    return probe.stat().st_atime == 0


def test_nginx_and_the_origin_speak_of_the_same_things() -> None:
    text = (CONFIGURATION / "imgorigin.conf").read_text()
    kept = re.search(r"\(\?!\(\?:(.*?)\)/\)", text)
    assert kept
    assert set(kept[1].replace("\\", "").split("|")) == RESERVED
    for formats in re.findall(r"\\\.\(\?:((?:[a-z]+\|)+[a-z]+)\)", text):
        assert set(formats.split("|")) == set(FORMATS)
    assert f"{{1,{MAX_EDITS + 1}}}" in text
    patience = re.search(r"proxy_read_timeout (\d+)s", text)
    assert patience
    assert int(patience[1]) > Settings().wait
