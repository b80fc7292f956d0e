"""What the simulator's tests share: a city, its desk, threads that get in each other's way."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from types import FrameType
from typing import Any, TypeAlias

import pytest

import utility_eservices.simulator
from utility_eservices import Desk
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

TraceFunction: TypeAlias = Callable[[FrameType, str, Any], Any]

_SIMULATOR = str(Path(utility_eservices.simulator.__file__).parent)

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
    """Sixteen threads that call together and take turns at every step of the simulator."""
    with ThreadPoolExecutor(16) as pool:

        def run(call: Callable[[int], object]) -> list[object]:
            barrier = Barrier(16)
            return list(pool.map(lambda number: _one(barrier, call, number), range(16)))

        yield run


def _one(barrier: Barrier, call: Callable[[int], object], number: int) -> object:
    traced_before = sys.gettrace()
    barrier.wait()
    sys.settrace(_take_turns)
    try:
        return call(number)
    except Exception as error:  # noqa: BLE001  # the tests look at what it was
        return error
    finally:
        sys.settrace(traced_before)


def _take_turns(frame: FrameType, _event: str, _argument: object) -> TraceFunction | None:
    """Give the turn away at each step; left alone, no thread would meet another there."""
    if not frame.f_code.co_filename.startswith(_SIMULATOR):
        return None
    frame.f_trace_opcodes = True
    time.sleep(0)  # waits for nothing
    return _take_turns
