"""Proofs about a casework, theme by theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from utility_eservices.casework.rulebook import Ending
from utility_eservices.conformance.proofs.effects import effects
from utility_eservices.conformance.proofs.events import event, labels
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.notices import notices
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.refusals import refusal
from utility_eservices.conformance.proofs.statuses import ends, statuses
from utility_eservices.vocabulary.language import Language

__all__ = ["casework_flaws"]


def casework_flaws(proof: Proof, languages: Iterable[Language]) -> Iterator[Flaw]:
    """Everything that is not as it must be with a casework; nothing where there is none."""
    office = proof.office
    if office is None:
        return
    yield from statuses(proof, office)
    yield from ends(proof, office)
    for (state, name), looks in office.looks.items():
        yield from event(proof, office, office.rules.candidates(state, name), looks)
    for info in office.rules.states.values():
        yield from labels(proof, office, info.key)
        if info.ending is Ending.REFUSED:
            yield from refusal(proof, office, info)
    yield from effects(proof, office)
    yield from notices(proof, office, languages)
