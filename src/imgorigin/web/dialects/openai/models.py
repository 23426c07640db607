"""Models as OpenAI's API lists them, and what each can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final, Literal

from pydantic import BaseModel, Field
from starlette.responses import Response

from imgorigin.capability import can_edit, most_pictures
from imgorigin.errors import NotFound
from imgorigin.recipe import Model
from imgorigin.web.dialects.models import Choice, Painters, choices, since
from imgorigin.web.dialects.openai.calls import PROJECT, Call, call
from imgorigin.web.dialects.openai.desk import Asked, named_project
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
    id: str
    object: Literal["model"] = "model"
    created: int = Field(description="Unix seconds: from when it is on this server")
    owned_by: str = OWNER
    service_type: Literal["image"] = "image"
    input_modalities: list[str]
    output_modalities: list[str] = ["image"]
    supported_features: list[str]


class Named(BaseModel):
    """As clients of ImagineoAI's API read it: also a LoRA on a model."""

    id: str
    name: str
    description: str
    created_at: str = Field(description="From when it is on this server")


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
        created=since(model),
        input_modalities=words + pictures,
        supported_features=[name for name, has in FEATURES.items() if has(model)],
    )


def listed(painters: Painters) -> Listed:
    """All, the default one first, as clients of both APIs read `GET /v1/models`."""
    default = painters.model("").name
    models = sorted(painters.models.values(), key=lambda model: (model.name != default, model.name))
    return Listed(
        data=[told(model) for model in models], models=[_named(painters, one) for one in choices(painters)]
    )


def _named(painters: Painters, one: Choice) -> Named:
    at = datetime.fromtimestamp(since(painters.model(one.model), one.lora), UTC)
    return Named(
        id=one.id,
        name=one.name,
        description=one.description,
        created_at=at.isoformat().replace("+00:00", "Z"),
    )


async def all_of_them(asked: Asked) -> Response:
    await named_project(asked)
    return reply(listed(asked.desk.painters))


async def one(asked: Asked) -> Response:
    await named_project(asked)
    return reply(told(asked.desk.model(asked.part["model"])))


LIST: Final[Call] = call(
    "get", "/v1/models", "openai_models", "Models that there are", all_of_them,
    group="Models", scope="read", headers=(PROJECT,), gives=Listed,
)  # fmt: skip
CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/v1/models/{model}", "openai_model", "A model", one,
        group="Models", scope="read", headers=(PROJECT,), gives=Told, parts={"model": "Its id"},
        fails=(NotFound,),
    ),
)  # fmt: skip
