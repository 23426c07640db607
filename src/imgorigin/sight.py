"""Who looks at pictures, and who writes prompts, as the settings have it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final

import pyvips

from imgorigin.errors import SettingsError, Unavailable
from imgorigin.models.hub import EXTRA
from imgorigin.prompting.local import LocalChat
from imgorigin.prompting.writer import EXTRAS, Writer
from imgorigin.settings import Settings
from imgorigin.vision.chat import ChatSeer, Server
from imgorigin.vision.completions import Chat
from imgorigin.vision.local import LocalSeer
from imgorigin.vision.seeing import Eyes, Hints, Model

SIDE: Final = 224
"""Pixels of the picture that a model is tried with."""


def eyes_of(settings: Settings) -> Eyes:
    """Not started. Raises SettingsError for a model that needs more than is installed."""
    return Eyes(model_of(settings))


def model_of(settings: Settings) -> Model | None:
    """As `eyes_of`; None where none is set."""
    if not settings.vision_model:
        return None
    if settings.vision_url:
        server = Server(settings.vision_url, settings.vision_model, settings.vision_key)
        return ChatSeer(server, timeout=settings.vision_timeout)
    _check_installed(("torch", "transformers", "PIL"), f"to see with, by {settings.vision_model}")
    return LocalSeer(
        settings.vision_model,
        device=settings.vision_device,
        timeout=settings.vision_timeout,
        start_timeout=settings.start_timeout,
    )


def writer_of(settings: Settings) -> Writer:
    """Not started. Raises SettingsError for a model that needs more than is installed."""
    if not settings.prompt_model:
        return Writer()
    if not settings.prompt_url:
        _check_installed(("torch", "transformers"), f"to write prompts with, by {settings.prompt_model}")
        return Writer(
            LocalChat(
                settings.prompt_model,
                device=settings.prompt_device,
                timeout=settings.prompt_timeout,
                start_timeout=settings.start_timeout,
            )
        )
    server = Server(settings.prompt_url, settings.prompt_model, settings.prompt_key)
    return Writer(
        Chat(
            server,
            called="prompt server",
            refused="write it",
            failure=Unavailable,
            timeout=settings.prompt_timeout,
            extras=EXTRAS,
        )
    )


def _check_installed(packages: Sequence[str], purpose: str) -> None:
    """Raises SettingsError."""
    if missing := [name for name in packages if not find_spec(name)]:
        raise SettingsError(f"There is no {' and no '.join(missing)} {purpose}: {EXTRA}")


async def tried(settings: Settings) -> str:
    """What the model says of a red square, in one sentence. Raises VisionUnavailable and SettingsError."""
    patient = settings.model_copy(update={"vision_timeout": settings.vision_timeout + settings.start_timeout})
    model = model_of(settings if settings.vision_url else patient)  # a local one is loaded first
    if not model:
        return "no model set: filenames, metadata and colours tell of uploads"
    try:
        seen = await model.see(_red_square(), Hints())
    finally:
        await model.close()
    return f"{settings.vision_model} says of a red square: {seen.alt}"


def _red_square() -> bytes:
    red = pyvips.Image.black(SIDE, SIDE).new_from_image([200, 30, 30]).cast("uchar")
    png: bytes = red.copy(interpretation="srgb").write_to_buffer(".png")
    return png
