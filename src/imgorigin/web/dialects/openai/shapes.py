"""Answers about pictures."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from imgorigin.web.dialects.openai.usage import Usage


class Picture(BaseModel):
    url: str | None = Field(None, description="Where it is for good; none where nothing is kept")
    b64_json: str | None = None
    revised_prompt: str = Field(
        description="What was painted, with what the project adds to it, or what was done"
    )
    seed: int = Field(description="Sent again, it gives this picture again")
    not_done: list[str] | None = Field(
        None, description="Of an edit, parts of the instruction that the painter made nothing of"
    )


class Pictures(BaseModel):
    created: int = Field(description="Unix seconds")
    data: list[Picture]
    background: Literal["transparent", "opaque"]
    output_format: str
    quality: str = Field(description="That `usage` is counted by")
    size: str
    usage: Usage
    ignored: list[str] = Field(description="Fields of the request that changed nothing")
