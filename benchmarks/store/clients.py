"""Several clients at once, each a process: what they come to in a few seconds.

Each client has requests of its own, so that no two ever meet: pgbench would end at the first
number that another has just moved on.
"""

from __future__ import annotations

import multiprocessing
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from random import Random
from typing import Protocol

import attrs
from sqlalchemy.engine import make_url
from tests.postgresql import Server

from benchmarks.store.doing import Opening
from benchmarks.store.moving import number_of
from benchmarks.store.places import Place

__all__ = ["Contender", "Pgbench", "Processes", "Round", "Took"]

# What a client does before it counts: connections open, statements are prepared.
_WARMING = 20
_SCRIPT = Path(__file__).with_name("six.pgbench")
# Begun once, with everything imported, and forked for every client from then on.
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["benchmarks.store.doing"])


@attrs.frozen
class Round:
    """So many clients for so many seconds on a place with so many requests."""

    place: Place
    requests: int
    clients: int
    seconds: int

    def numbers(self, client: int) -> Iterator[str]:
        """Requests of one client, drawn without end."""
        drawing = Random(client)  # noqa: S311  # the same numbers in every run
        most = self.requests // self.clients - 1
        while True:
            yield number_of(drawing.randint(0, most) * self.clients + client + 1)


class Contender(Protocol):
    """One way to load, move and save."""

    @property
    def name(self) -> str:
        """What the table calls it."""

    def move(self, place: Place, times: int) -> None:
        """Move the one request of a place."""

    def rate(self, run: Round) -> float:
        """The transactions a second of all clients together."""


# --- in Python --------------------------------------------------------------------------------


@attrs.frozen
class Took:
    """One client's share: how long all took, and each, in seconds."""

    together: float
    each: Sequence[float]


@attrs.frozen
class Processes:
    """Does what ``opened`` gives, in a process for each client."""

    name: str
    opened: Opening

    def move(self, place: Place, times: int) -> None:
        """See `Contender.move`."""
        with self.opened(place) as do:
            for _ in range(times):
                do(number_of(1))

    def rate(self, run: Round) -> float:
        """See `Contender.rate`."""
        return sum(len(took.each) / took.together for took in self.took(run))

    def took(self, run: Round) -> list[Took]:
        """What each client took; all begin at one moment."""
        barrier = _processes.Barrier(run.clients)
        ears, started = [], []
        for client in range(run.clients):
            ear, mouth = _processes.Pipe(duplex=False)
            process = _processes.Process(
                target=_client, args=(self.opened, run, client, barrier, mouth), daemon=True
            )
            process.start()
            mouth.close()
            ears.append(ear)
            started.append(process)
        # One that fails lets the others know by the barrier, and us by its silence.
        taken: list[Took] = [ear.recv() for ear in ears]
        for process in started:
            process.join()
        return taken


def _client(opened: Opening, run: Round, client: int, barrier: Barrier, mouth: Connection) -> None:
    numbers, each = run.numbers(client), []
    try:
        with opened(run.place) as do:
            for _ in range(_WARMING):
                do(next(numbers))
            barrier.wait()
            begun = now = time.perf_counter()
            while now < begun + run.seconds:
                number, before = next(numbers), now
                do(number)
                now = time.perf_counter()
                each.append(now - before)
        mouth.send(Took(now - begun, each))
    except BaseException:
        barrier.abort()  # the others would wait for ever
        raise


# --- pgbench ----------------------------------------------------------------------------------


@attrs.frozen
class Pgbench:
    """PostgreSQL's own benchmark, with a script of the same six statements."""

    server: Server
    name: str = "pgbench -M prepared, the same six statements"

    def move(self, place: Place, times: int) -> None:
        """See `Contender.move`."""
        self._said(Round(place, 1, 1, 0), "-t", str(times))

    def rate(self, run: Round) -> float:
        """See `Contender.rate`; the time it takes to connect does not count."""
        said = self._said(run, "-T", str(run.seconds))
        (rate,) = re.findall(r"^tps = ([0-9.]+)", said, re.MULTILINE)
        return float(rate)

    def _said(self, run: Round, *length: str) -> str:
        # Whoever the server runs as has to be able to read it.
        script = Path(shutil.copy(_SCRIPT, self.server.folder))
        script.chmod(0o644)
        return self.server.bench(
            "-n", "-M", "prepared", "-c", str(run.clients), "-j", "2", *length,
            "-D", f"requests={run.requests}", "-D", f"clients={run.clients}", "-f", str(script),
            database=make_url(run.place.url).database or "",
        )  # fmt: skip
