"""What the desk's tests share: a city and the desk on it."""

from __future__ import annotations

import pytest

from utility_eservices import Desk
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin


@pytest.fixture
def city() -> City:
    """A fresh city."""
    return City()


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk on the city."""
    return Desk([SimulatorPlugin(city)])
