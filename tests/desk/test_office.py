"""İcra: what officers see, what they may do, and that none overwrites another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import attrs
import pytest
from tests.desk.walking import (
    COMMISSION,
    INSPECTOR,
    OPERATOR,
    STAFF,
    STRANGER,
    SU_REQUEST,
    act,
    at_commission,
    cases,
    correcting,
    on_confirm,
    perform_all,
    sent,
    signed_in,
    under_investigation,
    unknown,
)

from utility_eservices import Desk, Officer
from utility_eservices.casework.acts import Actor, CaseFacts
from utility_eservices.casework.service import Service
from utility_eservices.errors import (
    ActionRefused,
    CaseNotFound,
    Fault,
    PortFailure,
    StaleCase,
)
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark

REQUIRED = "Bu sahəni doldurun."
NOT_YOUR_ROLE = Fault("", "not_your_role", "Bu əməliyyat üçün səlahiyyətiniz yoxdur.")
NOT_HERE = Fault("", "not_here", "Bu əməliyyat indiki vəziyyətdə mümkün deyil.")


def inbox(desk: Desk, officer: Officer, **options: Any) -> list[str]:
    return [case.number for case in desk.staff_inbox(officer, **options)]


# --- what waits ---------------------------------------------------------------------------------


def test_an_inbox_holds_what_waits_for_ones_roles(desk: Desk) -> None:
    """A case is with the role that owns its state, and with nobody before and after."""
    number = sent(desk).number
    assert inbox(desk, STAFF) == []
    perform_all(desk)
    assert (inbox(desk, OPERATOR), inbox(desk, COMMISSION)) == ([number], [])
    act(desk, number, "investigate")
    assert inbox(desk, OPERATOR) == [number]
    act(desk, number, "order_on_site_check")
    assert (inbox(desk, OPERATOR), inbox(desk, INSPECTOR)) == ([], [number])
    act(desk, number, "report_readings", {"clarified_reading": "1251"})
    act(desk, number, "send_to_commission", {"cause": "Səhv."})
    assert (inbox(desk, OPERATOR), inbox(desk, COMMISSION)) == ([], [number])
    assert inbox(desk, STAFF) == [number]
    act(desk, number, "refuse", {"reason": "Əsas yoxdur."})
    assert inbox(desk, STAFF) == []


def test_an_inbox_is_the_utilitys_own(desk: Desk) -> None:
    """An officer of another utility sees nothing, nor does one without a role."""
    under_investigation(desk)
    assert inbox(desk, STRANGER) == []
    assert inbox(desk, Officer("op-3", "azersu", ())) == []
    assert inbox(desk, Officer("op-3", "azersu", {"Operator"})) == []


def test_an_inbox_can_be_narrowed_to_one_state(desk: Desk) -> None:
    """Only among what waits for the officer anyway; an unknown state holds nothing."""
    first, second = under_investigation(desk), sent(desk).number
    perform_all(desk)
    assert inbox(desk, OPERATOR) == [second, first]
    assert inbox(desk, OPERATOR, state="forwarded") == [second]
    assert inbox(desk, OPERATOR, state="under_investigation") == [first]
    assert inbox(desk, OPERATOR, state="at_commission") == []
    assert inbox(desk, OPERATOR, state="nowhere") == []
    assert inbox(desk, INSPECTOR, state="forwarded") == []


def test_an_inbox_comes_page_by_page(city: City, desk: Desk) -> None:
    """Newest first, so many at a time, the next after the last number seen."""
    numbers = []
    for _ in range(5):
        numbers.append(sent(desk).number)
        city.clock.forward(timedelta(minutes=1))
    perform_all(desk)
    first = inbox(desk, OPERATOR, limit=2)
    second = inbox(desk, OPERATOR, limit=2, after=first[-1])
    third = inbox(desk, OPERATOR, limit=2, after=second[-1])
    assert [first, second, third] == [[*reversed(numbers)][n : n + 2] for n in (0, 2, 4)]
    assert inbox(desk, OPERATOR, after=third[-1]) == []


def test_an_inbox_gives_fifty_at_a_time(city: City, desk: Desk) -> None:
    """Unless another number is asked for; so do a person's own requests."""
    waiting = on_confirm(desk)
    kept = desk.press(waiting, "confirm")
    perform_all(desk)
    case = city.store.get(kept.number)
    assert case is not None
    for serial in range(50):
        copy = _renumbered(case, f"N-{serial:02}")
        city.store.register(copy, ())
    assert len(inbox(desk, OPERATOR)) == 50
    assert len(inbox(desk, OPERATOR, limit=60)) == 51
    assert len(desk.cases(waiting.person)) == 50
    last = desk.cases(waiting.person)[-1].number
    assert [item.number for item in desk.cases(waiting.person, after=last)] == [kept.number]


def _renumbered(case: Any, number: str) -> Any:
    return attrs.evolve(case, number=number, journey=number)


# --- looking for cases --------------------------------------------------------------------------


def found(desk: Desk, officer: Officer, text: Any, **options: Any) -> list[str]:
    return [case.number for case in desk.find_cases(officer, text, **options)]


@cases(
    "text", ["Quliyeva", "QULIYEVA aysel", "vaqif", "azs-2026-000001", "1020304050", "0203 liye"]
)
def test_a_case_is_found_by_words(desk: Desk, text: str) -> None:
    """Of number, subscriber code and name, wherever it stands and whoever has to do with it."""
    number = sent(desk).number
    assert sent(desk, signed_in(desk, "Kamran")).number != number
    assert found(desk, INSPECTOR, text)[-1:] == [number]
    assert found(desk, INSPECTOR, f"{text} Aysel") == [number]
    assert found(desk, INSPECTOR, f"{text} Nigar") == []


def test_a_name_is_found_from_any_keyboard(desk: Desk) -> None:
    """Without the letters that it lacks, in capitals or not."""
    number = sent(desk, signed_in(desk, "Kamran")).number
    for text in ("Əliyev", "ELIYEV", "eliyev resid", "ƏLİYEV", "Rəşid"):
        assert found(desk, STAFF, text) == [number]


def test_without_words_all_cases_are_found(city: City, desk: Desk) -> None:
    """Newest first and page by page; only those of the officer's utility."""
    numbers = []
    for _ in range(3):
        numbers.append(sent(desk).number)
        city.clock.forward(timedelta(minutes=1))
    for text in ("", " \n"):
        assert found(desk, OPERATOR, text) == numbers[::-1]
        assert found(desk, STRANGER, text) == []
    assert found(desk, OPERATOR, "", limit=2) == [numbers[2], numbers[1]]
    assert found(desk, OPERATOR, "aysel", limit=2, after=numbers[1]) == [numbers[0]]


@cases("text", ["Quliyevaa", "Aysel\0", "\ud800", "%", "_", "a" * 201, None, 7, ["Aysel"]])
def test_what_is_no_word_of_a_case_finds_none(desk: Desk, text: Any) -> None:
    """Whatever came out of a URL: nothing fits, and nothing fails."""
    sent(desk)
    assert found(desk, STAFF, text) == []


def test_what_no_case_can_hold_is_not_looked_for(city: City, desk: Desk) -> None:
    """A database would fail on some of it; of what could be found it says whether it can look."""
    city.faults.always("case_store", FaultKind.UNAVAILABLE)
    for text in ("Aysel\0", "a" * 201):
        assert found(desk, STAFF, text) == []
    with pytest.raises(PortFailure):
        found(desk, STAFF, "a" * 200)


# --- one case -----------------------------------------------------------------------------------


def test_a_case_of_ones_own_utility_is_read_whole(desk: Desk) -> None:
    """Form, history and findings, typed."""
    number = under_investigation(desk)
    case = desk.case_for(OPERATOR, number)
    assert (case.number, case.state, case.version) == (number, "under_investigation", 3)
    assert case.form.email.value == SU_REQUEST["email"]


@cases(
    "number", ["", "AZS-2026-000099", " AZS-2026-000001", "9" * 101, "A" * 10_000_000, None, 7, []]
)
def test_a_number_that_is_not_there_is_not_found(desk: Desk, number: Any) -> None:
    """Whatever was typed as a number, for reading, acting and explaining."""
    person = sent(desk).person
    for call in (
        lambda: desk.case_for(STAFF, number),
        lambda: desk.act(STAFF, number, "investigate", version=1),
        lambda: desk.explain(number, STAFF),
        lambda: desk.explain(number, person),
        lambda: desk.case(person, number),
    ):
        with pytest.raises(CaseNotFound):
            call()


def test_what_is_no_number_is_not_looked_up(city: City, desk: Desk) -> None:
    """It is not there even while the store cannot be asked."""
    city.faults.always("case_store", FaultKind.UNAVAILABLE)
    for number in ("", "9" * 101):
        with pytest.raises(CaseNotFound):
            desk.case_for(STAFF, number)
    with pytest.raises(PortFailure):
        desk.case_for(STAFF, "9")


def test_the_longest_number_is_looked_up(city: City, desk: Desk) -> None:
    """A number may have a hundred characters."""
    case = city.store.get(sent(desk).number)
    assert case is not None
    city.store.register(_renumbered(case, "9" * 100), ())
    assert desk.case_for(STAFF, "9" * 100).number == "9" * 100


def test_another_utilitys_case_answers_as_none(desk: Desk) -> None:
    """Nobody learns that a number is another utility's."""
    number = under_investigation(desk)
    case = desk.case_for(OPERATOR, number)
    for call in (
        lambda: desk.case_for(STRANGER, number),
        lambda: desk.act(STRANGER, number, "order_on_site_check", version=case.version),
        lambda: desk.explain(number, STRANGER),
    ):
        with pytest.raises(CaseNotFound):
            call()
    assert desk.actions(case, STRANGER) == ()


# --- what may be done ---------------------------------------------------------------------------


def test_actions_are_what_the_role_may_do_now(desk: Desk) -> None:
    """Event, label and needed findings, in the order the service declares them."""
    number = under_investigation(desk)
    case = desk.case_for(OPERATOR, number)
    assert [
        (item.event, item.label, [spec.key for spec in item.findings])
        for item in desk.actions(case, OPERATOR)
    ] == [
        ("order_on_site_check", "Yerində yoxlama təyin et", []),
        ("send_to_commission", "Sənədləri komissiyaya göndər", ["cause"]),
        ("finalise_without_correction", "Düzəlişsiz yekunlaşdır", ["cause"]),
    ]
    assert desk.actions(case, INSPECTOR) == ()
    assert desk.actions(desk.case_for(STAFF, at_commission(desk)), OPERATOR) == ()


def test_nothing_may_be_done_with_what_the_system_has(desk: Desk) -> None:
    """A case that waits for an effect, and one that is closed, offer nothing to people."""
    number = correcting(desk)
    assert desk.actions(desk.case_for(STAFF, number), STAFF) == ()
    perform_all(desk)
    assert desk.actions(desk.case_for(STAFF, number), STAFF) == ()


# --- acting -------------------------------------------------------------------------------------


def test_an_act_moves_the_case_and_is_remembered(city: City, desk: Desk) -> None:
    """Who, in which role, when, from where to where, with which typed findings."""
    number = under_investigation(desk)
    city.clock.forward(timedelta(hours=1))
    moved = act(desk, number, "send_to_commission", {"cause": " Səhv oxunub. "}, OPERATOR)
    assert (moved.state, moved.version) == ("at_commission", 4)
    entry = moved.history[-1]
    assert (entry.actor, entry.role, entry.event) == ("op-2", "operator", "send_to_commission")
    assert (entry.source, entry.target) == ("under_investigation", "at_commission")
    assert entry.at == city.clock.now()
    assert entry.findings == {"cause": Remark.parse("Səhv oxunub.")}
    assert desk.case_for(OPERATOR, number) == moved


def test_the_history_names_the_role_by_which_one_acted(desk: Desk) -> None:
    """Of several roles held, the one that may; the system and the applicant are named too."""
    number = at_commission(desk)
    act(desk, number, "refuse", {"reason": "Yox."})
    case = desk.case_for(STAFF, number)
    assert [(entry.actor, entry.role) for entry in case.history] == [
        ("applicant", "applicant"),
        ("system", "system"),
        ("op-1", "operator"),
        ("op-1", "operator"),
        ("op-1", "commission"),
    ]


def test_numbers_among_the_findings_are_typed(desk: Desk) -> None:
    """A reading and an amount are values of the vocabulary, from text or from JSON."""
    number = under_investigation(desk)
    act(desk, number, "order_on_site_check")
    act(desk, number, "report_readings", {"clarified_reading": 1251}, INSPECTOR)
    act(desk, number, "send_to_commission", {"cause": "Səhv."})
    case = act(desk, number, "approve_correction", {"corrected_amount": "2,10"}, COMMISSION)
    assert case.findings["clarified_reading"] == MeterReading.parse("1251")
    assert case.findings["corrected_amount"] == Money.of("2.10")


def refused(desk: Desk, officer: Officer, number: str, event: str, **findings: Any) -> Any:
    """The faults of an act that is refused; the case stays as it was."""
    before = desk.case_for(officer, number)
    with pytest.raises(ActionRefused) as caught:
        desk.act(officer, number, event, findings, version=before.version)
    assert desk.case_for(officer, number) == before
    return caught.value.faults


def test_the_wrong_role_is_refused(desk: Desk) -> None:
    """Also with everything that the act needs."""
    number = at_commission(desk)
    assert refused(desk, OPERATOR, number, "refuse", reason="Yox.") == (NOT_YOUR_ROLE,)
    assert refused(desk, Officer("x", "azersu", ()), number, "refuse", reason="Yox.") == (
        NOT_YOUR_ROLE,
    )


def test_an_act_of_another_state_is_refused(desk: Desk) -> None:
    """So is one that does not exist, and the system's own."""
    number = under_investigation(desk)
    for event in ("investigate", "refuse", "register", "nothing", ""):
        assert refused(desk, STAFF, number, event) == (NOT_HERE,)
    waiting = sent(desk).number
    assert refused(desk, STAFF, waiting, "forward") == (NOT_YOUR_ROLE,)


def test_every_reason_is_given_at_once(desk: Desk) -> None:
    """Wrong role and missing finding together."""
    number = at_commission(desk)
    assert refused(desk, OPERATOR, number, "refuse") == (
        NOT_YOUR_ROLE,
        Fault("reason", "required", REQUIRED),
    )


@cases(
    "reason, code",
    [
        ("", "remark_blank"),
        (None, "remark_blank"),
        ([1], "wrong_shape"),
        ("x" * 10_000_000, "too_long"),
        ("\ud800", "wrong_shape"),
    ],
)
def test_a_faulty_finding_is_refused_beside_its_field(desk: Desk, reason: Any, code: str) -> None:
    """One fault for one field, with what is wrong with it, whatever came in its place."""
    (fault,) = refused(desk, COMMISSION, at_commission(desk), "refuse", reason=reason)
    assert (fault.field, fault.code) == ("reason", code)


@cases("event", [None, 5, ["investigate"], {}])
def test_an_event_that_is_no_name_is_unknown(desk: Desk, event: Any) -> None:
    """Whatever a browser sent in its place."""
    number = under_investigation(desk)
    version = desk.case_for(STAFF, number).version
    with unknown("action"):
        desk.act(STAFF, number, event, version=version)


def guarded_by(desk: Desk, guard: Callable[[CaseFacts], bool], *, by: bool = True) -> Service:
    """The debt investigation with one more guard on the order of a check on site."""
    service = desk.catalogue.of("debt_investigation")
    table = service.casework_rules
    rules = tuple(
        attrs.evolve(rule, guards=(*(rule.guards if by else ()), guard))
        if rule.event == "order_on_site_check"
        else rule
        for rule in table.rules
    )
    return attrs.evolve(service, rules=attrs.evolve(table, rules=rules))


def test_a_guard_sees_case_actor_and_instant(city: City, desk: Desk) -> None:
    """For the list of actions as for the act itself."""
    seen: list[CaseFacts] = []

    def remembering(facts: CaseFacts) -> bool:
        seen.append(facts)
        return True

    desk = Desk([SimulatorPlugin(city)], services=[guarded_by(desk, remembering)])
    number = under_investigation(desk)
    city.clock.forward(timedelta(minutes=3))
    case = desk.case_for(OPERATOR, number)
    desk.actions(case, OPERATOR)
    act(desk, number, "order_on_site_check", officer=OPERATOR)
    actor = Actor("op-2", frozenset({"operator"}))
    assert seen == [CaseFacts(case, actor, city.clock.now())] * 2


def test_who_needs_no_role_acts_in_none(city: City, desk: Desk) -> None:
    """Where a transition names no role, the history says so for one who holds none."""
    service = guarded_by(desk, lambda facts: True, by=False)
    desk = Desk([SimulatorPlugin(city)], services=[service])
    number = under_investigation(desk)
    nobody = Officer("op-5", "azersu", ())
    moved = act(desk, number, "order_on_site_check", officer=nobody)
    assert (moved.history[-1].actor, moved.history[-1].role) == ("op-5", "")


def test_a_finding_that_the_act_does_not_take_is_unknown(desk: Desk) -> None:
    """Neither another act's, nor a field of the form, nor anything that is not by key."""
    number = at_commission(desk)
    version = desk.case_for(STAFF, number).version
    for findings in ({"reason": "Yox.", "cause": "Səhv."}, {"phone": "050"}, {"": ""}):
        with unknown("field"):
            desk.act(STAFF, number, "refuse", findings, version=version)
    anything: list[Any] = [["reason"], "reason", 5]
    for wrong in anything:
        with unknown("field"):
            desk.act(STAFF, number, "refuse", wrong, version=version)
    with unknown("field"):
        desk.act(STAFF, number, "nothing", {"reason": "Yox."}, version=version)


def test_what_was_seen_before_somebody_else_acted_is_stale(desk: Desk) -> None:
    """Neither an older nor a newer version than the kept one is acted on."""
    number = under_investigation(desk)
    seen = desk.case_for(STAFF, number)
    act(desk, number, "order_on_site_check")
    for version in (seen.version, seen.version - 1, seen.version + 2):
        with pytest.raises(StaleCase):
            desk.act(STAFF, number, "report_readings", {"clarified_reading": "1"}, version=version)
    assert desk.case_for(STAFF, number).state == "on_site_check"


@pytest.mark.parametrize("kind", FaultKind)
def test_a_store_that_fails_is_told_as_a_ports_failure(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """Listing, reading, acting, performing and following raise one of the four, no other."""
    number = under_investigation(desk)
    case = desk.case_for(STAFF, number)
    person = on_confirm(desk).person
    for call in (
        lambda: desk.staff_inbox(STAFF),
        lambda: desk.find_cases(STAFF, ""),
        lambda: desk.case_for(STAFF, number),
        lambda: desk.act(STAFF, number, "order_on_site_check", version=case.version),
        lambda: desk.explain(number, STAFF),
        lambda: desk.case(person, number),
        lambda: desk.cases(person),
        desk.perform_due,
        desk.failed_effects,
        lambda: desk.try_again("key"),
    ):
        city.faults.next("case_store", kind)
        with pytest.raises(PortFailure):
            call()
    city.faults.next("case_store", kind, method="save")
    with pytest.raises(PortFailure):
        desk.act(STAFF, number, "order_on_site_check", version=case.version)


def test_a_portal_inbox_that_fails_is_told_as_a_ports_failure(city: City, desk: Desk) -> None:
    """Reading one's notices raises no adapter's own error."""
    person = on_confirm(desk).person
    city.faults.next("inbox", FaultKind.BROKEN)
    with pytest.raises(PortFailure):
        desk.inbox(person)


def test_cases_of_a_service_that_is_not_offered_here_hide_no_others(city: City) -> None:
    """A host narrowed to some services lists the cases of these, whatever else is kept."""
    whole = Desk([SimulatorPlugin(city)])
    service = whole.catalogue.of("debt_investigation")
    sister = attrs.evolve(service, key="sister", rules=service.rules)
    both = Desk([SimulatorPlugin(city)], services=[service, sister])
    ours = sent(both)
    case = both.case_for(STAFF, ours.number)
    theirs = attrs.evolve(case, number="S-1", journey="S-1", service="sister")
    city.store.register(theirs, ())
    person = ours.person
    assert [item.number for item in both.cases(person)] == ["S-1", ours.number]
    narrow = Desk([SimulatorPlugin(city)], services=[service])
    assert [item.number for item in narrow.cases(person)] == [ours.number]
    assert [item.number for item in narrow.cases(person, everywhere=True)] == [ours.number]
    for call in (
        lambda: narrow.case(person, "S-1"),
        lambda: narrow.case_for(STAFF, "S-1"),
        lambda: narrow.explain("S-1", person),
    ):
        with pytest.raises(CaseNotFound):
            call()


# --- who an officer is --------------------------------------------------------------------------


def test_no_officer_is_the_system_or_the_applicant(desk: Desk) -> None:
    """Roles that a host hands over by mistake move no case past its effects."""
    everybody = Officer("op-1", "azersu", ["operator", "system", "applicant"])
    assert everybody.roles == {"operator"}
    number = sent(desk).number
    assert inbox(desk, everybody) == []
    assert refused(desk, everybody, number, "forward") == (NOT_YOUR_ROLE,)


def test_roles_are_several_keys() -> None:
    """One text is not read letter by letter."""
    with pytest.raises(TypeError, match=r"^roles are several keys, not one text$"):
        Officer("op-1", "azersu", "operator")


def test_a_list_goes_on_after_what_one_may_see(desk: Desk) -> None:
    """Somebody else's number tells nothing of where it stands among the others."""
    number = under_investigation(desk)
    kamran = signed_in(desk, "Kamran")
    for call in (
        lambda: desk.cases(kamran, after=number),
        lambda: desk.cases(kamran, after="nothing"),
        lambda: desk.staff_inbox(STRANGER, after=number),
        lambda: desk.staff_inbox(STAFF, after="nothing"),
        lambda: desk.find_cases(STRANGER, "", after=number),
        lambda: desk.find_cases(STAFF, "", after="nothing"),
    ):
        with pytest.raises(CaseNotFound):
            call()
