"""Proofs (sübutlar): what must be so of every service, shown of each by looking at all of it.

`check` looks at every machine of a service with the sample values of its facts: `office` and
`pages` ask the guards, `casework`, `journeys` and `sources` read off what is not as it must be.
Each `Flaw` has the shortest way there, and a scenario that is red until it is mended.
`installed` gives every service there is, also of packages that are only half there. Needs no
pytest; `eservices check` prints what it finds.

>>> from utility_eservices.desk.catalogue import built_in_services
>>> [flaw for service in built_in_services() for flaw in check(service)]
[]
"""

from __future__ import annotations

from collections.abc import Iterable

from utility_eservices.casework.service import Service
from utility_eservices.conformance.proofs.casework import casework_flaws
from utility_eservices.conformance.proofs.flaw import TEXTS, Flaw
from utility_eservices.conformance.proofs.journeys import journey_flaws
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.sources import source_flaws
from utility_eservices.vocabulary.language import AZERBAIJANI, Language

__all__ = ["TEXTS", "Flaw", "check"]


def check(service: Service, languages: Iterable[Language] = (AZERBAIJANI,)) -> tuple[Flaw, ...]:
    """Everything that is not as it must be with a service; empty when all is well.

    ``languages`` are those in which it must be able to speak.
    """
    proof, spoken = Proof(service), tuple(languages)
    return (
        *journey_flaws(proof, spoken),
        *casework_flaws(proof, spoken),
        *source_flaws(proof),
    )
