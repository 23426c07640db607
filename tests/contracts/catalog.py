"""What a catalog does, whatever database it is in.

A test module derives a class from CatalogContract and gives it a fixture `catalog`, a new one each time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from imgorigin.address import Size
from imgorigin.catalog.assets import Description, NewAsset
from imgorigin.catalog.audit import Deed
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.keys import Key
from imgorigin.catalog.pages import Cursor, Total
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.catalog.records import Asset, Bound, Moved
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.search import Direction
from imgorigin.catalog.uploads import Upload
from imgorigin.catalog.usage import Amounts, Budget
from imgorigin.catalog.wordindex import INDEXES
from imgorigin.errors import Conflict, InvalidRequest, NotFound
from imgorigin.recipe import Recipe

RACERS = 8
ODD = "Éclair \0 赤い狐 🦊 \ud800 'quote' \"double\" \\ ' OR 1=1 --"


def recipe(prompt: str = "a red fox", seed: int = 1, **more: Any) -> Recipe:
    return Recipe(prompt=prompt, model="sketch", revision="1", seed=seed, canvas=Size(1024, 768), **more)


def new(scope: Scope, slug: str = "red-fox", **more: Any) -> NewAsset:
    values: dict[str, Any] = {
        "scope": scope,
        "slug": slug,
        "address": f"/acme/{slug}_800x600.png",
        "kind": "generated",
        "width": 800,
        "height": 600,
        "format": "png",
        "recipe": recipe(slug.replace("-", " ")),
    }
    return NewAsset(**values | more)


async def account(catalog: Catalog) -> int:
    return (await catalog.accounts.ensure()).id


async def project(catalog: Catalog, name: str = "acme", **settings: Any) -> ProjectRow:
    return await catalog.projects.ensure(await account(catalog), name, ProjectSettings(**settings))


async def bound(catalog: Catalog, asset: NewAsset) -> Asset:
    found = await catalog.assets.bind(asset)
    assert isinstance(found, Bound)
    assert found.is_new
    return found.asset


async def filled(catalog: Catalog, scope: Scope, count: int, **more: Any) -> list[Asset]:
    return [await bound(catalog, new(scope, f"fox-{at}", **more)) for at in range(count)]


def slugs(assets: Sequence[Asset]) -> list[str]:
    return [asset.slug for asset in assets]


class CatalogContract:
    # Projects

    async def test_an_account_is_made_once(self, catalog: Catalog) -> None:
        made = await asyncio.gather(*(catalog.accounts.ensure() for _ in range(RACERS)))
        assert len({account.id for account in made}) == 1
        await catalog.accounts.set_plan(made[0].id, "Pro")
        assert (await catalog.accounts.get(made[0].id)).plan == "Pro"
        with pytest.raises(NotFound):
            await catalog.accounts.get(made[0].id + 1)

    async def test_a_project_keeps_all_its_settings(self, catalog: Catalog) -> None:
        owner = await account(catalog)
        settings = ProjectSettings(
            display_name="Acme",
            description="Pictures",
            paint="referer",
            private=True,
            revalidate=True,
            tell_prompt=True,
            background="#123456",
            custom_prompt="in oil",
            negative_prompt="text",
            style="oil",
            default_model="sketch",
            reference_image="ab" * 32,
            origins=("https://a.example", "https://b.example"),
            signing_secrets=("new", "old"),
            paints_per_minute=3,
            paints_per_month=2**40,
            gpu_seconds_per_month=0.5,
        )
        made = await catalog.projects.create(owner, "acme", settings)
        assert made.settings == settings
        assert await catalog.projects.by_name("acme") == made
        assert await catalog.projects.get(owner, made.public_id) == made
        assert await catalog.projects.get(owner, "acme") == made
        changed = await catalog.projects.set(made.id, {"paint": "frozen", "origins": ()})
        assert changed.settings == replace(settings, paint="frozen", origins=())
        assert await catalog.projects.all() == (changed,)

    async def test_one_project_of_an_account_is_the_default_one(self, catalog: Catalog) -> None:
        owner = await account(catalog)
        with pytest.raises(NotFound):
            await catalog.projects.default(owner)
        first = await catalog.projects.create(owner, "first", ProjectSettings())
        second = await catalog.projects.create(owner, "second", ProjectSettings())
        assert (first.is_default, second.is_default) == (True, False)
        third = await catalog.projects.create(owner, "third", ProjectSettings(), is_default=True)
        assert (await catalog.projects.default(owner)).id == third.id
        await catalog.projects.set(second.id, {}, is_default=True)
        assert [row.name for row in await catalog.projects.all(owner) if row.is_default] == ["second"]

    async def test_a_project_is_made_once(self, catalog: Catalog) -> None:
        owner = await account(catalog)
        tries = (catalog.projects.create(owner, "acme", ProjectSettings()) for _ in range(RACERS))
        made = await asyncio.gather(*tries, return_exceptions=True)
        assert sum(isinstance(one, ProjectRow) for one in made) == 1
        assert sum(isinstance(one, Conflict) for one in made) == RACERS - 1

    @pytest.mark.parametrize("name", ["", "Acme", "a b", "api", "x" * 64, "é", "\0"])
    async def test_what_cannot_be_a_project_is_refused(self, catalog: Catalog, name: str) -> None:
        with pytest.raises(InvalidRequest):
            await catalog.projects.create(await account(catalog), name, ProjectSettings())
        with pytest.raises(NotFound):
            await catalog.projects.by_name(name)

    # Keys

    async def test_a_key_is_known_by_its_secret_alone(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        expires = datetime.now(UTC).replace(microsecond=5000) + timedelta(days=1)
        key, secret = await catalog.keys.create(
            acme.account_id, "ci", "paint", project_id=acme.id, expires=expires
        )
        assert await catalog.keys.of_secret(secret) == key
        assert (key.project, key.scope, key.expires, key.name) == ("acme", "paint", expires, "ci")
        assert secret.startswith(key.prefix)
        assert await catalog.keys.of_secret(secret + "x") is None
        assert await catalog.keys.of_secret(ODD) is None
        assert await catalog.keys.all(acme.account_id) == (key,)
        now = datetime.now(UTC)
        assert (key.is_good(now), key.is_good(expires)) == (True, False)

    async def test_a_key_ends_and_is_followed_by_another(self, catalog: Catalog) -> None:
        owner = await account(catalog)
        old, secret = await catalog.keys.create(owner, "old", "manage")
        until = datetime.now(UTC) + timedelta(hours=1)
        new_key, new_secret = await catalog.keys.rotate(owner, old.prefix, old_until=until)
        still = await catalog.keys.of_secret(secret)
        assert still
        assert (still.is_good(datetime.now(UTC)), still.is_good(until)) == (True, False)
        assert (new_key.name, new_key.scope) == ("old", "manage")
        await catalog.keys.revoke(owner, new_key.id)
        gone = await catalog.keys.of_secret(new_secret)
        assert isinstance(gone, Key)
        assert not gone.is_good(datetime.now(UTC))
        for other in (owner + 1, owner):
            with pytest.raises(NotFound):
                await catalog.keys.revoke(other, new_key.id)

    async def test_the_last_use_of_a_key_only_moves_on(self, catalog: Catalog) -> None:
        owner = await account(catalog)
        key, _ = await catalog.keys.create(owner, "ci", "read")
        later = datetime(2030, 1, 1, tzinfo=UTC)
        await catalog.keys.used({key.id: later})
        await catalog.keys.used({key.id: later - timedelta(days=1)})
        (found,) = await catalog.keys.all(owner)
        assert found.last_used == later

    async def test_a_key_hands_its_budgets_on(self, catalog: Catalog) -> None:
        owner = await account(catalog)
        budgets = {"paints_per_minute": 3, "paints_per_month": 2**40, "gpu_seconds_per_month": 0.5}
        free, _ = await catalog.keys.create(owner, "free", "paint")
        bound_key, _ = await catalog.keys.create(
            *(owner, "bound", "paint"),
            paints_per_minute=3,
            paints_per_month=2**40,
            gpu_seconds_per_month=0.5,
        )
        rotated, _ = await catalog.keys.rotate(owner, bound_key.id)
        assert {name: getattr(free, name) for name in budgets} == dict.fromkeys(budgets)
        for key in (bound_key, rotated):
            assert {name: getattr(key, name) for name in budgets} == budgets

    # Binding

    async def test_an_address_is_bound_once_for_good(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        assert await catalog.assets.find("acme", "red-fox") is None
        first = await catalog.assets.bind(new(acme.scope, title="Fox", tags=["Animal"], created_by="key 1"))
        assert isinstance(first, Bound)
        again = await catalog.assets.bind(new(acme.scope, recipe=recipe("another", seed=2)))
        assert isinstance(again, Bound)
        assert (first.is_new, again.is_new) == (True, False)
        assert replace(again, is_new=True) == first
        assert await catalog.assets.find("acme", "red-fox") == again
        assert first.recipe == recipe("red fox")
        asset = first.asset
        assert (asset.project, asset.address) == ("acme", "/acme/red-fox_800x600.png")
        assert (asset.prompt, asset.model, asset.seed, asset.tags) == ("red fox", "sketch", 1, ("Animal",))
        assert (await catalog.projects.by_name("acme")).image_count == 1

    async def test_of_many_who_bind_one_address_one_does(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        tries = (
            catalog.assets.bind(new(acme.scope, recipe=recipe(seed=at), tags=["a", "b"]))
            for at in range(RACERS)
        )
        found = await asyncio.gather(*tries)
        assert all(isinstance(one, Bound) for one in found)
        assert len({one.recipe for one in found if isinstance(one, Bound)}) == 1
        assert sum(one.is_new for one in found if isinstance(one, Bound)) == 1
        assert (await catalog.projects.by_name("acme")).image_count == 1

    async def test_an_edit_keeps_its_whole_recipe(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        edit = recipe(source=recipe(), instruction="add a hat", images=("ab",), strength=0.5)
        await bound(catalog, new(acme.scope, "red-fox/add-a-hat", kind="edited", recipe=edit))
        found = await catalog.assets.find("acme", "red-fox/add-a-hat")
        assert isinstance(found, Bound)
        assert found.recipe == edit

    async def test_an_upload_is_an_asset_without_a_recipe(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        upload = Upload(
            sha256="ab" * 32,
            media_type="image/png",
            bytes=7,
            width=8,
            height=9,
            name=ODD,
            facts={"exif": ODD},
        )
        kept = await catalog.uploads.keep(upload)
        assert await catalog.uploads.keep(replace(upload, name="other")) == kept
        assert await catalog.uploads.get(upload.sha256) == kept
        assert await catalog.uploads.get("none") is None
        assert kept.facts == upload.facts
        asset = new(acme.scope, "logo", kind="uploaded", recipe=None, prompt="logo", upload=upload.sha256)
        made = await bound(catalog, asset)
        assert (made.upload, made.prompt, made.seed) == (upload.sha256, "logo", None)
        found = await catalog.assets.find("acme", "logo")
        assert isinstance(found, Bound)
        assert found.recipe is None

    async def test_any_text_is_taken(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await bound(
            catalog,
            new(
                acme.scope,
                title=ODD,
                alt=ODD,
                caption=ODD,
                created_by=ODD,
                custom_metadata={ODD: [ODD, None]},
            ),
        )
        kept = ODD.replace("\0", "").replace("\ud800", "")
        assert (made.title, made.alt, made.caption, made.created_by) == (kept, kept, kept, kept)
        assert made.custom_metadata == {ODD: [ODD, None]}
        await catalog.tags.add(acme.scope, [made.content_id], [ODD])
        for text in (ODD, "'", '"', "\\", "\0", "赤い", "🦊", "%", "'); DROP TABLE assets; --"):
            await catalog.search.listing(acme.scope, limit=10, text=text)
            await catalog.tags.tagged(acme.scope, text, limit=10)
            with pytest.raises(NotFound):
                await catalog.assets.get(acme.scope, text)
        assert (await catalog.search.page(acme.scope, "éclair 狐 🦊", limit=1)).total == 1

    async def test_slugs_that_are_taken_are_told_with_their_prompts(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await bound(catalog, new(acme.scope, "fox"))
        await bound(catalog, new(acme.scope, "cat"))
        await catalog.redirects.rename(acme.scope, made.content_id, acme.id, "fuchs")
        taken = await catalog.assets.taken(acme.id, ["fox", "fuchs", "cat", "dog"])
        assert taken == {"fox": "", "fuchs": "fox", "cat": "cat"}

    # Describing, deleting, renaming

    async def test_a_description_changes_in_part(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await bound(catalog, new(acme.scope, alt="before", tags=["x"]))
        changed = await catalog.assets.describe(
            acme.scope, made.content_id, Description(title="Zorro", custom_metadata={"a": 1})
        )
        assert changed == replace(made, title="Zorro", custom_metadata={"a": 1})
        assert await catalog.assets.get(acme.scope, made.content_id) == changed
        assert slugs((await catalog.search.page(acme.scope, "zorro before", limit=5)).items) == ["red-fox"]
        await catalog.assets.spend(made.number, 1.5)
        await catalog.assets.spend(made.number, 1.0)
        assert (await catalog.assets.get(acme.scope, made.content_id)).gpu_seconds == 2.5

    async def test_what_is_deleted_is_free_again_and_found_nowhere(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await filled(catalog, acme.scope, 3, tags=["x"])
        await catalog.redirects.rename(acme.scope, made[0].content_id, acme.id, "old")
        gone = await catalog.assets.delete(acme.scope, [made[0].content_id, made[1].content_id])
        assert slugs(gone) == ["old", "fox-1"]
        assert await catalog.assets.find("acme", "old") is None
        assert await catalog.assets.find("acme", "fox-0") is None
        assert (await catalog.search.page(acme.scope, "tags:x", limit=9)).total == 1
        assert (await catalog.search.listing(acme.scope, limit=9)).total == 1
        assert [(one.tag, one.count) for one in await catalog.tags.all(acme.scope)] == [("x", 1)]
        again = await bound(catalog, new(acme.scope, "fox-1"))
        assert again.number > made[2].number
        with pytest.raises(NotFound):
            await catalog.assets.delete(acme.scope, [made[2].content_id, made[1].content_id])
        assert (await catalog.projects.by_name("acme")).image_count == 2

    async def test_nothing_outside_the_scope_is_reached(self, catalog: Catalog) -> None:
        acme, other = await project(catalog), await project(catalog, "other")
        made = await bound(catalog, new(acme.scope, tags=["x"]))
        for scope in (other.scope, Scope(acme.account_id + 1)):
            for action in (
                catalog.assets.get(scope, made.content_id),
                catalog.assets.describe(scope, made.content_id, Description(title="mine")),
                catalog.assets.delete(scope, [made.content_id]),
                catalog.tags.add(scope, [made.content_id], ["y"]),
                catalog.redirects.rename(scope, made.content_id, other.id, "mine"),
                catalog.versions.all(scope, made.content_id),
                catalog.versions.add(scope, made.content_id, recipe()),
            ):
                with pytest.raises(NotFound):
                    await action
            assert (await catalog.search.page(scope, "", limit=9)).items == ()
            assert (await catalog.search.page(scope, "NOT nothing", limit=9)).items == ()
            assert (await catalog.search.page(scope, "project:acme OR fox", limit=9)).items == ()
            assert (await catalog.search.listing(scope, limit=9)).total == 0
            assert (await catalog.tags.tagged(scope, "x", limit=9)).items == ()
        whole = Scope(acme.account_id)
        assert (await catalog.assets.get(whole, made.content_id)) == made

    async def test_the_old_address_leads_to_the_new_one_and_back(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await bound(catalog, new(acme.scope, "fox"))
        edit = await bound(catalog, new(acme.scope, "fox/add-a-hat"))
        near = await bound(catalog, new(acme.scope, "fox-cub"))
        renamed = await catalog.redirects.rename(acme.scope, made.content_id, acme.id, "fuchs")
        assert [(one.before.slug, one.after.slug) for one in renamed] == [
            ("fox", "fuchs"),
            ("fox/add-a-hat", "fuchs/add-a-hat"),
        ]
        assert await catalog.assets.find("acme", "fox") == Moved("acme", "fuchs")
        assert await catalog.assets.find("acme", "fox/add-a-hat") == Moved("acme", "fuchs/add-a-hat")
        assert await catalog.assets.bind(new(acme.scope, "fox")) == Moved("acme", "fuchs")
        assert (await catalog.assets.get(acme.scope, near.content_id)).slug == "fox-cub"
        await catalog.redirects.rename(acme.scope, made.content_id, acme.id, "renard")
        assert await catalog.assets.find("acme", "fox") == Moved("acme", "renard")
        await catalog.redirects.rename(acme.scope, made.content_id, acme.id, "fox")
        found = await catalog.assets.find("acme", "fox")
        assert isinstance(found, Bound)
        assert found.asset == made
        assert await catalog.assets.find("acme", "fuchs") == Moved("acme", "fox")
        assert await catalog.assets.get(acme.scope, edit.content_id) == edit
        same = await catalog.redirects.rename(acme.scope, made.content_id, acme.id, "fox")
        assert same[0].before == same[0].after

    async def test_no_picture_is_renamed_over_another(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        fox, cat = await bound(catalog, new(acme.scope, "fox")), await bound(catalog, new(acme.scope, "cat"))
        with pytest.raises(Conflict):
            await catalog.redirects.rename(acme.scope, fox.content_id, acme.id, "cat")
        await catalog.redirects.rename(acme.scope, cat.content_id, acme.id, "lion")
        with pytest.raises(Conflict):  # for it leads somewhere
            await catalog.redirects.rename(acme.scope, fox.content_id, acme.id, "cat")
        with pytest.raises(NotFound):
            await catalog.redirects.rename(acme.scope, fox.content_id, acme.id + 99, "dog")
        assert (await catalog.assets.get(acme.scope, fox.content_id)) == fox

    async def test_a_picture_moves_to_another_project_with_all_it_has(self, catalog: Catalog) -> None:
        acme, other = await project(catalog), await project(catalog, "other")
        whole = Scope(acme.account_id)
        made = await bound(catalog, new(acme.scope, "fox", tags=["x"]))
        await bound(catalog, new(acme.scope, "cat", tags=["x"]))
        (renamed,) = await catalog.redirects.rename(whole, made.content_id, other.id, "fox")
        assert renamed.after.project == "other"
        assert await catalog.assets.find("acme", "fox") == Moved("other", "fox")
        for scope, expected in ((acme.scope, ["cat"]), (other.scope, ["fox"]), (whole, ["cat", "fox"])):
            assert slugs((await catalog.search.listing(scope, limit=9)).items) == expected
            assert slugs((await catalog.search.page(scope, "tags:x", limit=9)).items) == expected
            assert slugs((await catalog.tags.tagged(scope, "x", limit=9)).items) == expected
            assert [one.count for one in await catalog.tags.all(scope)] == [len(expected)]

    # Versions

    async def test_rerolls_are_kept_pinned_and_undone(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await bound(catalog, new(acme.scope))
        await catalog.versions.add(acme.scope, made.content_id, recipe("red fox", 2))
        shown = await catalog.versions.add(acme.scope, made.content_id, recipe("blue fox", 3), "key 1")
        assert (shown.version, shown.previous_version, shown.seed) == (2, 1, 3)
        assert (await catalog.search.page(acme.scope, "blue", limit=9)).total == 1
        history = await catalog.versions.all(acme.scope, made.content_id)
        assert [one.version for one in history] == [0, 1, 2]
        assert [one.recipe.seed for one in history if one.recipe] == [1, 2, 3]
        assert await catalog.versions.at("acme", "red-fox", 2) == history[2]
        assert await catalog.versions.at("acme", "red-fox", 3) is None
        assert (await catalog.versions.pin(acme.scope, made.content_id, 0)).version == 0
        assert (await catalog.search.page(acme.scope, "blue", limit=9)).total == 0
        assert (await catalog.versions.undo(acme.scope, made.content_id)).version == 2
        assert (await catalog.versions.undo(acme.scope, made.content_id)).version == 0
        found = await catalog.assets.find("acme", "red-fox")
        assert isinstance(found, Bound)
        assert found.recipe == recipe("red fox")
        with pytest.raises(NotFound):
            await catalog.versions.pin(acme.scope, made.content_id, 7)
        for huge in (-1, 2**70):
            assert await catalog.versions.at("acme", "red-fox", huge) is None
            with pytest.raises(NotFound):
                await catalog.versions.pin(acme.scope, made.content_id, huge)

    async def test_rerolls_at_once_each_have_a_number(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await bound(catalog, new(acme.scope))
        tries = (catalog.versions.add(acme.scope, made.content_id, recipe(seed=at)) for at in range(RACERS))
        numbers = [asset.version for asset in await asyncio.gather(*tries)]
        assert sorted(numbers) == list(range(1, RACERS + 1))

    # Tags

    async def test_tags_are_added_removed_and_replaced(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await filled(catalog, acme.scope, 3)
        ids = [asset.content_id for asset in made]

        async def counted() -> dict[str, int]:
            return {one.tag: one.count for one in await catalog.tags.all(acme.scope)}

        await catalog.tags.add(acme.scope, ids, ["Summer  Sale", "fox"])
        await catalog.tags.add(acme.scope, ids[:1], ["SUMMER SALE", "dog"])
        assert await counted() == {"Summer Sale": 3, "fox": 3, "dog": 1}
        await catalog.tags.remove(acme.scope, ids[1:], ["summer sale", "unknown"])
        assert await counted() == {"Summer Sale": 1, "fox": 3, "dog": 1}
        await catalog.tags.replace(acme.scope, ids[:2], ["cat"])
        assert await counted() == {"cat": 2, "fox": 1}
        assert (await catalog.assets.get(acme.scope, ids[0])).tags == ("cat",)
        for tag in ("cat", "CAT", " cat "):
            found = slugs((await catalog.tags.tagged(acme.scope, tag, limit=9)).items)
            assert found == ["fox-1", "fox-0"]
        assert slugs((await catalog.search.page(acme.scope, "tags:fox", limit=9)).items) == ["fox-2"]

    async def test_tags_put_on_one_picture_at_once_all_stay(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        made = await filled(catalog, acme.scope, 2)
        ids = [asset.content_id for asset in made]
        names = [f"tag {at}" for at in range(RACERS)]
        await asyncio.gather(
            *(
                catalog.tags.add(acme.scope, ids[:: 1 if at % 2 else -1], [name, "all"])
                for at, name in enumerate(names)
            )
        )
        assert (await catalog.assets.get(acme.scope, ids[0])).tags == ("all", *names)
        asked = " ".join(f'tags:"{name}"' for name in names)
        assert (await catalog.search.page(acme.scope, asked, limit=9)).total == 2
        assert {one.count for one in await catalog.tags.all(acme.scope)} == {2}

    @pytest.mark.parametrize("tags", [[""], ["\0"], ["x" * 101], [str(at) for at in range(51)]])
    async def test_tags_out_of_bounds_are_refused_whole(self, catalog: Catalog, tags: list[str]) -> None:
        acme = await project(catalog)
        made = await bound(catalog, new(acme.scope))
        with pytest.raises(InvalidRequest):
            await catalog.tags.add(acme.scope, [made.content_id], ["fine", *tags])
        assert await catalog.tags.all(acme.scope) == ()

    # Lists and pages

    async def test_a_listing_knows_its_total_at_any_offset(
        self, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("imgorigin.catalog.counts.BLOCK", 4)
        acme, other = await project(catalog), await project(catalog, "other")
        made = [await bound(catalog, new((acme if at % 3 else other).scope, f"fox-{at}")) for at in range(30)]
        await catalog.assets.delete(Scope(acme.account_id), [one.content_id for one in made[5:20:2]])
        left = [asset for at, asset in enumerate(made) if not (5 <= at < 20 and at % 2)][::-1]
        for scope in (acme.scope, other.scope, Scope(acme.account_id)):
            ours = [asset for asset in left if scope.project_id in (None, asset.project_id)]
            for offset in range(len(ours) + 2):
                page = await catalog.search.listing(scope, limit=4, offset=offset)
                assert (page.items, page.total) == (tuple(ours[offset : offset + 4]), len(ours))
        with pytest.raises(InvalidRequest):
            await catalog.search.listing(acme.scope, limit=4, offset=-1)
        assert (await catalog.search.listing(acme.scope, limit=4, offset=2**62)).items == ()

    async def test_a_listing_by_words_has_all_of_them(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        for slug in ("red-fox", "red-cat", "blue-fox", "fox-red"):
            await bound(catalog, new(acme.scope, slug))
        page = await catalog.search.listing(acme.scope, limit=1, offset=1, text="FOX, red!")
        assert (slugs(page.items), page.total) == (["red-fox"], 2)
        with pytest.raises(InvalidRequest):
            await catalog.search.listing(acme.scope, limit=1, offset=10**6, text="fox")

    @pytest.mark.parametrize("sort_by", ["created", "title"])
    @pytest.mark.parametrize("direction", ["asc", "desc"])
    @pytest.mark.parametrize("expression", ["", "fox", "NOT cat"])
    async def test_pages_have_everything_once_while_pictures_are_added(
        self, catalog: Catalog, sort_by: Any, direction: Any, expression: str
    ) -> None:
        acme = await project(catalog)
        titles = ["b", "É", "a", "e", "", "B", "a", "zz", "Ä"]
        made = [await bound(catalog, new(acme.scope, f"fox-{at}", title=t)) for at, t in enumerate(titles)]
        fold = {"É": "e", "B": "b", "Ä": "a"}

        def place(asset: Asset) -> tuple[Any, ...]:
            return (
                (fold.get(asset.title, asset.title), asset.number) if sort_by == "title" else (asset.number,)
            )

        expected = slugs(sorted(made, key=place, reverse=direction == "desc"))
        found: list[str] = []
        cursor, at = "", 0
        while True:
            page = await catalog.search.page(
                acme.scope, expression, limit=2, cursor=cursor, sort_by=sort_by, direction=direction
            )
            assert page.total == len(titles)
            found += slugs(page.items)
            if not page.next_cursor:
                break
            cursor, at = page.next_cursor, at + 1
            await bound(catalog, new(acme.scope, f"late-fox-{at}", title="m"))
        assert [slug for slug in found if not slug.startswith("late")] == expected
        assert len(found) == len(set(found))

    async def test_a_cursor_is_good_for_its_own_search_alone(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        await filled(catalog, acme.scope, 3, tags=["x"])
        cursor = (await catalog.search.page(acme.scope, "fox", limit=1)).next_cursor
        assert cursor
        for wrong in ("x", "", "é", cursor[:-2], cursor + "!!!", "e30", "bnVsbA", "WzFd"):
            if wrong:
                with pytest.raises(InvalidRequest, match="next_cursor"):
                    await catalog.search.page(acme.scope, "fox", limit=1, cursor=wrong)
        for other in (
            catalog.search.page(acme.scope, "foxes", limit=1, cursor=cursor),
            catalog.search.page(acme.scope, "fox", limit=1, cursor=cursor, direction="asc"),
            catalog.search.page(Scope(acme.account_id), "fox", limit=1, cursor=cursor),
            catalog.tags.tagged(acme.scope, "x", limit=1, cursor=cursor),
        ):
            with pytest.raises(InvalidRequest, match="next_cursor"):
                await other
        for foul in ("\0", "\ud800"):
            question = (acme.scope, "", "title", "desc")
            crafted = Cursor((foul, 1), Total(1)).write(*question)
            with pytest.raises(InvalidRequest, match="next_cursor"):
                await catalog.search.page(acme.scope, "", limit=1, cursor=crafted, sort_by="title")
        with pytest.raises(InvalidRequest, match="contentIds"):
            await catalog.assets.some(acme.scope, [str(at) for at in range(201)])
        for limit in (0, 501):
            with pytest.raises(InvalidRequest, match="max_results"):
                await catalog.search.page(acme.scope, "fox", limit=limit)

    async def test_tagged_pictures_come_in_pages(self, catalog: Catalog) -> None:
        acme = await project(catalog)
        await filled(catalog, acme.scope, 5, tags=["x"])
        first = await catalog.tags.tagged(acme.scope, "x", limit=3)
        assert (slugs(first.items), first.total) == (["fox-4", "fox-3", "fox-2"], 5)
        second = await catalog.tags.tagged(acme.scope, "x", limit=3, cursor=first.next_cursor or "")
        assert (slugs(second.items), second.next_cursor, second.total) == (["fox-1", "fox-0"], None, 5)

    async def test_a_total_is_exact_up_to_its_bound(
        self, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("imgorigin.catalog.view.MOST_COUNTED", 3)
        acme = await project(catalog)
        await filled(catalog, acme.scope, 3)
        assert (await catalog.search.page(acme.scope, "fox", limit=1)).total == 3
        await bound(catalog, new(acme.scope, "fox-x", title="b"))
        await bound(catalog, new(acme.scope, "fox-y", title="a"))
        for cat in range(5):
            await bound(catalog, new(acme.scope, f"cat-{cat}"))
        directions: list[Direction] = ["asc", "desc"]
        for direction in directions:
            page = await catalog.search.page(acme.scope, "fox", limit=1, direction=direction)
            assert (page.total, page.is_exact) == (10, False)
            page = await catalog.search.page(
                acme.scope, "fox", limit=1, direction=direction, cursor=page.next_cursor or ""
            )
            assert (page.total, page.is_exact) == (10, False)
        page = await catalog.search.page(acme.scope, "fox", limit=9)
        assert (page.total, page.is_exact, len(page.items)) == (5, True, 5)
        page = await catalog.search.page(acme.scope, "", limit=1)
        assert (page.total, page.is_exact) == (10, True)
        many = await catalog.search.page(acme.scope, "fox", limit=9, sort_by="title", direction="desc")
        assert slugs(many.items)[:2] == ["fox-x", "fox-y"]

    @pytest.mark.parametrize(
        ("asking", "looking"),
        [(0, 0), (10**9, 10**9), (10**9, 0)],
        ids=["one by one", "gone through", "sorted"],
    )
    async def test_many_matches_come_by_title_wherever_they_stand(
        self, catalog: Catalog, monkeypatch: pytest.MonkeyPatch, asking: int, looking: int
    ) -> None:
        monkeypatch.setattr("imgorigin.catalog.view.LOOKING", looking)
        monkeypatch.setattr("imgorigin.catalog.view.MOST_COUNTED", 2)
        monkeypatch.setattr("imgorigin.catalog.view.PATIENCE", 1)
        monkeypatch.setattr(type(INDEXES[catalog.database.dialect]), "asking", asking)
        acme = await project(catalog)
        for at in range(12):
            await bound(catalog, new(acme.scope, f"cat-{at}", title=f"a {at % 5}"))
        made = [await bound(catalog, new(acme.scope, f"fox-{at}", title=f"z {at % 3}")) for at in range(7)]
        directions: list[Direction] = ["asc", "desc"]
        for direction in directions:
            found: list[str] = []
            cursor: str | None = ""
            while cursor is not None:
                page = await catalog.search.page(
                    acme.scope, "fox", limit=2, cursor=cursor, sort_by="title", direction=direction
                )
                found += slugs(page.items)
                cursor = page.next_cursor
            place = sorted(made, key=lambda one: (one.title, one.number), reverse=direction == "desc")
            assert found == slugs(place)

    # Usage and history

    async def test_usage_adds_up(self, catalog: Catalog) -> None:
        amounts = Amounts(paints=1, images=2, edits=3, gpu_seconds=0.5)
        await asyncio.gather(
            *(catalog.usage.add(["project:1", "key:a"], "2026-01", amounts) for _ in range(RACERS))
        )
        await catalog.usage.add(["key:a"], "2026-02", Amounts(paints=5))
        assert await catalog.usage.of("project:1", "2026-01") == Amounts(
            paints=RACERS, images=2 * RACERS, edits=3 * RACERS, gpu_seconds=RACERS / 2
        )
        assert await catalog.usage.several(["key:a", "key:b"], "2026-02") == {
            "key:a": Amounts(paints=5),
            "key:b": Amounts(),
        }
        await catalog.usage.forget("2026-02")
        assert await catalog.usage.of("key:a", "2026-01") == Amounts()

    async def test_usage_is_forgotten_by_period_and_subject(self, catalog: Catalog) -> None:
        for period in ("2026-01", "minute:1", "minute:2"):
            await catalog.usage.add(["key:a", "k%:b"], period, Amounts(paints=1))
        await catalog.usage.forget("minute:2", since="minute:", subjects="key:")
        kept = [
            (subject, period)
            for period in ("2026-01", "minute:1", "minute:2")
            for subject, amounts in (await catalog.usage.several(["key:a", "k%:b"], period)).items()
            if amounts.paints
        ]
        assert kept == [
            *(("key:a", "2026-01"), ("k%:b", "2026-01"), ("k%:b", "minute:1")),
            *(("key:a", "minute:2"), ("k%:b", "minute:2")),
        ]
        await catalog.usage.forget("3", subjects="k%")
        assert await catalog.usage.of("key:a", "2026-01") == Amounts(paints=1)
        assert await catalog.usage.of("k%:b", "2026-01") == Amounts()

    async def test_no_budget_is_overdrawn(self, catalog: Catalog) -> None:
        tight, loose = Budget("key:a", "2026-01", images=3), Budget("project:1", "2026-01", paints=100)
        tries = (catalog.usage.take([loose, tight], Amounts(images=1, paints=1)) for _ in range(RACERS))
        refused = await asyncio.gather(*tries)
        assert refused.count(None) == 3
        assert refused.count(tight) == RACERS - 3
        assert await catalog.usage.of("project:1", "2026-01") == Amounts(images=3, paints=3)
        assert await catalog.usage.take([Budget("x", "2026-01", gpu_seconds=1)], Amounts(gpu_seconds=1.5))
        assert await catalog.usage.of("x", "2026-01") == Amounts()

    async def test_history_is_read_from_the_latest(self, catalog: Catalog) -> None:
        deeds = [
            Deed(
                account_id=1,
                who="key a",
                action="rename",
                subject=f"c{at % 2}",
                project="acme",
                detail={"at": at},
            )
            for at in range(5)
        ]
        await catalog.audit.note(*deeds)
        await catalog.audit.note(Deed(account_id=2, who="key b", action="delete"))
        first = await catalog.audit.page(1, limit=3)
        second = await catalog.audit.page(1, limit=3, cursor=first.next_cursor or "")
        assert [deed.detail["at"] for deed in (*first.items, *second.items)] == [4, 3, 2, 1, 0]
        assert second.next_cursor is None
        assert all(deed.at for deed in first.items)
        of_one = await catalog.audit.page(1, limit=9, subjects=["c1"])
        assert [deed.detail["at"] for deed in of_one.items] == [3, 1]
        assert (await catalog.audit.page(1, limit=9, project="other")).items == ()

    # News

    async def test_news_is_heard_in_order_and_once(self, catalog: Catalog) -> None:
        assert (await catalog.news.last(), await catalog.news.after(0)) == (0, ())
        await asyncio.gather(
            *(catalog.news.tell("purge", ODD[:6], {"at": at}, host="a") for at in range(RACERS))
        )
        everything = await catalog.news.after(0)
        assert sorted(item.detail["at"] for item in everything) == list(range(RACERS))
        assert [item.id for item in everything] == sorted({item.id for item in everything})
        assert {(item.kind, item.subject, item.host) for item in everything} == {("purge", ODD[:6], "a")}
        assert await catalog.news.after(everything[2].id, limit=2) == everything[3:5]
        assert await catalog.news.last() == everything[-1].id
        assert await catalog.news.after(everything[-1].id) == ()

    async def test_old_news_is_forgotten_and_its_ids_are_not_used_again(self, catalog: Catalog) -> None:
        long_ago = datetime(2026, 1, 1, tzinfo=UTC)
        for at in (long_ago, long_ago + timedelta(days=1), long_ago + timedelta(days=2)):
            await catalog.news.tell("purge", "acme/fox", {}, host="a", at=at)
        last = await catalog.news.last()
        await catalog.news.forget(long_ago + timedelta(days=2))
        assert [item.at for item in await catalog.news.after(0)] == [long_ago + timedelta(days=2)]
        await catalog.news.forget(long_ago + timedelta(days=3))
        await catalog.news.tell("purge", "acme/fox", {}, host="a")
        assert await catalog.news.last() > last

    # What is to go with a picture

    async def test_the_recipes_of_all_versions_of_an_address(self, catalog: Catalog) -> None:
        scope = (await project(catalog)).scope
        asset = await bound(catalog, new(scope))
        await bound(catalog, new(scope, "red-fox/at-night"))
        await catalog.versions.add(scope, asset.content_id, recipe(seed=2))
        found = await catalog.versions.recipes("acme", "red-fox")
        assert [(one.prompt, one.seed) for one in found] == [("red fox", 1), ("a red fox", 2)]
        assert await catalog.versions.recipes("acme", "owl") == ()
        assert await catalog.versions.recipes("other", "red-fox") == ()

    async def test_an_upload_goes_when_nothing_uses_it(self, catalog: Catalog) -> None:
        scope = (await project(catalog)).scope
        for sha in ("a" * 64, "b" * 64, "c" * 64, "d" * 64):
            await catalog.uploads.keep(Upload(sha256=sha, media_type="image/png", bytes=1, width=1, height=1))
        await bound(catalog, new(scope, "shown", recipe=None, upload="a" * 64))
        await bound(catalog, new(scope, "made-from", recipe=recipe(images=("b" * 64,))))
        await project(catalog, "other", reference_image="c" * 64)
        gone = [await catalog.uploads.drop_unused(one * 64) for one in "abcde"]
        assert gone == [False, False, False, True, False]
        assert await catalog.uploads.get("d" * 64) is None
        assert await catalog.uploads.get("a" * 64)
