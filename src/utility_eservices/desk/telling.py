"""Telling people where a case stands: in a list, in one view, as an explanation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.screen import Table
from utility_eservices.casework.service import Service
from utility_eservices.desk.upgrading import is_newer
from utility_eservices.errors import CaseNewer
from utility_eservices.vocabulary.language import Language

__all__ = ["Explanation", "Followed", "explain", "followed", "sent_table"]


@attrs.frozen
class Followed:
    """A case as its applicant sees it.

    ``status`` is the short name, ``told`` the sentence; ``stated`` what officers stated and
    the applicant is to see, as pairs of label and text; ``closed`` when nothing more comes.
    """

    number: str
    service: str
    name: str
    channel: str
    sent_at: datetime
    state: str
    status: str
    told: str
    stated: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    closed: bool


@attrs.frozen
class Explanation:
    """What happened, how it stands, who holds the case, what may come next.

    ``after`` is the heading over ``next``.
    """

    number: str
    happened: tuple[str, ...] = attrs.field(repr=False)
    told: str
    holder: str
    after: str
    next: tuple[str, ...]

    @property
    def text(self) -> str:
        """Everything as one text of several lines."""
        after = [self.after, *(f"– {item}" for item in self.next)]
        lines = [*self.happened, self.told, self.holder, *(after if self.next else [])]
        return "\n".join(lines)


def _stated(
    service: Service, entry: Entry, language: Language, *, told_only: bool
) -> list[tuple[str, str]]:
    return [
        (language.text(service.findings[key].label), language.said(value))
        for key, value in entry.findings.items()
        if key in service.findings and (service.findings[key].told or not told_only)
    ]


def followed(service: Service, case: Case[Any], language: Language) -> Followed:
    """The applicant's view of a case; of one that only newer hosts can read, that it is there."""
    if is_newer(service, case):
        return _renewed(service, case, language)
    state = service.casework_rules.states[case.state]
    stated = tuple(
        pair for entry in case.history for pair in _stated(service, entry, language, told_only=True)
    )
    return Followed(
        case.number,
        case.service,
        language.text(service.name),
        case.channel,
        case.sent_at,
        case.state,
        language.text(state.name),
        language.text(state.told),
        # What officers found out meanwhile is told at the end, with the result.
        stated if state.final else (),
        state.final,
    )


def _renewed(service: Service, case: Case[Any], language: Language) -> Followed:
    # The service is being renewed.
    status = language.text("Xidmət yenilənir")
    told = language.text(CaseNewer.text)
    name = language.text(service.name)
    sent_at = case.sent_at
    return Followed(
        case.number, case.service, name, case.channel, sent_at, case.state, status, told, (), False
    )


def sent_table(title: str, cases: tuple[Followed, ...], language: Language) -> Table:
    """The table of requests that a status place shows, newest first."""
    # Request number, service, sent at, status, result.
    columns = (
        language.text("Müraciət nömrəsi"),
        language.text("Xidmət"),
        language.text("Göndərilib"),
        language.text("Status"),
        language.text("Nəticə"),
    )
    rows = tuple(
        (
            case.number,
            case.name,
            language.instant(case.sent_at),
            case.status,
            " ".join(f"{label}: {text}" for label, text in case.stated),
        )
        for case in cases
    )
    return Table(title, columns, rows)


def explain(
    service: Service, case: Case[Any], language: Language, *, to_applicant: bool
) -> Explanation:
    """The story of a case, told to its applicant or to an officer."""
    rules = service.casework_rules
    state = rules.states[case.state]
    happened = tuple(
        _line(service, entry, language, to_applicant=to_applicant, closed=state.final)
        for entry in case.history
    )
    if state.owner is None:
        # The request is closed: nothing more is to be done.
        holder = language.text("Müraciət üzrə icra başa çatıb.")
    else:
        # The request is now looked at by: {owner}.
        owner = {"owner": language.text(state.owner.label)}
        holder = language.filled("Müraciətə hazırda baxır: {owner}.", owner)
    # What may come next.
    after = language.text("Bundan sonra mümkündür:")
    places = (rules.states[rule.target].name for rule in rules.leaving(case.state))
    possible = tuple(language.text(place) for place in dict.fromkeys(places))
    return Explanation(case.number, happened, language.text(state.told), holder, after, possible)


def _line(
    service: Service,
    entry: Entry,
    language: Language,
    *,
    to_applicant: bool,
    closed: bool,
) -> str:
    told = closed or not to_applicant
    stated = _stated(service, entry, language, told_only=to_applicant) if told else []
    findings = "".join(f" {label}: {text}" for label, text in stated)
    status = language.text(service.state(entry.target).name)
    return f"{language.instant(entry.at)} – {status}.{findings}"
