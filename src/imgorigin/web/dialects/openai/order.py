"""A request for pictures, read and checked, and what the core is asked for: over HTTP and in jobs alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from imgorigin.address import Limits, Size
from imgorigin.catalog.uploads import Upload
from imgorigin.commissions import Commission
from imgorigin.errors import TooLarge
from imgorigin.imaging.uploaded import natural_size
from imgorigin.web.dialects.openai.errors import MissingPrompt
from imgorigin.web.dialects.openai.fields import AUTO, LONGEST_PROMPT, Editing, Painting, Varying

Kind = Literal["image_generation", "image_edit", "image_variation"]

USUAL: Final = Size(1024, 1024)
"""Where neither the request nor a picture in it says how large."""
FORMATS: Final = {"jpeg": "jpg"}
"""Formats by this API's names for them where those differ."""
IDLE: Final = frozenset({"quality", "style", "moderation", "user"})
"""Fields that change nothing here."""
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

    def commission(self, model: str, limits: Limits) -> Commission:
        """For the first of its pictures."""
        wish = self.painting
        is_change = bool(self.images)
        return Commission(
            prompt="" if is_change else wish.prompt,
            instruction=wish.prompt if is_change else "",
            size=self.size(limits),
            format=self.format,
            model=model,
            negative_prompt=wish.negative_prompt,
            seed=self.wish.seed,
            steps=wish.steps,
            guidance=wish.guidance,
            images=tuple(one.sha256 for one in self.images),
            mask=self.mask,
            strength=wish.strength if isinstance(wish, Editing) else None,
            transparent=self.is_transparent,
        )

    def ignored(self, unheeded: Collection[str]) -> list[str]:
        """Fields of the request that changed nothing: those `unheeded` by the model, and those that mean
        nothing here."""
        sent = self.wish.model_fields_set
        idle = [name for name in sent & self._idle if getattr(self.wish, name) not in NEUTRAL]
        by_model = [name for name in unheeded if name in sent]
        several = ["image"] if "images" in unheeded else []
        return sorted({*idle, *by_model, *several, *(self.wish.model_extra or {})})

    @property
    def _idle(self) -> frozenset[str]:
        return IDLE | OF_ANSWERS if self.is_job else IDLE


def check_prompt(wish: Painting) -> None:
    """Raises MissingPrompt, TooLarge."""
    if not wish.prompt.strip():
        raise MissingPrompt
    if len(wish.prompt) > LONGEST_PROMPT:
        raise TooLarge(f"The prompt is {len(wish.prompt)} characters. Allowed: {LONGEST_PROMPT} at the most.")
