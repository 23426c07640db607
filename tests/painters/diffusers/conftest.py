"""Tiny pipelines, saved once a session."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.extras import require_extra

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


class _Module(pytest.Module):
    """One whose tests need the extra, as does its import."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        require_extra("diffusers", "torch", "diffusers", "transformers", "peft")
        return super().collect()


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
    module: pytest.Module = _Module.from_parent(parent, path=module_path)
    return module


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the libraries warn themselves and each other of is not ours to mend."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            for library in ("diffusers", "transformers", "torch", "peft"):
                item.add_marker(pytest.mark.filterwarnings(rf"ignore:::{library}\."))


@pytest.fixture(autouse=True)
def _threads() -> Iterator[None]:
    """The exact mode keeps its process to one thread; what a test leaves behind is no other's business."""
    import torch

    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)
