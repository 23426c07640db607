"""What no signature tells of a family: a table by the stem of its pipeline class's name.

The stem of `StableDiffusionXLImg2ImgPipeline` is `StableDiffusionXL`; a row is found by the longest prefix.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from imgorigin.address import Size

Extra = Callable[[Size], Mapping[str, Any]]


def _nothing(canvas: Size) -> Mapping[str, Any]:
    return {}


def _kontext(canvas: Size) -> Mapping[str, Any]:
    """Else it paints a square megapixel, and resizes what it is shown to sizes of its own."""
    return {"max_area": canvas.pixels, "_auto_resize": False}


def _sana(canvas: Size) -> Mapping[str, Any]:
    """Else it paints at the nearest of its own sizes and cuts the canvas out."""
    return {"use_resolution_binning": False}


def _pix2pix(canvas: Size) -> Mapping[str, Any]:
    """How closely the picture is kept: the authors' choice (Brooks et al., 2023, section 4)."""
    return {"image_guidance_scale": 1.5}


@dataclass(frozen=True, slots=True)
class Family:
    """`arguments` are those it needs. `needs_picture`: it cannot paint from words alone. `pictures` is how
    many it looks at in an edit, `lists` whether they are given as a list. `guided_above`: classifier-free
    guidance is at work for a scale above this."""

    arguments: Extra = _nothing
    needs_picture: bool = False
    pictures: int = 1
    lists: bool = False
    guided_above: float = 1.0


FAMILIES: Final[Mapping[str, Family]] = {
    "FluxKontext": Family(_kontext),
    "Flux2": Family(pictures=4, lists=True),
    "Sana": Family(_sana),
    "SanaSprint": Family(_sana),
    "QwenImageEdit": Family(needs_picture=True),
    "QwenImageEditPlus": Family(needs_picture=True, pictures=3, lists=True),
    "StableDiffusionInstructPix2Pix": Family(_pix2pix, needs_picture=True),
    "StableDiffusionXLInstructPix2Pix": Family(_pix2pix, needs_picture=True),
    "ZImage": Family(guided_above=0.0),
}
_PLAIN: Final = Family()


def stem(class_name: str) -> str:
    """`StableDiffusionXLImg2ImgPipeline` -> `StableDiffusionXL`."""
    name = class_name.removesuffix("Pipeline")
    return name.removesuffix("Img2Img").removesuffix("Inpaint")


def family_of(class_name: str) -> Family:
    name = stem(class_name)
    known = [key for key in FAMILIES if name.startswith(key)]
    return FAMILIES[max(known, key=len)] if known else _PLAIN
