"""The calls of this API are those of a dialect with its own words for errors."""

from __future__ import annotations

from typing import Final

from imgorigin.web.dialects import calls
from imgorigin.web.dialects.inliner.desk import Desk
from imgorigin.web.dialects.inliner.errors import Problem, told

Call = calls.Call[Desk]

DIALECT: Final[calls.Dialect[Desk]] = calls.Dialect(
    "Inliner", Problem, told, roots=("content", "account", "url"), with_slashes=("tag", "path")
)
call: Final = DIALECT.call
