"""Proofs about effects: each has what it needs, and both its outcomes lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from utility_eservices.casework.effect import EffectSpec
from utility_eservices.casework.rulebook import Rule
from utility_eservices.conformance.proofs.flaw import Flaw, Listed
from utility_eservices.conformance.proofs.office import Office, nameable, ordered, outcomes
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.saying import along, seen, waits_for, where_of
from utility_eservices.conformance.proofs.scenario import Line, breaks, performed, refused_once
from utility_eservices.vocabulary.language import Phrase

__all__ = ["effects"]


def effects(proof: Proof, office: Office) -> Iterator[Flaw]:
    """Effects that lack what they need, or whose outcomes move nothing."""
    for rule in office.rules.rules:
        if not office.takes(rule):
            continue
        for spec in ordered(rule):
            for event in dict.fromkeys(outcomes(spec)):
                if event in office.rules.events and not office.outcome_open(rule, spec, event):
                    yield _shut(proof, office, rule, spec, event)
            yield from _needs(proof, office, rule, spec)
    unsound = (item for item in proof.service.unsound() if item.code == "effect_leads_nowhere")
    # Once, even if neither outcome leads anywhere.
    for name in dict.fromkeys(item.about for item in unsound):
        yield _leads_nowhere(proof, office, proof.service.effects[name])


def _shut(proof: Proof, office: Office, rule: Rule, spec: EffectSpec, event: str) -> Flaw:
    targets = [r.target for r in office.rules.rules if r.event == event]
    name = proof.status(rule.target)
    return proof.found(
        "outcome_shut",
        where_of(rule),
        along(proof, office, rule),
        (*_broken(spec, event), performed(), seen(proof.status(targets[0]))),
        status=name,
        values={"effect": spec.label, "event": event, "state": name},
    )


def _broken(spec: EffectSpec, event: str) -> tuple[Line, ...]:
    system = nameable(spec)
    if event == spec.then or not system:
        return ()
    return (refused_once(system),)


def _needs(proof: Proof, office: Office, rule: Rule, spec: EffectSpec) -> Iterator[Flaw]:
    stated = office.must.get(rule.source, frozenset()) | office.demanded(rule)
    targets = [r.target for r in office.rules.rules if r.event == spec.then]
    for need in spec.performer.needs:
        finding = proof.service.findings.get(need)
        if finding is not None and need not in stated and need not in proof.service.fields:
            lines = (performed(), *(seen(proof.status(target)) for target in targets[:1]))
            yield proof.found(
                "effect_needs",
                where_of(rule),
                along(proof, office, rule),
                lines,
                status=proof.status(rule.target),
                values={"effect": spec.label, "finding": finding.label},
            )


def _leads_nowhere(proof: Proof, office: Office, spec: EffectSpec) -> Flaw:
    rule = next(r for r in office.rules.rules if spec in ordered(r))
    system = nameable(spec)
    # Whoever it comes to: when it cannot be done, somebody has to look after it.
    officer = next((role.label for role in office.officers), "")
    lines = [performed(), *([waits_for(officer)] if officer else [])]
    if system:
        lines.insert(0, breaks(system, refuses=True))
    return proof.found(
        "effect_leads_nowhere",
        f"effect.{spec.name}",
        along(proof, office, rule),
        lines,
        status=proof.status(rule.target),
        values={"effect": spec.label, "why": Listed(tuple(_astray(spec, office)))},
    )


def _astray(spec: EffectSpec, office: Office) -> Iterator[Phrase]:
    """What is wrong with the outcomes that lead nowhere."""
    events = office.rules.events
    if not spec.then:
        # It is not declared what comes of it when it is done.
        yield Phrase("iş görüləndə nə olacağı göstərilməyib")
    elif spec.then not in events:
        # There is no such event, which comes when it is done.
        yield Phrase("iş görüləndə gələn “{event}” hadisəsi yoxdur", {"event": spec.then})
    if not spec.otherwise:
        # It is not declared what comes of it when it cannot be done.
        yield Phrase("iş alınmayanda nə olacağı göstərilməyib")
    elif spec.otherwise not in events:
        # There is no such event, which comes when it cannot be done.
        yield Phrase("iş alınmayanda gələn “{event}” hadisəsi yoxdur", {"event": spec.otherwise})
