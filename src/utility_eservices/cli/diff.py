"""``eservices diff``: what becomes of cases and journeys in flight under another version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.casework.shape import Shape, shape_of
from utility_eservices.cli.services import service_called
from utility_eservices.cli.terminal import Complaint, out, table
from utility_eservices.conformance.snapshots import NotASnapshot, read_snapshot
from utility_eservices.conformance.versions import Diff, Line, Verdict, compare

__all__ = ["diff"]

# Service, state, page, field, finding, effect.
_KINDS = {
    "service": "xidmət",
    "state": "status",
    "page": "pəncərə",
    "field": "sahə",
    "finding": "qeyd",
    "effect": "iş",
}
_VERDICTS = {
    Verdict.SAFE: "təhlükəsizdir",
    Verdict.MAPPED: "uyğunluğu göstərilib",
    Verdict.NEEDS_MAPPING: "uyğunluğu göstərilməlidir",
    Verdict.BLOCKED: "bloklanıb",
}
_STYLES = {
    Verdict.SAFE: "green",
    Verdict.MAPPED: "cyan",
    Verdict.NEEDS_MAPPING: "yellow",
    Verdict.BLOCKED: "bold red",
}
# What, key, in the new version, verdict, why.
_COLUMNS = ("Nə", "Açar", "Yeni versiyada", "Nəticə", "Səbəb")


def diff(
    old: Annotated[
        # The older version: a file of `snapshot` or the key of a service.
        str, Parameter(help="Köhnə versiya: “snapshot” faylı və ya xidmətin açarı.")
    ],
    new: Annotated[str, Parameter(help="Yeni versiya: fayl və ya xidmətin açarı.")],
    /,
    *,
    format: Annotated[  # noqa: A002  # the word of every command line
        Literal["text", "json"], Parameter(help="Mətn, yaxud proqramlar üçün JSON.")
    ] = "text",
) -> int:
    """Say of everything in flight whether it goes on; 1 when something does not."""
    found = _compared(_shape(old), _shape(new))
    if format == "json":
        out().out(json.dumps(found.as_json(), ensure_ascii=False, indent=2), highlight=False)
    else:
        _tell(out(), found)
    return 0 if found.holds else 1


def _shape(word: str) -> Shape:
    path = Path(word)
    if path.suffix != ".json":
        return shape_of(service_called(word))
    try:
        return read_snapshot(path)
    except FileNotFoundError as error:
        # There is no such file.
        raise Complaint(f"“{word}” faylı yoxdur.") from error
    except OSError as error:
        # The file cannot be read.
        raise Complaint(f"“{word}” faylı oxunmur.") from error
    except NotASnapshot as error:
        # This is no file of eservices snapshot, or of another version of the library.
        raise Complaint(
            f"“{word}”: bu, “eservices snapshot” faylı deyil və ya kitabxananın başqa "
            "versiyasınındır."
        ) from error


def _compared(old: Shape, new: Shape) -> Diff:
    if old.service != new.service:
        # These are two services.
        raise Complaint(f"bunlar iki ayrı xidmətdir: “{old.service}” və “{new.service}”.")
    if old.version > new.version:
        # The first is newer than the second; the older one goes first.
        raise Complaint("birinci versiya ikincidən yenidir; əvvəl köhnəsi göstərilir.")
    return compare(old, new)


def _tell(console: Console, found: Diff) -> None:
    console.print(Text(f"{found.service}: {found.old} → {found.new}", "bold cyan"))
    rows = [_row(line) for line in found.lines]
    console.print(table(console, _COLUMNS, rows), crop=False)
    for verdict in Verdict:
        count = sum(line.verdict is verdict for line in found.lines)
        console.print(Text(f"{_VERDICTS[verdict]}: {count}", _STYLES[verdict]))
    if found.holds:
        # Everything in flight goes on.
        console.print(Text("\n✓ Yolda olan hər şey davam edir.", "bold green"))
    else:
        # Not everything in flight goes on.
        console.print(Text("\n✗ Yolda olan hər şey davam etmir.", "bold red"))


def _row(line: Line) -> tuple[str, ...]:
    return (
        _KINDS[line.kind],
        f"{line.key} ({', '.join(line.channels)})" if line.channels else line.key,
        line.becomes or "–",
        _VERDICTS[line.verdict],
        "\n".join(reason.text for reason in line.reasons) or "–",
    )
