"""The tables of the job engine: whatever procrastinate wants, wherever one comes from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from importlib import resources

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError
from tests.databases import PostgresqlPlace, SqlitePlace
from tests.postgresql import Server

from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.work import schema
from utility_eservices_adapters.work.schema import NEWEST, SCHEMA, installed, migrate

# Everything that procrastinate has in a database, by kind, name and definition.
_THINGS = """
SELECT 'function', proname || pg_get_function_identity_arguments(oid), prosrc
  FROM pg_proc WHERE proname LIKE 'procrastinate%'
UNION ALL SELECT 'column', table_name || '.' || column_name,
                 data_type || is_nullable || coalesce(column_default, '')
  FROM information_schema.columns WHERE table_name LIKE 'procrastinate%'
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'procrastinate%'
UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
   WHERE conrelid::regclass::text LIKE 'procrastinate%'
UNION ALL SELECT 'label', typname, enumlabel
  FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
"""


@pytest.fixture
def empty(postgresql: Server) -> Iterator[Database]:
    """A database with nothing in it."""
    place = PostgresqlPlace(postgresql)
    with closing(Database(place.config)) as database:
        yield database
    place.drop()


def things(database: Database) -> set[tuple[str, str, str]]:
    """All there is of procrastinate."""
    return set(database.run(lambda it: it.driver.execute(_THINGS).fetchall(), reading=True))


@pytest.fixture
def wanted(postgresql: Server) -> set[tuple[str, str, str]]:
    """What procrastinate makes of a new database."""
    place = PostgresqlPlace(postgresql)
    text = (resources.files("procrastinate") / "sql" / "schema.sql").read_text("utf-8")
    with closing(Database(place.config)) as database:
        database.run(lambda it: it.driver.execute(text))
        found = things(database)
    place.drop()
    return found


def test_a_new_database(empty: Database, wanted: set[tuple[str, str, str]]) -> None:
    """It gets what procrastinate wants, to the letter, and an upgrade of it alters nothing."""
    assert "eservices-adapters db upgrade" in str(SCHEMA.advice(empty))
    assert things(empty) == set()
    for _ in range(2):
        SCHEMA.upgrade(empty)
        assert things(empty) == wanted
        assert SCHEMA.advice(empty) is None


def test_an_old_database(empty: Database, wanted: set[tuple[str, str, str]]) -> None:
    """What was made by an older version becomes the same."""
    older = "03.01.00_50_post_add_heartbeat"
    empty.run(lambda it: migrate(it.connection, after="", to=older))
    assert things(empty) != wanted
    empty.run(lambda it: migrate(it.connection, after=older, to=NEWEST))
    assert things(empty) == wanted


def test_the_installed_procrastinate_is_known() -> None:
    """A new version of it with migrations of its own needs a revision here."""
    assert list(installed())[-1] == NEWEST


def test_one_that_is_not_known(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, however old the tables are."""
    SCHEMA.upgrade(empty)
    monkeypatch.setattr(schema, "NEWEST", "03.01.00_50_post_add_heartbeat")
    assert "procrastinate" in str(SCHEMA.advice(empty))


def test_sqlite_needs_none(sqlite_place: SqlitePlace) -> None:
    """Nothing is made there, and nothing is amiss."""
    with closing(Database(sqlite_place.config)) as database:
        before = database.run(tables, reading=True)
        SCHEMA.upgrade(database)
        assert SCHEMA.advice(database) is None
        assert database.run(tables, reading=True) - before <= {"jobs_version"}


def tables(transaction: Transaction) -> set[str]:
    """The tables of a database."""
    return set(inspect(transaction.connection).get_table_names())


def test_tables_that_are_there_already_are_left_alone(empty: Database) -> None:
    """Where a host made procrastinate's tables itself, the upgrade says so and alters nothing."""
    text = (resources.files("procrastinate") / "sql" / "schema.sql").read_text("utf-8")
    empty.run(lambda it: it.driver.execute(text))
    before = things(empty)
    with pytest.raises(SQLAlchemyError):
        SCHEMA.upgrade(empty)
    assert things(empty) == before
    assert SCHEMA.place(empty) == ""
