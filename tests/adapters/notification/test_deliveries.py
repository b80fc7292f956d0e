"""The ledger that keeps a letter from going out twice, on SQLite and on PostgreSQL."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import NoReturn

import pytest
from sqlalchemy import select
from tests.databases import Place

from utility_eservices.errors import (
    PortBusy,
    PortRefused,
    PortTimeout,
    PortUnavailable,
)
from utility_eservices_adapters.notification.deliveries import LEASE, SqlDeliveries, digest
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.schema import deliveries as table
from utility_eservices_adapters.sql.statement import Prepared

KEY = digest("AZS-2026-000001/0/registered.sms", "sms")
START = datetime(2026, 11, 21, 10, tzinfo=UTC)


class Host:
    """A process of its own, as far as the ledger knows, with a clock that can be moved."""

    def __init__(self, config: DatabaseConfig, patience: float = 30) -> None:
        self.now = START
        self.sent = 0
        self.waits = 0
        self.meanwhile: Callable[[], object] = lambda: None
        self.database = Database(config)
        self.ledger = SqlDeliveries(
            self.database, now=lambda: self.now, pause=self._pause, patience=patience
        )

    def _pause(self, _seconds: float) -> None:
        self.waits += 1
        self.meanwhile()

    def send(self) -> None:
        """A letter that goes out."""
        self.sent += 1

    def once(self) -> None:
        """Send, under the key of all these tests."""
        self.ledger.once(KEY, self.send)


@pytest.fixture
def host(place: Place) -> Iterator[Host]:
    made = Host(place.config)
    yield made
    made.database.close()


@pytest.fixture
def other(place: Place) -> Iterator[Host]:
    made = Host(place.config)
    yield made
    made.database.close()


def fail(error: Exception) -> Callable[[], None]:
    """A letter that fails."""

    def send() -> None:
        raise error

    return send


def test_what_went_out_goes_out_no_more(host: Host, other: Host) -> None:
    """A key that was sent is sent, here, on another host, and when every claim has ended."""
    host.once()
    host.once()
    other.once()
    other.now += 2 * LEASE
    other.once()
    assert (host.sent, other.sent) == (1, 0)


def test_keys_are_apart(host: Host) -> None:
    """Each key is sent once."""
    host.once()
    host.ledger.once(digest("AZS-2026-000001/0/registered.sms", "email"), host.send)
    assert host.sent == 2


@pytest.mark.parametrize("kind", [PortUnavailable, PortBusy, PortRefused, PortTimeout, OSError])
def test_what_failed_can_be_sent_again(host: Host, other: Host, kind: type[Exception]) -> None:
    """However sending failed, it passes through and the next call sends, wherever it comes from."""
    error = kind()
    with pytest.raises(kind) as caught:
        host.ledger.once(KEY, fail(error))
    assert caught.value is error
    other.once()
    assert other.sent == 1
    assert other.waits == 0


def test_another_host_waits_for_who_sends(host: Host, other: Host) -> None:
    """It succeeds when the other has sent, and sends nothing."""
    sending, go_on = Event(), Event()

    def slowly() -> None:
        sending.set()
        assert go_on.wait(60)
        host.send()

    with ThreadPoolExecutor() as pool:
        first = pool.submit(host.ledger.once, KEY, slowly)
        assert sending.wait(60)

        def let_it() -> None:
            go_on.set()
            first.result()

        other.meanwhile = let_it
        other.once()
    assert (host.sent, other.sent, other.waits) == (1, 0, 1)


def test_another_host_sends_when_the_first_could_not(host: Host, other: Host) -> None:
    """Whoever waited for one that failed sends itself."""
    sending, go_on = Event(), Event()

    def in_vain() -> None:
        sending.set()
        assert go_on.wait(60)
        raise PortUnavailable

    with ThreadPoolExecutor() as pool:
        first = pool.submit(host.ledger.once, KEY, in_vain)
        assert sending.wait(60)

        def let_it() -> None:
            go_on.set()
            assert isinstance(first.exception(), PortUnavailable)

        other.meanwhile = let_it
        other.once()
    assert (host.sent, other.sent) == (0, 1)


def test_a_wait_has_an_end(host: Host, other: Host) -> None:
    """Who waits long is told that the way is full, which counts as no try, and sent nothing."""

    def meanwhile() -> None:
        with pytest.raises(PortBusy):
            other.once()

    host.ledger.once(KEY, meanwhile)
    assert other.sent == 0
    # Some thirty seconds, four looks in each.
    assert 100 < other.waits < 150


def test_threads_of_one_host_do_not_wait_for_ever_either(place: Place) -> None:
    """In one process, too, a wait has an end."""
    host = Host(place.config, patience=0.01)

    def meanwhile() -> None:
        with ThreadPoolExecutor() as pool:
            assert isinstance(pool.submit(host.once).exception(), PortBusy)

    host.ledger.once(KEY, meanwhile)
    assert host.sent == 0
    host.database.close()


def killed_while_sending(config: DatabaseConfig) -> None:
    """Have a process killed while it sends."""
    script = (
        "import os, signal, sys\n"
        "from utility_eservices_adapters.notification.deliveries import SqlDeliveries\n"
        "from utility_eservices_adapters.sql.database import Database, DatabaseConfig\n"
        "database = Database(DatabaseConfig.at(sys.argv[1]))\n"
        "kill = lambda: os.kill(os.getpid(), signal.SIGKILL)\n"
        "SqlDeliveries(database).once(sys.argv[2], kill)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, config.url.value, KEY], check=False)
    assert done.returncode == -signal.SIGKILL


def test_the_claim_of_a_killed_process_ends(place: Place, host: Host) -> None:
    """Until it ends nobody sends, since that process might; then the next one does."""
    killed_while_sending(place.config)
    host.now = real = datetime.now(UTC)  # noqa: TID251  # the killed process knew no other clock
    with pytest.raises(PortBusy):
        host.once()
    assert host.sent == 0
    host.now = real + LEASE + timedelta(seconds=1)
    host.once()
    host.once()
    assert host.sent == 1


def test_who_was_too_slow_leaves_the_next_ones_claim_alone(host: Host, other: Host) -> None:
    """One that fails after its claim has ended does not free the claim of who took over."""
    other.now += LEASE + timedelta(seconds=1)
    sending, go_on = Event(), Event()

    def slowly() -> None:
        sending.set()
        assert go_on.wait(60)
        other.send()

    with ThreadPoolExecutor() as pool:

        def overtaken() -> None:
            pool.submit(other.ledger.once, KEY, slowly)
            assert sending.wait(60)
            raise PortUnavailable

        with pytest.raises(PortUnavailable):
            host.ledger.once(KEY, overtaken)
        with pytest.raises(PortBusy):
            host.once()
        go_on.set()
    host.once()
    assert (host.sent, other.sent) == (0, 1)


def test_what_went_out_late_went_out(host: Host, other: Host) -> None:
    """One that succeeds after its claim was taken over, in vain, is not sent again."""
    other.now += LEASE + timedelta(seconds=1)

    def overtaken() -> None:
        with pytest.raises(PortUnavailable):
            other.ledger.once(KEY, fail(PortUnavailable()))
        host.send()

    host.ledger.once(KEY, overtaken)
    other.once()
    assert (host.sent, other.sent) == (1, 0)


class Lossy(Database):
    """A database whose connection breaks whenever something is to be kept."""

    def run(self, _work: object, *, reading: bool = False, apart: bool = False) -> NoReturn:
        """Nobody knows."""
        raise PortTimeout


def test_a_claim_that_is_not_known_is_no_letter(place: Place) -> None:
    """Where nobody knows whether the claim stands, it is known that nothing was sent."""
    sent: list[str] = []
    with pytest.raises(PortUnavailable):
        SqlDeliveries(Lossy(place.config)).once(KEY, lambda: sent.append(KEY))
    assert sent == []


def test_without_its_database_nothing_is_sent(place: Place, host: Host) -> None:
    """It is "not now", and a sentence of advice; when the database is back, it is sent."""
    with place.switched_off(host.database):
        with pytest.raises(PortUnavailable):
            host.once()
        assert host.ledger.check() is not None
    assert host.sent == 0
    assert host.ledger.check() is None
    host.once()
    assert host.sent == 1


def test_what_was_sent_and_not_noted_is_not_known(place: Place, host: Host) -> None:
    """Where the database goes away while a letter is sent, nobody knows; it is sent again."""
    off = place.switched_off(host.database)

    def send() -> None:
        host.send()
        off.__enter__()

    with pytest.raises(PortTimeout):
        host.ledger.once(KEY, send)
    off.__exit__(None, None, None)
    host.now += LEASE + timedelta(seconds=1)
    host.once()
    assert host.sent == 2


def test_a_failure_stands_even_if_it_cannot_be_noted(place: Place, host: Host) -> None:
    """Where the database goes away as well, what is raised is what became of the letter."""
    off = place.switched_off(host.database)

    def send() -> None:
        off.__enter__()
        raise PortRefused

    with pytest.raises(PortRefused):
        host.ledger.once(KEY, send)
    off.__exit__(None, None, None)


def test_the_tables_tell_nothing_of_the_case(host: Host) -> None:
    """What stands in the database is a digest and a word, no number and no address."""
    host.once()
    rows = host.database.run(
        lambda transaction: transaction.all(Prepared(select(table.c.key, table.c.state)))
    )
    assert rows == [(KEY, "sent")]
    assert len(KEY) == 64
    assert "AZS" not in KEY
    assert "AZS" not in repr(host.ledger)


def test_a_database_without_tables_is_advice(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever has not migrated is told to."""
    file = tmp_path_factory.mktemp("empty") / "store.db"
    host = Host(DatabaseConfig.at(f"sqlite:///{file}"))
    assert "eservices-adapters db upgrade" in str(host.ledger.check())
    host.database.close()
