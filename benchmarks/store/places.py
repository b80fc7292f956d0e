"""The databases that are measured: files of SQLite, and databases of one PostgreSQL server."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any, Protocol

import attrs
import psycopg
from sqlalchemy.engine import make_url
from tests.postgresql import Server

from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import schemas

__all__ = ["Files", "Kind", "Place", "Servers", "migrated"]


@attrs.frozen
class Place:
    """A database with every table; goes to other processes, which connect by themselves."""

    url: str
    durable: bool = True

    @property
    def config(self) -> DatabaseConfig:
        """How the adapters reach it; one connection is what a client has."""
        return DatabaseConfig.at(self.url, durable=self.durable, connections=1)

    @property
    def on_sqlite(self) -> bool:
        """Whether it is a file."""
        return self.url.startswith("sqlite")

    @property
    def file(self) -> Path:
        """Where SQLite has it."""
        return Path(make_url(self.url).database or "")

    def sqlite(self) -> sqlite3.Connection:
        """A connection of the raw driver, set as the adapters set theirs."""
        connection = sqlite3.connect(self.file, timeout=15, isolation_level=None)
        synchronous = "FULL" if self.durable else "NORMAL"
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            "cache_size=-64000",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def postgresql(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A connection of the raw driver, whose statements are each prepared at once."""
        url = make_url(self.url)
        connection = psycopg.connect(
            dbname=url.database,
            user=url.username,
            host=str(url.query["host"]),
            autocommit=True,
            options="-c timezone=UTC",
        )
        connection.prepare_threshold = 0
        return connection


def migrated(place: Place) -> Place:
    """The place with all tables."""
    database = Database(place.config)
    for schema in schemas():
        schema.upgrade(database)
    database.close()
    return place


class Kind(Protocol):
    """A kind of database: makes places; ``durable`` is whether each commit waits for the disk."""

    name: str
    durable: bool

    def new(self, name: str) -> Place:
        """An empty place."""

    def copied(self, place: Place) -> Place:
        """A place like another, which nobody is connected to."""

    def dropped(self, place: Place) -> None:
        """Remove one."""


class Files:
    """SQLite, in a folder."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self.name = f"SQLite {'FULL' if durable else 'NORMAL'}"
        self._folder = folder
        self.durable = durable

    def new(self, name: str) -> Place:
        """See `Kind.new`."""
        return migrated(Place(f"sqlite:///{self._folder / name}.db", self.durable))

    def copied(self, place: Place) -> Place:
        """See `Kind.copied`."""
        copy = self._folder / "copy.db"
        shutil.copyfile(place.file, copy)
        return Place(f"sqlite:///{copy}", self.durable)

    def dropped(self, place: Place) -> None:
        """See `Kind.dropped`."""
        for path in place.file.parent.glob(f"{place.file.name}*"):
            path.unlink()


class Servers:
    """PostgreSQL, databases of one server."""

    name = "PostgreSQL"
    durable = True

    def __init__(self, server: Server) -> None:
        self.server = server

    def new(self, name: str) -> Place:
        """See `Kind.new`."""
        return migrated(Place(self.server.create(name)))

    def copied(self, place: Place) -> Place:
        """See `Kind.copied`."""
        return Place(self.server.create("copy", _name(place)))

    def dropped(self, place: Place) -> None:
        """See `Kind.dropped`."""
        self.server.drop(_name(place))


def _name(place: Place) -> str:
    return make_url(place.url).database or ""
