"""What the tests of background work share: a host in this process, workers in others."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import attrs
import pytest
from tests.adapters.work.hosting import Folder, opened, signed_in
from tests.databases import Place, SqlitePlace

from utility_eservices import Desk
from utility_eservices.casework.effect import Effect
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.work.schema import SCHEMA

_ROOT = Path(__file__).parents[3]
_COMMAND = "import sys; from utility_eservices_adapters.cli import main; sys.exit(main())"
# How long a machine with much to do may take.
_LONGEST = 60.0
# Everything happens soon; what is not under test, never.
_SOON = {
    "ESERVICES_WORK_PAUSE": "0.05",
    "ESERVICES_WORK_LONGEST_PAUSE": "0.2",
    "ESERVICES_WORK_HEARTBEAT": "0.2",
    "ESERVICES_WORK_SILENCE": "30",
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
    environment: Mapping[str, str]
    # Where the plugin is installed.
    packages: Path
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

    environment = {
        **_SOON,
        "ESERVICES_DATABASE_URL": place.config.url.value,
        "ESERVICES_PLUGINS": "system, call-out",
        "ESERVICES_SERVICES": "call_out",
        "CALL_OUT_FOLDER": str(folder.path),
    }
    # As pip would have it: the plugin is known by its name.
    about = path / "installed" / "call_out-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Name: call-out\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text(
        "[utility_eservices]\ncall-out = tests.adapters.work.hosting:installed\n", "utf-8"
    )

    def start(**settings: object) -> subprocess.Popen[bytes]:
        paths = [str(about.parent), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        known = {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
        wanted = {f"ESERVICES_WORK_{key.upper()}": str(value) for key, value in settings.items()}
        with (folder.path / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", _COMMAND, "worker"],
                cwd=_ROOT,
                env=os.environ | environment | wanted | known,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        leaving.callback(process.wait)
        leaving.callback(process.kill)
        return process

    return Site(place, database, opened(database, folder), folder, environment, about.parent, start)
