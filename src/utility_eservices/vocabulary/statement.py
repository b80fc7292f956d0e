"""Elektron arayış (the electronic certificate): twelve months of invoices and payments.

The window is the month of issue and the eleven before it, newest first. A month in which nothing
was invoiced or paid stays, with zeros. A payment counts in the month of its own day, whichever
invoice it settles (NUM-14). Consumption and amounts are billing's, and neither is ever computed
from the other (NUM-09).

The certificate prints its figures in one way, whatever language its reader speaks: an amount with
a point and at least one, at most two decimals, a consumption without needless zeros (AMB-71,
NUM-08).

Source: manual 003, the certificate (ESU-086 to ESU-105); manual 002, the nine data (ST-023 to
ST-035).

>>> paid = [Payment("Q-1", date(2020, 8, 19), Money.of(12), "Bank")]
>>> asked = [Invoice("F-1", Month(2020, 8), Money.of("3.5"), Decimal(6), True, True)]
>>> year = TwelveMonths.of(asked, paid, date(2020, 9, 23))
>>> [item.cells for item in year.months[:2]]
[('2020', '09', '0', '0.0', '0.0'), ('2020', '08', '6', '3.5', '12.0')]
>>> year.total_cells, str(year.months[-1].month)
(('6', '3.5', '12.0'), '2019-10')
>>> TwelveMonths(year.months[:-1])
Traceback (most recent call last):
    ...
ValueError: not twelve months in a row, newest first
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Context, Decimal

import attrs

from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["Heading", "Statement", "StatementMonth", "TwelveMonths"]

_MONTHS = 12
# Our own context, so that a host's precision or traps change nothing here.
_EXACT = Context(prec=60)
# In the place of what billing does not say.
_UNKNOWN = "–"


@attrs.frozen
class StatementMonth:
    """One row of the certificate.

    ``consumption`` is in cubic metres, None where billing does not say it of every invoice.
    """

    month: Month
    consumption: Decimal | None
    invoiced: Money
    paid: Money

    @property
    def cells(self) -> tuple[str, ...]:
        """Year, month, consumption, invoiced, paid, as they are printed (ESU-097 to ESU-101)."""
        figures = _figures(self.consumption, self.invoiced, self.paid)
        return (f"{self.month.year:04}", f"{self.month.month:02}", *figures)


@attrs.frozen
class TwelveMonths:
    """The table: exactly twelve months without a gap, newest first (ST-035, ESU-102)."""

    months: tuple[StatementMonth, ...] = attrs.field()

    @months.validator
    def _are_in_a_row(self, _: object, value: tuple[StatementMonth, ...]) -> None:
        if len(value) != _MONTHS or any(
            item.month != value[0].month.minus(back) for back, item in enumerate(value)
        ):
            raise ValueError("not twelve months in a row, newest first")

    @classmethod
    def of(
        cls, invoices: Iterable[Invoice], payments: Iterable[Payment], issued: date
    ) -> TwelveMonths:
        """The month of a day in Baku and the eleven before it, of invoices and payments."""
        asked, paid = tuple(invoices), tuple(payments)
        window = (Month.of(issued).minus(back) for back in range(_MONTHS))
        return cls(tuple(_month(month, asked, paid) for month in window))

    @property
    def consumption(self) -> Decimal | None:
        """All of it in cubic metres, None where that of a month is not known."""
        return _sum(item.consumption for item in self.months)

    @property
    def invoiced(self) -> Money:
        """All that was asked."""
        return sum((item.invoiced for item in self.months), NO_MONEY)

    @property
    def paid(self) -> Money:
        """All that was paid."""
        return sum((item.paid for item in self.months), NO_MONEY)

    @property
    def total_cells(self) -> tuple[str, ...]:
        """The totals of consumption, invoiced, paid, as they are printed (ESU-104)."""
        return _figures(self.consumption, self.invoiced, self.paid)


@attrs.frozen
class Heading:
    """What stands above the subscriber's data.

    ``utility`` is the short name in the place of the logo (ESU-086), ``issuer`` who issues the
    certificate (ESU-088), ``about`` what it is about (ESU-089), ``kind`` what it is (ESU-090).
    """

    utility: str
    issuer: Phrase
    about: Phrase
    kind: Phrase


@attrs.frozen
class Statement:
    """The whole certificate as data, for whoever makes a page or a PDF of it (AMB-25).

    ``issued`` is the day in Baku (ESU-087); ``persons`` and ``services`` are None where the
    subscriber base does not say, ``meter`` where there is none (AMB-27).
    """

    heading: Heading
    issued: date
    code: SubscriberCode
    holder: PersonName
    address: str = attrs.field(repr=False)
    persons: int | None
    services: ServiceKinds | None
    meter: MeterType | None
    account: TwelveMonths = attrs.field(repr=False)


def _month(
    month: Month, invoices: tuple[Invoice, ...], payments: tuple[Payment, ...]
) -> StatementMonth:
    asked = [item for item in invoices if item.month == month]
    return StatementMonth(
        month,
        _sum(item.consumption for item in asked),
        sum((item.amount for item in asked), NO_MONEY),
        sum((item.amount for item in payments if item.month == month), NO_MONEY),
    )


def _sum(parts: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for part in parts:
        if part is None:
            return None
        total = _EXACT.add(total, part)
    return total


def _figures(consumption: Decimal | None, *amounts: Money) -> tuple[str, ...]:
    used = _UNKNOWN if consumption is None else f"{consumption.normalize(_EXACT):f}"
    return (used, *(amount.plain.removesuffix("0") for amount in amounts))
