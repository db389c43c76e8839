"""Statements of the way of each key press: compiled once, and run without what SQLAlchemy does at each call.

That is half a millisecond an edit, as much as the disk takes to keep it. Values go in and come out
as the driver knows them, so this is for texts and whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A statement whose open values are named: each a `bindparam`, or `columns` of an INSERT; no lists."""

    def __init__(self, statement: Executable, columns: Sequence[str] | None = None) -> None:
        assert isinstance(statement, ClauseElement)
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, tuple[str, dict[str, Any], list[str] | None]] = {}

    def first(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Run it in the transaction of this connection; the first row of its answer."""
        text, constants, order = self._compiled.get(connection.dialect.name) or self._compile(connection)
        named = {**constants, **values}
        cursor = connection.connection.cursor()
        try:
            cursor.execute(text, named if order is None else [named[name] for name in order])
            return cursor.fetchone() if cursor.description else None
        finally:
            cursor.close()

    def _compile(self, connection: Connection) -> tuple[str, dict[str, Any], list[str] | None]:
        dialect = connection.dialect
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        assert isinstance(compiled, SQLCompiler)
        made = (str(compiled), dict(compiled.params), compiled.positiontup if dialect.positional else None)
        self._compiled[dialect.name] = made
        return made
