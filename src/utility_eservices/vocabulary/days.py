"""Gün (the day) of an instant: the day in Baku, whose time all of Azerbaijan keeps.

Instants are kept in UTC and given from outside; nothing here looks at a clock. Days and months
are Asia/Baku's, UTC+4 with no summer time since 2016: whoever applies at 23:30 UTC applies the
next day. Issued by the IANA time zone database, which the package `tzdata` carries where the
machine has none.

Source: ours; the manuals speak of “müraciət göndərilən gün” (DI-036) and give dates alone.

>>> from datetime import timezone
>>> baku_day(datetime(2020, 9, 22, 23, 30, tzinfo=timezone.utc))
datetime.date(2020, 9, 23)
>>> baku_day(datetime(2020, 9, 22, 23, 30))
Traceback (most recent call last):
    ...
ValueError: an instant needs its time zone
>>> parse_day("23.09.2020") == parse_day("2020-09-23")
True
>>> parse_day("31.09.2020")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: day_malformed: Tarixi gün.ay.il şəklində yazın, \
məsələn: 25.11.2030.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from utility_eservices.errors import InvalidValue

__all__ = ["BAKU", "baku_day", "parse_day"]

BAKU = ZoneInfo("Asia/Baku")

_LONGEST_TYPED = 32
# As people write a day, and as a browser's calendar hands it over.
_TYPED = re.compile(
    r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"
    r"|(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})"
)


def baku_day(instant: datetime) -> date:
    """The day in Baku at an instant; one without a time zone is a mistake."""
    if instant.utcoffset() is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(BAKU).date()


def parse_day(text: str) -> date:
    """Read a day that a person typed: “23.09.2020” or “2020-09-23”."""
    if not isinstance(text, str):
        raise TypeError("text must be a str")
    typed = text.strip()
    if not typed:
        # The date has not been entered.
        raise InvalidValue("day_empty", "Tarix daxil edilməyib.")
    found = _TYPED.fullmatch(typed) if len(typed) <= _LONGEST_TYPED else None
    if found:
        day, month, year, iso_year, iso_month, iso_day = found.groups()
        try:
            return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        except ValueError:
            pass  # no day of the calendar
    # Write the date as day.month.year, for example: 25.11.2030.
    raise InvalidValue("day_malformed", "Tarixi gün.ay.il şəklində yazın, məsələn: 25.11.2030.")
