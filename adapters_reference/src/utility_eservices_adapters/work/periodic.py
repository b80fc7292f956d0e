"""What is done from time to time, the same on both engines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TypeAlias, TypeVar

import attrs

from utility_eservices.desk.desk import Desk
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import EServicesError, PortNotProvided
from utility_eservices.ports.clock import Clock
from utility_eservices.vocabulary.days import baku_day
from utility_eservices_adapters.sql.audit import chain_heads
from utility_eservices_adapters.sql.counters import forget_counters
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.work.config import WorkConfig

__all__ = ["Chore", "Stopped", "attempted", "chores"]

_log = logging.getLogger(__name__)

T = TypeVar("T")

# Whether somebody asked to stop.
Stopped: TypeAlias = Callable[[], bool]

# How much is taken up at a time.
_MANY = 1000


@attrs.frozen
class Chore:
    """Something to be done every so often; ``do`` is handed what says that it is to stop."""

    name: str
    every: timedelta
    do: Callable[[Stopped], None]


def attempted(name: str, do: Callable[[], T]) -> T | None:
    """What something gives whose failure is nobody's end; None when it failed.

    What an error says may quote personal data: its code or its kind is logged, and no more.
    """
    try:
        return do()
    except EServicesError as error:
        _log.warning("%s: %s", name, error.code)
    except Exception as error:  # noqa: BLE001  # whatever it is, the worker goes on
        _log.error("%s: %s", name, type(error).__name__)
    return None


def chores(desk: Desk, database: Database, clock: Clock, config: WorkConfig) -> tuple[Chore, ...]:
    """All of them."""

    def payments(stopped: Stopped) -> None:
        while desk.perform_payments(stopped=stopped).done:
            pass

    def overdue(stopped: Stopped) -> None:
        late = Performed()
        while (
            some := desk.perform_effects(overdue=config.overdue, stopped=stopped)
        ) != Performed():
            late += some
            if not some.done and not some.given_up:
                break  # what could only be put off may still be due
        if late != Performed():
            count = late.done + late.put_off + late.given_up
            _log.warning("%d effects were overdue", count)

    def journeys(stopped: Stopped) -> None:
        with suppress(PortNotProvided):  # where no journeys are kept, there is none to forget
            _all(lambda: desk.forget_stale_journeys(config.journeys_after, _MANY), stopped)

    def heads(stopped: Stopped) -> None:
        _all(lambda: chain_heads(database, clock.now(), _MANY), stopped)

    def counters(_stopped: Stopped) -> None:
        forget_counters(database, baku_day(clock.now()))

    return (
        # Where effects have jobs, payments have none: this is what goes back to them.
        Chore("payments", config.payments_every, payments),
        Chore("overdue", config.overdue_every, overdue),
        Chore("journeys", config.journeys_every, journeys),
        Chore("heads", config.heads_every, heads),
        Chore("counters", config.counters_every, counters),
    )


def _all(some: Callable[[], int], stopped: Stopped) -> None:
    """Do all there is to do, some at a time, until nothing is left."""
    while not stopped() and some():
        pass
