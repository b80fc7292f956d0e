r"""Ünvan (an address): where somebody lives, or where something is, in their own words.

One line of free text, since the manuals show no more of an address than its line. It is cleaned
as a remark is, line breaks and runs of spaces become one space, and it has 5 to 200 characters;
the limits are ours. Whether there is such a place, no address tells.

Source: manual 003, “Yaşayış ünvanı” (ESU-093).

>>> address = Address.parse("  Bakı şəhəri,\r\n Nizami küçəsi  12, mənzil 7 ")
>>> address.value
'Bakı şəhəri, Nizami küçəsi 12, mənzil 7'
>>> address
Address(39 characters)
>>> Address.parse("Bakı")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: address_too_short: Ünvan ən azı 5 simvoldan ibarət olmalıdır.
"""

from __future__ import annotations

import attrs

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.remark import Remark

__all__ = ["Address"]

_SHORTEST = 5
_LONGEST = 200


def _too_long() -> InvalidValue:
    # The address can have at most {count} characters.
    return InvalidValue(
        "address_too_long", "Ünvan ən çoxu {count} simvoldan ibarət ola bilər.", count=_LONGEST
    )


def _in_one_line(text: str) -> str:
    """The text as `Remark` cleans it, in one line."""
    why = ""
    try:
        return " ".join(Remark.parse(text).value.split())
    except InvalidValue as error:
        why = error.code
    # Raised out here, so that nothing stands behind it.
    if why == "remark_too_long":
        raise _too_long()
    # The address has not been entered.
    raise InvalidValue("address_blank", "Ünvan daxil edilməyib.")


@attrs.frozen
class Address:
    """One place's address; ``value`` is the text, and nothing else shows it."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if not _SHORTEST <= len(value) <= _LONGEST or not _is_clean(value):
            raise ValueError("not a clean address")

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read what a person typed, and clean it."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        line = _in_one_line(text)
        if len(line) > _LONGEST:
            raise _too_long()
        if len(line) < _SHORTEST:
            # The address must have at least {count} characters.
            raise InvalidValue(
                "address_too_short",
                "Ünvan ən azı {count} simvoldan ibarət olmalıdır.",
                count=_SHORTEST,
            )
        return cls(line)

    def __repr__(self) -> str:
        return f"Address({len(self.value)} characters)"

    def __str__(self) -> str:
        return repr(self)


def _is_clean(value: str) -> bool:
    try:
        return _in_one_line(value) == value
    except InvalidValue:
        return False
