"""Programs that the tests of this folder run, and no package index has."""

from __future__ import annotations

import os
import shutil

import pytest


def require_binary(name: str, package: str) -> str:
    """Its path. Where there is none, the test is skipped; with CI=true it fails, lest nobody notice."""
    if path := shutil.which(name):
        return path
    reason = f"{name} is not installed (apt-get install {package})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
