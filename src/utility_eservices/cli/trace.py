"""``eservices trace``: which rows of the manuals are shown by scenarios, and which are not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.cli.terminal import Complaint, heading, out
from utility_eservices.cli.words import say
from utility_eservices.conformance import coverage
from utility_eservices.conformance.features import catalogue_of_rows

__all__ = ["trace"]


def trace(
    *,
    manual: Annotated[str | None, Parameter(help="Yalnız bir təlimat, məsələn, DI.")] = None,
    format: Annotated[  # noqa: A002  # the word of every command line
        Literal["text", "json"], Parameter(help="Mətn, yaxud proqramlar üçün JSON.")
    ] = "text",
) -> int:
    """Account for the rows; 1 when one is not covered, something has no source, or failed."""
    rows = catalogue_of_rows()
    manuals = dict.fromkeys(row.manual for row in rows.values())
    if manual is not None and manual not in manuals:
        # There is no such manual; there are ...
        known = ", ".join(manuals)
        raise Complaint(
            "“{manual}” təlimatı yoxdur. Təlimatlar: {manuals}.", manual=manual, manuals=known
        )
    # Whatever the scenarios may print, the answer stands alone on stdout.
    with redirect_stdout(sys.stderr):
        found = coverage.trace(manual)
    if format == "json":
        out().out(
            json.dumps(coverage.as_json(found), ensure_ascii=False, indent=2), highlight=False
        )
    else:
        _tell(out(), found, {row.id: row.requirement for row in rows.values()})
    return 0 if found.complete else 1


def _tell(console: Console, found: coverage.Trace, requirements: dict[str, str]) -> None:
    summary = say(
        # Rows, covered, cannot be shown, scenarios.
        "Sətirlər: {rows}. Örtülüb: {covered}. Yoxlanıla bilməz: {excused}. "
        "Ssenarilər: {scenarios}.",
        rows=found.rows,
        covered=found.covered,
        excused=len(found.not_testable),
        scenarios=found.scenarios,
    )
    console.print(summary)
    # Rows that no scenario covers.
    _list(console, say("Örtülməyib"), (f"{row}  {requirements[row]}" for row in found.uncovered))
    # Declared things without a source.
    _list(console, say("Mənbəsiz"), found.unsourced)
    # Scenarios that failed.
    _list(console, say("Alınmayan ssenarilər"), found.failed)
    # Rows that a library cannot show.
    excused = (f"{row.id}  {row.reason}" for row in found.not_testable)
    _list(console, say("Yoxlanıla bilməz"), excused)
    console.print()
    if found.complete:
        # Every row is accounted for.
        console.print(Text(say("✓ Hər sətir öz yerindədir."), "bold green"))
    else:
        # The trace is not complete.
        console.print(Text(say("✗ İz tam deyil."), "bold red"))


def _list(console: Console, title: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if listed:
        console.print(heading(f"{title}: {len(listed)}"))
        for line in listed:
            console.print(f"  {line}", soft_wrap=True)
