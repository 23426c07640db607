"""Names of models, and which is cheap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imgorigin.errors import InvalidRequest
from imgorigin.painters.fake import MODEL, FakePainter
from imgorigin.painters.router import Desk, Router
from imgorigin.queue import WorkQueue
from imgorigin.recipe import Abilities, Model
from imgorigin.web.dialects.models import cheapest, named

SKETCH = replace(MODEL, name="sketch", trained=False)
TURBO = replace(MODEL, name="z-image-turbo", trained=True, steps=8)
KLEIN = replace(MODEL, name="flux-2-klein-4b", trained=True, steps=4)
LARGE = replace(MODEL, name="large", trained=True, steps=2, native_area=4 * MODEL.native_area)
EDITOR = replace(MODEL, name="editor", trained=True, steps=1, abilities=Abilities(words=False))


def router(*models: Model) -> Router:
    """The first is the default one."""
    desks = [Desk(one.name, FakePainter(one), WorkQueue("paint", slots=1, capacity=9)) for one in models]
    return Router(desks, models[0].name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("z-image-turbo", "z-image-turbo"),
        ("IMAGE_GEN_Z_IMAGE_TURBO", "z-image-turbo"),
        ("Z Image Turbo", "z-image-turbo"),
        ("Tongyi-MAI/Z-Image-Turbo", "z-image-turbo"),
        ("FLUX.2-klein-4B", "flux-2-klein-4b"),
        ("image_gen_flux_2_klein_4b", "flux-2-klein-4b"),
        ("SKETCH", "sketch"),
    ],
)
def test_a_model_has_many_names(name: str, slug: str) -> None:
    assert named(router(SKETCH, TURBO, KLEIN), name) == slug


@pytest.mark.parametrize("name", ["z-image", "IMAGE_GEN_", "!", "IMAGE_GEN_FLUX_PRO", "x" * 300])
def test_a_model_that_there_is_none_of(name: str) -> None:
    with pytest.raises(InvalidRequest, match="Allowed: sketch, z-image-turbo") as error:
        named(router(SKETCH, TURBO), name)
    assert len(error.value.detail) < 200


@pytest.mark.parametrize(
    ("models", "cheap"),
    [
        ((SKETCH,), "sketch"),
        ((SKETCH, TURBO, KLEIN), "sketch"),
        ((TURBO, SKETCH), "z-image-turbo"),
        ((TURBO, KLEIN, SKETCH), "flux-2-klein-4b"),
        ((TURBO, LARGE), "large"),
        ((KLEIN, LARGE), "flux-2-klein-4b"),
        ((TURBO, EDITOR), "z-image-turbo"),
        ((EDITOR, TURBO), "z-image-turbo"),
        ((EDITOR, SKETCH), "editor"),
    ],
)
def test_the_cheap_one_is_of_the_kind_of_the_usual_one(models: tuple[Model, ...], cheap: str) -> None:
    assert cheapest(router(*models), "") == cheap
