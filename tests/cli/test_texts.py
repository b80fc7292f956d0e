from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from utility_eservices.cli import texts
from utility_eservices.conformance.texts import Domain, Text, domains
from utility_eservices.desk.catalogue import built_in_services

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]


@pytest.fixture
def domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Domain:
    """A small domain in the place of all others."""
    found = Domain("small", tmp_path / "locale", (Text("Salam"), Text("Sağ ol, {name}")))
    monkeypatch.setattr(texts, "domains", lambda _: (found,))
    return found


def put(domain: Domain, tag: str, before: str, after: str) -> None:
    file = domain.file(tag)
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_the_library_is_complete(eservices: Call) -> None:
    """CI runs this: 0, a line for every catalogue, and nothing written."""
    wanted = [
        (domain.name, tag, str(len(domain.texts)), str(len(domain.texts)))
        for domain in domains(built_in_services())
        for tag in ("en", "ru")
    ]
    answer = eservices("texts", "--check")

    assert answer.returncode == 0
    assert [tuple(line.split()) for line in answer.stdout.splitlines()[2:-2]] == wanted
    assert answer.stdout.endswith("✓ Hər mətn hər dildə var.\n")


def test_a_language_is_begun_filled_and_checked(eservices: Call, domain: Domain) -> None:
    """Begun empty, it is not complete; once all is translated, it is, and it is compiled."""
    begun = eservices("texts", "--add", "de")
    assert begun.returncode == 0
    assert begun.stdout.splitlines()[2].split() == ["small", "de", "2", "0"]
    assert "small de: tərcüməsi yoxdur: Salam\n" in begun.stdout
    assert eservices("texts", "--check").returncode == 1

    put(domain, "de", 'msgid "Salam"\nmsgstr ""', 'msgid "Salam"\nmsgstr "Hallo"')
    put(domain, "de", '{name}"\nmsgstr ""', '{name}"\nmsgstr "Danke, {name}"')
    assert eservices("texts").returncode == 0
    assert eservices("texts", "--check").returncode == 0
    assert b"Hallo" in domain.file("de").with_suffix(".mo").read_bytes()


def test_what_lacks_is_told_by_kind_and_text(eservices: Call, domain: Domain) -> None:
    """People read a line for each, programs a code; the check writes nothing."""
    eservices("texts", "--add", "en")
    put(domain, "en", 'msgid "Salam"\nmsgstr ""', 'msgid "Sabahınız"\nmsgstr "Good morning"')
    put(domain, "en", '{name}"\nmsgstr ""', '{name}"\nmsgstr "Thank you"')
    before = domain.file("en").read_bytes()

    answer = eservices("texts", "--check")
    assert answer.returncode == 1
    assert answer.stdout.splitlines()[4:] == [
        "small en: tərcüməsi yoxdur: Salam",
        "small en: əvəzləyiciləri başqadır: Sağ ol, {name}",
        "small en: artıq işlənmir: Sabahınız",
        "✗ Tərcümələr tam deyil.",
    ]
    programs = eservices("texts", "--check", "--format", "json")
    assert programs.returncode == 1
    assert json.loads(programs.stdout) == [
        {
            "domain": "small",
            "language": "en",
            "texts": 2,
            "translated": 0,
            "lacks": [
                {"kind": "missing", "text": "Salam"},
                {"kind": "placeholders", "text": "Sağ ol, {name}"},
                {"kind": "left over", "text": "Sabahınız"},
            ],
        }
    ]
    assert domain.file("en").read_bytes() == before


def test_one_service(eservices: Call) -> None:
    """Of a service that is named, only its own catalogues are looked at."""
    answer = eservices("texts", "debt_investigation", "--check", "--format", "json")

    assert answer.returncode == 0
    found = {(item["domain"], item["language"]) for item in json.loads(answer.stdout)}
    assert found == {("debt_investigation", "en"), ("debt_investigation", "ru")}


def refusal(answer: Answer) -> str:
    assert answer.returncode == 2
    assert answer.stdout == ""
    return answer.stderr.removeprefix("eservices: ").rstrip("\n")


@pytest.mark.parametrize("tag", ["az", "xx", "../en"])
def test_what_is_no_language_is_not_begun(eservices: Call, domain: Domain, tag: str) -> None:
    """Neither the source nor what nobody speaks, nor a path, becomes a folder."""
    assert refusal(eservices("texts", "--add", tag)) == f"“{tag}” adlı dil tanınmır."
    assert not domain.folder.exists()


def test_a_catalogue_that_is_none(eservices: Call, domain: Domain) -> None:
    """A file that cannot be read as a catalogue is named in one line, and left as it is."""
    file = domain.file("en")
    file.parent.mkdir(parents=True)
    for content in (b"nonsense\n", b'msgid "\xff\xfe"\nmsgstr ""\n'):
        file.write_bytes(content)
        assert refusal(eservices("texts")) == f"“{file}” kataloqu oxunmur."
        assert file.read_bytes() == content


def test_a_service_that_nobody_translates(
    eservices: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its author reads how to begin; an unknown one is told as elsewhere."""
    monkeypatch.setattr(texts, "domain_of", lambda _: Domain("plain", tmp_path / "locale", ()))

    said = refusal(eservices("texts", "debt_investigation", "--check"))
    assert said == (
        "“debt_investigation” hələ heç bir dilə tərcümə olunmur; başlamaq üçün: --add en."
    )
    assert refusal(eservices("texts", "nothing")).startswith("“nothing” adlı xidmət yoxdur.")
