"""Jobs of effects on PostgreSQL: procrastinate's, deferred in the transaction of the effect itself.

A job carries the key of an effect and when it is due, and nothing else: tries, outcome and the next
due time are the effect's. So a job that comes twice or in vain does no harm, and every put-off
effect has a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from procrastinate import App, SyncPsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.types import JSONDict

from utility_eservices.casework.effect import Effect
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.work.schema import SCHEMA

__all__ = ["EFFECT", "QUEUE", "ProcrastinateJobs"]

# Beside ours there may be a host's own jobs.
QUEUE = "eservices"
# The task that performs an effect.
EFFECT = "eservices:effect"


class ProcrastinateJobs:
    """Jobs for `utility_eservices_adapters.sql.cases.SqlCases`.

    Thread-safe, and with no connection of its own.
    """

    def __init__(self) -> None:
        self._app = App(connector=SyncPsycopgConnector())

    def check(self, database: Database) -> str | None:
        """Advice when the tables of jobs are not there, or of another version."""
        return SCHEMA.advice(database)

    def add(self, transaction: Transaction, effects: Sequence[Effect]) -> None:
        """Defer a job for each: in one statement those that are due at one time."""
        for due, together in groupby(effects, lambda effect: effect.due):
            carried: list[JSONDict] = [{"key": effect.key} for effect in together]
            deferrer = self._app.configure_task(
                EFFECT, queue=QUEUE, schedule_at=due, connection=transaction.driver
            )
            try:
                deferrer.batch_defer(*carried)
            except ConnectorException as error:
                # The driver's own, from which the database tells what happened.
                raise (error.__cause__ or error) from None
