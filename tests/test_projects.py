from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.errors import NotFound, SettingsError
from imgorigin.projects import FILE, Projects


def test_a_fresh_folder_has_the_open_project_demo(tmp_path: Path) -> None:
    project = Projects.load(tmp_path).get("demo")
    assert (project.paint, project.tell_prompt, project.background) == ("open", False, "#ffffff")
    assert (tmp_path / FILE).exists()


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[acme]\npaint = "frozen"\n')
    projects = Projects.load(tmp_path)
    assert projects.get("acme").paint == "frozen"
    with pytest.raises(NotFound, match="demo"):
        projects.get("demo")
    assert "acme" in (tmp_path / FILE).read_text()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[demo", "is not TOML"),
        ('[demo]\npaint = "closed"', "demo.paint"),
        ('[demo]\nbackground = "white"', "demo.background"),
        ("[demo]\npiant = 1", "demo.piant"),
        ("[api]", "'api' cannot be a project"),
        ("[Demo]", "'Demo' cannot be a project"),
        ("demo = 1", "demo"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(SettingsError) as raised:
        Projects.load(tmp_path)
    assert told in raised.value.detail
