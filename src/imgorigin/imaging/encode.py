"""Pixels -> the bytes of a file, labelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import pyvips

MEDIA_TYPES: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
}
WITHOUT_ALPHA: Final = frozenset({"jpg"})


@dataclass(frozen=True, slots=True)
class Quality:
    """How hard to press, by format. Qualities run from 1 to 100; `png` is zlib's level, 0 to 9."""

    jpg: int = 85
    webp: int = 82
    avif: int = 62
    png: int = 6

    def pressed(self, quality: int) -> Quality:
        """With another quality, 1 to 100, wherever some of the picture is lost."""
        return replace(self, jpg=quality, webp=quality, avif=quality)

    def options(self, form: str) -> dict[str, Any]:
        """libvips' save options. Efforts are the lowest that pay: AVIF at 0 is larger than WebP, and someone
        is waiting (benchmarks/encoders.py)."""
        options: dict[str, dict[str, Any]] = {
            "png": {"compression": self.png},
            "jpg": {"Q": self.jpg, "optimize_coding": True},
            "webp": {"Q": self.webp, "effort": 2},
            "avif": {"Q": self.avif, "effort": 1, "compression": "av1"},
        }
        return options[form]


def encode(image: pyvips.Image, form: str, quality: Quality, *, xmp: bytes, background: str) -> bytes:
    """One of MEDIA_TYPES, with the XMP packet and no other metadata. Where the format has no alpha, what
    shows through is `background` (#rrggbb). The same pixels give the same bytes. `xmp` is not empty: at that
    libvips 8.18 crashes."""
    if image.hasalpha() and form in WITHOUT_ALPHA:
        image = image.flatten(background=[int(background[at : at + 2], 16) for at in (1, 3, 5)])
    labelled = image.copy()
    labelled.set_type(pyvips.GValue.blob_type, "xmp-data", xmp)  # type: ignore[arg-type]  # takes a blob
    data: bytes = labelled.write_to_buffer(f".{form}", keep="xmp", **quality.options(form))
    return data
