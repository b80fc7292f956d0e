"""How the cells of an export are read: one function a kind of cell, from text to the table's value.

Each raises `InvalidValue` for what it cannot read. An amount is written in digits, with a point or
a comma before at most two decimals and no mark between thousands: “1.005” and “1,234.50” are
refused rather than guessed at.

>>> signed_amount("-12,5"), litres("7.125"), month("2020-09"), day("19.08.2020")
(-1250, 7125, '2020-09', '2020-08-19')
>>> signed_amount("1.005")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: amount_too_fine: Vergüldən sonra ən çoxu iki rəqəm yazın.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeAlias

from utility_eservices.errors import InvalidValue
from utility_eservices.ports.subscribers import Category
from utility_eservices.vocabulary.days import parse_day
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.household import Household
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.service_kind import ALL_SERVICE_KINDS
from utility_eservices.vocabulary.subscriber_code import (
    AZERISHIQ_CODE,
    AZERSU_CODE,
    SubscriberCode,
)
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU

__all__ = [
    "Read",
    "category",
    "code_of",
    "day",
    "fin",
    "litres",
    "meter",
    "month",
    "optional",
    "persons",
    "services",
    "signed_amount",
    "text",
    "truth",
]

Read: TypeAlias = Callable[[str], Any]

# Of the values of one column of this many different ones the last are remembered.
_remembered = functools.lru_cache(maxsize=1024)


def optional(read: Read) -> Read:
    """The same, with an empty cell for what is not known."""

    def either(cell: str) -> Any:
        return read(cell) if cell and not cell.isspace() else None

    return either


def text(longest: int, *, empty: bool = False) -> Read:
    """One line of visible letters; spaces around it and double ones fall away."""

    def read(cell: str) -> str:
        line = " ".join(cell.split())
        if not line.isprintable():
            # The text has characters that cannot be seen.
            raise InvalidValue("text_unprintable", "Mətndə görünməyən simvollar var.")
        if not line and not empty:
            # The cell is empty.
            raise InvalidValue("cell_empty", "Xana boşdur.")
        line = unicodedata.normalize("NFC", line)
        if len(line) > longest:
            # The text can have at most {count} characters.
            raise InvalidValue(
                "text_too_long", "Mətn ən çoxu {count} simvoldan ibarət ola bilər.", count=longest
            )
        return line

    return read


_FORMATS = {AZERSU.key: AZERSU_CODE.parse, AZERISHIQ.key: AZERISHIQ_CODE.parse}


def code_of(utility: str) -> Read:
    """The subscriber codes of a utility; of one that is not known here, any."""
    parse = _FORMATS.get(utility, SubscriberCode.parse)

    def read(cell: str) -> str:
        return parse(cell).value

    return read


def fin(cell: str) -> str:
    """A FIN, also a foreigner's shorter one, which a utility may have from a permit."""
    try:
        return Fin.parse(cell).value
    except InvalidValue as malformed:
        with suppress(ValueError):
            return Fin(cell.strip()).value
        raise malformed from None


def _chosen(choices: Mapping[str, str], name: str) -> Read:
    """One of some words, small or capital; ``name`` is the code of the error."""

    @_remembered
    def read(cell: str) -> str:
        try:
            return choices[_small(cell)]
        except KeyError:
            pass
        # The cell does not have one of the known words.
        raise InvalidValue(name, "Xanada məlum sözlərdən biri yazılmayıb.")

    return read


def _small(word: str) -> str:
    return " ".join(word.replace("İ", "i").replace("I", "ı").split()).casefold()


category = _chosen(
    {_small(word): item.value for item in Category for word in (item.value, str(item.label))},
    "category_unknown",
)
services = _chosen(
    {
        _small(word): item.value
        for item in ALL_SERVICE_KINDS
        for word in (item.value, str(item.label), str(item.short))
    },
    "services_unknown",
)
# Yes, no.
_truth = _chosen(
    {"1": "1", "true": "1", "yes": "1", "bəli": "1", "hə": "1"}
    | {"0": "", "false": "", "no": "", "xeyr": "", "yox": ""},
    "truth_unknown",
)


def truth(cell: str) -> bool:
    """Yes or no: “1” or “0”, “bəli” or “xeyr”."""
    return bool(_truth(cell))


@_remembered
def persons(cell: str) -> int:
    """How many persons are served."""
    return Household.parse(cell).persons


@_remembered
def meter(cell: str) -> str:
    """The code of a meter's type."""
    try:
        return MeterType(cell.strip()).value
    except ValueError:
        pass
    # The meter's type is 1 to 20 characters.
    raise InvalidValue("meter_malformed", "Sayğacın tipi 1–20 simvoldan ibarətdir.")


@_remembered
def month(cell: str) -> str:
    """A month, as in 2020-09."""
    return str(Month.parse(cell))


@_remembered
def day(cell: str) -> str:
    """A day, as in 2020-08-19 or 19.08.2020."""
    return parse_day(cell).isoformat()


def signed_amount(cell: str) -> int:
    """An amount in qəpik; a hyphen or a minus before it makes it negative."""
    typed = cell.strip()
    if typed[:1] in {"-", "−"}:
        return -Money.parse(typed[1:]).qepik
    return Money.parse(typed).qepik


def litres(cell: str) -> int:
    """Cubic metres with at most three decimals, in litres."""
    return int(MeterReading.parse(cell).value.scaleb(3))
