"""Packages of an extra, which a small installation lacks."""

from __future__ import annotations

import os
from importlib.util import find_spec

import pytest


def require_extra(extra: str, *packages: str) -> None:
    """Where a package is missing, the test or module is skipped; with CI=true it fails, lest it go unseen."""
    if missing := [name for name in packages if find_spec(name) is None]:
        reason = f"{' and '.join(missing)} not installed (pip install -c constraints.txt '.[{extra}]')"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason, allow_module_level=True)
