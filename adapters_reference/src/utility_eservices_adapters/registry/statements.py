"""What the statements of the registry share: that a code is a subscriber's, that a key is new.

``utility``, ``code`` and ``key`` are the parameters' names everywhere.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, bindparam, exists, select
from sqlalchemy.dialects.postgresql import insert

from utility_eservices_adapters.registry.tables import subscribers
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["entered", "of_the_code", "of_the_subscriber"]


def of_the_code(table: Table) -> ColumnElement[bool]:
    """The rows of a code."""
    return (table.c.utility == bindparam("utility")) & (table.c.code == bindparam("code"))


def of_the_subscriber(table: Table) -> ColumnElement[bool]:
    """The rows of a code that is a subscriber's."""
    return of_the_code(table) & exists(select(subscribers.c.code).where(of_the_code(subscribers)))


def entered(ledger: Table) -> Prepared:
    """The entry in a ledger; gives its serial, and no row for a key that is there.

    Of those who bring one key at once, one enters it and the others wait to see it there.
    """
    names = tuple(column.name for column in ledger.columns if column.name != "serial")
    made = insert(ledger).on_conflict_do_nothing(index_elements=["utility", "key"])
    return Prepared(made.returning(ledger.c.serial), keys=names)
