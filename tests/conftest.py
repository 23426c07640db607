"""Fixtures that tests of many rooms use, and which tests one process runs together."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import hypothesis
import pytest
import structlog
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.origin import Origin, running_origin

TOGETHER: Final = ("painters/diffusers/served", "painters/diffusers", "catalog", "stores", "real", "deploy")
"""Folders whose tests share what takes long to start."""


class _Rooms(LoadScopeScheduling):
    """Gives each folder of TOGETHER to one process, and every other test to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return next((room for room in TOGETHER if nodeid.startswith(f"tests/{room}/")), nodeid)


hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile(
    "patient"
)  # how long a machine takes that does other things besides says nothing


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist, which may be turned off
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Rooms:
    return _Rooms(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is let run longer than the rest begins before it: no process waits for it at the end."""
    items.sort(key=_is_usual)


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: no search for garbage has to look through it again."""
    gc.collect()
    gc.freeze()


def _is_usual(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("timeout")
    return not marker or float(marker.args[0]) <= float(item.config.getini("timeout"))


@pytest.fixture(autouse=True)
def _quiet_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that a test runs configures them as it likes; no logger keeps that for the tests after it."""
    configure = structlog.configure

    def forgotten(**told: Any) -> None:
        configure(**{**told, "cache_logger_on_first_use": False})

    monkeypatch.setattr(structlog, "configure", forgotten)
    configure(wrapper_class=structlog.make_filtering_bound_logger(50))


@pytest.fixture
async def origin(tmp_path: Path) -> AsyncIterator[Origin]:
    async with running_origin(tmp_path) as running:
        yield running
