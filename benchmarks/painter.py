"""The diffusers painter beside a bare loop of diffusers, and what each of its levers does."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, Final

import pyvips
import torch

from benchmarks.report import Table, median, milliseconds
from benchmarks.subjects import LORAS, Bare, Subject, Taken, full, shop, small, twin
from imgorigin.errors import ImgoriginError
from imgorigin.painters.diffusers.pixels import png

ROUNDS: Final = 5
BATCH: Final = 4
BATCHES: Final = (1, 2, 4, 8)
FULL: Final = ("sdxl-lightning", "flux-2-klein-4b", "flux-schnell")
EVERYWHERE: Final[dict[str, dict[str, Any]]] = {
    **{f"batch {batch}": {"batch": batch} for batch in BATCHES if batch != BATCH},
    "batch_exact": {"batch_exact": True},
    "vae_tiling on": {"vae_tiling": "on"},
    "previews, all watched": {"watched": True},
}
ON_A_PROCESSOR: Final[dict[str, dict[str, Any]]] = {"dtype bfloat16": {"dtype": "bfloat16"}}
ON_CUDA: Final[dict[str, dict[str, Any]]] = {
    "dtype float32": {"dtype": "float32"},
    "dtype float16": {"dtype": "float16"},
    "channels_last off": {"channels_last": False},
    **{f"attention {name}": {"attention": name} for name in ("_native_cudnn", "_native_flash", "flash")},
    "compile": {"compile": True},
}


def run() -> list[Table]:
    with tempfile.TemporaryDirectory() as root:
        return list(_tables(Path(root)))


def _tables(root: Path) -> Iterator[Table]:
    threads = max(1, (os.cpu_count() or 2) - 1)
    os.environ["OMP_NUM_THREADS"] = str(threads)  # of the painter's process
    torch.set_num_threads(threads)
    has_cuda = torch.cuda.is_available()
    little = small(root)
    subjects = [full(name, root) for name in FULL] if has_cuda else [little]
    yield _beside_a_bare_loop(subjects, threads)
    for subject in subjects:
        yield _levers(subject, EVERYWHERE | (ON_CUDA if has_cuda else ON_A_PROCESSOR))
    yield _exact(subjects)
    yield _switches(little)
    yield _starts(little)


def _beside_a_bare_loop(subjects: list[Subject], threads: int) -> Table:
    table = Table(
        "The diffusers painter",
        f"Random weights; 4 steps without guidance; {_machine(threads)}. Batches of {BATCH}; medians of "
        f"{ROUNDS} rounds in turn with a bare loop, whose pictures are encoded nowhere. Ours go to another "
        "process and come back as PNGs. Painting and encoding are those of one batch; the whole is the time "
        "from one batch to the next: less than their sum where encoding overlaps painting.",
        ["Model", "bare", "ours", "ratio", "busy", "painting", "encoding", "whole"],
    )
    for subject in subjects:
        ratios, bare, taken, encoding = asyncio.run(_compared(subject))
        whole = [one.seconds / len(one.batches) for one in taken]
        table.add(
            f"{subject.name}, {subject.canvas}",
            f"{median(bare):.2f}/s",
            f"{median(one.rate for one in taken):.2f}/s",
            f"{median(ratios):.2f}",
            f"{median(one.busy for one in taken):.0%}",
            milliseconds(median(seconds for one in taken for seconds in one.batches)),
            milliseconds(encoding),
            milliseconds(median(whole)),
        )
    return table


async def _compared(subject: Subject) -> tuple[list[float], list[float], list[Taken], float]:
    """Ratios and what they are of, round by round; and the seconds to encode one batch."""
    bare, found, taken = Bare(subject), list[float](), list[Taken]()
    async with shop(subject, batch=BATCH) as ours:
        for _ in range(ROUNDS):
            found.append(bare.rate(BATCH, subject.batches))
            taken.append(await ours.paint(subject.recipes(BATCH * subject.batches)))
        encoding = _encoding(ours.paintings[0].data)
    bare.close()
    return [one.rate / other for one, other in zip(taken, found, strict=True)], found, taken, encoding


def _encoding(picture: bytes) -> float:
    """Seconds for a batch of pictures like it."""
    image = pyvips.Image.new_from_buffer(picture, "").copy_memory()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for _ in range(BATCH):
            png(image)
        times.append(time.perf_counter() - started)
    return median(times)


def _levers(subject: Subject, levers: dict[str, dict[str, Any]]) -> Table:
    table = Table(
        f"Its levers, {subject.name}",
        f"Pictures a second under a backlog, one setting changed at a time; medians of 3. The default is "
        f"batch {BATCH}, dtype auto, attention auto, channels_last, nothing compiled. Start: until a process "
        "is ready; models of full size are built on the device, not read.",
        ["Setting", "pictures/s", "times the default", "start"],
    )
    usual, default = 0.0, dict[str, Any]()
    for name, changed in ({"default": default} | levers).items():
        try:
            rate, start = asyncio.run(_rate(subject, {"batch": BATCH} | changed))
        except ImgoriginError as error:
            table.add(name, f"not to be had: {error.detail}", "", "")
            continue
        usual = usual or rate
        table.add(name, f"{rate:.2f}", f"{rate / usual:.2f}", milliseconds(start))
    return table


async def _rate(subject: Subject, settings: dict[str, Any]) -> tuple[float, float]:
    async with shop(subject, **settings) as ours:
        recipes = subject.recipes(BATCH * max(2, subject.batches // 2))
        return median([(await ours.paint(recipes)).rate for _ in range(3)]), ours.start


def _exact(subjects: list[Subject]) -> Table:
    table = Table(
        "Exact mode",
        f"One picture alone, from the asking to the PNG, with batch {BATCH}; medians of {ROUNDS}.",
        ["Model", "as it comes", "batch_exact", "times"],
    )
    for subject in subjects:
        plain, exact = (asyncio.run(_alone(subject, is_exact)) for is_exact in (False, True))
        table.add(subject.name, milliseconds(plain), milliseconds(exact), f"{exact / plain:.1f}")
    return table


async def _alone(subject: Subject, is_exact: bool) -> float:
    async with shop(subject, batch=BATCH, batch_exact=is_exact) as ours:
        return median([(await ours.paint(subject.recipes(1))).seconds for _ in range(ROUNDS)])


def _switches(little: Subject) -> Table:
    other = twin(little)
    one, two = (little.recipes(1, lora=name) for name in LORAS)
    cases: dict[str, Coroutine[Any, Any, float]] = {
        "the same model": _switched([little], [little.recipes(1)] * 2),
        "another model that is in memory": _switched([little, other], [little.recipes(1), other.recipes(1)]),
        "another model, read from the disk": _switched(
            [little, other], [little.recipes(1), other.recipes(1)], model_memory=1
        ),
        "the same LoRA": _switched([little], [one, one]),
        "another LoRA": _switched([little], [one, two]),
    }
    table = Table(
        "Switching",
        f"Two pictures, one after the other, {little.canvas}, of a model of {_megabytes(little)} MB; the "
        f"time of one, medians of {ROUNDS}.",
        ["The second picture is of", "a picture", "more than the same"],
    )
    same = 0.0
    for name, case in cases.items():
        seconds = asyncio.run(case)
        same = seconds if name.startswith("the same") else same
        table.add(name, milliseconds(seconds), f"{(seconds - same) * 1000:+.0f} ms")
    return table


async def _switched(subjects: list[Subject], pair: list[Any], **settings: Any) -> float:
    async with shop(*subjects, batch=1, **settings) as ours:
        await ours.paint(*pair)
        return median([(await ours.paint(*pair)).seconds / 2 for _ in range(ROUNDS)])


def _starts(little: Subject) -> Table:
    table = Table(
        "Start",
        f"A painter process until it is ready: Python, torch, diffusers, the weights ({_megabytes(little)} "
        "MB), on a GPU one picture; 3 of them.",
        ["Model", "median", "most"],
    )
    starts = [asyncio.run(_rate(little, {"batch": 1}))[1] for _ in range(3)]
    table.add(little.name, milliseconds(median(starts)), milliseconds(max(starts)))
    return table


def _megabytes(subject: Subject) -> int:
    folder = Path(subject.card.folder)
    return round(sum(file.stat().st_size for file in folder.rglob("*.safetensors")) / 1e6)


def _machine(threads: int) -> str:
    if torch.cuda.is_available():
        return f"{torch.cuda.get_device_name()}, torch {torch.__version__}"
    return (
        f"no GPU: SDXL's network made small on {threads} thread(s), in float32, one processor left to encode"
    )
