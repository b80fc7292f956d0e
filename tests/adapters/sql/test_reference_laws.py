"""Reference data in a database keep the laws of their port, as loaded from the sample."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.reference import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.reference import ReferenceWorld
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.reference import SqlReference, replace
from utility_eservices_adapters.sql.reference_file import read, sample


class SqlReferenceWorld(SqlWorld[Any], ReferenceWorld):
    """What the sample says of Azərsu."""

    name = "debt_investigation_reasons"
    service = "debt_investigation"
    rule = "service_suspension.meterless_only"
    holds = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        loaded = read(sample())
        replace(self.databases[0], loaded)
        self.items = loaded["azersu"].lists[self.name]
        self.unit = loaded["azersu"].units[self.service]

    def over(self, database: Database) -> SqlReference:
        """Another host's."""
        return SqlReference(database, "azersu")


@pytest.fixture
def reference_world(place: Place) -> Iterator[SqlReferenceWorld]:
    world = SqlReferenceWorld(place)
    yield world
    world.close()
