"""What is done from time to time, the same on both databases."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from croniter import croniter  # type: ignore[import-untyped]  # it comes without types
from tests.adapters.work.conftest import Site
from tests.adapters.work.hosting import signed_in

from utility_eservices.desk.system import SystemClock
from utility_eservices.errors import PortUnavailable
from utility_eservices.vocabulary.days import baku_day
from utility_eservices_adapters.settings import SettingsRefused
from utility_eservices_adapters.sql.audit import newest_head
from utility_eservices_adapters.sql.counters import SqlCounters
from utility_eservices_adapters.work.config import WorkConfig, crontab
from utility_eservices_adapters.work.periodic import Chore, attempted, chores

NOW = SystemClock().now()
INSTANT = timedelta(microseconds=1)


def never() -> bool:
    """Nobody asks to stop."""
    return False


def chore(site: Site, name: str, **settings: Any) -> Chore:
    """One of them."""
    every = chores(site.desk, site.database, SystemClock(), WorkConfig(**settings))
    return next(chore for chore in every if chore.name == name)


def test_stale_journeys_are_forgotten(site: Site) -> None:
    """Those that nobody has gone on with for so long, and no others."""
    person = signed_in()
    site.desk.keep_journey(site.desk.begin("call_out", person))
    chore(site, "journeys").do(never)
    assert len(site.desk.kept_journeys(person)) == 1
    chore(site, "journeys", journeys_after=INSTANT).do(never)
    assert site.desk.kept_journeys(person) == ()


def test_the_heads_of_the_audit_trail_are_chained(site: Site) -> None:
    """Of every request that moved since; nothing is written when none did."""
    assert newest_head(site.database) is None
    site.call()
    for _ in range(2):
        chore(site, "heads").do(never)
        head = newest_head(site.database)
        assert head is not None
        assert head.place == 1


def test_old_counters_are_forgotten(site: Site) -> None:
    """Those of yesterday and today are needed."""
    counters, today = SqlCounters(site.database), baku_day(NOW)
    days = [today - timedelta(days=ago) for ago in range(3)]
    for day in days:
        counters.note("tries", "first", day)
    chore(site, "counters").do(never)
    # Whatever was forgotten is counted anew.
    assert [counters.note("tries", "second", day) for day in days] == [2, 2, 1]


def test_what_is_overdue_is_performed(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """And told, so that somebody asks why nobody came for it."""
    keys = [site.call(), site.call()]
    chore(site, "overdue").do(never)
    assert site.done() == []
    chore(site, "overdue", overdue=timedelta(0)).do(never)
    assert site.done() == keys
    chore(site, "overdue", overdue=timedelta(0)).do(never)
    told = [record.getMessage() for record in caplog.records if "overdue" in record.getMessage()]
    assert told == ["2 effects were overdue"]


def test_what_is_overdue_and_cannot_be_performed(site: Site) -> None:
    """It is tried once in a round."""
    (site.folder.path / "closed").touch()
    site.call()
    chore(site, "overdue", overdue=timedelta(0)).do(never)
    assert len(site.folder.visits("begun")) == 1


def test_chores_end_when_they_are_asked_to(site: Site) -> None:
    """Whatever is left is done the next time."""
    site.call()
    site.desk.keep_journey(site.desk.begin("call_out", signed_in()))
    for name in ("overdue", "journeys", "heads"):
        chore(site, name, overdue=timedelta(0), journeys_after=INSTANT).do(lambda: True)
    assert site.done() == []
    assert len(site.desk.kept_journeys(signed_in())) == 1
    assert newest_head(site.database) is None


def test_a_failure_is_nobodys_end(caplog: pytest.LogCaptureFixture) -> None:
    """Its kind is logged, and nothing of what it says."""

    def failing(error: Exception) -> None:
        raise error

    assert attempted("one", lambda: failing(PortUnavailable("Aysel"))) is None
    assert attempted("two", lambda: failing(ValueError("Aysel"))) is None
    assert attempted("three", lambda: 3) == 3
    assert [record.getMessage() for record in caplog.records] == [
        "one: port_unavailable",
        "two: ValueError",
    ]
    assert "Aysel" not in caplog.text


@pytest.mark.parametrize(
    "period",
    [
        *(timedelta(seconds=it) for it in (1, 15, 30)),
        *(timedelta(minutes=it) for it in (1, 5, 30)),
        *(timedelta(hours=it) for it in (1, 6, 12)),
        timedelta(days=1),
    ],
    ids=str,
)
def test_a_period_is_what_a_crontab_makes_of_it(period: timedelta) -> None:
    """From any moment on it comes again and again, after exactly that long."""
    times = croniter(crontab(period), NOW).all_next(float)
    found = [next(times) for _ in range(100)]
    gaps = {later - before for before, later in pairwise(found)}
    assert gaps == {period.total_seconds()}


@pytest.mark.parametrize("seconds", ["0", "0.5", "7", "90", "5400", "172800", "-60"])
def test_other_periods_are_refused(seconds: str) -> None:
    """One sentence says which one, and what it can be."""
    given = {"ESERVICES_WORK_HEADS_EVERY": seconds}
    with pytest.raises(SettingsRefused, match="ESERVICES_WORK_HEADS_EVERY"):
        WorkConfig.from_environment(given)


def test_the_page_names_every_setting() -> None:
    """With its default, in seconds where it is a time."""
    page = (Path(__file__).parents[3] / "docs/adapters/work.md").read_text("utf-8")
    defaults = {
        key: value.total_seconds() if isinstance(value, timedelta) else value
        for key, value in attrs.asdict(WorkConfig()).items()
    }
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|", page, re.MULTILINE)
    assert {key: float(value) for key, value in rows} == defaults
