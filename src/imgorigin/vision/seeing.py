"""Who sees what is in a picture, and what is seen. Of our own pictures that is told by what they were made
of; of others by a model if there is one, else by what their files tell."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

import structlog

from imgorigin.errors import VisionUnavailable
from imgorigin.recipe import Recipe
from imgorigin.vision import metadata, slugs, text
from imgorigin.vision.phrases import said

Source = Literal["recipe", "vision-model", "metadata"]

TITLE: Final = 80
"""Characters of a title that we make of longer words."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """`title` a few words, `alt` one sentence for those who cannot see it, `caption` what there is to say,
    `tags` in small letters, `slug` a canonical word of an address. None has control characters, and each is
    bounded (see `text`); nothing is escaped. `source` is how it was had."""

    title: str
    alt: str
    caption: str
    tags: tuple[str, ...]
    slug: str
    source: Source

    @classmethod
    def of(
        cls,
        source: Source,
        *,
        title: str,
        alt: str,
        caption: str = "",
        tags: Iterable[str] = (),
        slug: str = "",
    ) -> Seen:
        """Whatever the words are; what is empty follows from the others."""
        told = text.line(title, text.MOST_TITLE) or shortened(alt or caption)
        said_of_it = text.sentence(alt or caption or told, text.MOST_ALT)
        kept = text.tags(tags) or text.tags(slugs.tags_of(f"{told}, {said_of_it}"))
        caption = text.line(caption, text.MOST_CAPTION) or said_of_it
        return cls(told, said_of_it, caption, kept, slugs.slug_of(slug or told), source)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known without looking. `recipe` and `facts` (of its master) for our own pictures; of an upload
    its `filename`, and what its `metadata` tell: title, description, alt (texts), keywords (a list)."""

    filename: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    recipe: Recipe | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


class Seer(Protocol):
    """Who looks at pictures."""

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        """Of a PNG. Raises VisionUnavailable."""
        ...


class Model(Seer, Protocol):
    """A vision model. It may take long to start, and can be gone."""

    async def start(self) -> None:
        """Begin what takes long; waits for nothing, and never raises."""
        ...

    async def close(self) -> None: ...


class Eyes:
    """Implements Seer, and never raises but for what is no picture: where the model fails, the log tells of
    it, and what is known besides is taken."""

    def __init__(self, model: Model | None = None) -> None:
        self.model = model

    async def start(self) -> None:
        if self.model:
            await self.model.start()

    async def close(self) -> None:
        if self.model:
            await self.model.close()

    async def see(self, picture: bytes, hints: Hints) -> Seen:
        if hints.recipe and (own := of_recipe(hints.recipe, hints.facts)):
            return own
        if self.model:
            try:
                return await self.model.see(picture, hints)
            except VisionUnavailable as error:
                log.warning("vision model failed", reason=error.detail)
        return await asyncio.to_thread(of_metadata, picture, hints)


def of_recipe(recipe: Recipe, facts: Mapping[str, Any]) -> Seen | None:
    """What the painter told of its picture, else what it was asked for; None if that was nothing."""
    asked = ", then ".join(filter(None, (said(recipe.prompt), *recipe.instructions)))
    if facts.get("tags"):
        return Seen.of(
            "recipe",
            title=str(facts.get("title", "")) or shortened(asked),
            alt=str(facts.get("alt", "")) or asked,
            tags=[str(tag) for tag in facts["tags"]],
            slug=str(facts.get("slug", "")),
        )
    if not asked:
        return None
    tags = slugs.tags_of(", ".join((recipe.prompt, *recipe.instructions)))
    return Seen.of("recipe", title=shortened(said(recipe.prompt)), alt=asked, tags=tags, slug=recipe.prompt)


def asked_for(recipe: Recipe) -> dict[str, Any]:
    """Facts of a picture whose painter tells nothing: title, alt, tags by the words that it was asked for in.
    It is not looked at whether that came to be."""
    seen = of_recipe(recipe, {})
    return {"title": seen.title, "alt": seen.alt, "tags": list(seen.tags)} if seen else {}


def of_metadata(picture: bytes, hints: Hints) -> Seen:
    """Blocks. Raises pyvips.Error for what is no picture."""
    found = metadata.read(picture, hints.filename, hints.metadata)
    title = found.title or shortened(found.description) or found.look
    return Seen.of(
        "metadata",
        title=title,
        alt=found.alt or found.description or (found.title and f"{found.title}. {found.look}") or found.look,
        caption=found.description or found.look,
        tags=found.keywords or [*slugs.tags_of(found.title or found.description, 6), *found.look_tags],
        slug=found.title or found.description or found.look_slug,
    )


def shortened(words: str) -> str:
    """A title made of more words: its first sentence, at a comma if it is long."""
    first = text.line(words.split(". ", maxsplit=1)[0], text.MOST_CAPTION).rstrip(".")
    if len(first) > TITLE:
        first = first[:TITLE].rsplit(", ", 1)[0] if ", " in first[:TITLE] else first
    return text.capital(text.line(first, TITLE))


def suggestions(seen: Seen, longest: int = slugs.LONGEST) -> list[str]:
    """Slugs for a picture that was seen, the best first, at least four."""
    first = slugs.slug_of(seen.slug.replace("-", " "), longest)
    others = [slugs.slug_of(one, longest) for one in (seen.title, seen.alt)]
    more = [*slugs.alternatives(seen.alt, longest), *slugs.alternatives(seen.title, longest)]
    return list(dict.fromkeys([first, *others, *more]))[:6]
