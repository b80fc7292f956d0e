"""The worker: on SQLite the loop of one machine, on PostgreSQL one of many."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from utility_eservices.desk.desk import Desk
from utility_eservices.desk.system import SystemClock
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.migrating import schemas
from utility_eservices_adapters.work.config import WorkConfig
from utility_eservices_adapters.work.loop import Loop
from utility_eservices_adapters.work.periodic import chores
from utility_eservices_adapters.work.stopping import Stopping

__all__ = ["Worker", "worker"]

_log = logging.getLogger(__name__)


class Worker(Protocol):
    """What performs effects and does the chores."""

    def run(self) -> None:
        """Work until somebody asks to stop."""

    def once(self) -> None:
        """Do what there is to do and end; raises `PortFailure` where it cannot be found out."""


def worker(desk: Desk, database: Database, config: WorkConfig, stopping: Stopping) -> Worker:
    """The worker for a kind of database.

    ``desk`` keeps its cases in that database.
    """
    for advice in _advice(database):
        _log.warning("%s", advice)
    clock = SystemClock()
    tasks = chores(desk, database, clock, config)
    if database.config.on_sqlite:
        return Loop(desk, Path(database.config.file), tasks, config, stopping)
    # The extra postgresql brings what this needs.
    from utility_eservices_adapters.work.engine import Engine  # noqa: PLC0415

    return Engine(desk, database, tasks, config, clock, stopping)


def _advice(database: Database) -> Iterator[str]:
    """What is amiss with the tables, if the database answers at all."""
    if unreachable := database.reachable():
        yield unreachable
        return
    for schema in schemas():
        if advice := schema.advice(database):
            yield advice
