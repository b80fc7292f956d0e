"""The doctor (müayinə): what a desk with these plugins would have, also where none would open.

A desk refuses to open on the first mistake; whoever has to mend things wants all of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import Catalogue, catalogue_of
from utility_eservices.desk.codec import Codec
from utility_eservices.desk.needs import asked_ports, needs
from utility_eservices.desk.plugins import Finding, Health, Plugins
from utility_eservices.errors import EServicesError, PluginMistake, PluginNotFound, UnknownHook

__all__ = ["examine", "is_well", "missing"]


def examine(
    plugins: Iterable[object], services: Iterable[str | Service] | None = None
) -> tuple[Finding, ...]:
    """Everything that `Desk.check` says, and of each plugin that keeps a desk from opening why.

    ``plugins`` and ``services`` as a `Desk` takes them. Raises `UnknownName` for a service that
    nobody offers.
    """
    findings: list[Finding] = []
    taking_part = _taking_part(plugins, findings)
    catalogue = _catalogue(taking_part, services, findings)
    codec = Codec(catalogue)
    try:
        for service in catalogue.services:
            for port in asked_ports(service):
                taking_part.specify(port)
        taking_part.refuse_unknown_hooks()
        catalogue.refuse_unsound()
    except PluginMistake as error:
        findings.append(_about(error))
    return (*findings, *taking_part.check(needs(catalogue, codec)))


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether there is nothing to mend and nothing to heed."""
    return all(finding.health is Health.WELL for finding in findings)


def missing(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What each service lacks, by its key: needs that nobody serves, or nobody who can."""
    lacking = (Health.MISSING, Health.CLASH, Health.FAILING)
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for who in finding.needed_by:
            found.setdefault(who, [])
            if finding.health in lacking:
                found[who].append(finding)
    return found


def _taking_part(wanted: Iterable[object], findings: list[Finding]) -> Plugins:
    """The plugins without those that cannot take part; one bad one leaves the others."""
    good: list[object] = []
    for item in wanted:
        try:
            Plugins([*good, item])
        except (PluginNotFound, UnknownHook) as error:
            findings.append(_about(error))
        else:
            good.append(item)
    return Plugins(good)


def _catalogue(
    plugins: Plugins, services: Iterable[str | Service] | None, findings: list[Finding]
) -> Catalogue:
    try:
        return catalogue_of(plugins.services(), services)
    except PluginMistake as error:
        findings.append(_about(error))
        return catalogue_of(())


def _about(error: EServicesError) -> Finding:
    return Finding.of_plugin(str(error.values.get("plugin", "")), error)
