"""The model that a project names, as far as it can be told without the server that paints with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from imgorigin.catalog.projects import ProjectSettings
from imgorigin.crew import trained
from imgorigin.models.registry import Registry
from imgorigin.painters.sketch import MODEL as SKETCH
from imgorigin.projects import check_manner
from imgorigin.settings import Settings

OF_MODELS: Final = frozenset(("default_model", "negative_prompt", "lora"))
"""Settings that depend on the model."""


def with_model_found(settings: Settings, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """The changes with the model by its one name, however it was named. Raises SettingsError with the nearest
    names."""
    named = changes.get("default_model")
    if not named or named == SKETCH.name:
        return changes
    return {**changes, "default_model": Registry.load(settings.data).find(named).slug}


def check_model(settings: Settings, name: str, now: ProjectSettings, changes: Mapping[str, Any]) -> None:
    """Whether the model that a project names can do what is to be asked of it. Raises SettingsError."""
    if not (now.default_model and OF_MODELS & changes.keys()):
        return
    registry = Registry.load(settings.data)
    served = [SKETCH, *(registry.find(one).model() for one in trained(settings))]
    models = {model.name: model for model in served}
    if now.default_model in registry.rows:
        models[now.default_model] = registry.card(now.default_model).model()
    if now.default_model in models:  # what others can do is known once their weights are here
        check_manner(name, now, models, now.default_model)


def is_served(settings: Settings, model: str) -> bool:
    """Whether the settings, as this verb has them, name the model for serving. Raises SettingsError."""
    registry = Registry.load(settings.data)
    return model in (SKETCH.name, *(registry.find(name).slug for name in trained(settings)))
