"""What the desk's tests share: people signed in, requests on their way, ports of one's own."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from utility_eservices import Desk, Officer, OpenJourney, Person
from utility_eservices.casework.case import Case
from utility_eservices.casework.screen import ChoiceEntry
from utility_eservices.errors import UnknownName
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO

SERVICE = "debt_investigation"
CODE = "1020304050"
INVOICE = "F-2020-09-4050"
REASON = "payment_missing"
NUMBER = "AZS-2026-000001"
PHONE = "+994502001020"
EMAIL = "aysel@example.com"

STAFF = Officer("op-1", "azersu", {"operator", "inspector", "commission"})
OPERATOR = Officer("op-2", "azersu", {"operator"})
INSPECTOR = Officer("in-1", "azersu", {"inspector"})
COMMISSION = Officer("co-1", "azersu", {"commission"})
STRANGER = Officer("op-9", "azerishiq", {"operator", "inspector", "commission"})

REQUEST: Mapping[str, object] = {
    "reason": REASON,
    "meter_reading": "1254",
    "meter_photo": EXAMPLE_PHOTO,
    "phone": "050 200 10 20",
    "email": EMAIL,
}
# What e-su.az asks on one page.
SU_REQUEST: Mapping[str, object] = {**REQUEST, "faulty_invoice": INVOICE, "accuracy": True}
PHOTO_AS_JSON: Mapping[str, object] = {
    "name": EXAMPLE_PHOTO.name,
    "content": base64.b64encode(EXAMPLE_PHOTO.content).decode(),
}


# --- people and their journeys ------------------------------------------------------------------


def signed_in(
    desk: Desk,
    name: str = "Aysel",
    *,
    channel: str = "e-gov.az",
    means: str = "asan",
    service: str | None = None,
) -> Person:
    """Somebody signed in as the channel asks: for the service, or for the portal of e-su.az."""
    asked_for = ("" if channel == "e-su.az" else SERVICE) if service is None else service
    begun = desk.begin_sign_in(channel, means, asked_for)
    return desk.finish_sign_in(begun, {"resident": name})


def on_code(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-gov.az that asks for the subscriber code."""
    return desk.press(desk.begin(SERVICE, person or signed_in(desk)), "new_request")


def on_invoice(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-gov.az that shows the invoices of the code."""
    return desk.press(on_code(desk, person), "check", {"subscriber_code": CODE})


def on_request(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-gov.az that asks for reason, reading, photo, telephone and address."""
    return desk.press(on_invoice(desk, person), "continue", {"faulty_invoice": INVOICE})


def on_confirm(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-gov.az with everything entered, that waits for its confirmation."""
    return desk.press(on_request(desk, person), "submit", REQUEST)


def sent(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-gov.az that has sent its request."""
    return desk.press(on_confirm(desk, person), "confirm")


def on_su_code(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-su.az that offers the registered codes."""
    return desk.begin(SERVICE, person or signed_in(desk, channel="e-su.az"))


def on_su_request(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-su.az that asks for everything else."""
    return desk.press(on_su_code(desk, person), "choose", {"subscriber_code": CODE})


def su_sent(desk: Desk, person: Person | None = None) -> OpenJourney:
    """A journey on e-su.az that has sent its request."""
    return desk.press(on_su_request(desk, person), "submit", SU_REQUEST)


# --- what a screen says -------------------------------------------------------------------------


def codes(opened: OpenJourney) -> list[str]:
    """The codes of the messages at the top of the screen."""
    return [message.code for message in opened.screen.messages]


def texts(opened: OpenJourney) -> list[str]:
    """The sentences at the top of the screen."""
    return [message.text for message in opened.screen.messages]


def faults(opened: OpenJourney) -> dict[str, str]:
    """The sentences beside the entries, by key."""
    return {entry.key: entry.fault for entry in opened.screen.entries if entry.fault}


def options(opened: OpenJourney, key: str) -> list[str]:
    """The keys that a choice list offers."""
    (entry,) = (entry for entry in opened.screen.entries if entry.key == key)
    assert isinstance(entry, ChoiceEntry)
    return [option for option, _ in entry.options]


# --- the office ---------------------------------------------------------------------------------


def act(
    desk: Desk,
    number: str,
    event: str,
    findings: Mapping[str, object] | None = None,
    officer: Officer = STAFF,
) -> Case[Any]:
    """An act on a case as it stands."""
    seen = desk.case_for(officer, number)
    return desk.act(officer, number, event, findings, version=seen.version)


def perform_all(desk: Desk) -> None:
    """Perform what is due, and what follows from it."""
    while desk.perform_due().done:
        pass


def under_investigation(desk: Desk, person: Person | None = None) -> str:
    """The number of a request that an operator investigates."""
    number = sent(desk, person).number
    perform_all(desk)
    act(desk, number, "investigate")
    return number


def at_commission(desk: Desk, person: Person | None = None) -> str:
    """The number of a request that the commission has."""
    number = under_investigation(desk, person)
    act(desk, number, "send_to_commission", {"cause": "Göstərici səhv oxunub."})
    return number


def correcting(desk: Desk, person: Person | None = None) -> str:
    """The number of a request whose correction is ordered and not yet made."""
    number = at_commission(desk, person)
    act(desk, number, "approve_correction", {"corrected_amount": "2.10"})
    return number


# --- tables of cases ----------------------------------------------------------------------------


def cases(names: str, values: Sequence[object]) -> pytest.MarkDecorator:
    """A test for each of these values, with plain ids, whatever characters they are made of."""
    return pytest.mark.parametrize(names, values, ids=[f"case{n}" for n in range(len(values))])


# --- ports and errors ---------------------------------------------------------------------------


def giving(name: str = "mine", **offered: object) -> SimpleNamespace:
    """A plugin that gives these objects, by the names of their ports."""

    def hook(value: object) -> Any:
        return hookimpl(lambda: value)

    hooks = {f"eservices_{port}": hook(value) for port, value in offered.items()}
    return SimpleNamespace(__name__=name, **hooks)


@contextmanager
def unknown(kind: str) -> Iterator[None]:
    """What is done inside names something of this kind that is not there."""
    with pytest.raises(UnknownName) as caught:
        yield
    assert caught.value.kind == kind
