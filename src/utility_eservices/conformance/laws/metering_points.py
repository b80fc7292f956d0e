"""Laws of the port `metering_points`: see `utility_eservices.ports.metering_points`."""

from __future__ import annotations

from typing import Protocol

from utility_eservices.conformance.laws.common import (
    Call,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.metering_points import MeteringPoint, MeteringPoints
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "MeteringPointsWorld",
    "test_metering_points_come_in_their_order",
    "test_metering_points_give_nothing_for_a_code_without_any",
    "test_metering_points_say_how_they_are",
    "test_metering_points_tell_not_now_from_none",
    "test_metering_points_write_down_nothing_personal",
]


class MeteringPointsWorld(World[MeteringPoints], Protocol):
    """The points of a head code in the order to show them, and a code that has none."""

    head_code: SubscriberCode
    points: tuple[MeteringPoint, ...]
    without: SubscriberCode


def _calls(world: MeteringPointsWorld) -> list[Call]:
    return [lambda: world.port.of(world.head_code), lambda: world.port.of(world.without)]


def test_metering_points_come_in_their_order(metering_points_world: MeteringPointsWorld) -> None:
    """All points of a head code come, to the letter, in the order to show them, each time."""
    for _ in range(2):
        found = metering_points_world.port.of(metering_points_world.head_code)
        assert found == metering_points_world.points


def test_metering_points_give_nothing_for_a_code_without_any(
    metering_points_world: MeteringPointsWorld,
) -> None:
    """A code without points has an empty list, and nobody else's."""
    assert metering_points_world.port.of(metering_points_world.without) == ()


@requires("switched_off")
def test_metering_points_tell_not_now_from_none(
    metering_points_world: MeteringPointsWorld,
) -> None:
    """While they cannot be asked they say so: no code passes for one without points."""
    tells_not_now(metering_points_world, *_calls(metering_points_world))


def test_metering_points_write_down_nothing_personal(
    metering_points_world: MeteringPointsWorld,
) -> None:
    """Neither codes nor labels, which may be addresses, stand in a log, an error or a repr."""
    world = metering_points_world
    labels = [point.label for point in world.points]
    keeps_silent(world, [world.head_code.value, world.without.value, *labels], *_calls(world))


def test_metering_points_say_how_they_are(metering_points_world: MeteringPointsWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(metering_points_world)
