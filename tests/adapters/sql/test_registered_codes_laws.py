"""Registered codes in a database keep the laws of their port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.registered_codes import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.registered_codes import RegisteredCodesWorld
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.registered_codes import SqlRegisteredCodes


class SqlRegisteredCodesWorld(SqlWorld[Any], RegisteredCodesWorld):
    """The profile of a person, filled as a portal would."""

    fin = Fin("5XJ1K2A")
    without = Fin("6YK2L3B")
    codes = tuple(map(SubscriberCode, ("2030405060", "1020304050", "0020304050")))

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        for code in self.codes:
            self.port.register(self.fin, code)

    def over(self, database: Database) -> SqlRegisteredCodes:
        """Another host's."""
        return SqlRegisteredCodes(database, "azersu")


@pytest.fixture
def registered_codes_world(place: Place) -> Iterator[SqlRegisteredCodesWorld]:
    world = SqlRegisteredCodesWorld(place)
    yield world
    world.close()
