"""Texts: everything that a person reads, gathered for translation, and how far it is translated.

What a service declares is read off its record; what its functions, the library and the command
line say stands in the code, as the argument of a `Fault`, a `Phrase`, a `say` and their like.
Both come with the place and the English gloss in the comment above, which helps whoever
translates. Modules are imported, and their sources read; no function of theirs is called.

There is one catalogue for each service, one for the library and one for the command line with
the kit behind it. They lie beside the code, at ``locale/<tag>/LC_MESSAGES/<domain>.po``, and are
compiled when the package is built. A sentence with a ``{count}`` has plurals.
"""

from __future__ import annotations

import ast
import importlib
import io
import pkgutil
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from utility_eservices.casework.notice import placeholders
from utility_eservices.casework.service import Service
from utility_eservices.conformance.declared import declared
from utility_eservices.conformance.domain import CLI
from utility_eservices.desk.languages import LIBRARY, catalogue_in
from utility_eservices.vocabulary.language import SOURCE
from utility_eservices.vocabulary.sign_in import ASAN_LOGIN_LABELS

__all__ = [
    "Domain",
    "Lack",
    "Text",
    "compiled",
    "domain_of",
    "domains",
    "lacks",
    "refreshed",
    "update",
]

# Where the library's own texts stand, and those of the command line and the kit behind it.
_LIBRARY_ROOMS = (
    "errors",
    "vocabulary",
    "casework",
    "ports",
    "services.notices",
    "services.paying",
    "services.questions",
    "services.routing",
    "services.windows",
    "desk",
)
_CLI_ROOMS = ("cli", "conformance")
# Which arguments of a call are what a person reads.
_CALLS = {
    "Button": slice(1, 2),
    "Complaint": slice(0, 1),
    "Fault": slice(2, 3),
    "Group": slice(0, 1),
    "InvalidValue": slice(1, 2),
    "Page": slice(1, 2),
    "Phrase": slice(0, 1),
    "Role": slice(1, 2),
    "SentRequests": slice(0, 1),
    "SignInMeans": slice(1, 2),
    "SignInWindow": slice(0, 1),
    "Status": slice(0, 1),
    "StatusPlace": slice(0, 1),
    "Switch": slice(1, 2),
    "Unmet": slice(0, 1),
    "Words": slice(None),
    "filled": slice(0, 1),
    "residential_only": slice(0, 1),
    "say": slice(0, 1),
    "say_all": slice(None),
    "text": slice(0, 1),
}
# Calls of which the argument ``help`` is: what a command and its options are for.
_HELPED = ("App", "Parameter")
# In the body of a class or a module: sentences by themselves, or by a key.
_OF_BODIES = ("text", "texts", "TEXTS", "_COMMANDS", "_FLAGS")
# What is read of a declared thing.
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
    """One Azerbaijani text: the module it stands in, and its English gloss if any."""

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
        return catalogue_in(self.folder, tag, self.name, "po")


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
    own = _library_texts()
    known = {text.source for text in own}
    spoken = _unique(_in_code(_modules(_CLI_ROOMS)))
    folder = _folder("utility_eservices")
    return (
        Domain(LIBRARY, folder, own),
        Domain(CLI, folder, tuple(text for text in spoken if text.source not in known)),
        *map(domain_of, services),
    )


def domain_of(service: Service) -> Domain:
    """The domain of one service, also of an outside package: what the library does not know."""
    known = {text.source for text in _library_texts()}
    modules = _written_in(service)
    texts = _unique(_placed(_recorded(service), modules), _in_code(modules))
    left = tuple(text for text in texts if text.source not in known)
    return Domain(service.key, _folder(service.form.__module__.partition(".")[0]), left)


@cache
def _library_texts() -> tuple[Text, ...]:
    modules = _modules(_LIBRARY_ROOMS)
    return _unique(_in_code(modules), _placed(ASAN_LOGIN_LABELS.values(), modules))


def _folder(package: str) -> Path:
    """The folder of a package's catalogues: in the package, or beside a single module."""
    module = sys.modules[package]
    inside = [Path(place) for place in getattr(module, "__path__", ())]
    return (inside or [Path(str(module.__file__)).parent])[0] / "locale"


def _modules(rooms: Iterable[str]) -> list[str]:
    """The names of all modules in these rooms of the library."""
    found: list[str] = []
    for room in rooms:
        name = f"utility_eservices.{room}"
        found.append(name)
        package = importlib.import_module(name)
        inside = pkgutil.walk_packages(getattr(package, "__path__", ()), f"{name}.")
        found += (item.name for item in inside)
    return found


def _written_in(service: Service) -> list[str]:
    """The modules in which a service's own functions stand."""
    functions: list[Any] = [service.form, *(asking.function for asking in service.askings())]
    for rules in (service.rules, *(journey.rules for journey in service.journeys)):
        for rule in rules.rules if rules else ():
            functions += (*rule.guards, *rule.actions)
    shared = tuple(f"utility_eservices.{room}" for room in _LIBRARY_ROOMS)
    names = dict.fromkeys(function.__module__ for function in functions)
    return [name for name in names if not name.startswith(shared)]


def _recorded(service: Service) -> Iterator[str]:
    yield service.name
    # Also of those that nobody is told of: officers and analysts read them.
    states = service.rules.states.values() if service.rules else ()
    yield from (state.name for state in states)
    for thing in declared(service):
        for attribute in _OF_RECORDS:
            value = getattr(thing.thing, attribute, "")
            # Of a finding, "told" is no text.
            if isinstance(value, str | tuple):
                yield from (value,) if isinstance(value, str) else value
    # A set: sorted, so that the catalogue is the same each time.
    yield from sorted(role.label for role in service.roles())


def _unique(*groups: Iterable[Text]) -> tuple[Text, ...]:
    """Each text once, without those in which there is nothing to translate."""
    found: dict[str, Text] = {}
    for group in groups:
        for text in group:
            if _has_words(text.source):
                found.setdefault(text.source, text)
    return tuple(found.values())


def _has_words(source: str) -> bool:
    for name in placeholders(source) or ():
        source = source.replace(f"{{{name}}}", "")
    return any(letter.isalpha() for letter in source)


def _placed(sources: Iterable[str], modules: Iterable[str]) -> Iterator[Text]:
    """Texts with the place where they are written down, one with a gloss if there is any."""
    found: dict[str, Text] = {}
    for text in (text for name in modules for text in _strings(name)):
        known = found.setdefault(text.source, text)
        if not known.gloss and text.gloss:
            found[text.source] = text
    return (found.get(source, Text(source)) for source in sources)


def _in_code(modules: Iterable[str]) -> Iterator[Text]:
    names = list(modules)
    for name in names:
        yield from _placed(_said_in(name), [name, *names])


def _said_in(module: str) -> Iterator[str]:
    tree = _tree(module)
    yield from _in_body(tree.body, module)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from _in_body(node.body, module)
        elif isinstance(node, ast.Call):
            name = _called(node.func)
            said = [word.value for word in node.keywords if name in _HELPED and word.arg == "help"]
            said += node.args[_CALLS.get(name, slice(0))]
            for argument in said:
                yield from _texts(argument, module)


def _in_body(body: Iterable[ast.stmt], module: str) -> Iterator[str]:
    for part in body:
        if isinstance(part, ast.Assign | ast.AnnAssign) and _assigned(part) in _OF_BODIES:
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


def _texts(node: ast.expr | None, module: str) -> Iterator[str]:
    """The texts that an expression may be, as far as they are written down."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.Name(id=name):
            # The name of a text at the top of the module.
            value = getattr(importlib.import_module(module), name, None)
            if isinstance(value, str):
                yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body, module)
            yield from _texts(orelse, module)
        case ast.Dict(values=values) | ast.Tuple(elts=values):
            for value in values:
                yield from _texts(value, module)
        case _:
            pass


@cache
def _source(module: str) -> str:
    spec = find_spec(module)
    return Path(str(spec.origin)).read_text("utf-8") if spec and spec.origin else ""


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_source(module))


@cache
def _strings(module: str) -> tuple[Text, ...]:
    """Every text of a module with its place and its gloss."""
    comments = _comments(_source(module))
    return tuple(
        Text(text, module, next(filter(None, (_above(comments, line) for line in lines)), ""))
        for text, lines in _written(_tree(module), [])
    )


def _written(node: ast.AST, lines: list[int]) -> Iterator[tuple[str, list[int]]]:
    """The texts beneath a node, each with its line and those at which what it is part of begins."""
    for child in ast.iter_child_nodes(node):
        outer = [] if isinstance(child, ast.stmt) else lines
        line = getattr(child, "lineno", 0)
        above = [line, *outer] if line else outer
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value, above
        yield from _written(child, above)


def _comments(source: str) -> Mapping[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ")
        for token in tokens
        if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip()
    }


def _above(comments: Mapping[int, str], line: int) -> str:
    """The comment that ends just above a line."""
    lines: list[str] = []
    while line - 1 in comments:
        line -= 1
        lines.insert(0, comments[line])
    return " ".join(lines)


# --- catalogues -------------------------------------------------------------------------------


# A catalogue says what it translates, not when somebody ran a command.
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)


def update(domain: Domain, tag: str) -> None:
    """Bring a catalogue up to date with the code, and compile it; what is translated stays."""
    file = domain.file(tag)
    fresh = refreshed(domain, tag)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(fresh)
    file.with_suffix(".mo").write_bytes(compiled(file))


def refreshed(domain: Domain, tag: str) -> bytes:
    """What a catalogue says once it is up to date."""
    catalogue = _read(domain, tag)
    catalogue.update(_template(domain), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=100)
    return written.getvalue()


def compiled(file: Path) -> bytes:
    """What a catalogue is compiled to, for `gettext` to read."""
    written = io.BytesIO()
    with file.open("rb") as catalogue:
        write_mo(written, read_po(catalogue, abort_invalid=True))
    return written.getvalue()


def lacks(domain: Domain, tag: str) -> Iterator[Lack]:
    """What is wrong with a catalogue; nothing when it is complete."""
    catalogue = _read(domain, tag)
    for text in domain.texts:
        kind = _wrong(text.source, catalogue.get(text.source))
        if kind:
            yield Lack(domain.name, tag, kind, text.source)
    wanted = {text.source for text in domain.texts}
    for message in catalogue:
        if message.id and _id(message) not in wanted:
            yield Lack(domain.name, tag, "left over", _id(message))


def _wrong(source: str, message: Message | None) -> str:
    said = [] if message is None else _said(message)
    if message is None or not said or not all(said):
        return "missing"
    if message.fuzzy:
        return "uncertain"
    same = all(placeholders(text) == placeholders(source) for text in said)
    return "" if same else "placeholders"


def _id(message: Message) -> str:
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
            auto_comments=[line for line in (text.where, text.gloss) if line],
        )
    return catalogue


def _read(domain: Domain, tag: str) -> Catalog:
    file = domain.file(tag)
    catalogue = _empty(domain, tag)
    if file.is_file():
        with file.open("rb") as written:
            for message in read_po(written, locale=tag, abort_invalid=True):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def _empty(domain: Domain, tag: str | None) -> Catalog:
    return Catalog(
        locale=tag,
        domain=domain.name,
        header_comment=f"# {domain.name}, from Azerbaijani ({SOURCE}).",
        project=domain.name,
        version="1",
        copyright_holder="–",
        msgid_bugs_address="–",
        last_translator="–",
        language_team="–",
        creation_date=_NEVER,
        revision_date=_NEVER,
        fuzzy=False,
    )
