"""Sayğacın tipi (the type of a meter): a code of the utility's, whose meaning nobody explains.

The certificate of manual 003 prints “M” (NUM-11). That it stands for “mexaniki”, a meter with a
dial, is a guess (AMB-27), so the code is shown as it is and its meaning only beside it. A
subscriber without a meter has no type.

Source: manual 002, figure 6, “Abonentin sayğacının tipi” (ST-028); manual 003, the certificate.

>>> MeterType("M").value, str(MeterType("M").meaning)
('M', 'mexaniki')
>>> MeterType("S").meaning is None
True
>>> MeterType("")
Traceback (most recent call last):
    ...
ValueError: the code of a meter type is one to twenty printable characters
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from utility_eservices.vocabulary.language import Phrase

__all__ = ["MeterType"]

_LONGEST = 20
_MEANINGS: Mapping[str, Phrase] = MappingProxyType(
    {
        # Mechanical; a guess.
        "M": Phrase("mexaniki"),
    }
)


@attrs.frozen
class MeterType:
    """One type; ``value`` is the utility's code."""

    value: str = attrs.field()

    @value.validator
    def _is_printable(self, _: object, value: str) -> None:
        if not (0 < len(value) <= _LONGEST and value.isprintable() and value.strip()):
            raise ValueError("the code of a meter type is one to twenty printable characters")

    @property
    def meaning(self) -> Phrase | None:
        """What the code probably stands for, None where nobody has an idea."""
        return _MEANINGS.get(self.value)

    def __str__(self) -> str:
        return self.value
