"""Statements that go past SQLAlchemy: several rows at once, and reads without a transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import attrs
import pytest
from sqlalchemy import insert, select
from tests.databases import Place

from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import numbers
from utility_eservices_adapters.sql.statement import Prepared

_ADD = Prepared(insert(numbers).inline(), ("utility", "last"))
_ALL = Prepared(select(numbers.c.utility, numbers.c.last).order_by(numbers.c.last))


@pytest.fixture
def narrow(place: Place) -> Iterator[Database]:
    """A database of one connection, so that every transaction follows on the one before."""
    with closing(Database(attrs.evolve(place.config, connections=1))) as opened:
        yield opened


def kept(database: Database) -> list[tuple[str, int]]:
    """The rows that are kept, read apart."""
    rows = database.run(lambda transaction: transaction.all(_ALL), reading=True, apart=True)
    return [(utility, last) for utility, last in rows]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 8, 9, 40])
def test_many_rows_come_as_they_are(narrow: Database, count: int) -> None:
    """However many they are: each with its own values, in their order."""
    rows = [{"utility": f"utility-{last}", "last": last} for last in range(count)]
    narrow.run(lambda transaction: transaction.many(_ADD, rows))
    assert kept(narrow) == [(row["utility"], row["last"]) for row in rows]


def test_of_several_rows_all_are_undone_or_none(narrow: Database) -> None:
    """Also on a connection that was read apart by before: it has transactions again."""

    def work(transaction: Transaction) -> None:
        transaction.many(_ADD, [{"utility": name, "last": 1} for name in ("azersu", "azerishiq")])
        transaction.do(_ADD, utility="third", last=2)
        raise LookupError

    for _ in range(2):
        assert kept(narrow) == []
        with pytest.raises(LookupError):
            narrow.run(work)
    assert kept(narrow) == []


def test_both_ways_to_a_database_are_one_transaction(narrow: Database) -> None:
    """What goes by SQLAlchemy's connection and what goes past it is kept or undone together."""
    by_sqlalchemy = insert(numbers).values(utility="azersu", last=1)

    def work(transaction: Transaction) -> list[tuple[object, ...]]:
        transaction.do(_ADD, utility="azerishiq", last=2)
        transaction.connection.execute(by_sqlalchemy)
        return transaction.all(_ALL)

    def failing(transaction: Transaction) -> None:
        assert len(work(transaction)) == 2
        raise LookupError

    with pytest.raises(LookupError):
        narrow.run(failing)
    assert kept(narrow) == []
    assert narrow.run(work) == kept(narrow) == [("azersu", 1), ("azerishiq", 2)]
