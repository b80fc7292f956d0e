"""Faktura (an invoice): what a utility asks of a subscriber for one month.

Issued by the utility's billing. Its number, month, consumption and amount are billing's data:
amount and consumption are never computed from one another, nor checked by one another (NUM-09;
in the sample statement equal consumption goes with unequal amounts).

Not every invoice can be disputed. Manual 001 says which number is a “xətalı faktura nömrəsi”
(faulty invoice number, DI-028): “Xətalı faktura nömrəsi ünvanlarda oxuma nəticəsində yaranan və
abonentlərə təqdim olunan fakturadakı məlumatların xətalı olması iddia edilən fakturanın
nömrəsidir.” The invoice arose from a reading at the address, and was presented (DI-029).

>>> from utility_eservices.vocabulary.money import Money
>>> read = Invoice("F-2020-09", Month(2020, 9), Money.of("3.5"), Decimal(6), True, True)
>>> read.disputable
True
>>> attrs.evolve(read, from_reading=False).disputable
False
>>> attrs.evolve(read, consumption=Decimal("NaN"))
Traceback (most recent call last):
    ...
ValueError: consumption must be a finite number
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from utility_eservices.vocabulary.masking import masked
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month

__all__ = ["Invoice"]


@attrs.frozen
class Invoice:
    """One invoice, as billing has it."""

    number: str = attrs.field(repr=masked)
    """The number printed on it, which an applicant chooses by."""

    month: Month
    """The month it is for, not the month of its date."""

    amount: Money
    """What is asked; negative where billing gives something back."""

    consumption: Decimal | None = attrs.field()
    """What was used, in cubic metres; None where billing does not say."""

    presented: bool
    """Whether the subscriber has been handed it."""

    from_reading: bool
    """Whether it arose from a reading at the address, not from a norm or an average."""

    @consumption.validator
    def _is_a_number(self, _: object, value: Decimal | None) -> None:
        if value is None:
            return
        if not isinstance(value, Decimal):
            raise TypeError("consumption must be a Decimal")
        if not value.is_finite():
            raise ValueError("consumption must be a finite number")

    @property
    def disputable(self) -> bool:
        """Whether it may be named as the faulty invoice of a debt investigation (DI-028)."""
        return self.presented and self.from_reading
