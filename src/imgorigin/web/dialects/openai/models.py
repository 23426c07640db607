"""Models as OpenAI's API lists them, and what each can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from pydantic import BaseModel
from starlette.responses import Response

from imgorigin.capability import can_edit, most_pictures
from imgorigin.errors import NotFound
from imgorigin.recipe import Model
from imgorigin.web.dialects.models import Painters, choices
from imgorigin.web.dialects.openai.calls import Call, call
from imgorigin.web.dialects.openai.desk import Asked
from imgorigin.web.dialects.replies import reply

OWNER: Final = "imgorigin"

FEATURES: Final[Mapping[str, Callable[[Model], bool]]] = {
    "seed": lambda model: True,
    "steps": lambda model: model.abilities.steps,
    "guidance": lambda model: model.abilities.guidance,
    "negative-prompt": lambda model: model.abilities.negative_prompt,
    "transparent-background": lambda model: True,
    "custom-size": lambda model: True,
    "image-edit": can_edit,
    "inpainting": lambda model: model.abilities.inpaint,
    "multi-reference": lambda model: most_pictures(model) > 1,
    "lora": lambda model: model.abilities.loras,
}
"""Seeds, sizes and backgrounds are the server's doing, whatever the model."""


class Told(BaseModel):
    """`created` is 0: of no model here is it known."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = OWNER
    service_type: Literal["image"] = "image"
    input_modalities: list[str]
    output_modalities: list[str] = ["image"]
    supported_features: list[str]


class Named(BaseModel):
    """As clients of ImagineoAI's API read it: also a LoRA on a model. `created_at` is the beginning of 1970:
    of no model here is it known."""

    id: str
    name: str
    description: str
    created_at: str = "1970-01-01T00:00:00Z"


class Listed(BaseModel):
    """Two APIs have this path: `data` is for clients of OpenAI's, `models` for those of ImagineoAI's."""

    object: Literal["list"] = "list"
    data: list[Told]
    models: list[Named]


def told(model: Model) -> Told:
    words = ["text"] if model.abilities.words or model.abilities.instructions else []
    pictures = ["image"] if most_pictures(model) else []
    return Told(
        id=model.name,
        input_modalities=words + pictures,
        supported_features=[name for name, has in FEATURES.items() if has(model)],
    )


def listed(painters: Painters) -> Listed:
    """All, the default one first, as clients of both APIs read `GET /v1/models`."""
    default = painters.model("").name
    models = sorted(painters.models.values(), key=lambda model: (model.name != default, model.name))
    named = [Named(id=one.id, name=one.name, description=one.description) for one in choices(painters)]
    return Listed(data=[told(model) for model in models], models=named)


async def all_of_them(asked: Asked) -> Response:
    return reply(listed(asked.desk.painters))


async def one(asked: Asked) -> Response:
    name = asked.desk.model(asked.part["model"])
    return reply(told(asked.desk.painters.model(name)))


LIST: Final[Call] = call(
    "get", "/v1/models", "openai_models", "Models that there are", all_of_them,
    group="Models", scope="read", gives=Listed,
)  # fmt: skip
CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/v1/models/{model}", "openai_model", "A model", one,
        group="Models", scope="read", gives=Told, parts={"model": "Its id"}, fails=(NotFound,),
    ),
)  # fmt: skip
