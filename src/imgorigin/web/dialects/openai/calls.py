"""The calls of this API are those of a dialect with OpenAI's envelope for errors."""

from __future__ import annotations

from typing import Final

from imgorigin.web.dialects import calls
from imgorigin.web.dialects.faults import TypedProblem
from imgorigin.web.dialects.openai.desk import Desk
from imgorigin.web.dialects.openai.errors import told
from imgorigin.web.openapi import Parameter

Call = calls.Call[Desk]

DIALECT: Final[calls.Dialect[Desk]] = calls.Dialect(
    "OpenAI", TypedProblem, told, roots=("v1",), with_slashes=("model",)
)
call: Final = DIALECT.call

PROJECT: Final = Parameter(
    "OpenAI-Project", "header", str, "One of the account's projects; without it, the key's or the default one"
)
