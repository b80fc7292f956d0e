"""What the city's utilities know of meters: metering points, and readings.

As in `utility`, each object answers for the whole city, and ``for_utility`` gives what a plugin
hands out.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import date

import attrs

from utility_eservices.errors import PortRefused
from utility_eservices.ports.metering_points import MeteringPoint, MeteringPoints
from utility_eservices.ports.readings import Readings
from utility_eservices.simulator.utility import CitySubscribers
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["CityMeteringPoints", "CityReadings", "TakenReading"]


# --- metering points --------------------------------------------------------------------------


class CityMeteringPoints:
    """The metering points of all head codes."""

    def __init__(
        self,
        subscribers: CitySubscribers,
        points: Mapping[SubscriberCode, tuple[MeteringPoint, ...]],
    ) -> None:
        self._lock = threading.Lock()
        self._subscribers = subscribers
        self._points = dict(points)

    def of(self, head_code: SubscriberCode) -> tuple[MeteringPoint, ...]:
        """See `MeteringPoints.of`; of any utility."""
        with self._lock:
            return self._points.get(head_code, ())

    def set_points(self, head_code: SubscriberCode, *points: MeteringPoint) -> None:
        """Replace the metering points of a head code; with none, take them away."""
        with self._lock:
            self._points[head_code] = points

    def for_utility(self, utility: str) -> MeteringPoints:
        """The metering points of one utility."""
        return _MeteringPointsOf(self, self._subscribers, utility)


@attrs.frozen
class _MeteringPointsOf:
    everything: CityMeteringPoints
    subscribers: CitySubscribers
    utility: str

    def of(self, head_code: SubscriberCode) -> tuple[MeteringPoint, ...]:
        if not self.subscribers.serves(self.utility, head_code):
            return ()
        return self.everything.of(head_code)


# --- readings ---------------------------------------------------------------------------------


@attrs.frozen
class TakenReading:
    """One reading that was sent; ``day`` is the day in Baku."""

    code: SubscriberCode
    reading: MeterReading
    day: date
    key: str = attrs.field(repr=False)


class CityReadings:
    """The readings of all meters."""

    def __init__(
        self, subscribers: CitySubscribers, last: Mapping[SubscriberCode, MeterReading]
    ) -> None:
        self._lock = threading.Lock()
        self._subscribers = subscribers
        self._last = dict(last)
        self._taken: dict[str, TakenReading] = {}

    def last(self, code: SubscriberCode) -> MeterReading | None:
        """See `Readings.last`; of any utility."""
        with self._lock:
            return self._last.get(code)

    def set_last(self, code: SubscriberCode, reading: MeterReading) -> None:
        """Say what the utility read last, as its inspector would."""
        with self._lock:
            self._last[code] = reading

    def take(self, code: SubscriberCode, reading: MeterReading, day: date, key: str) -> None:
        """See `Readings.take`; of any utility. A code without a meter is refused."""
        with self._lock:
            if key in self._taken:
                return
            subscriber = self._subscribers.find(code)
            if subscriber is None or subscriber.meter is None:
                raise PortRefused
            self._taken[key] = TakenReading(code, reading, day, key)
            self._last[code] = reading

    @property
    def taken(self) -> list[TakenReading]:
        """What was sent so far, in order."""
        with self._lock:
            return list(self._taken.values())

    def for_utility(self, utility: str) -> Readings:
        """The readings of one utility."""
        return _ReadingsOf(self, self._subscribers, utility)


@attrs.frozen
class _ReadingsOf:
    readings: CityReadings
    subscribers: CitySubscribers
    utility: str

    def last(self, code: SubscriberCode) -> MeterReading | None:
        return self.readings.last(code) if self.subscribers.serves(self.utility, code) else None

    def take(self, code: SubscriberCode, reading: MeterReading, day: date, key: str) -> None:
        if not self.subscribers.serves(self.utility, code):
            raise PortRefused
        self.readings.take(code, reading, day, key)
