"""From pixels to a painting: what is left of an edit, the mask, the classifier, the PNG. On any thread."""

from __future__ import annotations

import pyvips

from imgorigin.painters.base import Painting
from imgorigin.painters.diffusers.orders import Order
from imgorigin.painters.diffusers.pixels import filling, png
from imgorigin.painters.diffusers.safety import Classifier, looked_at
from imgorigin.painters.diffusers.spec import Settings
from imgorigin.painters.retouch.compose import composed


def finished(
    order: Order, image: pyvips.Image, classifier: Classifier | None, settings: Settings
) -> Painting:
    """Raises NotUnderstood if nothing of an instruction could be done, ContentRefused for a picture that is
    blocked, PaintFailed if the classifier fails."""
    facts = dict(order.facts)
    if order.edit is not None:
        base = order.pictures[0] if order.task is None else image
        image, not_done = order.edit.finished(base, order.canvas)
        facts |= {"not_done": list(not_done)} if not_done else {}
    image = filling(image, order.canvas)
    if order.mask is not None:
        image = composed(order.pictures[0], image, order.mask)
    facts |= looked_at(image, classifier, settings)
    return Painting(png(image), "png", facts)
