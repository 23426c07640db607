"""What is told of a picture by the words it was made of, where its painter tells nothing. Pure."""

from __future__ import annotations

from typing import Any, Final

from imgorigin.recipe import Recipe

MOST: Final = 120
"""Characters of a title."""


def facts_of(recipe: Recipe) -> dict[str, Any]:
    """`title` and `alt`: what was asked for. It is not looked at whether it came to be."""
    words = " ".join(recipe.prompt.split())
    if not words:
        return {}
    alt = ", then ".join(filter(None, (words, *recipe.instructions)))
    return {"title": _shortened(_sentence(words)), "alt": f"{_sentence(alt)}."}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".")


def _shortened(text: str) -> str:
    return text if len(text) <= MOST else text[: MOST - 1].rsplit(" ", 1)[0] + "…"
