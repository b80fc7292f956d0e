"""Laws of the port `registered_codes`: see `utility_eservices.ports.registered_codes`."""

from __future__ import annotations

from typing import Protocol

from utility_eservices.conformance.laws.common import (
    Call,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.registered_codes import RegisteredCodes
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "RegisteredCodesWorld",
    "test_registered_codes_are_none_of_who_registered_none",
    "test_registered_codes_come_in_their_order",
    "test_registered_codes_say_how_they_are",
    "test_registered_codes_tell_not_now_from_none",
    "test_registered_codes_write_down_nothing_personal",
]


class RegisteredCodesWorld(World[RegisteredCodes], Protocol):
    """A person with the codes they registered, two at least, and one who registered none."""

    fin: Fin
    codes: tuple[SubscriberCode, ...]
    without: Fin


def _calls(world: RegisteredCodesWorld) -> list[Call]:
    return [lambda: world.port.of(world.fin), lambda: world.port.of(world.without)]


def test_registered_codes_come_in_their_order(
    registered_codes_world: RegisteredCodesWorld,
) -> None:
    """All codes of a person come in the order they were registered, each time."""
    for _ in range(2):
        found = registered_codes_world.port.of(registered_codes_world.fin)
        assert found == registered_codes_world.codes


def test_registered_codes_are_none_of_who_registered_none(
    registered_codes_world: RegisteredCodesWorld,
) -> None:
    """Nobody is given the codes of others."""
    assert registered_codes_world.port.of(registered_codes_world.without) == ()


@requires("switched_off")
def test_registered_codes_tell_not_now_from_none(
    registered_codes_world: RegisteredCodesWorld,
) -> None:
    """While they cannot be read they say so: nobody passes for a person without codes."""
    tells_not_now(registered_codes_world, *_calls(registered_codes_world))


def test_registered_codes_write_down_nothing_personal(
    registered_codes_world: RegisteredCodesWorld,
) -> None:
    """Neither FINs nor codes stand in a log, an error or a repr."""
    world = registered_codes_world
    codes = [code.value for code in world.codes]
    keeps_silent(world, [world.fin.value, world.without.value, *codes], *_calls(world))


def test_registered_codes_say_how_they_are(registered_codes_world: RegisteredCodesWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(registered_codes_world)
