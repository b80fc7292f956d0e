"""A page of a journey: what is filled in, what is asked."""

from __future__ import annotations

from typing import Any

from utility_eservices.casework.asking import question
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Linked,
    Listed,
    Page,
    PaymentLink,
    Recap,
    RequestNumber,
    SentRequests,
    Shown,
    Ticked,
    To,
    Typed,
    Uploaded,
    entry_key,
)


@question()
def gate() -> bool:
    """A gate of an entry."""
    return True


@question()
def check() -> bool:
    """A gate of a press."""
    return True


@question()
def names() -> list[Any]:
    """A choice list."""
    return []


@question()
def rows() -> list[Any]:
    """Data to show."""
    return []


@question()
def first() -> str:
    """What to begin with."""
    return ""


@question()
def bill() -> None:
    """What is to be paid."""


def plain(facts: JourneyFacts) -> bool:
    """A guard that asks nobody."""
    return True


EVERY_PART = (
    Typed("code", gates=(gate,), prefill=first, needed=gate),
    Chosen("name", names, gates=(gate, check), prefill=first),
    Uploaded("photo", gates=(check,)),
    Ticked("agreed", "Razıyam"),
    Shown("Sətirlər", rows),
    Listed("Cədvəl", ("Bir",), names),
    Recap("Xülasə", ("code",)),
    SentRequests("Göndərilənlər"),
    Linked("Keçid", "https://example.com/"),
    RequestNumber("Müraciət", "Nömrə"),
    PaymentLink("Ödəniş səhifəsi"),
)


def test_entries_are_what_a_person_fills_in() -> None:
    """Typed, chosen, uploaded and ticked; the rest of a page is only read."""
    page = Page("start", "Əvvəl", EVERY_PART)
    assert page.entries == EVERY_PART[:4]
    assert [entry_key(part) for part in page.entries] == ["code", "name", "photo", "agreed"]


def test_a_page_asks_for_its_parts_and_then_for_its_buttons() -> None:
    """A list before the gates of its entry; of a button's guards only those that ask.

    What an outcome pays and what the page is about are asked too.
    """
    buttons = (
        Button("go", "Get", (To("end", when=(plain, check), pays=bill), To("far", when=(gate,)))),
        Button("leave", "Çıx", "end"),
    )
    page = Page("start", "Əvvəl", EVERY_PART, buttons, answer=rows)
    entries = [gate, first, gate, names, gate, check, first, check]
    assert list(page.askings()) == [*entries, rows, names, check, bill, gate, rows]


def test_a_button_leads_to_a_page_or_to_several() -> None:
    """The key of a page alone is one outcome that needs nothing."""
    assert Button("go", "Get", "end").to == (To("end"),)
    several = (To("end", when=(gate,)), To("far"))
    assert Button("go", "Get", several).to == several
