"""Verbs as a person types them, in this process: where how they start does not matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from imgorigin import logs
from imgorigin.cli import app
from imgorigin.cli.shown import told
from imgorigin.errors import ImgoriginError


@dataclass(frozen=True, slots=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


Typed = Callable[..., Done]


@pytest.fixture
def imgorigin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """On the data folder `tmp_path`."""
    monkeypatch.setattr(logs, "configure", lambda settings: None)  # it would change the tests' own logs
    environ = {"IMGORIGIN_DATA": str(tmp_path), "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}

    def typed(*arguments: str, stdin: str = "") -> Done:
        result = CliRunner().invoke(app, arguments, input=stdin, env=environ)
        if result.exception and not isinstance(result.exception, ImgoriginError | SystemExit):
            raise result.exception
        wrong = told(result.exception) if isinstance(result.exception, ImgoriginError) else ""
        return Done(result.exit_code, result.stdout, result.stderr + wrong)

    return typed
