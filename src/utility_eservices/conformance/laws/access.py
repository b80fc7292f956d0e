"""Laws of the port `access`: see `utility_eservices.ports.access.Access`.

Whom a policy lets do what is its own affair; that it decides by the person and the code alone,
and shows nobody a stranger's statement, is not.
"""

from __future__ import annotations

from typing import Protocol

import attrs

from utility_eservices.conformance.laws.common import (
    Call,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.access import Access, Purpose
from utility_eservices.ports.subscribers import Subscriber
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "AccessWorld",
    "test_access_answers_every_purpose_with_yes_or_no",
    "test_access_opens_a_code_for_another_that_is_registered_no_further",
    "test_access_says_how_it_is",
    "test_access_shows_no_stranger_a_statement",
    "test_access_tells_not_now_from_no",
    "test_access_writes_down_nothing_personal",
]


class AccessWorld(World[Access], Protocol):
    """One policy, a subscriber with a FIN, and a person who is somebody else."""

    subscriber: Subscriber
    stranger: Identity


# Nobody's in any world.
_ANOTHER = SubscriberCode("9999999999")


def _calls(world: AccessWorld) -> list[Call]:
    def asking(purpose: Purpose) -> Call:
        return lambda: world.port.allows(purpose, world.stranger, world.subscriber, ())

    return [asking(purpose) for purpose in Purpose]


def test_access_answers_every_purpose_with_yes_or_no(access_world: AccessWorld) -> None:
    """A policy knows every purpose, and its answer is True or False."""
    assert {type(call()) for call in _calls(access_world)} == {bool}


def test_access_shows_no_stranger_a_statement(access_world: AccessWorld) -> None:
    """Who neither holds nor registered a code sees no statement, also where no FIN is known."""
    person, subscriber = access_world.stranger, access_world.subscriber
    for held in (subscriber, attrs.evolve(subscriber, holder_fin=None)):
        assert not access_world.port.allows(Purpose.SEE_STATEMENT, person, held, ())


def test_access_opens_a_code_for_another_that_is_registered_no_further(
    access_world: AccessWorld,
) -> None:
    """What a person may do with a code does not follow from having registered another."""
    person, held = access_world.stranger, access_world.subscriber
    for purpose in Purpose:
        without = access_world.port.allows(purpose, person, held, ())
        assert access_world.port.allows(purpose, person, held, (_ANOTHER,)) == without


@requires("switched_off")
def test_access_tells_not_now_from_no(access_world: AccessWorld) -> None:
    """While the policy cannot be asked it says so, instead of no."""
    tells_not_now(access_world, *_calls(access_world))


def test_access_writes_down_nothing_personal(access_world: AccessWorld) -> None:
    """Person, holder, code and address stand in no log, no error and no repr."""
    person, held = access_world.stranger, access_world.subscriber
    personal = [person.fin.value, person.name.surname, held.holder.surname, held.code.value]
    keeps_silent(access_world, [*personal, held.address], *_calls(access_world))


def test_access_says_how_it_is(access_world: AccessWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(access_world)
