"""Xidmətin növü (the kind of service): water supply, the disposal of wastewater, or both.

A subscriber is served with at least one. The certificate of manual 003 prints “Su” for water
alone; how it would print the other the manuals do not say, so that the other short forms are
ours (AMB-26).

Source: manual 000, figure 11, “Xidmət növü” (SDC-044); manual 002, figure 6, “Su təchizatı və/və
ya tullantı sularının axıdılması xidməti” (ST-026, ST-027); manual 003, the certificate (NUM-11).

>>> both = ServiceKinds.of(ServiceKind.WATER, ServiceKind.WASTEWATER)
>>> both.value, str(both.label)
('water_and_wastewater', 'Su təchizatı və tullantı sularının axıdılması')
>>> str(ServiceKinds("water").short), ServiceKind.WASTEWATER in ServiceKinds("water")
('Su', False)
>>> ServiceKinds.of()
Traceback (most recent call last):
    ...
ValueError: not kinds of service
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from utility_eservices.vocabulary.language import Phrase

if TYPE_CHECKING:
    from utility_eservices.vocabulary.language import Language

__all__ = ["ALL_SERVICE_KINDS", "ServiceKind", "ServiceKinds"]


class ServiceKind(enum.Enum):
    """One kind."""

    WATER = "water"
    WASTEWATER = "wastewater"


@attrs.frozen
class _Named:
    kinds: frozenset[ServiceKind]
    label: Phrase
    short: Phrase


_NAMED: Mapping[str, _Named] = MappingProxyType(
    {
        "water": _Named(
            frozenset({ServiceKind.WATER}),
            # Water supply; in short: water.
            Phrase("Su təchizatı"),
            Phrase("Su"),
        ),
        "wastewater": _Named(
            frozenset({ServiceKind.WASTEWATER}),
            # Disposal of wastewater; in short: wastewater.
            Phrase("Tullantı sularının axıdılması"),
            Phrase("Tullantı suları"),
        ),
        "water_and_wastewater": _Named(
            frozenset(ServiceKind),
            # Water supply and disposal of wastewater; in short: water, wastewater.
            Phrase("Su təchizatı və tullantı sularının axıdılması"),
            Phrase("Su, tullantı suları"),
        ),
    }
)


@attrs.frozen
class ServiceKinds:
    """What one subscriber is served with; ``value`` is the key that programs tell it by."""

    value: str = attrs.field()

    @value.validator
    def _is_known(self, _: object, value: str) -> None:
        if value not in _NAMED:
            raise ValueError("not kinds of service")

    @classmethod
    def of(cls, *kinds: ServiceKind) -> ServiceKinds:
        """The set of these; `ValueError` for none."""
        wanted = frozenset(kinds)
        return cls(next((key for key, named in _NAMED.items() if named.kinds == wanted), ""))

    @property
    def label(self) -> Phrase:
        """The name in full, as the forms have it."""
        return _NAMED[self.value].label

    @property
    def short(self) -> Phrase:
        """The name as the certificate prints it."""
        return _NAMED[self.value].short

    def __contains__(self, kind: ServiceKind) -> bool:
        return kind in _NAMED[self.value].kinds

    def said_in(self, language: Language) -> str:
        """The name in full."""
        return language.said(self.label)


# In the order to show them.
ALL_SERVICE_KINDS = tuple(ServiceKinds(key) for key in _NAMED)
