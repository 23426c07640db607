"""Latents -> a small picture, cheaply: a linear fit of pixels to latents, or a tiny autoencoder. Only of
pictures that somebody watches.

The fit is learned from pictures that the model has finished: each cell of the latents against the mean
colours of the pixels it became, by ridge regression. That needs to know nothing of how a family scales or
packs its latents, costs a few milliseconds a picture to learn and microseconds to use.
"""

from __future__ import annotations

from typing import Any, Final

import diffusers
import torch

from imgorigin.address import Size
from imgorigin.painters.diffusers.denoise import Painted
from imgorigin.painters.diffusers.pixels import levels, png, to_vips
from imgorigin.painters.diffusers.spec import Settings

SIDE: Final = 256
"""Pixels of a preview's longer side at most."""
_RIDGE: Final = 1e-3
_ENOUGH: Final = 16
"""Pictures after which nothing more is learned."""
_FINE: Final = 2
"""Colours a latent cell is fitted to, each way: packed latents hold 2 x 2 of the autoencoder's."""


class Previews:
    """Of one model. Not for several threads."""

    def __init__(self, settings: Settings, device: Any) -> None:
        self.is_on = settings.previews
        self._folder = settings.preview_vae
        self._device = device
        self._vae: Any = None
        self._learned = 0
        self._squares: Any = None
        self._products: Any = None
        self._weights: Any = None

    @property
    def are_to_come(self) -> bool:
        """Whether there are none before a picture is finished."""
        return self.is_on and not self._folder and not self._learned

    def learn(self, painted: Painted, canvas: Size) -> None:
        """From a finished picture and the latents it was decoded from."""
        if not self.is_on or self._folder or self._learned >= _ENOUGH or painted.latents is None:
            return
        cells = _grid(painted.latents, canvas)
        if cells is None:
            return
        ones, colors = _with_one(cells), _colors(painted.pixels, cells.shape[1], cells.shape[2])
        squares, products = ones.T @ ones, ones.T @ colors
        self._squares = squares if self._squares is None else self._squares + squares
        self._products = products if self._products is None else self._products + products
        weight = _RIDGE * self._squares.diagonal().mean() * torch.eye(len(self._squares))
        self._weights = torch.linalg.solve(self._squares + weight, self._products)
        self._learned += 1

    def pictures(self, latents: Any, canvas: Size, pipe: Any) -> list[bytes]:
        """A PNG for each latent of a batch; none while nothing is learned."""
        if not len(latents):
            return []
        if self._folder:
            return self._decoded(latents, canvas, pipe)
        if self._weights is None:
            return []
        return [drawn for one in latents if (drawn := self._drawn(one, canvas))]

    def _drawn(self, latent: Any, canvas: Size) -> bytes:
        cells = _grid(latent, canvas)
        if cells is None or cells.shape[0] + 1 != len(self._weights):
            return b""
        _, high, wide = cells.shape
        colors = (_with_one(cells) @ self._weights).reshape(high, wide, _FINE, _FINE, 3)
        return _small(colors.permute(4, 0, 2, 1, 3).reshape(1, 3, high * _FINE, wide * _FINE))

    def _decoded(self, latents: Any, canvas: Size, pipe: Any) -> list[bytes]:
        if self._vae is None:
            vae = diffusers.AutoencoderTiny.from_pretrained(self._folder, local_files_only=True)
            self._vae = vae.to(self._device)
        if latents.dim() == 3:
            latents = pipe._unpack_latents(latents, canvas.height, canvas.width, pipe.vae_scale_factor)
        images = self._vae.decode(latents.to(self._vae.dtype), return_dict=False)[0] / 2 + 0.5
        return [_small(image[None]) for image in images]


def _grid(latent: Any, canvas: Size) -> Any:
    """Channels x rows x columns, of packed or plain latents; None for what is neither."""
    latent = latent.float().cpu()
    if latent.dim() == 4:  # one frame of a video autoencoder
        latent = latent[:, 0] if latent.shape[1] == 1 else latent[0]
    if latent.dim() == 3:
        return latent
    count = latent.shape[0]
    high = round((count * canvas.height / canvas.width) ** 0.5)
    if latent.dim() != 2 or not high or count % high:
        return None
    return latent.T.reshape(latent.shape[1], high, count // high)


def _with_one(cells: Any) -> Any:
    """Cells x (channels + 1)."""
    flat = cells.flatten(1).T
    return torch.cat([flat, torch.ones(len(flat), 1)], 1)


def _colors(pixels: Any, high: int, wide: int) -> Any:
    """Cells x (2 x 2 colours), 0..1: what each cell's pixels are on average."""
    image = pixels.permute(2, 0, 1)[None].float() / 255
    fine = torch.nn.functional.adaptive_avg_pool2d(image, (high * _FINE, wide * _FINE))[0]
    return fine.reshape(3, high, _FINE, wide, _FINE).permute(1, 3, 2, 4, 0).reshape(high * wide, -1)


def _small(image: Any) -> bytes:
    picture = to_vips(levels(image)[0])
    longer = max(picture.width, picture.height)
    return png(picture.thumbnail_image(SIDE) if longer > SIDE else picture)
