"""The catalogue: every service there is, the library's own and those of installed packages.

The library's own are found by looking into its folders, so that a new file is a new service.
An outside package announces itself in the entry-point group ``utility_eservices`` and
implements the hook `eservices_services`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources.abc import Traversable

import attrs

import utility_eservices.services
from utility_eservices.casework.service import Service, Unsound
from utility_eservices.errors import DefinitionRefused, ServiceClash, UnknownName
from utility_eservices.ports.port import hookspec

__all__ = [
    "Catalogue",
    "built_in_services",
    "catalogue_of",
    "eservices_locale",
    "eservices_services",
]


@hookspec
def eservices_services() -> Sequence[Service]:
    """Give the services of a package; they take part once the package is installed.

    :return: the services, in the order to list them.
    """
    return ()


@hookspec
def eservices_locale() -> Traversable | None:
    """Give the folder with a package's catalogues, so that its services speak other languages.

    In it lies ``<tag>/LC_MESSAGES/<key of the service>.mo``, for example
    ``en/LC_MESSAGES/heat_schedule.mo``.

    :return: the folder, for example ``importlib.resources.files(__package__) / "locale"``; None
        when the package has none.
    """


@cache
def built_in_services() -> tuple[Service, ...]:
    """The library's own services, by utility and name of file."""
    package = utility_eservices.services
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    modules = [importlib.import_module(item.name) for item in found]
    own = (getattr(module, "SERVICE", None) for module in modules)
    # A service that is a folder offers its record in the folder and in the file it is made in.
    return tuple({id(item): item for item in own if isinstance(item, Service)}.values())


@attrs.frozen(slots=False)
class Catalogue:
    """Services by key. Raises `ServiceClash` when two have one key."""

    services: tuple[Service, ...]

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for service in self.services:
            if service.key in seen:
                raise ServiceClash(service=service.key)
            seen.add(service.key)

    def of(self, key: str) -> Service:
        """The service with this key; raises `UnknownName` when there is none."""
        for service in self.services:
            if service.key == key:
                return service
        raise UnknownName("service")

    def on(self, channel: str) -> Iterator[Service]:
        """The services that a channel offers."""
        return (item for item in self.services if item.journey_on(channel) is not None)

    def channels(self) -> tuple[str, ...]:
        """The keys of all channels on which anything is offered."""
        return tuple(
            dict.fromkeys(
                channel.key
                for service in self.services
                for journey in service.journeys
                for channel in journey.channels
            )
        )

    def only(self, keys: Iterable[str]) -> Catalogue:
        """The catalogue narrowed to some services."""
        return Catalogue(tuple(self.of(key) for key in keys))

    def unsound(self) -> Iterator[tuple[Service, Unsound]]:
        """Each service that could not be served to its end, with the first reason."""
        for service in self.services:
            for found in service.unsound():
                yield service, found
                break

    def sound(self) -> Catalogue:
        """The catalogue without the services that could not be served to their end."""
        unsound = {service.key for service, _ in self.unsound()}
        return Catalogue(tuple(item for item in self.services if item.key not in unsound))

    def refuse_unsound(self) -> None:
        """Raise `DefinitionRefused` for a service that could not be served to its end."""
        for service, found in self.unsound():
            raise DefinitionRefused(service.key, found.why)


def catalogue_of(
    installed: Iterable[Service], wanted: Iterable[str | Service] | None = None
) -> Catalogue:
    """The library's services and the installed ones, narrowed or replaced by what is wanted.

    Raises `ServiceClash`, `UnknownName` for a key that no service has, and `DefinitionRefused`
    for a service that is wanted and could not be served to its end.
    """
    everything = Catalogue((*built_in_services(), *installed))
    if wanted is None:
        # Somebody else's unsound service is no reason to shut a portal: `Desk.check` tells.
        return everything.sound()
    picked = (item if isinstance(item, Service) else everything.of(item) for item in wanted)
    chosen = Catalogue(tuple(picked))
    chosen.refuse_unsound()
    return chosen
