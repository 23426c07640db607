"""A hub of our own on the loopback: repositories of a few bytes, over HTTP, that can be made to misbehave."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

LARGE = (".safetensors", ".bin")


@dataclass
class FakeHub:
    """`repositories`: source -> path -> content, all at the commit `commit`. `gated` sources want the token.
    `cut` is how many bytes of a file are sent, the next times it is asked for; `spoiled` files come in
    wrong. With `elsewhere`, files are at another host, which is not to see the token."""

    repositories: dict[str, dict[str, bytes]] = field(default_factory=dict)
    commit: str = "a" * 40
    gated: set[str] = field(default_factory=set)
    token: str = "hf_right"
    cut: dict[str, list[int]] = field(default_factory=dict)
    spoiled: dict[str, int] = field(default_factory=dict)
    heeds_ranges: bool = True
    elsewhere: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)
    url: str = ""

    def files_sent(self) -> list[str]:
        return [path for path, _ in self.asked if "/resolve/" in path]

    def ranges(self, name: str) -> list[str]:
        return [asked for path, asked in self.asked if path.endswith("/" + name)]

    def info(self, source: str) -> bytes:
        siblings = [_sibling(path, content) for path, content in self.repositories[source].items()]
        return json.dumps({"id": source, "sha": self.commit, "siblings": siblings}).encode()


def _sibling(path: str, content: bytes) -> dict[str, object]:
    git = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
    row: dict[str, object] = {"rfilename": path, "size": len(content), "blobId": git}
    if path.endswith(LARGE):
        sha256 = hashlib.sha256(content).hexdigest()
        row["lfs"] = {"size": len(content), "sha256": sha256, "pointerSize": 130}
    return row


@contextlib.contextmanager
def running(hub: FakeHub) -> Iterator[FakeHub]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            hub.asked.append((path, self.headers.get("Range", "")))
            is_elsewhere = path.startswith("/cdn/")
            path = path.removeprefix("/cdn")
            source = _source(path)
            if source not in hub.repositories:
                self._answer(404, b"", {"X-Error-Code": "RepoNotFound"})
            elif is_elsewhere:
                assert "Authorization" not in self.headers
                self._file(source, path.partition("/resolve/")[2].partition("/")[2])
            elif source in hub.gated and self.headers.get("Authorization") != f"Bearer {hub.token}":
                self._answer(403, b"", {"X-Error-Code": "GatedRepo"})
            elif path.startswith("/api/"):
                known = not (wanted := path.partition("/revision/")[2]) or wanted in (hub.commit, "main")
                if known:
                    self._answer(200, hub.info(source), {})
                else:
                    self._answer(404, b"", {"X-Error-Code": "RevisionNotFound"})
            elif hub.elsewhere:
                there = hub.url.replace("127.0.0.1", "localhost")
                self._answer(302, b"", {"Location": f"{there}/cdn{self.path}"})
            else:
                self._file(source, path.partition("/resolve/")[2].partition("/")[2])

        def _file(self, source: str, name: str) -> None:
            content = hub.repositories[source][name]
            if hub.spoiled.get(name, 0) > 0:
                hub.spoiled[name] -= 1
                content = bytes(byte ^ 1 for byte in content)
            start = 0
            if (asked := self.headers.get("Range")) and hub.heeds_ranges:
                start = int(asked.removeprefix("bytes=").removesuffix("-"))
            cuts = hub.cut.get(name, [])
            send = content[start:][: cuts.pop(0)] if cuts else content[start:]
            self._answer(206 if start else 200, send, {}, length=len(content) - start)

        def _answer(
            self, status: int, body: bytes, headers: dict[str, str], length: int | None = None
        ) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            self.wfile.write(body)
            if length is not None and length != len(body):
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    hub.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _source(path: str) -> str:
    parts = path.removeprefix("/api/models").strip("/").split("/")
    return "/".join(parts[:2])
