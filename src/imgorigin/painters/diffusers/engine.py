"""The bench where models paint: jobs -> orders -> groups -> pixels -> paintings."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Final

import diffusers
import torch
import transformers

from imgorigin.errors import ImgoriginError, Unavailable
from imgorigin.painters.base import Job, Painting, Watch
from imgorigin.painters.diffusers.denoise import Abandoned, Painted, denoised
from imgorigin.painters.diffusers.device import device_for
from imgorigin.painters.diffusers.finish import finished
from imgorigin.painters.diffusers.guard import Outcome, guarded, tiled
from imgorigin.painters.diffusers.load import FOLDERS, Loader
from imgorigin.painters.diffusers.onlooker import Onlooker
from imgorigin.painters.diffusers.orders import Order, order_of
from imgorigin.painters.diffusers.pixels import to_tensor, to_vips
from imgorigin.painters.diffusers.pool import AtHand, Pool
from imgorigin.painters.diffusers.prompt import cut_words
from imgorigin.painters.diffusers.safety import classifier_of
from imgorigin.painters.diffusers.spec import Settings
from imgorigin.painters.diffusers.upscale import Upscaler, joined, overlap_of, tile_orders, tiles

Finish = Callable[[], Painting]

CELLS: Final = 8
"""Each way, of the picture that previews are learned from where there is no other."""
TILED_ABOVE: Final = 2_000_000
"""Pixels of a canvas above which latents are decoded in tiles, if tiling is `auto`."""
log = logging.getLogger(__name__)

_GONE: Final = "Nobody waited for this picture any more, and it was given up."


class Engine:
    """Implements Bench. One thread paints; finishers may run on others."""

    def __init__(self, settings: Settings, loader: Loader = FOLDERS) -> None:
        """Raises PainterUnavailable for a device or a classifier that is not there."""
        _hush()
        self._settings = settings
        self._device = device_for(settings.device)
        if settings.exact and self._device.type == "cpu":
            torch.set_num_threads(1)  # threads share a batch out, and round by the place a picture has in it
        self._classifier = classifier_of(settings)
        self._upscaler = Upscaler(settings.upscaler, self._device)
        self.pool = Pool(settings, self._device, loader=loader)
        if settings.idle:
            threading.Thread(target=self._tidy, daemon=True).start()

    def warm_up(self) -> None:
        """Load the default model, and on a GPU paint once, so that its kernels are there. If it cannot be
        had, another is at hand instead: it fails alone. Raises what was wrong with it if none can be had."""
        first: ImgoriginError | None = None
        for slug in sorted(self._settings.sources, key=lambda slug: slug != self._settings.default):
            try:
                self._warm_up(slug)
            except ImgoriginError as error:
                first = first or error
            else:
                return
        if first:
            raise first

    def _warm_up(self, slug: str) -> None:
        with self.pool.model(slug) as model:
            if "words" not in model.traits.classes:
                return
            if self._device.type != "cpu":
                self._try_out(model, model.traits.native.width)

    def paint(self, jobs: Sequence[Job], watch: Watch) -> Iterator[tuple[int, Finish]]:
        """See Bench. Jobs that do not go together are painted one group after the other."""
        for slug, places in _grouped(range(len(jobs)), lambda at: jobs[at].recipe.model).items():
            try:
                if is_new := slug not in self.pool.names:
                    watch.loading()
                with self.pool.model(str(slug)) as model:
                    if is_new:
                        watch.loaded()
                    yield from self._painted(model, {at: jobs[at] for at in places}, watch)
            except ImgoriginError as error:
                yield from ((at, _raising(error)) for at in places)

    def _painted(self, model: AtHand, jobs: dict[int, Job], watch: Watch) -> Iterator[tuple[int, Finish]]:
        orders: dict[int, Order] = {}
        for at, job in jobs.items():
            try:
                orders[at] = self._order(model, job)
            except ImgoriginError as error:
                yield at, _raising(error)
        for places in _grouped(orders, lambda at: orders[at].group).values():
            yield from self._group(model, {at: orders[at] for at in places}, watch)

    def _order(self, model: AtHand, job: Job) -> Order:
        order = order_of(job, model.source, model.traits, has_upscaler=bool(self._upscaler))
        lost = cut_words(model.pipe, order.prompt, model.traits.window) if order.task else ""
        return order.with_facts(unknown=lost.split()) if lost else order

    def _group(self, model: AtHand, orders: dict[int, Order], watch: Watch) -> Iterator[tuple[int, Finish]]:
        wanted = [at for at in orders if watch.is_wanted(at)]
        yield from ((at, _raising(Unavailable(_GONE))) for at in orders if at not in wanted)
        if not wanted:
            return
        started = time.perf_counter()
        looker = Onlooker(watch, wanted, model.previews)
        if model.previews.are_to_come and any(map(watch.is_watched, wanted)):
            self._learn(model)
        try:
            outcomes = self._outcomes(model, [orders[at] for at in wanted], looker)
        except Abandoned:
            yield from ((at, _raising(Unavailable(_GONE))) for at in wanted)
            return
        except ImgoriginError as error:
            yield from ((at, _raising(error)) for at in wanted)
            return
        share = (time.perf_counter() - started) / len(wanted)
        for place, at in enumerate(wanted):
            yield at, self._finisher(orders[at], outcomes[place], share)

    def _outcomes(self, model: AtHand, orders: list[Order], looker: Onlooker) -> dict[int, Outcome]:
        first = orders[0]
        if first.task is None:
            pixels = [to_tensor(order.pictures[0]) for order in orders]
            return {at: Painted(one, None, is_sound=True) for at, one in enumerate(pixels)}
        if first.upscale:
            return {0: self._upscaled(model, first, looker)}
        return self._guarded(model, orders, looker)

    def _guarded(self, model: AtHand, orders: list[Order], looker: Onlooker) -> dict[int, Outcome]:
        first, pipe = orders[0], model.pipeline(orders[0].task or "words")
        model.adapters.use(pipe, first.lora, first.lora_weight)
        pad = self._settings.batch if self._settings.exact and first.task != "edit" else 0

        def paint(places: Sequence[int]) -> list[Painted]:
            done: list[Painted] = []
            most = pad or model.most.get(first.canvas, len(places))
            for start in range(0, len(places), most):
                some = places[start : start + most]
                look = looker.of(some, first.canvas, pipe)
                done += denoised(pipe, [orders[at] for at in some], model.traits, look, pad=pad)
            return done

        tiling = self._settings.tiling
        large = tiling == "on" or (tiling == "auto" and first.canvas.pixels > TILED_ABOVE)
        with tiled(pipe.vae, wanted=large):
            outcomes, most = guarded(paint, orders, pipe, self._device)
        if most < len(orders):
            model.most[first.canvas] = most
        for outcome in outcomes.values():
            if isinstance(outcome, Painted):
                model.previews.learn(outcome, first.canvas)
        return outcomes

    def _upscaled(self, model: AtHand, order: Order, looker: Onlooker) -> Outcome:
        """By the network if there is one, else tile by tile over the enlarged picture."""
        if self._upscaler:
            image = self._upscaler.enlarged(order.pictures[0], order.canvas)
            return Painted(to_tensor(image), None, is_sound=True)
        places = tiles(order.canvas, model.traits.native.width, model.traits.divisor)
        parts, outcomes = tile_orders(order, places), dict[int, Outcome]()
        for start in range(0, len(parts), self._settings.batch):
            some = parts[start : start + self._settings.batch]
            done = self._guarded(model, some, looker.share(start, len(some), len(parts)))
            outcomes |= {start + at: outcome for at, outcome in done.items()}
            if failed := [one for one in done.values() if isinstance(one, ImgoriginError)]:
                return failed[0]
        pictures = [one.pixels for _, one in sorted(outcomes.items()) if isinstance(one, Painted)]
        side = min(places[0].size.width, places[0].size.height)
        return Painted(joined(order.canvas, places, pictures, overlap_of(side)), None, is_sound=True)

    def _finisher(self, order: Order, outcome: Outcome, seconds: float) -> Finish:
        if isinstance(outcome, ImgoriginError):
            return _raising(outcome)
        facts = {"gpu_seconds": round(seconds, 3)} if self._device.type != "cpu" and order.task else {}
        done, pixels = (
            order.with_facts(**facts),
            outcome.pixels,
        )  # and not the latents, which are the device's
        return lambda: finished(done, to_vips(pixels), self._classifier, self._settings)

    def _try_out(self, model: AtHand, side: int) -> None:
        order = Order.plain(side, model.traits)
        outcome = self._guarded(model, [order], Onlooker.nobody(model.previews))[0]
        if isinstance(outcome, ImgoriginError):
            log.error("%s cannot paint: %s", model.source.slug, outcome.detail)
            raise outcome

    def _learn(self, model: AtHand) -> None:
        """What previews need, before the first picture that somebody watches: from a small one."""
        if "words" in model.traits.classes:
            with contextlib.suppress(ImgoriginError):  # the picture that is to be painted will tell
                self._try_out(model, model.traits.divisor * CELLS)

    def _tidy(self) -> None:
        while True:
            time.sleep(max(0.05, self._settings.idle / 4))
            self.pool.unload_idle()


def _grouped(places: Any, key: Callable[[int], Hashable]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at in places:
        groups.setdefault(key(at), []).append(at)
    return groups


def _raising(error: ImgoriginError) -> Finish:
    def raise_it() -> Painting:
        raise error

    return raise_it


def _hush() -> None:
    """What the libraries would print of every picture."""
    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.disable_progress_bar()
    for name in ("diffusers", "transformers"):
        logging.getLogger(name).setLevel(logging.ERROR)
