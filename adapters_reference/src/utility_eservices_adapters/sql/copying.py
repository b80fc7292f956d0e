"""Copying: everything that one database keeps into another, from SQLite to PostgreSQL or back.

The source is read as it was at one moment; the target takes all of it in one transaction, or
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Table, func, insert, select

from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["Progress", "TargetFilled", "TargetShared", "copy"]

# Told of a table, how many of its rows are copied, and how many there are.
Progress = Callable[[Table, int, int], object]

_BATCH = 1000


class TargetFilled(Exception):
    """Something is in the target already; ``table`` says where."""

    def __init__(self, table: Table) -> None:
        self.table = table
        super().__init__(table.name)


class TargetShared(Exception):
    """Somebody else writes to the target meanwhile; ``table`` says where it was seen."""

    def __init__(self, table: Table) -> None:
        self.table = table
        super().__init__(table.name)


def copy(
    source: Database, target: Database, tables: Sequence[Table], progress: Progress
) -> dict[str, int]:
    """Copy tables that both databases have; gives how many rows each had.

    Raises `TargetFilled`, `TargetShared`, `PortRefused` for a row that the target cannot keep, and
    the other `PortFailure` errors; the target is then as it was.
    """

    def reading(origin: Transaction) -> dict[str, int]:
        if not origin.on_sqlite:
            origin.driver.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        _unhurried(origin)
        return target.run(lambda goal: _copied(origin, goal, tables, progress))

    return source.run(reading, reading=True)


def _unhurried(transaction: Transaction) -> None:
    """Let statements take as long as they need."""
    if not transaction.on_sqlite:
        transaction.driver.execute("SET LOCAL statement_timeout = 0")


def _copied(
    origin: Transaction, goal: Transaction, tables: Sequence[Table], progress: Progress
) -> dict[str, int]:
    _unhurried(goal)
    for table in tables:
        if _count(goal, table):
            raise TargetFilled(table)
    counts: dict[str, int] = {}
    for table in tables:
        total, done = _count(origin, table), 0
        progress(table, 0, total)
        statement = Prepared(insert(table).inline(), tuple(table.columns.keys()))
        for rows in _batches(origin, table):
            _put(goal, table, statement, rows)
            done += len(rows)
            progress(table, done, total)
        _go_on_counting(goal, table)
        counts[table.name] = _count(goal, table)
        if not counts[table.name] == done == total:
            raise TargetShared(table)
    return counts


def _count(transaction: Transaction, table: Table) -> int:
    counted = select(func.count()).select_from(table)
    return int(transaction.connection.execute(counted).scalar_one())


def _batches(origin: Transaction, table: Table) -> Iterator[list[dict[str, object]]]:
    """The rows of a table, as many at once as memory is to hold."""
    statement = select(table).order_by(*table.primary_key).execution_options(yield_per=_BATCH)
    for rows in origin.connection.execute(statement).mappings().partitions():
        yield [dict(row) for row in rows]


def _put(
    goal: Transaction, table: Table, statement: Prepared, rows: list[dict[str, object]]
) -> None:
    if goal.on_sqlite:
        goal.many(statement, rows)
        return
    # PostgreSQL's own way of taking many rows takes a fraction of the time.
    dialect = goal.connection.dialect
    bound = statement.on(dialect).bound
    quoted = dialect.identifier_preparer
    columns = ", ".join(quoted.format_column(column) for column in table.columns)
    taking = goal.driver.cursor().copy(f"COPY {quoted.format_table(table)} ({columns}) FROM STDIN")
    with taking as taken:
        for row in rows:
            values = bound(row)
            taken.write_row([values[column.name] for column in table.columns])


def _go_on_counting(goal: Transaction, table: Table) -> None:
    """Let PostgreSQL number the next row after the last one; SQLite does so by itself."""
    if goal.on_sqlite:
        return
    for column in table.columns:
        if column.identity is not None:
            last = select(func.max(column)).scalar_subquery()
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            # Nothing becomes of it where there is no last one.
            goal.connection.execute(select(func.setval(sequence, last)))
