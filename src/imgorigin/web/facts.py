"""`.json` behind the path of a picture: what a page, a build or an agent wants to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from imgorigin.address import IMAGES, REVALIDATED, Address
from imgorigin.caller import Caller
from imgorigin.progress import State
from imgorigin.service import Service
from imgorigin.web.respond import CACHE_CONTROLS, UNPAINTED, Answer, as_json, tags
from imgorigin.web.waiting import Gone, held

TOLD: Final = (
    "alt", "title", "caption", "tags", "slug", "content_id", "thumbhash", "dominantColor", "focus",
    "edited_by", "flagged", "expires", "unknown", "not_done",
)  # fmt: skip
"""Facts of the master that are passed on as they are."""
FACTS_CONTROLS: Final = CACHE_CONTROLS | {IMAGES: b"public, max-age=3600"}
"""By the shelf that the rendition lies on. The picture never changes; what is said of it may."""
POLL_AFTER: Final = 2


async def facts_of(
    service: Service,
    address: Address,
    wait: float,
    caller: Caller,
    *,
    shelf: str,
    paint: bool,
    url: Callable[[], str],
    gone: Gone | None = None,
) -> Answer:
    """200 with the facts; painting if need be, unless told not to; 202 `generating`, and
    how far it is (`state`: queued, loading, painting; `progress`: 0..1), if that takes longer than `wait`
    seconds. `url` gives that of the picture, as the caller can open it."""
    if facts := await service.facts(address, caller):
        return _ready(address, facts, shelf, url())
    if not paint:
        return Answer(200, [(b"content-type", b"application/json"), *UNPAINTED], cache="unpainted")
    try:
        facts = await held(service.make_facts(address, caller=caller), wait, gone)
    except TimeoutError:
        progress = service.progress(address)
        state = progress.state if progress else State()
        part = round(state.part, 3)
        told_now = {"status": "generating", "url": url(), "state": state.state, "progress": part}
        answer = as_json(told_now, status=202, cache="generating")
        answer.headers.append((b"retry-after", b"%d" % POLL_AFTER))
        return answer
    return _ready(address, facts, shelf, url())


def _ready(address: Address, facts: Mapping[str, Any], shelf: str, url: str) -> Answer:
    """Caches know it as they know the picture, and drop both together."""
    kept_on = REVALIDATED if facts.get("expires") and shelf == IMAGES else shelf
    answer = as_json(told(address, facts, url), cache="facts", cache_control=FACTS_CONTROLS[kept_on])
    answer.headers.extend(tags(address))
    return answer


def told(address: Address, facts: Mapping[str, Any], url: str) -> dict[str, Any]:
    """The JSON of one rendition. `focus` is in parts of width and height; `url` has no host."""
    recipe = facts["recipe"]
    return {
        "status": "ready",
        "url": url,
        "width": facts["width"],
        "height": facts["height"],
        "format": address.format,
        "model": recipe["model"],
        "seed": recipe["seed"],
        **{name: facts[name] for name in TOLD if facts.get(name)},
    }
