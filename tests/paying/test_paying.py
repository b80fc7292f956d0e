"""Paying through the city's bank: what a person, a gateway and a worker bring about."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import attrs
import pytest

from utility_eservices import Desk, Person
from utility_eservices.casework.paying import (
    MOST_ATTEMPTS,
    MOST_MONEY,
    Bill,
    Credit,
    PaymentOrder,
    Report,
    ReportStatus,
)
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.paying import Paying
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import (
    ActionRefused,
    CallbackRefused,
    PaymentNotFound,
    PortBroken,
    PortFailure,
    PortNotProvided,
    PortRefused,
    PortTimeout,
    PortUnavailable,
    StalePayment,
)
from utility_eservices.ports.billing import BILLING
from utility_eservices.ports.payment_store import PAYMENT_STORE, PaymentStore
from utility_eservices.ports.payments import (
    PAYMENTS,
    Callback,
    PaymentPage,
    PaymentRequest,
    Payments,
)
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.payments import CityPayments, CityPaymentStore
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

SERVICE = next(item for item in built_in_services() if item.key == "debt_investigation")
BACK = "https://portal.example/journey"
EVER = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture
def city() -> City:
    """A fresh city."""
    return City()


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk on it, whose services all came with the library."""
    return Desk([SimulatorPlugin(city)], services=built_in_services())


@pytest.fixture
def paying(city: City) -> Paying:
    """Another host on the city, as a journey uses it; it fails as the city's ports do."""
    around, bank, billing = city.faults.around, city.bank, city.billing.for_utility
    return Paying(
        lambda: around(PAYMENT_STORE, city.payment_store),
        lambda utility: around(PAYMENTS, cast("Payments", bank), utility),
        lambda utility: around(BILLING, billing(utility), utility),
    )


@pytest.fixture
def bill(city: City) -> Bill:
    """What Kamran owes for water."""
    return Bill(city.people["Kamran"].codes[0], Money.of("29.15"), "visa", "Su borcu")


@pytest.fixture
def begin(city: City, paying: Paying) -> Callable[..., PaymentOrder]:
    """Kamran presses the button."""

    def press(
        bill: Bill, journey: str = "journey", who: str = "Kamran", settled: tuple[str, ...] = ()
    ) -> PaymentOrder:
        fin = city.people[who].fin
        return paying.begin(SERVICE, journey, fin, bill, BACK, city.clock.now(), settled)

    return press


def kept(city: City, order: PaymentOrder) -> PaymentOrder:
    """The order as the store has it."""
    found = city.payment_store.get(order.number)
    assert found is not None
    return found


def key_of(order: PaymentOrder) -> str:
    """The key of the order's latest attempt."""
    return order.attempts[-1].key


# --- the person -----------------------------------------------------------------------------------


def test_a_payment_from_the_button_to_the_credit(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A page, the bank's word, billing told once: amount, code and day are those asked for."""
    order = begin(bill)
    assert order.page == f"https://pay.example/{key_of(order)}"
    city.bank.pay(key_of(order))
    desk.payment_reported("azersu", city.bank.callback(key_of(order)))
    assert kept(city, order).is_paid
    assert desk.perform_due() == Performed(done=1)
    assert kept(city, order).is_credited
    [credit] = city.billing.credits
    assert (credit.code, credit.amount, credit.key) == (bill.code, bill.amount, order.credit_key)
    assert credit.day.isoformat() == "2026-11-20"
    assert city.billing.debt(bill.code) == NO_MONEY
    assert desk.perform_due() == Performed()


def test_pressing_twice_is_paying_once(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """The same page again, also for another card; once paid, no page at all."""
    first, second = begin(bill), begin(attrs.evolve(bill, card="mastercard"))
    assert (first.page, first.number) == (second.page, second.number)
    assert city.bank.keys == (key_of(first),)
    city.bank.pay(key_of(first))
    third = begin(bill)
    assert (third.is_credited, third.page) == (True, "")
    assert city.bank.keys == (key_of(first),)


@pytest.mark.parametrize("takes", [True, False], ids=["credited", "given back"])
def test_the_same_owed_again_can_be_paid_again(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill, takes: bool
) -> None:
    """Whoever moved on from a settled order begins a new one, and one however often they press."""
    wish = bill if takes else attrs.evolve(bill, code=SubscriberCode("9999999999"))
    first = begin(wish)
    city.bank.pay(key_of(first))
    assert begin(wish).is_settled
    settled = (first.number,)
    second = begin(wish, settled=settled)
    assert second.number != first.number
    assert second.page.endswith(key_of(second))
    assert begin(wish, settled=settled) == second
    # An old page leads to the old order.
    assert begin(wish).number == first.number
    city.bank.pay(key_of(second))
    assert begin(wish, settled=settled).is_credited is takes
    assert [item.amount for item in city.billing.credits] == [wish.amount, wish.amount][: 2 * takes]
    assert len(city.bank.refunded) == (0 if takes else 2)


def test_what_failed_may_be_tried_again(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A new attempt of the same order, by the card chosen now."""
    first = begin(bill)
    city.bank.decline(key_of(first))
    second = begin(attrs.evolve(bill, card="mastercard"))
    assert second.number == first.number
    assert [attempt.state for attempt in second.attempts] == ["failed", "sent"]
    assert second.page.endswith(key_of(second))
    assert second.attempts[1].card == "mastercard"


def test_trying_has_an_end(city: City, begin: Callable[..., PaymentOrder], bill: Bill) -> None:
    """Nobody tries out cards without end: the order is refused then, and says why."""
    for _ in range(MOST_ATTEMPTS):
        city.bank.decline(key_of(begin(bill)))
    with pytest.raises(ActionRefused, match="too_many_attempts"):
        begin(bill)
    assert len(city.bank.keys) == MOST_ATTEMPTS


def test_another_payment_of_the_journey_waits_for_the_first(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """While one is open, or paid and not credited, nothing else of the journey can be paid."""
    other = attrs.evolve(bill, code=city.people["Aysel"].codes[0])
    order = begin(bill)
    with pytest.raises(ActionRefused, match="payment_open"):
        begin(other)
    assert begin(other, "another journey").page
    city.bank.pay(key_of(order))
    city.faults.always("billing", FaultKind.UNAVAILABLE)
    assert begin(bill).is_paid
    with pytest.raises(ActionRefused, match="payment_open"):
        begin(other)
    city.faults.heal()
    assert begin(bill).is_credited
    assert begin(other).page


def test_waiting_for_another_payment_uses_up_no_attempt(
    begin: Callable[..., PaymentOrder], bill: Bill, city: City
) -> None:
    """However often a person presses meanwhile, they can pay afterwards."""
    other = attrs.evolve(bill, code=city.people["Aysel"].codes[0])
    order = begin(bill)
    for _ in range(MOST_ATTEMPTS + 1):
        with pytest.raises(ActionRefused, match="payment_open"):
            begin(other)
    city.bank.decline(key_of(order))
    assert begin(bill).attempts[0].state == "failed"
    [waiting] = [it for it in city.payment_store.of_journey("journey") if it.bill == other]
    assert len(waiting.attempts) == 1


@pytest.mark.parametrize("late", [0, 1], ids=["the first", "the second"])
def test_a_retry_with_another_amount_never_adds_up(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill, late: int
) -> None:
    """The same order: whichever is captured first is credited, the other given back whole."""
    first = begin(bill)
    city.bank.decline(key_of(first))
    second = begin(attrs.evolve(bill, amount=Money.of(5)))
    assert second.number == first.number
    for place in (1 - late, late):
        city.bank.pay(second.attempts[place].key)
        desk.payment_reported("azersu", city.bank.callback(second.attempts[place].key))
    rounds(city, desk, 2)
    kept, surplus = second.attempts[1 - late], second.attempts[late]
    assert [item.amount for item in city.billing.credits] == [kept.amount]
    assert city.bank.refunded == {surplus.key: surplus.amount}
    assert desk.payments_to_look_at() == ()


def test_an_open_payment_cannot_become_one_of_another_amount(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """The page of the first may still be paid at; what came to its end is shown as it did."""
    other = attrs.evolve(bill, amount=Money.of(5))
    order = begin(bill)
    with pytest.raises(ActionRefused, match="payment_open"):
        begin(other)
    assert begin(bill).page == order.page
    assert city.bank.keys == (key_of(order),)
    city.bank.pay(key_of(order))
    assert begin(other).amount == bill.amount


class Elsewhere(CityPayments):
    """A bank that takes so long to answer that ``meanwhile`` something happens elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: list[Callable[[], object]] = []

    def start(self, request: PaymentRequest, return_to: str) -> PaymentPage:
        """Start, and let happen what happens."""
        page = super().start(request, return_to)
        for happen in iter(self.meanwhile):
            self.meanwhile = []
            happen()
        return page


def test_nobody_is_sent_to_a_page_of_another_amount(city: City, bill: Bill) -> None:
    """Declined while its page was made and tried anew elsewhere: that page is not shown here."""
    bank = Elsewhere()
    paying = Paying(lambda: city.payment_store, lambda _: bank, city.billing.for_utility)
    fin, now = city.people["Kamran"].fin, city.clock.now()

    def elsewhere() -> None:
        bank.decline(bank.keys[0])
        other = attrs.evolve(bill, amount=Money.of(5))
        assert paying.begin(SERVICE, "journey", fin, other, BACK, now).page

    bank.meanwhile = [elsewhere]
    with pytest.raises(ActionRefused, match="payment_open"):
        paying.begin(SERVICE, "journey", fin, bill, BACK, now)
    assert len(bank.keys) == 2


def test_trying_has_an_end_whatever_is_changed(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Neither another amount nor another code opens a fresh run of attempts in a journey."""
    codes = [SubscriberCode(f"99999999{place:02}") for place in range(4)]
    for place in range(MOST_ATTEMPTS):
        tried = attrs.evolve(bill, amount=Money.of(place + 1), code=codes[place % 3])
        key = key_of(begin(tried))
        city.bank.decline(key)
        desk.payment_reported("azersu", city.bank.callback(key))
    for code in (codes[0], codes[3]):
        with pytest.raises(ActionRefused, match="too_many_attempts"):
            begin(attrs.evolve(bill, code=code))
    assert len(city.bank.keys) == MOST_ATTEMPTS
    assert begin(bill, "another journey").page


def test_nobody_pays_too_much_at_once(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A slip of the finger is told, and nothing is begun."""
    above = MOST_MONEY + Money.of("0.01")
    with pytest.raises(ActionRefused) as refused:
        begin(attrs.evolve(bill, amount=above))
    [fault] = refused.value.faults
    assert fault.code == "amount_too_large"
    assert Desk([SimulatorPlugin(city)]).say(fault) == (
        "Bir dəfəyə ən çoxu 10.000,00 AZN ödəmək olar."
    )
    assert city.payment_store.of_journey("journey") == ()
    assert begin(attrs.evolve(bill, amount=MOST_MONEY)).page


def test_a_token_given_twice_shows_nobody_a_strangers_payment(
    begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Two journeys with one token are a mistake somewhere: it is refused, not told."""
    begin(bill)
    with pytest.raises(PortBroken):
        begin(bill, who="Aysel")


@pytest.mark.parametrize(
    ("kind", "error", "state"),
    [
        (FaultKind.UNAVAILABLE, PortUnavailable, "created"),
        (FaultKind.TIMEOUT, PortTimeout, "unknown"),
        (FaultKind.LOST_ANSWER, PortTimeout, "unknown"),
        (FaultKind.BROKEN, PortBroken, "unknown"),
        (FaultKind.REFUSED, PortRefused, "failed"),
    ],
)
def test_a_start_that_went_wrong_is_repaired_by_pressing_again(
    city: City,
    begin: Callable[..., PaymentOrder],
    bill: Bill,
    kind: FaultKind,
    error: type[PortFailure],
    state: str,
) -> None:
    """What is known is kept; then the same key, unless the gateway said a clear no."""
    city.faults.next("payments", kind, method="start")
    with pytest.raises(error):
        begin(bill)
    [order] = city.payment_store.of_journey("journey")
    assert order.attempts[0].state == state
    again = begin(bill)
    assert again.page
    assert len(again.attempts) == (2 if state == "failed" else 1)
    assert city.bank.keys == (key_of(again),)


@pytest.mark.parametrize("method", ["open", "save", "of_journey"])
@pytest.mark.parametrize("kind", [FaultKind.UNAVAILABLE, FaultKind.LOST_ANSWER])
def test_a_store_that_fails_loses_no_payment(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill, method: str, kind: FaultKind
) -> None:
    """Whatever was kept or not, pressing again leads to one page of one attempt."""
    city.faults.next("payment_store", kind, method=method)
    with pytest.raises(PortFailure):
        begin(bill)
    order = begin(bill)
    assert order.page.endswith(key_of(order))
    assert city.bank.keys == (key_of(order),)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/pay/1",
        "//pay.example/1",
        "https:",
        "https:///1",
        "https://:443/1",
        "http://pay.example/1",
        "javascript:alert(1)",
        " https://pay.example/1",
        "https://pay.example/1\r\nSet-Cookie: a=b",
        "https://pay.example/\x00",
        "https://[pay.example/1",
        "https://pay.example/" + "1" * 1981,
        None,
        b"https://pay.example/1",
    ],
    ids=ascii,
)
def test_a_gateway_that_gives_no_page_is_broken(city: City, bill: Bill, url: str) -> None:
    """Nobody is sent to nowhere, or anywhere but to an address of the web that is secured."""

    class Pageless(CityPayments):
        def start(self, request: object, return_to: str) -> PaymentPage:
            return PaymentPage(url)

    paying = Paying(
        lambda: city.payment_store,
        lambda _: Pageless(),
        city.billing.for_utility,
    )
    with pytest.raises(PortBroken):
        paying.begin(SERVICE, "journey", city.people["Kamran"].fin, bill, BACK, city.clock.now())
    [order] = city.payment_store.of_journey("journey")
    assert order.is_open


def test_a_page_may_have_an_address_of_two_thousand_characters() -> None:
    """And a query; letters of any script."""
    url = "https://pay.example/?a=b&c=ə"
    assert PaymentPage(url.ljust(2000, "1")).url.startswith(url)


def test_a_gateway_that_gives_an_address_alone_is_broken(city: City, bill: Bill) -> None:
    """What was not looked at is not gone to."""

    class Bare(CityPayments):
        def start(self, request: object, return_to: str) -> PaymentPage:
            return cast("PaymentPage", "https://pay.example/1")

    paying = Paying(lambda: city.payment_store, lambda _: Bare(), city.billing.for_utility)
    with pytest.raises(PortBroken):
        paying.begin(SERVICE, "journey", city.people["Kamran"].fin, bill, BACK, city.clock.now())


# --- as it stands ---------------------------------------------------------------------------------


def test_looking_asks_the_bank_and_tells_billing(
    city: City, paying: Paying, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Whoever comes back from the bank's page sees the truth, though no callback came."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    found = paying.current(order.number, city.clock.now())
    assert found
    assert found.is_credited
    assert paying.current("0", city.clock.now()) is None


@pytest.mark.parametrize("port", ["payments", "billing"])
def test_looking_tells_what_is_known_when_others_fail(
    city: City, paying: Paying, begin: Callable[..., PaymentOrder], bill: Bill, port: str
) -> None:
    """Without the bank it is open yet, without billing it is paid and not credited."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    city.faults.always(port, FaultKind.TIMEOUT)
    found = paying.current(order.number, city.clock.now())
    assert found
    assert (found.is_open, found.is_paid) == (port == "payments", port == "billing")
    assert not found.is_credited


def test_only_ones_own_payment_is_shown(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A stranger's, and whatever stands in a URL, answers as none."""
    order = begin(bill)
    assert desk.payment(person(desk, "Kamran"), order.number) == kept(city, order)
    for number in (order.number, "0", "", "\x00", "\ud800", "٣", cast("str", None)):
        with pytest.raises(PaymentNotFound):
            desk.payment(person(desk, "Aysel"), number)


def person(desk: Desk, name: str) -> Person:
    """Somebody who has signed in."""
    [journey] = [item for item in SERVICE.journeys if item.sign_in.of_portal]
    means = journey.sign_in.means[0].means.key
    begun = desk.begin_sign_in(journey.channel.key, means)
    return desk.finish_sign_in(begun, {"resident": name})


# --- callbacks ------------------------------------------------------------------------------------


def test_a_forged_callback_proves_nothing(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Nothing is changed by it."""
    order = begin(bill)
    forged = attrs.evolve(city.bank.callback(key_of(order), status="paid"), headers={})
    with pytest.raises(CallbackRefused):
        desk.payment_reported("azersu", forged)
    assert kept(city, order) == order


@pytest.mark.parametrize("utility", ["azersu-2", "", "\x00", None])
def test_a_callback_of_no_utility_here_is_of_no_payment(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill, utility: str
) -> None:
    """The name stands in the address that is called: anybody may write anything there."""
    callback = city.bank.callback(key_of(begin(bill)))
    with pytest.raises(PaymentNotFound):
        desk.payment_reported(utility, callback)


def test_a_callback_of_no_payment_of_ours_is_told(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """The gateway may serve others, too."""
    key = key_of(begin(bill))
    with pytest.raises(PaymentNotFound):
        desk.payment_reported("azersu", city.bank.callback(key, key="1", order="1"))


@pytest.mark.parametrize(
    ("otherwise", "trouble"),
    [
        ({"amount": "29.16"}, "amount_differs"),
        ({"currency": "USD"}, "currency_differs"),
        ({"order": "1"}, "order_differs"),
        ({"key": "1"}, "attempt_differs"),
    ],
)
def test_a_callback_about_something_else_is_for_people(
    city: City,
    desk: Desk,
    begin: Callable[..., PaymentOrder],
    bill: Bill,
    otherwise: dict[str, str],
    trouble: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It is listed until somebody looked at it, and logged without personal data."""
    caplog.set_level(logging.DEBUG)
    order = begin(bill)
    desk.payment_reported("azersu", city.bank.callback(key_of(order), status="paid", **otherwise))
    [found] = desk.payments_to_look_at()
    assert (found.number, found.trouble, found.is_paid) == (order.number, trouble, False)
    assert trouble in caplog.text
    assert city.people["Kamran"].fin.value not in caplog.text
    assert bill.code.value not in caplog.text
    desk.payment_looked_at(order.number)
    assert desk.payments_to_look_at() == ()


def test_a_callback_from_another_utilitys_gateway_is_for_people(
    city: City, paying: Paying, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Each utility takes its own money."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    callback = city.bank.callback(key_of(order))
    found = paying.reported("azerishiq", callback, city.clock.now())
    assert (found.trouble, found.is_paid) == ("utility_differs", False)


def test_a_callback_at_a_utility_without_a_gateway_is_a_matter_of_wiring(city: City) -> None:
    """It is not said to be of no payment: the gateway should call again once it is wired."""
    desk = Desk([SimulatorPlugin(city, {"payments"})], services=built_in_services())
    with pytest.raises(PortNotProvided):
        desk.payment_reported("azersu", Callback({}, {}, b""))


# --- people ---------------------------------------------------------------------------------------


def test_what_people_look_at_comes_gravest_first_and_page_by_page(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Money in the wrong place is never hidden behind what is only late."""
    names = ("overdue", "amount_differs", "overdue", "refund_refused", "order_differs")
    orders = [begin(bill, f"journey {place}") for place in range(len(names))]
    for order, name in zip(orders, names, strict=True):
        city.payment_store.save(attrs.evolve(order.troubled(name), version=order.version + 1))
    listed = [orders[place].number for place in (3, 1, 4, 0, 2)]
    assert [item.number for item in desk.payments_to_look_at()] == listed
    for size in range(1, 6):
        paged: list[str] = []
        while page := desk.payments_to_look_at(size, after=paged[-1] if paged else None):
            paged += [item.number for item in page]
        assert paged == listed
    for place, number in enumerate(listed):
        # Looking at the last that was seen loses nobody's place.
        desk.payment_looked_at(number)
        later = desk.payments_to_look_at(after=number)
        assert [item.number for item in later] == listed[place + 1 :]
    with pytest.raises(PaymentNotFound):
        desk.payments_to_look_at(after="0")


def test_the_list_begins_anew_where_news_took_its_last_away(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Whoever pages on misses nothing."""
    for journey in ("one", "two"):
        order = begin(bill, journey)
        desk.payment_reported("azersu", city.bank.callback(key_of(order), amount="1.00"))
    listed = desk.payments_to_look_at()
    calm = begin(bill, "three")
    assert desk.payments_to_look_at(after=calm.number) == listed
    assert len(listed) == 2


def test_what_was_looked_at_stays_off_the_list_while_nothing_is_new(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A refund refused every few hours is no news each time."""
    order = begin(attrs.evolve(bill, code=SubscriberCode("9999999999")))
    city.bank.pay(key_of(order))
    city.faults.always("payments:azersu", FaultKind.REFUSED, method="refund")
    rounds(city, desk, 2)
    desk.payment_looked_at(order.number)
    rounds(city, desk, 5)
    assert desk.payments_to_look_at() == ()
    assert kept(city, order).to_refund


@pytest.mark.parametrize("kind", [FaultKind.TIMEOUT, FaultKind.BROKEN])
def test_a_credit_that_was_not_answered_and_then_refused_is_for_people(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill, kind: FaultKind
) -> None:
    """Billing may have it: nothing is given back before somebody has looked."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    city.faults.next("billing", kind, method="credit")
    rounds(city, desk, 1)
    city.faults.always("billing", FaultKind.REFUSED, method="credit")
    rounds(city, desk, 3)
    [found] = desk.payments_to_look_at()
    assert (found.trouble, found.is_paid) == ("credit_contradicted", True)
    assert city.bank.refunded == {}
    desk.give_payment_back(order.number)
    rounds(city, desk, 1)
    assert city.bank.refunded == {key_of(order): bill.amount}
    assert desk.payments_to_look_at() == ()
    with pytest.raises(StalePayment):
        desk.give_payment_back(order.number)


def test_a_host_that_died_while_it_told_billing_leaves_word(
    city: City, paying: Paying, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """The refusal that the next one hears is not believed at once."""

    class Died(BaseException):
        pass

    class Dying:
        def credit(self, *_: object) -> None:
            raise Died

    order = begin(bill)
    city.bank.pay(key_of(order))
    dying = attrs.evolve(paying, billing=lambda _: cast("Any", Dying()))
    with pytest.raises(Died):
        dying.current(order.number, city.clock.now())
    city.faults.always("billing", FaultKind.REFUSED, method="credit")
    rounds(city, desk, 1)
    assert kept(city, order).trouble == "credit_contradicted"


def test_billing_that_was_not_there_is_believed_when_it_refuses(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """It said itself that it had done nothing."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    city.faults.next("billing", FaultKind.UNAVAILABLE, method="credit")
    rounds(city, desk, 1)
    assert not kept(city, order).is_in_doubt
    city.faults.always("billing", FaultKind.REFUSED, method="credit")
    rounds(city, desk, 2)
    assert city.bank.refunded == {key_of(order): bill.amount}


def test_there_is_nothing_to_decide_of_a_payment_without_doubt(
    desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """What is open, and what does not exist, is not given back."""
    with pytest.raises(StalePayment):
        desk.give_payment_back(begin(bill).number)
    with pytest.raises(PaymentNotFound):
        desk.give_payment_back("0")


# --- whoever wakes up -----------------------------------------------------------------------------


def rounds(city: City, desk: Desk, times: int = 40) -> None:
    """So many rounds, some hours apart."""
    for _ in range(times):
        city.clock.forward(timedelta(hours=6))
        desk.perform_due()


def test_payments_have_no_jobs_to_be_left_to(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """They are gone back to by a call of their own, which stops if told, and with no effect."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    due = kept(city, order).due
    assert due is not None
    city.clock.to(due - timedelta(microseconds=1))
    assert desk.perform_payments() == Performed()
    city.clock.to(due)
    assert desk.perform_effects() == desk.perform_payments(stopped=lambda: True) == Performed()
    assert desk.perform_payments() == Performed(done=1)
    assert kept(city, order).is_credited


def test_a_lost_callback_is_made_up_for(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """The bank is asked, also about a failure: its last word may come late."""
    paid, late = begin(bill), begin(bill, "another journey")
    city.bank.pay(key_of(paid))
    city.bank.decline(key_of(late))
    city.clock.forward(timedelta(hours=1))
    desk.perform_due()
    assert kept(city, paid).is_credited
    assert kept(city, late).has_failed
    city.bank.pay(key_of(late))
    city.clock.forward(timedelta(hours=1))
    desk.perform_due()
    assert kept(city, late).is_credited


@pytest.mark.parametrize("kind", FaultKind)
def test_one_failing_payment_holds_up_no_other(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill, kind: FaultKind
) -> None:
    """However billing fails for one, the next is told; a refusal gives the money back."""
    first, second = begin(bill), begin(bill, "another journey")
    for order in (first, second):
        city.bank.pay(key_of(order))
        desk.payment_reported("azersu", city.bank.callback(key_of(order)))
    city.faults.next("billing", kind, method="credit")
    desk.perform_due()
    assert not kept(city, first).is_credited
    assert kept(city, second).is_credited
    rounds(city, desk, 2)
    refused = kind is FaultKind.REFUSED
    assert kept(city, first).is_credited is not refused
    assert kept(city, first).is_refunded is refused
    assert len(city.billing.credits) == 2 - refused
    assert city.bank.refunded == ({key_of(first): bill.amount} if refused else {})


def test_two_captured_attempts_are_one_credit_and_one_refund(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """The surplus is given back by itself, once, whatever goes wrong meanwhile."""
    first = begin(bill)
    city.bank.decline(key_of(first))
    second = begin(bill)
    city.bank.pay(key_of(second))
    city.bank.pay(key_of(first))
    for kind in FaultKind:
        city.faults.next("payments", kind, method="refund")
    rounds(city, desk, 10)
    assert city.bank.refunded == {key_of(second): bill.amount}
    assert [item.amount for item in city.billing.credits] == [bill.amount]
    assert kept(city, second).is_credited


def test_a_refund_that_is_refused_is_for_people_and_tried_again(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Nobody's money is given up."""
    strange = attrs.evolve(bill, code=SubscriberCode("9999999999"))
    order = begin(strange)
    city.bank.pay(key_of(order))
    city.faults.always("payments:azersu", FaultKind.REFUSED, method="refund")
    rounds(city, desk)
    [found] = desk.payments_to_look_at()
    assert (found.trouble, found.is_refunded) == ("refund_refused", True)
    city.faults.heal()
    rounds(city, desk, 2)
    assert city.bank.refunded == {key_of(order): bill.amount}
    assert desk.payments_to_look_at() == ()
    assert kept(city, order).due is None


def test_what_never_began_comes_to_its_end(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A start that the gateway never heard of has failed, and may be tried again."""
    city.faults.next("payments", FaultKind.UNAVAILABLE, method="start")
    with pytest.raises(PortUnavailable):
        begin(bill)
    rounds(city, desk, 1)
    [order] = city.payment_store.of_journey("journey")
    assert order.has_failed
    assert begin(bill).page


def test_a_page_that_was_left_is_given_up_after_a_day(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Nobody's trouble: another amount may be tried then, and in the end nobody asks any more."""
    order = begin(bill)
    rounds(city, desk, 3)
    other = attrs.evolve(bill, amount=Money.of(5))
    with pytest.raises(ActionRefused, match="payment_open"):
        begin(other)
    rounds(city, desk, 2)
    assert kept(city, order).has_failed
    city.bank.pay(key_of(order))
    assert begin(other).amount == bill.amount
    left = begin(bill, "another journey")
    rounds(city, desk)
    assert (kept(city, left).due, desk.payments_to_look_at()) == (None, ())


def test_a_payment_that_the_bank_tells_nothing_of_is_listed(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Money may have been taken, and nobody knows: it is not given up."""
    order = begin(bill)
    city.faults.always("payments:azersu", FaultKind.UNAVAILABLE, method="look_up")
    rounds(city, desk)
    [found] = desk.payments_to_look_at()
    assert (found.number, found.trouble, found.credit) == (order.number, "overdue", Credit.NONE)
    assert found.is_open


def test_a_gateway_that_is_gone_delays_only_its_own(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """A worker without the plugin puts a payment off, so that it is not first in line for ever."""
    order = begin(bill)

    def nobody(utility: str) -> Payments:
        raise PortNotProvided(port="payments", scope=utility)

    worker = Paying(lambda: city.payment_store, nobody, city.billing.for_utility)
    city.clock.forward(timedelta(minutes=1))
    assert worker.round(city.clock.now(), 10) == Performed(put_off=1)
    found = kept(city, order)
    assert found.due
    assert found.due > city.clock.now()
    assert found.is_open


@pytest.mark.parametrize("method", ["save", "due"])
def test_a_round_lives_with_a_store_that_fails(
    city: City, paying: Paying, begin: Callable[..., PaymentOrder], bill: Bill, method: str
) -> None:
    """What cannot be kept stays due; a store that cannot even be asked says so."""
    order = begin(bill)
    city.bank.pay(key_of(order))
    city.clock.forward(timedelta(minutes=1))
    city.faults.always("payment_store", FaultKind.UNAVAILABLE, method=method)
    if method == "due":
        with pytest.raises(PortUnavailable):
            paying.round(city.clock.now(), 10)
        return
    assert paying.round(city.clock.now(), 10) == Performed(put_off=1)
    city.faults.heal()
    assert paying.round(city.clock.now(), 10) == Performed(done=1)
    assert len(city.billing.credits) == 1


@pytest.mark.parametrize("down", ["payment_store", "case_store"])
def test_of_two_stores_one_that_is_down_holds_up_no_other(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill, down: str, caplog: Any
) -> None:
    """What the other knows to be due is done; then the failure is told, and the count logged."""
    desk = Desk([SimulatorPlugin(city)], services=built_in_services())
    order = begin(bill)
    city.bank.pay(key_of(order))
    city.clock.forward(timedelta(minutes=1))
    city.faults.always(down, FaultKind.UNAVAILABLE)
    with pytest.raises(PortUnavailable):
        desk.perform_due()
    assert kept(city, order).is_credited is (down == "case_store")
    assert f"done={int(down == 'case_store')}" in caplog.text


def test_a_desk_that_keeps_no_payments_works_as_ever(city: City) -> None:
    """Without a store of payments there is nothing to go back to and nothing to look at."""
    left_out = {"payment_store", "payments"}
    desk = Desk([SimulatorPlugin(city, left_out)], services=["debt_investigation"])
    assert desk.perform_due() == Performed()
    assert desk.payments_to_look_at() == ()
    assert not [item for item in desk.check() if item.advice]


# --- the city's bank and store --------------------------------------------------------------------


def test_the_bank_takes_one_request_under_one_key(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Another amount under a known key is refused; what was captured is declined no more."""
    key = key_of(begin(bill))
    city.bank.pay(key)
    city.bank.decline(key)
    report = city.bank.look_up(key)
    assert report
    assert report.status is ReportStatus.PAID
    with pytest.raises(PortRefused):
        city.bank.refund(key, Money.of(1), "refund")
    city.bank.refund(key, bill.amount, "refund")
    city.bank.refund(key, bill.amount, "refund")
    with pytest.raises(PortRefused):
        city.bank.refund(key, bill.amount, "another refund")
    assert city.bank.refunded == {key: bill.amount}


def test_the_bank_knows_only_what_was_started(city: City) -> None:
    """A payment that was never begun can be neither found, nor given back, nor told of."""
    assert city.bank.look_up("1") is None
    with pytest.raises(PortRefused):
        city.bank.refund("1", Money.of(1), "refund")
    with pytest.raises(LookupError):
        city.bank.callback("1")


def test_the_store_refuses_a_number_that_is_anothers(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Two wishes with one number would be one payment."""
    order = begin(bill)
    store: PaymentStore = city.payment_store
    with pytest.raises(PortRefused):
        store.open(attrs.evolve(order, intent="another"))


# --- what an adapter has no business to do --------------------------------------------------------


class Babbling(CityPayments):
    """A gateway whose adapter answers with what is no report."""

    def look_up(self, key: str) -> Report | None:
        """Give the status alone."""
        return cast("Report", "paid")


@pytest.mark.parametrize("answer", ["paid", None, {"status": "paid"}])
def test_a_callback_that_says_no_report_is_broken(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill, answer: object
) -> None:
    """The gateway is told to call again, and nothing is believed."""

    class Misread(CityPayments):
        def read(self, callback: Callback) -> Report:
            return cast("Report", answer)

    order = begin(bill)
    paying = Paying(lambda: city.payment_store, lambda _: Misread(), city.billing.for_utility)
    with pytest.raises(PortBroken):
        paying.reported("azersu", Callback({}, {}, b""), city.clock.now())
    assert kept(city, order) == order


@pytest.mark.parametrize("name", ["\x00", "\ud800", "ə", ""])
def test_a_report_of_no_number_is_of_no_payment(
    city: City, desk: Desk, begin: Callable[..., PaymentOrder], bill: Bill, name: str
) -> None:
    """No store is asked for what was never issued."""
    callback = city.bank.callback(key_of(begin(bill)), key=name, order=name)
    with pytest.raises(PaymentNotFound):
        desk.payment_reported("azersu", callback)


class Spoilt(CityPaymentStore):
    """A store whose adapter brings one order back spoilt."""

    spoilt = ""

    def due(self, now: datetime, limit: int = 100) -> tuple[PaymentOrder, ...]:
        """Spoil the order."""
        return tuple(
            attrs.evolve(order, attempts=cast("Any", (None,)))
            if order.number == self.spoilt
            else order
            for order in super().due(now, limit)
        )


def test_one_order_that_cannot_be_read_holds_up_no_other(city: City, bill: Bill) -> None:
    """Whatever an adapter makes of one, the others are gone back to."""
    store = Spoilt()
    paying = Paying(lambda: store, lambda _: city.bank, city.billing.for_utility)
    fin, now = city.people["Kamran"].fin, city.clock.now()
    first, second = (
        paying.begin(SERVICE, journey, fin, bill, BACK, now) for journey in ("one", "another")
    )
    store.spoilt = first.number
    city.bank.pay(key_of(second))
    later = now + timedelta(minutes=1)
    assert paying.round(later, 10) == Performed(done=1, put_off=1)


def test_an_answer_that_is_no_report_is_none(
    city: City, begin: Callable[..., PaymentOrder], bill: Bill
) -> None:
    """Nothing is believed of it; the order is gone back to."""
    order = begin(bill)
    paying = Paying(lambda: city.payment_store, lambda _: Babbling(), city.billing.for_utility)
    assert paying.current(order.number, city.clock.now()) == order
    assert paying.round(EVER, 10) == Performed(put_off=1)


class Overtaken(CityPaymentStore):
    """A store on which another host is always first."""

    def save(self, order: PaymentOrder) -> None:
        """Refuse."""
        raise StalePayment


def test_a_change_that_never_comes_first_is_given_up(city: City, bill: Bill) -> None:
    """A host does not try for ever: whoever called is told to come again."""
    store = Overtaken()
    paying = Paying(lambda: store, lambda _: city.bank, city.billing.for_utility)
    fin, now = city.people["Kamran"].fin, city.clock.now()
    with pytest.raises(StalePayment):
        paying.begin(SERVICE, "journey", fin, bill, BACK, now)
    [key] = city.bank.keys
    with pytest.raises(StalePayment):
        paying.reported("azersu", city.bank.callback(key, status="paid"), now)
