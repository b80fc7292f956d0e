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
from collections.abc import Callable
from functools import cached_property
from threading import Lock

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from utility_eservices.errors import PortBusy

__all__ = ["Rate", "is_rate"]

# How long one waits for room, in seconds, and how often one looks.
_PATIENCE, _LOOKS = 1.0, 20


class Rate:
    """So many letters in so long, for all threads of a process; raises ValueError if it is none."""

    def __init__(self, text: str, *, pause: Callable[[float], None] = time.sleep) -> None:
        self._item = _item(text)
        self._pause = pause
        # The package's own locks are thrown away now and then while somebody waits for them.
        self._lock = Lock()

    def take(self) -> None:
        """Take a place, waiting a moment for one; raises `PortBusy` when there is none."""
        for _ in range(_LOOKS):
            with self._lock:
                if self._limiter.hit(self._item):
                    return
            self._pause(_PATIENCE / _LOOKS)
        raise PortBusy

    @cached_property
    def _limiter(self) -> MovingWindowRateLimiter:
        # At first use: the storage begins a thread.
        return MovingWindowRateLimiter(MemoryStorage())


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
