"""Tags of pictures."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from imgorigin.errors import NotFound
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Action, Asked
from imgorigin.web.dialects.inliner.pictures import image_of
from imgorigin.web.dialects.inliner.shapes import (
    LARGEST_PAGE,
    Image,
    Success,
    TaggedQuery,
    Tagging,
    TagWithCount,
)
from imgorigin.web.dialects.replies import reply


async def every_tag(asked: Asked) -> Response:
    counted = await asked.catalog.tags.all(asked.scope)
    return reply([TagWithCount(tag=one.tag, count=one.count) for one in counted])


async def tagged(asked: Asked) -> Response:
    """A bare list; where there are more, the header `Link` has the rest of them."""
    query, tag = asked.query(TaggedQuery), asked.part["tag"]
    page = await asked.catalog.tags.tagged(
        asked.scope, tag, limit=min(query.limit, LARGEST_PAGE), cursor=query.next_cursor or ""
    )
    headers = {}
    if page.next_cursor:
        following = f"/content/tags/{quote(tag, safe='')}?limit={query.limit}&next_cursor={page.next_cursor}"
        headers["link"] = f'<{following}>; rel="next"'
    return reply([image_of(asked, asset) for asset in page.items], headers=headers)


async def add(asked: Asked) -> Response:
    sent = await asked.body(Tagging)
    await asked.catalog.tags.add(asked.scope, sent.content_ids, sent.tags)
    return await _noted(asked, "tag", sent)


async def remove(asked: Asked) -> Response:
    sent = await asked.body(Tagging)
    await asked.catalog.tags.remove(asked.scope, sent.content_ids, sent.tags)
    return await _noted(asked, "untag", sent)


async def replace(asked: Asked) -> Response:
    sent = await asked.body(Tagging)
    await asked.catalog.tags.replace(asked.scope, sent.content_ids, sent.tags)
    return await _noted(asked, "retag", sent)


async def _noted(asked: Asked, action: Action, sent: Tagging) -> Response:
    await asked.note(action, *await asked.catalog.assets.some(asked.scope, sent.content_ids), tags=sent.tags)
    return reply(Success())


CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/content/tags", "inliner_tags", "Every tag, and how many pictures have it", every_tag,
        group="Tags", scope="read", gives=list[TagWithCount],
    ),
    call(
        "get", "/content/tags/{tag}", "inliner_tagged", "The pictures that have a tag", tagged,
        group="Tags", scope="read", parts={"tag": "In any case."}, query=TaggedQuery, gives=list[Image],
        fails=(NotFound,),
    ),
    call(
        "post", "/content/tags", "inliner_tag", "Tag pictures", add,
        group="Tags", scope="manage", body=Tagging, gives=Success, fails=(NotFound,),
    ),
    call(
        "post", "/content/tags/remove", "inliner_untag", "Take tags from pictures", remove,
        group="Tags", scope="manage", body=Tagging, gives=Success, fails=(NotFound,),
    ),
    call(
        "post", "/content/tags/replace", "inliner_retag", "Give pictures these tags and no others", replace,
        group="Tags", scope="manage", body=Tagging, gives=Success, fails=(NotFound,),
    ),
)  # fmt: skip
