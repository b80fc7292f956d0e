"""The tables of the registry: what a utility knows of its subscribers, and what was done to it.

A subscriber, an invoice, a payment … belongs to one utility, by its key such as ``azersu``. Rows
of a code that stands among no subscribers are there, and nobody is shown them. Amounts are whole
qəpik, consumption and readings whole litres.

The ledgers hold what the library did, in order, one row for each key: they are never altered, and
whoever keeps the utility's own books can read on from the last ``serial`` they have seen.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Identity,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    UniqueConstraint,
)

from utility_eservices_adapters.registry.columns import Litres
from utility_eservices_adapters.sql.columns import Qepik, Serial
from utility_eservices_adapters.sql.migrating import NAMES, Schema
from utility_eservices_adapters.sql.texts import Plain, Short

__all__ = [
    "SCHEMA",
    "changes",
    "corrections",
    "credits_",
    "debts",
    "invoices",
    "metering_points",
    "payments",
    "readings",
    "subscribers",
    "taken",
]

metadata = MetaData(naming_convention=NAMES)

_PREFIX = "registry_"


def _text(name: str) -> Column[str]:
    return Column(name, Plain, nullable=False)


def _short(name: str, *, key: bool = False) -> Column[str]:
    """A text that an index holds."""
    return Column(name, Short, primary_key=key, nullable=False)


def _of_a_code(name: str, *columns: Column[Any] | Index) -> Table:
    """A table whose rows are told by utility, code, and what else is a key."""
    return Table(
        _PREFIX + name,
        metadata,
        _short("utility", key=True),
        _short("code", key=True),
        *columns,
        sqlite_with_rowid=False,
    )


# --- what the utility knows -----------------------------------------------------------------------

subscribers = _of_a_code(
    "subscribers",
    _text("surname"),
    _text("name"),
    _text("patronymic"),
    # NULL where the base does not know it.
    Column("fin", Short),
    # A `Category`, by its value.
    _text("category"),
    _text("address"),
    _text("contract"),
    Column("persons", SmallInteger),
    # `ServiceKinds`, by their value.
    Column("services", Plain),
    # The code of a meter's type, NULL where there is no meter.
    Column("meter", Plain),
    Index("ix_registry_subscribers_fin", "fin", "utility", "code"),
)

invoices = _of_a_code(
    "invoices",
    _short("number", key=True),
    # As in 2020-09.
    _text("month"),
    Column("amount", Qepik, nullable=False),
    Column("consumption", Litres),
    Column("presented", Boolean, nullable=False),
    Column("from_reading", Boolean, nullable=False),
)

payments = _of_a_code(
    "payments",
    _short("receipt", key=True),
    Column("day", Date, nullable=False),
    Column("amount", Qepik, nullable=False),
    _text("point"),
    # Its serial in the ledger of credits, where a portal took it.
    Column("credit", BigInteger),
)

# A code without a row owes nothing.
debts = _of_a_code("debts", Column("amount", Qepik, nullable=False))

readings = _of_a_code(
    "readings",
    Column("reading", Litres, nullable=False),
    # The day of the reading in Baku, NULL where it is not known.
    Column("day", Date),
)

metering_points = _of_a_code(
    "metering_points",
    _short("key", key=True),
    # Where it stands among those of its code.
    Column("place", Integer, nullable=False),
    _text("label"),
)


# --- what was done, by key ------------------------------------------------------------------------


def _ledger(name: str, *columns: Column[Any]) -> Table:
    return Table(
        _PREFIX + name,
        metadata,
        Column("serial", Serial, Identity(), primary_key=True),
        _short("utility"),
        _short("key"),
        _text("code"),
        *columns,
        UniqueConstraint("utility", "key"),
    )


changes = _ledger(
    "changes",
    _text("fin"),
    _text("address"),
    Column("persons", SmallInteger, nullable=False),
    _text("services"),
)
corrections = _ledger("corrections", _text("invoice"), Column("amount", Qepik, nullable=False))
credits_ = _ledger(
    "credits", Column("amount", Qepik, nullable=False), Column("day", Date, nullable=False)
)
taken = _ledger(
    "taken", Column("reading", Litres, nullable=False), Column("day", Date, nullable=False)
)

SCHEMA = Schema("registry", metadata, "utility_eservices_adapters.registry:versions")
