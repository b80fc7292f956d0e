"""Importing: an export of a utility becomes the rows of a table, whole or not at all.

The rows are staged in a temporary table first, by COPY on PostgreSQL and in batches on SQLite,
where others go on writing meanwhile; when all of the file is there and nothing is wrong with it,
one statement brings it into the table. All of it is one transaction: a process that is killed
leaves what was there. Of a file of whatever length no more than a batch is in memory.

A file is the utility's word. What it says takes the place of what the table says, be it corrected,
credited or changed by the library; docs/adapters/registry.md tells how to take over the ledgers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import attrs
from sqlalchemy import (
    Column,
    ColumnElement,
    CursorResult,
    Executable,
    Index,
    Integer,
    MetaData,
    Table,
    and_,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.errors import InvalidValue
from utility_eservices_adapters.registry.export import MOST, Export, FileRefused, RowFault
from utility_eservices_adapters.registry.kinds import KINDS, Kind
from utility_eservices_adapters.registry.tables import credits_, debts, payments
from utility_eservices_adapters.sql.database import Database, Transaction

__all__ = ["FileRefused", "Imported", "RowFault", "bring_in"]

# How many rows go to SQLite at once.
_BATCH = 2_000
_STAGE = "registry_stage"


@attrs.frozen
class Imported:
    """What became of a file: its ``rows``, how many were new or ``altered``, and ``removed``."""

    rows: int
    altered: int
    removed: int


def bring_in(
    database: Database,
    kind: str,
    utility: str,
    file: Path,
    *,
    replace: bool = False,
    credited_to: int | None = None,
    read: Callable[[int], object] = lambda _bytes: None,
) -> Imported:
    """Bring a file of one of the `KINDS` into its table.

    ``replace`` lets rows vanish that are not in the file, save the payments that portals took.
    ``credited_to`` is for debts: the serial in the ledger of credits up to which the file knows
    them; later ones are taken off what it says. ``read`` is told how many bytes were read.

    Raises `FileRefused`, `OSError` where the file cannot be read, and what `Database.run` raises.
    """
    return database.run(
        lambda transaction: _Bringing(
            transaction, KINDS[kind], utility, replace, credited_to
        ).bring(file, read),
        # On SQLite nobody waits until the last statements, the first of which takes the lock.
        reading=True,
    )


@attrs.frozen
class _Bringing:
    transaction: Transaction
    kind: Kind
    utility: str
    replace: bool
    credited_to: int | None

    def bring(self, path: Path, read: Callable[[int], object]) -> Imported:
        with path.open("rb") as file:
            export = Export(file, self.kind.cells(self.utility), self.kind.either)
            stage = self._stage(export.columns)
            stage.create(self.transaction.connection)
            rows = self._fill(stage, export.rows(read))
        self._look_for_doubles(stage, export, rows)
        if self.replace and not rows:
            # An export that went wrong is no reason to let everything vanish.
            export.lacks_rows()
        if export.wrong:
            export.refuse()
        altered = self._do(self._merging(stage, export.columns))
        removed = self._do(self._removing(stage)) if self.replace else 0
        if self.kind.table is debts and self.credited_to is not None:
            self._do(self._owing_less(stage, self.credited_to))
        stage.drop(self.transaction.connection)
        return Imported(rows, altered, removed)

    def _do(self, statement: Executable) -> int:
        done: CursorResult[Any] = self.transaction.connection.execute(
            statement, execution_options={"preserve_rowcount": True}
        )
        return done.rowcount

    # --- staging ----------------------------------------------------------------------------------

    def _stage(self, columns: tuple[str, ...]) -> Table:
        """A temporary table with the columns of a file and the numbers of its lines."""
        return Table(
            _STAGE,
            MetaData(),
            Column("line", Integer),
            *(Column(name, self.kind.table.c[name].type) for name in columns),
            prefixes=["TEMPORARY"],
            postgresql_on_commit="DROP",
        )

    def _fill(self, stage: Table, rows: Iterator[tuple[Any, ...]]) -> int:
        if self.transaction.on_sqlite:
            count = self._insert(stage, rows)
            # It is looked into by these, for doubles and by what else is done.
            keys = (stage.c[name] for name in self.kind.keys)
            Index(f"ix_{_STAGE}", *keys).create(self.transaction.connection)
            return count
        # A file may take longer than any other statement may.
        self.transaction.connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        count = self._copy(stage, rows)
        self.transaction.connection.exec_driver_sql(f"ANALYZE {_STAGE}")
        return count

    def _insert(self, stage: Table, rows: Iterator[tuple[Any, ...]]) -> int:
        text = str(stage.insert().compile(dialect=sqlite.dialect(paramstyle="qmark")))
        count = 0
        while batch := [*islice(rows, _BATCH)]:
            self.transaction.driver.executemany(text, batch)
            count += len(batch)
        return count

    def _copy(self, stage: Table, rows: Iterator[tuple[Any, ...]]) -> int:
        count = 0
        cursor = self.transaction.driver.cursor()
        with cursor, cursor.copy(f"COPY {stage.name} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
                count += 1
        return count

    def _look_for_doubles(self, stage: Table, export: Export, rows: int) -> None:
        keys = [stage.c[name] for name in self.kind.keys]
        different = select(func.count()).select_from(select(*keys).distinct().subquery())
        doubles = rows - int(self.transaction.connection.execute(different).scalar_one())
        if not doubles:
            return
        firsts = (
            select(*keys, func.min(stage.c.line).label("first"))
            .group_by(*keys)
            .having(func.count() > 1)
            .subquery()
        )
        later = (
            select(stage.c.line, firsts.c.first)
            .join(firsts, self._same(stage, firsts.c))
            .where(stage.c.line > firsts.c.first)
            .order_by(stage.c.line)
            .limit(MOST)
        )
        listed = self.transaction.connection.execute(later).all()
        for line, first in listed:
            # The same is in line {first} already.
            text = "Eynisi artıq {first}-ci sətirdə var."
            export.fault(line, (self.kind.keys[-1], InvalidValue("row_twice", text, first=first)))
        export.wrong += doubles - len(listed)

    # --- bringing it into the table ---------------------------------------------------------------

    def _same(self, stage: Table, other: Any) -> ColumnElement[bool]:
        return and_(*(stage.c[name] == other[name] for name in self.kind.keys))

    def _merging(self, stage: Table, columns: tuple[str, ...]) -> Executable:
        """Rows that are new or otherwise than in the table; whatever is alike is left alone."""
        table, cells = self.kind.table, self.kind.cells(self.utility)
        values: dict[str, ColumnElement[Any]] = {"utility": literal(self.utility)}
        values |= {name: stage.c[name] for name in columns}
        if self.kind.place:
            values[self.kind.place] = stage.c.line
        told = [name for name in values if name not in {"utility", *self.kind.keys}]
        values |= {
            name: literal(cell.default)
            for name, cell in cells.items()
            if name not in columns and cell.default is not None
        }
        order = (stage.c[name] for name in self.kind.keys)
        # SQLite needs the condition to tell the conflict below from one of a join.
        rows = select(*values.values()).where(true()).order_by(*order)
        merging = insert(table).from_select([*values], rows)
        new = merging.excluded
        return merging.on_conflict_do_update(
            index_elements=["utility", *self.kind.keys],
            set_={name: new[name] for name in told},
            where=or_(*(table.c[name].is_distinct_from(new[name]) for name in told)),
        )

    def _removing(self, stage: Table) -> Executable:
        table = self.kind.table
        there = exists(select(stage.c.line).where(self._same(stage, table.c)))
        removing = delete(table).where(table.c.utility == self.utility, ~there)
        return removing.where(table.c.credit.is_(None)) if table is payments else removing

    def _owing_less(self, stage: Table, credited_to: int) -> Executable:
        """What portals took that the file does not know."""
        ledger = credits_.c
        unknown = [ledger.utility == self.utility, ledger.serial > credited_to]
        if not self.replace:
            unknown.append(ledger.code.in_(select(stage.c.code)))
        # The sum of a column of `Qepik` would be a Decimal to PostgreSQL.
        paid = func.sum(ledger.amount).cast(debts.c.amount.type)
        less = insert(debts).from_select(
            ["utility", "code", "amount"],
            select(ledger.utility, ledger.code, -paid)
            .where(*unknown)
            .group_by(ledger.utility, ledger.code),
        )
        return less.on_conflict_do_update(
            index_elements=["utility", "code"],
            set_={"amount": debts.c.amount + less.excluded.amount},
        )
