"""Tools for prompts."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from imgorigin.prompting.composer import Written
from imgorigin.web.dialects.imageapi.calls import Call, call, done
from imgorigin.web.dialects.imageapi.desk import Asked, counted
from imgorigin.web.dialects.imageapi.shapes import RULES, Build, Enhance, Prompt, Prompted
from imgorigin.web.dialects.rules import Broken, Fields, ruled


async def enhance(asked: Asked) -> Response:
    sent = ruled(Enhance, (await asked.body(Fields)).root, RULES)
    async with counted(asked):
        return _answer(asked, await asked.desk.writer.enhance(sent.prompt, sent.tone))


async def build(asked: Asked) -> Response:
    fields = ruled(Build, (await asked.body(Fields)).root, RULES).model_dump()
    if not any(fields.values()):
        raise Broken("body", f"an object with at least one of {', '.join(fields)}")
    async with counted(asked):
        return _answer(asked, await asked.desk.writer.build(fields))


def _answer(asked: Asked, written: Written) -> Response:
    told = Prompt(prompt=written.prompt, ignored=list(written.left_out) or None)
    return done(asked, told.model_dump(exclude_none=True))


CALLS: Final[tuple[Call, ...]] = (
    call(
        "post", "/api/v1/prompt/enhance", "imageapi_enhance", "Make a short idea a whole prompt", enhance,
        group="Prompts", scope="read", body=Enhance, gives=Prompted,
    ),
    call(
        "post", "/api/v1/prompt/build", "imageapi_build", "Make fields a prompt", build,
        group="Prompts", scope="read", body=Build, gives=Prompted,
    ),
)  # fmt: skip
