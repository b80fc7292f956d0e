"""Finding who carries out a request (yönləndirmə): the first effect of many a casework.

A verb to share: its outcome moves the case by the events ``forward`` and
``forward_without_unit``, which each casework declares for itself.

>>> [forwarding("a_service").name, forwarding("a_service").label]
['route', 'İcraya yönləndirmə']
"""

from __future__ import annotations

from typing import Any

from utility_eservices.casework.effect import EffectSpec, Patience, effect
from utility_eservices.ports.reference import REFERENCE, Reference

__all__ = ["forwarding"]

TEXTS = {
    # Forwarding for execution.
    "execution": "İcraya yönləndirmə",
}
_PATIENCE = Patience()


def forwarding(
    service: str,
    label: str = TEXTS["execution"],
    *,
    rows: str = "",
    patience: Patience = _PATIENCE,
    ours: bool = False,
) -> EffectSpec:
    """The effect that finds the unit for the requests of a service, given by its key.

    Without a named unit the common list of those who work on such requests is theirs.
    """

    @effect(
        REFERENCE,
        label=label,
        then="forward",
        otherwise="forward_without_unit",
        rows=rows,
        patience=patience,
        ours=ours,
    )
    def route(reference: Reference) -> dict[str, Any]:
        """Find the unit concerned; without a named one the common list is theirs."""
        unit = reference.unit_for(service)
        return {"unit": unit.label} if unit else {}

    return route
