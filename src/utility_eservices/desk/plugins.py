"""Plugins: who is installed, who takes part, and which object serves which port.

Installed packages are found through entry points. Their services always take part; their ports
only when the host names the plugin, and one announced as giving ports alone is not loaded before.
Each port is resolved once for each scope: none is `PortNotProvided` when it is needed, two are
`PortClash`, a hook that does not exist is `UnknownHook`.
"""

from __future__ import annotations

import enum
import importlib
import pkgutil
import re
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
    EServicesError,
    PluginBroken,
    PluginMistake,
    PluginNotFound,
    PortClash,
    PortIncomplete,
    PortNotProvided,
    UnknownHook,
)
from utility_eservices.ports.port import PORTS, PROJECT, Port
from utility_eservices.vocabulary.language import Phrase

__all__ = ["Around", "Diagnosis", "Health", "Need", "Plugins", "built_in_ports"]

T = TypeVar("T")

Around: TypeAlias = Callable[[Port[Any], Any, str], Any]

# What a port may be provided for; the empty word is for everybody.
SCOPES = frozenset({"", "utility", "means", "medium", "codec"})


@attrs.frozen
class Need:
    """One port for one scope, and who needs it: service keys, or ``desk``.

    What nobody needs is looked at where somebody gives it, and missed nowhere.
    """

    port: Port[Any]
    scope: object
    needed_by: tuple[str, ...]


class Health(enum.Enum):
    """How it stands with what serves a need, or with a plugin."""

    WELL = "well"
    # It works, or would; its own check advises something.
    ADVISED = "advised"
    # Its hook or its check raised, or what it gave lacks methods.
    FAILING = "failing"
    # Two plugins serve the same need.
    CLASH = "clash"
    # Nobody serves the need.
    MISSING = "missing"
    # The plugin cannot take part at all.
    BROKEN = "broken"


@attrs.frozen
class Diagnosis:
    """What a check found: for a need, or, with an empty ``port``, for a plugin.

    ``needed_by`` is empty for what a host may ask for and nobody needs; ``plugin`` is when nobody,
    or nobody alone, serves the need; ``advice`` says what to do, None when all is well. What an
    adapter advises stays in its own words.
    """

    port: str
    scope: str
    needed_by: tuple[str, ...]
    plugin: str
    advice: Phrase | None = None
    health: Health = Health.WELL

    @classmethod
    def of_plugin(cls, name: str, error: EServicesError) -> Diagnosis:
        """About a plugin that cannot take part."""
        return cls("", "", (), name, Phrase(error.template, error.values), Health.BROKEN)


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
        self._broken: dict[str, EServicesError] = {}
        self._taking_part: set[str] = set()
        for port in built_in_ports():
            self.specify(port)
        wanted = list(named)
        # What gives ports alone is not even loaded before somebody names it.
        asked_for = (entry for entry in entry_points(group=PORTS) if entry.name in wanted)
        for entry in sorted((*entry_points(group=PROJECT), *asked_for), key=lambda it: it.name):
            self._install(entry, wanted)
        for item in wanted:
            self._take_part(item)

    def _install(self, entry: EntryPoint, wanted: list[object]) -> None:
        try:
            plugin: object = entry.load()
            self._guarded(lambda: self._manager.register(plugin, name=entry.name), entry.name)
        except UnknownHook as error:
            broken: EServicesError = error
        except (Exception, SystemExit) as error:  # noqa: BLE001  # an import fails in many ways
            # Also of two packages that have one name, nobody can say which was meant.
            broken = PluginNotFound(plugin=entry.name)
            broken.__cause__ = error
        else:
            return
        # Somebody else's broken package is no reason to shut this portal: `check` tells.
        if entry.name in wanted:
            raise broken
        self._broken[entry.name] = broken

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
            self._guarded(lambda: self._manager.register(item, name=name), name)
        self._taking_part.add(name)

    def _guarded(self, call: Callable[[], object], name: str = "") -> None:
        """Do what pluggy may refuse, for the plugin of this name or for any."""
        try:
            call()
        except pluggy.PluginValidationError as error:
            named = name or self._manager.get_name(error.plugin) or "?"
            # Its own text shows the plugin as an object.
            hook = _HOOK.search(str(error))
            raise UnknownHook(plugin=named, hook=hook[0] if hook else "?") from error

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
        hooks = self._manager.hook.eservices_services.get_hookimpls()
        return tuple(service for hook in hooks for service in self._services_of(hook))

    def _services_of(self, hook: pluggy.HookImpl) -> tuple[Service, ...]:
        given = self._called(hook, "services", {}, lambda services: tuple(services or ()))
        if not all(isinstance(item, Service) for item in given):
            raise PluginBroken(plugin=hook.plugin_name, port="services")
        return tuple(given)

    def offers(self) -> Iterator[tuple[str, tuple[Service, ...] | EServicesError]]:
        """What each installed plugin offers, by its name, or why it cannot offer anything."""
        yield from self._broken.items()
        for hook in self._manager.hook.eservices_services.get_hookimpls():
            try:
                yield hook.plugin_name, self._services_of(hook)
            except PluginBroken as error:
                yield hook.plugin_name, error

    def folders(self) -> tuple[Traversable, ...]:
        """The folders with the catalogues of installed packages."""
        found: list[Traversable] = []
        for hook in self._manager.hook.eservices_locale.get_hookimpls():
            try:
                found += self._folders_of(hook)
            except PluginBroken as error:
                # Its services speak Azerbaijani; `check` tells why.
                self._broken[hook.plugin_name] = error
        return tuple(found)

    def _folders_of(self, hook: pluggy.HookImpl) -> tuple[Traversable, ...]:
        folder = self._called(hook, "locale", {})
        if folder is None:
            return ()
        if not isinstance(folder, Traversable):
            raise PluginBroken(plugin=hook.plugin_name, port="locale")
        return (folder,)

    def unknown_hooks(self) -> Iterator[UnknownHook]:
        """One for each hook that a plugin implements and nobody specified."""
        for name, hook in vars(self._manager.hook).items():
            if isinstance(hook, pluggy.HookCaller) and not hook.has_spec():
                for implementation in hook.get_hookimpls():
                    yield UnknownHook(plugin=implementation.plugin_name, hook=name)

    def refuse_unknown_hooks(self) -> None:
        """Raise the first of `unknown_hooks`."""
        for error in self.unknown_hooks():
            raise error

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

    def _called(
        self,
        hook: pluggy.HookImpl,
        port: str,
        arguments: dict[str, object],
        read: Callable[[Any], Any] = lambda given: given,
    ) -> Any:
        """What a hook gives, as ``read`` makes it; whatever goes wrong is the plugin's mistake."""
        try:
            return read(hook.function(**arguments))
        # Nor may a plugin end the program that asks it.
        except (Exception, SystemExit) as error:
            raise PluginBroken(plugin=hook.plugin_name, port=port) from error

    def check(self, needs: Iterable[Need]) -> tuple[Diagnosis, ...]:
        """What serves each need and how it is, by each object's own ``check``."""
        broken = [Diagnosis.of_plugin(name, error) for name, error in self._broken.items()]
        found = (self._check(need) for need in needs)
        told = (it for it in found if it.needed_by or it.health is not Health.MISSING)
        return (*broken, *self._unserved(), *told)

    def _unserved(self) -> list[Diagnosis]:
        """The services that a desk leaves out unless it is told to offer them."""
        try:
            services = self.services()
        except PluginMistake:
            return []  # no desk opens with it: whoever examines them says so
        return [
            Diagnosis.of_plugin("", DefinitionRefused(service.key, found.why))
            for service in services
            for found in service.unsound()
        ]

    def _check(self, need: Need) -> Diagnosis:
        plugin: str = ""
        advice: Phrase | None = None
        try:
            plugin, offered = self.find(need.port, need.scope)
            advice = _advice(offered.check() if hasattr(offered, "check") else None)
            health = Health.ADVISED if advice else Health.WELL
        except PluginMistake as error:
            plugin = str(error.values.get("plugin", ""))
            advice, health = (
                Phrase(error.template, error.values),
                _HEALTH.get(type(error), Health.FAILING),
            )
        except (Exception, SystemExit) as error:  # noqa: BLE001  # a finding, not a crash
            # Its own check failed: {kind}.
            advice = Phrase("Öz yoxlaması alınmadı: {kind}.", {"kind": type(error).__name__})
            health = Health.FAILING
        scope = _said(need.scope)
        return Diagnosis(need.port.name, scope, need.needed_by, plugin, advice, health)


# The name of a hook within what pluggy says.
_HOOK = re.compile(r"eservices_\w+")
# What a mistake says of the need at which it came up.
_HEALTH: dict[type[PluginMistake], Health] = {
    PluginBroken: Health.FAILING,
    PortClash: Health.CLASH,
    PortIncomplete: Health.FAILING,
    PortNotProvided: Health.MISSING,
}


def _advice(said: object) -> Phrase | None:
    """What an adapter's own check said; raises for what nobody could read."""
    if said is None or said == "":
        return None
    advice = Phrase(said) if isinstance(said, str) else said
    if not isinstance(advice, Phrase):
        raise TypeError("advice is a text")
    str(advice)
    return advice


def _said(scope: object) -> str:
    return scope if isinstance(scope, str) else ""
