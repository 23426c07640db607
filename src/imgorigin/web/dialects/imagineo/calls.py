"""The calls of this API are those of a dialect with ImagineoAI's envelope for errors."""

from __future__ import annotations

from typing import Final

from imgorigin.web.dialects import calls
from imgorigin.web.dialects.imagineo.desk import Desk
from imgorigin.web.dialects.imagineo.errors import Problem, told

Call = calls.Call[Desk]

DIALECT: Final[calls.Dialect[Desk]] = calls.Dialect(
    "ImagineoAI", Problem, told, roots=("v1/generate", "v1/generations", "v1/bulk", "v1/keys")
)
call: Final = DIALECT.call
