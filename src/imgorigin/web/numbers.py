"""Numbers that requests bring: in JSON as numbers or as text, in forms and queries as text. Never true or
false, which Python takes for 1 and 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


def _refusing_bools(error: str, told: str) -> Callable[[Any], Any]:
    """`error` is pydantic's own type for what is no such number."""

    def check(value: Any) -> Any:
        if isinstance(value, bool):
            raise PydanticCustomError(error, told)
        return value

    return check


Whole = Annotated[int, BeforeValidator(_refusing_bools("int_type", "Input should be a valid integer"))]
Number = Annotated[float, BeforeValidator(_refusing_bools("float_type", "Input should be a valid number"))]
