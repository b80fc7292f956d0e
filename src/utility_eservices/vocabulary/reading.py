"""Sayğacın göstəricisi (a meter reading): what the meter's dial shows, in cubic metres, m³.

Read off by the subscriber, or by the utility's inspector. Never negative; at most three
decimals, a litre, and nine digits before them. How much was used is the difference of two
readings and the utility's to work out; what it costs does not follow from it (NUM-09).

Source: manual 001, figure 8, “sayğacın müraciət göndərilən günə olan göstəricisi” (DI-036);
the limits are ours.

>>> str(MeterReading.parse("1234,50"))
'1234.5 m³'
>>> MeterReading.parse("-3")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: reading_negative: Sayğacın göstəricisi mənfi ola bilməz.
>>> MeterReading.parse("many")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: reading_malformed: Sayğacın göstəricisi rəqəmlə \
yazılmalıdır, məsələn: 1234 və ya 1234,5.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from utility_eservices.errors import InvalidValue

if TYPE_CHECKING:
    from utility_eservices.vocabulary.language import Language

__all__ = ["MeterReading"]

_LONGEST_TYPED = 64
_TYPED = re.compile(r"(?P<sign>[-−]?)(?P<whole>[0-9]{1,9})(?:[.,](?P<litres>[0-9]{1,3}))?")
_PLAIN = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})?")


def _shortest(value: Decimal) -> Decimal:
    """The same number without needless zeros, so that equal readings also read the same."""
    if not isinstance(value, Decimal):
        raise TypeError("value must be a Decimal")
    # Told apart by its size first: spelling out 1E+999999 would take a million characters.
    if not value.is_finite() or not -30 < value.adjusted() < 9:
        raise ValueError("not a meter reading")
    whole, _, litres = f"{value:f}".partition(".")
    litres = litres.rstrip("0")
    plain = f"{whole}.{litres}" if litres else whole
    if not _PLAIN.fullmatch(plain):
        raise ValueError("not a meter reading")
    return Decimal(plain)


@attrs.frozen(order=True)
class MeterReading:
    """What a dial shows; ``value`` is in cubic metres."""

    value: Decimal = attrs.field(converter=_shortest)

    @classmethod
    def parse(cls, text: str) -> MeterReading:
        """Read what a person typed: “1234”, “1234.5” or “1234,5”."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The meter's reading has not been entered.
            raise InvalidValue("reading_empty", "Sayğacın göstəricisi daxil edilməyib.")
        found = _TYPED.fullmatch(typed) if len(typed) <= _LONGEST_TYPED else None
        if found is None:
            # The meter's reading must be written in digits, for example 1234 or 1234,5.
            raise InvalidValue(
                "reading_malformed",
                "Sayğacın göstəricisi rəqəmlə yazılmalıdır, məsələn: 1234 və ya 1234,5.",
            )
        if found["sign"]:
            # The meter's reading cannot be negative.
            raise InvalidValue("reading_negative", "Sayğacın göstəricisi mənfi ola bilməz.")
        return cls(Decimal(f"{found['whole']}.{found['litres'] or '0'}"))

    @property
    def plain(self) -> str:
        """The number alone: “1234.5”."""
        return f"{self.value:f}"

    def said_in(self, language: Language) -> str:
        """The reading with its unit: “1234,5 m³”; no marks between thousands, as on a dial."""
        unit = language.text("m³")
        return f"{language.number(self.value, '0.###')} {unit}"

    def __str__(self) -> str:
        return f"{self.plain} m³"
