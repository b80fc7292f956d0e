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
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

__all__ = ["BAKU", "baku_day"]

BAKU = ZoneInfo("Asia/Baku")


def baku_day(instant: datetime) -> date:
    """The day in Baku at an instant; one without a time zone is a mistake."""
    if instant.utcoffset() is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(BAKU).date()
