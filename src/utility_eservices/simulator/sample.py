"""The sample of manual 003: twelve months of one subscriber, and what was paid in them.

Months, consumption and amounts are the screenshot's to the letter (the certificate of
2020-09-23, and the list “Ödənişlərim”). That both belong to one subscriber the manual does not
say (NUM-15). Ours are the numbers of invoices and receipts, which the manual strikes out, that
the months with nothing invoiced did not arise from a reading, one invoice more that was not
presented, and the payments before the three that the list shows: the certificate gives their
month and amount (NUM-13), day and point are invented.

>>> sum(row.consumption for row in STATEMENT), sum(row.invoiced.qepik for row in STATEMENT)
(Decimal('204'), 10745)
>>> sum(row.paid.qepik for row in STATEMENT) == sum(item.amount.qepik for item in PAYMENTS)
True
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["DEBT", "PAYMENTS", "STATEMENT", "StatementRow", "invoice_number", "sample_invoices"]


@attrs.frozen
class StatementRow:
    """One month of the certificate: cubic metres, what was invoiced, what was paid."""

    month: Month
    consumption: Decimal
    invoiced: Money
    paid: Money


def _row(month: str, consumption: str, invoiced: str, paid: str) -> StatementRow:
    return StatementRow(
        Month.parse(month), Decimal(consumption), Money.of(invoiced), Money.of(paid)
    )


# Newest first, as printed.
STATEMENT = (
    _row("2020-09", "6", "3.5", "0.0"),
    _row("2020-08", "6", "3.5", "12.0"),
    _row("2020-07", "6", "3.85", "0.0"),
    _row("2020-06", "4", "2.1", "10.0"),
    _row("2020-05", "0", "0.0", "10.0"),
    _row("2020-04", "22", "11.2", "10.0"),
    _row("2020-03", "10", "5.25", "9.65"),
    _row("2020-02", "12", "6.65", "10.0"),
    _row("2020-01", "12", "6.65", "0.0"),
    _row("2019-12", "118", "59.85", "10.0"),
    _row("2019-11", "8", "4.9", "5.0"),
    _row("2019-10", "0", "0.0", "0.0"),
)

PAYMENTS = (
    Payment("Q-000008", date(2020, 8, 19), Money.of(12), "Hökumət Ödəniş Portalı"),
    Payment("Q-000007", date(2020, 6, 19), Money.of(10), "SmartPay ödəmə nöqtəsi"),
    Payment("Q-000006", date(2020, 5, 21), Money.of(10), "e-Manat ödəmə nöqtəsi"),
    # The rest is cut off in the list; days and points are ours.
    Payment("Q-000005", date(2020, 4, 20), Money.of(10), "e-Manat ödəmə nöqtəsi"),
    Payment("Q-000004", date(2020, 3, 18), Money.of("9.65"), "Hökumət Ödəniş Portalı"),
    Payment("Q-000003", date(2020, 2, 21), Money.of(10), "e-Manat ödəmə nöqtəsi"),
    Payment("Q-000002", date(2019, 12, 19), Money.of(10), "SmartPay ödəmə nöqtəsi"),
    Payment("Q-000001", date(2019, 11, 22), Money.of(5), "e-Manat ödəmə nöqtəsi"),
)

# On the payment form, which shows another code (ESU-149, NUM-06).
DEBT = Money.of("29.15")


def invoice_number(code: SubscriberCode, month: Month) -> str:
    """The number that the city's billing gives: the month, and the end of the code.

    >>> invoice_number(SubscriberCode("1020304050"), Month(2020, 9))
    'F-2020-09-4050'
    """
    return f"F-{month}-{code.value[-4:]}"


def sample_invoices(code: SubscriberCode) -> tuple[Invoice, ...]:
    """The twelve invoices of the statement for one code, and one that was not presented."""
    invoices = [
        Invoice(
            invoice_number(code, row.month),
            row.month,
            row.invoiced,
            row.consumption,
            presented=True,
            from_reading=row.invoiced != NO_MONEY,
        )
        for row in STATEMENT
    ]
    month = STATEMENT[0].month.minus(-1)
    unseen = Invoice(invoice_number(code, month), month, Money.of("4.20"), Decimal(7), False, True)
    return (unseen, *invoices)
