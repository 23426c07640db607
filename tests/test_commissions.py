"""From what is asked for to a permanent address and real pixels, by the sketch painter."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image, ImageChops

from imgorigin.address import Size
from imgorigin.caller import OPERATOR, Caller
from imgorigin.commission import CUT_OUT
from imgorigin.commissions import Accepted, Commission
from imgorigin.crew import sketch_painter
from imgorigin.errors import (
    Conflict,
    ContentRefused,
    InvalidRequest,
    NoProject,
    NotFound,
    NotUnderstood,
    Unauthorized,
    Unsupported,
)
from imgorigin.imaging.master import master_key
from imgorigin.imaging.raster import as_png
from imgorigin.service import Rendition
from imgorigin.settings import Settings
from tests.imaging.files import encoded, opened, photo
from tests.origin import Origin, running_origin

SIZE: Final = Size(96, 64)
STRANGER: Final = Caller(client="192.0.2.1")
ODD: Final = (301, 201)
"""The size of an upload."""


@dataclass
class Shop:
    """An origin that is asked in a project of it. Its default painter paints flat colours."""

    origin: Origin

    async def accept(self, prompt: str = "", *, project: str = "demo", **fields: Any) -> Accepted:
        row = await self.origin.parts.projects.get(project)
        asked = Commission(prompt=prompt, **{"size": SIZE} | fields)
        return await self.origin.parts.commissions.accept(row, asked)

    async def picture(self, prompt: str = "", **fields: Any) -> Image.Image:
        accepted = await self.accept(prompt, **fields)
        return opened((await self.origin.parts.commissions.picture(accepted)).blob.data)

    async def drawn(self, prompt: str = "", **fields: Any) -> Image.Image:
        return await self.picture(prompt, model="sketch", **fields)

    async def upload(self, image: Image.Image) -> str:
        return (await self.origin.parts.intake.take(encoded(image), name="fields.png")).sha256


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    words = tmp_path / "blocked"
    words.write_text("zeppelin\n")
    (tmp_path / "projects.toml").write_text(
        "[demo]\n[other]\n[keyed]\npaint = 'keyed'\n[frozen]\npaint = 'frozen'\n[secret]\nprivate = true\n"
    )
    async with running_origin(tmp_path, sketch_painter(Settings()), blocklist=str(words)) as origin:
        origin.parts.commissions._finds_subjects = True  # whether the extra is installed or not
        yield Shop(origin)


async def test_the_same_wish_has_one_address_and_is_painted_once(shop: Shop) -> None:
    wishes = [shop.accept("a red fox in the snow", negative_prompt=f"{n % 2}") for n in range(12)]
    accepted = await asyncio.gather(*wishes)
    assert len({one.address for one in accepted}) == len({one.asset.content_id for one in accepted}) == 1
    assert not shop.origin.painter.paints  # nothing is painted before it is asked for
    commissions = shop.origin.parts.commissions
    made = await asyncio.gather(*(commissions.picture(one) for one in accepted))
    assert shop.origin.painter.paints.total() == 1
    assert {one.blob.data for one in made} == {(await shop.origin.get(accepted[0].address.path)).content}


async def test_all_sizes_and_formats_of_a_wish_are_one_picture(shop: Shop) -> None:
    first = await shop.accept("a red fox")
    wide = await shop.accept("a red fox", size=Size(300, 100), format="webp")
    assert wide.asset.content_id == first.asset.content_id
    assert wide.recipe.canvas != first.recipe.canvas
    assert wide.address.path == "/demo/red-fox_300x100.webp"
    assert opened((await shop.origin.get(wide.address.path)).content).size == (300, 100)


async def test_what_a_page_has_had_painted_is_the_picture_of_the_same_words(shop: Shop) -> None:
    page = await shop.origin.get("/demo/red-fox_96x64.png")
    accepted = await shop.accept("red fox")
    assert accepted.address.path == "/demo/red-fox_96x64.png"
    made = await shop.origin.parts.commissions.picture(accepted)
    assert (made.cache, made.blob.data) == ("hit", page.content)


async def test_each_seed_has_an_address_of_its_own_however_many_there_are(shop: Shop) -> None:
    seeds = [await shop.accept("a red fox", seed=seed) for seed in range(40)]
    assert len({one.address.slug for one in seeds}) == 40
    assert seeds[7].recipe.seed == 7
    again = await shop.accept("a red fox", seed=7)
    assert again.address == seeds[7].address


async def test_projects_share_a_painting_but_no_address(shop: Shop) -> None:
    here, there = await shop.accept("a red fox"), await shop.accept("a red fox", project="other")
    assert there.asset.project == "other"
    for accepted in (here, there):
        await shop.origin.parts.commissions.picture(accepted)
    assert shop.origin.painter.paints.total() == 1


async def test_a_painting_that_is_shown_no_more_has_the_address_of_its_version(shop: Shop) -> None:
    first = await shop.accept("a red fox")
    before = (await shop.origin.parts.commissions.picture(first)).blob.data
    await shop.origin.parts.rerolls.reroll(first.address, OPERATOR)
    again = await shop.accept("a red fox")
    assert again.address.path == "/demo/red-fox~v0_96x64.png"
    assert (await shop.origin.parts.commissions.picture(again)).blob.data == before


WISHES: Final[dict[str, dict[str, Any]]] = {
    "words": {"prompt": "a red fox", "seed": 3, "style": "watercolor"},
    "transparent": {"prompt": "a red fox", "transparent": True},
    "edit": {"instruction": "make it night", "images": True},
    "masked": {"instruction": "make it night", "images": True, "mask": True},
    "varied": {"seed": 2, "images": True},
}


@pytest.mark.parametrize("model", ["sketch", "fake"])
@pytest.mark.parametrize("wish", WISHES)
async def test_an_address_shows_the_very_recipe_that_was_accepted(shop: Shop, wish: str, model: str) -> None:
    fields = dict(WISHES[wish])
    for name in {"images", "mask"} & fields.keys():
        sha256 = await shop.upload(photo(*ODD))
        fields[name] = (sha256,) if name == "images" else sha256
    for size in (SIZE, Size(64, 200)):
        accepted = await shop.accept(
            **fields | {"size": size, "model": model if wish != "masked" else "sketch"}
        )
        shown = await shop.origin.parts.bindings.shown(accepted.address)
        assert shown.recipe == accepted.recipe
        assert shown.asset
        assert shown.asset.kind == ("edited" if "images" in fields else "generated")


async def test_outside_a_mask_not_a_pixel_changes(shop: Shop) -> None:
    before = photo(*ODD)
    mask = Image.new("L", ODD, 0)
    mask.paste(255, (0, 0, 150, 201))
    fields: dict[str, Any] = {"images": (await shop.upload(before),), "mask": await shop.upload(mask)}
    after = await shop.drawn(instruction="make it black and white", size=Size(*ODD), **fields)
    assert after.size == before.size
    kept = (150, 0, *ODD)
    assert ImageChops.difference(after.crop(kept), before.crop(kept)).getbbox() is None
    grey = after.crop((0, 0, 150, 201)).getpixel((10, 190))
    assert isinstance(grey, tuple)
    assert max(grey) - min(grey) < 4


@pytest.mark.parametrize("form", ["png", "webp", "avif"])
@pytest.mark.parametrize("size", [Size(300, 200), Size(200, 300)])
async def test_a_transparent_picture_is_its_subject_on_nothing(shop: Shop, form: str, size: Size) -> None:
    image = await shop.drawn("a red fox in a snowy forest", transparent=True, format=form, size=size)
    assert (image.mode, image.size) == ("RGBA", (size.width, size.height))
    alpha = image.getchannel("A")
    for corner in ((0, 0), (size.width - 1, 0), (0, size.height - 1), (size.width - 1, size.height - 1)):
        assert alpha.getpixel(corner) == 0
    shares = alpha.histogram()
    assert 0.02 < shares[255] / size.pixels < 0.6
    assert shares[0] / size.pixels > 0.3


async def test_a_transparent_picture_shows_the_subject_of_the_opaque_one(shop: Shop) -> None:
    """In the middle, and larger than there."""
    fields: dict[str, Any] = {"prompt": "a red fox in a snowy forest", "size": Size(300, 200)}
    whole, cut = await shop.drawn(**fields), await shop.drawn(**fields, transparent=True)
    recipe = (await shop.accept(model="sketch", transparent=True, **fields)).recipe
    master = await shop.origin.parts.service.paint(replace(recipe, instruction=CUT_OUT))
    edited = opened(as_png(master)).resize((300, 200), Image.Resampling.BOX)
    solid = edited.getchannel("A").point(lambda level: 255 if level == 255 else 0)
    apart = ImageChops.difference(whole.convert("RGB"), edited.convert("RGB"))
    apart.paste((0, 0, 0), mask=ImageChops.invert(solid))
    off = sum(apart.convert("L").histogram()[24:])  # snow falls before it
    assert off < 0.1 * solid.histogram()[255]
    small, large = (one.crop(one.getchannel("A").getbbox()) for one in (edited, cut))
    assert large.height == pytest.approx(0.86 * 200, abs=3)
    assert large.height > 1.5 * small.height
    apart = ImageChops.difference(large.resize(small.size, Image.Resampling.BOX), small)
    assert sum(apart.convert("L").histogram()[64:]) < 0.1 * small.width * small.height


async def test_a_picture_without_a_subject_cannot_be_cut_out(shop: Shop) -> None:
    with pytest.raises(NotUnderstood, match="no subject"):
        await shop.accept("sunset over mountains", transparent=True, model="sketch")
    assert await shop.origin.parts.catalog.assets.find("demo", "sunset-over-mountains") is None


@pytest.mark.parametrize("is_watched", [False, True])
async def test_no_address_stays_bound_to_what_cannot_be_painted(shop: Shop, is_watched: bool) -> None:
    commissions, assets = shop.origin.parts.commissions, shop.origin.parts.catalog.assets

    async def make(one: Accepted) -> None:
        with pytest.raises(NotUnderstood):
            if not is_watched:
                await commissions.picture(one)
            async for _ in commissions.watch(one):
                pass

    first = await shop.accept("a red fox", transparent=True)  # all in one colour
    second = await shop.accept("a red fox", transparent=True)
    assert (first.is_new, second.is_new) == (True, False)
    await make(second)
    assert await assets.find("demo", first.address.slug)
    await make(first)
    assert await assets.find("demo", first.address.slug) is None


@pytest.mark.parametrize("fields", [{"prompt": "a red fox"}, {"images": True}])
async def test_who_finds_no_subjects_says_so_before_anything_is_painted(
    shop: Shop, fields: dict[str, Any]
) -> None:
    if "images" in fields:
        fields = {"images": (await shop.upload(photo()),)}
    shop.origin.parts.commissions._finds_subjects = False
    with pytest.raises(Unsupported, match="cutout"):
        await shop.accept(**fields, transparent=True)
    assert not shop.origin.painter.paints
    await shop.accept("a red fox", transparent=True, model="sketch")


async def test_variations_of_an_upload_are_all_different_and_all_of_it(shop: Shop) -> None:
    before = photo(*ODD)
    sha256 = await shop.upload(before)
    pictures = [await shop.drawn(images=(sha256,), seed=seed, size=Size(*ODD)) for seed in (1, 2, 3, 4)]
    assert len({picture.tobytes() for picture in [before, *pictures]}) == 5
    again = await shop.drawn(images=(sha256,), seed=1, size=Size(*ODD))
    assert again.tobytes() == pictures[0].tobytes()


async def test_an_edit_is_named_by_its_words_and_an_upload_by_its_file(shop: Shop) -> None:
    sha256 = await shop.upload(photo())
    edit = await shop.accept(images=(sha256,), instruction="make it night", model="sketch")
    varied = await shop.accept(images=(sha256,), seed=1, model="sketch")
    assert (edit.address.slug, varied.address.slug) == ("make-night", "fields")


async def test_what_is_ignored_is_named(shop: Shop) -> None:
    accepted = await shop.accept("a red fox", model="sketch", steps=9, negative_prompt="snow", seed=4)
    assert accepted.ignored == ("negative_prompt", "steps")
    plain = await shop.accept("a red fox", model="sketch", seed=4)
    assert plain.address == accepted.address


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"prompt": "a zeppelin"}, ContentRefused),
        ({"prompt": "a fox", "style": "zeppelin"}, ContentRefused),
        ({"prompt": "a fox", "model": "nobody"}, InvalidRequest),
        ({"prompt": "a fox", "seed": -1}, InvalidRequest),
        ({"prompt": "a fox", "size": Size(8, 8)}, InvalidRequest),
        ({"prompt": "a fox", "size": Size(64, -1)}, InvalidRequest),
        ({"prompt": "a fox", "size": Size(0, 64)}, InvalidRequest),
        ({"prompt": "a fox", "format": "svg", "images": ("0" * 64,)}, NotFound),
        ({"images": ("0" * 64,), "instruction": "warmer"}, NotFound),
    ],
)
async def test_what_is_refused_binds_no_address(
    shop: Shop, fields: dict[str, Any], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        await shop.accept(**fields)
    for slug in ("fox", "zeppelin", "warmer"):
        assert not await shop.origin.parts.catalog.assets.find("demo", slug)


@pytest.mark.parametrize(
    ("project", "refused"), [("keyed", Unauthorized), ("secret", NoProject), ("frozen", NotFound)]
)
async def test_strangers_have_nothing_accepted(shop: Shop, project: str, refused: type[Exception]) -> None:
    row = await shop.origin.parts.projects.get(project)
    asked = Commission(prompt="a red fox", size=SIZE)
    for _ in range(2):
        with pytest.raises(refused):
            await shop.origin.parts.commissions.accept(row, asked, STRANGER)
        await shop.origin.parts.commissions.accept(row, asked)  # also when it has an address


async def test_a_lost_picture_is_painted_again_as_it_was(shop: Shop) -> None:
    accepted = await shop.accept("a red fox", model="sketch", transparent=True)
    parts = shop.origin.parts
    before = (await parts.commissions.picture(accepted)).blob.data
    await parts.store.delete(accepted.address.key)
    await parts.store.delete(master_key(accepted.recipe))
    assert (await parts.commissions.picture(accepted)).blob.data == before


async def test_to_delete_a_cut_out_picture_leaves_no_master_of_it(shop: Shop) -> None:
    parts = shop.origin.parts
    for size in (SIZE, Size(64, 200)):
        accepted = await shop.accept("a red fox", transparent=True, size=size, model="sketch")
        await parts.commissions.picture(accepted)
        assert accepted.recipe.source
        await parts.service.paint(accepted.recipe.source)  # as for a painter that has no drawing
    assert len(await parts.store.keys_anywhere("masters/")) == 4
    await parts.purger.purge("demo", "red-fox", whole=True)
    assert not await parts.store.keys_anywhere("masters/")


async def test_another_painting_of_a_cut_out_picture_is_cut_out_too(shop: Shop) -> None:
    accepted = await shop.accept("a red fox", model="sketch", transparent=True)
    parts = shop.origin.parts
    before = (await parts.commissions.picture(accepted)).blob.data
    await parts.rerolls.reroll(accepted.address, OPERATOR, seed=12)
    shown = (await parts.bindings.shown(accepted.address)).recipe
    assert shown
    assert shown.source
    assert (shown.seed, shown.source.seed) == (12, 12)
    after = await shop.origin.get(accepted.address.path)
    assert after.content != before
    assert opened(after.content).mode == "RGBA"


async def test_an_upload_that_was_changed_by_rules_is_not_rerolled(shop: Shop) -> None:
    sha256 = await shop.upload(photo())
    accepted = await shop.accept(images=(sha256,), instruction="make it night", model="sketch")
    with pytest.raises(Unsupported, match="by rules"):
        await shop.origin.parts.rerolls.reroll(accepted.address, OPERATOR)


async def test_another_picture_at_a_name_is_not_overwritten(shop: Shop) -> None:
    parts = shop.origin.parts
    project, fox = await parts.projects.get("demo"), await shop.accept("a red fox")
    other = await shop.accept("a blue whale")
    with pytest.raises(Conflict):
        await parts.bindings.bind_recipe(project, fox.address, other.recipe, {}, OPERATOR)
    assert await parts.bindings.bind_recipe(project, fox.address, fox.recipe, {}, OPERATOR) == fox.asset


async def test_a_commission_can_be_watched(shop: Shop) -> None:
    accepted = await shop.accept("a red fox")
    seen = [step async for step in shop.origin.parts.commissions.watch(accepted)]
    assert isinstance(seen[-1], Rendition)
    assert seen[-1].blob.data == (await shop.origin.get(accepted.address.path)).content
