"""Workers are processes, started and killed here as operators and machines do it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.adapters.work.conftest import Site, until
from tests.postgresql import Server

from utility_eservices.desk.performing import Performed
from utility_eservices_adapters.sql.migrating import schemas


def test_effects_are_performed(site: Site) -> None:
    """A worker finds what waits for it, and what comes later; on Ctrl+C it ends well."""
    earlier = [site.call(), site.call()]
    worker = site.worker()
    until(lambda: site.done() == earlier)
    later = site.call()
    until(lambda: site.done() == [*earlier, later])
    worker.send_signal(signal.SIGINT)
    assert worker.wait() == 0
    # Every outcome was kept: nothing is left to perform.
    assert site.desk.perform_due() == Performed()


def test_what_is_at_hand_is_finished(site: Site) -> None:
    """Asked to stop, a worker finishes the effect at hand, and leaves the rest."""
    keys = {site.call(), site.call()}
    site.folder.shut()
    worker = site.worker(at_once=1)
    until(lambda: site.folder.visits("begun"))
    worker.send_signal(signal.SIGTERM)
    site.folder.open_gate()
    assert worker.wait() == 0
    (done,) = site.done()
    assert done in keys
    assert site.desk.perform_due() == Performed(done=1)
    assert set(site.done()) == keys


def test_who_cannot_wait_asks_twice(site: Site) -> None:
    """The second signal ends a worker at once, whatever is at hand."""
    key = site.call()
    site.folder.shut()
    worker = site.worker()
    until(lambda: site.folder.visits("begun"))
    worker.send_signal(signal.SIGTERM)
    until(lambda: _default(worker.pid, signal.SIGTERM))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == -signal.SIGTERM
    assert site.done() == []
    site.folder.open_gate()
    assert site.desk.perform_due() == Performed(done=1)
    assert site.done() == [key]


def _default(process: int, number: signal.Signals) -> bool:
    """Whether a process no longer handles a signal itself."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    (handled,) = (line.split()[1] for line in lines if line.startswith("SigCgt:"))
    return not int(handled, 16) >> (number - 1) & 1


def test_the_work_of_a_killed_worker_is_taken_over(site: Site) -> None:
    """Whatever died with it is done by another, which waited or came later."""
    key = site.call()
    site.folder.shut()
    first = site.worker()
    until(lambda: site.folder.visits("begun"))
    site.worker(silence=2)
    first.kill()
    first.wait()
    site.folder.open_gate()
    until(site.done)
    processes = {process for _, process in site.folder.visits("begun")}
    assert len(processes) == 2
    assert {process for _, process in site.folder.visits("done")} == processes - {first.pid}
    later = site.call()
    until(lambda: {*site.done()} == {key, later})


def test_one_worker_is_at_work_on_a_file(one: Site) -> None:
    """A second one waits, does nothing twice, and ends when it is asked to."""
    keys = [one.call() for _ in range(20)]
    first = one.worker()
    until(lambda: one.done() == keys)
    second = one.worker()
    until(lambda: "another worker is at work here" in one.log())
    more = [one.call() for _ in range(5)]
    until(lambda: one.done() == keys + more)
    assert {process for _, process in one.folder.visits("begun")} == {first.pid}
    second.send_signal(signal.SIGTERM)
    assert second.wait() == 0


def test_workers_share(many: Site) -> None:
    """On PostgreSQL several are at work at a time, each on something else."""
    many.folder.shut()
    workers = [many.worker(at_once=1) for _ in range(2)]
    keys = [many.call(), many.call()]
    until(lambda: len(many.folder.visits("begun")) == 2)
    begun = many.folder.visits("begun")
    assert sorted(key for key, _ in begun) == keys
    assert {process for _, process in begun} == {worker.pid for worker in workers}
    many.folder.open_gate()
    until(lambda: many.done() == keys)


def test_one_worker_does_so_many_at_once(many: Site) -> None:
    """As many as it was told, and no more."""
    many.folder.shut()
    keys = [many.call() for _ in range(4)]
    many.worker(at_once=3)
    until(lambda: len(many.folder.visits("begun")) == 3)
    # Long enough to take another, if it did.
    told = _heartbeat(many)
    until(lambda: _heartbeat(many) != told)
    assert len(many.folder.visits("begun")) == 3
    many.folder.open_gate()
    until(lambda: many.done() == keys)


def _heartbeat(site: Site) -> object:
    """When a worker last said that it lives."""
    query = "SELECT max(last_heartbeat) FROM procrastinate_workers"
    return site.database.run(lambda it: it.driver.execute(query).fetchone(), reading=True)


def test_what_fails_is_tried_again(site: Site) -> None:
    """By the pauses of its service, until it is done; a refusal is final."""
    (site.folder.path / "closed").touch()
    key = site.call()
    site.worker()
    until(lambda: len(site.folder.visits("begun")) >= 3)
    (site.folder.path / "closed").unlink()
    until(site.done)
    assert site.done() == [key]
    (site.folder.path / "refusing").touch()
    refused = site.call()
    until(site.failed)
    (effect,) = site.failed()
    assert (effect.key, effect.tries, effect.reason) == (refused, 1, "port_refused")
    (site.folder.path / "refusing").unlink()
    site.desk.try_again(refused)
    until(lambda: site.done() == [key, refused])


@contextmanager
def halted(server: Server) -> Iterator[None]:
    """While within it, the server is stopped."""
    server.halt()
    try:
        yield
    finally:
        server.start()


def test_a_database_that_restarts(many: Site, postgresql: Server) -> None:
    """Workers wait for it and go on; nothing is lost."""
    key = many.call()
    worker = many.worker()
    until(many.done)
    with halted(postgresql):
        until(lambda: "the jobs cannot be asked for" in many.log())
        assert worker.poll() is None
    later = many.call()
    # The first may come again: who made it could perhaps not keep that.
    until(lambda: {*many.done()} == {key, later})
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0


def test_a_worker_that_waits_for_its_database_can_be_stopped(
    many: Site, postgresql: Server
) -> None:
    """At once, also while it cannot reach it."""
    with halted(postgresql):
        worker = many.worker()
        until(lambda: "the jobs cannot be asked for" in many.log())
        worker.send_signal(signal.SIGTERM)
        assert worker.wait() == 0


def test_tables_that_come_later(early: Site) -> None:
    """A worker that was started too early says so, and waits until they are there."""
    worker = early.worker()
    until(lambda: "what is due: port_unavailable" in early.log())
    assert "eservices-adapters db upgrade" in early.log()
    assert worker.poll() is None
    for schema in schemas():
        schema.upgrade(early.database)
    key = early.call()
    until(lambda: early.done() == [key])
