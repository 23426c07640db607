"""The edge: GET and HEAD of an address, as bare ASGI. A hit in memory goes through here and nothing else.

What a hit needs is worked out once per path and kept: the store's key and the headers. Whatever is no address
of a picture goes on to the application behind.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Literal
from urllib.parse import unquote_to_bytes

import structlog
from cachetools import LRUCache
from starlette.types import ASGIApp, Receive, Scope, Send

from imgorigin.address import PRIVATE, RESERVED, Address, Limits, is_canonical, parse
from imgorigin.caller import Caller
from imgorigin.errors import (
    ImgoriginError,
    MethodNotAllowed,
    MovedPermanently,
    ShuttingDown,
    StillPainting,
)
from imgorigin.masters import UNHEEDED
from imgorigin.metrics import Metrics
from imgorigin.projects import Projects, shelves_of
from imgorigin.queue import Lane
from imgorigin.service import Rendition, Service
from imgorigin.stores.base import Blob
from imgorigin.stores.tiered import TieredStore
from imgorigin.web import respond
from imgorigin.web.facts import facts_of
from imgorigin.web.middleware import request_id
from imgorigin.web.problems import problem, wants_image
from imgorigin.web.respond import Answer, Headers
from imgorigin.web.waiting import Gone, hang_up, held

CallerOf = Callable[[Scope], Awaitable[Caller]]
"""Who sent a request. Asked only where it matters: it may take the catalog to tell."""

FACTS: Final = b".json"
HOT_PATHS: Final = 16_384
"""Paths whose key and headers are kept: about 2 KB each."""
CHECK_EVERY: Final = 0.1
"""Seconds for which a picture in memory is not held against the disk again: a purge takes so long to show."""
HIT_IN_MEMORY: Final = (b"cache-status", respond.cache_status("hit", "memory"))

_WAIT: Final = re.compile(rb"(?:^|[,;\s])wait=([0-9]{1,4})(?:$|[,;\s])")

log = structlog.get_logger("imgorigin.access")


@dataclass(slots=True)
class _Hot:
    """What a hit at one path needs: the store's key, and the headers of the blob that was there last, told
    by its `modified` and size. The blob itself is the store's to keep or to drop."""

    key: str
    address: Address
    shelf: str
    headers: Headers = field(default_factory=list)
    headers_of: tuple[int, int] = (0, 0)
    check_at: float = 0.0

    def headers_for(self, blob: Blob) -> Headers:
        stamp = blob.modified, len(blob.data)
        if stamp != self.headers_of:
            self.headers, self.headers_of = respond.for_picture(self.address, *stamp, self.shelf), stamp
        return self.headers


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request for an address: its path as written, its headers, and who asks, if that is to be known."""

    path: bytes
    address: Address
    request: Mapping[bytes, bytes]
    caller: Callable[[], Awaitable[Caller]]


class Images:
    """ASGI. `wait` is how many seconds a client is held while its picture is made;
    `url_of` gives a path as who asks can open it."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        service: Service,
        store: TieredStore,
        limits: Limits,
        metrics: Metrics,
        wait: float,
        error_images: bool,
        access_log: Literal["none", "misses", "all"],
        projects: Projects,
        caller_of: CallerOf,
        url_of: Callable[[str, Caller], str],
        cancel_unwanted: bool = False,
    ) -> None:
        self._app = app
        self._service = service
        self._store = store
        self._limits = limits
        self._metrics = metrics
        self._wait = wait
        self._error_images = error_images
        self._access_log = access_log
        self._notes_hang_ups = cancel_unwanted
        self._hot: LRUCache[bytes, _Hot] = LRUCache(HOT_PATHS)
        self._projects = projects
        self._caller_of = caller_of
        self._url_of = url_of
        projects.listen(lambda *_: self._hot.clear())
        self._hits = metrics.requests.labels("memory", "200")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        path: bytes = scope["raw_path"]
        request = dict(scope["headers"])
        hot = self._hot.get(path)
        is_plain = scope["method"] == "GET" and request.keys().isdisjoint(respond.CONDITIONS)
        if hot and is_plain and (blob := self._in_memory(hot)):
            return await self._hit(scope, request, send, hot.headers_for(blob), blob)
        if _is_ours(path):
            return await self._respond(scope, request, receive, send)
        return await self._app(scope, receive, send)

    def _in_memory(self, hot: _Hot) -> Blob | None:
        now = time.monotonic()
        if now < hot.check_at:
            return self._store.peek(hot.key, checked=True)
        hot.check_at = now + CHECK_EVERY
        return self._store.peek(hot.key)

    async def _hit(
        self, scope: Scope, request: Mapping[bytes, bytes], send: Send, headers: Headers, blob: Blob
    ) -> None:
        asked_as = request_id(request)
        headers = [*headers, HIT_IN_MEMORY, (b"x-request-id", asked_as)]
        self._hits.inc()
        if self._access_log == "all":
            _log(scope, 200, "memory", asked_as)
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": blob.data})

    async def _respond(
        self, scope: Scope, request: Mapping[bytes, bytes], receive: Receive, send: Send
    ) -> None:
        started = time.perf_counter()
        asked_as = request_id(request)
        gone = hang_up(receive) if self._notes_hang_ups else None
        answer = await self._answered(scope, request, asked_as.decode(), gone)
        self._metrics.requests.labels(answer.cache, str(answer.status)).inc()
        if self._access_log != "none":
            _log(scope, answer.status, answer.cache, asked_as, ms=_milliseconds(started))
        headers = [*answer.headers, (b"x-request-id", asked_as)]
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answered(
        self, scope: Scope, request: Mapping[bytes, bytes], asked_as: str, gone: Gone | None
    ) -> Answer:
        try:
            return await self._answer(scope, request, gone)
        except ImgoriginError as error:
            known = error
        except asyncio.CancelledError:  # uvicorn has waited `shutdown` seconds for us
            known = ShuttingDown()
        except Exception:
            log.exception("unforeseen error", path=scope["path"], request_id=asked_as)
            known = ImgoriginError("Something broke that should not have; the log tells more.")
        self._metrics.errors.labels(known.code).inc()
        as_image = self._error_images and wants_image(request.get(b"accept", b""))
        return problem(known, asked_as, as_image=as_image)

    async def _answer(self, scope: Scope, request: Mapping[bytes, bytes], gone: Gone | None) -> Answer:
        method, path = scope["method"], scope["raw_path"]
        if method == "OPTIONS":
            return Answer(204, respond.PREFLIGHT)
        if method not in ("GET", "HEAD"):
            raise MethodNotAllowed(f"{method} is not for pictures. Allowed: GET, HEAD, OPTIONS.")
        picture = path[: -len(FACTS)] if path.lower().endswith(FACTS) else path
        address = parse(picture)
        self._limits.check(address)
        if not is_canonical(picture, address) or (picture is not path and not path.endswith(FACTS)):
            return respond.redirect(_canonical(address, path, scope["query_string"]))
        asked = _Asked(path, address, request, partial(self._caller_of, scope))
        try:
            return await self._of_address(asked, method, is_facts=picture is not path, gone=gone)
        except MovedPermanently as moved:
            suffix = path[len(picture) :].decode()
            return respond.redirect(moved.location + suffix, cache_control=respond.NO_CACHE)

    async def _of_address(self, asked: _Asked, method: str, *, is_facts: bool, gone: Gone | None) -> Answer:
        wait = _wait(asked.request, self._wait)
        if is_facts:
            paint = method == "GET"
            address, caller = asked.address, await asked.caller()
            (shelf, *_) = self._shelves(address)
            url = partial(self._url_of, address.path, caller)
            return await facts_of(
                self._service, address, wait, caller, shelf=shelf, paint=paint, url=url, gone=gone
            )
        if method == "HEAD":
            return await self._head(asked)
        return await self._picture(asked, wait, gone)

    async def _head(self, asked: _Asked) -> Answer:
        address, request = asked.address, asked.request
        if found := await self._public(address) or await self._service.find(address, await asked.caller()):
            blob = found.blob
            headers = respond.for_picture(address, blob.modified, len(blob.data), found.shelf)
            headers.append((b"cache-status", respond.cache_status("hit", blob.tier)))
            whole = {name: value for name, value in request.items() if name != b"range"}  # RFC 9110, 14.2
            return respond.with_blob(whole, headers, blob, blob.tier)
        return Answer(200, respond.for_unpainted(address), cache="unpainted")

    async def _picture(self, asked: _Asked, wait: float, gone: Gone | None) -> Answer:
        address = asked.address
        for shelf in self._shelves(address):
            if shelf != PRIVATE and (unchanged := self._unchanged(asked, shelf)):
                return unchanged
        made = await self._made(asked, wait, gone)
        hot = _Hot(address.key_on(made.shelf), address, made.shelf)
        if self._shelves(address) != (PRIVATE,) and made.shelf != PRIVATE:
            self._hot[asked.path] = hot
        cache = made.blob.tier if made.cache == "hit" else made.cache
        headers = [
            *hot.headers_for(made.blob),
            (b"cache-status", respond.cache_status(made.cache, made.blob.tier)),
        ]
        if made.seconds:
            headers.append((b"server-timing", respond.server_timing(made.seconds)))
        headers += respond.unheeded({name: made.facts[name] for name in UNHEEDED if name in made.facts})
        return respond.with_blob(asked.request, headers, made.blob, cache)

    def _unchanged(self, asked: _Asked, shelf: str) -> Answer | None:
        """304, by the disk alone."""
        found = self._store.stat(asked.address.key_on(shelf))
        if not (found and respond.is_unchanged(asked.request, *found)):
            return None
        headers = respond.for_picture(asked.address, *found, shelf)
        return respond.unchanged([*headers, (b"cache-status", respond.cache_status("hit"))], "unchanged")

    def _shelves(self, address: Address) -> tuple[str, ...]:
        return shelves_of(self._projects.known(address.project), address)

    async def _public(self, address: Address) -> Rendition | None:
        """What is there for anyone, whoever asks."""
        return None if PRIVATE in self._shelves(address) else await self._service.stored(address)

    async def _made(self, asked: _Asked, wait: float, gone: Gone | None) -> Rendition:
        if found := await self._public(asked.address):
            return found
        caller = await asked.caller()
        if PRIVATE in self._shelves(asked.address) and (
            found := await self._service.stored(asked.address, caller)
        ):
            return found
        try:
            return await held(self._service.picture(asked.address, Lane.INTERACTIVE, caller), wait, gone)
        except TimeoutError:
            raise StillPainting from None


def _is_ours(path: bytes) -> bool:
    first = unquote_to_bytes(path).lstrip(b"/").partition(b"/")[0]
    return bool(first) and first.decode("latin-1").lower() not in RESERVED


def _canonical(address: Address, path: bytes, query: bytes) -> str:
    suffix = FACTS.decode() if path.lower().endswith(FACTS) else ""
    return address.path + suffix + (f"?{query.decode('latin-1')}" if query else "")


def _wait(request: Mapping[bytes, bytes], most: float) -> float:
    """Seconds, as `Prefer: wait=` has it (RFC 7240), but no more than `most`."""
    preferred = _WAIT.search(request.get(b"prefer", b""))
    return min(most, float(preferred[1])) if preferred else most


def _milliseconds(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _log(scope: Scope, status: int, cache: str, asked_as: bytes, **more: float) -> None:
    log.info(
        "request",
        method=scope["method"],
        path=scope["path"],
        status=status,
        cache=cache,
        request_id=asked_as.decode(),
        **more,
    )
