"""Tiny pipelines, saved once a session."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

if find_spec("diffusers") is None or find_spec("torch") is None:
    assert not os.environ.get("CI"), "the extra `diffusers` has to be installed where all tests have to run"
    collect_ignore_glob = ["*"]

Tiny = Callable[[str], Path]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    """The folder of a family's pipeline (see tiny.FAMILIES), made when it is first asked for."""
    from tests.painters.diffusers.tiny import save

    root = tmp_path_factory.mktemp("tiny")
    logging.getLogger("transformers").setLevel(logging.ERROR)

    @cache
    def folder(name: str) -> Path:
        return save(name, root / name)

    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the libraries warn themselves and each other of is not ours to mend."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            for library in ("diffusers", "transformers", "torch", "peft"):
                item.add_marker(pytest.mark.filterwarnings(rf"ignore:::{library}\."))
