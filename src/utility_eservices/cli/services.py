"""``eservices services``: every service of the catalogue, also those of installed packages."""

from __future__ import annotations

from collections.abc import Iterator

from utility_eservices.casework.journey import Journey
from utility_eservices.casework.service import Service
from utility_eservices.cli.terminal import Complaint, out, table
from utility_eservices.cli.words import language, say_all
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.desk import Desk
from utility_eservices.vocabulary.language import Language

__all__ = ["catalogue", "service_called", "services", "spoken_by"]


def catalogue() -> Catalogue:
    """All services that are installed; no port is needed to look at them."""
    return Desk(()).catalogue


def service_called(key: str) -> Service:
    """The service with this key; a `Complaint` that lists the keys when there is none."""
    known = catalogue()
    for service in known.services:
        if service.key == key:
            return service
    keys = ", ".join(item.key for item in known.services)
    # There is no service called ...; there are ...
    raise Complaint("“{key}” adlı xidmət yoxdur. Xidmətlər: {keys}.", key=key, keys=keys)


def spoken_by(service: Service) -> Language:
    """The language of the command line as a service speaks it, also an outside package's."""
    return Desk((), language=language().tag).words(service.key)


def services() -> None:
    """List the services, each with a line for every journey to it."""
    console = out()
    # Service and key, utility, portals, sign-in means, windows, statuses.
    columns = say_all(
        "Xidmət", "Təşkilat", "Portallar", "Giriş vasitələri", "Pəncərələr", "Statuslar"
    )
    rows = [row for service in catalogue().services for row in _rows(service)]
    console.print(table(console, columns, rows), crop=False)


def _rows(service: Service) -> Iterator[tuple[str, ...]]:
    words = spoken_by(service)
    name = f"{words.text(service.name)}\n{service.key}"
    statuses = str(len(service.rules.states)) if service.rules else "–"
    for journey in service.journeys:
        yield (name, service.utility.name, *_entered(journey, words), statuses)


def _entered(journey: Journey, words: Language) -> tuple[str, str, str]:
    """What differs by journey: portals, sign-in means, the number of windows."""
    windows = {page.window or page.key for page in journey.pages}
    return (
        "\n".join(channel.key for channel in journey.channels),
        "\n".join(words.text(means.said) for means in journey.sign_in.means),
        str(len(windows)),
    )
