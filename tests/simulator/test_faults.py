"""Faults: what a caller of a port sees of them, and what was done all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

import pytest

from utility_eservices.errors import PortRefused, PortTimeout, PortUnavailable
from utility_eservices.ports.billing import Billing
from utility_eservices.ports.clock import CLOCK, Clock
from utility_eservices.ports.notification import Letter, Notification
from utility_eservices.ports.port import Port, hookspec
from utility_eservices.simulator.city import City
from utility_eservices.simulator.clock import MovableClock
from utility_eservices.simulator.faults import FaultKind, Faults
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

AtOnce = Callable[[Callable[[int], object]], list[object]]

CODE = SubscriberCode("1020304050")
INVOICE = "F-2019-12-4050"
LETTER = Letter("aysel@example.com", "Salam", "Salam, Aysel!")


def billing_of(city: City) -> Billing:
    billing = SimulatorPlugin(city).eservices_billing("azersu")
    assert billing is not None
    return billing


def medium_of(city: City, medium: str) -> Notification:
    notification = SimulatorPlugin(city).eservices_notification(medium)
    assert notification is not None
    return notification


@pytest.mark.parametrize(
    ("kind", "error", "done"),
    [
        (FaultKind.UNAVAILABLE, PortUnavailable, 0),
        (FaultKind.TIMEOUT, PortTimeout, 0),
        (FaultKind.LOST_ANSWER, PortTimeout, 1),
        (FaultKind.REFUSED, PortRefused, 0),
        (FaultKind.BROKEN, RuntimeError, 0),
    ],
)
def test_each_kind_fails_in_its_own_way(
    city: City, kind: FaultKind, error: type[Exception], done: int
) -> None:
    """Each kind raises its own error, and only a lost answer leaves anything done."""
    billing = billing_of(city)
    city.faults.next("billing", kind)
    with pytest.raises(error) as raised:
        billing.correct(CODE, INVOICE, Money.of("2.10"), "key-1")
    assert type(raised.value) is error
    assert len(city.billing.corrections) == done


def test_a_lost_answer_may_have_been_a_no(city: City) -> None:
    """A refusal whose answer got lost is a timeout: the caller learns nothing of it."""
    city.faults.next("billing", FaultKind.LOST_ANSWER)
    with pytest.raises(PortTimeout):
        billing_of(city).correct(CODE, "F-0000-00-0000", Money.of("2.10"), "key-1")


def test_a_fault_happens_as_often_as_it_was_planned(city: City) -> None:
    """Two planned failures meet the next two calls, and the third goes through."""
    billing = billing_of(city)
    city.faults.next("billing", FaultKind.UNAVAILABLE, times=2)
    for _ in range(2):
        with pytest.raises(PortUnavailable):
            billing.presented_invoices(CODE)
    assert billing.presented_invoices(CODE)


def test_faults_happen_in_the_order_they_were_planned(city: City) -> None:
    """What was planned first happens first, and what stays comes after what is counted."""
    billing = billing_of(city)
    city.faults.always("billing", FaultKind.REFUSED)
    city.faults.next("billing", FaultKind.TIMEOUT)
    city.faults.next("billing", FaultKind.UNAVAILABLE)
    for error in (PortTimeout, PortUnavailable, PortRefused, PortRefused):
        with pytest.raises(error):
            billing.presented_invoices(CODE)


def test_a_fault_of_one_method_leaves_the_others(city: City) -> None:
    """Invoices can be listed while nothing can be corrected."""
    billing = billing_of(city)
    city.faults.always("billing", FaultKind.UNAVAILABLE, method="correct")
    assert billing.presented_invoices(CODE)
    with pytest.raises(PortUnavailable):
        billing.correct(CODE, INVOICE, Money.of("2.10"), "key-1")


def test_a_fault_of_one_scope_leaves_the_others(city: City) -> None:
    """With SMS switched off, e-mail still goes out."""
    city.faults.always("notification:sms", FaultKind.UNAVAILABLE)
    medium_of(city, "email").send(LETTER, "key-1")
    with pytest.raises(PortUnavailable):
        medium_of(city, "sms").send(LETTER, "key-1")


def test_a_fault_without_a_scope_meets_all(city: City) -> None:
    """A fault of the port as a whole meets whichever scope is called first."""
    city.faults.next("notification", FaultKind.TIMEOUT, times=2)
    for medium in ("email", "sms"):
        with pytest.raises(PortTimeout):
            medium_of(city, medium).send(LETTER, "key-1")


@pytest.mark.parametrize(
    ("healed", "email_works", "sms_works", "billing_works"),
    [
        ("", True, True, True),
        ("notification", True, True, False),
        ("notification:sms", False, True, False),
        ("billing", False, False, True),
    ],
)
def test_healing_reaches_as_far_as_it_says(
    city: City, healed: str, email_works: bool, sms_works: bool, billing_works: bool
) -> None:
    """Healing takes every port, one port, or one scope of it, and nothing else."""
    city.faults.always("notification:email", FaultKind.UNAVAILABLE)
    city.faults.always("notification:sms", FaultKind.UNAVAILABLE)
    city.faults.next("billing", FaultKind.UNAVAILABLE)
    city.faults.heal(healed)

    def works(call: Callable[[], object]) -> bool:
        try:
            call()
        except PortUnavailable:
            return False
        return True

    assert works(lambda: medium_of(city, "email").send(LETTER, "key-1")) is email_works
    assert works(lambda: medium_of(city, "sms").send(LETTER, "key-1")) is sms_works
    assert works(lambda: billing_of(city).presented_invoices(CODE)) is billing_works


def test_a_port_switched_off_says_so_when_checked(city: City) -> None:
    """A check gives advice while a port is switched off as a whole, and none once healed."""
    clock = SimulatorPlugin(city).eservices_clock()
    check = getattr(clock, "check")  # noqa: B009  # optional, so not in the Protocol
    city.faults.always("clock", FaultKind.UNAVAILABLE, method="now")
    city.faults.always("clock", FaultKind.TIMEOUT)
    city.faults.next("clock", FaultKind.UNAVAILABLE)
    assert check() is None
    city.faults.always("clock", FaultKind.UNAVAILABLE)
    assert "clock" in check()
    city.faults.heal("clock")
    assert check() is None


def test_a_check_is_no_call(city: City) -> None:
    """Checking uses up no planned fault."""
    clock = SimulatorPlugin(city).eservices_clock()
    assert clock is not None
    city.faults.next("clock", FaultKind.TIMEOUT)
    getattr(clock, "check")()  # noqa: B009  # optional, so not in the Protocol
    with pytest.raises(PortTimeout):
        clock.now()


def test_the_objects_own_check_passes_through() -> None:
    """What an object advises of itself reaches whoever checks it."""

    class Slow(MovableClock):
        def check(self) -> str:
            return "Wind it up."

    proxied: Clock = Faults().around(CLOCK, Slow(datetime(2026, 11, 20, tzinfo=UTC)))
    assert getattr(proxied, "check")() == "Wind it up."  # noqa: B009  # not in the Protocol


def test_what_is_not_of_the_port_never_fails() -> None:
    """A script that holds the handed-out clock can still move it while the port is off."""
    faults = Faults()
    clock = MovableClock(datetime(2026, 11, 20, tzinfo=UTC))
    proxied = faults.around(CLOCK, clock)
    faults.always("clock", FaultKind.UNAVAILABLE)
    getattr(proxied, "to")(datetime(2026, 11, 21, tzinfo=UTC))  # noqa: B009  # not in the Protocol
    assert clock.now() == datetime(2026, 11, 21, tzinfo=UTC)


class Network(Protocol):
    """A port of an outside package."""

    def districts(self) -> int:
        """How many there are."""


class OneDistrict:
    """A network for it."""

    def districts(self) -> int:
        """See `Network.districts`."""
        return 1


@hookspec
def eservices_network(utility: str) -> Network | None:
    """Give the network of one utility."""


def test_an_outside_port_can_fail_too() -> None:
    """Once another package has handed out its object, it fails as it is planned."""
    faults = Faults()
    with pytest.raises(ValueError, match="there is no port"):
        faults.next("network", FaultKind.TIMEOUT)
    network = faults.around(Port(Network, eservices_network), OneDistrict(), "heat")
    faults.next("network", FaultKind.TIMEOUT)
    faults.next("network:heat", FaultKind.REFUSED, method="districts")
    for error in (PortTimeout, PortRefused):
        with pytest.raises(error):
            network.districts()
    assert network.districts() == 1


@pytest.mark.parametrize("port", ["biling", "billing:azersuu", "notification:portal", "clock:sms"])
def test_a_misspelt_port_is_refused(city: City, port: str) -> None:
    """A fault that could never happen is a mistake, and is told at once."""
    with pytest.raises(ValueError, match=r"there is no port|the city has no"):
        city.faults.always(port, FaultKind.TIMEOUT)


def test_a_misspelt_method_is_refused(city: City) -> None:
    """A method that the port does not have is told at once."""
    with pytest.raises(ValueError, match="has no method"):
        city.faults.always("billing", FaultKind.TIMEOUT, method="corect")


def test_a_fault_happens_once_at_least(city: City) -> None:
    """Planning no failure at all is a mistake."""
    with pytest.raises(ValueError, match="once"):
        city.faults.next("billing", FaultKind.TIMEOUT, times=0)


def test_threads_share_the_planned_faults(city: City, at_once: AtOnce) -> None:
    """Of many calls at once, exactly as many fail as were planned."""
    clock = SimulatorPlugin(city).eservices_clock()
    assert clock is not None
    city.faults.next("clock", FaultKind.TIMEOUT, times=40)

    def call(_: int) -> int:
        failed = 0
        for _ in range(5):
            try:
                clock.now()
            except PortTimeout:
                failed += 1
        return failed

    counts = at_once(call)
    assert sum(count for count in counts if isinstance(count, int)) == 40
