"""Laws of the port `readings`: see `utility_eservices.ports.readings.Readings`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol

import pytest

from utility_eservices.conformance.laws.common import (
    MANY,
    Call,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.errors import PortRefused
from utility_eservices.ports.readings import Readings
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "ReadingsWorld",
    "test_readings_are_none_for_an_unknown_code",
    "test_readings_are_refused_for_an_unknown_code",
    "test_readings_are_remembered_after_a_restart",
    "test_readings_are_taken_once_for_a_key",
    "test_readings_are_taken_once_for_all_who_bring_a_key_at_once",
    "test_readings_are_taken_to_the_litre",
    "test_readings_say_how_they_are",
    "test_readings_tell_not_now_from_none",
    "test_readings_write_down_nothing_personal",
]


class ReadingsWorld(World[Readings], Protocol):
    """A code with a meter, of which readings are taken, and a code that is nobody's."""

    code: SubscriberCode
    unknown: SubscriberCode


_DAY = date(2026, 11, 20)


def _next(world: ReadingsWorld, litres: int = 1000) -> MeterReading:
    """A reading that follows on the latest one."""
    last = world.port.last(world.code)
    return MeterReading((last.value if last else Decimal(0)) + Decimal(litres) / 1000)


def _calls(world: ReadingsWorld) -> list[Call]:
    key, reading = world.fresh(), _next(world)
    return [
        lambda: world.port.last(world.code),
        lambda: world.port.last(world.unknown),
        lambda: world.port.take(world.code, reading, _DAY, key),
    ]


def test_readings_are_taken_to_the_litre(readings_world: ReadingsWorld) -> None:
    """The reading taken last is the latest one, with all its decimals."""
    for litres in (1, 1000, 501):
        reading = _next(readings_world, litres)
        readings_world.port.take(readings_world.code, reading, _DAY, readings_world.fresh())
        assert readings_world.port.last(readings_world.code) == reading


def test_readings_are_none_for_an_unknown_code(readings_world: ReadingsWorld) -> None:
    """A code that is nobody's has no reading, not even nought."""
    assert readings_world.port.last(readings_world.unknown) is None


def test_readings_are_refused_for_an_unknown_code(readings_world: ReadingsWorld) -> None:
    """A reading for nobody's meter is a clear no, and is not kept."""
    world = readings_world
    with pytest.raises(PortRefused):
        world.port.take(world.unknown, MeterReading(Decimal(1)), _DAY, world.fresh())
    assert world.port.last(world.unknown) is None


def test_readings_are_taken_once_for_a_key(readings_world: ReadingsWorld) -> None:
    """A key that comes again changes nothing and succeeds, whatever it brings by then."""
    world, first, second = readings_world, readings_world.fresh(), readings_world.fresh()
    one, two, three = (_next(world, litres) for litres in (1000, 2000, 3000))
    world.port.take(world.code, one, _DAY, first)
    world.port.take(world.code, two, _DAY, second)
    world.port.take(world.code, one, _DAY, first)
    world.port.take(world.code, three, _DAY, second)
    assert world.port.last(world.code) == two


def test_readings_are_taken_once_for_all_who_bring_a_key_at_once(
    readings_world: ReadingsWorld,
) -> None:
    """Of sixteen who bring one key at once all succeed, and a later reading is not undone."""
    world, key, last = readings_world, readings_world.fresh(), readings_world.fresh()
    readings = [_next(world, 1000 * number + 1000) for number in range(MANY + 1)]

    def take(number: int) -> None:
        world.port.take(world.code, readings[number], _DAY, key)
        if number == 0:
            world.port.take(world.code, readings[MANY], _DAY, last)

    assert at_once(take) == [None] * MANY
    assert world.port.last(world.code) == readings[MANY]


@requires("reopened")
def test_readings_are_remembered_after_a_restart(readings_world: ReadingsWorld) -> None:
    """What was taken is there after a restart, and a key that was done is still known."""
    world, first, second = readings_world, readings_world.fresh(), readings_world.fresh()
    one, two = _next(world), _next(world, 2000)
    world.port.take(world.code, one, _DAY, first)
    world.port.take(world.code, two, _DAY, second)
    other = world.reopened()
    assert other.last(world.code) == two
    other.take(world.code, one, _DAY, first)
    assert other.last(world.code) == two


@requires("switched_off")
def test_readings_tell_not_now_from_none(readings_world: ReadingsWorld) -> None:
    """While they cannot be asked they say so: no meter passes for one never read."""
    tells_not_now(readings_world, *_calls(readings_world))


def test_readings_write_down_nothing_personal(readings_world: ReadingsWorld) -> None:
    """No code stands in a log, an error or a repr."""
    codes = [readings_world.code.value, readings_world.unknown.value]
    keeps_silent(readings_world, codes, *_calls(readings_world))


def test_readings_say_how_they_are(readings_world: ReadingsWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(readings_world)
