"""``eservices doctor``: who serves what for whom, what is missing, and what to do about it.

Machines read the exit code: 0 when all is well, 1 when something has to be mended or heeded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console

from utility_eservices.cli.config import configured
from utility_eservices.cli.terminal import Format, json_out, listed, out, table, verdict
from utility_eservices.cli.words import language, say, say_all
from utility_eservices.desk.doctor import examine, is_well, missing
from utility_eservices.desk.plugins import Diagnosis, Health
from utility_eservices.vocabulary.language import Phrase

__all__ = ["doctor"]

_SAID = {
    # All is well.
    Health.WELL: Phrase("yaxşıdır"),
    # See the advice.
    Health.ADVISED: Phrase("məsləhətə baxın"),
    # It does not work.
    Health.FAILING: Phrase("işləmir"),
    # Several serve the same need.
    Health.CLASH: Phrase("bir neçəsi var"),
    # Nobody serves the need.
    Health.MISSING: Phrase("heç kim"),
    # The plugin cannot take part.
    Health.BROKEN: Phrase("qoşula bilmir"),
}


def doctor(
    *plugins: Annotated[str, Parameter(help="Qoşmaların adları; yazılmasa, simulyator.")],
    config: Annotated[
        Path | None, Parameter(help="Qoşmaların və xidmətlərin adları olan TOML faylı.")
    ] = None,
    format: Format = "text",  # noqa: A002  # the word of every command line
) -> int:
    """Examine a desk with these plugins; 1 when anything is not well."""
    wanted = configured(config)
    # Whatever a plugin may print, the answer stands alone on stdout.
    with redirect_stdout(sys.stderr):
        findings = examine(plugins or wanted.plugins, wanted.services)
    if format == "json":
        json_out(_as_json(findings))
    else:
        _tell(out(), findings)
    return 0 if is_well(findings) else 1


def _as_json(findings: Iterable[Diagnosis]) -> dict[str, Any]:
    known = list(findings)
    return {
        "well": is_well(known),
        "findings": [
            {
                "port": item.port,
                "scope": item.scope,
                "needed_by": item.needed_by,
                "plugin": item.plugin,
                "health": item.health.value,
                "advice": language().said(item.advice or ""),
            }
            for item in known
        ],
        "missing": {
            who: [{"port": item.port, "scope": item.scope} for item in lacking]
            for who, lacking in missing(known).items()
        },
    }


# --- for people -------------------------------------------------------------------------------


def _tell(console: Console, findings: tuple[Diagnosis, ...]) -> None:
    # Port, for what, served by which plugin, how it stands, needed by.
    columns = say_all("Port", "Nə üçün", "Qoşma", "Vəziyyət", "Kimə lazımdır")
    needs = [_line(item) for item in findings if item.port]
    console.print(table(console, columns, needs), crop=False)
    broken = (_advice(item) for item in findings if not item.port)
    # Plugins that cannot take part.
    listed(console, say("Qoşula bilməyənlər"), broken)
    # What nobody serves follows by itself, service by service.
    advised = (item for item in findings if item.port and item.health is not Health.MISSING)
    # What the adapters advise.
    listed(console, say("Məsləhətlər"), (_advice(item) for item in advised if item.advice))
    # What is missing, service by service.
    listed(console, say("Çatışmayanlar"), _lacking(findings))
    console.print()
    # All is well.
    well = say("Hər şey qaydasındadır.")
    # Not all is well.
    verdict(console, is_well(findings), well, say("Hər şey qaydasında deyil."))


def _line(item: Diagnosis) -> tuple[str, ...]:
    return (
        item.port,
        item.scope or "–",
        item.plugin or "–",
        language().said(_SAID[item.health]),
        ", ".join(item.needed_by) or "–",
    )


def _advice(item: Diagnosis) -> str:
    what = " ".join(filter(None, (item.port, item.scope))) or item.plugin
    advice = language().said(item.advice or "")
    return f"{what}: {advice}" if what else advice


def _lacking(findings: Iterable[Diagnosis]) -> Iterator[str]:
    """What each service goes without, a line a service."""
    for who, lacking in missing(findings).items():
        if lacking:
            ports = (" ".join(filter(None, (item.port, item.scope))) for item in lacking)
            yield f"{who}: {', '.join(ports)}"
