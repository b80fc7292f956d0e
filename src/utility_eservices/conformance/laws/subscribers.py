"""Laws of the port `subscribers`: see `utility_eservices.ports.subscribers.Subscribers`."""

from __future__ import annotations

from typing import Protocol

import attrs
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
from utility_eservices.ports.subscribers import Subscriber, SubscriberChange, Subscribers
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.service_kind import ServiceKind, ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "SubscribersWorld",
    "test_subscribers_are_found_to_the_letter",
    "test_subscribers_are_listed_by_their_holder",
    "test_subscribers_are_none_for_an_unknown_code",
    "test_subscribers_change_as_told_and_no_further",
    "test_subscribers_change_once_for_a_key",
    "test_subscribers_change_once_for_all_who_bring_a_key_at_once",
    "test_subscribers_refuse_to_change_an_unknown_code",
    "test_subscribers_remember_a_change_after_a_restart",
    "test_subscribers_say_how_they_are",
    "test_subscribers_tell_not_now_from_none",
    "test_subscribers_write_down_nothing_personal",
]


class SubscribersWorld(World[Subscribers], Protocol):
    """A subscriber with a FIN, a code that is nobody's, and the FIN of who holds nothing.

    The subscriber's data may be changed.
    """

    subscriber: Subscriber
    unknown: SubscriberCode
    without: Fin


def _change(world: SubscribersWorld, address: str, persons: int = 3) -> SubscriberChange:
    return SubscriberChange(
        world.without, address, persons, ServiceKinds.of(ServiceKind.WATER, ServiceKind.WASTEWATER)
    )


# Nobody's address.
_ADDRESS = "Şəki şəhəri, Ğ. Nümunə küçəsi 9, mənzil 7"
_OTHER = "Quba şəhəri, Nümunə küçəsi 11"


def _found(world: SubscribersWorld, port: Subscribers) -> Subscriber:
    found = port.find(world.subscriber.code)
    assert found is not None
    return found


def _calls(world: SubscribersWorld) -> list[Call]:
    code, key = world.subscriber.code, world.fresh()
    return [
        lambda: world.port.find(code),
        lambda: world.port.find(world.unknown),
        lambda: world.port.held_by(world.without),
        lambda: world.port.change(code, _change(world, _ADDRESS), key),
    ]


def test_subscribers_are_found_to_the_letter(subscribers_world: SubscribersWorld) -> None:
    """All that the base knows of a code comes as it is kept, each time."""
    for _ in range(2):
        assert _found(subscribers_world, subscribers_world.port) == subscribers_world.subscriber


def test_subscribers_are_none_for_an_unknown_code(subscribers_world: SubscribersWorld) -> None:
    """Nothing comes for a code that is nobody's, and nothing is held by who holds nothing."""
    assert subscribers_world.port.find(subscribers_world.unknown) is None
    assert subscribers_world.port.held_by(subscribers_world.without) == ()


def test_subscribers_are_listed_by_their_holder(subscribers_world: SubscribersWorld) -> None:
    """A person's list has each of their codes once, as `find` gives it, and nobody else's."""
    fin = subscribers_world.subscriber.holder_fin
    assert fin is not None
    held = subscribers_world.port.held_by(fin)
    assert subscribers_world.subscriber.code in {item.code for item in held}
    assert {item.holder_fin for item in held} == {fin}
    assert len({item.code for item in held}) == len(held)
    assert all(subscribers_world.port.find(item.code) == item for item in held)


def test_subscribers_change_as_told_and_no_further(subscribers_world: SubscribersWorld) -> None:
    """FIN, address, persons and services become what was told to the letter; the rest stays."""
    change = _change(subscribers_world, _ADDRESS)
    before = _found(subscribers_world, subscribers_world.port)
    subscribers_world.port.change(before.code, change, subscribers_world.fresh())
    after = _found(subscribers_world, subscribers_world.port)
    told = attrs.asdict(change, recurse=False)
    assert {name: getattr(after, name) for name in told} == told
    # The name goes with the FIN.
    assert attrs.evolve(after, **told, holder=before.holder) == attrs.evolve(before, **told)
    assert after in subscribers_world.port.held_by(change.holder_fin)


def test_subscribers_change_once_for_a_key(subscribers_world: SubscribersWorld) -> None:
    """A key that comes again changes nothing and succeeds, whatever it brings by then."""
    world, code = subscribers_world, subscribers_world.subscriber.code
    first, second = world.fresh(), world.fresh()
    world.port.change(code, _change(world, _ADDRESS), first)
    world.port.change(code, _change(world, _OTHER), second)
    world.port.change(code, _change(world, _ADDRESS), first)
    world.port.change(code, _change(world, _ADDRESS, 5), second)
    after = _found(world, world.port)
    assert (after.address, after.persons) == (_OTHER, 3)


def test_subscribers_change_once_for_all_who_bring_a_key_at_once(
    subscribers_world: SubscribersWorld,
) -> None:
    """Of sixteen who bring one key at once all succeed, and a second key is not undone by them."""
    world, code = subscribers_world, subscribers_world.subscriber.code
    key, last = world.fresh(), world.fresh()

    def change(number: int) -> None:
        world.port.change(code, _change(world, f"{_ADDRESS}/{number}"), key)
        if number == 0:
            world.port.change(code, _change(world, _OTHER), last)

    assert at_once(change) == [None] * MANY
    assert _found(world, world.port).address == _OTHER


def test_subscribers_refuse_to_change_an_unknown_code(subscribers_world: SubscribersWorld) -> None:
    """A change for nobody is a clear no, and makes no subscriber."""
    world = subscribers_world
    with pytest.raises(PortRefused):
        world.port.change(world.unknown, _change(world, _ADDRESS), world.fresh())
    assert world.port.find(world.unknown) is None


@requires("reopened")
def test_subscribers_remember_a_change_after_a_restart(
    subscribers_world: SubscribersWorld,
) -> None:
    """What was changed stays changed, and a key that was done is still known."""
    world, code = subscribers_world, subscribers_world.subscriber.code
    first, second = world.fresh(), world.fresh()
    world.port.change(code, _change(world, _ADDRESS), first)
    world.port.change(code, _change(world, _OTHER), second)
    other = world.reopened()
    assert _found(world, other).address == _OTHER
    other.change(code, _change(world, _ADDRESS), first)
    assert _found(world, other).address == _OTHER


@requires("switched_off")
def test_subscribers_tell_not_now_from_none(subscribers_world: SubscribersWorld) -> None:
    """While the base cannot be asked it says so: no code passes for an unknown one."""
    tells_not_now(subscribers_world, *_calls(subscribers_world))


def test_subscribers_write_down_nothing_personal(subscribers_world: SubscribersWorld) -> None:
    """Neither codes nor FINs, names and addresses stand in a log, an error or a repr."""
    held = subscribers_world.subscriber
    fins = [fin.value for fin in (held.holder_fin, subscribers_world.without) if fin]
    personal = [*fins, held.code.value, held.holder.surname, held.address, _ADDRESS]
    keeps_silent(
        subscribers_world,
        [*personal, subscribers_world.unknown.value],
        *_calls(subscribers_world),
    )


def test_subscribers_say_how_they_are(subscribers_world: SubscribersWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(subscribers_world)
