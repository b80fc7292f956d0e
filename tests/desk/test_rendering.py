"""From page and journey to screen: every part as it is declared, every fault where it belongs."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from tests.desk.sample import (
    END,
    ENTERED,
    JOURNEY,
    SEALING,
    START,
    frost,
    furnish,
)
from tests.desk.walking import (
    CODE,
    REQUEST,
    codes,
    faults,
    on_invoice,
    on_request,
    on_su_request,
    signed_in,
)

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.asking import question
from utility_eservices.casework.page import Button, JourneyFacts, Page, Shown, To, entry_key
from utility_eservices.casework.screen import (
    ChoiceEntry,
    FileEntry,
    Link,
    Message,
    NumberEntry,
    Rows,
    Screen,
    ScreenButton,
    Table,
    TextEntry,
    TickEntry,
)
from utility_eservices.desk.asker import Asker
from utility_eservices.desk.deriving import Deriving
from utility_eservices.desk.rendering import render
from utility_eservices.errors import PortTimeout
from utility_eservices.ports.reference import REFERENCE
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO
from utility_eservices.vocabulary.language import AZERBAIJANI
from utility_eservices.vocabulary.person import Identity

# What must be filled in; the note may be left empty.
ASKED = ("subscriber_code", "district", "street", "reading", "photo", "agreed")
TARIFFS = Table("Tariflər", ("Ay", "Məbləğ"), (("2026-01", "0.35 AZN"),))
LINK = Link("Qaydalar", "https://sealing.example/rules")


@pytest.fixture
def city() -> City:
    """A city with the sample service's lists."""
    return furnish(City())


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk that offers the sample service beside the library's own."""
    return Desk([SimulatorPlugin(city)], services=["debt_investigation", SEALING])


def begun(desk: Desk) -> OpenJourney:
    return desk.begin("sealing", signed_in(desk, service=""))


def entries(
    *,
    code: str = "",
    district: str = "",
    street: str = "",
    streets: tuple[tuple[str, str], ...] = (),
    reading: str = "",
    note: str = "",
    kept: str = "",
    ticked: bool = False,
    faults: Any = None,
) -> tuple[Any, ...]:
    """The entries of the sample page, with what was entered."""
    beside = faults or {}
    districts = (("baku", "Nəsimi rayonu"), ("ganja", "Kəpəz rayonu"))
    return (
        TextEntry(
            key="subscriber_code",
            label="Abonent kodu",
            section="Kod",
            help="Fakturada yazılıb.",
            text=code,
            fault=beside.get("subscriber_code", ""),
        ),
        ChoiceEntry(
            key="district",
            label="Rayon",
            section="Ünvan",
            help="Ünvanın rayonu.",
            options=districts,
            chosen=district,
            fault=beside.get("district", ""),
        ),
        ChoiceEntry(
            key="street",
            label="Küçə",
            section="Ünvan",
            options=streets,
            chosen=street,
            depends_on=("district",),
            fault=beside.get("street", ""),
        ),
        NumberEntry(
            key="reading",
            label="Göstərici",
            section="Sayğac",
            help="Bu günün.",
            text=reading,
            unit="m³",
            fault=beside.get("reading", ""),
        ),
        TextEntry(
            key="note",
            label="Qeyd",
            section="Sayğac",
            required=False,
            text=note,
            fault=beside.get("note", ""),
        ),
        FileEntry(
            key="photo",
            label="Şəkil",
            section="Sayğac",
            help="Sayğacın.",
            kept=kept,
            media_types=("image/png",),
            longest=1000,
            fault=beside.get("photo", ""),
        ),
        TickEntry(key="agreed", label="Razıyam", ticked=ticked, fault=beside.get("agreed", "")),
    )


def page(
    entries: tuple[Any, ...],
    *,
    holder: tuple[tuple[str, str], ...] | None = None,
    recap: tuple[str, str] = ("", ""),
    enabled: tuple[bool, bool] = (False, False),
    messages: tuple[Message, ...] = (),
) -> Screen:
    """The sample page as a whole; without a ``holder`` nothing stands there about one."""
    code, street = recap
    about = () if holder is None else (Rows("Abonent", holder),)
    return Screen(
        "start",
        "start",
        "Sayğacın plomblanması",
        "Məlumatları daxil edin.",
        entries,
        (
            *about,
            Rows(
                "Xülasə",
                (("Abonent kodu", code), ("Küçə", street), ("Gün", "20.11.2026")),
            ),
        ),
        (TARIFFS,),
        (LINK,),
        messages,
        (
            ScreenButton("code", "Yoxla", enabled[0], ("subscriber_code",)),
            ScreenButton("ask", "Davam et", enabled[1], ASKED),
        ),
    )


STREETS = (("first", "Birinci küçə"), ("cold", "Soyuq küçə"), ("closed", "Bağlı küçə"))
HOLDER = (("Ünvan", "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5"),)


def test_a_page_before_anything_is_entered(desk: Desk) -> None:
    """Lists that hang on others are empty; rows about nobody are not there."""
    assert begun(desk).screen == page(entries())


def test_a_page_with_everything_entered(desk: Desk) -> None:
    """What was typed, chosen, kept and ticked; rows about the code; buttons that are open."""
    values = {**ENTERED, "note": "Qapı 2", "photo": EXAMPLE_PHOTO}
    assert desk.fill(begun(desk), values).screen == page(
        entries(
            code=CODE,
            district="baku",
            street="first",
            streets=STREETS,
            reading="12",
            note="Qapı 2",
            kept=EXAMPLE_PHOTO.name,
            ticked=True,
        ),
        holder=HOLDER,
        recap=(CODE, "Birinci küçə"),
        enabled=(True, True),
    )


@pytest.mark.parametrize("missing", [*ASKED])
def test_a_button_waits_for_each_entry_that_it_submits(desk: Desk, missing: str) -> None:
    """A front end opens it once all that must be filled in are; the note need not be."""
    values = {**ENTERED, "photo": EXAMPLE_PHOTO}
    assert all(button.enabled for button in desk.fill(begun(desk), values).screen.buttons)
    del values[missing]
    buttons = desk.fill(begun(desk), values).screen.buttons
    assert [button.enabled for button in buttons] == [missing != "subscriber_code", False]


def test_what_fell_off_its_list_is_chosen_no_longer(desk: Desk) -> None:
    """The text stays with the journey; the screen shows nothing chosen."""
    filled = desk.fill(begun(desk), {"district": "baku", "street": "second"})
    assert filled.screen == page(entries(district="baku", streets=STREETS), recap=("", ""))
    assert filled.typed["street"] == "second"
    moved = desk.fill(filled, {"district": "ganja"})
    (street,) = (entry for entry in moved.screen.entries if entry.key == "street")
    assert isinstance(street, ChoiceEntry)
    assert (street.options, street.chosen) == ((("second", "İkinci küçə"),), "second")


def test_every_fault_stands_beside_its_entry(desk: Desk) -> None:
    """Of two faults of one entry the first is read; there is no message at the top."""
    stayed = desk.press(
        begun(desk), "ask", {"subscriber_code": "9999999999", "district": "x", "reading": "x"}
    )
    required = "Bu sahəni doldurun."
    found = faults(stayed)
    assert found == {
        "subscriber_code": "Belə kod yoxdur.",
        "district": "Siyahıdan seçin.",
        "street": required,
        "reading": found["reading"],
        "photo": "Fayl yüklənməyib.",
        "agreed": "Davam etmək üçün bu seçimi edin.",
    }
    assert stayed.screen == page(
        entries(code="9999999999", reading="x", faults=found),
        recap=("9999999999", ""),
        enabled=(True, False),
    )


def test_a_fault_of_no_entry_is_a_message(city: City, desk: Desk) -> None:
    """A port's failure belongs to the window."""
    city.faults.always("subscribers", FaultKind.UNAVAILABLE)
    stayed = desk.press(begun(desk), "code", {"subscriber_code": CODE})
    assert stayed.screen.messages == (
        Message(
            "fault",
            "Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.",
            "port_unavailable",
            "",
        ),
    )
    assert [rows.title for rows in stayed.screen.rows] == ["Xülasə"]


def test_a_press_leads_where_guards_and_gates_say(desk: Desk) -> None:
    """Frost in the street leads to another page of the same window; no frost to the end."""
    values = {**ENTERED, "photo": EXAMPLE_PHOTO}
    ended = desk.press(begun(desk), "ask", values)
    assert ended.screen == Screen(
        "end", "end", "Son", messages=(Message("success", "Gələcəyik."),), final=True
    )
    frozen = desk.press(begun(desk), "ask", {**values, "street": "cold"})
    assert frozen.screen == Screen(
        "frozen",
        "end",
        "Şaxta",
        messages=(Message("success", "Şaxta keçəndən sonra gələcəyik."),),
        final=True,
    )


def test_a_guard_of_a_button_sees_the_facts_of_the_press(city: City) -> None:
    """Values, person, day, answers of the gates, and the days of the entries."""
    seen: list[JourneyFacts] = []

    def remembering(facts: JourneyFacts) -> bool:
        seen.append(facts)
        return True

    code, ask = START.buttons
    to = To("frozen", when=(frost, remembering))
    buttons = (code, attrs.evolve(ask, to=(to, To("end"))))
    pages = (attrs.evolve(START, buttons=buttons), *JOURNEY.pages[1:])
    service = attrs.evolve(SEALING, journeys=(attrs.evolve(JOURNEY, pages=pages),))
    desk = Desk([SimulatorPlugin(city)], services=[service])
    opened = desk.begin("sealing", _person(city))
    desk.press(opened, "ask", {**ENTERED, "photo": EXAMPLE_PHOTO})
    (facts,) = seen
    today = date(2026, 11, 20)
    assert facts.person == opened.person.identity
    assert (facts.today, facts.answers) == (today, {"frost": False})
    assert facts.entered_on == dict.fromkeys([*ENTERED, "photo"], today)
    assert facts.faults == ()
    assert set(facts.values) == {*ENTERED, "photo", "day"}


def test_a_gate_of_a_button_that_fails_stops_the_press(city: City, desk: Desk) -> None:
    """It is a question like any other: the page stays with everything entered."""
    values = {**ENTERED, "photo": EXAMPLE_PHOTO}
    filled = desk.fill(begun(desk), values)
    city.faults.always("reference", FaultKind.TIMEOUT)
    stayed = desk.press(filled, "ask")
    assert (stayed.state, codes(stayed)) == ("start", ["port_timeout"])
    assert stayed.typed == filled.typed
    tables = stayed.screen.tables
    assert tables == (Table("Tariflər", ("Ay", "Məbləğ"), ()),)


def test_a_gates_fault_for_another_entry_stands_there(desk: Desk) -> None:
    """The closed street is told beside the note, as its gate says."""
    stayed = desk.press(begun(desk), "ask", {**ENTERED, "street": "closed", "photo": EXAMPLE_PHOTO})
    assert faults(stayed) == {"note": "Küçə bağlıdır."}
    assert stayed.state == "start"


def test_a_press_derives_only_what_its_button_submits(desk: Desk) -> None:
    """Yoxla looks at the code alone, whatever else is missing or faulty."""
    stayed = desk.press(begun(desk), "code", {"subscriber_code": CODE, "reading": "x"})
    assert (faults(stayed), codes(stayed)) == ({}, [])
    assert stayed.screen.rows[0] == Rows("Abonent", HOLDER)


def test_rows_about_what_a_gate_refuses_are_not_shown(desk: Desk) -> None:
    """A code outside Baku passes no gate here, so nothing of its holder is read."""
    stayed = desk.press(begun(desk), "code", {"subscriber_code": "2030405060"})
    assert faults(stayed) == {"subscriber_code": "Bu addım indi mümkün deyil."}
    assert [rows.title for rows in stayed.screen.rows] == ["Xülasə"]


def test_a_question_that_answers_nothing_shows_no_rows(city: City) -> None:
    """None is read as no rows."""
    parts = tuple(
        attrs.evolve(part, question=attrs.evolve(part.question, function=_nothing))
        if isinstance(part, Shown)
        else part
        for part in START.parts
    )
    pages = (attrs.evolve(START, parts=parts), *JOURNEY.pages[1:])
    service = attrs.evolve(SEALING, journeys=(attrs.evolve(JOURNEY, pages=pages),))
    desk = Desk([SimulatorPlugin(city)], services=[service])
    opened = desk.begin("sealing", _person(city))
    assert desk.fill(opened, {"subscriber_code": CODE}).screen.rows[0] == Rows("Abonent", ())


def test_a_question_knows_person_day_and_portal(city: City) -> None:
    """Beside the fields of the form, these are there for every question of a page."""

    @question()
    def known(person: Identity, today: date, channel: str) -> list[tuple[str, str]]:
        """Shows what it was told."""
        return [(channel, f"{today:%d.%m.%Y} {person.fin}")]

    pages = (
        attrs.evolve(START, parts=(Shown("Kim", known),), buttons=(LEAVE,)),
        *JOURNEY.pages[1:],
    )
    journey = attrs.evolve(JOURNEY, pages=pages)
    desk = Desk([SimulatorPlugin(city)], services=[attrs.evolve(SEALING, journeys=(journey,))])
    opened = desk.begin("sealing", _person(city))
    assert opened.screen.rows == (Rows("Kim", (("e-gov.az", "20.11.2026 •••••2A"),)),)


LEAVE = Button("leave", "Çıx", (To("frozen", when=(frost,)), To("end")))


def _person(city: City) -> Any:
    return signed_in(Desk([SimulatorPlugin(city)], services=[SEALING]), service="")


def _nothing(*_: object) -> None:
    """No rows."""


def drawn(city: City, page: Page, **options: Any) -> Screen:
    """A page drawn with no more than it must be given."""
    known = {"today": date(2026, 11, 20)}
    asker = Asker(lambda port: city.faults.around(REFERENCE, city.reference))
    deriving = Deriving(SEALING, JOURNEY, {}, known, asker)
    return render(SEALING, page, {}, deriving, AZERBAIJANI, sent=lambda title: TARIFFS, **options)


def test_a_message_without_a_number_has_none(city: City) -> None:
    """Where nothing was registered, the place of the number is empty."""
    page = attrs.evolve(END, message="Nömrə: {number}.")
    assert drawn(city, page).messages == (Message("success", "Nömrə: ."),)
    assert drawn(city, page, number="7").messages == (Message("success", "Nömrə: 7."),)


def test_a_list_that_fails_is_told_unless_it_may_be_empty(city: City) -> None:
    """Arriving on a page whose list cannot be read is a failure; staying on it is none."""
    page = attrs.evolve(START, parts=(PART_OF["district"],), buttons=())
    city.faults.always("reference", FaultKind.TIMEOUT)
    with pytest.raises(PortTimeout):
        drawn(city, page)
    (entry,) = drawn(city, page, lenient=True).entries
    assert isinstance(entry, ChoiceEntry)
    assert entry.options == ()


PART_OF = {entry_key(part): part for part in START.entries}


# --- the pages of the debt investigation ---------------------------------------------------------


def test_the_request_page_of_e_gov_az(desk: Desk) -> None:
    """DI-032 to DI-042: labels, help and sections as the manual has them."""
    screen = on_request(desk).screen
    assert screen.rows == (
        Rows(
            "Seçilmiş faktura",
            (
                ("Abonent kodu", CODE),
                ("Xətalı faktura nömrəsi", "F-2020-09-4050 (sentyabr 2020, 3,50 AZN)"),
            ),
        ),
        Rows("Sayğac məlumatları", (("Göstəricinin tarixi", "20.11.2026"),)),
    )
    assert [(entry.kind, entry.label, entry.section) for entry in screen.entries] == [
        ("choice", "Müraciət səbəbi", ""),
        ("number", "Sayğacın göstəricisi", "Sayğac məlumatları"),
        ("file", "Sayğacın şəkli", "Sayğac məlumatları"),
        ("text", "Telefon nömrəsi", ""),
        ("text", "Elektron poçt ünvanı", ""),
    ]


def test_the_code_pages_share_one_window(desk: Desk) -> None:
    """Figure 5 of the manual: the list appears in the window of the code."""
    screen = on_invoice(desk).screen
    assert (screen.key, screen.window) == ("invoice", "new_request")
    assert [(button.label, button.enabled) for button in screen.buttons] == [
        ("Yoxla", True),
        ("Davam et", False),
    ]


def test_the_confirmation_is_a_dialog_over_the_request(desk: Desk) -> None:
    """DI-043: over the window before, with a text and two buttons."""
    screen = desk.press(on_request(desk), "submit", REQUEST).screen
    assert (screen.dialog, screen.window, screen.final) == (True, "request", False)
    assert screen.text == "Daxil edilən məlumatların düzgünlüyünü təsdiq edirsiniz?"
    assert screen.buttons == (
        ScreenButton("confirm", "Təsdiq et"),
        ScreenButton("check_again", "İmtina"),
    )


def test_the_box_of_e_su_az_is_ticked_on_the_screen(desk: Desk) -> None:
    """DI-082: the tick survives a press that stays."""
    stayed = desk.press(on_su_request(desk), "submit", {"accuracy": "on"})
    tick = stayed.screen.entry("Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm")
    assert tick == TickEntry(key="accuracy", label=tick.label, ticked=True)
