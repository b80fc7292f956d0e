"""Laws of the port `notification`: see `utility_eservices.ports.notification.Notification`."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Protocol

import attrs
import pytest

from utility_eservices.conformance.laws.common import (
    MANY,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.errors import PortFailure, PortRefused
from utility_eservices.ports.notification import Letter, Notification

__all__ = [
    "NotificationWorld",
    "test_notification_delivers_a_letter_to_the_letter",
    "test_notification_delivers_once_for_a_key",
    "test_notification_delivers_once_for_all_who_bring_a_key_at_once",
    "test_notification_delivers_the_same_again_under_another_key",
    "test_notification_delivers_what_it_could_not_before",
    "test_notification_lets_no_subject_lead_a_letter_astray",
    "test_notification_refuses_what_is_no_address",
    "test_notification_remembers_its_keys_after_a_restart",
    "test_notification_says_how_it_is",
    "test_notification_tells_not_now_from_no",
    "test_notification_writes_down_nothing_personal",
]


class NotificationWorld(World[Notification], Protocol):
    """One medium, and an address that it serves: an e-mail address, or a number in E.164."""

    address: str

    def arrived(self, token: str) -> Sequence[Letter]:
        """The letters with this token in their text that went out, where they can be looked at.

        One by SMS has an empty subject.
        """
        raise NotImplementedError


def _letter(world: NotificationWorld) -> Letter:
    """A letter whose text begins with a token of its own."""
    text = f"{world.fresh()}: müraciətiniz qeydiyyata alındı.\nİ ı Ə ə Ğ ğ “Ş” – gözləyin."
    return Letter(world.address, "Müraciətin qeydiyyatı", text)


def _arrivals(world: NotificationWorld, letter: Letter) -> list[str]:
    """The addresses at which a letter arrived."""
    return [item.address for item in world.arrived(letter.text.partition(":")[0])]


@requires("arrived")
def test_notification_delivers_a_letter_to_the_letter(
    notification_world: NotificationWorld,
) -> None:
    """It arrives at its address, every letter and line of its text as it was sent."""
    letter = _letter(notification_world)
    notification_world.port.send(letter, notification_world.fresh())
    (found,) = notification_world.arrived(letter.text.partition(":")[0])
    assert found.address == letter.address
    # Mail ends its lines otherwise.
    assert found.text.splitlines() == letter.text.splitlines()


@requires("arrived")
def test_notification_delivers_once_for_a_key(notification_world: NotificationWorld) -> None:
    """A key that comes again delivers nothing and succeeds: the first letter is the one."""
    first, second = _letter(notification_world), _letter(notification_world)
    key = notification_world.fresh()
    for letter in (first, first, second):
        notification_world.port.send(letter, key)
    assert _arrivals(notification_world, first) == [first.address]
    assert _arrivals(notification_world, second) == []


@requires("arrived")
def test_notification_delivers_once_for_all_who_bring_a_key_at_once(
    notification_world: NotificationWorld,
) -> None:
    """Of sixteen who bring one key at once all succeed, and one letter arrives."""
    letter, key = _letter(notification_world), notification_world.fresh()
    sent = at_once(lambda _: notification_world.port.send(letter, key))
    assert sent == [None] * MANY
    assert _arrivals(notification_world, letter) == [letter.address]


@requires("arrived")
def test_notification_delivers_the_same_again_under_another_key(
    notification_world: NotificationWorld,
) -> None:
    """Two keys are two letters, were they alike: none is lost."""
    letter = _letter(notification_world)
    for _ in range(2):
        notification_world.port.send(letter, notification_world.fresh())
    assert _arrivals(notification_world, letter) == [letter.address] * 2


@requires("arrived")
def test_notification_lets_no_subject_lead_a_letter_astray(
    notification_world: NotificationWorld,
) -> None:
    """A subject that breaks its line makes no header: one letter, to its address, arrives."""
    for subject in ("Salam\r\nBcc: x@example.com\r\n\r\nmətn", "Salam\n\nmətn", "=?utf-8?q?=0A?="):
        letter = attrs.evolve(_letter(notification_world), subject=subject)
        notification_world.port.send(letter, notification_world.fresh())
        assert _arrivals(notification_world, letter) == [letter.address]


def test_notification_refuses_what_is_no_address(notification_world: NotificationWorld) -> None:
    """To nowhere is a clear no, so that it is not tried for ever."""
    letter = _letter(notification_world)
    for address in ("", "heç yerə"):
        nowhere = attrs.evolve(letter, address=address)
        with pytest.raises(PortRefused):
            notification_world.port.send(nowhere, notification_world.fresh())


@requires("reopened", "arrived")
def test_notification_remembers_its_keys_after_a_restart(
    notification_world: NotificationWorld,
) -> None:
    """What was delivered before a restart is not delivered again after it."""
    letter, key = _letter(notification_world), notification_world.fresh()
    notification_world.port.send(letter, key)
    notification_world.reopened().send(letter, key)
    assert _arrivals(notification_world, letter) == [letter.address]


@requires("switched_off")
def test_notification_tells_not_now_from_no(notification_world: NotificationWorld) -> None:
    """While nothing can be sent it says so: no letter passes for sent, and none for refused."""
    letter, key = _letter(notification_world), notification_world.fresh()
    tells_not_now(notification_world, lambda: notification_world.port.send(letter, key))


@requires("switched_off", "arrived")
def test_notification_delivers_what_it_could_not_before(
    notification_world: NotificationWorld,
) -> None:
    """A letter that failed is not taken for sent: tried again under its key, it arrives."""
    letter, key = _letter(notification_world), notification_world.fresh()
    with notification_world.switched_off(), contextlib.suppress(PortFailure):
        notification_world.port.send(letter, key)
    notification_world.port.send(letter, key)
    assert _arrivals(notification_world, letter) == [letter.address]


def test_notification_writes_down_nothing_personal(notification_world: NotificationWorld) -> None:
    """Neither address nor text stands in a log, an error or a repr."""
    letter, key = _letter(notification_world), notification_world.fresh()
    wrong = attrs.evolve(letter, address=f"heç yerə {key}")
    keeps_silent(
        notification_world,
        [letter.address, "“Ş” – gözləyin", wrong.address],
        lambda: notification_world.port.send(letter, key),
        lambda: notification_world.port.send(wrong, f"{key}-wrong"),
    )


def test_notification_says_how_it_is(notification_world: NotificationWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(notification_world)
