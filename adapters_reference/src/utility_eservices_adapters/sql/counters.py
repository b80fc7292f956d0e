"""Counters in tables; see `utility_eservices.ports.counters`.

``counter_members`` holds what was noted, ``counters`` how many there are of it: the row of a name
and a day is altered by one transaction at a time, so that each is told a figure of its own. A
periodic job forgets by `forget_counters` what is older than yesterday.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.postgresql import insert

from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import SCHEMA, counter_members, counters
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["SqlCounters", "forget_counters"]

_REMEMBER = Prepared(insert(counter_members).on_conflict_do_nothing(), ("name", "day", "member"))
_one_more = insert(counters).values(
    name=bindparam("name"), day=bindparam("day"), figure=bindparam("more")
)
# Also where nothing is added: whoever comes again waits for the others, too.
_COUNT = Prepared(
    _one_more.on_conflict_do_update(
        index_elements=[counters.c.name, counters.c.day],
        set_={"figure": counters.c.figure + _one_more.excluded.figure},
    ).returning(counters.c.figure)
)
_FORGET = tuple(
    Prepared(delete(table).where(table.c.day < bindparam("day")))
    for table in (counters, counter_members)
)


@attrs.frozen
class SqlCounters:
    """Counters over SQL; see `Counters`."""

    database: Database

    def note(self, name: str, member: str, day: date) -> int:
        """See `Counters.note`."""

        def noted(transaction: Transaction) -> int:
            more = transaction.do(_REMEMBER, name=name, day=day, member=member)
            row = transaction.one(_COUNT, name=name, day=day, more=more)
            assert row is not None  # noqa: S101  # RETURNING always returns it
            figure: int = row[0]
            return figure

        return self.database.run(noted)

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)


def forget_counters(database: Database, day: date) -> int:
    """Forget what was noted before the day that was yesterday on ``day``, a day in Baku.

    Gives how many rows that were.
    """
    yesterday = day - timedelta(days=1)
    return database.run(lambda it: sum(it.do(forget, day=yesterday) for forget in _FORGET))
