"""The table of the laws: what was kept, what was not, and what could not be tried."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "laws.md"
# Whoever writes an adapter has this beside it. The numbers begin anew with each process, and
# nothing here can be switched off.
WORLD = """
import itertools
import pytest
from utility_eservices.conformance.laws.numbers import *

class MyNumbers:
    def __init__(self):
        self.turns = itertools.count(1)

    def issue(self, service, day):
        return f"N-{next(self.turns)}"

class MyWorld(NumbersWorld):
    services = ("debt_investigation", "service_suspension")

    def __init__(self):
        self.port = self.reopened()

    def reopened(self):
        return MyNumbers()

@pytest.fixture
def numbers_world():
    return MyWorld()

def test_of_my_own():
    pass
"""
KEPT = [
    "numbers are given once to all who ask at once",
    "numbers are never given twice",
    "numbers can be read out",
]
BROKEN = "numbers go on after a restart"
UNTRIED = {
    "numbers say how they are": "the object has no check()",
    "numbers tell not now": "the world has no switched_off()",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An integrator's folder."""
    (tmp_path / "conftest.py").write_text(
        'pytest_plugins = ["utility_eservices.conformance.laws.plugin"]\n', "utf-8"
    )
    (tmp_path / "test_numbers.py").write_text(WORLD, "utf-8")
    return tmp_path


def run(project: Path, *options: str) -> tuple[int, list[str]]:
    """Run the folder's tests; gives the exit code and the table, line by line."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:hypothesispytest",
            "-W",
            "error",
            *options,
        ],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    _, _, table = done.stdout.partition(" laws of the ports ")
    lines = [line for line in table.splitlines()[1:] if not line.startswith("=")]
    return done.returncode, lines


def test_the_table_shows_what_a_world_could_not_do(project: Path) -> None:
    """What was not tried is never shown as kept, also when a worker did the trying.

    A file for programs has the same: each law once, where it was tried, and why it was not.
    """
    code, lines = run(project, "-q", "-n1", "--laws-json", "laws.json")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert lines[:6] == [
        "test_numbers.py",
        "  numbers            ✓✓✓✗––",
        f"    ✗ {BROKEN}",
        *(f"    – {law}: {why}" for law, why in UNTRIED.items()),
        "3 ✓, 1 ✗, 2 –",
    ]
    # The page about it shows this very table.
    assert "\n".join(lines[:6]) in PAGE.read_text("utf-8")
    rows = json.loads((project / "laws.json").read_text("utf-8"))
    assert {(row["world"], row["port"]) for row in rows} == {("test_numbers.py", "numbers")}
    marks = {row["law"]: (row["mark"], row["why"]) for row in rows}
    assert len(marks) == len(rows)
    kept = dict.fromkeys(KEPT, ("✓", ""))
    untried = {law: ("–", why) for law, why in UNTRIED.items()}
    assert marks == {**kept, BROKEN: ("✗", ""), **untried}


def test_the_table_shows_every_law_when_asked(project: Path) -> None:
    """With -v each law has a line."""
    _, lines = run(project, "-v", "-n0")
    assert [line for line in lines if "✓ numbers" in line] == [f"    ✓ {law}" for law in KEPT]


def test_there_is_no_table_without_laws(project: Path) -> None:
    """Who runs none of the laws is shown nothing of them."""
    code, lines = run(project, "-q", "-n0", "-k", "my_own")
    assert (code, lines) == (pytest.ExitCode.OK, [])
