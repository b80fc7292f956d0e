"""Ödəmə (paying): what a service asks to be paid, and how it stands with it.

A `PaymentOrder` is one wish to pay: for this code, in this journey. Once it is settled and the
person has moved on, the same is a new wish, since it may be owed again. It is tried at the gateway
by one `Attempt` after another, each a small machine (`AttemptMachine`) with an amount of its own;
the next one begins only when all before it failed for good, or nothing was heard of them for a day.
A bank may still capture money after that: such a late success counts. The attempt that is first
known to be captured pays the order, and its amount is told to the utility's billing under one key;
any other is surplus and is given back. So however often, and with whatever amounts, a wish is
tried, one amount is paid. When billing refuses the credit for good, everything is given back.

Everything here is pure: an order is changed by what became known, and by nothing else, so that
the same news twice, or in another order, comes to the same.

Source: ours; the manuals end at the bank's page (ESU-147 to ESU-156).

>>> from datetime import UTC
>>> from utility_eservices.vocabulary.fin import Fin
>>> now = datetime(2026, 11, 20, 9, tzinfo=UTC)
>>> bill = Bill(SubscriberCode("1020304050"), Money.of("29.15"))
>>> order = PaymentOrder.of("service", "azersu", "journey", Fin("5ABCDE1"), bill, now)
>>> order = order.tried(bill, now)
>>> [key] = [attempt.key for attempt in order.attempts]
>>> order = order.moved(key, "page_given", now, page="https://pay.example/1")
>>> order.is_open, order.page
(True, 'https://pay.example/1')
>>> late = Report(order.number, key, ReportStatus.PAID, bill.amount, CURRENCY)
>>> failed = order.told(attrs.evolve(late, status=ReportStatus.FAILED), now)
>>> failed.has_failed
True
>>> failed.told(late, now).is_paid
True
>>> failed.told(attrs.evolve(late, amount=Money.of(1)), now).trouble
'amount_differs'
"""

from __future__ import annotations

import enum
import hashlib
import itertools
from collections.abc import Collection
from datetime import datetime, timedelta

import attrs
from attrs.validators import instance_of
from statemachine import StateMachine

from utility_eservices.casework.effect import Patience
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Moved, Rulebook, Status, step
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "CURRENCY",
    "MOST_ATTEMPTS",
    "MOST_MONEY",
    "PATIENCE",
    "RULES",
    "TROUBLES",
    "Attempt",
    "AttemptFacts",
    "AttemptMachine",
    "Bill",
    "Credit",
    "PaymentOrder",
    "Report",
    "ReportStatus",
]

# The only one that is taken, by its ISO 4217 code.
CURRENCY = "AZN"
# How often the payments of one journey may be tried, and one order: enough for a person, too few
# for trying out stolen cards.
MOST_ATTEMPTS = 20
# The highest amount of one bill: more than a household or a shop owes, less than what a slip of
# the finger, or somebody else's card, may do harm with.
MOST_MONEY = Money.of(10_000)
# How an order is gone back to: the pause doubles from half a minute to six hours. After this many
# looks without news, about a day and a half, a failure is believed and people are told of the
# rest; what is open or owed is still gone back to.
PATIENCE = Patience(tries=14, first=timedelta(seconds=30), longest=timedelta(hours=6))
# A gateway that knows nothing of an attempt this old will not come to know of it.
_STILL_ON_ITS_WAY = timedelta(minutes=15)
# Whoever has not paid by then has left the bank's page.
_LONGEST_ON_THE_PAGE = timedelta(days=1)
# What people should look at, gravest first: money is not where it belongs; a gateway says what
# was not asked; something is long in coming.
TROUBLES = (
    frozenset({"credit_contradicted", "refund_refused"}),
    frozenset(
        {
            "order_differs",
            "attempt_differs",
            "utility_differs",
            "currency_differs",
            "amount_differs",
        }
    ),
    frozenset({"overdue"}),
)


@attrs.frozen
class Bill:
    """What a service asks to be paid.

    For which code; how much, more than nothing; the key of the card type, empty when none is
    chosen; a short Azerbaijani purpose that the bank's page may show.
    """

    code: SubscriberCode
    amount: Money = attrs.field()
    card: str = ""
    about: str = attrs.field(default="", repr=False)

    @amount.validator
    def _is_positive(self, _: object, value: Money) -> None:
        if value <= NO_MONEY:
            raise ValueError("a bill is for more than nothing")


class ReportStatus(enum.Enum):
    """What a gateway says became of an attempt."""

    PAID = "paid"
    FAILED = "failed"
    PENDING = "pending"


@attrs.frozen
class Report:
    """What a gateway says of one attempt, once it is proven that the gateway says so.

    ``order`` and ``key`` are those of the request; ``currency`` is an ISO 4217 code;
    ``reference`` is the bank's own for the transaction, empty when it gives none. A value of
    another type, such as a status as the gateway writes it, raises `TypeError`.
    """

    order: str = attrs.field(validator=instance_of(str))
    key: str = attrs.field(validator=instance_of(str))
    status: ReportStatus = attrs.field(validator=instance_of(ReportStatus))
    amount: Money = attrs.field(validator=instance_of(Money))
    currency: str = attrs.field(validator=instance_of(str))
    reference: str = attrs.field(default="", repr=False, validator=instance_of(str))


# --- one attempt at the gateway -----------------------------------------------------------------


@attrs.frozen
class Attempt:
    """One payment as the gateway knows it.

    ``key`` is unique and makes a repeated start harmless; ``state`` is one of the machine's;
    ``amount`` is what is asked by it; ``card`` the key of the card type; ``since`` the UTC instant
    it was created at; ``page`` the address to pay at, empty until the gateway gives it;
    ``reference`` the bank's own.
    """

    key: str
    state: str
    amount: Money
    card: str
    since: datetime
    page: str = attrs.field(default="", repr=False)
    reference: str = attrs.field(default="", repr=False)

    @property
    def refund_key(self) -> str:
        """The key under which it is given back, always the same."""
        return f"{self.key}-refund"


@attrs.frozen
class AttemptFacts:
    """All that a guard of the machine may look at; ``report`` is what the gateway said, if so."""

    order: PaymentOrder
    attempt: Attempt
    now: datetime
    report: Report | None = None


def fits(facts: AttemptFacts) -> Answer:
    """A guard: the report is of this order, about all that was asked, in its currency."""
    report = facts.report
    if report is None or report.order != facts.order.number:
        # The order of the report is another one.
        return Fault("report", "order_differs", "Bildirişdəki sifariş başqadır.")
    if report.currency != CURRENCY:
        # The currency of the report is another one.
        return Fault("report", "currency_differs", "Bildirişdəki valyuta başqadır.")
    if report.amount != facts.attempt.amount:
        # The amount of the report is another one.
        return Fault("report", "amount_differs", "Bildirişdəki məbləğ başqadır.")
    return True


def long_ago(facts: AttemptFacts) -> Answer:
    """A guard: a start that is still on its way would have arrived by now."""
    return facts.now - facts.attempt.since >= _STILL_ON_ITS_WAY


def a_day_ago(facts: AttemptFacts) -> Answer:
    """A guard: nobody is on the bank's page any more."""
    return facts.now - facts.attempt.since >= _LONGEST_ON_THE_PAGE


class AttemptMachine(StateMachine):
    """From the decision to try until the money is taken, or given back."""

    # Created: kept here, not yet known to be at the gateway.
    created = Status("Yaradılıb", initial=True, ours=True)
    # Sent to the bank's page.
    sent = Status("Bankın səhifəsində gözlənilir", ours=True)
    # The outcome is not known: the gateway did not say whether it began.
    unknown = Status("Nəticəsi bəlli deyil", ours=True)
    # Failed. The bank may yet say otherwise.
    failed = Status("Həyata keçirilməyib", ours=True)
    # Paid: the money was taken.
    paid = Status("Ödənilib", ours=True)
    # Given back.
    refunded = Status("Geri qaytarılıb", final=True, ours=True)

    page_given = created.to(sent) | unknown.to(sent)
    no_answer = created.to(unknown)
    given_up = created.to(failed)
    not_begun = created.to(failed) | unknown.to(failed)
    not_there = (
        created.to(failed, cond=long_ago)
        | unknown.to(failed, cond=long_ago)
        | sent.to(failed, cond=long_ago)
    )
    declined = (
        created.to(failed, cond=fits) | unknown.to(failed, cond=fits) | sent.to(failed, cond=fits)
    )
    waited_out = (
        created.to(failed, cond=[fits, a_day_ago])
        | unknown.to(failed, cond=[fits, a_day_ago])
        | sent.to(failed, cond=[fits, a_day_ago])
    )
    captured = (
        created.to(paid, cond=fits)
        | unknown.to(paid, cond=fits)
        | sent.to(paid, cond=fits)
        | failed.to(paid, cond=fits)
    )
    paid_back = paid.to(refunded)


RULES = Rulebook.of(AttemptMachine)

_OPEN = frozenset({"created", "sent", "unknown"})
_EVENTS = {
    ReportStatus.PAID: "captured",
    ReportStatus.FAILED: "declined",
    ReportStatus.PENDING: "waited_out",
}


# --- the order ----------------------------------------------------------------------------------


class Credit(enum.Enum):
    """How it stands with telling the utility's billing."""

    NONE = "none"
    PENDING = "pending"
    DONE = "done"
    REFUSED = "refused"


@attrs.frozen
class PaymentOrder:
    """One wish to pay, as the store keeps it; immutable, every change makes a new one.

    ``number`` is what people and the gateway call it; ``intent`` is the same for the same wish;
    ``journey`` is the token of the journey, ``service`` and ``utility`` are keys, ``fin`` is of
    who pays; ``bill`` is the wish as it was made last. ``at`` is the UTC instant it was opened
    at, ``paid_at`` the one at which money was first known to be taken, and ``paid_by`` the key of
    the attempt that took it, empty before. ``unanswered`` counts the credits that billing was
    asked for and did not answer. ``version`` counts the changes that were kept.

    ``due`` is when to go back to it, None when nothing is left to do; ``tries`` counts how often
    that brought no news. ``trouble`` is the code of the gravest that people should look at, empty
    when there is nothing, and ``seen`` are those that they have looked at since the last news:

    - ``credit_contradicted``: billing took a credit that it had refused, or the reverse, or
      refuses one that it was asked for before and may have taken;
    - ``refund_refused``: the gateway will not give the money back;
    - ``order_differs``, ``attempt_differs``, ``utility_differs``, ``currency_differs`` and
      ``amount_differs``: a report was about something else than what was asked;
    - ``overdue``: the credit or the refund is long in coming, or the gateway does not say whether
      money was taken.
    """

    number: str
    intent: str = attrs.field(repr=False)
    journey: str = attrs.field(repr=False)
    service: str
    utility: str
    fin: Fin = attrs.field(repr=False)
    bill: Bill
    at: datetime
    version: int = 0
    attempts: tuple[Attempt, ...] = ()
    credit: Credit = Credit.NONE
    paid_at: datetime | None = None
    paid_by: str = ""
    unanswered: int = 0
    due: datetime | None = None
    tries: int = 0
    trouble: str = ""
    seen: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        service: str,
        utility: str,
        journey: str,
        fin: Fin,
        bill: Bill,
        now: datetime,
        settled: Collection[str] = (),
    ) -> PaymentOrder:
        """A new order, not tried yet; the same wish, for whatever amount, gives the same number.

        ``settled`` are the numbers of those that the person has moved on from: none of them is
        given again, so that what is owed again can be paid again.
        """
        # Without the amount: two orders for one code could both be paid.
        wish = f"{journey}/{bill.code.value}"
        digests = (hashlib.sha256(f"{wish}/{time}".encode()).digest() for time in itertools.count())
        # Digits alone, and with an attempt's two at most twenty: some gateways take no more.
        numbers = ((f"{int.from_bytes(it[:16]) % 10**18:018}", it.hex()) for it in digests)
        number, intent = next(pair for pair in numbers if pair[0] not in settled)
        return cls(number, intent, journey, service, utility, fin, bill, now)

    # --- how it stands --------------------------------------------------------------------------

    @property
    def kept(self) -> Attempt | None:
        """The attempt that pays the order: the one first known to be captured.

        None before that, and when billing refused the credit, since then none is to be kept.
        """
        # Never another later: billing has its amount under the order's one key, and whoever
        # looks at an older version gives back none that a newer one keeps.
        return self.attempt(self.paid_by) if self.credit is not Credit.REFUSED else None

    @property
    def amount(self) -> Money:
        """What was paid and is kept; until then, what is asked."""
        return self.kept.amount if self.kept else self.bill.amount

    @property
    def is_paid(self) -> bool:
        """Whether money was taken that is not to be given back."""
        return self.kept is not None

    @property
    def is_credited(self) -> bool:
        """Whether the utility has been told, and took it."""
        return self.credit is Credit.DONE

    @property
    def is_open(self) -> bool:
        """Whether the outcome of an attempt is not known yet."""
        return self.in_flight is not None

    @property
    def has_failed(self) -> bool:
        """Whether every attempt failed for good, so that it may be tried again."""
        return all(attempt.state == "failed" for attempt in self.attempts)

    @property
    def is_refunded(self) -> bool:
        """Whether the utility did not take it: the money is given back, or on its way back."""
        return self.credit is Credit.REFUSED

    @property
    def is_unsettled(self) -> bool:
        """Whether something of it is on its way yet, so that nothing else should be paid."""
        return self.is_open or self.credit is Credit.PENDING

    @property
    def is_settled(self) -> bool:
        """Whether it came to its end with money taken: credited, or given back.

        It stays so, whatever else becomes known: a surplus may still come, and goes back.
        """
        # An attempt that is still open could be paid: until then there is nothing new to pay.
        return self.credit in {Credit.DONE, Credit.REFUSED} and not self.is_open

    @property
    def page(self) -> str:
        """The address to pay at while the outcome is open, otherwise empty."""
        attempt = self.in_flight
        return attempt.page if attempt and not self.is_paid and not self.is_refunded else ""

    @property
    def state_name(self) -> str:
        """The short Azerbaijani name of how it stands."""
        if self.is_refunded:
            return RULES.states["refunded"].name
        telling = self.kept or self.in_flight or next(reversed(self.attempts), None)
        return RULES.states[telling.state if telling else RULES.initial].name

    @property
    def in_flight(self) -> Attempt | None:
        """The attempt whose outcome is not known yet; never more than one."""
        return next((attempt for attempt in self.attempts if attempt.state in _OPEN), None)

    @property
    def credit_key(self) -> str:
        """The one key under which billing is told."""
        return f"payment-{self.number}"

    def attempt(self, key: str) -> Attempt | None:
        """The attempt with this key, None when there is none."""
        return next((attempt for attempt in self.attempts if attempt.key == key), None)

    # --- what is left to do ---------------------------------------------------------------------

    @property
    def to_look_up(self) -> tuple[Attempt, ...]:
        """The attempts to ask the gateway about: those open, and those that failed."""
        return tuple(attempt for attempt in self.attempts if attempt.state in _OPEN | {"failed"})

    @property
    def to_refund(self) -> tuple[Attempt, ...]:
        """The captured attempts that are to be given back: surplus, or refused by billing."""
        captured = (attempt for attempt in self.attempts if attempt.state == "paid")
        return tuple(attempt for attempt in captured if attempt != self.kept)

    @property
    def _owes(self) -> bool:
        return self.credit is Credit.PENDING or bool(self.to_refund)

    # --- what becomes known ---------------------------------------------------------------------

    def tried(self, bill: Bill, now: datetime) -> PaymentOrder:
        """The order with one more attempt, for the bill as it is wished now.

        The same when it may not be tried now. The code of the bill is the order's.
        """
        place = len(self.attempts) + 1
        if not self.has_failed or place > MOST_ATTEMPTS:
            return self
        key = f"{self.number}{place:02}"
        attempt = Attempt(key, RULES.initial, bill.amount, bill.card, now)
        return attrs.evolve(self, bill=bill, attempts=(*self.attempts, attempt))._with_news(now)

    def moved(
        self,
        key: str,
        event: str,
        now: datetime,
        *,
        page: str = "",
    ) -> PaymentOrder:
        """The order after an event of one attempt; the same when it changes nothing."""
        attempt = self.attempt(key)
        if attempt is None:
            return self
        result = step(RULES, attempt.state, event, AttemptFacts(self, attempt, now))
        if not isinstance(result, Moved):
            return self
        return self._with(
            attrs.evolve(attempt, state=result.rule.target, page=page or attempt.page), now
        )

    def told(self, report: Report, now: datetime) -> PaymentOrder:
        """The order after a report of the gateway; the same when it says nothing new.

        One that is about something else than what was asked changes nothing but `trouble`.
        """
        attempt = self.attempt(report.key)
        if attempt is None:
            return self.troubled("attempt_differs")
        event = _EVENTS[report.status]
        result = step(RULES, attempt.state, event, AttemptFacts(self, attempt, now, report))
        if isinstance(result, Moved):
            state, reference = result.rule.target, report.reference
            return self._with(attrs.evolve(attempt, state=state, reference=reference), now)
        differing = [fault.code for fault in result.faults if fault.field == "report"]
        return self.troubled(differing[0]) if differing else self

    def credit_asked(self) -> PaymentOrder:
        """The order when billing is about to be asked for the credit."""
        if self.credit is not Credit.PENDING:
            return self
        return attrs.evolve(self, unanswered=self.unanswered + 1)

    def credit_not_asked(self) -> PaymentOrder:
        """The order after billing was asked and is sure that it has done nothing."""
        if self.credit is not Credit.PENDING:
            return self
        return attrs.evolve(self, unanswered=self.unanswered - 1)

    def credited(self, now: datetime) -> PaymentOrder:
        """The order after billing took the credit."""
        return self._settled(Credit.DONE, now)

    def credit_refused(self, now: datetime) -> PaymentOrder:
        """The order after billing was asked and refused the credit for good.

        Not believed while it was asked before and did not answer: perhaps it took that one, and
        the money would be the person's twice.
        """
        if self.credit is Credit.PENDING and self.unanswered > 1:
            return self.credit_not_asked().troubled("credit_contradicted")
        return self.credit_denied(now)

    def credit_denied(self, now: datetime) -> PaymentOrder:
        """The order once it is sure that billing has not taken the credit, and will not."""
        return self._settled(Credit.REFUSED, now)

    @property
    def is_in_doubt(self) -> bool:
        """Whether billing was asked for the credit and nobody knows whether it took it."""
        return self.credit is Credit.PENDING and self.unanswered > 0

    def troubled(self, code: str) -> PaymentOrder:
        """The order with something for people to look at.

        The same when they have looked at it since the last news, or have something as grave
        before them.
        """
        known = code in self.seen or (self.trouble and _rank(self.trouble) <= _rank(code))
        return self if known else attrs.evolve(self, trouble=code)

    def looked_at(self) -> PaymentOrder:
        """The order after people looked at its trouble."""
        if not self.trouble:
            return self
        return attrs.evolve(self, trouble="", seen=(*self.seen, self.trouble))

    def rested(self, now: datetime) -> PaymentOrder:
        """The order after everything that could be done was tried: when to go back to it."""
        tries = self.tries + 1
        rested = attrs.evolve(self, tries=tries, due=now + PATIENCE.pause(tries))
        if self.is_open or self._owes:
            late = tries >= PATIENCE.tries
            return rested.troubled("overdue") if late else rested
        # The bank's last word on a failure may come late, but not for ever.
        watched = self.to_look_up and tries < PATIENCE.tries
        return rested if watched else attrs.evolve(self, due=None)

    def _with(self, attempt: Attempt, now: datetime) -> PaymentOrder:
        attempts = tuple(attempt if item.key == attempt.key else item for item in self.attempts)
        order = attrs.evolve(self, attempts=attempts)
        if order.credit is Credit.NONE and attempt.state == "paid":
            order = attrs.evolve(order, credit=Credit.PENDING, paid_at=now, paid_by=attempt.key)
        return order._with_news(now)

    def _settled(self, credit: Credit, now: datetime) -> PaymentOrder:
        if self.credit is credit:
            return self
        if self.credit is not Credit.PENDING:
            return self.troubled("credit_contradicted")
        trouble = "" if self.trouble == "credit_contradicted" else self.trouble
        settled = attrs.evolve(self, credit=credit, unanswered=0, trouble=trouble)
        return settled._with_news(now)

    def _with_news(self, now: datetime) -> PaymentOrder:
        """The order gone back to anew: at once where something is owed."""
        due = now if self._owes else now + PATIENCE.pause(1)
        trouble = "" if self.trouble in {"overdue", "refund_refused"} else self.trouble
        return attrs.evolve(self, tries=0, due=due, trouble=trouble, seen=())


def _rank(trouble: str) -> int:
    """How grave a trouble is, by its place among `TROUBLES`."""
    return next(place for place, codes in enumerate(TROUBLES) if trouble in codes)
