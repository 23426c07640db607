"""docs/models.md tells what is so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from imgorigin import projects_file
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.models.registry import Registry, shipped
from imgorigin.projects import check_manner
from imgorigin.settings import NAMES
from scripts.models_table import PAGE, with_table

TEXT = PAGE.read_text()
EXAMPLES = re.findall(r"```toml\n# (\S+)\n(.*?)```", TEXT, re.DOTALL)


def test_the_table_of_models_is_current() -> None:
    assert with_table(TEXT) == TEXT, "python -m scripts.models_table"


def test_the_examples_are_read(tmp_path: Path) -> None:
    assert {name for name, _ in EXAMPLES} == {"models.toml", "projects.toml"}
    for at, (name, example) in enumerate(EXAMPLES):
        folder = tmp_path / str(at)
        folder.mkdir()
        (folder / name).write_text(example)
        read: Callable[[Path], object] = Registry.load if name == "models.toml" else projects_file.load
        assert read(folder)


def test_the_projects_of_the_example_are_within_what_their_models_can(tmp_path: Path) -> None:
    (tmp_path / "projects.toml").write_text(dict(EXAMPLES)["projects.toml"])
    models = {card.slug: card.model() for card in Registry.load(tmp_path).cards}
    for name, declared in projects_file.load(tmp_path).items():
        check_manner(name, replace(ProjectSettings(), **declared), models, "sketch")


@pytest.mark.parametrize("row", re.findall(r"^\| (\d+) GB \| (.*) \|$", TEXT, re.MULTILINE))
def test_what_is_chosen_for_a_gpu_fits_it(row: tuple[str, str]) -> None:
    known = shipped()
    named = [name for name in re.findall(r"`([\w-]+)`", row[1]) if name in known]
    assert named
    for name in named:
        assert known[name]["memory_gb"] <= int(row[0])
        assert known[name]["commercial"]


def test_the_settings_it_speaks_of_are_there() -> None:
    said = re.findall(r"^\| `(\w+)`(?:, `(\w+)`)? \| ", TEXT.partition("## Speed")[2], re.MULTILINE)
    assert {name for both in said for name in both if name} <= set(NAMES)
    assert said
