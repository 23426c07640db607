"""`imgorigin projects`, as a person types it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.changes import ProjectChanges
from imgorigin.catalog.projects import ProjectRow
from imgorigin.cli.project_options import HELP
from imgorigin.cli.shown import printable
from tests.cli.typed import Typed


def project(data: Path, name: str) -> ProjectRow:
    async def look() -> ProjectRow:
        catalog = Catalog.open("", data)
        try:
            return await catalog.projects.by_name(name)
        finally:
            await catalog.close()

    return asyncio.run(look())


def test_a_project_is_made_with_all_that_is_said_and_changed_by_what_is_said(
    tmp_path: Path, imgorigin: Typed
) -> None:
    done = imgorigin(
        "projects", "create", "acme", "--paint", "referer", "--origin", "https://Shop.example.com/",
        "--origin", "http://localhost:3000", "--private", "--tell-prompt", "--style", "watercolor",
        "--model", "stabilityai/stable-diffusion-xl-base-1.0", "--negative-prompt", "text",
        "--custom-prompt", "on white",
        "--background", "#102030", "--lora", "fox", "--lora-weight", "-0.5", "--paints-per-minute", "5",
        "--paints-per-month", "none", "--gpu-seconds-per-month", "1.5", "--display-name", "Acme",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "The project acme is there: paint referer, private\n")
    found = project(tmp_path, "acme")
    assert found.is_default
    now = found.settings
    assert now.origins == ("https://shop.example.com", "http://localhost:3000")
    assert (now.paint, now.private, now.revalidate, now.tell_prompt) == ("referer", True, False, True)
    assert (now.style, now.default_model, now.lora, now.lora_weight) == (
        "watercolor",
        "stable-diffusion",
        "fox",
        -0.5,
    )
    assert (now.negative_prompt, now.custom_prompt, now.background) == ("text", "on white", "#102030")
    assert (now.paints_per_minute, now.paints_per_month, now.gpu_seconds_per_month) == (5, None, 1.5)
    assert now.display_name == "Acme"

    changed = imgorigin(
        "projects", "set", "acme", "--no-private", "--style", "", "--origin", "",
        "--paints-per-minute", "none",
    )  # fmt: skip
    assert changed.stdout == "The project acme is set: paint referer, public\n"
    assert "No site may paint yet" in changed.stderr
    after = project(tmp_path, "acme").settings
    assert (after.private, after.style, after.origins, after.paints_per_minute) == (False, "", (), None)
    assert (after.negative_prompt, after.lora_weight) == ("text", -0.5)
    (deed, *_) = json.loads(imgorigin("audit", "--json").stdout)
    assert (deed["who"], deed["action"], deed["project"]) == ("cli", "set-project", "acme")
    assert deed["detail"] == {"private": False, "style": "", "origins": [], "paints_per_minute": None}


def test_projects_are_listed_and_shown_and_one_is_the_default(tmp_path: Path, imgorigin: Typed) -> None:
    imgorigin("projects", "create", "acme")
    imgorigin("projects", "create", "shop", "--paint", "frozen", "--default")
    lines = imgorigin("projects", "list").stdout.splitlines()
    assert [line.split("\t")[:3] for line in lines[1:]] == [
        ["acme", "open", "anyone"],
        ["shop", "frozen", "anyone"],
    ]
    assert [line.split("\t")[-1] for line in lines[1:]] == ["", "yes"]
    assert imgorigin("projects", "set", "acme", "--default").returncode == 0
    listed = {one["name"]: one for one in json.loads(imgorigin("projects", "list", "--json").stdout)}
    assert [name for name, one in listed.items() if one["is_default"]] == ["acme"]
    assert json.loads(imgorigin("projects", "show", "shop", "--json").stdout) == listed["shop"]
    assert "\npaint\tfrozen\n" in imgorigin("projects", "show", "shop").stdout


def test_secrets_are_made_by_us_shown_once_and_taken_away(tmp_path: Path, imgorigin: Typed) -> None:
    made = imgorigin("projects", "create", "acme", "--paint", "signed")
    assert "imgorigin projects secret add acme" in made.stderr
    first, second = (imgorigin("projects", "secret", "add", "acme").stdout.splitlines()[-1] for _ in range(2))
    assert project(tmp_path, "acme").settings.signing_secrets == (second, first)
    marks = json.loads(imgorigin("projects", "secret", "list", "acme", "--json").stdout)
    assert len(set(marks)) == 2
    assert imgorigin("projects", "secret", "remove", "acme", marks[1]).returncode == 0
    assert project(tmp_path, "acme").settings.signing_secrets == (second,)
    again = imgorigin("projects", "secret", "remove", "acme", marks[1])
    assert again.returncode == 1
    assert "imgorigin projects secret list acme" in again.stderr
    own = "0123456789abcdef-of-our-own"
    assert imgorigin("projects", "secret", "add", "acme", "--stdin", stdin=f"{own}\n").returncode == 0
    assert project(tmp_path, "acme").settings.signing_secrets == (own, second)
    twice = imgorigin("projects", "secret", "add", "acme", "--stdin", stdin=own)
    assert "acme has this secret already: its mark is " in twice.stderr
    short = imgorigin("projects", "secret", "add", "acme", "--stdin", stdin="0123456789abcde\n")
    assert "secret: too short. Allowed: 16 characters or more" in short.stderr
    assert project(tmp_path, "acme").settings.signing_secrets == (own, second)
    told = imgorigin("projects", "show", "acme").stdout + imgorigin("audit").stdout
    assert "\nsigning_secrets\t2\n" in told
    assert own not in told
    assert first not in told
    assert second not in told


def test_a_model_is_one_that_there_is_and_can_do_what_is_asked(tmp_path: Path, imgorigin: Typed) -> None:
    done = imgorigin("projects", "create", "acme", "--model", "sdxl-turbo")
    assert done.returncode == 0
    assert "Only a server that has the model paints there: imgorigin serve --model sdxl-turbo" in done.stderr
    done = imgorigin("projects", "set", "acme", "--negative-prompt", "text")
    assert (done.returncode, done.stderr) == (
        1,
        "Project acme.negative_prompt: the model sdxl-turbo takes none. No model of this server does.",
    )
    assert project(tmp_path, "acme").settings.negative_prompt == ""
    done = imgorigin("projects", "set", "acme", "--model", "sketch")
    assert (done.returncode, done.stderr) == (0, "")
    assert imgorigin("projects", "set", "acme", "--model", "").returncode == 0
    assert project(tmp_path, "acme").settings.default_model == ""
    assert imgorigin("projects", "set", "acme", "--model", "nobody/of-the-hub").returncode == 0
    assert project(tmp_path, "acme").settings.default_model == "of-the-hub"
    assert imgorigin("projects", "set", "acme", "--lora", "fox").returncode == 0  # who knows


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["create", "Acme"], "'Acme' cannot be a project. Allowed: up to 63 of a-z"),
        (["create", "docs"], "'docs' cannot be a project"),
        (["create", "shop"], "There is a project 'shop' already."),
        (["create", "acme", "--paint", "closed"], "'open', 'referer', 'signed', 'keyed', 'frozen'"),
        (["create", "acme", "--style", "x" * 201], "--style: 201 characters long. Allowed: up to 200"),
        (["set", "shop", "--background", "red"], "--background: 'red'. Allowed: a colour as #rrggbb"),
        (
            ["set", "shop", "--origin", "shop.example/a"],
            "--origin: 'shop.example/a'. Allowed: up to 100 origins",
        ),
        (["set", "shop", "--lora-weight", "5"], "--lora-weight: '5'. Allowed: -4 to 4."),
        (
            ["set", "shop", "--paints-per-month", "-1"],
            "--paints-per-month: '-1'. Allowed: 0 or more, or none.",
        ),
        (["create", "acme", "--model", "sdxl"], "no model 'sdxl'. Did you mean 'stable-diffusion'?"),
        (["create", "acme", "--model", "sd-turb"], "no model 'sd-turb'. Did you mean 'sd-turbo'?"),
        (["set", "shop", "--model", "sd-turb"], "no model 'sd-turb'. Did you mean 'sd-turbo'?"),
        (["create", "acme", "--model", "sketch", "--lora", "fox"], "the model sketch takes none."),
        (["set", "shop", "--origin", "*"], "--origin: '*'. Allowed: up to 100 origins such as https://"),
        (["set", "shop"], "Nothing is said to change."),
        (["set", "nowhere", "--default"], "There is no project 'nowhere' on this server."),
        (["show", "nowhere"], "There is no project 'nowhere' on this server."),
        (["secret", "add", "nowhere"], "There is no project 'nowhere' on this server."),
    ],
)
def test_mistakes_are_told_in_a_line_and_change_nothing(
    tmp_path: Path, imgorigin: Typed, arguments: list[str], told: str
) -> None:
    imgorigin("projects", "create", "shop")
    before = project(tmp_path, "shop")
    done = imgorigin("projects", *arguments)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    listed = json.loads(imgorigin("projects", "list", "--json").stdout)
    assert [one["name"] for one in listed] == ["shop"]
    assert project(tmp_path, "shop") == before


def test_every_setting_of_a_project_is_an_option() -> None:
    assert HELP.keys() == ProjectChanges.model_fields.keys()


def test_names_cannot_command_the_terminal() -> None:
    assert printable("a\x1b[2Jb\nc\td\u202e") == "a [2Jb c d "
