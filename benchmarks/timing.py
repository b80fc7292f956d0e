"""Measuring several works side by side, so that a busy machine is unfair to all of them alike.

The works take turns, a batch each, for many rounds. What a batch needs is made before its clock
starts, and the garbage collector rests while it runs. The best round is what a work costs when
nothing disturbs it, and what ratios are made of; the median shows how much did.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

__all__ = ["ROUNDS", "Timing", "Work", "measure"]

ROUNDS = 40
# How long a batch is meant to take, and the most it may hold, in nanoseconds and pieces.
_BATCH = 2_000_000
_MOST = 500


@attrs.frozen
class Timing:
    """What one piece of work took, in nanoseconds."""

    best: float
    median: float

    @classmethod
    def of(cls, taken: Sequence[float]) -> Timing:
        """The timing of several rounds."""
        return cls(min(taken), statistics.median(taken))


@attrs.frozen(eq=False)
class Work:
    """What is measured: ``run`` takes what ``prepare`` made, and only ``run`` is timed."""

    name: str
    prepare: Callable[[], Any]
    run: Callable[[Any], object]


def measure(works: Sequence[Work]) -> Iterator[dict[Work, Timing]]:
    """Measure round by round; after each, the timings so far."""
    gc.collect()
    gc.freeze()  # what was set up stays, and need not be looked at before each batch
    sizes = {work: _size(work) for work in works}
    taken: dict[Work, list[float]] = {work: [] for work in works}
    for _ in range(ROUNDS):
        for work, rounds in taken.items():
            rounds.append(_batch(work, sizes[work]))
        yield {work: Timing.of(rounds) for work, rounds in taken.items()}


def _size(work: Work) -> int:
    """How many pieces make a batch; the first one runs to warm up."""
    _batch(work, 1)
    return max(1, min(_MOST, int(_BATCH / _batch(work, 1))))


def _batch(work: Work, size: int) -> float:
    """What one piece of a batch took."""
    prepared, run = [work.prepare() for _ in range(size)], work.run
    gc.collect()
    gc.disable()
    try:
        begun = time.perf_counter_ns()
        for item in prepared:
            run(item)
        return (time.perf_counter_ns() - begun) / size
    finally:
        gc.enable()
