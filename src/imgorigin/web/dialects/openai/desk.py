"""What the calls of this API work with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from imgorigin.address import Limits
from imgorigin.catalog.projects import ProjectRow
from imgorigin.commissions import Commissions
from imgorigin.errors import InvalidRequest
from imgorigin.jobs import Jobs
from imgorigin.recipe import Model
from imgorigin.service import Service
from imgorigin.uploads import Intake
from imgorigin.web.dialects import asking, models
from imgorigin.web.dialects.models import Painters
from imgorigin.web.dialects.openai.errors import NoProvider

PROJECT: Final = "openai-project"
"""The header that OpenAI's clients name a project by."""
_THEIRS: Final = re.compile(r"proj_\w+")


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
    """That of the header; else the key's own, else the default one. An id of OpenAI's, which its clients take
    from their environment, is passed over. Raises NotFound for any other that the key does not open: what was
    meant for a private project is not to be painted in a public one."""
    named = asked.request.headers.get(PROJECT, "")
    return await asked.project(None if _THEIRS.fullmatch(named) else named)
