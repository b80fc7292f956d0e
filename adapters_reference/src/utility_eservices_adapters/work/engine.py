"""The workers of many machines: procrastinate on PostgreSQL, as many workers as you like.

A worker is told of a job as soon as it is committed, or finds it when it is due. One that dies
leaves its jobs behind: once it has been silent for long enough another takes them over. What no
job comes for, because it was lost or its worker knew not the service, is found by the chores.

procrastinate's own worker ends when the database does; here it is begun again until somebody asks
to stop.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

import psycopg
from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from psycopg_pool import AsyncConnectionPool

from utility_eservices.desk.desk import Desk
from utility_eservices.errors import PortUnavailable
from utility_eservices.ports.clock import Clock
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.work.config import WorkConfig, crontab
from utility_eservices_adapters.work.jobs import EFFECT, QUEUE
from utility_eservices_adapters.work.periodic import Chore, attempted
from utility_eservices_adapters.work.stopping import Stopping

__all__ = ["Engine"]

_log = logging.getLogger(__name__)

# A chore that was missed for as long as the longest period is done at once.
_MISSED = timedelta(days=1).total_seconds()
# Chores go before effects, however many of those there are.
_FIRST = 1
# How far the clocks of a database and of a worker may be apart, in seconds.
_APART = 5.0
# Connections of procrastinate's own: to fetch and finish jobs, to tell that it lives, for chores.
_CONNECTIONS = 4


class Engine:
    """Performs the effects whose jobs come, and does the chores, until it is told to stop."""

    def __init__(
        self,
        desk: Desk,
        database: Database,
        chores: Sequence[Chore],
        config: WorkConfig,
        clock: Clock,
        stopping: Stopping,
    ) -> None:
        self._desk = desk
        self._database = database
        self._chores = chores
        self._config = config
        self._clock = clock
        self._stopping = stopping

    def run(self) -> None:
        """Work until somebody asks to stop."""
        asyncio.run(self._run())

    def once(self) -> None:
        """Do the jobs whose time has come and every chore; raises `PortUnavailable`."""
        try:
            # One at a time, so that what comes of one is found after it.
            asyncio.run(self._work(at_once=1, wait=False))
        except (ConnectorException, psycopg.Error):
            raise PortUnavailable from None
        for chore in self._chores:
            attempted(chore.name, partial(chore.do, self._stopping.asked))

    async def _run(self) -> None:
        loop, told = asyncio.get_running_loop(), asyncio.Event()

        def hear() -> None:
            loop.remove_reader(self._stopping)
            told.set()

        loop.add_reader(self._stopping, hear)
        loop.set_default_executor(ThreadPoolExecutor(self._config.at_once + _CONNECTIONS))
        pause, longest = self._config.pause, self._config.longest_pause
        while not told.is_set():
            begun = loop.time()
            await _until(told, self._work(self._config.at_once, wait=True))
            if told.is_set():
                break
            if loop.time() - begun > longest.total_seconds():
                pause = self._config.pause
            _log.warning("the jobs cannot be asked for; again in %g s", pause.total_seconds())
            await _until(told, asyncio.sleep(pause.total_seconds()))
            pause = min(2 * pause, longest)

    async def _work(self, at_once: int, *, wait: bool) -> None:
        """Be a worker of procrastinate's, which ends when it loses the database."""
        seconds = self._database.config.patience.total_seconds()
        async with AsyncConnectionPool(
            kwargs=self._reaching(),
            min_size=1,
            max_size=_CONNECTIONS,
            timeout=seconds,
            check=AsyncConnectionPool.check_connection,
            open=False,
        ) as pool:
            await pool.wait(seconds)
            app = self._app(periodic=wait)
            async with app.open_async(pool):
                await app.run_worker_async(
                    queues=[QUEUE],
                    concurrency=at_once,
                    wait=wait,
                    fetch_job_polling_interval=self._config.pause.total_seconds(),
                    delete_jobs="always",
                    install_signal_handlers=False,
                    update_heartbeat_interval=self._config.heartbeat.total_seconds(),
                    stalled_worker_timeout=self._config.silence.total_seconds(),
                )

    def _reaching(self) -> dict[str, Any]:
        """How the driver reaches the database, as the adapters themselves do."""
        engine = self._database.engine
        _, given = engine.dialect.create_connect_args(engine.url)
        seconds = self._database.config.patience.total_seconds()
        return {
            **given,
            "connect_timeout": max(2, int(seconds)),
            "tcp_user_timeout": int(seconds * 1000),
        }

    # --- what is done -----------------------------------------------------------------------

    def _app(self, *, periodic: bool) -> App:
        app = App(connector=PsycopgConnector(), periodic_defaults={"max_delay": _MISSED})
        app.task(name=EFFECT, queue=QUEUE, pass_context=True)(self._perform)
        for chore in self._chores:
            self._often(app, chore.name, chore.every, partial(self._tend, chore))
        self._often(app, "stalled", self._config.stalled_every, partial(self._take_over, app))
        if not periodic:
            app.periodic_registry.periodic_tasks.clear()
        return app

    def _often(self, app: App, name: str, every: timedelta, do: Any) -> None:
        """Let something be done every so often, by one worker of all.

        No two of it wait at a time. They may run at a time: where one died, the next must not
        wait for it to be taken over, since it may be what takes over.
        """
        task = app.task(name=f"{QUEUE}:{name}", queue=QUEUE)(do)
        app.periodic(
            cron=crontab(every),
            periodic_id=name,
            queue=QUEUE,
            queueing_lock=f"{QUEUE}:{name}",
            priority=_FIRST,
        )(task)

    def _perform(self, context: JobContext, key: str) -> None:
        due = context.job.scheduled_at
        # By its own clock the database says that it is time.
        early = (due - self._clock.now()).total_seconds() if due else 0.0
        if early > 0.0:
            time.sleep(min(early, _APART))
        attempted("an effect", partial(self._desk.perform, key))

    def _tend(self, chore: Chore, timestamp: int) -> None:
        attempted(chore.name, partial(chore.do, self._stopping.asked))

    async def _take_over(self, app: App, timestamp: int) -> None:
        """Give jobs back whose workers have been silent for too long."""
        jobs = app.job_manager
        silent = self._config.silence.total_seconds()
        for job in await jobs.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=silent):
            # Another worker may look after them at this moment.
            with suppress(ConnectorException):
                if job.task_name == EFFECT:
                    await jobs.retry_job(job)
                else:
                    # The next one of a chore comes anyway.
                    await jobs.finish_job(job, Status.FAILED, delete_job=True)
                _log.warning("a job was taken over from a worker that fell silent")


async def _until(told: asyncio.Event, doing: Coroutine[Any, Any, object]) -> None:
    """Do something until it ends, or until it is told to, gracefully.

    What it fails by may quote what it is about: its kind is logged, and no more.
    """
    work = asyncio.create_task(doing)
    stop = asyncio.create_task(told.wait())
    await asyncio.wait({work, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    work.cancel()
    try:
        await work
    except asyncio.CancelledError:
        pass
    except Exception as error:  # noqa: BLE001  # whatever it is, the worker goes on
        _log.warning("the jobs: %s", type(error).__name__)
