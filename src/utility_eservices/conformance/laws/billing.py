"""Laws of the port `billing`: see `utility_eservices.ports.billing.Billing`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
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
from utility_eservices.ports.billing import Billing
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "BillingWorld",
    "test_billing_corrects_an_invoice_and_no_other",
    "test_billing_corrects_once_for_a_key",
    "test_billing_corrects_once_for_all_who_bring_a_key_at_once",
    "test_billing_credits_each_payment_to_the_qepik",
    "test_billing_credits_once_for_a_key",
    "test_billing_credits_once_for_all_who_bring_a_key_at_once",
    "test_billing_gives_nothing_for_an_unknown_code",
    "test_billing_gives_what_it_has_to_the_letter",
    "test_billing_presents_each_invoice_once",
    "test_billing_refuses_an_invoice_of_nobody",
    "test_billing_refuses_to_credit_an_unknown_code",
    "test_billing_remembers_its_keys_after_a_restart",
    "test_billing_says_how_it_is",
    "test_billing_tells_not_now_from_none",
    "test_billing_writes_down_nothing_personal",
]


class BillingWorld(World[Billing], Protocol):
    """A code with its presented invoices, payments and debt, and a code that is nobody's.

    Of the invoices there are two at least; they may be corrected, and payments be credited.
    """

    code: SubscriberCode
    invoices: Sequence[Invoice]
    payments: Sequence[Payment]
    debt: Money
    unknown: SubscriberCode

    def credited(self, key: str) -> Sequence[Money]:
        """The amounts that billing wrote to codes under a key, where they can be looked at."""
        raise NotImplementedError


_DAY = date(2026, 11, 20)
_AMOUNT = Money.of("29.15")


def _amounts(port: Billing, code: SubscriberCode) -> dict[str, Money]:
    return {item.number: item.amount for item in port.presented_invoices(code)}


def _calls(world: BillingWorld) -> list[Call]:
    first, second, invoice = world.fresh(), world.fresh(), world.invoices[0].number
    return [
        lambda: world.port.presented_invoices(world.code),
        lambda: world.port.presented_invoices(world.unknown),
        lambda: world.port.debt(world.code),
        lambda: world.port.payments(world.code),
        lambda: world.port.correct(world.code, invoice, _AMOUNT, first),
        lambda: world.port.credit(world.code, _AMOUNT, _DAY, second),
    ]


def test_billing_gives_what_it_has_to_the_letter(billing_world: BillingWorld) -> None:
    """Invoices, payments and debt of a code come as they are kept, in any order, each time."""
    world = billing_world
    for _ in range(2):
        presented = sorted(world.port.presented_invoices(world.code), key=lambda it: it.number)
        assert presented == sorted(world.invoices, key=lambda it: it.number)
        paid = sorted(world.port.payments(world.code), key=lambda it: it.receipt)
        assert paid == sorted(world.payments, key=lambda it: it.receipt)
        assert world.port.debt(world.code) == world.debt


def test_billing_presents_each_invoice_once(billing_world: BillingWorld) -> None:
    """What comes was presented, and each can be told from the others by its number."""
    presented = billing_world.port.presented_invoices(billing_world.code)
    assert all(item.presented for item in presented)
    assert len({item.number for item in presented}) == len(presented)


def test_billing_gives_nothing_for_an_unknown_code(billing_world: BillingWorld) -> None:
    """A code that is nobody's has no invoice, no payment and no debt."""
    port, unknown = billing_world.port, billing_world.unknown
    assert (port.presented_invoices(unknown), port.payments(unknown)) == ((), ())
    assert port.debt(unknown) == NO_MONEY


def test_billing_corrects_an_invoice_and_no_other(billing_world: BillingWorld) -> None:
    """The invoice is then worth what was said, to the qəpik; all others are as before."""
    world, number = billing_world, billing_world.invoices[0].number
    before = _amounts(world.port, world.code)
    for amount in (Money.of("0.01"), NO_MONEY, _AMOUNT):
        world.port.correct(world.code, number, amount, world.fresh())
        assert _amounts(world.port, world.code) == {**before, number: amount}


def test_billing_corrects_once_for_a_key(billing_world: BillingWorld) -> None:
    """A key that comes again changes nothing and succeeds, whatever it brings by then."""
    world, number = billing_world, billing_world.invoices[0].number
    first, second = world.fresh(), world.fresh()
    world.port.correct(world.code, number, Money.of(1), first)
    world.port.correct(world.code, number, Money.of(2), second)
    world.port.correct(world.code, number, Money.of(1), first)
    world.port.correct(world.code, number, Money.of(3), second)
    assert _amounts(world.port, world.code)[number] == Money.of(2)


def test_billing_corrects_once_for_all_who_bring_a_key_at_once(
    billing_world: BillingWorld,
) -> None:
    """Of sixteen who bring one key at once all succeed, and a later correction is not undone."""
    world, number = billing_world, billing_world.invoices[0].number
    key, last = world.fresh(), world.fresh()

    def correct(place: int) -> None:
        world.port.correct(world.code, number, Money.of(place + 1), key)
        if place == 0:
            world.port.correct(world.code, number, Money.of(MANY + 1), last)

    assert at_once(correct) == [None] * MANY
    assert _amounts(world.port, world.code)[number] == Money.of(MANY + 1)


def test_billing_refuses_an_invoice_of_nobody(billing_world: BillingWorld) -> None:
    """What names no invoice of the code is a clear no, and alters none."""
    world, number = billing_world, billing_world.invoices[0].number
    before = _amounts(world.port, world.code)
    for code, invoice in ((world.code, f"F-{world.fresh()}"), (world.unknown, number)):
        with pytest.raises(PortRefused):
            world.port.correct(code, invoice, _AMOUNT, world.fresh())
    assert _amounts(world.port, world.code) == before
    assert world.port.presented_invoices(world.unknown) == ()


@requires("credited")
def test_billing_credits_each_payment_to_the_qepik(billing_world: BillingWorld) -> None:
    """Each key is one payment, also of the same amount on the same day: none is lost."""
    world, amounts = billing_world, [Money.of("0.01"), _AMOUNT, _AMOUNT, Money.of("1234567.89")]
    keys = [world.fresh() for _ in amounts]
    for key, amount in zip(keys, amounts, strict=True):
        world.port.credit(world.code, amount, _DAY, key)
    assert [[*world.credited(key)] for key in keys] == [[amount] for amount in amounts]


@requires("credited")
def test_billing_credits_once_for_a_key(billing_world: BillingWorld) -> None:
    """A key that comes again writes nothing more and succeeds, whatever it brings by then."""
    world, key = billing_world, billing_world.fresh()
    for amount in (_AMOUNT, _AMOUNT, Money.of(1)):
        world.port.credit(world.code, amount, _DAY, key)
    assert [*world.credited(key)] == [_AMOUNT]


@requires("credited")
def test_billing_credits_once_for_all_who_bring_a_key_at_once(
    billing_world: BillingWorld,
) -> None:
    """Of sixteen who bring one key at once all succeed, and the money is written once."""
    world, key = billing_world, billing_world.fresh()
    given = at_once(lambda _: world.port.credit(world.code, _AMOUNT, _DAY, key))
    assert given == [None] * MANY
    assert [*world.credited(key)] == [_AMOUNT]


def test_billing_refuses_to_credit_an_unknown_code(billing_world: BillingWorld) -> None:
    """Money for nobody is a clear no, so that it is given back, and is owed to nobody."""
    world = billing_world
    with pytest.raises(PortRefused):
        world.port.credit(world.unknown, _AMOUNT, _DAY, world.fresh())
    assert world.port.debt(world.unknown) == NO_MONEY


@requires("reopened", "credited")
def test_billing_remembers_its_keys_after_a_restart(billing_world: BillingWorld) -> None:
    """What was corrected and credited is there, and what comes again is not done again."""
    world, number = billing_world, billing_world.invoices[0].number
    first, second, paid = world.fresh(), world.fresh(), world.fresh()
    world.port.correct(world.code, number, Money.of(1), first)
    world.port.correct(world.code, number, Money.of(2), second)
    world.port.credit(world.code, _AMOUNT, _DAY, paid)
    other = world.reopened()
    other.correct(world.code, number, Money.of(1), first)
    other.credit(world.code, _AMOUNT, _DAY, paid)
    assert _amounts(other, world.code)[number] == Money.of(2)
    assert [*world.credited(paid)] == [_AMOUNT]


@requires("switched_off")
def test_billing_tells_not_now_from_none(billing_world: BillingWorld) -> None:
    """While billing cannot be asked it says so: nobody passes for who owes nothing."""
    tells_not_now(billing_world, *_calls(billing_world))


def test_billing_writes_down_nothing_personal(billing_world: BillingWorld) -> None:
    """Neither codes nor numbers of invoices and receipts stand in a log, an error or a repr."""
    world = billing_world
    numbers = [item.number for item in world.invoices]
    receipts = [item.receipt for item in world.payments]
    personal = [world.code.value, world.unknown.value, *numbers, *receipts]
    keeps_silent(world, personal, *_calls(world))


def test_billing_says_how_it_is(billing_world: BillingWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(billing_world)
