from collections.abc import Iterator

import pytest
from tests.databases import Place

from utility_eservices_adapters.sql.database import Database


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    """A migrated database of either kind."""
    database = Database(place.config)
    yield database
    database.close()
