"""Müraciət: a case and its history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from utility_eservices.casework.case import Case, Entry
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
PERSON = Identity(Fin("5XJ1K2A"), PersonName("Aysel", "Quliyeva"), "asan", Assurance.HIGH)
DRAFT = Case(
    "DI-1", "azersu", "service", 1, "e-su.az", "token", PERSON, "the form", "1020304050", "draft"
)


def entry(hours: int, source: str, target: str, **findings: object) -> Entry:
    """A line of history, some hours after the first."""
    at = NOW + timedelta(hours=hours)
    return Entry(at, "somebody", "operator", "move", source, target, findings)


REGISTERED = entry(0, "draft", "registered", unit="Bakı")
CHECKED = entry(1, "registered", "checked", cause="sayğac", unit="Gəncə")


@pytest.fixture
def moved() -> Case[str]:
    """The draft after both lines of history."""
    return DRAFT.moved(REGISTERED).moved(CHECKED)


def test_a_move_makes_a_new_case(moved: Case[str]) -> None:
    """State, history and version go on; the case before stays as it was."""
    assert (moved.state, moved.history, moved.version) == ("checked", (REGISTERED, CHECKED), 2)
    assert (DRAFT.state, DRAFT.history, DRAFT.version) == ("draft", (), 0)
    assert (moved.number, moved.form, moved.applicant) == ("DI-1", "the form", PERSON)


def test_a_case_was_sent_when_it_was_registered(moved: Case[str]) -> None:
    """The first line of the history tells when."""
    assert moved.sent_at == NOW


def test_the_latest_word_on_each_finding_counts(moved: Case[str]) -> None:
    """What was stated again replaces what was stated before; the rest stays."""
    assert moved.findings == {"unit": "Gəncə", "cause": "sayğac"}
    assert DRAFT.findings == {}


def test_personal_data_do_not_show(moved: Case[str]) -> None:
    """Neither form nor code nor findings are in a case's repr."""
    shown = repr(moved)
    assert "DI-1" in shown
    for secret in ("the form", "1020304050", "Gəncə", "sayğac", "Aysel", "5XJ1K2A"):
        assert secret not in shown


def test_entries_can_be_told_apart_in_a_set() -> None:
    """A line of history has a hash, though findings are a mapping."""
    assert len({REGISTERED, CHECKED, entry(0, "draft", "registered", unit="Bakı")}) == 2
