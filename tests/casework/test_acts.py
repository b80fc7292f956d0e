"""The verbs of casework: by, needs, orders."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from utility_eservices.casework.acts import (
    APPLICANT,
    SYSTEM,
    Actor,
    CaseFacts,
    by,
    named,
    needs,
    orders,
)
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import effect
from utility_eservices.casework.form import finding
from utility_eservices.casework.refusal import reasons
from utility_eservices.casework.rulebook import Role
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName

OPERATOR, INSPECTOR = Role("operator", "Operator"), Role("inspector", "İnspektor")
CAUSE = finding("cause", str, "Səbəb", example="x")
AMOUNT = finding("amount", str, "Məbləğ", example="1")
WRONG = Fault("amount", "amount_malformed", "Səhv.")
ELSEWHERE = Fault("elsewhere", "wrong", "Başqa yerdə səhv.")
PERSON = Identity(Fin("5XJ1K2A"), PersonName("Aysel", "Quliyeva"), "asan", Assurance.HIGH)
CASE = Case("1", "azersu", "service", 1, "e-su.az", "token", PERSON, None, "", "draft")
NOW = datetime(2026, 11, 2, tzinfo=UTC)


def facts(*roles: str, faults: tuple[Fault, ...] = (), **findings: object) -> CaseFacts:
    """Facts of an act by somebody with these roles, who states these findings."""
    return CaseFacts(CASE, Actor("somebody", frozenset(roles)), NOW, findings, faults)


def test_one_of_the_roles_is_enough() -> None:
    """Whoever holds any of the roles may, also beside other roles."""
    guard = by(OPERATOR, INSPECTOR)
    assert guard(facts("inspector")) is True
    assert guard(facts("operator", "cleaner")) is True


@pytest.mark.parametrize("roles", [(), ("cleaner",), ("Operator",)])
def test_nobody_else_may(roles: tuple[str, ...]) -> None:
    """Without one of the roles the act is refused, with a reason."""
    (fault,) = reasons(by(OPERATOR, INSPECTOR)(facts(*roles)))
    assert (fault.field, fault.code) == ("", "not_your_role")
    assert fault.message == "Bu əməliyyat üçün səlahiyyətiniz yoxdur."


def test_the_applicant_and_the_system_have_roles() -> None:
    """They act on cases as officers do."""
    assert by(APPLICANT)(facts("applicant")) is True
    assert by(SYSTEM)(facts("system")) is True
    assert not by(SYSTEM)(facts("applicant"))


def test_by_carries_what_others_read_off_it() -> None:
    """Roles, the button's label and rows ride on the guard."""
    guard = by(OPERATOR, INSPECTOR, label="Araşdır", rows="XX-001", ours=True)
    assert (guard.roles, guard.label, guard.rows) == ((OPERATOR, INSPECTOR), "Araşdır", "XX-001")
    assert guard.ours is True
    bare = by(OPERATOR)
    assert (bare.label, bare.rows, bare.ours) == ("", "", False)


def test_what_is_stated_soundly_is_enough() -> None:
    """With every finding there, others beside them do not matter."""
    guard = needs(CAUSE, AMOUNT)
    assert guard(facts(cause="x", amount="1", more="y")) is True
    assert guard(facts(faults=(ELSEWHERE,), cause="x", amount="1")) is True


def test_all_that_is_missing_or_wrong_is_said_at_once() -> None:
    """Faults come first as they were found, then what is missing, in the declared order."""
    guard = needs(CAUSE, AMOUNT)
    missing = [(fault.field, fault.code, fault.message) for fault in reasons(guard(facts()))]
    assert missing == [
        ("cause", "required", "Bu sahəni doldurun."),
        ("amount", "required", "Bu sahəni doldurun."),
    ]
    both = reasons(guard(facts(faults=(ELSEWHERE, WRONG))))
    assert both == (WRONG, Fault("cause", "required", "Bu sahəni doldurun."))


def test_what_is_wrong_is_not_called_missing_as_well() -> None:
    """One finding gives one fault."""
    assert reasons(needs(AMOUNT)(facts(faults=(WRONG,)))) == (WRONG,)


def test_needs_carries_its_findings() -> None:
    """Findings and rows ride on the guard."""
    guard = needs(CAUSE, AMOUNT, rows="XX-002", ours=True)
    assert (guard.findings, guard.rows, guard.ours) == ((CAUSE, AMOUNT), "XX-002", True)
    bare = needs(CAUSE)
    assert (bare.findings, bare.rows, bare.ours) == ((CAUSE,), "", False)


def test_orders_gives_the_effect() -> None:
    """The action's output is the effect to record, and it rides on the action too."""

    @effect(label="Düzəliş", then="done", otherwise="failed")
    def correct() -> None:
        """Nothing: it is never performed here."""

    action = orders(correct, rows="XX-003", ours=True)
    assert action(facts()) is correct
    assert (action.effect, action.rows, action.ours) == (correct, "XX-003", True)
    assert action.__name__.startswith("orders_correct_")
    bare = orders(correct)
    assert (bare.rows, bare.ours) == ("", False)


def test_no_two_functions_have_one_name() -> None:
    """Both engines know functions by name; those of one factory are told apart by a number."""

    def made() -> Any:
        return named(lambda facts: True, "same", mark=7)

    one, other = made(), made()
    assert one.__name__ != other.__name__
    assert one.__qualname__ == one.__name__
    assert one.__name__.startswith("same_")
    assert one.mark == 7
    assert by(OPERATOR).__name__.startswith("by_")
    assert needs(CAUSE).__name__.startswith("needs_")


def test_facts_of_an_act_without_findings() -> None:
    """Findings and faults are empty unless given."""
    bare = CaseFacts(CASE, Actor("somebody", frozenset()), NOW)
    assert (dict(bare.findings), bare.faults) == ({}, ())
