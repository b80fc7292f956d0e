"""Outside systems that fail in the middle of a journey, at every question of every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.desk.walking import (
    CODE,
    INVOICE,
    NUMBER,
    REQUEST,
    SERVICE,
    SU_REQUEST,
    codes,
    faults,
    giving,
    on_code,
    on_confirm,
    on_invoice,
    on_request,
    on_su_code,
    on_su_request,
    options,
    signed_in,
    texts,
)

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.screen import Table
from utility_eservices.errors import (
    PortBroken,
    PortFailure,
    PortNotProvided,
    PortRefused,
    PortTimeout,
    PortUnavailable,
)
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin

RAISED: dict[FaultKind, type[PortFailure]] = {
    FaultKind.UNAVAILABLE: PortUnavailable,
    FaultKind.TIMEOUT: PortTimeout,
    FaultKind.LOST_ANSWER: PortTimeout,
    FaultKind.REFUSED: PortRefused,
    FaultKind.BROKEN: PortBroken,
}
KINDS = list(FaultKind)

# A page, the button pressed there with what values, and the ports that are asked for it.
PRESSES: dict[str, tuple[Callable[[Desk], OpenJourney], str, dict[str, object], list[str]]] = {
    "code": (
        on_code,
        "check",
        {"subscriber_code": CODE},
        ["subscribers", "access", "registered_codes", "billing"],
    ),
    "invoice": (
        on_invoice,
        "continue",
        {"subscriber_code": CODE, "faulty_invoice": INVOICE},
        ["subscribers", "access", "registered_codes", "billing", "reference"],
    ),
    "request": (on_request, "submit", dict(REQUEST), ["reference"]),
    "confirm": (
        on_confirm,
        "confirm",
        {},
        ["subscribers", "access", "registered_codes", "billing", "reference"],
    ),
    "su_code": (
        on_su_code,
        "choose",
        {"subscriber_code": CODE},
        ["registered_codes", "subscribers", "access", "billing", "reference"],
    ),
    "su_request": (
        on_su_request,
        "submit",
        dict(SU_REQUEST),
        ["registered_codes", "subscribers", "access", "billing", "reference"],
    ),
}
CASES = [(page, port) for page, (_, _, _, ports) in PRESSES.items() for port in ports]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("page", "port"), CASES)
def test_a_press_that_cannot_be_answered_changes_nothing(
    city: City, desk: Desk, page: str, port: str, kind: FaultKind
) -> None:
    """The journey stays with all that was typed, says why, and the same press works later."""
    go, button, values, _ = PRESSES[page]
    before = go(desk)
    city.faults.always(port, kind)
    stayed = desk.press(before, button, values)
    assert (stayed.state, stayed.number) == (before.state, "")
    assert codes(stayed) == [RAISED[kind].code]
    assert texts(stayed) == [RAISED[kind].text]
    assert stayed.screen.messages[0].tone == "fault"
    assert faults(stayed) == {}
    assert set(stayed.typed) == set(before.typed) | set(values)
    assert stayed.typed.items() >= before.typed.items()
    city.faults.heal()
    assert desk.press(stayed, button).state not in ("", before.state)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", PRESSES)
def test_a_clock_that_fails_loses_nothing(
    city: City, desk: Desk, page: str, kind: FaultKind
) -> None:
    """What was typed stays, whatever the page knows by the day; when it goes again, so do they."""
    go, button, values, _ = PRESSES[page]
    before = go(desk)
    city.faults.always("clock", kind)
    for stayed in (desk.press(before, button, values), desk.fill(before, values)):
        assert (stayed.state, codes(stayed)) == (before.state, [RAISED[kind].code])
        assert set(stayed.typed) == set(before.typed) | set(values)
        assert stayed.entered_on == before.entered_on
    city.faults.heal()
    assert desk.press(stayed, button, values).state not in ("", before.state)


@pytest.mark.parametrize("kind", KINDS)
def test_faults_of_the_intake_are_told_with_the_failure(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """What could not be taken in is told even when a port fails in the same press."""
    opened = on_request(desk)
    city.faults.always("reference", kind)
    stayed = desk.press(opened, "submit", {**REQUEST, "phone": ["050"]})
    assert faults(stayed) == {"phone": "Göndərilən qiymətin növü düzgün deyil."}
    assert codes(stayed) == [RAISED[kind].code]


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_page_that_cannot_be_filled_is_told_at_once(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """There is no journey yet to stay on: the failure itself is raised, as one of the four."""
    person = signed_in(desk, channel="e-su.az")
    city.faults.next("registered_codes", kind)
    with pytest.raises(RAISED[kind]):
        desk.begin(SERVICE, person)
    assert desk.begin(SERVICE, person).state == "code"


@pytest.mark.parametrize("kind", KINDS)
def test_tokens_that_fail_are_told_as_a_ports_failure(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """Beginning, suspending, resuming, keeping and recalling never raise an adapter's error."""
    person, opened = signed_in(desk), on_code(desk)
    text, kept = desk.suspend(opened), desk.keep(person)
    calls: list[Callable[[], object]] = [
        lambda: desk.begin(SERVICE, person),
        lambda: desk.suspend(opened),
        lambda: desk.resume(text, person),
        lambda: desk.keep(person),
        lambda: desk.recall(kept, type(person)),
    ]
    for call in calls:
        city.faults.next("tokens", kind)
        with pytest.raises(RAISED[kind]):
            call()


@pytest.mark.parametrize("kind", KINDS)
def test_the_status_page_is_reached_when_the_store_answers(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """Until then the journey stays before it."""
    home = desk.begin(SERVICE, signed_in(desk))
    city.faults.next("case_store", kind, method="find")
    stayed = desk.press(home, "status")
    assert (stayed.state, codes(stayed)) == ("home", [RAISED[kind].code])
    status = desk.press(stayed, "status")
    city.faults.next("case_store", kind, method="find")
    assert desk.fill(status, {}).screen.tables == (Table("Göndərilən müraciətlər", (), ()),)


@pytest.mark.parametrize("kind", KINDS)
def test_filling_in_leaves_a_list_empty_whose_port_fails(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """Nothing typed is lost for it, and no fault is invented."""
    opened = on_request(desk)
    city.faults.next("reference", kind)
    filled = desk.fill(opened, {"phone": "050"})
    assert (options(filled, "reason"), faults(filled), codes(filled)) == ([], {}, [])
    assert filled.typed["phone"] == "050"
    assert options(desk.fill(filled, {}), "reason") != []


def test_a_recap_is_left_empty_whose_port_fails(city: City, desk: Desk) -> None:
    """The row stays, without its text."""
    opened = on_request(desk)
    city.faults.always("billing", FaultKind.UNAVAILABLE)
    rows = dict(desk.fill(opened, {}).screen.rows[0].rows)
    assert rows == {"Abonent kodu": CODE, "Xətalı faktura nömrəsi": ""}


@pytest.mark.parametrize("port", ["subscribers", "access"])
def test_a_code_that_could_not_be_checked_shows_no_invoices(
    city: City, desk: Desk, port: str
) -> None:
    """While the gate of a code cannot be asked, nothing that hangs on the code is told."""
    opened = on_invoice(desk)
    city.faults.always(port, FaultKind.UNAVAILABLE)
    stayed = desk.press(opened, "check", {"subscriber_code": "2030405060"})
    assert stayed.typed["subscriber_code"] == "2030405060"
    assert options(stayed, "faulty_invoice") == []
    filled = desk.fill(opened, {"subscriber_code": "2030405060"})
    assert options(filled, "faulty_invoice") == []


@pytest.mark.parametrize(
    ("port", "scope"),
    [("billing", "azersu"), ("subscribers", "azersu"), ("reference", "azersu")],
)
def test_a_port_that_nobody_gives_is_the_hosts_to_mend(city: City, port: str, scope: str) -> None:
    """It is no failure that goes away by waiting: whoever wired the desk is told which it is."""
    desk = Desk([SimulatorPlugin(city, leave_out={port})])
    with pytest.raises(PortNotProvided) as caught:
        on_request(desk)
    assert caught.value.values == {"port": port, "scope": scope}


class _Silent:
    """A billing that raises what only Python knows."""

    def presented_invoices(self, code: object) -> tuple[object, ...]:
        raise KeyError(code)

    def correct(self, *order: object) -> None:
        raise KeyError(order)

    debt = payments = credit = correct


def test_an_adapters_own_error_stays_inside(city: City) -> None:
    """It becomes the cause of a PortBroken, whose text tells a person nothing of it."""
    desk = Desk([SimulatorPlugin(city, leave_out={"billing"}), giving(billing=_Silent())])
    stayed = desk.press(on_code(desk), "check", {"subscriber_code": CODE})
    assert codes(stayed) == ["port_broken"]
    assert texts(stayed) == ["Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin."]


# --- registering --------------------------------------------------------------------------------

NOT_REGISTERED = "Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin."
PERHAPS_REGISTERED = (
    "Müraciətinizin qeydiyyata alınıb-alınmadığı hələ bəlli deyil. "
    "Yenidən cəhd edin: ikinci müraciət yaranmayacaq."
)


@pytest.mark.parametrize("channel", ["e-gov.az", "e-su.az"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("port", "method"),
    [("numbers", "issue"), ("case_store", "of_journey"), ("case_store", "register")],
)
def test_a_registration_that_failed_can_be_sent_again(
    city: City, desk: Desk, channel: str, port: str, method: str, kind: FaultKind
) -> None:
    """The page stays and says how it stands; pressed again, there is one request."""
    if channel == "e-gov.az":
        waiting, button, values = on_confirm(desk), "confirm", {}
    else:
        waiting, button, values = on_su_request(desk), "submit", dict(SU_REQUEST)
    city.faults.next(port, kind, method=method)
    stayed = desk.press(waiting, button, values)
    assert (stayed.state, stayed.number) == (waiting.state, "")
    certain = kind in (FaultKind.UNAVAILABLE, FaultKind.REFUSED)
    assert codes(stayed) == ["not_registered" if certain else "perhaps_registered"]
    assert texts(stayed) == [NOT_REGISTERED if certain else PERHAPS_REGISTERED]
    assert stayed.screen.messages[0].field == ""
    assert faults(stayed) == {}
    done = desk.press(stayed, button)
    assert done.state == "registered"
    assert [case.number for case in desk.cases(waiting.person)] == [done.number]


def test_a_number_that_nobody_issues_is_the_hosts_to_mend(city: City) -> None:
    """Nothing is registered, and the wiring is named."""
    desk = Desk([SimulatorPlugin(city, leave_out={"numbers"})])
    waiting = on_confirm(desk)
    with pytest.raises(PortNotProvided) as caught:
        desk.press(waiting, "confirm")
    assert caught.value.values == {"port": "numbers", "scope": "azersu"}
    assert desk.cases(waiting.person) == ()


def test_a_success_page_that_cannot_be_shown_loses_no_request(city: City, desk: Desk) -> None:
    """The one lost answer after another: in the end there is one request with one number."""
    waiting = on_confirm(desk)
    city.faults.next("case_store", FaultKind.LOST_ANSWER, times=3)
    for _ in range(3):
        waiting = desk.press(waiting, "confirm")
    assert desk.press(waiting, "confirm").number == NUMBER
