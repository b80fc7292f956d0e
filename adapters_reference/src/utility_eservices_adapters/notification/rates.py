"""Rates (sürət həddi): no more letters in a stretch of time than the other side takes.

The limit is of one process: three workers with "10/second" send up to thirty. A stretch is a
moving window, so that no burst of twice as many comes where two stretches meet.

>>> rate = Rate("2/minute", pause=lambda seconds: None)
>>> rate.take()
>>> rate.take()
>>> rate.take()
Traceback (most recent call last):
    ...
utility_eservices.errors.PortBusy: port_busy: Xidmət hazırda əlçatan deyil. Bir qədər sonra \
yenidən cəhd edin.
>>> is_rate("10/second"), is_rate("often")
(True, False)
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from limits import RateLimitItem, parse

from utility_eservices.errors import PortBusy

__all__ = ["Rate", "is_rate"]

# How long one waits for room, in seconds, and how often one looks.
_PATIENCE, _LOOKS = 1.0, 20


class Rate:
    """So many letters in so long, for all threads of a process; raises ValueError if it is none."""

    def __init__(self, text: str, *, pause: Callable[[float], None] = time.sleep) -> None:
        item = _item(text)
        self._stretch = item.get_expiry()
        # When the last places were taken, as many as there are.
        self._taken: deque[float] = deque(maxlen=item.amount)
        self._pause = pause
        self._lock = Lock()

    def take(self) -> None:
        """Take a place, waiting a moment for one; raises `PortBusy` when there is none."""
        for _ in range(_LOOKS):
            if self._took():
                return
            self._pause(_PATIENCE / _LOOKS)
        raise PortBusy

    def _took(self) -> bool:
        with self._lock:
            now = time.monotonic()  # a clock may be set back
            if len(self._taken) == self._taken.maxlen and now - self._taken[0] < self._stretch:
                return False
            self._taken.append(now)
            return True


def is_rate(text: str) -> bool:
    """Whether a text is a rate."""
    try:
        _item(text)
    except ValueError:
        return False
    return True


def _item(text: str) -> RateLimitItem:
    item = parse(text)
    # The package reads the first of several and leaves the others.
    if item.amount < 1 or ";" in text or "," in text:
        raise ValueError("not one rate")
    return item
