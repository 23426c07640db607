"""What models use besides their weights: a classifier, an upscaler, an autoencoder for previews. Looked at
before anything starts: a visitor is not the one to find out that they are missing."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from imgorigin.errors import SettingsError
from imgorigin.settings import Settings

PATIENCE: Final = 120
"""Seconds for the import of a classifier, which may load a model."""
_QUESTION: Final = """
import importlib, sys
module, _, name = sys.argv[1].partition(":")
if not callable(getattr(importlib.import_module(module), name)):
    sys.exit(f"{name} is no function")
"""


def check_files(settings: Settings) -> None:
    """Raises SettingsError for a file or a folder that is not there, or cannot be what it is named for."""
    if settings.upscaler and not Path(settings.upscaler).is_file():
        raise SettingsError(f"There is no file {settings.upscaler}: --upscaler names the weights of one.")
    if settings.upscaler and not find_spec("spandrel"):
        raise SettingsError("--upscaler needs the package spandrel: pip install spandrel")
    if settings.preview_vae and not Path(settings.preview_vae, "config.json").is_file():
        raise SettingsError(
            f"{settings.preview_vae} is no folder of an autoencoder: --preview-vae names one (config.json)."
        )


def check_classifier(settings: Settings) -> None:
    """Import it as a painter process will, in a process of its own: it may be heavy, and may hang. Raises
    SettingsError if it cannot be had."""
    if settings.classifier == "off":
        return
    command = [sys.executable, "-c", _QUESTION, settings.classifier_target]
    try:
        done = subprocess.run(  # noqa: S603  the settings name what is to run
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SettingsError(_cannot(settings, f"its import takes over {PATIENCE} seconds")) from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").split("\n")
        said = [line.strip() for line in lines if line.strip()]
        raise SettingsError(_cannot(settings, said[-1] if said else f"exit {done.returncode}"))


def _cannot(settings: Settings, why: str) -> str:
    return f"--classifier-target {settings.classifier_target} cannot be used: {why.rstrip('.')}."
