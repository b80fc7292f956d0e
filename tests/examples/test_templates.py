"""The shared templates: everything that a screen can have, and nothing taken for HTML."""

from __future__ import annotations

import re

import attrs
import jinja2
import pytest
from examples.portal import Portal
from tests.docs.pages import REPOSITORY
from tests.examples.browser import Page
from tests.examples.conftest import SITE
from tests.test_docs import EVERYTHING

from utility_eservices import Desk
from utility_eservices.casework.screen import Rows, Screen, ScreenButton


@pytest.fixture
def drawn(desk: Desk) -> jinja2.Environment:
    """The templates, as the hosts load them."""
    folder = REPOSITORY / "examples" / "templates"
    loader = jinja2.FileSystemLoader(folder)
    return jinja2.Environment(loader=loader, autoescape=True)


def draw(environment: jinja2.Environment, desk: Desk, screen: Screen) -> str:
    view = Portal(desk, "e-gov.az", SITE).view({}, "screen.html", screen=screen, service="any")
    return environment.get_template(view.template).render(view.values)


def test_whatever_a_screen_has_is_on_the_page(drawn: jinja2.Environment, desk: Desk) -> None:
    """Each kind of thing is there under its label, and texts stay texts."""
    page = Page(draw(drawn, desk, EVERYTHING))

    seen = ["Başlıq <b>", "Mətn & mətn", "Xəbər <", "Səhv", "İzah", "m³", "sayğac.png"]
    seen += ["Bölmə", "<i>", "Cədvəl", "Sütun", "Xana <", "Keçid"]
    assert [text for text in seen if text not in page.words] == []
    labels = {re.sub(r" \(.*\)", "", label): key for label, key in page.names.items()}
    assert labels == {entry.label: entry.key for entry in EVERYTHING.entries}
    assert page.sent == {"typed": "it's <b>", "counted": "12", "chosen": "b'", "ticked": "on"}
    assert page.options == {"chosen": {"Seçin": "", "Bir <": "a", "İki": "b'"}}
    pressed = {said: button for said, button in page.buttons.items() if button[0] == "-button"}
    assert pressed == {"Davam et": ("-button", "go")}
    assert page.links["Keçid"] == "https://example.com/?a='b'"


def test_a_screen_reader_hears_what_belongs_to_an_entry(
    drawn: jinja2.Environment, desk: Desk
) -> None:
    """The page names its language; help and fault are tied to their entry, and both are there."""
    page = Page(draw(drawn, desk, EVERYTHING))

    assert page.language == "az"
    assert page.described["typed"].split() == ["typed-help", "typed-fault"]
    assert page.faulty == {"typed"}
    assert {word for words in page.described.values() for word in words.split()} <= page.ids


def test_sections_keep_the_order_of_the_entries(drawn: jinja2.Environment, desk: Desk) -> None:
    """Entries of one section stand together in a frame, the others where they were."""
    (first, second, *_) = EVERYTHING.entries
    entries = (
        attrs.evolve(first, key="a", label="A"),
        attrs.evolve(second, key="b", label="B", section="Bölüm"),
        attrs.evolve(second, key="c", label="C", section="Bölüm"),
        attrs.evolve(first, key="d", label="D"),
    )
    html = draw(drawn, desk, Screen("all", "all", "Başlıq", entries=entries))

    order = [html.index(mark) for mark in ('"a"', "<fieldset>", '"b"', '"c"', "</fieldset>", '"d"')]
    assert order == sorted(order)
    assert html.count("<fieldset>") == 1


def test_rows_of_a_section_stand_in_it(drawn: jinja2.Environment, desk: Desk) -> None:
    """What is only read comes once, in the frame of the section whose title it bears."""
    entry = attrs.evolve(EVERYTHING.entries[0], key="a", label="A", section="Bölüm")
    rows = (Rows("Bölüm", (("Tarix", "20.11.2026"),)), Rows("Başqa", (("Kod", "999"),)))
    html = draw(drawn, desk, Screen("all", "all", "Başlıq", entries=(entry,), rows=rows))

    order = ["<h2>Başqa</h2>", "999", "<fieldset>", "20.11.2026", "</fieldset>"]
    assert [html.count(mark) for mark in order] == [1] * len(order)
    assert sorted(order, key=html.index) == order


def test_a_button_that_nothing_opens_cannot_be_pressed(
    drawn: jinja2.Environment, desk: Desk
) -> None:
    """One that waits for entries is left to the browser, which sees them being filled."""
    buttons = (
        ScreenButton("shut", "Bağlı", enabled=False),
        ScreenButton("waits", "Gözləyir", enabled=False, enabled_by=("typed",)),
    )
    page = Page(draw(drawn, desk, attrs.evolve(EVERYTHING, buttons=buttons)))

    assert page.disabled == {"Bağlı"}


def test_a_dialog_says_that_it_is_one(drawn: jinja2.Environment, desk: Desk) -> None:
    """It is marked as a dialog, under its title."""
    html = draw(drawn, desk, attrs.evolve(EVERYTHING, dialog=True))

    assert '<div role="dialog" aria-labelledby="title">' in html


def test_only_what_must_be_filled_in_is_marked_so(drawn: jinja2.Environment, desk: Desk) -> None:
    """An entry that may stay empty is an entry like any other, and says nothing of it."""
    first = EVERYTHING.entries[0]
    for required, marks in ((True, 1), (False, 0)):
        entry = attrs.evolve(first, required=required)
        html = draw(drawn, desk, Screen("one", "one", "Başlıq", entries=(entry,)))
        assert html.count('aria-required="true"') == marks
