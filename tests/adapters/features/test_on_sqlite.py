"""The manuals' features, on the reference adapters over SQLite."""

from pathlib import Path

import pytest
from pytest_bdd import scenarios
from tests.databases import SqlitePlace

from utility_eservices.conformance.features import features_folder

scenarios(str(features_folder()))


@pytest.fixture
def place(sqlite_city: Path, tmp_path: Path) -> SqlitePlace:
    return SqlitePlace(tmp_path / "store.db", sqlite_city)
