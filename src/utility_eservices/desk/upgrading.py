"""Upgrading: what began under an older version of a service is brought up to the present one.

While hosts are renewed one after another, an older one meets cases of a newer version. It lists
them, and leaves everything else to the newer hosts.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

import attrs

from utility_eservices.casework.acts import SYSTEM
from utility_eservices.casework.case import Case
from utility_eservices.casework.form import is_optional
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.service import Service
from utility_eservices.casework.upgrade import Upgrade, page_now, state_now
from utility_eservices.desk.open_journey import OpenJourney
from utility_eservices.errors import CaseNewer, JourneyChanged

__all__ = ["is_newer", "refuse_newer", "upgraded_case", "upgraded_journey"]


def is_newer(service: Service, case: Case[Any]) -> bool:
    """Whether a case is of a version, or in a state, that this host cannot read.

    Of a newer version it knows nothing; of an older one an upgrade has failed on it.
    """
    states = service.rules.states if service.rules else {}
    return case.service_version != service.version or case.state not in states


def refuse_newer(service: Service, case: Case[Any]) -> None:
    """Raise `CaseNewer` for a case that only newer hosts can handle."""
    if is_newer(service, case):
        raise CaseNewer


def upgraded_case(
    service: Service, plain: Mapping[str, Any], reads: Callable[[Any, Any], bool]
) -> dict[str, Any]:
    """A kept case as plain JSON values of the present version.

    Its history still says what happened, state by state as it was called then; what was stated
    is called what it is called now, so that notices and performers find it. ``reads`` says
    whether a plain value is one of a type.
    """
    upgrades = service.since(plain["service_version"])
    form, history = plain["form"], plain["history"]
    for upgrade in upgrades:
        form = upgrade.form(form)
        history = [{**entry, "findings": upgrade.stated(entry["findings"])} for entry in history]
    history = [{**entry, "findings": _told_apart(service, entry, reads)} for entry in history]
    # What is new and may be left empty was left empty.
    empty = {key for key, spec in service.fields.items() if is_optional(spec.type)}
    return {
        **plain,
        "service_version": service.version,
        "state": state_now(upgrades, plain["state"]),
        "form": {**dict.fromkeys(empty), **form},
        "history": history,
    }


def _told_apart(
    service: Service, entry: Mapping[str, Any], reads: Callable[[Any, Any], bool]
) -> dict[str, Any]:
    """What a line of history states, without what only bears the name of a finding of now.

    What a performer found out and no version had declared yet is a text. Where its name was
    given to a finding of another type since, it is kept under a name that no finding can have.
    """
    findings: Mapping[str, Any] = entry["findings"]
    if entry["role"] != SYSTEM.key:
        return dict(findings)
    texts = {key for key, value in findings.items() if isinstance(value, str)}
    others = {
        key
        for key in texts & service.findings.keys()
        if not reads(findings[key], service.findings[key].type)
    }
    return {f"{key}.text" if key in others else key: value for key, value in findings.items()}


def upgraded_journey(service: Service, journey: Journey, opened: OpenJourney) -> OpenJourney:
    """A journey of an older version, with what of its entries is still asked for.

    Raises `JourneyChanged` when it can stand nowhere, and for one of a newer version.
    """
    if opened.version > service.version:
        raise JourneyChanged
    upgrades = service.since(opened.version)
    page = page_now(upgrades, opened.state, opened.channel, journey.name)
    if page is None or not any(item.key == page for item in journey.pages):
        raise JourneyChanged
    known = journey.entry_keys()
    return attrs.evolve(
        opened,
        version=service.version,
        state=page,
        typed=_of_entries(opened.typed, upgrades, known),
        prefilled=_of_entries(opened.prefilled, upgrades, known),
        uploaded=_of_entries(opened.uploaded, upgrades, known),
        entered_on=_of_entries(opened.entered_on, upgrades, known),
    )


def _of_entries(
    given: Mapping[str, Any], upgrades: Iterable[Upgrade], known: Container[str]
) -> dict[str, Any]:
    """What is known of entries, under their present keys; without those no longer asked for."""
    for upgrade in upgrades:
        given = upgrade.entries(given)
    return {key: value for key, value in given.items() if key in known}
