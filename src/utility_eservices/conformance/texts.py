"""Texts: everything that a person reads, gathered for translation, and how far it is translated.

What a service declares is read off its record; what its functions and the library itself say
stands in the code, as the argument of a `Fault`, a `Phrase` and their like. Both come with the
place and the English gloss in the comment above, which helps whoever translates.

There is one catalogue for each service, one for the library and one for the command line. They
lie beside the code, at ``locale/<tag>/LC_MESSAGES/<domain>.po``, and are compiled when the
package is built. A sentence with a ``{count}`` has plurals.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import io
import pkgutil
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from utility_eservices.casework.notice import placeholders
from utility_eservices.casework.rulebook import StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.conformance.declared import declared
from utility_eservices.desk.languages import LIBRARY
from utility_eservices.vocabulary.language import SOURCE
from utility_eservices.vocabulary.sign_in import ASAN_LOGIN_LABELS

__all__ = ["CLI", "Domain", "Lack", "Text", "domains", "lacks", "languages_in", "update"]

# The domain of the command line.
CLI = "cli"
# Where the library's own texts stand.
_ROOMS = ("errors", "vocabulary", "casework", "ports", "desk")
# Which argument of a call is what a person reads.
_CALLS = {
    "Complaint": 0,
    "Fault": 2,
    "InvalidValue": 1,
    "Phrase": 0,
    "Role": 1,
    "SignInMeans": 1,
    "filled": 0,
    "say": 0,
    "text": 0,
}
# In the body of a class: the sentence of an error.
_OF_CLASSES = ("text", "texts")
# What is read of a declared thing; names of most are for programs.
_NAMED = (Service, StateInfo)
_OF_RECORDS = (
    "columns",
    "help",
    "label",
    "message",
    "path",
    "said",
    "section",
    "sms",
    "subject",
    "text",
    "title",
    "told",
    "unit",
)


@attrs.frozen
class Text:
    """One Azerbaijani text: the module and line it stands in, and its English gloss if any."""

    source: str
    where: str = ""
    gloss: str = ""


@attrs.frozen
class Domain:
    """One catalogue: its name, the folder of the catalogues, and what has to be translated."""

    name: str
    folder: Path
    texts: tuple[Text, ...]

    def file(self, tag: str) -> Path:
        """Where the catalogue of a language lies."""
        return self.folder / tag / "LC_MESSAGES" / f"{self.name}.po"


@attrs.frozen
class Lack:
    """What is wrong with one translation.

    ``kind`` is ``missing``, ``uncertain`` (marked fuzzy), ``placeholders`` (others than in the
    source) or ``left over`` (nobody says it any more).
    """

    domain: str
    tag: str
    kind: str
    source: str


# --- gathering --------------------------------------------------------------------------------


def domains(services: Iterable[Service]) -> tuple[Domain, ...]:
    """The library's domain, the command line's, and one for each service."""
    own = _unique(_in_code(_modules(*_ROOMS)), _plain(ASAN_LOGIN_LABELS.values()))
    known = {text.source for text in own}
    spoken = _unique(_in_code(_modules("cli")))
    folder = _folder("utility_eservices")
    return (
        Domain(LIBRARY, folder, own),
        Domain(CLI, folder, tuple(text for text in spoken if text.source not in known)),
        *(_of_service(service, known) for service in services),
    )


def _of_service(service: Service, known: set[str]) -> Domain:
    modules = [sys.modules[name] for name in _written_in(service)]
    placed = {text.source: text for module in modules for text in _strings(module)}
    recorded = (placed.get(source, Text(source)) for source in _recorded(service))
    texts = _unique(recorded, _in_code(modules))
    left = tuple(text for text in texts if text.source not in known)
    return Domain(service.key, _folder(service.form.__module__.partition(".")[0]), left)


def _folder(package: str) -> Path:
    return Path(str(sys.modules[package].__file__)).parent / "locale"


def _modules(*rooms: str) -> Iterator[ModuleType]:
    for room in rooms:
        name = f"utility_eservices.{room}"
        package = importlib.import_module(name)
        yield package
        for item in pkgutil.iter_modules(getattr(package, "__path__", ()), f"{name}."):
            if not item.name.endswith(".__main__"):
                yield importlib.import_module(item.name)


def _written_in(service: Service) -> list[str]:
    """The modules in which a service's own functions stand."""
    functions: list[Any] = [service.form, *(asking.function for asking in service.askings())]
    for rules in (service.rules, *(journey.rules for journey in service.journeys)):
        for rule in rules.rules if rules else ():
            functions += (*rule.guards, *rule.actions)
    shared = tuple(f"utility_eservices.{room}" for room in _ROOMS)
    names = dict.fromkeys(function.__module__ for function in functions)
    return [name for name in names if not name.startswith(shared)]


def _recorded(service: Service) -> Iterator[str]:
    for thing in declared(service):
        if isinstance(thing.thing, _NAMED):
            yield thing.thing.name
        for attribute in _OF_RECORDS:
            value = getattr(thing.thing, attribute, "")
            # Of a finding, "told" is no text.
            if isinstance(value, str | tuple):
                yield from (value,) if isinstance(value, str) else value
    yield from (role.label for role in service.roles())


def _plain(sources: Iterable[str]) -> Iterator[Text]:
    return (Text(source) for source in sources)


def _unique(*groups: Iterable[Text]) -> tuple[Text, ...]:
    """Each text once, without those that read the same in every language."""
    found: dict[str, Text] = {}
    for group in groups:
        for text in group:
            if _is_said(text.source):
                found.setdefault(text.source, text)
    return tuple(found.values())


def _is_said(source: str) -> bool:
    names = placeholders(source) or ()
    for name in names:
        source = source.replace(f"{{{name}}}", "")
    return any(letter.isalpha() for letter in source)


def _in_code(modules: Iterable[ModuleType]) -> Iterator[Text]:
    for module in modules:
        placed = {text.source: text for text in _strings(module)}
        for source in _said_in(module):
            yield placed.get(source, Text(source))


def _said_in(module: ModuleType) -> Iterator[str]:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Call):
            place = _CALLS.get(_called(node.func))
            if place is not None and place < len(node.args):
                yield from _texts(node.args[place], module)
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.Assign | ast.AnnAssign) and _assigned(part) in _OF_CLASSES:
                    yield from _texts(part.value, module)


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _assigned(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _texts(node: ast.expr | None, module: ModuleType) -> Iterator[str]:
    """The texts that an expression may be, as far as they are written down."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.Name(id=name):
            value = getattr(module, name, None)
            if isinstance(value, str):
                yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body, module)
            yield from _texts(orelse, module)
        case ast.Dict(values=values):
            for value in values:
                yield from _texts(value, module)
        case _:
            pass


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


@cache
def _strings(module: ModuleType) -> tuple[Text, ...]:
    """Every text of a module with its place and the comment above it."""
    comments = _comments(inspect.getsource(module))
    return tuple(
        Text(node.value, f"{module.__name__}:{node.lineno}", _above(comments, node.lineno))
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _comments(source: str) -> Mapping[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ")
        for token in tokens
        if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip()
    }


def _above(comments: Mapping[int, str], line: int) -> str:
    lines: list[str] = []
    # A label often follows the name of its thing, on the line above it.
    start = line - 1 if line - 1 in comments else line - 2
    for number in range(start, 0, -1):
        if number not in comments:
            break
        lines.insert(0, comments[number])
    return " ".join(lines)


# --- catalogues -------------------------------------------------------------------------------


# A catalogue says what it translates, not when somebody ran a command.
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)


def languages_in(folder: Path) -> list[str]:
    """The languages into which a package is translated, by its folder of catalogues."""
    return sorted(place.parent.name for place in folder.glob("*/LC_MESSAGES"))


def update(domain: Domain, tag: str) -> None:
    """Bring a catalogue up to date with the code, and compile it; what is translated stays."""
    catalogue = _read(domain, tag)
    catalogue.update(_template(domain), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    file = domain.file(tag)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_po(out, catalogue, width=100, sort_output=False)
    with file.with_suffix(".mo").open("wb") as out:
        write_mo(out, catalogue)


def lacks(domain: Domain, tag: str) -> Iterator[Lack]:
    """What is wrong with a catalogue; nothing when it is complete."""
    catalogue = _read(domain, tag)
    wanted = {text.source for text in domain.texts}
    for source in sorted(wanted):
        kind = _wrong(source, catalogue.get(source))
        if kind:
            yield Lack(domain.name, tag, kind, source)
    for message in catalogue:
        if message.id and _source(message) not in wanted:
            yield Lack(domain.name, tag, "left over", _source(message))


def _wrong(source: str, message: Message | None) -> str:
    said = [] if message is None else _said(message)
    if message is None or not said or not all(said):
        return "missing"
    if message.fuzzy:
        return "uncertain"
    same = all(placeholders(text) == placeholders(source) for text in said)
    return "" if same else "placeholders"


def _source(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _said(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def _template(domain: Domain) -> Catalog:
    catalogue = _empty(domain, None)
    for text in domain.texts:
        plural = "count" in (placeholders(text.source) or ())
        catalogue.add(
            (text.source, text.source) if plural else text.source,
            # The module alone: a line would change with every line above it.
            user_comments=[text.where.partition(":")[0]] if text.where else [],
            auto_comments=[text.gloss] if text.gloss else [],
        )
    return catalogue


def _read(domain: Domain, tag: str) -> Catalog:
    file = domain.file(tag)
    if not file.is_file():
        return _empty(domain, tag)
    with file.open("rb") as written:
        read = read_po(written, locale=tag, abort_invalid=True)
    catalogue = _empty(domain, tag)
    for message in read:
        if message.id:
            catalogue[message.id] = message
    return catalogue


def _empty(domain: Domain, tag: str | None) -> Catalog:
    return Catalog(
        locale=tag,
        domain=domain.name,
        header_comment=f"# {domain.name}, from Azerbaijani ({SOURCE}).",
        project="utility-eservices",
        version="1",
        copyright_holder="the contributors",
        msgid_bugs_address="–",
        last_translator="–",
        language_team="–",
        creation_date=_NEVER,
        revision_date=_NEVER,
        fuzzy=False,
    )
