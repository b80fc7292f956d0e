"""What many hosts count in a database keeps the laws of the counters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.counters import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.counters import CountersWorld
from utility_eservices_adapters.sql.counters import SqlCounters
from utility_eservices_adapters.sql.database import Database


class SqlCountersWorld(SqlWorld[Any], CountersWorld):
    """Counters in tables."""

    def over(self, database: Database) -> SqlCounters:
        """Another host's."""
        return SqlCounters(database)


@pytest.fixture
def counters_world(place: Place) -> Iterator[SqlCountersWorld]:
    world = SqlCountersWorld(place)
    yield world
    world.close()
