"""Statements of SQLAlchemy Core that are compiled once and run by the driver itself.

Core writes the SQL of each database; what it does for every single execution after that takes
longer than a small statement does. So the hot ones skip it: their text, how their values are
written and how their columns are read are found out once for each database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs
from sqlalchemy import Dialect, Insert, bindparam
from sqlalchemy.sql import ClauseElement

__all__ = ["Compiled", "Prepared", "numbered"]

Process: TypeAlias = Callable[[Any], Any] | None

# How many rows one insert takes at most; each number of rows is a statement of its own.
_MOST = 8


@attrs.frozen
class Compiled:
    """A statement in the words of one database."""

    text: str
    _fixed: Mapping[str, Any]
    _written: Mapping[str, Process]
    _read: tuple[tuple[int, Callable[[Any], Any]], ...]

    def bound(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values as the driver takes them, with those that the statement fixes."""
        bound = dict(self._fixed)
        for name, value in values.items():
            process = self._written[name]
            bound[name] = value if process is None else process(value)
        return bound

    def read(self, row: Any) -> tuple[Any, ...]:
        """A row of the driver with the values that its columns mean."""
        if not self._read:
            return tuple(row)
        values = list(row)
        for place, process in self._read:
            values[place] = process(values[place])
        return tuple(values)


class Prepared:
    """A statement, compiled at its first use on each kind of database.

    ``keys`` are the columns that an insert or update takes values for, where it does not say so
    itself. It cannot hold what changes with the values, such as a list of unknown length.
    """

    def __init__(self, statement: ClauseElement, keys: tuple[str, ...] | None = None) -> None:
        self._statement = statement
        self._keys = list(keys) if keys else None
        self._compiled: dict[str, Compiled] = {}
        self._several: dict[int, Prepared] = {}

    def on(self, dialect: Dialect) -> Compiled:
        """The statement for a database."""
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = self._compile(dialect)
        return found

    def several(self, rows: int) -> Prepared | None:
        """A plain insert of several rows at once, which takes less than one by one; else None.

        Its values are those that `numbered` gives.
        """
        insert, keys = self._statement, self._keys
        if type(insert) is not Insert or keys is None or not 1 < rows <= _MOST:
            return None
        if rows not in self._several:
            self._several[rows] = Prepared(_several(insert, keys, rows))
        return self._several[rows]

    def _compile(self, dialect: Dialect) -> Compiled:
        made: Any = self._statement.compile(dialect=dialect, column_keys=self._keys)
        written = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for bind, name in made.bind_names.items()
        }
        fixed = {
            name: value if written[name] is None else written[name](value)
            for name, value in made.params.items()
            if not made.binds[name].required
        }
        columns = getattr(self._statement, "exported_columns", ())
        processes = (
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns
        )
        read = tuple((place, it) for place, it in enumerate(processes) if it is not None)
        return Compiled(str(made), fixed, written, read)


def _several(insert: Insert, keys: Sequence[str], rows: int) -> Insert:
    columns = insert.table.columns
    return insert.values(
        [
            {key: bindparam(f"{key}_{place}", type_=columns[key].type) for key in keys}
            for place in range(rows)
        ]
    )


def numbered(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The values of several rows as those of one statement.

    >>> numbered([{"key": "a"}, {"key": "b"}])
    {'key_0': 'a', 'key_1': 'b'}
    """
    return {
        f"{key}_{place}": value
        for place, values in enumerate(rows)
        for key, value in values.items()
    }
