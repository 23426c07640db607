"""What a first start makes, and that a later one makes nothing."""

from __future__ import annotations

import asyncio
import json
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from imgorigin.admin_key import FILE as KEY_FILE
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.errors import SettingsError
from imgorigin.first_start import Made, first_start
from imgorigin.projects_file import FILE
from tests.catalog.conftest import Place

ROOT = Path(__file__).parents[2]
STARTER = """
import asyncio, json, sys
from pathlib import Path
from imgorigin.catalog.catalog import Catalog
from imgorigin.first_start import first_start

async def main():
    catalog = Catalog.open(sys.argv[1], Path(sys.argv[2]))
    print("ready", flush=True)
    sys.stdin.readline()
    made = await first_start(catalog, Path(sys.argv[2]))
    await catalog.close()
    print(json.dumps(str(made.admin_key or "")))

asyncio.run(main())
"""


async def test_a_first_start_makes_a_project_and_a_key_that_only_its_owner_reads(empty_place: Place) -> None:
    catalog = Catalog.open(empty_place.url, empty_place.data)
    made = await first_start(catalog, empty_place.data)
    assert made == Made(empty_place.data / KEY_FILE)
    (demo,) = await catalog.projects.all()
    assert (demo.name, demo.settings, demo.is_default) == ("demo", ProjectSettings(), True)
    assert stat.S_IMODE((empty_place.data / KEY_FILE).stat().st_mode) == 0o600
    key = await catalog.keys.of_secret((empty_place.data / KEY_FILE).read_text().strip())
    assert key
    assert (key.scope, key.project, key.expires) == ("manage", None, None)
    assert [one.name for one in empty_place.data.iterdir() if one.name.startswith(".")] == []
    assert await first_start(catalog, empty_place.data) == Made(kept_key=empty_place.data / KEY_FILE)
    await catalog.close()


async def test_a_key_that_was_revoked_is_not_replaced(place: Place) -> None:
    catalog = Catalog.open(place.url, place.data)
    await first_start(catalog, place.data)
    (key,) = await catalog.keys.all(1)
    await catalog.keys.revoke(1, key.id)
    assert await first_start(catalog, place.data) == Made()
    assert [one.is_good(datetime.now(UTC)) for one in await catalog.keys.all(1)] == [False]
    await catalog.close()


async def test_without_its_file_there_is_no_key(place: Place) -> None:
    catalog = Catalog.open(place.url, place.data)
    (place.data / KEY_FILE).mkdir()
    with pytest.raises(SettingsError, match=r"The admin key cannot be written to .*admin-key\.txt"):
        await first_start(catalog, place.data)
    assert await catalog.keys.all(1) == ()
    (place.data / KEY_FILE).rmdir()
    assert (await first_start(catalog, place.data)).admin_key
    await catalog.close()


async def test_what_the_file_says_of_projects_holds_at_every_start(place: Place) -> None:
    catalog = Catalog.open(place.url, place.data)
    account = await catalog.accounts.ensure()
    await catalog.projects.create(account.id, "shop", ProjectSettings(style="ink", revalidate=True))
    (place.data / FILE).write_text(
        '[acme]\npaint = "frozen"\nmodel = "photo"\nlora = "fox"\nlora_weight = 0.5\ntell_prompt = true\n'
        'style = "watercolor"\nnegative_prompt = "text"\nbackground = "#102030"\n[shop]\nstyle = "oil"\n'
    )
    await first_start(catalog, place.data)
    acme, shop = await catalog.projects.all()
    assert acme.settings == ProjectSettings(
        paint="frozen",
        default_model="photo",
        lora="fox",
        lora_weight=0.5,
        tell_prompt=True,
        style="watercolor",
        negative_prompt="text",
        background="#102030",
    )
    assert shop.settings == ProjectSettings(style="oil", revalidate=True)  # what it does not say stays
    await catalog.projects.set(acme.id, {"style": "ink", "custom_prompt": "at dusk"})
    await first_start(catalog, place.data)
    acme = await catalog.projects.by_name("acme")
    assert (acme.settings.style, acme.settings.custom_prompt) == ("watercolor", "at dusk")
    await catalog.close()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[demo", "is not TOML"),
        ("demo = 1", "demo: no table. Write [demo]"),
        ("[api]", "'api' cannot be a project"),
        ('[fine]\n[demo]\npaint = "closed"', "demo.paint: 'closed'. Allowed: open, referer"),
        ('[demo]\nmodle = "x"', "demo.modle: there is no such setting"),
    ],
)
async def test_a_file_that_is_wrong_stops_the_start_and_changes_nothing(
    place: Place, content: str, told: str
) -> None:
    (place.data / FILE).write_text(content)
    catalog = Catalog.open(place.url, place.data)
    with pytest.raises(SettingsError) as raised:
        await first_start(catalog, place.data)
    assert told in raised.value.detail
    assert (place.data / FILE).read_text() == content
    assert await catalog.projects.all() == ()
    await catalog.close()


async def test_of_two_that_start_at_once_one_makes_the_key(empty_place: Place) -> None:
    (empty_place.data / FILE).write_text("[acme]\n[shop]\n")
    told = await _started_at_once(empty_place, 2)
    assert [made for made in told if made] == [str(empty_place.data / KEY_FILE)]
    catalog = Catalog.open(empty_place.url, empty_place.data)
    assert [project.name for project in await catalog.projects.all()] == ["acme", "shop"]
    (key,) = await catalog.keys.all(1)
    assert await catalog.keys.of_secret((empty_place.data / KEY_FILE).read_text().strip()) == key
    await catalog.close()


async def _started_at_once(place: Place, many: int) -> list[str]:
    starters = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", STARTER, place.url, str(place.data),
            cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(many)
    ]  # fmt: skip
    try:
        for starter in starters:
            assert starter.stdout
            assert await starter.stdout.readline() == b"ready\n"
        ended = await asyncio.gather(*(starter.communicate(b"\n") for starter in starters))
    finally:
        for starter in starters:
            if starter.returncode is None:
                starter.kill()
    assert [starter.returncode for starter in starters] == [0] * many
    return [json.loads(out.splitlines()[-1]) for out, _ in ended]
