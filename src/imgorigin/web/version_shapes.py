"""What the calls of versions take and answer with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from imgorigin.address import Address
from imgorigin.recipe import MAX_SEED
from imgorigin.versions import History
from imgorigin.web.numbers import Whole


class RerollBody(BaseModel):
    """How to paint it anew."""

    model_config = ConfigDict(extra="forbid")

    seed: Annotated[Whole, Field(ge=0, le=MAX_SEED)] | None = Field(
        None, description="A drawn one if left out"
    )


class PinBody(BaseModel):
    """What to show."""

    model_config = ConfigDict(extra="forbid")

    version: Annotated[Whole, Field(ge=0, le=MAX_SEED)] = Field(description="Its number")


class VersionDetails(BaseModel):
    """One painting of a picture."""

    version: int
    url: str = Field(description="Its path, without a host: it shows this version for good")
    shown: bool = Field(description="Whether the plain address shows it")
    model: str | None = Field(description="None of an upload")
    seed: int | None
    created: datetime


class Rerolling(BaseModel):
    """It takes longer than the client is held, and goes on."""

    status: Literal["generating"]


class HistoryDetails(BaseModel):
    """The versions of a picture."""

    url: str = Field(description="The plain path, without a host: it shows the version that is pinned")
    content_id: str
    version: int = Field(description="The one shown")
    previous_version: int = Field(description="The one that an undo would show")
    versions: list[VersionDetails] = Field(description="The oldest first")


def told_of(address: Address, history: History, url_of: Callable[[str], str]) -> HistoryDetails:
    """With the sizes and formats of this address; `url_of` gives a path as who asks can open it."""
    asset = history.asset
    return HistoryDetails(
        url=url_of(address.at(None).path),
        content_id=asset.content_id,
        version=asset.version,
        previous_version=asset.previous_version,
        versions=[
            VersionDetails(
                version=one.version,
                url=url_of(history.at(one.version).path),
                shown=one.version == asset.version,
                model=one.recipe.model if one.recipe else None,
                seed=one.recipe.seed if one.recipe else None,
                created=one.created,
            )
            for one in history.versions
        ],
    )
