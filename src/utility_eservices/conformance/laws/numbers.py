"""Laws of the port `numbers`: see `utility_eservices.ports.numbers.Numbers`."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from utility_eservices.conformance.laws.common import (
    MANY,
    at_once,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.numbers import Numbers

__all__ = [
    "NumbersWorld",
    "test_numbers_are_given_once_to_all_who_ask_at_once",
    "test_numbers_are_never_given_twice",
    "test_numbers_can_be_read_out",
    "test_numbers_go_on_after_a_restart",
    "test_numbers_say_how_they_are",
    "test_numbers_tell_not_now",
]


class NumbersWorld(World[Numbers], Protocol):
    """The numbers of one utility, and the keys of two of its services."""

    services: tuple[str, str]


_DAY = date(2026, 11, 20)
# Two days of one year, and one on which a sequence might begin anew.
_DAYS = (_DAY, date(2026, 12, 31), date(2027, 1, 1))
_SEVERAL = 20


def _issued(world: NumbersWorld, port: Numbers) -> list[str]:
    return [
        port.issue(service, day)
        for _ in range(_SEVERAL)
        for service in world.services
        for day in _DAYS
    ]


def test_numbers_are_never_given_twice(numbers_world: NumbersWorld) -> None:
    """Whatever the service and the day, and the year, no two numbers are alike."""
    issued = _issued(numbers_world, numbers_world.port)
    assert len(set(issued)) == len(issued)


def test_numbers_are_given_once_to_all_who_ask_at_once(numbers_world: NumbersWorld) -> None:
    """Sixteen who register at once have sixteen numbers."""
    service = numbers_world.services[0]
    issued = at_once(lambda _: numbers_world.port.issue(service, _DAY))
    assert len({number for number in issued if isinstance(number, str)}) == MANY


def test_numbers_can_be_read_out(numbers_world: NumbersWorld) -> None:
    """A number is a text that a person can read out and write down: no blanks around it."""
    for number in _issued(numbers_world, numbers_world.port):
        assert number
        assert number.isprintable()
        assert number == number.strip()


@requires("reopened")
def test_numbers_go_on_after_a_restart(numbers_world: NumbersWorld) -> None:
    """What was given before a restart, or on another host, is not given after it."""
    before = _issued(numbers_world, numbers_world.port)
    after = _issued(numbers_world, numbers_world.reopened())
    assert set(before).isdisjoint(after)


@requires("switched_off")
def test_numbers_tell_not_now(numbers_world: NumbersWorld) -> None:
    """While no number can be had it says so, and gives none that it made up."""
    service = numbers_world.services[0]
    tells_not_now(numbers_world, lambda: numbers_world.port.issue(service, _DAY))


def test_numbers_say_how_they_are(numbers_world: NumbersWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(numbers_world)
