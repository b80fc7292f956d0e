"""Məbləğ (an amount of money) in manats, AZN, exact to the qəpik, a hundredth of a manat.

Decimal throughout: with binary fractions the twelve amounts of the sample statement add up to
107.45 or 107.44999999999999, depending on their order (NUM-07). An amount finer than a qəpik
is refused and never rounded, because whoever made it has to say which way.

A `Money` may be negative, as a credit is. A person types neither a sign nor a thousands mark:
in Azerbaijan the point is one and on the portals' screens it is the decimal mark, so that
“1.005” has two meanings; it is refused.

Source: manual 003, the certificate (ESU-100, ESU-101, ESU-105).

>>> str(Money.parse("12,5"))
'12.50 AZN'
>>> (Money.of("3.5") + Money.of("103.95")).plain
'107.45'
>>> Money.parse("1.005")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: amount_too_fine: Vergüldən sonra ən çoxu iki rəqəm yazın.
>>> Money.of("1.005")
Traceback (most recent call last):
    ...
ValueError: not an amount in whole qəpik

What is to be paid is more than nothing:

>>> positive("0,00")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: amount_zero: Məbləğ sıfırdan böyük olmalıdır.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import TYPE_CHECKING

import attrs

from utility_eservices.errors import InvalidValue

if TYPE_CHECKING:
    from utility_eservices.vocabulary.language import Language

__all__ = ["NO_MONEY", "Money", "positive"]

_QEPIK = Decimal("0.01")
# Our own context, so that a host's precision or traps change nothing here.
_EXACT = Context(prec=28, traps=[Inexact, InvalidOperation, Overflow])
_LONGEST_TYPED = 64
_TYPED = re.compile(r"(?P<sign>[-−]?)(?P<manats>[0-9]+)(?:[.,](?P<fraction>[0-9]+))?")
_MOST_DIGITS = 12


def _in_qepik(amount: Decimal) -> Decimal:
    if not isinstance(amount, Decimal):
        raise TypeError("amount must be a Decimal")
    try:
        exact = amount.quantize(_QEPIK, context=_EXACT)
    except (Inexact, InvalidOperation, Overflow):
        exact = None
    if exact is None or not exact.is_finite():
        raise ValueError("not an amount in whole qəpik")
    return exact or exact.copy_abs()  # no "-0.00"


@attrs.frozen(order=True)
class Money:
    """An amount in AZN; ``amount`` always has two decimals."""

    amount: Decimal = attrs.field(converter=_in_qepik)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read what a person typed: “12”, “12.50” or “12,50”; zero is an amount, too."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The amount has not been entered.
            raise InvalidValue("amount_empty", "Məbləğ daxil edilməyib.")
        found = _TYPED.fullmatch(typed) if len(typed) <= _LONGEST_TYPED else None
        if found is None or len(found["manats"]) > _MOST_DIGITS:
            # The amount must be written in digits, for example 12,50.
            raise InvalidValue("amount_malformed", "Məbləğ rəqəmlə yazılmalıdır, məsələn: 12,50.")
        if found["sign"]:
            # The amount cannot be negative.
            raise InvalidValue("amount_negative", "Məbləğ mənfi ola bilməz.")
        fraction = found["fraction"] or "0"
        if len(fraction) > 2:
            # Write at most two digits after the comma.
            raise InvalidValue("amount_too_fine", "Vergüldən sonra ən çoxu iki rəqəm yazın.")
        return cls(Decimal(f"{found['manats']}.{fraction}"))

    @classmethod
    def of(cls, manats: str | int) -> Money:
        """Build an amount in a program: ``Money.of("12.5")``, ``Money.of(12)``."""
        if isinstance(manats, bool) or not isinstance(manats, str | int):
            raise TypeError("manats must be a str or an int")
        try:
            return cls(Decimal(manats))
        except InvalidOperation:
            raise ValueError("not an amount in whole qəpik") from None

    @classmethod
    def from_qepik(cls, qepik: int) -> Money:
        """Build an amount from whole qəpik, the form that stores keep."""
        if isinstance(qepik, bool) or not isinstance(qepik, int):
            raise TypeError("qepik must be an int")
        return cls(Decimal(f"{qepik}E-2"))

    @property
    def qepik(self) -> int:
        """The amount in whole qəpik."""
        return int(_EXACT.scaleb(self.amount, 2))

    @property
    def plain(self) -> str:
        """The amount with two decimals and no currency: “12.50”."""
        return f"{self.amount:f}"

    def said_in(self, language: Language) -> str:
        """The amount as a language writes it: “1.234,50 AZN”."""
        return f"{language.number(self.amount, '#,##0.00')} AZN"

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money.from_qepik(self.qepik + other.qepik)

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money.from_qepik(self.qepik - other.qepik)

    def __repr__(self) -> str:
        return f"Money.of({self.plain!r})"

    def __str__(self) -> str:
        return f"{self.plain} AZN"


NO_MONEY = Money(Decimal("0.00"))


def positive(text: str) -> Money:
    """Read an amount to be paid, as `Money.parse` does; zero is none."""
    amount = Money.parse(text)
    if amount == NO_MONEY:
        # The amount must be greater than zero.
        raise InvalidValue("amount_zero", "Məbləğ sıfırdan böyük olmalıdır.")
    return amount
