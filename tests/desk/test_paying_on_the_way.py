"""Ödəniş: a journey that pays, from the button over the bank's page to what follows."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.desk.walking import codes, faults, giving
from tests.desk.workshop import (
    DONE,
    PAID,
    PAY,
    PAYING,
    RETURN_TO,
    START,
    TOP_UP,
    WAIT,
    begun,
    paying,
)

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.asking import question
from utility_eservices.casework.page import Button, JourneyFacts, To
from utility_eservices.casework.paying import Bill
from utility_eservices.casework.screen import Link, Rows
from utility_eservices.errors import CallbackRefused, PaymentNotFound
from utility_eservices.ports.payments import PaymentPage, PaymentRequest
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.payments import CityPayments
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

CODE = SubscriberCode("2030405060")


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk that offers the top-up."""
    return Desk([SimulatorPlugin(city)], services=[TOP_UP])


def credited(city: City) -> list[Money]:
    return [credit.amount for credit in city.billing.credits if credit.code == CODE]


def told(opened: OpenJourney) -> tuple[Rows, ...]:
    return opened.screen.rows


def state(name: str) -> tuple[Rows, ...]:
    return (Rows("Ödəniş barədə", (("Vəziyyət", name),)),)


# --- the way over the bank ------------------------------------------------------------------------


def test_the_browser_is_sent_to_the_bank_once(city: City, desk: Desk) -> None:
    """The press names the page; shown anew the journey has a link there, and sends nobody."""
    opened = paying(desk)
    (key,) = city.bank.keys
    page = f"https://pay.example/{key}"
    assert (opened.state, opened.screen.redirect) == ("wait", page)
    assert opened.payment == city.payment_store.of_journey(opened.id)[0].number
    resumed = desk.resume(desk.suspend(opened), opened.person)
    for again in (desk.show(opened), resumed):
        assert (again.screen.redirect, again.payment) == ("", opened.payment)
        assert again.screen.links == (Link("Ödəniş səhifəsi", page),)


def test_the_bank_is_told_where_to_send_the_person_back(city: City) -> None:
    """The address that the host gave, and the bill; nothing of who pays."""
    asked: list[tuple[PaymentRequest, str]] = []

    class Bank(CityPayments):
        def start(self, request: PaymentRequest, return_to: str) -> PaymentPage:
            asked.append((request, return_to))
            return super().start(request, return_to)

    plugins = [SimulatorPlugin(city, leave_out={"payments"}), giving(payments=Bank())]
    paying(Desk(plugins, services=[TOP_UP]))
    ((request, return_to),) = asked
    assert return_to == RETURN_TO
    assert (request.amount, request.currency) == (Money.of(5), "AZN")
    assert request.about == "Balansın artırılması"


def test_what_was_paid_is_credited_and_leads_on(city: City, desk: Desk) -> None:
    """Whether the bank calls back or is only looked up, the utility is told once."""
    opened = paying(desk)
    (key,) = city.bank.keys
    waiting = desk.press(opened, "check")
    assert (waiting.state, codes(waiting)) == ("wait", ["payment_open"])
    city.bank.pay(key)
    desk.payment_reported("azersu", city.bank.callback(key))
    desk.payment_reported("azersu", city.bank.callback(key))
    done = desk.press(waiting, "check")
    assert (done.state, credited(city)) == ("done", [Money.of(5)])
    desk.perform_due()
    assert credited(city) == [Money.of(5)]


def test_coming_back_from_the_bank_is_enough(city: City, desk: Desk) -> None:
    """No callback came; the screen says that it was paid, and there is nothing more to pay."""
    opened = paying(desk)
    city.bank.pay(city.bank.keys[0])
    back = desk.resume(desk.suspend(opened), opened.person)
    assert (told(back), back.screen.links) == (state("Ödənilib"), ())
    assert credited(city) == [Money.of(5)]


def test_a_press_sent_again_begins_no_second_payment(city: City, desk: Desk) -> None:
    """From the same page, also with a page of its own in between, it is one attempt."""
    start = begun(desk, "top_up")
    first = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    second = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    assert first.screen.redirect == second.screen.redirect != ""
    assert (first.payment, len(city.bank.keys)) == (second.payment, 1)


def test_what_is_paid_already_sends_nobody_to_the_bank(city: City, desk: Desk) -> None:
    """Whoever presses an old page again meets the page of what was paid."""
    start = begun(desk, "top_up")
    desk.press(start, "pay", PAID, return_to=RETURN_TO)
    city.bank.pay(city.bank.keys[0])
    again = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    assert (again.state, again.screen.redirect) == ("wait", "")
    assert credited(city) == [Money.of(5)]


def test_a_payment_that_failed_may_be_tried_again(city: City, desk: Desk) -> None:
    """As a new attempt of the same order; the late money of the first is honoured, once."""
    opened = paying(desk)
    city.bank.decline(city.bank.keys[0])
    failed = desk.press(opened, "check")
    assert codes(failed) == ["payment_failed"]
    assert told(failed) == state("Həyata keçirilməyib")
    start = desk.press(failed, "again")
    assert start.state == "start"
    again = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    first, second = city.bank.keys
    assert (again.payment, again.screen.redirect) == (
        opened.payment,
        f"https://pay.example/{second}",
    )
    for key in (second, first):
        city.bank.pay(key)
        desk.payment_reported("azersu", city.bank.callback(key))
    desk.perform_due()
    assert credited(city) == [Money.of(5)]
    assert list(city.bank.refunded) == [first]


def test_another_bill_waits_until_the_first_is_settled(city: City, desk: Desk) -> None:
    """Nobody pays twice because the outcome of the first payment is not known yet."""
    start = begun(desk, "top_up")
    desk.press(start, "pay", PAID, return_to=RETURN_TO)
    stayed = desk.press(start, "pay", {**PAID, "amount": "7"}, return_to=RETURN_TO)
    assert (stayed.state, codes(stayed), stayed.screen.redirect) == ("start", ["payment_open"], "")
    assert len(city.bank.keys) == 1


# --- what keeps the person where they were --------------------------------------------------------


def test_what_is_no_bill_begins_nothing(city: City, desk: Desk) -> None:
    """The reason stands beside its entry; neither order nor attempt is made."""
    start = begun(desk, "top_up")
    stayed = desk.press(start, "pay", {**PAID, "amount": "0"}, return_to=RETURN_TO)
    assert (stayed.state, faults(stayed)) == (
        "start",
        {"amount": "Məbləğ sıfırdan böyük olmalıdır."},
    )
    assert (city.bank.keys, city.payment_store.of_journey(start.id)) == ((), ())


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (FaultKind.UNAVAILABLE, "port_unavailable"),
        (FaultKind.TIMEOUT, "port_timeout"),
        (FaultKind.LOST_ANSWER, "port_timeout"),
        (FaultKind.REFUSED, "port_refused"),
        (FaultKind.BROKEN, "port_broken"),
    ],
)
@pytest.mark.parametrize("port", ["payments", "payment_store"])
def test_a_failing_port_keeps_the_page(
    city: City, desk: Desk, port: str, kind: FaultKind, code: str
) -> None:
    """With everything typed; once it is well again one more press goes to one bank's page."""
    start = begun(desk, "top_up")
    city.faults.next(port, kind)
    stayed = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    assert (stayed.state, codes(stayed), stayed.screen.redirect) == ("start", [code], "")
    assert stayed.typed["amount"] == "5.00"
    opened = desk.press(stayed, "pay", return_to=RETURN_TO)
    assert (opened.state, codes(opened)) == ("wait", [])
    city.bank.pay(opened.screen.redirect.rpartition("/")[2])
    assert desk.press(opened, "check").state == "done"
    assert credited(city) == [Money.of(5)]
    assert sum(city.bank.refunded.values(), Money.of(0)) == Money.of(0)


AFTER_PAYING = {"wait": ("check", {}), "start": ("pay", {**PAID, "amount": "7"})}


@pytest.mark.parametrize("kind", [*FaultKind])
@pytest.mark.parametrize("port", ["payment_store", "clock"])
@pytest.mark.parametrize("page", AFTER_PAYING)
def test_nothing_typed_is_lost_after_a_payment_was_begun(
    city: City, desk: Desk, page: str, port: str, kind: FaultKind
) -> None:
    """A press and a `fill` keep the page with all of it and the reason, without the payment."""
    opened = paying(desk)
    if page == "start":
        city.bank.decline(city.bank.keys[0])
        opened = desk.press(opened, "again")
    button, values = AFTER_PAYING[page]
    city.faults.always(port, kind)
    for stayed in (desk.press(opened, button, values), desk.fill(opened, values)):
        assert (stayed.state, stayed.payment) == (page, opened.payment)
        assert codes(stayed) == [RAISED[kind]]
        assert stayed.typed == {**opened.typed, **values}
        assert (told(stayed), stayed.screen.links, stayed.screen.redirect) == ((), (), "")
    city.faults.heal()
    assert codes(desk.fill(stayed, {})) == []


RAISED = {
    FaultKind.UNAVAILABLE: "port_unavailable",
    FaultKind.TIMEOUT: "port_timeout",
    FaultKind.LOST_ANSWER: "port_timeout",
    FaultKind.REFUSED: "port_refused",
    FaultKind.BROKEN: "port_broken",
}


@pytest.mark.parametrize("port", ["payments", "billing"])
def test_who_comes_back_is_shown_what_is_known(city: City, desk: Desk, port: str) -> None:
    """Neither the bank nor the utility's billing shuts the page; the money is told of later."""
    opened = paying(desk)
    city.bank.pay(city.bank.keys[0])
    city.faults.always(port, FaultKind.UNAVAILABLE)
    shown = desk.show(opened)
    assert (shown.state, codes(shown)) == ("wait", [])
    assert codes(desk.press(shown, "check")) == [
        "payment_open" if port == "payments" else "payment_not_credited"
    ]
    city.faults.heal()
    assert desk.press(shown, "check").state == "done"


def test_what_the_utility_refuses_is_given_back(city: City, desk: Desk) -> None:
    """The person reads so, and may pay another time."""
    opened = paying(desk)
    city.bank.pay(city.bank.keys[0])
    city.faults.always("billing", FaultKind.REFUSED, method="credit")
    stayed = desk.press(opened, "check")
    assert codes(stayed) == ["payment_refunded"]
    assert told(stayed) == state("Geri qaytarılıb")
    assert list(city.bank.refunded.values()) == [Money.of(5)]
    assert desk.press(stayed, "again").state == "start"


@pytest.mark.parametrize("takes", [True, False], ids=["credited", "given back"])
def test_the_same_can_be_paid_again_once_the_first_is_over(
    city: City, desk: Desk, takes: bool
) -> None:
    """On any host; whoever moved on from a settled payment is sent to the bank anew, once."""
    waiting = paying(desk)
    city.bank.pay(city.bank.keys[0])
    if not takes:
        city.faults.next("billing", FaultKind.REFUSED, method="credit")
    over = desk.press(waiting, "again")
    start = desk.resume(desk.suspend(over), over.person)
    assert (start.state, start.settled) == ("start", (waiting.payment,))
    presses = [desk.press(start, "pay", PAID, return_to=RETURN_TO) for _ in range(2)]
    assert [press.screen.redirect for press in presses] == [
        f"https://pay.example/{city.bank.keys[1]}"
    ] * 2
    assert {press.payment for press in presses}.isdisjoint({waiting.payment})
    city.bank.pay(city.bank.keys[1])
    assert desk.press(presses[1], "check").state == "done"
    assert credited(city) == [Money.of(5)] * (2 if takes else 1)


def test_an_old_page_never_begins_a_second_payment(city: City, desk: Desk) -> None:
    """Pressed, shown anew or gone back to, also long after the payment was settled."""
    start = begun(desk, "top_up")
    waiting = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    city.bank.decline(city.bank.keys[0])
    failed = desk.press(waiting, "again")
    city.bank.pay(city.bank.keys[0])
    for page in (failed, start, desk.show(failed), start):
        again = desk.press(page, "pay", PAID, return_to=RETURN_TO)
        assert (again.state, again.screen.redirect) == ("wait", "")
        assert again.payment == waiting.payment
    assert len(city.bank.keys) == 1
    assert credited(city) == [Money.of(5)]


# --- what a guard sees ----------------------------------------------------------------------------


def test_a_guard_sees_the_payment_as_it_stands_now(city: City) -> None:
    """None before any is begun, then the one begun last, asked about for each press."""
    seen: list[Any] = []

    def looking(facts: JourneyFacts) -> bool:
        seen.append(facts.payment)
        return False

    look = Button("look", "Bax", (To("done", when=(looking,)),))
    pages = tuple(
        attrs.evolve(page, buttons=(*page.buttons, look)) for page in PAYING.pages if page != DONE
    )
    journey = attrs.evolve(PAYING, pages=(*pages, DONE))
    desk = Desk([SimulatorPlugin(city)], services=[attrs.evolve(TOP_UP, journeys=(journey,))])
    start = begun(desk, "top_up")
    desk.press(start, "look")
    opened = desk.press(start, "pay", PAID, return_to=RETURN_TO)
    desk.press(opened, "look")
    city.bank.pay(city.bank.keys[0])
    desk.press(opened, "look")
    before, begun_, paid = seen
    assert before is None
    assert (begun_.is_open, paid.is_credited) == (True, True)
    assert begun_.number == paid.number == opened.payment


def test_one_outcome_of_several_may_pay(city: City) -> None:
    """Where an earlier outcome is open, nothing is paid."""

    def free(facts: JourneyFacts) -> bool:
        return bool(facts.values["amount"] == Money.of(1))

    button = attrs.evolve(PAY, to=(To("free", when=(free,)), *PAY.to))
    pages = (
        attrs.evolve(START, buttons=(button,)),
        WAIT,
        DONE,
        attrs.evolve(DONE, key="free", answer=None),
    )
    journey = attrs.evolve(PAYING, pages=pages)
    desk = Desk([SimulatorPlugin(city)], services=[attrs.evolve(TOP_UP, journeys=(journey,))])
    start = begun(desk, "top_up")
    assert desk.press(start, "pay", {**PAID, "amount": "1"}).state == "free"
    assert city.bank.keys == ()
    assert desk.press(start, "pay", PAID).state == "wait"
    assert len(city.bank.keys) == 1


# --- the answer of a page -------------------------------------------------------------------------


def test_a_page_has_an_answer_for_hosts(city: City, desk: Desk) -> None:
    """The value itself on the page that is about it, None on any other and before there is one."""
    opened = paying(desk)
    assert desk.answer(opened) is None
    city.bank.pay(city.bank.keys[0])
    done = desk.press(opened, "check")
    assert desk.answer(done) == Bill(CODE, Money.of(5), about="Balansın artırılması")
    assert desk.answer(desk.resume(desk.suspend(done), done.person)) == desk.answer(done)
    journey = attrs.evolve(PAYING, pages=(attrs.evolve(START, answer=_later), WAIT, DONE))
    early = Desk([SimulatorPlugin(city)], services=[attrs.evolve(TOP_UP, journeys=(journey,))])
    assert early.answer(begun(early, "top_up")) is None


@question()
def _later(amount: Money) -> Money:
    return amount


# --- the gateway's callback -----------------------------------------------------------------------


def test_a_callback_that_proves_nothing_changes_nothing(city: City, desk: Desk) -> None:
    """Forged, or of another utility, or of no payment: the host has an error for each."""
    opened = paying(desk)
    (key,) = city.bank.keys
    city.bank.pay(key)
    callback = city.bank.callback(key)
    with pytest.raises(CallbackRefused):
        desk.payment_reported("azersu", attrs.evolve(callback, body=callback.body + b" "))
    with pytest.raises(PaymentNotFound):
        desk.payment_reported("bank", callback)
    unknown = city.bank.callback(key, key="0" * 20, order="0" * 18)
    with pytest.raises(PaymentNotFound):
        desk.payment_reported("azersu", unknown)
    assert city.payment_store.of_journey(opened.id)[0].is_open
    assert credited(city) == []


def test_a_payment_is_its_payers_alone(city: City, desk: Desk) -> None:
    """Somebody else's number answers as none."""
    opened = paying(desk)
    assert desk.payment(opened.person, opened.payment).number == opened.payment
    stranger = begun(desk, "top_up", "Kamran").person
    for number in (opened.payment, "0" * 18, "\x00", "no"):
        with pytest.raises(PaymentNotFound):
            desk.payment(stranger, number)
