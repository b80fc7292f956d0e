"""The order and its attempts: what each piece of news makes of them."""

from __future__ import annotations

import contextlib
import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from statemachine.exceptions import TransitionNotAllowed

from utility_eservices.casework.paying import (
    CURRENCY,
    MOST_ATTEMPTS,
    PATIENCE,
    RULES,
    TROUBLES,
    AttemptFacts,
    AttemptMachine,
    Bill,
    Credit,
    PaymentOrder,
    Report,
    ReportStatus,
)
from utility_eservices.desk.codec import converter
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
EVER = datetime(2030, 1, 1, tzinfo=UTC)
FIN = Fin("5ABCDE1")
BILL = Bill(SubscriberCode("1020304050"), Money.of(10), "visa", "Su borcu")
LONG = timedelta(minutes=15)
DAY = timedelta(days=1)


def an_order(*events: str) -> PaymentOrder:
    """An order with one attempt for each event that came to it last; PAID and FAILED by report."""
    order = PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW)
    for event in events:
        order = order.tried(order.bill, NOW)
        key = order.attempts[-1].key
        order = order.moved(key, "page_given", NOW, page=f"https://pay.example/{key}")
        if event != "sent":
            order = order.told(a_report(order, ReportStatus(event)), NOW)
    return order


def a_report(order: PaymentOrder, status: ReportStatus, place: int = -1) -> Report:
    """What the gateway says of one of the order's attempts, the last unless told otherwise."""
    attempt = order.attempts[place]
    return Report(order.number, attempt.key, status, attempt.amount, CURRENCY, "RRN1")


@pytest.mark.parametrize("amount", [Money.of(0), Money.of("-0.01")])
def test_a_bill_is_for_more_than_nothing(amount: Money) -> None:
    """Nothing, and less than that, cannot be asked for."""
    with pytest.raises(ValueError, match="more than nothing"):
        Bill(BILL.code, amount)


def test_the_same_wish_has_the_same_number() -> None:
    """Journey and code make an order; the amount, the card and the moment do not."""

    def number(journey: str, bill: Bill, minutes: int = 0) -> str:
        at = NOW + timedelta(minutes=minutes)
        return PaymentOrder.of("service", "azersu", journey, FIN, bill, at).number

    same = {
        number("a", BILL),
        number("a", attrs.evolve(BILL, card="mastercard"), minutes=5),
        number("a", attrs.evolve(BILL, amount=Money.of(11))),
    }
    others = {
        number("b", BILL),
        number("a", attrs.evolve(BILL, code=SubscriberCode("2030405060"))),
    }
    assert len(same) == 1
    assert len(same | others) == 3


def test_a_settled_wish_can_be_wished_again() -> None:
    """As often as it was settled, each time under another number; nothing else changes it."""

    def wished(*settled: str) -> PaymentOrder:
        return PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW, settled)

    first = wished()
    second = wished(first.number)
    third = wished(second.number, first.number)
    assert len({first.number, second.number, third.number}) == 3
    assert len({first.intent, second.intent, third.intent}) == 3
    assert wished(first.number) == second
    assert wished(second.number, "1") == first


def test_an_order_is_settled_for_good() -> None:
    """Credited or given back, with no attempt open: a surplus that comes late changes nothing."""
    order = an_order("failed", "sent")
    late = order.told(a_report(order, ReportStatus.PAID, 0), NOW).credited(NOW)
    assert late.is_credited
    assert not late.is_settled
    ended = late.told(a_report(late, ReportStatus.PAID), NOW)
    assert ended.to_refund
    assert ended.is_settled


def test_keys_are_short_and_of_digits() -> None:
    """What the most demanding gateway takes as its order: at most twenty digits."""
    order = an_order("failed", "sent")
    keys = [attempt.key for attempt in order.attempts]
    assert all(key.isdigit() and len(key) == 20 for key in keys)
    assert len({*keys, order.number}) == 3


def test_an_order_tells_nobody_whose_it_is() -> None:
    """Neither FIN, nor code, nor page, nor token stands in a repr."""
    text = repr(an_order("sent"))
    for secret in (FIN.value, BILL.code.value, "pay.example", "journey", BILL.about):
        assert secret not in text


@pytest.mark.parametrize(
    ("events", "paid", "open_", "failed", "page", "name"),
    [
        (["sent"], False, True, False, True, "Bankın səhifəsində gözlənilir"),
        (["failed"], False, False, True, False, "Həyata keçirilməyib"),
        (["failed", "sent"], False, True, False, True, "Bankın səhifəsində gözlənilir"),
        (["failed", "paid"], True, False, False, False, "Ödənilib"),
    ],
    ids=["sent", "failed", "tried again", "paid at last"],
)
def test_how_it_stands(
    events: list[str], paid: bool, open_: bool, failed: bool, page: bool, name: str
) -> None:
    """A journey reads off the order whether to wait, to try again or to go on."""
    order = an_order(*events)
    assert (order.is_paid, order.is_open, order.has_failed) == (paid, open_, failed)
    assert (bool(order.page), order.state_name) == (page, name)
    assert not order.is_credited
    assert not order.is_refunded


def test_a_retry_waits_until_the_attempt_before_failed() -> None:
    """While one may still be paid there is no second; after so many there is none at all."""
    order = an_order("sent")
    assert order.tried(BILL, NOW) is order
    paid = an_order("paid")
    assert paid.tried(BILL, NOW) is paid
    worn = an_order(*["failed"] * MOST_ATTEMPTS)
    assert len(worn.attempts) == MOST_ATTEMPTS
    assert worn.tried(BILL, NOW) is worn


def test_a_retry_may_be_by_another_card_and_amount() -> None:
    """Each attempt knows its own card and amount; the order, the wish as it was made last."""
    other = Bill(BILL.code, Money.of(5), "mastercard")
    order = an_order("failed").tried(other, NOW)
    assert [attempt.card for attempt in order.attempts] == ["visa", "mastercard"]
    assert [attempt.amount for attempt in order.attempts] == [Money.of(10), Money.of(5)]
    assert (order.bill, order.amount) == (other, Money.of(5))


def test_the_same_news_twice_or_in_another_order_is_the_same() -> None:
    """A duplicate, an older and a contradicting report after the capture change nothing."""
    order = an_order("paid")
    assert order.attempts[0].reference == "RRN1"
    for status in ReportStatus:
        assert order.told(a_report(order, status), NOW) is order


def test_pending_is_no_news() -> None:
    """A gateway that waits says nothing that is not known."""
    order = an_order("sent")
    assert order.told(a_report(order, ReportStatus.PENDING), NOW) is order


def test_a_late_success_is_honoured() -> None:
    """Captured after it had failed: it pays the order, and billing is to be told."""
    order = an_order("failed")
    order = order.told(a_report(order, ReportStatus.PAID), NOW)
    assert order.is_paid
    assert order.credit is Credit.PENDING
    assert (order.paid_at, order.due) == (NOW, NOW)


def test_of_two_captured_the_surplus_is_owed_back() -> None:
    """The one known first pays the order, for good; the other is given back, once."""
    order = an_order("failed", "paid")
    kept = order.attempts[1]
    assert order.kept == kept
    for told in (order, order.credited(NOW)):
        order = told.told(a_report(order, ReportStatus.PAID, place=0), NOW)
        assert order.kept == kept
    order = order.credited(NOW)
    [surplus] = order.to_refund
    assert surplus == order.attempts[0]
    order = order.moved(surplus.key, "paid_back", NOW)
    assert order.to_refund == ()
    assert order.is_credited
    assert order.is_paid


def test_of_two_amounts_the_one_captured_first_is_paid() -> None:
    """A report is measured by its own attempt; what is paid is that one's amount."""
    order = an_order("failed").tried(attrs.evolve(BILL, amount=Money.of(5)), NOW)
    late, asked_last = a_report(order, ReportStatus.PAID, 0), a_report(order, ReportStatus.PAID)
    assert (late.amount, asked_last.amount) == (Money.of(10), Money.of(5))
    for first, second in ((late, asked_last), (asked_last, late)):
        told = order.told(first, NOW).told(second, NOW)
        assert told.amount == first.amount
        assert [attempt.amount for attempt in told.to_refund] == [second.amount]
        assert told.trouble == ""
    swapped = attrs.evolve(late, amount=asked_last.amount)
    assert order.told(swapped, NOW).trouble == "amount_differs"


def test_what_billing_refuses_is_given_back() -> None:
    """Everything captured, also what is captured afterwards; the person is told so at once."""
    order = an_order("failed", "paid").credit_refused(NOW)
    assert order.to_refund == (order.attempts[1],)
    assert (order.is_paid, order.is_refunded, order.state_name) == (False, True, "Geri qaytarılıb")
    late = order.told(a_report(order, ReportStatus.PAID, place=0), NOW)
    assert late.to_refund == late.attempts
    assert late.tried(BILL, NOW) is late


@pytest.mark.parametrize(
    ("otherwise", "trouble"),
    [
        ({"order": "1"}, "order_differs"),
        ({"key": "1"}, "attempt_differs"),
        ({"currency": "USD"}, "currency_differs"),
        ({"amount": Money.of("9.99")}, "amount_differs"),
        ({"amount": Money.of("10.01")}, "amount_differs"),
    ],
    ids=["order", "attempt", "currency", "less", "more"],
)
@pytest.mark.parametrize("status", [ReportStatus.PAID, ReportStatus.FAILED])
def test_a_report_about_something_else_changes_nothing(
    otherwise: dict[str, Any], trouble: str, status: ReportStatus
) -> None:
    """Neither a success nor a failure counts; people are to look at it, and the truth still can."""
    order = an_order("sent")
    report = attrs.evolve(a_report(order, status), **otherwise)
    told = order.told(report, NOW)
    assert told == attrs.evolve(order, trouble=trouble)
    assert told.told(report, NOW) is told
    assert told.told(a_report(order, ReportStatus.PAID), NOW).is_paid


def test_a_start_without_an_answer_is_open() -> None:
    """Nobody knows: it is not tried anew, but a page under the same key still opens it."""
    order = PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW).tried(BILL, NOW)
    key = order.attempts[0].key
    unknown = order.moved(key, "no_answer", NOW)
    assert unknown.state_name == "Nəticəsi bəlli deyil"
    assert unknown.is_open
    assert unknown.tried(BILL, NOW) is unknown
    assert unknown.moved(key, "page_given", NOW, page="https://pay.example/").page
    assert unknown.moved(key, "not_begun", NOW).has_failed


@pytest.mark.parametrize("state", ["created", "unknown", "sent"])
def test_what_the_gateway_does_not_know_has_failed_after_a_while(state: str) -> None:
    """A start may still be on its way, so a missing attempt is given a quarter of an hour."""
    order = PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW).tried(BILL, NOW)
    key = order.attempts[0].key
    event = {"created": "", "unknown": "no_answer", "sent": "page_given"}[state]
    order = order.moved(key, event, NOW, page="https://pay.example/") if event else order
    assert order.moved(key, "not_there", NOW + LONG - timedelta(seconds=1)) is order
    assert order.moved(key, "not_there", NOW + LONG).has_failed


def test_an_event_of_no_attempt_is_nothing() -> None:
    """Another order's key moves nothing."""
    order = an_order("sent")
    assert order.moved("1", "paid_back", NOW) is order


def test_only_a_captured_attempt_can_be_given_back() -> None:
    """Nothing else was taken."""
    order = an_order("sent")
    assert order.moved(order.attempts[0].key, "paid_back", NOW) is order


def test_billing_that_contradicts_itself_is_for_people() -> None:
    """A credit after its refusal, or the reverse, is told and decides nothing."""
    done, refused = an_order("paid").credited(NOW), an_order("paid").credit_refused(NOW)
    assert done.credit_refused(NOW) == attrs.evolve(done, trouble="credit_contradicted")
    assert refused.credited(NOW) == attrs.evolve(refused, trouble="credit_contradicted")
    assert done.credited(NOW) is done


# --- when to go back to it ----------------------------------------------------------------------


def rested(order: PaymentOrder, times: int) -> PaymentOrder:
    """The order after it was gone back to so often without news, each time when it was due."""
    for _ in range(times):
        assert order.due
        order = order.rested(order.due)
    return order


def test_what_nobody_tells_of_is_gone_back_to_for_ever() -> None:
    """With growing pauses; after a while people are told; news begins anew."""
    order = an_order("sent")
    assert order.due == NOW + PATIENCE.first
    second = rested(order, 2)
    assert second.due
    assert second.due - rested(order, 1).due == timedelta(minutes=1)  # type: ignore[operator]
    late = rested(order, PATIENCE.tries)
    assert (rested(order, PATIENCE.tries - 1).trouble, late.trouble) == ("", "overdue")
    much_later = rested(late, 100)
    assert much_later.due
    assert much_later.due - rested(late, 99).due == PATIENCE.longest  # type: ignore[operator]
    news = much_later.told(a_report(order, ReportStatus.PAID), EVER)
    assert (news.trouble, news.tries, news.due) == ("", 0, EVER)


@pytest.mark.parametrize("state", ["created", "unknown", "sent"])
def test_what_nobody_paid_for_a_day_is_given_up(state: str) -> None:
    """The bank still waits: it may be tried anew, and a late success counts all the same."""
    order = PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW).tried(BILL, NOW)
    key = order.attempts[0].key
    event = {"created": "", "unknown": "no_answer", "sent": "page_given"}[state]
    order = order.moved(key, event, NOW, page="https://pay.example/") if event else order
    pending = a_report(order, ReportStatus.PENDING)
    assert order.told(pending, NOW + DAY - timedelta(seconds=1)) is order
    given_up = order.told(pending, NOW + DAY)
    assert (given_up.has_failed, given_up.trouble) == (True, "")
    assert given_up.told(a_report(order, ReportStatus.PAID), NOW + DAY).is_paid
    other = attrs.evolve(pending, amount=Money.of(1))
    assert order.told(other, NOW + DAY).trouble == "amount_differs"


@pytest.mark.parametrize(
    "owing",
    [an_order("paid"), an_order("paid").credit_refused(NOW)],
    ids=["credit", "refund"],
)
def test_what_is_owed_is_never_given_up(owing: PaymentOrder) -> None:
    """At once, then again and again, and people are told."""
    assert owing.due == NOW
    late = rested(owing, 50)
    assert late.due
    assert late.trouble == "overdue"


def test_a_failure_is_watched_for_a_while() -> None:
    """For more than a day the bank may still say otherwise; then nothing is left to do."""
    order = rested(an_order("failed"), PATIENCE.tries - 1)
    assert order.due
    assert order.due > NOW + timedelta(days=1)
    believed = rested(order, 1)
    assert (believed.due, believed.trouble) == (None, "")
    assert believed.to_look_up


def test_what_is_settled_is_left_alone() -> None:
    """Credited, with no attempt that failed: nobody goes back to it."""
    order = an_order("paid").credited(NOW)
    assert order.rested(NOW).due is None


def test_looked_at_is_looked_at_until_something_else_comes_up() -> None:
    """The same does not come back on their list before there was news."""
    order = an_order("sent")
    seen = order.troubled("amount_differs").looked_at()
    assert (seen.trouble, seen.looked_at()) == ("", seen)
    assert seen.troubled("amount_differs") is seen
    assert seen.troubled("currency_differs").trouble == "currency_differs"
    again = seen.told(a_report(order, ReportStatus.PAID), NOW).troubled("amount_differs")
    assert again.trouble == "amount_differs"


def test_a_lesser_trouble_hides_no_graver_one() -> None:
    """The gravest stands, whichever came first; of two as grave, the first."""
    order = an_order("paid")
    for one, other in itertools.product(range(len(TROUBLES)), repeat=2):
        for first, second in itertools.product(sorted(TROUBLES[one]), sorted(TROUBLES[other])):
            gravest = second if other < one else first
            assert order.troubled(first).troubled(second).trouble == gravest


@pytest.mark.parametrize("value", [None, 10, 2.5, b"1"], ids=str)
@pytest.mark.parametrize("name", ["order", "key", "status", "amount", "currency", "reference"])
def test_a_report_holds_what_it_says_it_does(name: str, value: Any) -> None:
    """A status as the gateway writes it, or an amount as a float, is no report."""
    report = a_report(an_order("sent"), ReportStatus.PAID)
    told = attrs.asdict(report, recurse=False)
    assert Report(**told) == report
    with pytest.raises(TypeError):
        Report(**{**told, name: value})


# --- what billing may have taken ------------------------------------------------------------------


def test_a_refusal_is_believed_when_nothing_was_unanswered() -> None:
    """Asked once, or without effect before, billing has taken nothing."""
    order = an_order("paid").credit_asked()
    assert order.is_in_doubt
    assert order.credit_refused(NOW).is_refunded
    calm = order.credit_not_asked()
    assert not calm.is_in_doubt
    assert calm.credit_asked().credit_refused(NOW).is_refunded


def test_a_refusal_after_no_answer_is_for_people() -> None:
    """Perhaps billing took it the first time: nothing is given back before somebody says so."""
    order = an_order("paid").credit_asked()
    for _ in range(3):
        order = order.credit_asked().credit_refused(NOW)
        assert (order.trouble, order.is_paid, order.to_refund) == ("credit_contradicted", True, ())
        assert order.is_in_doubt
    denied = order.credit_denied(NOW)
    assert (denied.trouble, denied.to_refund) == ("", denied.attempts)
    taken = order.credit_asked().credited(NOW)
    assert (taken.trouble, taken.is_credited, taken.unanswered) == ("", True, 0)


@pytest.mark.parametrize(
    "settled", [an_order("paid").credited(NOW), an_order("paid").credit_refused(NOW)]
)
def test_of_what_is_settled_billing_is_not_asked(settled: PaymentOrder) -> None:
    """Another host was first."""
    assert settled.credit_asked() is settled.credit_not_asked() is settled


# --- as a machine and as text -------------------------------------------------------------------


@pytest.mark.parametrize("state", RULES.states)
@pytest.mark.parametrize("event", RULES.events)
def test_an_independent_engine_moves_an_attempt_alike(state: str, event: str) -> None:
    """python-statemachine, given the same machine and facts, comes to the same state."""
    order = PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW).tried(BILL, NOW)
    attempt = attrs.evolve(order.attempts[0], state=state)
    order = attrs.evolve(order, attempts=(attempt,))
    report = a_report(order, ReportStatus.PAID)
    later = NOW + DAY
    facts = AttemptFacts(order, attempt, later, report)
    machine = AttemptMachine(start_value=state)
    with contextlib.suppress(TransitionNotAllowed):
        machine.send(event, facts=facts)
    statuses = {
        "captured": ReportStatus.PAID,
        "declined": ReportStatus.FAILED,
        "waited_out": ReportStatus.PENDING,
    }
    if status := statuses.get(event):
        moved = order.told(attrs.evolve(report, status=status), later)
    else:
        moved = order.moved(attempt.key, event, later)
    assert moved.attempts[0].state == next(iter(machine.configuration)).id


def test_an_order_is_the_same_after_it_was_text() -> None:
    """A store that writes texts loses nothing: the library's converter knows every value."""
    order = an_order("failed", "paid").credited(NOW).troubled("amount_differs")
    text = converter().dumps(order)
    assert converter().loads(text, PaymentOrder) == order
