"""Where the features lie, and the catalogue of rows beside them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import attrs

import utility_eservices

__all__ = ["FEATURES", "Row", "catalogue_of_rows", "features_folder", "is_unknown_row"]

# The environment variable that names the files to run, one a line.
FEATURES = "ESERVICES_FEATURES"


def features_folder() -> Path:
    """The folder of the features: inside the installed package, or at the root of a checkout."""
    package = Path(utility_eservices.__file__).parent
    shipped = package / "features"
    return shipped if shipped.is_dir() else package.parents[1] / "features"


@attrs.frozen
class Row:
    """One row of the catalogue: what a manual demands, and where it says so.

    ``reason`` is filled where a library cannot show it (a colour, a picture, a purpose).
    """

    id: str
    basis: str
    kind: str
    requirement: str
    literal: str
    correct: str
    figure: str
    source: str
    reason: str

    @property
    def manual(self) -> str:
        """The manual's short name: ``DI`` for ``DI-034``."""
        return self.id.partition("-")[0]


@cache
def catalogue_of_rows() -> dict[str, Row]:
    """All rows by id, in the order of the manuals."""
    with (features_folder() / "rows.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: Row(**row) for row in csv.DictReader(file)}


def is_unknown_row(tag: str) -> bool:
    """Whether a tag looks like a row of a manual and is none: its promise could not be kept.

    >>> is_unknown_row("DI-999"), is_unknown_row("DI-001"), is_unknown_row("ours")
    (True, False, False)
    """
    manual, dash, number = tag.partition("-")
    rows = catalogue_of_rows()
    manuals = {row.manual for row in rows.values()}
    return bool(dash) and number.isdecimal() and manual in manuals and tag not in rows
