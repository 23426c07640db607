"""Answers on their way out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel
from starlette.responses import Response

from imgorigin.web.respond import NO_STORE, SHARED

HEADERS: Final = {
    "cache-control": NO_STORE.decode(),
    **{name.decode(): value.decode() for name, value in SHARED},
}
PREFLIGHT: Final = {
    "access-control-allow-headers": "Authorization, Content-Type, Prefer, X-API-Key, X-Request-Id, *",
    "access-control-max-age": "86400",
}
"""Browsers ask this before they send a key: `*` does not cover it (Fetch, 4.9). It covers what the clients of
others say of themselves, such as X-Stainless-Lang."""

Value = BaseModel | Sequence[BaseModel] | Mapping[str, Any]


def reply(value: Value, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON that no cache keeps and every site's script may read."""
    body = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    return Response(body, status, {**HEADERS, **(headers or {})}, "application/json")


def preflight(methods: str) -> Response:
    return Response(None, 204, {**HEADERS, **PREFLIGHT, "access-control-allow-methods": methods})


def _plain(value: Value) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Mapping):
        return dict(value)
    return [_plain(one) for one in value]
