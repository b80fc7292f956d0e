"""How an adapter is broken on purpose: its object in a wrapper, with some methods spoilt."""

from __future__ import annotations

import itertools
import json
import logging
import threading
from collections.abc import Callable, Mapping
from functools import partial
from types import ModuleType
from typing import Any, TypeAlias

import attrs
import pytest

from utility_eservices.conformance.laws import (
    access,
    billing,
    case_store,
    civil_data,
    clock,
    counters,
    documents,
    inbox,
    journeys,
    metering_points,
    mobile_check,
    notification,
    numbers,
    payment_store,
    payments,
    readings,
    reference,
    registered_codes,
    sign_in,
    subscribers,
    tokens,
)
from utility_eservices.errors import PortUnavailable

__all__ = [
    "BREAKAGES",
    "MODULES",
    "Breakage",
    "Law",
    "Spoiling",
    "breaks",
    "broken_laws",
    "by_content",
    "collides",
    "everywhere",
    "forgetful",
    "in_thread",
    "laws_of",
    "plain",
    "port_of",
    "unique",
]

Law: TypeAlias = Callable[[Any], None]
# Given the sound object, what stands in the place of some of its methods.
Spoiling: TypeAlias = Callable[[Any], Mapping[str, Callable[..., Any]]]

_serial = itertools.count(1)


def unique(text: str = "") -> str:
    """A text that differs each time."""
    return f"{text}#{next(_serial)}"


def in_thread() -> bool:
    """Whether this is one of many at once: so a race shows each time."""
    return threading.current_thread() is not threading.main_thread()


class Spoilt:
    """The object of a broken adapter; a repr of its own shows nothing of what is inside."""

    def __init__(self, sound: Any, methods: Mapping[str, Callable[..., Any]]) -> None:
        self._sound = sound
        self._methods = methods

    def __getattr__(self, name: str) -> Any:
        return self._methods.get(name) or getattr(self._sound, name)


@attrs.frozen
class Breakage:
    """One thing wrong with an adapter, and the laws that it breaks."""

    name: str
    port: str
    laws: frozenset[str]
    spoiling: Spoiling

    def broken(self, sound: Any) -> Spoilt:
        """The object with that wrong."""
        return Spoilt(sound, self.spoiling(sound))


BREAKAGES: list[Breakage] = []


def port_of(law: Law) -> str:
    """The port that a law is of."""
    return law.__module__.rpartition(".")[2]


def breaks(*laws: Law) -> Callable[[Spoiling], Spoiling]:
    """Take note of a way to break an adapter, and of the laws that notice; mostly one."""

    def note(spoiling: Spoiling) -> Spoiling:
        names = frozenset(law.__name__ for law in laws)
        BREAKAGES.append(Breakage(spoiling.__name__, port_of(laws[0]), names, spoiling))
        return spoiling

    return note


_LAWS = (
    access,
    billing,
    case_store,
    civil_data,
    clock,
    counters,
    documents,
    inbox,
    journeys,
    metering_points,
    mobile_check,
    notification,
    numbers,
    payment_store,
    payments,
    readings,
    reference,
    registered_codes,
    sign_in,
    subscribers,
    tokens,
)
# By the name of the port.
MODULES: Mapping[str, ModuleType] = {law.__name__.rpartition(".")[2]: law for law in _LAWS}


def laws_of(port: str) -> dict[str, Law]:
    """The laws of a port, by name."""
    module = MODULES[port]
    names = (name for name in module.__all__ if name.startswith("test_"))
    return {name: getattr(module, name) for name in names}


def broken_laws(port: str, made: Callable[[], Any]) -> set[str]:
    """The laws that do not hold in the worlds that are made."""
    broken = set()
    for name, law in laws_of(port).items():
        try:
            law(made())
        except (Exception, pytest.fail.Exception):  # noqa: BLE001  # in whichever way it fails
            broken.add(name)
    return broken


# --- what may be wrong with any adapter ---------------------------------------------------------


def everywhere(port: Any, spoil: Callable[..., Any]) -> Mapping[str, Callable[..., Any]]:
    """Each method of a port spoilt alike: ``spoil`` is given the sound one and its arguments."""
    return {name: partial(spoil, getattr(port, name)) for name in methods(port)}


def methods(port: Any) -> list[str]:
    """The methods of a port, as the simulator's proxy knows them."""
    found: frozenset[str] = port._methods
    return sorted(found)


def plain(value: object) -> str:
    """A value with all that its repr would hide."""
    if isinstance(value, tuple | list):
        return " ".join(plain(item) for item in value)
    if isinstance(value, Mapping):
        return " ".join(f"{key}={plain(item)}" for key, item in value.items())
    kind: Any = type(value)
    if attrs.has(kind):
        return " ".join(plain(getattr(value, field.name)) for field in attrs.fields(kind))
    return str(value)


# --- what may be wrong with work under a key, the last argument ---------------------------------


def by_content(port: Any, name: str) -> Mapping[str, Callable[..., Any]]:
    """A key is taken for new when it comes with something else."""
    sound = getattr(port, name)

    def call(*arguments: Any) -> Any:
        *given, key = arguments
        return sound(*given, key if in_thread() else f"{key} {plain(given)}")

    return {name: call}


def collides(port: Any, name: str) -> Mapping[str, Callable[..., Any]]:
    """Of many at once the later ones are told of the database's unique index."""
    sound, lock, seen = getattr(port, name), threading.Lock(), set[str]()

    def call(*arguments: Any) -> Any:
        key = arguments[-1]
        with lock:
            if in_thread() and key in seen:
                raise RuntimeError("duplicate key")
            seen.add(key)
            return sound(*arguments)

    return {name: call}


def forgetful(port: Any, name: str) -> Mapping[str, Callable[..., Any]]:
    """Keys are remembered by the process alone."""
    sound, process = getattr(port, name), unique()
    return {name: lambda *arguments: sound(*arguments[:-1], f"{arguments[-1]}{process}")}


# --- what may be wrong with any adapter at all --------------------------------------------------


def logs(port: Any) -> Mapping[str, Callable[..., Any]]:
    """It logs what it was asked and what it found."""

    def call(sound: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        logging.getLogger("adapter").info("asked: %s", plain([*arguments, *named.values()]))
        answer = sound(*arguments, **named)
        logging.getLogger("adapter").info("found: %s", plain(answer))
        return answer

    return everywhere(port, call)


def quotes(port: Any) -> Mapping[str, Callable[..., Any]]:
    """Its errors quote what was asked."""

    def call(sound: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        try:
            return sound(*arguments, **named)
        except PortUnavailable as error:
            text = json.dumps(plain([*arguments, *named.values()]), ensure_ascii=False)
            raise type(error)(text) from None

    return everywhere(port, call)
