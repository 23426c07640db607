"""The files a server is set up with, as far as can be told without the server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from imgorigin.models.registry import shipped
from imgorigin.settings import Settings, environment_name
from tests.real.binaries import require_binary
from tests.real.nginx import filled_in

ROOT: Final = Path(__file__).parents[2]
COMPOSE: Final = ROOT / "deploy" / "compose.yaml"
GPU: Final = ROOT / "deploy" / "compose.gpu.yaml"
UNIT: Final = ROOT / "deploy" / "imgorigin.service"
DOCKERFILE: Final = (ROOT / "Dockerfile").read_text()
README: Final = (ROOT / "deploy" / "README.md").read_text()
SETTINGS: Final = {environment_name(name) for name in Settings.model_fields}
STOPPED_WITHIN: Final = 2 * Settings().shutdown
"""Seconds: uvicorn grants `shutdown` to clients, and then the application to painters."""


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    services: dict[str, Any] = YAML(typ="safe").load(COMPOSE)["services"]
    return services


@pytest.mark.parametrize(
    "arguments",
    [
        ["hadolint", "--failure-threshold", "info", "Dockerfile"],
        ["check-jsonschema", "--builtin-schema", "vendor.compose-spec", "deploy/compose.yaml"],
        ["check-jsonschema", "--builtin-schema", "vendor.compose-spec", "deploy/compose.gpu.yaml"],
    ],
    ids=lambda arguments: str(arguments[-1]),
)
def test_a_linter_finds_nothing(arguments: list[str]) -> None:
    linter, *rest = arguments
    passes(str(Path(sys.executable).with_name(linter)), *rest)


def test_shell_scripts_are_sound() -> None:
    passes(require_binary("shellcheck", "shellcheck"), ".ci/run")


def test_systemd_understands_the_unit_and_finds_it_safe(tmp_path: Path) -> None:
    systemd = require_binary("systemd-analyze", "systemd")
    installed = "/opt/imgorigin/bin/imgorigin"
    text = UNIT.read_text()
    assert f"ExecStart={installed} serve" in text
    unit = tmp_path / UNIT.name
    unit.write_text(text.replace(installed, str(Path(sys.executable).with_name("imgorigin"))))
    passes(systemd, "verify", str(unit))
    passes(systemd, "security", "--offline=true", "--threshold=20", str(unit))


def test_nobody_is_killed_while_finishing(services: dict[str, Any]) -> None:
    unit = re.search(r"^TimeoutStopSec=(\d+)$", UNIT.read_text(), re.MULTILINE)
    assert unit
    assert int(unit[1]) > STOPPED_WITHIN
    assert int(services["origin"]["stop_grace_period"].removesuffix("s")) > STOPPED_WITHIN


def test_all_that_is_copied_is_there_and_not_ignored() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    named = {name for line in copied for name in line.split()}
    assert named
    assert all((ROOT / name).exists() for name in named)
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == named
    mounted = set(re.findall(r"- (\.\.?/[^:]+):", COMPOSE.read_text()))
    assert {path for path in mounted if not (COMPOSE.parent / path).exists()} == {"./certs"}


def test_every_setting_that_is_named_exists() -> None:
    for text in (DOCKERFILE, COMPOSE.read_text(), GPU.read_text(), UNIT.read_text(), README):
        assert set(re.findall(r"\bIMGORIGIN_[A-Z_]+", text)) <= SETTINGS


def test_the_image_runs_as_nobody_in_particular_and_nginx_may_read_its_files(
    services: dict[str, Any],
) -> None:
    user = re.search(r"^USER (\d+):(\d+)$", DOCKERFILE, re.MULTILINE)
    assert user
    assert f"--owner={user[1]} --group={user[2]} --mode=0750 /data" in DOCKERFILE
    assert services["nginx"]["user"].partition(":")[2] == user[2]
    assert "pictures:/data" in services["origin"]["volumes"]
    assert "pictures:/data" in services["nginx"]["volumes"]


def test_weights_are_kept_where_the_origin_may_write() -> None:
    over = YAML(typ="safe").load(GPU)
    origin, (kept,) = over["services"]["origin"], over["volumes"]
    home = re.search(r"HF_HOME=(\S+)$", DOCKERFILE, re.MULTILINE)
    assert home
    assert origin["volumes"] == [f"{kept}:{home[1]}"]
    assert re.search(rf"--owner=\d+ .*{home[1]}$", DOCKERFILE, re.MULTILINE)
    assert "HF_HOME=/var/lib/imgorigin/" in UNIT.read_text()


def test_the_image_for_a_gpu_has_what_models_need_and_a_model_there_is() -> None:
    origin = YAML(typ="safe").load(GPU)["services"]["origin"]
    assert "ARG EXTRAS=s3,postgres,redis\n" in DOCKERFILE
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert {"s3", "postgres", "redis", "diffusers"} == set(origin["build"]["args"]["EXTRAS"].split(","))
    assert set(project["optional-dependencies"]) >= {"s3", "diffusers"}
    assert origin["environment"]["IMGORIGIN_MODEL"] in shipped()
    assert origin["healthcheck"]["start_period"] == f"{Settings().start_timeout / 60:g}m"


def test_nginx_is_given_its_five_values(services: dict[str, Any]) -> None:
    """By compose.yaml, and by the README's command; and the tests of nginx fill them in as envsubst does."""
    template = ROOT / "nginx" / "imgorigin.conf"
    wanted = set(re.findall(r"\$\{(NGINX_\w+)\}", template.read_text()))
    given = {name: value for name, value in services["nginx"]["environment"].items() if name in wanted}
    assert set(given) == wanted
    command = re.search(r"envsubst '(.*)'", README)
    assert command
    assert {f"${name}" for name in wanted} == set(command[1].split())
    assert set(re.findall(r"\b(NGINX_\w+)=", README)) == wanted
    with template.open() as text:
        substituted = subprocess.run(
            [require_binary("envsubst", "gettext-base"), command[1]],
            stdin=text,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | given,
        )
    assert substituted.stdout == filled_in(template, given)


def passes(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
