"""Pictures as they are listed, searched, described."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from starlette.responses import Response

from imgorigin.address import Address, parse
from imgorigin.catalog.assets import Description
from imgorigin.catalog.records import Asset
from imgorigin.catalog.search import SortBy
from imgorigin.errors import NotFound
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.shapes import (
    LARGEST_PAGE,
    Detailed,
    Details,
    Found,
    Image,
    ImageList,
    ListQuery,
    SearchQuery,
    moment,
)
from imgorigin.web.dialects.replies import reply

CONTENT_ID: Final = {"contentId": "As other calls give it."}

_SORTED: Final[dict[str, SortBy]] = {
    "created": "created",
    "created_at": "created",
    "createdAt": "created",
    "title": "title",
}


def address_of(asset: Asset) -> Address:
    """Where a picture is now, in the size and format first asked for."""
    first = parse(asset.address)
    words = asset.slug.split("/")
    segments = [
        replace(segment, words=name)
        for segment, name in zip(first.segments[-len(words) :], words, strict=True)
    ]
    if len(words) < len(first.segments) and not segments[-1].size:
        segments[-1] = replace(segments[-1], size=first.size, density=1)
    return Address(asset.project, segments[0], tuple(segments[1:]))


def image_of(asked: Asked, asset: Asset) -> Image:
    return Image(
        image_id=asset.content_id,
        content_id=asset.content_id,
        url=asked.url(address_of(asset).path),
        description=asset.slug,
        title=asset.title,
        tags=asset.tags,
        width=asset.width,
        height=asset.height,
        format=asset.format,
        created_at=moment(asset.created),
    )


def details_of(asked: Asked, asset: Asset) -> Detailed:
    return Detailed(
        content_id=asset.content_id,
        title=asset.title,
        caption=asset.caption,
        alt_text=asset.alt,
        custom_metadata=asset.custom_metadata,
        url=asked.url(address_of(asset).path),
        prompt=asset.prompt,
        project=asset.project,
        tags=asset.tags,
        width=asset.width,
        height=asset.height,
        format=asset.format,
        model=asset.model,
        seed=asset.seed,
        created_at=moment(asset.created),
    )


async def images(asked: Asked) -> Response:
    """The newest first: a page by offset, or a bare list for who counts pages."""
    query = asked.query(ListQuery)
    scope = await asked.within(query.project or query.project_id)
    is_bare = query.page is not None or query.page_size is not None
    limit = min(query.page_size or query.limit, LARGEST_PAGE)
    offset = (max(query.page or 1, 1) - 1) * limit if is_bare else query.offset
    page = await asked.catalog.search.listing(scope, limit=limit, offset=offset, text=query.search or "")
    shown = [image_of(asked, asset) for asset in page.items]
    if is_bare:
        return reply(shown)
    return reply(ImageList(images=shown, total=page.total, limit=limit, offset=offset))


async def search(asked: Asked) -> Response:
    return await _found(asked, asked.query(SearchQuery))


async def search_by_body(asked: Asked) -> Response:
    """As the JavaScript SDK asks."""
    return await _found(asked, await asked.body(SearchQuery))


async def _found(asked: Asked, query: SearchQuery) -> Response:
    page = await asked.catalog.search.page(
        await asked.within(query.project),
        query.expression,
        limit=min(query.max_results, LARGEST_PAGE),
        cursor=query.next_cursor or "",
        sort_by=_SORTED[query.sort_by],
        direction=query.direction,
    )
    shown = [image_of(asked, asset) for asset in page.items]
    return reply(Found(images=shown, total=page.total, next_cursor=page.next_cursor))


async def details(asked: Asked) -> Response:
    asset = await asked.catalog.assets.get(asked.scope, asked.part["contentId"])
    return reply(details_of(asked, asset))


async def describe(asked: Asked) -> Response:
    sent = await asked.body(Details)
    wanted = Description(sent.title, sent.alt_text, sent.caption, sent.custom_metadata)
    asset = await asked.catalog.assets.describe(asked.scope, asked.part["contentId"], wanted)
    await asked.note("describe", asset, **sent.model_dump(exclude_none=True, by_alias=True))
    return reply(details_of(asked, asset))


CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/content/images", "inliner_images", "Pictures, the newest first", images,
        group="Pictures", scope="read", query=ListQuery, gives=ImageList | list[Image], fails=(NotFound,),
    ),
    call(
        "get", "/content/search", "inliner_search", "Pictures that match an expression", search,
        group="Pictures", scope="read", query=SearchQuery, gives=Found, fails=(NotFound,),
        description="Words, `tags:x`, `format:png`, `project:p`, `AND`, `OR`, `NOT`, brackets and quotes.",
    ),
    call(
        "post", "/content/search", "inliner_search_by_body", "As GET, with a body for the query",
        search_by_body,
        group="Pictures", scope="read", body=SearchQuery, gives=Found, fails=(NotFound,),
    ),
    call(
        "get", "/content/details/{contentId}", "inliner_details", "All that is known of a picture", details,
        group="Pictures", scope="read", parts=CONTENT_ID, gives=Detailed, fails=(NotFound,),
    ),
    call(
        "patch", "/content/details/{contentId}", "inliner_describe", "Describe a picture", describe,
        group="Pictures", scope="manage", parts=CONTENT_ID, body=Details, gives=Detailed, fails=(NotFound,),
    ),
)  # fmt: skip
