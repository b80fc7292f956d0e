"""``eservices trace``: which rows of the manuals are shown by scenarios, and which are not."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
    rows: Annotated[
        tuple[str, ...],
        Parameter(
            consume_multiple=True,
            help="Yalnız bu sətirlər, hər biri ssenariləri ilə, məsələn, DI-042 SDC-001:SDC-092.",
        ),
    ] = (),
    format: Format = "text",  # noqa: A002  # the word of every command line
) -> int:
    """Account for the rows; 1 when one is not covered, something has no source, or failed."""
    known_rows = catalogue_of_rows()
    only = [row for named in rows for row in _named(named, list(known_rows))]
    manuals = dict.fromkeys(row.manual for row in known_rows.values())
    if manual is not None and manual not in manuals:
        # There is no such manual; there are ...
        known = ", ".join(manuals)
        raise Complaint(
            "“{manual}” təlimatı yoxdur. Təlimatlar: {manuals}.", manual=manual, manuals=known
        )
    # Whatever the scenarios may print, the answer stands alone on stdout.
    with redirect_stdout(sys.stderr):
        found = coverage.trace(manual, only)
    if format == "json":
        json_out(coverage.as_json(found))
    else:
        console = out()
        if rows:
            # Row by row, with its scenarios.
            shown = (f"{row}  {'; '.join(names)}" for row, names in found.shown_by.items())
            listed(console, say("Örtülüb"), shown)
        _tell(console, found, {row.id: row.requirement for row in known_rows.values()})
    return 0 if found.complete else 1


def _named(named: str, known: Sequence[str]) -> Sequence[str]:
    """The rows that one word names: a row, or the first and the last of several."""
    first, _, last = named.partition(":")
    for row in (first, last or first):
        if row not in known:
            # There is no such row.
            raise Complaint("“{row}” sətri yoxdur.", row=row)
    return known[known.index(first) : known.index(last or first) + 1]


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
