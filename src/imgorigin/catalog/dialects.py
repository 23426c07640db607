"""What SQLite and PostgreSQL spell differently in SQLAlchemy though it is one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Table, any_, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert(connection: AsyncConnection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT; both dialects' have the same methods, and no type in common."""
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[connection.dialect.name](table)


def one_of(
    connection: AsyncConnection, column: ColumnElement[int], numbers: Sequence[int]
) -> ColumnElement[bool]:
    """Whether it is one of many: in PostgreSQL by one parameter, which is soon read and planned for."""
    if connection.dialect.name == "sqlite":
        return column.in_(numbers)
    return column == any_(bindparam("numbers", list(numbers), postgresql.ARRAY(BigInteger), unique=True))
