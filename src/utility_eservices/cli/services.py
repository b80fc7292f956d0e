"""``eservices services``: every service of the catalogue, also those of installed packages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from utility_eservices.casework.journey import Journey
from utility_eservices.casework.service import Service
from utility_eservices.cli.terminal import Complaint, out, table
from utility_eservices.cli.words import language, say_all
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.desk import Desk
from utility_eservices.desk.languages import Languages
from utility_eservices.desk.plugins import Plugins
from utility_eservices.vocabulary.language import Language

__all__ = ["called", "catalogue", "languages", "service_called", "services", "spoken_by"]


def catalogue() -> Catalogue:
    """All services that are installed; no port is needed to look at them."""
    return Desk(()).catalogue


def service_called(key: str) -> Service:
    """The installed service with this key; see `called`."""
    return called(catalogue().services, key)[0]


def called(services: Sequence[Service], key: str) -> list[Service]:
    """Those of the services that have this key; a `Complaint` that lists the keys if none has."""
    found = [service for service in services if service.key == key]
    if not found:
        keys = ", ".join(dict.fromkeys(service.key for service in services))
        # There is no service called ...; there are ...
        raise Complaint("“{key}” adlı xidmət yoxdur. Xidmətlər: {keys}.", key=key, keys=keys)
    return found


def languages() -> Languages:
    """The languages of the command line, also as services of outside packages speak them."""
    return Languages(Plugins(()).folders())


def spoken_by(service: Service) -> Language:
    """The language now spoken, as a service speaks it."""
    return languages().of(language().tag, service.key)


def services() -> None:
    """List the services, each with a line for every journey to it."""
    console = out()
    # Service and key, utility, portals, sign-in means, windows, statuses.
    columns = say_all(
        "Xidmət", "Təşkilat", "Portallar", "Giriş vasitələri", "Pəncərələr", "Statuslar"
    )
    spoken = languages()
    rows = [
        row
        for service in catalogue().services
        for row in _rows(service, spoken.of(language().tag, service.key))
    ]
    console.print(table(console, columns, rows), crop=False)


def _rows(service: Service, words: Language) -> Iterator[tuple[str, ...]]:
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
