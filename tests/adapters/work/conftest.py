"""What the tests of background work share: a host in this process, workers in others."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import attrs
import pytest
from tests.adapters.work.hosting import Folder, jobs_for, opened, signed_in
from tests.databases import Place, SqlitePlace

from utility_eservices import Desk
from utility_eservices.casework.effect import Effect
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.work.schema import SCHEMA

_ROOT = Path(__file__).parents[3]
# How long a machine with much to do may take.
_LONGEST = 60.0
# Everything happens soon; what is not under test, never.
_SOON = {
    "ESERVICES_WORK_PAUSE": "0.05",
    "ESERVICES_WORK_LONGEST_PAUSE": "0.2",
    "ESERVICES_WORK_HEARTBEAT": "0.2",
    "ESERVICES_WORK_SILENCE": "2",
    "ESERVICES_WORK_STALLED_EVERY": "1",
    "ESERVICES_WORK_OVERDUE": "86400",
    "ESERVICES_DATABASE_PATIENCE": "3",
}


def until(condition: Callable[[], object]) -> None:
    """Wait for something to become so; fails when it does not."""
    ends = time.monotonic() + _LONGEST
    while not condition():
        assert time.monotonic() < ends
        select.select([], [], [], 0.02)


@attrs.frozen
class Site:
    """A host on a database, and workers beside it."""

    place: Place
    database: Database
    desk: Desk
    folder: Folder
    _starting: Callable[..., subprocess.Popen[bytes]]

    def worker(self, **settings: object) -> subprocess.Popen[bytes]:
        """A worker in a process of its own; ``overdue="1"`` is one of its settings."""
        return self._starting(**settings)

    def call(self) -> str:
        """Send a request; gives the key of its effect."""
        opened = self.desk.press(
            self.desk.begin("call_out", signed_in()), "submit", {"note": "Sayğac"}
        )
        assert opened.number
        return f"{opened.number}/0/visit"

    def done(self) -> list[str]:
        """The keys of the visits that were made, in order."""
        return sorted(key for key, _ in self.folder.visits("done"))

    def log(self) -> str:
        """What all workers said."""
        return (self.folder.path / "log").read_text("utf-8")

    def failed(self) -> tuple[Effect, ...]:
        """The effects that failed for good."""
        return self.desk.failed_effects()


@pytest.fixture
def site(place: Place, tmp_path: Path) -> Iterator[Site]:
    """A site on either database."""
    with ExitStack() as leaving:
        yield _site(place, tmp_path, leaving)


@pytest.fixture
def many(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    """A site on PostgreSQL."""
    with ExitStack() as leaving:
        yield _site(request.getfixturevalue("postgresql_place"), tmp_path, leaving)


@pytest.fixture
def one(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    """A site on SQLite."""
    with ExitStack() as leaving:
        yield _site(request.getfixturevalue("sqlite_place"), tmp_path, leaving)


@pytest.fixture
def early(tmp_path: Path) -> Iterator[Site]:
    """A site on SQLite that has no tables yet."""
    with ExitStack() as leaving:
        yield _site(SqlitePlace(tmp_path / "early.db"), tmp_path, leaving)


def _site(place: Place, path: Path, leaving: ExitStack) -> Site:
    database = Database(place.config)
    leaving.callback(database.close)
    if not isinstance(place, SqlitePlace):
        SCHEMA.upgrade(database)
    folder = Folder(path / "workshop")
    folder.path.mkdir()

    def start(**settings: object) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            **_SOON,
            "ESERVICES_DATABASE_URL": place.config.url.value,
            **{f"ESERVICES_WORK_{key.upper()}": str(value) for key, value in settings.items()},
        }
        with (folder.path / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.adapters.work.hosting", folder.path],
                cwd=_ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        leaving.callback(process.wait)
        leaving.callback(process.kill)
        return process

    desk = opened(database, folder, jobs=jobs_for(database))
    return Site(place, database, desk, folder, start)
