"""The models at hand: loaded when first asked for, the least recently used out when memory is short."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from imgorigin.address import Size
from imgorigin.errors import OutOfMemory, PainterUnavailable, Unsupported
from imgorigin.painters.diffusers.device import free, memory_of
from imgorigin.painters.diffusers.load import FOLDERS, Loader
from imgorigin.painters.diffusers.lora import Adapters
from imgorigin.painters.diffusers.preview import Previews
from imgorigin.painters.diffusers.spec import Settings, Source
from imgorigin.painters.diffusers.tasks import pipeline_for
from imgorigin.painters.diffusers.traits import Task, Traits, traits_of

log = logging.getLogger(__name__)

_SHARE: Final = 0.9
"""Of a device's memory: the rest is for what painting needs at least."""


@dataclass(slots=True)
class AtHand:
    """One loaded model. `pipe` paints from words; the pipelines of other tasks share its modules. `most` is
    the largest batch of a canvas that memory had room for, where a larger one was tried."""

    source: Source
    pipe: Any
    traits: Traits
    adapters: Adapters
    previews: Previews
    size: int
    used: float = 0.0
    is_busy: bool = False
    most: dict[Size, int] = field(default_factory=dict)
    _pipes: dict[Task, Any] = field(default_factory=dict)

    def pipeline(self, task: Task) -> Any:
        if task not in self._pipes:
            self._pipes[task] = pipeline_for(self.pipe, self.traits.classes[task])
        return self._pipes[task]


class Pool:
    """Of one device. Models are used by one thread; another may unload idle ones meanwhile. The
    `loader` makes their pipelines."""

    def __init__(
        self,
        settings: Settings,
        device: Any,
        clock: Callable[[], float] = time.monotonic,
        loader: Loader = FOLDERS,
    ) -> None:
        self._loader = loader
        self._settings = settings
        self._device = device
        self._clock = clock
        self._budget = settings.memory or int(memory_of(device) * _SHARE)
        self._models: OrderedDict[str, AtHand] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """Of the models at hand, the least recently used first."""
        return tuple(self._models)

    @contextmanager
    def model(self, slug: str) -> Iterator[AtHand]:
        """Raises Unsupported for one that is not configured, PainterUnavailable for one that cannot be
        loaded."""
        with self._lock:
            model = self._models.get(slug) or self._load(self._source(slug))
            self._models.move_to_end(slug)
            model.is_busy = True
        try:
            yield model
        finally:
            with self._lock:
                model.used, model.is_busy = self._clock(), False

    def unload_idle(self) -> None:
        """Let go of what has not been used for as long as the settings say."""
        if not self._settings.idle:
            return
        with self._lock:
            since = self._clock() - self._settings.idle
            stale = [slug for slug, one in self._models.items() if not one.is_busy and one.used <= since]
            for slug in stale:
                del self._models[slug]
        if stale:
            free(self._device)

    def _source(self, slug: str) -> Source:
        try:
            return self._settings.sources[slug]
        except KeyError:
            known = ", ".join(sorted(self._settings.sources))
            raise Unsupported(f"model: this painter has no {slug!r}. Allowed: {known}.") from None

    def _load(self, source: Source) -> AtHand:
        """What is wrong with one is said in the log too, where an operator looks."""
        try:
            return self._loaded(source)
        except PainterUnavailable as error:
            log.error("%s", error.detail)
            raise

    def _loaded(self, source: Source) -> AtHand:
        self._make_room(self._loader.needs(source))
        try:
            pipe = self._loader.load(source, self._device, self._settings)
        except OutOfMemory:
            if not self._models:
                raise
            self._make_room(self._budget)
            pipe = self._loader.load(source, self._device, self._settings)
        model = AtHand(
            source,
            pipe,
            traits_of(pipe, source),
            Adapters(source),
            Previews(self._settings, self._device),
            size_of(pipe),
            self._clock(),
        )
        self._models[source.slug] = model
        return model

    def _make_room(self, size: int) -> None:
        """Unload the least recently used until `size` fits; without a budget nothing is."""
        while self._budget and self._models and size + self._used > self._budget:
            self._models.popitem(last=False)
            free(self._device)

    @property
    def _used(self) -> int:
        return sum(model.size for model in self._models.values())


def size_of(pipe: Any) -> int:
    """Bytes of its weights."""
    modules = (part for part in pipe.components.values() if hasattr(part, "parameters"))
    tensors = (tensor for module in modules for tensor in (*module.parameters(), *module.buffers()))
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)
