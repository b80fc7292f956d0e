"""What hosts do with a desk, on the simulator's city: press, look into an inbox, open a desk."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.timing import Work
from utility_eservices import Desk, Officer, OpenJourney
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO

__all__ = ["INBOX", "PRESS", "host_works"]

# The form of manual 001, figures 7 to 9.
PRESS: Mapping[str, object] = {
    "reason": "payment_missing",
    "meter_reading": "1254",
    "meter_photo": EXAMPLE_PHOTO,
    "phone": "050 200 10 20",
    "email": "aysel@example.com",
}
# How many requests are being investigated.
INBOX = 50

_SERVICE = "debt_investigation"
_OPERATOR = Officer("operator-1", "azersu", {"operator"})


def host_works() -> tuple[Work, ...]:
    """The works, on a city in which fifty requests are being investigated."""
    desk = Desk([SimulatorPlugin(City())])
    for _ in range(INBOX):
        desk.press(_submitted(desk, _on_the_form(desk)), "confirm")
    _investigate_all(desk)
    form, waiting = _on_the_form(desk), desk.staff_inbox(_OPERATOR)
    return (
        Work("press of the five-field form", lambda: form, lambda at: _submitted(desk, at)),
        Work(
            f"actions for an inbox of {len(waiting)}",
            lambda: waiting,
            lambda cases: [desk.actions(case, _OPERATOR) for case in cases],
        ),
        Work("that inbox itself, read from texts", lambda: _OPERATOR, desk.staff_inbox),
        Work("opening a Desk with every service", lambda: ["simulator"], Desk),
    )


def _on_the_form(desk: Desk) -> OpenJourney:
    """A journey on e-gov.az whose code and invoice are chosen."""
    begun = desk.begin_sign_in("e-gov.az", "asan", _SERVICE)
    person = desk.finish_sign_in(begun, {"resident": "Aysel"})
    opened = desk.press(desk.begin(_SERVICE, person), "new_request")
    opened = desk.press(opened, "check", {"subscriber_code": "1020304050"})
    return desk.press(opened, "continue", {"faulty_invoice": "F-2020-09-4050"})


def _submitted(desk: Desk, form: OpenJourney) -> OpenJourney:
    return desk.press(form, "submit", PRESS)


def _investigate_all(desk: Desk) -> None:
    while desk.perform_due().done:
        pass
    for case in desk.staff_inbox(_OPERATOR):
        desk.act(_OPERATOR, case.number, "investigate", version=case.version)
