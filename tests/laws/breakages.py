"""Adapters broken on purpose: for each law one that it catches.

Each function takes the simulator's object and gives what stands in the place of some methods; its
name says what is wrong. It is called for each object that a world opens, so that what a closure
remembers is lost with the process.
"""

from __future__ import annotations

import itertools
import json
import threading
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any

import attrs
from tests.laws.breaking import (
    BREAKAGES,
    breaks,
    by_content,
    collides,
    forgetful,
    in_thread,
    unique,
)

from utility_eservices.casework.effect import Outcome
from utility_eservices.casework.paying import Report, ReportStatus
from utility_eservices.conformance.laws import (
    access,
    billing,
    case_store,
    civil_data,
    clock,
    counters,
    documents,
    inbox,
    journeys,
    metering_points,
    mobile_check,
    notification,
    numbers,
    payment_store,
    payments,
    readings,
    reference,
    registered_codes,
    sign_in,
    subscribers,
    tokens,
)
from utility_eservices.errors import (
    CallbackRefused,
    PortRefused,
    SignInFailed,
    StaleCase,
    StalePayment,
)
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices.ports.journeys import KeptJourney
from utility_eservices.ports.metering_points import MeteringPoint
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.person import Assurance, PersonName
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.service_kind import ServiceKind, ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["BREAKAGES"]

_ALL = 10**6
_DAY = date(2026, 11, 20)
_NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def _swallows(sound: Any) -> Any:
    """A method whose "no" nobody hears."""

    def call(*arguments: Any) -> Any:
        try:
            return sound(*arguments)
        except PortRefused:
            return None

    return call


# --- access -------------------------------------------------------------------------------------


@breaks(access.test_access_answers_every_purpose_with_yes_or_no)
def answers_by_a_number(port: Any) -> Any:
    return {"allows": lambda *asked: int(port.allows(*asked))}


@breaks(access.test_access_shows_no_stranger_a_statement)
def takes_an_unknown_holder_for_anybody(port: Any) -> Any:
    return {"allows": lambda *asked: asked[2].holder_fin is None or port.allows(*asked)}


@breaks(access.test_access_opens_a_code_for_another_that_is_registered_no_further)
def takes_any_registered_code_for_this_one(port: Any) -> Any:
    return {"allows": lambda *asked: bool(asked[3]) or port.allows(*asked)}


# --- billing ------------------------------------------------------------------------------------


@breaks(billing.test_billing_gives_what_it_has_to_the_letter)
def knows_no_credit_balance(port: Any) -> Any:
    return {"debt": lambda code: max(NO_MONEY, port.debt(code))}


@breaks(
    billing.test_billing_presents_each_invoice_once,
    billing.test_billing_gives_what_it_has_to_the_letter,
)
def lists_invoices_twice(port: Any) -> Any:
    return {"presented_invoices": lambda code: port.presented_invoices(code) * 2}


@breaks(billing.test_billing_gives_nothing_for_an_unknown_code)
def makes_up_a_payment(port: Any) -> Any:
    def found(code: SubscriberCode) -> Any:
        paid = port.payments(code)
        invoices = port.presented_invoices(code)
        return paid if invoices else (Payment("1", _DAY, Money.of(1), "Bank"),)

    return {"payments": found}


@breaks(billing.test_billing_corrects_an_invoice_and_no_other)
def corrects_all_invoices(port: Any) -> Any:
    def correct(code: Any, number: str, amount: Money, key: str) -> None:
        port.correct(code, number, amount, key)
        for invoice in port.presented_invoices(code):
            if invoice.number != number:
                port.correct(code, invoice.number, amount, unique(key))

    return {"correct": correct}


@breaks(billing.test_billing_corrects_once_for_a_key)
def corrects_again_when_the_amount_differs(port: Any) -> Any:
    return by_content(port, "correct")


@breaks(billing.test_billing_corrects_once_for_all_who_bring_a_key_at_once)
def corrections_collide(port: Any) -> Any:
    return collides(port, "correct")


@breaks(billing.test_billing_refuses_an_invoice_of_nobody)
def corrects_nothing_without_a_word(port: Any) -> Any:
    return {"correct": _swallows(port.correct)}


@breaks(billing.test_billing_credits_each_payment_to_the_qepik)
def takes_equal_payments_for_one(port: Any) -> Any:
    seen: dict[Any, str] = {}

    def credit(code: Any, amount: Money, day: Any, key: str) -> None:
        if seen.setdefault((code, amount, day), key) == key:
            port.credit(code, amount, day, key)

    return {"credit": credit}


@breaks(billing.test_billing_credits_once_for_a_key)
def credits_again_when_the_amount_differs(port: Any) -> Any:
    return by_content(port, "credit")


@breaks(billing.test_billing_credits_once_for_all_who_bring_a_key_at_once)
def credits_collide(port: Any) -> Any:
    return collides(port, "credit")


@breaks(billing.test_billing_refuses_to_credit_an_unknown_code)
def takes_money_for_nobody(port: Any) -> Any:
    return {"credit": _swallows(port.credit)}


@breaks(billing.test_billing_remembers_its_keys_after_a_restart)
def forgets_corrections(port: Any) -> Any:
    return forgetful(port, "correct")


@breaks(billing.test_billing_remembers_its_keys_after_a_restart)
def forgets_credits(port: Any) -> Any:
    return forgetful(port, "credit")


# --- the case store -----------------------------------------------------------------------------


@breaks(case_store.test_case_store_gives_a_case_back_to_the_letter)
def loses_findings(port: Any) -> Any:
    def save(case: Any, effects: Any, settled: Any = None) -> None:
        history = tuple(attrs.evolve(entry, findings={}) for entry in case.history)
        port.save(attrs.evolve(case, history=history), effects, settled)

    return {"save": save}


@breaks(
    case_store.test_case_store_knows_nothing_that_was_never_kept,
    case_store.test_case_store_gives_no_number_twice,
)
def gives_somebodys_case_for_an_unknown_journey(port: Any) -> Any:
    def of_journey(journey: str) -> Any:
        return port.of_journey(journey) or next(iter(port.find(CaseQuery())), None)

    return {"of_journey": of_journey}


@breaks(case_store.test_case_store_keeps_one_case_of_a_journey)
def orders_the_effects_of_a_case_it_did_not_keep(port: Any) -> Any:
    extra: list[Any] = []

    def register(case: Any, effects: Any) -> Any:
        kept = port.register(case, effects)
        if kept.number != case.number and not in_thread():
            extra.extend(effects)
        return kept

    return {
        "register": register,
        "due_effects": lambda *asked: (*port.due_effects(*asked), *extra),
    }


@breaks(case_store.test_case_store_keeps_one_case_of_a_journey_that_comes_at_once)
def keeps_what_comes_at_once(port: Any) -> Any:
    def register(case: Any, effects: Any) -> Any:
        journey = unique(case.journey) if in_thread() else case.journey
        return port.register(attrs.evolve(case, journey=journey), effects)

    return {"register": register}


@breaks(case_store.test_case_store_gives_no_number_twice)
def takes_a_number_twice(port: Any) -> Any:
    def register(case: Any, effects: Any) -> Any:
        try:
            return port.register(case, effects)
        except PortRefused:
            return case

    return {"register": register}


def _saves_when(port: Any, forgiven: Any) -> Any:
    """A store that says nothing of what is stale, in some cases."""

    def save(case: Any, effects: Any, settled: Any = None) -> None:
        try:
            port.save(case, effects, settled)
        except StaleCase:
            if not forgiven(case, port.get(case.number), effects, settled):
                raise

    return {"save": save}


@breaks(case_store.test_case_store_keeps_the_next_version_alone)
def takes_any_later_version(port: Any) -> Any:
    return _saves_when(port, lambda case, kept, *_: kept and case.version > kept.version + 1)


@breaks(case_store.test_case_store_keeps_nothing_of_what_is_stale)
def keeps_the_effects_of_what_is_stale(port: Any) -> Any:
    extra: dict[str, Any] = {}

    def kept(_case: Any, kept: Any, effects: Any, _settled: Any) -> bool:
        if kept and not in_thread():
            extra.update({effect.key: effect for effect in effects})
        return False

    effect = {"effect": lambda key: extra.get(key) or port.effect(key)}
    return {**_saves_when(port, kept), **effect}


@breaks(case_store.test_case_store_keeps_no_case_that_was_not_registered)
def saves_nothing_without_a_word(port: Any) -> Any:
    return _saves_when(port, lambda _case, kept, *_: kept is None)


@breaks(case_store.test_case_store_keeps_one_version_of_those_saved_at_once)
def tells_all_who_save_at_once_that_they_won(port: Any) -> Any:
    return _saves_when(port, lambda *_: in_thread())


@breaks(case_store.test_case_store_keeps_all_at_once)
def loses_what_an_outcome_orders(port: Any) -> Any:
    def save(case: Any, effects: Any, settled: Any = None) -> None:
        port.save(case, () if settled else effects, settled)

    return {"save": save}


@breaks(case_store.test_case_store_moves_a_case_once_by_an_outcome)
def says_nothing_of_an_outcome_that_came_twice(port: Any) -> Any:
    def forgiven(case: Any, kept: Any, _effects: Any, settled: Any) -> bool:
        return bool(settled and kept and kept.version == case.version - 1)

    return _saves_when(port, forgiven)


@breaks(case_store.test_case_store_settles_nothing_by_what_is_stale)
def settles_before_it_saves(port: Any) -> Any:
    def settled(case: Any, kept: Any, _effects: Any, settled: Any) -> bool:
        if settled and kept and kept.version != case.version - 1:
            port.settle(settled)
        return False

    return _saves_when(port, settled)


def _settles_over(port: Any, over: Any) -> Any:
    """A store that keeps some states of an effect that it should not."""
    states: dict[str, Any] = {}

    def settle(effect: Any) -> None:
        kept = port.effect(effect.key)
        port.settle(effect)
        if over(effect, kept):
            states[effect.key] = effect

    return {"settle": settle, "effect": lambda key: states.get(key) or port.effect(key)}


@breaks(case_store.test_case_store_leaves_done_what_is_done)
def lets_a_slow_worker_undo(port: Any) -> Any:
    return _settles_over(port, lambda _, kept: kept and kept.outcome is Outcome.DONE)


@breaks(case_store.test_case_store_counts_no_fewer_tries_than_were_made)
def counts_tries_back(port: Any) -> Any:
    def over(effect: Any, kept: Any) -> bool:
        pending = kept is not None and kept.outcome is Outcome.PENDING
        return pending and bool(effect.tries < kept.tries)

    return _settles_over(port, over)


@breaks(case_store.test_case_store_keeps_no_effect_that_was_not_ordered)
def keeps_an_effect_that_nobody_ordered(port: Any) -> Any:
    return _settles_over(port, lambda _, kept: kept is None)


@breaks(case_store.test_case_store_gives_a_failed_effect_another_run)
def never_begins_again(port: Any) -> Any:
    return {"settle": lambda effect: port.settle(effect) if effect.tries else None}


@breaks(case_store.test_case_store_gives_effects_to_who_knows_their_service)
def gives_effects_to_everybody(port: Any) -> Any:
    def due(now: Any, _services: Any, limit: int = 100) -> Any:
        return port.due_effects(now, {"debt_investigation"}, limit)

    return {"due_effects": due}


@breaks(case_store.test_case_store_brings_effects_longest_due_first)
def brings_the_latest_first(port: Any) -> Any:
    return {"due_effects": lambda *asked: port.due_effects(*asked)[::-1]}


@breaks(case_store.test_case_store_lists_no_more_than_asked)
def knows_no_limit_of_failures(port: Any) -> Any:
    return {"failed_effects": lambda _limit=100: port.failed_effects(_ALL)}


@breaks(case_store.test_case_store_finds_what_fits)
def overlooks_the_code_asked_for(port: Any) -> Any:
    def find(query: Any, *how: Any, **named: Any) -> Any:
        return port.find(attrs.evolve(query, concerns=None), *how, **named)

    return {"find": find}


@breaks(case_store.test_case_store_finds_by_folded_words)
def looks_for_words_as_they_are_typed(port: Any) -> Any:
    def find(query: Any, *how: Any, **named: Any) -> Any:
        found = port.find(attrs.evolve(query, text=None), *how, **named)
        words = (query.text or "").split()
        return tuple(case for case in found if all(word in _named(case) for word in words))

    return {"find": find}


def _named(case: Any) -> str:
    return f"{case.number} {case.concerns} {case.applicant.name.full}"


@breaks(case_store.test_case_store_finds_by_folded_words)
def takes_a_sign_for_any_letters(port: Any) -> Any:
    def find(query: Any, *how: Any, **named: Any) -> Any:
        text = (query.text or "").replace("%", " ")
        return port.find(attrs.evolve(query, text=text), *how, **named)

    return {"find": find}


@breaks(case_store.test_case_store_finds_the_newest_registration_first)
def finds_the_latest_move_first(port: Any) -> Any:
    def find(query: Any, limit: int = 50, after: str | None = None) -> Any:
        if after:
            return port.find(query, limit, after)
        found = port.find(query, _ALL)
        return (*sorted(found, key=lambda case: case.history[-1].at, reverse=True),)[:limit]

    return {"find": find}


@breaks(case_store.test_case_store_pages_through_everything_once)
def begins_a_page_with_the_last_seen(port: Any) -> Any:
    def find(query: Any, limit: int = 50, after: str | None = None) -> Any:
        seen = port.get(after) if after else None
        return (*([seen] if seen else []), *port.find(query, limit, after))[:limit]

    return {"find": find}


@breaks(case_store.test_case_store_finds_nothing_after_a_number_it_does_not_keep)
def begins_over_after_an_unknown_number(port: Any) -> Any:
    def find(query: Any, limit: int = 50, after: str | None = None) -> Any:
        return port.find(query, limit, after if after and port.get(after) else None)

    return {"find": find}


@breaks(case_store.test_case_store_remembers_after_a_restart)
def forgets_cases(port: Any) -> Any:
    mine: set[str] = set()

    def register(case: Any, effects: Any) -> Any:
        mine.add(case.number)
        return port.register(case, effects)

    return {
        "register": register,
        "get": lambda number: port.get(number) if number in mine else None,
    }


# --- civil data ---------------------------------------------------------------------------------


@breaks(civil_data.test_civil_data_gives_a_person_to_the_letter)
def leaves_out_rows(port: Any) -> Any:
    def find(fin: Fin) -> Any:
        record = port.find(fin)
        return attrs.evolve(record, more=()) if record else None

    return {"find": find}


@breaks(civil_data.test_civil_data_gives_nothing_for_an_unknown_person)
def gives_somebody_for_nobody(port: Any) -> Any:
    return {"find": lambda fin: port.find(fin) or port.find(Fin("5XJ1K2A"))}


# --- the clock ----------------------------------------------------------------------------------


@breaks(clock.test_clock_tells_utc)
def tells_the_time_of_baku(port: Any) -> Any:
    baku = timezone(timedelta(hours=4))
    return {"now": lambda: port.now().astimezone(baku)}


@breaks(clock.test_clock_goes_on)
def stands_still(port: Any) -> Any:
    started = port.now()
    return {"now": lambda: port.now() and started}


# --- counters -----------------------------------------------------------------------------------


@breaks(counters.test_counters_count_what_differs)
def takes_capitals_for_small_letters(port: Any) -> Any:
    return {"note": lambda name, member, day: port.note(name, member.lower(), day)}


@breaks(counters.test_counters_count_a_member_once)
def counts_calls(port: Any) -> Any:
    return {"note": lambda name, member, day: port.note(name, unique(member), day)}


@breaks(counters.test_counters_keep_names_apart)
def counts_all_days_together(port: Any) -> Any:
    return {"note": lambda name, member, _day: port.note(name, member, _DAY)}


@breaks(counters.test_counters_remember_yesterday)
def forgets_at_midnight(port: Any) -> Any:
    latest: dict[str, Any] = {}

    def note(name: str, member: str, day: Any) -> Any:
        latest[name] = max(day, latest.get(name, day))
        return port.note(name if day == latest[name] else unique(name), member, day)

    return {"note": note}


@breaks(counters.test_counters_give_no_two_members_one_figure)
def reads_before_it_writes(port: Any) -> Any:
    return {"note": lambda *noted: 1 if in_thread() else port.note(*noted)}


@breaks(counters.test_counters_go_on_after_a_restart)
def counts_for_itself(port: Any) -> Any:
    process = unique()
    return {"note": lambda name, *noted: port.note(name + process, *noted)}


# --- documents ----------------------------------------------------------------------------------


@breaks(documents.test_documents_are_what_they_are_remembered_by)
def tells_the_size_of_something_else(port: Any) -> Any:
    def keep(*given: Any) -> Any:
        kept = port.keep(*given)
        return attrs.evolve(kept, size=kept.size + 1)

    return {"keep": keep}


@breaks(documents.test_documents_bear_safe_names)
def trusts_names(port: Any) -> Any:
    def keep(upload: Any, kind: str) -> Any:
        return attrs.evolve(port.keep(upload, kind), name=upload.name)

    return {"keep": keep}


@breaks(documents.test_documents_of_many_are_not_mixed_up)
def finds_files_by_their_names(port: Any) -> Any:
    by_name: dict[str, Any] = {}

    def keep(*given: Any) -> Any:
        kept = port.keep(*given)
        if not in_thread():
            by_name[kept.name] = kept
        return kept

    return {
        "keep": keep,
        "open": lambda kept: port.open(kept) and port.open(by_name.get(kept.name, kept)),
    }


@breaks(documents.test_documents_handed_in_at_once_are_all_kept)
def mixes_up_what_comes_at_once(port: Any) -> Any:
    first: list[Any] = []

    def keep(*given: Any) -> Any:
        first.append(port.keep(*given))
        return first[0] if in_thread() else first[-1]

    return {"keep": keep}


@breaks(documents.test_documents_are_kept_for_each_who_hands_them_in)
def gives_the_first_name_to_all(port: Any) -> Any:
    by_digest: dict[str, Any] = {}

    def keep(*given: Any) -> Any:
        kept = port.keep(*given)
        return by_digest.setdefault(kept.sha256, kept)

    return {"keep": keep}


@breaks(documents.test_documents_are_none_for_what_was_never_kept)
def walks_through_folders(port: Any) -> Any:
    def find(kept: Any) -> Any:
        return port.open(attrs.evolve(kept, id=kept.id.rpartition("/")[2]))

    return {"open": find}


@breaks(documents.test_documents_are_open_after_a_restart)
def keeps_files_in_memory(port: Any) -> Any:
    mine: set[str] = set()

    def keep(*given: Any) -> Any:
        kept = port.keep(*given)
        mine.add(kept.id)
        return kept

    return {"keep": keep, "open": lambda kept: port.open(kept) if kept.id in mine else None}


# --- the inbox ----------------------------------------------------------------------------------


@breaks(inbox.test_inbox_gives_a_notice_to_the_letter)
def loses_line_breaks(port: Any) -> Any:
    def put(fin: Fin, item: Any, key: str) -> None:
        port.put(fin, attrs.evolve(item, text=item.text.replace("\n", " ")), key)

    return {"put": put}


@breaks(inbox.test_inbox_keeps_a_notice_once_for_a_key)
def puts_again_what_differs(port: Any) -> Any:
    return by_content(port, "put")


@breaks(inbox.test_inbox_keeps_a_notice_once_for_all_who_bring_a_key_at_once)
def notices_collide(port: Any) -> Any:
    return collides(port, "put")


@breaks(inbox.test_inbox_keeps_what_many_bring_at_once)
def loses_what_comes_at_once(port: Any) -> Any:
    turns = itertools.count()

    def put(*given: Any) -> None:
        if not (in_thread() and next(turns)):
            port.put(*given)

    return {"put": put}


@breaks(inbox.test_inbox_shows_the_newest_first)
def shows_the_oldest_first(port: Any) -> Any:
    return {"of": lambda fin, limit=50: port.of(fin, _ALL)[::-1][:limit]}


@breaks(inbox.test_inbox_gives_no_more_than_asked)
def gives_all_there_is(port: Any) -> Any:
    return {"of": lambda fin, _limit=50: port.of(fin, _ALL)}


@breaks(inbox.test_inbox_shows_a_person_their_own_alone)
def tells_the_neighbour(port: Any) -> Any:
    def put(fin: Fin, item: Any, key: str) -> None:
        port.put(fin, item, key)
        port.put(Fin("6YK2L3B"), item, key)

    return {"put": put}


@breaks(inbox.test_inbox_remembers_after_a_restart)
def forgets_notices(port: Any) -> Any:
    return forgetful(port, "put")


# --- journeys -----------------------------------------------------------------------------------


@breaks(journeys.test_journeys_come_back_to_the_letter)
def cuts_long_texts(port: Any) -> Any:
    def put(fin: Fin, journey: Any) -> None:
        port.put(fin, attrs.evolve(journey, text=journey.text[:65_535]))

    return {"put": put}


@breaks(journeys.test_journeys_are_none_that_were_never_kept)
def makes_up_a_journey(port: Any) -> Any:
    known: set[str] = set()

    def put(fin: Fin, journey: Any) -> None:
        known.add(journey.id)
        port.put(fin, journey)

    def get(fin: Fin, token: str) -> Any:
        found = port.get(fin, token)
        return found if found or token in known else KeptJourney(token, "", "", _NOW, "")

    return {"put": put, "get": get}


@breaks(journeys.test_journeys_are_kept_by_the_last_word)
def keeps_the_latest_instant(port: Any) -> Any:
    def put(fin: Fin, journey: Any) -> None:
        kept = port.get(fin, journey.id)
        if kept is None or kept.at <= journey.at:
            port.put(fin, journey)

    return {"put": put}


@breaks(journeys.test_journeys_of_one_id_are_one_when_kept_at_once)
def lists_all_that_was_said_at_once(port: Any) -> Any:
    said: dict[str, list[Any]] = {}

    def put(fin: Fin, journey: Any) -> None:
        port.put(fin, journey)
        if in_thread():
            said.setdefault(journey.id, []).append(journey)

    def of(fin: Fin, limit: int = 50) -> Any:
        found = port.of(fin, limit)
        return [*found, *(it for kept in found for it in said.get(kept.id, ()) if it != kept)]

    return {"put": put, "of": of}


@breaks(journeys.test_journeys_kept_at_once_are_all_there)
def loses_journeys_begun_at_once(port: Any) -> Any:
    before: set[str] = set()
    at_once: set[str] = set()

    def put(fin: Fin, journey: Any) -> None:
        (at_once if in_thread() else before).add(journey.id)
        if len(at_once - before) < 2:
            port.put(fin, journey)

    return {"put": put}


@breaks(journeys.test_journeys_are_shown_to_their_own_person_alone)
def forgets_anybodys_journey(port: Any) -> Any:
    whose: dict[str, Fin] = {}

    def put(fin: Fin, journey: Any) -> None:
        port.put(fin, journey)
        whose[journey.id] = fin

    return {"put": put, "forget": lambda fin, token: port.forget(whose.get(token, fin), token)}


@breaks(
    journeys.test_journeys_of_somebody_else_are_not_replaced,
    journeys.test_journeys_are_one_persons_who_brings_them_at_once,
    journeys.test_journeys_are_remembered_after_a_restart,
)
def keeps_nothing_of_others_without_a_word(port: Any) -> Any:
    return {"put": _swallows(port.put)}


@breaks(journeys.test_journeys_are_one_persons_who_brings_them_at_once)
def tells_two_at_once_that_it_is_theirs(port: Any) -> Any:
    swallowed = _swallows(port.put)
    return {"put": lambda *put: swallowed(*put) if in_thread() else port.put(*put)}


@breaks(journeys.test_journeys_come_newest_first)
def lists_the_oldest_first(port: Any) -> Any:
    return {"of": lambda fin, limit=50: port.of(fin, _ALL)[::-1][:limit]}


@breaks(journeys.test_journeys_of_equal_age_come_in_a_stable_order)
def lists_equals_by_chance(port: Any) -> Any:
    turns = itertools.count()

    def of(fin: Fin, limit: int = 50) -> Any:
        found = port.of(fin, _ALL)[:: 1 if next(turns) % 2 else -1]
        return (*sorted(found, key=lambda kept: kept.at, reverse=True),)[:limit]

    return {"of": of}


@breaks(
    journeys.test_journeys_come_as_many_as_asked,
    journeys.test_journeys_of_equal_age_come_in_a_stable_order,
)
def lists_all_that_was_begun(port: Any) -> Any:
    return {"of": lambda fin, _limit=50: port.of(fin, _ALL)}


@breaks(journeys.test_journeys_are_forgotten_one_by_one)
def forgets_all_that_was_begun(port: Any) -> Any:
    def forget(fin: Fin, _token: str) -> None:
        for kept in port.of(fin, _ALL):
            port.forget(fin, kept.id)

    return {"forget": forget}


@breaks(journeys.test_journeys_are_forgotten_before_an_instant)
def forgets_up_to_the_instant_itself(port: Any) -> Any:
    step = timedelta(microseconds=1)
    return {"forget_before": lambda at, limit=1000: port.forget_before(at + step, limit)}


@breaks(journeys.test_journeys_are_forgotten_oldest_first)
def knows_no_limit_of_forgetting(port: Any) -> Any:
    return {"forget_before": lambda at, _limit=1000: port.forget_before(at, _ALL)}


@breaks(journeys.test_journeys_kept_anew_stay_while_others_forget)
def forgets_what_is_kept_anew(port: Any) -> Any:
    anew: set[str] = set()
    forgot = threading.Event()

    def put(fin: Fin, journey: Any) -> None:
        port.put(fin, journey)
        if in_thread():
            anew.add(journey.id)

    def forget_before(*asked: Any) -> Any:
        if in_thread():
            forgot.set()
        return port.forget_before(*asked)

    def get(fin: Fin, token: str) -> Any:
        return None if forgot.is_set() and token in anew else port.get(fin, token)

    return {"put": put, "forget_before": forget_before, "get": get}


@breaks(journeys.test_journeys_are_remembered_after_a_restart)
def finds_what_its_own_process_kept(port: Any) -> Any:
    mine: set[str] = set()

    def put(fin: Fin, journey: Any) -> None:
        mine.add(journey.id)
        port.put(fin, journey)

    return {"put": put, "get": lambda fin, token: port.get(fin, token) if token in mine else None}


# --- metering points ----------------------------------------------------------------------------


@breaks(metering_points.test_metering_points_come_in_their_order)
def turns_points_round(port: Any) -> Any:
    return {"of": lambda code: port.of(code)[::-1]}


@breaks(metering_points.test_metering_points_give_nothing_for_a_code_without_any)
def makes_up_a_point(port: Any) -> Any:
    return {"of": lambda code: port.of(code) or (MeteringPoint("1", "Sayğac"),)}


# --- the check of mobile numbers ----------------------------------------------------------------


@breaks(mobile_check.test_mobile_check_takes_a_mobile_number_in_use)
def knows_one_network_alone(port: Any) -> Any:
    return {"is_active": lambda phone: port.is_active(phone) and "+99455" in phone.value}


@breaks(mobile_check.test_mobile_check_takes_no_landline)
def takes_landlines(port: Any) -> Any:
    return {"is_active": lambda phone: port.is_active(phone) or not phone.is_mobile}


@breaks(mobile_check.test_mobile_check_knows_a_number_out_of_use)
def takes_every_mobile(port: Any) -> Any:
    return {"is_active": lambda phone: port.is_active(phone) or phone.is_mobile}


# --- notification -------------------------------------------------------------------------------


@breaks(notification.test_notification_delivers_a_letter_to_the_letter)
def loses_letters_of_azerbaijani(port: Any) -> Any:
    def send(letter: Any, key: str) -> None:
        text = letter.text.encode("ascii", "ignore").decode()
        port.send(attrs.evolve(letter, text=text), key)

    return {"send": send}


@breaks(notification.test_notification_delivers_once_for_a_key)
def sends_again_what_differs(port: Any) -> Any:
    return by_content(port, "send")


@breaks(notification.test_notification_delivers_once_for_all_who_bring_a_key_at_once)
def letters_collide(port: Any) -> Any:
    return collides(port, "send")


@breaks(notification.test_notification_delivers_the_same_again_under_another_key)
def takes_equal_letters_for_one(port: Any) -> Any:
    seen: dict[Any, str] = {}

    def send(letter: Any, key: str) -> None:
        if seen.get(letter, key) == key:
            port.send(letter, key)
            seen[letter] = key

    return {"send": send}


@breaks(notification.test_notification_lets_no_subject_lead_a_letter_astray)
def reads_headers_in_a_subject(port: Any) -> Any:
    def send(letter: Any, key: str) -> None:
        port.send(letter, key)
        if "\nBcc:" in letter.subject:
            port.send(attrs.evolve(letter, address="x@example.com"), unique(key))

    return {"send": send}


@breaks(notification.test_notification_refuses_what_is_no_address)
def sends_to_nowhere(port: Any) -> Any:
    return {"send": _swallows(port.send)}


@breaks(notification.test_notification_remembers_its_keys_after_a_restart)
def forgets_letters(port: Any) -> Any:
    return forgetful(port, "send")


@breaks(notification.test_notification_delivers_what_it_could_not_before)
def takes_a_try_for_a_delivery(port: Any) -> Any:
    tried: set[str] = set()

    def send(letter: Any, key: str) -> None:
        if key not in tried:
            tried.add(key)
            port.send(letter, key)

    return {"send": send}


# --- numbers ------------------------------------------------------------------------------------


@breaks(numbers.test_numbers_are_never_given_twice)
def begins_anew_for_each_service(port: Any) -> Any:
    process, issued = unique(), dict[str, Any]()

    def issue(service: str, day: Any) -> str:
        port.issue(service, day)
        return f"AZS{process}-{next(issued.setdefault(service, itertools.count()))}"

    return {"issue": issue}


@breaks(numbers.test_numbers_are_given_once_to_all_who_ask_at_once)
def gives_one_number_to_all_at_once(port: Any) -> Any:
    return {"issue": lambda *asked: "AZS-1" if in_thread() else port.issue(*asked)}


@breaks(numbers.test_numbers_can_be_read_out)
def pads_numbers_with_blanks(port: Any) -> Any:
    return {"issue": lambda *asked: f"{port.issue(*asked)} "}


@breaks(numbers.test_numbers_go_on_after_a_restart)
def counts_from_one_after_a_restart(port: Any) -> Any:
    issued = itertools.count(1)
    return {"issue": lambda *asked: port.issue(*asked) and f"AZS-{next(issued)}"}


# --- the payment store --------------------------------------------------------------------------


@breaks(payment_store.test_payment_store_gives_an_order_back_to_the_letter)
def loses_pages(port: Any) -> Any:
    def save(order: Any) -> None:
        attempts = tuple(attrs.evolve(attempt, page="") for attempt in order.attempts)
        port.save(attrs.evolve(order, attempts=attempts))

    return {"save": save}


@breaks(payment_store.test_payment_store_knows_nothing_that_was_never_kept)
def refuses_an_unknown_attempt(port: Any) -> Any:
    def of_attempt(key: str) -> Any:
        found = port.of_attempt(key)
        if found is None:
            raise PortRefused
        return found

    return {"of_attempt": of_attempt}


@breaks(payment_store.test_payment_store_keeps_one_order_of_an_intent)
def gives_the_order_back_as_it_came(port: Any) -> Any:
    def opened(order: Any) -> Any:
        kept = port.open(order)
        return order if kept.number == order.number else kept

    return {"open": opened}


@breaks(payment_store.test_payment_store_keeps_one_order_of_an_intent_that_comes_at_once)
def opens_what_comes_at_once(port: Any) -> Any:
    def opened(order: Any) -> Any:
        intent = unique(order.intent) if in_thread() else order.intent
        return port.open(attrs.evolve(order, intent=intent))

    return {"open": opened}


@breaks(payment_store.test_payment_store_gives_no_number_twice)
def opens_a_number_twice(port: Any) -> Any:
    def opened(order: Any) -> Any:
        try:
            return port.open(order)
        except PortRefused:
            return order

    return {"open": opened}


def _pays_when(port: Any, forgiven: Any) -> Any:
    def save(order: Any) -> None:
        try:
            port.save(order)
        except StalePayment:
            if not forgiven(order, port.get(order.number)):
                raise

    return {"save": save}


@breaks(payment_store.test_payment_store_keeps_the_next_version_alone)
def keeps_any_later_version(port: Any) -> Any:
    return _pays_when(port, lambda order, kept: kept and order.version > kept.version + 1)


@breaks(payment_store.test_payment_store_keeps_no_order_that_was_not_opened)
def keeps_nothing_without_a_word(port: Any) -> Any:
    return _pays_when(port, lambda _, kept: kept is None)


@breaks(payment_store.test_payment_store_keeps_one_version_of_those_saved_at_once)
def tells_all_who_change_at_once_that_they_won(port: Any) -> Any:
    return _pays_when(port, lambda *_: in_thread())


@breaks(payment_store.test_payment_store_lists_a_journey_in_the_order_it_was_opened)
def lists_a_journey_by_amount(port: Any) -> Any:
    def of_journey(journey: str) -> Any:
        return (*sorted(port.of_journey(journey), key=lambda order: order.bill.amount),)

    return {"of_journey": of_journey}


@breaks(payment_store.test_payment_store_finds_an_order_by_any_of_its_attempts)
def knows_the_latest_attempt_alone(port: Any) -> Any:
    def of_attempt(key: str) -> Any:
        found = port.of_attempt(key)
        return found if found and found.attempts[-1].key == key else None

    return {"of_attempt": of_attempt}


@breaks(payment_store.test_payment_store_brings_orders_longest_due_first)
def brings_the_latest_order_first(port: Any) -> Any:
    return {"due": lambda *asked: port.due(*asked)[::-1]}


@breaks(payment_store.test_payment_store_lists_what_people_should_look_at)
def lists_the_latest_trouble_first(port: Any) -> Any:
    def troubled(troubles: Any, limit: int = 100, after: Any = None) -> Any:
        return port.troubled(troubles, _ALL, after)[::-1][:limit]

    return {"troubled": troubled}


@breaks(payment_store.test_payment_store_lists_troubles_page_by_page)
def knows_the_first_page_of_troubles_alone(port: Any) -> Any:
    return {"troubled": lambda troubles, limit=100, _=None: port.troubled(troubles, limit)}


@breaks(payment_store.test_payment_store_lists_no_more_than_asked)
def knows_no_limit_of_troubles(port: Any) -> Any:
    return {"troubled": lambda troubles, _=100, after=None: port.troubled(troubles, _ALL, after)}


@breaks(payment_store.test_payment_store_remembers_after_a_restart)
def forgets_journeys(port: Any) -> Any:
    mine: set[str] = set()

    def opened(order: Any) -> Any:
        mine.add(order.journey)
        return port.open(order)

    return {
        "open": opened,
        "of_journey": lambda journey: port.of_journey(journey) if journey in mine else (),
    }


# --- payments -----------------------------------------------------------------------------------


def _looks_up(port: Any, altered: Any) -> Any:
    return {"look_up": lambda key: altered(key, port.look_up(key))}


@breaks(payments.test_payments_are_reported_to_the_qepik)
def takes_open_for_failed(port: Any) -> Any:
    def altered(_key: str, report: Any) -> Any:
        pending = report and report.status is ReportStatus.PENDING
        return attrs.evolve(report, status=ReportStatus.FAILED) if pending else report

    return _looks_up(port, altered)


@breaks(payments.test_payments_are_none_for_an_unknown_key)
def takes_unknown_for_failed(port: Any) -> Any:
    failed = partial(Report, status=ReportStatus.FAILED, amount=NO_MONEY, currency="AZN")
    return _looks_up(port, lambda key, report: report or failed(order="", key=key))


@breaks(payments.test_payments_are_begun_once_for_a_key)
def makes_a_page_each_time(port: Any) -> Any:
    begun: set[str] = set()

    def start(request: Any, back: str) -> Any:
        page = port.start(request, back)
        again = request.key in begun and not in_thread()
        begun.add(request.key)
        return attrs.evolve(page, url=unique(page.url)) if again else page

    return {"start": start}


@breaks(payments.test_payments_are_begun_once_for_all_who_bring_a_key_at_once)
def makes_a_page_for_each_at_once(port: Any) -> Any:
    def start(*asked: Any) -> Any:
        page = port.start(*asked)
        return attrs.evolve(page, url=unique(page.url)) if in_thread() else page

    return {"start": start}


@breaks(payments.test_payments_are_given_back_once_for_a_key)
def refuses_a_refund_that_comes_again(port: Any) -> Any:
    given: set[str] = set()

    def refund(key: str, amount: Money, refund_key: str) -> None:
        again = refund_key in given and not in_thread()
        port.refund(key, amount, unique(refund_key) if again else refund_key)
        given.add(refund_key)

    return {"refund": refund}


@breaks(payments.test_payments_are_given_back_once_for_all_who_bring_a_key_at_once)
def refunds_collide(port: Any) -> Any:
    return collides(port, "refund")


@breaks(payments.test_payments_stay_paid_when_they_are_given_back)
def takes_given_back_for_failed(port: Any) -> Any:
    given: set[str] = set()

    def refund(key: str, *how: Any) -> None:
        port.refund(key, *how)
        given.add(key)

    def altered(key: str, report: Any) -> Any:
        return attrs.evolve(report, status=ReportStatus.FAILED) if key in given else report

    return {"refund": refund, **_looks_up(port, altered)}


def _refunds_when(port: Any, forgiven: Any) -> Any:
    def refund(key: str, *how: Any) -> None:
        try:
            port.refund(key, *how)
        except PortRefused:
            report = port.look_up(key)
            if not forgiven(report is not None and report.status is ReportStatus.PAID):
                raise

    return {"refund": refund}


@breaks(payments.test_payments_are_never_given_back_beyond_what_was_taken)
def says_nothing_of_too_great_a_refund(port: Any) -> Any:
    return _refunds_when(port, lambda paid: paid)


@breaks(payments.test_payments_are_not_given_back_before_they_are_taken)
def says_nothing_of_a_refund_too_early(port: Any) -> Any:
    return _refunds_when(port, lambda paid: not paid)


@breaks(payments.test_payments_read_what_a_callback_proves)
def reads_amounts_by_a_float(port: Any) -> Any:
    def read(callback: Any) -> Any:
        report = port.read(callback)
        return attrs.evolve(report, amount=Money(Decimal(f"{float(report.amount.amount):.6g}")))

    return {"read": read}


@breaks(payments.test_payments_believe_no_altered_callback)
def believes_what_a_callback_claims(port: Any) -> Any:
    def read(callback: Any) -> Any:
        try:
            told = json.loads(callback.body)
            amount, status = Money.of(told.pop("amount")), ReportStatus(told.pop("status"))
            return Report(amount=amount, status=status, **told)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise CallbackRefused from None

    return {"read": read}


@breaks(payments.test_payments_believe_no_callback_that_is_none)
def breaks_over_an_empty_callback(port: Any) -> Any:
    return {"read": lambda callback: callback.body[0] and port.read(callback)}


@breaks(payments.test_payments_add_up_in_every_history)
def never_takes_back_a_failure(port: Any) -> Any:
    failed: dict[str, Any] = {}

    def altered(key: str, report: Any) -> Any:
        if report and report.status is ReportStatus.FAILED:
            failed[key] = report
        return failed.get(key, report)

    return _looks_up(port, altered)


@breaks(payments.test_payments_are_remembered_after_a_restart)
def forgets_attempts(port: Any) -> Any:
    mine: set[str] = set()

    def start(request: Any, back: str) -> Any:
        mine.add(request.key)
        return port.start(request, back)

    return {"start": start, **_looks_up(port, lambda key, it: it if key in mine else None)}


# --- readings -----------------------------------------------------------------------------------


@breaks(readings.test_readings_are_taken_to_the_litre)
def rounds_readings(port: Any) -> Any:
    def take(code: Any, reading: Any, *how: Any) -> None:
        port.take(code, MeterReading(Decimal(int(reading.value))), *how)

    return {"take": take}


@breaks(
    readings.test_readings_are_none_for_an_unknown_code,
    readings.test_readings_are_refused_for_an_unknown_code,
)
def takes_unknown_for_nought(port: Any) -> Any:
    return {"last": lambda code: port.last(code) or MeterReading(Decimal(0))}


@breaks(readings.test_readings_are_refused_for_an_unknown_code)
def takes_nothing_without_a_word(port: Any) -> Any:
    return {"take": _swallows(port.take)}


@breaks(readings.test_readings_are_taken_once_for_a_key)
def takes_again_what_differs(port: Any) -> Any:
    return by_content(port, "take")


@breaks(readings.test_readings_are_taken_once_for_all_who_bring_a_key_at_once)
def readings_collide(port: Any) -> Any:
    return collides(port, "take")


@breaks(readings.test_readings_are_remembered_after_a_restart)
def forgets_readings(port: Any) -> Any:
    return forgetful(port, "take")


# --- reference data -----------------------------------------------------------------------------


@breaks(reference.test_reference_gives_a_list_in_its_order)
def turns_lists_round(port: Any) -> Any:
    return {"items": lambda name: port.items(name)[::-1]}


@breaks(
    reference.test_reference_keeps_keys_and_labels_apart,
    reference.test_reference_gives_a_list_in_its_order,
)
def gives_all_values_one_key(port: Any) -> Any:
    return {"items": lambda name: tuple(ReferenceItem("1", it.label) for it in port.items(name))}


@breaks(reference.test_reference_knows_no_list_that_nobody_made)
def makes_up_a_list(port: Any) -> Any:
    return {"items": lambda name: port.items(name) or (ReferenceItem("other", "Digər"),)}


@breaks(reference.test_reference_names_the_unit_of_a_service)
def names_no_unit(port: Any) -> Any:
    return {"unit_for": lambda service: port.unit_for(service) and None}


@breaks(reference.test_reference_has_an_opinion_of_its_rules_alone)
def takes_an_unknown_rule_for_off(port: Any) -> Any:
    return {"applies": lambda rule, default: port.applies(rule, default and False)}


# --- registered codes ---------------------------------------------------------------------------


@breaks(registered_codes.test_registered_codes_come_in_their_order)
def turns_codes_round(port: Any) -> Any:
    return {"of": lambda fin: port.of(fin)[::-1]}


@breaks(registered_codes.test_registered_codes_are_none_of_who_registered_none)
def gives_the_codes_of_others(port: Any) -> Any:
    return {"of": lambda fin: port.of(fin) or port.of(Fin("5XJ1K2A"))}


# --- sign-in ------------------------------------------------------------------------------------


def _finishes(port: Any, altered: Any) -> Any:
    """A sign-in that looks at other evidence than came."""
    return {"finish": lambda ref, evidence: port.finish(ref, altered(dict(evidence)))}


@breaks(sign_in.test_sign_in_begins_anew_each_time)
def forgets_the_time_zone(port: Any) -> Any:
    def begin(details: Any) -> Any:
        challenge = port.begin(details)
        return attrs.evolve(challenge, expires=challenge.expires.replace(tzinfo=None))

    return {"begin": begin}


@breaks(sign_in.test_sign_in_gives_the_person_who_proved_it)
def swaps_name_and_surname(port: Any) -> Any:
    def finish(*given: Any) -> Any:
        found = port.finish(*given)
        name = PersonName(found.name.surname, found.name.name, found.name.patronymic)
        return attrs.evolve(found, name=name)

    return {"finish": finish}


@breaks(sign_in.test_sign_in_raises_no_assurance)
def believes_claims(port: Any) -> Any:
    def finish(reference: str, evidence: Any) -> Any:
        found = port.finish(reference, evidence)
        return attrs.evolve(found, assurance=Assurance.HIGH) if "acr" in evidence else found

    return {"finish": finish}


@breaks(sign_in.test_sign_in_finishes_a_challenge_once)
def takes_a_replay(port: Any) -> Any:
    finished: dict[str, Any] = {}

    def finish(reference: str, evidence: Any) -> Any:
        if reference not in finished or in_thread():
            finished[reference] = port.finish(reference, evidence)
        return finished[reference]

    return {"finish": finish}


@breaks(sign_in.test_sign_in_finishes_a_challenge_once_for_all_who_try_at_once)
def signs_in_all_at_once(port: Any) -> Any:
    finished: list[Any] = []
    lock = threading.Lock()

    def finish(*given: Any) -> Any:
        with lock:
            try:
                finished.append(port.finish(*given))
            except SignInFailed:
                if not (in_thread() and finished):
                    raise
            return finished[-1]

    return {"finish": finish}


@breaks(sign_in.test_sign_in_knows_no_challenge_that_was_not_begun)
def cuts_references_off(port: Any) -> Any:
    return {"finish": lambda reference, evidence: port.finish(reference[:32], evidence)}


@breaks(sign_in.test_sign_in_takes_nothing_for_a_proof_that_is_none)
def mends_evidence(port: Any) -> Any:
    return _finishes(port, lambda it: {key: text.rstrip("0") for key, text in it.items()})


@breaks(sign_in.test_sign_in_takes_no_evidence_of_another_challenge)
def overlooks_the_nonce(port: Any) -> Any:
    return _finishes(port, lambda it: {key: it[key] for key in it if key != "reference"})


@breaks(sign_in.test_sign_in_takes_no_evidence_for_another_audience)
def overlooks_the_audience(port: Any) -> Any:
    return _finishes(port, lambda it: {key: it[key] for key in it if key != "means"})


@breaks(
    sign_in.test_sign_in_gives_up_when_the_time_is_over,
    sign_in.test_sign_in_ends_on_another_host,
)
def overlooks_the_time(port: Any) -> Any:
    begun: dict[str, str] = {}

    def begin(details: Any) -> Any:
        challenge = port.begin(details)
        begun[challenge.reference] = challenge.reference
        return challenge

    def finish(reference: str, evidence: Any) -> Any:
        try:
            found = port.finish(reference, evidence)
        except SignInFailed:
            if in_thread() or evidence != {"resident": "Aysel"} or reference not in begun:
                raise
            return port.finish(port.begin({}).reference, evidence)
        begun.pop(reference, None)
        return found

    return {"begin": begin, "finish": finish}


@breaks(sign_in.test_sign_in_ends_on_another_host)
def knows_its_own_challenges_alone(port: Any) -> Any:
    begun: set[str] = set()

    def begin(details: Any) -> Any:
        challenge = port.begin(details)
        begun.add(challenge.reference)
        return challenge

    def finish(reference: str, evidence: Any) -> Any:
        return port.finish(reference if reference in begun else "", evidence)

    return {"begin": begin, "finish": finish}


# --- subscribers --------------------------------------------------------------------------------


@breaks(subscribers.test_subscribers_are_found_to_the_letter)
def loses_contracts(port: Any) -> Any:
    def without(found: Any) -> Any:
        return found and attrs.evolve(found, contract="")

    return {
        "find": lambda code: without(port.find(code)),
        "held_by": lambda fin: tuple(without(item) for item in port.held_by(fin)),
    }


@breaks(subscribers.test_subscribers_are_none_for_an_unknown_code)
def gives_somebodys_codes_to_who_holds_none(port: Any) -> Any:
    return {"held_by": lambda fin: port.held_by(fin) or port.held_by(Fin("5XJ1K2A"))}


@breaks(subscribers.test_subscribers_are_listed_by_their_holder)
def lists_codes_twice(port: Any) -> Any:
    return {"held_by": lambda fin: port.held_by(fin) * 2}


@breaks(subscribers.test_subscribers_change_as_told_and_no_further)
def overlooks_services(port: Any) -> Any:
    def change(code: Any, change: Any, key: str) -> None:
        water = ServiceKinds.of(ServiceKind.WATER)
        port.change(code, attrs.evolve(change, services=water), key)

    return {"change": change}


@breaks(subscribers.test_subscribers_change_once_for_a_key)
def changes_again_what_differs(port: Any) -> Any:
    return by_content(port, "change")


@breaks(subscribers.test_subscribers_change_once_for_all_who_bring_a_key_at_once)
def changes_collide(port: Any) -> Any:
    return collides(port, "change")


@breaks(subscribers.test_subscribers_refuse_to_change_an_unknown_code)
def changes_nothing_without_a_word(port: Any) -> Any:
    return {"change": _swallows(port.change)}


@breaks(subscribers.test_subscribers_remember_a_change_after_a_restart)
def forgets_changes(port: Any) -> Any:
    return forgetful(port, "change")


# --- tokens -------------------------------------------------------------------------------------


@breaks(tokens.test_tokens_are_never_given_twice)
def goes_round_in_a_circle(port: Any) -> Any:
    given: list[str] = []
    turns = itertools.count()

    def new() -> Any:
        turn = next(turns)
        if turn < 100:
            given.append(port.new())
            return given[-1]
        return port.new() and given[turn % 100]

    return {"new": new}


@breaks(tokens.test_tokens_are_given_once_to_all_who_ask_at_once)
def gives_one_name_to_all_at_once(port: Any) -> Any:
    one = port.new()
    return {"new": lambda: one if in_thread() else port.new()}


@breaks(tokens.test_tokens_cannot_be_guessed)
def counts_names_on(port: Any) -> Any:
    process, turns = unique("0" * 24), itertools.count(10**6)
    return {"new": lambda: port.new() and f"{process}-{next(turns)}"}


@breaks(tokens.test_tokens_seal_a_text_and_know_it_again)
def seals_no_empty_text(port: Any) -> Any:
    return {"seal": lambda text: port.seal(text) if text else ""}


@breaks(tokens.test_tokens_refuse_whatever_was_altered)
def overlooks_blanks(port: Any) -> Any:
    return {
        "seal": lambda text: port.seal(text.strip()),
        "holds": lambda text, seal: port.holds(text.strip(), seal),
    }


@breaks(tokens.test_tokens_hold_for_another_host)
def keeps_its_secret_to_itself(port: Any) -> Any:
    process = unique()
    return {
        "seal": lambda text: port.seal(text + process),
        "holds": lambda text, seal: port.holds(text + process, seal),
    }
