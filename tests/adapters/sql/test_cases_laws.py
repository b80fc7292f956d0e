"""The case store on SQL keeps the laws of its port, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from tests.databases import Place

from utility_eservices.conformance.laws.case_store import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.case_store import CODEC, CaseStoreWorld
from utility_eservices.ports.case_store import CaseStore
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database


class SqlWorld(CaseStoreWorld):
    """A store on a database of its own."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._databases: list[Database] = []
        self.port = self.reopened()

    def reopened(self) -> CaseStore:
        """As another process opens it."""
        self._databases.append(Database(self._place.config))
        return SqlCases(self._databases[-1], CODEC)

    def switched_off(self) -> AbstractContextManager[None]:
        """The database is away."""
        return self._place.switched_off(*self._databases)

    def close(self) -> None:
        """Let go of every connection."""
        for database in self._databases:
            database.close()


@pytest.fixture
def case_store_world(place: Place) -> Iterator[SqlWorld]:
    world = SqlWorld(place)
    yield world
    world.close()
