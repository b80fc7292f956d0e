"""Nəticə əməliyyatları: performed later, at least once, by key; their outcome moves the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from threading import Barrier, Thread
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from tests.desk.walking import (
    CODE,
    INVOICE,
    NUMBER,
    SERVICE,
    STAFF,
    act,
    cases,
    correcting,
    perform_all,
    sent,
    su_sent,
    under_investigation,
    unknown,
)

from utility_eservices import Desk
from utility_eservices.casework.acts import orders
from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.effect import Effect, EffectSpec, Outcome, Patience, effect
from utility_eservices.casework.service import Service
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import PortBusy, PortUnavailable, StaleCase
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.notification import NOTIFICATION, Letter, Notification
from utility_eservices.ports.port import hookimpl
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.store import MemoryStore
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.reading import MeterReading

CORRECTION = f"{NUMBER}/4/correct_debt"
ROUTE = f"{NUMBER}/0/route"


def kept(city: City, key: str) -> Effect:
    """An effect as it is kept."""
    found = city.store.effect(key)
    assert found is not None
    return found


def quiet(desk: Desk, **changes: Any) -> Service:
    """The debt investigation without its notices, so that only its effects are due."""
    service = desk.catalogue.of(SERVICE)
    return attrs.evolve(service, **{"rules": service.rules, "notices": (), **changes})


@pytest.fixture
def calm(city: City, desk: Desk) -> Desk:
    """A desk whose cases send no notices."""
    return Desk([SimulatorPlugin(city)], services=[quiet(desk)])


# --- done ---------------------------------------------------------------------------------------


def test_an_effect_that_is_done_moves_its_case(city: City, calm: Desk) -> None:
    """Routing found the unit: the case is forwarded by the system, with what was found out."""
    sent(calm)
    city.clock.forward(timedelta(minutes=1))
    assert calm.perform_due() == Performed(done=1)
    case = calm.case_for(STAFF, NUMBER)
    assert (case.state, case.findings) == ("forwarded", {"unit": "Abonentlərlə iş şöbəsi"})
    entry = case.history[-1]
    assert (entry.actor, entry.role, entry.event) == ("system", "system", "forward")
    assert entry.at == city.clock.now()
    done = kept(city, ROUTE)
    assert (done.outcome, done.tries, done.reason) == (Outcome.DONE, 1, "")
    assert calm.perform_due() == Performed()


def test_a_performer_that_finds_nothing_out_states_nothing(city: City, calm: Desk) -> None:
    """Without a named unit the common list of the operators is the case's (DI-052)."""
    city.reference.set_unit(SERVICE, None)
    sent(calm)
    calm.perform_due()
    case = calm.case_for(STAFF, NUMBER)
    assert (case.state, case.findings) == ("forwarded", {})


def test_the_correction_is_billings(city: City, calm: Desk) -> None:
    """Code, invoice, amount and the effect's key reach billing; then the case is closed."""
    assert correcting(calm) == NUMBER
    assert calm.perform_due() == Performed(done=1)
    (correction,) = city.billing.corrections
    assert (correction.code.value, correction.invoice) == (CODE, INVOICE)
    assert (correction.amount, correction.key) == (Money.of("2.10"), CORRECTION)
    assert calm.case_for(STAFF, NUMBER).state == "finalised"


# --- by a job -----------------------------------------------------------------------------------


def test_a_job_performs_the_effect_that_it_names(city: City, desk: Desk) -> None:
    """That one alone, once, and its outcome moves the case as ever."""
    sent(desk)
    assert desk.perform(ROUTE) == Performed(done=1)
    assert desk.case_for(STAFF, NUMBER).state == "forwarded"
    assert kept(city, ROUTE).outcome is Outcome.DONE
    assert city.emails.letters == []
    assert desk.perform(ROUTE) == Performed()


def test_a_job_that_comes_early_does_nothing(city: City, calm: Desk) -> None:
    """An effect that was put off waits for its time, whoever has its key."""
    correcting(calm)
    city.faults.next("billing", FaultKind.UNAVAILABLE)
    assert calm.perform(CORRECTION) == Performed(put_off=1)
    waiting = kept(city, CORRECTION)
    city.clock.to(waiting.due - timedelta(microseconds=1))
    assert calm.perform(CORRECTION) == Performed()
    assert kept(city, CORRECTION) == waiting
    city.clock.to(waiting.due)
    assert calm.perform(CORRECTION) == Performed(done=1)


def test_a_job_for_nothing_does_nothing(city: City, desk: Desk) -> None:
    """Of an effect that is not there, has failed for good, or is of a service elsewhere."""
    unknown_keys: list[Any] = ["", "nothing", f"{NUMBER}/0", "AZS\0", None, 7]
    sent(desk)
    assert [desk.perform(key) for key in unknown_keys] == [Performed()] * 6
    without = Desk([SimulatorPlugin(city)], services=[])
    assert without.perform(ROUTE) == Performed()
    failed = kept(city, ROUTE).failed("x", city.clock.now(), Patience(), final=True)
    city.store.settle(failed)
    assert desk.perform(ROUTE) == Performed()
    assert kept(city, ROUTE) == failed


def test_a_job_hears_that_its_effect_cannot_be_looked_up(city: City, desk: Desk) -> None:
    """So that the engine knows that the store was away; how the effect goes it need not know."""
    sent(desk)
    city.faults.next("case_store", FaultKind.UNAVAILABLE, method="effect")
    with pytest.raises(PortUnavailable):
        desk.perform(ROUTE)
    assert desk.perform(ROUTE) == Performed(done=1)


def test_fresh_effects_can_be_left_to_their_jobs(city: City, calm: Desk) -> None:
    """What has been due for so long is performed, now; what has not waits."""
    sent(calm)
    late = timedelta(minutes=5)
    city.clock.forward(late - timedelta(microseconds=1))
    assert calm.perform_effects(overdue=late) == Performed()
    city.clock.forward(timedelta(microseconds=1))
    assert calm.perform_effects(overdue=late) == Performed(done=1)
    assert calm.case_for(STAFF, NUMBER).history[-1].at == city.clock.now()


# --- failed for now -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (FaultKind.UNAVAILABLE, "port_unavailable"),
        (FaultKind.TIMEOUT, "port_timeout"),
        (FaultKind.LOST_ANSWER, "port_timeout"),
        (FaultKind.BROKEN, "port_broken"),
    ],
)
def test_an_effect_that_failed_is_due_again_after_a_pause(
    city: City, calm: Desk, caplog: pytest.LogCaptureFixture, kind: FaultKind, reason: str
) -> None:
    """The case waits, the pause doubles, the log names effect, reason and tries, nothing else."""
    correcting(calm)
    city.faults.next("billing", kind, times=2)
    assert calm.perform_due() == Performed(put_off=1)
    start = city.clock.now()
    waiting = kept(city, CORRECTION)
    assert (waiting.outcome, waiting.tries, waiting.reason) == (Outcome.PENDING, 1, reason)
    assert waiting.due == start + timedelta(seconds=30)
    assert calm.perform_due() == Performed()
    city.clock.forward(timedelta(seconds=30))
    assert calm.perform_due() == Performed(put_off=1)
    assert kept(city, CORRECTION).due == start + timedelta(seconds=90)
    assert calm.case_for(STAFF, NUMBER).state == "correcting"
    city.clock.forward(timedelta(seconds=60))
    assert calm.perform_due() == Performed(done=1)
    assert calm.case_for(STAFF, NUMBER).state == "finalised"
    assert len(city.billing.corrections) == 1
    assert caplog.messages == [f"effect correct_debt: {reason}, tries {tries}" for tries in (1, 2)]
    assert {record.levelname for record in caplog.records} == {"WARNING"}


class _Narrow:
    """A way by which nothing goes while it is ``full``."""

    def __init__(self, way: Notification) -> None:
        self.way = way
        self.full = True

    def send(self, letter: Letter, key: str) -> None:
        if self.full:
            raise PortBusy
        self.way.send(letter, key)


def test_a_letter_waits_for_a_full_way_for_as_long_as_it_takes(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    """No try is counted, however often it is put off, and the other letters go their ways."""
    ways: list[_Narrow] = []

    def around(port: Any, offered: Any, scope: str) -> Any:
        if port is not NOTIFICATION or scope != "sms":
            return offered
        ways.append(_Narrow(offered))
        return ways[-1]

    desk = Desk([SimulatorPlugin(city)], around=around)
    sent(desk)
    key = f"{NUMBER}/0/notice.registered.sms"
    for _ in range(20):
        assert desk.perform_due().put_off > 0
        waiting = kept(city, key)
        assert (waiting.tries, waiting.reason) == (0, "port_busy")
        assert waiting.due == city.clock.now() + timedelta(seconds=30)
        city.clock.to(waiting.due)
    assert len(city.emails.letters) == 2
    assert caplog.messages == []
    ways[0].full = False
    perform_all(desk)
    assert len(city.texts.letters) == 2
    assert (kept(city, key).outcome, kept(city, key).tries) == (Outcome.DONE, 1)


def test_a_full_way_is_told_as_one_that_does_not_answer() -> None:
    """People need not know the difference; where nothing is done later it is not available."""
    assert PortBusy().told == PortUnavailable().told
    assert PortBusy.text == PortUnavailable.text
    assert str(PortBusy()).startswith("port_busy: ")


# --- failed for good ----------------------------------------------------------------------------


def test_an_effect_that_kept_failing_takes_the_other_way(city: City, calm: Desk) -> None:
    """After eight tries it is given up, and the operator has the case."""
    correcting(calm)
    city.faults.always("billing", FaultKind.UNAVAILABLE)
    rounds = []
    for _ in range(9):
        rounds.append(calm.perform_due())
        city.clock.forward(timedelta(hours=1))
    assert rounds == [Performed(put_off=1)] * 7 + [Performed(given_up=1), Performed()]
    case = calm.case_for(STAFF, NUMBER)
    assert (case.state, case.history[-1].event) == ("correction_delayed", "correction_failed")
    assert case.history[-1].findings == {}
    (failed,) = calm.failed_effects()
    assert (failed.key, failed.tries, failed.reason) == (CORRECTION, 8, "port_unavailable")


def test_an_effect_that_was_refused_is_not_tried_again(city: City, calm: Desk) -> None:
    """A clear no takes the other way at once; ordered anew it has a key of its own."""
    correcting(calm)
    city.faults.next("billing", FaultKind.REFUSED)
    assert calm.perform_due() == Performed(given_up=1)
    assert kept(city, CORRECTION).reason == "port_refused"
    assert calm.case_for(STAFF, NUMBER).state == "correction_delayed"
    act(calm, NUMBER, "retry_correction")
    assert calm.perform_due() == Performed(done=1)
    assert [item.key for item in city.billing.corrections] == [f"{NUMBER}/6/correct_debt"]
    assert calm.case_for(STAFF, NUMBER).state == "finalised"


def test_routing_that_is_given_up_forwards_without_a_unit(city: City, calm: Desk) -> None:
    """DI-052: a request does not lie about because a list cannot be read."""
    sent(calm)
    city.faults.next("reference", FaultKind.REFUSED)
    assert calm.perform_due() == Performed(given_up=1)
    case = calm.case_for(STAFF, NUMBER)
    assert (case.state, case.history[-1].event) == ("forwarded", "forward_without_unit")


# --- trying again by hand -----------------------------------------------------------------------


def given_up(city: City, desk: Desk) -> str:
    """The key of an SMS that was refused."""
    sent(desk)
    city.faults.next("notification:sms", FaultKind.REFUSED)
    desk.perform_due()
    (failed,) = desk.failed_effects()
    return failed.key


def test_a_notice_that_failed_can_be_tried_again(city: City, desk: Desk) -> None:
    """It gets a fresh run of tries, due now, and is sent."""
    key = given_up(city, desk)
    assert (key, city.texts.letters) == (f"{NUMBER}/0/notice.registered.sms", [])
    city.clock.forward(timedelta(days=1))
    desk.try_again(key)
    again = kept(city, key)
    assert (again.outcome, again.tries, again.due) == (Outcome.PENDING, 0, city.clock.now())
    perform_all(desk)
    assert desk.failed_effects() == ()
    assert len(city.texts.letters) == 2
    with pytest.raises(StaleCase):
        desk.try_again(key)


def test_what_has_not_failed_for_good_is_not_tried_again(city: City, desk: Desk) -> None:
    """Neither what is still pending nor what is not there."""
    sent(desk)
    with pytest.raises(StaleCase):
        desk.try_again(f"{NUMBER}/0/notice.registered.sms")
    for key in ("", "nothing", f"{NUMBER}/0"):
        with unknown("effect"):
            desk.try_again(key)


def test_a_failure_that_moved_its_case_is_not_tried_again(city: City, calm: Desk) -> None:
    """The operator has the case by now and orders the correction anew."""
    correcting(calm)
    city.faults.next("billing", FaultKind.REFUSED)
    calm.perform_due()
    with pytest.raises(StaleCase):
        calm.try_again(CORRECTION)
    assert kept(city, CORRECTION).outcome is Outcome.FAILED


def test_a_failure_that_moved_nothing_can_be_tried_again(city: City, calm: Desk) -> None:
    """Where the case still waits for the outcome, a second try may bring it."""
    correcting(calm)
    failed = kept(city, CORRECTION).failed("x", city.clock.now(), Patience(), final=True)
    city.store.settle(failed)
    assert calm.perform_due() == Performed()
    calm.try_again(CORRECTION)
    assert calm.perform_due() == Performed(done=1)
    assert calm.case_for(STAFF, NUMBER).state == "finalised"


def test_failed_effects_come_so_many_at_a_time(city: City, desk: Desk) -> None:
    """A hundred, or as many as are asked for."""
    sent(desk)
    city.faults.always("notification", FaultKind.REFUSED)
    perform_all(desk)
    assert len(desk.failed_effects(limit=3)) == 3
    template = desk.failed_effects()[0]
    case = desk.case_for(STAFF, NUMBER)
    more = [attrs.evolve(template, key=f"{serial}") for serial in range(120)]
    city.store.register(attrs.evolve(case, number="M", journey="M"), more)
    assert len(desk.failed_effects()) == 100


def test_due_effects_are_performed_so_many_at_a_time(desk: Desk) -> None:
    """What is left over is still due: a request on e-gov.az orders three effects."""
    sent(desk)
    assert desk.perform_due(limit=2) == Performed(done=2)
    assert desk.perform_due(limit=1) == Performed(done=1)


def test_a_round_ends_when_it_is_asked_to(desk: Desk) -> None:
    """What is at hand is finished; a request on e-gov.az orders three effects."""
    sent(desk)
    asked = iter([False, False, True])
    assert desk.perform_due(stopped=lambda: next(asked, True)) == Performed(done=2)
    assert desk.perform_due(stopped=lambda: True) == Performed()
    assert desk.perform_due(limit=1) == Performed(done=1)


def test_a_round_performs_a_hundred(city: City, desk: Desk) -> None:
    """Unless another number is asked for."""
    sent(desk)
    case = desk.case_for(STAFF, NUMBER)
    template = kept(city, f"{NUMBER}/0/notice.registered.email")
    more = [attrs.evolve(template, key=f"{serial}") for serial in range(120)]
    city.store.register(attrs.evolve(case, number="M", journey="M"), more)
    assert desk.perform_due().done == 100


# --- what a performer is told -------------------------------------------------------------------


def altered(desk: Desk, spec: EffectSpec) -> Service:
    """The debt investigation with another performer in the place of the correction."""
    rules = desk.catalogue.of(SERVICE).casework_rules
    with_spec = tuple(
        attrs.evolve(rule, actions=(orders(spec),)) if _corrects(rule) else rule
        for rule in rules.rules
    )
    return quiet(desk, rules=attrs.evolve(rules, rules=with_spec))


def _corrects(rule: Any) -> bool:
    return any(spec.name == "correct_debt" for spec in rule.marked("effect"))


def test_a_performer_is_told_what_it_needs(city: City, desk: Desk) -> None:
    """Fields of the form, findings, person, portal, day in Baku, the case and the key."""
    told: dict[str, Any] = {}

    @effect(BILLING, label="Düzəliş", then="debt_corrected", otherwise="correction_failed")
    def remember(
        billing: Billing,
        subscriber_code: Any,
        corrected_amount: Any,
        cause: Any,
        person: Any,
        channel: str,
        today: date,
        case: Case[Any],
        key: str,
    ) -> Mapping[str, object]:
        told.update(locals())
        return {"receipt": "R-1"}

    calm = Desk([SimulatorPlugin(city)], services=[altered(desk, remember)])
    number = correcting(calm)
    case = calm.case_for(STAFF, number)
    city.clock.forward(timedelta(hours=11))
    assert calm.perform_due() == Performed(done=1)
    assert told.pop("billing").presented_invoices(case.form.subscriber_code)
    del told["told"]
    assert told == {
        "subscriber_code": case.form.subscriber_code,
        "corrected_amount": Money.of("2.10"),
        "cause": case.findings["cause"],
        "person": case.applicant,
        "channel": "e-gov.az",
        "today": date(2026, 11, 21),
        "case": case,
        "key": f"{number}/4/remember",
    }
    after = calm.case_for(STAFF, number)
    assert (after.state, after.findings["receipt"]) == ("finalised", "R-1")


def test_a_performer_with_a_mistake_holds_up_no_other(city: City, desk: Desk) -> None:
    """What it lacks or raises is a failure like any other: tried again, then given up."""

    @effect(label="Düzəliş", then="debt_corrected", otherwise="correction_failed")
    def wanting(clarified_reading: Any) -> None:
        """Nobody stated a reading."""

    calm = Desk([SimulatorPlugin(city)], services=[altered(desk, wanting)])
    correcting(calm)
    other = sent(calm).number
    assert calm.perform_due() == Performed(done=1, put_off=1)
    assert calm.case_for(STAFF, other).state == "forwarded"
    assert kept(city, f"{NUMBER}/4/wanting").reason == "port_broken"


@cases("answer", [["unit"], "unit", 5, {1: "x"}, {"unit": 5}, {"clarified_reading": "1251"}])
def test_what_a_performer_found_out_must_be_such_as_can_be_kept(
    city: City, desk: Desk, answer: Any
) -> None:
    """A mapping of texts, or of what a declared finding is; anything else is a mistake."""

    @effect(label="Düzəliş", then="debt_corrected", otherwise="correction_failed")
    def mistaken(key: str) -> Any:
        """Answers what nobody can keep."""
        return answer

    calm = Desk([SimulatorPlugin(city)], services=[altered(desk, mistaken)])
    correcting(calm)
    assert calm.perform_due() == Performed(put_off=1)
    assert kept(city, f"{NUMBER}/4/mistaken").reason == "port_broken"


def test_a_performer_may_state_a_declared_finding(city: City, desk: Desk) -> None:
    """With its declared type, as an officer would; and nothing at all."""

    @effect(label="Düzəliş", then="debt_corrected", otherwise="correction_failed")
    def measured(key: str) -> Mapping[str, object]:
        """Found the reading out."""
        return {"clarified_reading": MeterReading.parse("1251"), "note": "x"}

    calm = Desk([SimulatorPlugin(city)], services=[altered(desk, measured)])
    correcting(calm)
    assert calm.perform_due() == Performed(done=1)
    case = calm.case_for(STAFF, NUMBER)
    assert case.findings["clarified_reading"] == MeterReading.parse("1251")
    assert case.findings["note"] == "x"


# --- what is no longer there --------------------------------------------------------------------


def test_an_effect_that_the_service_no_longer_has_is_given_up(city: City, calm: Desk) -> None:
    """It moves nothing, and is listed among the failed ones."""
    sent(calm)
    case = calm.case_for(STAFF, NUMBER)
    gone = Effect.ordered("vanished", case.service, "M", 0, city.clock.now())
    city.store.register(attrs.evolve(case, number="M", journey="M"), [gone])
    assert calm.perform_due() == Performed(done=1, given_up=1)
    (failed,) = calm.failed_effects()
    assert (failed.name, failed.reason, failed.tries) == ("vanished", "unknown_name", 1)
    assert calm.case_for(STAFF, "M").state == "registered"


def test_an_effect_of_a_case_that_is_not_kept_is_given_up(city: City, calm: Desk) -> None:
    """There is nothing to perform it on, now or when it is tried again."""
    sent(calm)
    case = calm.case_for(STAFF, NUMBER)
    lost = Effect.ordered("route", "debt_investigation", "LOST", 0, city.clock.now())
    city.store.register(attrs.evolve(case, number="M", journey="M"), [lost])
    assert calm.perform_due() == Performed(done=1, given_up=1)
    assert kept(city, "LOST/0/route").reason == "unknown_name"
    with unknown("case"):
        calm.try_again("LOST/0/route")


def test_effects_of_a_service_that_is_gone_wait_for_its_return(
    city: City, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """A worker without the service leaves them alone; one that has it performs them."""
    sent(desk)
    without = Desk([SimulatorPlugin(city)], services=[])
    assert without.perform_due() == Performed()
    assert caplog.messages == []
    with unknown("service"):
        without.try_again(ROUTE)
    assert desk.perform_due() == Performed(done=3)
    assert desk.case_for(STAFF, NUMBER).state == "forwarded"


# --- officers and other workers meanwhile --------------------------------------------------------


def moved_by_hand(city: City, number: str, state: str, **findings: Any) -> Case[Any]:
    """The case after somebody moved it past the table, as a mended record may be."""
    case = city.store.get(number)
    assert case is not None
    entry = Entry(city.clock.now(), "op-1", "operator", "mended", case.state, state, findings)
    moved = case.moved(entry)
    city.store.save(moved, ())
    return moved


@pytest.mark.parametrize("fails", [False, True])
def test_an_outcome_is_kept_though_the_case_moved_on(city: City, calm: Desk, fails: bool) -> None:
    """What was done is done, what failed has failed; the case stays where people put it."""
    correcting(calm)
    moved = moved_by_hand(city, NUMBER, "under_investigation")
    if fails:
        city.faults.next("billing", FaultKind.REFUSED)
    assert calm.perform_due() == (Performed(given_up=1) if fails else Performed(done=1))
    assert kept(city, CORRECTION).outcome is (Outcome.FAILED if fails else Outcome.DONE)
    assert calm.case_for(STAFF, NUMBER) == moved
    assert calm.perform_due() == Performed()


class _Store:
    """The city's store, with something that happens in between."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store
        self.due: tuple[Effect, ...] | None = None
        self.before_save: Iterator[Callable[[], None]] = iter(())
        self.saved = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    def due_effects(self, *asked: Any) -> tuple[Effect, ...]:
        return self.store.due_effects(*asked) if self.due is None else self.due

    def save(self, *given: Any) -> None:
        self.saved += 1
        next(self.before_save, lambda: None)()
        self.store.save(*given)


def shared(city: City, service: Service) -> tuple[Desk, _Store]:
    """A desk on the city by a store in which somebody else works too."""
    stores: list[_Store] = []

    def eservices_case_store(codec: Any) -> Any:
        stores.append(_Store(city.store_with(codec)))
        return stores[0]

    plugin = SimpleNamespace(__name__="shared", eservices_case_store=hookimpl(eservices_case_store))
    simulator = SimulatorPlugin(city, leave_out={"case_store"})
    return Desk([simulator, plugin], services=[service]), stores[0]


def test_an_officer_who_acts_at_the_same_time_is_not_overwritten(city: City, desk: Desk) -> None:
    """The outcome is brought to the case as it is by then."""
    desk, store = shared(city, quiet(desk))
    correcting(desk)
    saved = store.saved
    store.before_save = iter([lambda: _touch(city)] * 3)
    assert desk.perform_due() == Performed(done=1)
    case = desk.case_for(STAFF, NUMBER)
    assert [entry.event for entry in case.history[-4:]] == ["mended"] * 3 + ["debt_corrected"]
    assert store.saved - saved == 4


def _touch(city: City) -> None:
    moved_by_hand(city, NUMBER, "correcting")


def test_an_outcome_is_brought_five_times_and_then_put_off(
    city: City, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody who never stops acting puts it off; nothing is lost, billing corrects once."""
    desk, store = shared(city, quiet(desk))
    correcting(desk)
    saved = store.saved
    store.before_save = iter([lambda: _touch(city)] * 5)
    assert desk.perform_due() == Performed(put_off=1)
    assert store.saved - saved == 5
    assert caplog.messages == [
        "effect correct_debt was done, which could not be kept: stale_case",
    ]
    waiting = kept(city, CORRECTION)
    assert (waiting.outcome, waiting.tries) == (Outcome.PENDING, 0)
    city.clock.to(waiting.due)
    assert desk.perform_due() == Performed(done=1)
    assert len(city.billing.corrections) == 1


def test_a_second_worker_with_the_same_effect_changes_nothing(city: City, desk: Desk) -> None:
    """Performed twice under one key, it is one correction, one move, one outcome."""
    desk, store = shared(city, quiet(desk))
    correcting(desk)
    store.due = desk_due(city)
    assert desk.perform_due() == Performed(done=1)
    after = desk.case_for(STAFF, NUMBER)
    assert desk.perform_due() == Performed(done=1)
    assert desk.case_for(STAFF, NUMBER) == after
    assert len(city.billing.corrections) == 1


def desk_due(city: City) -> tuple[Effect, ...]:
    """What is due now."""
    return city.store.due_effects(city.clock.now(), {SERVICE})


def test_a_second_worker_that_comes_between_has_brought_the_outcome(city: City, desk: Desk) -> None:
    """Whoever saves second finds the effect settled and leaves the case alone."""
    first, store = shared(city, quiet(desk))
    correcting(first)
    second = Desk([SimulatorPlugin(city)], services=[quiet(desk)])
    store.before_save = iter([lambda: _ignored(second.perform_due())])
    assert first.perform_due() == Performed(done=1)
    case = first.case_for(STAFF, NUMBER)
    assert [entry.event for entry in case.history].count("debt_corrected") == 1
    assert kept(city, CORRECTION).tries == 1


def _ignored(_: object) -> None:
    """Nothing."""


def test_an_effect_that_vanished_in_between_is_nobodys(city: City, desk: Desk) -> None:
    """A store that forgot the effect leaves nothing to bring."""
    desk, store = shared(city, quiet(desk))
    correcting(desk)

    def forget() -> None:
        _touch(city)
        store.effect = lambda key: None  # type: ignore[attr-defined]  # as if it had forgotten

    store.before_save = iter([forget])
    assert desk.perform_due() == Performed(done=1)
    assert desk.case_for(STAFF, NUMBER).state == "correcting"


def test_an_outcome_that_could_not_be_kept_is_brought_again(city: City, calm: Desk) -> None:
    """The store failed after billing had corrected: no try is counted, the next is harmless."""
    correcting(calm)
    city.faults.next("case_store", FaultKind.UNAVAILABLE, method="save")
    assert calm.perform_due() == Performed(put_off=1)
    waiting = kept(city, CORRECTION)
    assert waiting.tries == 0
    city.clock.to(waiting.due)
    assert calm.perform_due() == Performed(done=1)
    assert len(city.billing.corrections) == 1


def test_a_failure_that_could_not_be_kept_is_still_due(city: City, desk: Desk) -> None:
    """Also where only the settling of an effect that moves nothing fails; the rest goes on."""
    su_sent(desk)
    city.faults.next("case_store", FaultKind.BROKEN, method="settle")
    assert desk.perform_due() == Performed(done=3, put_off=1)
    assert desk.perform_due().put_off == 0
    assert len(city.emails.letters) == len(city.texts.letters) == 2


def test_an_outcome_and_a_failure_that_cannot_be_kept_leave_the_effect_due(
    city: City, calm: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """The log names the effect and what failed last; nothing of it is counted."""
    correcting(calm)
    city.faults.next("case_store", FaultKind.UNAVAILABLE, method="save")
    city.faults.next("case_store", FaultKind.TIMEOUT, method="settle")
    assert calm.perform_due() == Performed(put_off=1)
    assert caplog.messages == [
        "effect correct_debt was done, which could not be kept: port_unavailable",
        "effect correct_debt is still due: port_timeout",
    ]
    assert kept(city, CORRECTION).tries == 0
    assert calm.perform_due() == Performed(done=1)


def test_an_effect_knows_what_had_been_stated_when_it_was_ordered(city: City, calm: Desk) -> None:
    """What is stated right after it belongs to later orders."""
    correcting(calm)
    moved_by_hand(city, NUMBER, "correcting", corrected_amount=Money.of("9.99"))
    assert calm.perform_due() == Performed(done=1)
    (correction,) = city.billing.corrections
    assert correction.amount == Money.of("2.10")


def test_two_workers_at_once_perform_each_effect_once(city: City, desk: Desk) -> None:
    """Letters are sent once, the case moves once, whoever is first."""
    under_investigation(desk)
    sent(desk)
    workers = [Desk([SimulatorPlugin(city)]) for _ in range(4)]
    barrier = Barrier(len(workers))
    results: list[Performed] = []

    def work(worker: Desk) -> None:
        barrier.wait()
        results.append(worker.perform_due())
        results.append(worker.perform_due())

    threads = [Thread(target=work, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(result.put_off + result.given_up for result in results) == 0
    perform_all(desk)
    assert len(city.emails.letters) == len(city.texts.letters) == 4
    events = [entry.event for entry in desk.case_for(STAFF, "AZS-2026-000002").history]
    assert events == ["register", "forward"]


# --- counting -----------------------------------------------------------------------------------


def test_rounds_add_up() -> None:
    """Each of the three figures is added to its own."""
    total = Performed(1, 2, 3) + Performed(10, 20, 30)
    assert total == Performed(done=11, put_off=22, given_up=33)
    assert Performed() + total == total
