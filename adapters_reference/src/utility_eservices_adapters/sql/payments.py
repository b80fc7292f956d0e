"""Payment orders as rows; see `utility_eservices.ports.payment_store`.

An order is a row of ``payment_orders``, each of its attempts one of ``payment_attempts``. Amounts
are whole qəpik. An order and its attempts are read by one statement, so that nobody is shown the
one of before a change with the others of after it.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Set
from datetime import datetime
from itertools import groupby
from typing import Any

import attrs
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql

from utility_eservices.casework.paying import Attempt, Bill, Credit, PaymentOrder
from utility_eservices.errors import PortRefused, StalePayment
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database, Row, Transaction
from utility_eservices_adapters.sql.schema import SCHEMA, payment_attempts, payment_orders
from utility_eservices_adapters.sql.statement import Prepared
from utility_eservices_adapters.sql.texts import is_short
from utility_eservices_adapters.sql.turns import take_turn

__all__ = ["SqlPaymentStore"]

_O, _A = payment_orders.c, payment_attempts.c
# All of an order but its serial, and all of an attempt but whose it is and its place.
_ORDER = tuple(column for column in _O if column is not _O.serial)
_ATTEMPT = (_A.key, _A.state, _A.amount, _A.card, _A.since, _A.page, _A.reference)


def _whole(orders: Select[Any], *by: str) -> Select[Any]:
    """Chosen orders with their attempts, a row each, ordered by columns of the order."""
    chosen = orders.subquery("chosen")
    order = [chosen.c[column.name] for column in _ORDER]
    return (
        select(*order, *_ATTEMPT)
        .outerjoin_from(chosen, payment_attempts, _A.order_number == chosen.c.number)
        .order_by(*(chosen.c[name] for name in by), chosen.c.serial, _A.place)
    )


def _where(condition: ColumnElement[bool]) -> Select[Any]:
    return select(payment_orders).where(condition)


_OPEN = Prepared(
    postgresql.insert(payment_orders).on_conflict_do_nothing().returning(_O.number),
    tuple(column.name for column in _ORDER),
)
_SAVE = Prepared(
    update(payment_orders)
    .where(_O.number == bindparam("of"), _O.version == bindparam("before"))
    .values({column.name: bindparam(column.name) for column in _ORDER if column is not _O.number})
)
_ATTEMPTS = Prepared(
    select(_A.place, *_ATTEMPT).where(_A.order_number == bindparam("order_number"))
)
_ADD = Prepared(insert(payment_attempts), tuple(column.name for column in _A))
_CHANGE = Prepared(
    update(payment_attempts)
    .where(_A.key == bindparam("of"))
    .values({column.name: bindparam(column.name) for column in (_A.place, *_ATTEMPT[1:])})
)
_REMOVE = Prepared(delete(payment_attempts).where(_A.key == bindparam("of")))

_BY_NUMBER = Prepared(_whole(_where(_O.number == bindparam("number"))))
_BY_INTENT = Prepared(_whole(_where(_O.intent == bindparam("intent"))))
_BY_JOURNEY = Prepared(_whole(_where(_O.journey == bindparam("journey"))))
_WHOSE = select(_A.order_number).where(_A.key == bindparam("key")).scalar_subquery()
_BY_ATTEMPT = Prepared(_whole(_where(_O.number == _WHOSE)))
_LIMIT = bindparam("limit", type_=Integer)
_DUE = Prepared(
    _whole(
        _where(_O.due <= bindparam("now")).order_by(_O.due, _O.serial).limit(_LIMIT),
        "due",
    )
)
_LAST = select(_O.serial).where(_O.number == bindparam("after")).scalar_subquery()


def _codes(many: int) -> list[str]:
    """The names of so many parameters."""
    return [f"code_{number}" for number in range(many)]


@functools.cache
def _troubled(many: int) -> Prepared:
    """The orders in one of so many troubles."""
    troubles = _O.trouble.in_([bindparam(code) for code in _codes(many)])
    return Prepared(
        _whole(
            _where(and_(troubles, _O.serial > func.coalesce(_LAST, 0)))
            .order_by(_O.serial)
            .limit(_LIMIT)
        )
    )


@attrs.frozen
class SqlPaymentStore:
    """A payment store over SQL; see `PaymentStore` for what each method promises."""

    database: Database

    def open(self, order: PaymentOrder) -> PaymentOrder:
        """See `PaymentStore.open`."""
        return self.database.run(lambda transaction: _opened(transaction, order))

    def save(self, order: PaymentOrder) -> None:
        """See `PaymentStore.save`."""
        self.database.run(lambda transaction: _save(transaction, order))

    def get(self, number: str) -> PaymentOrder | None:
        """See `PaymentStore.get`."""
        return next(iter(self._found(_BY_NUMBER, number=number)), None)

    def of_journey(self, journey: str) -> tuple[PaymentOrder, ...]:
        """See `PaymentStore.of_journey`."""
        return self._found(_BY_JOURNEY, journey=journey)

    def of_attempt(self, key: str) -> PaymentOrder | None:
        """See `PaymentStore.of_attempt`."""
        return next(iter(self._found(_BY_ATTEMPT, key=key)), None)

    def _found(self, statement: Prepared, **sought: str) -> tuple[PaymentOrder, ...]:
        # What cannot be kept is not there.
        if not all(map(is_short, sought.values())):
            return ()
        rows = self.database.run(lambda it: it.all(statement, **sought), reading=True)
        return _orders(rows)

    def due(self, now: datetime, limit: int = 100) -> tuple[PaymentOrder, ...]:
        """See `PaymentStore.due`."""
        rows = self.database.run(lambda it: it.all(_DUE, now=now, limit=limit), reading=True)
        return _orders(rows)

    def troubled(
        self, troubles: Set[str], limit: int = 100, after: str | None = None
    ) -> tuple[PaymentOrder, ...]:
        """See `PaymentStore.troubled`; after a number that is not kept, the first come."""
        codes = [*filter(is_short, troubles)]
        if not codes:
            return ()
        values = dict(zip(_codes(len(codes)), codes, strict=True), limit=limit)
        values["after"] = after if after and is_short(after) else ""
        rows = self.database.run(lambda it: it.all(_troubled(len(codes)), **values), reading=True)
        return _orders(rows)

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)


def _opened(transaction: Transaction, order: PaymentOrder) -> PaymentOrder:
    # So the serials of a journey's orders are in the order in which others come to see them.
    take_turn(transaction, f"payments of {order.journey}")
    if transaction.one(_OPEN, **_order_values(order)):
        transaction.many(_ADD, _attempt_values(order))
        return order
    kept = _orders(transaction.all(_BY_INTENT, intent=order.intent))
    if not kept:
        raise PortRefused
    return kept[0]


def _save(transaction: Transaction, order: PaymentOrder) -> None:
    values = _order_values(order)
    number = values.pop("number")
    if not transaction.do(_SAVE, of=number, before=order.version - 1, **values):
        raise StalePayment
    # Most changes concern the last attempt, or none.
    kept = {row[1]: row for row in transaction.all(_ATTEMPTS, order_number=number)}
    wanted = {values["key"]: values for values in _attempt_values(order)}
    for key in kept.keys() - wanted.keys():
        transaction.do(_REMOVE, of=key)
    for key in kept.keys() & wanted.keys():
        changed = {name: wanted[key][name] for name in _PLACED}
        if tuple(changed.values()) != kept[key]:
            del changed["key"]
            transaction.do(_CHANGE, of=key, **changed)
    transaction.many(_ADD, [values for key, values in wanted.items() if key not in kept])


_PLACED = ("place", *(column.name for column in _ATTEMPT))


def _order_values(order: PaymentOrder) -> dict[str, Any]:
    """The columns of an order."""
    return {
        "number": order.number,
        "intent": order.intent,
        "journey": order.journey,
        "service": order.service,
        "utility": order.utility,
        "fin": order.fin.value,
        "code": order.bill.code.value,
        "amount": order.bill.amount,
        "card": order.bill.card,
        "about": order.bill.about,
        "at": order.at,
        "version": order.version,
        "credit": order.credit.value,
        "paid_at": order.paid_at,
        "paid_by": order.paid_by,
        "unanswered": order.unanswered,
        "due": order.due,
        "tries": order.tries,
        "trouble": order.trouble,
        "seen": json.dumps(order.seen),
    }


def _attempt_values(order: PaymentOrder) -> list[dict[str, Any]]:
    """The columns of each attempt."""
    return [
        {"order_number": order.number, "place": place, **attrs.asdict(attempt, recurse=False)}
        for place, attempt in enumerate(order.attempts)
    ]


def _orders(rows: Iterable[Row]) -> tuple[PaymentOrder, ...]:
    """The orders that rows of `_whole` tell of."""
    return tuple(_order([*group]) for _, group in groupby(rows, key=lambda row: row[0]))


def _order(rows: list[Row]) -> PaymentOrder:
    number, intent, journey, service, utility, fin, *of_bill = rows[0][:10]
    code, amount, card, about = of_bill
    at, version, credit, paid_at, paid_by, unanswered, due, tries, trouble, seen = rows[0][10:20]
    attempts = (row[20:] for row in rows)
    return PaymentOrder(
        number,
        intent,
        journey,
        service,
        utility,
        Fin(fin),
        Bill(SubscriberCode(code), amount, card, about),
        at,
        version,
        # An order without any has a row with nothing in the place of one.
        tuple(Attempt(*values) for values in attempts if values[0] is not None),
        Credit(credit),
        paid_at,
        paid_by,
        unanswered,
        due,
        tries,
        trouble,
        tuple(json.loads(seen)),
    )
