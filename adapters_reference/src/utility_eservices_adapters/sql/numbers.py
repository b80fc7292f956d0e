"""Request numbers from a table; see `utility_eservices.ports.numbers`.

A utility has one sequence, a row of the table ``numbers``, for all its services and years: the
year in ``AZS-2026-000123`` is the day's, and the counting goes on over the new year. The prefix
tells the utilities apart. Azərsu has ``AZS``, Azərişıq ``AZI``, any other its key in capitals;
other ones are set as ``ESERVICES_NUMBERS_PREFIXES``, such as ``azersu=SU,heating=IST``.

>>> prefix_of("azersu", {}), prefix_of("heating", {}), prefix_of("heating", {"heating": "IST"})
('AZS', 'HEATING', 'IST')
>>> prefix_of("azs", {})
Traceback (most recent call last):
    ...
utility_eservices_adapters.settings.SettingsRefused: Give azs a prefix of its own in \
ESERVICES_NUMBERS_PREFIXES.
>>> NumbersConfig.from_environment({"ESERVICES_NUMBERS_PREFIXES": "azersu=SU"}).by_utility
{'azersu': 'SU'}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs
from sqlalchemy import bindparam, literal
from sqlalchemy.dialects.postgresql import insert

from utility_eservices_adapters.settings import SettingsRefused, from_environment
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import SCHEMA, numbers
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["PREFIXES", "NumbersConfig", "SqlNumbers", "prefix_of"]

# Of the utilities that are known, by their keys, where no others are set.
PREFIXES: Mapping[str, str] = MappingProxyType({"azersu": "AZS", "azerishiq": "AZI"})
_PREFIX = re.compile(r"[^\W_]+([-.][^\W_]+)*")


def _check_prefix(_owner: object, _attribute: object, value: str) -> None:
    if not _PREFIX.fullmatch(value):
        raise ValueError("a prefix is letters and digits, perhaps a hyphen or a dot between them")


def prefix_of(utility: str, prefixes: Mapping[str, str]) -> str:
    """What the numbers of a utility begin with, where these prefixes are set.

    Raises `SettingsRefused` where another's begin with the same.
    """
    known = {**PREFIXES, **prefixes}
    prefix = known.get(utility, utility.upper())
    others = {given.casefold() for key, given in known.items() if key != utility}
    if prefix.casefold() in others:
        raise SettingsRefused(f"Give {utility} a prefix of its own in ESERVICES_NUMBERS_PREFIXES.")
    return prefix


@attrs.frozen
class NumbersConfig:
    """The settings called ``numbers``: ``prefixes``, each as ``utility=PREFIX``."""

    prefixes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for prefix in self.by_utility.values():
            _check_prefix(None, None, prefix)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> NumbersConfig:
        """Read them; raises `SettingsRefused`."""
        return from_environment(cls, "numbers", environment)

    @property
    def by_utility(self) -> dict[str, str]:
        """The prefixes by the utilities' keys."""
        pairs = (item.partition("=") for item in self.prefixes)
        return {key.strip(): prefix.strip() for key, _, prefix in pairs}


_NEXT = Prepared(
    insert(numbers)
    .values(utility=bindparam("utility"), last=literal(1))
    .on_conflict_do_update(index_elements=[numbers.c.utility], set_={"last": numbers.c.last + 1})
    .returning(numbers.c.last)
)


@attrs.frozen
class SqlNumbers:
    """The numbers of one utility; ``prefix`` is theirs alone."""

    database: Database
    utility: str
    prefix: str = attrs.field(validator=_check_prefix)

    def issue(self, service: str, day: date) -> str:
        """See `Numbers.issue`."""
        return f"{self.prefix}-{day.year}-{self.database.run(self._next):06}"

    def _next(self, transaction: Transaction) -> int:
        row = transaction.one(_NEXT, utility=self.utility)
        assert row is not None  # noqa: S101  # RETURNING always returns it
        last: int = row[0]
        return last

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)
