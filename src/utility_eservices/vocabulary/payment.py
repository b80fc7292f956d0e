"""Ödəniş (a payment): what a subscriber has paid, as the receipt shows it.

Recorded by the utility's billing. A payment counts in the calendar month of its own day, not
in the month of the invoice that it settles (NUM-14): the sample statement has a month with a
payment and no invoice, 2020-05.

Source: manual 003, the list “Ödənişlərim” beside the certificate (ESU-101, NUM-12 to NUM-14).

>>> from decimal import Decimal
>>> paid = Payment("Q-778812", date(2020, 8, 19), Money(Decimal(12)), "Bank")
>>> str(paid.month)
'2020-08'
>>> paid
Payment(receipt=••••••12, day=datetime.date(2020, 8, 19), amount=Money.of('12.00'), point='Bank')
>>> Payment("Q-778812", datetime(2020, 8, 19, 12, 0), Money(Decimal(12)), "Bank")
Traceback (most recent call last):
    ...
TypeError: day must be a date, not an instant
"""

from __future__ import annotations

from datetime import date, datetime

import attrs

from utility_eservices.vocabulary.masking import masked
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month

__all__ = ["Payment"]


@attrs.frozen
class Payment:
    """One payment, as billing has it."""

    receipt: str = attrs.field(repr=masked)
    """The number of the receipt."""

    day: date = attrs.field()
    """The day it was made, in Baku."""

    amount: Money
    """What was paid; negative where it was taken back."""

    point: str
    """Where it was made, such as a bank or a terminal."""

    @day.validator
    def _is_a_day(self, _: object, value: date) -> None:
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError("day must be a date, not an instant")

    @property
    def month(self) -> Month:
        """The month in which it counts."""
        return Month.of(self.day)
