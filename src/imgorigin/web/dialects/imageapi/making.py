"""Pictures: one, or several at once; as they are asked for, or as a product shot or a logo."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from imgorigin.address import Size
from imgorigin.catalog.projects import ProjectRow
from imgorigin.commissions import Accepted, Commission
from imgorigin.errors import Conflict, ImgoriginError, NotFound, PaintFailed, StillPainting
from imgorigin.policy import keeps
from imgorigin.prompting.templates import Template
from imgorigin.queue import Lane
from imgorigin.web.dialects import models
from imgorigin.web.dialects.imageapi import performing
from imgorigin.web.dialects.imageapi.calls import Call, call, done
from imgorigin.web.dialects.imageapi.desk import Asked, counted
from imgorigin.web.dialects.imageapi.shapes import (
    RULES,
    Batch,
    Failed,
    Generate,
    Generated,
    Item,
    Picture,
    Results,
    Storage,
)
from imgorigin.web.dialects.lenient import heeded
from imgorigin.web.dialects.rules import Broken, Fields, ruled
from imgorigin.web.openapi import Body
from imgorigin.web.waiting import held

SENT_NAMES: Final = {"steps": "num_inference_steps", "guidance": "guidance_scale"}
"""Fields of a commission, as this API names them."""


@dataclass(frozen=True, slots=True)
class _Bound:
    accepted: Accepted
    item: Item

    def told(self, wrong: Mapping[str, str]) -> Item | Failed:
        problem = wrong.get(self.accepted.address.path)
        return Failed(error=problem) if problem else self.item


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes pictures for one request. `preset` wraps their prompts."""

    asked: Asked
    project: ProjectRow
    plan: str
    preset: Template | None

    @property
    def keeps(self) -> bool:
        return keeps(self.project, self.asked.caller)

    async def picture(self, sent: Generate) -> Picture:
        """Raises StillPainting for one that takes longer than a client is held."""
        work = self._stored if self.keeps else self._passing
        try:
            return await held(work(sent), self.asked.desk.wait)
        except TimeoutError:
            raise StillPainting(performing.STILL) from None

    async def items(self, items: Sequence[object]) -> Sequence[Item | Failed]:
        """What is wrong with one is told of it alone."""
        if not self.keeps:
            return await asyncio.gather(*map(self._item, items))
        found = await asyncio.gather(*map(self._bound, items))
        taken = [one.accepted for one in found if isinstance(one, _Bound)]
        wrong = await performing.painted(self.asked.desk, self.project, taken, self.asked.caller)
        return [one if isinstance(one, Failed) else one.told(wrong) for one in found]

    async def _item(self, values: object) -> Item | Failed:
        try:
            made = await self.picture(ruled(Generate, values, RULES, "item"))
        except ImgoriginError as error:
            return Failed(error=error.detail)
        return Item(**made.model_dump())

    async def _bound(self, values: object) -> _Bound | Failed:
        try:
            accepted, told = await self._accepted(ruled(Generate, values, RULES, "item"))
        except ImgoriginError as error:
            return Failed(error=error.detail)
        return _Bound(accepted, Item(**told.model_dump()))

    async def _stored(self, sent: Generate) -> Picture:
        accepted, told = await self._accepted(sent)
        await self.asked.desk.commissions.picture(accepted, Lane.API, self.asked.caller)
        return told

    async def _accepted(self, sent: Generate) -> tuple[Accepted, Picture]:
        """Bound, and what will be told of it once it is painted."""
        asked = self.asked
        commission, ignored = self._commission(sent)
        accepted = await asked.desk.commissions.accept(self.project, commission, asked.caller)
        if accepted.is_new:
            await asked.note("generate", accepted.asset, prompt=sent.prompt, path=accepted.address.path)
        recipe = accepted.recipe
        return accepted, self._told(
            asked.url(accepted.address.path),
            recipe.seed,
            recipe.model,
            (*ignored, *accepted.ignored),
            kept=True,
        )

    async def _passing(self, sent: Generate) -> Picture:
        commission, ignored = self._commission(sent)
        made = await self.asked.desk.commissions.passing(self.project, commission, self.asked.caller)
        url = f"data:image/png;base64,{base64.b64encode(made.file).decode()}"
        return self._told(url, made.recipe.seed, made.recipe.model, (*ignored, *made.ignored), kept=False)

    def _commission(self, sent: Generate) -> tuple[Commission, tuple[str, ...]]:
        """And the names of fields that the model makes nothing of."""
        painters, preset = self.asked.desk.painters, self.preset
        model = painters.model(
            models.named(painters, sent.model) if sent.model else self.project.settings.default_model
        )
        avoided = sent.negative_prompt
        if preset and model.abilities.negative_prompt:
            avoided = preset.avoided(sent.prompt, avoided)
        wanted = Commission(
            prompt=preset.wrapped(sent.prompt) if preset else sent.prompt,
            size=Size(sent.width, sent.height),
            model=model.name if sent.model else "",
            negative_prompt=avoided,
            seed=sent.seed,
            steps=sent.num_inference_steps,
        )
        return heeded(wanted, model)

    def _told(self, image: str, seed: int, model: str, ignored: tuple[str, ...], *, kept: bool) -> Picture:
        storage = Storage(enabled=kept, stored=kept, plan=self.plan)
        names = [SENT_NAMES.get(name, name) for name in dict.fromkeys(ignored)]
        return Picture(image=image, seed=seed, model=model, storage=storage, ignored=names)


def generating(preset: str = "") -> Callable[[Asked], Awaitable[Response]]:
    """The call that makes pictures by a template."""

    async def answer(asked: Asked) -> Response:
        values = (await asked.body(Fields)).root
        async with counted(asked) as plan:
            template = asked.desk.templates.of(preset, "preset") if preset else None
            maker = _Maker(asked, await asked.project(), plan.title, template)
            if values.get("items") is not None:
                return done(asked, (await _several(maker, values["items"])).model_dump())
            return done(asked, (await maker.picture(ruled(Generate, values, RULES))).model_dump())

    return answer


async def _several(maker: _Maker, items: object) -> Results:
    most = maker.asked.desk.most_items
    if not isinstance(items, list) or not 1 <= len(items) <= most:
        raise Broken("items", f"a list of 1 to {most} objects")
    return Results(results=list(await maker.items(items)))


_FAILS: Final = (NotFound, Conflict, PaintFailed, StillPainting)
_ALIKE: Final = (
    ("/api/v1/generate", "imageapi_generate", "Make a picture, or several", ""),
    ("/api/v1/generate-product", "imageapi_generate_product", "Make a product shot, or several", "product"),
    ("/api/v1/product", "imageapi_product", "The same", "product"),
    ("/api/v1/generate-logo", "imageapi_generate_logo", "Make a logo, or several", "logo"),
    ("/api/v1/logo", "imageapi_logo", "The same", "logo"),
)

CALLS: Final[tuple[Call, ...]] = tuple(
    call(
        "post", path, name, summary, generating(preset),
        group="Pictures", scope="paint", body=Body(Generate | Batch), gives=Generated, fails=_FAILS,
        description="Of several, in `items`, each is told for itself. Without storage, as the key or the "
        "project has it, an image is a data URL, and nothing of it is kept.",
    )
    for path, name, summary, preset in _ALIKE
)  # fmt: skip
