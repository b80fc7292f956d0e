"""Jobs come and go with the effects that they are of, and carry nothing but their keys."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from tests.adapters.work.conftest import Site, until
from tests.adapters.work.hosting import opened
from tests.databases import PostgresqlPlace

from utility_eservices.casework.effect import Effect
from utility_eservices.desk.system import SealedTokens, SystemClock
from utility_eservices.errors import PortUnavailable
from utility_eservices.ports.clock import Clock
from utility_eservices.ports.port import hookimpl
from utility_eservices.ports.tokens import Tokens
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.work.config import WorkConfig
from utility_eservices_adapters.work.engine import Engine
from utility_eservices_adapters.work.jobs import ProcrastinateJobs
from utility_eservices_adapters.work.stopping import Stopping

DUE = datetime(2026, 11, 21, 10, 30, 0, 123456, UTC)


class Undone(Exception):
    """What undoes a transaction."""


def effect(serial: int, due: datetime = DUE) -> Effect:
    """An effect of some request."""
    return Effect.ordered("visit", "call_out", f"AZS-2026-{serial:06}", 0, due)


def jobs(site: Site) -> list[tuple[dict[str, Any], datetime | None]]:
    """What the jobs carry, and when they are due."""
    rows = site.database.run(
        lambda it: it.driver.execute(
            "SELECT args::text, scheduled_at FROM procrastinate_jobs ORDER BY id"
        ).fetchall()
    )
    return [(json.loads(carried), due) for carried, due in rows]


@attrs.frozen
class Behind:
    """A plugin with a clock that is so much behind the machine's, and with tokens."""

    by: timedelta = timedelta(0)

    def now(self) -> datetime:
        """See `Clock.now`."""
        return SystemClock().now() - self.by

    @hookimpl
    def eservices_clock(self) -> Clock:
        """The clock."""
        return self

    @hookimpl
    def eservices_tokens(self) -> Tokens:
        """The tokens."""
        return SealedTokens(b"secret")


def engine(site: Site, clock: Behind = Behind()) -> Engine:  # immutable
    """A worker of this process, which does no chores."""
    desk = opened(site.database, site.folder, clock)
    return Engine(desk, site.database, (), WorkConfig(), clock, Stopping())


def test_a_job_has_the_key_and_the_time(many: Site) -> None:
    """And nothing else of an effect, which alone knows how it stands."""
    later = DUE + timedelta(hours=1)
    ordered = [effect(1), effect(2), attrs.evolve(effect(3, later), tries=4, reason="port_busy")]
    many.database.run(lambda it: ProcrastinateJobs().add(it, ordered))
    expected = [DUE, DUE, later]
    assert jobs(many) == [({"key": it.key}, due) for it, due in zip(ordered, expected, strict=True)]


def test_a_job_is_there_with_its_effect_or_not_at_all(many: Site) -> None:
    """What undoes the transaction undoes the job."""

    def failing(transaction: Transaction) -> None:
        ProcrastinateJobs().add(transaction, [effect(1)])
        raise Undone

    with pytest.raises(Undone):
        many.database.run(failing)
    assert jobs(many) == []
    key = many.call()
    assert [carried for carried, _ in jobs(many)] == [{"key": key}]


def test_jobs_that_cannot_be_deferred(postgresql_place: PostgresqlPlace) -> None:
    """Nothing is kept of a request whose jobs cannot be, and the port says that it is away."""
    with closing(Database(postgresql_place.config)) as database:
        database.run(
            lambda it: it.driver.execute("DROP TABLE IF EXISTS procrastinate_jobs CASCADE")
        )
        with pytest.raises(PortUnavailable):
            database.run(lambda it: ProcrastinateJobs().add(it, [effect(1)]))


def test_finished_jobs_are_gone(many: Site) -> None:
    """The table holds what is to be done, and no past."""
    (many.folder.path / "refusing").touch()
    many.call()
    engine(many).once()
    assert len(many.failed()) == 1
    assert jobs(many) == []


def test_what_is_put_off_has_a_new_job(many: Site) -> None:
    """Due when the effect is."""
    (many.folder.path / "closed").touch()
    key = many.call()
    ((_, ordered),) = jobs(many)
    engine(many).once()
    ((carried, due),) = jobs(many)
    assert carried == {"key": key}
    assert ordered is not None
    assert due is not None
    assert due > ordered


def test_a_job_that_comes_twice_is_harmless(many: Site) -> None:
    """Once an effect is done its other jobs do nothing; those of nothing known, neither."""
    key = many.call()
    again = attrs.evolve(effect(1), key=key)
    unknown = attrs.evolve(effect(1), key="AZS-2026-999999/0/visit")
    many.database.run(lambda it: ProcrastinateJobs().add(it, [again, unknown]))
    engine(many).once()
    assert many.done() == [key]
    assert jobs(many) == []


def test_a_worker_whose_clock_is_behind(many: Site) -> None:
    """It waits for the time by its own clock, instead of letting the job pass."""
    key = many.call()
    engine(many, Behind(timedelta(seconds=1))).once()
    assert many.done() == [key]


def test_what_has_lost_its_job_is_found(many: Site) -> None:
    """Jobs may be lost, for example with an older back-up: effects are performed all the same."""
    key = many.call()
    many.database.run(lambda it: it.driver.execute("DELETE FROM procrastinate_jobs"))
    many.worker(overdue="0.2", overdue_every=1)
    until(many.done)
    assert many.done() == [key]
    until(lambda: "1 effects were overdue" in many.log())
