"""Abonent kodu (subscriber code): the number under which a utility keeps one subscriber.

Issued by the utility; printed on its invoices. Nobody publishes its structure. The lengths
below were observed, not officially stated: “Azərsu” 1 to 13 digits, “Azərişıq” 11 to 15. They
are data: a service that knows better declares its own `CodeFormat`. Leading zeros belong to
the code, so it is a text and never a number.

Source: manuals 001 (“abonent kodu daxil edilib”, DI-021) and 002 (ST-013); the sentences for an
empty and a malformed code are ours (AMB-23). Whether the code exists only the utility knows.

>>> AZERSU_CODE.parse(" 0012 345 678 901 ").value
'0012345678901'
>>> SubscriberCode.parse("0012345678901")
SubscriberCode(•••••••••••01)
>>> AZERISHIQ_CODE.parse("12345")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: code_malformed: Abonent kodu 11–15 rəqəmdən ibarət \
olmalıdır.
>>> AZERSU_CODE.parse(" ")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: code_empty: Abonent kodu daxil edilməyib.
"""

from __future__ import annotations

import re

import attrs

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.masking import masked

__all__ = ["AZERISHIQ_CODE", "AZERSU_CODE", "CodeFormat", "SubscriberCode"]

# Twice the longest code seen: no format may go beyond it.
_LONGEST = 30
_LONGEST_TYPED = 4 * _LONGEST
# Not `str.isdigit`, which also takes the digits of other scripts.
_DIGITS = re.compile(r"[0-9]+")


@attrs.frozen
class SubscriberCode:
    """One subscriber's code; ``value`` is the plain text with its leading zeros."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if len(value) > _LONGEST or not _DIGITS.fullmatch(value):
            raise ValueError("not a subscriber code")

    @classmethod
    def parse(cls, text: str) -> SubscriberCode:
        """Read what a person typed, where the utility is not known: 1 to 15 digits."""
        return _ANY_CODE.parse(text)

    @property
    def masked(self) -> str:
        """The form that may be shown and logged."""
        return masked(self.value)

    def __repr__(self) -> str:
        return f"SubscriberCode({self.masked})"

    def __str__(self) -> str:
        return self.masked


@attrs.frozen
class CodeFormat:
    """How many digits the codes of one utility have."""

    shortest: int
    longest: int

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.shortest <= self.longest <= _LONGEST:
            raise ValueError(f"a code has 1 to {_LONGEST} digits")

    def parse(self, text: str) -> SubscriberCode:
        """Read what a person typed: spaces fall away; only the digits 0 to 9 remain."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The subscriber code has not been entered.
            raise InvalidValue("code_empty", "Abonent kodu daxil edilməyib.")
        if len(typed) <= _LONGEST_TYPED:
            digits = typed.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
            if self.shortest <= len(digits) <= self.longest and _DIGITS.fullmatch(digits):
                return SubscriberCode(digits)
        # The subscriber code must have {digits} digits.
        raise InvalidValue(
            "code_malformed",
            "Abonent kodu {digits} rəqəmdən ibarət olmalıdır.",
            digits=self._lengths(),
        )

    def _lengths(self) -> str:
        if self.shortest == self.longest:
            return str(self.shortest)
        return f"{self.shortest}–{self.longest}"


AZERSU_CODE = CodeFormat(1, 13)
AZERISHIQ_CODE = CodeFormat(11, 15)
_ANY_CODE = CodeFormat(1, 15)
