"""Everything a person reads is there in every language, and the catalogues are as the code is."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import utility_eservices
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.page import Page
from utility_eservices.casework.rulebook import StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.conformance.texts import (
    Domain,
    Text,
    compiled,
    domain_of,
    domains,
    lacks,
    refreshed,
    update,
)
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.languages import Languages, tags_in
from utility_eservices.desk.performing import brief
from utility_eservices.vocabulary.language import Language
from utility_eservices.vocabulary.letters import sms_parts
from utility_eservices.vocabulary.remark import Remark

PACKAGE = Path(utility_eservices.__file__).parent
SERVICES = built_in_services()
DOMAINS = domains(SERVICES)
TAGS = ("en", "ru")
CATALOGUES = [
    pytest.param(domain, tag, id=f"{domain.name}-{tag}") for domain in DOMAINS for tag in TAGS
]
# Letters that no other of the three languages has.
AZERBAIJANI = re.compile("[əğışçöüƏĞİŞÇÖÜ]")
# Names stay as they are.
NAMES = ("Azərsu", "Azərişıq", "SİMA")


# --- the catalogues of the library ----------------------------------------------------------------


@pytest.mark.parametrize(("domain", "tag"), CATALOGUES)
def test_every_text_is_translated(domain: Domain, tag: str) -> None:
    """Nothing is missing, uncertain or left over, and placeholders are those of the source."""
    assert list(lacks(domain, tag)) == []


@pytest.mark.parametrize(("domain", "tag"), CATALOGUES)
def test_catalogues_are_as_the_code_is(domain: Domain, tag: str) -> None:
    """Order, glosses and places are what `eservices texts` writes, so that a change shows."""
    assert domain.file(tag).read_bytes() == refreshed(domain, tag), "run: eservices texts"


@pytest.mark.parametrize(("domain", "tag"), CATALOGUES)
def test_what_is_spoken_here_is_what_is_written(domain: Domain, tag: str) -> None:
    """In a checkout the compiled catalogues are those of the sources beside them."""
    file = domain.file(tag)
    spoken = file.with_suffix(".mo")

    assert spoken.is_file(), "run: eservices texts"
    assert spoken.read_bytes() == compiled(file), "run: eservices texts"


def test_there_is_no_catalogue_of_another_language_or_domain() -> None:
    """What nobody would look into is not shipped."""
    folder = PACKAGE / "locale"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.po")}

    assert tags_in(folder) == list(TAGS)
    assert files == {f"{tag}/LC_MESSAGES/{item.name}.po" for item in DOMAINS for tag in TAGS}


@pytest.mark.parametrize(("domain", "tag"), CATALOGUES)
def test_a_translation_is_no_azerbaijani(domain: Domain, tag: str) -> None:
    """Nobody copied the source into the place of its translation."""
    words = Languages(services=[item.key for item in SERVICES]).of(tag, domain.name)
    counted = set(_without_values(domain))
    said = [words.filled(text.source, {"count": 5}) for text in counted]
    # One that has a plural is found by its count alone, save by newer Pythons.
    said += [words.text(text.source) for text in domain.texts if "{count}" not in text.source]

    left = [text for text in said if AZERBAIJANI.search(_without_names(text))]
    assert left == []


def _without_values(domain: Domain) -> Iterator[Text]:
    """The texts whose one value is a count."""
    return (text for text in domain.texts if re.findall(r"{(\w+)}", text.source) == ["count"])


def _without_names(text: str) -> str:
    for name in NAMES:
        text = text.replace(name, "")
    return text


# --- what is said in the code ---------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted((PACKAGE / "cli").glob("*.py")), ids=lambda file: file.stem)
def test_the_command_line_says_nothing_past_the_catalogues(file: Path) -> None:
    """Every Azerbaijani text in its code is gathered, or is one that the service declares."""
    known = {text.source for domain in DOMAINS for text in domain.texts}
    written = set(_written(ast.parse(file.read_text("utf-8"))))

    # The beginning of an option that the simulator's reference list offers.
    assert {text for text in written if AZERBAIJANI.search(text)} - known <= {"Sərfiyyat"}


def _written(tree: ast.Module) -> Iterator[str]:
    """The texts of a module, parts of f-strings among them; docstrings are not."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str() as text) if id(node) not in docstrings:
                yield text
            case _:
                pass


def test_a_text_comes_with_its_gloss() -> None:
    """Whoever translates finds the English beside it, wherever the comment stands."""
    library, _, *services = DOMAINS
    glosses = {text.source: text.gloss for item in (library, *services) for text in item.texts}

    # Above the call that takes it, above the assignment, and above itself.
    assert glosses["Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67."].startswith("The te")
    assert glosses["Qeydiyyata alındı"].startswith("Registered")
    assert glosses["Şəkildə sayğacın göstəricisi görünməlidir."].startswith("The reading must")


def test_a_text_stands_in_one_catalogue() -> None:
    """What the library says is not translated once more for the command line or a service."""
    library, command_line, *services = DOMAINS
    known = {text.source for text in library.texts}

    for domain in (command_line, *services):
        sources = [text.source for text in domain.texts]
        assert len(set(sources)) == len(sources)
        assert known.isdisjoint(sources)


# --- services, read as a person reads them --------------------------------------------------------


SPOKEN = [
    pytest.param(
        service,
        Languages(services=[service.key]).of(tag, service.key),
        id=f"{service.key}-{tag}",
    )
    for service in SERVICES
    for tag in TAGS
]


@pytest.mark.parametrize(("service", "words"), SPOKEN)
def test_labels_are_unique_on_a_screen(service: Service, words: Language) -> None:
    """Who finds a thing by its label finds one, in every language."""
    for journey in service.journeys:
        for page in journey.pages:
            labels = Counter(map(words.text, _labels(service, page)))
            buttons = Counter(words.text(button.label) for button in page.buttons)
            assert set(labels.values()) <= {1}
            assert set(buttons.values()) <= {1}


def _labels(service: Service, page: Page) -> Iterator[str]:
    for part in page.entries:
        field = getattr(part, "field", "")
        yield service.fields[field].label if field else part.label  # type: ignore[union-attr]


@pytest.mark.parametrize(("service", "words"), SPOKEN)
def test_acts_and_statuses_can_be_told_apart(service: Service, words: Language) -> None:
    """No two statuses read the same, nor two acts of one status."""
    names = [words.text(state.name) for state in _states(service)]
    assert len(set(names)) == len(names)

    for state in _states(service):
        acts = service.casework_rules.leaving(state.key)
        labels = [words.text(rule.label) for rule in acts]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("service", "words"), SPOKEN)
def test_an_sms_takes_two_parts_at_most(service: Service, words: Language) -> None:
    """Without what an officer wrote, which is cut where need be, nothing of it is cut."""
    for notice in service.notices:
        if Medium.SMS not in notice.media:
            continue
        values = {key: Remark("–") for key in service.findings} | {
            "number": "A" * 20,
            "service": words.text(service.name),
            "status": max((words.text(item.name) for item in _states(service)), key=len),
        }
        whole = words.filled(notice.sms, values)
        assert sms_parts(whole) <= 2
        assert brief(words, notice.sms, values) == whole


def _states(service: Service) -> list[StateInfo]:
    return list(service.rules.states.values()) if service.rules else []


# --- catalogues in general ----------------------------------------------------------------------


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    """Three texts, none of them translated."""
    texts = (
        Text("Salam, {name}", "greeting", "Hello."),
        Text("Ən çoxu {count} fayl", "limits", "At most."),
        Text("Sağ ol"),
    )
    return Domain("small", tmp_path / "locale", texts)


def translate(domain: Domain, *pairs: tuple[str, str]) -> None:
    """Write translations into the English catalogue, each below its source."""
    file = domain.file("en")
    text = file.read_text("utf-8")
    for below, line in pairs:
        assert f'{below}\nmsgstr ""' in text
        text = text.replace(f'{below}\nmsgstr ""', f"{below}\n{line}")
    file.write_text(text, "utf-8")


def whole(domain: Domain) -> Domain:
    """The domain with an English catalogue that lacks nothing."""
    update(domain, "en")
    translate(
        domain,
        ('msgid "Salam, {name}"', 'msgstr "Hello, {name}"'),
        ('msgid "Sağ ol"', 'msgstr "Thank you"'),
    )
    file = domain.file("en")
    forms = ("At most {count} file", "At most {count} files")
    text = file.read_text("utf-8")
    for number, form in enumerate(forms):
        text = text.replace(f'msgstr[{number}] ""', f'msgstr[{number}] "{form}"')
    file.write_text(text, "utf-8")
    return domain


def found(domain: Domain) -> list[tuple[str, str]]:
    return [(lack.kind, lack.source) for lack in lacks(domain, "en")]


def test_a_new_catalogue_lacks_everything(domain: Domain) -> None:
    """A language that was only begun is not taken for a translated one."""
    missing = [("missing", text.source) for text in domain.texts]

    assert found(domain) == missing
    update(domain, "en")
    assert found(domain) == missing
    assert tags_in(domain.folder) == ["en"]


def test_a_whole_catalogue_lacks_nothing_and_is_spoken(domain: Domain) -> None:
    """What is translated stays when the catalogue is brought up to date, and is compiled."""
    update(whole(domain), "en")

    assert found(domain) == []
    assert domain.file("en").with_suffix(".mo").read_bytes() == compiled(domain.file("en"))
    assert "#. greeting\n#. Hello.\n" in domain.file("en").read_text("utf-8")


def test_every_form_of_a_plural_is_needed(domain: Domain) -> None:
    """One form of two is not a translation."""
    file = whole(domain).file("en")
    text = file.read_text("utf-8").replace('"At most {count} files"', '""')
    file.write_text(text, "utf-8")

    assert found(domain) == [("missing", "Ən çoxu {count} fayl")]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('msgstr "Hello, {name}"', 'msgstr "Hello"', "placeholders"),
        ('msgstr "Hello, {name}"', 'msgstr "Hello, {who}"', "placeholders"),
        ('#, python-brace-format\nmsgid "Salam', '#, fuzzy\nmsgid "Salam', "uncertain"),
    ],
)
def test_a_doubtful_translation_is_told(domain: Domain, before: str, after: str, kind: str) -> None:
    """Other placeholders would break a sentence; what is marked fuzzy is not even compiled."""
    file = whole(domain).file("en")
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")

    assert found(domain) == [(kind, "Salam, {name}")]


def test_what_nobody_says_is_told_and_goes(domain: Domain) -> None:
    """A text that left the code is left over, until the catalogue is brought up to date."""
    less = Domain(domain.name, domain.folder, whole(domain).texts[:2])

    assert found(less) == [("left over", "Sağ ol")]
    update(less, "en")
    assert found(less) == []
    assert "Thank you" not in domain.file("en").read_text("utf-8")


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.key)
def test_a_service_by_itself_has_the_domain_that_it_has_among_all(service: Service) -> None:
    """Its texts, less what the library says, in the folder of its package."""
    domain = domain_of(service)

    assert domain in DOMAINS
    assert domain.folder == PACKAGE / "locale"
    sources = {text.source for text in domain.texts}
    assert {service.name, *(state.name for state in _states(service))} <= sources


def test_the_build_hook_is_the_same_everywhere() -> None:
    """What an outside package is told to copy is what the library itself is built with."""
    root = Path(__file__).parent.parent
    copied = root / "tests" / "outside" / "heating" / "hatch_build.py"

    assert copied.read_bytes() == (root / "hatch_build.py").read_bytes()
