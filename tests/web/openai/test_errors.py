"""The envelope, for every error that there is."""

from __future__ import annotations

import pytest

from imgorigin.errors import (
    CatalogUnavailable,
    Conflict,
    Expired,
    ImgoriginError,
    InvalidRequest,
    ItemRefused,
    NotUnderstood,
    OutOfMemory,
    PaintFailed,
    SettingsError,
    TooManyRequests,
    Unsupported,
)
from imgorigin.job_kinds import error_of
from imgorigin.web.dialects.openai.errors import WORDS, MissingPrompt, fault, fault_of_kept, status_of


@pytest.mark.parametrize(
    ("error", "status", "code", "param"),
    [
        (MissingPrompt(), 400, "missing_prompt", "prompt"),
        (InvalidRequest("width", "5", "16 to 4096"), 400, "invalid_value", "size"),
        (Unsupported(), 400, "unsupported_value", None),
        (NotUnderstood(), 400, "instruction_not_understood", None),
        (Conflict(), 409, "conflict", None),
        (Expired(), 410, "expired", None),
        (TooManyRequests(), 429, "rate_limit_exceeded", None),
        (PaintFailed(), 502, "upstream_error", None),
        (OutOfMemory(), 502, "upstream_error", None),
        (ItemRefused(3, MissingPrompt()), 400, "missing_prompt", "requests[3].body.prompt"),
        (ItemRefused(0, TooManyRequests()), 429, "rate_limit_exceeded", "requests[0]"),
        (SettingsError(), 500, "internal_error", None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, ImgoriginError) else str(value),
)
def test_status_code_and_param(error: ImgoriginError, status: int, code: str, param: str | None) -> None:
    told = fault(error)
    assert (status_of(error), told.code, told.param) == (status, code, param)


KEPT = [kind for kind in [*WORDS, OutOfMemory, CatalogUnavailable] if "code" in vars(kind)]


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_a_job_that_failed_tells_the_same(kind: type[ImgoriginError]) -> None:
    error = InvalidRequest("width", "5", "16") if kind is InvalidRequest else kind()
    assert fault_of_kept(error_of(error)) == fault(error)
