"""The e-services of Azerbaijan's utilities, for portals, adapters and analysts.

A host opens a `Desk` with the plugins that take part, renders the screens it hands out and
passes back what the person typed. What lies where: the README.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from utility_eservices.desk.desk import Desk, Officer
    from utility_eservices.desk.open_journey import OpenJourney, Person
    from utility_eservices.errors import EServicesError
    from utility_eservices.ports.port import hookimpl

__all__ = ["Desk", "EServicesError", "Officer", "OpenJourney", "Person", "hookimpl"]

_WHERE = {
    "Desk": "utility_eservices.desk.desk",
    "EServicesError": "utility_eservices.errors",
    "Officer": "utility_eservices.desk.desk",
    "OpenJourney": "utility_eservices.desk.open_journey",
    "Person": "utility_eservices.desk.open_journey",
    "hookimpl": "utility_eservices.ports.port",
}


def __getattr__(name: str) -> Any:
    # Loaded on first use, so that importing one part does not load every service.
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)
