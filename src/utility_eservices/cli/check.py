"""``eservices check``: what must be so of every service, and where it is not.

Of each finding: what it is, the shortest way there, and a scenario that `eservices run` takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import attrs
from cyclopts import Parameter
from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from utility_eservices.casework.service import Service
from utility_eservices.cli.services import called
from utility_eservices.cli.terminal import Complaint, Format, err, json_out, out
from utility_eservices.cli.words import language, say
from utility_eservices.conformance import proofs
from utility_eservices.conformance.proofs.finding import Finding
from utility_eservices.conformance.proofs.installed import Installed, installed
from utility_eservices.vocabulary.language import Language

__all__ = ["check"]


@attrs.frozen
class _Looked:
    """The services that were looked at, and what was found; ``files`` by finding."""

    services: Sequence[Service]
    findings: Sequence[Finding]
    files: Sequence[Path | None]


def check(
    service: Annotated[
        str | None,
        # The key of a service; by default every installed one.
        Parameter(help="Xidmətin açarı; göstərilməsə, quraşdırılmış bütün xidmətlər."),
    ] = None,
    /,
    *,
    format: Format = "text",  # noqa: A002  # the word of every command line
    into: Annotated[
        Path | None,
        # A folder for the scenarios, instead of printing them.
        Parameter(help="Ssenarilərin yazılacağı qovluq; göstərilməsə, çap olunur."),
    ] = None,
) -> int:
    """Prove every service, or one; 1 when anything is found."""
    known = installed()
    services = known.services if service is None else called(known.services, service)
    findings = [item for item in known.findings if service in (None, item.service)]
    findings += _proved(known, services)
    looked = _Looked(services, findings, list(_written(findings, into)))
    if format == "json":
        json_out(_as_json(looked, known))
    else:
        _tell(out(), looked, known)
    return 1 if findings else 0


def _proved(known: Installed, services: Sequence[Service]) -> Iterator[Finding]:
    # Where nobody looks, nothing is drawn.
    with Progress(console=err(), transient=True, disable=not err().is_terminal) as progress:
        # Proofs.
        for service in progress.track(services, description=say("Sübutlar")):
            yield from proofs.check(service, known.languages(service))


def _written(findings: Sequence[Finding], folder: Path | None) -> Iterator[Path | None]:
    """The file of each scenario; none where there is no folder for them, or no scenario."""
    for number, finding in enumerate(findings, 1):
        if folder is None or not finding.scenario:
            yield None
            continue
        file = folder / f"{finding.service}-{number:02}-{finding.code}.feature"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(finding.scenario, "utf-8")
        except OSError as error:
            # Nothing can be written into ...
            raise Complaint("“{folder}” qovluğuna yazmaq olmur.", folder=folder) from error
        yield file


def _words(known: Installed, service: str) -> Language:
    """The language of the command line as a service speaks it."""
    return known.spoken_by(service, language().tag)


def _as_json(looked: _Looked, known: Installed) -> dict[str, Any]:
    found = zip(looked.findings, looked.files, strict=True)
    return {
        "services": [service.key for service in looked.services],
        "findings": [
            {**finding.as_json(_words(known, finding.service)), "file": str(file) if file else ""}
            for finding, file in found
        ],
    }


# --- for people -------------------------------------------------------------------------------


def _tell(console: Console, looked: _Looked, known: Installed) -> None:
    spoilt = {finding.service for finding in looked.findings}
    for service in looked.services:
        if service.key not in spoilt:
            name = _words(known, service.key).text(service.name)
            line = f"✓ {name} ({service.key})"
            console.print(Text(line, "green"), soft_wrap=True)
    for finding, file in zip(looked.findings, looked.files, strict=True):
        _tell_finding(console, finding, file, _words(known, finding.service))
    if looked.findings:
        # So many findings.
        line = say("Tapıntılar: {number}", number=len(looked.findings))
        console.print(Text(f"\n{line}", "bold red"))


def _tell_finding(console: Console, finding: Finding, file: Path | None, words: Language) -> None:
    message = f"\n✗ {finding.service}: {words.said(finding.said)}"
    console.print(Text(message, "bold red"), soft_wrap=True)
    console.print(f"  {finding.code}  {finding.where}", soft_wrap=True)
    if finding.way.channel:
        # The way: ...
        start = f"{finding.way.channel}, {words.text(finding.way.means)}"
        console.print("  " + say("Yol: {start}", start=start), soft_wrap=True)
    for number, step in enumerate(finding.way.steps, 1):
        console.print(f"    {number}. {words.said(step)}", soft_wrap=True)
    if file is not None:
        # The scenario: ...
        console.print("  " + say("Ssenari: {file}", file=file), soft_wrap=True)
    elif finding.scenario:
        for line in finding.scenario.splitlines():
            # As it is, to be copied.
            console.print(Text(f"    {line}".rstrip(), "dim"), soft_wrap=True)
