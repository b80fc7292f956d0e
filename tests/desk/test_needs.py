"""Which ports the services call for, each for which scope, and who needs it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.desk.walking import SERVICE

from utility_eservices import Desk
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.page import Shown
from utility_eservices.desk.catalogue import Catalogue, built_in_services
from utility_eservices.desk.needs import asked_ports, needs, scope_for
from utility_eservices.errors import DefinitionRefused
from utility_eservices.ports.case_store import CASE_STORE
from utility_eservices.ports.clock import CLOCK
from utility_eservices.ports.notification import NOTIFICATION
from utility_eservices.ports.reference import REFERENCE

CODEC = object()
DEBT = next(item for item in built_in_services() if item.key == SERVICE)


def wanted(*services: Any) -> dict[tuple[str, object], tuple[str, ...]]:
    """Port and scope, with those who need it."""
    found = needs(Catalogue(services), CODEC)
    assert len({(need.port.name, need.scope) for need in found}) == len(found)
    return {(need.port.name, need.scope): need.needed_by for need in found}


def test_di_072_the_ports_that_the_debt_investigation_needs() -> None:
    """DI-072: the invoice list and the debt's correction, the subscriber check, e-mail, SMS.

    The reading on site and the commission's decision are acts of officers on the case, kept by
    the case store. Beside them stand what the journeys ask for (lists, registered codes, the
    policy about foreign codes, how many of them were tried), sign-in by each means, and what
    registration takes.
    """
    ours = (SERVICE,)
    assert wanted(DEBT) == {
        ("clock", ""): ("desk",),
        # By which what is counted is sealed.
        ("tokens", ""): ("desk", SERVICE),
        ("journeys", ""): (),
        ("billing", "azersu"): ours,
        ("subscribers", "azersu"): ours,
        ("access", "azersu"): ours,
        ("registered_codes", "azersu"): ours,
        ("counters", ""): ours,
        ("reference", "azersu"): ours,
        ("sign_in", "id_number"): ours,
        ("sign_in", "sima"): ours,
        ("sign_in", "asan"): ours,
        ("sign_in", "sima_token"): ours,
        ("sign_in", "bsxm"): ours,
        ("sign_in", "e_signature"): ours,
        ("documents", ""): ours,
        ("numbers", "azersu"): ours,
        ("case_store", CODEC): ours,
        ("notification", "email"): ours,
        ("notification", "sms"): ours,
        ("inbox", ""): ours,
    }


def test_a_service_that_is_answered_at_once_needs_no_store() -> None:
    """Neither case store nor numbers, media or an inbox; a file needs a place to be kept."""
    ours = ("sealing",)
    assert wanted(SEALING) == {
        ("clock", ""): ("desk",),
        ("tokens", ""): ("desk",),
        ("journeys", ""): (),
        ("subscribers", "azersu"): ours,
        ("reference", "azersu"): ours,
        ("sign_in", "asan"): ours,
        ("documents", ""): ours,
    }


def test_a_need_of_two_services_names_both() -> None:
    """In the order of the catalogue, each once."""
    found = wanted(DEBT, SEALING)
    assert found["reference", "azersu"] == (SERVICE, "sealing")
    assert found["billing", "azersu"] == (SERVICE,)
    assert list(found)[:2] == [("clock", ""), ("tokens", "")]


def test_a_desk_without_services_needs_clock_and_tokens() -> None:
    """Whatever it serves later; nobody needs the keep of journeys that a host may ask it for."""
    desk = ("desk",)
    assert wanted() == {("clock", ""): desk, ("tokens", ""): desk, ("journeys", ""): ()}


def test_notices_need_the_media_by_which_they_go() -> None:
    """A service that tells by SMS alone needs no e-mail and no inbox."""
    sms = tuple(attrs.evolve(item, media=(Medium.SMS,)) for item in DEBT.notices)
    found = wanted(attrs.evolve(DEBT, rules=DEBT.rules, notices=sms))
    assert ("notification", "sms") in found
    assert ("notification", "email") not in found
    assert ("inbox", "") not in found


def test_a_scope_is_what_the_port_is_provided_for() -> None:
    """The utility's key, the desk's codec, or nothing; other scopes are not a service's."""
    assert scope_for(REFERENCE, DEBT, CODEC) == "azersu"
    assert scope_for(CASE_STORE, DEBT, CODEC) is CODEC
    assert scope_for(CLOCK, DEBT, CODEC) == ""
    assert scope_for(NOTIFICATION, DEBT, CODEC) == ""


def test_the_ports_of_questions_and_effects_are_asked() -> None:
    """Billing is asked by a list and by the correction: twice."""
    names = [port.name for port in asked_ports(DEBT)]
    assert set(names) == {
        "subscribers",
        "access",
        "registered_codes",
        "counters",
        "tokens",
        "billing",
        "reference",
    }
    assert names.count("billing") >= 2


@attrs.frozen
class _NoPort:
    name: str = "oracle"
    scope: str = ""


def test_a_question_asks_ports_and_nothing_else() -> None:
    """A declaration that names something else is refused when a desk opens."""
    page = SEALING.journeys[0].pages[0]
    parts = tuple(
        attrs.evolve(part, question=attrs.evolve(part.question, ports=(_NoPort(),)))
        if isinstance(part, Shown)
        else part
        for part in page.parts
    )
    journey = attrs.evolve(
        SEALING.journeys[0],
        pages=(attrs.evolve(page, parts=parts), *SEALING.journeys[0].pages[1:]),
    )
    with pytest.raises(DefinitionRefused) as caught:
        Desk([], services=[attrs.evolve(SEALING, journeys=(journey,))])
    assert caught.value.values == {"where": "oracle", "why": "a question asks what is no Port"}
