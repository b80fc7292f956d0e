"""``eservices trace``: which rows of the manuals are shown by scenarios, and which are not."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from utility_eservices.cli.terminal import Complaint, Format, json_out, listed, out, verdict
from utility_eservices.cli.words import say
from utility_eservices.conformance import coverage
from utility_eservices.conformance.features import catalogue_of_rows

__all__ = ["trace"]


def trace(
    *,
    manual: Annotated[str | None, Parameter(help="Yalnız bir təlimat, məsələn, DI.")] = None,
    format: Format = "text",  # noqa: A002  # the word of every command line
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
        json_out(coverage.as_json(found))
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
    uncovered = (f"{row}  {requirements[row]}" for row in found.uncovered)
    # Rows that no scenario covers.
    listed(console, say("Örtülməyib"), uncovered)
    # Declared things without a source.
    listed(console, say("Mənbəsiz"), found.unsourced)
    # Scenarios that failed.
    listed(console, say("Alınmayan ssenarilər"), found.failed)
    # Rows that a library cannot show.
    excused = (f"{row.id}  {row.reason}" for row in found.not_testable)
    listed(console, say("Yoxlanıla bilməz"), excused)
    console.print()
    # Every row is accounted for.
    well = say("Hər sətir öz yerindədir.")
    # The trace is not complete.
    verdict(console, found.complete, well, say("İz tam deyil."))
