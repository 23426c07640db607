"""Versions of pictures, and pictures that are not for good or not for everyone, through a real nginx."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest

from tests.real.conftest import Site
from tests.real.nginx import Nginx
from tests.real.test_nginx import told
from tests.real.test_nginx_misses import GONE_WITHIN, SHARED_FOR, start

__all__ = ["start"]

FOR_GOOD: Final = "public, max-age=31536000, immutable"
HIT: Final = "nginx; hit"
PASSED: Final = "nginx; fwd=bypass"


@pytest.mark.parametrize(
    ("plain", "fixed"),
    [
        ("/demo/owl_64x48.png", "/demo/owl~v0_64x48.png"),
        ("/demo/owl_64x48.png", "/demo/owl~v0_64x48@2x.webp"),
        ("/demo/owl.svg", "/demo/owl~v0.svg"),
        ("/demo/%E7%8C%AB_64x48.png", "/demo/%E7%8C%AB~v0_64x48.png"),
        ("/demo/owl_64x48.png/add-snow.jpg", "/demo/owl~v0_64x48.png/add-snow~v0.jpg"),
        ("/asked/owl_64x48.png/add-snow.jpg", "/asked/owl~v0_64x48.png/add-snow~v0.jpg"),
    ],
)
def test_a_fixed_version_is_served_from_the_disk_for_good(site: Site, plain: str, fixed: str) -> None:
    assert site.nginx.ask(plain).status == 200
    assert site.nginx.ask(fixed).status == 200
    theirs, asked = site.ask_origin(fixed), site.asked
    ours = site.nginx.ask(fixed)
    assert ours.headers["cache-status"] == HIT
    assert ours.headers["cache-control"] == FOR_GOOD
    assert told(ours) == told(theirs)
    assert ours.body == theirs.body
    assert site.asked == asked


@pytest.mark.parametrize(
    "path",
    ["/asked/heron_64x48.png", "/asked/heron~v0_64x48.png/make-it-night.png", "/asked/%E7%8C%AB_64x48.svg"],
)
def test_a_picture_that_is_to_be_asked_for_again_is_served_from_the_disk(site: Site, path: str) -> None:
    site.nginx.ask("/asked/heron_64x48.png")
    painted = site.nginx.ask(path)
    assert (painted.status, painted.headers.get("cache-control")) == (200, "public, no-cache"), painted.body
    theirs, asked = site.ask_origin(path), site.asked
    for method in ("GET", "HEAD"):
        ours = site.nginx.ask(path, method)
        assert ours.headers["cache-status"] == HIT
        assert told(ours) == told(theirs)
    unchanged = site.nginx.ask(path, headers={"If-None-Match": theirs.headers["etag"]})
    assert (unchanged.status, unchanged.headers["cache-control"]) == (304, "public, no-cache")
    assert site.asked == asked


@pytest.mark.parametrize("project", ["demo", "asked"])
def test_a_reroll_shows_within_a_second_and_the_old_version_stays(site: Site, project: str) -> None:
    path, fixed = f"/{project}/lynx_64x48.png", f"/{project}/lynx~v0_64x48.png"
    shared_until = time.monotonic() + SHARED_FOR
    before = site.nginx.ask(path)
    for _ in range(4):  # each of nginx's processes has the file open
        assert site.nginx.ask(path).headers["cache-status"] == HIT
    rerolled = site.nginx.ask(f"/content/reroll{path}", "POST", site.key)
    assert (rerolled.status, rerolled.json()["version"]) == (200, 1), rerolled.body
    gone_by = time.monotonic() + GONE_WITHIN
    while time.monotonic() < gone_by:
        site.nginx.ask(path, "HEAD")
    asked_with = {"If-None-Match": before.headers["etag"]}
    while (after := site.nginx.ask(path, headers=asked_with)).status == 304:
        assert time.monotonic() < shared_until
    assert after.status == 200
    assert after.body != before.body
    assert site.nginx.ask(fixed).body == before.body
    undone = site.nginx.ask(f"/content/undo{path}", "POST", site.key)
    assert undone.json()["version"] == 0


def test_tags_are_of_the_project_and_of_the_picture_of_all_its_edits(site: Site) -> None:
    for path, picture in (
        ("/demo/red-fox_64x48@2x.png?v=3", "demo/red-fox"),
        ("/demo/red-fox_64x48.png/make-it-night_32x32.webp", "demo/red-fox"),
        ("/demo/caf%C3%A9-am-see_64x48.png", "demo/caf%C3%A9-am-see"),
    ):
        site.nginx.ask(path)
        hit = site.nginx.ask(path)
        assert hit.headers["cache-status"] == HIT
        assert hit.headers["surrogate-key"] == f"demo {picture}"
        assert hit.headers["cache-tag"] == f"demo,{picture}"


def test_what_is_private_is_the_origins_to_give(site: Site) -> None:
    path = "/secret/plans_64x48.png"
    painted = site.nginx.ask(path, headers=site.key)
    assert (painted.status, painted.headers["cache-control"]) == (200, "private, no-cache")
    shelves = {file.parent.parent.name for file in (site.data / "store").rglob("plans_64x48.png")}
    assert shelves == {"private"}
    for _ in range(2):
        refused = site.nginx.ask(path)
        assert refused.status == 404
        again = site.nginx.ask(path, headers=site.key)
        assert again.body == painted.body
        assert again.headers["cache-status"].endswith(PASSED)
        assert refused.headers["cache-status"].endswith(PASSED)


class Meeting(BaseHTTPRequestHandler):
    """An origin that answers a private picture only when two ask for it at once."""

    both: Final = threading.Barrier(2, timeout=4)  # less than nginx holds back those who would share

    def do_GET(self) -> None:
        self.both.wait()
        self.send_response(200)
        self.send_header("Cache-Control", "private, no-cache")
        self.end_headers()
        self.wfile.write(json.dumps(self.path).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_nobody_waits_for_somebody_elses_private_picture(
    start: Callable[[int], Nginx], tmp_path: Path
) -> None:
    (tmp_path / "data" / "store" / "private" / "secret").mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), Meeting) as origin, ThreadPoolExecutor(2) as clients:
        threading.Thread(target=origin.serve_forever).start()
        try:
            nginx = start(origin.server_port)
            paths = [f"/secret/fox_64x48.png?expires=1&signature={who}" for who in "ab"]
            answers = list(clients.map(nginx.ask, paths))
        finally:
            origin.shutdown()
    assert [answer.json() for answer in answers] == paths
