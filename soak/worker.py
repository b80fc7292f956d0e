"""A worker of the soak: the one of production, with less patience."""

from __future__ import annotations

from datetime import timedelta

from soak.world import Opened, World
from utility_eservices_adapters.work.config import WorkConfig
from utility_eservices_adapters.work.stopping import Stopping
from utility_eservices_adapters.work.worker import worker as worker_of

__all__ = ["settle", "worker"]

_second = timedelta(seconds=1)
_CONFIG = WorkConfig(
    pause=_second / 20,
    longest_pause=_second,
    heartbeat=_second / 2,
    silence=2 * _second,
    overdue=_second,
    overdue_every=_second,
    heads_every=_second,
    stalled_every=_second,
)


def worker(world: World, _seed: int) -> None:
    """Go on for ever."""
    opened = world.opened()
    with Stopping() as stopping:
        worker_of(opened.desk, opened.database, _CONFIG, stopping).run()


def settle(opened: Opened) -> None:
    """Do what is left to do, whether or not a job is there for it."""
    while (done := opened.desk.perform_due()).done or done.given_up:
        pass
