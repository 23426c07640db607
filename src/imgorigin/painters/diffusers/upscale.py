"""A larger picture of the same: enlarged, then painted over tile by tile, the seams feathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pyvips
import torch

from imgorigin.address import Size
from imgorigin.errors import PainterUnavailable
from imgorigin.painters.diffusers.load import sentence
from imgorigin.painters.diffusers.orders import Order
from imgorigin.painters.diffusers.pixels import filling, to_tensor, to_vips
from imgorigin.recipe import MAX_SEED

_OVERLAP: Final = 1 / 8
"""Of a tile's side: what two neighbours share."""


@dataclass(frozen=True, slots=True)
class Tile:
    left: int
    top: int
    size: Size


def tiles(canvas: Size, side: int, divisor: int) -> list[Tile]:
    """Tiles of equal size that cover the canvas, overlapping by an eighth or more, row by row."""
    size = Size(min(side, canvas.width), min(side, canvas.height))
    lefts = list(_starts(canvas.width, size.width, divisor))
    return [Tile(left, top, size) for top in _starts(canvas.height, size.height, divisor) for left in lefts]


def tile_orders(order: Order, places: Sequence[Tile]) -> list[Order]:
    """One order a tile, each with a seed of its own."""
    image = order.pictures[0]
    return [
        replace(
            order,
            upscale=False,
            canvas=tile.size,
            pictures=(image.crop(tile.left, tile.top, tile.size.width, tile.size.height),),
            seed=(order.seed + at) & MAX_SEED,
        )
        for at, tile in enumerate(places)
    ]


def joined(canvas: Size, places: Sequence[Tile], pictures: Sequence[Any], overlap: int) -> Any:
    """The tiles' pixels as one picture: where they overlap, each counts less towards its edge."""
    total = torch.zeros(canvas.height, canvas.width, 3)
    weight = torch.zeros(canvas.height, canvas.width, 1)
    for tile, picture in zip(places, pictures, strict=True):
        rows = slice(tile.top, tile.top + tile.size.height)
        columns = slice(tile.left, tile.left + tile.size.width)
        share = (
            _ramp(tile.size.height, overlap)[:, None, None] * _ramp(tile.size.width, overlap)[None, :, None]
        )
        total[rows, columns] += picture.float() * share
        weight[rows, columns] += share
    return (total / weight).round().clamp(0, 255).to(torch.uint8)


def overlap_of(side: int) -> int:
    return max(1, int(side * _OVERLAP))


def _starts(length: int, side: int, divisor: int) -> Iterator[int]:
    """Evenly spread from 0 to `length - side`, at multiples of the divisor but for the last."""
    room = length - side
    step = side - overlap_of(side)
    count = -(-room // step)
    for at in range(count):
        yield room * at // count // divisor * divisor
    yield room


def _ramp(length: int, overlap: int) -> Any:
    """1 in the middle, falling to almost nothing over `overlap` pixels at both ends."""
    at = torch.arange(length, dtype=torch.float32)
    return ((torch.minimum(at, length - 1 - at) + 1) / (overlap + 1)).clamp(max=1)


class Upscaler:
    """A super-resolution network in a file, run by the package `spandrel`
    (https://github.com/chaiNNer-org/spandrel). Loaded when first used; on one thread."""

    def __init__(self, file: str, device: Any) -> None:
        self._file = file
        self._device = device
        self._network: Any = None

    def __bool__(self) -> bool:
        return bool(self._file)

    def enlarged(self, image: pyvips.Image, canvas: Size) -> pyvips.Image:
        """Raises PainterUnavailable if the network cannot be loaded."""
        if self._network is None:
            self._network = self._loaded()
        pixels = to_tensor(image).permute(2, 0, 1)[None].float() / 255
        with torch.inference_mode():
            done = self._network(pixels.to(self._device))[0]
        bigger = to_vips((done.clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0).cpu().contiguous())
        return filling(bigger, canvas)

    def _loaded(self) -> Any:
        try:
            from spandrel import ModelLoader  # noqa: PLC0415  optional, and only for who has configured it

            return ModelLoader(device=self._device).load_from_file(self._file)
        except ImportError as error:
            raise PainterUnavailable(
                "The upscaler needs the package spandrel: pip install spandrel."
            ) from error
        except Exception as error:
            raise PainterUnavailable(
                f"The upscaler {self._file} cannot be loaded: {sentence(error)}"
            ) from error
