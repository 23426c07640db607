"""What the calls of this API work with."""

from __future__ import annotations

from dataclasses import dataclass

from imgorigin.address import Limits
from imgorigin.commissions import Commissions
from imgorigin.jobs import Jobs
from imgorigin.service import Service
from imgorigin.web.dialects import asking
from imgorigin.web.dialects.models import Painters


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(asking.Reception):
    commissions: Commissions
    service: Service
    jobs: Jobs
    painters: Painters
    limits: Limits


Asked = asking.Asked[Desk]
