"""What one of all hosts does for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import or_

from imgorigin.catalog.dialects import insert
from imgorigin.catalog.engine import Database
from imgorigin.catalog.tables import duties, now


@dataclass(frozen=True, slots=True)
class Duties:
    database: Database

    async def take(self, name: str, host: str, seconds: float) -> bool:
        """Whether this host does it for so long from now on. It may take it again before that is over;
        another may once it is. `host` names a process, not a machine of several."""
        moment = now()
        values = {"name": name, "host": host, "until": moment + timedelta(seconds=seconds)}
        async with self.database.write() as connection:
            taking = insert(connection, duties).values(**values)
            taken = await connection.scalar(
                taking.on_conflict_do_update(
                    index_elements=[duties.c.name],
                    set_={"host": host, "until": values["until"]},
                    where=or_(duties.c.host == host, duties.c.until <= moment),
                ).returning(duties.c.name)
            )
        return taken is not None
