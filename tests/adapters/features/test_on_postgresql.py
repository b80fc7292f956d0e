"""The manuals' features, on the reference adapters over PostgreSQL."""

from collections.abc import Iterator, Sequence

import pytest
from pytest_bdd import scenarios
from tests.databases import PostgresqlPlace
from tests.postgresql import Server

from utility_eservices.conformance.features import features_folder

scenarios(str(features_folder()))


@pytest.fixture
def documents() -> Sequence[object]:
    """Looking into each file once more, as on SQLite, would only take time."""
    return []


@pytest.fixture
def place(postgresql: Server, postgresql_city: str) -> Iterator[PostgresqlPlace]:
    made = PostgresqlPlace(postgresql, postgresql_city)
    yield made
    made.drop()
