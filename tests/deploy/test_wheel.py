"""What is installed on a server is a wheel, not this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from imgorigin import __version__

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, in an environment that has our dependencies, and of us nothing but the wheel."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        str(folder / "bin" / "python"),
    ]
    subprocess.run(
        [*pip, "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel)], check=True
    )
    return folder / "bin" / "imgorigin"


def test_the_wheel_has_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "src" / "imgorigin"
    ours = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if ".dist-info/" not in name} == ours
    assert {Path(name).name for name in names if "/licenses/" in name} >= {"LICENSE", "NOTICE"}


def test_the_wheel_paints(installed: Path, tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "IMGORIGIN_DATA": str(tmp_path / "data")}

    def imgorigin(*arguments: str) -> str:
        done = subprocess.run(
            [str(installed), *arguments],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert imgorigin("--version") == f"imgorigin {__version__}\n"
    imgorigin("doctor")
    imgorigin("paint", "a happy dog on the beach", "-o", "dog.png", "--size", "320x200")
    with Image.open(tmp_path / "dog.png") as image:
        assert image.size == (320, 200)
