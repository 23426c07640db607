"""LoRA adapters of one model: loaded once, set for every batch.

They live on modules that the pipelines of all tasks share, so whoever paints says each time which it wants,
none included.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import Any, Final

from imgorigin.errors import PaintFailed, Unsupported
from imgorigin.painters.diffusers.load import sentence
from imgorigin.painters.diffusers.spec import Source

_MOST: Final = 8
"""Adapters kept at hand; the least recently used goes."""


class Adapters:
    """Of one model's modules. Not for several threads."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names: OrderedDict[str, str] = OrderedDict()
        self._count = 0

    @property
    def loaded(self) -> tuple[str, ...]:
        """Slugs, the least recently used first."""
        return tuple(self._names)

    def use(self, pipe: Any, slug: str, weight: float) -> None:
        """From now on the modules of `pipe` paint with this adapter alone, or with none for an empty slug or
        the weight 0. Raises Unsupported for one of another family, PaintFailed for a broken file."""
        if not slug or not weight:
            if self._names:
                pipe.disable_lora()
            return
        if slug not in self._names:
            self._load(pipe, slug)
        self._names.move_to_end(slug)
        pipe.enable_lora()
        pipe.set_adapters([self._names[slug]], [weight])

    def _load(self, pipe: Any, slug: str) -> None:
        if not hasattr(pipe, "load_lora_weights"):
            raise Unsupported(f"lora: {self._source.slug} takes none.")
        weights = self._source.loras[slug]
        if not (weights.path / weights.file).is_file():
            raise PaintFailed(f"lora: the file of {slug!r} is missing on the server.")
        self._count += 1
        name = f"lora_{self._count}"
        try:
            pipe.load_lora_weights(weights.path, weight_name=weights.file or None, adapter_name=name)
        except Exception as error:
            self._forget(pipe, name)
            raise _refusal(slug, self._source.slug, error) from error
        if not any(name in names for names in pipe.get_list_adapters().values()):
            raise Unsupported(
                f"lora: {slug!r} was made for another family of models than {self._source.slug}."
            )
        self._names[slug] = name
        while len(self._names) > _MOST:
            _, oldest = self._names.popitem(last=False)
            pipe.delete_adapters(oldest)

    def _forget(self, pipe: Any, name: str) -> None:
        """What a failed loading has left on some of the modules."""
        if any(name in names for names in pipe.get_list_adapters().values()):
            pipe.delete_adapters(name)


def _refusal(slug: str, model: str, error: Exception) -> Unsupported | PaintFailed:
    """Shapes and names that do not match are another family's; anything else is a broken file."""
    text = str(error)
    if "size mismatch" in text or "not found in the base model" in text or "No modules were targeted" in text:
        return Unsupported(f"lora: {slug!r} was made for another family of models than {model}.")
    # What it says may name the server's paths: for the log alone.
    logging.getLogger(__name__).error("The LoRA %r of %s: %s", slug, model, sentence(error))
    return PaintFailed(f"lora: the file of {slug!r} cannot be read on the server.")
