"""The kinds of export files: which columns each has, and which table takes them.

A column's name in a file is its name in the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from sqlalchemy import Table

from utility_eservices_adapters.registry import tables, values
from utility_eservices_adapters.registry.values import Read, optional, text

__all__ = ["KINDS", "Cell", "Kind"]

# In letters: of an address, as the forms have it; of a name, a number, a word.
_ADDRESS, _NAME, _NUMBER, _WORDS = 200, 200, 60, 200


@attrs.frozen
class Cell:
    """One column of a file.

    ``read`` makes the table's value of a cell. Where the file leaves the column out, a new row
    gets ``default``, and one that is there keeps what it has; a ``needed`` one cannot be left out.
    """

    name: str
    read: Read
    needed: bool = True
    default: Any = None


@attrs.frozen
class Kind:
    """One kind of file; ``keys`` tell its rows apart.

    The code comes first, and is read as the utility has it. Of the columns in ``either`` one at
    least has to be filled. ``place`` is the column of the table that takes the number of the line.
    """

    table: Table
    keys: tuple[str, ...]
    others: tuple[Cell, ...]
    either: tuple[str, ...] = ()
    place: str = ""

    def cells(self, utility: str) -> Mapping[str, Cell]:
        """The columns by their names, in the order to write them."""
        code = Cell("code", values.code_of(utility))
        return {cell.name: cell for cell in (code, *self.others)}


def _may(name: str, read: Callable[[str], Any], default: Any = None) -> Cell:
    """A column that a file may leave out."""
    return Cell(name, read, needed=False, default=default)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "subscribers": Kind(
            tables.subscribers,
            ("code",),
            (
                Cell("surname", text(_NAME, empty=True)),
                Cell("name", text(_NAME, empty=True)),
                _may("patronymic", text(_NAME, empty=True), ""),
                _may("fin", optional(values.fin)),
                Cell("category", values.category),
                Cell("address", text(_ADDRESS)),
                _may("contract", text(_NUMBER, empty=True), ""),
                _may("persons", optional(values.persons)),
                _may("services", optional(values.services)),
                _may("meter", optional(values.meter)),
            ),
            either=("surname", "name"),
        ),
        "invoices": Kind(
            tables.invoices,
            ("code", "number"),
            (
                Cell("number", text(_NUMBER)),
                Cell("month", values.month),
                Cell("amount", values.signed_amount),
                _may("consumption", optional(values.litres)),
                Cell("presented", values.truth),
                Cell("from_reading", values.truth),
            ),
        ),
        "payments": Kind(
            tables.payments,
            ("code", "receipt"),
            (
                Cell("receipt", text(_NUMBER)),
                Cell("day", values.day),
                Cell("amount", values.signed_amount),
                Cell("point", text(_WORDS)),
            ),
        ),
        "debts": Kind(tables.debts, ("code",), (Cell("amount", values.signed_amount),)),
        "readings": Kind(
            tables.readings,
            ("code",),
            (Cell("reading", values.litres), _may("day", optional(values.day))),
        ),
        "metering-points": Kind(
            tables.metering_points,
            ("code", "key"),
            (Cell("key", text(_NUMBER)), Cell("label", text(_WORDS))),
            place="place",
        ),
    }
)
