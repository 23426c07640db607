"""The house: who may know whom. A module is known by the first room of its name that is listed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import imgorigin

ROOT: Final = Path(imgorigin.__file__).parent

MAY_IMPORT: Final[dict[str, set[str]]] = {
    "errors": set(),
    "address": {"errors"},
    "recipe": {"address"},
    "validation": set(),
    "plans": set(),
    "settings": {"errors", "origins", "plans", "validation"},
    "logs": {"settings"},
    "metrics": set(),
    "flight": set(),
    "queue": {"errors"},
    "lease": {"lease", "errors"},
    "projects": {"address", "catalog", "errors", "flight", "recipe"},
    "projects_file": {"catalog", "errors"},
    "models": {"models", "address", "errors", "recipe", "validation"},
    "catalog": {"catalog", "address", "errors", "origins", "plans", "recipe", "validation"},
    "caller": {"catalog"},
    "admin_key": {"catalog", "errors"},
    "first_start": {"admin_key", "catalog", "projects_file"},
    "signing": {"address", "caller", "errors"},
    "origins": {"errors"},
    "policy": {"address", "caller", "catalog", "errors", "origins", "signing"},
    "slowing": {"caller", "errors"},
    "keyring": {"catalog", "errors", "flight", "slowing"},
    "budgets": {"caller", "catalog", "errors", "plans"},
    "quotas": {"budgets", "catalog", "errors", "flight", "plans"},
    "rates": {"caller", "errors", "plans", "validation"},
    "stores.base": set(),
    "stores": {"stores", "stores.base", "errors", "flight"},
    "painters.base": {"recipe"},
    "painters": {"painters", "painters.base", "recipe", "address", "errors"},
    "painters.router": {"painters.base", "recipe", "errors", "queue"},
    "imaging": {"imaging", "painters.base", "recipe", "address", "errors"},
    "progress": set(),
    "clock": set(),
    "capability": {"recipe", "errors"},
    "moderation": {"errors"},
    "edits": {"address", "capability", "recipe"},
    "uploads": {"address", "catalog", "errors", "imaging", "stores.base"},
    "masters": {
        "budgets", "caller", "capability", "catalog", "clock", "errors", "flight", "imaging",
        "lease", "metrics", "painters.base", "painters.router", "plans", "progress", "queue", "recipe",
        "stores.base", "vision",
    },
    "bindings": {
        "address", "caller", "capability", "catalog", "errors", "painters.router", "projects",
        "recipe", "retention", "edits", "vision",
    },
    "purger": {
        "address", "catalog", "errors", "imaging", "projects", "recipe", "stores", "variants",
    },
    "retention": {"caller", "catalog", "plans"},
    "sweeper": {"catalog", "errors", "flight"},
    "variants": {"address", "recipe"},
    "news": {"catalog", "errors", "flight", "stores"},
    "cdn": {"purger"},
    "service": {
        "bindings", "budgets", "caller", "catalog", "capability", "clock", "masters", "moderation", "plans",
        "policy", "progress", "uploads",
        "address", "errors", "flight", "imaging", "lease", "metrics", "painters.base", "painters.router",
        "projects", "queue", "recipe", "stores.base",
    },
    "retelling": {"catalog", "imaging", "stores.base"},
    "versions": {"address", "caller", "catalog", "errors", "flight", "recipe", "retelling"},
    "rerolls": {
        "address", "bindings", "caller", "catalog", "errors", "flight", "masters", "policy", "projects",
        "queue", "recipe", "service", "versions",
    },
    "commission": {"address", "capability", "edits", "errors", "recipe"},
    "commissions": {
        "address", "bindings", "caller", "capability", "catalog", "commission", "errors", "painters.router",
        "policy", "progress", "projects", "queue", "recipe", "service", "uploads", "vision",
    },
    "job_kinds": {"caller", "catalog", "errors", "progress"},
    "runner": {"caller", "catalog", "errors", "flight", "job_kinds"},
    "jobs": {"caller", "catalog", "errors", "job_kinds", "queue", "runner"},
    "webhooks": {"catalog", "errors", "flight", "outward"},
    "outward": {"errors"},
    "web": {
        "web", "address", "bindings", "budgets", "caller", "catalog", "errors", "imaging", "masters",
        "capability", "commission", "commissions", "flight", "job_kinds", "jobs",
        "metrics", "origins", "plans", "progress", "projects", "queue", "rates", "recipe", "service",
        "policy", "prompting", "quotas", "signing", "rerolls", "stores", "stores.base", "uploads",
        "versions", "vision",
    },
    "aids": {"errors", "settings"},
    "vision": {"vision", "address", "errors", "recipe"},
    "prompting": {"prompting", "errors", "validation", "vision"},
    "sight": {"errors", "models", "prompting", "settings", "vision"},
    "crew": {"*"},
    "lifetime": set(),
    "parts": {"*"},
    "checks": {"*"},
    "app": {"*"},
    "cli": {"*"},
    "__main__": {"*"},
}  # fmt: skip
HEAVY: Final = {"torch", "diffusers", "transformers", "aiohttp"}


def room(module: str) -> str:
    parts = module.split(".")
    return next(
        (name for end in (2, 1) if (name := ".".join(parts[:end])) in MAY_IMPORT), parts[0] or "imgorigin"
    )


def modules() -> Iterator[tuple[str, Path]]:
    for path in ROOT.rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if name != "__init__":
            yield name, path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(
    ("module", "path"), list(modules()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_dependencies_point_one_way(module: str, path: Path) -> None:
    allowed = MAY_IMPORT[room(module)]
    if "*" in allowed:
        return
    for name in imports(path):
        if name.startswith("imgorigin.") and not name.endswith(".__version__"):
            assert room(name.removeprefix("imgorigin.")) in allowed, f"{module} imports {name}"


def test_extras_are_told_of_in_one_way_and_are_there() -> None:
    project = tomllib.loads((ROOT.parents[1] / "pyproject.toml").read_text())["project"]
    sources = {path: path.read_text() for path in ROOT.rglob("*.py")}
    named = {name for text in sources.values() for name in re.findall(r"installing\([\"'](\w+)", text)}
    assert named == project["optional-dependencies"].keys() - {"dev"}
    by_hand = [path.name for path, text in sources.items() if re.search(r"pip install [^\"\n]*\[", text)]
    assert by_hand == ["errors.py"]


def test_serving_loads_nothing_heavy() -> None:
    code = f"import sys, imgorigin.app, imgorigin.cli; print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
