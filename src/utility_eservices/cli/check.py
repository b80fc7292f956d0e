"""``eservices check``: what must be so of every service, and where it is not.

Of each flaw: what it is, the shortest way there, and a scenario that `eservices run` takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.installed import Installed, installed
from utility_eservices.vocabulary.language import Language

__all__ = ["check"]


@attrs.frozen
class _Looked:
    """The services that were looked at, and what was found.

    ``files`` are those of the flaws, ``words`` the language now spoken as each of those that
    are told of speaks it.
    """

    services: Sequence[Service]
    flaws: Sequence[Flaw]
    files: Sequence[Path | None]
    words: Mapping[str, Language]


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
    flaws = [item for item in known.flaws if service in (None, item.service)]
    flaws += _proved(known, services)
    told_of = {*(item.key for item in services), *(item.service for item in flaws)}
    words = {key: known.spoken_by(key, language().tag) for key in told_of}
    looked = _Looked(services, flaws, list(_written(flaws, into)), words)
    if format == "json":
        json_out(_as_json(looked))
    else:
        _tell(out(), looked)
    return 1 if flaws else 0


def _proved(known: Installed, services: Sequence[Service]) -> Iterator[Flaw]:
    # Where nobody looks, nothing is drawn.
    with Progress(console=err(), transient=True, disable=not err().is_terminal) as progress:
        # Proofs.
        for service in progress.track(services, description=say("Sübutlar")):
            yield from proofs.check(service, known.languages(service))


def _written(flaws: Sequence[Flaw], folder: Path | None) -> Iterator[Path | None]:
    """The file of each scenario; none where there is no folder for them, or no scenario."""
    for number, flaw in enumerate(flaws, 1):
        if folder is None or not flaw.scenario:
            yield None
            continue
        file = folder / f"{flaw.service}-{number:02}-{flaw.code}.feature"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(flaw.scenario, "utf-8")
        except OSError as error:
            # Nothing can be written into ...
            raise Complaint("“{folder}” qovluğuna yazmaq olmur.", folder=folder) from error
        yield file


def _as_json(looked: _Looked) -> dict[str, Any]:
    found = zip(looked.flaws, looked.files, strict=True)
    return {
        "services": [service.key for service in looked.services],
        "findings": [
            {**flaw.as_json(looked.words[flaw.service]), "file": str(file) if file else ""}
            for flaw, file in found
        ],
    }


# --- for people -------------------------------------------------------------------------------


def _tell(console: Console, looked: _Looked) -> None:
    spoilt = {flaw.service for flaw in looked.flaws}
    for service in looked.services:
        if service.key not in spoilt:
            name = looked.words[service.key].text(service.name)
            line = f"✓ {name} ({service.key})"
            console.print(Text(line, "green"), soft_wrap=True)
    for flaw, file in zip(looked.flaws, looked.files, strict=True):
        _tell_flaw(console, flaw, file, looked.words[flaw.service])
    if looked.flaws:
        # So many flaws.
        line = say("Tapıntılar: {number}", number=len(looked.flaws))
        console.print(Text(f"\n{line}", "bold red"))


def _tell_flaw(console: Console, flaw: Flaw, file: Path | None, words: Language) -> None:
    message = f"\n✗ {flaw.service}: {words.said(flaw.said)}"
    console.print(Text(message, "bold red"), soft_wrap=True)
    console.print(f"  {flaw.code}  {flaw.where}", soft_wrap=True)
    if flaw.way.channel:
        # The way: ...
        start = f"{flaw.way.channel}, {words.text(flaw.way.means)}"
        console.print("  " + say("Yol: {start}", start=start), soft_wrap=True)
    for number, step in enumerate(flaw.way.steps, 1):
        console.print(f"    {number}. {words.said(step)}", soft_wrap=True)
    if file is not None:
        # The scenario: ...
        console.print("  " + say("Ssenari: {file}", file=file), soft_wrap=True)
    elif flaw.scenario:
        for line in flaw.scenario.splitlines():
            # As it is, to be copied.
            console.print(Text(f"    {line}".rstrip(), "dim"), soft_wrap=True)
