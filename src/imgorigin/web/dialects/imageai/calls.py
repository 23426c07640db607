"""The calls of this API are those of a dialect with its own envelope for errors."""

from __future__ import annotations

from typing import Final

from imgorigin.web.dialects import calls
from imgorigin.web.dialects.faults import TypedProblem
from imgorigin.web.dialects.imageai.desk import Desk
from imgorigin.web.dialects.imageai.errors import told

Call = calls.Call[Desk]

DIALECT: Final[calls.Dialect[Desk]] = calls.Dialect(
    "Image AI API", TypedProblem, told, roots=("api/generate-image",)
)
call: Final = DIALECT.call
