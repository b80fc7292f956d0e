from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Collection
from pathlib import Path

import attrs
import pytest

from utility_eservices.conformance import coverage
from utility_eservices.conformance.coverage import NotTestable, Trace

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]

COMPLETE = Trace(90, 89, (), (NotTestable("DI-072", "Portların özü haqqındadır."),), (), (), 79)
INCOMPLETE = attrs.evolve(COMPLETE, covered=88, uncovered=("DI-034",))


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch, eservices: Call) -> Callable[..., Answer]:
    """Calls the command with a trace that is ready."""

    def call(found: Trace, *words: str) -> Answer:
        def trace(manual: str | None, only: Collection[str]) -> Trace:
            print(f"the scenarios of {manual} print this")  # noqa: T201
            rows = {row: found.shown_by[row] for row in only}
            return attrs.evolve(found, shown_by=rows)

        monkeypatch.setattr(coverage, "trace", trace)
        return eservices("trace", *words)

    return call


@pytest.mark.parametrize("form", ["text", "json"])
def test_exit_code(traced: Callable[..., Answer], form: str) -> None:
    """Only a trace in which nothing is left over is a success."""
    assert traced(COMPLETE, "--format", form).returncode == 0
    for found in (
        attrs.evolve(COMPLETE, uncovered=("DI-034",)),
        attrs.evolve(COMPLETE, unsourced=("debt_investigation: page home",)),
        attrs.evolve(COMPLETE, failed=("test_home",)),
    ):
        assert traced(found, "--format", form).returncode == 1


def test_json_stands_alone(traced: Callable[..., Answer]) -> None:
    """Programs read integers and lists, and nothing but JSON is on stdout."""
    answer = traced(INCOMPLETE, "--manual", "DI", "--format", "json")

    found = json.loads(answer.stdout)
    assert (found["rows"], found["covered"]) == (90, 88)
    assert found["uncovered"] == ["DI-034"]
    assert found["unsourced"] == found["failed"] == []
    assert found["not_testable"] == [{"id": "DI-072", "reason": "Portların özü haqqındadır."}]
    assert "the scenarios of DI print this" in answer.stderr


SHOWN = {"DI-021": ("Kod yazılır",), "DI-022": ("Kod yoxlanılır", "Kod səhvdir")}


def test_rows_are_told_one_by_one(traced: Callable[..., Answer]) -> None:
    """A row, or the first and the last of several: each with the scenarios that show it."""
    found = attrs.evolve(COMPLETE, shown_by=SHOWN)

    said = traced(found, "--rows", "DI-021:DI-022").stdout
    assert "DI-021  Kod yazılır" in said
    assert "DI-022  Kod yoxlanılır; Kod səhvdir" in said
    one = json.loads(traced(found, "--rows", "DI-022", "--format", "json").stdout)
    assert one["shown_by"] == {"DI-022": ["Kod yoxlanılır", "Kod səhvdir"]}


@pytest.mark.parametrize("named", ["DI-999", "DI-021:DI-999", "DI", ":"])
def test_a_row_that_is_none_is_told(traced: Callable[..., Answer], named: str) -> None:
    """Nobody takes the trace of nothing for a success."""
    answer = traced(COMPLETE, "--rows", named)

    assert answer.returncode != 0
    assert "sətri yoxdur" in answer.stderr


def test_text_names_what_is_missing(traced: Callable[..., Answer]) -> None:
    """People read the counts, every row that is left over and what it asks for."""
    found = attrs.evolve(INCOMPLETE, unsourced=("here: a text",), failed=("a scenario",))
    answer = traced(found)

    assert "Sətirlər: 90. Örtülüb: 88." in answer.stdout
    assert "  DI-034  " in answer.stdout
    assert "  here: a text\n" in answer.stdout
    assert "  a scenario\n" in answer.stdout
    assert "  DI-072  Portların özü haqqındadır.\n" in answer.stdout
    assert "İz tam deyil." in answer.stdout
    assert "İz tam deyil." not in traced(COMPLETE).stdout


def test_unknown_manual(eservices: Call) -> None:
    """A manual that does not exist is not complete for want of rows."""
    answer = eservices("trace", "--manual", "XX")

    assert answer.returncode == 2
    assert answer.stdout == ""
    expected = "eservices: “XX” təlimatı yoxdur. Təlimatlar: SDC, DI, ST, ESU, MD.\n"
    assert answer.stderr == expected


def test_scenarios_that_really_run(command: Call, tmp_path: Path) -> None:
    """With nothing recorded the scenarios run, and stdout still is JSON that adds up."""
    words = ("trace", "--manual", "DI", "--format", "json")
    answer = command(*words, XDG_CACHE_HOME=str(tmp_path))

    found = json.loads(answer.stdout)
    assert found["scenarios"] > 0
    parts = found["covered"] + len(found["uncovered"]) + len(found["not_testable"])
    assert found["rows"] == parts
    left_over = found["uncovered"] or found["unsourced"] or found["failed"]
    assert answer.returncode == (1 if left_over else 0)
