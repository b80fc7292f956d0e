"""Proofs about acts: for one at most one transition is open, and where none is, it says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from utility_eservices.casework.rulebook import Rule
from utility_eservices.casework.service import REGISTER
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.looks import (
    Look,
    first_unfilled,
    first_wordless,
    overlaps,
    troubles,
)
from utility_eservices.conformance.proofs.office import Office, act_name
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import Picks, Trouble
from utility_eservices.conformance.proofs.saying import (
    asked_of,
    may_only,
    seen,
    tried,
    tried_as,
    where_of,
)
from utility_eservices.conformance.proofs.scenario import Line, quoted, then

__all__ = ["event", "labels"]

# Write the reason here.
PROPOSED = "Səbəbi burada yazın."


def event(
    proof: Proof, office: Office, candidates: Sequence[Rule], looks: Sequence[Look]
) -> Iterator[Flaw]:
    """What is wrong with the guards of one event in one status."""
    first = candidates[0]
    way = proof.way_to(first.source)
    name = proof.status(first.source)
    values = {"state": name, "act": act_name(first)}
    if (first.source, first.event) in office.crowded:
        yield proof.found("too_many_facts", where_of(first), way, (), status=name, values=values)
    troubled = set()
    for number, trouble, picks in troubles(looks):
        troubled.add(number)
        yield _troubled(proof, office, candidates[number], trouble, picks)
    for number, rule in enumerate(candidates):
        # Where the system waits for nothing at all, that is said instead.
        shut = not (office.openings[rule] and office.stalled(rule.source))
        if not office.takes(rule) and number not in troubled and shut:
            target = proof.status(rule.target)
            lines = (tried(office, rule), seen(target))
            values_ = {**values, "act": act_name(rule), "target": target}
            yield proof.found("never_open", where_of(rule), way, lines, status=name, values=values_)
    yield from _overlaps(proof, office, candidates, looks)
    unfilled = first_unfilled(looks)
    if unfilled is not None:
        said = {**values, "names": ", ".join(unfilled.unfilled)}
        yield proof.found("reason_unfilled", where_of(first), way, (), status=name, values=said)
    wordless = first_wordless(looks)
    if wordless is not None:
        lines = (
            tried(office, first),
            then(f"əməliyyat {quoted(PROPOSED)} səbəbi ilə qəbul edilmir"),
        )
        facts = office.facts(wordless.picks)
        yield proof.found(
            "wordless", where_of(first), way, lines, status=name, values={"facts": facts, **values}
        )


def _troubled(proof: Proof, office: Office, rule: Rule, trouble: Trouble, picks: Picks) -> Flaw:
    name = proof.status(rule.source)
    lines = (tried(office, rule), seen(proof.status(rule.target)))
    values = {
        "state": name,
        "act": act_name(rule),
        "guard": trouble.guard,
        "field": proof.label(trouble.field),
        "error": trouble.error,
        "facts": office.facts(picks),
    }
    code, way = trouble.code, proof.way_with(rule.source, picks)
    return proof.found(code, where_of(rule), way, lines, status=name, values=values)


def _overlaps(
    proof: Proof, office: Office, candidates: Sequence[Rule], looks: Sequence[Look]
) -> Iterator[Flaw]:
    for one, other, look in overlaps(looks):
        first, second = candidates[one], candidates[other]
        name, target = proof.status(first.source), proof.status(second.target)
        yield proof.found(
            "overlap",
            where_of(second),
            proof.way_with(first.source, look.picks),
            (tried_as(office, second, look.picks), seen(target)),
            status=name,
            values={
                "state": name,
                "act": act_name(second),
                "first": proof.status(first.target),
                "second": target,
                "facts": office.facts(look.picks),
            },
        )


def labels(proof: Proof, office: Office, state: str) -> Iterator[Flaw]:
    """Acts of people that have no label in a status, or another's."""
    named: dict[str, Rule] = {}
    name, way = proof.status(state), proof.way_to(state)
    for rule in office.rules.leaving(state):
        if rule.event == REGISTER or not any(o.by_people for o in office.openings[rule]):
            continue
        values = {"state": name, "act": act_name(rule)}
        if not rule.label:
            lines = [_distinct(office, rule, rule.event)]
            yield proof.found(
                "act_unlabelled", where_of(rule), way, lines, status=name, values=values
            )
        elif named.setdefault(rule.label, rule).event != rule.event:
            # "The second one", or whatever it is to be called.
            lines = [_distinct(office, rule, f"{rule.label} (ikinci)")]
            yield proof.found("act_twice", where_of(rule), way, lines, status=name, values=values)


def _distinct(office: Office, other: Rule, label: str) -> Line:
    """That somebody's acts are told apart, one of them by a label that is proposed."""
    role = office.role_label(other)
    acts = {
        rule.event: (label if rule is other else rule.label, asked_of(rule))
        for rule in reversed(office.rules.leaving(other.source))
        if office.role_label(rule) == role
    }
    return may_only(role, reversed(acts.values()))
