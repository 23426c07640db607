"""What the benchmark of the painter paints with: models, the bare loop, and the product's process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import diffusers
import torch
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict

from benchmarks import full_size
from imgorigin.address import Size
from imgorigin.crew import BENCH, device_painter
from imgorigin.models.card import Card, Guidance, Lora, Steps
from imgorigin.models.registry import Registry
from imgorigin.painters.base import NOBODY, NOTHING, Nobody, Onlooker, Painting
from imgorigin.painters.diffusers.device import device_for, dtype_for, free
from imgorigin.painters.process import ProcessPainter
from imgorigin.recipe import Recipe
from imgorigin.settings import Settings

BUILT = "benchmarks.full_size:open_bench"
LORAS = ("one", "two")


@dataclass(frozen=True)
class Subject:
    """A model, and the canvas it paints. `target` makes its bench: of files, or of configurations alone.
    `batches` are those that a measurement takes."""

    card: Card
    canvas: Size
    batches: int
    target: str = BENCH

    @property
    def name(self) -> str:
        return self.card.slug

    @property
    def is_on_disk(self) -> bool:
        """So that to load it is part of what is measured."""
        return self.target == BENCH

    def recipes(self, count: int, **more: Any) -> list[Recipe]:
        known = self.card.model()
        usual: dict[str, Any] = {"steps": known.steps, "guidance": known.guidance, "canvas": self.canvas}
        return [
            Recipe(prompt=f"fox {at}", model=known.name, revision=known.revision, seed=at, **usual | more)
            for at in range(count)
        ]


def small(root: Path) -> Subject:
    """With a twin, and two LoRAs; saved."""
    for name in (full_size.SMALL, "twin"):
        pipe = full_size.build(full_size.SMALL, "cpu", torch.float32)
        pipe.save_pretrained(root / name)
    loras = {name: _lora(root, name, pipe) for name in LORAS}
    card = Card(
        slug=full_size.SMALL,
        name="A small one",
        source=str(root / full_size.SMALL),
        folder=str(root / full_size.SMALL),
        steps=Steps(default=4),
        guidance=Guidance(fixed=True),
        loras=loras,
    )
    return Subject(card, Size(384, 384), batches=4)


def twin(subject: Subject) -> Subject:
    """Another model of the same cost."""
    folder = str(Path(subject.card.folder).with_name("twin"))
    card = subject.card.model_copy(update={"slug": "twin", "source": folder, "folder": folder})
    return replace(subject, card=card)


def full(name: str, root: Path) -> Subject:
    """As the registry has it, but for its weights; built on the device."""
    folder = root / name
    folder.mkdir()
    card = Registry.load(root).card(name).model_copy(update={"folder": str(folder), "replaces": ()})
    return Subject(card, Size(1024, 1024), batches=8, target=BUILT)


def _lora(root: Path, name: str, pipe: Any) -> Lora:
    """Of the network of `pipe`, which is left without it."""
    targets = ["to_q", "to_k", "to_v", "to_out.0"]
    pipe.unet.add_adapter(LoraConfig(r=16, target_modules=targets, init_lora_weights=False), name)
    state = get_peft_model_state_dict(pipe.unet, adapter_name=name)
    file = f"{name}.safetensors"
    pipe.save_lora_weights(root / "loras", unet_lora_layers=state, weight_name=file)
    pipe.delete_adapters(name)
    return Lora(source=str(root / "loras"), path=str(root / "loras"), file=file)


class Bare:
    """A loop of diffusers alone, nothing tuned: the pictures come out as Pillow's, and are dropped."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._device = device_for("auto")
        self._pipe = _bare_pipe(subject, self._device)
        self.rate(2, 1)

    def rate(self, batch: int, batches: int) -> float:
        """Pictures a second."""
        started = time.perf_counter()
        for number in range(batches):
            self._paint(range(number * batch, (number + 1) * batch))
        return batch * batches / (time.perf_counter() - started)

    def close(self) -> None:
        self._pipe = None
        free(self._device)

    def _paint(self, seeds: Sequence[int]) -> None:
        card, canvas = self._subject.card, self._subject.canvas
        self._pipe(
            prompt=[f"fox {seed}" for seed in seeds],
            generator=[torch.Generator("cpu").manual_seed(seed) for seed in seeds],
            num_inference_steps=card.steps.default,
            guidance_scale=card.guidance.default,
            width=canvas.width,
            height=canvas.height,
        )


def _bare_pipe(subject: Subject, device: Any) -> Any:
    dtype = dtype_for(device, "auto")
    if not subject.is_on_disk:
        return full_size.build(subject.name, device, dtype)
    pipe = diffusers.DiffusionPipeline.from_pretrained(subject.card.folder, dtype=dtype).to(device)
    pipe.set_progress_bar_config(disable=True)
    return pipe


@dataclass
class Taken:
    """Of some pictures: seconds in all, those that the process said it painted, and the batches it told."""

    pictures: int
    seconds: float
    batches: list[float]

    @property
    def rate(self) -> float:
        return self.pictures / self.seconds

    @property
    def busy(self) -> float:
        return sum(self.batches) / self.seconds


class Watcher(Nobody):
    """Looks at previews."""

    @property
    def is_watched(self) -> bool:
        return True


@dataclass
class Shop:
    """The product's painter, up."""

    painter: ProcessPainter
    start: float
    onlooker: Onlooker = NOBODY
    told: list[float] = field(default_factory=list)
    paintings: list[Painting] = field(default_factory=list)

    async def paint(self, *backlogs: Sequence[Recipe]) -> Taken:
        """Each of these at once, one after the other."""
        self.told.clear()
        started = time.perf_counter()
        for recipes in backlogs:
            self.paintings = list(
                await asyncio.gather(*(self.painter.paint(one, NOTHING, self.onlooker) for one in recipes))
            )
        seconds = time.perf_counter() - started
        return Taken(sum(map(len, backlogs)), seconds, list(self.told))


@asynccontextmanager
async def shop(*subjects: Subject, watched: bool = False, **settings: Any) -> AsyncIterator[Shop]:
    """Of these models; `watched`: somebody looks at previews of every picture. Raises PainterUnavailable if a
    setting cannot be had."""
    cards = [subject.card for subject in subjects]
    painter = device_painter(
        Settings(**settings),
        subjects[0].target,
        [card.model() for card in cards],
        [card.model_dump(mode="json") for card in cards],
    )
    started = time.perf_counter()
    try:
        await painter.start()
        opened = Shop(painter, time.perf_counter() - started, Watcher() if watched else NOBODY)
        painter.painted_batch = lambda name, pictures, seconds: opened.told.append(seconds)
        for subject in subjects:
            await opened.paint(subject.recipes(Settings(**settings).batch))
        yield opened
    finally:
        await painter.close()
