"""URL -> status, headers, body: the edge as a client sees it."""

from __future__ import annotations

import asyncio
import base64
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from imgorigin.address import parse
from imgorigin.errors import PainterUnavailable, PaintFailed
from imgorigin.web.respond import etag
from tests.origin import Origin, running_origin

FOX = "/demo/red-fox_64x48.png"

TABLE = [
    # path                                  status  a header or field, and its value
    ("/demo/red-fox_64x48.png", 200, "content-type", "image/png"),
    ("/demo/red-fox_64x48.jpg", 200, "content-type", "image/jpeg"),
    ("/demo/red-fox_64x48.webp", 200, "content-type", "image/webp"),
    ("/demo/red-fox_64x48.avif", 200, "content-type", "image/avif"),
    ("/demo/red-fox_64x48.svg", 200, "content-type", "image/svg+xml"),
    (
        "/demo/red-fox_64x48.svg",
        200,
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ),
    ("/demo/red-fox_64x48@2x.png", 200, "content-disposition", 'inline; filename="red-fox_64x48@2x.png"'),
    ("/demo/%E7%8C%AB_64x48.png", 200, "content-disposition", "inline; filename*=UTF-8''%E7%8C%AB_64x48.png"),
    ("/demo/red-fox_64x48.png?v=3", 200, "content-type", "image/png"),
    ("/demo/a_64x48.png/b_32x32.jpg", 200, "content-type", "image/jpeg"),
    ("/demo/Red_Fox_64X48.PNG", 308, "location", "/demo/red-fox_64x48.png"),
    ("/demo/Red_Fox_64X48.PNG?v=3&w=4", 308, "location", "/demo/red-fox_64x48.png?v=3&w=4"),
    ("//demo/red-fox_64x48.png", 308, "location", "/demo/red-fox_64x48.png"),
    ("//evil.example/red-fox.png", 404, "type", "urn:imgorigin:problem:not-found"),
    ("/demo/red-fox.jpeg", 308, "location", "/demo/red-fox.jpg"),
    ("/demo/a_64x48.png/b-32x32.jpg", 308, "location", "/demo/a_64x48.png/b_32x32.jpg"),
    ("/demo/red-fox_64x48.png.JSON", 308, "location", "/demo/red-fox_64x48.png.json"),
    ("/demo/%72ed-fox_64x48.png", 308, "location", "/demo/red-fox_64x48.png"),
    ("/demo/Red_Fox_64X48.PNG.json", 308, "location", "/demo/red-fox_64x48.png.json"),
    ("/demo/red-fox_4x48.png", 400, "field", "width"),
    ("/demo/red-fox_64x5000.png", 400, "field", "height"),
    ("/demo/red-fox_64x48.gif", 400, "allowed", "png, jpg, webp, avif, svg"),
    ("/demo/red-fox", 404, "type", "urn:imgorigin:problem:not-found"),
    ("/nowhere/red-fox.png", 404, "detail", "There is no project 'nowhere' on this server."),
    ("/demo/%FF.png", 404, "detail", "The path is not valid UTF-8."),
    ("/demo/../../etc/passwd.png", 404, "status", 404),
    ("/", 200, "content-type", "text/html; charset=utf-8"),
    ("/livez", 200, "cache-control", "no-store"),
    ("/metrics", 200, "content-type", "text/plain; version=1.0.0; charset=utf-8"),
    ("/api/red-fox.png", 404, "content-type", "application/problem+json"),
    ("/favicon.ico", 404, "detail", "There is nothing at this address"),
]


@pytest.mark.parametrize(("path", "status", "name", "value"), TABLE)
async def test_table(origin: Origin, path: str, status: int, name: str, value: object) -> None:
    answer = await origin.client.get(f"http://origin{path}")
    assert answer.status_code == status, answer.text
    told = {**answer.headers, **(answer.json() if "json" in answer.headers.get("content-type", "") else {})}
    assert told[name] == value
    assert answer.headers["x-request-id"]
    if status >= 400:
        assert answer.headers["cache-control"] == "no-store"


async def test_a_picture_comes_with_everything_a_cache_wants(origin: Origin) -> None:
    answer = await origin.get(FOX)
    blob = await origin.parts.store.get(parse(FOX).key)
    assert blob
    assert answer.content == blob.data
    assert Image.open(io.BytesIO(answer.content)).size == (64, 48)
    headers = answer.headers
    assert headers["etag"] == etag(blob.modified, len(blob.data)).decode()
    assert headers["last-modified"].endswith(" GMT")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-length"] == str(len(blob.data))
    assert headers["accept-ranges"] == "bytes"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-status"] == "imgorigin; fwd=uri-miss; stored"
    steps = [step.partition(";")[0] for step in headers["server-timing"].split(", ")]
    assert steps == ["queue", "paint", "store", "encode"]


async def test_who_has_a_picture_painted_is_told_what_the_painter_made_nothing_of(origin: Origin) -> None:
    origin.painter.facts = {"unknown": ["blorb", "зюзя"], "not_done": []}
    painted = await origin.get(FOX)
    assert painted.headers["x-imgorigin-unknown"] == "blorb, %D0%B7%D1%8E%D0%B7%D1%8F"
    assert "x-imgorigin-not-done" not in painted.headers
    assert "x-imgorigin-unknown" not in (await origin.get(FOX)).headers
    assert (await origin.get(f"{FOX}.json")).json()["unknown"] == ["blorb", "зюзя"]


async def test_what_is_stored_is_served_however_short_the_wait(origin: Origin) -> None:
    await origin.get(FOX)
    await origin.parts.store.memory.close()
    assert (await origin.get(FOX, prefer="wait=0")).status_code == 200
    assert (await origin.get(f"{FOX}.json", prefer="wait=0")).status_code == 200


async def test_who_will_not_wait_has_it_painted_all_the_same(origin: Origin) -> None:
    assert (await origin.get(FOX, prefer="wait=0")).status_code == 503
    async with asyncio.timeout(5):
        while (await origin.get(FOX, prefer="wait=0")).status_code != 200:
            await asyncio.sleep(0.01)
    assert origin.painter.paints.total() == 1


async def test_head_of_facts_never_paints(origin: Origin) -> None:
    before = await origin.client.head(f"{FOX}.json")
    assert (before.status_code, before.headers["cache-control"]) == (200, "no-store")
    assert not origin.painter.paints
    await origin.get(FOX)
    assert (await origin.client.head(f"{FOX}.json")).headers["content-length"] != "0"


async def test_head_knows_no_ranges(origin: Origin) -> None:
    size = len((await origin.get(FOX)).content)
    answer = await origin.client.head(FOX, headers={"range": "bytes=0-3"})
    assert (answer.status_code, answer.headers["content-length"]) == (200, str(size))


async def test_the_welcome_page_shows_what_this_server_paints(tmp_path: Path) -> None:
    (tmp_path / "projects.toml").write_text("[acme]\n")
    async with running_origin(tmp_path, max_side=1000) as origin:
        page = (await origin.get("/")).text
        assert "/demo/" not in page
        assert "{{" not in page
        assert (await origin.get("/acme/sunset-over-mountains_960x540.webp")).status_code == 200
        assert 'src="/acme/sunset-over-mountains_960x540.webp"' in page
    (tmp_path / "projects.toml").write_text('[acme]\npaint = "frozen"\n')
    async with running_origin(tmp_path) as origin:
        assert '<body class="closed">' in (await origin.get("/")).text


async def test_hits_say_which_tier_answered(origin: Origin) -> None:
    await origin.get(FOX)
    hit = await origin.get(FOX)
    assert hit.headers["cache-status"] == "imgorigin; hit; detail=memory"
    await origin.parts.store.memory.close()
    assert (await origin.get(FOX)).headers["cache-status"] == "imgorigin; hit; detail=disk"
    assert origin.painter.paints.total() == 1


async def test_head_never_paints(origin: Origin) -> None:
    before = await origin.client.head(FOX)
    assert before.status_code == 200
    assert before.headers["content-type"] == "image/png"
    assert "content-length" not in before.headers
    assert not origin.painter.paints
    picture = await origin.get(FOX)
    for _ in range(2):  # from the edge, and again
        after = await origin.client.head(FOX)
        assert after.content == b""
        for name in ("content-length", "etag", "cache-control", "last-modified"):
            assert after.headers[name] == picture.headers[name]
    assert (await origin.client.head("/nowhere/cat.png")).status_code == 404


async def test_conditional_requests_get_304_from_every_tier(origin: Origin) -> None:
    picture = await origin.get(FOX)
    for _ in range(2):
        for condition in (
            {"if-none-match": picture.headers["etag"]},
            {"if-modified-since": picture.headers["last-modified"]},
        ):
            answer = await origin.client.get(FOX, headers=condition)
            assert answer.status_code == 304
            assert answer.content == b""
            assert answer.headers["etag"] == picture.headers["etag"]
            assert answer.headers["cache-control"] == picture.headers["cache-control"]
            assert "content-length" not in answer.headers
        assert (await origin.get(FOX, if_none_match='"other"')).status_code == 200
        await origin.parts.store.memory.close()


async def test_ranges(origin: Origin) -> None:
    whole = (await origin.get(FOX)).content
    part = await origin.get(FOX, range="bytes=10-19")
    assert part.status_code == 206
    assert part.content == whole[10:20]
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    assert part.headers["content-length"] == "10"
    assert (await origin.get(FOX, range="bytes=0-1,4-5")).status_code == 200
    outside = await origin.get(FOX, range=f"bytes={len(whole)}-")
    assert outside.status_code == 416
    assert outside.headers["content-range"] == f"bytes */{len(whole)}"
    assert (await origin.get(FOX, range="bytes=0-0", if_range='"old"')).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "BREW"])
async def test_other_methods_are_refused(origin: Origin, method: str) -> None:
    await origin.get(FOX)
    answer = await origin.client.request(method, FOX)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", [FOX, f"/content/events{FOX}"])
async def test_preflight(origin: Origin, path: str) -> None:
    answer = await origin.client.options(path)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "Authorization, X-API-Key, *"


async def test_facts_beside_a_picture(origin: Origin) -> None:
    answer = await origin.get("/demo/red-fox_64x48.webp.json")
    assert answer.headers["content-type"] == "application/json"
    facts = answer.json()
    assert facts["status"] == "ready"
    assert (facts["width"], facts["height"], facts["format"]) == (64, 48, "webp")
    assert facts["url"] == "/demo/red-fox_64x48.webp"
    assert facts["alt"] == "A flat colour for red fox."
    assert facts["model"] == "fake"
    assert facts["dominantColor"].startswith("#")
    assert base64.b64decode(facts["thumbhash"])
    await origin.get("/demo/red-fox_64x48.webp")
    assert origin.painter.paints.total() == 1


async def test_a_client_is_held_no_longer_than_it_may_be(tmp_path: Path) -> None:
    async with running_origin(tmp_path, wait=0.1) as origin:
        origin.painter.gate.clear()
        answer = await origin.get(FOX)
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert answer.json()["type"] == "urn:imgorigin:problem:still-painting"
        facts = await origin.get(f"{FOX}.json")
        assert facts.status_code == 202
        assert facts.json() == {"status": "generating", "url": FOX, "state": "painting", "progress": 0.0}
        origin.painter.gate.set()
        await origin.parts.service.close()
        assert await origin.parts.store.get(parse(FOX).key)
        assert origin.painter.paints.total() == 1


async def test_prefer_wait_shortens_the_wait(origin: Origin) -> None:
    origin.painter.gate.clear()
    async with asyncio.timeout(10):
        assert (await origin.get(FOX, prefer="respond-async, wait=0")).status_code == 503
        assert (await origin.get(f"{FOX}.json", prefer="wait=0")).status_code == 202
    origin.painter.gate.set()


async def test_request_ids_are_the_clients_where_they_can_be(origin: Origin) -> None:
    for _ in range(2):
        assert (await origin.get(FOX, x_request_id="abc-123")).headers["x-request-id"] == "abc-123"
        assert (await origin.get(FOX, x_request_id="x" * 200)).headers["x-request-id"] != "x" * 200
    ids = {(await origin.get(FOX)).headers["x-request-id"] for _ in range(5)}
    assert len(ids) == 5


async def test_a_failed_picture_is_told_as_it_is(origin: Origin) -> None:
    origin.painter.failures = [PaintFailed("The paint is dry."), PainterUnavailable()]
    failed = await origin.get(FOX)
    assert failed.status_code == 500
    assert failed.json()["detail"] == "The paint is dry."
    assert failed.json()["request_id"] == failed.headers["x-request-id"]
    down = await origin.get("/demo/blue-fox_64x48.png")
    assert down.status_code == 503
    assert int(down.headers["retry-after"]) == down.json()["retry_after"]


IMG = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"


async def test_an_img_may_be_shown_the_error(tmp_path: Path) -> None:
    async with running_origin(tmp_path, error_images=True) as origin:
        shown = await origin.get("/demo/<b>_1x1.png", accept=IMG)
        assert shown.status_code == 400
        assert shown.headers["content-type"] == "image/svg+xml"
        assert "width: 1 pixels" in shown.text
        assert (await origin.get("/no-such/cat.png", accept="text/html,*/*")).json()["status"] == 404
    async with running_origin(tmp_path / "other") as origin:
        assert (await origin.get("/no-such/cat.png", accept=IMG)).json()["status"] == 404


async def test_requests_are_counted_by_how_they_were_answered(origin: Origin) -> None:
    await origin.get(FOX)
    await origin.get(FOX)
    await origin.get("/demo/cat_1x1.png")
    text = (await origin.get("/metrics")).text
    assert 'imgorigin_requests_total{cache="miss",status="200"} 1.0' in text
    assert 'imgorigin_requests_total{cache="memory",status="200"} 1.0' in text
    assert 'imgorigin_errors_total{code="invalid-request"} 1.0' in text
    assert 'imgorigin_paints_total{model="fake"} 1.0' in text
    assert 'imgorigin_queue_depth{lane="interactive",queue="painted"} 0.0' in text
    assert 'imgorigin_store_bytes{tier="memory"}' in text


async def test_ready_when_every_part_is(origin: Origin) -> None:
    answer = await origin.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "painter": "ok",
        "disk": "ok",
        "leases": "ok",
        "catalog": "ok",
    }


async def test_a_purged_picture_is_gone_within_a_second(origin: Origin) -> None:
    await origin.get(FOX)
    await origin.get(FOX)
    origin.parts.store.disk.drop(parse(FOX).key)  # as another process would
    async with asyncio.timeout(1):
        while (await origin.get(FOX)).headers["cache-status"] != "imgorigin; fwd=uri-miss; stored":
            await asyncio.sleep(0.01)
    assert origin.painter.paints.total() == 1


PARTS = "/ // .. . %2e %2f %00 % @ @2x _ - x 16x16 64x48 demo cat .png .jpeg .json ? # %F0%9F é \\ ; : +"
paths = (
    st.lists(st.sampled_from(PARTS.split()), max_size=12).map("".join).map(str.encode)
    | st.text(max_size=30).map(lambda text: text.encode(errors="replace"))
    | st.binary(max_size=30)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(paths, min_size=20, max_size=60))
def test_no_path_whatever_breaks_the_server_or_leaves_the_store(tmp_path: Path, asked: list[bytes]) -> None:
    data = tmp_path / "data"
    data.mkdir(exist_ok=True)

    async def ask() -> list[int]:
        async with running_origin(data) as origin:
            return [await origin.get_raw(b"/demo/" + path) for path in asked]

    assert all(status < 500 for status in asyncio.run(ask()))
    assert list(tmp_path.iterdir()) == [data]
    assert {path.name for path in data.iterdir()} <= {
        "store", "admin-key.txt",
        *(f"{name}.sqlite{more}" for name in ("catalog", "leases") for more in ("", "-wal", "-shm"))
    }  # fmt: skip
