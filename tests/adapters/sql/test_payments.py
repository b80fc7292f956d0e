"""Payment orders in a database: what the laws of the port leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any

import attrs
import pytest
from sqlalchemy import delete
from tests.databases import Place, SqlitePlace

from utility_eservices.casework.paying import Attempt, Bill, Credit, PaymentOrder
from utility_eservices.conformance.laws import histories
from utility_eservices.conformance.laws.common import MANY, at_once
from utility_eservices.errors import PortRefused, StalePayment
from utility_eservices.ports.payment_store import PAYMENT_STORE
from utility_eservices.simulator.payments import CityPaymentStore
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.payments import SqlPaymentStore
from utility_eservices_adapters.sql.schema import payment_attempts, payment_orders

NOW = datetime(2026, 11, 21, 9, 30, 15, 250001, tzinfo=UTC)


@pytest.fixture
def store(place: Place) -> Iterator[SqlPaymentStore]:
    with closing(Database(place.config)) as database:
        yield SqlPaymentStore(database)


def an_order(code: str = "1020304050", journey: str = "journey") -> PaymentOrder:
    bill = Bill(SubscriberCode(code), Money.of("29.15"), "visa", "Su üçün")
    return PaymentOrder.of("service", "azersu", journey, Fin("5XJ1K2A"), bill, NOW)


def an_attempt(key: str, **otherwise: Any) -> Attempt:
    return attrs.evolve(Attempt(key, "created", Money.of(1), "", NOW), **otherwise)


def following(order: PaymentOrder, **changes: Any) -> PaymentOrder:
    return attrs.evolve(order, version=order.version + 1, **changes)


# --- to the letter --------------------------------------------------------------------------------


def test_every_field_comes_back_as_it_was(store: SqlPaymentStore) -> None:
    """Whatever it says, and whichever fields change: also codes with blanks, and other zones."""
    order = store.open(an_order())
    tokyo = timezone(timedelta(hours=9))
    everything = PaymentOrder(
        order.number,
        "another intent",
        "another journey",
        "another",
        "azerishiq",
        Fin("6YK2L3B"),
        Bill(SubscriberCode("0012345678901"), Money.of("99999999.99"), "mastercard", ""),
        NOW - timedelta(days=1),
        1,
        (an_attempt("1", page="https://pay.example/?ə=1&b", reference="RRN 1"), an_attempt("2")),
        Credit.REFUSED,
        NOW.astimezone(tokyo),
        "2",
        3,
        NOW + timedelta(microseconds=1),
        4,
        "overdue",
        ("a b", "", "“ə”"),
    )
    store.save(everything)
    assert store.get(order.number) == everything
    assert store.of_journey("journey") == ()


def test_attempts_are_what_the_last_version_says(store: SqlPaymentStore) -> None:
    """Added, changed, moved and taken out: what is kept is neither more nor less."""
    order = store.open(attrs.evolve(an_order(), attempts=(an_attempt("1"), an_attempt("2"))))
    for attempts in (
        (an_attempt("1"), an_attempt("2", state="sent", amount=Money.of(2), card="visa")),
        (an_attempt("2", since=NOW + timedelta(1)), an_attempt("1"), an_attempt("3")),
        (an_attempt("3", reference="RRN"),),
        (),
        (an_attempt("1"),),
    ):
        store.save(order := following(order, attempts=attempts))
        assert store.get(order.number) == order


def test_what_is_refused_leaves_nothing_behind(store: SqlPaymentStore) -> None:
    """An attempt that is another order's: neither order is altered, none is opened."""
    first = store.open(attrs.evolve(an_order("1"), attempts=(an_attempt("1"),)))
    second = store.open(an_order("2"))
    third = attrs.evolve(an_order("3"), attempts=(an_attempt("2"), an_attempt("1")))
    with pytest.raises(PortRefused):
        store.open(third)
    with pytest.raises(PortRefused):
        store.save(following(second, tries=1, attempts=(an_attempt("2"), an_attempt("1"))))
    assert store.of_journey("journey") == (first, second)
    assert store.of_attempt("1") == first
    assert store.of_attempt("2") is None


def test_a_stale_version_alters_no_attempt(store: SqlPaymentStore) -> None:
    """Whoever comes late has changed nothing at all."""
    order = store.open(attrs.evolve(an_order(), attempts=(an_attempt("1"),)))
    with pytest.raises(StalePayment):
        store.save(attrs.evolve(order, attempts=(an_attempt("1", state="sent"),)))
    assert store.get(order.number) == order


# --- at once --------------------------------------------------------------------------------------


def test_an_order_is_read_as_it_was_kept(store: SqlPaymentStore) -> None:
    """Nobody is shown the order of one version with the attempts of another."""
    order = store.open(an_order())
    rounds = 25

    def one(number: int) -> set[int]:
        if number:
            found = (store.get(order.number) for _ in range(rounds))
            return {len(it.attempts) - it.tries for it in found if it}
        kept = order
        for tries in range(1, rounds):
            attempts = tuple(an_attempt(str(place)) for place in range(tries % 5))
            store.save(kept := following(kept, tries=len(attempts), attempts=attempts))
        return {0}

    assert at_once(one) == [{0}] * MANY


def test_all_see_the_orders_of_a_journey_in_one_order(store: SqlPaymentStore) -> None:
    """Whoever looks finds the first so many of all: none comes later and stands before."""
    for turn in range(5):
        orders = [an_order(str(number), f"journey {turn}") for number in range(1, MANY + 1)]

        def one(number: int, orders: list[PaymentOrder] = orders) -> list[str]:
            store.open(orders[number])
            return [order.number for order in store.of_journey(orders[number].journey)]

        seen = at_once(one)
        last = [order.number for order in store.of_journey(orders[0].journey)]
        assert len(last) == MANY
        for number, numbers in enumerate(seen):
            assert isinstance(numbers, list)
            assert orders[number].number in numbers
            assert numbers == last[: len(numbers)]


# --- troubles -------------------------------------------------------------------------------------


def test_troubles_come_page_by_page(store: SqlPaymentStore) -> None:
    """Every one once, in the order they were opened, however many are asked for at a time."""
    numbers = []
    for code in range(1, 8):
        order = store.open(an_order(str(code)))
        store.save(following(order, trouble="overdue" if code % 3 else "refund_refused"))
        numbers += [order.number] if code % 3 else []
    for limit in (1, 2, 3, 10):
        listed: list[str] = []
        while page := store.troubled({"overdue"}, limit, listed[-1] if listed else None):
            assert len(page) <= limit
            listed += [order.number for order in page]
        assert listed == numbers
    assert store.troubled(set()) == ()


# --- histories ------------------------------------------------------------------------------------


class Unseen(histories.World):
    """A world in which nobody looks at every step; the simulated one beside it is looked at."""

    def check(self) -> None:
        """Raise what the store noticed."""
        for mistake in self.store.mistakes:
            raise mistake


def watched(store: SqlPaymentStore) -> type:
    """The histories' store, which watches each change, over tables."""
    methods = {name: staticmethod(getattr(store, name)) for name in PAYMENT_STORE.methods()}
    return type("Watched", (histories._Store, type("Kept", (CityPaymentStore,), methods)), {})


def emptied(transaction: Transaction) -> None:
    for table in (payment_attempts, payment_orders):
        transaction.connection.execute(delete(table))


def test_histories_go_as_on_the_simulator(
    place: Place, store: SqlPaymentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Presses, callbacks, crashes, refunds: each history, in which the laws hold, is the same."""
    happened: Counter[str] = Counter()
    for number in range(120 if isinstance(place, SqlitePlace) else 40):
        tape = Random(number).randbytes(200)  # noqa: S311  # to be the same each time
        simulated = histories.lived(tape)
        store.database.run(emptied)
        with monkeypatch.context() as patched:
            patched.setattr(histories, "_Store", watched(store))
            world = Unseen(histories.Tape(tape))
        world.live()
        assert world.happened == simulated.happened
        assert world.orders == simulated.orders
        assert world.billing.credits == simulated.billing.credits
        happened += world.happened
    assert {"retry", "surplus", "given back", "credited", "crash", "paid anew"} <= happened.keys()
