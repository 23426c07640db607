"""Slugs for pictures that are to be made, and for those that are there."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from imgorigin.address import DEFAULT_SIDE, Address, Segment, Size, canonical_words, parse
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset
from imgorigin.errors import InvalidRequest, NotFound
from imgorigin.projects import manner_of
from imgorigin.vision import slugs
from imgorigin.vision.seeing import Hints, Seen, of_recipe, suggestions
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.pictures import address_of
from imgorigin.web.dialects.inliner.shapes_of_making import Looking, Recommended, Recommending, Suggested
from imgorigin.web.dialects.replies import reply


async def recommend(asked: Asked) -> Response:
    """Makes nothing, and binds nothing."""
    sent = await asked.body(Recommending)
    project = await asked.project(sent.project)
    slug, taken = await _recommended(asked, project, sent.prompt)
    address = address_for(asked, project, slug, sent)
    others = [one for one in slugs.alternatives(sent.prompt) if one not in taken and one != slug]
    return reply(
        Recommended(
            recommended_slug=slug,
            recommended_slug_too=slug,
            alternative_slugs=others,
            full_path=address.path.lstrip("/"),
            full_url=asked.desk.hosts.url(asked.request, address.path),  # unsigned: nothing is there yet
        )
    )


async def recommend_from_content(asked: Asked) -> Response:
    """Those that are taken by other pictures of the project are left out."""
    sent = await asked.body(Looking)
    asset = await asked.catalog.assets.get(asked.scope, sent.content_id)
    longest = min(sent.max_length or slugs.READABLE, slugs.LONGEST)
    found = suggestions(await _seen(asked, asset), longest)
    taken = await asked.catalog.assets.taken(asset.project_id, found)
    free = [slug for slug in found if slug not in taken or slug == asset.slug]
    named = free or [f for f in slugs.candidates(asset.title or found[0], longest) if f not in taken]
    return reply(Suggested(recommended=(named or found)[0], suggestions=named or found))


async def recommended(asked: Asked, project: ProjectRow, prompt: str) -> str:
    """A slug that is free in the project, or bound to this prompt. Raises Conflict."""
    return (await _recommended(asked, project, prompt))[0]


def address_for(asked: Asked, project: ProjectRow, slug: str, sent: Recommending) -> Address:
    """Of a picture without edits. A size is always named. Raises InvalidRequest."""
    words = canonical_words(slug)
    if not words:
        raise InvalidRequest("slug", f"{slug[:60]!r} has no words", "words such as red-fox")
    width, height = (DEFAULT_SIDE if side is None else side for side in (sent.width, sent.height))
    size, form = Size(width, height), sent.extension or "png"
    asked.desk.limits.check_size(size, form)
    address = parse(Address(project.name, Segment(words, form, size)).path)
    asked.desk.limits.check(address)
    return address


async def _recommended(asked: Asked, project: ProjectRow, prompt: str) -> tuple[str, frozenset[str]]:
    """The slug, and those of its candidates that are taken."""
    taken = await asked.catalog.assets.taken(project.id, slugs.candidates(prompt))
    bound = manner_of(project).prompt(prompt)  # as recipes have it
    ours = {slug: prompt if words.split() == bound.split() else "" for slug, words in taken.items()}
    return slugs.recommended(prompt, ours), frozenset(taken)


async def _seen(asked: Asked, asset: Asset) -> Seen:
    """An upload is looked at; of what was painted its recipe tells."""
    desk, address = asked.desk, address_of(asset)
    if not asset.upload:
        shown = await desk.bindings.shown(address)
        facts = await desk.service.facts(address, asked.caller) or {}
        told = of_recipe(shown.recipe, facts) if shown.recipe else None
        return told or Seen.of("recipe", title=asset.title or address.last.prompt, alt=asset.alt)
    upload = await desk.intake.get(asset.upload)
    picture = (await desk.intake.master(upload)).data
    return await desk.eyes.see(picture, Hints(upload.name, upload.facts.get("metadata", {})))


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/url/recommend", "inliner_recommend", "A short, free slug for a prompt", recommend,
        group="Making pictures", scope="read", body=Recommending, gives=Recommended, fails=(NotFound,),
        description="The same prompt gets the same slug. Nothing is painted.",
    ),
    call(
        "post", "/url/recommend-from-content", "inliner_recommend_from_content",
        "Slugs for a picture, from looking at it", recommend_from_content,
        group="Making pictures", scope="read", body=Looking, gives=Suggested, fails=(NotFound,),
    ),
)  # fmt: skip
