"""The painters that the settings ask for, and the queues before them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

import structlog

from imgorigin.aids import check_files
from imgorigin.errors import SettingsError
from imgorigin.metrics import Metrics
from imgorigin.models.card import Card, Server
from imgorigin.models.hub import EXTRA
from imgorigin.models.registry import Registry
from imgorigin.models.weights import Cache, Incomplete
from imgorigin.painters.base import Painter
from imgorigin.painters.batching import Gathering
from imgorigin.painters.handover import Limits
from imgorigin.painters.process import ProcessPainter
from imgorigin.painters.remote import Remote, RemotePainter
from imgorigin.painters.router import Desk, Router
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.queue import Holders, WorkQueue
from imgorigin.recipe import Model
from imgorigin.settings import Settings

log = structlog.get_logger(__name__)

BENCH: Final = "imgorigin.painters.diffusers.bench:open_bench"
BATCHES: Final = 4
"""Full batches that may be before each device at once: enough that pictures of one size find each other."""


def router_of(settings: Settings, metrics: Metrics, painters: Sequence[Painter]) -> Router:
    """Of these; the first model of the first one is the default."""
    desks, holders = [], Holders()
    for painter in painters:
        name = next(iter(painter.models))
        queue = "painted" if painter is painters[0] else f"painted by {name}"
        slots = painter.slots(BATCHES) if isinstance(painter, ProcessPainter) else settings.painters
        before = WorkQueue(queue, slots=slots, capacity=settings.paint_queue, holders=holders)
        desks.append(Desk(name, painter, before))
    for desk in desks:
        if isinstance(desk.painter, ProcessPainter):
            desk.painter.painted_batch = _told_to(metrics, desk.name)
    return Router(desks, next(iter(painters[0].models)))


def painters_of(settings: Settings, *, at_once: bool = False) -> tuple[Painter, ...]:
    """Not started yet. The first one's first model is the default; the sketch painter is always there.
    Raises SettingsError for a model that cannot be had, or what it is to use besides; for one whose weights
    are damaged, only if it is to paint `at_once`."""
    check_files(settings)
    registry = Registry.load(settings.data)
    chosen = registry.chosen(trained(settings))
    stocked = [_stocked(card, registry.cache, at_once=at_once) for card in chosen]
    local = [one for one in stocked if not one.card.remote]
    found: list[Painter] = []
    for one in stocked:
        if one.card.server:
            found.append(remote_painter(settings, one.card, one.card.server))
        elif one is local[0]:
            found.append(diffusers_painter(settings, local))
    is_default = not found or settings.model[0] == SKETCH.name
    sketch = sketch_painter(settings)
    return (sketch, *found) if is_default else (*found, sketch)


def known_models(settings: Settings) -> dict[str, Model]:
    """All that are known by name, whether they paint here or not, and those that the settings name. Raises
    SettingsError."""
    registry = Registry.load(settings.data)
    cards = [*registry.cards, *registry.chosen(trained(settings))]
    return {model.name: model for model in (SKETCH, *(card.model() for card in cards))}


def names_of_models(settings: Settings) -> dict[str, tuple[str, str]]:
    """What people call the models, and what is said of them, by their slugs."""
    registry = Registry.load(settings.data)
    cards = [*registry.cards, *registry.chosen(trained(settings))]
    own = "Draws what it is told by rules, without a GPU; many styles, and edits by words."
    return {SKETCH.name: ("Sketch", own)} | {card.slug: (card.name, card.description) for card in cards}


@dataclass(frozen=True, slots=True)
class Stocked:
    """A card and what is wrong with its weights, if anything is."""

    card: Card
    problem: str = ""

    def told(self) -> dict[str, Any]:
        """As the bench reads it."""
        return self.card.model_dump(mode="json") | {"problem": self.problem}


def _stocked(card: Card, cache: Cache, *, at_once: bool) -> Stocked:
    """Weights that are damaged stop no server: what is painted can be served without them. Raises
    SettingsError where there are none, Incomplete for damaged ones that are to paint `at_once`."""
    try:
        located = cache.located(card)
    except Incomplete as error:
        if at_once:
            raise
        return Stocked(card, f"{error.detail} Then restart the server.")
    for told in cache.foreign_loras(card):
        log.warning("lora_of_another_family", model=card.slug, told=told)
    return Stocked(located)


def trained(settings: Settings) -> list[str]:
    """The models asked for that need weights."""
    return [name for name in settings.model if name != SKETCH.name]


def diffusers_painter(settings: Settings, stocked: Sequence[Stocked]) -> ProcessPainter:
    """Raises SettingsError without the extra `diffusers`."""
    if missing := [name for name in ("torch", "diffusers") if not find_spec(name)]:
        raise SettingsError(
            f"There is no {' and no '.join(missing)} to paint with {stocked[0].card.slug}: {EXTRA}"
        )
    models = [one.card.model() for one in stocked]
    return device_painter(settings, BENCH, models, [one.told() for one in stocked])


def remote_painter(settings: Settings, card: Card, server: Server) -> RemotePainter:
    """Raises SettingsError without its key."""
    key = os.environ.get(server.key_env, "") if server.key_env else ""
    if server.key_env and not key:
        raise SettingsError(f"{card.slug}: its server wants a key, and {server.key_env} is not set.")
    remote = Remote(server.url, server.model or card.slug, key, server.takes)
    return RemotePainter(card.model(), remote, timeout=settings.paint_timeout)


def sketch_painter(settings: Settings) -> ProcessPainter:
    return ProcessPainter(
        [SKETCH],
        "imgorigin.painters.sketch.bench:open_bench",
        configs={f"sketch {number}": {} for number in range(settings.painters)},
        limits=Limits(silence=settings.paint_timeout),
        gathering=Gathering(),
    )


def device_painter(
    settings: Settings,
    target: str,
    models: Sequence[Model],
    cards: Sequence[Mapping[str, Any]],
) -> ProcessPainter:
    """A process of `target` for each device, and in each all the models; the first is the default. `cards`
    are what the bench has to know of them. Raises SettingsError."""
    if settings.workers > 1:
        raise SettingsError(
            "Each of several HTTP processes would load the models for itself. Give --workers 1: it is the "
            "device that sets the pace."
        )
    devices = [name.strip() for name in settings.device.split(",") if name.strip()] or ["auto"]
    common = bench_config(settings) | {"cards": list(cards), "default": models[0].name}
    return ProcessPainter(
        models,
        target,
        configs={device: common | {"device": device} for device in devices},
        limits=Limits(settings.start_timeout, settings.paint_timeout, settings.paint_limit),
        gathering=Gathering(settings.batch, settings.batch_wait / 1000, ahead=True),
    )


def bench_config(settings: Settings) -> dict[str, Any]:
    """How models are loaded and run, as the bench of the diffusers painter reads it."""
    return {
        "dtype": settings.dtype,
        "attention": settings.attention,
        "channels_last": settings.channels_last,
        "compile": settings.compile,
        "tiling": settings.vae_tiling,
        "memory": int(settings.model_memory),
        "idle": settings.model_idle,
        "batch": settings.batch,
        "exact": settings.batch_exact,
        "previews": settings.previews,
        "preview_vae": settings.preview_vae,
        "classifier": settings.classifier,
        "classifier_target": settings.classifier_target,
        "classifier_timeout": settings.classifier_timeout,
        "upscaler": settings.upscaler,
    }


def _told_to(metrics: Metrics, painter: str) -> Any:
    def tell(process: str, pictures: int, seconds: float) -> None:
        metrics.batch_pictures.labels(painter).observe(pictures)
        metrics.busy_seconds.labels(process).inc(seconds)

    return tell
