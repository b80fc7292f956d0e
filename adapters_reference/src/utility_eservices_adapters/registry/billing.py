"""Billing in the tables ``registry_invoices``, ``registry_payments`` and ``registry_debts``.

Debts do not follow from the invoices: they are as the utility says, and lowered by what portals
credit.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.errors import PortRefused
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry.statements import (
    entered,
    of_the_code,
    of_the_subscriber,
)
from utility_eservices_adapters.registry.tables import (
    SCHEMA,
    corrections,
    credits_,
    debts,
    invoices,
    payments,
    subscribers,
)
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["RegistryBilling"]

# The "Electronic water" portal, as a payments list names a payment point.
_PORTAL = "Elektron-Su portalı"

_PRESENTED = Prepared(
    select(
        invoices.c.number,
        invoices.c.month,
        invoices.c.amount,
        invoices.c.consumption,
        invoices.c.presented,
        invoices.c.from_reading,
    )
    .where(of_the_subscriber(invoices), invoices.c.presented)
    .order_by(invoices.c.month.desc(), invoices.c.number)
)
_CORRECTION = entered(corrections)
_CORRECT = Prepared(
    update(invoices)
    .where(of_the_subscriber(invoices), invoices.c.number == bindparam("invoice"))
    .values(amount=bindparam("new_amount"))
)
_DEBT = Prepared(select(debts.c.amount).where(of_the_subscriber(debts)))
_PAYMENTS = Prepared(
    select(payments.c.receipt, payments.c.day, payments.c.amount, payments.c.point)
    .where(of_the_subscriber(payments))
    .order_by(payments.c.day.desc(), payments.c.receipt.desc())
)
_KNOWN = Prepared(select(subscribers.c.code).where(of_the_code(subscribers)))
_CREDIT = entered(credits_)
_PAID = Prepared(
    insert(payments), keys=("utility", "code", "receipt", "day", "amount", "point", "credit")
)
_owing = insert(debts)
_OWE_LESS = Prepared(
    _owing.on_conflict_do_update(
        index_elements=["utility", "code"],
        set_={"amount": debts.c.amount + _owing.excluded.amount},
    ),
    keys=("utility", "code", "amount"),
)


def receipt(serial: int) -> str:
    """The number of the receipt of a portal's payment, by its place in the ledger of credits.

    >>> receipt(7)
    'E-000007'
    """
    return f"E-{serial:06}"


@attrs.frozen
class RegistryBilling:
    """The billing of one utility; see `utility_eservices.ports.billing.Billing`."""

    database: Database
    utility: str

    def presented_invoices(self, code: SubscriberCode) -> tuple[Invoice, ...]:
        """See `Billing.presented_invoices`; newest first."""
        rows = self._rows(_PRESENTED, code)
        return tuple(Invoice(number, Month.parse(month), *more) for number, month, *more in rows)

    def correct(self, code: SubscriberCode, invoice: str, amount: Money, key: str) -> None:
        """See `Billing.correct`; the debt stays as it is."""
        of = {"utility": self.utility, "code": code.value, "invoice": invoice}

        def work(transaction: Transaction) -> None:
            if transaction.one(_CORRECTION, **of, amount=amount, key=key) is None:
                return
            if not transaction.do(_CORRECT, **of, new_amount=amount):
                raise PortRefused

        self.database.run(work)

    def debt(self, code: SubscriberCode) -> Money:
        """See `Billing.debt`."""
        rows = self._rows(_DEBT, code)
        return rows[0][0] if rows else NO_MONEY

    def payments(self, code: SubscriberCode) -> tuple[Payment, ...]:
        """See `Billing.payments`; newest first."""
        return tuple(Payment(*row) for row in self._rows(_PAYMENTS, code))

    def credit(self, code: SubscriberCode, amount: Money, day: date, key: str) -> None:
        """See `Billing.credit`: a payment more, and so much less to pay."""
        of = {"utility": self.utility, "code": code.value}

        def work(transaction: Transaction) -> None:
            entry = transaction.one(_CREDIT, **of, amount=amount, day=day, key=key)
            if entry is None:
                return
            if amount <= NO_MONEY or transaction.one(_KNOWN, **of) is None:
                raise PortRefused
            (serial,) = entry
            paid = {"receipt": receipt(serial), "day": day, "amount": amount, "point": _PORTAL}
            transaction.do(_PAID, **of, **paid, credit=serial)
            transaction.do(_OWE_LESS, **of, amount=NO_MONEY - amount)

        self.database.run(work)

    def check(self) -> str | None:
        """Advice when the tables cannot be asked."""
        return SCHEMA.advice(self.database)

    def _rows(self, statement: Prepared, code: SubscriberCode) -> list[tuple[Any, ...]]:
        return self.database.run(
            lambda transaction: transaction.all(statement, utility=self.utility, code=code.value),
            reading=True,
        )
