"""Requests on their way in: bounded, checked, and told in words what is wrong with them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError, WrapValidator
from pydantic_core import PydanticCustomError
from starlette.requests import Request
from starlette.types import Message, Receive

from imgorigin.errors import InvalidRequest, TooLarge, UnsupportedType

Model = TypeVar("Model", bound=BaseModel)

MOST_JSON: Final = 1_000_000
"""Bytes of a JSON body: far beyond any there is."""

_FORMS: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("it is missing", "a value"),
    "string_type": ("{input} is no text", "text"),
    "int_type": ("{input} is no whole number", "a whole number"),
    "int_parsing": ("{input} is no whole number", "a whole number"),
    "int_from_float": ("{input} is no whole number", "a whole number"),
    "int_parsing_size": ("a number of very many digits", "a whole number"),
    "finite_number": ("{input} is no whole number", "a whole number"),
    "float_type": ("{input} is no number", "a number"),
    "float_parsing": ("{input} is no number", "a number"),
    "bool_type": ("{input} is neither true nor false", "true, false"),
    "bool_parsing": ("{input} is neither true nor false", "true, false"),
    "list_type": ("{input} is no list", "a list"),
    "dict_type": ("{input} is no object", "an object"),
    "model_type": ("{input} is no object", "a JSON object"),
    "literal_error": ("{input}", "{expected}"),
    "greater_than_equal": ("{input}", "{ge} or more"),
    "less_than_equal": ("{input}", "{le} or less"),
    "string_too_short": ("it is empty", "text"),
    "string_too_long": ("too long", "{max_length} characters at the most"),
    "string_pattern_mismatch": ("{input}", "what matches {pattern}"),
    "too_short": ("it is empty", "{min_length} or more"),
    "too_long": ("{actual_length} of them", "{max_length} at the most"),
    "json_invalid": ("it is no JSON: {error}", "a JSON object in UTF-8"),
    "value_error": ("{error}", "see the description of this call"),
}
"""What is wrong and what is allowed, by pydantic's type of error."""

MOST_SHOWN: Final = 60
"""Characters of a wrong value that an error shows."""


def query(request: Request, model: type[Model]) -> Model:
    """The query as a model; a parameter that is empty counts as left out. Raises InvalidRequest."""
    given = {name: value for name, value in request.query_params.items() if value}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise wrong(error, "query") from None


async def body(request: Request, model: type[Model]) -> Model:
    """The JSON body as a model; none counts as one without fields. Raises InvalidRequest, UnsupportedType,
    TooLarge."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = kind == "application/json" or kind.endswith("+json")
    data = await Request(request.scope, bounded(request, MOST_JSON)).body() if is_json or not kind else b""
    if not is_json and (kind or data):
        raise UnsupportedType(f"The body is {kind or 'of no type that is told'}. Allowed: application/json.")
    if not (kind or data) or data.strip() == b"[]":  # the latter as PHP writes an object without fields
        data = b"{}"
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        raise wrong(error, "body") from None


def bounded(request: Request, most: int) -> Receive:
    """The request's bytes, as they come. Raises TooLarge when they are more than `most`, before if that is
    told."""
    left = most

    async def receive() -> Message:
        nonlocal left
        if _told_length(request) > most:
            raise _too_large(most)
        message = await request.receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise _too_large(most)
        return message

    return receive


def wrong(error: ValidationError, whole: str) -> InvalidRequest:
    """The first thing that is wrong; `whole` is what it is a part of."""
    first = error.errors(include_url=False)[0]
    field = _place(first["loc"]) or whole
    context: dict[str, Any] = {**first.get("ctx", {}), "input": _shown(first["input"])}
    if "problem" in context:  # one of our own (see fields)
        return InvalidRequest(field, context["problem"], context["allowed"])
    kind = f"string_{first['type']}" if isinstance(first["input"], str) else first["type"]
    known = _FORMS.get(kind) or _FORMS.get(first["type"])
    problem, allowed = known or (first["msg"], "see the description of this call")
    return InvalidRequest(field, problem.format(**context), allowed.format(**context))


def _place(keys: Sequence[str | int]) -> str:
    """As `requests[0].body`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def plain(values: Any) -> Any:
    """An object as it is meant: null counts as left out, and 4.0 is a whole number, as it is to clients whose
    numbers are all of one kind."""
    if not isinstance(values, Mapping):
        return values
    told = {name: value for name, value in values.items() if value is not None}
    return {name: _whole(value) for name, value in told.items()}


def between(least: float, most: float) -> WrapValidator:
    """Told as a range, whatever is wrong: a value beyond one of its ends, or one that is no number."""

    def check(value: Any, read: Callable[[Any], Any]) -> Any:
        with contextlib.suppress(ValidationError):
            number = read(value)
            if number is None or least <= number <= most:
                return number
        told = {"problem": _shown(value), "allowed": f"{least} to {most}"}
        raise PydanticCustomError("fault", "{problem}", told)

    return WrapValidator(check)


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _shown(value: object) -> str:
    """As it was written: nobody who sent `null` knows a None."""
    text = repr(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."


def _told_length(request: Request) -> int:
    told = request.headers.get("content-length", "")
    return int(told[:18]) if told.isdecimal() else 0


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"The body is too large. Allowed: {most} bytes at the most.")
