"""Databases for tests: fresh, migrated ones of both kinds, made after a template.

A test that asks for ``place`` runs on SQLite and on PostgreSQL, and so does one that asks for a
``database`` at such a place; ``sqlite_place`` and ``postgresql_place`` are for what concerns one
of them.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from tests.postgresql import Server

from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import schemas

__all__ = ["TEMPLATE", "Place", "PostgresqlPlace", "SqlitePlace"]

TEMPLATE = "eservices_template"


class Place(Protocol):
    """A database of one's own, with every table; ``config`` is how to reach it."""

    config: DatabaseConfig

    def switched_off(self, *databases: Database) -> AbstractContextManager[None]:
        """While within it, nobody reaches it; SQLite's open connections have to be named."""


class SqlitePlace:
    """A file."""

    def __init__(self, file: Path, template: Path | None = None) -> None:
        self.file = file
        if template is not None:
            shutil.copyfile(template, file)
        self.config = DatabaseConfig.at(f"sqlite:///{file}", durable=False)

    @contextmanager
    def switched_off(self, *databases: Database) -> Iterator[None]:
        """A folder stands in the place of the file."""
        for database in databases:
            database.close()
        aside = self.file.with_name("aside")
        aside.mkdir()
        for path in self.file.parent.glob(f"{self.file.name}*"):
            path.rename(aside / path.name)
        self.file.mkdir()
        yield
        self.file.rmdir()
        for path in aside.iterdir():
            path.rename(self.file.parent / path.name)
        aside.rmdir()


class PostgresqlPlace:
    """A database of a server that all tests of a process share."""

    _numbers = itertools.count()

    def __init__(self, server: Server, template: str = "template1") -> None:
        self.server = server
        self.name = f"test_{os.getpid()}_{next(self._numbers)}"
        self.config = DatabaseConfig.at(server.create(self.name, template))

    @contextmanager
    def switched_off(self, *_databases: Database) -> Iterator[None]:
        """It takes no connections, and has ended those it had."""
        self.server.sql(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false")
        ended = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname ="
        self.server.sql(f"{ended} '{self.name}'")
        yield
        self.server.sql(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")

    def drop(self) -> None:
        """Remove it."""
        self.server.drop(self.name)


def _migrated(config: DatabaseConfig) -> None:
    database = Database(config)
    for schema in schemas():
        schema.upgrade(database)
    database.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server, with a migrated database to make others after."""
    server = Server()
    _migrated(DatabaseConfig.at(server.create(TEMPLATE)))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, to make others after."""
    place = SqlitePlace(tmp_path_factory.mktemp("template") / "store.db")
    _migrated(place.config)
    return place.file


@pytest.fixture
def sqlite_place(sqlite_template: Path, tmp_path: Path) -> SqlitePlace:
    """A file of one's own."""
    return SqlitePlace(tmp_path / "store.db", sqlite_template)


@pytest.fixture
def postgresql_place(postgresql: Server) -> Iterator[PostgresqlPlace]:
    """A database of one's own."""
    place = PostgresqlPlace(postgresql, TEMPLATE)
    yield place
    place.drop()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> Place:
    """Either, one after the other."""
    made: Place = request.getfixturevalue(f"{request.param}_place")
    return made


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    """The database there, closed when the test is over."""
    made = Database(place.config)
    yield made
    made.close()
