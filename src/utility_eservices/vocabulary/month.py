"""Ay (a calendar month): the step in which utilities bill and account.

Months are ordered, and counted back over the turn of the year. Written “2020-09”, as the
certificate's columns “Hesabat ili” and “Hesabat ayı” together have it.

Source: manual 003, the certificate (ESU-097, ESU-098, ESU-102): twelve months, newest first,
from the month of issue back, without gaps.

>>> issued = Month.parse("2020-09")
>>> [str(issued.minus(n)) for n in (0, 8, 11)]
['2020-09', '2020-01', '2019-10']
>>> Month.of(date(2020, 8, 19)) < issued
True
>>> Month.parse("2020-13")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: month_malformed: Ay belə yazılmalıdır: 2020-09.
>>> Month(2020, 13)
Traceback (most recent call last):
    ...
ValueError: not a month of the calendar
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import TYPE_CHECKING

import attrs

from utility_eservices.errors import InvalidValue

if TYPE_CHECKING:
    from utility_eservices.vocabulary.language import Language

__all__ = ["Month"]

_LONGEST_TYPED = 32
_TYPED = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@attrs.frozen(order=True)
class Month:
    """One month of one year."""

    year: int
    month: int

    def __attrs_post_init__(self) -> None:
        if not (MINYEAR <= self.year <= MAXYEAR and 1 <= self.month <= 12):
            raise ValueError("not a month of the calendar")

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read what a person typed: “2020-09”."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The month has not been entered.
            raise InvalidValue("month_empty", "Ay daxil edilməyib.")
        found = _TYPED.fullmatch(typed) if len(typed) <= _LONGEST_TYPED else None
        if found is None or found[1] == "0000":
            # The month must be written like this: 2020-09.
            raise InvalidValue("month_malformed", "Ay belə yazılmalıdır: 2020-09.")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        """The month in which a day lies."""
        # An instant lies in two months at once, one here and one in UTC; see `days.baku_day`.
        if isinstance(day, datetime):
            raise TypeError("day must be a date, not an instant")
        return cls(day.year, day.month)

    def minus(self, months: int) -> Month:
        """The month so many before this one; a negative count goes forward."""
        year, month = divmod(self.year * 12 + self.month - 1 - months, 12)
        return Month(year, month + 1)

    def said_in(self, language: Language) -> str:
        """The month by its name: “sentyabr 2020”."""
        return language.month(date(self.year, self.month, 1))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"
