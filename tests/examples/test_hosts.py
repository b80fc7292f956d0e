"""The example hosts: one story through each, and what a stranger, a forger and a thief meet."""

from __future__ import annotations

import asyncio
import importlib
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from examples.django_host import host as django_host
from examples.fastapi_host import host as fastapi_host
from examples.portal import Portal, Reply, Session, View
from examples.words import WORDS
from starlette.types import Message
from tests.examples.browser import Answer, Browser, Wire
from tests.examples.conftest import SITE, AsgiWire

from utility_eservices import Desk, Officer
from utility_eservices.errors import PortFailure, PortRefused, PortUnavailable, SignInFailed
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import PASSWORD
from utility_eservices.simulator.sign_in import SimulatedSignIn
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, ImagePolicy, Upload
from utility_eservices.vocabulary.person import Identity

SERVICE = "Borcun araşdırılması üzrə müraciət"
INVOICE = "F-2019-12-4050"
OUTSIDE = Path(__file__).parent.parent / "outside" / "heating" / "src"


def sign_in(browser: Browser, who: str) -> None:
    browser.come("/")
    browser.follow(SERVICE)
    browser.press("SİMA imza ilə")
    browser.fill("Ad", who)
    browser.press("Davam et")


def at_the_form(browser: Browser) -> None:
    sign_in(browser, "Aysel")
    browser.press("Yeni müraciət yarat")
    browser.fill("Abonent kodu", "1020304050")
    browser.press("Yoxla")
    browser.fill("Xətalı faktura nömrəsi", INVOICE)
    browser.press("Davam et")


def fill_in(browser: Browser) -> None:
    browser.fill("Müraciət səbəbi", "Edilmiş ödəniş nəzərə alınmayıb")
    browser.fill("Sayğacın göstəricisi", "1254")
    browser.fill("Sayğacın şəkli", EXAMPLE_PHOTO)
    browser.fill("Telefon nömrəsi", "050 200 10 20")
    browser.fill("Elektron poçt ünvanı", "aysel@example.com")


def registered(browser: Browser) -> str:
    """Bring a request to its number."""
    at_the_form(browser)
    fill_in(browser)
    browser.press("Müraciət et")
    browser.press("Təsdiq et")
    (number,) = re.findall(r"AZS-\d{4}-\d{6}", browser.page.words)
    return str(number)


# --- the story ------------------------------------------------------------------------------------


def test_a_request_goes_from_the_list_of_services_to_its_end(browser: Browser, desk: Desk) -> None:
    """Refused code, faults, photo, dialog, number, office, status, notices: all by labels."""
    sign_in(browser, "Aysel")
    browser.press("Yeni müraciət yarat")
    browser.fill("Abonent kodu", "999")
    browser.press("Yoxla")
    assert (browser.status, browser.page.faulty) == (422, {"subscriber_code"})
    assert "Abonent kodu düzgün deyil." in browser.page.words

    at_the_form_again(browser)
    fill_in(browser)
    browser.fill("Telefon nömrəsi", "050 200")
    browser.press("Müraciət et")
    assert browser.page.faulty == {"phone"}
    assert f"{WORDS['az']['kept']}: {EXAMPLE_PHOTO.name}" in browser.page.words
    browser.fill("Telefon nömrəsi", "050 200 10 20")
    browser.press("Müraciət et")
    browser.press("İmtina")
    assert browser.page.sent["meter_reading"] == "1254"
    browser.press("Müraciət et")
    browser.press("Təsdiq et")
    (number,) = re.findall(r"AZS-\d{4}-\d{6}", browser.page.words)

    office_refuses(desk, number)
    browser.follow("Müraciətlərim")
    assert "Müraciətin icrasından imtina edildi" in browser.page.words
    browser.follow(number)
    assert "İmtinanın səbəbi" in browser.page.words
    assert "Faktura düzgün tərtib edilib." in browser.page.words


def at_the_form_again(browser: Browser) -> None:
    browser.fill("Abonent kodu", "1020304050")
    browser.press("Yoxla")
    browser.fill("Xətalı faktura nömrəsi", INVOICE)
    browser.press("Davam et")


def office_refuses(desk: Desk, number: str) -> None:
    """The office's half: the operator investigates, the commission refuses."""
    desk.perform_due()
    officer = Officer("officer-1", "azersu", {"operator", "commission"})
    for event, findings in (
        ("investigate", {}),
        ("send_to_commission", {"cause": "Göstərici düzgündür."}),
        ("refuse", {"reason": "Faktura düzgün tərtib edilib."}),
    ):
        version = desk.case_for(officer, number).version
        desk.act(officer, number, event, findings, version=version)
    desk.perform_due()


def test_a_press_sent_again_makes_no_second_request(browser: Browser, city: City) -> None:
    """Whoever sends the last form once more sees the same number again."""
    number = registered(browser)
    browser.press_again()

    assert number in browser.page.words
    browser.follow("Müraciətlərim")
    assert set(re.findall(r"AZS-\d{4}-\d{6}", browser.page.words)) == {number}


def test_the_next_request_begins_anew(browser: Browser) -> None:
    """After the number the same person can send another request, in an empty form."""
    registered(browser)
    browser.press(WORDS["az"]["next"])
    browser.press("Yeni müraciət yarat")

    assert browser.page.sent["subscriber_code"] == ""


def test_a_visitor_finds_the_journey_as_it_was_left(browser: Browser) -> None:
    """Whoever looks at something else and comes back goes on where they were."""
    at_the_form(browser)
    browser.come("/")
    browser.follow(SERVICE)

    assert "Sayğacın göstəricisi (m³)" in browser.page.names


# --- who may see what -----------------------------------------------------------------------------


def test_somebody_elses_number_answers_as_none(browser: Browser) -> None:
    """Signed in, somebody gets the same page for a foreign number and for an invented one."""
    number = registered(browser)
    browser.come(f"/requests/{number}")
    assert browser.status == 200
    browser.wire.bear("")
    stranger = Browser(browser.wire)
    sign_in(stranger, "Kamran")
    stranger.come("/requests")
    assert (stranger.status, number in stranger.page.words) == (200, False)
    answers = []
    for asked in (number, "AZS-2026-999999"):
        stranger.come(f"/requests/{asked}")
        answers.append((stranger.status, stranger.page.words))

    assert answers[0] == answers[1]
    assert answers[0][0] == 404
    assert "Belə müraciət tapılmadı." in answers[0][1]


def test_nobody_sees_requests_before_signing_in(browser: Browser) -> None:
    """The page of requests asks for the sign-in, in a sentence."""
    browser.come("/requests")

    assert browser.status == 400
    assert "daxil olun" in browser.page.words


def test_a_name_that_proves_nothing_does_not_sign_in(browser: Browser) -> None:
    """The challenge stays, says so, and another means can be taken."""
    sign_in(browser, "heç kim")
    assert browser.status == 422
    assert "Giriş baş tutmadı." in browser.page.words
    browser.press(WORDS["az"]["other_means"])

    assert "Asan imza ilə" in browser.page.buttons


def test_the_session_gets_a_new_name_at_sign_in(browser: Browser) -> None:
    """Whoever knew, or planted, the session's name before the sign-in is nobody afterwards."""
    browser.follow(SERVICE)
    browser.press("SİMA imza ilə")
    known = browser.wire.session_name()
    browser.fill("Ad", "Aysel")
    browser.press("Davam et")
    assert "Yeni müraciət yarat" in browser.page.buttons
    browser.wire.bear(known)
    browser.come("/requests")

    assert browser.status == 400


class Held(Portal):
    """A portal whose pages of services wait until they are let go."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "e-gov.az", SITE)
        self.reached, self.let_go = threading.Event(), threading.Event()

    def service(self, session: Session, key: str) -> Reply:
        """Wait, and answer then."""
        session["seen"] = key  # as a page does that keeps the place of a journey
        self.reached.set()
        assert self.let_go.wait(timeout=60)
        return super().service(session, key)


@contextmanager
def in_flight(
    wire: Wire, host: ModuleType, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Answer]]:
    """While a slow request is under way; gives how to let it go, with its answer."""
    usual, held = host.portal, Held(desk)
    with ThreadPoolExecutor(1) as pool:
        monkeypatch.setattr(host, "portal", held)
        slow = pool.submit(wire.get, "/services/debt_investigation")
        assert held.reached.wait(timeout=60)
        monkeypatch.setattr(host, "portal", usual)

        def arrive() -> Answer:
            held.let_go.set()
            return slow.result()

        try:
            yield arrive
        finally:
            held.let_go.set()


def test_a_request_in_flight_learns_of_no_sign_in(
    wire: Wire, another: Wire, host: ModuleType, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever planted the session's name, and asks while its owner signs in, stays nobody."""
    browser = Browser(wire)
    browser.follow(SERVICE)
    browser.press("SİMA imza ilə")
    planted = wire.session_name()
    another.bear(planted)
    with in_flight(another, host, desk, monkeypatch) as arrive:
        browser.fill("Ad", "Aysel")
        browser.press("Davam et")
        seen = arrive()

    assert WORDS["az"]["leave"] not in seen.html
    another.bear(planted)
    assert another.get("/requests").status == 400
    browser.come("/requests")
    assert browser.status == 200


# Litestar writes a session back also under a name that has been deleted meanwhile.
@pytest.mark.parametrize(
    "host", [django_host, fastapi_host], ids=["django", "fastapi"], indirect=True
)
def test_a_request_in_flight_undoes_no_sign_out(
    wire: Wire, another: Wire, host: ModuleType, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow page that began before the sign-out brings nobody back."""
    browser = Browser(wire)
    sign_in(browser, "Aysel")
    known = wire.session_name()
    another.bear(known)
    with in_flight(another, host, desk, monkeypatch) as arrive:
        browser.press(WORDS["az"]["leave"])
        arrive()
    another.bear(known)

    assert another.get("/requests").status == 400


def test_signing_out_leaves_nothing_behind(browser: Browser) -> None:
    """The next person at the same browser is asked to sign in, and finds an empty journey."""
    at_the_form(browser)
    browser.press(WORDS["az"]["leave"])
    browser.follow(SERVICE)

    assert "SİMA imza ilə" in browser.page.buttons


def test_every_means_of_the_window_leads_to_a_challenge(browser: Browser, desk: Desk) -> None:
    """A QR code, a code to compare, an address, or fields: the host shows each, and goes back."""
    browser.follow(SERVICE)
    window = desk.sign_in_window("e-gov.az", "debt_investigation")
    shown = set()
    for button in window.buttons:
        browser.press(button.label)
        words = WORDS["az"]
        marks = (words["open_link"], words["compare"], "Parol")
        shown |= {mark for mark in marks if mark in browser.page.words}
        browser.press(words["other_means"])

    assert shown == {WORDS["az"]["open_link"], WORDS["az"]["compare"], "Parol"}
    assert all(button.label in browser.page.buttons for button in window.buttons)


def test_fields_that_are_typed_sign_in(browser: Browser, city: City) -> None:
    """By identification number one signs in with what one knows, and the password is hidden."""
    browser.follow(SERVICE)
    browser.press("İdentifikasiya nömrəsi ilə")
    browser.fill("İdentifikasiya nömrəsi", city.people["Aysel"].fin.value)
    browser.fill("Parol", PASSWORD)
    browser.press("Davam et")

    assert "Yeni müraciət yarat" in browser.page.buttons


@pytest.mark.parametrize(
    ("failure", "status"), [(PortUnavailable, 503), (PortRefused, 503), (SignInFailed, 422)]
)
def test_what_an_adapter_wrote_reaches_nobody(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, failure: type[PortFailure], status: int
) -> None:
    """Of a failure outside a page tells the kind, in the library's words."""

    def fails(*_: object) -> Identity:
        raise failure("ldap://10.0.0.3 uid={}")

    monkeypatch.setattr(SimulatedSignIn, "finish", fails)
    sign_in(browser, "Aysel")

    assert browser.status == status
    assert failure.text in browser.page.words
    assert "ldap" not in browser.page.words


# --- how much may be sent -------------------------------------------------------------------------


def test_a_file_that_is_too_large_is_told_beside_its_entry(browser: Browser) -> None:
    """A form with the largest photo, and a little more, still comes to the service."""
    at_the_form(browser)
    browser.fill("Sayğacın şəkli", Upload("sayğac.png", bytes(ImagePolicy().longest + 1)))
    browser.press("Müraciət et")

    assert browser.status == 422
    assert "meter_photo" in browser.page.faulty
    assert "Faylın həcmi 10 MB-dan çox olmamalıdır." in browser.page.words


def test_a_form_larger_than_any_is_refused(browser: Browser, host: ModuleType) -> None:
    """Also one of who has signed in; the journey stays where it was."""
    at_the_form(browser)
    put = {**browser.page.hidden[browser.path], **browser.page.sent, "-button": "submit"}
    photo = Upload("sayğac.png", bytes(host.portal.longest_form))
    answer = browser.wire.post(browser.path, put, {"meter_photo": photo})
    browser.come(browser.path)

    assert answer.status == 413
    assert "Sayğacın göstəricisi (m³)" in browser.page.names


# Litestar takes a form apart for its CSRF token before it knows the visitor.
@pytest.mark.parametrize(
    "host", [django_host, fastapi_host], ids=["django", "fastapi"], indirect=True
)
def test_who_has_not_signed_in_sends_no_file(browser: Browser) -> None:
    """What a stranger may send has no room for one, and the page says so."""
    browser.follow(SERVICE)
    put = {**browser.page.hidden[browser.path], "-button": "asan"}
    browser.send(browser.path, put, {"meter_photo": Upload("sayğac.png", bytes(100_000))})

    assert browser.status == 413
    assert WORDS["az"]["too_long"] in browser.page.words


def test_a_form_whose_length_is_not_told_is_counted() -> None:
    """Of a form that never ends, FastAPI's host reads no more than its sender may send."""
    head = b'--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n'
    chunks = iter([head, *[bytes(10_000)] * 10])
    answers: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": next(chunks), "more_body": True}

    async def send(message: Message) -> None:
        answers.append(message)

    headers = [(b"content-type", b"multipart/form-data; boundary=x")]
    where = {"type": "http", "method": "POST", "path": "/language", "query_string": b""}
    asyncio.run(fastapi_host.app({**where, "headers": headers}, receive, send))

    assert answers[0]["status"] == 413
    assert len(list(chunks)) == 6  # of the eleven


# --- the sessions of FastAPI's host ---------------------------------------------------------------


def test_who_only_looks_gets_no_session() -> None:
    """A visitor without a cookie leaves nothing behind on the server."""
    sessions = fastapi_host.Sessions()

    assert sessions.keep("", {}, renamed=False) == ""
    name = sessions.keep("", {"language": "ru"}, renamed=False)
    assert sessions.of(name) == (name, {"language": "ru"})
    assert sessions.keep(name, {}, renamed=False) == ""
    assert sessions.of(name) == ("", {})


def test_a_name_that_was_never_given_is_not_taken() -> None:
    """A planted name opens no session: the visitor gets one of the host's own."""
    sessions = fastapi_host.Sessions()

    assert sessions.of("planted") == ("", {})


def test_the_longest_unused_session_makes_room() -> None:
    """There are never more sessions than the most, and what is used stays."""
    sessions = fastapi_host.Sessions(most=2)
    first, second = (sessions.keep("", {"language": tag}, renamed=False) for tag in ("az", "en"))
    sessions.keep(first, {"language": "az"}, renamed=False)
    third = sessions.keep("", {"language": "ru"}, renamed=False)

    assert [sessions.of(name)[0] for name in (first, second, third)] == [first, "", third]


def test_a_session_ends_when_it_is_not_used() -> None:
    """An hour after its last use it is gone, also for a request that then comes back with it."""
    clock = [0.0]
    sessions = fastapi_host.Sessions(now=lambda: clock[0])
    name = sessions.keep("", {"language": "en"}, renamed=False)
    clock[0] = fastapi_host.IDLE - 1
    assert sessions.keep(name, {"language": "ru"}, renamed=False) == name
    clock[0] += fastapi_host.IDLE - 1
    assert sessions.of(name) == (name, {"language": "ru"})
    clock[0] += 1
    assert sessions.of(name) == ("", {})
    assert sessions.keep(name, {"language": "az"}, renamed=False) == ""


# --- what nobody offered --------------------------------------------------------------------------


def test_what_is_not_there_is_said_in_a_sentence(browser: Browser) -> None:
    """An unknown service is not found, a forged button is refused, and both say it."""
    browser.come("/services/no_such_service")
    assert browser.status == 404
    assert "Burada belə xidmət yoxdur." in browser.page.words
    sign_in(browser, "Aysel")
    browser.page.buttons["Sil"] = ("-button", "delete")
    browser.page.actions["Sil"] = browser.path
    browser.press("Sil")

    assert "Burada belə düymə yoxdur." in browser.page.words


def test_an_old_page_presses_nothing(browser: Browser) -> None:
    """A button of a page that is no longer open leads to the page that is."""
    sign_in(browser, "Aysel")
    old = browser.page
    browser.press("Yeni müraciət yarat")
    browser.page = old
    browser.press("Müraciətin statusunu yoxla")

    assert "Abonent kodu" in browser.page.names


def test_a_form_without_the_frameworks_token_is_refused(browser: Browser, host: ModuleType) -> None:
    """A page of another site has no token; where none is known, its forms have no cookie."""
    browser.follow(SERVICE)
    hidden = browser.page.hidden[browser.path]
    tokens = [name for name in hidden if not name.startswith("-")]
    if host is fastapi_host:
        assert (tokens, own_forms_alone(browser.wire)) == ([], True)
        return
    (token,) = tokens
    del hidden[token]
    browser.press("SİMA imza ilə")

    assert browser.status == 403


def own_forms_alone(wire: Wire) -> bool:
    """Whether the browser is told to send the cookie with no form of another site."""
    assert isinstance(wire, AsgiWire)
    answer = wire.client.post("/language", data={"language": "az"}, follow_redirects=False)
    return "samesite=lax" in answer.headers["set-cookie"].lower()


def test_languages_send_nobody_to_another_site(browser: Browser) -> None:
    """A form that names another site's address ends on the first page."""
    for back in ("//example.com", "/\\example.com", "https://example.com"):
        sent = {**browser.page.hidden["/language"], "language": "az", "back": back}
        answer = browser.wire.post("/language", sent, {})
        assert (answer.status, answer.location) == (303, "/")


def test_a_visitor_goes_on_in_another_language(browser: Browser, desk: Desk) -> None:
    """The page stays, in the language pressed; what is typed wrong then is said in it, too."""
    sign_in(browser, "Aysel")
    browser.press("Yeni müraciət yarat")
    for tag in (*desk.languages[1:], desk.languages[0]):
        browser.press(tag)
        words = desk.speaking(tag).words("debt_investigation")
        assert browser.page.language == tag
        browser.fill(words.text("Abonent kodu"), "999")
        browser.press(words.text("Yoxla"))
        assert words.text("Abonent kodu düzgün deyil.") in browser.page.words
        assert WORDS[tag]["faults"] in browser.page.words


def test_the_hosts_have_words_for_every_language(desk: Desk) -> None:
    """Each language that the desk speaks, the portal speaks too, with no word left out."""
    assert WORDS.keys() >= set(desk.languages)
    assert len({frozenset(words) for words in WORDS.values()}) == 1
    assert all(word for words in WORDS.values() for word in words.values())


def test_a_language_that_the_portal_has_no_words_for_is_not_offered(
    wire: Wire, host: ModuleType, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who was reading it goes on in Azerbaijani, on every page, and cannot choose it again."""
    browser = Browser(wire)
    sign_in(browser, "Aysel")
    again = {**browser.page.hidden["/language"], "language": "en"}
    browser.press("en")
    assert browser.page.language == "en"
    known = {tag: words for tag, words in WORDS.items() if tag != "en"}
    monkeypatch.setattr("examples.portal.WORDS", known)
    monkeypatch.setattr(host, "portal", Portal(desk, "e-gov.az", SITE))
    for path in ("/", browser.path, "/requests"):
        browser.come(path)
        assert (browser.status, browser.page.language) == (200, "az")
        assert "en" not in browser.page.buttons
    browser.send("/language", again, {})

    assert browser.status == 404
    assert "Burada belə dil yoxdur." in browser.page.words


def test_a_language_that_the_library_no_longer_has_becomes_azerbaijani(desk: Desk) -> None:
    """Whatever an old session says, a page comes."""
    shown = Portal(desk, "e-gov.az", SITE).front({"language": "de"})

    assert isinstance(shown, View)
    assert (shown.status, shown.values["language"]) == (200, "az")


def test_the_desk_is_never_asked_in_the_event_loop(
    wire: Wire, host: ModuleType, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow outside system keeps one thread waiting and no other visitor."""
    loops: list[bool] = []

    class Watched(Portal):
        def desk_for(self, session: Session) -> Desk:
            loops.append(runs_an_event_loop())
            return super().desk_for(session)

    monkeypatch.setattr(host, "portal", Watched(desk, "e-gov.az", SITE))
    sign_in(Browser(wire), "Aysel")

    assert loops
    assert not any(loops)


def runs_an_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


# --- whatever a desk hands out --------------------------------------------------------------------


def test_the_same_host_serves_another_portal(
    wire: Wire, host: ModuleType, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On e-su.az the sign-in comes first and a box is ticked: nothing changes in the host."""
    monkeypatch.setattr(host, "portal", Portal(desk, "e-su.az", SITE))
    browser = Browser(wire)
    browser.follow(SERVICE)
    browser.press("Asan imza")
    assert re.search(r"\d{4}", browser.page.words)
    browser.fill("Ad", "Aysel")
    browser.press("Davam et")
    browser.fill("Abonent kodu", "1020304050")
    browser.press("Təsdiq")
    browser.fill("Xətalı faktura nömrəsi", INVOICE)
    fill_in(browser)
    browser.press("Göndər")
    assert browser.page.faulty == {"accuracy"}
    browser.fill("Daxil edilən məlumatların", "on")
    browser.press("Göndər")

    assert re.search(r"nömrəniz: AZS-\d{4}-\d{6}", browser.page.words)


def test_a_service_of_an_outside_package_runs_in_every_host(
    wire: Wire, host: ModuleType, city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists that depend on one another are asked for again; then there is a table."""
    monkeypatch.syspath_prepend(OUTSIDE)
    schedule = importlib.import_module("heating_eservices.schedule")
    simulator = importlib.import_module("heating_eservices.simulator")
    desk = Desk([SimulatorPlugin(city), simulator.HeatingSimulator(city)], [schedule.SERVICE])
    monkeypatch.setattr(host, "portal", Portal(desk, schedule.CABINET.key, SITE))
    browser = Browser(wire)
    browser.follow("İstiliyin verilmə qrafiki")
    browser.press("Müştəri kartı ilə")
    browser.fill("Kartın sahibi", "Aysel")
    browser.press("Davam et")
    browser.fill("Şəhər", "Çinarlı")
    browser.press(WORDS["az"]["refresh"])
    browser.fill("Rayon", "Narlı")
    browser.press(WORDS["az"]["refresh"])
    browser.fill("Bina", "Nümunə küçəsi 1")
    browser.press("Qrafikə bax")

    assert "Suyun temperaturu" in browser.page.words
    assert browser.page.sent == {}
