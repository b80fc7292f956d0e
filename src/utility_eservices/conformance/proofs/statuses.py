"""Proofs about statuses: each is reached and left, has an owner and a citizen's wording."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from utility_eservices.casework.acts import SYSTEM
from utility_eservices.casework.rulebook import StateInfo
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.office import Office, act_name, ordered, outcomes
from utility_eservices.conformance.proofs.paths import Way
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.saying import (
    along,
    asked_of,
    explained,
    may_only,
    rules_into,
    seen,
    waits_for,
    where_of,
)
from utility_eservices.conformance.proofs.scenario import brought, performed

__all__ = ["ends", "statuses"]


def statuses(proof: Proof, office: Office) -> Iterator[Flaw]:
    """Statuses without a way in, an owner, a wording, or a word on how it ended."""
    for state in office.rules.states.values():
        if state.key == office.rules.initial:
            continue  # nobody ever sees it
        where, way = f"state.{state.key}", proof.way_to(state.key)
        if state.key not in office.ways:
            lines = (brought(state.name), seen(state.name))
            yield proof.found("state_unreachable", where, way, lines, values={"state": state.name})
        if not state.told.strip():
            yield proof.found(
                "wording_missing",
                where,
                way,
                (explained(),),
                status=state.name,
                values={"state": state.name},
            )
        if state.final:
            if state.ending is None:
                yield proof.found(
                    "ending_missing",
                    where,
                    way,
                    (),
                    status=state.name,
                    values={"state": state.name},
                )
        else:
            yield from _owner(proof, office, state, way)


def _owner(proof: Proof, office: Office, state: StateInfo, way: Way) -> Iterator[Flaw]:
    where = f"state.{state.key}"
    leaving = [rule for rule in office.rules.leaving(state.key) if office.takes(rule)]
    if state.owner is None:
        label = office.role_label(leaving[0]) if leaving else ""
        lines = (waits_for(label),) if label else ()
        yield proof.found(
            "owner_missing", where, way, lines, status=state.name, values={"state": state.name}
        )
        return
    keys = {opening.role for rule in leaving for opening in office.openings[rule]}
    # Where nothing leads out at all, that is what is said.
    if leaving and not keys & {None, state.owner.key}:
        acts = ((act_name(rule), asked_of(rule)) for rule in leaving)
        lines = (may_only(state.owner.label, acts),)
        values = {"state": state.name, "owner": state.owner.label}
        yield proof.found("owner_cannot_act", where, way, lines, status=state.name, values=values)
    if state.owner == SYSTEM:
        yield from _moved_by_system(proof, office, state)


def _moved_by_system(proof: Proof, office: Office, state: StateInfo) -> Iterator[Flaw]:
    leaving = {rule.event for rule in office.rules.leaving(state.key)}
    for rule in rules_into(office, state.key):
        if not any(leaving & {*outcomes(spec)} for spec in ordered(rule)):
            way = along(proof, office, rule)
            onward = (item.target for item in office.rules.leaving(state.key))
            lines = (performed(), *(seen(proof.status(key)) for key in islice(onward, 1)))
            yield proof.found(
                "nobody_moves",
                where_of(rule),
                way,
                lines,
                status=state.name,
                values={"state": state.name, "act": act_name(rule)},
            )


def ends(proof: Proof, office: Office) -> Iterator[Flaw]:
    """The innermost of what a request cannot leave: one state for each such circle."""
    finals = {state.key for state in office.rules.states.values() if state.final}
    after = office.after

    def stuck(state: str) -> bool:
        ends = finals & after[state] if finals else after[state] - {state}
        return state not in finals and not ends

    told: set[str] = set()
    for state in office.ways:
        if (
            stuck(state)
            and state not in told
            and all(state in after[s] for s in after[state] - {state})
        ):
            told |= {state} | after[state]
            name = proof.status(state)
            goal = proof.status(min(finals, default=office.rules.initial))
            yield proof.found(
                "no_way_out",
                f"state.{state}",
                proof.way_to(state),
                (brought(goal),),
                status=name,
                values={"state": name},
            )
