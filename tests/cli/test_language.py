"""The command line in every language: chosen once, spoken by every command."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from utility_eservices.cli import app, services, words
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.desk import Desk
from utility_eservices.errors import ServiceClash

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]

COMMANDS = sorted(name for name in app if not name.startswith("-"))
# Letters that neither English nor Russian has, and the names that keep them.
AZERBAIJANI = re.compile("[əğışçöüƏĞİŞÇÖÜ]")
NAMES = re.compile("Azərsu|Azərişıq|SİMA")


def foreign(text: str) -> list[str]:
    """The lines in which there is something Azerbaijani."""
    return [line for line in text.splitlines() if AZERBAIJANI.search(NAMES.sub("", line))]


# --- choosing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        ["--language", "en", "services"],
        ["--language=en", "services"],
        ["services", "--language", "en"],
        ["services", "--language=en"],
        ["services", "--language", "ru", "--language", "en"],
    ],
    ids=" ".join,
)
def test_the_option_stands_anywhere(eservices: Call, line: list[str]) -> None:
    """Before the command or after it, with a space or a sign; the last one counts."""
    answer = eservices(*line)

    assert answer.returncode == 0
    assert "Request to investigate a debt" in answer.stdout


def test_the_environment_names_a_language(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable does for all commands; the option goes before it, and an empty one is none."""
    monkeypatch.setenv("ESERVICES_LANGUAGE", "ru")
    assert "Обращение о проверке" in eservices("services").stdout
    assert "Request to investigate" in eservices("services", "--language", "en").stdout

    monkeypatch.setenv("ESERVICES_LANGUAGE", "")
    assert "Borcun araşdırılması" in eservices("services").stdout


def test_a_language_is_chosen_for_one_call(eservices: Call) -> None:
    """Who calls `main` twice speaks Azerbaijani again, also after a complaint."""
    eservices("show", "nothing", "--language", "en")

    assert words.language().tag == "az"
    assert eservices("show", "nothing").stderr.startswith("eservices: “nothing” adlı xidmət yoxdur")


@pytest.mark.parametrize("line", [["--language", "xx"], ["services", "--language"]], ids=" ".join)
def test_an_unknown_language(eservices: Call, line: list[str]) -> None:
    """Who mistypes a language, or leaves it out, reads which there are."""
    answer = eservices(*line)

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.endswith("adlı dil yoxdur. Dillər: az, en, ru.\n")


def test_what_follows_two_strokes_is_no_option(eservices: Call, tmp_path: Path) -> None:
    """A file may be called as the option is."""
    path = tmp_path / "--language=en"
    path.write_text("nothing")

    answer = eservices("run", "--", path)
    assert answer.stderr.startswith(f"eservices: “{path}”: bu, Gherkin deyil")
    assert words.chosen(["run", "--", "--language=en"]) == ("az", ["run", "--", "--language=en"])


# --- speaking -------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["en", "ru"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help(eservices: Call, name: str, tag: str) -> None:
    """The help of every command is whole in every language, cyclopts' own words among it."""
    answer = eservices(*filter(None, [name]), "--help", "--language", tag)

    assert answer.returncode == 0
    assert foreign(answer.stdout) == []
    if tag == "ru":
        assert not re.search("Usage|Options|Arguments|required|default|COMMAND", answer.stdout)


def test_help_in_azerbaijani_names_every_language(eservices: Call) -> None:
    """Somebody who knows nothing finds the option, and no English words of cyclopts."""
    shown = eservices("--help").stdout

    assert "--language" in shown
    assert "(az, en, ru)" in shown
    assert not re.search("Usage|COMMAND|Display", shown)


@pytest.mark.parametrize(
    ("line", "english", "russian"),
    [
        (
            ["servises"],
            "there is no command called “servises”; see: eservices --help",
            "команды «servises» нет; см.: eservices --help",
        ),
        (
            ["services", "--all"],
            "there is no option called “--all”; see: eservices services --help",
            "параметра «--all» нет; см.: eservices services --help",
        ),
        (
            ["show"],
            "SERVICE is missing; see: eservices show --help",
            "не указано: SERVICE; см.: eservices show --help",
        ),
        (
            ["trace", "--manual", "XX"],
            "there is no manual “XX”. Manuals: SDC, DI, ST, ESU, MD.",
            "инструкции «XX» нет. Инструкции: SDC, DI, ST, ESU, MD.",
        ),
        (
            ["run", "no.feature"],
            "there is no file “no.feature”.",
            "файла «no.feature» нет.",
        ),
    ],
    ids=lambda line: " ".join(line) if isinstance(line, list) else "",
)
def test_complaints(eservices: Call, line: list[str], english: str, russian: str) -> None:
    """What cannot be done is told in the language asked for."""
    assert eservices(*line, "--language", "en").stderr == f"eservices: {english}\n"
    assert eservices(*line, "--language", "ru").stderr == f"eservices: {russian}\n"


def test_error_of_the_library(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library refuses is told by its own catalogue, with its values."""

    def clash() -> Catalogue:
        raise ServiceClash(service="heat")

    monkeypatch.setattr(services, "catalogue", clash)

    answer = eservices("services", "--language", "ru")
    assert answer.stderr == "eservices: Две услуги имеют один ключ «heat».\n"


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_services_and_show(eservices: Call, tag: str) -> None:
    """Everything declared is said by the service's catalogue; only examples stay as they are."""
    desk = Desk((), language=tag)
    assert foreign(eservices("services", "--language", tag).stdout) == []

    for service in desk.catalogue.services:
        text = desk.words(service.key).text
        shown = eservices("show", service.key, "--language", tag).stdout
        # The title of the manual, and what people would enter; long ones are broken into lines.
        examples = (getattr(it.example, "name", it.example) for it in service.fields.values())
        kept = set(" ".join((service.manual, *map(str, examples))).split())
        rest = " ".join(word for word in shown.split() if word not in kept)
        assert foreign(rest.replace(" ", "\n")) == []
        said = [page.title for journey in service.journeys for page in journey.pages]
        said += [notice.subject for notice in service.notices]
        assert all(set(text(one).split()) <= set(shown.split()) for one in said)


def test_proofs(eservices: Call) -> None:
    """A service that was proved is named as it names itself."""
    said = eservices("check", "debt_investigation", "--language", "en").stdout
    assert said == "✓ Request to investigate a debt (debt_investigation)\n"


def test_numbers_of_a_report(command: Call, tmp_path: Path) -> None:
    """How scenarios went is told in English; the scenario itself stays as it is written."""
    path = tmp_path / "a.feature"
    path.write_text(
        "# language: az\n"
        "Özəllik: Sınaq\n"
        "Ssenari: Açılmır\n"
        "O halda “Geri” düyməsi var\n"
        "Ssenari: Sayır\n"
        "Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub "
        "“Borcun araşdırılması üzrə müraciət” xidmətini açır\n"
        "O halda cəmi 1 müraciət qeydiyyata alınıb\n",
        "utf-8",
    )

    answer = command("run", path, ESERVICES_LANGUAGE="en")
    assert answer.stdout.splitlines() == [
        "✗ Açılmır",
        "    line 4: “Geri” düyməsi var",
        "    no service has been opened",
        "✗ Sayır",
        "    line 7: cəmi 1 müraciət qeydiyyata alınıb",
        "    expected: 1",
        "    found: 0",
        "0 passed, 2 failed",
    ]


def test_phrases_stay_azerbaijani(eservices: Call) -> None:
    """Features are written in the manuals' language, whoever reads them."""
    assert eservices("phrases", "--language", "en").stdout == eservices("phrases").stdout


# --- the demonstration ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (
            "en",
            [
                "On the portal e-gov.az:",
                "[ With SİMA signature ]",
                "○ F-2019-12-4050 (December 2019, 59.85 AZN)",
                "✗ The telephone number is not right.",
                "Date of the reading     20/11/2026",
                "✓ Your request has been registered.",
                "perform_due(): 3 tasks done.",
                "Request registered",
                "2 hours pass: 20 November 2026, 15:00",
                "› [ Send the documents to the commission ]",
                "perform_due(): 1 task done.",
                "F-2019-12-4050: 59.85 AZN → 5.60 AZN",
                "The work on the request has come to its end.",
                "AZS-2026-000001 – Finalised: the case is closed.",
            ],
        ),
        (
            "ru",
            [
                "На портале e-gov.az:",
                "[ С подписью SİMA ]",
                "○ F-2019-12-4050 (декабрь 2019",
                "✗ Номер телефона неверен.",
                "Дата показания           20.11.2026",
                "✓ Ваше обращение зарегистрировано.",
                "perform_due(): выполнены 3 задачи.",
                "Обращение зарегистрировано",
                "Проходит 2 часа: 20 ноября 2026, 15:00",
                "› [ Направить документы в комиссию ]",
                "perform_due(): выполнена 1 задача.",
                "F-2019-12-4050: 59,85 AZN → 5,60 AZN",
                "Исполнение по обращению завершено.",
                "AZS-2026-000001 – Завершено: дело закрыто.",
            ],
        ),
    ],
)
def test_demo(eservices: Call, tag: str, told: list[str]) -> None:
    """The whole story in another language: windows, faults, letters, acts, days and amounts."""
    answer = eservices("demo", "--language", tag)

    assert answer.returncode == 0
    place = 0
    for part in told:
        assert part in answer.stdout[place:], part
        place = answer.stdout.index(part, place)
    # The reasons to choose from are the utility's own, and so is the name of the photo.
    data = re.compile("Sayğacın|Faktura|Edilmiş|Sərfiyyat|sayğac.png")
    assert [line for line in foreign(answer.stdout) if not data.search(line)] == []
