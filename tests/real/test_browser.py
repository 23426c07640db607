"""What a browser makes of the pictures, on a page of another site."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest

from tests.real.binaries import require_binary
from tests.served import Served

FLAGS: Final = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --mute-audio --hide-scrollbars"
).split()
REPORTS_WITHIN: Final = 60.0

REPORT: Final = """
<script>
  addEventListener("load", async () => {
    const images = [...document.images]
    for (const image of images) {
      image.loading = "eager"
      if (!image.complete) await new Promise(done => image.onload = image.onerror = done)
    }
    const seen = images.map(image => ({
      id: image.id, path: image.currentSrc.replace(/^https?:..[^/]*/, ""),
      width: image.naturalWidth, height: image.naturalHeight, complete: image.complete
    }))
    const more = window.more ? await window.more() : {}
    await fetch(location.origin + "/report", { method: "POST", body: JSON.stringify({ seen, ...more }) })
  })
</script>
"""
"""What a page tells us of its images once all are there, or failed."""

PAGE: Final = """<!doctype html>
<img id="plain" src="{url}/demo/red-fox_320x200.png" width="320" height="200">
<img id="jpg" src="{url}/demo/red-fox_320x200.jpg">
<img id="words" src="{url}/demo/a fox, in the snow_320x200.webp">
<img id="script" src="{url}/demo/猫_320x200.webp">
<img id="dense" src="{url}/demo/red-fox_160x100.webp"
  srcset="{url}/demo/red-fox_160x100.webp 1x, {url}/demo/red-fox_160x100@2x.webp 2x">
<img id="wide" sizes="400px" src="{url}/demo/red-fox_200x125.webp"
  srcset="{url}/demo/red-fox_400x250.webp 400w, {url}/demo/red-fox_800x500.webp 800w">
<picture>
  <source type="image/avif" srcset="{url}/demo/red-fox_320x200.avif">
  <source type="image/webp" srcset="{url}/demo/red-fox_320x200.webp">
  <img id="picture" src="{url}/demo/red-fox_320x200.png">
</picture>
<img id="svg" src="{url}/demo/red-fox_320x200.svg">
<img id="edit" src="{url}/demo/red-fox_320x200.webp/make-it-night.webp/make-it-snow_160x100.webp">
<img id="missing" src="{url}/nowhere/red-fox_320x200.png">
<div style="height: 20000px"></div>
<img id="lazy" loading="lazy" src="{url}/demo/lazy-cat_320x200.webp">
<script>
  window.more = async () => {{
    const address = "{url}/demo/red-fox_320x200.png"
    const fetched = await fetch(address)
    const copied = await createImageBitmap(await fetched.blob())
    const mine = Object.assign(new Image(), {{ crossOrigin: "anonymous", src: address + "?again" }})
    await new Promise(done => mine.onload = done)
    const canvas = document.createElement("canvas").getContext("2d")
    canvas.drawImage(mine, 0, 0)
    return {{
      fetched: [copied.width, copied.height],
      alpha: canvas.getImageData(5, 5, 1, 1).data[3],
      measured: performance.getEntriesByName(document.getElementById("jpg").currentSrc)[0].encodedBodySize,
    }}
  }}
</script>
"""


@pytest.fixture(scope="module")
def report(server: Served, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return reported(PAGE.format(url=server.url), tmp_path_factory.mktemp("browser"))


SHOWN: Final = [
    # id        path                                                    width  height, in CSS pixels
    ("plain", "/demo/red-fox_320x200.png", 320, 200),
    ("jpg", "/demo/red-fox_320x200.jpg", 320, 200),
    ("words", "/demo/a%20fox,%20in%20the%20snow_320x200.webp", 320, 200),
    ("script", "/demo/%E7%8C%AB_320x200.webp", 320, 200),
    ("dense", "/demo/red-fox_160x100@2x.webp", 160, 100),
    ("wide", "/demo/red-fox_800x500.webp", 400, 250),
    ("picture", "/demo/red-fox_320x200.avif", 320, 200),
    ("svg", "/demo/red-fox_320x200.svg", 320, 200),
    ("edit", "/demo/red-fox_320x200.webp/make-it-night.webp/make-it-snow_160x100.webp", 160, 100),
    ("lazy", "/demo/lazy-cat_320x200.webp", 320, 200),
    ("missing", "/nowhere/red-fox_320x200.png", 0, 0),
]


@pytest.mark.parametrize(("name", "path", "width", "height"), SHOWN)
def test_shown(report: dict[str, Any], name: str, path: str, width: int, height: int) -> None:
    (seen,) = [image for image in report["seen"] if image["id"] == name]
    assert (seen["path"], seen["width"], seen["height"]) == (path, width, height)


def test_another_sites_scripts_may_read_and_measure_pictures(report: dict[str, Any]) -> None:
    assert report["fetched"] == [320, 200]
    assert report["alpha"] == 255
    assert report["measured"] > 1000


def test_every_image_of_the_welcome_page_loads(server: Served, tmp_path: Path) -> None:
    with urllib.request.urlopen(server.url) as answer:
        page = (
            answer.read()
            .decode()
            .replace("<head>", "")
            .replace("<meta", f'<base href="{server.url}/"><meta', 1)
        )
    seen = reported(page, tmp_path)["seen"]
    assert len(seen) >= 7
    assert [image["path"] for image in seen if not image["width"]] == []


def reported(page: str, folder: Path) -> dict[str, Any]:
    """What chromium, on a screen of two dots a pixel, reports of a page, from another host."""
    chromium = require_binary("chromium", "chromium")
    reports: queue.Queue[dict[str, Any]] = queue.Queue()
    with site(page + REPORT, reports) as url:
        profile = f"--user-data-dir={folder / 'profile'}"
        flags = [*FLAGS, profile, "--force-device-scale-factor=2"]
        browser = subprocess.Popen(
            [chromium, *flags, url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            return reports.get(timeout=REPORTS_WITHIN)
        finally:
            browser.terminate()
            browser.wait(timeout=10)


@contextmanager
def site(page: str, reports: queue.Queue[dict[str, Any]]) -> Iterator[str]:
    """Its URL. It has one page, and takes reports."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def do_POST(self) -> None:
            reports.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            yield f"http://localhost:{server.server_port}/"
        finally:
            server.shutdown()
