"""What is installed: every service as it was declared, and what keeps a package from offering any.

A desk leaves an unsound service out and does not open on two of one key; here all are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources.abc import Traversable

import attrs
from pluggy import PluginValidationError
from statemachine.exceptions import InvalidDefinition

from utility_eservices.casework.service import Service
from utility_eservices.conformance.domain import CLI
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.languages import Languages, catalogue_in
from utility_eservices.desk.plugins import Plugins
from utility_eservices.errors import EServicesError
from utility_eservices.vocabulary.language import SOURCE, Language, Phrase

__all__ = ["Installed", "clashes", "installed"]


@attrs.frozen
class Installed:
    """Every service, and what was found before any of them was looked at."""

    services: tuple[Service, ...]
    flaws: tuple[Flaw, ...] = ()
    _folders: tuple[Traversable, ...] = attrs.field(default=(), repr=False)
    _known: Languages = attrs.field(init=False, repr=False)

    @_known.default
    def _found(self) -> Languages:
        return Languages(self._folders)

    def languages(self, service: Service) -> tuple[Language, ...]:
        """The languages in which a service has to speak.

        The library's own in all there are; an outside package's in those that it speaks at
        all, since whoever translates nothing has promised nothing.
        """
        known = self._known
        own = service in built_in_services()
        tags = (tag for tag in known.tags if own or tag == SOURCE or self._speaks(tag, service))
        return tuple(known.of(tag, service.key) for tag in tags)

    def spoken_by(self, service: str, tag: str) -> Language:
        """A language as a service speaks it, however broken it is; with the words of proofs.

        ``service`` is its key, or whatever a flaw is about.
        """
        return Languages(self._folders, (service, CLI)).of(tag)

    def _speaks(self, tag: str, service: Service) -> bool:
        catalogues = (catalogue_in(folder, tag, service.key) for folder in self._folders)
        return any(file.is_file() for file in catalogues)


def installed() -> Installed:
    """The library's services and those of installed packages; goes on where one is broken."""
    plugins = Plugins(())
    # A package whose catalogues cannot be found is among the broken ones from here on.
    folders = plugins.folders()
    services = list(built_in_services())
    flaws: list[Flaw] = []
    for name, offered in plugins.offers():
        if isinstance(offered, EServicesError):
            values = {"plugin": name, "why": _why(offered)}
            flaws.append(Flaw(name, "plugin_refused", name, values))
        else:
            services += offered
    flaws += clashes(services)
    return Installed(tuple(services), tuple(flaws), folders)


def _why(error: EServicesError) -> object:
    """What whoever wrote the package needs to read: the error beneath, if there is one."""
    match error.__cause__:
        case InvalidDefinition() as cause:
            # It says, for developers, what is wrong with a machine. So does `DefinitionRefused`;
            # of all others' texts nobody knows what they say, and of whom.
            return str(cause)
        case EServicesError() as cause:
            return Phrase(cause.template, cause.values)
        case None | PluginValidationError():
            return Phrase(error.template, error.values)
        case cause:
            return type(cause).__name__


def clashes(services: list[Service]) -> Iterator[Flaw]:
    """Services that nobody can tell apart: by their keys, or by their names on one portal."""
    keys: dict[str, int] = defaultdict(int)
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for service in services:
        keys[service.key] += 1
        channels = (channel.key for journey in service.journeys for channel in journey.channels)
        for channel in dict.fromkeys(channels):
            names[channel, service.name].append(service.key)
    for key, times in keys.items():
        if times > 1:
            yield Flaw(key, "key_twice", "service", {"key": key})
    for (channel, name), called in names.items():
        if len(called) > 1:
            values = {"channel": channel, "name": name, "keys": ", ".join(called)}
            yield Flaw(called[-1], "name_twice", "service", values)
