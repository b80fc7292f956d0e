"""Proofs about what is declared: sources and examples.

Everything that a service with a manual declares names its row or is marked as ours; every
example is a value of its field.
"""

from __future__ import annotations

from collections.abc import Iterator

from utility_eservices.conformance.declared import declared
from utility_eservices.conformance.features import catalogue_of_rows, is_unknown_row
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import example_of
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.language import Phrase

__all__ = ["source_flaws"]


def source_flaws(proof: Proof) -> Iterator[Flaw]:
    """Everything that is not as it must be with what a service declares."""
    yield from _examples(proof)
    yield from _sources(proof)


def _sources(proof: Proof) -> Iterator[Flaw]:
    """What names no row, where a manual has rows; and rows that no manual has."""
    library = proof.service.key in {service.key for service in built_in_services()}
    for thing in declared(proof.service):
        if proof.service.manual and not thing.sourced:
            yield proof.found(
                "unsourced", thing.where, proof.entrance, values={"what": thing.where}
            )
        for row in thing.rows:
            # An outside manual has rows of its own, which only its author knows.
            if is_unknown_row(row) or (library and row not in catalogue_of_rows()):
                yield proof.found(
                    "unknown_row",
                    thing.where,
                    proof.entrance,
                    values={"row": row, "what": thing.where},
                )


def _examples(proof: Proof) -> Iterator[Flaw]:
    known = {
        **{f"form.{key}": spec for key, spec in proof.service.fields.items()},
        **{f"finding.{key}": spec for key, spec in proof.service.findings.items()},
    }
    for where, spec in known.items():
        fault = None if spec.example == "" else example_of(spec)
        if isinstance(fault, Fault):
            yield proof.found(
                "example_faulty",
                where,
                proof.entrance,
                values={"field": spec.label, "why": Phrase(fault.text, fault.values)},
            )
