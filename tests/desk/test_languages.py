"""A desk in other languages: everything that it shows, explains and sends."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from tests.desk.sample import ENTERED, SEALING, furnish
from tests.desk.walking import (
    CODE,
    COMMISSION,
    EMAIL,
    INSPECTOR,
    INVOICE,
    NUMBER,
    OPERATOR,
    PHONE,
    REQUEST,
    SERVICE,
    STAFF,
    act,
    at_commission,
    correcting,
    faults,
    giving,
    on_code,
    on_confirm,
    on_invoice,
    on_request,
    perform_all,
    sent,
    signed_in,
    su_sent,
    texts,
    under_investigation,
    unknown,
)

from utility_eservices import Desk
from utility_eservices.casework.screen import ChoiceEntry
from utility_eservices.desk import languages
from utility_eservices.desk.languages import Languages
from utility_eservices.errors import (
    ActionRefused,
    CaseNotFound,
    Fault,
    JourneyEnded,
    PortNotProvided,
    UnknownName,
)
from utility_eservices.ports.notification import Letter
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Upload
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

# Whoever writes "г." after a year does not break the line before it.
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def english(city: City) -> Desk:
    """A desk that speaks English from the start."""
    return Desk([SimulatorPlugin(city)], language="en")


@pytest.fixture
def russian(desk: Desk) -> Desk:
    """The Azerbaijani desk, made to speak Russian."""
    return desk.speaking("ru")


# --- choosing -------------------------------------------------------------------------------------


def test_a_desk_says_what_it_speaks_and_could_speak(desk: Desk, english: Desk) -> None:
    """Azerbaijani is the source and comes first; a host offers what is listed."""
    assert (desk.language, english.language) == ("az", "en")
    assert desk.languages == english.languages == ("az", "en", "ru")


@pytest.mark.parametrize("tag", ["", "xx", "EN", "../en", "de"])
def test_an_unknown_language_is_told(desk: Desk, tag: str) -> None:
    """Neither a desk nor a request goes on in a language that is not there."""
    with unknown("language"):
        desk.speaking(tag)
    with unknown("language"):
        Desk([], language=tag)


def test_speaking_leaves_the_first_desk_alone(desk: Desk, english: Desk) -> None:
    """A host makes one desk and lets each visitor have it in their own language."""
    other = desk.speaking("ru")
    again = other.speaking("en")

    assert [item.language for item in (desk, other, again)] == ["az", "ru", "en"]
    assert on_code(desk).screen.entries[0].label == "Abonent kodu"
    assert on_code(other).screen.entries[0].label == "Код абонента"
    assert on_code(again).screen == on_code(english).screen


def test_visitors_of_many_languages_at_once(desk: Desk) -> None:
    """Nobody reads another's language, however many are served by one desk at a time."""
    said: dict[str, set[str]] = {tag: set() for tag in desk.languages}

    def visit(tag: str) -> None:
        for _ in range(20):
            listed = desk.speaking(tag).services("e-su.az")
            said[tag] |= {item.name for item in listed if item.key == SERVICE}

    threads = [threading.Thread(target=visit, args=(tag,)) for tag in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert said == {
        "az": {"Borcun araşdırılması üzrə müraciət"},
        "en": {"Request to investigate a debt"},
        "ru": {"Обращение о проверке задолженности"},
    }


# --- the way in -----------------------------------------------------------------------------------


def test_services_and_the_way_to_them(english: Desk, russian: Desk) -> None:
    """Names and ways are translated; the portal's address is a name."""
    (listed,) = (item for item in english.services("e-su.az") if item.key == SERVICE)
    assert listed.name == "Request to investigate a debt"
    assert listed.way == ("www.e-su.az", "E-services", "Request to investigate a debt")

    (listed,) = (item for item in russian.services("e-gov.az") if item.key == SERVICE)
    assert listed.way[:2] == ("Э-УСЛУГИ", "ВСЕ УСЛУГИ")


def test_the_sign_in_window(english: Desk, russian: Desk) -> None:
    """The same means read differently by portal, in each language; keys stay."""
    window = english.sign_in_window("e-gov.az", SERVICE)
    assert window.title == "Choose how to sign in"
    assert window.button("With Asan imza").key == "asan"

    window = russian.sign_in_window("e-su.az")
    assert window.title == "Asan Login"
    assert [button.label for button in window.buttons] == [
        "Asan imza",
        "Электронная подпись",
        "Идентификационный номер",
    ]


# --- screens --------------------------------------------------------------------------------------


def test_everything_on_a_screen_is_translated(english: Desk) -> None:
    """Title, labels, sections, help, unit, buttons; the utility's own reasons are data."""
    screen = on_request(english).screen

    assert screen.title == "Request to investigate a debt"
    assert [entry.label for entry in screen.entries] == [
        "Reason for the request",
        "Meter reading",
        "Photo of the meter",
        "Telephone number",
        "E-mail address",
    ]
    reading = screen.entry("Meter reading")
    assert (reading.section, reading.help) == (
        "Meter data",
        "The meter reading on the day on which the request is sent.",
    )
    assert [rows.title for rows in screen.rows] == ["Selected invoice", "Meter data"]
    assert [button.label for button in screen.buttons] == ["Submit the request"]
    reason = screen.entry("Reason for the request")
    assert isinstance(reason, ChoiceEntry)
    assert dict(reason.options)["payment_missing"] == "Edilmiş ödəniş nəzərə alınmayıb"


@pytest.mark.parametrize(
    ("tag", "option", "day"),
    [
        ("az", "F-2019-12-4050 (dekabr 2019, 59,85 AZN)", "20.11.2026"),
        ("en", "F-2019-12-4050 (December 2019, 59.85 AZN)", "20/11/2026"),
        ("ru", "F-2019-12-4050 (декабрь 2019 г., 59,85 AZN)", "20.11.2026"),
    ],
)
def test_months_amounts_and_days(desk: Desk, tag: str, option: str, day: str) -> None:
    """What a list offers and a row shows is written as the language writes it."""
    speaking = desk.speaking(tag)
    entry = on_invoice(speaking).screen.entries[-1]
    assert isinstance(entry, ChoiceEntry)
    offered = [label.replace(NBSP, " ").replace("\u202f", " ") for _, label in entry.options]
    assert option in offered

    (_, date_row) = on_request(speaking).screen.rows
    assert [text for _, text in date_row.rows] == [day]


def test_what_a_language_writes_is_also_read(english: Desk) -> None:
    """Both decimal marks are understood, whichever language is spoken."""
    for typed in ("1254.5", "1254,5"):
        opened = english.press(on_request(english), "submit", {**REQUEST, "meter_reading": typed})
        assert opened.screen.title == "Confirmation"


@pytest.mark.parametrize(
    ("tag", "code", "photo", "phone", "empty"),
    [
        (
            "en",
            "The subscriber code must have 1–13 digits.",
            "The file must not be larger than 10 MB.",
            "The telephone number is not right. Write it like this: 050 123 45 67.",
            "The e-mail address has not been entered.",
        ),
        (
            "ru",
            "Код абонента должен состоять из 1–13 цифр.",
            "Размер файла не должен превышать 10 МБ.",
            "Номер телефона неверен. Пишите так: 050 123 45 67.",
            "Адрес электронной почты не введён.",
        ),
    ],
)
def test_faults_come_with_their_values(
    desk: Desk, tag: str, code: str, photo: str, phone: str, empty: str
) -> None:
    """Beside each entry, all at once, with the number of digits and megabytes in the sentence."""
    speaking = desk.speaking(tag)
    refused = speaking.press(on_code(speaking), "check", {"subscriber_code": "12x"})
    assert faults(refused) == {"subscriber_code": code}

    heavy = Upload("meter.png", EXAMPLE_PHOTO.content + bytes(11 * 1024 * 1024))
    values = {**REQUEST, "meter_photo": heavy, "phone": "050", "email": ""}
    refused = speaking.press(on_request(speaking), "submit", values)
    assert faults(refused) == {"meter_photo": photo, "phone": phone, "email": empty}


def test_a_fault_of_an_entry_elsewhere_names_it(russian: Desk, city: City) -> None:
    """The label stands before the sentence, both in the same language."""
    waiting = on_confirm(russian)
    code = SubscriberCode(CODE)
    withdrawn = (attrs.evolve(item, presented=False) for item in city.billing.invoices(code))
    city.billing.add(code, *withdrawn)
    back = russian.press(waiting, "confirm")

    assert texts(back) == ["Номер ошибочного счёта: В этом списке нечего выбрать."]


def test_a_service_says_its_own_fault(russian: Desk) -> None:
    """What a gate answers is in the service's catalogue."""
    refused = russian.press(on_code(russian), "check", {"subscriber_code": "999"})
    assert faults(refused) == {"subscriber_code": "Код абонента неверен."}


def test_the_success_message_holds_the_number(english: Desk, russian: Desk) -> None:
    """By each portal's own words."""
    (message,) = texts(sent(english))
    assert message == (
        "Your request has been registered. Thank you for using our service. "
        f"Your request number: {NUMBER}"
    )
    (message,) = texts(su_sent(russian))
    assert message.startswith("Ваше обращение принято. Номер вашего обращения: ")


# --- changing the language midway -----------------------------------------------------------------


def test_a_journey_goes_on_in_another_language(desk: Desk) -> None:
    """The same screen is shown anew; what was typed and chosen is still there."""
    opened = desk.fill(on_invoice(desk), {"faulty_invoice": INVOICE})
    shown = desk.speaking("en").show(opened)

    assert opened.screen.title == "Yeni müraciət yarat"
    assert shown.screen.title == "Create a new request"
    code, invoice = shown.screen.entries
    assert getattr(code, "text", "") == CODE
    assert getattr(invoice, "chosen", "") == INVOICE
    onward = desk.speaking("ru").press(shown, "continue")
    assert onward.screen.entries[0].label == "Причина обращения"


def test_a_resumed_journey_speaks_as_the_desk_that_resumes_it(desk: Desk) -> None:
    """What is suspended holds no words of a screen."""
    person = signed_in(desk)
    kept = desk.suspend(on_code(desk, person))
    resumed = desk.speaking("ru").resume(kept, person)

    assert resumed.screen.title == "Создать новое обращение"


# --- following ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "columns", "row"),
    [
        (
            "en",
            ("Request number", "Service", "Sent", "Status", "Result"),
            (
                NUMBER,
                "Request to investigate a debt",
                "20 November 2026, 13:00",
                "Execution refused",
                "Cause of the debt: Göstərici səhv oxunub. Reason for the refusal: Düzgündür.",
            ),
        ),
        (
            "ru",
            ("Номер обращения", "Услуга", "Отправлено", "Статус", "Результат"),
            (
                NUMBER,
                "Обращение о проверке задолженности",
                "20 ноября 2026, 13:00",
                "В исполнении отказано",
                "Причина возникновения долга: Göstərici səhv oxunub. Причина отказа: Düzgündür.",
            ),
        ),
    ],
)
def test_the_status_table(desk: Desk, tag: str, columns: object, row: object) -> None:
    """Headings, names, instants and statuses are translated; what officers wrote is theirs."""
    number = at_commission(desk)
    act(desk, number, "refuse", {"reason": "Düzgündür."})
    speaking = desk.speaking(tag)
    opened = speaking.press(speaking.begin(SERVICE, signed_in(desk)), "status")

    (table,) = opened.screen.tables
    assert table.columns == columns
    assert table.rows == (row,)


def test_the_portals_own_status_place(russian: Desk) -> None:
    """Its path and title are translated by the service that declares it."""
    person = signed_in(russian, channel="e-su.az")
    su_sent(russian, person)
    screen = russian.status_screen(person)

    assert (screen.title, screen.text) == ("Обращения", "Уведомления и обращения → Обращения")
    assert screen.tables[0].columns[0] == "Номер обращения"


def test_the_explanation(english: Desk) -> None:
    """What happened, who holds it and what may come next, in the language of who asks."""
    number = under_investigation(english)
    explained = english.explain(number, signed_in(english))

    assert explained.text.splitlines() == [
        "20 November 2026, 13:00 – Registered.",
        "20 November 2026, 13:00 – Forwarded for execution.",
        "20 November 2026, 13:00 – Under investigation.",
        "An operator is investigating the data of the request and the cause of the debt.",
        "The request is now with: Operator.",
        "What may come next:",
        "– Being checked on site",
        "– Sent to the commission",
        "– Finalised without a correction",
    ]
    assert english.case(signed_in(english), number).status == "Under investigation"


def test_what_was_stated_is_said_in_the_readers_language(desk: Desk) -> None:
    """Officers read labels and amounts as their own desk writes them."""
    number = correcting(desk)

    told = desk.speaking("en").explain(number, COMMISSION).text
    assert "Amount of the invoice after the correction: 2.10 AZN" in told
    told = desk.speaking("ru").explain(number, COMMISSION).text
    assert "Сумма счёта после корректировки: 2,10 AZN" in told


# --- the office -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "acts"),
    [
        (
            "en",
            {
                "Order an on-site check": [],
                "Send the documents to the commission": ["Cause of the debt"],
                "Finalise without a correction": ["Cause of the debt"],
            },
        ),
        (
            "ru",
            {
                "Назначить проверку на месте": [],
                "Направить документы в комиссию": ["Причина возникновения долга"],
                "Завершить без корректировки": ["Причина возникновения долга"],
            },
        ),
    ],
)
def test_what_an_officer_may_do(desk: Desk, tag: str, acts: Mapping[str, list[str]]) -> None:
    """Acts and what is to be stated are labelled in the officer's language."""
    case = desk.case_for(OPERATOR, under_investigation(desk))
    actions = desk.speaking(tag).actions(case, OPERATOR)

    assert {item.label: [spec.label for spec in item.findings] for item in actions} == acts


def test_the_unit_of_what_is_to_be_stated(russian: Desk) -> None:
    """Units are translated with the labels."""
    number = under_investigation(russian)
    act(russian, number, "order_on_site_check")
    (action,) = russian.actions(russian.case_for(INSPECTOR, number), INSPECTOR)
    (spec,) = action.findings

    assert (spec.label, spec.unit) == ("Показание, уточнённое на месте", "м³")


@pytest.mark.parametrize(
    ("tag", "told", "long"),
    [
        (
            "en",
            "This action is not possible now.",
            "The text can have at most 2,000 characters.",
        ),
        (
            "ru",
            "Сейчас это действие невозможно.",
            f"Текст может содержать не более 2{NBSP}000 символов.",
        ),
    ],
)
def test_why_an_act_is_refused(desk: Desk, tag: str, told: str, long: str) -> None:
    """The error and each of its reasons can be said, with values and plural."""
    number = under_investigation(desk)
    with pytest.raises(ActionRefused) as caught:
        act(desk, number, "send_to_commission", {"cause": "x" * 2001})

    speaking = desk.speaking(tag)
    assert speaking.say(caught.value) == told
    assert [speaking.say(fault) for fault in caught.value.faults] == [long]


# --- saying ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (1, "at most 1 character.", "не более 1 символа."),
        (3, "at most 3 characters.", "не более 3 символов."),
        (21, "at most 21 characters.", "не более 21 символа."),
    ],
)
def test_a_count_has_the_plural_of_its_language(
    desk: Desk, count: int, english: str, russian: str
) -> None:
    """Two forms in English, three in Russian, one in Azerbaijani."""
    limit = "Mətn ən çoxu {count} simvoldan ibarət ola bilər."
    fault = Fault("note", "too_long", limit, {"count": count})

    assert desk.speaking("en").say(fault).endswith(english)
    assert desk.speaking("ru").say(fault).endswith(russian)
    assert desk.say(fault) == f"Mətn ən çoxu {count} simvoldan ibarət ola bilər."


def test_errors_are_said(desk: Desk, english: Desk, russian: Desk) -> None:
    """Whatever the library raises can be shown to a person, with and without values."""
    error = PortNotProvided(port="billing", scope="azersu")

    assert english.say(CaseNotFound()) == "No such request was found."
    assert russian.say(JourneyEnded()) == "Это обращение уже завершено. Начните новое."
    assert english.say(error) == "No plugin provides the port “billing” for “azersu”."
    assert desk.say(error) == error.message


def test_a_service_is_said_without_naming_it(russian: Desk) -> None:
    """A fault does not say whose it is: all catalogues are looked into."""
    assert russian.say(Fault("", "code_unknown", "Abonent kodu düzgün deyil.")) == (
        "Код абонента неверен."
    )


def test_a_host_writes_in_the_language_of_the_desk(desk: Desk) -> None:
    """What stands around a screen is written as on it."""
    amount = Money.of("1234.5")

    assert desk.words().said(amount) == "1.234,50 AZN"
    assert desk.speaking("en").words().said(amount) == "1,234.50 AZN"
    assert desk.speaking("ru").words().said(amount) == f"1{NBSP}234,50 AZN"
    assert desk.speaking("ru").words(SERVICE).text("Davam et") == "Продолжить"


# --- notices --------------------------------------------------------------------------------------


def test_notices_are_in_the_language_of_the_request(desk: Desk, city: City) -> None:
    """Sent by an English visitor, told in English by a worker whose desk speaks Azerbaijani."""
    sent(desk.speaking("en"))
    desk.perform_due()

    assert city.emails.letters == [
        Letter(
            EMAIL,
            "Request registered",
            "The request that you sent through the service “Request to investigate a debt” has "
            f"been registered. Your request number: {NUMBER}",
        )
    ]
    assert city.texts.letters == [
        Letter(PHONE, "", f"Your request has been registered. Number: {NUMBER}")
    ]


def test_later_notices_are_in_it_too(desk: Desk, city: City) -> None:
    """To the end, by every medium, whoever acts and in whatever language they do."""
    english = desk.speaking("en")
    opened = su_sent(desk.speaking("ru"))
    perform_all(english)
    act(english, opened.number, "investigate")
    perform_all(desk)

    person = signed_in(desk, channel="e-su.az")
    newest = desk.inbox(person)[0]
    assert newest.subject == "Статус обращения изменился"
    assert newest.text == f"Новый статус вашего обращения {opened.number}: Рассматривается"
    assert city.texts.letters[-1].text == newest.text


def test_the_language_at_the_moment_of_sending_counts(desk: Desk, city: City) -> None:
    """Who changes the language midway is written to in the last one."""
    sent_in_russian = desk.speaking("ru").press(on_confirm(desk.speaking("en")), "confirm")
    desk.perform_due()

    assert sent_in_russian.number
    assert city.emails.letters[0].subject == "Обращение зарегистрировано"


def test_a_worker_without_the_language_sends_all_the_same(
    desk: Desk, city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notice in Azerbaijani is better than none."""
    sent(desk.speaking("en"))
    monkeypatch.setattr(Languages, "tags", ("az",))
    Desk([SimulatorPlugin(city)]).perform_due()

    assert city.emails.letters[0].subject == "Müraciət qeydiyyata alındı"


# --- catalogues of outside packages ---------------------------------------------------------------


@pytest.fixture
def outside(tmp_path: Path, city: City) -> Desk:
    """A desk with an outside service, part of which its package translates into English."""
    catalogue = Catalog(locale="en")
    catalogue.add("Sayğacın plomblanması", "Sealing of a meter")
    # The library says this, too: the service's own word goes first.
    catalogue.add("Fayl yüklənməyib.", "Take a photo.")
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "sealing.mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
    return Desk(
        [SimulatorPlugin(furnish(city)), giving(locale=tmp_path)],
        services=[SEALING],
        language="en",
    )


def test_an_outside_service_speaks_by_its_own_catalogue(outside: Desk) -> None:
    """What its package translates is said so, before the library's word for the same."""
    opened = outside.begin("sealing", signed_in(outside, service=""))
    refused = outside.press(opened, "ask", {**ENTERED, "agreed": ""})

    assert opened.screen.title == "Sealing of a meter"
    said = {*faults(refused).values(), *texts(refused)}
    assert "Take a photo." in said
    assert "Tick this box to go on." in said


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", b"\xde\x12\x04\x95" + b"\xff" * 24, b"\xde\x12\x04\x95\0\0"],
    ids=["empty", "nonsense", "astray", "short"],
)
def test_a_catalogue_that_cannot_be_read_is_left_out(
    outside: Desk, tmp_path: Path, city: City, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    """No page fails of it: its service is Azerbaijani, the library is not, and the log names it."""
    file = tmp_path / "en" / "LC_MESSAGES" / "sealing.mo"
    file.write_bytes(content)
    desk = Desk(
        [SimulatorPlugin(furnish(city)), giving(locale=tmp_path)],
        services=[SEALING],
        language="en",
    )
    opened = desk.begin("sealing", signed_in(desk, service=""))
    refused = desk.press(opened, "ask", {**ENTERED, "agreed": ""})

    assert opened.screen.title == "Sayğacın plomblanması"
    assert "Tick this box to go on." in {*faults(refused).values(), *texts(refused)}
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    assert all(f"the catalogue {file} cannot be read" in line for line in caplog.messages)


def test_the_languages_are_those_of_the_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What there is to choose from is found out once, and stays the same on every page."""
    monkeypatch.setattr(languages, "own_folder", lambda: tmp_path)
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    begun = Languages()
    (folder / "utility_eservices.mo").touch()

    assert begun.tags == ("az",)
    assert Languages().tags == ("az", "de")
    assert languages.tags_in(tmp_path) == ["de"]
    assert languages.tags_in(tmp_path / "nothing") == []


def test_what_nobody_translates_stays_azerbaijani(outside: Desk) -> None:
    """No button is ever empty."""
    opened = outside.begin("sealing", signed_in(outside, service=""))

    assert opened.screen.button("Davam et").key == "ask"
    assert opened.screen.entries[0].label == "Abonent kodu"


def test_a_package_brings_no_language_to_the_library(tmp_path: Path, city: City) -> None:
    """A desk speaks what the library speaks: half a language would be worse than none."""
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    with (tmp_path / "de" / "LC_MESSAGES" / "sealing.mo").open("wb") as compiled:
        write_mo(compiled, Catalog(locale="de"))
    desk = Desk([SimulatorPlugin(city), giving(locale=tmp_path)], services=[SEALING])

    assert desk.languages == ("az", "en", "ru")
    with unknown("language"):
        desk.speaking("de")


def test_officers_and_applicants_of_one_case_read_their_own_language(desk: Desk) -> None:
    """A request has a language for its notices; who looks at it has their own."""
    number = sent(desk.speaking("ru")).number

    assert desk.speaking("en").explain(number, STAFF).told == "Your request has been registered."
    assert desk.case(signed_in(desk), number).told == "Müraciətiniz qeydiyyata alınıb."


def test_a_desk_is_made_once_for_each_language(desk: Desk) -> None:
    """However often a portal asks, and from whichever desk it asks."""
    english = desk.speaking("en")
    assert desk.speaking("en") is english
    assert english.speaking("az") is desk
    assert english.speaking("ru").speaking("en") is english


def test_words_are_those_of_a_service_that_is_offered(desk: Desk) -> None:
    """What comes out of somebody's URL finds no catalogue."""
    for key in ("../nothing", "nothing", "cli"):
        with pytest.raises(UnknownName):
            desk.words(key)


@pytest.mark.parametrize("tag", [[], {}, None, 7, "", "../az"])
def test_what_is_no_tag_is_no_language(desk: Desk, tag: Any) -> None:
    """Whatever came out of somebody's URL."""
    with pytest.raises(UnknownName):
        desk.speaking(tag)
    with pytest.raises(UnknownName):
        Desk(["simulator"], language=tag)


@pytest.mark.parametrize("domain", ["debt_investigation", "utility_eservices"])
def test_no_package_speaks_for_another(city: City, tmp_path: Path, domain: str) -> None:
    """Neither for the library nor for a service that has a catalogue of its own."""
    file = tmp_path / "en" / "LC_MESSAGES" / f"{domain}.mo"
    file.parent.mkdir(parents=True)
    catalogue = Catalog(locale="en")
    catalogue.add("Abonent kodu", "Wrong")
    catalogue.add("Bu sahəni doldurun.", "Wrong")
    with file.open("wb") as compiled:
        write_mo(compiled, catalogue)
    desk = Desk([SimulatorPlugin(city), giving(locale=tmp_path)], language="en")
    for words in (desk.words(), desk.words("debt_investigation")):
        assert words.text("Abonent kodu") == "Subscriber code"
        assert words.text("Bu sahəni doldurun.") != "Wrong"
