"""Reference data in tables; see `utility_eservices.ports.reference`.

The values of lists are rows of ``reference_items``, the units of services of ``reference_units``,
the rules that a utility has an opinion of rows of ``reference_rules``. They are replaced as a
whole, utility by utility; `reference_file` reads them from a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

import attrs
from sqlalchemy import BindParameter, bindparam, delete, insert, select

from utility_eservices.ports.reference import ReferenceItem
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import (
    SCHEMA,
    reference_items,
    reference_rules,
    reference_units,
)
from utility_eservices_adapters.sql.statement import Prepared
from utility_eservices_adapters.sql.texts import is_short
from utility_eservices_adapters.sql.turns import take_turn

__all__ = ["SqlReference", "UtilityReference", "kept", "replace"]


@attrs.frozen
class UtilityReference:
    """All reference data of one utility.

    ``lists`` are values by the name of their list, in the order to show them; ``units`` by the
    service whose requests they carry out; ``rules`` say whether a rule holds.
    """

    lists: Mapping[str, tuple[ReferenceItem, ...]] = attrs.field(factory=dict)
    units: Mapping[str, ReferenceItem] = attrs.field(factory=dict)
    rules: Mapping[str, bool] = attrs.field(factory=dict)


_I, _U, _R = reference_items.c, reference_units.c, reference_rules.c
_UTILITY: BindParameter[str] = bindparam("utility")
_ITEMS = Prepared(
    select(_I.key, _I.label)
    .where(_I.utility == _UTILITY, _I.list == bindparam("name"))
    .order_by(_I.place)
)
_UNIT = Prepared(
    select(_U.key, _U.label).where(_U.utility == _UTILITY, _U.service == bindparam("service"))
)
_RULE = Prepared(select(_R.applies).where(_R.utility == _UTILITY, _R.rule == bindparam("rule")))

_ALL_ITEMS = Prepared(
    select(_I.list, _I.key, _I.label).where(_I.utility == _UTILITY).order_by(_I.list, _I.place)
)
_ALL_UNITS = Prepared(
    select(_U.service, _U.key, _U.label).where(_U.utility == _UTILITY).order_by(_U.service)
)
_ALL_RULES = Prepared(select(_R.rule, _R.applies).where(_R.utility == _UTILITY).order_by(_R.rule))

_TABLES = (reference_items, reference_units, reference_rules)
_FORGET = [Prepared(delete(table).where(table.c.utility == _UTILITY)) for table in _TABLES]
_ADD = [Prepared(insert(table), tuple(column.name for column in table.c)) for table in _TABLES]


@attrs.frozen
class SqlReference:
    """The reference data of one utility; see `Reference`."""

    database: Database
    utility: str

    def items(self, name: str) -> tuple[ReferenceItem, ...]:
        """See `Reference.items`."""
        return tuple(ReferenceItem(*row) for row in self._found(_ITEMS, name=name))

    def unit_for(self, service: str) -> ReferenceItem | None:
        """See `Reference.unit_for`."""
        rows = self._found(_UNIT, service=service)
        return ReferenceItem(*rows[0]) if rows else None

    def applies(self, rule: str, default: bool) -> bool:
        """See `Reference.applies`."""
        rows = self._found(_RULE, rule=rule)
        return rows[0][0] if rows else default

    def _found(self, statement: Prepared, **sought: str) -> list[tuple[Any, ...]]:
        # What cannot be kept is not there.
        if not all(map(is_short, sought.values())):
            return []
        return self.database.run(
            lambda it: it.all(statement, utility=self.utility, **sought), reading=True
        )

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)


def kept(database: Database, utility: str) -> UtilityReference:
    """All that is kept for a utility, lists, units and rules by their names."""

    def read(transaction: Transaction) -> UtilityReference:
        items, units, rules = (
            transaction.all(statement, utility=utility)
            for statement in (_ALL_ITEMS, _ALL_UNITS, _ALL_RULES)
        )
        return UtilityReference(
            {
                name: tuple(ReferenceItem(key, label) for _, key, label in rows)
                for name, rows in groupby(items, key=lambda row: row[0])
            },
            {service: ReferenceItem(key, label) for service, key, label in units},
            dict(rules),
        )

    return database.run(read, reading=True)


def replace(database: Database, references: Mapping[str, UtilityReference]) -> None:
    """Put these in the place of all that is kept for each of these utilities, at once."""

    def written(transaction: Transaction) -> None:
        take_turn(transaction, "reference data")
        for utility, reference in references.items():
            for forget in _FORGET:
                transaction.do(forget, utility=utility)
            for add, rows in zip(_ADD, _rows(reference), strict=True):
                transaction.many(add, [{"utility": utility, **row} for row in rows])

    database.run(written)


def _rows(reference: UtilityReference) -> Iterable[list[dict[str, Any]]]:
    """What stands in each table, without the utility."""
    yield [
        {"list": name, "place": place, **attrs.asdict(item)}
        for name, items in reference.lists.items()
        for place, item in enumerate(items)
    ]
    yield [{"service": service, **attrs.asdict(unit)} for service, unit in reference.units.items()]
    yield [{"rule": rule, "applies": holds} for rule, holds in reference.rules.items()]
