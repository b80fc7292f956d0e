"""The subscriber base in the table ``registry_subscribers``."""

from __future__ import annotations

from typing import Any

import attrs
from sqlalchemy import bindparam, case, select, update

from utility_eservices.errors import PortRefused
from utility_eservices.ports.subscribers import Category, Subscriber, SubscriberChange
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry.statements import entered, of_the_code
from utility_eservices_adapters.registry.tables import SCHEMA, changes, subscribers
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["RegistrySubscribers"]

_table = subscribers.c
_ALL = select(
    _table.code,
    _table.name,
    _table.surname,
    _table.patronymic,
    _table.fin,
    _table.category,
    _table.address,
    _table.contract,
    _table.persons,
    _table.services,
    _table.meter,
)
_FIND = Prepared(_ALL.where(of_the_code(subscribers)))
_HELD_BY = Prepared(
    _ALL.where(_table.fin == bindparam("fin"), _table.utility == bindparam("utility")).order_by(
        _table.code
    )
)
_ENTER = entered(changes)
# Under which name the base knows a person, at this utility or else at another one.
_NAME = Prepared(
    select(_table.name, _table.surname, _table.patronymic)
    .where(_table.fin == bindparam("fin"))
    .order_by(case((_table.utility == bindparam("utility"), 0), else_=1), _table.utility)
    .order_by(_table.code)
    .limit(1)
)


def _set(*names: str) -> Prepared:
    """The update of a code's columns, from parameters that are called ``new_`` and the column."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return Prepared(update(subscribers).where(of_the_code(subscribers)).values(values))


_CHANGE = _set("fin", "address", "persons", "services")
_RENAME = _set("name", "surname", "patronymic")


@attrs.frozen
class RegistrySubscribers:
    """The subscribers of one utility; see `utility_eservices.ports.subscribers.Subscribers`."""

    database: Database
    utility: str

    def find(self, code: SubscriberCode) -> Subscriber | None:
        """See `Subscribers.find`."""
        row = self.database.run(
            lambda transaction: transaction.one(_FIND, utility=self.utility, code=code.value),
            reading=True,
        )
        return _subscriber(row) if row else None

    def held_by(self, fin: Fin) -> tuple[Subscriber, ...]:
        """See `Subscribers.held_by`; by their codes."""
        rows = self.database.run(
            lambda transaction: transaction.all(_HELD_BY, utility=self.utility, fin=fin.value),
            reading=True,
        )
        return tuple(_subscriber(row) for row in rows)

    def change(self, code: SubscriberCode, change: SubscriberChange, key: str) -> None:
        """See `Subscribers.change`.

        The holder's name becomes the one under which the tables know the FIN already, at any
        utility; of somebody they do not know it stays.
        """
        told = {
            "fin": change.holder_fin.value,
            "address": change.address,
            "persons": change.persons,
            "services": change.services.value,
        }
        of = {"utility": self.utility, "code": code.value}

        def work(transaction: Transaction) -> None:
            if transaction.one(_ENTER, **of, **told, key=key) is None:
                return
            known = transaction.one(_NAME, utility=self.utility, fin=told["fin"])
            if not transaction.do(_CHANGE, **of, **_new(told)):
                raise PortRefused
            if known:
                name = dict(zip(("name", "surname", "patronymic"), known, strict=True))
                transaction.do(_RENAME, **of, **_new(name))

        self.database.run(work)

    def check(self) -> str | None:
        """Advice when the tables cannot be asked."""
        return SCHEMA.advice(self.database)


def _new(values: dict[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in values.items()}


def _subscriber(row: tuple[Any, ...]) -> Subscriber:
    code, name, surname, patronymic, fin, category, address, contract, *rest = row
    persons, services, meter = rest
    return Subscriber(
        SubscriberCode(code),
        PersonName(name, surname, patronymic),
        None if fin is None else Fin(fin),
        Category(category),
        address,
        contract,
        persons,
        None if services is None else ServiceKinds(services),
        None if meter is None else MeterType(meter),
    )
