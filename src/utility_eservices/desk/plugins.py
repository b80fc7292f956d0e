"""Plugins: who is installed, who takes part, and which object serves which port.

Installed packages are found through entry points. Their services always take part; their ports
only when the host names the plugin. Each port is resolved once for each scope: none is
`PortNotProvided` when it is needed, two are `PortClash`, a hook that does not exist is
`UnknownHook`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from importlib.resources.abc import Traversable
from typing import Any, TypeAlias, TypeVar

import attrs
import pluggy

import utility_eservices.ports
from utility_eservices.casework.service import Service
from utility_eservices.desk import catalogue
from utility_eservices.errors import (
    DefinitionRefused,
    PluginBroken,
    PluginMistake,
    PluginNotFound,
    PortClash,
    PortIncomplete,
    PortNotProvided,
    UnknownHook,
)
from utility_eservices.ports.port import PROJECT, Port

__all__ = ["Around", "Finding", "Need", "Plugins", "built_in_ports"]

T = TypeVar("T")

Around: TypeAlias = Callable[[Port[Any], Any, str], Any]

# What a port may be provided for; the empty word is for everybody.
SCOPES = frozenset({"", "utility", "means", "medium", "codec"})


@attrs.frozen
class Need:
    """One port for one scope, and who needs it: service keys, or ``desk``."""

    port: Port[Any]
    scope: object
    needed_by: tuple[str, ...]


@attrs.frozen
class Finding:
    """What `Plugins.check` found: for a need, or for an installed plugin that is broken.

    ``plugin`` is empty when nobody serves the need; ``advice`` is empty when all is well.
    """

    port: str
    scope: str
    needed_by: tuple[str, ...]
    plugin: str
    advice: str


def built_in_ports() -> tuple[Port[Any], ...]:
    """The library's own ports, by name of file."""
    package = utility_eservices.ports
    found: dict[str, Port[Any]] = {}
    for item in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        for value in vars(importlib.import_module(item.name)).values():
            if isinstance(value, Port):
                found[value.name] = value
    return tuple(found.values())


class Plugins:
    """The plugins of one desk.

    ``named`` lists those that take part: names of installed plugins, or plugin objects;
    ``around`` may put something in the place of each object they give (see `Desk`).
    """

    def __init__(self, named: Iterable[object], around: Around | None = None) -> None:
        self._around = around
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(catalogue)
        self._resolved: dict[tuple[str, object], tuple[str, Any]] = {}
        self._ports: dict[str, Port[Any]] = {}
        self._broken: list[str] = []
        self._taking_part: set[str] = set()
        wanted = list(named)
        for entry in sorted(entry_points(group=PROJECT), key=lambda entry: entry.name):
            self._install(entry, wanted)
        for item in wanted:
            self._take_part(item)
        for port in built_in_ports():
            self.specify(port)

    def _install(self, entry: EntryPoint, wanted: list[object]) -> None:
        try:
            plugin: object = entry.load()
        except Exception as error:
            # Somebody else's broken package is no reason to shut this portal: `check` tells.
            if entry.name in wanted:
                raise PluginNotFound(plugin=entry.name) from error
            self._broken.append(entry.name)
            return
        self._guarded(lambda: self._manager.register(plugin, name=entry.name))

    def _take_part(self, item: object) -> None:
        if isinstance(item, str):
            if not self._manager.has_plugin(item):
                raise PluginNotFound(plugin=item)
            self._taking_part.add(item)
            return
        name = self._manager.get_name(item)
        if name is None:
            base = getattr(item, "__name__", type(item).__name__)
            name = f"{base}-{len(self._taking_part)}"
            self._guarded(lambda: self._manager.register(item, name=name))
        self._taking_part.add(name)

    def _guarded(self, call: Any) -> None:
        try:
            call()
        except pluggy.PluginValidationError as error:
            name = self._manager.get_name(error.plugin) or "?"
            raise UnknownHook(plugin=name, hook=str(error)) from error

    def specify(self, port: Port[Any]) -> None:
        """Make a port's hook known; outside ports are known by the questions that ask them.

        Raises `DefinitionRefused` for a second port of the same name, and for one that is
        provided for something the desk does not know.
        """
        known = self._ports.get(port.name)
        if known == port:
            return
        if known is not None:
            raise DefinitionRefused(port.name, "two ports have this name")
        if port.scope not in SCOPES:
            raise DefinitionRefused(port.name, f"a port cannot be provided for a {port.scope}")
        self._ports[port.name] = port
        holder = type("spec", (), {port.hook_name: staticmethod(port.hook)})
        self._guarded(lambda: self._manager.add_hookspecs(holder))

    def services(self) -> tuple[Service, ...]:
        """The services of installed packages, in the order of the plugins' names."""
        found: list[Service] = []
        for implementation in self._manager.hook.eservices_services.get_hookimpls():
            found += self._called(implementation, "services", {}) or ()
        return tuple(found)

    def folders(self) -> tuple[Traversable, ...]:
        """The folders with the catalogues of installed packages."""
        hooks = self._manager.hook.eservices_locale.get_hookimpls()
        given = (self._called(implementation, "locale", {}) for implementation in hooks)
        return tuple(folder for folder in given if folder is not None)

    def refuse_unknown_hooks(self) -> None:
        """Raise `UnknownHook` for a plugin that implements a hook nobody specified."""
        self._guarded(self._manager.check_pending)

    def get(self, port: Port[T], scope: object = "") -> T:
        """The object that serves a port for a scope.

        Raises `PortNotProvided` and `PortClash`.
        """
        found: T = self.find(port, scope)[1]
        return found

    def find(self, port: Port[Any], scope: object = "") -> tuple[str, Any]:
        """The plugin's name and its object; see `get`."""
        key = (port.name, scope)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(port, scope)
        return self._resolved[key]

    def _resolve(self, port: Port[Any], scope: object) -> tuple[str, Any]:
        given = list(self._offers(port, scope))
        if not given:
            raise PortNotProvided(port=port.name, scope=_said(scope))
        if len(given) > 1:
            names = ", ".join(sorted(name for name, _ in given))
            raise PortClash(port=port.name, scope=_said(scope), plugins=names)
        name, offered = given[0]
        missing = [method for method in port.methods() if not hasattr(offered, method)]
        if missing:
            raise PortIncomplete(plugin=name, port=port.name, missing=", ".join(missing))
        return name, self._around(port, offered, _said(scope)) if self._around else offered

    def _offers(self, port: Port[Any], scope: object) -> Iterator[tuple[str, Any]]:
        hook = getattr(self._manager.hook, f"eservices_{port.name}", None)
        for implementation in hook.get_hookimpls() if hook else ():
            if implementation.plugin_name in self._taking_part:
                arguments = dict.fromkeys(implementation.argnames, scope)
                offered = self._called(implementation, port.name, arguments)
                if offered is not None:
                    yield implementation.plugin_name, offered

    def _called(self, hook: pluggy.HookImpl, port: str, arguments: dict[str, object]) -> Any:
        try:
            return hook.function(**arguments)
        except Exception as error:
            raise PluginBroken(plugin=hook.plugin_name, port=port) from error

    def check(self, needs: Iterable[Need]) -> list[Finding]:
        """What serves each need and how it is, by each object's own ``check``."""
        broken = [Finding("", "", (), name, "It cannot be imported.") for name in self._broken]
        return [*broken, *(self._check(need) for need in needs)]

    def _check(self, need: Need) -> Finding:
        plugin = ""
        try:
            plugin, offered = self.find(need.port, need.scope)
            advice = offered.check() if hasattr(offered, "check") else None
        except PluginMistake as error:
            advice = error.message
        except Exception as error:  # noqa: BLE001  # a check that fails is a finding, not a crash
            advice = f"check() failed: {type(error).__name__}"
        scope = _said(need.scope)
        return Finding(need.port.name, scope, need.needed_by, plugin, advice or "")


def _said(scope: object) -> str:
    return scope if isinstance(scope, str) else ""
