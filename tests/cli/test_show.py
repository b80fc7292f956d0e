from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import attrs
import pytest
from tests.desk.workshop import ASK, CALL_OUT, CALLING, TOP_UP, first_code

from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.page import Typed
from utility_eservices.casework.service import Service
from utility_eservices.casework.switch import Switch
from utility_eservices.cli import services
from utility_eservices.conformance.drawing import casework_diagram, journey_diagram
from utility_eservices.desk.catalogue import Catalogue, built_in_services
from utility_eservices.desk.languages import Languages

Call = Callable[..., subprocess.CompletedProcess[str]]


SERVICES = built_in_services()
(DEBT,) = (service for service in SERVICES if service.key == "debt_investigation")


@pytest.fixture(params=SERVICES, ids=lambda service: service.key)
def service(request: pytest.FixtureRequest) -> Service:
    found: Service = request.param
    return found


def words(text: str) -> set[str]:
    return set(text.split())


def _marked(text: str, *, ours: bool) -> str:
    return f"{text} (təlimatda yoxdur)" if ours else text


def test_form(eservices: Call, service: Service) -> None:
    """Every field stands there with its label, its key and its rows, however long they are."""
    shown = eservices("show", service.key).stdout
    _, _, rest = shown.partition("\nForma\n")
    form = rest.partition("\nPəncərələr: ")[0]
    keys = "|".join(service.fields) or "none"
    records = re.split(rf"^(?=.*  (?:{keys})  )", form, flags=re.MULTILINE)[1:]

    for spec, record in zip(service.fields.values(), records, strict=True):
        assert words(record) >= {*spec.label.split(), spec.key, *spec.rows.split()}


def test_windows(eservices: Call, service: Service) -> None:
    """Every window stands there with its entries and with the buttons and where they lead."""
    shown = eservices("show", service.key).stdout

    for journey in service.journeys:
        assert ", ".join(channel.key for channel in journey.channels) in shown
        for channel in journey.channels:
            way = (_marked(step.label, ours=step.ours) for step in journey.way_from(channel.key))
            assert f"{channel.key} portalında yol: {' → '.join(way)}\n" in shown
        for part in journey.parts_of_form():
            assert words(service.fields[part.field].label) <= words(shown)
        for page in journey.pages:
            assert page.title in shown
            for button in page.buttons:
                assert f"[ {button.label} ] → {button.to[0].page}" in shown


def test_casework(eservices: Call, service: Service) -> None:
    """Every transition is a row: from where, by which act, to where, what it needs, its rows."""
    shown = eservices("show", service.key).stdout
    _, _, casework = shown.partition("\nİcra\n")
    assert bool(casework) is (service.rules is not None)

    for rule in service.rules.rules if service.rules else ():
        states = service.casework_rules.states
        source, target = states[rule.source].name, states[rule.target].name
        beginning = (source, rule.label or rule.event, target)
        (line,) = (
            line
            for line in casework.splitlines()
            if tuple(part.strip() for part in line.split("  ") if part)[:3] == beginning
        )
        assert words(line) >= set(rule.rows.split())
        for finding in rule.findings:
            assert finding.label in line


def test_notices(eservices: Call, service: Service) -> None:
    """Every notice stands there with its subject, and its words in order."""
    shown = eservices("show", service.key).stdout
    _, _, notices = shown.partition("\nBildirişlər\n")

    assert {notice.subject for notice in service.notices} <= {
        part.strip() for line in notices.splitlines() for part in line.split("  ")
    }
    for notice in service.notices:
        assert words(notice.text) <= words(notices)


@pytest.mark.parametrize("tag", ["az", "en", "ru"])
def test_mermaid(eservices: Call, service: Service, tag: str) -> None:
    """Casework and journeys are drawn in the language asked for, and nothing else is on stdout."""
    answer = eservices("show", service.key, "--mermaid", "--language", tag)
    words = Languages().of(tag, service.key)
    drawn = [casework_diagram(service.rules, words)] if service.rules else []
    drawn += [journey_diagram(journey, words) for journey in service.journeys]

    assert answer.returncode == 0
    assert re.findall(r"```mermaid\n(.*?)\n```\n", answer.stdout, re.DOTALL) == drawn
    rest = re.sub(r"\n```mermaid\n.*?\n```\n", "", answer.stdout, flags=re.DOTALL)
    assert rest.count("\n") == 2 * len(drawn) - 1
    for journey in service.journeys:
        channels = ", ".join(channel.key for channel in journey.channels)
        assert f": {channels}\n" in rest


def test_unknown_service(eservices: Call) -> None:
    """Who mistypes a key reads which keys there are."""
    answer = eservices("show", "dept_investigation")

    assert answer.returncode == 2
    assert answer.stdout == ""
    (line,) = answer.stderr.splitlines()
    assert line.startswith("eservices: “dept_investigation” adlı xidmət yoxdur.")
    assert "debt_investigation" in line


def test_service_without_casework(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that answers at once is shown all the same; its windows alone are drawn."""
    first = DEBT
    home, status = first.journeys[0].pages[:2]
    only = attrs.evolve(home, buttons=home.buttons[1:])
    journey = attrs.evolve(first.journeys[0], pages=(only, status))
    service = attrs.evolve(
        first, key="at_once", journeys=(journey,), casework=None, notices=(), rules=None
    )
    monkeypatch.setattr(services, "catalogue", lambda: Catalogue((service,)))

    assert eservices("show", "at_once").returncode == 0
    answer = eservices("show", "at_once", "--mermaid")
    assert answer.returncode == 0
    assert answer.stdout.count("stateDiagram-v2") == 1
    assert journey_diagram(journey) in answer.stdout


def test_what_is_ours_is_marked_where_it_stands(
    eservices: Call, offer: Callable[[Service], None]
) -> None:
    """A part, a button, a step or a means of ours marks itself, and not the whole window."""
    (note,) = (part for part in ASK.parts if isinstance(part, Typed) and part.field == "note")
    button = ASK.buttons[0]
    page = attrs.evolve(
        ASK,
        parts=tuple(attrs.evolve(part, ours=part is note) for part in ASK.parts),
        buttons=(attrs.evolve(button, ours=True), *ASK.buttons[1:]),
        ours=False,
    )
    window = CALLING.sign_in
    means = (attrs.evolve(window.means[0], ours=True), *window.means[1:])
    journey = attrs.evolve(
        CALLING,
        pages=(page, *CALLING.pages[1:]),
        way=(WayStep("Xidmətlər"), WayStep("Çağırış", ours=True)),
        sign_in=attrs.evolve(window, means=means),
    )
    offer(attrs.evolve(CALL_OUT, journeys=(journey,)))
    shown = eservices("show", "call_out").stdout
    windows = shown[shown.index("\nPəncərələr: ") : shown.index("\nİcra\n")]

    label = CALL_OUT.fields["note"].label
    said = [" ".join(line.split()) for line in windows.splitlines()]
    assert any(f"mətn: {label} (təlimatda yoxdur)" in line for line in said)
    assert f"{means[0].said} (təlimatda yoxdur)" in windows
    assert "Xidmətlər → Çağırış (təlimatda yoxdur)\n" in windows
    assert re.search(rf"\[ {button.label} \] → [^\[]*\(təlimatda yoxdur\)", windows)
    assert windows.count("təlimatda yoxdur") == 4


def test_headings_stand_above_what_is_under_them(eservices: Call) -> None:
    """Each once, in the words of scenarios; what a question answers stands under its own."""
    shown = eservices("show", "technical_conditions").stdout
    said = [" ".join(line.split()) for line in shown.splitlines()]

    (place,) = (number for number, line in enumerate(said) if "bölmə: Tikinti obyekti" in line)
    assert "mətn: Tikinti obyektinin ünvanı" in said[place + 1]
    assert "mətn: Obyektin təyinatı" in said[place + 2]
    assert sum("bölmə: Seçilmiş kod" in line for line in said) == 1
    assert "bölmə: Əsas məlumatlar" in eservices("show", "meter_damage").stdout


# --- what only some services have -----------------------------------------------------------------


(NOTE,) = (part for part in ASK.parts if isinstance(part, Typed) and part.field == "note")
EVERYTHING = attrs.evolve(
    CALL_OUT,
    urgent=True,
    switches=(
        Switch("call_out.free", "Pulsuz çağırış", rows="XX-001"),
        Switch("call_out.at_night", "Gecə çağırışı", default=False, ours=True),
    ),
    journeys=(
        attrs.evolve(
            CALLING,
            pages=(
                attrs.evolve(ASK, parts=(*ASK.parts[:4], attrs.evolve(NOTE, needed=first_code))),
                *CALLING.pages[1:],
            ),
        ),
    ),
)


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Service], None]:
    """Puts a service in the place of the installed ones."""

    def put(service: Service) -> None:
        monkeypatch.setattr(services, "catalogue", lambda: Catalogue((service,)))

    return put


def test_rules_places_and_what_is_known(eservices: Call, offer: Callable[[Service], None]) -> None:
    """What a utility may switch, where a field is there, what an entry begins with, the queue."""
    offer(EVERYTHING)
    lines = eservices("show", "call_out").stdout.splitlines()
    said = [" ".join(line.split()) for line in lines]

    assert "Növbə: təcili, başqa müraciətlərdən əvvəl" in said
    assert "Pulsuz çağırış call_out.free tətbiq edilir XX-001" in said
    assert "Gecə çağırışı call_out.at_night tətbiq edilmir təlimatda yoxdur" in said
    shown = "\n".join(said)
    assert "Sayğacın nömrəsi meter_number 77 yalnız bu halda: Nə olub = meter" in shown
    assert "siyahı: Abonent kodu" in shown
    for line in ("əvvəlcədən yazılır: first_code", "əvvəlcədən yazılır: known_address"):
        assert said.count(line) == 1
    assert said.count("mütləqdir, əgər: first_code") == 1
    assert "Seçilən qaydalar" in said


def test_what_is_paid_and_what_a_page_is_about(
    eservices: Call, offer: Callable[[Service], None]
) -> None:
    """The questions that answer with the bill and with the page's value; nothing where none is."""
    offer(TOP_UP)
    shown = eservices("show", "top_up").stdout

    assert "[ Ödə ] → wait, ödənilir: bill" in shown
    assert shown.count("ödənilir") == 1
    assert "cavab: receipt" in shown
    for absent in ("Növbə", "Seçilən qaydalar", "yalnız bu halda", "mütləqdir"):
        assert absent not in shown
