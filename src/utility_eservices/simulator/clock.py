"""The city's clock: it stands still until somebody moves it.

>>> clock = MovableClock(datetime(2026, 11, 20, 9, tzinfo=UTC))
>>> clock.forward(timedelta(minutes=5))
>>> clock.now()
datetime.datetime(2026, 11, 20, 9, 5, tzinfo=datetime.timezone.utc)
>>> clock.to(datetime(2026, 11, 21))
Traceback (most recent call last):
    ...
ValueError: an instant needs its time zone
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

__all__ = ["MovableClock"]


class MovableClock:
    """A clock for one city; ``start`` is an aware instant."""

    def __init__(self, start: datetime) -> None:
        self._lock = threading.Lock()
        self._now = _in_utc(start)

    def now(self) -> datetime:
        """See `Clock.now`."""
        with self._lock:
            return self._now

    def forward(self, by: timedelta) -> None:
        """Let so much time pass; a negative one is a mistake."""
        if by < timedelta():
            raise ValueError("time does not pass backwards; see MovableClock.to")
        with self._lock:
            self._now += by

    def to(self, instant: datetime) -> None:
        """Set the clock; also back, as the clock of a machine may be."""
        with self._lock:
            self._now = _in_utc(instant)


def _in_utc(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(UTC)
