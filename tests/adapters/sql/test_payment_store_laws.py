"""Payment orders in a database keep the laws of their port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.payment_store import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.payment_store import PaymentStoreWorld
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.payments import SqlPaymentStore


class SqlPaymentStoreWorld(SqlWorld[Any], PaymentStoreWorld):
    """Orders in tables."""

    def over(self, database: Database) -> SqlPaymentStore:
        """A store."""
        return SqlPaymentStore(database)


@pytest.fixture
def payment_store_world(place: Place) -> Iterator[SqlPaymentStoreWorld]:
    world = SqlPaymentStoreWorld(place)
    yield world
    world.close()
