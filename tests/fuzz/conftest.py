"""What the fuzz tests share: a city and a desk on it that has been everywhere."""

from __future__ import annotations

import pytest
from tests.fuzz.places import NotingDesk, every_page

from utility_eservices.simulator.city import City


@pytest.fixture(scope="module")
def city() -> City:
    """One city for a whole file: what a test does to it, no other test may rely on."""
    return City()


@pytest.fixture(scope="module")
def desk(city: City) -> NotingDesk:
    """A desk with a journey on every page of every service."""
    return every_page(city)
