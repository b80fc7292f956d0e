"""What the tables of all benchmarks have in common: targets, cells, and a bar while one waits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs
from rich.progress import track

from utility_eservices.cli.terminal import err

__all__ = ["Target", "duration", "last", "times"]

T = TypeVar("T")


@attrs.frozen
class Target:
    """A bound on how many times one row's figure is another's."""

    words: str
    ratio: float
    at_most: float = float("inf")
    at_least: float = 0.0

    def __str__(self) -> str:
        met = self.at_least <= self.ratio <= self.at_most
        return f"{self.words}: {'met' if met else 'missed'} ({times(self.ratio)})"


def last(so_far: Iterable[T], rounds: int, what: str) -> T:
    """What comes last of so many rounds, with a bar for those who wait."""
    shown = track(so_far, what, total=rounds, console=err(), transient=True)
    *_, final = shown
    return final


def times(ratio: float) -> str:
    """How many times one figure is another."""
    return f"{ratio:.0f}×" if ratio >= 100 else f"{ratio:.3g}×"


def duration(nanoseconds: float) -> str:
    """A time in its unit."""
    micro = nanoseconds / 1000
    return f"{micro / 1000:.1f} ms" if micro >= 1000 else f"{micro:.3g} µs"
