"""Telling people where a case stands: in a list, in one view, as an explanation.

Azerbaijani, with days as Babel writes them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs
from babel.dates import format_datetime

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.rulebook import Rulebook
from utility_eservices.casework.screen import Table
from utility_eservices.casework.service import Service
from utility_eservices.desk.performing import said
from utility_eservices.vocabulary.days import BAKU

__all__ = ["Explanation", "Followed", "explain", "followed", "sent_table"]

# Request number, service, sent at, status, result.
_COLUMNS = ("Müraciət nömrəsi", "Xidmət", "Göndərilib", "Status", "Nəticə")


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
    """What happened, how it stands, who holds the case, what may come next, in Azerbaijani."""

    number: str
    happened: tuple[str, ...] = attrs.field(repr=False)
    told: str
    holder: str
    next: tuple[str, ...]

    @property
    def text(self) -> str:
        """Everything as one text of several lines."""
        # "What may come next".
        after = ["Bundan sonra mümkündür:", *(f"– {item}" for item in self.next)]
        lines = [*self.happened, self.told, self.holder, *(after if self.next else [])]
        return "\n".join(lines)


def said_at(instant: datetime) -> str:
    """An instant as people in Baku read it.

    >>> from datetime import UTC
    >>> said_at(datetime(2026, 11, 20, 21, 5, tzinfo=UTC))
    '21 noyabr 2026, 01:05'
    """
    return format_datetime(instant, "d MMMM y, HH:mm", tzinfo=BAKU, locale="az")


def _stated(service: Service, entry: Entry, *, told_only: bool) -> list[tuple[str, str]]:
    return [
        (service.findings[key].label, said(value))
        for key, value in entry.findings.items()
        if key in service.findings and (service.findings[key].told or not told_only)
    ]


def followed(service: Service, case: Case[Any]) -> Followed:
    """The applicant's view of a case."""
    state = service.casework_rules.states[case.state]
    stated = tuple(
        pair for entry in case.history for pair in _stated(service, entry, told_only=True)
    )
    return Followed(
        case.number,
        case.service,
        service.name,
        case.channel,
        case.sent_at,
        case.state,
        state.name,
        state.told,
        # What officers found out meanwhile is told at the end, with the result.
        stated if state.final else (),
        state.final,
    )


def sent_table(title: str, cases: tuple[Followed, ...]) -> Table:
    """The table of requests that a status place shows, newest first."""
    rows = tuple(
        (
            case.number,
            case.name,
            said_at(case.sent_at),
            case.status,
            " ".join(f"{label}: {text}" for label, text in case.stated),
        )
        for case in cases
    )
    return Table(title, _COLUMNS, rows)


def explain(service: Service, case: Case[Any], *, to_applicant: bool) -> Explanation:
    """The story of a case, told to its applicant or to an officer."""
    rules = service.casework_rules
    state = rules.states[case.state]
    happened = tuple(
        _line(service, rules, entry, to_applicant=to_applicant, closed=state.final)
        for entry in case.history
    )
    if state.owner is None:
        # The request is closed: nothing more is to be done.
        holder = "Müraciət üzrə icra başa çatıb."
    else:
        # The request is now looked at by: {owner}.
        holder = f"Müraciətə hazırda baxır: {state.owner.label}."
    after = (rules.states[rule.target].name for rule in rules.leaving(case.state))
    return Explanation(case.number, happened, state.told, holder, tuple(dict.fromkeys(after)))


def _line(
    service: Service, rules: Rulebook, entry: Entry, *, to_applicant: bool, closed: bool
) -> str:
    stated = _stated(service, entry, told_only=to_applicant) if closed or not to_applicant else []
    findings = "".join(f" {label}: {text}" for label, text in stated)
    return f"{said_at(entry.at)} – {rules.states[entry.target].name}.{findings}"
