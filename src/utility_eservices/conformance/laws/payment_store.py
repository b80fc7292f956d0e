"""Laws of the port `payment_store`: see `utility_eservices.ports.payment_store.PaymentStore`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import attrs
import pytest

from utility_eservices.casework.paying import (
    CURRENCY,
    Bill,
    PaymentOrder,
    Report,
    ReportStatus,
)
from utility_eservices.conformance.laws.common import (
    MANY,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.errors import PortRefused, StalePayment
from utility_eservices.ports.payment_store import PaymentStore
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "PaymentStoreWorld",
    "test_payment_store_brings_orders_longest_due_first",
    "test_payment_store_finds_an_order_by_any_of_its_attempts",
    "test_payment_store_gives_an_order_back_to_the_letter",
    "test_payment_store_gives_no_number_twice",
    "test_payment_store_keeps_no_order_that_was_not_opened",
    "test_payment_store_keeps_one_order_of_an_intent",
    "test_payment_store_keeps_one_order_of_an_intent_that_comes_at_once",
    "test_payment_store_keeps_one_version_of_those_saved_at_once",
    "test_payment_store_keeps_the_next_version_alone",
    "test_payment_store_knows_nothing_that_was_never_kept",
    "test_payment_store_lists_a_journey_in_the_order_it_was_opened",
    "test_payment_store_lists_no_more_than_asked",
    "test_payment_store_lists_troubles_page_by_page",
    "test_payment_store_lists_what_people_should_look_at",
    "test_payment_store_remembers_after_a_restart",
    "test_payment_store_says_how_it_is",
    "test_payment_store_tells_not_now_from_none",
    "test_payment_store_writes_down_nothing_personal",
]


class PaymentStoreWorld(World[PaymentStore], Protocol):
    """A store of payment orders."""


_NOW = datetime(2026, 11, 20, 9, 30, 15, 250000, tzinfo=UTC)
_FIN = "5XJ1K2A"
_CODE = "1020304050"
_ALL = 100_000


def _order(
    world: PaymentStoreWorld, journey: str = "", qepik: int = 2915, settled: Collection[str] = ()
) -> PaymentOrder:
    bill = Bill(SubscriberCode(_CODE), Money.from_qepik(qepik), "visa", "Su üçün – “borc”")
    journey = journey or world.fresh()
    return PaymentOrder.of("service", "azersu", journey, Fin(_FIN), bill, _NOW, settled)


def _tried(world: PaymentStoreWorld) -> PaymentOrder:
    order = _order(world)
    return order.tried(order.bill, _NOW)


def _next(order: PaymentOrder, **changes: Any) -> PaymentOrder:
    return attrs.evolve(order, version=order.version + 1, **changes)


def _mine(found: Iterable[PaymentOrder], *orders: PaymentOrder) -> list[str]:
    """Of orders found, the numbers of those asked about, as they came."""
    numbers = {order.number for order in orders}
    return [order.number for order in found if order.number in numbers]


def _numbers(*orders: PaymentOrder) -> list[str]:
    return [order.number for order in orders]


def test_payment_store_gives_an_order_back_to_the_letter(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Whatever becomes of an order, it comes back as it was put in, however it is found."""
    port, order = payment_store_world.port, _order(payment_store_world)
    assert port.open(order) == order
    order = _next(order.tried(order.bill, _NOW))
    port.save(order)
    key, page = order.attempts[0].key, "https://pay.example/?a=b&c=ə"
    order = _next(order.moved(key, "page_given", _NOW, page=page))
    port.save(order)
    status, amount = ReportStatus.PAID, order.bill.amount
    report = Report(order.number, key, status, amount, CURRENCY, "RRN1")
    order = order.told(report, _NOW + timedelta(minutes=1)).credit_asked()
    order = _next(order.troubled("overdue").looked_at().troubled("refund_refused"))
    port.save(order)
    assert port.get(order.number) == port.of_attempt(key) == order
    assert port.of_journey(order.journey) == (order,)


def test_payment_store_knows_nothing_that_was_never_kept(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Nothing is found under a number, a journey or a key that nobody gave."""
    port, order = payment_store_world.port, _tried(payment_store_world)
    assert port.get(order.number) is None
    assert port.of_journey(order.journey) == ()
    assert port.of_attempt(order.attempts[0].key) is None


def test_payment_store_keeps_one_order_of_an_intent(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Opening an intent again gives the order that is kept, as it stands, and keeps nothing."""
    port, first = payment_store_world.port, _order(payment_store_world)
    port.open(first)
    tried = _next(first.tried(first.bill, _NOW))
    port.save(tried)
    again = attrs.evolve(first, number=_order(payment_store_world).number)
    assert port.open(first) == port.open(again) == tried
    assert port.get(again.number) is None
    assert port.of_journey(first.journey) == (tried,)


def test_payment_store_keeps_one_order_of_an_intent_that_comes_at_once(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Of sixteen who open one intent at once all are given the one order that is kept."""
    world, order = payment_store_world, _order(payment_store_world)
    orders = [attrs.evolve(order, number=_order(world).number) for _ in range(MANY)]
    given = at_once(lambda number: world.port.open(orders[number]).number)
    assert len(set(given)) == 1
    assert _numbers(*world.port.of_journey(order.journey)) == given[:1]


def test_payment_store_gives_no_number_twice(payment_store_world: PaymentStoreWorld) -> None:
    """A number that another intent's order has is refused, and that order stays as it is."""
    world = payment_store_world
    first, second = world.port.open(_order(world)), _order(world)
    with pytest.raises(PortRefused):
        world.port.open(attrs.evolve(second, number=first.number))
    assert world.port.get(first.number) == first
    assert world.port.of_journey(second.journey) == ()


def test_payment_store_keeps_the_next_version_alone(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """A version that does not follow on the kept one is stale, and leaves nothing behind."""
    port, order = payment_store_world.port, _order(payment_store_world)
    port.open(order)
    kept = _next(order)
    port.save(kept)
    for version in (0, 1, 3):
        with pytest.raises(StalePayment):
            port.save(attrs.evolve(order, version=version, trouble="overdue"))
    assert port.get(order.number) == kept


def test_payment_store_keeps_no_order_that_was_not_opened(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Saving makes no new order."""
    order = _next(_order(payment_store_world))
    with pytest.raises(StalePayment):
        payment_store_world.port.save(order)
    assert payment_store_world.port.get(order.number) is None


def test_payment_store_keeps_one_version_of_those_saved_at_once(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Of sixteen who change an order at once one succeeds; all others know."""
    port, order = payment_store_world.port, _order(payment_store_world)
    port.open(order)

    def save(number: int) -> int:
        port.save(_next(order, tries=number))
        return number

    given = at_once(save)
    assert sum(isinstance(item, StalePayment) for item in given) == MANY - 1
    kept = port.get(order.number)
    assert kept is not None
    assert [kept.tries] == [item for item in given if isinstance(item, int)]


def test_payment_store_lists_a_journey_in_the_order_it_was_opened(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """By it all hosts agree on which order was first; a later change alters nothing of it."""
    port, journey = payment_store_world.port, payment_store_world.fresh()
    orders: list[PaymentOrder] = []
    for qepik in (300, 100, 200):
        orders.append(_order(payment_store_world, journey, qepik, _numbers(*orders)))
        port.open(orders[-1])
    port.open(_order(payment_store_world))
    port.save(_next(orders[0], tries=1))
    assert _numbers(*port.of_journey(journey)) == _numbers(*orders)


def test_payment_store_finds_an_order_by_any_of_its_attempts(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """A report about an early attempt finds its order as one about the latest does."""
    port, order = payment_store_world.port, _order(payment_store_world)
    port.open(order)
    for _ in range(3):
        order = order.tried(order.bill, _NOW)
        order = order.moved(order.attempts[-1].key, "given_up", _NOW)
    port.save(order := _next(order))
    assert len(order.attempts) == 3
    assert [port.of_attempt(attempt.key) for attempt in order.attempts] == [order] * 3


def test_payment_store_brings_orders_longest_due_first(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Orders come by their due time, to the fraction of a second, only those due by now."""
    world, second = payment_store_world, timedelta(seconds=1)
    due = (second, -second, second + timedelta(microseconds=1), None, timedelta(0))
    orders = [_order(world) for _ in due]
    for order, after in zip(orders, due, strict=True):
        world.port.open(order)
        world.port.save(_next(order, due=None if after is None else _NOW + after))
    late, early, _later, _never, now = orders
    found = world.port.due(_NOW + second, _ALL)
    assert _mine(found, *orders) == _numbers(early, now, late)


def test_payment_store_lists_what_people_should_look_at(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Orders in a trouble asked for are listed as they were opened, until they are looked at."""
    port = payment_store_world.port
    orders = [_order(payment_store_world) for _ in range(4)]
    for order in orders:
        port.open(order)
    names = {2: "overdue", 1: "refund_refused", 0: "overdue"}
    for place, name in names.items():
        port.save(_next(orders[place], trouble=name))
    assert _mine(port.troubled({"overdue"}, _ALL), *orders) == _numbers(orders[0], orders[2])
    both = port.troubled({"overdue", "refund_refused"}, _ALL)
    assert _mine(both, *orders) == _numbers(*orders[:3])
    port.save(attrs.evolve(orders[0], version=2))
    assert _mine(port.troubled({"overdue"}, _ALL), *orders) == _numbers(orders[2])


def test_payment_store_lists_troubles_page_by_page(payment_store_world: PaymentStoreWorld) -> None:
    """After an order come those opened later, also when that order is in no trouble any more."""
    port = payment_store_world.port
    orders = [_order(payment_store_world) for _ in range(4)]
    for order in orders:
        port.open(order)
        port.save(_next(order, trouble="overdue"))
    port.save(attrs.evolve(orders[1], version=2))
    for place, later in ((0, orders[2:]), (1, orders[2:]), (3, [])):
        found = port.troubled({"overdue"}, _ALL, orders[place].number)
        assert sorted(_mine(found, *orders)) == sorted(_numbers(*later))


def test_payment_store_lists_no_more_than_asked(payment_store_world: PaymentStoreWorld) -> None:
    """Of more than are asked for, the first come: of those due, and of those in trouble."""
    port = payment_store_world.port
    for _ in range(3):
        order = port.open(_order(payment_store_world))
        port.save(_next(order, due=_NOW, trouble="overdue"))
    due = [order.due for order in port.due(_NOW, _ALL)]
    assert [order.due for order in port.due(_NOW, 2)] == due[:2]
    troubled = port.troubled({"overdue"}, _ALL)
    assert port.troubled({"overdue"}, 2) == troubled[:2]
    assert min(len(due), len(troubled)) > 2


@requires("reopened")
def test_payment_store_remembers_after_a_restart(payment_store_world: PaymentStoreWorld) -> None:
    """Orders, intents and versions are there after a restart, and on another host."""
    order = _order(payment_store_world)
    payment_store_world.port.open(order)
    other = payment_store_world.reopened()
    assert other.get(order.number) == order
    assert other.of_journey(order.journey) == (order,)
    again = attrs.evolve(order, number=_order(payment_store_world).number)
    assert other.open(again) == order
    other.save(_next(order))
    with pytest.raises(StalePayment):
        payment_store_world.port.save(_next(order))


@requires("switched_off")
def test_payment_store_tells_not_now_from_none(payment_store_world: PaymentStoreWorld) -> None:
    """While it cannot be reached each call says so: nobody passes for who has not paid."""
    port, new = payment_store_world.port, _order(payment_store_world)
    order = _tried(payment_store_world)
    port.open(order)
    tells_not_now(
        payment_store_world,
        lambda: port.open(new),
        lambda: port.save(_next(order)),
        lambda: port.get(order.number),
        lambda: port.of_journey(order.journey),
        lambda: port.of_attempt(order.attempts[0].key),
        lambda: port.due(_NOW),
        lambda: port.troubled({"overdue"}),
    )


def test_payment_store_writes_down_nothing_personal(
    payment_store_world: PaymentStoreWorld,
) -> None:
    """Neither who pays for which code nor the page to pay at stands in a log or a repr."""
    port, order = payment_store_world.port, _tried(payment_store_world)
    page = "https://pay.example/secret"
    order = order.moved(order.attempts[0].key, "page_given", _NOW, page=page)
    keeps_silent(
        payment_store_world,
        [_FIN, _CODE, page, order.journey, order.bill.about],
        lambda: port.open(order),
        lambda: port.get(order.number),
        lambda: port.of_journey(order.journey),
    )


def test_payment_store_says_how_it_is(payment_store_world: PaymentStoreWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(payment_store_world)
