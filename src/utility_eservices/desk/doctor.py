"""The doctor (müayinə): what a desk with these plugins would have, also where none would open.

A desk refuses to open on the first mistake; whoever has to mend things wants all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import Catalogue, catalogue_of
from utility_eservices.desk.codec import Codec
from utility_eservices.desk.needs import needs, specify
from utility_eservices.desk.plugins import Diagnosis, Health, Plugins
from utility_eservices.errors import EServicesError, PluginMistake, PluginNotFound, UnknownHook

__all__ = ["examine", "is_well", "missing"]


def examine(
    plugins: Iterable[object], services: Iterable[str | Service] | None = None
) -> tuple[Diagnosis, ...]:
    """Everything that `Desk.check` says, and whatever keeps a desk from opening.

    ``plugins`` and ``services`` as a `Desk` takes them. Raises `UnknownName` for a service that
    nobody offers.
    """
    found: list[Diagnosis] = []
    taking_part = _taking_part(plugins, found)
    catalogue = _catalogue(taking_part, services, found)
    for service in (*catalogue.services, *_installed(taking_part)):
        try:
            specify(taking_part, (service,))
        except PluginMistake as error:
            found.append(_about(error))
    taking_part.folders()
    found += map(_about, taking_part.unknown_hooks())
    needed = needs(catalogue, Codec(catalogue))
    return tuple(dict.fromkeys((*found, *taking_part.check(needed))))


def is_well(findings: Iterable[Diagnosis]) -> bool:
    """Whether there is nothing to mend and nothing to heed."""
    return all(finding.health is Health.WELL for finding in findings)


def missing(findings: Iterable[Diagnosis]) -> dict[str, list[Diagnosis]]:
    """What each service lacks, by its key: needs that nobody serves, or nobody who can."""
    lacking = (Health.MISSING, Health.CLASH, Health.FAILING)
    found: dict[str, list[Diagnosis]] = {}
    for finding in findings:
        for who in finding.needed_by:
            found.setdefault(who, [])
            if finding.health in lacking:
                found[who].append(finding)
    return found


def _taking_part(wanted: Iterable[object], found: list[Diagnosis]) -> Plugins:
    """The plugins without those that cannot take part; one bad one leaves the others."""
    good: list[object] = []
    for item in wanted:
        try:
            Plugins([*good, item])
        except (PluginNotFound, UnknownHook) as error:
            found.append(_about(error))
        else:
            good.append(item)
    return Plugins(good)


def _catalogue(
    plugins: Plugins, services: Iterable[str | Service] | None, found: list[Diagnosis]
) -> Catalogue:
    try:
        return catalogue_of(plugins.services(), services)
    except PluginMistake as error:
        found.append(_about(error))
        return catalogue_of(())


def _installed(plugins: Plugins) -> Iterator[Service]:
    """The services of the packages that can say what they offer."""
    for _, offered in plugins.offers():
        if not isinstance(offered, EServicesError):
            yield from offered


def _about(error: EServicesError) -> Diagnosis:
    return Diagnosis.of_plugin(str(error.values.get("plugin", "")), error)
