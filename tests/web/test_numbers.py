"""True is no number, in whatever API it is sent for one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from imgorigin.web.dialects.imageai.shapes import Generate as OfImageAi
from imgorigin.web.dialects.imageapi.shapes import Generate as OfImageApi
from imgorigin.web.dialects.imagineo import fields as of_imagineo
from imgorigin.web.dialects.inliner.shapes_of_making import Generate, Looking
from imgorigin.web.dialects.openai.fields import Editing, Generation, Varying
from imgorigin.web.dialects.reading import wrong
from imgorigin.web.version_shapes import PinBody, RerollBody

MODELS: list[type[BaseModel]] = [
    OfImageAi, OfImageApi, of_imagineo.Generate, of_imagineo.Enlarge, of_imagineo.Vary, Generate, Looking,
    Editing, Generation, Varying, PinBody, RerollBody,
]  # fmt: skip


def numeric(model: type[BaseModel]) -> list[str]:
    """By the schema, lest a field that is added be forgotten here."""
    found: dict[str, Any] = model.model_json_schema(mode="validation")["properties"]
    kinds = {
        name: {one.get("type") for one in (told, *told.get("anyOf", ()))} for name, told in found.items()
    }
    return [name for name, kind in kinds.items() if kind & {"integer", "number"}]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.__module__}.{model.__name__}")
def test_true_is_no_number(model: type[BaseModel]) -> None:
    assert numeric(model)
    for name in numeric(model):
        with pytest.raises(ValidationError) as refused:
            model.model_validate({name: True})
        told = {error["loc"][0]: error["type"] for error in refused.value.errors()}
        assert told.get(name) in ("int_type", "float_type", "literal_error", "fault"), name


def test_it_is_told_in_words() -> None:
    with pytest.raises(ValidationError) as refused:
        PinBody.model_validate_json('{"version": true}')
    assert wrong(refused.value, "body").detail.startswith("version: true is no whole number")
