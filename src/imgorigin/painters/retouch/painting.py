"""An edit of pixels as a painting: for pictures of models that cannot edit them themselves."""

from __future__ import annotations

import pyvips

from imgorigin.errors import NotUnderstood, PaintFailed
from imgorigin.painters.base import Job, Painting
from imgorigin.painters.retouch.compose import composed
from imgorigin.painters.retouch.retouched import retouched
from imgorigin.painters.retouch.shapes import placed, workable


def repainted(job: Job) -> Painting:
    """The first picture of the job after its instruction, on the recipe's canvas. Facts: `not_done`.

    Raises NotUnderstood if no part of the instruction was understood, or changes anything inside the mask,
    PaintFailed for what is no picture.
    """
    canvas = job.recipe.canvas
    try:
        before = workable(pyvips.Image.new_from_buffer(job.inputs.images[0], "").copy_memory())
        after, not_done = retouched(before, job.recipe.instruction)
        if job.inputs.mask is not None:
            after = composed(before, after, pyvips.Image.new_from_buffer(job.inputs.mask, ""))
            if not after.relational(before, "noteq").max():
                raise NotUnderstood(f"Nothing that {job.recipe.instruction!r} changes lies inside the mask.")
        image = placed(after, canvas.width, canvas.height)
        data: bytes = image.write_to_buffer(".png", keep="none")
    except pyvips.Error as error:
        raise PaintFailed("The picture to be changed cannot be read.") from error
    return Painting(data, "png", {"not_done": list(not_done)})
