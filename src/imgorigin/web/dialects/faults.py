"""The envelope of errors that OpenAI's API and the Image AI API have in common:
`{"error": {"message": "...", "type": "...", "param": "width", "code": "..."}}`."""

from __future__ import annotations

from pydantic import BaseModel


class TypedFault(BaseModel):
    """`type` and `code` are for programs and never change; `param` names the field that is wrong."""

    message: str
    type: str
    param: str | None
    code: str


class TypedProblem(BaseModel):
    error: TypedFault
