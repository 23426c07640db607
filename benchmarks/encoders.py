"""libvips against Pillow, format by format."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any, Final

import pyvips
from PIL import Image

from benchmarks.report import Table, median
from imgorigin.address import Size
from imgorigin.imaging.encode import Quality, encode
from imgorigin.imaging.fit import fit
from imgorigin.imaging.master import Master
from imgorigin.painters import sketch
from imgorigin.recipe import Recipe, seed_of

ROUNDS: Final = 7
QUALITY: Final = Quality()
SIZE: Final = Size(1920, 1080)
PROMPT: Final = "tropical beach with palm trees"
PILLOW: Final[dict[str, dict[str, Any]]] = {
    "png": {"format": "PNG", "compress_level": 6},
    "jpg": {"format": "JPEG", "quality": QUALITY.jpg, "optimize": True},
    "webp": {"format": "WEBP", "quality": QUALITY.webp, "method": 2},
    "avif": {"format": "AVIF", "quality": QUALITY.avif, "speed": 9},
}


def run() -> list[Table]:
    return [
        _measured("Encoders, a sketch", f"{PROMPT!r} at {SIZE}", _sketch()),
        _measured(
            "Encoders, a photograph's noise", f"the same at {SIZE} with grain of 8 levels", _grainy(_sketch())
        ),
    ]


def _measured(title: str, about: str, image: pyvips.Image) -> Table:
    image = image.copy_memory()
    twin = Image.frombytes("RGB", (image.width, image.height), bytes(image.write_to_memory()))
    table = Table(
        title,
        f"{about}; medians of {ROUNDS} rounds in turn. Pillow has the same quality and the nearest effort.",
        ["Format", "libvips", "KB", "Pillow", "KB", "Pillow / libvips"],
    )
    for form, options in PILLOW.items():
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            mine, size = _timed(_by_libvips, image, form)
            other, other_size = _timed(_by_pillow, twin, options)
            ours.append(mine)
            theirs.append(other)
        ratio = median(b / a for a, b in zip(ours, theirs, strict=True))
        table.add(
            form,
            f"{median(ours) * 1000:.0f} ms",
            size // 1000,
            f"{median(theirs) * 1000:.0f} ms",
            other_size // 1000,
            f"{ratio:.1f}",
        )
    return table


def _timed(work: Callable[..., bytes], *arguments: object) -> tuple[float, int]:
    """Seconds, and bytes."""
    started = time.perf_counter()
    size = len(work(*arguments))
    return time.perf_counter() - started, size


def _by_libvips(image: pyvips.Image, form: str) -> bytes:
    return encode(image, form, QUALITY, xmp=b"<x/>", background="#ffffff")


def _by_pillow(image: Image.Image, options: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, **options)
    return buffer.getvalue()


def _sketch() -> pyvips.Image:
    model = sketch.MODEL
    recipe = Recipe(
        prompt=PROMPT,
        model=model.name,
        revision=model.revision,
        seed=seed_of(PROMPT),
        canvas=model.canvas(SIZE),
    )
    return fit(Master.of(sketch.paint(recipe), recipe), SIZE)


def _grainy(image: pyvips.Image) -> pyvips.Image:
    grain = pyvips.Image.gaussnoise(image.width, image.height, mean=0, sigma=8, seed=1)
    return (image + grain).cast("uchar").copy(interpretation="srgb")
