"""Performing effects: what cases ordered is done later, at least once, by key.

How it went is kept with the effect; an outcome that moves the case is kept together with the
move. An effect that fails is put off, then given up; nothing that goes wrong with one holds up
another.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import attrs

from utility_eservices.casework.acts import SYSTEM, Actor
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, EffectSpec, Outcome, Patience
from utility_eservices.casework.notice import SMS_PARTS, Medium, Notice
from utility_eservices.casework.service import NOTICE_WORDS, Service
from utility_eservices.desk.asker import Asker, guarded
from utility_eservices.desk.moving import Moves, address
from utility_eservices.desk.upgrading import refuse_newer
from utility_eservices.errors import (
    ActionRefused,
    CaseNewer,
    EServicesError,
    PluginMistake,
    PortBroken,
    PortBusy,
    PortFailure,
    PortRefused,
    StaleCase,
    UnknownName,
)
from utility_eservices.ports.case_store import CaseStore
from utility_eservices.ports.inbox import Inbox, InboxItem
from utility_eservices.ports.notification import Letter, Notification
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.language import SOURCE, Language
from utility_eservices.vocabulary.letters import sms_parts, sms_room

__all__ = ["Performed", "Performing", "never"]

_log = logging.getLogger(__name__)

# The actor of what no person does.
_SYSTEM = Actor("system", frozenset({SYSTEM.key}))
# A notice has nothing to wait for and leads nowhere: it is tried longer than most effects.
_PATIENCE_WITH_NOTICES = Patience(tries=12)
# How often the outcome of an effect is brought to a case that moved meanwhile.
_ATTEMPTS = 5


def never() -> bool:
    """Nobody asks to stop."""
    return False


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
class Performing:
    """Performs the effects of every service; holds no state.

    ``speak`` gives a language by its tag, as a service speaks it.
    """

    moves: Moves
    store: Callable[[], CaseStore]
    ports: Callable[[Service], Callable[[Any], object]]
    notification: Callable[[Medium], Notification]
    inbox: Callable[[], Inbox]
    speak: Callable[[str, str], Language]

    def perform_due(
        self, now: datetime, limit: int, overdue: timedelta, stopped: Callable[[], bool]
    ) -> Performed:
        """Try what has been due for so long, of the services that this desk knows."""
        total = Performed()
        for effect in guarded(self.store().due_effects, now - overdue, self._known(), limit):
            if stopped():
                break
            total += self._try(effect, now)
        return total

    def perform(self, key: str, now: datetime) -> Performed:
        """Try one effect if it is due; see `Desk.perform`."""
        effect = self._kept(key)
        if effect is None or effect.outcome is not Outcome.PENDING or effect.due > now:
            return Performed()
        return self._try(effect, now) if effect.service in self._known() else Performed()

    def _known(self) -> frozenset[str]:
        return frozenset(service.key for service in self.moves.catalogue.services)

    def _kept(self, key: object) -> Effect | None:
        # As of a request's number, a store is asked only for what could be one.
        sound = isinstance(key, str) and key.isprintable()
        found: Effect | None = guarded(self.store().effect, key) if sound else None
        return found

    def _try(self, effect: Effect, now: datetime) -> Performed:
        """Try one effect and keep how it went."""
        try:
            return self._attempt(effect, now)
        except EServicesError as error:
            # How it went could not be kept: it stays due. The others do not wait for it.
            _log.warning("effect %s is still due: %s", effect.name, error.code)
            return Performed(put_off=1)

    def _attempt(self, effect: Effect, now: datetime) -> Performed:
        try:
            # A mistake in a declaration is no reason for the other effects to wait either.
            findings = guarded(self._done, effect, now)
        except PortBusy as error:
            # A backlog waits for as long as it takes; nothing went wrong.
            _log.info("effect %s is put off: %s", effect.name, error.code)
            return self._put_off(effect, error, self._spec(effect), now)
        except EServicesError as error:
            _log.warning("effect %s: %s, tries %d", effect.name, error.code, effect.tries + 1)
            return self._failed(effect, error, now)
        spec = self._spec(effect)
        try:
            self._settle(effect.done(), spec.then if spec else "", findings, now)
        except EServicesError as error:
            # It was done: that nobody could keep it must never add up to its having failed.
            _log.warning("effect %s was done, which could not be kept: %s", effect.name, error.code)
            return self._put_off(effect, error, spec, now)
        return Performed(done=1)

    def _done(self, effect: Effect, now: datetime) -> Mapping[str, Any]:
        """Do what an effect asks; gives what its performer found out."""
        case, service = self._case(effect)
        name = service.effect_now(effect.name)
        if not name:
            return {}  # a notice that this version sends no more
        told = service.notice_of(case.channel, name)
        if told is not None:
            self._tell(service, case, effect, *told)
            return {}
        spec = service.effects.get(name)
        if spec is None:
            raise UnknownName("effect")
        return _findings(service, self._asked(service, case, effect, spec, now))

    def _case(self, effect: Effect) -> tuple[Case[Any], Service]:
        case = guarded(self.store().get, effect.case_number)
        if case is None:
            raise UnknownName("case")
        service = self.moves.catalogue.of(case.service)
        refuse_newer(service, case)
        return case, service

    def _asked(
        self, service: Service, case: Case[Any], effect: Effect, spec: EffectSpec, now: datetime
    ) -> object:
        names = {
            **attrs.asdict(case.form, recurse=False),
            **_stated(case, effect),
            "case": case,
            "key": effect.key,
            "person": case.applicant,
            "channel": case.channel,
            "today": baku_day(now),
        }
        return Asker(self.ports(service)).ask(spec.performer, names)

    def _tell(
        self,
        service: Service,
        case: Case[Any],
        effect: Effect,
        notice: Notice,
        medium: Medium,
    ) -> None:
        entry = case.history[effect.entry]
        language = self._spoken(case)
        words = {
            **_stated(case, effect),
            "number": case.number,
            "service": language.text(service.name),
            "status": language.text(service.state(entry.target).name),
        }
        template = notice.text_for(medium)
        short = medium is Medium.SMS
        text = brief(language, template, words) if short else language.filled(template, words)
        # One line, whatever an officer wrote: a line break would begin another header.
        subject = "" if short else " ".join(language.filled(notice.subject, words).split())
        if medium is Medium.PORTAL:
            item = InboxItem(entry.at, case.number, subject, text)
            guarded(self.inbox().put, case.applicant.fin, item, effect.key)
            return
        to = address(service, case, medium)
        if not to:
            raise PortRefused
        guarded(self.notification(medium).send, Letter(to, subject, text), effect.key)

    def _spoken(self, case: Case[Any]) -> Language:
        try:
            return self.speak(case.language, case.service)
        except UnknownName:
            # Another host speaks it: the notice goes out in the language everything is in.
            return self.speak(SOURCE, case.service)

    # --- when it fails ----------------------------------------------------------------------

    def _failed(self, effect: Effect, error: EServicesError, now: datetime) -> Performed:
        spec = self._spec(effect)
        if isinstance(error, PluginMistake):
            # This worker lacks a plugin that another may have.
            return self._put_off(effect, error, spec, now)
        # A clear no, and what is no failure of a port, come out the same way next time.
        final = isinstance(error, PortRefused) or not isinstance(error, PortFailure | StaleCase)
        failed = effect.failed(error.code, now, _patience(spec), final=final)
        if failed.outcome is Outcome.PENDING:
            guarded(self.store().settle, failed)
            return Performed(put_off=1)
        self._settle(failed, spec.otherwise if spec else "", {}, now)
        return Performed(given_up=1)

    def _put_off(
        self, effect: Effect, error: EServicesError, spec: EffectSpec | None, now: datetime
    ) -> Performed:
        """Put an effect off without counting a try."""
        postponed = effect.postponed(error.code, now, _patience(spec))
        guarded(self.store().settle, postponed)
        return Performed(put_off=1)

    def _spec(self, effect: Effect) -> EffectSpec | None:
        """The declaration of an effect; None for a notice, and when its case is not to be read."""
        try:
            _, service = self._case(effect)
        except (UnknownName, CaseNewer):
            return None
        return service.effects.get(service.effect_now(effect.name))

    def try_again(self, key: str, now: datetime) -> None:
        """Give an effect that failed for good a fresh run of tries; see `Desk.try_again`."""
        effect = self._kept(key)
        if effect is None:
            raise UnknownName("effect")
        case, service = self._case(effect)
        moved_on = case.state != service.state(case.history[effect.entry].target).key
        if effect.outcome is not Outcome.FAILED or (moved_on and self._spec(effect)):
            raise StaleCase
        guarded(self.store().settle, effect.again(now))

    # --- the outcome ------------------------------------------------------------------------

    def _settle(
        self, effect: Effect, event: str, findings: Mapping[str, Any], now: datetime
    ) -> None:
        """Keep an effect's outcome together with the move of its case, if it moves one."""
        for _ in range(_ATTEMPTS if event else 0):
            case, _service = self._case(effect)
            try:
                moved, effects = self.moves.moved(case, event, _SYSTEM, now, findings)
            except ActionRefused:
                break  # people have moved the case on meanwhile: what was done is done
            try:
                guarded(self.store().save, moved, effects, effect)
            except StaleCase:
                kept = guarded(self.store().effect, effect.key)
                if kept is None or kept.outcome is not Outcome.PENDING:
                    return  # another worker brought the same outcome
                continue
            return
        else:
            if event:
                raise StaleCase
        guarded(self.store().settle, effect)


def _patience(spec: EffectSpec | None) -> Patience:
    return spec.patience if spec else _PATIENCE_WITH_NOTICES


def brief(language: Language, template: str, words: Mapping[str, object]) -> str:
    """The text of an SMS, which takes two parts at most: what officers stated is cut short.

    Number, service and status stay whole.
    """
    said = {name: language.said(word) for name, word in words.items()}
    stated = said.keys() - NOTICE_WORDS
    text = language.filled(template, said)
    while sms_parts(text) > SMS_PARTS and any(said[name] for name in stated):
        longest = max(stated, key=lambda name: (len(said[name]), name))
        kept = len(said[longest]) - max(1, len(text) - sms_room(SMS_PARTS)) - 1
        said[longest] = said[longest][:kept].rstrip() + "…" if kept > 0 else ""
        text = language.filled(template, said)
    return text


def _stated(case: Case[Any], effect: Effect) -> dict[str, Any]:
    """What had been stated when the effect was ordered."""
    until = attrs.evolve(case, history=case.history[: effect.entry + 1])
    return until.findings


def _findings(service: Service, answer: object) -> Mapping[str, Any]:
    """What a performer answered, if it can be kept; raises `PortBroken` otherwise.

    A declared finding has its declared type; anything else is a text.
    """
    if answer is None:
        return {}
    if not isinstance(answer, Mapping):
        raise PortBroken
    for key, value in answer.items():
        spec = service.findings.get(key)
        if not isinstance(key, str) or not isinstance(value, spec.type if spec else str):
            raise PortBroken
    return answer
