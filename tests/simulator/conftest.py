"""What the simulator's tests share: a city, its desk, threads that get in each other's way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from utility_eservices import Desk
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

# What sixteen threads made of one call each: its answer, or what it raised.
AtOnce = Callable[[Callable[[int], object]], list[object]]


@pytest.fixture
def city() -> City:
    """A fresh city."""
    return City()


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk on the city."""
    return Desk([SimulatorPlugin(city)])


@pytest.fixture
def at_once() -> Iterator[AtOnce]:
    """Sixteen threads that call together, switched as often as the interpreter can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def run(call: Callable[[int], object]) -> list[object]:
        barrier = Barrier(16)

        def one(number: int) -> object:
            barrier.wait()
            try:
                return call(number)
            except Exception as error:  # noqa: BLE001  # the tests look at what it was
                return error

        with ThreadPoolExecutor(16) as pool:
            return list(pool.map(one, range(16)))

    yield run
    sys.setswitchinterval(before)
