"""Migrations bring a database to what the tables say, on both kinds."""

import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import attrs
import pytest
from sqlalchemy import MetaData
from sqlalchemy.engine import make_url
from tests.databases import Place, PostgresqlPlace, SqlitePlace
from tests.postgresql import Server

from utility_eservices.errors import PortUnavailable
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import Schema, schemas


@pytest.mark.parametrize("schema", tuple(schemas()), ids=lambda schema: schema.name)
def test_revisions_lead_to_the_tables(place: Place, schema: Schema) -> None:
    """After all revisions the database has what the metadata declare, and nothing else of it."""
    database = Database(place.config)
    assert schema.place(database) == schema.newest != ""
    assert schema.differences(database) == []
    assert schema.advice(database) is None
    database.close()


def test_an_upgrade_is_asked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A database without tables is not touched: the advice is to upgrade it."""
    database = Database(SqlitePlace(tmp_path_factory.mktemp("empty") / "store.db").config)
    for schema in schemas():
        assert "eservices-adapters db upgrade" in str(schema.advice(database))
        assert schema.place(database) == ""
    database.close()


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Nobody else can read a database of SQLite that is made here, nor what lies beside it."""
    database = Database(SqlitePlace(tmp_path / "store.db").config)
    for schema in schemas():
        schema.upgrade(database)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    database.close()


def test_a_database_that_takes_no_writes_is_advice(postgresql_place: PostgresqlPlace) -> None:
    """Reading alone shows nothing: a stand-by server, and one whose disk is full, still answer."""
    name = postgresql_place.name
    postgresql_place.server.sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with closing(Database(postgresql_place.config)) as database:
        for schema in schemas():
            assert "takes writes" in str(schema.advice(database))


def test_a_user_without_rights_is_advice(postgresql_place: PostgresqlPlace) -> None:
    """What `check` asks can be refused, and is no error of the check."""
    reader = f"{postgresql_place.name}_reader"
    postgresql_place.server.sql(f"CREATE ROLE {reader} LOGIN")
    url = make_url(postgresql_place.config.url.value).set(username=reader)
    config = DatabaseConfig.at(url.render_as_string(hide_password=False))
    with closing(Database(config)) as database:
        for schema in schemas():
            assert f"the {schema.name} tables" in str(schema.advice(database))


_UPGRADING = """
import sys
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.schema import SCHEMA

sys.stdin.read()
SCHEMA.upgrade(Database(DatabaseConfig.at(sys.argv[1])))
"""


def test_hosts_that_upgrade_at_once_wait_for_each_other(postgresql: Server) -> None:
    """One of them migrates, and the others find it done: none of them fails."""
    place = PostgresqlPlace(postgresql)
    arguments = [sys.executable, "-c", _UPGRADING, place.config.url.value]
    hosts = [subprocess.Popen(arguments, stdin=subprocess.PIPE) for _ in range(4)]
    for host in hosts:
        assert host.stdin is not None
        host.stdin.close()  # now they begin
    assert [host.wait(60) for host in hosts] == [0] * 4
    place.drop()


def test_a_revision_may_take_longer_than_a_statement(
    postgresql_place: PostgresqlPlace, tmp_path: Path
) -> None:
    """A table of a million rows is not altered within the patience of hosts."""
    revision = "from alembic import op\nrevision, down_revision = '1', None\n"
    statement = "def upgrade():\n    op.execute('SELECT pg_sleep(0.3)')\n"
    (tmp_path / "1_slow.py").write_text(revision + statement, "utf-8")
    slow = Schema("slow", MetaData(), str(tmp_path))
    hasty = attrs.evolve(postgresql_place.config, patience=timedelta(seconds=0.2))
    with closing(Database(hasty)) as database:
        slow.upgrade(database)
        assert slow.place(database) == "1"
        # Whatever comes after it is not given more time than before.
        with pytest.raises(PortUnavailable):
            database.run(lambda it: it.connection.exec_driver_sql("SELECT pg_sleep(0.3)"))
