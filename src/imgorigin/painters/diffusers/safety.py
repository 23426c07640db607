"""The hook for a classifier that looks at finished pictures: off, flag or block. Never a black picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import pyvips
from PIL import Image

from imgorigin.errors import ContentRefused, PainterUnavailable, PaintFailed
from imgorigin.painters.diffusers.pixels import to_pillow
from imgorigin.painters.diffusers.spec import Settings

Classifier = Callable[[Image.Image], str]
"""A picture -> the name of what is wrong with it, empty for nothing. May be called on any thread."""


def classifier_of(settings: Settings) -> Classifier | None:
    """The function the settings name as `module:function`; None if none is to look. Raises
    PainterUnavailable if it cannot be found."""
    if settings.classifier == "off":
        return None
    module, _, name = settings.classifier_target.partition(":")
    if not module or not name:
        raise PainterUnavailable("The classifier is on and none is named: name it as module:function.")
    try:
        found: Classifier = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise PainterUnavailable(
            f"The classifier {settings.classifier_target} cannot be found: {error}."
        ) from error
    return found


def looked_at(image: pyvips.Image, classifier: Classifier | None, settings: Settings) -> Mapping[str, Any]:
    """Facts: `flagged` says what a picture is suspected of. Raises ContentRefused for one to be blocked, and
    PaintFailed if the classifier itself fails: what nobody has looked at is not handed out."""
    if classifier is None:
        return {}
    try:
        verdict = classifier(to_pillow(image))
    except Exception as error:
        raise PaintFailed(f"The classifier failed: {type(error).__name__}: {error}.") from error
    if not verdict:
        return {}
    if settings.classifier == "block":
        raise ContentRefused(f"The picture was painted and not handed out: it looks like {verdict}.")
    return {"flagged": verdict}
