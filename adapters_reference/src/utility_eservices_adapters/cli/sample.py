"""``eservices-adapters sample``: made-up subscribers, as files or straight in the database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import App, Parameter

from utility_eservices_adapters.cli import Complaint, out
from utility_eservices_adapters.cli.import_ import brought, opened
from utility_eservices_adapters.registry.kinds import KINDS
from utility_eservices_adapters.registry.sample import write

__all__ = ["app"]

# Make up a data set: the manual's sample, and invented subscribers.
app = App("sample", help="Uydurma verilənlər yarat: təlimatın nümunəsi və uydurma abonentlər.")


@app.default
def sample(
    *,
    to: Annotated[
        Path | None,
        # The folder for the files, UTILITY/KIND.csv.
        Parameter(help="Faylların yazılacağı qovluq: TƏŞKİLAT/NÖV.csv."),
    ] = None,
    into_database: Annotated[
        bool,
        # Instead of files, into the database of ESERVICES_DATABASE_URL.
        Parameter(negative="", help="Fayl əvəzinə ESERVICES_DATABASE_URL bazasına yaz."),
    ] = False,
    subscribers: Annotated[
        int,
        # How many subscribers are made up for each utility.
        Parameter(help="Hər təşkilat üzrə neçə abonent uydurulsun."),
    ] = 2500,
    seed: Annotated[
        int,
        # Of the same seed comes the same.
        Parameter(help="Eyni ədəddən eyni verilənlər alınır."),
    ] = 1,
    only: Annotated[
        str | None,
        # One kind of files alone: ...
        Parameter(help=f"Yalnız bir növ: {', '.join(KINDS)}."),
    ] = None,
) -> int:
    """Make it up."""
    if (to is None) != into_database:
        # Say either a folder or the database.
        raise Complaint("ya --to QOVLUQ, ya da --into-database göstərin")
    if only is not None and only not in KINDS:
        # There is no such kind of file; there are: ...
        raise Complaint(f"belə fayl növü yoxdur; növlər: {', '.join(KINDS)}")
    kinds = tuple(KINDS) if only is None else (only,)
    if to is not None:
        for _utility, _kind, path in _written(to, subscribers, seed, kinds):
            out().print(str(path))
        return 0
    with opened() as database, TemporaryDirectory() as folder:
        for utility, kind, path in _written(Path(folder), subscribers, seed, kinds):
            done = brought(database, kind, utility, path)
            # So many rows.
            out().print(f"{utility}, {kind}: {done.rows} sətir")
            path.unlink()
    return 0


def _written(
    folder: Path, subscribers: int, seed: int, kinds: tuple[str, ...]
) -> Iterator[tuple[str, str, Path]]:
    try:
        yield from write(folder, subscribers, seed, kinds)
    except OSError as error:
        # Nothing can be written into ...
        raise Complaint(f"“{folder}” qovluğuna yazmaq olmur ({error.strerror})") from None
