"""What the pages say is so: their code runs, their commands exist, their tables are the code's."""

from __future__ import annotations

import io
import re
import runpy
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.docs.pages import (
    REPOSITORY,
    blocks,
    commands,
    exists,
    features,
    first_column,
    printed,
    prose,
    python,
    quoted,
    shown,
    tables,
)

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
from utility_eservices.conformance import steps
from utility_eservices.conformance.driver import UPLOADS
from utility_eservices.conformance.wording import FAILURES, SYSTEMS
from utility_eservices.simulator.residents import ACCOUNTS, RESIDENTS
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Upload
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU

README, CONTRIBUTING, ANALYST = PAGES = ("README.md", "CONTRIBUTING.md", "docs/analyst.md")
# How wide the picture in the README is drawn.
PICTURE = 92


# --- the code of the pages ------------------------------------------------------------------------


def scripts() -> list[str]:
    """The README's Python, apart from the portal."""
    found = [block.text for block in blocks(README) if block.language == "python"]
    return [text for text in found if not text.startswith("# portal.py")]


def test_the_readme_shows_the_screen_that_its_first_example_arrives_at() -> None:
    """The picture is the screen, drawn as the command line draws it."""
    draw = (
        "from rich.console import Console\n"
        "from utility_eservices.cli.screens import put_screen\n"
        f"put_screen(Console(width={PICTURE}), journey.screen)\n"
    )
    drawn = python("-c", scripts()[0] + draw)
    picture = next(block.text for block in blocks(README) if block.language == "text")

    assert shown(drawn.stdout) == shown(picture)


def test_the_readmes_examples_print_what_stands_below_them() -> None:
    """Run one after another, they print the texts beneath them, and nothing else."""
    done = python("-c", "\n".join(scripts()))

    assert printed(README)
    assert shown(done.stdout) == "\n".join(printed(README))


def test_the_code_of_contributing_runs() -> None:
    """Whoever copies the port or the phrase has something that works."""
    code = [block.text for block in blocks(CONTRIBUTING) if block.language == "python"]
    done = python("-c", "\n".join(code))

    assert code
    assert (done.returncode, done.stdout) == (0, "")


# --- the portal of the README ---------------------------------------------------------------------

# Runs a file as a program, but on a free port, which it prints.
ON_A_FREE_PORT = """
import runpy, sys
from wsgiref import simple_server

def made(host, port, portal, make=simple_server.make_server):
    server = make(host, 0, portal)
    print(server.server_port, flush=True)
    return server

simple_server.make_server = made
runpy.run_path(sys.argv[1], run_name="__main__")
"""


@pytest.fixture
def portal_file(tmp_path: Path) -> Path:
    """The README's portal, saved as the README says."""
    (code,) = (block.text for block in blocks(README) if block.text.startswith("# portal.py"))
    file = tmp_path / "portal.py"
    file.write_text(code, "utf-8")
    return file


@contextmanager
def visiting(portal_file: Path) -> Iterator[Visitor]:
    """Run a portal, and be somebody in front of it."""
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", ON_A_FREE_PORT, str(portal_file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        port = server.stdout.readline()
        try:
            yield Visitor(int(port))
        finally:
            server.terminate()


@pytest.fixture
def visitor(portal_file: Path) -> Iterator[Visitor]:
    """Somebody in front of the README's portal."""
    with visiting(portal_file) as somebody:
        yield somebody


class Page(HTMLParser):
    """A page as a person sees it: its words, and what the form has, by label."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.sent: dict[str, str | Upload] = {}
        self.names: dict[str, str] = {}
        self.options: dict[str, dict[str, str]] = {}
        self.buttons: dict[str, str] = {}
        self._began = 0
        self._value: str | None = None
        self._entry = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A control, or the beginning of something with a label."""
        given = {name: value or "" for name, value in attrs}
        if tag in {"input", "select"}:
            self._take(given)
        if tag in {"label", "option", "button"}:
            self._began, self._value = len(self.words), given.get("value", "")
        if "selected" in given:
            self.sent[self._entry] = given["value"]

    def _take(self, given: Mapping[str, str]) -> None:
        self._entry = given["name"]
        if given.get("type") != "hidden":
            self.names[self.words[self._began :].strip()] = self._entry
        if given.get("type") == "file":
            self.sent[self._entry] = Upload("", b"")
        elif given.get("type") != "checkbox" or "checked" in given:
            self.sent[self._entry] = given.get("value", "on" if "checked" in given else "")

    def handle_endtag(self, tag: str) -> None:
        """What can be chosen or pressed, now that its label has been read."""
        if tag == "option":
            self.options.setdefault(self._entry, {})[self.words[self._began :]] = self._value or ""
        if tag == "button":
            self.buttons[self.words[self._began :]] = self._value or ""

    def handle_data(self, data: str) -> None:
        """What can be read."""
        self.words += data


class Visitor:
    """A browser: fills in forms and sends them as browsers do, and knows no service."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._cookie = ""
        self._body = b""
        self.come()

    def come(self) -> None:
        """Go to the address, for the first time or again."""
        self._ask("GET", b"")

    def fill(self, label: str, value: str | Upload) -> None:
        """Type, choose what can be read in the list, or take a file."""
        name = self.page.names[label]
        if name in self.page.options and isinstance(value, str):
            value = self.page.options[name][value]
        self.page.sent[name] = value

    def press(self, label: str) -> None:
        """Send the form by one of its buttons."""
        self._body = multipart({**self.page.sent, "-button": self.page.buttons[label]})
        self.press_again()

    def press_again(self) -> None:
        """Send once more what was sent last."""
        self._ask("POST", self._body)

    def _ask(self, method: str, body: bytes) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self._cookie, "Content-Type": f"multipart/form-data; boundary={LINE}"}
        connection.request(method, "/", body, headers)
        answer = connection.getresponse()
        self.status, self.page = answer.status, Page(answer.read().decode())
        self._cookie = answer.headers["Set-Cookie"].partition(";")[0]
        connection.close()


# What browsers put between the parts of a form.
LINE = "----sinaq"


def multipart(form: Mapping[str, str | Upload]) -> bytes:
    parts = []
    for name, value in form.items():
        head = f'Content-Disposition: form-data; name="{name}"'
        if isinstance(value, Upload):
            head += f'; filename="{value.name}"\r\nContent-Type: application/octet-stream'
        body = value.content if isinstance(value, Upload) else value.encode()
        parts.append(f"--{LINE}\r\n{head}\r\n\r\n".encode() + body + b"\r\n")
    return b"".join(parts) + f"--{LINE}--\r\n".encode()


def test_the_portal_brings_a_request_to_its_number(visitor: Visitor) -> None:
    """A person who only reads the pages can sign in, err, correct, confirm, and look it up."""
    visitor.press("SİMA imza ilə")
    visitor.press("Yeni müraciət yarat")
    visitor.fill("Abonent kodu", "999")
    visitor.press("Yoxla")
    assert "Abonent kodu düzgün deyil." in visitor.page.words
    visitor.fill("Abonent kodu", "1020304050")
    visitor.press("Yoxla")
    visitor.fill("Xətalı faktura nömrəsi", "F-2019-12-4050 (dekabr 2019, 59,85 AZN)")
    visitor.press("Davam et")
    visitor.fill("Müraciət səbəbi", "Edilmiş ödəniş nəzərə alınmayıb")
    visitor.fill("Sayğacın göstəricisi", "1254")
    visitor.fill("Sayğacın şəkli", EXAMPLE_PHOTO)
    visitor.fill("Telefon nömrəsi", "050 200")
    visitor.fill("Elektron poçt ünvanı", "aysel@example.com")
    visitor.press("Müraciət et")
    assert "Telefon nömrəsi düzgün deyil." in visitor.page.words
    assert EXAMPLE_PHOTO.name in visitor.page.words
    visitor.fill("Telefon nömrəsi", "050 200 10 20")
    visitor.press("Müraciət et")
    visitor.press("İmtina")
    visitor.press("Müraciət et")
    visitor.press("Təsdiq et")
    (number,) = re.findall(r"AZS-\d{4}-\d{6}", visitor.page.words)

    visitor.press_again()
    assert number in visitor.page.words
    visitor.come()
    visitor.press("Müraciətin statusunu yoxla")
    assert re.findall(r"AZS-\d{4}-\d{6}", visitor.page.words) == [number]


def test_the_portal_serves_another_channel_as_the_readme_says(portal_file: Path) -> None:
    """On e-su.az, with a sign-in before the service and a box to tick, nothing else changes."""
    code = portal_file.read_text("utf-8").replace('"e-gov.az"', '"e-su.az"')
    code = re.sub(r"(sign_in_window|begin_sign_in)\((.*), SERVICE\)", r"\1(\2)", code)
    portal_file.write_text(code, "utf-8")
    with visiting(portal_file) as visitor:
        visitor.press("Asan imza")
        visitor.fill("Abonent kodu", "1020304050")
        visitor.press("Təsdiq")
        visitor.fill("Xətalı faktura nömrəsi", "F-2019-12-4050 (dekabr 2019, 59,85 AZN)")
        visitor.fill("Müraciət səbəbi", "Edilmiş ödəniş nəzərə alınmayıb")
        visitor.fill("Sayğacın göstəricisi", "1254")
        visitor.fill("Sayğacın şəkli", EXAMPLE_PHOTO)
        visitor.fill("Telefon nömrəsi", "050 200 10 20")
        visitor.fill("Elektron poçt ünvanı", "aysel@example.com")
        visitor.press("Göndər")
        assert "Davam etmək üçün bu seçimi edin." in visitor.page.words
        visitor.fill("Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm", "on")
        visitor.press("Göndər")

    assert re.search(r"nömrəniz: AZS-\d{4}-\d{6}", visitor.page.words)


def test_the_portal_tells_visitors_apart(visitor: Visitor) -> None:
    """Whoever comes without the cookie is asked to sign in, whoever comes with it goes on."""
    visitor.press("SİMA imza ilə")
    stranger = Visitor(visitor.port)
    visitor.come()

    assert "SİMA imza ilə" in stranger.page.buttons
    assert "Yeni müraciət yarat" in visitor.page.buttons


def test_the_portal_answers_a_forged_press_with_a_sentence(visitor: Visitor) -> None:
    """What no screen offers is refused in Azerbaijani, and the visitor goes on as before."""
    visitor.press("SİMA imza ilə")
    visitor.page.buttons["Sil"] = "delete"
    visitor.press("Sil")

    assert (visitor.status, visitor.page.words) == (400, "Burada belə düymə yoxdur.")
    visitor.come()
    assert "Yeni müraciət yarat" in visitor.page.buttons


def test_the_portal_shows_whatever_a_screen_has(portal_file: Path) -> None:
    """Every kind of thing on a screen is on the page, and no text of it is taken for HTML."""
    page = Page("".join(runpy.run_path(str(portal_file))["page"](EVERYTHING)))

    seen = ["Başlıq <b>", "Mətn & mətn", "Xəbər <", "Səhv", "İzah", "m³", "sayğac.png"]
    seen += ["Bölmə", "<i>", "Cədvəl", "Sütun", "Xana <", "Keçid"]
    assert [text for text in seen if text not in page.words] == []
    assert page.names == {entry.label: entry.key for entry in EVERYTHING.entries}
    assert page.sent == {
        "-screen": "all",
        "typed": "it's <b>",
        "counted": "12",
        "chosen": "b'",
        "uploaded": Upload("", b""),
        "ticked": "on",
    }
    assert page.options == {"chosen": {"Bir <": "a", "İki": "b'"}}
    assert page.buttons == {"Davam et": "go"}


# A screen with one of each kind of thing, and texts that HTML would take for its own.
EVERYTHING = Screen(
    "all",
    "all",
    "Başlıq <b>",
    text="Mətn & mətn",
    entries=(
        TextEntry(key="typed", label="Yazılan", text="it's <b>", fault="Səhv", help="İzah"),
        NumberEntry(key="counted", label="Sayılan", text="12", unit="m³"),
        ChoiceEntry(
            key="chosen", label="Seçilən", options=(("a", "Bir <"), ("b'", "İki")), chosen="b'"
        ),
        FileEntry(key="uploaded", label="Yüklənən", kept="sayğac.png"),
        TickEntry(key="ticked", label="Təsdiqlənən", ticked=True),
    ),
    rows=(Rows("Bölmə", (("Ad", "<i>"),)),),
    tables=(Table("Cədvəl", ("Sütun",), (("Xana <",),)),),
    links=(Link("Keçid", "https://example.com/?a='b'"),),
    messages=(Message("fault", "Xəbər <"),),
    buttons=(ScreenButton("go", "Davam et"),),
)


def test_the_portal_takes_files_byte_by_byte(portal_file: Path) -> None:
    """Line ends and dashes inside a file stay, its name keeps its letters, none is not a file."""
    photo = Upload("sayğac şəkli.png", bytes(range(256)) + b"\r\n--\r\n\r\n")
    body = multipart({"photo": photo, "other": Upload("", b""), "text": "ə\r\nı"})
    received = runpy.run_path(str(portal_file))["received"](
        {
            "CONTENT_TYPE": f"multipart/form-data; boundary={LINE}",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
        }
    )

    assert dict(received) == {"photo": photo, "other": "", "text": "ə\r\nı"}


# --- what the pages name --------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_exist(page: str) -> None:
    """Each command that a page names can be run, with the options that it names."""
    named = commands(page)

    assert named
    assert [words for words in named if not exists(words)] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_links_of_a_page_lead_somewhere(page: str) -> None:
    """A link to a file leads to one that is there, a link within a page to a heading."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    anchors = {"#" + re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in headings}
    links = re.findall(r"\]\(([^)]+)\)", prose(page))
    folder = (REPOSITORY / page).parent

    assert links
    assert [link for link in links if link not in anchors and not (folder / link).exists()] == []


def test_the_map_shows_the_whole_house() -> None:
    """Each room of the package stands on the README's map, and nothing that is not there."""
    package = REPOSITORY / "src" / "utility_eservices"
    rooms = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")} | {"errors.py"}
    (drawn,) = (block.text for block in blocks(README) if block.text.startswith("services/"))
    # A line that is indented goes on with the one above.
    named = {line.split()[0] for line in drawn.splitlines() if line[0] != " "}

    beside = {"features/", "adapters_reference/", "benchmarks/", "soak/"}
    assert named == rooms | {"locale/"} | beside


# --- the analyst's page ---------------------------------------------------------------------------


@pytest.mark.parametrize("example", range(len(features(ANALYST))))
def test_the_analysts_examples_go_as_the_page_says(example: int, tmp_path: Path) -> None:
    """Run as the page says, a feature gives what stands below it, or passes where nothing does."""
    name, feature, expected = features(ANALYST)[example]
    (tmp_path / name).write_text(feature, "utf-8")
    said = shown(python("-m", "utility_eservices.cli", "run", name, cwd=tmp_path).stdout)

    if expected:
        assert said == expected
    else:
        assert said.endswith(" keçdi, 0 alınmadı")


def test_the_analysts_page_quotes_phrases_that_exist() -> None:
    """Several words in quotation are a phrase of the kit, a command, or a name that it takes."""
    names = {*SYSTEMS, *FAILURES, *UPLOADS, "| növ | ad |"}
    run = {" ".join(words) for words in commands(ANALYST)}
    several = {text for text in quoted(ANALYST) if " " in text} - names - run
    known = {pattern for pattern, _ in steps.PHRASES}

    assert several
    assert several - known == set()


def test_both_languages_quote_the_same_phrases() -> None:
    """The Azerbaijani half and the English half list the same phrases."""
    azerbaijani, english = first_column(ANALYST, "İfadə", "Phrase")

    assert azerbaijani == english


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        pytest.param(("Sistem", "System"), SYSTEMS, id="systems"),
        pytest.param(("Nasazlıq", "Failure"), FAILURES, id="failures"),
        pytest.param(("Fayl", "File"), UPLOADS, id="files"),
    ],
)
def test_the_analysts_tables_are_complete(titles: tuple[str, str], names: Iterable[str]) -> None:
    """In both languages: everything that a scenario may name there, and nothing else."""
    assert first_column(ANALYST, *titles) == [list(names)] * 2


def test_the_analyst_knows_the_kinds_of_a_comparison() -> None:
    """The table names each kind of thing that a screen is compared by, in the order compared."""
    kinds = [kind for kind, _ in steps._everything(EVERYTHING)]

    assert first_column(ANALYST, "növ") == [kinds] * 2


def held(utility: str, holder: Fin | None) -> str:
    """The codes of one utility in somebody's name, or in nobody's known here."""
    accounts = [item.subscriber for item in ACCOUNTS if item.utility == utility]
    return ", ".join(item.code.value for item in accounts if item.holder_fin == holder)


def test_the_analyst_knows_the_people_of_the_city() -> None:
    """Each resident with the codes held; who holds none for water, with that of the new home."""
    people = []
    for resident in RESIDENTS:
        water, light = (held(utility.key, resident.fin) for utility in (AZERSU, AZERISHIQ))
        people.append([resident.name, water or held(AZERSU.key, None), light])

    assert [[row[:3] for row in table] for table in tables(ANALYST, "Ad", "Name")] == [people] * 2
