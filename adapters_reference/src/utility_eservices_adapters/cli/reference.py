"""``eservices-adapters reference``: the reference data of utilities, from a file and to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter
from rich.text import Text

from utility_eservices_adapters.cli import Complaint, err, out
from utility_eservices_adapters.cli.tables import database_with
from utility_eservices_adapters.sql.reference import UtilityReference, kept, replace
from utility_eservices_adapters.sql.reference_file import ReferenceRefused, read, written
from utility_eservices_adapters.sql.reference_file import sample as sample_file
from utility_eservices_adapters.sql.schema import SCHEMA

__all__ = ["app"]

# The lists, units and rules of the utilities.
app = App("reference", help="Soraqçalar: təşkilatların siyahıları, icraçı bölmələri, qaydaları.")


# Put a file's values in the place of all that is kept for the utilities that it names; or nothing.
@app.command(
    help="Fayldakı təşkilatların soraqçalarını bütövlükdə əvəz et; faylda səhv varsa, heç birini."
)
def load(file: Annotated[Path, Parameter(help="TOML faylı.")]) -> None:
    """Replace what is kept for the utilities of a file."""
    try:
        references = read(file.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        # The file cannot be read: …
        raise Complaint(f"fayl oxunmur: {file}") from None
    except ReferenceRefused as refused:
        for fault in refused.faults:
            err().print(Text(fault), soft_wrap=True)
        # Nothing was altered: the file has so many faults.
        raise Complaint(f"heç nə dəyişdirilmədi: {file}, səhv: {len(refused.faults)}") from None
    with database_with(SCHEMA) as database:
        replace(database, references)
    for utility, reference in references.items():
        out().print(f"{utility}: {_counted(reference)}")


# Show what is kept for a utility, as a file that can be loaded.
@app.command(help="Təşkilatın soraqçalarını göstər: yüklənə bilən fayl kimi.")
def show(utility: Annotated[str, Parameter(help="Təşkilatın açarı, məsələn: azersu.")]) -> None:
    """Print what is kept for a utility as TOML."""
    with database_with(SCHEMA) as database:
        found = kept(database, utility)
    if found == UtilityReference():
        # Nothing is kept for …
        raise Complaint(f"“{utility}” üçün soraqça yoxdur")
    out().print(written({utility: found}), end="")


# Show the sample file.
@app.command(help="Nümunə faylı göstər: dəyişdirib yükləmək üçün.")
def sample() -> None:
    """Print the file that comes with the package."""
    out().print(sample_file(), end="")


def _counted(reference: UtilityReference) -> str:
    # lists …, units …, rules …
    lists, units, rules = map(len, (reference.lists, reference.units, reference.rules))
    return f"siyahı {lists}, bölmə {units}, qayda {rules}"
