"""How a job of this API is checked and done: as the same request without `async` would have been."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from pydantic import ValidationError

from imgorigin.caller import Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.job_kinds import Kind, Report, Work, model_of
from imgorigin.progress import Progress
from imgorigin.queue import Lane
from imgorigin.web.dialects.openai.desk import Desk
from imgorigin.web.dialects.openai.fields import Editing, Generation, Painting, Varying
from imgorigin.web.dialects.openai.making import Maker, Taken
from imgorigin.web.dialects.openai.order import Kind as OrderKind
from imgorigin.web.dialects.openai.order import Order, check_words
from imgorigin.web.dialects.reading import wrong
from imgorigin.web.dialects.several import in_turn

KIND: Final = "openai.image"
AnyWish = Painting | Varying


WISHES: Final[Mapping[OrderKind, type[AnyWish]]] = {
    "image_generation": Generation,
    "image_edit": Editing,
    "image_variation": Varying,
}


def request_of(order: Order, project: ProjectRow, base: str, model: str) -> Mapping[str, Any]:
    """What is kept of a request, as JSON; its URLs will begin with `base`. `model` is the slug of the one
    that it is for."""
    wish = order.wish
    return {
        "body": wish.model_dump(
            mode="json", by_alias=True, exclude_unset=True, exclude={"is_async", "webhook_url"}
        ),
        "order": order.kind,
        "images": [one.sha256 for one in order.images],
        "mask": order.mask,
        "project": project.public_id,
        "base": base,
        "model": model,
    }


def wish_of(body: Any, kind: OrderKind = "image_generation") -> AnyWish:
    """Raises InvalidRequest, TooLarge."""
    try:
        wish = WISHES[kind].model_validate(body)
    except ValidationError as error:
        raise wrong(error, "body") from None
    if isinstance(wish, Painting):
        check_words(wish)
    return wish


def kind(desk: Desk) -> Kind:
    """To be registered once."""

    async def check(request: Mapping[str, Any], project: ProjectRow, caller: Caller) -> None:
        order = await _order(desk, request)
        asked = order.commission(desk.model(order.wish.model, project), desk.limits)
        await desk.commissions.check(project, asked, caller)

    async def perform(work: Work, report: Report) -> Mapping[str, Any]:
        project = await desk.catalog.projects.get(work.account_id, work.request["project"])
        desk.projects.learn(project)
        maker = Maker(
            desk=desk,
            project=project,
            caller=work.caller,
            order=await _order(desk, work.request),
            url=lambda path: str(work.request["base"]) + path,
            lane=Lane(work.lane),
        )
        taken = await maker.take()
        pictures = await in_turn(
            taken, maker.picture, partial(_progress, desk), lambda made: made.url, report
        )
        return maker.answer(taken, pictures).model_dump(mode="json", exclude_none=True)

    return Kind(name=KIND, perform=perform, check=check, model_of=model_of)


def _progress(desk: Desk, one: Taken) -> Progress | None:
    return desk.service.progress(one.accepted.address)


async def _order(desk: Desk, request: Mapping[str, Any]) -> Order:
    """Raises NotFound for a picture that was sent and is deleted by now."""
    kind = request.get("order", "image_generation")  # those of earlier versions know no other
    images = tuple([await desk.intake.get(sha256) for sha256 in request.get("images", ())])
    mask = request.get("mask", "")
    return Order(kind=kind, wish=wish_of(request["body"], kind), images=images, mask=mask, is_job=True)
