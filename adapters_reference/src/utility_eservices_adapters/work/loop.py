"""The worker of one machine: a loop over what is due, beside a database file of SQLite.

One worker a file is enough, and two would only do things twice: a lock beside the file, which the
system takes back from whoever dies, lets a second one wait and take over.
"""

from __future__ import annotations

import fcntl
import logging
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from utility_eservices.desk.desk import Desk
from utility_eservices.desk.performing import Performed
from utility_eservices_adapters.settings import SettingsRefused
from utility_eservices_adapters.work.config import WorkConfig
from utility_eservices_adapters.work.periodic import Chore, attempted
from utility_eservices_adapters.work.stopping import Stopping

__all__ = ["Loop", "lock_of"]

_log = logging.getLogger(__name__)


def lock_of(file: Path) -> Path:
    """The file whose lock the worker of a database file holds."""
    return file.with_name(f"{file.name}.worker")


class Loop:
    """Performs what is due until it is told to stop; ``file`` is the database's."""

    def __init__(
        self,
        desk: Desk,
        file: Path,
        chores: Sequence[Chore],
        config: WorkConfig,
        stopping: Stopping,
    ) -> None:
        self._desk = desk
        self._file = file
        self._chores = chores
        self._config = config
        self._stopping = stopping
        self._next = dict.fromkeys(chores, 0.0)

    def run(self) -> None:
        """Wait for the turn, then work until somebody asks to stop."""
        with self._locked(waiting=True):
            pause = self._config.pause
            while not self._stopping.asked():
                performed = attempted("what is due", self._round)
                if performed is None:
                    pause = min(2 * pause, self._config.longest_pause)
                else:
                    pause = self._config.pause
                    self._tend()
                # What was only put off may still be due, where even that could not be kept.
                if performed is None or not (performed.done or performed.given_up):
                    self._stopping.pause(pause.total_seconds())

    def once(self) -> None:
        """Perform what is due and do every chore, unless another worker does so anyway."""
        with self._locked(waiting=False) as mine:
            if mine:
                while self._round().done:
                    pass
                self._tend()

    def _round(self) -> Performed:
        return self._desk.perform_due(stopped=self._stopping.asked)

    def _tend(self) -> None:
        """Do the chores whose time has come: all of them at first."""
        for chore in self._chores:
            now = time.monotonic()
            if self._next[chore] <= now and not self._stopping.asked():
                attempted(chore.name, partial(chore.do, self._stopping.asked))
                self._next[chore] = now + chore.every.total_seconds()

    @contextmanager
    def _locked(self, *, waiting: bool) -> Iterator[bool]:
        """Hold the lock of this file; whether it could be had, where nobody waits for it."""
        try:
            # Left there in the end: whoever waits for it has it open.
            descriptor = os.open(lock_of(self._file), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            # The database could not be written to either.
            raise SettingsRefused("Let this process write to the folder of the database.") from None
        try:
            mine = _taken(descriptor)
            if not mine:
                _log.info("another worker is at work here")
            while waiting and not mine and not self._stopping.asked():
                self._stopping.pause(self._config.pause.total_seconds())
                mine = _taken(descriptor)
            yield mine
        finally:
            os.close(descriptor)


def _taken(descriptor: int) -> bool:
    """Whether the lock of a file is ours from now on."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
