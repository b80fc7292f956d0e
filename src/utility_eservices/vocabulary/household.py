"""Nəfər sayı (the number of persons): how many people a utility serves at one address.

Stated by the subscriber; a certificate prints it. From 1 to 99, which is ours, in digits alone.

Source: manual 003, “Xidmət göstərilən nəfər sayı” (ESU-094).

>>> Household.parse(" 4 ")
Household(persons=4)
>>> Household.parse("04") == Household.parse("4")
True
>>> Household.parse("dörd")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: persons_malformed: Nəfər sayı rəqəmlə yazılmalıdır, \
məsələn: 4.
>>> Household.parse("0")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: persons_out_of_range: Nəfər sayı 1 ilə 99 arasında \
olmalıdır.
"""

from __future__ import annotations

import re

import attrs

from utility_eservices.errors import InvalidValue

__all__ = ["Household"]

_MOST = 99
_LONGEST_TYPED = 32
_DIGITS = re.compile("[0-9]+")


@attrs.frozen
class Household:
    """The people at one address; ``persons`` is how many they are."""

    persons: int = attrs.field()

    @persons.validator
    def _is_in_range(self, _: object, persons: int) -> None:
        # True is a number to Python.
        if type(persons) is not int:
            raise TypeError("persons must be an int")
        if not 1 <= persons <= _MOST:
            raise ValueError("not a number of persons")

    @classmethod
    def parse(cls, text: str) -> Household:
        """Read what a person typed."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The number of persons has not been entered.
            raise InvalidValue("persons_empty", "Nəfər sayı daxil edilməyib.")
        if len(typed) > _LONGEST_TYPED or not _DIGITS.fullmatch(typed):
            # The number of persons must be written in digits, for example: 4.
            raise InvalidValue("persons_malformed", "Nəfər sayı rəqəmlə yazılmalıdır, məsələn: 4.")
        if not 1 <= int(typed) <= _MOST:
            # The number of persons must be between 1 and {most}.
            raise InvalidValue(
                "persons_out_of_range",
                "Nəfər sayı 1 ilə {most} arasında olmalıdır.",
                most=_MOST,
            )
        return cls(int(typed))

    def __str__(self) -> str:
        return str(self.persons)
