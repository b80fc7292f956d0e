"""Whether the contenders do the same: what the tables hold after each of them is compared."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import select

from benchmarks.store.clients import Contender
from benchmarks.store.filling import Filling
from benchmarks.store.moving import BEGUN
from benchmarks.store.places import Kind, Place
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import arrivals, case_history, cases, effects

__all__ = ["disagreeing"]

_TABLES = (cases, arrivals, case_history, effects)


def disagreeing(kind: Kind, contenders: Sequence[Contender]) -> list[str]:
    """The names of those after whom one request's rows are other than after the first one.

    Each moves it to and fro: case, history and effects are compared, value by value.
    """
    filled = kind.new("one")
    for _ in Filling(BEGUN, each=1, told=True).into(filled, 1):
        pass
    first, *others = (_rows_after(contender, kind, filled) for contender in contenders)
    kind.dropped(filled)
    pairs = zip(contenders[1:], others, strict=True)
    return [contender.name for contender, rows in pairs if rows != first]


def _rows_after(contender: Contender, kind: Kind, filled: Place) -> list[list[tuple[Any, ...]]]:
    place = kind.copied(filled)
    contender.move(place, times=2)
    with closing(Database(place.config)) as database:
        rows = database.run(_rows, reading=True)
    kind.dropped(place)
    return rows


def _rows(transaction: Transaction) -> list[list[tuple[Any, ...]]]:
    ordered = (select(table).order_by(*table.primary_key) for table in _TABLES)
    return [[tuple(row) for row in transaction.connection.execute(query)] for query in ordered]
