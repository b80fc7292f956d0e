"""Cases: registered, moved on by officers and by the outcomes of effects, followed, listed.

The rules run before anything is written; the store then keeps case, history and effects at
once, and refuses when somebody else was first.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs

from utility_eservices.casework.acts import APPLICANT, SYSTEM, Actor, CaseFacts
from utility_eservices.casework.asking import Asking
from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.conversion import convert
from utility_eservices.casework.effect import Effect, EffectSpec, Outcome, Patience
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.refusal import reasons
from utility_eservices.casework.rulebook import Rule, Stayed, step
from utility_eservices.casework.service import REGISTER, Service
from utility_eservices.desk.asker import Asker, guarded
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.errors import (
    ActionRefused,
    EServicesError,
    Fault,
    PortFailure,
    PortRefused,
    StaleCase,
    UnknownName,
)
from utility_eservices.ports.case_store import CaseStore
from utility_eservices.ports.inbox import Inbox, InboxItem
from utility_eservices.ports.notification import Letter, Notification
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.person import Identity

__all__ = ["Action", "Cases", "Performed"]

_log = logging.getLogger(__name__)

# The actor of what no person does.
_SYSTEM = Actor("system", frozenset({SYSTEM.key}))
_APPLICANT = Actor("applicant", frozenset({APPLICANT.key}))
# A notice has nothing to wait for and leads nowhere: it is tried longer than most effects.
_PATIENCE_WITH_NOTICES = Patience(tries=12)
# How often the outcome of an effect is brought to a case that moved meanwhile.
_ATTEMPTS = 5


@attrs.frozen
class Action:
    """Something that an officer may do now: the event, its label, what must be stated."""

    event: str
    label: str
    findings: tuple[FieldSpec, ...]


@attrs.frozen
class Performed:
    """What one round over the due effects did: how many were done, put off, given up."""

    done: int = 0
    put_off: int = 0
    given_up: int = 0

    def __add__(self, other: Performed) -> Performed:
        return Performed(
            self.done + other.done,
            self.put_off + other.put_off,
            self.given_up + other.given_up,
        )


@attrs.frozen
class Cases:
    """Works on the cases of every service; holds no state."""

    catalogue: Catalogue
    store: Callable[[], CaseStore]
    ports: Callable[[Service], Callable[[Any], object]]
    notification: Callable[[Medium], Notification]
    inbox: Callable[[], Inbox]

    # --- moving a case ----------------------------------------------------------------------

    def register(self, draft: Case[Any], now: datetime) -> Case[Any]:
        """Register a new case; gives the one that is kept for its journey."""
        case, effects = self._moved(draft, REGISTER, _APPLICANT, {}, (), now)
        kept: Case[Any] = guarded(self.store().register, case, effects)
        return kept

    def act(
        self,
        case: Case[Any],
        event: str,
        actor: Actor,
        raw: Mapping[str, object],
        now: datetime,
    ) -> Case[Any]:
        """Move a case by an officer's act, with the findings as they were entered.

        Raises `ActionRefused` with every reason, `UnknownName` for a finding that the act does
        not take, `StaleCase` when somebody else was first.
        """
        specs = self._findings(case, event)
        stated: object = raw
        if not isinstance(stated, Mapping) or not stated.keys() <= {spec.key for spec in specs}:
            # field
            raise UnknownName("sahə")
        found = convert(specs, raw)
        moved, effects = self._moved(case, event, actor, found.values, found.faults, now)
        guarded(self.store().save, moved, effects)
        return moved

    def _findings(self, case: Case[Any], event: str) -> tuple[FieldSpec, ...]:
        rules = self.catalogue.of(case.service).casework_rules
        specs = [item for rule in rules.candidates(case.state, event) for item in rule.findings]
        return tuple(dict.fromkeys(specs))

    def _moved(
        self,
        case: Case[Any],
        event: str,
        actor: Actor,
        findings: Mapping[str, Any],
        faults: tuple[Fault, ...],
        now: datetime,
    ) -> tuple[Case[Any], tuple[Effect, ...]]:
        service = self.catalogue.of(case.service)
        rules = service.casework_rules
        result = step(rules, case.state, event, CaseFacts(case, actor, now, findings, faults))
        if isinstance(result, Stayed):
            raise ActionRefused(*result.faults)
        permitted = {role.key for role in result.rule.roles} or actor.roles
        role = min(actor.roles & permitted, default="")
        entry = Entry(now, actor.id, role, event, case.state, result.rule.target, findings)
        moved = case.moved(entry)
        place = len(moved.history) - 1
        names = [spec.name for spec in result.outputs if isinstance(spec, EffectSpec)]
        names += [
            notice.effect_name(medium)
            for notice in _notices(service, moved.channel, moved.state)
            for medium in notice.media
        ]
        effects = (Effect.ordered(name, moved.number, place, now) for name in names)
        return moved, tuple(effects)

    # --- what may be done -------------------------------------------------------------------

    def actions(self, case: Case[Any], actor: Actor, now: datetime) -> tuple[Action, ...]:
        """What this actor may do now, in the order the service declares it."""
        rules = self.catalogue.of(case.service).casework_rules
        facts = CaseFacts(case, actor, now)
        found: dict[str, Action] = {}
        for rule in rules.leaving(case.state):
            if rule.event not in found and _open(rule, facts):
                found[rule.event] = Action(rule.event, rule.label, rule.findings)
        return tuple(found.values())

    # --- effects ----------------------------------------------------------------------------

    def perform(self, effect: Effect, now: datetime) -> Performed:
        """Try one due effect and keep how it went."""
        try:
            # A mistake in a declaration is no reason for the other effects to wait either.
            findings = guarded(self._perform, effect, now)
        except PortRefused as refusal:
            return self._failed(effect, refusal.code, now, final=True)
        except EServicesError as failure:
            # What is not a port's failure is wrong in the same way next time.
            final = not isinstance(failure, PortFailure)
            return self._failed(effect, failure.code, now, final=final)
        spec = self._spec(effect)
        self._settle(effect.done(), spec.then if spec else "", findings, now)
        return Performed(done=1)

    def _perform(self, effect: Effect, now: datetime) -> Mapping[str, Any]:
        case = guarded(self.store().get, effect.case_number)
        if case is None:
            # request
            raise UnknownName("müraciət")
        service = self.catalogue.of(case.service)
        state = case.history[effect.entry].target
        for notice in _notices(service, case.channel, state):
            for medium in notice.media:
                if notice.effect_name(medium) == effect.name:
                    self._tell(service, case, effect, notice, medium)
                    return {}
        spec = service.effects.get(effect.name)
        if spec is None:
            # effect
            raise UnknownName("əməliyyat")
        return self._ask(service, case, effect, spec.performer, now) or {}

    def _ask(
        self, service: Service, case: Case[Any], effect: Effect, performer: Asking, now: datetime
    ) -> Any:
        names = {
            **attrs.asdict(case.form, recurse=False),
            **_stated(case, effect),
            "case": case,
            "key": effect.key,
            "person": case.applicant,
            "channel": case.channel,
            "today": baku_day(now),
        }
        return Asker(self.ports(service)).ask(performer, names)

    def _tell(
        self,
        service: Service,
        case: Case[Any],
        effect: Effect,
        notice: Notice,
        medium: Medium,
    ) -> None:
        entry = case.history[effect.entry]
        status = service.casework_rules.states[entry.target].name
        stated = {key: said(value) for key, value in _stated(case, effect).items()}
        words = {**stated, "number": case.number, "service": service.name, "status": status}
        text = notice.text_for(medium).format(**words)
        # One line, whatever an officer wrote: a line break would begin another header.
        subject = " ".join(notice.subject.format(**words).split())
        if medium is Medium.PORTAL:
            item = InboxItem(entry.at, case.number, subject, text)
            guarded(self.inbox().put, case.applicant.fin, item, effect.key)
            return
        address = getattr(case.form, service.reach[medium]).value
        letter = Letter(address, subject if medium is Medium.EMAIL else "", text)
        guarded(self.notification(medium).send, letter, effect.key)

    def _failed(self, effect: Effect, code: str, now: datetime, *, final: bool) -> Performed:
        spec = self._spec(effect)
        patience = spec.patience if spec else _PATIENCE_WITH_NOTICES
        failed = effect.failed(code, now, patience, final=final)
        _log.warning("effect %s failed: %s, tries %d", effect.name, code, failed.tries)
        if failed.outcome is Outcome.PENDING:
            guarded(self.store().settle, failed)
            return Performed(put_off=1)
        self._settle(failed, spec.otherwise if spec else "", {}, now)
        return Performed(given_up=1)

    def _spec(self, effect: Effect) -> EffectSpec | None:
        """The declaration of an effect; None for a notice, and when its service is gone."""
        try:
            case = guarded(self.store().get, effect.case_number)
            return self.catalogue.of(case.service).effects.get(effect.name) if case else None
        except UnknownName:
            return None

    def try_again(self, key: str, now: datetime) -> None:
        """Give an effect that failed for good a fresh run of tries; see `Desk.try_again`."""
        effect: Effect | None = guarded(self.store().effect, key)
        if effect is None:
            # effect
            raise UnknownName("əməliyyat")
        case = guarded(self.store().get, effect.case_number)
        if case is None:
            # request
            raise UnknownName("müraciət")
        moved_on = case.state != case.history[effect.entry].target
        if effect.outcome is not Outcome.FAILED or (moved_on and self._spec(effect)):
            raise StaleCase
        guarded(self.store().settle, effect.again(now))

    def _settle(
        self, effect: Effect, event: str, findings: Mapping[str, Any], now: datetime
    ) -> None:
        """Keep an effect's outcome together with the move of its case, if it moves one."""
        if not event:
            guarded(self.store().settle, effect)
            return
        for attempt in range(_ATTEMPTS):
            case = guarded(self.store().get, effect.case_number)
            try:
                moved, effects = self._moved(case, event, _SYSTEM, findings, (), now)
            except ActionRefused:
                # People have moved the case on meanwhile: what was done is done.
                guarded(self.store().settle, effect)
                return
            try:
                guarded(self.store().save, moved, effects, effect)
            except StaleCase:
                kept = guarded(self.store().effect, effect.key)
                if kept is None or kept.outcome is not Outcome.PENDING:
                    return  # another worker brought the same outcome
                if attempt == _ATTEMPTS - 1:
                    raise
                continue
            return


def said(value: object) -> str:
    """A finding as people read it."""
    plain = getattr(value, "value", None)
    return plain if isinstance(plain, str) else str(value)


def _stated(case: Case[Any], effect: Effect) -> dict[str, Any]:
    """What had been stated when the effect was ordered."""
    until = attrs.evolve(case, history=case.history[: effect.entry + 1])
    return until.findings


def _notices(service: Service, channel: str, state: str) -> list[Notice]:
    return [notice for notice in service.notices if notice.is_for(channel, state)]


def _open(rule: Rule, facts: CaseFacts) -> bool:
    """Whether everything but the findings allows it."""
    guards = [guard for guard in rule.guards if not hasattr(guard, "findings")]
    return not any(reasons(guard(facts)) for guard in guards)


def new_case(
    service: Service,
    number: str,
    channel: str,
    journey: str,
    person: Identity,
    form: Any,
) -> Case[Any]:
    """A case before its registration."""
    concerns = getattr(form, service.concerns).value if service.concerns else ""
    return Case(
        number,
        service.utility.key,
        service.key,
        service.version,
        channel,
        journey,
        person,
        form,
        concerns,
        service.casework_rules.initial,
    )
