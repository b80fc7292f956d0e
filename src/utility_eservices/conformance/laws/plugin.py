"""The table of the laws: which port keeps which, at the end of a run of pytest.

``✓`` is a law that holds, ``✗`` one that does not, ``–`` one that could not be tried, which is
never counted as kept. Each port has a line, a mark for each law in the order of its name, and
beneath it what does not hold or could not be tried, in words; with ``-v`` all of them.
``--laws-json FILE`` writes the same for programs. Part of the kit's plugin,
`utility_eservices.conformance.plugin`; workers of xdist report to the session that started them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from pkgutil import iter_modules

import attrs
import pytest

__all__ = ["Kept"]

# One by one: of a package that is imported already, as this module's own is, pytest warns.
pytest.register_assert_rewrite(
    *(f"{__package__}.{item.name}" for item in iter_modules([str(Path(__file__).parent)]))
)

_LAWS = "utility_eservices.conformance.laws."
_PROPERTY = "eservices_law"
HOLDS, BROKEN, UNTRIED = "✓", "✗", "–"
_MARKS = {"passed": HOLDS, "failed": BROKEN, "skipped": UNTRIED}
# Of a law that was tried in several phases, the gravest counts.
_GRAVITY = (HOLDS, UNTRIED, BROKEN)


@attrs.define
class Kept:
    """How it stands with one law: ``world`` is where it was tried, ``why`` it was not."""

    world: str
    port: str
    law: str
    mark: str
    why: str = ""

    def take(self, mark: str, why: str) -> None:
        """Take in what one more phase of the test showed."""
        if _GRAVITY.index(mark) > _GRAVITY.index(self.mark):
            self.mark, self.why = mark, why


class _Table:
    """Collects what becomes of the laws, and writes it down."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._kept: dict[str, Kept] = {}

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        told = dict(report.user_properties).get(_PROPERTY)
        if not isinstance(told, str):
            return
        port, _, law = told.partition(" ")
        mark, why = _MARKS[report.outcome], _reason(report)
        kept = self._kept.setdefault(
            report.nodeid, Kept(_world(report.nodeid), port, law, mark, why)
        )
        kept.take(mark, why)

    @pytest.hookimpl
    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter, config: pytest.Config
    ) -> None:
        if self._file:
            rows = [attrs.asdict(kept) for kept in self._kept.values()]
            text = json.dumps(rows, ensure_ascii=False, indent=1)
            Path(self._file).write_text(f"{text}\n", "utf-8")
        if self._kept:
            terminalreporter.section("laws of the ports")
            for line in _lines(self._kept.values(), everything=config.get_verbosity() > 0):
                terminalreporter.write_line(line)


def _world(nodeid: str) -> str:
    """The file in which a world is made, and which of several it is."""
    file, _, test = nodeid.partition("::")
    parameter = test.partition("[")[2].removesuffix("]")
    return f"{file}[{parameter}]" if parameter else file


def _reason(report: pytest.TestReport) -> str:
    if report.skipped and isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return ""


def _lines(laws: Iterable[Kept], *, everything: bool) -> Iterable[str]:
    ordered = sorted(laws, key=lambda kept: (kept.world, kept.port, kept.law))
    for world, of_world in groupby(ordered, key=lambda kept: kept.world):
        yield world
        for port, of_port in groupby(of_world, key=lambda kept: kept.port):
            kept = list(of_port)
            yield f"  {port:<18} {''.join(item.mark for item in kept)}"
            for item in kept:
                if everything or item.mark != HOLDS:
                    yield f"    {item.mark} {item.law}" + (f": {item.why}" if item.why else "")
    marks = [kept.mark for kept in ordered]
    yield ", ".join(f"{marks.count(mark)} {mark}" for mark in (HOLDS, BROKEN, UNTRIED))


def _law(item: pytest.Item) -> str:
    """The port and the law that a test is, empty for any other test."""
    function = getattr(item, "function", None)
    module: str = getattr(function, "__module__", None) or ""
    if function is None or not module.startswith(_LAWS):
        return ""
    law = function.__name__.removeprefix("test_").replace("_", " ")
    return f"{module.removeprefix(_LAWS)} {law}"


@pytest.hookimpl
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have each law tell of itself, also from another process."""
    for item in items:
        if told := _law(item):
            item.user_properties.append((_PROPERTY, told))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where to write the table for programs."""
    parser.addoption("--laws-json", default="", help="write the table of the laws to a file")


def pytest_configure(config: pytest.Config) -> None:
    """Collect where the results come together: not in a worker of xdist."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Table(config.getoption("laws_json", "")), "eservices-laws")
