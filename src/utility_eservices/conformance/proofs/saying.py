"""What scenarios about a casework say, and where a flaw in a rule stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from utility_eservices.casework.rulebook import Rule
from utility_eservices.casework.service import REGISTER
from utility_eservices.conformance.proofs.office import Office, act_name
from utility_eservices.conformance.proofs.paths import Act, Way
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import ABSENT, Picks
from utility_eservices.conformance.proofs.scenario import WHO, Line, act, performed, quoted, then
from utility_eservices.conformance.wording import asked

__all__ = [
    "along",
    "asked_of",
    "explained",
    "may_only",
    "rules_into",
    "seen",
    "tried",
    "tried_as",
    "waits_for",
    "where_of",
]


def rules_into(office: Office, state: str) -> Iterator[Rule]:
    """The rules by which a request gets into a state."""
    for rule in office.rules.rules:
        if rule.target == state and rule.source in office.ways and office.takes(rule):
            yield rule


def where_of(rule: Rule) -> str:
    """Where a rule stands within the declaration."""
    return f"rule.{rule.source}.{rule.event}.{rule.target}"


def along(proof: Proof, office: Office, rule: Rule, channel: str = "") -> Way:
    """The shortest way that ends with a rule, on a portal or on the first there is."""
    way = proof.way_to(rule.source, channel)
    return way if rule.event == REGISTER else way.then(office.step(rule))


def tried(office: Office, rule: Rule) -> Line:
    """Somebody does an act by the example, or the system does what is due."""
    step = office.step(rule)
    if isinstance(step, Act) and any(role.label == step.role for role in office.officers):
        return act(step.role, step.label, step.stated)
    return performed()


def tried_as(office: Office, rule: Rule, picks: Picks) -> Line:
    """Somebody does an act with the findings that were picked."""
    line = tried(office, rule)
    if line == performed():
        return line
    findings = picks.under("finding")
    stated = {key: value for key, value in findings.items() if value is not ABSENT}
    return act(office.role_label(rule), act_name(rule), office.said(stated))


def seen(status: str) -> Line:
    """The applicant sees a status."""
    return then(f"{quoted(WHO)} müraciətin statusunu {quoted(status)} kimi görür")


def explained() -> Line:
    """The applicant is told what the status means."""
    return then(f"{quoted(WHO)} statusun nə demək olduğunu oxuyur")


def waits_for(role: str) -> Line:
    """The request waits for a role."""
    return then(f"müraciət {quoted(role)} siyahısındadır")


def may_only(role: str, acts: Iterable[tuple[str, str]]) -> Line:
    """A role may do these acts and no others: pairs of label and what is to be stated."""
    table = (("əməliyyat", "lazım olan qeydlər"), *acts)
    return then(f"{quoted(role)} yalnız bu əməliyyatları edə bilər:", table)


def asked_of(rule: Rule) -> str:
    """What an act asks to be stated, as scenarios write it."""
    return ", ".join(asked(spec) for spec in rule.findings)
