"""Migrations bring a database to what the tables say, on both kinds."""

from pathlib import Path

import pytest
from tests.databases import Place, SqlitePlace

from utility_eservices_adapters.sql.database import Database
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
