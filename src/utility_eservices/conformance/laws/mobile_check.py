"""Laws of the port `mobile_check`: see `utility_eservices.ports.mobile_check.MobileCheck`."""

from __future__ import annotations

from typing import Protocol

from utility_eservices.conformance.laws.common import (
    Call,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.mobile_check import MobileCheck
from utility_eservices.vocabulary.contact import Phone

__all__ = [
    "MobileCheckWorld",
    "test_mobile_check_knows_a_number_out_of_use",
    "test_mobile_check_says_how_it_is",
    "test_mobile_check_takes_a_mobile_number_in_use",
    "test_mobile_check_takes_no_landline",
    "test_mobile_check_tells_not_now_from_no",
    "test_mobile_check_writes_down_nothing_personal",
]


class MobileCheckWorld(World[MobileCheck], Protocol):
    """The check, and a mobile number that is in use."""

    active: Phone

    def out_of_use(self) -> Phone:
        """A mobile number that nobody answers; only where the check can tell."""
        raise NotImplementedError


# A landline in Baku.
_LANDLINE = Phone("+994124980000")


def _calls(world: MobileCheckWorld) -> list[Call]:
    return [lambda: world.port.is_active(world.active), lambda: world.port.is_active(_LANDLINE)]


def test_mobile_check_takes_a_mobile_number_in_use(mobile_check_world: MobileCheckWorld) -> None:
    """Nobody whose telephone works is kept from sending a request."""
    assert mobile_check_world.port.is_active(mobile_check_world.active) is True


def test_mobile_check_takes_no_landline(mobile_check_world: MobileCheckWorld) -> None:
    """No SMS reaches anybody at a landline."""
    assert mobile_check_world.port.is_active(_LANDLINE) is False


@requires("out_of_use")
def test_mobile_check_knows_a_number_out_of_use(mobile_check_world: MobileCheckWorld) -> None:
    """A mobile number that nobody answers is not active."""
    assert mobile_check_world.port.is_active(mobile_check_world.out_of_use()) is False


@requires("switched_off")
def test_mobile_check_tells_not_now_from_no(mobile_check_world: MobileCheckWorld) -> None:
    """While nobody can be asked it says so: no number passes for one out of use."""
    tells_not_now(mobile_check_world, *_calls(mobile_check_world))


def test_mobile_check_writes_down_nothing_personal(mobile_check_world: MobileCheckWorld) -> None:
    """No number stands in a log, an error or a repr, with its country's code or without."""
    national = mobile_check_world.active.value.removeprefix("+994")
    keeps_silent(mobile_check_world, [national], *_calls(mobile_check_world))


def test_mobile_check_says_how_it_is(mobile_check_world: MobileCheckWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(mobile_check_world)
