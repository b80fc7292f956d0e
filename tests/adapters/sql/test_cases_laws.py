"""The case store on SQL keeps the laws of its port, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.case_store import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.case_store import CODEC, CaseStoreWorld
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database


class SqlCasesWorld(SqlWorld[Any], CaseStoreWorld):
    """Cases in tables."""

    def over(self, database: Database) -> SqlCases:
        """Another host's."""
        return SqlCases(database, CODEC)


@pytest.fixture
def case_store_world(place: Place) -> Iterator[SqlCasesWorld]:
    world = SqlCasesWorld(place)
    yield world
    world.close()
