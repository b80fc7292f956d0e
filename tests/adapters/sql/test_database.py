"""Databases: settings that fit, values that they cannot keep, waiting that ends, and forks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from sqlalchemy import bindparam, insert
from tests.databases import Place, SqlitePlace

from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.errors import PortRefused, PortUnavailable
from utility_eservices.vocabulary.fin import Fin
from utility_eservices_adapters.settings import SettingsRefused
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.counters import SqlCounters
from utility_eservices_adapters.sql.database import Database, DatabaseConfig, Transaction
from utility_eservices_adapters.sql.inbox import SqlInbox
from utility_eservices_adapters.sql.schema import numbers
from utility_eservices_adapters.sql.statement import Prepared

FIN = Fin("5XJ1K2A")
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
# More than eight bytes hold.
HUGE = 2**70


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("nothing of the kind", "an address of SQLite or PostgreSQL"),
        ("mysql://user@host/name", "an address of SQLite or PostgreSQL"),
        ("postgresql://user:geheim@host:geheim/name", "an address of SQLite or PostgreSQL"),
        ("postgresql+asyncpg://user@host/name", "an address of SQLite or PostgreSQL"),
        ("sqlite+aiosqlite:///store.db", "an address of SQLite or PostgreSQL"),
        ("sqlite://", "the address of a file"),
        ("sqlite:///:memory:", "the address of a file"),
    ],
)
def test_an_address_that_is_none_is_advice(url: str, advice: str) -> None:
    """Also one that another driver would be needed for; nothing of it is quoted."""
    with pytest.raises(SettingsRefused, match=advice) as raised:
        DatabaseConfig.at(url)
    assert "geheim" not in str(raised.value)
    assert raised.value.__context__ is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PATIENCE", "0"),
        ("PATIENCE", "0.0001"),
        ("PATIENCE", "-1"),
        ("PATIENCE", "86401"),
        ("CONNECTIONS", "0"),
        ("CONNECTIONS", "-1"),
    ],
)
def test_patience_has_bounds(name: str, value: str) -> None:
    """To PostgreSQL and to the pool, nothing would mean for ever."""
    settings = {"ESERVICES_DATABASE_URL": "sqlite:///store.db", f"ESERVICES_DATABASE_{name}": value}
    with pytest.raises(SettingsRefused, match=f"ESERVICES_DATABASE_{name}"):
        DatabaseConfig.from_environment(settings)


# --- values --------------------------------------------------------------------------------------

_ADD = Prepared(insert(numbers), ("utility", "last"))
_CORE = insert(numbers).values(utility=bindparam("name"), last=bindparam("value"))


@pytest.mark.parametrize(
    ("utility", "last"), [("azersu", HUGE), ("azersu", -HUGE), ("\ud83d", 1), ("\0", 1)]
)
@pytest.mark.parametrize("prepared", [True, False], ids=["prepared", "core"])
def test_what_cannot_be_kept_is_refused(
    database: Database, utility: str, last: int, prepared: bool
) -> None:
    """Whichever way it goes, and whether the database says no or its driver or a column."""

    def work(transaction: Transaction) -> None:
        if prepared:
            transaction.do(_ADD, utility=utility, last=last)
        else:
            transaction.connection.execute(_CORE, {"name": utility, "value": last})

    with pytest.raises(PortRefused) as raised:
        database.run(work)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize(
    "ask",
    [
        lambda database: SqlInbox(database).of(FIN, HUGE),
        lambda database: SqlCases(database, CODEC).failed_effects(HUGE),
        lambda database: SqlCases(database, CODEC).due_effects(NOW, ["service"], HUGE),
        lambda database: SqlCases(database, CODEC).due_effects(NOW, ["\ud83d"]),
    ],
    ids=["inbox", "failed", "due", "due of no service"],
)
def test_what_cannot_be_asked_is_refused(
    database: Database, ask: Callable[[Database], object]
) -> None:
    """It is no reason to try again later, nor an error of another kind."""
    with pytest.raises(PortRefused):
        ask(database)


# --- waiting -------------------------------------------------------------------------------------


def test_threads_do_not_wait_for_each_other_for_ever(sqlite_place: SqlitePlace) -> None:
    """Whoever has no turn to write in time gives up, as whoever finds the file taken does."""
    patience = timedelta(milliseconds=50)
    with (
        closing(Database(attrs.evolve(sqlite_place.config, patience=patience))) as database,
        ThreadPoolExecutor(1) as pool,
    ):
        counters = SqlCounters(database)

        def noted(member: str) -> int:
            return counters.note("payment", member, NOW.date())

        def work(_transaction: Transaction) -> None:
            with pytest.raises(PortUnavailable):
                pool.submit(noted, "one").result(timeout=30)

        database.run(work)
        assert noted("another") == 1


# --- forks ---------------------------------------------------------------------------------------

_FORKING = """
import os, sys
from datetime import date
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.numbers import SqlNumbers

database = Database(DatabaseConfig.at(sys.argv[1]))
numbers = SqlNumbers(database, "azersu", "AZS")

def issue():
    for _ in range(20):
        # One write, so that no line is torn.
        os.write(1, f"{numbers.issue('service', date(2026, 11, 21))}\\n".encode())

numbers.issue("service", date(2026, 11, 21))
children = []
for _ in range(3):
    child = os.fork()
    if not child:
        try:
            issue()
        finally:
            os._exit(0)
    children.append(child)
issue()
for child in children:
    os.waitpid(child, 0)
database.close()
"""


def test_a_fork_has_connections_of_its_own(place: Place, tmp_path: Path) -> None:
    """A host that asked something before it forked serves on, in all processes."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _FORKING, place.config.url.value],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    issued = done.stdout.split()
    assert done.stderr == ""
    assert sorted(issued) == [f"AZS-2026-{number:06}" for number in range(2, 82)]
