"""What `show` and the site say of pages, and the diagrams that both draw."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.desk.workshop import PAY

from utility_eservices.casework.page import SentRequests
from utility_eservices.cli import services
from utility_eservices.conformance.drawing import (
    Kind,
    journey_diagram,
    leads,
    section_of,
    sources,
    stands,
)
from utility_eservices.desk.catalogue import Catalogue

Call = Callable[..., subprocess.CompletedProcess[str]]

(JOURNEY,) = SEALING.journeys
PAGE = JOURNEY.pages[0]
PARTS = (*PAGE.parts, SentRequests("Göndərilənlər"))


def test_every_part_has_its_kind_and_its_labels() -> None:
    """Each thing that a page can have is told from the others, by what people read beside it."""
    assert [stands(SEALING, part) for part in PARTS] == [
        (Kind.TEXT, ("Abonent kodu",)),
        (Kind.SECTION, ("Abonent",)),
        (Kind.CHOICE, ("Rayon",)),
        (Kind.CHOICE, ("Küçə",)),
        (Kind.NUMBER, ("Göstərici",)),
        (Kind.TEXT, ("Qeyd",)),
        (Kind.FILE, ("Şəkil",)),
        (Kind.TICK, ("Razıyam",)),
        (Kind.READ_ONLY, ("Abonent kodu", "Küçə", "Gün")),
        (Kind.TABLE, ("Tariflər",)),
        (Kind.LINK, ("Qaydalar",)),
        (Kind.TABLE, ("Göndərilənlər",)),
    ]


def test_a_part_stands_under_its_heading() -> None:
    """Entries by their section; what sums them up by its own title; the rest under none."""
    headings = ("Kod", "", "Ünvan", "Ünvan", "Sayğac", "Sayğac", "Sayğac", "", "Xülasə", "", "", "")
    assert tuple(map(section_of, PARTS)) == headings


def test_a_button_leads_to_each_page_under_its_conditions() -> None:
    """Questions and plain functions alike are named, in the order in which they are tried."""
    (asking,) = (button for button in PAGE.buttons if button.key == "ask")
    twice = attrs.evolve(asking, to=asking.to * 2)

    assert leads(asking) == (("frozen", ("frost", "agreed"), ""), ("end", (), ""))
    assert leads(PAY) == (("wait", (), "bill"),)
    assert leads(twice) == leads(asking)


def test_the_rows_of_a_page_are_those_of_all_that_stands_on_it() -> None:
    """The outcomes of its buttons count among them."""
    (asking,) = (button for button in PAGE.buttons if button.key == "ask")
    outcome = attrs.evolve(asking.to[0], rows="DI-004")
    button = attrs.evolve(asking, rows="DI-003", to=(outcome,))
    part = attrs.evolve(PAGE.parts[0], rows="DI-002")
    page = attrs.evolve(PAGE, rows="DI-001", parts=(part,), buttons=(button,))

    assert sources(page) == "DI-001 DI-002 DI-003 DI-004"


def test_a_label_has_no_marks_of_mermaid() -> None:
    """A colon would begin another label, quotation marks would end the name."""
    page = attrs.evolve(PAGE, title='Birinci: "A" <b>; #1')
    drawn = journey_diagram(attrs.evolve(JOURNEY, pages=(page, *JOURNEY.pages[1:])))

    (line,) = re.findall(rf'^    state "(.*)" as {PAGE.key}$', drawn, re.MULTILINE)
    assert line == f"Birinci#58; #34;A#34; #60;b#62;#59; #35;1 ({PAGE.key})"


@pytest.mark.parametrize(
    ("tag", "condition"),
    [("az", "(şərt: frost, agreed)"), ("en", "(if frost, agreed)"), ("ru", "(если frost, agreed)")],
)
def test_show_says_under_which_conditions_a_button_leads_on(
    eservices: Call, monkeypatch: pytest.MonkeyPatch, tag: str, condition: str
) -> None:
    """Whoever reads a window sees when each page follows, in the language asked for."""
    monkeypatch.setattr(services, "catalogue", lambda: Catalogue((SEALING,)))
    shown = eservices("show", "sealing", "--language", tag).stdout

    assert f"→ frozen {condition}, end" in shown


def test_show_says_where_faults_lead_and_what_registers(eservices: Call) -> None:
    """As the site does."""
    shown = eservices("show", "debt_investigation", "--language", "en").stdout

    assert "→ request, with faults code" in shown
    assert "registers the request" in shown
