"""Answers about runs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from imgorigin.web.dialects.imagineo.errors import Fault

Status = Literal["queued", "processing", "completed", "failed"]
Percent = Annotated[int, Field(ge=0, le=100)]


class Run(BaseModel):
    """One that was taken just now."""

    run_id: str
    status: Status
    estimated_time: int = Field(
        ge=0, description="Seconds until it will be completed, by the last ones and the queue"
    )


class RunWhole(BaseModel):
    run_id: str
    status: Status
    progress: Percent = Field(description="By the steps that are done; 100 once it is completed")
    image_url: str | None = Field(description="For good, once it is completed")
    estimated_time: int = Field(ge=0, description="Seconds that are left")
    seed: int = Field(description="That gives the picture again")
    ignored: list[str] = Field(description="Fields of the request that the model made nothing of")
    error: Fault | None = Field(None, description="Of one that failed")


class Listed(BaseModel):
    generations: list[RunWhole]
    next_cursor: str | None = None


class Runs(BaseModel):
    """Taken together, all of them or none."""

    bulk_id: str
    runs: list[Run]


class BulkTold(BaseModel):
    bulk_id: str
    status: Status
    progress: Percent
    total: int
    completed: int
    failed: int
    estimated_time: int
    runs: list[RunWhole]


class KeyTold(BaseModel):
    id: str
    name: str
    prefix: str
    scope: str
    project: str | None
    created_at: str
    expires_at: str | None


class KeyMade(KeyTold):
    api_key: str = Field(description="Shown this once")


class Keys(BaseModel):
    keys: list[KeyTold]
