"""``eservices run``: an analyst's scenarios, run on the simulator.

Before anything runs, each step that no phrase fits is named with its line and the nearest
phrase. Of a scenario that failed, the step is shown, what it expected and what there was.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import redirect_stderr
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from utility_eservices.cli.report import Report
from utility_eservices.cli.terminal import Complaint, err, out
from utility_eservices.cli.words import say
from utility_eservices.conformance import running

__all__ = ["run"]

# What pytest answers when all went well, when something failed, when nothing was chosen.
_PASSED, _FAILED, _NOTHING = 0, 1, 5


def run(
    file: Annotated[Path, Parameter(help="Ssenarilər olan .feature faylı.")],
    /,
    *more: Annotated[Path, Parameter(help="Daha başqa fayllar.")],
    only: Annotated[
        str, Parameter(name="-k", help="Yalnız adı və ya nişanı buna uyğun olan ssenarilər.")
    ] = "",
) -> int:
    """Run the scenarios; 1 when one failed, 2 when they cannot be run at all."""
    files = (file, *more)
    unknown = [(path, step) for path in files for step in _unknown(path)]
    if unknown:
        _name(unknown)
        return 2
    for path in files:
        for row in running.unknown_rows(path):
            # There is no such row of a manual.
            raise Complaint("“{file}”: təlimatlarda belə sətir yoxdur: {row}", file=path, row=row)
    report = Report(out())
    chosen = ("-k", only) if only else ()
    # What pytest has to say of a wrong expression is no sentence for an analyst.
    with redirect_stderr(io.StringIO()):
        code = running.run(files, "-p", "no:terminal", *chosen, plugins=[report])
    if code == _NOTHING:
        # No scenario was found, or none fits.
        raise Complaint("uyğun ssenari tapılmadı.")
    if code not in {_PASSED, _FAILED}:
        # The scenarios cannot be run.
        raise Complaint("ssenariləri işə salmaq olmadı; fayla və -k ifadəsinə baxın.")
    report.sum_up()
    return code


def _unknown(path: Path) -> Iterable[running.UnknownStep]:
    try:
        return running.unknown_steps(path)
    except FileNotFoundError as error:
        # There is no such file.
        raise Complaint("“{file}” faylı yoxdur.", file=path) from error
    except OSError as error:
        # The file cannot be read.
        raise Complaint("“{file}” faylı oxunmur.", file=path) from error
    except running.NotGherkin as error:
        # The line at which it ceases to be a feature.
        where = say(" (sətir {line})", line=str(error.line)) if error.line else ""
        # Is there “# language: az” in the first line?
        hint = say("faylın əvvəlində “# language: az” varmı?")
        raise Complaint(
            # This is not Gherkin.
            "“{file}”: bu, Gherkin deyil{where}; {hint}",
            file=path,
            where=where,
            hint=hint,
        ) from error


def _name(unknown: Iterable[tuple[Path, running.UnknownStep]]) -> None:
    console = err()
    for path, step in unknown:
        line = say(
            # A step that no phrase fits, and the line it stands in.
            "{file}, sətir {line}: naməlum addım: {step}",
            file=path,
            line=str(step.line),
            step=step.text,
        )
        console.print(line, soft_wrap=True)
        if step.nearest:
            # The phrase most like it.
            nearest = say("ən yaxın ifadə: {phrase}", phrase=step.nearest)
            console.print(f"    {nearest}", soft_wrap=True)
    # Where all phrases are listed.
    console.print(say("Bütün ifadələr: {command}", command="eservices phrases"))
