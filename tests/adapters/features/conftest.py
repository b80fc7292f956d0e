"""The kit over a database: what the reference adapters serve stands in the simulator's place.

Each scenario has a database of its own, made after one that knows what the city knows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from tests.adapters.books import RegistryBooks, filled
from tests.databases import TEMPLATE, PostgresqlPlace, SqlitePlace
from tests.postgresql import Server

from utility_eservices.conformance.books import Books
from utility_eservices_adapters.documents.disk import DiskPlugin
from utility_eservices_adapters.registry.plugin import RegistryPlugin
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.plugin import SqlStorePlugin


def _settled(config: DatabaseConfig) -> None:
    database = Database(config)
    filled(database)
    database.close()


@pytest.fixture(scope="session")
def sqlite_city(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """A file that knows what the city knows."""
    made = SqlitePlace(tmp_path_factory.mktemp("city") / "store.db", sqlite_template)
    _settled(made.config)
    return made.file


@pytest.fixture(scope="session")
def postgresql_city(postgresql: Server) -> str:
    """The name of a database that knows what the city knows."""
    made = PostgresqlPlace(postgresql, TEMPLATE)
    _settled(made.config)
    return made.name


@pytest.fixture
def documents(tmp_path: Path) -> Sequence[object]:
    """What keeps uploaded files beside the database, if not the simulator."""
    return [DiskPlugin(tmp_path / "documents")]


@pytest.fixture
def adapters(database: Database, documents: Sequence[object]) -> Sequence[object]:
    return [SqlStorePlugin(database), RegistryPlugin(database), *documents]


@pytest.fixture
def served(documents: Sequence[object]) -> Collection[str]:
    """All that lasts; who may sign in, the clock, the bank and the state's registers do not."""
    return {
        *(["documents"] if documents else []),
        "billing",
        "case_store",
        "counters",
        "inbox",
        "journeys",
        "metering_points",
        "numbers",
        "payment_store",
        "readings",
        "reference",
        "registered_codes",
        "subscribers",
    }


@pytest.fixture
def books(database: Database) -> Books:
    return RegistryBooks(database)
