"""``eservices-adapters worker``: performs effects, and what is to be done from time to time."""

from __future__ import annotations

import logging
from contextlib import closing, suppress
from typing import Annotated

from cyclopts import App, Parameter

from utility_eservices.errors import PortFailure
from utility_eservices_adapters.sql.shared import shared
from utility_eservices_adapters.work.config import WorkConfig
from utility_eservices_adapters.work.opening import opened
from utility_eservices_adapters.work.stopping import Stopping
from utility_eservices_adapters.work.worker import worker as worker_of

__all__ = ["app"]

_log = logging.getLogger(__name__)

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"

app = App(
    "worker",
    # Perform effects, payments and periodic jobs.
    help="Növbədəki işləri gör: nəticə əməliyyatları, ödənişlər, dövri işlər.",
)


@app.default
def worker(
    *,
    once: Annotated[
        bool,
        # Do what there is to do and end, instead of waiting for more.
        Parameter(help="Yenisini gözləmə: növbədəkiləri gör və bitir.", negative=()),
    ] = False,
) -> None:
    """Work until SIGTERM, or once."""
    logging.basicConfig(level=logging.INFO, format=_LINE)
    # It tells of every look at the tables.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # It tells of every job, by the effect's key; its pool, of every try to connect.
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
    config = WorkConfig.from_environment()
    desk = opened()
    with suppress(PortFailure):
        # There is no such effect; what it takes to perform any has to be there, all the same.
        desk.perform("")
    with closing(shared()) as database, Stopping() as stopping:
        mine = worker_of(desk, database, config, stopping)
        if once:
            mine.once()
        else:
            _log.info("at work; SIGTERM ends it")
            mine.run()
            _log.info("ended")
