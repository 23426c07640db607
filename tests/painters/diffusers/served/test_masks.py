"""A mask, by the service: addresses have none."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from imgorigin.address import parse
from imgorigin.errors import Unsupported
from imgorigin.parts import build
from imgorigin.recipe import Recipe
from imgorigin.settings import Settings
from imgorigin.stores.base import Blob
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import photo
from tests.painters.diffusers.served.conftest import folder, opened


async def test_a_picture_changes_within_its_mask_alone(tiny: Tiny, tmp_path: Path) -> None:
    data = folder(tmp_path / "data", {"sdxl": tiny("sdxl"), "sana": tiny("sana")})
    settings = Settings(data=data, model=("tiny-sdxl", "tiny-sana"), device="cpu", log_level="error")
    parts = build(settings)
    async with parts.running():
        recipe = (await parts.bindings.shown(parse("/sdxl/a-red-fox_64x64.png"))).recipe
        assert recipe
        mask = Image.new("L", (64, 64))
        mask.paste(255, (0, 0, 16, 64))
        file = io.BytesIO()
        mask.save(file, "PNG")
        names = []
        for upload in (photo(), file.getvalue()):
            names.append(hashlib.sha256(upload).hexdigest())
            await parts.store.put(f"uploads/{names[-1]}", Blob(upload))
        inpainted = Recipe.from_dict(recipe.to_dict() | {"images": names[:1], "mask": names[1]})
        master = await parts.service.paint(inpainted)
        changed = ImageChops.difference(opened(master.data).convert("RGB"), opened(photo()).convert("RGB"))
        assert changed.crop((0, 0, 8, 64)).getbbox()
        assert not changed.crop((48, 0, 64, 64)).getbbox()
        with pytest.raises(Unsupported, match=r"cannot keep a change within a mask.*tiny-sdxl"):
            other = (await parts.bindings.shown(parse("/sana/a-red-fox_64x64.png"))).recipe
            assert other
            await parts.service.paint(
                Recipe.from_dict(other.to_dict() | {"images": names[:1], "mask": names[1]})
            )
