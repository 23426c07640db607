"""Projects of an account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from starlette.responses import Response

from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.errors import Conflict, Forbidden, InvalidRequest, NotFound
from imgorigin.projects import unheeded
from imgorigin.web.dialects import models
from imgorigin.web.dialects.inliner.calls import Call, call
from imgorigin.web.dialects.inliner.desk import Asked
from imgorigin.web.dialects.inliner.shapes import (
    NewProject,
    Project,
    ProjectChanges,
    ProjectDetails,
    ProjectList,
    ProjectMade,
    moment,
)
from imgorigin.web.dialects.replies import reply

NAMED: Final = {"project": "Its projectId or its name."}

_SETTINGS: Final = {
    "display_name": "display_name",
    "description": "description",
    "custom_prompt": "custom_prompt",
    "negative_prompt": "negative_prompt",
    "style": "style",
    "default_model": "default_model",
    "who_may_generate": "paint",
}
"""Fields of ProjectChanges that are settings as they are."""
_OF_MODELS: Final = {
    "negative_prompt": "negativePrompt",
    "reference_image": "referenceImages",
    "default_model": "defaultModel",
}
"""Settings that a model may make nothing of, and the model itself, by the names of their fields."""
_WORDS: Final = {
    "negative_prompt": "negative prompt",
    "reference_image": "reference image",
    "lora": "LoRA, which the project has",
}


async def every_project(asked: Asked) -> Response:
    """Those that the key opens."""
    rows = await asked.catalog.projects.all(asked.key.account_id)
    opened = [row for row in rows if asked.key.project_id in (None, row.id)]
    return reply(ProjectList(projects=[project_of(row) for row in opened]))


async def details(asked: Asked) -> Response:
    return reply(details_of(await asked.project(asked.part["project"], fresh=True)))


async def create(asked: Asked) -> Response:
    sent = await asked.body(NewProject)
    if asked.key.project_id is not None:
        raise Forbidden("This key is to one project alone, and cannot make another.")
    settings = ProjectSettings(display_name=sent.display_name, description=sent.description or "")
    row = await asked.catalog.projects.create(
        asked.key.account_id, sent.project, settings, is_default=bool(sent.is_default)
    )
    asked.desk.projects.learn(row)
    await asked.note_of("create project", row)
    return reply(ProjectMade(project=project_of(row)))


async def change(asked: Asked) -> Response:
    """What is left out stays as it is; what is set enters recipes that are made from now on."""
    sent = await asked.body(ProjectChanges)
    row = await asked.project(asked.part["project"], fresh=True)
    if sent.is_default and asked.key.project_id is not None:
        raise Forbidden("This key is to one project alone, and cannot make it the default of all.")
    given = sent.model_dump(exclude_none=True)
    if sent.default_model:
        given["default_model"] = models.named(asked.desk.painters, sent.default_model, "defaultModel")
    changes: dict[str, Any] = {_SETTINGS[name]: value for name, value in given.items() if name in _SETTINGS}
    if sent.reference_images is not None:
        changes["reference_image"] = await _upload(asked, sent.reference_images)
    _check_heeded(asked, replace(row.settings, **changes), changes)
    row = await asked.catalog.projects.set(row.id, changes, is_default=bool(sent.is_default))
    asked.desk.projects.learn(row)
    await asked.note_of("set project", row, **changes)
    return reply(details_of(row))


def project_of(row: ProjectRow) -> Project:
    return Project(**_told(row))


def details_of(row: ProjectRow) -> ProjectDetails:
    settings = row.settings
    return ProjectDetails(
        **_told(row),
        custom_prompt=settings.custom_prompt,
        negative_prompt=settings.negative_prompt,
        style=settings.style,
        default_model=settings.default_model,
        reference_images=[settings.reference_image] if settings.reference_image else [],
        who_may_generate=settings.paint,
        is_private=settings.private,
    )


def _told(row: ProjectRow) -> dict[str, Any]:
    return {
        "project_id": row.public_id,
        "project": row.name,
        "name": row.name,
        "display_name": row.settings.display_name or row.name,
        "description": row.settings.description,
        "is_default": row.is_default,
        "image_count": row.image_count,
        "created_at": moment(row.created),
    }


def _check_heeded(asked: Asked, now: ProjectSettings, changes: Mapping[str, Any]) -> None:
    """Lest every new picture be refused from now on. What was set before may stay as it was. Raises
    InvalidRequest."""
    if not changes.keys() & _OF_MODELS.keys():
        return
    painters = asked.desk.painters
    model = painters.model(now.default_model)
    for name in unheeded(now, model):
        if name not in changes and "default_model" not in changes:
            continue
        field = _OF_MODELS[name if changes.get(name) else "default_model"]
        able = [other for other, known in sorted(painters.models.items()) if name not in unheeded(now, known)]
        problem = f"the model {model.name} heeds no {_WORDS[name]}"
        allowed = f"with a defaultModel that does: {', '.join(able)}" if able else "none: no model here does"
        raise InvalidRequest(field, problem, allowed)


async def _upload(asked: Asked, named: list[str]) -> str:
    """The SHA-256 of the upload that is meant by a contentId, or by the hash itself; empty for none."""
    if not named:
        return ""
    if await asked.catalog.uploads.get(named[0]):
        return named[0]
    asset = await asked.catalog.assets.get(asked.scope, named[0])
    if not asset.upload:
        raise InvalidRequest("referenceImages", "it was not uploaded", "the contentId of an uploaded picture")
    return asset.upload


CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/account/projects", "inliner_projects", "Projects", every_project,
        group="Projects", scope="read", gives=ProjectList,
    ),
    call(
        "post", "/account/projects", "inliner_create_project", "Make a project", create,
        group="Projects", scope="manage", body=NewProject, gives=ProjectMade, fails=(Conflict,),
        refusal={"success": False},
    ),
    call(
        "get", "/account/projects/{project}", "inliner_project", "A project with its settings", details,
        group="Projects", scope="read", parts=NAMED, gives=ProjectDetails, fails=(NotFound,),
    ),
    call(
        "patch", "/account/projects/{project}", "inliner_set_project", "Set what a project's pictures have",
        change,
        group="Projects", scope="manage", parts=NAMED, body=ProjectChanges, gives=ProjectDetails,
        fails=(NotFound, Conflict),
    ),
)  # fmt: skip
