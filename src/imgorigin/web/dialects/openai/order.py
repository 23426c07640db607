"""A request for pictures, read and checked, and what the core is asked for: over HTTP and in jobs alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from imgorigin.address import Limits, Size
from imgorigin.catalog.uploads import Upload
from imgorigin.commissions import Commission
from imgorigin.errors import InvalidRequest, TooLarge
from imgorigin.imaging.uploaded import natural_size
from imgorigin.recipe import Model
from imgorigin.web.dialects.openai.errors import MissingPrompt
from imgorigin.web.dialects.openai.fields import AUTO, LONGEST_PROMPT, Editing, Painting, Varying
from imgorigin.web.dialects.openai.usage import graded

Kind = Literal["image_generation", "image_edit", "image_variation"]

USUAL: Final = Size(1024, 1024)
"""Where neither the request nor a picture in it says how large."""
FORMATS: Final = {"jpeg": "jpg"}
"""Formats by this API's names for them where those differ."""
IDLE: Final = frozenset({"style", "moderation", "user"})
"""Fields that change nothing here."""
STEPS: Final[Mapping[str, float]] = {"low": 0.5, "high": 1.5}
"""Parts of the steps that a model takes by itself, by quality. Any other is that of the model."""
OF_ANSWERS: Final = frozenset({"response_format", "stream", "partial_images", "output_compression"})
"""Fields that change nothing in jobs."""
NEUTRAL: Final = ("", AUTO, "url", False, None)
"""Values that ask for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`images` are the picture to change, then references; `mask` is light where it may change.
    A job tells URLs alone, when all is done."""

    kind: Kind
    wish: Painting | Varying
    images: tuple[Upload, ...] = ()
    mask: str = ""
    is_job: bool = False

    @property
    def painting(self) -> Painting:
        """The fields of requests with words, at their defaults for others."""
        return self.wish if isinstance(self.wish, Painting) else Painting()

    @property
    def with_data(self) -> bool:
        """Whether the answer holds the pictures themselves."""
        return self.wish.response_format == "b64_json" and not self.is_job

    @property
    def is_transparent(self) -> bool:
        return self.painting.background == "transparent"

    @property
    def format(self) -> str:
        """One of address.FORMATS."""
        return FORMATS.get(self.painting.output_format, self.painting.output_format)

    def size(self, limits: Limits) -> Size:
        """`auto`: that of the picture which is changed."""
        if self.wish.size != AUTO:
            width, height = self.wish.size.split("x")
            return Size(int(width), int(height))
        if not self.images:
            return USUAL
        return natural_size(Size(self.images[0].width, self.images[0].height), limits)

    def commission(self, model: Model, limits: Limits) -> Commission:
        """For the first of its pictures, by this model: the one it names, or that of its project."""
        wish = self.painting
        is_change = bool(self.images)
        return Commission(
            prompt="" if is_change else wish.prompt,
            instruction=wish.prompt if is_change else "",
            size=self.size(limits),
            format=self.format,
            model=model.name if self.wish.model else "",
            negative_prompt=wish.negative_prompt,
            seed=self.wish.seed,
            steps=self.steps(model),
            guidance=wish.guidance,
            images=tuple(one.sha256 for one in self.images),
            mask=self.mask,
            strength=wish.strength if isinstance(wish, Editing) else None,
            transparent=self.is_transparent,
        )

    def steps(self, model: Model) -> int | None:
        """That are asked for, be it by the quality, of a model that takes a number of them."""
        wish = self.painting
        part = STEPS.get(graded(wish.quality))
        if wish.steps or not (part and model.steps and model.steps_range):
            return wish.steps
        least, most = model.steps_range
        return max(least, min(most, round(part * model.steps)))

    def ignored(self, unheeded: Collection[str]) -> list[str]:
        """Fields of the request that changed nothing: those `unheeded` by the model, and those that mean
        nothing here."""
        sent, wish = self.wish.model_fields_set, self.wish
        idle = [name for name in sent & self._idle if getattr(wish, name) not in NEUTRAL]
        by_model = [name for name in unheeded if name in sent and getattr(wish, name) not in NEUTRAL]
        several = ["image"] if "images" in unheeded else []
        return sorted({*idle, *by_model, *several, *(self.wish.model_extra or {})})

    @property
    def _idle(self) -> frozenset[str]:
        if self.is_job:
            return IDLE | OF_ANSWERS
        is_streamed = self.painting.stream
        pressed = self.format != "png" and (is_streamed or self.with_data)
        return IDLE | {
            "webhook_url",
            *([] if pressed else ["output_compression"]),
            *([] if is_streamed else ["partial_images"]),
        }


def check_words(wish: Painting) -> None:
    """And what goes with them. Raises MissingPrompt, TooLarge, InvalidRequest."""
    if not wish.prompt.strip():
        raise MissingPrompt
    if len(wish.prompt) > LONGEST_PROMPT:
        raise TooLarge(f"The prompt is {len(wish.prompt)} characters. Allowed: {LONGEST_PROMPT} at the most.")
    if wish.background == "transparent" and wish.output_format == "jpeg":
        raise InvalidRequest("output_format", "'jpeg' has no transparency", "png, webp")
