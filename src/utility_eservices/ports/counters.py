"""Counters: how many different things somebody has tried on one day.

What they are for is to slow down guessing: each host counts with all the others, so that a
person who goes from one to the next gains nothing. No personal data are kept: the caller hands
over digests, or what is sealed by `Tokens.seal`, so that nobody can try out what was meant.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from utility_eservices.ports.port import Port, hookspec

__all__ = ["COUNTERS", "Counters"]


class Counters(Protocol):
    """Counts different members under a name, day by day, for all hosts together."""

    def note(self, name: str, member: str, day: date) -> int:
        """Remember a member under a name for a day; gives how many different ones there are now.

        This one is among them, and counts once however often it comes. ``day`` is the day in
        Baku; what is older than yesterday may be forgotten. Of calls made at once, each finds
        what the others noted before it: no two different members are given the same figure.
        """


@hookspec
def eservices_counters() -> Counters | None:
    """Give the counters.

    :return: the object, or None when this plugin has none.
    """


COUNTERS = Port(Counters, eservices_counters)
