"""Coverage of the manuals' rows: which are shown by scenarios that ran, and which are not.

A row is covered when a scenario tagged with it ran on exactly these files and none tagged with
it failed or was skipped. Unsourced is whatever a service declares without naming a row or being
marked as ours.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import utility_eservices
from utility_eservices.conformance.declared import declared
from utility_eservices.conformance.features import Row, catalogue_of_rows, features_folder
from utility_eservices.conformance.running import run
from utility_eservices.desk.catalogue import built_in_services

__all__ = ["NotTestable", "Ran", "Recorder", "Trace", "trace"]


@attrs.frozen
class Ran:
    """One scenario that ran: its name, tags and outcome (``passed``, ``failed``, ``skipped``)."""

    name: str
    tags: frozenset[str]
    outcome: str


@attrs.frozen
class NotTestable:
    """A row that a library cannot show, and why."""

    id: str
    reason: str


@attrs.frozen
class Trace:
    """What became of the rows: ``rows`` and ``covered`` count, the rest lists.

    ``shown_by`` names the scenarios of each covered row.
    """

    rows: int
    covered: int
    uncovered: tuple[str, ...]
    not_testable: tuple[NotTestable, ...]
    unsourced: tuple[str, ...]
    failed: tuple[str, ...]
    scenarios: int
    shown_by: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every row is accounted for and nothing is unsourced."""
        return not (self.uncovered or self.unsourced or self.failed)


class Recorder:
    """A pytest plugin that keeps how each scenario went."""

    def __init__(self) -> None:
        self.ran: list[Ran] = []
        self._tags: dict[str, frozenset[str]] = {}
        self._names: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Remember the tags of each scenario."""
        for item in items:
            self._tags[item.nodeid] = frozenset(mark.name for mark in item.iter_markers())

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest, scenario: Any) -> None:
        """Remember how the scenario is called, since pytest's own name of it is no Azerbaijani."""
        self._names[request.node.nodeid] = scenario.name

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome: of the call, or of a set-up that did not come to it."""
        if report.when == "call" or report.outcome != "passed":
            tags = self._tags.get(report.nodeid, frozenset())
            name = self._names.get(report.nodeid, report.nodeid)
            self.ran.append(Ran(name, tags, report.outcome))


def trace(manual: str | None = None, only: Collection[str] = ()) -> Trace:
    """Account for the rows of one manual, such as ``DI``, or of all; ``only`` narrows to some ids.

    Runs the features unless they ran on exactly these files already.
    """
    ran = _recorded()
    rows = [
        row
        for row in catalogue_of_rows().values()
        if manual in (None, row.manual) and (not only or row.id in only)
    ]
    covered = {row.id for row in rows if _covered(row, ran)}
    excused = [row for row in rows if row.reason and row.id not in covered]
    wanted = {row.id for row in rows}
    return Trace(
        len(rows),
        len(covered),
        tuple(row.id for row in rows if row.id not in covered and not row.reason),
        tuple(NotTestable(row.id, row.reason) for row in excused),
        tuple(_unsourced(wanted)),
        tuple(one.name for one in ran if one.outcome == "failed" and one.tags & wanted),
        sum(bool(one.tags & wanted) for one in ran),
        {
            row.id: tuple(dict.fromkeys(one.name for one in ran if row.id in one.tags))
            for row in rows
            if row.id in covered
        },
    )


def _covered(row: Row, ran: list[Ran]) -> bool:
    outcomes = {one.outcome for one in ran if row.id in one.tags}
    return outcomes == {"passed"}


def _unsourced(wanted: set[str]) -> Iterator[str]:
    for service in built_in_services():
        things = list(declared(service))
        if any(row in wanted for thing in things for row in thing.rows):
            yield from (f"{service.key}: {item.where}" for item in things if not item.sourced)


# --- the record -----------------------------------------------------------------------------------


def _recorded() -> list[Ran]:
    kept = _cache() / f"trace-{fingerprint()}.json"
    try:
        plain = json.loads(kept.read_text("utf-8"))
        return [Ran(o["name"], frozenset(o["tags"]), o["outcome"]) for o in plain]
    except (ValueError, TypeError, KeyError, OSError):
        pass  # nothing is kept, or half of it: the scenarios run
    recorder = Recorder()
    run((), "-p", "no:terminal", plugins=[recorder])
    plain = [{"name": o.name, "tags": sorted(o.tags), "outcome": o.outcome} for o in recorder.ran]
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(plain), "utf-8")
    except OSError:
        pass  # where nothing can be kept, the scenarios run every time
    return recorder.ran


def _cache() -> Path:
    """The user's own cache, never a folder that others may write to."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "utility-eservices"


def fingerprint() -> str:
    """A hash of the package, the kit and the features as they lie on the disk."""
    digest = hashlib.sha256()
    for file in _files():
        digest.update(str(file.name).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def _files() -> Iterator[Path]:
    package = Path(utility_eservices.__file__).parent
    for folder in (package, features_folder()):
        yield from sorted(
            path
            for path in folder.rglob("*")
            if path.suffix in {".py", ".json", ".feature", ".csv", ".po"}
        )


def as_json(found: Trace) -> dict[str, Any]:
    """The trace as JSON values."""
    plain: dict[str, Any] = attrs.asdict(found)
    return plain
