"""Readings (sayğac göstəriciləri): what the utility knows of a meter, and what is sent to it.

Source: manual 003, “Sayğac göstəricilərinin təqdim edilməsi” (ESU-107, ESU-109).
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["READINGS", "Readings"]


class Readings(Protocol):
    """The readings of one utility."""

    def last(self, code: SubscriberCode) -> MeterReading | None:
        """The latest reading known, None when there is none."""

    def take(self, code: SubscriberCode, reading: MeterReading, day: date, key: str) -> None:
        """Take a reading of a day in Baku, which is then the latest.

        ``key`` makes a repeated call harmless: a second call with the same key changes
        nothing and succeeds. Raises `PortRefused` when the reading is not accepted.
        """


@hookspec
def eservices_readings(utility: str) -> Readings | None:
    """Give the readings of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


READINGS = Port(Readings, eservices_readings)
