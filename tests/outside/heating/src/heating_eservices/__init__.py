"""The e-services of “Ocaq İstilik” MMC, an invented heating company.

An outside package: it adds a utility, a portal, a sign-in means, a port and a service to an
installed utility-eservices, and changes nothing in it.

>>> from utility_eservices import Desk
>>> [item.name for item in Desk([]).services("ocaq-istilik.example")]
['İstiliyin verilmə qrafiki']
"""

from __future__ import annotations

from heating_eservices.schedule import SERVICE
from utility_eservices import hookimpl
from utility_eservices.casework.service import Service

__all__ = ["eservices_services"]


@hookimpl
def eservices_services() -> tuple[Service, ...]:
    """Offer the one service."""
    return (SERVICE,)
