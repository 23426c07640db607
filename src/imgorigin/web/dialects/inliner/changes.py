"""Pictures that are deleted or get another address: their files go from every tier."""

from __future__ import annotations

import re
from typing import Final

from starlette.responses import Response

from imgorigin.address import FORMATS, parse
from imgorigin.errors import Conflict, InvalidRequest, NotFound
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.pictures import CONTENT_ID
from imgorigin.web.dialects.inliner.shapes import Contents, Done, Message, Renaming
from imgorigin.web.dialects.replies import reply

_FORMAT: Final = re.compile(rf"\.(?:{'|'.join(FORMATS)}|jpeg)$", re.IGNORECASE)


async def delete(asked: Asked) -> Response:
    """All of them or, if one is not there, none."""
    sent = await asked.body(Contents)
    gone = await asked.desk.purger.delete(asked.scope, sent.content_ids)
    await asked.note("delete", *gone)
    many = f"{len(gone)} pictures" if len(gone) > 1 else "1 picture"
    return reply(Message(message=f"Deleted {many}."))


async def rename(asked: Asked) -> Response:
    """With all its edits. The old addresses lead to the new ones."""
    sent = await asked.body(Renaming)
    name, slug = _target(asked, sent.new_url)
    asset = await asked.catalog.assets.get(asked.scope, asked.part["contentId"])
    project = await asked.project(name or asset.project)
    moves = await asked.catalog.redirects.rename(asked.scope, asset.content_id, project.id, slug)
    for moved in moves:
        await asked.note(
            "rename",
            moved.after,
            before=f"{moved.before.project}/{moved.before.slug}",
            after=moved.after.slug,
        )
        await asked.desk.purger.purge(moved.before.project, moved.before.slug)
    return reply(Done(message=f"Renamed to {project.name}/{slug}."))


def _target(asked: Asked, new_url: str) -> tuple[str, str]:
    """The project (empty: as it is) and the slug. A size and a format behind it are passed over."""
    *project, name = asked.desk.hosts.path_of(asked.request, new_url, "newUrl").lstrip("/").split("/")
    if len(project) > 1 or not name:
        raise InvalidRequest("newUrl", f"{new_url[:60]!r}", "project/slug, as in marketing/new-hero")
    spelled = name if _FORMAT.search(name) else f"{name}.png"
    return "".join(project).lower(), parse(f"/any/{spelled}").picture.words


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/content/delete", "inliner_delete", "Delete pictures", delete,
        group="Pictures", scope="manage", body=Contents, gives=Message, fails=(NotFound,),
    ),
    call(
        "post", "/content/rename/{contentId}", "inliner_rename", "Give a picture another address", rename,
        group="Pictures", scope="manage", parts=CONTENT_ID, body=Renaming, gives=Done,
        fails=(NotFound, Conflict),
    ),
)  # fmt: skip
