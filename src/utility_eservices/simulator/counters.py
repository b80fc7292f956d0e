"""The city's counters: which different things were noted under a name on a day.

>>> from datetime import date
>>> counters = CityCounters()
>>> [counters.note("who", member, date(2026, 11, 20)) for member in ("a", "b", "a")]
[1, 2, 2]
>>> counters.note("who", "a", date(2026, 11, 21))
1
"""

from __future__ import annotations

import threading
from datetime import date

__all__ = ["CityCounters"]


class CityCounters:
    """Counts in memory, for every desk of one city."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._members: dict[tuple[str, date], set[str]] = {}

    def note(self, name: str, member: str, day: date) -> int:
        """See `Counters.note`."""
        with self._lock:
            members = self._members.setdefault((name, day), set())
            members.add(member)
            return len(members)
