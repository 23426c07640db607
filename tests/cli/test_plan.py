"""`imgorigin plan`, as a person types it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from imgorigin.budgets import Budgets
from imgorigin.caller import Caller
from imgorigin.catalog.catalog import Catalog
from imgorigin.plans import UNLIMITED
from tests.cli.typed import Typed


async def _paint(data: Path) -> None:
    """Count one picture."""
    catalog = Catalog.open("", data)
    try:
        await Budgets(catalog.usage).take(await catalog.projects.by_name("acme"), Caller(), UNLIMITED)
    finally:
        await catalog.close()


def test_plans_are_listed_with_their_bounds(
    tmp_path: Path, imgorigin: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = imgorigin("plan", "list").stdout.splitlines()
    assert lines[0].split("\t") == [
        "Plan", "Requests a minute", "Paints at once", "Pictures a month", "Requests a day",
        "Requests a month", "Days kept",
    ]  # fmt: skip
    assert "unlimited\t-\t-\t-\t-\t-\t-" in lines
    assert "pro\t300\t10\t1,200\t-\t-\t-" in lines
    monkeypatch.setenv(
        "IMGORIGIN_PLANS",
        '{"own": {"requests_per_minute": 7}, "pro": {"concurrent_paints": 0, "retention_days": 30}}',
    )
    told = {plan["name"]: plan for plan in json.loads(imgorigin("plan", "list", "--json").stdout)}
    assert told["own"] == {
        "name": "own",
        "requests_per_minute": 7,
        "concurrent_paints": None,
        "images_per_month": None,
        "requests_per_day": None,
        "requests_per_month": None,
        "retention_days": None,
    }
    assert told["pro"]["retention_days"] == 30
    assert (told["pro"]["concurrent_paints"], told["pro"]["images_per_month"]) == (None, 1200)
    assert not (tmp_path / "catalog.sqlite").exists()


def test_the_account_is_given_a_plan_and_shown_what_is_used_of_it(tmp_path: Path, imgorigin: Typed) -> None:
    imgorigin("projects", "create", "acme")
    assert imgorigin("plan", "show").stdout.splitlines()[1] == "unlimited\t-\t-\t-\t-\t-\t-\t0"
    done = imgorigin("plan", "set", "Basic")
    told = "60 requests a minute, 3 paints at once, 240 pictures a month"
    assert (done.returncode, done.stdout) == (0, f"The account has the plan basic: {told}\n")
    asyncio.run(_paint(tmp_path))
    assert imgorigin("plan", "show").stdout.splitlines()[1] == "basic\t60\t3\t240\t-\t-\t-\t1"
    (deed, *_) = json.loads(imgorigin("audit", "--json").stdout)
    assert (deed["who"], deed["action"], deed["detail"]) == ("cli", "set-plan", {"plan": "basic"})
    back = imgorigin("plan", "set", "default", "--plan", "free")
    assert back.stdout.startswith("The account has the plan free: 30 requests a minute, 1 paint at once")
    shown = json.loads(imgorigin("plan", "show", "--json").stdout)
    assert (shown["name"], shown["is_default"], shown["images_this_month"]) == ("unlimited", True, 1)


def test_a_plan_that_the_settings_tell_of_no_more_is_said(
    imgorigin: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as told:
        told.setenv("IMGORIGIN_PLANS", '{"own": {}}')
        assert imgorigin("plan", "set", "own").stdout == "The account has the plan own: no bounds\n"
    shown = imgorigin("plan", "show")
    assert shown.stdout.splitlines()[1].startswith("unlimited\t")
    assert "has the plan own, which the settings do not tell of: unlimited holds." in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["set", "prro"],
            "plan: there is no 'prro'. Allowed: unlimited, free, basic, standard, pro, starter, "
            "professional, enterprise, premium, default.",
        ),
        (["set"], "Missing argument 'NAME'"),
        (["show", "--data", "nowhere"], "is no data folder of a server"),
        (["list", "--plans", "{"], "This is no JSON of the form"),
        (["show", "--plan", "gold"], "plan is 'gold'. Allowed: unlimited, free"),
    ],
)
def test_mistakes_are_told_in_a_line(imgorigin: Typed, arguments: list[str], told: str) -> None:
    done = imgorigin("plan", *arguments)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert done.stdout == ""
