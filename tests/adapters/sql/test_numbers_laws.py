"""Numbers from a database keep the laws of their port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.numbers import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.numbers import NumbersWorld
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.numbers import SqlNumbers


class SqlNumbersWorld(SqlWorld[Any], NumbersWorld):
    """The numbers of Azərsu."""

    services = ("debt_investigation", "service_suspension")

    def over(self, database: Database) -> SqlNumbers:
        """Another host's."""
        return SqlNumbers(database, "azersu", "AZS")


@pytest.fixture
def numbers_world(place: Place) -> Iterator[SqlNumbersWorld]:
    world = SqlNumbersWorld(place)
    yield world
    world.close()
