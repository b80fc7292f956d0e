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
            raise Complaint(f"“{path}”: təlimatlarda belə sətir yoxdur: {row}")
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
        raise Complaint(f"“{path}” faylı yoxdur.") from error
    except OSError as error:
        # The file cannot be read.
        raise Complaint(f"“{path}” faylı oxunmur.") from error
    except running.NotGherkin as error:
        where = f" (sətir {error.line})" if error.line else ""
        # This is not Gherkin; is there “# language: az” in the first line?
        hint = "faylın əvvəlində “# language: az” varmı?"
        raise Complaint(f"“{path}”: bu, Gherkin deyil{where}; {hint}") from error


def _name(unknown: Iterable[tuple[Path, running.UnknownStep]]) -> None:
    console = err()
    for path, step in unknown:
        # Unknown step; the nearest phrase; all phrases.
        console.print(f"{path}, sətir {step.line}: naməlum addım: {step.text}", soft_wrap=True)
        if step.nearest:
            console.print(f"    ən yaxın ifadə: {step.nearest}", soft_wrap=True)
    console.print("Bütün ifadələr: eservices phrases")
