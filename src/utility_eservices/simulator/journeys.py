"""The city's keep of unfinished journeys.

>>> from datetime import UTC, datetime
>>> aysel, kamran = Fin("5XJ1K2A"), Fin("6YK2L3B")
>>> began = KeptJourney("token", "statement", "e-su.az", datetime(2026, 11, 20, tzinfo=UTC), "…")
>>> journeys = CityJourneys()
>>> journeys.put(aysel, began)
>>> journeys.get(aysel, "token") == began, journeys.get(kamran, "token")
(True, None)
>>> journeys.forget_before(datetime(2026, 11, 21, tzinfo=UTC))
1
>>> journeys.of(aysel)
()
"""

from __future__ import annotations

import threading
from datetime import datetime

from utility_eservices.errors import PortRefused
from utility_eservices.ports.journeys import KeptJourney
from utility_eservices.vocabulary.fin import Fin

__all__ = ["CityJourneys"]


class CityJourneys:
    """Keeps in memory, for every desk of one city."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[Fin, KeptJourney]] = {}

    def put(self, fin: Fin, journey: KeptJourney) -> None:
        """See `Journeys.put`."""
        with self._lock:
            whose, _ = self._kept.get(journey.id, (fin, journey))
            if whose != fin:
                raise PortRefused
            self._kept[journey.id] = (fin, journey)

    def get(self, fin: Fin, id: str) -> KeptJourney | None:  # noqa: A002  # as in the port
        """See `Journeys.get`."""
        with self._lock:
            whose, kept = self._kept.get(id, (None, None))
        return kept if whose == fin else None

    def of(self, fin: Fin, limit: int = 50) -> tuple[KeptJourney, ...]:
        """See `Journeys.of`; of equals, the one that was begun last comes last."""
        with self._lock:
            theirs = [kept for whose, kept in self._kept.values() if whose == fin]
        return tuple(sorted(theirs, key=lambda kept: kept.at, reverse=True)[:limit])

    def forget(self, fin: Fin, id: str) -> None:  # noqa: A002  # as in the port
        """See `Journeys.forget`."""
        with self._lock:
            if id in self._kept and self._kept[id][0] == fin:
                del self._kept[id]

    def forget_before(self, instant: datetime, limit: int = 1000) -> int:
        """See `Journeys.forget_before`."""
        with self._lock:
            stale = [kept for _, kept in self._kept.values() if kept.at < instant]
            oldest = sorted(stale, key=lambda kept: kept.at)[:limit]
            for kept in oldest:
                del self._kept[kept.id]
        return len(oldest)
