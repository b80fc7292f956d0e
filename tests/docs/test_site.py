"""The site builds without a warning, and holds what the library declares."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Protocol

import attrs
import pytest
from docs._ext import markdown, ports_page
from docs._ext.ports_page import Hook, hooks, undocumented
from docs._ext.service_page import service_page
from tests.desk.workshop import CALL_OUT, TOP_UP
from tests.docs.pages import REPOSITORY

import utility_eservices
from utility_eservices.casework.service import Service
from utility_eservices.casework.switch import Switch
from utility_eservices.conformance.drawing import casework_diagram, journey_diagram
from utility_eservices.conformance.steps import PHRASES
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.plugins import built_in_ports
from utility_eservices.ports.port import Port, hookspec

SERVICES = [pytest.param(service, id=service.key) for service in built_in_services()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as the chore builds it."""
    built = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E", "docs", str(built)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    return built


class Words(HTMLParser):
    """The words of a page, with single spaces."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        """Words."""
        self._parts.append(data)

    def __str__(self) -> str:
        return " ".join(" ".join(self._parts).split())


def words(site: Path, page: str) -> str:
    return str(Words((site / page).read_text("utf-8")))


# --- the pages of the services --------------------------------------------------------------------


@pytest.mark.parametrize("service", SERVICES)
def test_a_services_page_says_all_that_it_declares(site: Path, service: Service) -> None:
    """Every text that a person may read, every way and means, stands on the service's page."""
    page = words(site, f"services/{service.key}.html")

    assert [text for text in declared_texts(service) if " ".join(text.split()) not in page] == []


def test_what_only_some_services_have_is_on_their_page() -> None:
    """Rules, fields with a place, texts known already, what is paid, the queue, the answer."""
    free = Switch("call_out.free", "Pulsuz çağırış", ours=True)
    page = service_page(attrs.evolve(CALL_OUT, urgent=True, switches=(free,)))
    for said in (
        "urgent: before all other requests",
        "| Pulsuz çağırış | `call_out.free` | applies | *ours* |",
        "there only when Nə olub is meter",
        "choice: Abonent kodu, begins with `first_code`",
        "| begins with: Abonent kodu |",
    ):
        assert said in page, said
    paid = service_page(TOP_UP)
    for said in (
        "**Ödə** → `wait`, paying `bill`",
        "| what is paid: Ödə |",
        "answer: `receipt`",
        "| answer: Ödənildi |",
    ):
        assert said in paid, said
    assert "urgent" not in paid
    assert "switch off" not in paid


def declared_texts(service: Service) -> Iterator[str]:
    yield from (service.name, service.utility.name, service.manual)
    for spec in (*service.fields.values(), *service.findings.values()):
        yield spec.label
    yield from (asking.name for asking in service.askings())
    for journey in service.journeys:
        yield from (channel.key for channel in journey.channels)
        yield from (means.said for means in journey.sign_in.means)
        yield from (step.label for step in journey.way)
        yield from (switch.name for switch in service.switches)
        for page in journey.pages:
            yield from (page.title, page.text, page.message)
            yield from (button.label for button in page.buttons)
    if service.rules is not None:
        for state in service.rules.states.values():
            yield from (state.name, state.told, state.owner.label if state.owner else "")
        yield from (rule.label for rule in service.rules.rules)
    for notice in service.notices:
        yield from (notice.subject, notice.text, notice.sms)


def edges(diagram: str) -> set[tuple[str, str]]:
    return set(re.findall(r"^ *(\S+) --> (\S+)", diagram, re.MULTILINE))


@pytest.mark.parametrize("service", SERVICES)
def test_the_diagrams_are_the_machines(site: Path, service: Service) -> None:
    """The page's diagrams have the states and ways that python-statemachine draws itself."""
    drawn = [(journey_diagram(journey), journey.machine) for journey in service.journeys]
    if service.casework is not None and service.rules is not None:
        drawn.append((casework_diagram(service.rules), service.casework))
    html = (site / "services" / f"{service.key}.html").read_text("utf-8")

    assert html.count('class="mermaid"') == len(drawn)
    for ours, machine in drawn:
        assert edges(ours) == edges(format(machine, "mermaid"))


def test_mermaid_can_read_every_diagram(site: Path) -> None:
    """No label has what ends one for Mermaid: a second colon, or a semicolon of its own."""
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    diagrams = [text for page in pages for text in re.findall(MERMAID, page, re.DOTALL)]
    drawn = [re.sub(r"#\d+;", "", unescape(text)) for text in diagrams]
    labels = [label for text in drawn for label in re.findall(r": (.+)$", text, re.MULTILINE)]

    assert len(drawn) > len(SERVICES)
    assert [text for text in drawn if ";" in text] == []
    assert [label for label in labels if ":" in label] == []


MERMAID = r'<pre +class="mermaid">(.*?)</pre>'


def test_the_examples_of_the_sites_own_code_hold() -> None:
    """What the docstrings of the extension show is so."""
    tried = [doctest.testmod(module) for module in (markdown, ports_page)]

    assert sum(result.attempted for result in tried) > 1
    assert sum(result.failed for result in tried) == 0


# --- languages ------------------------------------------------------------------------------------


class Spoken(Words):
    """The words of a page that are said to be in another language than the page, by language."""

    def __init__(self, html: str) -> None:
        self._open: list[str] = []
        self.said: dict[str, str] = {}
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A section with or without a language of its own."""
        if tag == "section":
            self._open.append(dict(attrs).get("lang") or "")

    def handle_endtag(self, tag: str) -> None:
        """The end of a section."""
        if tag == "section":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words, in the language of the innermost section that has one."""
        language = next(filter(None, reversed(self._open)), "")
        self.said[language] = self.said.get(language, "") + data


@pytest.mark.parametrize(
    ("page", "azerbaijani", "english"),
    [
        ("analyst.html", "Analitik üçün", "For the analyst"),
        ("index.html", "Bu kitabxana Azərbaycanın su", "A Python library that holds"),
    ],
)
def test_what_is_azerbaijani_says_so(site: Path, page: str, azerbaijani: str, english: str) -> None:
    """Whoever hears a page hears each of its halves in the right voice."""
    said = Spoken((site / page).read_text("utf-8")).said

    assert set(said) == {"", "az"}
    assert azerbaijani in said["az"]
    assert english in said[""]


# --- ports and phrases ----------------------------------------------------------------------------


def test_every_hook_says_what_it_takes_and_gives() -> None:
    """No hook, argument, result, protocol or method of a port is without a word of its own."""
    assert list(undocumented(built_in_ports(), hooks())) == []


class Bells(Protocol):  # noqa: D101  # it says nothing, on purpose
    def ring(self, times: int) -> None: ...  # noqa: D102  # as the class


@hookspec
def eservices_bells(utility: str) -> Bells | None:
    """Give the bells.

    :param tower: which tower.
    """


def test_what_is_not_documented_is_found() -> None:
    """An argument, a result, a protocol or a method without a word is named, and so is a slip."""
    found = list(undocumented([Port(Bells, eservices_bells)], [Hook.of(eservices_bells)]))

    assert found == [
        "eservices_bells: return",
        "eservices_bells: utility",
        "eservices_bells: tower, which it does not take",
        "Bells",
        "Bells.ring",
    ]


def test_the_page_of_the_ports_is_complete(site: Path) -> None:
    """Every hook with its arguments and every method of every port stand on the page."""
    page = words(site, "ports.html")
    names = [hook.name for hook in hooks()]
    names += [argument for hook in hooks() for argument in hook.arguments]
    names += [name for port in built_in_ports() for name in values_of(port)]
    names += [f"{method} (" for port in built_in_ports() for method in port.methods()]

    assert len(names) > len(built_in_ports())
    assert [name for name in names if name not in page] == []


def values_of(port: Port[Any]) -> list[str]:
    """The public classes of a port's file."""
    module = sys.modules[port.protocol.__module__]
    return [name for name in module.__all__ if inspect.isclass(getattr(module, name))]


def test_the_page_of_the_features_has_every_phrase(site: Path) -> None:
    """An analyst finds each phrase of the kit with its explanation."""
    page = words(site, "features.html")

    assert [phrase for phrase, _ in PHRASES if phrase not in page] == []


# --- the public names -----------------------------------------------------------------------------

# Runs the features when it is imported, which only pytest may.
UNIMPORTABLE = {"utility_eservices.conformance.run_features", "utility_eservices.cli.__main__"}


def public() -> Iterator[tuple[str, Any]]:
    """Every public class and function of the package, every public method, by name."""
    package = utility_eservices
    for item in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if item.name in UNIMPORTABLE:
            continue
        module = importlib.import_module(item.name)
        yield item.name, module
        for name in getattr(module, "__all__", ()):
            thing = getattr(module, name)
            if inspect.isclass(thing) or inspect.isfunction(thing):
                yield f"{item.name}.{name}", thing
            if inspect.isclass(thing):
                yield from methods(f"{item.name}.{name}", thing)


def methods(name: str, kind: type) -> Iterator[tuple[str, Any]]:
    for key, value in vars(kind).items():
        if (key[0] != "_" and isinstance(value, property | classmethod | staticmethod)) or (
            key[0] != "_" and inspect.isfunction(value)
        ):
            yield f"{name}.{key}", value


def test_every_public_name_is_documented() -> None:
    """Modules, and whatever stands in their __all__, say what they are."""
    named = dict(public())

    assert len(named) > 300
    assert [name for name, thing in named.items() if not has_words(thing)] == []


def has_words(thing: Any) -> bool:
    told = inspect.getdoc(thing) or ""
    name = getattr(thing, "__name__", "")
    # What attrs or Python write themselves is no word about this one.
    return bool(told) and not told.startswith((f"{name}(", "Method generated by attrs"))
