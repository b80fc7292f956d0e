"""``eservices-adapters import``: bring an export of a utility into the registry.

What is wrong with a file is told line by line, and then nothing was altered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter
from rich.progress import Progress

from utility_eservices.errors import PortFailure, PortTimeout
from utility_eservices_adapters.cli import Complaint, err, out
from utility_eservices_adapters.cli.tables import database_with
from utility_eservices_adapters.registry.importing import FileRefused, Imported, bring_in
from utility_eservices_adapters.registry.kinds import KINDS
from utility_eservices_adapters.registry.plugin import RegistryConfig
from utility_eservices_adapters.registry.tables import SCHEMA
from utility_eservices_adapters.settings import from_environment
from utility_eservices_adapters.sql.database import Database

__all__ = ["app", "brought", "opened"]

# Bring an export, a CSV file, into the database.
app = App("import", help="İxrac faylını (CSV) verilənlər bazasına gətir.")


@app.default
def import_(
    kind: Annotated[
        str,
        # What the file has: ...
        Parameter(help=f"Faylda nə var: {', '.join(KINDS)}."),
    ],
    file: Annotated[
        Path,
        # A CSV file in UTF-8, with ; or , between cells and the columns' names in its first line.
        Parameter(help="UTF-8 CSV faylı: ayırıcı ; və ya , birinci sətirdə sütunların adları."),
    ],
    /,
    *,
    utility: Annotated[
        str,
        # The key of the utility, such as azersu.
        Parameter(help="Xidmət təşkilatının açarı, məsələn: azersu."),
    ],
    replace: Annotated[
        bool,
        # Rows that are not in the file vanish.
        Parameter(negative="", help="Faylda olmayan sətirlər silinsin."),
    ] = False,
    credited_to: Annotated[
        int | None,
        # For debts: the last payment of the ledger of credits that the file already knows.
        Parameter(help="Borclar üçün: faylda nəzərə alınmış son portal ödənişinin sıra nömrəsi."),
    ] = None,
) -> int:
    """Bring it in, whole or not at all."""
    _check(kind, utility, credited_to)
    with opened() as database:
        done = brought(database, kind, utility, file, replace=replace, credited_to=credited_to)
    # So many rows; new or altered; removed.
    out().print(
        f"{utility}, {kind}: {done.rows} sətir; "
        f"yeni və ya dəyişmiş: {done.altered}, silinmiş: {done.removed}."
    )
    return 0


def _check(kind: str, utility: str, credited_to: int | None) -> None:
    if kind not in KINDS:
        # There is no such kind of file; there are: ...
        raise Complaint(f"belə fayl növü yoxdur; növlər: {', '.join(KINDS)}")
    if credited_to is not None and kind != "debts":
        # That option is for debts alone.
        raise Complaint("--credited-to yalnız debts üçündür")
    served = from_environment(RegistryConfig, "registry").utilities
    if utility not in served:
        # Rows of a utility that is not served would be shown to nobody. There are: …
        raise Complaint(
            f"belə təşkilat yoxdur; ESERVICES_REGISTRY_UTILITIES üzrə olanlar: {', '.join(served)}"
        )


@contextmanager
def opened() -> Iterator[Database]:
    """The database with the registry's tables, and what becomes of the data when it fails."""
    with _told(), database_with(SCHEMA) as database:
        yield database


def brought(
    database: Database,
    kind: str,
    utility: str,
    file: Path,
    *,
    replace: bool = False,
    credited_to: int | None = None,
) -> Imported:
    """Bring one file into what was `opened`, with a bar by its bytes.

    What is wrong with the file is printed.
    """
    try:
        with _bar(file) as read:
            return bring_in(
                database,
                kind,
                utility,
                file,
                replace=replace,
                credited_to=credited_to,
                read=read,
            )
    except OSError as error:
        # The file cannot be read.
        raise Complaint(f"“{file}” faylı oxunmur ({error.strerror})") from None
    except FileRefused as refused:
        for found in refused.faults:
            # Line so-and-so, column so-and-so: ...
            column = f", {found.fault.field}" if found.fault.field else ""
            out().print(f"sətir {found.line}{column}: {found.fault.message} [{found.fault.code}]")
        # The file was not taken, so many lines are wrong; nothing was altered.
        raise Complaint(
            f"fayl qəbul edilmədi, səhv sətirlər: {refused.count}; verilənlər olduğu kimi qaldı"
        ) from None


@contextmanager
def _told() -> Iterator[None]:
    """What a failing database and an impatient operator mean here."""
    try:
        yield
    except PortTimeout:
        # It is not known whether the data were written; importing once more does no harm.
        raise Complaint(
            "verilənlərin yazılıb-yazılmadığı məlum deyil; əmri təkrar edin, bu zərərsizdir"
        ) from None
    except PortFailure:
        # The database does not answer or has no room; nothing was altered.
        raise Complaint(
            "verilənlər bazası cavab vermir və ya yer yoxdur; verilənlər olduğu kimi qaldı"
        ) from None
    except KeyboardInterrupt:
        # Stopped; nothing was altered.
        raise Complaint("dayandırıldı; verilənlər olduğu kimi qaldı") from None


@contextmanager
def _bar(file: Path) -> Iterator[Callable[[int], None]]:
    size = file.stat().st_size
    with Progress(console=err(), transient=True, disable=not err().is_terminal) as progress:
        # It is being read; it is being written.
        task = progress.add_task("oxunur", total=size)

        def read(bytes_read: int) -> None:
            words = "yazılır" if bytes_read >= size else "oxunur"
            progress.update(task, completed=bytes_read, description=words)

        yield read
