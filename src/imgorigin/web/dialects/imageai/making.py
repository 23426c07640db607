"""From a request to its pictures."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from imgorigin.address import Size
from imgorigin.caller import Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.records import Asset
from imgorigin.commissions import Accepted, Commission
from imgorigin.errors import NotFound
from imgorigin.queue import Lane
from imgorigin.recipe import seed_of
from imgorigin.web.dialects.asking import noted
from imgorigin.web.dialects.imageai.desk import Desk
from imgorigin.web.dialects.imageai.shapes import RULES, STYLES, Generate, Picture, moment, one_of
from imgorigin.web.dialects.lenient import heeded
from imgorigin.web.dialects.rules import Broken, ruled

PREFIX: Final = "img_"
SENT_NAMES: Final = {"guidance": "guidance_scale"}
"""Fields of a commission, as this API names them."""
_ID: Final = re.compile(rf"{PREFIX}([0-9a-f]{{32}})_([0-9]{{1,5}})x([0-9]{{1,5}})")
PRESETS: Final = ("product", "logo")
"""Templates that are no styles."""
USUAL_STYLE: Final = STYLES[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes the pictures of one request. `url` gives that of a path."""

    desk: Desk
    project: ProjectRow
    caller: Caller
    sent: Generate
    url: Callable[[str], str]
    lane: Lane = Lane.API
    is_job: bool = False

    def commission(self) -> tuple[Commission, tuple[str, ...]]:
        """And the names of fields that the model makes nothing of. A style that is asked for stands against
        the words; the usual one does not. Raises InvalidRequest for a style that there is none of."""
        sent, desk = self.sent, self.desk
        template = desk.templates.of(sent.style or USUAL_STYLE, "style")
        model = desk.painters.model(self.project.settings.default_model)
        avoided = sent.negative_prompt
        if sent.style and model.abilities.negative_prompt:
            avoided = template.avoided(sent.prompt, avoided)
        wanted = Commission(
            prompt=template.wrapped(sent.prompt, firmly=bool(sent.style)),
            size=Size(sent.width, sent.height),
            negative_prompt=avoided,
            seed=sent.seed,
            guidance=sent.guidance_scale,
        )
        return heeded(wanted, model)

    async def take(self) -> Sequence[Accepted]:
        """Bind an address for each. All seeds follow from the first, so the same request has the same
        pictures."""
        (wanted, _), accept = self.commission(), self.desk.commissions.accept
        first = await accept(self.project, wanted, self.caller)
        others = [
            await accept(
                self.project, replace(wanted, seed=seed_of(f"{first.recipe.seed}/{number}")), self.caller
            )
            for number in range(1, self.sent.n)
        ]
        taken = [first, *others]
        recipes = [one.recipe for one in taken]
        await self.desk.commissions.check_budgets(  # a job has time: the next minute has more
            self.project, recipes, self.caller, at_once=not self.is_job
        )
        await noted(
            self.desk.catalog,
            self.caller,
            "generate",
            *(one.asset for one in taken if one.is_new),
            prompt=self.sent.prompt,
        )
        return taken

    async def picture(self, one: Accepted) -> Picture:
        await self.desk.commissions.picture(one, self.lane, self.caller)
        return Picture(
            id=id_of(one.asset, one.address.size),
            url=self.url(one.address.path),
            width=self.sent.width,
            height=self.sent.height,
            created_at=moment(one.asset.created),
            prompt=self.sent.prompt,
            seed=one.recipe.seed,
            ignored=sorted(SENT_NAMES.get(name, name) for name in {*self.commission()[1], *one.ignored}),
        )


def read(values: Mapping[str, Any], desk: Desk) -> Generate:
    """Raises Broken."""
    own = [name for name in desk.templates.by_name if name not in (*STYLES, *PRESETS)]
    styles = (*STYLES, *own)
    sent = ruled(Generate, values, {**RULES, "style": one_of(styles)})
    if sent.style and sent.style not in styles:
        raise Broken("style", one_of(styles))
    return sent


def id_of(asset: Asset, size: Size) -> str:
    """Of the picture in this size: each size is an image of its own to clients."""
    return f"{PREFIX}{uuid.UUID(asset.content_id).hex}_{size}"


def no_image(name: str) -> NotFound:
    return NotFound(f"There is no image {name[:60]!r}.")


def asset_of(name: str) -> tuple[str, Size]:
    """The inverse: its content id, and the size. Raises NotFound for what is no id."""
    found = _ID.fullmatch(name)
    if not found:
        raise no_image(name)
    return str(uuid.UUID(found[1])), Size(int(found[2]), int(found[3]))
