"""Ödəmə (paying): what a service asks to be paid, and how it stands with it.

A `PaymentOrder` is one wish to pay: this amount, for this code, in this journey. Once it is
settled and the person has moved on, the same is a new wish, since it may be owed again. It is
tried at the gateway by one `Attempt` after another, each a small machine (`AttemptMachine`); the
next one begins only when all before it failed for good. A bank may still capture money after it
has said no: such a late success counts. The earliest attempt that was captured pays the order and
is told to the utility's billing under one key; any other is surplus and is given back. When billing
refuses the credit for good, everything is given back.

Everything here is pure: an order is changed by what became known, and by nothing else, so that
the same news twice, or in another order, comes to the same.

Source: ours; the manuals end at the bank's page (ESU-147 to ESU-156).

>>> from datetime import UTC
>>> from utility_eservices.vocabulary.fin import Fin
>>> now = datetime(2026, 11, 20, 9, tzinfo=UTC)
>>> bill = Bill(SubscriberCode("1020304050"), Money.of("29.15"))
>>> order = PaymentOrder.of("service", "azersu", "journey", Fin("5ABCDE1"), bill, now)
>>> order = order.tried("visa", now)
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
    "PATIENCE",
    "RULES",
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
# How often one order may be tried: enough for a person, too few for trying out stolen cards.
MOST_ATTEMPTS = 20
# How an order is gone back to: the pause doubles from half a minute to six hours. After this many
# looks without news, about a day and a half, a failure is believed and people are told of the
# rest; what is open or owed is still gone back to.
PATIENCE = Patience(tries=14, first=timedelta(seconds=30), longest=timedelta(hours=6))
# A gateway that knows nothing of an attempt this old will not come to know of it.
_STILL_ON_ITS_WAY = timedelta(minutes=15)


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
    ``reference`` is the bank's own for the transaction, empty when it gives none.
    """

    order: str
    key: str
    status: ReportStatus
    amount: Money
    currency: str
    reference: str = attrs.field(default="", repr=False)


# --- one attempt at the gateway -----------------------------------------------------------------


@attrs.frozen
class Attempt:
    """One payment as the gateway knows it.

    ``key`` is unique and makes a repeated start harmless; ``state`` is one of the machine's;
    ``card`` the key of the card type; ``since`` the UTC instant it was created at; ``page`` the
    address to pay at, empty until the gateway gives it; ``reference`` the bank's own.
    """

    key: str
    state: str
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
    if report.amount != facts.order.bill.amount:
        # The amount of the report is another one.
        return Fault("report", "amount_differs", "Bildirişdəki məbləğ başqadır.")
    return True


def long_ago(facts: AttemptFacts) -> Answer:
    """A guard: a start that is still on its way would have arrived by now."""
    return facts.now - facts.attempt.since >= _STILL_ON_ITS_WAY


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
    captured = (
        created.to(paid, cond=fits)
        | unknown.to(paid, cond=fits)
        | sent.to(paid, cond=fits)
        | failed.to(paid, cond=fits)
    )
    paid_back = paid.to(refunded)


RULES = Rulebook.of(AttemptMachine)

_OPEN = frozenset({"created", "sent", "unknown"})
_EVENTS = {ReportStatus.PAID: "captured", ReportStatus.FAILED: "declined"}


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
    who pays; ``at`` is the UTC instant it was opened at, ``paid_at`` the one at which the money
    was first known to be taken. ``version`` counts the changes that were kept.

    ``due`` is when to go back to it, None when nothing is left to do; ``tries`` counts how often
    that brought no news. ``trouble`` is the code of what people should look at, empty when there
    is nothing:

    - ``order_differs``, ``attempt_differs``, ``utility_differs``, ``currency_differs`` and
      ``amount_differs``: a report was about something else than what was asked;
    - ``refund_refused``: the gateway will not give the money back;
    - ``credit_contradicted``: billing took a credit that it had refused, or the reverse;
    - ``overdue``: the outcome, the credit or the refund is long in coming.
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
    due: datetime | None = None
    tries: int = 0
    trouble: str = ""

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
        """A new order, not tried yet; the same wish gives the same number.

        ``settled`` are the numbers of those that the person has moved on from: none of them is
        given again, so that what is owed again can be paid again.
        """
        wish = f"{journey}/{bill.code.value}/{bill.amount.qepik}"
        digests = (hashlib.sha256(f"{wish}/{time}".encode()).digest() for time in itertools.count())
        # Digits alone, and with an attempt's two at most twenty: some gateways take no more.
        numbers = ((f"{int.from_bytes(it[:16]) % 10**18:018}", it.hex()) for it in digests)
        number, intent = next(pair for pair in numbers if pair[0] not in settled)
        return cls(number, intent, journey, service, utility, fin, bill, now)

    # --- how it stands --------------------------------------------------------------------------

    @property
    def kept(self) -> Attempt | None:
        """The attempt that pays the order: the earliest that was captured.

        None before that, and when billing refused the credit, since then none is to be kept.
        """
        # By place, not by time: whoever looks at an older version gives back none that a newer
        # one keeps.
        return next(iter(self._paid), None) if self.credit is not Credit.REFUSED else None

    @property
    def _paid(self) -> tuple[Attempt, ...]:
        return tuple(attempt for attempt in self.attempts if attempt.state == "paid")

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
        return any(attempt.state in _OPEN for attempt in self.attempts)

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
        return tuple(attempt for attempt in self._paid if attempt != self.kept)

    @property
    def _owes(self) -> bool:
        return self.credit is Credit.PENDING or bool(self.to_refund)

    # --- what becomes known ---------------------------------------------------------------------

    def tried(self, card: str, now: datetime) -> PaymentOrder:
        """The order with one more attempt; the same when it may not be tried now."""
        place = len(self.attempts) + 1
        if not self.has_failed or place > MOST_ATTEMPTS:
            return self
        attempt = Attempt(f"{self.number}{place:02}", RULES.initial, card, now)
        return attrs.evolve(self, attempts=(*self.attempts, attempt))._with_news(now)

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
        event = _EVENTS.get(report.status)
        if event is None:
            return self
        result = step(RULES, attempt.state, event, AttemptFacts(self, attempt, now, report))
        if isinstance(result, Moved):
            state, reference = result.rule.target, report.reference
            return self._with(attrs.evolve(attempt, state=state, reference=reference), now)
        differing = (fault.code for fault in result.faults if fault.field == "report")
        return self.troubled(next(differing, self.trouble))

    def credited(self, now: datetime) -> PaymentOrder:
        """The order after billing took the credit."""
        return self._settled(Credit.DONE, now)

    def credit_refused(self, now: datetime) -> PaymentOrder:
        """The order after billing refused the credit for good."""
        return self._settled(Credit.REFUSED, now)

    def troubled(self, code: str) -> PaymentOrder:
        """The order with something for people to look at; with an empty code, looked at."""
        return self if code == self.trouble else attrs.evolve(self, trouble=code)

    def rested(self, now: datetime) -> PaymentOrder:
        """The order after everything that could be done was tried: when to go back to it."""
        tries = self.tries + 1
        rested = attrs.evolve(self, tries=tries, due=now + PATIENCE.pause(tries))
        if self.is_open or self._owes:
            late = tries >= PATIENCE.tries
            return rested.troubled(rested.trouble or "overdue") if late else rested
        # The bank's last word on a failure may come late, but not for ever.
        watched = self.to_look_up and tries < PATIENCE.tries
        return rested if watched else attrs.evolve(self, due=None)

    def _with(self, attempt: Attempt, now: datetime) -> PaymentOrder:
        attempts = tuple(attempt if item.key == attempt.key else item for item in self.attempts)
        order = attrs.evolve(self, attempts=attempts)
        if order.credit is Credit.NONE and order.is_paid:
            order = attrs.evolve(order, credit=Credit.PENDING, paid_at=now)
        return order._with_news(now)

    def _settled(self, credit: Credit, now: datetime) -> PaymentOrder:
        if self.credit is credit:
            return self
        if self.credit is not Credit.PENDING:
            return self.troubled("credit_contradicted")
        return attrs.evolve(self, credit=credit)._with_news(now)

    def _with_news(self, now: datetime) -> PaymentOrder:
        """The order gone back to anew: at once where something is owed."""
        due = now if self._owes else now + PATIENCE.pause(1)
        trouble = "" if self.trouble in {"overdue", "refund_refused"} else self.trouble
        return attrs.evolve(self, tries=0, due=due, trouble=trouble)
