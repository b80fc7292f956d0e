"""Sabotage: what can be broken of a service, one thing at a time."""

from __future__ import annotations

import attrs
from tests.desk.walking import cases
from tests.desk.workshop import ASK, CALL_OUT, CALLING, PAY, PAYING, START, TOP_UP

from utility_eservices.casework.page import Page, To, Typed
from utility_eservices.casework.service import Service
from utility_eservices.conformance.sabotage import Alteration, alterations
from utility_eservices.services.paying import payment_is_credited

URGENT = attrs.evolve(CALL_OUT, urgent=True)


def one(service: Service, where: str, what: str) -> Alteration:
    """The one alteration of this thing in this way."""
    (found,) = (item for item in alterations(service) if (item.where, item.what) == (where, what))
    return found


def page(service: Service, key: str) -> Page:
    return service.journeys[0].page(key)


def ways(service: Service) -> set[str]:
    return {f"{item.where}: {item.what}" for item in alterations(service)}


def test_an_outcome_that_pays_nothing() -> None:
    """It leads where it led, and nobody is sent to the bank."""
    broken = one(TOP_UP, "e-gov.az.start.pay", "pays nothing").service
    assert page(broken, "start").buttons[0].to == (To("wait"),)
    assert not any("pays nothing" in way for way in ways(CALL_OUT))


def test_an_outcome_that_is_gone() -> None:
    """One of several is taken away, each in turn; a button keeps its only one."""
    two = attrs.evolve(PAY, to=(To("done", when=(payment_is_credited,)), *PAY.to))
    start = attrs.evolve(START, buttons=(two,))
    service = attrs.evolve(
        TOP_UP, journeys=(attrs.evolve(PAYING, pages=(start, *PAYING.pages[1:])),)
    )
    for number, gone in enumerate(("done", "wait")):
        broken = one(service, "e-gov.az.start.pay", f"outcome {gone} removed").service
        (button,) = page(broken, "start").buttons
        assert button.to == (two.to[1 - number],)
    assert not any("outcome" in way for way in ways(TOP_UP))


@cases("key", ["subscriber_code", "address"])
def test_an_entry_that_begins_empty(key: str) -> None:
    """Chosen or typed, it begins with nothing; entries that did are left alone."""
    broken = one(CALL_OUT, f"e-gov.az.ask.{key}", "prefill removed").service
    (part,) = (part for part in page(broken, "ask").entries if getattr(part, "field", "") == key)
    assert getattr(part, "prefill", "") is None
    assert "e-gov.az.ask.note: prefill removed" not in ways(CALL_OUT)


def test_a_field_that_is_asked_for_no_more() -> None:
    """What a question made necessary may stay empty again."""
    (known,) = (part for part in ASK.parts if getattr(part, "field", "") == "address")
    assert isinstance(known, Typed)
    asked = attrs.evolve(ASK, parts=(attrs.evolve(known, needed=known.prefill), *ASK.parts[2:]))
    asked = attrs.evolve(asked, parts=(ASK.parts[0], *asked.parts))
    journey = attrs.evolve(CALLING, pages=(asked, *CALLING.pages[1:]))
    broken = one(
        attrs.evolve(CALL_OUT, journeys=(journey,)), "e-gov.az.ask.address", "needed removed"
    ).service
    assert known in page(broken, "ask").parts


def test_a_service_that_is_urgent_no_more() -> None:
    """Its requests wait among all others; of one that never was, nothing is taken."""
    (where,) = {item.where for item in alterations(URGENT) if item.what == "urgent removed"}
    assert not one(URGENT, where, "urgent removed").service.urgent
    assert not any("urgent" in way for way in ways(CALL_OUT))


def test_the_number_and_the_link_to_a_payment_can_be_taken_away() -> None:
    """Like any other part of a page."""
    broken = one(CALL_OUT, "e-gov.az.confirm.Müraciətin nömrəsi", "removed").service
    assert len(page(broken, "confirm").parts) == 1
    broken = one(TOP_UP, "e-gov.az.wait.Ödəniş səhifəsi", "removed").service
    assert len(page(broken, "wait").parts) == 1


def test_each_alteration_is_of_one_thing() -> None:
    """No two are alike, and none leaves the service as it was."""
    every = list(alterations(TOP_UP))
    assert len({(item.where, item.what) for item in every}) == len(every)
    assert [item.what for item in every if seen(item.service) == seen(TOP_UP)] == []


def seen(service: Service) -> tuple[object, ...]:
    """All that is declared of a service without casework."""
    return service.name, dict(service.fields), service.journeys, service.urgent
