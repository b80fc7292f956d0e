"""Unfinished journeys in a database keep the laws of their port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.journeys import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.journeys import JourneysWorld
from utility_eservices.vocabulary.fin import Fin
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.journeys import SqlJourneys


class SqlJourneysWorld(SqlWorld[Any], JourneysWorld):
    """Journeys in a table."""

    fin = Fin("5XJ1K2A")
    other = Fin("6YK2L3B")

    def over(self, database: Database) -> SqlJourneys:
        """Another host's."""
        return SqlJourneys(database)


@pytest.fixture
def journeys_world(place: Place) -> Iterator[SqlJourneysWorld]:
    world = SqlJourneysWorld(place)
    yield world
    world.close()
