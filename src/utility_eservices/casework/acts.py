"""The verbs of casework: who may act, what must be stated, what the act orders.

Each makes a guard or an action that takes the facts and carries, as attributes, what inbox,
permitted actions, proofs, trace and diagrams read off it.

>>> OPERATOR = Role("operator", "Operator")
>>> guard = by(OPERATOR, label="Araşdırmaya başla", rows="DI-055")
>>> guard.label, guard.rows
('Araşdırmaya başla', 'DI-055')
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs

from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.refusal import REQUIRED, Answer, Refusal
from utility_eservices.casework.rulebook import Role
from utility_eservices.errors import Fault

if TYPE_CHECKING:
    from utility_eservices.casework.case import Case
    from utility_eservices.casework.effect import EffectSpec

__all__ = [
    "APPLICANT",
    "SYSTEM",
    "Actor",
    "CaseFacts",
    "bare_name",
    "by",
    "named",
    "needs",
    "orders",
]

# The person who sent the request.
APPLICANT = Role("applicant", "Müraciət edən")
# The system itself, when the outcome of an effect moves a case.
SYSTEM = Role("system", "Sistem")

_serial = itertools.count()


@attrs.frozen
class Actor:
    """Somebody acting on a case: an identifier that the host knows, and the keys of roles held.

    The identifier goes into the case's history; it is not a FIN.
    """

    id: str
    roles: frozenset[str]


@attrs.frozen
class CaseFacts:
    """All that a guard or an action of casework may look at.

    ``findings`` are the sound values stated with this act, by key; ``faults`` are the
    findings that could not be converted.
    """

    case: Case[Any]
    actor: Actor
    now: datetime
    findings: Mapping[str, object] = attrs.field(factory=dict, repr=False)
    faults: tuple[Fault, ...] = ()


def named(function: Callable[..., Any], name: str, **marks: object) -> Any:
    """Give a closure a name of its own and the marks that others read off it.

    Both engines know functions by name, and every closure of one factory has the same.
    """
    function.__name__ = function.__qualname__ = f"{name}_{next(_serial)}"
    for key, value in {"bare_name": name, **marks}.items():
        setattr(function, key, value)
    return function


def bare_name(function: Callable[..., Any]) -> str:
    """What a guard or an action is called in every process: without the serial of `named`."""
    name: str = getattr(function, "bare_name", function.__name__)
    return name


def by(*roles: Role, label: str = "", rows: str = "", ours: bool = False) -> Any:
    """A guard: only these roles may. ``label`` is what the officer's button says."""
    keys = {role.key for role in roles}

    def guard(facts: CaseFacts) -> Answer:
        if facts.actor.roles & keys:
            return True
        # You are not authorised to do this.
        return Fault("", "not_your_role", "Bu əməliyyat üçün səlahiyyətiniz yoxdur.")

    return named(guard, "by", roles=roles, label=label, rows=rows, ours=ours)


def needs(*findings: FieldSpec, rows: str = "", ours: bool = False) -> Any:
    """A guard: the act must state these findings, each of them sound."""
    keys = {item.key for item in findings}

    def guard(facts: CaseFacts) -> Answer:
        if not facts.faults and keys <= facts.findings.keys():
            return True
        faults = [fault for fault in facts.faults if fault.field in keys]
        missing = keys - facts.findings.keys() - {fault.field for fault in faults}
        faults += [
            Fault(item.key, "required", REQUIRED) for item in findings if item.key in missing
        ]
        return Refusal(tuple(faults)) if faults else True

    return named(guard, "needs", findings=findings, rows=rows, ours=ours)


def orders(effect: EffectSpec, rows: str = "", ours: bool = False) -> Any:
    """An action: the case asks the world for this effect."""

    def action(facts: CaseFacts) -> EffectSpec:
        return effect

    return named(action, f"orders_{effect.name}", effect=effect, rows=rows, ours=ours)
