"""The e-services of “Ocaq İstilik” MMC, an invented heating company.

An outside package: it adds a utility, a portal, a sign-in means, a port and a service to an
installed utility-eservices, and changes nothing in it. It speaks English and Russian, too.

>>> from utility_eservices import Desk
>>> [item.name for item in Desk([]).services("ocaq-istilik.example")]
['İstiliyin verilmə qrafiki']
>>> [item.name for item in Desk([], language="en").services("ocaq-istilik.example")]
['Heat supply schedule']
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from heating_eservices.schedule import SERVICE
from utility_eservices import hookimpl
from utility_eservices.casework.service import Service

__all__ = ["eservices_locale", "eservices_services"]


@hookimpl
def eservices_services() -> tuple[Service, ...]:
    """Offer the one service."""
    return (SERVICE,)


@hookimpl
def eservices_locale() -> Traversable:
    """Show where its catalogues are, which ``eservices texts heat_schedule`` keeps up to date."""
    return files(__name__) / "locale"
