"""Paying: sends people to the gateway, learns what became of it, tells the utility's billing.

What is about to be done is kept before it is done, and what became known afterwards, so that
whoever comes next goes on where a crash left off: a start, a credit and a refund each have one
key of their own and are repeated under it. Changes are pure functions of the order: where
another host was first, they are made again on what it kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

import attrs

from utility_eservices.casework.paying import (
    CURRENCY,
    MOST_ATTEMPTS,
    MOST_MONEY,
    TROUBLES,
    Attempt,
    Bill,
    Credit,
    PaymentOrder,
    Report,
)
from utility_eservices.casework.service import Service
from utility_eservices.desk.asker import guarded
from utility_eservices.desk.performing import Performed, never
from utility_eservices.errors import (
    ActionRefused,
    EServicesError,
    Fault,
    PaymentNotFound,
    PortBroken,
    PortNotProvided,
    PortRefused,
    PortTimeout,
    PortUnavailable,
    StalePayment,
)
from utility_eservices.ports.billing import Billing
from utility_eservices.ports.payment_store import PaymentStore
from utility_eservices.ports.payments import Callback, PaymentPage, PaymentRequest, Payments
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.fin import Fin

__all__ = ["Paying"]

_log = logging.getLogger(__name__)

# How often a change is made anew on what another host kept first.
_ATTEMPTS = 5

Change = Callable[[PaymentOrder], PaymentOrder]


@attrs.frozen
class Paying:
    """Looks after the payments of every service; holds no state.

    ``gateway`` and ``billing`` give the port of a utility by its key.
    """

    store: Callable[[], PaymentStore]
    gateway: Callable[[str], Payments]
    billing: Callable[[str], Billing]

    # --- the person -----------------------------------------------------------------------------

    def begin(
        self,
        service: Service,
        journey: str,
        fin: Fin,
        bill: Bill,
        return_to: str,
        now: datetime,
        settled: Collection[str] = (),
    ) -> PaymentOrder:
        """The order of this wish to pay, with a page to pay at unless it is settled already.

        A bill for the same code in the same journey is the same order, however often the button
        is pressed, unless it is among ``settled``, those that the person has moved on from: what
        is owed again can be paid again. ``return_to`` is where the bank's page sends the browser
        afterwards.

        Raises `ActionRefused` while another payment of the journey, or this one with another
        amount, is not settled (``payment_open``), when the journey's were tried too often
        (``too_many_attempts``) and for too much at once (``amount_too_large``), and `PortFailure`
        when the gateway gave no page; what is known by then is kept.
        """
        if bill.amount > MOST_MONEY:
            raise ActionRefused(_amount_too_large())
        utility = service.utility.key
        draft = PaymentOrder.of(service.key, utility, journey, fin, bill, now, settled)
        draft = draft.tried(bill, now)
        order: PaymentOrder = guarded(self.store().open, draft)
        if (order.service, order.fin, order.bill.code) != (service.key, fin, bill.code):
            # Two journeys with one token: somebody else's payment is not shown.
            raise PortBroken
        if order != draft:
            order = self._brought_up(order, now)
        if order.has_failed:
            # Asked before, too: whoever only waits for another payment uses up no attempt.
            self._refuse_beside_others(order, one_more=1)
            order = self._kept(order, lambda it: it.tried(bill, now))
        _refuse_another_amount(order, bill)
        attempt = order.in_flight
        if attempt is None or order.is_paid or order.is_refunded or order.page:
            return order
        try:
            # Asked after the order is kept and before anything is started: of two at once at
            # least one sees the other.
            self._refuse_beside_others(order)
        except ActionRefused:
            self._kept(order, lambda it: it.moved(attempt.key, "given_up", now))
            raise
        order = self._started(order, attempt, return_to, now)
        # It may have failed meanwhile and been tried anew from another window.
        _refuse_another_amount(order, bill)
        return order

    def _refuse_beside_others(self, order: PaymentOrder, one_more: int = 0) -> None:
        """Raise `ActionRefused` when the journey's payments leave no room for an attempt."""
        orders: tuple[PaymentOrder, ...] = guarded(self.store().of_journey, order.journey)
        others = [other for other in orders if other.number != order.number]
        if any(other.is_unsettled for other in others):
            raise ActionRefused(_payment_open())
        if sum(len(it.attempts) for it in (order, *others)) + one_more > MOST_ATTEMPTS:
            raise ActionRefused(_too_many_attempts())

    def _started(
        self, order: PaymentOrder, attempt: Attempt, return_to: str, now: datetime
    ) -> PaymentOrder:
        request = PaymentRequest(
            attempt.key,
            order.number,
            attempt.amount,
            CURRENCY,
            attempt.card,
            order.bill.about,
        )
        try:
            page = guarded(self._page, self.gateway(order.utility), request, return_to)
        except PortRefused:
            self._kept(order, lambda it: it.moved(attempt.key, "not_begun", now))
            raise
        except (PortTimeout, PortBroken):
            self._kept(order, lambda it: it.moved(attempt.key, "no_answer", now))
            raise
        return self._kept(order, lambda it: it.moved(attempt.key, "page_given", now, page=page))

    @staticmethod
    def _page(gateway: Payments, request: PaymentRequest, return_to: str) -> str:
        given: object = gateway.start(request, return_to)
        if not isinstance(given, PaymentPage):
            raise PortBroken
        return given.url

    def current(self, number: str, now: datetime) -> PaymentOrder | None:
        """The order as it stands, after asking the gateway and telling billing what is due.

        None when there is none. Where gateway or billing fail, it comes as it is known;
        `PortFailure` when the store does.
        """
        order: PaymentOrder | None = guarded(self.store().get, number)
        return order and self._brought_up(order, now)

    # --- the gateway ----------------------------------------------------------------------------

    def reported(self, utility: str, callback: Callback, now: datetime) -> PaymentOrder:
        """The order after what a gateway's callback says of it; the same callback twice is one.

        Billing is told afterwards, by `round` or `current`: a gateway waits for its answer.

        Raises `CallbackRefused` when the callback proves nothing, `PaymentNotFound` when it is
        of no payment of ours, and `PortFailure`; of all but the first two a gateway should try
        again.
        """
        report = _report(guarded(self.gateway(utility).read, callback))
        order: PaymentOrder | None = None
        if _is_number(report.key):
            order = guarded(self.store().of_attempt, report.key)
        if order is None:
            order = self._found(report.order)
        if order.utility != utility:
            return self._kept(order, lambda it: it.troubled("utility_differs"))
        return self._kept(order, lambda it: it.told(report, now))

    # --- whoever wakes up -----------------------------------------------------------------------

    def round(
        self,
        now: datetime,
        limit: int,
        stopped: Callable[[], bool] = never,
    ) -> Performed:
        """Go back to the orders that are due; what goes wrong with one holds up no other."""
        total = Performed()
        store = self._store_if_any()
        for order in guarded(store.due, now, limit) if store else ():
            if stopped():
                break
            total += self._gone_back_to(order, now)
        return total

    def _store_if_any(self) -> PaymentStore | None:
        try:
            return self.store()
        except PortNotProvided:
            # Nothing is paid here.
            return None

    def _gone_back_to(self, order: PaymentOrder, now: datetime) -> Performed:
        try:
            order = guarded(self._rested, order, now)
        except EServicesError as error:
            # It stays due.
            _log.warning("payment %s is still due: %s", order.number, error.code)
            return Performed(put_off=1)
        return Performed(put_off=1) if order.due else Performed(done=1)

    def _rested(self, order: PaymentOrder, now: datetime) -> PaymentOrder:
        return self._kept(self._brought_up(order, now), lambda it: it.rested(now))

    def _brought_up(self, order: PaymentOrder, now: datetime) -> PaymentOrder:
        """The order after everything that can be done about it now; failures are logged."""
        for attempt in order.to_look_up:
            order = self._tried(partial(self._looked_up, order, attempt, now), order)
        if order.credit is Credit.PENDING:
            order = self._tried(partial(self._credited, order, now), order)
        for attempt in order.to_refund:
            order = self._tried(partial(self._refunded, order, attempt, now), order)
        return order

    # --- people ---------------------------------------------------------------------------------

    def of(self, fin: Fin, number: str) -> PaymentOrder:
        """A person's own order; raises `PaymentNotFound` also for somebody else's."""
        order = self._found(number)
        if order.fin != fin:
            raise PaymentNotFound
        return order

    def to_look_at(self, limit: int, after: str | None = None) -> tuple[PaymentOrder, ...]:
        """The orders that people should look at; see `Desk.payments_to_look_at`."""
        store = self._store_if_any()
        if store is None:
            return ()
        last = _last_trouble(self._found(after)) if after is not None else ""
        found: tuple[PaymentOrder, ...] = ()
        for troubles in TROUBLES:
            here = last in troubles
            if here or not last:
                seen = after if here else None
                found += guarded(store.troubled, troubles, limit - len(found), seen)
                last = ""
        return found

    def looked_at(self, number: str) -> None:
        """Take an order off that list until something else comes up."""
        self._kept(self._found(number), PaymentOrder.looked_at)

    def give_back(self, number: str, now: datetime) -> None:
        """Give back what billing has not taken; see `Desk.give_payment_back`."""
        order = self._found(number)
        if not order.is_in_doubt:
            raise StalePayment
        self._kept(order, lambda it: it.credit_denied(now) if it.is_in_doubt else it)

    # --- one thing to do ------------------------------------------------------------------------

    def _tried(self, step: Callable[[], PaymentOrder], order: PaymentOrder) -> PaymentOrder:
        """The order after one thing was done about it, or as it was when that failed."""
        try:
            order = guarded(step)
        except EServicesError as error:
            _log.warning("payment %s: %s", order.number, error.code)
        return order

    def _looked_up(self, order: PaymentOrder, attempt: Attempt, now: datetime) -> PaymentOrder:
        given: object = guarded(self.gateway(order.utility).look_up, attempt.key)
        if given is None:
            return self._kept(order, lambda it: it.moved(attempt.key, "not_there", now))
        report = _report(given)
        return self._kept(order, lambda it: it.told(report, now))

    def _credited(self, order: PaymentOrder, now: datetime) -> PaymentOrder:
        day, billing = baku_day(order.paid_at or now), self.billing(order.utility)
        # Kept before: whoever comes after a crash knows that billing may have taken it.
        order = self._kept(order, PaymentOrder.credit_asked)
        if order.credit is not Credit.PENDING:
            return order
        try:
            guarded(billing.credit, order.bill.code, order.amount, day, order.credit_key)
        except PortRefused:
            return self._kept(order, lambda it: it.credit_refused(now))
        except PortUnavailable:
            self._kept(order, PaymentOrder.credit_not_asked)
            raise
        return self._kept(order, lambda it: it.credited(now))

    def _refunded(self, order: PaymentOrder, attempt: Attempt, now: datetime) -> PaymentOrder:
        refund = self.gateway(order.utility).refund
        try:
            guarded(refund, attempt.key, attempt.amount, attempt.refund_key)
        except PortRefused:
            self._kept(order, lambda it: it.troubled("refund_refused"))
            raise
        return self._kept(order, lambda it: it.moved(attempt.key, "paid_back", now))

    def _kept(self, order: PaymentOrder, change: Change) -> PaymentOrder:
        """The order after a change, kept; made anew on what another host kept meanwhile."""
        for _ in range(_ATTEMPTS):
            changed = change(order)
            if changed == order:
                return order
            changed = attrs.evolve(changed, version=order.version + 1)
            try:
                guarded(self.store().save, changed)
            except StalePayment:
                order = self._found(order.number)
                continue
            if changed.trouble not in {"", order.trouble}:
                _log.warning("payment %s is to be looked at: %s", order.number, changed.trouble)
            return changed
        raise StalePayment

    def _found(self, number: str) -> PaymentOrder:
        order: PaymentOrder | None = None
        if _is_number(number):
            order = guarded(self.store().get, number)
        if order is None:
            raise PaymentNotFound
        return order


def _is_number(given: object) -> bool:
    # Of a NUL or half a character, a database would fail instead of finding nothing.
    return isinstance(given, str) and given.isascii() and given.isdigit()


def _report(given: object) -> Report:
    """What a gateway's adapter says, if it is a report; raises `PortBroken` otherwise."""
    if not isinstance(given, Report):
        raise PortBroken
    return given


def _last_trouble(order: PaymentOrder) -> str:
    """What an order was last listed for, perhaps looked at since; empty after news of it."""
    return order.trouble or next(reversed(order.seen), "")


def _refuse_another_amount(order: PaymentOrder, bill: Bill) -> None:
    """Raise `ActionRefused` while the order is not settled and is about another amount."""
    if order.is_unsettled and order.amount != bill.amount:
        raise ActionRefused(_payment_open())


def _amount_too_large() -> Fault:
    return Fault(
        "",
        "amount_too_large",
        # At most {most} can be paid at once.
        "Bir dəfəyə ən çoxu {most} ödəmək olar.",
        {"most": MOST_MONEY},
    )


def _payment_open() -> Fault:
    return Fault(
        "",
        "payment_open",
        # The outcome of an earlier payment is not known yet. Please try again a little later.
        "Əvvəlki ödənişin nəticəsi hələ bəlli deyil. Bir qədər sonra yenidən cəhd edin.",
    )


def _too_many_attempts() -> Fault:
    return Fault(
        "",
        "too_many_attempts",
        # This payment was tried too many times. Begin a new one.
        "Bu ödənişə həddindən artıq cəhd edilib. Yenisinə başlayın.",
    )
