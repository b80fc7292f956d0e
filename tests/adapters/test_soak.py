"""Hosts and workers are really killed at random points, and nothing is lost or doubled.

The soak does the same a thousand times: `python3 run.py soak`.
"""

from pathlib import Path

import pytest
from tests.databases import PostgresqlPlace
from tests.postgresql import Server

from soak.killing import prepared, soak, told
from utility_eservices.desk.system import SECRET

_KILLS = 20


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts share one; it is gone with the test."""
    monkeypatch.setenv(SECRET, "of the soak alone")


def test_twenty_kills_on_sqlite(tmp_path: Path) -> None:
    """Twenty kills of hosts and workers on one machine."""
    _killed(f"sqlite:///{tmp_path / 'store.db'}", tmp_path)


def test_twenty_kills_on_postgresql(postgresql: Server, tmp_path: Path) -> None:
    """Twenty kills where jobs wake the workers."""
    place = PostgresqlPlace(postgresql)
    _killed(place.config.url.value, tmp_path)
    place.drop()


def _killed(url: str, folder: Path) -> None:
    world = prepared(url, folder)
    assert len(list(soak(world, _KILLS, seed=5))) == _KILLS
    found = told(world)
    assert (found.lost, found.doubled, found.wrong) == (0, 0, [])
    # Otherwise nothing was tried.
    assert min(found.cases, found.acts, found.effects) > 0
