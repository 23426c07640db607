"""What the calls of this API work with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from imgorigin.address import Limits
from imgorigin.catalog.projects import ProjectRow
from imgorigin.catalog.scope import Scope
from imgorigin.commissions import Commissions
from imgorigin.errors import InvalidRequest, NotFound
from imgorigin.jobs import Jobs
from imgorigin.recipe import Model
from imgorigin.service import Service
from imgorigin.uploads import Intake
from imgorigin.web.dialects import asking, models
from imgorigin.web.dialects.models import MOST_SHOWN, Painters
from imgorigin.web.dialects.openai.errors import MismatchedProject, NoProvider

PROJECT: Final = "openai-project"
"""The header that OpenAI's clients name a project by."""
THEIRS: Final = "proj_"
"""How ids of projects at OpenAI begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(asking.Reception):
    """`wait` is for how many seconds a client is held."""

    commissions: Commissions
    service: Service
    intake: Intake
    painters: Painters
    limits: Limits
    jobs: Jobs
    wait: float

    def model(self, name: str, project: ProjectRow | None = None) -> Model:
        """The one that is named; else that of the project. Raises NoProvider."""
        own = project.settings.default_model if project else ""
        try:
            return self.painters.model(models.named(self.painters, name) if name else own)
        except InvalidRequest as error:
            raise NoProvider(error.detail) from None


Asked = asking.Asked[Desk]


async def project_of(asked: Asked) -> ProjectRow:
    """That of the header; without one the key's own, else the default one. Raises MismatchedProject."""
    return await named_project(asked) or await asked.project()


async def own_of(asked: Asked) -> Scope:
    """All jobs and batches that the key may see, of the header's project if it names one. Raises
    MismatchedProject."""
    project = await named_project(asked)
    return replace(asked.own, project_id=project.id) if project else asked.own


async def named_project(asked: Asked) -> ProjectRow | None:
    """By the header. Ids of OpenAI itself count as none: its clients send them unasked where the environment
    has one. Raises MismatchedProject."""
    named = asked.request.headers.get(PROJECT, "").strip()
    if not named:
        return None
    try:
        return await asked.project(named)
    except NotFound:
        if named.startswith(THEIRS):
            return None
        raise MismatchedProject(
            f"The header OpenAI-Project names {named[:MOST_SHOWN]!r}, which this key does not open. Allowed: "
            "the name or id of a project that it does, or no such header."
        ) from None
