"""Histories of payments: hosts, persons, a bank and crashes, driven by a tape of bytes.

A tape is read byte by byte: what is done next, to which payment, and how each call of a port
comes out. Where it ends, nought is read: nothing is done and nothing goes wrong. So any bytes
are a history, the same each time, and a shorter tape with smaller bytes is a simpler one.

Hosts work at once: while one waits at a port, others do whole things of their own.

The gateway is the simulator's, or one under test; store and billing are always the simulator's.
The library's own tests live through the same histories.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, cast

import attrs

from utility_eservices.casework.paying import (
    MOST_ATTEMPTS,
    RULES,
    Attempt,
    Bill,
    Credit,
    PaymentOrder,
)
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.paying import Paying
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import (
    ActionRefused,
    CallbackRefused,
    EServicesError,
    HostMistake,
    PortFailure,
    PortRefused,
    PortTimeout,
    PortUnavailable,
    StalePayment,
)
from utility_eservices.ports.payments import Callback, Payments
from utility_eservices.simulator.payments import CityPayments, CityPaymentStore
from utility_eservices.simulator.residents import ACCOUNTS
from utility_eservices.simulator.utility import CityBilling, CitySubscribers
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["Bank", "World", "lived", "lived_with"]

SERVICE = next(item for item in built_in_services() if item.utility.key == "azersu")
FIN = Fin("5ABCDE1")
START = datetime(2026, 11, 20, 9, tzinfo=UTC)
EVER = datetime(9999, 1, 1, tzinfo=UTC)
JOURNEYS = ("journey-1", "journey-2")
KNOWN = next(item.subscriber.code for item in ACCOUNTS if item.utility == "azersu")
# Billing takes nothing for it: whatever is paid is to be given back.
STRANGE = SubscriberCode("9999999999")
BILLS = (
    Bill(KNOWN, Money.of(10), "visa"),
    Bill(KNOWN, Money.of("29.15"), "mastercard"),
    Bill(STRANGE, Money.of(10), "visa"),
)
PAUSES = (
    timedelta(0),
    timedelta(minutes=1),
    timedelta(minutes=20),
    timedelta(hours=7),
    timedelta(hours=25),
)
OPEN = {"created", "sent", "unknown"}
MOST_ALONGSIDE = 2
# Hosts that begin at once may each add an attempt, which is then given up.
_MOST = MOST_ATTEMPTS + 10


class Crash(BaseException):
    """The host died; nothing in the library catches it."""


class Tape:
    """Bytes to be read one after another, then noughts."""

    def __init__(self, tape: bytes) -> None:
        self._tape = tape
        self._at = 0

    @property
    def is_over(self) -> bool:
        """Whether only noughts are left."""
        return self._at >= len(self._tape)

    def below(self, number: int) -> int:
        """A number from nought to below this one."""
        at, self._at = self._at, self._at + 1
        return self._tape[at] % number if at < len(self._tape) else 0

    def byte(self) -> int:
        """The next byte."""
        return self.below(256)


class Bank(Payments, Protocol):
    """A gateway, and what the person on its page and the bank behind it do."""

    def pay(self, key: str) -> None:
        """Pay an attempt."""

    def decline(self, key: str) -> None:
        """Decline an attempt, unless it is paid."""

    def callback(self, key: str, /) -> Callback:
        """What the gateway calls with, as it stands now."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The attempts that were started, in order."""

    @property
    def captured(self) -> dict[str, Money]:
        """What was ever taken, by attempt; nothing where nothing was."""

    @property
    def refunded(self) -> dict[str, Money]:
        """What was given back, by attempt; nothing where nothing was."""


# --- what may happen at a port ------------------------------------------------------------------


class _Port:
    """A port whose calls come out as the tape says."""

    def __init__(self, world: World, offered: object, refusing: frozenset[str]) -> None:
        self._world = world
        self._offered = offered
        self._refusing = refusing

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._offered, name)
        return lambda *arguments: self._world.called(
            lambda: method(*arguments), may_refuse=name in self._refusing
        )


class _Store(CityPaymentStore):
    """A store that watches each change; ``mistakes`` are those that may not be."""

    def __init__(self, happened: Counter[str]) -> None:
        super().__init__()
        self._happened = happened
        self.mistakes: list[AssertionError] = []

    def save(self, order: PaymentOrder) -> None:
        before = self.get(order.number)
        try:
            super().save(order)
        except StalePayment:
            self._happened["two hosts at once"] += 1
            raise
        assert before is not None
        try:
            check_change(before, order)
        except AssertionError as error:
            # Raised here, it would pass for an adapter's mistake, which hosts live with.
            self.mistakes.append(error)
        retried = len(order.attempts) > len(before.attempts)
        self._happened["retry"] += retried
        self._happened["changed amount"] += retried and order.bill.amount != before.bill.amount
        troubled = order.trouble != before.trouble
        self._happened["mismatch"] += troubled and order.trouble.endswith("_differs")
        for old, new in zip(before.attempts, order.attempts, strict=False):
            self._happened[f"{old.state} {new.state}"] += old.state != new.state


def check_change(before: PaymentOrder, after: PaymentOrder) -> None:
    """An order changes only as it may: by one rule an attempt, nothing asked is altered."""
    fixed = ("number", "intent", "journey", "service", "utility", "fin", "at")
    assert all(getattr(before, name) == getattr(after, name) for name in fixed)
    assert before.bill.code == after.bill.code
    # Whoever pays the order, pays it for good: billing was told of that amount.
    assert before.paid_by in {"", after.paid_by}
    for old, new in zip(before.attempts, after.attempts, strict=False):
        asked = ("key", "amount", "card", "since")
        assert all(getattr(old, name) == getattr(new, name) for name in asked)
        ways = {rule.target for rule in RULES.leaving(old.state)}
        assert new.state in ways | {old.state}
        # Money that was taken stays known, whatever else is reported.
        assert old.state not in {"paid", "refunded"} or new.state in {"paid", "refunded"}
    if len(after.attempts) > len(before.attempts):
        # Tried again only after every attempt before failed for good.
        assert all(attempt.state == "failed" for attempt in before.attempts)
        assert len(after.attempts) == len(before.attempts) + 1
        assert after.attempts[-1].amount == after.bill.amount
    else:
        assert before.bill == after.bill
    if before.credit in {Credit.DONE, Credit.REFUSED}:
        assert after.credit is before.credit


# --- the world ----------------------------------------------------------------------------------


@attrs.define
class World:
    """One bank, one store, one billing; any number of hosts.

    ``calm`` is how many of 256 calls go well; ``happened`` counts what the history has seen.
    """

    tape: Tape
    now: datetime = START
    calm: int = 256
    depth: int = 0
    happened: Counter[str] = attrs.field(factory=Counter)
    bank: Bank = attrs.field(factory=CityPayments)
    journeys: tuple[str, str] = JOURNEYS
    billing: CityBilling = attrs.field(factory=lambda: CityBilling(CitySubscribers(ACCOUNTS)))
    mail: list[Callback] = attrs.field(factory=list)
    store: _Store = attrs.field(init=False)
    paying: Paying = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.store = _Store(self.happened)
        store = _Port(self, self.store, frozenset())
        bank = _Port(self, self.bank, frozenset({"start", "look_up", "refund"}))
        billing = _Port(self, self.billing, frozenset())
        self.paying = Paying(
            lambda: cast("Any", store), lambda _: cast("Any", bank), lambda _: cast("Any", billing)
        )

    @property
    def orders(self) -> tuple[PaymentOrder, ...]:
        """All orders as they are kept, whatever fails."""
        return tuple(order for journey in self.journeys for order in self.store.of_journey(journey))

    # --- calls ----------------------------------------------------------------------------------

    def called(self, call: Callable[[], object], *, may_refuse: bool) -> object:
        """What a call gives, or what goes wrong with it, or before and after it."""
        fate = self.tape.byte()
        if fate < self.calm:
            return call()
        fates = (self._fail, self._fail, self._lose, self._crash, self._alongside, self._alongside)
        return fates[fate % len(fates)](call, may_refuse=may_refuse)

    def _fail(self, _call: Callable[[], object], *, may_refuse: bool) -> object:
        errors = [
            PortUnavailable,
            PortTimeout,
            RuntimeError,
            *([PortRefused] if may_refuse else []),
        ]
        error = errors[self.tape.below(len(errors))]
        self.happened[error.__name__] += 1
        raise error

    def _lose(self, call: Callable[[], object], *, may_refuse: bool) -> object:
        with contextlib.suppress(EServicesError):
            call()
        self.happened["lost answer"] += 1
        raise PortTimeout

    def _crash(self, call: Callable[[], object], *, may_refuse: bool) -> object:
        if self.tape.below(2):
            call()
        self.happened["crash"] += 1
        raise Crash

    def _alongside(self, call: Callable[[], object], *, may_refuse: bool) -> object:
        after = self.tape.below(2)
        if not after:
            self._meanwhile()
        answer = call()
        if after:
            self._meanwhile()
        return answer

    def _meanwhile(self) -> None:
        if self.depth < MOST_ALONGSIDE:
            self.depth += 1
            for _ in range(1 + self.tape.below(3)):
                self.act()
            self.depth -= 1

    def tried(self, call: Callable[[], object]) -> None:
        """Have a host do something; that it is refused, fails or dies is part of life."""
        depth = self.depth
        try:
            call()
        except (ActionRefused, HostMistake, PortFailure) as error:
            self.happened[error.code] += 1
        except Crash:
            self.depth = depth

    # --- what is done ---------------------------------------------------------------------------

    def live(self) -> None:
        """Read the tape to its end; after each thing done, all laws hold."""
        self.calm = (256, 245, 215, 170)[self.tape.below(4)]
        while not self.tape.is_over:
            self.act()
            self.check()
        self.come_to_rest()

    def act(self) -> None:
        """Do whatever the tape says."""
        acts = (
            self._round,
            self._press,
            self._press,
            self._press,
            self._pay,
            self._decline,
            self._decline,
            self._post,
            self._deliver,
            self._deliver,
            self._look,
            self._deliver_false,
        )
        acts[self.tape.below(len(acts))]()

    def _round(self) -> None:
        self.now += PAUSES[self.tape.below(len(PAUSES))]
        self.tried(lambda: self.paying.round(self.now, 100))

    def _press(self) -> None:
        journey = self.journeys[self.tape.below(4) // 3]
        bill = BILLS[max(0, self.tape.below(7) - 4)]
        # An old page knows of nothing settled.
        settled = self._settled(journey) if self.tape.below(3) else ()
        # Fixed now: while this host waits, time goes on for others.
        now = self.now
        self.tried(lambda: self._shown(journey, bill, settled, now))

    def _settled(self, journey: str) -> tuple[str, ...]:
        orders = self.store.of_journey(journey)
        return tuple(order.number for order in orders if order.is_settled)

    def _shown(self, journey: str, bill: Bill, settled: tuple[str, ...], now: datetime) -> None:
        portal = "https://portal.example/"
        order = self.paying.begin(SERVICE, journey, FIN, bill, portal, now, settled)
        assert order.number not in settled
        # What came to its end with another amount is shown; nothing else is.
        assert order.amount == bill.amount or not order.is_unsettled
        # There is a page to pay at, or an outcome, unless another host is about it.
        over = order.is_paid or order.is_refunded or order.has_failed
        assert order.page or over or self.calm < 256
        if order.page:
            assert order.in_flight
            assert order.in_flight.amount == bill.amount
            assert order.page.endswith(order.in_flight.key)

    def _key(self) -> str:
        """One of the attempts at the bank, empty when there is none; the latest first."""
        keys = self.bank.keys
        return keys[-1 - self.tape.below(len(keys))] if keys else ""

    def _pay(self) -> None:
        if key := self._key():
            self.bank.pay(key)

    def _decline(self) -> None:
        if key := self._key():
            self.bank.decline(key)

    def _post(self) -> None:
        if key := self._key():
            self.mail.append(self.bank.callback(key))

    def _deliver(self) -> None:
        """A callback arrives: any of those written, again or late."""
        if self.mail:
            self._arrived(self.mail[-1 - self.tape.below(len(self.mail))])

    def _arrived(self, callback: Callback, utility: str = "azersu") -> None:
        now = self.now
        self.tried(lambda: self.paying.reported(utility, callback, now))

    def _deliver_false(self) -> None:
        """A callback arrives that is forged, or about something else than was asked."""
        if not (key := self._key()):
            return
        kind = self.tape.below(6)
        before = self.orders
        if kind == 0:
            forged = attrs.evolve(self.bank.callback(key), headers={"x-signature": "0" * 64})
            self._refused(attrs.evolve(forged, query={}, body=forged.body + b" "))
        elif not isinstance(self.bank, CityPayments):
            # No other bank can be made to say what is not so.
            self._arrived(self.bank.callback(key), "azerishiq")
        elif kind == 1:
            self._arrived(self.bank.callback(key, status="paid"), "azerishiq")
        else:
            otherwise = (
                {"amount": "9.99"},
                {"currency": "USD"},
                {"order": before[0].number if len(before) > 1 else "1"},
                {"key": "99"},
            )[kind - 2]
            if otherwise.get("order") != getattr(self.store.of_attempt(key), "number", ""):
                self._arrived(self.bank.callback(key, status="paid", **otherwise))

    def _refused(self, forged: Callback) -> None:
        try:
            self.paying.reported("azersu", forged, self.now)
        except (CallbackRefused, PortFailure):
            self.happened["forged"] += 1
        except Crash:
            pass
        else:
            raise AssertionError("a forged callback was taken")

    def _look(self) -> None:
        orders = self.orders
        if orders:
            number = orders[-1 - self.tape.below(len(orders))].number
            now = self.now
            self.tried(lambda: self.paying.current(number, now))

    # --- the laws -------------------------------------------------------------------------------

    def captured(self, order: PaymentOrder) -> Money:
        """What the bank ever took for an order."""
        return _sum(self.bank.captured, order)

    def refunded(self, order: PaymentOrder) -> Money:
        """What the bank gave back of it."""
        return _sum(self.bank.refunded, order)

    def credited(self, order: PaymentOrder) -> Money:
        """What billing wrote to the code under the order's key."""
        amounts = [item.amount for item in self.billing.credits if item.key == order.credit_key]
        return sum(amounts, NO_MONEY)

    def check(self) -> None:
        """What holds at any time."""
        for mistake in self.store.mistakes:
            raise mistake
        orders = self.orders
        # Billing is told of an order under its one key, and of nothing else.
        assert {item.key for item in self.billing.credits} <= {item.credit_key for item in orders}
        assert self.bank.refunded.keys() <= self.bank.captured.keys()
        for order in orders:
            self._check_order(order)
        for journey in self.journeys:
            away = [order for order in orders if order.journey == journey and _is_away(order)]
            # Nobody is sent to pay two things of one journey at once.
            assert len(away) <= 1
            assert sum(len(it.attempts) for it in orders if it.journey == journey) <= _MOST
        for wished in self._wishes():
            # The same, for whatever amount, is a new order only once the one before is settled.
            assert all(order.is_settled for order in wished[:-1])

    def _wishes(self) -> list[list[PaymentOrder]]:
        """The orders of each wish, in the order they were opened."""
        wishes: dict[object, list[PaymentOrder]] = {}
        for order in self.orders:
            wishes.setdefault((order.journey, order.bill.code), []).append(order)
        return list(wishes.values())

    def _check_order(self, order: PaymentOrder) -> None:
        assert sum(attempt.state in OPEN for attempt in order.attempts) <= 1
        # However often it was tried, with whatever amounts: one of them is credited.
        credited = self.credited(order)
        assert credited in {NO_MONEY, *(attempt.amount for attempt in order.attempts)}
        # What the utility took is never given back.
        assert self.captured(order) - self.refunded(order) >= credited
        asked = order.amount
        # The book says nothing that is not so.
        for attempt in order.attempts:
            self._check_attempt(attempt)
        if order.credit is Credit.DONE:
            assert self.credited(order) == asked
        if order.credit is Credit.REFUSED:
            assert self.credited(order) == NO_MONEY
        assert order.is_paid + order.is_refunded <= 1
        assert not (order.has_failed and (order.is_paid or order.is_open or order.is_refunded))
        # Billing says one thing only, but not always that it was heard.
        assert order.trouble != "credit_contradicted" or order.is_in_doubt

    def _check_attempt(self, attempt: Attempt) -> None:
        if attempt.state in {"paid", "refunded"}:
            assert attempt.key in self.bank.captured
        if attempt.state == "refunded":
            assert attempt.key in self.bank.refunded

    # --- at rest --------------------------------------------------------------------------------

    def come_to_rest(self) -> None:
        """Everything works again, the bank decides, rounds are made until nothing is due."""
        self.calm = 256
        # The others were left: the bank waits for ever, we do not.
        for key in self.bank.keys[::2]:
            self.bank.decline(key)
        for key in self.bank.captured:
            order = self.store.of_attempt(key)
            # A bank calls until it is answered; where we still look ourselves, that is enough.
            if order is not None and order.due is None:
                self._arrived(self.bank.callback(key))
        while due := self.store.due(EVER):
            assert due[0].due
            self.now = max(self.now, due[0].due)
            assert self.now < START + timedelta(days=60), "it never comes to rest"
            self.paying.round(self.now, 100)
            self._clear_up()
        assert self.paying.round(EVER, 100) == Performed()
        self.check()
        for order in self.orders:
            self._check_rest(order)
        self.happened["paid anew"] += any(
            sum(order.is_credited for order in wished) > 1 for wished in self._wishes()
        )

    def _clear_up(self) -> None:
        """Be the people who look: what billing has not written down is given back."""
        for order in self.paying.to_look_at(100):
            if order.trouble == "credit_contradicted":
                assert self.credited(order) == NO_MONEY
                self.happened["doubt"] += 1
                self.paying.give_back(order.number, self.now)

    def _check_rest(self, order: PaymentOrder) -> None:
        kept = self.captured(order) - self.refunded(order)
        assert kept == self.credited(order)
        assert not order.is_open
        assert not order.to_refund
        # A success counts, however late; only billing's refusal gives it back.
        succeeded = self.captured(order) > NO_MONEY
        takes = order.bill.code == KNOWN
        assert order.is_paid == order.is_credited == (succeeded and takes)
        assert order.is_refunded == (succeeded and not takes)
        assert order.has_failed == (not succeeded)
        self.happened["credited"] += order.is_credited
        self.happened["given back"] += order.is_refunded
        self.happened["surplus"] += order.is_credited and bool(self.refunded(order) > NO_MONEY)


def _sum(amounts: dict[str, Money], order: PaymentOrder) -> Money:
    keys = (attempt.key for attempt in order.attempts)
    return sum((amounts[key] for key in keys if key in amounts), NO_MONEY)


def _is_away(order: PaymentOrder) -> bool:
    return order.in_flight is not None and order.in_flight.state in {"sent", "unknown"}


def lived(tape: bytes) -> World:
    """The world after a history; `AssertionError` where a law was broken."""
    world = World(Tape(tape))
    world.live()
    return world


def lived_with(bank: Bank, journeys: tuple[str, str], tape: bytes) -> World:
    """As `lived`, at another bank, with journeys that it never heard of."""
    world = World(Tape(tape), bank=bank, journeys=journeys)
    world.live()
    return world
