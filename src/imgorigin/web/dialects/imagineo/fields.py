"""Fields of requests, and what each may be."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from imgorigin.jobs import MOST_REQUESTS
from imgorigin.recipe import MAX_SEED
from imgorigin.web.dialects.reading import between, plain
from imgorigin.web.numbers import Number, Whole

LONGEST_PROMPT: Final = 10_000
MOST_VARIATIONS: Final = 16


def _words(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError(
            "fault", "{problem}", {"problem": "it is empty", "allowed": "words that say what to paint"}
        )
    return text


class Sent(BaseModel):
    """Null counts as left out, and what is not known is ignored. Text is no number, and neither is `true`."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _plainly(cls, given: Any) -> Any:
        return plain(given)


class Uncalled(Sent):
    """This API has no webhooks."""

    webhook_url: Any = Field(None, description="Nobody is called back: told as `ignored`. Poll the run")

    @property
    def idle(self) -> tuple[str, ...]:
        """Fields that are set and change nothing."""
        return ("webhook_url",) if self.webhook_url else ()


class Generate(Uncalled):
    """POST /v1/generate."""

    positive_prompt: Annotated[str, AfterValidator(_words)] = Field(
        max_length=LONGEST_PROMPT, description="What the picture shows"
    )
    negative_prompt: str = Field("", max_length=LONGEST_PROMPT, description="What it is not to show")
    model_id: str = Field("", max_length=400, description="Of GET /v1/models; none: that of the project")
    lora_weight: Annotated[Number | None, between(0, 2)] = Field(
        None, description="0 to 2; 1: as the LoRA is made for", json_schema_extra={"minimum": 0, "maximum": 2}
    )
    guidance: Annotated[Number | None, between(1, 20)] = Field(
        None, description="1 to 20; none: the model's own", json_schema_extra={"minimum": 1, "maximum": 20}
    )
    width: Whole = Field(1024, description="In pixels")
    height: Whole = Field(1024, description="In pixels")
    seed: Annotated[Whole | None, between(0, MAX_SEED)] = Field(
        None, description="None: drawn from the words", json_schema_extra={"minimum": 0, "maximum": MAX_SEED}
    )


class Bulk(Uncalled):
    """POST /v1/bulk: all of them are taken, or none."""

    requests: list[Generate] = Field(min_length=1, max_length=MOST_REQUESTS)


class Enlarge(Sent):
    """POST /v1/generations/{run_id}/upscale."""

    scale: Annotated[Whole, between(2, 4)] = Field(
        2, description="2 to 4 times as wide and high", json_schema_extra={"minimum": 2, "maximum": 4}
    )


class Vary(Sent):
    """POST /v1/generations/{run_id}/variations."""

    count: Annotated[Whole, between(1, MOST_VARIATIONS)] = Field(
        1, description="How many", json_schema_extra={"minimum": 1, "maximum": MOST_VARIATIONS}
    )


class NewKey(Sent):
    """POST /v1/keys."""

    name: Annotated[str, AfterValidator(_words)] = Field(max_length=200, description="Who it is for")
    scope: Literal["read", "paint", "manage"] = Field("paint", description="What it may do")
    project: str = Field("", max_length=200, description="The only one that it opens; none: all")
