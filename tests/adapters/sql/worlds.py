"""What the worlds of all ports over SQL have in common: a database of either kind."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TypeVar

from tests.databases import Place

from utility_eservices.conformance.laws.world import World
from utility_eservices_adapters.sql.database import Database

__all__ = ["SqlWorld"]

P = TypeVar("P")


class SqlWorld(World[P]):
    """A port over a database that is its own; each of its objects is another host's."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.databases: list[Database] = []
        self.port = self.reopened()

    def over(self, database: Database) -> P:
        """The object under test, over a database."""
        raise NotImplementedError

    def reopened(self) -> P:
        """What another host would open."""
        self.databases.append(Database(self.place.config))
        return self.over(self.databases[-1])

    def switched_off(self) -> AbstractContextManager[None]:
        """The database goes away for a while."""
        return self.place.switched_off(*self.databases)

    def close(self) -> None:
        """Let go of every connection."""
        for database in self.databases:
            database.close()
