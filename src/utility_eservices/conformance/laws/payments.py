"""Laws of the port `payments`: see `utility_eservices.ports.payments.Payments`.

Money is taken and given back once, what a gateway has is told as it is, and what proves nothing
counts for nothing. The last law lives through histories in which anything fails; see `histories`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Protocol

import attrs
import pytest

from utility_eservices.casework.paying import CURRENCY, Report, ReportStatus
from utility_eservices.conformance.laws.common import (
    MANY,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.histories import lived_with
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.errors import CallbackRefused, PortRefused
from utility_eservices.ports.payments import Callback, PaymentPage, PaymentRequest, Payments
from utility_eservices.vocabulary.money import NO_MONEY, Money

__all__ = [
    "PaymentsWorld",
    "test_payments_add_up_in_every_history",
    "test_payments_are_begun_once_for_a_key",
    "test_payments_are_begun_once_for_all_who_bring_a_key_at_once",
    "test_payments_are_given_back_once_for_a_key",
    "test_payments_are_given_back_once_for_all_who_bring_a_key_at_once",
    "test_payments_are_never_given_back_beyond_what_was_taken",
    "test_payments_are_none_for_an_unknown_key",
    "test_payments_are_not_given_back_before_they_are_taken",
    "test_payments_are_remembered_after_a_restart",
    "test_payments_are_reported_to_the_qepik",
    "test_payments_believe_no_altered_callback",
    "test_payments_believe_no_callback_that_is_none",
    "test_payments_read_what_a_callback_proves",
    "test_payments_say_how_they_are",
    "test_payments_stay_paid_when_they_are_given_back",
    "test_payments_tell_not_now_from_none",
    "test_payments_write_down_no_page",
]


class PaymentsWorld(World[Payments], Protocol):
    """A gateway, the person on its page, and the bank behind it; amounts are in manat.

    Keys are those of the attempts that were started.
    """

    def pay(self, key: str) -> None:
        """Be the person who pays an attempt on the gateway's page.

        One that was declined is paid after all where the gateway lets them, otherwise nothing
        happens.
        """

    def decline(self, key: str) -> None:
        """Let the bank decline an attempt; nothing happens to one that is paid."""

    def captured(self, key: str) -> Money:
        """What the bank ever took for an attempt; zero for nothing."""

    def given_back(self, key: str) -> Money:
        """What it gave back of that; zero for nothing."""

    def callback(self, key: str) -> Callback:
        """What the gateway calls the portal with about an attempt, as it stands now."""
        raise NotImplementedError


_BACK = "https://portal.example/journey?a=b"
_AMOUNT = Money.of("29.15")
_REFUND = "-refund"


def _request(world: PaymentsWorld, amount: Money = _AMOUNT) -> PaymentRequest:
    number = f"{int(world.fresh(), 36) % 10**18:018}"
    return PaymentRequest(f"{number}01", number, amount, CURRENCY, "visa", "Su borcu – ə")


def _started(world: PaymentsWorld, amount: Money = _AMOUNT) -> str:
    """The key of an attempt that can be paid."""
    request = _request(world, amount)
    world.port.start(request, _BACK)
    return request.key


def _paid(world: PaymentsWorld, amount: Money = _AMOUNT) -> str:
    key = _started(world, amount)
    world.pay(key)
    return key


def _looked_up(port: Payments, key: str) -> Report:
    report = port.look_up(key)
    assert report is not None
    return report


# --- taking ---------------------------------------------------------------------------------------


def test_payments_are_reported_to_the_qepik(payments_world: PaymentsWorld) -> None:
    """Order, key, amount, currency and outcome are the gateway's own, before and after."""
    for amount in (Money.of("0.01"), _AMOUNT, Money.of("90071992.53")):
        request = _request(payments_world, amount)
        payments_world.port.start(request, _BACK)
        outcomes = [_looked_up(payments_world.port, request.key)]
        payments_world.pay(request.key)
        outcomes.append(_looked_up(payments_world.port, request.key))
        assert [report.status for report in outcomes] == [ReportStatus.PENDING, ReportStatus.PAID]
        for report in outcomes:
            assert (report.order, report.key) == (request.order, request.key)
            assert (report.amount, report.currency) == (amount, CURRENCY)
    declined = _started(payments_world)
    payments_world.decline(declined)
    assert _looked_up(payments_world.port, declined).status is ReportStatus.FAILED


def test_payments_are_none_for_an_unknown_key(payments_world: PaymentsWorld) -> None:
    """Of an attempt that was never begun nothing is reported, not even a failure."""
    assert payments_world.port.look_up(_request(payments_world).key) is None


def test_payments_are_begun_once_for_a_key(payments_world: PaymentsWorld) -> None:
    """A key that comes again is given the page again, and is paid once."""
    request = _request(payments_world)
    pages = {payments_world.port.start(request, _BACK).url for _ in range(3)}
    assert len(pages) == 1
    assert pages.pop().startswith("https://")
    payments_world.pay(request.key)
    assert payments_world.captured(request.key) == _AMOUNT
    assert _looked_up(payments_world.port, request.key).amount == _AMOUNT


def test_payments_are_begun_once_for_all_who_bring_a_key_at_once(
    payments_world: PaymentsWorld,
) -> None:
    """Sixteen who begin one attempt at once are given one page."""
    request = _request(payments_world)
    urls = at_once(lambda _: payments_world.port.start(request, _BACK).url)
    assert len(set(urls)) == 1
    assert isinstance(urls[0], str)


# --- giving back ----------------------------------------------------------------------------------


def test_payments_are_given_back_once_for_a_key(payments_world: PaymentsWorld) -> None:
    """A refund that comes again gives nothing more and succeeds."""
    key = _paid(payments_world)
    for _ in range(3):
        payments_world.port.refund(key, _AMOUNT, f"{key}{_REFUND}")
    assert payments_world.given_back(key) == _AMOUNT


def test_payments_are_given_back_once_for_all_who_bring_a_key_at_once(
    payments_world: PaymentsWorld,
) -> None:
    """Of sixteen who bring one refund at once all succeed, and the money goes back once."""
    key = _paid(payments_world)
    given = at_once(lambda _: payments_world.port.refund(key, _AMOUNT, f"{key}{_REFUND}"))
    assert given == [None] * MANY
    assert payments_world.given_back(key) == _AMOUNT


def test_payments_stay_paid_when_they_are_given_back(payments_world: PaymentsWorld) -> None:
    """What was given back was paid all the same, and is reported so."""
    key = _paid(payments_world)
    before = _looked_up(payments_world.port, key)
    payments_world.port.refund(key, _AMOUNT, f"{key}{_REFUND}")
    assert _looked_up(payments_world.port, key) == before
    assert before.status is ReportStatus.PAID


def test_payments_are_never_given_back_beyond_what_was_taken(
    payments_world: PaymentsWorld,
) -> None:
    """More than was paid is a clear no, at one time or by several refunds."""
    key = _paid(payments_world)
    with pytest.raises(PortRefused):
        payments_world.port.refund(key, _AMOUNT + Money.of("0.01"), f"{key}-more")
    payments_world.port.refund(key, _AMOUNT, f"{key}{_REFUND}")
    with pytest.raises(PortRefused):
        payments_world.port.refund(key, _AMOUNT, f"{key}-again")
    assert payments_world.given_back(key) == _AMOUNT


def test_payments_are_not_given_back_before_they_are_taken(payments_world: PaymentsWorld) -> None:
    """Of what is open, declined or unknown nothing can be given back."""
    declined = _started(payments_world)
    payments_world.decline(declined)
    for key in (_started(payments_world), declined, _request(payments_world).key):
        with pytest.raises(PortRefused):
            payments_world.port.refund(key, _AMOUNT, f"{key}{_REFUND}")
        assert payments_world.given_back(key) == NO_MONEY


# --- being told -----------------------------------------------------------------------------------


def _altered(callback: Callback) -> Iterator[Callback]:
    """A callback as somebody else might send it."""
    chance = random.Random(1)  # noqa: S311  # the same each time
    places = range(len(callback.body))
    for at in chance.sample(places, min(60, len(places))):
        byte = bytes([callback.body[at] ^ (1 << chance.randrange(7))])
        yield attrs.evolve(callback, body=callback.body[:at] + byte + callback.body[at + 1 :])
    for digit in b"0123456789":
        yield attrs.evolve(callback, body=callback.body.replace(b"2", bytes([digit])))
    yield attrs.evolve(callback, body=callback.body + callback.body)
    bare, strange = dict[str, str](), "ə"
    headers, query = callback.headers, callback.query
    yield attrs.evolve(callback, headers=bare)
    yield attrs.evolve(callback, headers={name: f"{text}0" for name, text in headers.items()})
    yield attrs.evolve(callback, headers=dict.fromkeys(headers, strange))
    yield attrs.evolve(callback, query=bare)
    yield attrs.evolve(callback, query={name: f"{text}0" for name, text in query.items()})
    yield attrs.evolve(callback, query=dict.fromkeys(query, strange))


@requires("callback")
def test_payments_read_what_a_callback_proves(payments_world: PaymentsWorld) -> None:
    """A callback says what a look-up says, to the qəpik, when it was paid or declined."""
    paid, declined = _paid(payments_world, Money.of("90071992.53")), _started(payments_world)
    payments_world.decline(declined)
    for key in (paid, declined):
        told = payments_world.port.read(payments_world.callback(key))
        assert told == _looked_up(payments_world.port, key)


@requires("callback")
def test_payments_believe_no_altered_callback(payments_world: PaymentsWorld) -> None:
    """With anything of it altered a callback is refused, or says what is so and nothing else."""
    key = _paid(payments_world, Money.of("222.22"))
    truth = _looked_up(payments_world.port, key)
    refused = 0
    for callback in _altered(payments_world.callback(key)):
        try:
            told = payments_world.port.read(callback)
        except CallbackRefused:
            refused += 1
        else:
            assert told == truth
    assert refused


def test_payments_believe_no_callback_that_is_none(payments_world: PaymentsWorld) -> None:
    """Whatever a stranger sends to the address is refused, and breaks nothing."""
    bodies = (b"", b"{}", b"[]", b"null", b"\xff\x00", b"a=b", b"[" * 10_000, b'{"amount": 1e999}')
    for body in bodies:
        for texts in ({}, {"x-signature": "0" * 64, "signature": "ə", "data": "===", "id": "1"}):
            with pytest.raises(CallbackRefused):
                payments_world.port.read(Callback(texts, texts, body))


# --- any history --------------------------------------------------------------------------------

_HISTORIES = 20
_LENGTH = 120


class _Bank:
    """The gateway under test as histories want it: with its books."""

    def __init__(self, world: PaymentsWorld) -> None:
        self._world = world
        self._started: dict[str, None] = {}
        self.pay, self.decline, self.callback = world.pay, world.decline, world.callback
        self.look_up, self.refund = world.port.look_up, world.port.refund
        self.read = world.port.read

    def start(self, request: PaymentRequest, return_to: str) -> PaymentPage:
        page = self._world.port.start(request, return_to)
        self._started[request.key] = None
        return page

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._started)

    @property
    def captured(self) -> dict[str, Money]:
        return self._book(self._world.captured)

    @property
    def refunded(self) -> dict[str, Money]:
        return self._book(self._world.given_back)

    def _book(self, amount_of: Callable[[str], Money]) -> dict[str, Money]:
        amounts = {key: amount_of(key) for key in self._started}
        return {key: amount for key, amount in amounts.items() if amount > NO_MONEY}


@requires("callback")
def test_payments_add_up_in_every_history(payments_world: PaymentsWorld) -> None:
    """Whatever is pressed, lost, late or dies: nobody pays twice, who paid is credited once.

    What billing does not take is given back; the book of orders says what the bank's says.
    """
    for number in range(_HISTORIES):
        tape = random.Random(number).randbytes(_LENGTH)  # noqa: S311  # the same each time
        fresh = payments_world.fresh()
        try:
            lived_with(_Bank(payments_world), (f"{fresh}-1", f"{fresh}-2"), tape)
        except AssertionError as error:
            error.add_note(f"history {number}")
            raise


# --- the back end ---------------------------------------------------------------------------------


@requires("reopened")
def test_payments_are_remembered_after_a_restart(payments_world: PaymentsWorld) -> None:
    """Another host reports what this one began, and gives nothing back a second time."""
    request = _request(payments_world)
    page = payments_world.port.start(request, _BACK)
    payments_world.pay(request.key)
    other = payments_world.reopened()
    assert _looked_up(other, request.key) == _looked_up(payments_world.port, request.key)
    assert other.start(request, _BACK) == page
    payments_world.port.refund(request.key, _AMOUNT, f"{request.key}{_REFUND}")
    other.refund(request.key, _AMOUNT, f"{request.key}{_REFUND}")
    assert payments_world.given_back(request.key) == _AMOUNT


@requires("switched_off")
def test_payments_tell_not_now_from_none(payments_world: PaymentsWorld) -> None:
    """While the gateway cannot be reached it says so: no attempt passes for unknown or refused."""
    port, key, request = payments_world.port, _paid(payments_world), _request(payments_world)
    tells_not_now(
        payments_world,
        lambda: port.start(request, _BACK),
        lambda: port.look_up(key),
        lambda: port.refund(key, _AMOUNT, f"{key}{_REFUND}"),
    )


def test_payments_write_down_no_page(payments_world: PaymentsWorld) -> None:
    """Whoever has the address of a page may pay there: neither it nor the purpose is logged."""
    port, request, forged = payments_world.port, _request(payments_world), b"sirr-1020304050"
    page = port.start(request, _BACK).url
    keeps_silent(
        payments_world,
        [page, _BACK, request.about, forged.decode()],
        lambda: port.start(request, _BACK),
        lambda: port.look_up(request.key),
        lambda: port.refund(request.key, _AMOUNT, f"{request.key}{_REFUND}"),
        lambda: port.read(Callback({}, {}, forged)),
    )


def test_payments_say_how_they_are(payments_world: PaymentsWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(payments_world)
