"""Needs: which ports the services of a catalogue call for, each for which scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from utility_eservices.casework.asking import AnyPort
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.plugins import Need, Plugins
from utility_eservices.errors import DefinitionRefused
from utility_eservices.ports.billing import BILLING
from utility_eservices.ports.case_store import CASE_STORE
from utility_eservices.ports.clock import CLOCK
from utility_eservices.ports.documents import DOCUMENTS
from utility_eservices.ports.inbox import INBOX
from utility_eservices.ports.journeys import JOURNEYS
from utility_eservices.ports.notification import NOTIFICATION
from utility_eservices.ports.numbers import NUMBERS
from utility_eservices.ports.payment_store import PAYMENT_STORE
from utility_eservices.ports.payments import PAYMENTS
from utility_eservices.ports.port import Port
from utility_eservices.ports.sign_in import SIGN_IN
from utility_eservices.ports.tokens import TOKENS

__all__ = ["asked_ports", "needs", "scope_for", "specify"]


def asked_ports(service: Service) -> Iterator[Port[Any]]:
    """The ports that a service's questions and effects ask, some perhaps twice."""
    for asking in service.askings():
        for port in asking.ports:
            yield _port(port)


def specify(plugins: Plugins, services: Iterable[Service]) -> None:
    """Make the ports of services known to the plugins; raises as `Plugins.specify` does."""
    for service in services:
        for port in asked_ports(service):
            plugins.specify(port)


def scope_for(port: AnyPort, service: Service, codec: object) -> object:
    """What a port is asked for on behalf of a service."""
    if port.scope == "utility":
        return service.utility.key
    return codec if port.scope == "codec" else ""


def needs(catalogue: Catalogue, codec: object) -> list[Need]:
    """Every port that the desk and the services need, for each scope, and who needs it.

    Beside them what nobody needs and a host may ask the desk for: the keep of journeys.
    """
    wanted: dict[tuple[str, object], tuple[Port[Any], dict[str, None]]] = {
        (port.name, ""): (port, {"desk": None}) for port in (CLOCK, TOKENS)
    }
    for service in catalogue.services:
        for port, scope in _of_service(service, codec):
            _, by = wanted.setdefault((port.name, scope), (port, {}))
            by[service.key] = None
    wanted.setdefault((JOURNEYS.name, ""), (JOURNEYS, {}))
    return [Need(port, scope, tuple(by)) for (_, scope), (port, by) in wanted.items()]


def _of_service(service: Service, codec: object) -> Iterator[tuple[Port[Any], object]]:
    for port in asked_ports(service):
        yield port, scope_for(port, service, codec)
    for journey in service.journeys:
        for means in journey.sign_in.means:
            yield SIGN_IN, means.means.key
    if any(spec.upload for spec in service.fields.values()):
        yield DOCUMENTS, ""
    if service.rules is not None:
        yield CASE_STORE, codec
        yield NUMBERS, service.utility.key
    if any(journey.pays for journey in service.journeys):
        yield PAYMENT_STORE, ""
        for port in (PAYMENTS, BILLING):
            yield port, service.utility.key
    for notice in service.notices:
        for medium in notice.media:
            yield (INBOX, "") if medium is Medium.PORTAL else (NOTIFICATION, medium.value)


def _port(port: AnyPort) -> Port[Any]:
    if not isinstance(port, Port):
        raise DefinitionRefused(port.name, "a question asks what is no Port")
    return port
