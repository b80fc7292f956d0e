"""Moving cases: registration, officers' acts, and what an actor may do now.

The rules run before anything is written; the store then keeps case, history and effects at
once, and refuses when somebody else was first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

import attrs

from utility_eservices.casework.acts import APPLICANT, Actor, CaseFacts
from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.conversion import convert
from utility_eservices.casework.effect import Effect, EffectSpec
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.refusal import reasons
from utility_eservices.casework.rulebook import Moved, Rule, Stayed, step
from utility_eservices.casework.service import REGISTER, Service
from utility_eservices.desk.asker import guarded
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.errors import ActionRefused, Fault, UnknownName
from utility_eservices.ports.case_store import CaseStore
from utility_eservices.vocabulary.language import SOURCE
from utility_eservices.vocabulary.person import Identity

__all__ = ["Action", "Moves", "address", "new_case"]

_APPLICANT = Actor("applicant", frozenset({APPLICANT.key}))


@attrs.frozen
class Action:
    """Something that an officer may do now: the event, its label, what must be stated."""

    event: str
    label: str
    findings: tuple[FieldSpec, ...]


@attrs.frozen
class Moves:
    """Moves the cases of every service; holds no state."""

    catalogue: Catalogue
    store: Callable[[], CaseStore]

    def register(self, draft: Case[Any], now: datetime) -> Case[Any]:
        """Register a new case; gives the one that is kept for its journey."""
        case, effects = self.moved(draft, REGISTER, _APPLICANT, now)
        kept: Case[Any] = guarded(self.store().register, case, effects)
        return kept

    def act(
        self,
        case: Case[Any],
        event: str,
        actor: Actor,
        entered: Mapping[str, object],
        now: datetime,
    ) -> Case[Any]:
        """Move a case by an officer's act, with the findings as they were entered.

        Raises `ActionRefused` with every reason, `UnknownName` for a finding that the act does
        not take, `StaleCase` when somebody else was first.
        """
        named: object = event
        if not isinstance(named, str):
            raise UnknownName("action")
        rules = self.catalogue.of(case.service).casework_rules
        specs = [item for rule in rules.candidates(case.state, event) for item in rule.findings]
        given: object = entered
        if not isinstance(given, Mapping) or not given.keys() <= {spec.key for spec in specs}:
            raise UnknownName("field")
        found = convert(tuple(dict.fromkeys(specs)), entered)
        moved, effects = self.moved(case, event, actor, now, found.values, found.faults)
        guarded(self.store().save, moved, effects)
        return moved

    def moved(
        self,
        case: Case[Any],
        event: str,
        actor: Actor,
        now: datetime,
        findings: Mapping[str, Any] | None = None,
        faults: tuple[Fault, ...] = (),
    ) -> tuple[Case[Any], tuple[Effect, ...]]:
        """The case after an event, and the effects it orders; keeps nothing.

        Raises `ActionRefused`.
        """
        service = self.catalogue.of(case.service)
        # A copy: what was stated stays as it is, whoever else holds it.
        stated = dict(findings or {})
        facts = CaseFacts(case, actor, now, stated, faults)
        result = step(service.casework_rules, case.state, event, facts)
        if isinstance(result, Stayed):
            raise ActionRefused(*result.faults)
        role = min(actor.roles & (result.rule.role_keys or actor.roles), default="")
        target = result.rule.target
        moved = case.moved(Entry(now, actor.id, role, event, case.state, target, stated))
        place = len(case.history)
        effects = (
            Effect.ordered(name, service.key, case.number, place, now)
            for name in _ordered(service, moved, result)
        )
        return moved, tuple(effects)

    def actions(self, case: Case[Any], actor: Actor, now: datetime) -> tuple[Action, ...]:
        """What this actor may do now, in the order the service declares it."""
        rules = self.catalogue.of(case.service).casework_rules
        facts = CaseFacts(case, actor, now)
        found: dict[str, Action] = {}
        for rule in rules.leaving(case.state):
            if rule.event not in found and _open(rule, facts):
                found[rule.event] = Action(rule.event, rule.label, rule.findings)
        return tuple(found.values())


def _ordered(service: Service, case: Case[Any], result: Moved) -> Iterator[str]:
    """The names of the effects that a move orders: the declared ones, then the notices."""
    for output in result.outputs:
        if isinstance(output, EffectSpec):
            yield output.name
    for name, _, medium in service.told(case.channel, case.state):
        if medium is Medium.PORTAL or address(service, case, medium):
            yield name


def _open(rule: Rule, facts: CaseFacts) -> bool:
    """Whether everything but the findings allows it."""
    guards = [guard for guard in rule.guards if not hasattr(guard, "findings")]
    return not any(reasons(guard(facts)) for guard in guards)


def address(service: Service, case: Case[Any], medium: Medium) -> str:
    """The applicant's address for a medium, empty when none was given."""
    given = getattr(case.form, service.reach[medium])
    return given.value if given else ""


def new_case(
    service: Service,
    number: str,
    channel: str,
    journey: str,
    person: Identity,
    form: Any,
    language: str = SOURCE,
) -> Case[Any]:
    """A case before its registration."""
    codes = (getattr(form, key) for key in service.codes)
    concerns = next((code for code in codes if code is not None), None)
    return Case(
        number,
        service.utility.key,
        service.key,
        service.version,
        channel,
        journey,
        person,
        form,
        concerns.value if concerns else "",
        service.casework_rules.initial,
        language=language,
    )
