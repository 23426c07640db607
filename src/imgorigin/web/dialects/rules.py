"""Fields of requests held against rules that are told whole: `width must be a whole number from 256 to
1024`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, RootModel, ValidationError, model_validator

from imgorigin.catalog.words import label
from imgorigin.errors import InvalidRequest
from imgorigin.web.dialects.reading import plain

Model = TypeVar("Model", bound=BaseModel)


class Broken(InvalidRequest):
    """A field that is not as its rule has it."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(field, "it breaks its rule", rule)
        self.detail = f"{field} must be {rule}"


class Fields(RootModel[dict[str, Any]]):
    """A JSON object, whatever is in it."""


class Sent(BaseModel):
    """Of a request. Fields that are not known are passed over, and null counts as left out. Text is no
    number, and neither is `true`."""

    model_config = ConfigDict(frozen=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _plainly(cls, values: Any) -> Any:
        return plain(values)


def ruled(model: type[Model], values: object, rules: Mapping[str, str], whole: str = "body") -> Model:
    """Raises Broken for the first field that breaks its rule, or for the `whole` that is no object."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
    field = str(first["loc"][0]) if first["loc"] else whole
    raise Broken(field, rules.get(field, "a JSON object"))


def _some(text: str) -> str:
    if not text:
        raise ValueError("it is empty")
    return text


Text = Annotated[str, AfterValidator(label)]
"""On one line."""
Words = Annotated[Text, AfterValidator(_some)]
