"""The page of the ports, and what is missing on it: hooks, arguments, methods, in their words."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import attrs
from docs._ext.markdown import code, table

from utility_eservices.desk import catalogue
from utility_eservices.desk.plugins import built_in_ports
from utility_eservices.ports.port import Port

__all__ = ["Hook", "hooks", "ports_page", "undocumented"]

_FIELD = re.compile(r"^:(param (?P<name>\w+)|return):\s*(?P<text>.*(?:\n(?!:).*)*)", re.MULTILINE)


@attrs.frozen
class Hook:
    """A hookspec as its docstring tells it; ``said`` is about its arguments and what it returns."""

    function: Any
    summary: str
    said: dict[str, str]

    @classmethod
    def of(cls, function: Any) -> Hook:
        """Read a hookspec."""
        told = inspect.getdoc(function) or ""
        found = _FIELD.finditer(told)
        said = {item["name"] or "return": _one_line(item["text"]) for item in found}
        return cls(function, _one_line(told.partition(":param")[0].partition(":return")[0]), said)

    @property
    def name(self) -> str:
        """The name that an implementation must bear."""
        return str(self.function.__name__)

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the desk hands over."""
        return tuple(inspect.signature(self.function).parameters)


def hooks() -> tuple[Hook, ...]:
    """Every hook that a plugin may implement: one for each port, and those of the catalogue."""
    catalogues = [
        value
        for name, value in vars(catalogue).items()
        if name.startswith("eservices_") and inspect.isfunction(value)
    ]
    return tuple(map(Hook.of, [*(port.hook for port in built_in_ports()), *catalogues]))


def undocumented(ports: Iterable[Port[Any]], known: Iterable[Hook]) -> Iterator[str]:
    """What the page would have to leave out: arguments, results and methods without a word."""
    for hook in known:
        for name in ("return", *hook.arguments):
            if not hook.said.get(name):
                yield f"{hook.name}: {name}"
        for name in hook.said.keys() - {"return", *hook.arguments}:
            yield f"{hook.name}: {name}, which it does not take"
        if not hook.summary:
            yield hook.name
    for port in ports:
        if not _own_doc(port.protocol):
            yield port.protocol.__name__
        for method in port.methods():
            if not _own_doc(getattr(port.protocol, method)):
                yield f"{port.protocol.__name__}.{method}"


def _own_doc(thing: Any) -> str:
    told = inspect.getdoc(thing) or ""
    # What `Protocol` says of itself is no word about this one.
    return "" if told.startswith("Base class for protocol classes") else told


def ports_page() -> str:
    """All ports in the order of their names, then the other hooks, as Markdown."""
    ports = sorted(built_in_ports(), key=lambda port: port.name)
    served = {port.hook_name for port in ports}
    # Sphinx puts what stands above the first heading below the last section.
    parts = ["## All ports\n", _overview(ports)]
    parts += [part for port in ports for part in _port(port)]
    parts += ["## Hooks that are no ports\n"]
    parts += [part for hook in hooks() if hook.name not in served for part in _hook(hook, 3)]
    return "\n".join(parts)


def _overview(ports: Iterable[Port[Any]]) -> str:
    rows = [
        (
            f"[{port.name}](#port-{port.name.replace('_', '-')})",
            code(port.hook_name),
            port.scope or "everybody",
            _summary(sys.modules[port.protocol.__module__]),
        )
        for port in ports
    ]
    return table(("Port", "Hook", "Provided for", "What it is"), rows)


def _port(port: Port[Any]) -> Iterator[str]:
    module = sys.modules[port.protocol.__module__]
    yield f"(port-{port.name.replace('_', '-')})="
    yield f"## {port.name}\n"
    yield _code_spans(inspect.getdoc(module) or "") + "\n"
    yield from _hook(Hook.of(port.hook), 3)
    yield f"### The object: {code(port.protocol.__name__)}\n"
    for method in port.methods():
        yield f"```python\n{_signature(port, method)}\n```\n"
        yield _code_spans(_own_doc(getattr(port.protocol, method))) + "\n"
    values = list(_values(port, module))
    if values:
        yield f"### Values of {code(port.name)}\n"
        yield table(("Value", "What it is"), values)


def _values(port: Port[Any], module: ModuleType) -> Iterator[tuple[str, str]]:
    """The port's own classes, beside its Protocol."""
    for name in module.__all__:
        thing = getattr(module, name)
        if inspect.isclass(thing) and thing is not port.protocol:
            yield code(name), _code_spans(_one_line(_own_doc(thing)))


def _hook(hook: Hook, level: int) -> Iterator[str]:
    yield f"{'#' * level} {code(hook.name)}\n"
    yield _code_spans(hook.summary) + "\n"
    rows = [(code(name), _code_spans(hook.said.get(name, ""))) for name in hook.arguments]
    yield table(("Argument", "What it is"), [*rows, ("*gives*", _code_spans(hook.said["return"]))])


# As long as fits on the page without scrolling.
_WIDTH = 88


def _signature(port: Port[Any], method: str) -> str:
    # Annotations are texts already; as such they would be shown in quotes.
    signature = inspect.signature(getattr(port.protocol, method))
    takes = [str(item).replace("'", "") for item in signature.parameters.values()]
    gives = signature.return_annotation
    line = f"def {method}({', '.join(takes)}) -> {gives}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"def {method}(", *(f"    {item}," for item in takes), f") -> {gives}"])


def _summary(thing: Any) -> str:
    return _code_spans(_one_line(_own_doc(thing).partition("\n\n")[0]))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _code_spans(text: str) -> str:
    """Docstrings mark names as ``name`` and `name`; Markdown knows the second alone."""
    return re.sub(r"``([^`]+)``", r"`\1`", text)
