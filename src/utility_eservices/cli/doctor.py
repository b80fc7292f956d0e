"""``eservices doctor``: who serves what for whom, what is missing, and what to do about it.

Machines read the exit code: 0 when all is well, 1 when something has to be mended or heeded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.cli.config import configured
from utility_eservices.cli.terminal import heading, out, table
from utility_eservices.desk.doctor import examine, is_well, missing
from utility_eservices.desk.plugins import Finding, Health

__all__ = ["doctor"]

# Well, see the advice, does not work, two at once, nobody, cannot take part.
_SAID = {
    Health.WELL: "yaxşıdır",
    Health.ADVISED: "məsləhətə baxın",
    Health.FAILING: "işləmir",
    Health.CLASH: "bir neçəsi var",
    Health.MISSING: "heç kim",
    Health.BROKEN: "qoşula bilmir",
}


def doctor(
    *plugins: Annotated[str, Parameter(help="Qoşmaların adları; yazılmasa, simulyator.")],
    config: Annotated[
        Path | None, Parameter(help="Qoşmaların və xidmətlərin adları olan TOML faylı.")
    ] = None,
    format: Annotated[  # noqa: A002  # the word of every command line
        Literal["text", "json"], Parameter(help="Mətn, yaxud proqramlar üçün JSON.")
    ] = "text",
) -> int:
    """Examine a desk with these plugins; 1 when anything is not well."""
    wanted = configured(config)
    findings = examine(plugins or wanted.plugins, wanted.services)
    console = out()
    if format == "json":
        answer = json.dumps(_as_json(findings), ensure_ascii=False, indent=2)
        console.out(answer, highlight=False)
    else:
        _tell(console, findings)
    return 0 if is_well(findings) else 1


def _as_json(findings: Iterable[Finding]) -> dict[str, Any]:
    listed = list(findings)
    return {
        "well": is_well(listed),
        "findings": [
            {
                "port": item.port,
                "scope": item.scope,
                "needed_by": item.needed_by,
                "plugin": item.plugin,
                "health": item.health.value,
                "advice": str(item.advice),
            }
            for item in listed
        ],
        "missing": {
            who: [{"port": item.port, "scope": item.scope} for item in lacking]
            for who, lacking in missing(listed).items()
        },
    }


# --- for people -------------------------------------------------------------------------------


def _tell(console: Console, findings: tuple[Finding, ...]) -> None:
    # Port, for what, served by, how it stands, needed by.
    columns = ("Port", "Nə üçün", "Qoşma", "Vəziyyət", "Kimə lazımdır")
    needs = [_line(item) for item in findings if item.port]
    console.print(table(console, columns, needs), crop=False)
    _list(console, "Qoşula bilməyənlər", (_advice(item) for item in findings if not item.port))
    # What nobody serves follows by itself, service by service.
    advised = (item for item in findings if item.port and item.health is not Health.MISSING)
    _list(console, "Məsləhətlər", (_advice(item) for item in advised if item.advice))
    _list(console, "Çatışmayanlar", _lacking(findings))
    if is_well(findings):
        # All is well.
        console.print(Text("\n✓ Hər şey qaydasındadır.", "bold green"))
    else:
        # Not all is well.
        console.print(Text("\n✗ Hər şey qaydasında deyil.", "bold red"))


def _line(item: Finding) -> tuple[str, ...]:
    return (
        item.port,
        item.scope or "–",
        item.plugin or "–",
        _SAID[item.health],
        ", ".join(item.needed_by),
    )


def _advice(item: Finding) -> str:
    what = " ".join(filter(None, (item.port, item.scope))) or item.plugin
    return f"{what}: {item.advice}" if what else str(item.advice)


def _lacking(findings: Iterable[Finding]) -> Iterator[str]:
    """What each service goes without, a line a service."""
    for who, lacking in missing(findings).items():
        if lacking:
            ports = (" ".join(filter(None, (item.port, item.scope))) for item in lacking)
            yield f"{who}: {', '.join(ports)}"


def _list(console: Console, title: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if listed:
        console.print(heading(f"{title}: {len(listed)}"))
        for line in listed:
            console.print(f"  {line}", soft_wrap=True)
