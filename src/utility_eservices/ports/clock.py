"""The clock: the instant it is. Days and months are Asia/Baku's and follow from it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from utility_eservices.ports.port import Port, hookspec

__all__ = ["CLOCK", "Clock"]


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


@hookspec
def eservices_clock() -> Clock | None:
    """Give the clock.

    :return: the object, or None when this plugin has no clock.
    """


CLOCK = Port(Clock, eservices_clock)
