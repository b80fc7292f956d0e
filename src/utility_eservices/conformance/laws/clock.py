"""Laws of the port `clock`: see `utility_eservices.ports.clock.Clock`."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from utility_eservices.conformance.laws.common import says_how_it_is, tells_not_now
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.clock import Clock

__all__ = [
    "ClockWorld",
    "test_clock_goes_on",
    "test_clock_says_how_it_is",
    "test_clock_tells_not_now",
    "test_clock_tells_utc",
]


class ClockWorld(World[Clock], Protocol):
    """The clock."""

    def let_pass(self) -> timedelta:
        """Let some time pass, and say how much at least; only where a clock can be moved."""
        raise NotImplementedError


def test_clock_tells_utc(clock_world: ClockWorld) -> None:
    """An instant knows its time zone, and that is UTC."""
    assert clock_world.port.now().utcoffset() == timedelta(0)


@requires("let_pass")
def test_clock_goes_on(clock_world: ClockWorld) -> None:
    """It shows each time the instant it is, not the one it was when the object was made."""
    before = clock_world.port.now()
    passed = clock_world.let_pass()
    assert clock_world.port.now() >= before + passed


@requires("switched_off")
def test_clock_tells_not_now(clock_world: ClockWorld) -> None:
    """A clock that cannot be read says so, instead of some other time."""
    tells_not_now(clock_world, clock_world.port.now)


def test_clock_says_how_it_is(clock_world: ClockWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(clock_world)
